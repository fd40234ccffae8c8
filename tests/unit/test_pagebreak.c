/* Properties of the page breaker on chapters made by chance, from fixed seeds. */
#include "slabs.h"

static const double NEARLY = 0.02;

/* ---- what a plan says ---- */

static double bottom_of(const struct placed *placed)
{
    const struct showing *showing = &placed->showing;
    double y = showing->y + (showing->from > 0 ? placed->slab->repeat : 0);
    for (size_t i = showing->from; i < showing->to; i++)
        y += showing->way->strips[i].height;
    return y;
}

/* Walks over all that stands on the pages, in order. */
struct walk {
    const struct sample *chapter;
    int number; /* of the chapter, for what is said when something is wrong */
    guint page;
    size_t next, strip;    /* what must come: a slab that is no figure, a strip of it */
    const struct way *way; /* that has begun, or NULL */
    size_t next_float;
    GPtrArray *called;       /* struct foot: the notes called up to here */
    size_t note, note_strip; /* what must come of them */
    size_t bad;              /* turns of the page so far, that need not be */
};

/* The next slab from one on that is a figure, or that is none. */
static size_t next_slab(const struct sample *chapter, size_t from, bool floats)
{
    while (from < chapter->slabs->len && slabs_of(chapter)[from].floats != floats)
        from++;
    return from;
}

/* A figure keeps its place among the others, and stands where it was met or on top of a later page. */
static void check_float(struct walk *walk, size_t slab, const struct placed *before)
{
    if (slab != walk->next_float)
        fail_msg("chapter %d, page %u: figure %zu stands where %zu should", walk->number, walk->page, slab,
                 walk->next_float);
    if (walk->next < slab)
        fail_msg("chapter %d, page %u: figure %zu stands before slab %zu", walk->number, walk->page, slab,
                 walk->next);
    const bool late = walk->strip > 0 || walk->next > next_slab(walk->chapter, slab, false);
    if (late && before && !before->slab->floats)
        fail_msg("chapter %d, page %u: figure %zu has waited, but not for the top of a page", walk->number,
                 walk->page, slab);
    walk->next_float = next_slab(walk->chapter, slab + 1, true);
}

static void check_strips(struct walk *walk, size_t slab, const struct placed *placed)
{
    const struct showing *showing = &placed->showing;
    if (slab != walk->next || showing->from != walk->strip || showing->to <= showing->from)
        fail_msg("chapter %d, page %u: slab %zu from strip %zu, where slab %zu from %zu should be",
                 walk->number, walk->page, slab, showing->from, walk->next, walk->strip);
    if (walk->way && showing->way != walk->way)
        fail_msg("chapter %d, page %u: slab %zu goes on in another way", walk->number, walk->page, slab);
    assert_in_range(showing->to, 1, showing->way->count);
    for (size_t i = showing->from; i < showing->to; i++)
        for (size_t k = 0; k < showing->way->strips[i].foot_count; k++)
            g_ptr_array_add(walk->called, (gpointer)showing->way->strips[i].feet[k]);
    const bool whole = showing->to == showing->way->count;
    walk->way = whole ? NULL : showing->way;
    walk->strip = whole ? 0 : showing->to;
    walk->next = whole ? next_slab(walk->chapter, slab + 1, false) : slab;
}

/* Where it stands: below what is before it, with the space they want, on a line of the grid. */
static void check_place(const struct walk *walk, size_t slab, const struct placed *placed,
                        const struct placed *before)
{
    const struct slab *is = placed->slab;
    const double y = placed->showing.y, leading = walk->chapter->rules.leading;
    const double above = before ? bottom_of(before) : 0;
    const double space = before ? MAX(before->slab->after, is->before) : 0;
    const double most = before ? space + is->extra + (is->grid ? leading : 0) : 0;
    if (y < above + space - NEARLY || y > above + most + NEARLY)
        fail_msg("chapter %d, page %u: slab %zu stands at %.2f, below %.2f with a space of %.2f",
                 walk->number, walk->page, slab, y, above, space);
    if (is->grid && fabs(y / leading - rint(y / leading)) > 0.01)
        fail_msg("chapter %d, page %u: slab %zu stands at %.2f, off the grid", walk->number, walk->page, slab,
                 y);
}

