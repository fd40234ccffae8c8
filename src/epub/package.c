#include "epub/package.h"

#include <string.h>

#include "epub/embed.h"

static void meta_write(struct markup *markup, const char *property, const char *value)
{
    markup_open(markup, "meta");
    markup_attribute(markup, "property", property);
    markup_text(markup, value);
    markup_close(markup);
}

static void refinement_write(struct markup *markup, const char *id, const char *property, const char *scheme,
                             const char *value)
{
    if (!value)
        return;
    char *refines = g_strconcat("#", id, NULL);
    markup_open(markup, "meta");
    markup_attribute(markup, "refines", refines);
    markup_attribute(markup, "property", property);
    markup_attribute(markup, "scheme", scheme);
    markup_text(markup, value);
    markup_close(markup);
    g_free(refines);
}

static void dublin_core(struct markup *markup, const char *element, const char *id, const char *value)
{
    if (!value || !*value)
        return;
    markup_open(markup, element);
    markup_attribute(markup, "id", id);
    markup_text(markup, value);
    markup_close(markup);
}

static void people_write(struct markup *markup, struct arena *arena, const struct metadata *about)
{
    int number = 0;
    for (const struct author *author = about->authors; author; author = author->next) {
        const char *id = arena_printf(arena, "person.%d", ++number);
        const char *role = author->role ? author->role : "aut";
        dublin_core(markup, strcmp(role, "aut") == 0 ? "dc:creator" : "dc:contributor", id, author->name);
        refinement_write(markup, id, "role", "marc:relators", role);
        refinement_write(markup, id, "file-as", NULL, author->file_as);
        refinement_write(markup, id, "display-seq", NULL, arena_printf(arena, "%d", number));
    }
}

static void about_write(struct markup *markup, struct arena *arena, const struct metadata *about)
{
    dublin_core(markup, "dc:identifier", "identifier", about->identifier);
    if (g_ascii_strncasecmp(about->identifier, "urn:isbn:", 9) == 0)
        refinement_write(markup, "identifier", "identifier-type", "onix:codelist5", "15");
    dublin_core(markup, "dc:title", "title", about->title);
    refinement_write(markup, "title", "title-type", NULL, "main");
    if (about->subtitle) {
        refinement_write(markup, "title", "display-seq", NULL, "1");
        dublin_core(markup, "dc:title", "subtitle", about->subtitle);
        refinement_write(markup, "subtitle", "title-type", NULL, "subtitle");
        refinement_write(markup, "subtitle", "display-seq", NULL, "2");
    }
    people_write(markup, arena, about);
    dublin_core(markup, "dc:language", NULL, about->lang);
    dublin_core(markup, "dc:date", NULL, about->date);
    for (const struct subject *subject = about->subjects; subject; subject = subject->next)
        dublin_core(markup, "dc:subject", NULL, subject->text);
    dublin_core(markup, "dc:description", NULL, about->description);
    dublin_core(markup, "dc:publisher", NULL, about->publisher);
    dublin_core(markup, "dc:rights", NULL, about->rights);
    meta_write(markup, "dcterms:modified", arena_printf(arena, "%sT00:00:00Z", about->date));
}

/* Whose pages the page list names. EPUB Accessibility 1.1 has "pageBreakSource" for this, which older
 * checkers take for an error; the form of EPUB 3.0.1 is understood by all. */
static void page_source_write(struct markup *markup, const struct publication *publication)
{
    const char *workbook = publication->input->workbook;
    if (!publication->pages->len)
        return;
    dublin_core(markup, "dc:source", "source", workbook ? workbook : publication->book->about.identifier);
    refinement_write(markup, "source", "source-of", NULL, "pagination");
}

/* What the files hold, in one paragraph. In English, whatever the book's language. */
static void summary_write(struct markup *markup, const struct publication *publication)
{
    GString *summary =
        g_string_new("Reflowable text in a single reading order, with a table of contents, landmarks "
                     "and headings.");
    if (publication->images)
        g_string_append(summary, publication->alt_missing
                                     ? " Some images have no text alternative."
                                     : " Images have text alternatives or are decorative.");
    if (publication->described)
        g_string_append(summary, " Some images have a longer description.");
    if (publication->sheets)
        g_string_append(summary,
                        " Worksheets are given as numbered prompts to be answered in a notebook; what print "
                        "draws as a diagram is given as text.");
    if (publication->pages->len)
        g_string_append(summary, " Places in the text carry the page numbers of the printed edition.");
    g_string_append(summary, " No audio, video, scripts or flashing content.");
    markup_open(markup, "meta");
    markup_attribute(markup, "property", "schema:accessibilitySummary");
    markup_attribute(markup, "xml:lang", "en");
    markup_text(markup, summary->str);
    markup_close(markup);
    g_string_free(summary, TRUE);
}

