/* The page breaker on short chapters made by chance, from a fixed seed, against all the ways there are to
 * break them. */
#include "layout/page_state.h"
#include "slabs.h"

/* ---- all the ways ---- */

/* Of pagebreak.c: lines a chapter's last page should have, what each that it lacks costs, how empty a page is
 * left where what comes next has a place on it, and how many places to divide a slab are tried. */
static const double LAST_LINES = 5, LAST_LINE = 25, LEAVABLE = 4;
enum { CUTS = 3 };

/* A search through all choices, one slab after the other. */
struct search {
    const struct pagination *on;
    GArray *choices;       /* struct choice: made so far */
    const struct plan *as; /* only what leads to this plan counts; NULL: anything */
    double least;
};

static void search_slab(struct search *search, const struct page_state *from, double cost);

static double end_cost(const struct pagination *on, const struct page_state *end)
{
    struct page_state state = *end;
    const double cost = page_finish(on, &state, NULL);
    return cost + (state.pages > 0 ? MAX(0, LAST_LINES - state.y / on->rules.leading) * LAST_LINE : 0);
}

static bool same_showing(const struct placed *a, const struct placed *b)
{
    return a->slab == b->slab && a->showing.way == b->showing.way && a->showing.from == b->showing.from &&
           a->showing.to == b->showing.to && fabs(a->showing.y - b->showing.y) < 1e-6;
}

static bool same_page(const struct page_plan *a, const struct page_plan *b)
{
    if (a->placed->len != b->placed->len || a->feet->len != b->feet->len)
        return false;
    for (guint i = 0; i < a->placed->len; i++)
        if (!same_showing(&g_array_index(a->placed, struct placed, i),
                          &g_array_index(b->placed, struct placed, i)))
            return false;
    for (guint i = 0; i < a->feet->len; i++) {
        const struct placed_foot *x = &g_array_index(a->feet, struct placed_foot, i),
                                 *y = &g_array_index(b->feet, struct placed_foot, i);
        if (x->foot != y->foot || x->from != y->from || x->to != y->to)
            return false;
    }
    return true;
}

/* The plan that the choices made so far lead to. */
static struct plan *plan_of_choices(const struct search *search, bool finish)
{
    struct plan *plan = g_new0(struct plan, 1);
    plan->pages = g_array_new(FALSE, TRUE, sizeof(struct page_plan));
    struct page_state state = page_first(search->on, plan);
    for (guint i = 0; i < search->choices->len; i++)
        page_place(search->on, &state, i, &g_array_index(search->choices, struct choice, i), plan);
    if (finish)
        page_finish(search->on, &state, plan);
    return plan;
}

/* Whether the choices lead to the plan that is looked for: all its pages but the last, or all of them. */
static bool leads_there(const struct search *search, bool finish)
{
    if (!search->as)
        return true;
    struct plan *plan = plan_of_choices(search, finish);
    const guint pages = plan->pages->len - (finish ? 0 : 1);
    bool same = finish ? pages == search->as->pages->len : pages < search->as->pages->len;
    for (guint i = 0; i < pages && same; i++)
        same = same_page(page_at(plan, i), page_at(search->as, i));
    plan_free(plan);
    return same;
}

static void try_choice(struct search *search, const struct page_state *from, double cost,
                       struct choice choice)
{
    struct page_state state = *from;
    const double whole = cost + page_place(search->on, &state, search->choices->len, &choice, NULL);
    if (whole >= search->least - 1e-9)
        return;
    g_array_append_val(search->choices, choice);
    if (leads_there(search, false))
        search_slab(search, &state, whole);
    g_array_set_size(search->choices, search->choices->len - 1);
}

static bool try_here(struct search *search, const struct page_state *from, double cost, struct choice choice)
{
    const size_t slab = search->choices->len;
    const struct way *way = &search->on->slabs[slab].ways[choice.way];
    const size_t fits = page_fits(search->on, from, slab, &choice);
    bool here = fits == way->count || from->empty;
    if (here)
        try_choice(search, from, cost, choice);
    const bool stays = slab + 1 < search->on->count && search->on->slabs[slab + 1].keep;
    int cuts = 0;
    for (choice.cut = fits < way->count || stays ? MIN(fits, way->count - 1) : 0;
         choice.cut > 0 && cuts < CUTS; choice.cut--)
        if (way->strips[choice.cut].turn < TURN_NEVER) {
            cuts++;
            try_choice(search, from, cost, choice);
            here = true;
        }
    choice.cut = fits + 1;
    choice.split = true;
    if (fits < way->count && way->strips[fits].foot_count &&
        (fits + 1 == way->count || way->strips[fits + 1].turn < TURN_NEVER))
        try_choice(search, from, cost, choice);
    return here;
}

