/* pages: where the printed pages begin: EPUB Accessibility 1.1, section 3.2 ("Page navigation"); Digital Publishing
 * WAI-ARIA 1.0, "doc-pagebreak". The marks come in the order of the text, so a page that lies before the last one marked is
 * passed over. */
#include <string.h>

#include "epub/document.h"

/* Folios that can be part of an id. */
static bool is_plain(const char *label)
{
    for (const char *p = label; *p; p++)
        if (!g_ascii_isalnum(*p))
            return false;
    return *label;
}

/* True when the page begins here; from then on it is marked. */
static bool take(struct publication *publication, const struct page_start *start)
{
    if (!start || start->page < publication->page || !is_plain(start->label))
        return false;
    publication->page = start->page + 1;
    return g_hash_table_add(publication->labels, (gpointer)start->label);
}

static void add(struct publication *publication, const char *path, const char *label)
{
    const struct page_mark mark = {label, path, arena_printf(publication->arena, "page.%s", label)};
    g_array_append_val(publication->pages, mark);
}

void document_page_mark(struct document *document, const char *label)
{
    document_open(document, "span", NULL, "pagebreak", "doc-pagebreak");
    markup_attribute(document->markup, "id", arena_printf(document->arena, "page.%s", label));
    markup_attribute(document->markup, "aria-label", label);
    markup_close(document->markup);
}

static void mark_write(struct document *document, const char *label)
{
    add(document->publication, document->path, label);
    document_page_mark(document, label);
}

void document_page(struct document *document, const char *id)
{
    const struct page_start *start =
        id ? page_map_start(document->publication->input->map, id, id + 1) : NULL;
    if (take(document->publication, start))
        mark_write(document, start->label);
}

const char *pages_take(struct publication *publication, const char *path, const char *place)
{
    const struct page_place *found = page_map_find(publication->input->map, place);
    if (!found || !take(publication, &(struct page_start){NULL, found->page, found->label}))
        return NULL;
    add(publication, path, found->label);
    return found->label;
}

void document_page_of(struct document *document, const char *place)
{
    const char *label = pages_take(document->publication, document->path, place);
    if (label)
        document_page_mark(document, label);
}

void document_text_part(struct document *document, const char *text, size_t length)
{
    const struct page_map *map = document->publication->input->map;
    const char *from = text, *end = text + length;
    for (const struct page_start *start = page_map_start(map, from, end); start;
         start = page_map_start(map, start->at + 1, end)) {
        if (!take(document->publication, start))
            continue;
        markup_text(document->markup, arena_substring(document->arena, from, (size_t)(start->at - from)));
        mark_write(document, start->label);
        from = start->at;
    }
    markup_text(document->markup, from == text && !*end ? text : arena_substring(document->arena, from, (size_t)(end - from)));
}

void document_text(struct document *document, const char *text)
{
    if (text)
        document_text_part(document, text, strlen(text));
}