/* Strips that no page may part from the first one, or (from the end) from the last. */
static double first_group(const struct way *way)
{
    double height = way->strips[0].height;
    for (size_t i = 1; i < way->count && way->strips[i].turn >= TURN_NEVER; i++)
        height += way->strips[i].height;
    return height;
}

static double last_group(const struct way *way, bool *whole)
{
    double height = 0;
    for (size_t i = way->count; i-- > 0;) {
        height += way->strips[i].height;
        *whole = i == 0;
        if (way->strips[i].turn < TURN_NEVER)
            break;
    }
    return height;
}

static double notes_height(const struct way *way)
{
    double height = 0;
    for (size_t i = 0; i < way->count; i++)
        for (size_t k = 0; k < way->strips[i].foot_count; k++)
            height += way->strips[i].feet[k]->column->height;
    return height;
}

/* Whether a slab and all that it stays with fit a page, with their notes. */
static bool could_stay(const struct sample *chapter, size_t slab)
{
    const struct slab *slabs = slabs_of(chapter);
    double height = first_group(slabs[slab].ways), notes = notes_height(slabs[slab].ways);
    bool whole = true;
    while (whole && slabs[slab].keep && slab > 0) {
        size_t before = slab - 1;
        while (before > 0 && slabs[before].floats)
            before--;
        height += MAX(slabs[before].after, slabs[slab].before) + last_group(slabs[before].ways, &whole);
        height = ceil(height / LINE - 1e-6) * LINE;
        notes += notes_height(slabs[before].ways);
        slab = before;
    }
    return height + (notes > 0 ? notes + chapter->rules.separation : 0) <= chapter->rules.room;
}

/* Whether a strip must not be parted from the first one of its way. */
static bool in_first_group(const struct way *way, size_t strip)
{
    for (size_t i = 1; i <= strip; i++)
        if (way->strips[i].turn < TURN_NEVER)
            return false;
    return true;
}

/* Whether the page begins badly (but for figures), and need not. */
static void check_turn(struct walk *walk, const struct page_plan *page)
{
    for (guint i = 0; i < page->placed->len && walk->page > 0; i++) {
        const struct placed *first = &g_array_index(page->placed, struct placed, i);
        const size_t from = first->showing.from;
        if (first->slab->floats)
            continue;
        const bool bad = from > 0 ? first->showing.way->strips[from].turn >= TURN_NEVER : first->slab->keep;
        const bool must = in_first_group(first->showing.way, from) &&
                          !could_stay(walk->chapter, (size_t)(first->slab - slabs_of(walk->chapter)));
        walk->bad += bad && !must;
        break;
    }
}

/* Notes stand in order, each once, and never before the page that calls them. */
static void check_feet(struct walk *walk, const struct page_plan *page)
{
    double height = 0;
    for (guint i = 0; i < page->feet->len; i++) {
        const struct placed_foot *placed = &g_array_index(page->feet, struct placed_foot, i);
        if (walk->note >= walk->called->len || placed->foot != g_ptr_array_index(walk->called, walk->note))
            fail_msg("chapter %d, page %u: not the note that is called", walk->number, walk->page);
        if (placed->from != walk->note_strip || placed->to <= placed->from)
            fail_msg("chapter %d, page %u: a note from strip %zu to %zu instead of %zu", walk->number,
                     walk->page, placed->from, placed->to, walk->note_strip);
        height += (double)(placed->to - placed->from) * NOTE_LINE;
        const bool whole = placed->to == placed->foot->column->count;
        walk->note += whole;
        walk->note_strip = whole ? 0 : placed->to;
    }
    if (fabs(height - page->feet_height) > NEARLY)
        fail_msg("chapter %d, page %u: notes of %.2f, and it says %.2f", walk->number, walk->page, height,
                 page->feet_height);
}

/* Nothing is fuller than it may be but by a single thing that is higher than a page. */
static void check_room(const struct walk *walk, const struct page_plan *page)
{
    const struct placed *last =
        page->placed->len ? &g_array_index(page->placed, struct placed, page->placed->len - 1) : NULL;
    const double room = walk->chapter->rules.room;
    const double used = (last ? bottom_of(last) : 0) +
                        (page->feet_height > 0 ? page->feet_height + walk->chapter->rules.separation : 0);
    const double over = MAX(0, used - room);
    if (fabs(over > NEARLY ? over - page->over : page->over) > NEARLY)
        fail_msg("chapter %d, page %u: %.2f too full, and it says %.2f", walk->number, walk->page, over,
                 page->over);
    const bool single =
        page->placed->len == 1 && last->showing.to == last->showing.from + 1 && page->feet_height == 0;
    if (over > NEARLY && !single)
        fail_msg("chapter %d, page %u: %.2f too full, with %u things on it and %.2f of notes", walk->number,
                 walk->page, over, page->placed->len, page->feet_height);
}

