#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/images.h"
#include "manuscript/parse.h"

/* The words of an image's label, as they are spoken. */
static void append_alt(GString *alt, cmark_node *node, int depth)
{
    for (cmark_node *child = cmark_node_first_child(node); child && depth < NESTING_LIMIT;
         child = cmark_node_next(child)) {
        const cmark_node_type type = cmark_node_get_type(child);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            g_string_append(alt, cmark_node_get_literal(child));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            g_string_append_c(alt, ' ');
        append_alt(alt, child, depth + 1);
    }
}

/* "" when nothing is said. */
static const char *alt_of(struct parse *parse, cmark_node *image)
{
    GString *alt = g_string_new(NULL);
    append_alt(alt, image, 0);
    g_strstrip(alt->str);
    struct span span = {.kind = SPAN_TEXT, .text = arena_string(parse->reader->arena, alt->str)};
    g_string_free(alt, TRUE);
    clean_spans(parse->reader, &span);
    return span.text;
}

static void check_alt(struct parse *parse, const char *alt, bool decorative, struct position at)
{
    if (!decorative && !*alt)
        diags_report(parse->reader->diags, DIAG_WARNING, at, "alt-missing",
                     "say what the picture shows: ![a path past four stones](...); or mark it {.decorative}",
                     "the image has no description");
}

/* The {...} behind an image, if it is there. */
static const struct directive *attributes_after(cmark_node *image)
{
    cmark_node *next = cmark_node_next(image);
    const struct directive *directive = next ? syntax_directive(next) : NULL;
    return directive && directive->role == ROLE_IS_ATTRIBUTES ? directive : NULL;
}

struct span *image_span(struct parse *parse, cmark_node *image, struct position at,
                        const struct locator *locator, cmark_node **after)
{
    static const char *const names[] = {".decorative"};
    struct reader *reader = parse->reader;
    const struct directive *directive = attributes_after(image);
    struct attributes given = {0};
    if (directive) {
        given = attributes_read(reader, locator, directive->attributes, directive->attributes_at);
        attributes_allow(reader, &given, "an image among words", names, 1);
        *after = cmark_node_next(*after);
    }
    const struct image *found = images_find(reader, parse->source->base, cmark_node_get_url(image), at);
    const bool decorative = attributes_find(&given, ".decorative");
    const char *alt = decorative ? NULL : alt_of(parse, image);
    check_alt(parse, alt, decorative, at);
    if (!found)
        return NULL;
    struct span *span = ARENA_NEW(reader->arena, struct span);
    *span = (struct span){.kind = SPAN_IMAGE, .at = at, .image = found, .text = alt};
    return span;
}

/* The width of a figure: "60%" of the text column, or millimetres. */
static void read_width(struct parse *parse, const struct attribute *width, struct figure *figure)
{
    static const char range[] = "10% to 100%, or 10 to 250 (mm)";
    struct reader *reader = parse->reader;
    const char *value = width->value ? width->value : "";
    const bool percent = g_str_has_suffix(value, "%");
    const size_t length = strlen(value) - (percent ? 1 : g_str_has_suffix(value, "mm") ? 2 : 0);
    double number;
    if (!attribute_parse_number(arena_substring(reader->arena, value, length), &number))
        diags_report(reader->diags, DIAG_ERROR, width->at, "attribute-value", range, "width cannot be \"%s\"",
                     value);
    else if (number < 10 || number > (percent ? 100 : 250))
        diags_report(reader->diags, DIAG_ERROR, width->at, "attribute-range", range,
                     "width=%s is out of range", value);
    else if (percent)
        figure->width_percent = number;
    else
        figure->width_mm = number;
}

static struct attributes read_attributes(struct parse *parse, cmark_node *paragraph, cmark_node *image)
{
    static const char *const names[] = {".unnumbered", ".wide", ".full-page", ".here", ".decorative", "width", "describe"};
    const struct directive *directive = attributes_after(image);
    struct attributes given = {0};
    if (!directive)
        return given;
    struct locator locator;
    locator_open(&locator, parse->source, cmark_node_get_string_content(paragraph),
                 cmark_node_get_start_line(paragraph), cmark_node_get_start_column(paragraph));
    given = attributes_read(parse->reader, &locator, directive->attributes, directive->attributes_at);
    locator_close(&locator);
    attributes_allow(parse->reader, &given, "a figure", names, G_N_ELEMENTS(names));
    return given;
}

/* An image with nothing else beside it but its attributes and white space. */
static bool is_alone(cmark_node *image)
{
    if (!image || cmark_node_get_type(image) != CMARK_NODE_IMAGE)
        return false;
    cmark_node *next = cmark_node_next(image);
    if (next && attributes_after(image))
        next = cmark_node_next(next);
    for (; next; next = cmark_node_next(next)) {
        const char *text = cmark_node_get_type(next) == CMARK_NODE_TEXT ? cmark_node_get_literal(next) : NULL;
        if (!text || text[strspn(text, " \t\r\n")])
            return false;
    }
    return true;
}

struct block *figure_read(struct parse *parse, cmark_node *paragraph, bool *is_figure)
{
    struct reader *reader = parse->reader;
    cmark_node *image = cmark_node_first_child(paragraph);
    *is_figure = is_alone(image);
    if (!*is_figure)
        return NULL;
    const struct position at = block_place(parse, paragraph);
    const struct attributes given = read_attributes(parse, paragraph, image);
    const struct image *found = images_find(reader, parse->source->base, cmark_node_get_url(image), at);
    struct figure *figure = ARENA_NEW(reader->arena, struct figure);
    const struct attribute *describe = attributes_find(&given, "describe"),
                           *width = attributes_find(&given, "width");
    const bool decorative = attributes_find(&given, ".decorative");
    figure->image = found;
    figure->alt = decorative ? NULL : alt_of(parse, image);
    check_alt(parse, figure->alt, decorative, at);
    figure->description = describe ? clean_text(reader, describe->value) : NULL;
    figure->wide = attributes_find(&given, ".wide");
    figure->full_page = attributes_find(&given, ".full-page");
    figure->number = attributes_find(&given, ".unnumbered") || decorative ? 0 : 1; /* book_prepare counts */
    if (width)
        read_width(parse, width, figure);
    struct block *block = block_new(parse, BLOCK_FIGURE, at);
    block->figure = figure;
    block->id = given.id;
    block->spans = spans_fragment(parse, cmark_node_get_title(image), at);
    if (figure->full_page && block->spans)
        diags_report(reader->diags, DIAG_NOTE, at, "full-page-caption", "say it in the text",
                     "a picture that fills a page has no caption in print; the EPUB shows it");
    figure->here = attributes_find(&given, ".here") || (!figure->number && !block->spans && !figure->full_page);
    return found ? block : NULL;
}
