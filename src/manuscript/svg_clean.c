/* Elements and attributes: what is on the lists stays, all else goes. */
#include <string.h>

#include "base/bitmap.h"
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
        checked = g_strdup_printf("data:image/%s;base64,%s", bitmap_kind(file) == BITMAP_PNG ? "png" : "jpeg", plain);
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

/* Links lead to a part of the drawing, or hold a picture. Returns what the link is to be; NULL: nothing. */
static char *clean_href(struct drawing *drawing, const xmlNode *node, const char *value)
{
    const char *plain = value + strspn(value, " \t\r\n");
    if (*plain == '#')
        return g_strdup(plain);
    if (strcmp(name_of(node), "image") == 0 && g_ascii_strncasecmp(plain, "data:", 5) == 0) {
        char *picture = checked_picture(drawing, plain);
        if (!picture)
            drawing_tell(drawing, node, REMOVED_PICTURE, NULL);
        return picture;
    }
    char *shown = g_utf8_substring(plain, 0, MIN(g_utf8_strlen(plain, -1), 60));
    if (strcmp(name_of(node), "a") != 0)
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

/* What is said of an attribute that is not kept. */
static void tell_attribute(struct drawing *drawing, const xmlNode *node, const char *name)
{
    if (g_ascii_strncasecmp(name, "on", 2) == 0)
        drawing_tell(drawing, node, REMOVED_HANDLER, name);
    else if (!svg_attribute_is_idle(name))
        drawing_tell(drawing, node, REMOVED_ATTRIBUTE, name);
}

/* What an attribute of no namespace is to say; NULL: it goes. */
static char *clean_value(struct drawing *drawing, const xmlNode *node, const char *name, const char *value)
{
    if (!svg_has_attribute(name)) {
        tell_attribute(drawing, node, name);
        return NULL;
    }
    if (strcmp(name, "style") == 0)
        return svg_clean_declarations(drawing, node, value);
    if (strcmp(name, "font-family") == 0)
        return svg_font_family(value);
    if (svg_urls_inside(value))
        return g_strdup(value);
    drawing_tell(drawing, node, REMOVED_OUTSIDE, value);
    return svg_can_be_none(name) ? g_strdup("none") : NULL;
}

static void clean_attribute(struct drawing *drawing, xmlAttr *attribute)
{
    xmlNode *node = attribute->parent;
    const char *name = (const char *)attribute->name;
    xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
    const char *said = value ? (const char *)value : "";
    char *kept = NULL;
    const bool link = strcmp(name, "href") == 0 && (!attribute->ns || svg_in_namespace(attribute->ns, xlink_namespace));
    if (link)
        kept = clean_href(drawing, node, said);
    else if (svg_in_namespace(attribute->ns, xml_namespace))
        kept = strcmp(name, "space") == 0 || strcmp(name, "lang") == 0 ? g_strdup(said) : NULL;
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

/* Inside <img> nothing can be followed: a link is a group. */
static void clean_link(struct drawing *drawing, xmlNode *node)
{
    if (strcmp(name_of(node), "a") != 0)
        return;
    drawing_tell(drawing, node, REMOVED_LINK, NULL);
    xmlNodeSetName(node, BAD_CAST "g");
    xmlAttr *href = xmlHasNsProp(node, BAD_CAST "href", BAD_CAST xlink_namespace);
    if (href)
        xmlRemoveProp(href);
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
    static const char *const foreign[] = {"foreignObject", "audio", "video", "iframe", "canvas", "embed", "object", NULL};
    static const char *const animations[] = {"animate", "animateColor", "animateMotion", "animateTransform", "set",
                                             "mpath", "discard", NULL};
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

static void clean_element(struct drawing *drawing, xmlNode *node);

/* False: the node goes. What drawing programs keep in namespaces of their own shows nothing. */
static bool clean_node(struct drawing *drawing, xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return true;
    if (node->type != XML_ELEMENT_NODE || !svg_in_namespace(node->ns, svg_namespace))
        return false;
    if (!svg_has_element(name_of(node))) {
        tell_element(drawing, node);
        return false;
    }
    clean_element(drawing, node);
    if (strcmp(name_of(node), "style") == 0)
        return clean_style_element(drawing, node);
    return strcmp(name_of(node), "image") != 0 || xmlHasNsProp(node, BAD_CAST "href", BAD_CAST xlink_namespace);
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

/* libxml2 refuses documents nested deeper than 256, so this cannot run away. */
static void clean_element(struct drawing *drawing, xmlNode *node)
{
    for (xmlAttr *attribute = node->properties, *next; attribute; attribute = next) {
        next = attribute->next;
        clean_attribute(drawing, attribute);
    }
    clean_link(drawing, node);
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (!clean_node(drawing, child)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        }
    }
    clean_namespaces(node);
}

void svg_clean(struct drawing *drawing, xmlNode *root)
{
    clean_element(drawing, root);
}
