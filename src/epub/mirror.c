#include "epub/mirror.h"

#include <string.h>

/* Replaces the word at p by the other side's, when it is a side; returns its end, or NULL. */
static const char *side_swap(const char *p, GString *to)
{
    static const char *const sides[] = {"left", "right"};
    for (int i = 0; i < 2; i++)
        if (g_str_has_prefix(p, sides[i]) && !g_ascii_isalnum(p[strlen(sides[i])])) {
            g_string_append(to, sides[!i]);
            return p + strlen(sides[i]);
        }
    return NULL;
}

/* "margin: 1em 2em 3em 4em" has its right and left in the second and fourth place. */
static char *four_swapped(const char *declaration)
{
    const char *colon = strchr(declaration, ':');
    if (!colon || !(g_str_has_prefix(declaration, "margin:") || g_str_has_prefix(declaration, "padding:")))
        return g_strdup(declaration);
    char *values = g_strstrip(g_strdup(colon + 1)), **each = g_strsplit(values, " ", -1), *swapped;
    swapped = g_strv_length(each) == 4
                  ? g_strdup_printf("%.*s: %s %s %s %s", (int)(colon - declaration), declaration, each[0], each[3], each[2], each[1])
                  : g_strdup(declaration);
    g_strfreev(each);
    g_free(values);
    return swapped;
}

static void declaration_append(GString *to, const char *text, size_t length)
{
    char *own = g_strndup(text, length);
    const size_t space = strspn(own, " \n");
    char *swapped = four_swapped(own + space);
    char quote = '\0', before = ' ';
    g_string_append_len(to, own, (gssize)space);
    for (const char *p = swapped; *p;) {
        const char *end = !quote && !g_ascii_isalnum(before) ? side_swap(p, to) : NULL;
        if (*p == '"')
            quote = quote ? '\0' : *p;
        before = *p;
        if (!end)
            g_string_append_c(to, *p);
        p = end ? end : p + 1;
    }
    g_free(swapped);
    g_free(own);
}

const char *mirror_css(struct arena *arena, const char *css)
{
    GString *to = g_string_new(NULL);
    for (const char *p = css; *p;) {
        const size_t prelude = strcspn(p, "{}");
        const char *name = p + strspn(p, " \n}");
        const bool keeps = g_str_has_prefix(name, ".right {") || g_str_has_prefix(name, "@");
        g_string_append_len(to, p, (gssize)prelude);
        p += prelude;
        if (*p)
            g_string_append_c(to, *p++);
        if (keeps || p[-1] != '{')
            continue;
        while (*p && *p != '}') {
            const size_t length = strcspn(p, ";}");
            declaration_append(to, p, length);
            p += length;
            if (*p == ';')
                g_string_append_c(to, *p++);
        }
    }
    const char *mirrored = arena_string(arena, to->str);
    g_string_free(to, TRUE);
    return mirrored;
}

void mirror_stylesheet(struct publication *publication)
{
    for (guint i = 0; i < publication->resources->len; i++) {
        struct resource *resource = &g_array_index(publication->resources, struct resource, i);
        if (strcmp(resource->path, "styles/book.css") != 0)
            continue;
        const char *mirrored = mirror_css(publication->arena, resource->bytes.data);
        resource->bytes = (struct bytes){mirrored, strlen(mirrored)};
    }
}
