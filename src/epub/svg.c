#include "epub/svg.h"

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static const char svg_namespace[] = "http://www.w3.org/2000/svg";
static const char xlink_namespace[] = "http://www.w3.org/1999/xlink";
static const char xml_namespace[] = "http://www.w3.org/XML/1998/namespace";

static bool in_namespace(const xmlNs *ns, const char *name)
{
    return ns && ns->href && strcmp((const char *)ns->href, name) == 0;
}

/* Links may lead to a part of the drawing, or hold a picture. */
static bool leads_inside(const char *value)
{
    while (g_ascii_isspace(*value))
        value++;
    return *value == '#' || g_ascii_strncasecmp(value, "data:image/png", 14) == 0 ||
           g_ascii_strncasecmp(value, "data:image/jpeg", 15) == 0;
}

/* Every url(...) must be one of the drawing's own parts. */
static bool urls_inside(const char *value)
{
    char *small = g_ascii_strdown(value, -1);
    bool inside = !strstr(small, "@import") && !strchr(small, '\\');
    for (const char *url = strstr(small, "url("); url && inside; url = strstr(url, "url(")) {
        url += strlen("url(");
        url += strspn(url, " \t\r\n\"'");
        inside = *url == '#';
    }
    g_free(small);
    return inside;
}

static bool attribute_kept(const xmlAttr *attribute, const char *value)
{
    const char *name = (const char *)attribute->name;
    if (attribute->ns && !in_namespace(attribute->ns, xlink_namespace) &&
        !in_namespace(attribute->ns, xml_namespace))
        return false;
    if (in_namespace(attribute->ns, xml_namespace) && strcmp(name, "base") == 0)
        return false;
    if (strcmp(name, "href") == 0)
        return leads_inside(value);
    if (g_ascii_strncasecmp(name, "on", 2) == 0 || g_str_has_prefix(name, "data-"))
        return false;
    return urls_inside(value);
}

static void clean_attributes(xmlNode *node)
{
    for (xmlAttr *attribute = node->properties, *next; attribute; attribute = next) {
        next = attribute->next;
        xmlChar *value = xmlNodeListGetString(node->doc, attribute->children, 1);
        if (!attribute_kept(attribute, value ? (const char *)value : ""))
            xmlRemoveProp(attribute);
        xmlFree(value);
    }
}

static bool node_kept(xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        return true;
    if (node->type != XML_ELEMENT_NODE || !in_namespace(node->ns, svg_namespace))
        return false;
    static const char *const unwanted[] = {"script", "foreignObject", "metadata", "handler", "listener"};
    for (size_t i = 0; i < G_N_ELEMENTS(unwanted); i++)
        if (g_ascii_strcasecmp((const char *)node->name, unwanted[i]) == 0)
            return false;
    if (strcmp((const char *)node->name, "style") != 0)
        return true;
    xmlChar *rules = xmlNodeGetContent(node);
    const bool inside = urls_inside(rules ? (const char *)rules : "");
    xmlFree(rules);
    return inside;
}

/* Declarations of namespaces that nothing uses any more. */
static void clean_namespaces(xmlNode *node)
{
    for (xmlNs **ns = &node->nsDef; *ns;) {
        if (in_namespace(*ns, svg_namespace) || in_namespace(*ns, xlink_namespace)) {
            ns = &(*ns)->next;
        } else {
            xmlNs *gone = *ns;
            *ns = gone->next;
            xmlFreeNs(gone);
        }
    }
}

/* Inside <img> nothing can be followed: a link is a group. */
static void clean_link(xmlNode *element)
{
    if (strcmp((const char *)element->name, "a") != 0)
        return;
    xmlNodeSetName(element, BAD_CAST "g");
    xmlUnsetNsProp(element, xmlSearchNsByHref(element->doc, element, BAD_CAST xlink_namespace),
                   BAD_CAST "href");
    xmlUnsetProp(element, BAD_CAST "href");
    xmlUnsetProp(element, BAD_CAST "target");
}

/* libxml2 refuses documents nested deeper than 256, so this cannot run away. */
static void clean_element(xmlNode *element)
{
    clean_attributes(element);
    clean_link(element);
    for (xmlNode *child = element->children, *next; child; child = next) {
        next = child->next;
        if (!node_kept(child)) {
            xmlUnlinkNode(child);
            xmlFreeNode(child);
        } else if (child->type == XML_ELEMENT_NODE) {
            clean_element(child);
        }
    }
    clean_namespaces(element);
}

/* Entities could read files or grow without end; a drawing has no need of them. */
static bool declares_nothing(xmlDocPtr document)
{
    const xmlDtd *dtd = xmlGetIntSubset(document);
    return !dtd || !dtd->children;
}

bool svg_clean(struct arena *arena, struct bytes drawing, struct bytes *clean)
{
    bool done = false;
    xmlBufferPtr buffer = NULL;
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlDocPtr document = drawing.length <= G_MAXINT
                             ? xmlReadMemory(drawing.data, (int)drawing.length, NULL, NULL, options)
                             : NULL;
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (!root || !declares_nothing(document) || !in_namespace(root->ns, svg_namespace) ||
        strcmp((const char *)root->name, "svg") != 0)
        goto out;
    clean_element(root);
    buffer = xmlBufferCreate();
    if (!buffer)
        g_error("out of memory");
    /* The element alone: what stood before it (DOCTYPE, comments, style sheets) is left behind. */
    if (xmlNodeDump(buffer, document, root, 0, 0) < 0)
        goto out;
    const size_t length = (size_t)xmlBufferLength(buffer);
    *clean = (struct bytes){arena_substring(arena, (const char *)xmlBufferContent(buffer), length), length};
    done = true;
out:
    if (buffer)
        xmlBufferFree(buffer);
    xmlFreeDoc(document);
    return done;
}
