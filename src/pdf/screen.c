/* screen: the edition for the screen: tagged, linked, to be filled in (ISO 14289-1, PDF/UA-1; ISO 19005-2, PDF/A-2a). */
#include <stdlib.h>

#include "pdf/additions.h"
#include "pdf/document.h"
#include "pdf/forms.h"
#include "pdf/intent.h"
#include "pdf/links.h"
#include "pdf/marks.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/objects.h"
#include "pdf/pdf.h"
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
    struct parts parts;
};

static bool paint(void *closure, size_t sheet, struct painter *painter, cairo_t *cairo)
{
    const struct finishing *finishing = closure;
    return painter_paint_marked(painter, cairo, &finishing->pages->page[sheet]);
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
    metadata_hang(qpdf, finishing->pages, parts->info, parts->xmp);
    object_set_value(qpdf, root, "/MarkInfo", "<< /Marked true >>");
    object_set_value(qpdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    object_set_value(qpdf, root, "/PageMode", parts->outline ? "/UseOutlines" : "/UseNone");
    object_set_reference(qpdf, root, "/Outlines", parts->outline);
    object_set_reference(qpdf, root, "/PageLabels", parts->labels);
    object_set_reference(qpdf, root, "/OutputIntents", parts->intents);
    object_set_reference(qpdf, root, "/StructTreeRoot", parts->tree);
    object_set_reference(qpdf, root, "/AcroForm", parts->form);
    if (parts->places > 0) {
        const qpdf_oh names = qpdf_oh_new_dictionary(qpdf);
        object_set_reference(qpdf, names, "/Dests", parts->places);
        qpdf_oh_replace_key(qpdf, root, "/Names", names);
    }
}

/* The content with the structure's marks. False when something in it has none. */
static bool finish_content(qpdf_data qpdf, const struct finishing *finishing, size_t number, qpdf_oh page)
{
    unsigned char *content = NULL;
    size_t length = 0;
    GString *marked = g_string_new(NULL);
    bool good = !(qpdf_oh_get_page_content_data(qpdf, page, &content, &length) & QPDF_ERRORS);
    good = good && marks_rewrite(finishing->structure, number, finishing->uses, (struct bytes){(const char *)content, length}, marked);
    object_set_stream(qpdf, qpdf_oh_get_key(qpdf, page, "/Contents"), marked->str, marked->len);
    g_string_free(marked, TRUE);
    free(content);
    return good;
}

/* False when something on a page has no place in the structure. */
static bool finish_pages(qpdf_data qpdf, const struct finishing *finishing)
{
    bool good = true;
    for (size_t i = 0; i < finishing->pages->count && good; i++) {
        const qpdf_oh page = qpdf_get_object_by_id(qpdf, finishing->page_objects[i], 0);
        object_trim_whole(qpdf, page);
        qpdf_oh_replace_key(qpdf, page, "/StructParents", qpdf_oh_new_integer(qpdf, (long long)i));
        object_set_reference(qpdf, page, "/Annots", finishing->parts.annotations[i]);
        object_set_value(qpdf, page, "/Tabs", "/S");
        good = finish_content(qpdf, finishing, i, page);
        qpdf_oh_release_all(qpdf);
    }
    return good;
}

static const char *report_font(const struct pages *pages, struct diags *diags)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "form-font", "name another font in style: fonts: sans",
                 "no letters to fill the form in with can be taken from \"%s\"", pages->form_font);
    return "";
}

static const char *finish(void *closure, qpdf_data qpdf, struct diags *diags)
{
    struct finishing *finishing = closure;
    const size_t count = finishing->pages->count;
    for (size_t i = 0; i < count; i++)
        finishing->page_objects[i] = qpdf_oh_get_object_id(qpdf, qpdf_get_page_n(qpdf, i));
    finishing->additions = additions_new(objects_first_free(qpdf) + 1);
    finishing->structure = structure_new(finishing->pages, finishing->uses);
    add_parts(finishing);
    if (finishing->parts.form < 0)
        return report_font(finishing->pages, diags);
    additions_apply(finishing->additions, qpdf);
    finish_catalogue(qpdf, finishing);
    return finish_pages(qpdf, finishing) ? NULL : "something on a page has no place in the structure";
}

bool pdf_write_screen(const struct pages *pages, unsigned uses, struct arena *arena, struct bytes *bytes,
                      struct diags *diags)
{
    struct finishing finishing = {.pages = pages, .uses = uses, .page_objects = g_new0(int, pages->count + 1)};
    finishing.parts.annotations = g_new0(int, pages->count + 1);
    const struct document document = {.width = pages->width, .height = pages->height, .sheets = pages->count, .version = "1.7",
                                      .painter = painter_new(uses, diags), .closure = &finishing, .paint = paint,
                                      .finish = finish};
    const bool written = document_make(&document, arena, bytes, diags);
    painter_free(document.painter);
    structure_free(finishing.structure);
    additions_free(finishing.additions);
    g_free(finishing.page_objects);
    g_free(finishing.parts.annotations);
    return written;
}
