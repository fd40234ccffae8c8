#include "epub/package.h"

#include <string.h>

#include "epub/embed.h"
#include "epub/opf.h"

static void people_write(struct opf *opf, const struct author *people, const char *element, const char *stem)
{
    int number = 0;
    for (const struct author *author = people; author; author = author->next) {
        const char *id = arena_printf(opf->arena, "%s.%d", stem, ++number);
        opf_element(opf, element, id, author->name);
        opf_refine(opf, id, "role", "marc:relators", author->role);
        opf_refine(opf, id, "file-as", NULL, author->file_as);
        opf_refine(opf, id, "display-seq", NULL, arena_printf(opf->arena, "%d", number));
    }
}

/* ONIX code list 5: 15 is an ISBN-13, 06 a DOI. */
static void identifier_write(struct opf *opf, const char *id, const char *text)
{
    const bool isbn = g_ascii_strncasecmp(text, "urn:isbn:", 9) == 0, doi = strncmp(text, "doi:", 4) == 0;
    opf_element(opf, "dc:identifier", id, text);
    opf_refine(opf, id, "identifier-type", "onix:codelist5", isbn ? "15" : doi ? "06" : NULL);
}

static void titles_write(struct opf *opf, const struct metadata *about)
{
    opf_element(opf, "dc:title", "title", about->title);
    opf_refine(opf, "title", "title-type", NULL, "main");
    if (about->subtitle) {
        opf_refine(opf, "title", "display-seq", NULL, "1");
        opf_element(opf, "dc:title", "subtitle", about->subtitle);
        opf_refine(opf, "subtitle", "title-type", NULL, "subtitle");
        opf_refine(opf, "subtitle", "display-seq", NULL, "2");
    }
}

static void subjects_write(struct opf *opf, const struct metadata *about)
{
    int number = 0;
    for (const struct subject *subject = about->subjects; subject; subject = subject->next) {
        const char *id = subject->authority ? arena_printf(opf->arena, "subject.%d", ++number) : NULL;
        opf_element(opf, "dc:subject", id, subject->text);
        opf_refine(opf, id, "authority", NULL, subject->authority);
        opf_refine(opf, id, "term", NULL, subject->term);
    }
}

/* EPUB 3.3, appendix D.3.3: the collection, its type, the book's place in it. */
static void collection_write(struct opf *opf, const struct metadata *about)
{
    if (!about->collection)
        return;
    opf_meta(opf, "belongs-to-collection", "collection", about->collection);
    opf_refine(opf, "collection", "collection-type", NULL,
               about->collection_type == COLLECTION_SET ? "set" : "series");
    opf_refine(opf, "collection", "group-position", NULL, about->position);
}

static void about_write(struct opf *opf, const struct metadata *about)
{
    int number = 0;
    identifier_write(opf, "identifier", about->identifier);
    for (const struct identifier *other = about->identifiers; other; other = other->next)
        identifier_write(opf, arena_printf(opf->arena, "identifier.%d", ++number), other->text);
    titles_write(opf, about);
    people_write(opf, about->authors, "dc:creator", "creator");
    people_write(opf, about->contributors, "dc:contributor", "contributor");
    opf_element(opf, "dc:language", NULL, about->lang);
    opf_element(opf, "dc:date", NULL, about->date);
    subjects_write(opf, about);
    opf_element(opf, "dc:description", NULL, about->description);
    opf_element(opf, "dc:publisher", NULL, about->publisher);
    opf_element(opf, "dc:rights", NULL, about->rights);
    collection_write(opf, about);
    opf_meta(opf, "dcterms:modified", NULL, about->modified);
}

/* Whose pages the page list names: the printed book's ISBN where it has one, or else the PDF. EPUB Accessibility 1.1 has
 * "pageBreakSource" for this, which older checkers take for an error; the form of EPUB 3.0.1 is understood by all. */
static void page_source_write(struct opf *opf, const struct publication *publication)
{
    const struct metadata *about = &publication->book->about;
    const char *workbook = publication->input->workbook;
    if (!publication->pages->len)
        return;
    opf_element(opf, "dc:source", "source",
                about->print_isbn ? about->print_isbn : workbook ? workbook : about->identifier);
    opf_refine(opf, "source", "source-of", NULL, "pagination");
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
    /* EPUB 3.3, section 5.7.2: from which side the pages turn. The default is the reading system's. */
    markup_attribute(markup, "page-progression-direction", publication->right_to_left ? "rtl" : "ltr");
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
    markup_attribute(markup, "dir", publication->right_to_left ? "rtl" : NULL);
    markup_open(markup, "metadata");
    markup_attribute(markup, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    struct opf opf = {markup, publication->arena};
    about_write(&opf, about);
    page_source_write(&opf, publication);
    accessibility_write(&opf, publication);
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