/* Checks a plan; returns how many bad turns it has. */
static struct walk check_plan(const struct sample *chapter, const struct plan *plan, int number)
{
    struct walk walk = {.chapter = chapter,
                        .number = number,
                        .next = next_slab(chapter, 0, false),
                        .next_float = next_slab(chapter, 0, true),
                        .called = g_ptr_array_new()};
    for (; walk.page < plan->pages->len; walk.page++) {
        const struct page_plan *page = page_at(plan, walk.page);
        const struct placed *before = NULL;
        check_turn(&walk, page);
        for (guint i = 0; i < page->placed->len; i++) {
            const struct placed *placed = &g_array_index(page->placed, struct placed, i);
            const size_t slab = (size_t)(placed->slab - slabs_of(chapter));
            if (placed->slab->floats)
                check_float(&walk, slab, before);
            else
                check_strips(&walk, slab, placed);
            check_place(&walk, slab, placed, before);
            before = placed;
        }
        check_feet(&walk, page);
        check_room(&walk, page);
    }
    if (walk.next < chapter->slabs->len || walk.next_float < chapter->slabs->len)
        fail_msg("chapter %d: slab %zu of %u is on no page", number, MIN(walk.next, walk.next_float),
                 chapter->slabs->len);
    if (walk.note < walk.called->len)
        fail_msg("chapter %d: note %zu of %u is on no page", number, walk.note, walk.called->len);
    g_ptr_array_free(walk.called, TRUE);
    return walk;
}

/* ---- by chance ---- */

static bool same_plan(const struct plan *a, const struct plan *b)
{
    bool same = a->pages->len == b->pages->len;
    for (guint i = 0; i < a->pages->len && same; i++) {
        const GArray *x = page_at(a, i)->placed, *y = page_at(b, i)->placed;
        same = x->len == y->len && page_at(a, i)->feet_height == page_at(b, i)->feet_height;
        for (guint k = 0; k < x->len && same; k++) {
            const struct placed *left = &g_array_index(x, struct placed, k),
                                *right = &g_array_index(y, struct placed, k);
            same = left->slab == right->slab && left->showing.way == right->showing.way &&
                   left->showing.y == right->showing.y && left->showing.from == right->showing.from &&
                   left->showing.to == right->showing.to;
        }
    }
    return same;
}

/* Checks so many chapters of a mixture; returns how many bad turns they have. */
static size_t check_chapters(GRand *random, struct mixture mixture, int count)
{
    size_t bad = 0;
    for (int i = 0; i < count; i++) {
        const size_t slabs = up_to(random, 150), lines = 20 + up_to(random, 24);
        struct sample chapter = sample_new(random, slabs, mixture, lines);
        struct plan *plan = plan_of(&chapter), *again = plan_of(&chapter);
        const struct walk walk = check_plan(&chapter, plan, i);
        assert_true(same_plan(plan, again));
        bad += walk.bad;
        plan_free(plan);
        plan_free(again);
        sample_free(&chapter);
    }
    return bad;
}

static void everything_stands_once_and_in_order(void **state)
{
    (void)state;
    static const struct mixture mixtures[] = {
        {.headings = 6, .lines = 12},
        {.headings = 8, .solids = 8, .lists = 8, .lines = 12},
        {.headings = 8, .tables = 8, .lists = 8, .lines = 12},
        {.headings = 8, .floats = 8, .lines = 12},
        {.headings = 8, .notes = 6, .note_lines = 12, .lines = 12},
        {.headings = 10,
         .solids = 10,
         .tables = 10,
         .floats = 8,
         .lists = 10,
         .notes = 6,
         .note_lines = 12,
         .lines = 40},
    };
    GRand *random = g_rand_new_with_seed(1981);
    for (size_t i = 0; i < G_N_ELEMENTS(mixtures); i++) {
        const size_t bad = check_chapters(random, mixtures[i], 100);
        /* Where four figures come in a row, or notes and figures with headings, there is not always a way. */
        if (bad > (mixtures[i].floats ? 1 : 0))
            fail_msg("mixture %zu: %zu pages begin badly, and need not", i, bad);
    }
    g_rand_free(random);
}

