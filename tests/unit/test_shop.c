#include "unit.h"

#include "pdf/shop.h"

enum { PAGES = 24 };

/* A book that keeps every rule: a square in the middle of each page but the last, which is blank. */
struct sample {
    struct arena *arena;
    struct page page[PAGES];
    struct pages pages;
    struct style style;
};

static void sample_make(struct sample *sample)
{
    *sample = (struct sample){.arena = arena_new()};
    style_defaults(&sample->style);
    sample->style.standard = STANDARD_X1A;
    for (int i = 0; i < PAGES; i++) {
        sample->page[i] = (struct page){.label = arena_printf(sample->arena, "p%d", i), .recto = i % 2 == 0};
        if (i < PAGES - 1)
            page_add(sample->arena, &sample->page[i],
                     (struct item){.kind = ITEM_BOX, .x = 250, .y = 300, .width = 50, .height = 50, .filled = true});
    }
    sample->pages = (struct pages){.width = 576, .height = 720, .page = sample->page, .count = PAGES, .title = "Sample"};
}

static void add(struct sample *sample, size_t page, struct item item)
{
    page_add(sample->arena, &sample->page[page], item);
}

/* Checks, and frees the sample; what was said belongs to the caller. */
static char *check(struct sample *sample, enum shop shop, bool *kept)
{
    char *said = NULL;
    size_t length = 0;
    struct diags *diags = diags_new();
    *kept = shop_check(shop, &sample->pages, &sample->style, diags);
    FILE *to = open_memstream(&said, &length);
    diags_print(diags, to, false);
    fclose(to);
    diags_free(diags);
    arena_free(sample->arena);
    return said;
}

static void assert_broken(struct sample *sample, enum shop shop, const char *words)
{
    bool kept;
    char *said = check(sample, shop, &kept);
    if (kept || !strstr(said, words))
        fail_msg("no \"%s\" in: %s", words, said);
    free(said);
}

static void assert_kept(struct sample *sample, enum shop shop)
{
    bool kept;
    char *said = check(sample, shop, &kept);
    if (!kept || *said)
        fail_msg("%s", said);
    free(said);
}

static const struct item rule = {.kind = ITEM_LINE, .x = 200, .y = 200, .width = 100, .line_width = 0.75};

static void a_good_book_breaks_no_rule(void **state)
{
    (void)state;
    struct sample sample;
    for (enum shop shop = 0; shop < SHOP_COUNT; shop++) {
        sample_make(&sample);
        add(&sample, 3, rule);
        assert_kept(&sample, shop);
    }
}

static void the_page_has_a_size_that_is_sold(void **state)
{
    (void)state;
    struct sample sample;
    sample_make(&sample);
    sample.pages.width = 630;
    assert_broken(&sample, SHOP_KDP, "[press-trim]");
    sample_make(&sample);
    sample.pages.height = 430;
    assert_broken(&sample, SHOP_KDP, "[press-trim]");
    sample_make(&sample);
    sample.pages.width = 594, sample.pages.height = 432; /* 8.25 x 6 in is on the list */
    assert_kept(&sample, SHOP_KDP);
}

static void the_book_is_neither_thin_nor_thick(void **state)
{
    (void)state;
    struct sample sample;
    sample_make(&sample);
    sample.pages.count = 20;
    assert_broken(&sample, SHOP_KDP, "[press-pages]");
}

