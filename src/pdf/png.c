/* png: one page as a picture. */
#include <cairo.h>
#include <glib.h>
#include <math.h>

#include "pdf/paint.h"
#include "pdf/pdf.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

bool pdf_write_png(const struct pages *pages, size_t page, int pixels, struct arena *arena,
                   struct bytes *bytes, struct diags *diags)
{
    const double scale = pixels / pages->width;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, (int)lround(pages->height * scale));
    cairo_t *cairo = cairo_create(surface);
    struct painter *painter = painter_new(0, diags);
    GByteArray *file = g_byte_array_new();
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    bool written = painter_paint(painter, cairo, &pages->page[page]);
    if (written) {
        const cairo_status_t status = cairo_surface_write_to_png_stream(surface, append, file);
        written = status == CAIRO_STATUS_SUCCESS;
        if (written)
            *bytes = (struct bytes){arena_copy(arena, file->data, file->len), file->len};
        else
            diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                         "no picture of a page: %s", cairo_status_to_string(status));
    }
    g_byte_array_free(file, TRUE);
    painter_free(painter);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return written;
}
