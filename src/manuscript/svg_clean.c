/* Elements and attributes: what is on the lists stays, all else goes. */
#include <string.h>

#include "base/bitmap.h"
#include "base/text.h"
#include "manuscript/svg_parts.h"

const char svg_namespace[] = "http://www.w3.org/2000/svg";
const char xlink_namespace[] = "http://www.w3.org/1999/xlink";
static const char xml_namespace[] = "http://www.w3.org/XML/1998/namespace";

bool svg_in_namespace(const xmlNs *ns, const char *uri)
{
    return ns && ns->href && strcmp((const char *)ns->href, uri) == 0;
}

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

/* ---- pictures inside ---- */

/* data:image/png;base64,... of PNG or JPEG that can be decoded, with the type that it has. NULL otherwise. */
static char *checked_picture(struct drawing *drawing, const char *value)
{
    const char *comma = strchr(value, ',');
    if (!comma || comma - value < 7 || g_ascii_strncasecmp(comma - 7, ";base64", 7) != 0)
        return NULL;
    gsize length;
    guchar *decoded = g_base64_decode(comma + 1, &length);
    const struct bytes file = {(const char *)decoded, length};
    const char *damage, *why;
    char *checked = NULL;
    if (bitmap_kind(file) != BITMAP_NONE && bitmap_check(file, drawing->reader->arena, &damage, &why)) {
        char *plain = g_base64_encode(decoded, length);
        checked = g_strdup_printf("data:image/%s;base64,%s", bitmap_kind(file) == BITMAP_PNG ? "png" : "jpeg",
                                  plain);
        g_free(plain);
    }
    g_free(decoded);
    return checked;
}

/* ---- attributes ---- */

static void set_value(xmlAttr *attribute, const char *value)
{
    xmlNode *element = attribute->parent;
    xmlNode *text = xmlNewDocText(element->doc, BAD_CAST value);
    xmlFreeNodeList(attribute->children);
    attribute->children = attribute->last = text;
    text->parent = (xmlNode *)attribute;
}

/* Elements that are made of another one. */
static bool is_made_of_another(const xmlNode *node)
{
    static const char *const names[] = {"filter",         "linearGradient", "pattern",
                                        "radialGradient", "textPath",       "use"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(name_of(node), names[i]) == 0)
            return true;
    return false;
}

/* Links lead to a part of the drawing, or hold a picture. Returns what the link is to be; NULL: nothing. */
static char *clean_href(struct drawing *drawing, const xmlNode *node, const char *value)
{
    const char *plain = value + strspn(value, " \t\r\n");
    if (*plain == '#')
        return is_made_of_another(node) ? g_strdup(plain) : NULL;
    if (strcmp(name_of(node), "image") == 0 && g_ascii_strncasecmp(plain, "data:", 5) == 0) {
        char *picture = checked_picture(drawing, plain);
        if (!picture)
            drawing_tell(drawing, node, REMOVED_PICTURE, NULL);
        return picture;
    }
    char *shown = g_utf8_substring(plain, 0, MIN(g_utf8_strlen(plain, -1), 60));
    drawing_tell(drawing, node, REMOVED_OUTSIDE, shown);
    g_free(shown);
    return NULL;
}

/* Older readers know no other way to write it. */
static void keep_href(xmlNode *node, const char *value)
{
    xmlNode *root = xmlDocGetRootElement(node->doc);
    xmlNs *xlink = xmlSearchNsByHref(node->doc, node, BAD_CAST xlink_namespace);
    if (!xlink)
        xlink = xmlNewNs(root, BAD_CAST xlink_namespace, BAD_CAST "xlink");
    if (xlink)
        xmlSetNsProp(node, xlink, BAD_CAST "href", BAD_CAST value);
}

/* What is said of an attribute that is not kept: where it is one of another element, it showed nothing here.
 */
static void tell_attribute(struct drawing *drawing, const xmlNode *node, const char *name)
{
    if (g_ascii_strncasecmp(name, "on", 2) == 0)
        drawing_tell(drawing, node, REMOVED_HANDLER, name);
    else if (!svg_attribute_is_idle(name) && !svg_has_attribute(name))
        drawing_tell(drawing, node, REMOVED_ATTRIBUTE, name);
}

