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
        composer_enter(composer, chapter->part, false);
        compose_recto(composer);
        compose_chapter_once(composer, chapter);
    }
    composer_enter(composer, NULL, false);
}

static int by_id(const void *left, const void *right)
{
    const struct page_place *a = left, *b = right;
    return strcmp(a->id, b->id);
}

static void add_starts(const struct composer *composer, struct page_map *map)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(struct page_start));
    for (guint i = 0; i < composer->pages->len; i++) {
        const struct page *page = g_ptr_array_index(composer->pages, i);
        for (const struct page_begin *begin = page->begins; begin; begin = begin->next) {
            const struct page_start start = {begin->at, i, page->label};
            g_array_append_val(starts, start);
        }
    }
    map->start_count = starts->len;
    map->starts = arena_copy(composer->setter->arena, starts->data, starts->len * sizeof(struct page_start));
    page_map_sort_starts(map);
    g_array_free(starts, TRUE);
}

static struct page_map map_make(const struct composer *composer)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(struct page_place));
    for (guint i = 0; i < composer->pages->len; i++) {
        const struct page *page = g_ptr_array_index(composer->pages, i);
        for (const struct page_place_mark *mark = page->places; mark; mark = mark->next) {
            const struct page_place place = {mark->id, i, page->label};
            g_array_append_val(places, place);
        }
    }
    qsort(places->data, places->len, sizeof(struct page_place), by_id);
    struct page_map map = {
        .count = places->len,
        .places = arena_copy(composer->setter->arena, places->data, places->len * sizeof(struct page_place)),
    };
    g_array_free(places, TRUE);
    add_starts(composer, &map);
    return map;
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

/* Passes over the book until what it says of pages is true. What a pass has to report counts only when it is
 * the last. */
static struct page_map settle(struct composer *composer, struct diags *diags)
{
    struct setter *setter = composer->setter;
    struct page_map map = {0};
    bool settled = false;
    for (int pass = 0; pass < PASSES_AT_MOST && !settled; pass++) {
        struct diags *own = diags_new();
        setter->diags = own;
        setter->map = pass ? &map : NULL;
        composer_begin(composer);
        compose_book(composer);
        const struct page_map next = map_make(composer);
        settled = pass && map_same(&map, &next);
        if (settled || pass + 1 == PASSES_AT_MOST)
            diags_take(diags, own);
        diags_free(own);
        map = next;
    }
    setter->diags = diags;
    composer_report(composer, diags);
    return map;
}

static struct pages *pages_of(const struct composer *composer, struct page_map map)
{
    struct arena *arena = composer->setter->arena;
    const struct book *book = composer->setter->book;
    const struct metadata *about = &book->about;
    struct pages *pages = ARENA_NEW(arena, struct pages);
    *pages = (struct pages){
        .arena = arena,
        .width = book->style.width,
        .height = book->style.height,
        .inner = book->style.inner,
        .page = ARENA_ARRAY(arena, struct page, composer->pages->len),
        .count = composer->pages->len,
        .outline = arena_copy(arena, composer->outline->data, composer->outline->len * sizeof(struct outline_entry)),
        .outline_count = composer->outline->len,
        .map = map,
        .form_font = faces_path(composer->setter->faces, FONT_SANS),
        .title = about->title,
        .author = about->authors ? about->authors->name : NULL,
        .lang = about->lang,
        .date = about->date,
        .subject = about->description,
        .rights = about->rights,
    };
    for (size_t i = 0; i < pages->count; i++)
        pages->page[i] = *(const struct page *)g_ptr_array_index(composer->pages, i);
    return pages;
}

struct pages *layout_book(const struct book *book, struct faces *faces, const char *hyphenation, struct diags *diags)
{
    struct hyphenation *points = hyphenation ? hyphenation_open(hyphenation, &book->style) : NULL;
    struct setter setter = {.arena = arena_new(), .book = book, .style = &book->style, .words = words_find(book->about.lang),
                            .faces = faces, .hyphenation = points};
    struct composer composer;
    composer_open(&composer, &setter);
    const struct page_map map = settle(&composer, diags);
    compose_furniture(&composer);
    struct pages *pages = pages_of(&composer, map);
    composer_close(&composer);
    hyphenation_close(points);
    return pages;
}
