#include "epub/blocks.h"
#include "epub/images.h"

/* Bitmaps narrower than this many pixels are shown in proportion, not across the whole column. */
static const double full_pixels = 600;

/* The width as one of the style sheet's classes, in tenths of the column: w1 to w10. */
static const char *width_class(const struct document *document, const struct figure *figure)
{
    const double measure = document->publication->book->style.measure;
    double percent = 100;
    if (figure->wide || figure->full_page)
        percent = 100;
    else if (figure->width_percent > 0)
        percent = figure->width_percent;
    else if (figure->width_mm > 0)
        percent = figure->width_mm * MM / measure * 100;
    else if (figure->image->width > 0)
        percent = figure->image->width / (figure->image->type == IMAGE_SVG ? measure : full_pixels) * 100;
    return arena_printf(document->arena, "w%d", CLAMP((int)(percent / 10 + 0.5), 1, 10));
}

static void image_open(struct document *document, const struct image *image, const char *alt)
{
    struct publication *publication = document->publication;
    const char *path = images_path(publication, image);
    images_show(publication, document->path, image);
    markup_open(document->markup, "img");
    markup_attribute(document->markup, "src", document_file(document, path));
    markup_attribute(document->markup, "alt", alt ? alt : "");
    if (!alt)
        markup_attribute(document->markup, "role", "presentation");
    else if (!*alt)
        publication->alt_missing = true;
}

void caption_write(struct document *document, const char *element, enum word word, int number,
                   const struct span *spans)
{
    if (!number && !spans)
        return;
    markup_open(document->markup, element);
    document_direction(document, spans);
    if (number) {
        const char *label = words_get(document->publication->words, word);
        document_word(document, "span", "label",
                      arena_printf(document->arena, "%s %d%s", label, number, spans ? "." : ""));
        markup_text(document->markup, spans ? " " : NULL);
    }
    spans_write(document, spans);
    markup_close(document->markup);
}

void figure_write(struct document *document, const struct block *block)
{
    const struct figure *figure = block->figure;
    const char *description =
        figure->alt && figure->description ? document_make_id(document, "description") : NULL;
    markup_open(document->markup, "figure");
    document_mark(document, block, width_class(document, figure));
    image_open(document, figure->image, figure->alt);
    markup_attribute(document->markup, "aria-describedby", description);
    markup_void(document->markup);
    caption_write(document, "figcaption", WORD_FIGURE, figure->number, block->spans);
    markup_close(document->markup);
    if (description) {
        /* Not shown, but spoken with the picture. */
        markup_open(document->markup, "p");
        markup_attribute(document->markup, "id", description);
        markup_attribute(document->markup, "hidden", "hidden");
        markup_text(document->markup, figure->description);
        markup_close(document->markup);
        document->publication->described = true;
    }
}

void image_write(struct document *document, const struct span *span)
{
    if (!span->image)
        return;
    image_open(document, span->image, span->text);
    markup_attribute(document->markup, "class", "inline");
    markup_void(document->markup);
}