static void the_spine_and_the_edges_are_kept_free(void **state)
{
    (void)state;
    struct sample sample;
    struct item line = rule;
    line.x = 25; /* recto: the spine is at the left */
    sample_make(&sample);
    add(&sample, 4, line);
    assert_broken(&sample, SHOP_KDP, "page p4 (in the file: 5) [press-gutter]");
    sample_make(&sample);
    add(&sample, 5, line);
    assert_kept(&sample, SHOP_KDP);
    sample_make(&sample);
    add(&sample, 5, line);
    assert_broken(&sample, SHOP_INGRAM, "[press-safety]");
    line.x = 50;
    sample_make(&sample);
    add(&sample, 4, line);
    assert_broken(&sample, SHOP_INGRAM, "[press-gutter]");
    line.y = 10;
    sample_make(&sample);
    add(&sample, 4, line);
    assert_broken(&sample, SHOP_KDP, "[press-margin]");
    line.y = 20;
    sample_make(&sample);
    add(&sample, 4, line);
    assert_kept(&sample, SHOP_KDP);
    sample_make(&sample);
    sample.style.bleed = 9;
    add(&sample, 4, line);
    assert_broken(&sample, SHOP_KDP, "[press-margin]");
}

static void thin_lines_are_told_with_their_pages(void **state)
{
    (void)state;
    struct sample sample;
    struct item line = rule;
    line.line_width = 0.5;
    sample_make(&sample);
    add(&sample, 3, line);
    add(&sample, 6, line);
    add(&sample, 7, line);
    add(&sample, 8, line);
    line.hidden_in = PAGE_USE_PRINT;
    add(&sample, 10, line);
    assert_broken(&sample, SHOP_KDP, "pages p3, p6-p8 (in the file: 4, 7-9) [press-line]");
}

static void letters_are_large_enough(void **state)
{
    (void)state;
    struct sample sample;
    struct page_text text = {.size = 6.5, .text = "small"};
    sample_make(&sample);
    add(&sample, 2, (struct item){.kind = ITEM_TEXT, .x = 200, .y = 200, .width = 30, .text = &text});
    assert_broken(&sample, SHOP_KDP, "[press-text-size]");
}

static void blank_pages_do_not_come_in_threes(void **state)
{
    (void)state;
    struct sample sample;
    sample_make(&sample);
    sample.page[7].items = sample.page[8].items = NULL;
    assert_kept(&sample, SHOP_KDP);
    sample_make(&sample);
    sample.page[7].items = sample.page[8].items = sample.page[9].items = NULL;
    assert_broken(&sample, SHOP_KDP, "page p9 (in the file: 10) [press-blank]");
}

static void what_reaches_the_edge_goes_on_beyond_it(void **state)
{
    (void)state;
    struct sample sample;
    const struct item ground = {.kind = ITEM_BOX, .x = -9, .y = -9, .width = 600, .height = 738, .filled = true};
    for (enum shop shop = 0; shop < SHOP_COUNT; shop++) {
        sample_make(&sample);
        add(&sample, 2, ground);
        assert_broken(&sample, shop, "[press-bleed]");
        sample_make(&sample);
        add(&sample, 2, ground);
        sample.style.bleed = 3.2 * MM;
        assert_kept(&sample, shop);
        sample_make(&sample);
        add(&sample, 2, ground);
        sample.style.bleed = 5 * MM;
        assert_broken(&sample, shop, "[press-bleed]");
    }
}

static void ingram_takes_one_standard(void **state)
{
    (void)state;
    struct sample sample;
    sample_make(&sample);
    sample.style.standard = STANDARD_X4;
    assert_broken(&sample, SHOP_INGRAM, "[press-standard]");
    sample_make(&sample);
    sample.style.standard = STANDARD_NONE;
    assert_kept(&sample, SHOP_KDP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_book_breaks_no_rule),
        cmocka_unit_test(the_page_has_a_size_that_is_sold),
        cmocka_unit_test(the_book_is_neither_thin_nor_thick),
        cmocka_unit_test(the_spine_and_the_edges_are_kept_free),
        cmocka_unit_test(thin_lines_are_told_with_their_pages),
        cmocka_unit_test(letters_are_large_enough),
        cmocka_unit_test(blank_pages_do_not_come_in_threes),
        cmocka_unit_test(what_reaches_the_edge_goes_on_beyond_it),
        cmocka_unit_test(ingram_takes_one_standard),
    };
    return cmocka_run_group_tests_name("shop", tests, NULL, NULL);
}
