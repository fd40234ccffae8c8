/* Ids and what leads to them. Every id is a name that XML allows and there once; every link leads to a part
 * that is there; and following all of them comes to an end. */
#include <string.h>

#include "manuscript/svg_parts.h"

/* As many elements as librsvg would draw, and as deep as a person could have meant. */
enum { DRAWN_AT_MOST = 500000, DEEP_AT_MOST = 1000 };

/* ---- ids ---- */

/* XML 1.0, 2.3: letters, digits, and a few marks, with no digit first. */
static char *valid_id(struct drawing *drawing, const char *id)
{
    if (xmlValidateNCName(BAD_CAST id, 0) == 0 && !g_hash_table_contains(drawing->nodes, id))
        return g_strdup(id);
    GString *name = g_string_new(g_ascii_isalpha(*id) ? NULL : "_");
    for (const char *c = id; *c; c++)
        g_string_append_c(name, g_ascii_isalnum(*c) || *c == '-' || *c == '.' ? *c : '_');
    const gsize length = name->len;
    for (int i = 2; g_hash_table_contains(drawing->nodes, name->str); i++) {
        g_string_truncate(name, length);
        g_string_append_printf(name, "-%d", i);
    }
    return g_string_free(name, FALSE);
}

/* The first of two elements with one id keeps it, as it does where the drawing is shown. */
static void collect_id(struct drawing *drawing, xmlNode *node)
{
    xmlAttr *attribute = xmlHasNsProp(node, BAD_CAST "id", NULL);
    if (!attribute)
        return;
    xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
    const char *id = g_strstrip(value ? (char *)value : (char[]){""});
    const bool used = g_hash_table_contains(drawing->ids, id);
    if (!*id || used) {
        if (used)
            drawing_tell(drawing, node, REMOVED_ID, id);
        xmlRemoveProp(attribute);
    } else {
        char *name = valid_id(drawing, id);
        g_hash_table_insert(drawing->ids, g_strdup(id), name);
        g_hash_table_insert(drawing->nodes, name, node);
        if (!value || strcmp(name, id) != 0)
            xmlSetNsProp(node, NULL, BAD_CAST "id", BAD_CAST name);
    }
    xmlFree(value);
}

/* ---- links ---- */

/* The name of the part that "#..." leads to, as it is now; NULL: there is none. */
static const char *part_of(const struct drawing *drawing, const char *start, gsize length)
{
    char *id = g_strstrip(g_strndup(start, length));
    const char *part = g_hash_table_lookup(drawing->ids, id);
    if (!part) {
        char *plain = g_uri_unescape_string(id, NULL);
        part = plain ? g_hash_table_lookup(drawing->ids, plain) : NULL;
        g_free(plain);
    }
    g_free(id);
    return part;
}

/* A url(...) that leads nowhere is "none", unless something else is said after it (SVG 1.1, 11.2). */
static void append_missing(GString *to, const char *after)
{
    after += strspn(after, " \t\r\n");
    if (!*after || strchr(";}!,", *after))
        g_string_append(to, "none");
}

/* A text with each url(#...) leading where it is now. NULL: nothing is to be changed. */
static char *relinked(struct drawing *drawing, const xmlNode *node, const char *text)
{
    GString *to = g_string_new(NULL);
    const char *at = text;
    for (const char *url; (url = strcasestr(at, "url("));) {
        const char *start = url + strlen("url(") + strspn(url + strlen("url("), " \t\r\n\"'");
        const char *end = strchr(start, ')');
        if (*start != '#' || !end)
            break;
        const char *stop = start + 1 + strcspn(start + 1, "\"')");
        const char *part = part_of(drawing, start + 1, (gsize)(stop - start - 1));
        g_string_append_len(to, at, url - at);
        at = end + 1;
        if (part)
            g_string_append_printf(to, "url(#%s)", part);
        else
            append_missing(to, at);
        if (!part) {
            char *missing = g_strndup(start, (gsize)(stop - start));
            drawing_tell(drawing, node, REMOVED_DANGLING, missing);
            g_free(missing);
        }
    }
    g_string_append(to, at);
    char *made = g_string_free(to, FALSE);
    if (strcmp(made, text) == 0)
        g_clear_pointer(&made, g_free);
    return made;
}

static bool is_called(const xmlNode *node, const char *name)
{
    return strcmp((const char *)node->name, name) == 0;
}

/* False: the element has nothing to show without the part that it leads to. */
static bool relink_href(struct drawing *drawing, xmlNode *node)
{
    xmlAttr *href = xmlHasNsProp(node, BAD_CAST "href", BAD_CAST xlink_namespace);
    const bool shows_it = is_called(node, "use") || is_called(node, "textPath");
    if (!href)
        return !shows_it;
    xmlChar *value = xmlNodeListGetString(node->doc, href->children, 1);
    const char *said = value ? (const char *)value : "";
    const char *part = *said == '#' ? part_of(drawing, said + 1, strlen(said + 1)) : NULL;
    bool kept = true;
    if (part) {
        char *link = g_strconcat("#", part, NULL);
        xmlSetNsProp(node, href->ns, BAD_CAST "href", BAD_CAST link);
        g_free(link);
    } else if (*said == '#' || shows_it) {
        drawing_tell(drawing, node, REMOVED_DANGLING, said);
        xmlRemoveProp(href);
        kept = !shows_it;
    }
    xmlFree(value);
    return kept;
}

