#include "pdf/finish.h"

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#include "pdf/additions.h"
#include "pdf/forms.h"
#include "pdf/intent.h"
#include "pdf/links.h"
#include "pdf/marks.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/structure.h"

/* The numbers of the objects that hang on the catalogue, the trailer and the pages; 0 = not there. */
struct parts {
    int info, xmp, intents, outline, places, labels, tree, form;
    int *annotations; /* one a page */
};

/* A document that is being finished. */
struct finishing {
    const struct pages *pages;
    unsigned uses;
    struct structure *structure;
    struct additions *additions;
    int *page_objects; /* one a page */
    int first_free;    /* of the numbers */
    struct parts parts;
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

/* Links and fields of each page, as an array. */
static void add_annotations(struct finishing *finishing, const struct navigation *navigation)
{
    struct additions *additions = finishing->additions;
    struct links *links = links_new(navigation, finishing->structure);
    struct forms *forms = forms_new(navigation, finishing->structure);
    for (size_t i = 0; i < finishing->pages->count; i++) {
        GString *annotations = g_string_new(NULL);
        links_add(links, i, additions, annotations);
        forms_add(forms, i, additions, annotations);
        if (annotations->len) {
            g_string_prepend_c(annotations, '[');
            g_string_append_c(annotations, ']');
            finishing->parts.annotations[i] = additions_reserve(additions);
            additions_add(additions, finishing->parts.annotations[i], annotations);
        } else {
            g_string_free(annotations, TRUE);
        }
    }
    finishing->parts.form = forms_finish(forms, additions);
    forms_free(forms);
    links_free(links);
}

static void add_parts(struct finishing *finishing)
{
    struct additions *additions = finishing->additions;
    struct parts *parts = &finishing->parts;
    struct navigation *navigation = navigation_new(finishing->pages, finishing->uses, finishing->page_objects);
    parts->info = metadata_add_info(additions, finishing->pages);
    parts->xmp = metadata_add_xmp(additions, finishing->pages, METADATA_ACCESSIBLE);
    parts->intents = intent_add_srgb(additions);
    parts->outline = navigation_add_outline(navigation, additions);
    parts->places = navigation_add_places(navigation, additions);
    parts->labels = navigation_add_labels(navigation, additions);
    add_annotations(finishing, navigation);
    parts->tree = structure_write(finishing->structure, additions, finishing->page_objects);
    navigation_free(navigation);
}

static void finish_catalogue(qpdf_data qpdf, const struct finishing *finishing)
{
    const struct parts *parts = &finishing->parts;
    const qpdf_oh root = qpdf_get_root(qpdf);
    set_text(qpdf, root, "/Lang", finishing->pages->lang ? finishing->pages->lang : "en");
    set_value(qpdf, root, "/MarkInfo", "<< /Marked true >>");
    set_value(qpdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    set_value(qpdf, root, "/PageMode", parts->outline ? "/UseOutlines" : "/UseNone");
    set_reference(qpdf, root, "/Outlines", parts->outline);
    set_reference(qpdf, root, "/PageLabels", parts->labels);
    set_reference(qpdf, root, "/Metadata", parts->xmp);
    set_reference(qpdf, root, "/OutputIntents", parts->intents);
    set_reference(qpdf, root, "/StructTreeRoot", parts->tree);
    set_reference(qpdf, root, "/AcroForm", parts->form);
    if (parts->places > 0) {
        const qpdf_oh names = qpdf_oh_new_dictionary(qpdf);
        set_reference(qpdf, names, "/Dests", parts->places);
        qpdf_oh_replace_key(qpdf, root, "/Names", names);
    }
    set_reference(qpdf, qpdf_get_trailer(qpdf), "/Info", parts->info);
}

/* The content with the structure's marks. An empty one makes some readers complain. False when something in it has none. */
static bool finish_content(qpdf_data qpdf, const struct finishing *finishing, size_t number, qpdf_oh page)
{
    unsigned char *content = NULL;
    size_t length = 0;
    GString *marked = g_string_new(NULL);
    bool good = !(qpdf_oh_get_page_content_data(qpdf, page, &content, &length) & QPDF_ERRORS);
    good = good && marks_rewrite(finishing->structure, number, finishing->uses, (struct bytes){(const char *)content, length}, marked);
    if (!marked->len)
        g_string_append(marked, "q Q\n");
    const qpdf_oh nothing = qpdf_oh_new_null(qpdf);
    qpdf_oh_replace_stream_data(qpdf, qpdf_oh_get_key(qpdf, page, "/Contents"), (const unsigned char *)marked->str, marked->len, nothing,
                                nothing);
    g_string_free(marked, TRUE);
    free(content);
    return good;
}

static void report_unmarked(const struct finishing *finishing, size_t page, struct diags *diags)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                 "something on page \"%s\" has no place in the structure", finishing->pages->page[page].label);
}

