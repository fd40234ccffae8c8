/* cover: a cover for a press, as cairo paints them: boxes, a name and a date are added, and nothing to click on. */
#include <cairo-pdf.h>
#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "pdf/black.h"
#include "pdf/metadata.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"

/* ---- painting ---- */

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static bool paint_pages(const struct pages *pages, GByteArray *painted, struct diags *diags)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, painted, pages->width, pages->height);
    /* The oldest that cairo writes: whatever a printer has can read it. */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    cairo_t *cairo = cairo_create(surface);
    struct painter *painter = painter_new(PAGE_USE_PRINT, diags);
    bool good = true;
    for (size_t i = 0; i < pages->count; i++) {
        good = painter_paint(painter, cairo, &pages->page[i]) && good;
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    if (good && status != CAIRO_STATUS_SUCCESS)
        diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                     "the pages cannot be painted: %s", cairo_status_to_string(status));
    painter_free(painter); /* after the surface, which still looks at the pictures while it finishes */
    cairo_surface_destroy(surface);
    return good && status == CAIRO_STATUS_SUCCESS;
}

/* ---- finishing ---- */

static void set_value(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *value)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_parse(qpdf, value));
}

/* ISO 32000-1, 14.11.2: what is printed, and what is left of it once it is cut. */
static void finish_pages(qpdf_data qpdf, const struct pages *pages, double bleed)
{
    char box[4][G_ASCII_DTOSTR_BUF_SIZE];
    const double corners[] = {bleed, bleed, pages->width - bleed, pages->height - bleed};
    for (int i = 0; i < 4; i++)
        g_ascii_formatd(box[i], sizeof box[i], "%.4f", corners[i]);
    char *trim = g_strdup_printf("[%s %s %s %s]", box[0], box[1], box[2], box[3]);
    for (size_t i = 0; i < pages->count; i++) {
        const qpdf_oh page = qpdf_get_page_n(qpdf, i);
        qpdf_oh_replace_key(qpdf, page, "/BleedBox", qpdf_oh_get_key(qpdf, page, "/MediaBox"));
        set_value(qpdf, page, "/TrimBox", trim);
        black_page(qpdf, page);
        qpdf_oh_remove_key(qpdf, page, "/Group"); /* nothing on the page is see-through */
    }
    g_free(trim);
}

/* What cairo 1.16 leaves out of an embedded TrueType font (ISO 32000-1, 9.7.4.2), and what it adds to a JPEG. */
static void finish_objects(qpdf_data qpdf, int objects)
{
    for (int object = 1; object < objects; object++) {
        const qpdf_oh found = qpdf_get_object_by_id(qpdf, object, 0);
        if (qpdf_oh_is_dictionary_of_type(qpdf, found, "/Font", "/CIDFontType2") && !qpdf_oh_has_key(qpdf, found, "/CIDToGIDMap"))
            set_value(qpdf, found, "/CIDToGIDMap", "/Identity");
        else if (qpdf_oh_is_stream(qpdf, found))
            qpdf_oh_remove_key(qpdf, qpdf_oh_get_dict(qpdf, found), "/Interpolate");
        qpdf_oh_release_all(qpdf);
    }
}

static void finish_catalogue(qpdf_data qpdf, const struct pages *pages, int info, int xmp)
{
    const qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh_replace_key(qpdf, root, "/Lang", qpdf_oh_new_unicode_string(qpdf, pages->lang ? pages->lang : "en"));
    set_value(qpdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    qpdf_oh_replace_key(qpdf, root, "/Metadata", qpdf_get_object_by_id(qpdf, xmp, 0));
    qpdf_oh_replace_key(qpdf, qpdf_get_trailer(qpdf), "/Info", qpdf_get_object_by_id(qpdf, info, 0));
}

static void write_document(qpdf_data qpdf)
{
    if (qpdf_init_write_memory(qpdf) & QPDF_ERRORS)
        return;
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_disable);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_write(qpdf);
}

static bool finish(qpdf_data qpdf, const struct pages *pages, double bleed, struct additions **additions)
{
    /* The first object number that is free: that of an object made now, and never pointed to. */
    const int objects = qpdf_oh_get_object_id(qpdf, qpdf_make_indirect_object(qpdf, qpdf_oh_new_null(qpdf)));
    *additions = additions_new(objects + 1);
    const int info = metadata_add_info(*additions, pages), xmp = metadata_add_xmp(*additions, pages);
    size_t length;
    const char *json = additions_finish(*additions, &length);
    if (qpdf_update_from_json_data(qpdf, json, length) & QPDF_ERRORS)
        return false;
    finish_catalogue(qpdf, pages, info, xmp);
    finish_pages(qpdf, pages, bleed);
    finish_objects(qpdf, objects);
    write_document(qpdf);
    return !qpdf_has_error(qpdf);
}

static bool finish_painted(const struct pages *pages, double bleed, const GByteArray *painted, struct arena *arena,
                           struct bytes *bytes, struct diags *diags)
{
    struct additions *additions = NULL; /* until all is written: qpdf reads out of them */
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    const bool finished =
        !(qpdf_read_memory(qpdf, "painted pages", (const char *)painted->data, painted->len, "") & QPDF_ERRORS) &&
        finish(qpdf, pages, bleed, &additions);
    if (finished) {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    } else {
        diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL, "the PDF cannot be finished: %s",
                     qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
    }
    qpdf_cleanup(&qpdf);
    additions_free(additions);
    return finished;
}

bool pdf_write_cover(const struct pages *pages, double bleed, struct arena *arena, struct bytes *bytes,
                     struct diags *diags)
{
    GByteArray *painted = g_byte_array_new();
    const bool written =
        paint_pages(pages, painted, diags) && finish_painted(pages, bleed, painted, arena, bytes, diags);
    g_byte_array_free(painted, TRUE);
    return written;
}