static void accessibility_write(struct markup *markup, const struct publication *publication)
{
    meta_write(markup, "schema:accessMode", "textual");
    if (publication->images) {
        meta_write(markup, "schema:accessMode", "visual");
        meta_write(markup, "schema:accessModeSufficient", "textual,visual");
    }
    if (!publication->alt_missing)
        meta_write(markup, "schema:accessModeSufficient", "textual");
    static const char *const always[] = {"tableOfContents", "readingOrder", "structuralNavigation",
                                         "displayTransformability"};
    for (size_t i = 0; i < G_N_ELEMENTS(always); i++)
        meta_write(markup, "schema:accessibilityFeature", always[i]);
    if (publication->images && !publication->alt_missing)
        meta_write(markup, "schema:accessibilityFeature", "alternativeText");
    if (publication->described)
        meta_write(markup, "schema:accessibilityFeature", "longDescription");
    if (publication->pages->len) {
        meta_write(markup, "schema:accessibilityFeature", "pageNavigation");
        meta_write(markup, "schema:accessibilityFeature", "pageBreakMarkers");
    }
    if (publication_has_index(publication))
        meta_write(markup, "schema:accessibilityFeature", "index");
    meta_write(markup, "schema:accessibilityHazard", "none");
    summary_write(markup, publication);
}

static void manifest_write(struct markup *markup, const struct publication *publication)
{
    markup_open(markup, "manifest");
    for (guint i = 0; i < publication->resources->len; i++) {
        const struct resource *resource = &g_array_index(publication->resources, struct resource, i);
        if (resource->linked)
            continue;
        markup_open(markup, "item");
        markup_attribute(markup, "id", publication_item_id(publication->arena, resource->path));
        markup_attribute(markup, "href", resource->path);
        markup_attribute(markup, "media-type", resource->type);
        markup_attribute(markup, "properties", resource->properties);
        markup_void(markup);
    }
    markup_close(markup);
}

static void spine_write(struct markup *markup, const struct publication *publication)
{
    markup_open(markup, "spine");
    markup_attribute(markup, "toc", "toc.ncx");
    for (guint i = 0; i < publication->resources->len; i++) {
        const struct resource *resource = &g_array_index(publication->resources, struct resource, i);
        if (!resource->spine)
            continue;
        markup_open(markup, "itemref");
        markup_attribute(markup, "idref", publication_item_id(publication->arena, resource->path));
        markup_void(markup);
    }
    markup_close(markup);
}

struct bytes package_write(const struct publication *publication, const char *cover)
{
    const struct metadata *about = &publication->book->about;
    struct markup *markup = markup_start(NULL);
    markup_indent(markup);
    markup_open(markup, "package");
    markup_attribute(markup, "xmlns", "http://www.idpf.org/2007/opf");
    markup_attribute(markup, "version", "3.0");
    markup_attribute(markup, "unique-identifier", "identifier");
    markup_attribute(markup, "xml:lang", about->lang);
    markup_open(markup, "metadata");
    markup_attribute(markup, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    about_write(markup, publication->arena, about);
    page_source_write(markup, publication);
    accessibility_write(markup, publication);
    fonts_rights_write(markup, publication);
    if (cover) {
        markup_open(markup, "meta");
        markup_attribute(markup, "name", "cover");
        markup_attribute(markup, "content", publication_item_id(publication->arena, cover));
        markup_void(markup);
    }
    markup_close(markup);
    manifest_write(markup, publication);
    spine_write(markup, publication);
    markup_close(markup);
    return markup_end(markup, publication->arena);
}

struct bytes container_write(struct arena *arena)
{
    struct markup *markup = markup_start(NULL);
    markup_indent(markup);
    markup_open(markup, "container");
    markup_attribute(markup, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
    markup_attribute(markup, "version", "1.0");
    markup_open(markup, "rootfiles");
    markup_open(markup, "rootfile");
    markup_attribute(markup, "full-path", "OEBPS/package.opf");
    markup_attribute(markup, "media-type", "application/oebps-package+xml");
    markup_void(markup);
    markup_close(markup);
    markup_close(markup);
    return markup_end(markup, arena);
}