static bool finish_pages(qpdf_data qpdf, const struct finishing *finishing, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < finishing->pages->count && good; i++) {
        const qpdf_oh page = qpdf_get_object_by_id(qpdf, finishing->page_objects[i], 0);
        const qpdf_oh box = qpdf_oh_get_key(qpdf, page, "/MediaBox");
        qpdf_oh_replace_key(qpdf, page, "/TrimBox", box);
        qpdf_oh_replace_key(qpdf, page, "/BleedBox", box);
        qpdf_oh_replace_key(qpdf, page, "/StructParents", qpdf_oh_new_integer(qpdf, (long long)i));
        set_reference(qpdf, page, "/Annots", finishing->parts.annotations[i]);
        set_value(qpdf, page, "/Tabs", "/S");
        good = finish_content(qpdf, finishing, i, page);
        if (!good)
            report_unmarked(finishing, i, diags);
        qpdf_oh_release_all(qpdf);
    }
    return good;
}

/* ISO 32000-1, 9.7.4.2: an embedded TrueType CIDFont says how it finds its glyphs; cairo 1.16 leaves it out. */
static void finish_font(qpdf_data qpdf, qpdf_oh font)
{
    if (qpdf_oh_is_dictionary_of_type(qpdf, font, "/Font", "/CIDFontType2") && !qpdf_oh_has_key(qpdf, font, "/CIDToGIDMap"))
        set_value(qpdf, font, "/CIDToGIDMap", "/Identity");
}

static void finish_objects(qpdf_data qpdf, int objects)
{
    for (int object = 1; object < objects; object++) {
        const qpdf_oh found = qpdf_get_object_by_id(qpdf, object, 0);
        if (qpdf_oh_is_stream(qpdf, found))
            qpdf_oh_remove_key(qpdf, qpdf_oh_get_dict(qpdf, found), "/Interpolate"); /* ISO 19005-2, 6.2.8 */
        else
            finish_font(qpdf, found);
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
    qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE); /* ISO 19005-2, 6.1.7.1 */
    qpdf_set_minimum_pdf_version(qpdf, "1.7");
    qpdf_write(qpdf);
}

/* Everything between reading cairo's file and writing ours. */
static bool finish(qpdf_data qpdf, struct finishing *finishing, struct diags *diags)
{
    for (size_t i = 0; i < finishing->pages->count; i++)
        finishing->page_objects[i] = qpdf_oh_get_object_id(qpdf, qpdf_get_page_n(qpdf, i));
    add_parts(finishing);
    if (finishing->parts.form < 0) {
        diags_report(diags, DIAG_ERROR, (struct position){0}, "form-font", "name another font in style: fonts: sans",
                     "no letters to fill the form in with can be taken from \"%s\"", finishing->pages->form_font);
        return false;
    }
    size_t length;
    const char *json = additions_finish(finishing->additions, &length);
    bool finished = !(qpdf_update_from_json_data(qpdf, json, length) & QPDF_ERRORS);
    if (finished) {
        finish_catalogue(qpdf, finishing);
        finished = finish_pages(qpdf, finishing, diags);
        finish_objects(qpdf, finishing->first_free);
        write_document(qpdf);
    }
    return !qpdf_failed(qpdf, diags) && finished;
}

static void finishing_clear(struct finishing *finishing)
{
    structure_free(finishing->structure);
    additions_free(finishing->additions);
    g_free(finishing->page_objects);
    g_free(finishing->parts.annotations);
}

bool finish_document(const struct pages *pages, unsigned uses, struct bytes painted, struct arena *arena,
                     struct bytes *bytes, struct diags *diags)
{
    bool finished = false;
    struct finishing finishing = {.pages = pages, .uses = uses, .page_objects = g_new0(int, pages->count + 1)};
    finishing.parts.annotations = g_new0(int, pages->count + 1);
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if (!(qpdf_read_memory(qpdf, "painted pages", painted.data, painted.length, "") & QPDF_ERRORS)) {
        finishing.first_free = first_free(qpdf);
        finishing.additions = additions_new(finishing.first_free + 1);
        finishing.structure = structure_new(pages, uses);
        finished = finish(qpdf, &finishing, diags);
    } else {
        qpdf_failed(qpdf, diags);
    }
    if (finished) {
        const size_t length = qpdf_get_buffer_length(qpdf);
        *bytes = (struct bytes){arena_copy(arena, qpdf_get_buffer(qpdf), length), length};
    }
    qpdf_cleanup(&qpdf);
    finishing_clear(&finishing);
    return finished;
}
