#include "manuscript/svg.h"

#include <libxml/parser.h>
#include <string.h>

#include "book/element.h"
#include "manuscript/svg_parts.h"

/* ---- what is told ---- */

void drawing_tell(struct drawing *drawing, const xmlNode *node, enum removal removal, const char *what)
{
    static const struct {
        const char *message; /* with the name of what is removed */
        const char *hint;
        enum severity severity;
    } removals[REMOVAL_COUNT] = {
        [REMOVED_SCRIPT] = {"a script (%s) is taken out of the drawing",
                            "a picture in a book cannot run anything", DIAG_WARNING},
        [REMOVED_HANDLER] = {"an event handler (%s) is taken out of the drawing",
                             "a picture in a book cannot run anything", DIAG_WARNING},
        [REMOVED_FOREIGN] = {"what is not SVG (%s) is taken out of the drawing",
                             "draw it with shapes and text, or save the picture as PNG", DIAG_WARNING},
        [REMOVED_ANIMATION] = {"an animation (%s) is taken out of the drawing", "it stands as it begins",
                               DIAG_WARNING},
        [REMOVED_OUTSIDE] =
            {"what leads out of the drawing is taken out of it: %s",
             "keep pictures inside the drawing as PNG or JPEG, and turn letters of special fonts into paths",
             DIAG_WARNING},
        [REMOVED_ELEMENT] = {"<%s> is not part of SVG 1.1 and is taken out of the drawing",
                             "save it as plain SVG", DIAG_WARNING},
        [REMOVED_PLACE] = {"<%s> stands where SVG 1.1 has no place for it and is taken out of the drawing",
                           "save it as plain SVG", DIAG_WARNING},
        [REMOVED_ATTRIBUTE] = {"the attribute %s is not part of SVG 1.1 and is taken out of the drawing",
                               "save it as plain SVG", DIAG_NOTE},
        [REMOVED_STYLE] = {"a style that a book cannot have is taken out of the drawing: %s", NULL,
                           DIAG_NOTE},
        [REMOVED_LINK] = {"a link in the drawing cannot be followed",
                          "put it into the text, or into the caption", DIAG_NOTE},
        [REMOVED_PICTURE] = {"a picture inside the drawing cannot be read and is taken out",
                             "only PNG and JPEG, written as base64, can stand in a drawing", DIAG_WARNING},
        [REMOVED_DANGLING] = {"what the drawing shows by a link is not in it: %s", NULL, DIAG_WARNING},
        [REMOVED_ID] = {"the id \"%s\" is used more than once in the drawing; the first one keeps it", NULL,
                        DIAG_NOTE},
    };
    if (drawing->told[removal])
        return;
    drawing->told[removal] = true;
    const struct position at = {drawing->shown, (int)xmlGetLineNo((xmlNode *)node), 0};
    char *brief = g_strdelimit(g_utf8_make_valid(what ? what : "", (gssize)strnlen(what ? what : "", 60)),
                               "\r\n\t", ' ');
    char **parts = g_strsplit(removals[removal].message, "%s", 2);
    diags_report(drawing->reader->diags, removals[removal].severity, at, "svg-cleaned",
                 removals[removal].hint, "%s%s%s", parts[0], parts[1] ? brief : "", parts[1] ? parts[1] : "");
    g_strfreev(parts);
    g_free(brief);
}

/* ---- size ---- */

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

