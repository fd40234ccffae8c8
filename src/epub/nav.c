#include "epub/nav.h"

#include "epub/document.h"

static void item_write(struct document *document, const char *type, const char *href, const char *title)
{
    markup_open(document->markup, "li");
    markup_open(document->markup, "a");
    markup_attribute(document->markup, "epub:type", type);
    markup_attribute(document->markup, "href", document_file(document, href));
    if (type) /* a landmark: its name is the program's */
        document_foreign(document);
    markup_text(document->markup, title);
    markup_close(document->markup);
    markup_close(document->markup);
    markup_line(document->markup);
}

/* The entries from *next on that lie at a level, as one list; an item holds the list of those below it. */
static void list_write(struct document *document, const GArray *entries, guint *next, int level)
{
    markup_open(document->markup, "ol");
    while (*next < entries->len) {
        const struct entry *entry = &g_array_index(entries, struct entry, *next);
        if (entry->level < level)
            break;
        markup_open(document->markup, "li");
        markup_open(document->markup, "a");
        markup_attribute(document->markup, "href", entry->href);
        markup_text(document->markup, entry->title);
        markup_close(document->markup);
        *next += 1;
        if (*next < entries->len && g_array_index(entries, struct entry, *next).level > level)
            list_write(document, entries, next, level + 1);
        markup_close(document->markup);
        markup_line(document->markup);
    }
    markup_close(document->markup);
}

static void nav_open(struct document *document, const char *type, const char *role, const char *label)
{
    document_open(document, "nav", NULL, type, role);
    markup_attribute(document->markup, "aria-label", label);
}

static void contents_write(struct document *document)
{
    struct publication *publication = document->publication;
    GArray *entries = contents_gather(publication);
    guint next = 0;
    if (publication->contents_page)
        document_page_mark(document, publication->contents_page);
    document_open(document, "nav", "contents", "toc", "doc-toc");
    markup_attribute(document->markup, "id", "toc");
    markup_attribute(document->markup, "aria-labelledby", "toc.title");
    markup_open(document->markup, "h1");
    markup_attribute(document->markup, "id", "toc.title");
    document_word_text(document, words_get(publication->words, WORD_CONTENTS));
    markup_close(document->markup);
    list_write(document, entries, &next, 0);
    markup_close(document->markup);
    g_array_free(entries, TRUE);
}

/* Where the text itself begins. */
static const char *start_of_text(const struct publication *publication)
{
    for (const struct chapter *chapter = publication->book->chapters; chapter; chapter = chapter->next)
        if (chapter->matter == MATTER_BODY)
            return publication_path(publication, chapter->part ? (const void *)chapter->part : chapter);
    return NULL;
}

/* No landmark "index": checkers hold an element of that type to be an index itself. */
static void landmarks_write(struct document *document)
{
    const struct publication *publication = document->publication;
    const struct words *words = publication->words;
    const char *start = start_of_text(publication);
    nav_open(document, "landmarks", NULL, words_get(words, WORD_LANDMARKS));
    markup_attribute(document->markup, "hidden", "hidden");
    markup_open(document->markup, "ol");
    if (publication->input->cover.length)
        item_write(document, "cover", "cover.xhtml", words_get(words, WORD_COVER));
    item_write(document, "titlepage", "title.xhtml", words_get(words, WORD_TITLE_PAGE));
    item_write(document, "toc", "nav.xhtml", words_get(words, WORD_CONTENTS));
    if (start)
        item_write(document, "bodymatter", start, words_get(words, WORD_START));
    for (const struct chapter *chapter = publication->book->chapters; chapter; chapter = chapter->next)
        if (chapter->glossary) { /* one: landmarks name a kind once */
            item_write(document, "glossary", publication_path(publication, chapter), words_get(words, WORD_GLOSSARY));
            break;
        }
    markup_close(document->markup);
    markup_close(document->markup);
}

static void pages_write(struct document *document)
{
    const struct publication *publication = document->publication;
    if (!publication->pages->len)
        return;
    nav_open(document, "page-list", "doc-pagelist", words_get(publication->words, WORD_PAGE_LIST));
    markup_attribute(document->markup, "hidden", "hidden");
    markup_open(document->markup, "ol");
    for (guint i = 0; i < publication->pages->len; i++) {
        const struct page_mark *page = &g_array_index(publication->pages, struct page_mark, i);
        item_write(document, NULL, arena_printf(document->arena, "%s#%s", page->path, page->id), page->label);
    }
    markup_close(document->markup);
    markup_close(document->markup);
}

void nav_write(struct publication *publication)
{
    struct document *document =
        document_start(publication, "nav.xhtml", words_get(publication->words, WORD_CONTENTS), "frontmatter");
    contents_write(document);
    landmarks_write(document);
    pages_write(document);
    document_end(document, "nav");
}
