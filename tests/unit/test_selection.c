#include "unit.h"

#include "layout/selection.h"

/* A book of eight pages: text, sheet 1, a sheet without a number, text, sheet 2 on two pages, sheet 3
 * (private), text. Each page is a place and has a link to every page, and one out of the book. */
enum { PAGES = 8 };

static const struct page_sheet one = {1, false, "One"}, bare = {0, false, "Bare"}, two = {2, false, "Two"},
                               three = {3, true, "Three"};
static const struct page_sheet *const sheets[PAGES] = {NULL, &one, &bare, NULL, &two, &two, &three, NULL};
static const char *const ids[PAGES] = {"a", "b", "c", "d", "e", "f", "g", "h"};
static const char *const labels[PAGES] = {"i", "ii", "iii", "1", "2", "3", "4", "5"};

static struct pages *book_new(void)
{
    struct arena *arena = arena_new();
    struct pages *pages = ARENA_NEW(arena, struct pages);
    *pages = (struct pages){
        .arena = arena, .width = 400, .height = 600, .count = PAGES, .title = "Book", .lang = "fr"};
    pages->page = ARENA_ARRAY(arena, struct page, PAGES);
    pages->outline = ARENA_ARRAY(arena, struct outline_entry, PAGES);
    pages->outline_count = PAGES;
    pages->map.places = ARENA_ARRAY(arena, struct page_place, PAGES);
    pages->map.count = PAGES;
    for (size_t i = 0; i < PAGES; i++) {
        struct page *page = &pages->page[i];
        *page = (struct page){.label = labels[i], .sheet = sheets[i]};
        const char *place[] = {ids[i], NULL};
        page_add_places(arena, page, place, 10);
        page_add(arena, page, (struct item){.kind = ITEM_BOX});
        for (size_t k = PAGES; k > 0; k--) {
            struct page_link *link = ARENA_NEW(arena, struct page_link);
            *link = (struct page_link){.id = ids[k - 1], .text = "there", .next = page->links};
            page->links = link;
        }
        struct page_link *out = ARENA_NEW(arena, struct page_link);
        *out = (struct page_link){.url = "https://example.org/", .text = "out", .next = page->links};
        page->links = out;
        pages->outline[i] = (struct outline_entry){(int)i % 3, labels[i], ids[i]};
        pages->map.places[i] = (struct page_place){ids[i], i, labels[i]};
    }
    return pages;
}

/* The ids of what is left: pages, bookmarks, places, and the links of each page, which must be alike. */
static void check(const struct pages *book, const struct sheet_choice *choice, const char *wanted)
{
    struct pages *pack = pages_select_sheets(book, choice);
    assert_non_null(pack);
    assert_int_equal(pack->count, strlen(wanted));
    assert_int_equal(pack->outline_count, strlen(wanted));
    assert_int_equal(pack->map.count, strlen(wanted));
    for (size_t i = 0; i < pack->count; i++) {
        const char id[] = {wanted[i], '\0'};
        const struct page *page = &pack->page[i], *was = &book->page[wanted[i] - 'a'];
        assert_string_equal(page->label, was->label);
        assert_ptr_equal(page->items, was->items);
        assert_ptr_equal(page->sheet, was->sheet);
        assert_string_equal(page->places->id, id);
        assert_string_equal(pack->outline[i].id, id);
        assert_int_equal(pack->outline[i].level, 0);
        const struct page_place *place = page_map_find(&pack->map, id);
        assert_non_null(place);
        assert_int_equal(place->page, i);
        const struct page_link *link = page->links;
        assert_non_null(link);
        assert_non_null(link->url);
        for (size_t k = 0; k < strlen(wanted); k++) {
            link = link->next;
            assert_non_null(link);
            assert_int_equal(link->id[0], wanted[k]);
        }
        assert_null(link->next);
    }
    pages_free(pack);
}

static void sheets_are_picked(void **state)
{
    (void)state;
    struct pages *book = book_new();
    const bool second[] = {true, false, true, false}, others[] = {false, true, false, true};
    check(book, &(struct sheet_choice){0}, "bcefg");
    check(book, &(struct sheet_choice){.shared = true}, "bcef");
    check(book, &(struct sheet_choice){.wanted = second}, "ef"); /* 0 is nobody's number */
    check(book, &(struct sheet_choice){.wanted = others}, "bg");
    check(book, &(struct sheet_choice){.wanted = others, .shared = true}, "b");
    pages_free(book);
}

static void the_book_stays_as_it_was(void **state)
{
    (void)state;
    struct pages *book = book_new();
    const struct page_link *first = book->page[1].links;
    struct pages *pack = pages_select_sheets(book, &(struct sheet_choice){0});
    assert_ptr_equal(book->page[1].links, first);
    size_t count = 0;
    for (const struct page_link *link = first; link; link = link->next)
        count++;
    assert_int_equal(count, PAGES + 1);
    assert_string_equal(book->title, "Book");
    assert_string_equal(pack->title, "Book\u00A0: Fiches");
    assert_int_equal(pages_last_sheet(book), 3);
    pages_free(pack);
    pages_free(book);
}

static void nothing_left_is_no_pages(void **state)
{
    (void)state;
    struct pages *book = book_new();
    const bool third[] = {false, false, false, true};
    assert_null(pages_select_sheets(book, &(struct sheet_choice){.wanted = third, .shared = true}));
    for (size_t i = 0; i < PAGES; i++)
        book->page[i].sheet = NULL;
    assert_null(pages_select_sheets(book, &(struct sheet_choice){0}));
    assert_int_equal(pages_last_sheet(book), 0);
    pages_free(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheets_are_picked),
        cmocka_unit_test(the_book_stays_as_it_was),
        cmocka_unit_test(nothing_left_is_no_pages),
    };
    return cmocka_run_group_tests_name("selection", tests, NULL, NULL);
}
