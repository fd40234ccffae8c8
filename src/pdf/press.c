/* press: the edition for the press: painted by cairo in shades of grey, finished by qpdf the shortest way. */
#include "pdf/press.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <math.h>

#include "pdf/grey.h"
#include "pdf/paint.h"
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

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

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

static bool paint_pages(const struct pages *pages, const struct style *style, GByteArray *painted, struct diags *diags)
{
    const double width = pages->width + style->bleed, height = pages->height + 2 * style->bleed;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, painted, width, height);
    cairo_surface_set_fallback_resolution(surface, 600, 600);
    cairo_t *cairo = cairo_create(surface);
    struct painter *painter = painter_new(PAGE_USE_PRINT, diags);
    painter_grey(painter);
    bool good = true;
    for (size_t i = 0; i < press_page_count(pages); i++) {
        if (i < pages->count)
            good = paint_page(painter, cairo, &pages->page[i], style) && good;
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    if (good && status != CAIRO_STATUS_SUCCESS) {
        diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                     "the pages cannot be painted: %s", cairo_status_to_string(status));
        good = false;
    }
    painter_free(painter); /* after the surface, which still looks at the pictures while it finishes */
    cairo_surface_destroy(surface);
    return good;
}

/* ---- finishing ---- */

static void set_box(qpdf_data qpdf, qpdf_oh page, const char *key, double x, double y, double width, double height)
{
    const double corners[] = {x, y, x + width, y + height};
    const qpdf_oh box = qpdf_oh_new_array(qpdf);
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
        qpdf_oh_append_item(qpdf, box, qpdf_oh_new_real_from_double(qpdf, corners[i], 3));
    qpdf_oh_replace_key(qpdf, page, key, box);
}

static void set_boxes(qpdf_data qpdf, const struct pages *pages, double bleed)
{
    for (size_t i = 0; i < press_page_count(pages); i++) {
        const qpdf_oh page = qpdf_get_page_n(qpdf, i);
        const bool recto = i % 2 == 0;
        set_box(qpdf, page, "/MediaBox", 0, 0, pages->width + bleed, pages->height + 2 * bleed);
        set_box(qpdf, page, "/BleedBox", 0, 0, pages->width + bleed, pages->height + 2 * bleed);
        set_box(qpdf, page, "/TrimBox", recto ? 0 : bleed, bleed, pages->width, pages->height);
        qpdf_oh_release_all(qpdf);
    }
}

/* What stops the work, in words; NULL: nothing. */
static const char *finish(qpdf_data qpdf, const struct pages *pages, const struct style *style)
{
    if (!transparency_remove(qpdf))
        return "something is see-through";
    if (!grey_document(qpdf))
        return "a colour is told in a way that is not known";
    set_boxes(qpdf, pages, style->bleed);
    standard_apply(qpdf, pages, style->standard);
    standard_write(qpdf, style->standard);
    return qpdf_has_error(qpdf) ? qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)) : NULL;
}

static bool finish_pages(const struct pages *pages, const struct style *style, struct bytes painted, struct arena *arena,
                         struct bytes *bytes, struct diags *diags)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    const char *why = qpdf_read_memory(qpdf, "painted pages", painted.data, painted.length, "") & QPDF_ERRORS
                          ? qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf))
                          : finish(qpdf, pages, style);
    if (why) {
        diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                     "the press edition cannot be finished: %s", why);
    } else {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    }
    qpdf_cleanup(&qpdf);
    return !why;
}

bool pdf_write_press(const struct pages *pages, const struct style *style, struct arena *arena, struct bytes *bytes,
                     struct diags *diags)
{
    GByteArray *painted = g_byte_array_new();
    bool written = paint_pages(pages, style, painted, diags);
    if (written)
        written = finish_pages(pages, style, (struct bytes){(const char *)painted->data, painted->len}, arena, bytes, diags);
    g_byte_array_free(painted, TRUE);
    return written;
}
