#include "unit.h"

#include "pdf/marks.h"
#include "pdf/structure.h"

/* Two pages whose items are boxes, of the tags given: what they say does not count here. */
struct book {
    struct arena *arena;
    struct page page[2];
    struct pages pages;
};

static struct book *book_new(void)
{
    struct arena *arena = arena_new();
    struct book *book = ARENA_NEW(arena, struct book);
    book->arena = arena;
    book->page[0].label = "1";
    book->page[1].label = "2";
    book->pages = (struct pages){.width = 100, .height = 100, .page = book->page, .count = 2, .title = "A book"};
    return book;
}

static struct item *paint(struct book *book, int page, const struct page_tag *tag)
{
    return page_add(book->arena, &book->page[page], (struct item){.kind = ITEM_BOX, .width = 5, .height = 5, .filled = true, .tag = tag});
}

static const struct structure_node *kid(const struct structure_node *node, guint number)
{
    assert_true(number < node->kids->len);
    const struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, number);
    assert_int_equal(kid->kind, KID_NODE);
    return kid->node;
}

static void sections_are_read_in_the_order_they_were_made(void **state)
{
    (void)state;
    struct book *book = book_new();
    const struct page_tag document = {.role = TAG_DOCUMENT}, first = {.role = TAG_PARAGRAPH, .parent = &document, .order = 1},
                          note = {.role = TAG_NOTE, .parent = &document, .order = 2},
                          said = {.role = TAG_PARAGRAPH, .parent = &note, .order = 3},
                          second = {.role = TAG_PARAGRAPH, .parent = &document, .order = 4};
    paint(book, 0, &first);
    paint(book, 0, &second);
    paint(book, 0, &said); /* at the foot of the page */
    paint(book, 1, &second);
    struct structure *structure = structure_new(&book->pages, 0);
    const struct structure_node *root = structure_root(structure);
    assert_int_equal(root->kids->len, 3);
    assert_ptr_equal(kid(root, 0)->tag, &first);
    assert_ptr_equal(kid(root, 1)->tag, &note);
    assert_ptr_equal(kid(root, 2)->tag, &second);
    assert_int_equal(kid(root, 2)->kids->len, 2); /* one paragraph, on two pages */
    assert_int_equal(g_array_index(kid(root, 2)->kids, struct structure_kid, 1).page, 1);
    structure_free(structure);
    arena_free(book->arena);
}

static void what_is_hidden_is_not_in_the_tree(void **state)
{
    (void)state;
    struct book *book = book_new();
    const struct page_tag document = {.role = TAG_DOCUMENT}, seen = {.role = TAG_PARAGRAPH, .parent = &document, .order = 1},
                          hidden = {.role = TAG_PARAGRAPH, .parent = &document, .order = 2}, head = {.role = TAG_HEAD};
    paint(book, 0, &head);
    paint(book, 0, NULL);
    paint(book, 0, &seen);
    paint(book, 0, &hidden)->hidden_in = PAGE_USE_SCREEN;
    struct structure *screen = structure_new(&book->pages, PAGE_USE_SCREEN), *print = structure_new(&book->pages, PAGE_USE_PRINT);
    assert_int_equal(structure_root(screen)->kids->len, 1);
    assert_int_equal(structure_root(print)->kids->len, 2);
    structure_free(screen);
    structure_free(print);
    arena_free(book->arena);
}

static void no_level_of_headings_is_skipped(void **state)
{
    (void)state;
    static const int levels[] = {3, 1, 4, 2, 9};
    static const char *const types[] = {"H1", "H1", "H2", "H2", "H3"};
    struct book *book = book_new();
    const struct page_tag document = {.role = TAG_DOCUMENT};
    struct page_tag tags[G_N_ELEMENTS(levels)];
    for (unsigned i = 0; i < G_N_ELEMENTS(levels); i++) {
        tags[i] = (struct page_tag){.role = TAG_HEADING, .parent = &document, .order = i + 1, .level = levels[i]};
        paint(book, 0, &tags[i]);
    }
    struct structure *structure = structure_new(&book->pages, 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(levels); i++)
        assert_string_equal(structure_type(kid(structure_root(structure), i)), types[i]);
    structure_free(structure);
    arena_free(book->arena);
}

