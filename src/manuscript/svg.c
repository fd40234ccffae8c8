#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "book/element.h"
#include "manuscript/images.h"

/* "324pt", "85mm", "300" (CSS pixels: 96 an inch) in points; 0 for percentages and what is not a length. */
static double points_of(const char *value)
{
    static const struct {
        const char *unit;
        double points;
    } units[] = {{"", 0.75},        {"px", 0.75},       {"pt", 1}, {"pc", 12},
                 {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"in", 72}};
    char *end;
    const double number = g_ascii_strtod(value, &end);
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (end != value && strcmp(end, units[i].unit) == 0 && number > 0 && number < 1e6)
            return number * units[i].points;
    return 0;
}

static double length_of(xmlNode *root, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)name);
    const double points = value ? points_of(g_strstrip((char *)value)) : 0;
    xmlFree(value);
    return points;
}

static void view_box(xmlNode *root, double *width, double *height)
{
    xmlChar *value = xmlGetNoNsProp(root, (const xmlChar *)"viewBox");
    double numbers[4] = {0};
    char *p = (char *)value;
    for (int i = 0; p && i < 4; i++) {
        p += strspn(p, " ,\t\r\n");
        numbers[i] = g_ascii_strtod(p, &p);
    }
    xmlFree(value);
    *width = numbers[2] > 0 && numbers[2] < 1e6 ? numbers[2] * 0.75 : 0;
    *height = numbers[3] > 0 && numbers[3] < 1e6 ? numbers[3] * 0.75 : 0;
}

bool svg_read_size(const char *data, size_t length, double *width, double *height, const char **why)
{
    bool good = false;
    xmlDoc *document = NULL;
    /* Refused before libxml2 sees them: it would expand entities in attributes. */
    if (g_strstr_len(data, (gssize)length, "<!ENTITY")) {
        *why = "it declares entities: remove its DOCTYPE";
        goto out;
    }
    document = xmlReadMemory(data, (int)length, NULL, NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (!root || strcmp((const char *)root->name, "svg") != 0) {
        *why = root ? "its root is not svg" : "it is not well-formed XML";
        goto out;
    }
    *width = length_of(root, "width");
    *height = length_of(root, "height");
    double box_width, box_height;
    view_box(root, &box_width, &box_height);
    if (*width <= 0 && *height <= 0) {
        *width = box_width;
        *height = box_height;
    } else if (box_width > 0 && box_height > 0) {
        if (*width <= 0)
            *width = *height * box_width / box_height;
        if (*height <= 0)
            *height = *width * box_height / box_width;
    }
    good = *width > 0 && *height > 0;
    *why = "it has neither width and height nor a viewBox";
out:
    xmlFreeDoc(document);
    return good;
}
