/* screen: the edition for the screen: painted by cairo, finished by qpdf. */
#include <cairo-pdf.h>
#include <glib.h>

#include "pdf/finish.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* All pages as cairo's PDF. Goes on after a broken picture, so that all of them are reported. */
static bool paint_pages(const struct pages *pages, unsigned uses, GByteArray *painted, struct diags *diags)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, painted, pages->width, pages->height);
    /* The finished file gets its own date; cairo would write the time of day. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_t *cairo = cairo_create(surface);
    struct painter *painter = painter_new(uses, diags);
    bool good = true;
    for (size_t i = 0; i < pages->count; i++) {
        good = painter_paint_marked(painter, cairo, &pages->page[i]) && good;
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

bool pdf_write_screen(const struct pages *pages, unsigned uses, struct arena *arena, struct bytes *bytes,
                      struct diags *diags)
{
    GByteArray *painted = g_byte_array_new();
    bool written = paint_pages(pages, uses, painted, diags);
    if (written) {
        const struct bytes whole = {(const char *)painted->data, painted->len};
        written = finish_document(pages, uses, whole, arena, bytes, diags);
    }
    g_byte_array_free(painted, TRUE);
    return written;
}