/* What an attribute of no namespace is to say; NULL: it goes. */
static char *clean_value(struct drawing *drawing, const xmlNode *node, const char *name, const char *value)
{
    const struct svg_element *element = svg_element(name_of(node));
    if (!svg_element_has(element, name)) {
        tell_attribute(drawing, node, name);
        return NULL;
    }
    if (strcmp(name, "style") == 0)
        return svg_clean_declarations(drawing, node, value);
    if (strcmp(name, "font-family") == 0)
        return svg_font_family(value);
    char *plain = g_strstrip(g_strdup(value));
    if (!svg_may_say(element, name, plain)) {
        char *said = g_strdup_printf("%s=\"%s\"", name, plain);
        drawing_tell(drawing, node, REMOVED_ATTRIBUTE, said);
        g_free(said);
        g_clear_pointer(&plain, g_free);
    } else if (!svg_urls_inside(plain)) {
        drawing_tell(drawing, node, REMOVED_OUTSIDE, plain);
        g_free(plain);
        plain = svg_can_be_none(name) ? g_strdup("none") : NULL;
    }
    return plain;
}

/* What xml:lang and xml:space may say (XML 1.0, 2.10 and 2.12). */
static char *clean_xml(const xmlNode *node, const char *name, const char *value)
{
    const bool sheet = strcmp(name_of(node), "style") == 0;
    const bool space = strcmp(name, "space") == 0 &&
                       (strcmp(value, "preserve") == 0 || (strcmp(value, "default") == 0 && !sheet));
    const bool lang = strcmp(name, "lang") == 0 && text_is_language(value);
    return space || lang ? g_strdup(value) : NULL;
}

static void clean_attribute(struct drawing *drawing, xmlAttr *attribute)
{
    xmlNode *node = attribute->parent;
    const char *name = (const char *)attribute->name;
    xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
    const char *said = value ? (const char *)value : "";
    char *kept = NULL;
    const bool link =
        strcmp(name, "href") == 0 && (!attribute->ns || svg_in_namespace(attribute->ns, xlink_namespace));
    if (link)
        kept = clean_href(drawing, node, said);
    else if (svg_in_namespace(attribute->ns, xml_namespace))
        kept = clean_xml(node, name, said);
    else if (!attribute->ns)
        kept = clean_value(drawing, node, name, said);
    if (!kept || (link && !attribute->ns)) {
        xmlRemoveProp(attribute);
        if (kept)
            keep_href(node, kept);
    } else if (strcmp(kept, said) != 0) {
        set_value(attribute, kept);
    }
    g_free(kept);
    xmlFree(value);
}

/* Inside <img> nothing can be followed: a link is a group, or a part of a text. */
static void clean_link(struct drawing *drawing, xmlNode *node)
{
    if (strcmp(name_of(node), "a") != 0)
        return;
    const struct svg_element *parent = svg_element(name_of(node->parent));
    drawing_tell(drawing, node, REMOVED_LINK, NULL);
    xmlNodeSetName(node, BAD_CAST(parent && svg_is_among_words(parent) ? "tspan" : "g"));
    xmlUnsetProp(node, BAD_CAST "href");
    xmlAttr *href = xmlHasNsProp(node, BAD_CAST "href", BAD_CAST xlink_namespace);
    if (href)
        xmlRemoveProp(href);
}

/* Says what must be said. False: that is not possible, and the element goes. */
static bool complete(xmlNode *node)
{
    char **needs = g_strsplit(svg_element_needs(svg_element(name_of(node))), " ", -1);
    bool good = true;
    for (char **need = needs; *need && good; need++) {
        char **parts = g_strsplit(*need, "=", 2);
        const bool vital = **need == '!';
        if (**need && !xmlHasNsProp(node, BAD_CAST(*parts + vital), NULL)) {
            good = !vital;
            if (good)
                xmlSetNsProp(node, NULL, BAD_CAST * parts, BAD_CAST parts[1]);
        }
        g_strfreev(parts);
    }
    g_strfreev(needs);
    return good;
}

/* ---- elements ---- */

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (g_ascii_strcasecmp(name, *names) == 0)
            return true;
    return false;
}

static void tell_element(struct drawing *drawing, const xmlNode *node)
{
    static const char *const scripts[] = {"script", "handler", "listener", NULL};
    static const char *const foreign[] = {"foreignObject", "audio", "video",  "iframe",
                                          "canvas",        "embed", "object", NULL};
    static const char *const animations[] = {"animate", "animateColor", "animateMotion", "animateTransform",
                                             "set",     "mpath",        "discard",       NULL};
    const char *name = name_of(node);
    if (is_one_of(name, scripts))
        drawing_tell(drawing, node, REMOVED_SCRIPT, name);
    else if (is_one_of(name, foreign))
        drawing_tell(drawing, node, REMOVED_FOREIGN, name);
    else if (is_one_of(name, animations))
        drawing_tell(drawing, node, REMOVED_ANIMATION, name);
    else if (strcmp(name, "metadata") != 0)
        drawing_tell(drawing, node, REMOVED_ELEMENT, name);
}

