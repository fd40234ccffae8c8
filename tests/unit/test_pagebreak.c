/* Properties of the page breaker on columns made by chance, from a fixed seed. */
#include "unit.h"

#include "layout/slab.h"

enum { COLUMNS = 400, SLABS_AT_MOST = 300 };

static const double ROOM = 570, LINE = 15;

struct column_of_slabs {
    struct slab slabs[SLABS_AT_MOST];
    struct foot feet[SLABS_AT_MOST];
    const struct foot *called[SLABS_AT_MOST];
    size_t count;
};

/* Lines, headings that keep the next two, now and then a figure or a note; no chain that could not fit a
 * page. */
static void fill(struct column_of_slabs *column, GRand *random)
{
    memset(column, 0, sizeof *column);
    column->count = (size_t)g_rand_int_range(random, 1, SLABS_AT_MOST);
    int kept = 0;
    for (size_t i = 0; i < column->count; i++) {
        struct slab *slab = &column->slabs[i];
        const int kind = g_rand_int_range(random, 0, 20);
        slab->height = kind == 0 ? g_rand_double_range(random, 60, 300) : LINE;
        slab->before = kind == 1 ? LINE : 0;
        slab->keep = i > 0 && (kept > 0 || kind == 2);
        kept = kept > 0 ? kept - 1 : kind == 1 ? 2 : 0;
        slab->cost = kind == 3 ? 4 : 0;
        if (kind == 4) {
            column->feet[i].height = g_rand_double_range(random, 12, 60);
            column->called[i] = &column->feet[i];
            slab->feet = &column->called[i];
            slab->foot_count = 1;
        }
    }
}

/* What a page with the slabs from `start` to `end` takes up. */
static double used(const struct slab *slabs, size_t start, size_t end)
{
    double height = 0, feet = 0;
    for (size_t i = start; i < end; i++) {
        height += slabs[i].height + (i > start ? slabs[i].before : 0);
        for (size_t k = 0; k < slabs[i].foot_count; k++)
            feet += slabs[i].feet[k]->height;
    }
    return height + (feet > 0 ? feet + foot_separation : 0);
}

static void check_pages(const struct column_of_slabs *column, const size_t *starts, size_t pages, int number)
{
    assert_in_range(pages, 1, column->count);
    assert_int_equal(starts[0], 0);
    for (size_t page = 0; page < pages; page++) {
        const size_t end = page + 1 < pages ? starts[page + 1] : column->count;
        if (end <= starts[page])
            fail_msg("column %d: page %zu is empty or runs back", number, page);
        const double height = used(column->slabs, starts[page], end);
        if (height > ROOM + 0.02 && end > starts[page] + 1)
            fail_msg("column %d: page %zu holds %.1f points", number, page, height);
        if (page && column->slabs[starts[page]].keep)
            fail_msg("column %d: page %zu begins with what must stay with the line before", number, page);
    }
}

static void pages_cover_the_column_fit_and_keep(void **state)
{
    (void)state;
    struct column_of_slabs *column = g_new(struct column_of_slabs, 1);
    size_t starts[SLABS_AT_MOST], again[SLABS_AT_MOST];
    GRand *random = g_rand_new_with_seed(1983);
    for (int i = 0; i < COLUMNS; i++) {
        fill(column, random);
        const size_t pages = pagebreak_find(column->slabs, column->count, ROOM, starts);
        check_pages(column, starts, pages, i);
        assert_int_equal(pagebreak_find(column->slabs, column->count, ROOM, again), pages);
        assert_memory_equal(starts, again, pages * sizeof *starts);
    }
    g_rand_free(random);
    g_free(column);
}

/* A page of 38 lines; a note of two lines and the rule above it take the place of three. */
static void notes_take_their_room(void **state)
{
    (void)state;
    struct slab slabs[84] = {0};
    const struct foot foot = {.height = 30}, *const called[] = {&foot};
    size_t starts[84];
    for (size_t i = 0; i < 84; i++)
        slabs[i].height = LINE;
    assert_int_equal(pagebreak_find(slabs, 84, ROOM, starts), 3);
    assert_int_equal(starts[1], 38);
    slabs[5].feet = called;
    slabs[5].foot_count = 1;
    assert_int_equal(pagebreak_find(slabs, 84, ROOM, starts), 3);
    assert_int_equal(starts[1], 35);
}

static void what_does_not_fit_stands_alone(void **state)
{
    (void)state;
    struct slab slabs[3] = {{.height = LINE}, {.height = ROOM * 2}, {.height = LINE}};
    size_t starts[3];
    assert_int_equal(pagebreak_find(slabs, 3, ROOM, starts), 3);
    assert_int_equal(starts[1], 1);
    assert_int_equal(starts[2], 2);
    assert_int_equal(pagebreak_find(slabs, 0, ROOM, starts), 0);
}

static void space_vanishes_at_the_top_of_a_page(void **state)
{
    (void)state;
    struct slab slabs[45] = {0};
    size_t starts[45];
    for (size_t i = 0; i < 45; i++)
        slabs[i].height = LINE;
    slabs[0].before = 100;
    slabs[38].before = 100;
    assert_int_equal(pagebreak_find(slabs, 45, ROOM, starts), 2);
    assert_int_equal(starts[1], 38);
}

/* One line too many for a page takes four others with it. */
static void a_last_page_has_a_few_lines(void **state)
{
    (void)state;
    struct slab slabs[39] = {0};
    size_t starts[39];
    for (size_t i = 0; i < 39; i++)
        slabs[i].height = LINE;
    assert_int_equal(pagebreak_find(slabs, 39, ROOM, starts), 2);
    assert_in_range(starts[1], 34, 35);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_cover_the_column_fit_and_keep),
        cmocka_unit_test(notes_take_their_room),
        cmocka_unit_test(a_last_page_has_a_few_lines),
        cmocka_unit_test(what_does_not_fit_stands_alone),
        cmocka_unit_test(space_vanishes_at_the_top_of_a_page),
    };
    return cmocka_run_group_tests_name("pagebreak", tests, NULL, NULL);
}
