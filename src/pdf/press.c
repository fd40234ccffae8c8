/* press: the edition for the press: painted by cairo in shades of grey, finished by qpdf the shortest way. */
#include "pdf/press.h"

#include <glib.h>
#include <math.h>

#include "pdf/document.h"
#include "pdf/grey.h"
#include "pdf/objects.h"
#include "pdf/pdf.h"
#include "pdf/standard.h"
#include "pdf/transparency.h"

/* The accent is at least so dark, and letters with so much ink are black: a press breaks grey up into dots. */
static const double ACCENT_INK = 0.4, BLACK_INK = 0.4;

/* ---- pages ---- */

bool press_is_blank(const struct page *page)
{
    for (const struct item *item = page->items; item; item = item->next)
        if (!(item->hidden_in & PAGE_USE_PRINT))
            return false;
    return true;
}

size_t press_page_count(const struct pages *pages)
{
    const bool blank = pages->count > 0 && press_is_blank(&pages->page[pages->count - 1]);
    const size_t count = pages->count + !blank;
    return count + count % 2;
}

static bool is_accent(struct colour colour, const struct style *style)
{
    const struct colour *accent = &style->accent;
    return fabs(colour.red - accent->red) + fabs(colour.green - accent->green) + fabs(colour.blue - accent->blue) < 1e-3;
}

static struct colour grey_ink(struct colour colour, bool letters, const struct style *style)
{
    double ink = 1 - grey_flat(colour);
    if (is_accent(colour, style))
        ink = MAX(ink, ACCENT_INK);
    if (letters && ink >= BLACK_INK)
        ink = 1;
    return (struct colour){1 - ink, 1 - ink, 1 - ink};
}

struct item press_item(const struct item *item, const struct style *style)
{
    struct item inked = *item;
    inked.fill = grey_ink(item->fill, item->kind == ITEM_TEXT, style);
    inked.stroke = grey_ink(item->stroke, false, style);
    return inked;
}

/* ---- painting ---- */

/* The trim stands at the spine's side of the sheet: what bleeds does so at the other three. */
static bool paint_page(struct painter *painter, cairo_t *cairo, const struct page *page, const struct style *style)
{
    struct arena *arena = arena_new();
    struct page inked = {.label = page->label};
    for (const struct item *item = page->items; item; item = item->next)
        page_add(arena, &inked, press_item(item, style));
    cairo_save(cairo);
    cairo_translate(cairo, page->recto ? 0 : style->bleed, style->bleed);
    const bool painted = painter_paint(painter, cairo, &inked);
    cairo_restore(cairo);
    arena_free(arena);
    return painted;
}

/* What is made a press edition of. */
struct pressing {
    const struct pages *pages;
    const struct style *style;
};

static bool paint(void *closure, size_t sheet, struct painter *painter, cairo_t *cairo)
{
    const struct pressing *pressing = closure;
    return sheet >= pressing->pages->count || paint_page(painter, cairo, &pressing->pages->page[sheet], pressing->style);
}

/* ---- finishing ---- */

static void set_boxes(qpdf_data qpdf, const struct pages *pages, double bleed)
{
    for (size_t i = 0; i < press_page_count(pages); i++) {
        const qpdf_oh page = qpdf_get_page_n(qpdf, i);
        const bool recto = i % 2 == 0;
        object_set_box(qpdf, page, "/MediaBox", 0, 0, pages->width + bleed, pages->height + 2 * bleed);
        object_set_box(qpdf, page, "/BleedBox", 0, 0, pages->width + bleed, pages->height + 2 * bleed);
        object_set_box(qpdf, page, "/TrimBox", recto ? 0 : bleed, bleed, pages->width, pages->height);
        qpdf_oh_release_all(qpdf);
    }
}

static const char *finish(void *closure, qpdf_data qpdf, struct diags *diags)
{
    (void)diags;
    const struct pressing *pressing = closure;
    if (!transparency_remove(qpdf))
        return "something is see-through";
    if (!grey_document(qpdf))
        return "a colour is told in a way that is not known";
    set_boxes(qpdf, pressing->pages, pressing->style->bleed);
    standard_apply(qpdf, pressing->pages, pressing->style->standard);
    return NULL;
}

bool pdf_write_press(const struct pages *pages, const struct style *style, struct arena *arena, struct bytes *bytes,
                     struct diags *diags)
{
    struct pressing pressing = {pages, style};
    const struct document document = {.width = pages->width + style->bleed, .height = pages->height + 2 * style->bleed,
                                      .sheets = press_page_count(pages), .version = standard_version(style->standard),
                                      .painter = painter_new(PAGE_USE_PRINT, diags), .closure = &pressing,
                                      .paint = paint, .finish = finish};
    painter_grey(document.painter);
    const bool written = document_make(&document, arena, bytes, diags);
    painter_free(document.painter);
    return written;
}
