#include "layout/selection.h"

#include "book/words.h"

static bool is_chosen(const struct page *page, const struct sheet_choice *choice)
{
    const struct page_sheet *sheet = page->sheet;
    if (!sheet || (choice->shared && sheet->is_private))
        return false;
    return !choice->wanted || (sheet->number > 0 && choice->wanted[sheet->number]);
}

int pages_last_sheet(const struct pages *pages)
{
    int last = 0;
    for (size_t i = 0; i < pages->count; i++) {
        const struct page_sheet *sheet = pages->page[i].sheet;
        if (sheet && sheet->number > last)
            last = sheet->number;
    }
    return last;
}

/* Takes the pages chosen; `index` says of each page of the book which it has become, counted from 1, or 0. */
static void take_pages(struct pages *taken, const struct pages *pages, const struct sheet_choice *choice,
                       size_t *index)
{
    taken->page = ARENA_ARRAY(taken->arena, struct page, pages->count);
    taken->count = 0;
    for (size_t i = 0; i < pages->count; i++)
        if (is_chosen(&pages->page[i], choice)) {
            taken->page[taken->count++] = pages->page[i];
            index[i] = taken->count;
        }
}

static void take_places(struct pages *taken, const struct pages *pages, const size_t *index)
{
    taken->map.places = ARENA_ARRAY(taken->arena, struct page_place, pages->map.count);
    taken->map.count = 0;
    for (size_t i = 0; i < pages->map.count; i++) { /* stays sorted */
        struct page_place place = pages->map.places[i];
        if (index[place.page] == 0)
            continue;
        place.page = index[place.page] - 1;
        taken->map.places[taken->map.count++] = place;
    }
}

/* One level: what a sheet is below in the book is not there. */
static void take_outline(struct pages *taken, const struct pages *pages)
{
    taken->outline = ARENA_ARRAY(taken->arena, struct outline_entry, pages->outline_count);
    taken->outline_count = 0;
    for (size_t i = 0; i < pages->outline_count; i++) {
        const struct outline_entry *entry = &pages->outline[i];
        if (entry->id && page_map_find(&taken->map, entry->id))
            taken->outline[taken->outline_count++] = (struct outline_entry){0, entry->title, entry->id};
    }
}

static void take_links(const struct pages *taken, struct page *page)
{
    const struct page_link *link = page->links;
    struct page_link **end = &page->links;
    for (*end = NULL; link; link = link->next) {
        if (link->id && !page_map_find(&taken->map, link->id))
            continue;
        *end = arena_copy(taken->arena, link, sizeof *link);
        (*end)->next = NULL;
        end = &(*end)->next;
    }
}

struct pages *pages_select_sheets(const struct pages *pages, const struct sheet_choice *choice)
{
    struct arena *arena = arena_new();
    struct pages *taken = arena_copy(arena, pages, sizeof *pages);
    taken->arena = arena;
    size_t *index = ARENA_ARRAY(arena, size_t, pages->count);
    take_pages(taken, pages, choice, index);
    if (taken->count == 0) {
        pages_free(taken);
        return NULL;
    }
    take_places(taken, pages, index);
    take_outline(taken, pages);
    for (size_t i = 0; i < taken->count; i++)
        take_links(taken, &taken->page[i]);
    const struct words *words = words_find(pages->lang);
    taken->title =
        arena_printf(arena, "%s%s%s", pages->title, words_colon(words), words_get(words, WORD_WORKSHEETS));
    return taken;
}
