#include "pdf/plain.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "pdf/additions.h"
#include "pdf/metadata.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *plain_surface(GByteArray *painted, double width, double height)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, painted, width, height);
    /* The finished file gets its own date; cairo would write the time of day. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    return surface;
}

static bool qpdf_failed(qpdf_data qpdf, struct diags *diags)
{
    if (!qpdf_has_error(qpdf))
        return false;
    diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL, "the PDF cannot be finished: %s",
                 qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
    return true;
}

static void set_value(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *value)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_parse(qpdf, value));
}

/* A page is cut where it ends. An empty content stream makes some readers complain. */
static void finish_page(qpdf_data qpdf, qpdf_oh page)
{
    const qpdf_oh box = qpdf_oh_get_key(qpdf, page, "/MediaBox"), nothing = qpdf_oh_new_null(qpdf);
    unsigned char *content = NULL;
    size_t length = 0;
    qpdf_oh_replace_key(qpdf, page, "/TrimBox", box);
    qpdf_oh_replace_key(qpdf, page, "/BleedBox", box);
    if (!(qpdf_oh_get_page_content_data(qpdf, page, &content, &length) & QPDF_ERRORS) && length == 0)
        qpdf_oh_replace_stream_data(qpdf, qpdf_oh_get_key(qpdf, page, "/Contents"),
                                    (const unsigned char *)"q Q\n", 4, nothing, nothing);
    free(content);
}

/* ISO 32000-1, 9.7.4.2: an embedded TrueType CIDFont says how it finds its glyphs; cairo 1.16 leaves it out. */
static void finish_font(qpdf_data qpdf, qpdf_oh object)
{
    if (qpdf_oh_is_dictionary_of_type(qpdf, object, "/Font", "/CIDFontType2") &&
        !qpdf_oh_has_key(qpdf, object, "/CIDToGIDMap"))
        set_value(qpdf, object, "/CIDToGIDMap", "/Identity");
}

static void finish_objects(qpdf_data qpdf, int objects)
{
    const int pages = qpdf_get_num_pages(qpdf);
    for (int i = 0; i < pages; i++) {
        finish_page(qpdf, qpdf_get_page_n(qpdf, (size_t)i));
        qpdf_oh_release_all(qpdf);
    }
    for (int object = 1; object < objects; object++) {
        finish_font(qpdf, qpdf_get_object_by_id(qpdf, object, 0));
        qpdf_oh_release_all(qpdf);
    }
}

static void write_document(qpdf_data qpdf)
{
    if (qpdf_init_write_memory(qpdf) & QPDF_ERRORS)
        return;
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_set_minimum_pdf_version(qpdf, "1.7");
    qpdf_write(qpdf);
}

/* `objects`: the first number that is free. */
static void finish(qpdf_data qpdf, const struct pages *pages, const char *preferences, int objects,
                   struct additions *additions)
{
    const int info = metadata_add_info(additions, pages);
    size_t length;
    const char *json = additions_finish(additions, &length);
    if (qpdf_update_from_json_data(qpdf, json, length) & QPDF_ERRORS)
        return;
    qpdf_oh_replace_key(qpdf, qpdf_get_trailer(qpdf), "/Info", qpdf_get_object_by_id(qpdf, info, 0));
    const qpdf_oh root = qpdf_get_root(qpdf);
    qpdf_oh_replace_key(qpdf, root, "/Lang", qpdf_oh_new_unicode_string(qpdf, pages->lang ? pages->lang : "en"));
    set_value(qpdf, root, "/ViewerPreferences", preferences);
    finish_objects(qpdf, objects);
    write_document(qpdf);
}

bool plain_finish(struct bytes painted, const struct pages *pages, const char *preferences, struct arena *arena,
                  struct bytes *bytes, struct diags *diags)
{
    struct additions *additions = NULL;
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if (!(qpdf_read_memory(qpdf, "painted sheets", painted.data, painted.length, "") & QPDF_ERRORS)) {
        /* The first free number is that of an object made now, and never pointed to. */
        const int objects =
            qpdf_oh_get_object_id(qpdf, qpdf_make_indirect_object(qpdf, qpdf_oh_new_null(qpdf)));
        additions = additions_new(objects + 1);
        finish(qpdf, pages, preferences, objects, additions);
    }
    const bool finished = !qpdf_failed(qpdf, diags);
    if (finished) {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    }
    qpdf_cleanup(&qpdf);
    additions_free(additions);
    return finished;
}
