#include "pdf/document.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <string.h>

#include "pdf/objects.h"

/* Pixels an inch where cairo cannot say something in PDF's own terms. */
static const double FALLBACK = 600;

static void report(struct diags *diags, const char *what, const char *why)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL, "the PDF cannot be %s: %s", what, why);
}

/* ---- painting ---- */

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* cairo writes 1.4 or 1.5; so old a file knows no object streams (ISO 32000-1, 7.5.7). */
static bool is_old(const char *version)
{
    return strcmp(version, "1.5") < 0;
}

static cairo_surface_t *surface_of(const struct document *document, GByteArray *painted)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, painted, document->width, document->height);
    if (is_old(document->version))
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_surface_set_fallback_resolution(surface, FALLBACK, FALLBACK);
    /* The finished file gets its own date; cairo would write the time of day. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    return surface;
}

static bool paint_sheets(const struct document *document, GByteArray *painted, struct diags *diags)
{
    cairo_surface_t *surface = surface_of(document, painted);
    cairo_t *cairo = cairo_create(surface);
    bool good = true;
    for (size_t i = 0; i < document->sheets; i++) {
        good = document->paint(document->closure, i, document->painter, cairo) && good;
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (good && status != CAIRO_STATUS_SUCCESS)
        report(diags, "painted", cairo_status_to_string(status));
    return good && status == CAIRO_STATUS_SUCCESS;
}

/* ---- finishing ---- */

/* What cairo 1.16 leaves out of an embedded TrueType font (ISO 32000-1, 9.7.4.2), and what it adds to a JPEG. */
static bool mend(qpdf_data qpdf, qpdf_oh object, qpdf_oh dictionary, void *closure)
{
    (void)closure;
    if (object_has(qpdf, dictionary, "/Subtype", "/CIDFontType2") && !qpdf_oh_has_key(qpdf, dictionary, "/CIDToGIDMap"))
        object_set_value(qpdf, dictionary, "/CIDToGIDMap", "/Identity");
    if (qpdf_oh_is_stream(qpdf, object))
        qpdf_oh_remove_key(qpdf, dictionary, "/Interpolate");
    return true;
}

static void write_document(qpdf_data qpdf, const char *version)
{
    if (qpdf_init_write_memory(qpdf) & QPDF_ERRORS)
        return;
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, is_old(version) ? qpdf_o_disable : qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE); /* ISO 19005-2, 6.1.7.1 */
    qpdf_force_pdf_version(qpdf, version);
    qpdf_write(qpdf);
}

/* What stops the work, in words; NULL: nothing. */
static const char *finish(const struct document *document, qpdf_data qpdf, struct bytes painted, struct diags *diags)
{
    const char *why = NULL;
    if (!(qpdf_read_memory(qpdf, "painted sheets", painted.data, painted.length, "") & QPDF_ERRORS)) {
        objects_visit(qpdf, mend, NULL);
        why = document->finish(document->closure, qpdf, diags);
        if (!why)
            write_document(qpdf, document->version);
    }
    return why || !qpdf_has_error(qpdf) ? why : qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf));
}

static bool finish_sheets(const struct document *document, struct bytes painted, struct arena *arena, struct bytes *bytes,
                          struct diags *diags)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    const char *why = finish(document, qpdf, painted, diags);
    if (!why) {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    } else if (*why) {
        report(diags, "finished", why);
    }
    qpdf_cleanup(&qpdf);
    return !why;
}

bool document_make(const struct document *document, struct arena *arena, struct bytes *bytes, struct diags *diags)
{
    GByteArray *painted = g_byte_array_new();
    const bool made = paint_sheets(document, painted, diags) &&
                      finish_sheets(document, (struct bytes){(const char *)painted->data, painted->len}, arena, bytes, diags);
    g_byte_array_free(painted, TRUE);
    return made;
}