/* Notes of more than a page, and things that no page can hold: not all turns can be good. */
static void even_what_is_too_high_or_too_long(void **state)
{
    (void)state;
    const struct mixture long_notes = {.headings = 10,
                                       .solids = 10,
                                       .tables = 10,
                                       .floats = 8,
                                       .lists = 10,
                                       .notes = 3,
                                       .note_lines = 80,
                                       .lines = 40};
    struct mixture too_high = long_notes;
    too_high.solids = too_high.floats = 4;
    too_high.too_high = true;
    GRand *random = g_rand_new_with_seed(1985);
    check_chapters(random, long_notes, 100);
    check_chapters(random, too_high, 100);
    g_rand_free(random);
}

static void a_long_chapter_is_finished_soon(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(1983);
    const struct mixture mixture = {.headings = 10,
                                    .solids = 20,
                                    .tables = 50,
                                    .floats = 30,
                                    .lists = 10,
                                    .notes = 10,
                                    .note_lines = 12,
                                    .lines = 12};
    struct sample chapter = sample_new(random, 100000, mixture, 38);
    struct plan *plan = plan_of(&chapter);
    check_plan(&chapter, plan, 0);
    plan_free(plan);
    sample_free(&chapter);
    g_rand_free(random);
}

static void and_so_is_a_long_paragraph(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(1984);
    struct sample chapter = sample_new(random, 3, (struct mixture){.lines = 8}, 38);
    chapter.of.notes = 1;
    chapter.of.note_lines = 80;
    add(&chapter, lines_slab(&chapter, 50000, true));
    add_something(&chapter);
    struct plan *plan = plan_of(&chapter);
    check_plan(&chapter, plan, 0);
    assert_in_range(plan->pages->len, 50000 / 38, 50000 / 38 + 10);
    plan_free(plan);
    sample_free(&chapter);
    g_rand_free(random);
}

/* ---- by hand ---- */

/* A chapter with nothing in it yet, on pages of 38 lines. */
static struct sample empty_chapter(void)
{
    struct sample chapter = {.arena = arena_new(), .slabs = g_array_new(FALSE, TRUE, sizeof(struct slab))};
    chapter.random = g_rand_new_with_seed(1);
    chapter.rules = (struct page_rules){.room = 38 * LINE, .leading = LINE, .separation = 15, .recto = true};
    return chapter;
}

/* Checks the plan; its caller frees it, and the chapter. */
static struct plan *plan_checked(const struct sample *chapter)
{
    struct plan *plan = plan_of(chapter);
    const struct walk walk = check_plan(chapter, plan, 0);
    assert_int_equal(walk.bad, 0);
    return plan;
}

static void end_chapter(struct sample *chapter, struct plan *plan)
{
    plan_free(plan);
    g_rand_free(chapter->random);
    sample_free(chapter);
}

static const struct placed *first_on(const struct plan *plan, guint page)
{
    assert_true(page < plan->pages->len && page_at(plan, page)->placed->len > 0);
    return &g_array_index(page_at(plan, page)->placed, struct placed, 0);
}

static void add_lines(struct sample *chapter, size_t count)
{
    for (; count > 0; count--)
        add(chapter, lines_slab(chapter, 1, false));
}

static size_t slab_on(const struct sample *chapter, const struct plan *plan, guint page)
{
    return (size_t)(first_on(plan, page)->slab - slabs_of(chapter));
}

static void what_is_too_high_stands_alone(void **state)
{
    (void)state;
    for (int floats = 0; floats < 2; floats++) {
        struct sample chapter = empty_chapter();
        for (int i = 0; i < 5; i++) {
            struct slab slab = solid_slab(&chapter, chapter.rules.room * 2);
            slab.floats = floats;
            add(&chapter, slab);
        }
        add_lines(&chapter, 3);
        struct plan *plan = plan_checked(&chapter);
        assert_in_range(plan->pages->len, 5, 6);
        size_t alone = 0;
        for (guint page = 0; page < plan->pages->len; page++)
            alone += fabs(page_at(plan, page)->over - chapter.rules.room) < NEARLY;
        assert_int_equal(alone, 5);
        end_chapter(&chapter, plan);
    }
}

