#include "layout/pagebreak.h"

#include <math.h>

#include "layout/page_state.h"

/* Far worse than the best way to get as far: not followed. */
static const double BEAM = 600;

/* A page is only left this empty, in lines, where what comes next has no place on it. */
static const double LEAVABLE = 4;

/* Lines a chapter's last page should have, and what each that it lacks costs. */
static const double LAST_LINES = 5, LAST_LINE = 25;

/* How many places to divide a paragraph at the foot of a page are tried; how many figures may wait; and heights of
 * footnotes on pages as full as each other are told apart up to so many half lines. */
enum { CUTS = 3, WAITING = 4, FEET = 8, NONE = -1 };

/* How a slab was reached: one step of the way back. */
struct step {
    int previous;
    struct choice choice;
};

struct reached {
    struct page_state state;
    double cost;
    int step;
};

struct search {
    const struct pagination *on;
    GArray *steps;    /* struct step */
    GArray *now, *next; /* struct reached */
    int *slots;       /* key -> index in `next` + 1 */
    size_t slot_count, rows;
    int from;         /* step of the state that is being followed */
    double cost;      /* and what it has cost */
};

/* ---- states that are alike ---- */

static size_t state_key(const struct search *search, const struct page_state *state)
{
    const double half = search->on->rules.leading / 2;
    const size_t row = MIN((size_t)MAX(0, state->y / half + 0.5), search->rows - 1);
    size_t key = state->recto ? 1 : 0;
    key = key * PAGE_DEPTHS + (size_t)page_depth_class(search->on, state);
    key = key * WAITING + MIN(state->waiting, WAITING - 1);
    key = key * 2 + (state->placed < state->called);
    key = key * FEET + (size_t)(state->feet / half + 0.5) % FEET;
    return key * search->rows + row;
}

static void keep(struct search *search, const struct page_state *state, double cost, struct choice choice)
{
    const size_t key = state_key(search, state);
    int *slot = &search->slots[key];
    if (*slot && g_array_index(search->next, struct reached, *slot - 1).cost <= cost)
        return;
    const struct step step = {search->from, choice};
    struct reached reached = {*state, cost, (int)search->steps->len};
    if (*slot) {
        struct reached *known = &g_array_index(search->next, struct reached, *slot - 1);
        reached.step = known->step; /* its step is overwritten: nothing leads through it */
        *known = reached;
        g_array_index(search->steps, struct step, reached.step) = step;
        return;
    }
    g_array_append_val(search->steps, step);
    g_array_append_val(search->next, reached);
    *slot = (int)search->next->len;
}

static void offer(struct search *search, const struct page_state *from, size_t slab, struct choice choice)
{
    struct page_state state = *from;
    const double cost = page_place(search->on, &state, slab, &choice, NULL);
    if (cost < HUGE_VAL)
        keep(search, &state, search->cost + cost, choice);
}

/* ---- what can be done with a slab ---- */

/* Whether the slab after this one must stay with it. */
static bool next_keeps(const struct pagination *on, size_t slab)
{
    return slab + 1 < on->count && on->slabs[slab + 1].keep;
}

static bool can_be_divided(const struct way *way)
{
    for (size_t i = 1; i < way->count; i++)
        if (way->strips[i].turn < TURN_NEVER)
            return true;
    return false;
}

/* Divided after at most `fits` strips, at the last places where it may be. Returns whether there was one. */
static bool offer_cuts(struct search *search, const struct page_state *from, size_t slab, struct choice choice, size_t fits,
                       bool need)
{
    const struct way *way = &search->on->slabs[slab].ways[choice.way];
    size_t offered = 0;
    for (size_t cut = fits; cut > 0 && offered < (need ? fits : CUTS); cut--) {
        if (way->strips[cut].turn >= TURN_NEVER && !need)
            continue;
        choice.cut = cut;
        offer(search, from, slab, choice);
        offered++;
    }
    return offered > 0;
}

/* One more line than fits, whose footnote runs on to the next page. */
static void offer_split_note(struct search *search, const struct page_state *from, size_t slab, struct choice choice,
                             size_t fits, bool need)
{
    const struct way *way = &search->on->slabs[slab].ways[choice.way];
    if (!way->strips[fits].foot_count)
        return;
    if (fits + 1 < way->count && way->strips[fits + 1].turn >= TURN_NEVER && !need)
        return;
    choice.cut = fits + 1;
    choice.split = true;
    offer(search, from, slab, choice);
}

/* All of it here, or divided. Returns whether there was a way. */
static bool offer_here(struct search *search, const struct page_state *from, size_t slab, struct choice choice, bool need)
{
    const struct way *way = &search->on->slabs[slab].ways[choice.way];
    const size_t fits = page_fits(search->on, from, slab, &choice);
    if (fits < way->count) {
        const bool divided = offer_cuts(search, from, slab, choice, fits, need);
        offer_split_note(search, from, slab, choice, fits, need);
        if (!divided && from->empty) /* too high for the first page, and so for any */
            offer(search, from, slab, (struct choice){.way = choice.way});
        return divided;
    }
    offer(search, from, slab, choice);
    /* What comes next stays with it, and may need some of its lines on the next page. */
    if (next_keeps(search->on, slab) && way->count > 1)
        offer_cuts(search, from, slab, choice, way->count - 1, false);
    return true;
}