static void a_row_keeps_its_empty_cells(void **state)
{
    (void)state;
    struct book *book = book_new();
    const struct page_tag document = {.role = TAG_DOCUMENT}, table = {.role = TAG_TABLE, .parent = &document, .order = 1};
    struct page_tag row = {.role = TAG_ROW, .parent = &table, .order = 2},
                    empty = {.role = TAG_CELL, .parent = &row, .order = 3},
                    full = {.role = TAG_CELL, .parent = &row, .order = 4};
    const struct page_tag words = {.role = TAG_PARAGRAPH, .parent = &full, .order = 5};
    row.cells = &empty;
    empty.next_cell = &full;
    paint(book, 0, &words);
    struct structure *structure = structure_new(&book->pages, 0);
    const struct structure_node *in_row = kid(kid(structure_root(structure), 0), 0);
    assert_int_equal(in_row->kids->len, 2);
    assert_ptr_equal(kid(in_row, 0)->tag, &empty);
    structure_free(structure);
    arena_free(book->arena);
}

static bool rewrites(const struct structure *structure, const char *content, const char *wanted)
{
    GString *marked = g_string_new(NULL);
    const bool good = marks_rewrite(structure, 0, 0, (struct bytes){content, strlen(content)}, marked);
    if (good && wanted)
        assert_string_equal(marked->str, wanted);
    g_string_free(marked, TRUE);
    return good;
}

/* Nothing is painted that is neither text nor artifact, and no chunk is missing. */
static void marks_must_be_those_of_the_page(void **state)
{
    (void)state;
    struct book *book = book_new();
    const struct page_tag document = {.role = TAG_DOCUMENT}, words = {.role = TAG_PARAGRAPH, .parent = &document, .order = 1},
                          foot = {.role = TAG_FOOT};
    paint(book, 0, NULL);
    paint(book, 0, &words);
    paint(book, 0, &foot);
    struct structure *structure = structure_new(&book->pages, 0);
    assert_true(rewrites(structure,
                         "q /Span <</MCID 0>> BDC f EMC /Span <</MCID 1>> BDC /Span <</ActualText (x)>> BDC f EMC EMC "
                         "/Span <</MCID 2>> BDC f EMC Q",
                         "q\n/Artifact <</Type/Layout>> BDC\nf\nEMC\n/P <</MCID 0>> BDC\n/Span <</ActualText (x)>> BDC\nf\nEMC\nEMC\n"
                         "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\nf\nEMC\nQ\n"));
    assert_false(rewrites(structure, "f /S BMC f EMC /S BMC f EMC /S BMC f EMC", NULL)); /* painted outside */
    assert_false(rewrites(structure, "/S BMC f EMC /S BMC f EMC", NULL));                /* a chunk too few */
    assert_false(rewrites(structure, "/S BMC EMC /S BMC EMC /S BMC EMC /S BMC EMC", NULL)); /* one too many */
    assert_false(rewrites(structure, "/S BMC f EMC /S BMC f EMC /S BMC f", NULL));       /* not ended */
    assert_false(rewrites(structure, "/S BMC f EMC /S BMC f EMC /S BMC (f EMC", NULL));  /* broken */
    structure_free(structure);
    arena_free(book->arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_are_read_in_the_order_they_were_made), cmocka_unit_test(what_is_hidden_is_not_in_the_tree),
        cmocka_unit_test(no_level_of_headings_is_skipped),               cmocka_unit_test(a_row_keeps_its_empty_cells),
        cmocka_unit_test(marks_must_be_those_of_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