/* A note of two lines and what sets it apart take the place of three lines. */
static void notes_take_their_room(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 84);
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(slab_on(&chapter, plan, 1), 38);
    plan_free(plan);
    const struct foot *foot = foot_new(chapter.arena, 2);
    struct strip *strip = (struct strip *)(void *)slabs_of(&chapter)[5].ways->strips;
    strip->feet = &foot;
    strip->foot_count = 1;
    plan = plan_checked(&chapter);
    assert_int_equal(slab_on(&chapter, plan, 1), 35);
    assert_int_equal(page_at(plan, 0)->feet->len, 1);
    end_chapter(&chapter, plan);
}

/* A line too many, and a last page with nothing but that, are saved by the way that has a line less. */
static void a_paragraph_gives_up_a_line_for_a_page(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 30);
    struct slab slab = lines_slab(&chapter, 9, false);
    struct way *ways = (struct way *)(void *)slab.ways;
    ways[1] = *lines_slab(&chapter, 8, false).ways;
    ways[1].cost = 2;
    slab.way_count = 2;
    add(&chapter, slab);
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(plan->pages->len, 1);
    end_chapter(&chapter, plan);
}

/* The lines after it go on where it leaves the page, and it begins the next one. */
static void a_figure_waits_while_text_fills_the_page(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 30);
    struct slab figure = solid_slab(&chapter, 12 * LINE);
    figure.floats = true;
    figure.before = figure.after = LINE;
    add(&chapter, figure);
    add_lines(&chapter, 30);
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(plan->pages->len, 2);
    assert_int_equal(slab_on(&chapter, plan, 1), 30);
    assert_int_equal(page_at(plan, 0)->placed->len, 38);
    end_chapter(&chapter, plan);
}

/* It has room on the page, but not with what it is the heading of. */
static void a_heading_goes_with_what_it_is_of(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 28);
    add_heading(&chapter);
    struct slab box = solid_slab(&chapter, 12 * LINE);
    add(&chapter, box);
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(plan->pages->len, 2);
    assert_int_equal(slab_on(&chapter, plan, 1), 28);
    end_chapter(&chapter, plan);
}

/* The end of a paragraph that would fit goes over to the page where there is room for what stays with it. */
static void an_ornament_takes_the_end_of_a_paragraph_along(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 30);
    struct slab slab = lines_slab(&chapter, 7, false);
    for (size_t i = 2; i < 6; i++)
        ((struct strip *)(void *)slab.ways->strips)[i].turn = 0;
    add(&chapter, slab);
    chapter.keep_next = 1;
    add(&chapter, solid_slab(&chapter, 3 * LINE));
    add_lines(&chapter, 20);
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(slab_on(&chapter, plan, 1), 30);
    assert_in_range(first_on(plan, 1)->showing.from, 4, 5);
    end_chapter(&chapter, plan);
}

static void space_vanishes_at_the_top_of_a_page(void **state)
{
    (void)state;
    struct sample chapter = empty_chapter();
    add_lines(&chapter, 45);
    GArray *slabs = chapter.slabs;
    g_array_index(slabs, struct slab, 0).before = 6 * LINE;
    g_array_index(slabs, struct slab, 38).before = 6 * LINE;
    struct plan *plan = plan_checked(&chapter);
    assert_int_equal(plan->pages->len, 2);
    assert_int_equal(slab_on(&chapter, plan, 1), 38);
    end_chapter(&chapter, plan);
    chapter = empty_chapter();
    plan = plan_checked(&chapter); /* of nothing */
    assert_int_equal(plan->pages->len, 1);
    end_chapter(&chapter, plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_stands_once_and_in_order),
        cmocka_unit_test(even_what_is_too_high_or_too_long),
        cmocka_unit_test(a_long_chapter_is_finished_soon),
        cmocka_unit_test(and_so_is_a_long_paragraph),
        cmocka_unit_test(what_is_too_high_stands_alone),
        cmocka_unit_test(notes_take_their_room),
        cmocka_unit_test(a_paragraph_gives_up_a_line_for_a_page),
        cmocka_unit_test(a_figure_waits_while_text_fills_the_page),
        cmocka_unit_test(a_heading_goes_with_what_it_is_of),
        cmocka_unit_test(an_ornament_takes_the_end_of_a_paragraph_along),
        cmocka_unit_test(space_vanishes_at_the_top_of_a_page),
    };
    return cmocka_run_group_tests_name("pagebreak", tests, NULL, NULL);
}