static void relink_attributes(struct drawing *drawing, xmlNode *node)
{
    for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        xmlChar *value = attribute->ns ? NULL : xmlNodeListGetString(node->doc, attribute->children, 1);
        char *made = value ? relinked(drawing, node, (const char *)value) : NULL;
        if (made)
            xmlSetNsProp(node, NULL, attribute->name, BAD_CAST made);
        g_free(made);
        xmlFree(value);
    }
}

static void relink_sheet(struct drawing *drawing, xmlNode *node)
{
    xmlChar *sheet = xmlNodeGetContent(node);
    char *made = sheet ? relinked(drawing, node, (const char *)sheet) : NULL;
    if (made) {
        xmlNodeSetContent(node, NULL);
        xmlNodeAddContent(node, BAD_CAST made);
    }
    g_free(made);
    xmlFree(sheet);
}

static void each_element(struct drawing *drawing, xmlNode *node, bool (*visit)(struct drawing *, xmlNode *))
{
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (visit(drawing, child)) {
            each_element(drawing, child, visit);
        } else {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
}

static bool visit_id(struct drawing *drawing, xmlNode *node)
{
    collect_id(drawing, node);
    return true;
}

static bool visit_link(struct drawing *drawing, xmlNode *node)
{
    relink_attributes(drawing, node);
    if (is_called(node, "style"))
        relink_sheet(drawing, node);
    return relink_href(drawing, node);
}

/* ---- how much there is to draw ---- */

struct count {
    struct drawing *drawing;
    GHashTable *drawn; /* element -> how many it comes to; 0 while it is being counted */
    const char *why;
};

static gsize count_element(struct count *count, const xmlNode *node, int depth);

static gsize count_part(struct count *count, const char *id, gsize length, int depth)
{
    char *name = g_strndup(id, length);
    const xmlNode *part = g_hash_table_lookup(count->drawing->nodes, name);
    g_free(name);
    return part ? count_element(count, part, depth) : 0;
}

/* What an element's attributes lead to: a part it uses, a pattern it is filled with. */
static gsize count_links(struct count *count, const xmlNode *node, int depth)
{
    gsize sum = 0;
    for (const xmlAttr *attribute = node->properties; attribute && !count->why; attribute = attribute->next) {
        const char *value = attribute->children ? (const char *)attribute->children->content : NULL;
        if (!value)
            continue;
        if (attribute->ns && *value == '#')
            sum += count_part(count, value + 1, strlen(value + 1), depth);
        for (const char *url = strstr(value, "url(#"); url && !count->why; url = strstr(url + 5, "url(#"))
            sum += count_part(count, url + 5, strcspn(url + 5, ")"), depth);
    }
    return sum;
}

static gsize count_element(struct count *count, const xmlNode *node, int depth)
{
    gpointer known;
    if (count->why)
        return 0;
    if (g_hash_table_lookup_extended(count->drawn, node, NULL, &known)) {
        if (!known)
            count->why = "a part of it is made of itself";
        return GPOINTER_TO_SIZE(known);
    }
    if (depth > DEEP_AT_MOST) {
        count->why = "its parts lead from one to the next more than 1,000 times";
        return 0;
    }
    g_hash_table_insert(count->drawn, (gpointer)node, NULL);
    gsize sum = 1 + count_links(count, node, depth + 1);
    for (const xmlNode *child = node->children; child && !count->why; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            sum += count_element(count, child, depth + 1);
    if (sum > DRAWN_AT_MOST && !count->why)
        count->why = "its parts are used so often that more than 500,000 would be drawn";
    g_hash_table_insert(count->drawn, (gpointer)node, GSIZE_TO_POINTER(sum));
    return sum;
}

bool svg_link(struct drawing *drawing, xmlNode *root, const char **why)
{
    collect_id(drawing, root);
    each_element(drawing, root, visit_id);
    relink_attributes(drawing, root);
    each_element(drawing, root, visit_link);
    /* Elements are gone since then: only those that are left may be counted. */
    g_hash_table_remove_all(drawing->nodes);
    g_hash_table_remove_all(drawing->ids);
    collect_id(drawing, root);
    each_element(drawing, root, visit_id);
    struct count count = {.drawing = drawing, .drawn = g_hash_table_new(NULL, NULL)};
    count_element(&count, root, 0);
    g_hash_table_destroy(count.drawn);
    *why = count.why;
    return !count.why;
}
