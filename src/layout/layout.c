#include "layout/layout.h"

#include <string.h>

#include "layout/compose.h"

/* A reference's page number can move its target's page: a few passes settle it. */
enum { PASSES_AT_MOST = 5 };

static void compose_front(struct composer *composer)
{
    const struct book *book = composer->setter->book;
    compose_titles(composer);
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next)
        if (chapter->role != CHAPTER_PLAIN)
            compose_display(composer, chapter);
    compose_contents(composer);
}

static void compose_book(struct composer *composer)
{
    const struct part *part = NULL;
    compose_front(composer);
    for (const struct chapter *chapter = composer->setter->book->chapters; chapter; chapter = chapter->next) {
        if (chapter->role != CHAPTER_PLAIN)
            continue;
        if (chapter->matter == MATTER_BODY)
            compose_body(composer);
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            compose_part(composer, part);
        }
        compose_recto(composer);
        compose_chapter(composer, chapter);
    }
    compose_furniture(composer);
}

static int by_id(const void *left, const void *right)
{
    const struct page_place *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static void map_make(struct pages *pages)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(struct page_place));
    for (size_t i = 0; i < pages->count; i++)
        for (const struct page_place_mark *mark = pages->page[i].places; mark; mark = mark->next) {
            struct page_place place = {mark->id, i, pages->page[i].label};
            g_array_append_val(places, place);
        }
    qsort(places->data, places->len, sizeof(struct page_place), by_id);
    pages->map.count = places->len;
    pages->map.places = arena_copy(pages->arena, places->data, places->len * sizeof(struct page_place));
    g_array_free(places, TRUE);
}

static bool map_same(const struct page_map *a, const struct page_map *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->places[i].id, b->places[i].id) != 0 || strcmp(a->places[i].label, b->places[i].label) != 0)
            return false;
    return true;
}

static struct pages *one_pass(const struct book *book, struct faces *faces, struct hyphenator *hyphenator,
                              const struct page_map *map, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct pages *pages = ARENA_NEW(arena, struct pages);
    struct setter setter = {.arena = arena, .book = book, .style = &book->style, .words = words_find(book->about.lang),
                            .faces = faces, .hyphenator = hyphenator, .map = map, .diags = diags, .called = g_hash_table_new(NULL, NULL)};
    struct composer composer = {.setter = &setter, .pages = g_ptr_array_new()};
    composer.heads = g_array_new(FALSE, FALSE, sizeof(struct heads));
    composer.outline = g_array_new(FALSE, FALSE, sizeof(struct outline_entry));
    compose_book(&composer);

    pages->arena = arena;
    pages->width = book->style.width;
    pages->height = book->style.height;
    pages->count = composer.pages->len;
    pages->page = ARENA_ARRAY(arena, struct page, pages->count);
    for (guint i = 0; i < composer.pages->len; i++)
        pages->page[i] = *(const struct page *)g_ptr_array_index(composer.pages, i);
    pages->outline_count = composer.outline->len;
    pages->outline = arena_copy(arena, composer.outline->data, composer.outline->len * sizeof(struct outline_entry));
    pages->title = book->about.title;
    pages->author = book->about.authors ? book->about.authors->name : NULL;
    pages->lang = book->about.lang;
    pages->date = book->about.date;
    pages->subject = book->about.description;
    pages->rights = book->about.rights;
    map_make(pages);
    g_hash_table_destroy(setter.called);
    g_ptr_array_free(composer.pages, TRUE);
    g_array_free(composer.heads, TRUE);
    g_array_free(composer.outline, TRUE);
    return pages;
}

struct pages *layout_book(const struct book *book, struct faces *faces, const char *hyphenation, struct diags *diags)
{
    struct hyphenator *hyphenator = hyphenation ? hyphen_open(hyphenation, book->about.lang) : NULL;
    struct pages *pages = NULL;
    for (int pass = 0; pass < PASSES_AT_MOST; pass++) {
        /* What a pass has to say counts only when it is the last. */
        struct diags *quiet = diags_new();
        struct pages *next = one_pass(book, faces, hyphenator, pages ? &pages->map : NULL, quiet);
        diags_free(quiet);
        const bool settled = pages && map_same(&pages->map, &next->map);
        pages_free(pages);
        pages = next;
        if (settled)
            break;
    }
    struct pages *last = one_pass(book, faces, hyphenator, &pages->map, diags);
    pages_free(pages);
    hyphen_close(hyphenator);
    return last;
}
