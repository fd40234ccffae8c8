#include "unit.h"

#include "pdf/pdf.h"

/* The PDF of a page with two boxes, the second hidden in some uses, or without it. */
static struct bytes write_boxes(struct arena *arena, unsigned uses, bool second, unsigned hidden_in)
{
    struct page page = {.label = "1"};
    page_add(arena, &page,
             (struct item){.kind = ITEM_BOX, .x = 10, .y = 10, .width = 30, .height = 30, .filled = true});
    if (second)
        page_add(arena, &page,
                 (struct item){.kind = ITEM_BOX,
                               .x = 60,
                               .y = 60,
                               .width = 20,
                               .height = 20,
                               .filled = true,
                               .hidden_in = hidden_in});
    const struct pages pages = {
        .width = 100, .height = 100, .page = &page, .count = 1, .title = "Boxes", .date = "2026-01-01"};
    struct diags *diags = diags_new();
    struct bytes bytes = {NULL, 0};
    assert_true(pdf_write_screen(&pages, uses, arena, &bytes, diags));
    assert_false(diags_failed(diags));
    diags_free(diags);
    return bytes;
}

static bool same(struct bytes left, struct bytes right)
{
    return left.length == right.length && memcmp(left.data, right.data, left.length) == 0;
}

static void items_are_hidden_in_their_uses_only(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct bytes one = write_boxes(arena, PAGE_USE_SCREEN, false, 0);
    const struct bytes both = write_boxes(arena, PAGE_USE_SCREEN, true, 0);
    assert_false(same(one, both));
    const unsigned screen = PAGE_USE_SCREEN, shared = PAGE_USE_SCREEN | PAGE_USE_SHARED;
    assert_true(same(write_boxes(arena, screen, true, PAGE_USE_SCREEN), one));
    assert_true(same(write_boxes(arena, screen, true, PAGE_USE_PRINT), both));
    assert_true(same(write_boxes(arena, screen, true, PAGE_USE_SHARED), both));
    assert_true(same(write_boxes(arena, shared, true, PAGE_USE_SHARED), one));
    assert_true(same(write_boxes(arena, shared, true, PAGE_USE_SCREEN), one));
    assert_true(same(write_boxes(arena, PAGE_USE_PRINT, true, PAGE_USE_PRINT | PAGE_USE_SHARED), one));
    arena_free(arena);
}

/* The same two boxes on a sheet of paper. */
static struct bytes write_at_home(struct arena *arena, bool second, unsigned hidden_in)
{
    struct page page = {.label = "1", .recto = true};
    page_add(arena, &page, (struct item){.kind = ITEM_BOX, .x = 10, .y = 10, .width = 30, .height = 30, .filled = true});
    if (second)
        page_add(arena, &page, (struct item){.kind = ITEM_BOX, .x = 60, .y = 60, .width = 20, .height = 20, .filled = true,
                                             .hidden_in = hidden_in});
    const struct pages pages = {.width = 100, .height = 100, .page = &page, .count = 1, .title = "Boxes", .date = "2026-01-01"};
    struct home home;
    home_defaults(&home);
    struct diags *diags = diags_new();
    struct bytes bytes = {NULL, 0};
    assert_true(pdf_write_home(&pages, &home, arena, &bytes, diags));
    assert_false(diags_failed(diags));
    diags_free(diags);
    return bytes;
}

static void paper_shows_what_is_not_hidden_in_print(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct bytes one = write_at_home(arena, false, 0), both = write_at_home(arena, true, 0);
    assert_false(same(one, both));
    assert_true(same(write_at_home(arena, true, PAGE_USE_PRINT), one));
    assert_true(same(write_at_home(arena, true, PAGE_USE_SCREEN | PAGE_USE_SHARED), both));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_hidden_in_their_uses_only),
        cmocka_unit_test(paper_shows_what_is_not_hidden_in_print),
    };
    return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