static bool clean_style_element(struct drawing *drawing, xmlNode *node)
{
    xmlChar *sheet = xmlNodeGetContent(node);
    char *clean = svg_clean_sheet(drawing, node, sheet ? (const char *)sheet : "");
    const bool some = *clean;
    xmlNodeSetContent(node, NULL);
    xmlNodeAddContent(node, BAD_CAST clean);
    g_free(clean);
    xmlFree(sheet);
    return some;
}

static bool clean_element(struct drawing *drawing, xmlNode *node);

static bool is_blank(const xmlNode *text)
{
    const char *words = (const char *)text->content;
    return !words || !words[strspn(words, " \t\r\n")];
}

/* False: the node goes. What drawing programs keep in namespaces of their own shows nothing, and neither do
 * words that stand in no text. */
static bool clean_node(struct drawing *drawing, xmlNode *node)
{
    const struct svg_element *parent = svg_element(name_of(node->parent));
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return svg_has_words(parent) || is_blank(node);
    if (node->type != XML_ELEMENT_NODE || !svg_in_namespace(node->ns, svg_namespace))
        return false;
    clean_link(drawing, node);
    const struct svg_element *element = svg_element(name_of(node));
    if (!element) {
        tell_element(drawing, node);
        return false;
    }
    if (!svg_may_contain(parent, element)) {
        if (!svg_is_about(element))
            drawing_tell(drawing, node, REMOVED_PLACE, name_of(node));
        return false;
    }
    if (!clean_element(drawing, node))
        return false;
    if (strcmp(name_of(node), "style") == 0)
        return clean_style_element(drawing, node);
    return strcmp(name_of(node), "image") != 0 ||
           xmlHasNsProp(node, BAD_CAST "href", BAD_CAST xlink_namespace);
}

/* A light is one; functions of colours stand in the order red, green, blue, alpha, the last of each
 * (SVG 1.1, 15.11 and 15.14). False: there is no light. */
static bool put_in_order(xmlNode *node)
{
    static const char *const functions[] = {"feFuncR", "feFuncG", "feFuncB", "feFuncA"};
    const bool light = svg_needs_light(svg_element(name_of(node)));
    if (light) {
        xmlNode *first = xmlFirstElementChild(node);
        for (xmlNode *more = first ? xmlNextElementSibling(first) : NULL, *next; more; more = next) {
            next = xmlNextElementSibling(more);
            xmlUnlinkNode(more);
            xmlFreeNode(more);
        }
        return first;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(functions) && strcmp(name_of(node), "feComponentTransfer") == 0;
         i++) {
        xmlNode *last = NULL;
        for (xmlNode *child = xmlFirstElementChild(node), *next; child; child = next) {
            next = xmlNextElementSibling(child);
            if (strcmp(name_of(child), functions[i]) != 0)
                continue;
            xmlUnlinkNode(child);
            xmlFreeNode(last);
            last = child;
        }
        if (last)
            xmlAddChild(node, last);
    }
    return true;
}

/* Declarations of namespaces that nothing uses any more. */
static void clean_namespaces(xmlNode *node)
{
    for (xmlNs **ns = &node->nsDef; *ns;) {
        if (svg_in_namespace(*ns, svg_namespace) || svg_in_namespace(*ns, xlink_namespace)) {
            ns = &(*ns)->next;
        } else {
            xmlNs *gone = *ns;
            *ns = gone->next;
            xmlFreeNs(gone);
        }
    }
}

/* False: nothing can be left of it. libxml2 refuses documents nested deeper than 256, so this cannot run
 * away. */
static bool clean_element(struct drawing *drawing, xmlNode *node)
{
    for (xmlAttr *attribute = node->properties, *next; attribute; attribute = next) {
        next = attribute->next;
        clean_attribute(drawing, attribute);
    }
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (!clean_node(drawing, child)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
    clean_namespaces(node);
    return complete(node) && put_in_order(node);
}

void svg_clean(struct drawing *drawing, xmlNode *root)
{
    clean_element(drawing, root);
}