static void follow(struct search *search, const struct page_state *from, size_t number, bool need)
{
    const struct slab *slab = &search->on->slabs[number];
    const bool must_turn = from->placed < from->called;
    bool here = false;
    for (size_t way = 0; way < slab->way_count && !must_turn; way++) {
        struct choice choice = {.way = (unsigned char)way};
        here = offer_here(search, from, number, choice, need) || here;
        choice.extra = true;
        if (slab->extra > 0 && !from->empty)
            here = offer_here(search, from, number, choice, need) || here;
    }
    if (slab->floats && !from->empty && from->waiting + 1 < WAITING)
        offer(search, from, number, (struct choice){.wait = true});
    if (from->empty || (slab->keep && !need))
        return;
    const bool stays = next_keeps(search->on, number) && !can_be_divided(slab->ways);
    if (here && !need && !stays && page_gap(search->on, from) > LEAVABLE)
        return;
    for (size_t way = 0; way < slab->way_count; way++)
        offer(search, from, number, (struct choice){.way = (unsigned char)way, .turn = true});
}

/* ---- the search ---- */

/* What is far worse is not followed; but what seems so may be the only way to keep the next slab with this one. */
static void next_slab(struct search *search, size_t slab)
{
    const double beam = next_keeps(search->on, slab) ? HUGE_VAL : BEAM;
    double best = HUGE_VAL;
    for (guint i = 0; i < search->next->len; i++) {
        const struct reached *reached = &g_array_index(search->next, struct reached, i);
        search->slots[state_key(search, &reached->state)] = 0;
        best = MIN(best, reached->cost);
    }
    g_array_set_size(search->now, 0);
    for (guint i = 0; i < search->next->len; i++) {
        const struct reached *reached = &g_array_index(search->next, struct reached, i);
        if (reached->cost <= best + beam)
            g_array_append_val(search->now, *reached);
    }
    g_array_set_size(search->next, 0);
}

static void look_at(struct search *search, size_t slab, bool need)
{
    for (guint i = 0; i < search->now->len; i++) {
        const struct reached *reached = &g_array_index(search->now, struct reached, i);
        search->from = reached->step;
        search->cost = reached->cost;
        follow(search, &reached->state, slab, need);
    }
}

/* What the end of the chapter adds: figures and notes that still wait, a last page with hardly anything on it. */
static double end_cost(const struct pagination *on, const struct page_state *end)
{
    struct page_state state = *end;
    const double cost = page_finish(on, &state, NULL);
    const double lacks = MAX(0, LAST_LINES - state.y / on->rules.leading);
    return cost + (state.pages > 0 ? lacks * LAST_LINE : 0);
}

static int best_end(const struct search *search)
{
    int best = NONE;
    double cost = HUGE_VAL;
    for (guint i = 0; i < search->now->len; i++) {
        const struct reached *reached = &g_array_index(search->now, struct reached, i);
        const double whole = reached->cost + end_cost(search->on, &reached->state);
        if (best == NONE || whole < cost) {
            best = reached->step;
            cost = whole;
        }
    }
    return best;
}

/* The steps that lead to the end, once more, written down. */
static struct plan *replay(const struct search *search, int last)
{
    const struct pagination *on = search->on;
    struct choice *choices = g_new0(struct choice, on->count + 1);
    size_t at = on->count;
    for (int step = last; step != NONE && at > 0; step = g_array_index(search->steps, struct step, step).previous)
        choices[--at] = g_array_index(search->steps, struct step, step).choice;
    struct plan *plan = g_new0(struct plan, 1);
    plan->pages = g_array_new(FALSE, TRUE, sizeof(struct page_plan));
    struct page_state state = page_first(on, plan);
    for (size_t i = 0; i < on->count; i++)
        page_place(on, &state, i, &choices[i], plan);
    page_finish(on, &state, plan);
    g_free(choices);
    return plan;
}

struct plan *pagebreak_find(const struct slab *slabs, size_t count, const struct page_rules *rules)
{
    struct pagination *on = pagination_new(slabs, count, rules);
    struct search search = {.on = on, .from = NONE};
    search.rows = (size_t)ceil(rules->room / rules->leading * 2) + 8;
    search.slot_count = 2 * PAGE_DEPTHS * WAITING * 2 * FEET * search.rows;
    search.slots = g_new0(int, search.slot_count);
    search.steps = g_array_new(FALSE, FALSE, sizeof(struct step));
    search.now = g_array_new(FALSE, FALSE, sizeof(struct reached));
    search.next = g_array_new(FALSE, FALSE, sizeof(struct reached));
    const struct reached start = {page_first(on, NULL), 0, NONE};
    g_array_append_val(search.now, start);
    for (size_t i = 0; i < count; i++) {
        look_at(&search, i, false);
        if (!search.next->len)
            look_at(&search, i, true);
        g_assert(search.next->len); /* else what comes now would be nowhere */
        next_slab(&search, i);
    }
    struct plan *plan = replay(&search, best_end(&search));
    g_array_free(search.steps, TRUE);
    g_array_free(search.now, TRUE);
    g_array_free(search.next, TRUE);
    g_free(search.slots);
    pagination_free(on);
    return plan;
}

void plan_free(struct plan *plan)
{
    for (guint i = 0; i < plan->pages->len; i++) {
        g_array_free(g_array_index(plan->pages, struct page_plan, i).placed, TRUE);
        g_array_free(g_array_index(plan->pages, struct page_plan, i).feet, TRUE);
    }
    g_array_free(plan->pages, TRUE);
    g_free(plan);
}
