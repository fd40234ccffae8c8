#include "pdf/additions.h"

struct additions {
    GString *json;
    int next;
};

struct additions *additions_new(int first)
{
    struct additions *additions = g_new0(struct additions, 1);
    additions->next = first;
    additions->json = g_string_new("{\"qpdf\":[{\"jsonversion\":2,\"pushedinheritedpageresources\":false,"
                                   "\"calledgetallpages\":false,\"maxobjectid\":0},{");
    return additions;
}

void additions_free(struct additions *additions)
{
    if (!additions)
        return;
    g_string_free(additions->json, TRUE);
    g_free(additions);
}

int additions_reserve(struct additions *additions)
{
    return additions->next++;
}

static void begin_object(struct additions *additions, int object)
{
    if (additions->json->str[additions->json->len - 1] == '}')
        g_string_append(additions->json, ",\n");
    g_string_append_printf(additions->json, "\"obj:%d 0 R\":", object);
}

void additions_add(struct additions *additions, int object, GString *json)
{
    begin_object(additions, object);
    g_string_append_printf(additions->json, "{\"value\":%s}", json->str);
    g_string_free(json, TRUE);
}

void additions_add_stream(struct additions *additions, int object, GString *dictionary, const char *data,
                          size_t length)
{
    char *encoded = g_base64_encode((const guchar *)data, length);
    begin_object(additions, object);
    g_string_append_printf(additions->json, "{\"stream\":{\"data\":\"%s\",\"dict\":%s}}", encoded,
                           dictionary->str);
    g_free(encoded);
    g_string_free(dictionary, TRUE);
}

void additions_apply(struct additions *additions, qpdf_data qpdf)
{
    g_string_append(additions->json, "}]}");
    qpdf_update_from_json_data(qpdf, additions->json->str, additions->json->len);
}

void json_append_text(GString *json, const char *text)
{
    g_string_append(json, "\"u:");
    for (const char *p = text ? text : ""; *p; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_printf(json, "\\%c", *p);
        else if ((unsigned char)*p < 0x20)
            g_string_append_printf(json, "\\u%04x", (unsigned)*p);
        else
            g_string_append_c(json, *p);
    }
    g_string_append_c(json, '"');
}

void json_append_pair(GString *json, const char *key, const char *text)
{
    if (json->str[json->len - 1] != '{')
        g_string_append_c(json, ',');
    g_string_append_printf(json, "\"%s\":", key);
    json_append_text(json, text);
}

void json_append_reference(GString *references, int object)
{
    g_string_append_printf(references, "%s\"%d 0 R\"", references->len ? "," : "", object);
}

void json_append_rect(GString *json, double page_height, double x, double y, double width, double height)
{
    g_string_append_printf(json, ",\"/Rect\":[%.2f,%.2f,%.2f,%.2f]", x, page_height - y - height, x + width, page_height - y);
}
