#include "pdf/finish.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>

#include "pdf/additions.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"

/* The numbers of the objects that hang on the catalogue, the trailer and the pages; 0 = not there. */
struct parts {
    int info, xmp, outline, places, labels;
    int *links; /* one a page */
};

static bool qpdf_failed(qpdf_data qpdf, struct diags *diags)
{
    if (!qpdf_has_error(qpdf))
        return false;
    diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL, "the PDF cannot be finished: %s",
                 qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
    return true;
}

static void set_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_new_unicode_string(qpdf, text));
}

static void set_value(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *value)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_parse(qpdf, value));
}

static void set_reference(qpdf_data qpdf, qpdf_oh dictionary, const char *key, int object)
{
    if (object > 0)
        qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_get_object_by_id(qpdf, object, 0));
}

/* The first object number that is free: that of an object made now, and never pointed to. */
static int first_free(qpdf_data qpdf)
{
    return qpdf_oh_get_object_id(qpdf, qpdf_make_indirect_object(qpdf, qpdf_oh_new_null(qpdf)));
}

static struct parts add_parts(struct additions *additions, const struct pages *pages, unsigned uses, const int *page_objects,
                              int *links)
{
    struct navigation *navigation = navigation_new(pages, uses, page_objects);
    const struct parts parts = {
        .info = metadata_add_info(additions, pages),
        .xmp = metadata_add_xmp(additions, pages),
        .outline = navigation_add_outline(navigation, additions),
        .places = navigation_add_places(navigation, additions),
        .labels = navigation_add_labels(navigation, additions),
        .links = links,
    };
    for (size_t i = 0; i < pages->count; i++)
        links[i] = navigation_add_links(navigation, i, additions);
    navigation_free(navigation);
    return parts;
}

static void finish_catalogue(qpdf_data qpdf, const struct pages *pages, const struct parts *parts)
{
    const qpdf_oh root = qpdf_get_root(qpdf);
    set_text(qpdf, root, "/Lang", pages->lang ? pages->lang : "en");
    set_value(qpdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    set_value(qpdf, root, "/PageMode", parts->outline ? "/UseOutlines" : "/UseNone");
    set_reference(qpdf, root, "/Outlines", parts->outline);
    set_reference(qpdf, root, "/PageLabels", parts->labels);
    set_reference(qpdf, root, "/Metadata", parts->xmp);
    if (parts->places > 0) {
        const qpdf_oh names = qpdf_oh_new_dictionary(qpdf);
        set_reference(qpdf, names, "/Dests", parts->places);
        qpdf_oh_replace_key(qpdf, root, "/Names", names);
    }
    set_reference(qpdf, qpdf_get_trailer(qpdf), "/Info", parts->info);
}

static void finish_pages(qpdf_data qpdf, const struct pages *pages, const int *page_objects,
                         const struct parts *parts)
{
    for (size_t i = 0; i < pages->count; i++) {
        const qpdf_oh page = qpdf_get_object_by_id(qpdf, page_objects[i], 0);
        const qpdf_oh box = qpdf_oh_get_key(qpdf, page, "/MediaBox");
        qpdf_oh_replace_key(qpdf, page, "/TrimBox", box);
        qpdf_oh_replace_key(qpdf, page, "/BleedBox", box);
        set_reference(qpdf, page, "/Annots", parts->links[i]);
        /* An empty content stream makes some readers complain. */
        if (!pages->page[i].items) {
            const qpdf_oh content = qpdf_oh_get_key(qpdf, page, "/Contents");
            const qpdf_oh nothing = qpdf_oh_new_null(qpdf);
            qpdf_oh_replace_stream_data(qpdf, content, (const unsigned char *)"q Q\n", 4, nothing, nothing);
        }
        qpdf_oh_release_all(qpdf);
    }
}

/* ISO 32000-1, 9.7.4.2: an embedded TrueType CIDFont says how it finds its glyphs; cairo 1.16 leaves it out.
 */
static void finish_fonts(qpdf_data qpdf, int objects)
{
    for (int object = 1; object < objects; object++) {
        const qpdf_oh font = qpdf_get_object_by_id(qpdf, object, 0);
        if (qpdf_oh_is_dictionary_of_type(qpdf, font, "/Font", "/CIDFontType2") &&
            !qpdf_oh_has_key(qpdf, font, "/CIDToGIDMap"))
            set_value(qpdf, font, "/CIDToGIDMap", "/Identity");
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

/* Everything between reading cairo's file and writing ours. */
static bool finish(qpdf_data qpdf, const struct pages *pages, unsigned uses, struct additions *additions, int objects,
                   struct diags *diags)
{
    int *page_objects = g_new0(int, pages->count + 1), *links = g_new0(int, pages->count + 1);
    for (size_t i = 0; i < pages->count; i++)
        page_objects[i] = qpdf_oh_get_object_id(qpdf, qpdf_get_page_n(qpdf, i));
    const struct parts parts = add_parts(additions, pages, uses, page_objects, links);
    size_t length;
    const char *json = additions_finish(additions, &length);
    bool finished = !(qpdf_update_from_json_data(qpdf, json, length) & QPDF_ERRORS);
    if (finished) {
        finish_catalogue(qpdf, pages, &parts);
        finish_pages(qpdf, pages, page_objects, &parts);
        finish_fonts(qpdf, objects);
        write_document(qpdf);
    }
    finished = !qpdf_failed(qpdf, diags) && finished;
    g_free(page_objects);
    g_free(links);
    return finished;
}

bool finish_document(const struct pages *pages, unsigned uses, struct bytes painted, struct arena *arena,
                     struct bytes *bytes, struct diags *diags)
{
    bool finished = false;
    struct additions *additions = NULL;
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if (!(qpdf_read_memory(qpdf, "painted pages", painted.data, painted.length, "") & QPDF_ERRORS)) {
        const int objects = first_free(qpdf);
        additions = additions_new(objects + 1);
        finished = finish(qpdf, pages, uses, additions, objects, diags);
    } else {
        qpdf_failed(qpdf, diags);
    }
    if (finished) {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    }
    qpdf_cleanup(&qpdf);
    additions_free(additions);
    return finished;
}
