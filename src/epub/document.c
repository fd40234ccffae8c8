#include "epub/document.h"

#include <string.h>

#include "base/text.h"

static void link_stylesheet(struct document *document, const char *path)
{
    markup_open(document->markup, "link");
    markup_attribute(document->markup, "rel", "stylesheet");
    markup_attribute(document->markup, "type", "text/css");
    markup_attribute(document->markup, "href", document_file(document, path));
    markup_void(document->markup);
}

struct document *document_start(struct publication *publication, const char *path, const char *title,
                                const char *type)
{
    struct document *document = ARENA_NEW(publication->arena, struct document);
    *document = (struct document){.publication = publication, .arena = publication->arena, .path = path};
    document->called = g_hash_table_new(NULL, NULL);
    struct markup *markup = document->markup = markup_start("html");
    markup_open(markup, "html");
    markup_attribute(markup, "xmlns", "http://www.w3.org/1999/xhtml");
    markup_attribute(markup, "xmlns:epub", "http://www.idpf.org/2007/ops");
    document_language(document, publication->book->about.lang); /* with the direction: it is not yet that of the book */
    markup_open(markup, "head");
    markup_element(markup, "title", NULL, title && *title ? title : publication->book->about.title);
    link_stylesheet(document, "styles/book.css");
    if (publication->book->stylesheet)
        link_stylesheet(document, "styles/author.css");
    markup_close(markup);
    markup_line(markup);
    markup_open(markup, "body");
    markup_attribute(markup, "dir", publication->right_to_left ? "rtl" : NULL); /* some readers make their own <html> */
    markup_attribute(markup, "epub:type", type);
    markup_line(markup);
    return document;
}

void document_end(struct document *document, const char *properties)
{
    markup_close(document->markup);
    markup_close(document->markup);
    g_hash_table_destroy(document->called);
    publication_add(document->publication, (struct resource){
                                               .path = document->path,
                                               .type = "application/xhtml+xml",
                                               .properties = properties,
                                               .spine = true,
                                               .bytes = markup_end(document->markup, document->arena),
                                           });
}

const char *document_make_id(struct document *document, const char *stem)
{
    return arena_printf(document->arena, "%s.%d", stem, ++document->made);
}

const char *document_file(const struct document *document, const char *path)
{
    return publication_relative(document->arena, document->path, path);
}

const char *document_link(const struct document *document, const struct anchor *anchor)
{
    const char *path = publication_anchor_path(document->publication, anchor);
    const char *file = strcmp(path, document->path) == 0 ? "" : document_file(document, path);
    return arena_printf(document->arena, "%s#%s", file, anchor->id);
}

void document_heading(struct document *document, int wanted)
{
    static const char *const names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    const int level = CLAMP(wanted, 1, MIN(document->level + 1, 6));
    document->level = level;
    document->publication->headings |= document->chapter != NULL;
    markup_open(document->markup, names[level - 1]);
}

void document_language(struct document *document, const char *lang)
{
    if (!lang)
        return;
    markup_attribute(document->markup, "lang", lang);
    markup_attribute(document->markup, "xml:lang", lang);
    markup_turn(document->markup, text_language_backward(lang));
}

bool document_turns(const struct document *document, const struct span *spans)
{
    const int direction = spans ? text_direction(spans_text(document->arena, spans)) : 0;
    return direction && (direction > 0) != markup_backward(document->markup);
}

void document_direction(struct document *document, const struct span *spans)
{
    if (document_turns(document, spans))
        markup_turn(document->markup, !markup_backward(document->markup));
}

static bool is_foreign(const struct document *document)
{
    return !words_known(document->publication->book->about.lang);
}

void document_foreign(struct document *document)
{
    if (is_foreign(document))
        document_language(document, words_language(document->publication->words));
}

void document_word(struct document *document, const char *element, const char *class_name, const char *text)
{
    markup_open(document->markup, element);
    markup_attribute(document->markup, "class", class_name);
    document_foreign(document);
    markup_text(document->markup, text);
    markup_close(document->markup);
}

void document_word_text(struct document *document, const char *text)
{
    if (is_foreign(document))
        document_word(document, "span", NULL, text);
    else
        markup_text(document->markup, text);
}

void document_traits(struct document *document, const char *class_name, const struct traits *traits)
{
    const char *classes = traits ? traits->classes : NULL;
    markup_attribute(document->markup, "class",
                     class_name && classes ? arena_printf(document->arena, "%s %s", class_name, classes)
                     : class_name          ? class_name
                                           : classes);
    if (!traits)
        return;
    markup_direction(document->markup, traits->dir);
    markup_attribute(document->markup, "title", traits->title);
    markup_attribute(document->markup, "datetime", traits->datetime);
}

void document_mark(struct document *document, const struct block *block, const char *class_name)
{
    document_traits(document, class_name, block->traits);
    markup_attribute(document->markup, "id", block->id);
    document_language(document, block->lang);
}

void document_open(struct document *document, const char *element, const char *class_name, const char *type,
                   const char *role)
{
    markup_open(document->markup, element);
    markup_attribute(document->markup, "class", class_name);
    markup_attribute(document->markup, "epub:type", type);
    markup_attribute(document->markup, "role", role);
}