/* Without a viewBox a drawing is not scaled but cut where it is shown at another size (SVG 1.1, 7.7). */
static void add_view_box(xmlNode *root, double width, double height)
{
    char numbers[2][G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(numbers[0], sizeof numbers[0], "%.6g", width / 0.75);
    g_ascii_formatd(numbers[1], sizeof numbers[1], "%.6g", height / 0.75);
    char *box = g_strdup_printf("0 0 %s %s", numbers[0], numbers[1]);
    xmlSetNsProp(root, NULL, BAD_CAST "viewBox", BAD_CAST box);
    g_free(box);
}

static bool read_size(xmlNode *root, struct image *image)
{
    double box_width, box_height;
    image->width = length_of(root, "width");
    image->height = length_of(root, "height");
    view_box(root, &box_width, &box_height);
    if (image->width <= 0 && image->height <= 0) {
        image->width = box_width;
        image->height = box_height;
    } else if (box_width > 0 && box_height > 0) {
        if (image->width <= 0)
            image->width = image->height * box_width / box_height;
        if (image->height <= 0)
            image->height = image->width * box_height / box_width;
    }
    if (image->width <= 0 || image->height <= 0)
        return false;
    if (box_width <= 0 || box_height <= 0)
        add_view_box(root, image->width, image->height);
    return true;
}

/* ---- the whole ---- */

/* Entities could read files or grow without end; a drawing has no need of them. */
static bool declares_entities(struct bytes file, xmlDocPtr document)
{
    const xmlDtd *dtd = document ? xmlGetIntSubset(document) : NULL;
    return g_strstr_len(file.data, (gssize)file.length, "<!ENTITY") || (dtd && dtd->children);
}

/* The reason that the parser gives, with its line. */
static const char *parse_error(struct reader *reader, xmlParserCtxtPtr parser)
{
    const xmlError *error = xmlCtxtGetLastError(parser);
    if (!error || !error->message)
        return "it is not well-formed XML";
    char *message = g_strstrip(g_utf8_make_valid(error->message, (gssize)strnlen(error->message, 200)));
    const char *why = arena_printf(reader->arena, "it is not well-formed XML: line %d: %s", error->line,
                                   g_strdelimit(message, "\n", ' '));
    g_free(message);
    return why;
}

/* The element alone: what stood before it (DOCTYPE, comments, style sheets) is left behind. */
static bool write_drawing(struct drawing *drawing, xmlNode *root, struct image *image)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    if (!buffer)
        g_error("out of memory");
    const bool written = xmlNodeDump(buffer, drawing->document, root, 0, 0) >= 0;
    const size_t length = (size_t)xmlBufferLength(buffer);
    if (written)
        image->bytes = (struct bytes){
            arena_substring(drawing->reader->arena, (const char *)xmlBufferContent(buffer), length), length};
    xmlBufferFree(buffer);
    return written;
}

static bool clean_drawing(struct drawing *drawing, struct image *image, const char **why)
{
    xmlNode *root = xmlDocGetRootElement(drawing->document);
    *why = "its root is not an svg of the namespace http://www.w3.org/2000/svg";
    if (!root || strcmp((const char *)root->name, "svg") != 0 || !svg_in_namespace(root->ns, svg_namespace))
        return false;
    *why = "it has neither width and height nor a viewBox";
    if (!read_size(root, image))
        return false;
    svg_clean(drawing, root);
    return svg_link(drawing, root, why) && write_drawing(drawing, root, image);
}

bool svg_read(struct reader *reader, struct image *image)
{
    struct drawing drawing = {.reader = reader,
                              .image = image,
                              .shown = source_shown(reader->arena, reader->folder, image->name),
                              .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                              .nodes = g_hash_table_new(g_str_hash, g_str_equal)};
    const char *why = "it declares entities: remove its DOCTYPE";
    bool done = false;
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    if (!parser)
        g_error("out of memory");
    /* Refused before libxml2 sees them: it would expand entities in attributes. */
    if (!declares_entities(image->bytes, NULL)) {
        drawing.document =
            xmlCtxtReadMemory(parser, image->bytes.data, (int)image->bytes.length, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
        if (!drawing.document)
            why = parse_error(reader, parser);
        else if (!declares_entities(image->bytes, drawing.document))
            done = clean_drawing(&drawing, image, &why);
    }
    if (!done)
        diags_report(reader->diags, DIAG_ERROR, image->at, "image-broken", why, "image \"%s\" cannot be read",
                     image->name);
    xmlFreeDoc(drawing.document);
    xmlFreeParserCtxt(parser);
    g_hash_table_destroy(drawing.nodes);
    g_hash_table_destroy(drawing.ids);
    return done;
}