static bool can_be_divided(const struct way *way)
{
    for (size_t i = 1; i < way->count; i++)
        if (way->strips[i].turn < TURN_NEVER)
            return true;
    return false;
}

static void search_slab(struct search *search, const struct page_state *from, double cost)
{
    const size_t number = search->choices->len;
    if (number == search->on->count) {
        const double whole = cost + end_cost(search->on, from);
        if (whole < search->least && leads_there(search, true))
            search->least = whole;
        return;
    }
    const struct slab *slab = &search->on->slabs[number];
    const bool must_turn = from->placed < from->called;
    bool here = false;
    for (unsigned char way = 0; way < slab->way_count && !must_turn; way++)
        for (int extra = 0; extra < (slab->extra > 0 && !from->empty ? 2 : 1); extra++)
            here = try_here(search, from, cost, (struct choice){.way = way, .extra = extra > 0}) || here;
    if (slab->floats && !from->empty)
        try_choice(search, from, cost, (struct choice){.wait = true});
    const bool stays = number + 1 < search->on->count && slab[1].keep && !can_be_divided(slab->ways);
    if (from->empty || slab->keep || (here && !stays && page_gap(search->on, from) > LEAVABLE))
        return;
    for (unsigned char way = 0; way < slab->way_count; way++)
        try_choice(search, from, cost, (struct choice){.way = way, .turn = true});
}

/* The least cost of all ways to break a chapter, or of those that lead to a plan. */
static double least_cost(const struct sample *chapter, const struct plan *as)
{
    struct pagination *on = pagination_new(slabs_of(chapter), chapter->slabs->len, &chapter->rules);
    struct search search = {
        .on = on, .choices = g_array_new(FALSE, FALSE, sizeof(struct choice)), .as = as, .least = HUGE_VAL};
    const struct page_state first = page_first(on, NULL);
    search_slab(&search, &first, 0);
    g_array_free(search.choices, TRUE);
    pagination_free(on);
    return search.least;
}

struct found {
    size_t could, worse; /* how many could be broken without need; and better than they are */
};

/* Chapters of a few slabs on pages of a few lines. */
static struct found compare(GRand *random, struct mixture mixture)
{
    struct found found = {0};
    for (int i = 0; i < 400; i++) {
        const size_t slabs = up_to(random, 8), lines = 6 + up_to(random, 8);
        struct sample chapter = sample_new(random, slabs, mixture, lines);
        struct plan *plan = plan_of(&chapter);
        const double least = chapter.slabs->len > 9 ? HUGE_VAL : least_cost(&chapter, NULL);
        if (least < HUGE_VAL) {
            found.could++;
            found.worse += least_cost(&chapter, plan) > least + 1e-6;
        }
        plan_free(plan);
        sample_free(&chapter);
    }
    return found;
}

static void no_way_to_break_a_short_chapter_is_better(void **state)
{
    (void)state;
    static const struct mixture mixtures[] = {
        {.headings = 6, .lines = 8},
        {.headings = 6, .solids = 6, .lists = 8, .lines = 8},
        {.headings = 6, .floats = 5, .lines = 8},
        {.headings = 6, .solids = 6, .tables = 6, .lists = 8, .lines = 8},
        {.headings = 6, .notes = 4, .note_lines = 6, .lines = 8},
        {.headings = 6, .tables = 6, .floats = 6, .notes = 4, .note_lines = 6, .lines = 8},
    };
    GRand *random = g_rand_new_with_seed(1982);
    for (size_t i = 0; i < G_N_ELEMENTS(mixtures); i++) {
        const struct found found = compare(random, mixtures[i]);
        assert_in_range(found.could, 250, 400);
        /* States that are nearly alike are taken for one, and what seems far worse is given up: once in some
         * thousand times that costs a little, more often with notes, figures and rows of any height. */
        const size_t allowed = mixtures[i].notes || mixtures[i].tables || mixtures[i].floats ? 3 : 1;
        if (found.worse > allowed)
            fail_msg("mixture %zu: of %zu chapters %zu could be broken better", i, found.could, found.worse);
    }
    g_rand_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_way_to_break_a_short_chapter_is_better),
    };
    return cmocka_run_group_tests_name("page_search", tests, NULL, NULL);
}
