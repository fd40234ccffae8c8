#include "layout/page_state.h"

#include <math.h>

#include "layout/column.h"

/* Of a page that is not full, per line and squared; and of two that face each other and end apart. */
static const double SHORT = 16, SHORT_SQUARED = 9, APART = 60, APART_SQUARED = 12;

/* Of a line that looks bad (struct breaking), a note that runs on, a figure that waits, and goes on waiting. */
static const double LOOKS_BAD = 16, NOTE_SPLIT = 45, WAITS = 12, WAITS_ON = 2, WAITS_A_PAGE = 40;

/* Of what is too high for a page, and of notes that have pages to themselves. */
static const double TOO_HIGH = 1e7, ALONE = 400;

static const double NEARLY = 0.02;

/* A page's text keeps so many lines when notes run on from the page before. */
enum { LEAST_LINES = 2, LEAST_NOTE_STRIPS = 2 };

/* ---- what is the same for all ---- */

static void gather_feet(struct pagination *on)
{
    GPtrArray *feet = g_ptr_array_new();
    GArray *above = g_array_new(FALSE, FALSE, sizeof(double)), *starts = g_array_new(FALSE, FALSE, sizeof(size_t));
    double height = 0;
    on->first_foot = g_new0(size_t, on->count + 1);
    for (size_t i = 0; i < on->count; i++) {
        on->first_foot[i] = feet->len;
        const struct way *way = &on->slabs[i].ways[0];
        for (size_t k = 0; k < way->count; k++)
            for (size_t f = 0; f < way->strips[k].foot_count; f++) {
                const struct foot *foot = way->strips[k].feet[f];
                const size_t start = above->len;
                g_ptr_array_add(feet, (gpointer)foot);
                g_array_append_val(starts, start);
                for (size_t s = 0; s < foot->column->count; s++) {
                    g_array_append_val(above, height);
                    const struct column_strip *strip = &foot->column->strips[s];
                    height += s + 1 < foot->column->count ? foot->column->strips[s + 1].y - strip->y : foot->column->height - strip->y;
                }
            }
    }
    on->first_foot[on->count] = feet->len;
    const size_t end = above->len;
    g_array_append_val(above, height);
    g_array_append_val(starts, end);
    on->foot_above = (double *)(void *)g_array_free(above, FALSE);
    on->foot_start = (size_t *)(void *)g_array_free(starts, FALSE);
    on->feet = (const struct foot **)(void *)g_ptr_array_free(feet, FALSE);
}

struct pagination *pagination_new(const struct slab *slabs, size_t count, const struct page_rules *rules)
{
    struct pagination *on = g_new0(struct pagination, 1);
    on->slabs = slabs;
    on->count = count;
    on->rules = *rules;
    on->floats = g_new0(size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        if (slabs[i].floats)
            on->floats[on->float_count++] = i;
    gather_feet(on);
    return on;
}

void pagination_free(struct pagination *on)
{
    g_free(on->floats);
    g_free(on->feet);
    g_free(on->foot_start);
    g_free(on->first_foot);
    g_free(on->foot_above);
    g_free(on);
}

/* ---- writing it down ---- */

static struct page_plan *last_page(struct plan *plan)
{
    return plan && plan->pages->len ? &g_array_index(plan->pages, struct page_plan, plan->pages->len - 1) : NULL;
}

static void plan_page(struct plan *plan)
{
    if (!plan)
        return;
    const struct page_plan page = {.placed = g_array_new(FALSE, FALSE, sizeof(struct placed)),
                                   .feet = g_array_new(FALSE, FALSE, sizeof(struct placed_foot))};
    g_array_append_val(plan->pages, page);
}

static void plan_slab(struct plan *plan, const struct slab *slab, struct showing showing)
{
    struct page_plan *page = last_page(plan);
    const struct placed placed = {slab, showing};
    if (page && showing.to > showing.from)
        g_array_append_val(page->placed, placed);
}

/* Feet's strips from to `to`, which may belong to several. */
static void plan_feet(const struct pagination *on, struct plan *plan, size_t from, size_t to)
{
    struct page_plan *page = last_page(plan);
    if (!page || from >= to)
        return;
    page->feet_height += on->foot_above[to] - on->foot_above[from];
    for (size_t foot = 0; from < to; foot++) {
        const size_t start = on->foot_start[foot], end = on->foot_start[foot + 1];
        if (end <= from)
            continue;
        const struct placed_foot placed = {on->feet[foot], from - start, MIN(to, end) - start};
        struct placed_foot *last = page->feet->len ? &g_array_index(page->feet, struct placed_foot, page->feet->len - 1) : NULL;
        if (last && last->foot == placed.foot && last->to == placed.from)
            last->to = placed.to; /* more of the same */
        else
            g_array_append_val(page->feet, placed);
        from = end;
    }
}

/* ---- room ---- */

static double used(const struct pagination *on, double y, double feet)
{
    return y + (feet > 0 ? feet + on->rules.separation : 0);
}

/* Of a page: the first ones may have less. */
static double room_of(const struct pagination *on, const struct page_state *state)
{
    return on->rules.room - (state->pages < on->rules.short_pages ? on->rules.shorter : 0);
}

static bool has_room(const struct pagination *on, const struct page_state *state, double y, double feet)
{
    return used(on, y, feet) <= room_of(on, state) + NEARLY;
}

/* What it costs that the page is fuller than it can be; remembers which slab made it so. */
static double too_full(const struct pagination *on, const struct page_state *state, const struct slab *slab, struct plan *plan)
{
    if (has_room(on, state, state->y, state->feet))
        return 0;
    struct page_plan *page = last_page(plan);
    const double over = used(on, state->y, state->feet) - room_of(on, state);
    if (page && over > page->over) {
        page->over = over;
        page->too_high = slab;
    }
    return TOO_HIGH;
}

double page_gap(const struct pagination *on, const struct page_state *state)
{
    const double gap = (room_of(on, state) - used(on, state->y, state->feet)) / on->rules.leading;
    if (state->feet > 0) /* the notes end where the page ends: a little more space above them is not seen */
        return MAX(0, gap - 1);
    return MAX(0, gap);
}

int page_depth_class(const struct pagination *on, const struct page_state *state)
{
    (void)on;
    if (!state->recto || state->verso_gap < 0)
        return 0;
    return 1 + (int)MIN(PAGE_DEPTHS - 2, rint(state->verso_gap * 2));
}

/* What it costs that the page ends here; remembers it for the page across. */
static double bottom_cost(const struct pagination *on, struct page_state *state)
{
    const double gap = page_gap(on, state);
    double cost = gap < 0.25 ? 0 : SHORT * gap + SHORT_SQUARED * gap * gap;
    if (state->recto) {
        const double apart = state->verso_gap < 0 ? 0 : fabs(gap - state->verso_gap);
        cost += apart < 0.25 ? 0 : APART + APART_SQUARED * apart * apart;
        state->verso_gap = -1;
    } else {
        state->verso_gap = gap;
    }
    return cost;
}

/* ---- turning the page ---- */

static void place_waiting_notes(const struct pagination *on, struct page_state *state, struct plan *plan)
{
    const size_t from = state->placed;
    const double room = room_of(on, state) - LEAST_LINES * on->rules.leading - on->rules.separation;
    while (state->placed < state->called) {
        const double height = on->foot_above[state->placed + 1] - on->foot_above[state->placed];
        if (state->placed > from && state->feet + height > room)
            break;
        state->feet += height;
        state->placed++;
    }
    plan_feet(on, plan, from, state->placed);
}

/* Where a slab begins on a page that is not empty. */
static double slab_top(const struct pagination *on, const struct page_state *state, const struct slab *slab, bool extra)
{
    const double leading = on->rules.leading;
    if (state->empty)
        return state->y;
    double y = state->y + MAX(state->after, slab->before) + (extra ? slab->extra : 0);
    if (slab->grid)
        y = ceil(y / leading - NEARLY) * leading;
    return y;
}

/* Figures that wait go to the top of the page, as many as it holds. */
static double place_waiting_figures(const struct pagination *on, struct page_state *state, struct plan *plan)
{
    double cost = 0;
    while (state->waiting > 0) {
        const struct slab *slab = &on->slabs[on->floats[state->floats - state->waiting]];
        const double y = slab_top(on, state, slab, false);
        const double height = slab->ways[0].height;
        const bool alone = state->empty && state->feet <= 0;
        if (!alone && !has_room(on, state, y + height, state->feet))
            break;
        plan_slab(plan, slab, (struct showing){slab->ways, 0, slab->ways[0].count, y});
        state->y = y + height;
        cost += too_full(on, state, slab, plan);
        state->after = slab->after;
        state->empty = false;
        state->waiting--;
    }
    return cost + WAITS_A_PAGE * (double)state->waiting;
}

static double turn_page(const struct pagination *on, struct page_state *state, struct plan *plan)
{
    double cost = bottom_cost(on, state);
    state->recto = !state->recto;
    state->y = state->after = state->feet = 0;
    state->empty = true;
    state->pages++;
    plan_page(plan);
    place_waiting_notes(on, state, plan);
    cost += place_waiting_figures(on, state, plan);
    return cost;
}

struct page_state page_first(const struct pagination *on, struct plan *plan)
{
    plan_page(plan);
    return (struct page_state){.recto = on->rules.recto, .empty = true, .verso_gap = -1};
}

double page_finish(const struct pagination *on, struct page_state *state, struct plan *plan)
{
    double cost = 0;
    while (state->waiting > 0 || state->placed < state->called)
        cost += turn_page(on, state, plan) + ALONE;
    return cost;
}

/* ---- placing a slab ---- */

/* The strip of feet that comes after all that have been called when `feet` more of a slab's are. */
static size_t called_after(const struct pagination *on, size_t slab, size_t feet)
{
    return on->foot_start[on->first_foot[slab] + feet];
}

/* What may become of the notes that a strip calls: all stand below it; some run on; or the strip stands here in any
 * case, and its notes take what there is. */
enum notes { NOTES_WHOLE, NOTES_RUN_ON, NOTES_AS_CAN_BE };

/* A strip and the notes it calls, which leave the height `kept` below it for what must stay with it. */
static bool place_strip(const struct pagination *on, struct page_state *state, double height, size_t called, enum notes may,
                        double kept, struct plan *plan)
{
    const double y = state->y + height;
    const double notes = on->foot_above[called] - on->foot_above[state->placed];
    const size_t from = state->placed;
    size_t to = called;
    if (!has_room(on, state, y + kept, state->feet + notes)) {
        if (may == NOTES_WHOLE)
            return false;
        while (to > from && !has_room(on, state, y + kept, state->feet + on->foot_above[to] - on->foot_above[from]))
            to--;
        if (may == NOTES_RUN_ON && (to < from + LEAST_NOTE_STRIPS || !has_room(on, state, y, state->feet)))
            return false;
    }
    if (plan)
        plan_feet(on, plan, from, to);
    state->feet += on->foot_above[to] - on->foot_above[from];
    state->placed = to;
    state->called = called;
    state->y = y;
    return true;
}

static bool calls_notes(const struct pagination *on, size_t slab)
{
    return on->first_foot[slab] < on->first_foot[slab + 1];
}

/* Where strips end, from one on, that fit on a page below y and call no notes; y moves on to their foot. This is what
 * nearly all slabs come to. */
static size_t lines_fit(const struct pagination *on, const struct page_state *state, const struct way *way, size_t from, double *y)
{
    const double foot = room_of(on, state) - used(on, 0, state->feet) + NEARLY;
    while (from < way->count && *y + way->strips[from].height <= foot)
        *y += way->strips[from++].height;
    return from;
}

size_t page_fits(const struct pagination *on, const struct page_state *from, size_t number, const struct choice *choice)
{
    const struct slab *slab = &on->slabs[number];
    const struct way *way = &slab->ways[choice->way];
    struct page_state state = *from;
    size_t feet = 0, fits = 0;
    state.y = slab_top(on, from, slab, choice->extra);
    if (!calls_notes(on, number))
        return lines_fit(on, &state, way, 0, &state.y);
    for (; fits < way->count; fits++) {
        feet += way->strips[fits].foot_count;
        if (!place_strip(on, &state, way->strips[fits].height, called_after(on, number, feet), NOTES_WHOLE, 0, NULL))
            break;
    }
    return fits;
}

/* The end of the strips that no page may part, from one on. */
static size_t group_end(const struct way *way, size_t from)
{
    size_t end = from + 1;
    while (end < way->count && way->strips[end].turn >= TURN_NEVER)
        end++;
    return end;
}

static double strips_height(const struct way *way, size_t from, size_t end)
{
    double height = 0;
    for (size_t i = from; i < end; i++)
        height += way->strips[i].height;
    return height;
}

/* The strip at `i` while a page is being filled: up to `group` they stand here in any case. */
static bool fill_strip(const struct pagination *on, struct page_state *state, size_t number, const struct way *way, size_t i,
                       size_t group, size_t *feet, struct plan *plan)
{
    *feet += way->strips[i].foot_count;
    const size_t called = called_after(on, number, *feet);
    if (i < group)
        return place_strip(on, state, way->strips[i].height, called, NOTES_AS_CAN_BE, strips_height(way, i + 1, group), plan);
    return state->placed == state->called && place_strip(on, state, way->strips[i].height, called, NOTES_WHOLE, 0, plan);
}

/* From a strip on, as many as there is room for; where the page must turn, at a good place. Returns the strip that
 * begins the next page, or how many there are. */
static size_t fill_page(const struct pagination *on, struct page_state *state, size_t number, const struct way *way,
                        size_t from, size_t *feet, struct plan *plan)
{
    double y = state->y;
    if (!calls_notes(on, number) && lines_fit(on, state, way, from, &y) == way->count) {
        state->y = y;
        return way->count;
    }
    struct page_state filled = *state;
    size_t fits = from, calls = *feet, end, group = group_end(way, from);
    if (!has_room(on, state, state->y + strips_height(way, from, group), state->feet))
        group = from + 1;
    while (fits < way->count && fill_strip(on, &filled, number, way, fits, group, &calls, NULL))
        fits++;
    end = fits;
    while (end < way->count && end > from + 1 && way->strips[end].turn >= TURN_NEVER)
        end--;
    if (end < way->count && way->strips[end].turn >= TURN_NEVER)
        end = fits;
    for (size_t i = from; i < end; i++)
        fill_strip(on, state, number, way, i, group, feet, plan);
    return end;
}

/* Height of what begins a page with a strip: it, its head, and what must not be parted from it, of this slab and of
 * those that stay with it (but figures, which may go elsewhere): as much of that as a page holds. */
static double least_height(const struct pagination *on, size_t number, const struct way *way, size_t from)
{
    const struct slab *slab = &on->slabs[number], *all = on->slabs + on->count;
    const double leading = on->rules.leading, head = from > 0 ? slab->repeat : 0;
    size_t end = group_end(way, from);
    double height = head + strips_height(way, from, end);
    if (height > on->rules.room)
        return head + way->strips[from].height;
    for (const struct slab *next = slab + 1; end == way->count && next < all && next->keep; next++) {
        if (next->floats)
            continue;
        way = next->ways;
        end = group_end(way, 0);
        const double more = height + MAX(slab->after, next->before) + strips_height(way, 0, end);
        if (more > on->rules.room)
            break;
        height = ceil(more / leading - NEARLY) * leading;
        slab = next;
    }
    return height;
}

/* Turns the page to one that a strip can stand on: notes and figures that have waited may take whole pages first. */
static double turn_to(const struct pagination *on, struct page_state *state, size_t number, const struct way *way, size_t from,
                      struct plan *plan)
{
    const struct slab *slab = &on->slabs[number];
    const double height = least_height(on, number, way, from);
    double cost = turn_page(on, state, plan);
    while ((!state->empty || state->feet > 0) &&
           ((slab->floats && state->waiting > 0) || !has_room(on, state, slab_top(on, state, slab, false) + height, state->feet)))
        cost += turn_page(on, state, plan);
    return cost;
}

/* What is left of a divided slab, over as many pages as it takes. */
static double place_rest(const struct pagination *on, struct page_state *state, size_t number, const struct way *way,
                         size_t from, size_t feet, struct plan *plan)
{
    const struct slab *slab = &on->slabs[number];
    double cost = 0;
    while (from < way->count) {
        cost += way->strips[from].turn + turn_to(on, state, number, way, from, plan);
        const double top = slab_top(on, state, slab, false);
        state->y = top + slab->repeat;
        state->empty = false;
        const size_t end = fill_page(on, state, number, way, from, &feet, plan);
        cost += too_full(on, state, slab, plan);
        plan_slab(plan, slab, (struct showing){way, from, end, top});
        from = end;
    }
    return cost;
}

static double wait(struct page_state *state)
{
    state->waiting++;
    state->floats++;
    return WAITS;
}

/* The first `wanted` strips of a slab, all of them or none: the last may have a note that runs on. */
static bool place_part(const struct pagination *on, struct page_state *state, size_t number, const struct way *way,
                       size_t wanted, bool split, size_t *feet, struct plan *plan)
{
    if (!calls_notes(on, number)) {
        state->y += strips_height(way, 0, wanted);
        return has_room(on, state, state->y, state->feet);
    }
    for (size_t i = 0; i < wanted; i++) {
        *feet += way->strips[i].foot_count;
        if (!place_strip(on, state, way->strips[i].height, called_after(on, number, *feet),
                         split && i + 1 == wanted ? NOTES_RUN_ON : NOTES_WHOLE, 0, plan))
            return false;
    }
    return true;
}

double page_place(const struct pagination *on, struct page_state *state, size_t number, const struct choice *choice,
                  struct plan *plan)
{
    const struct slab *slab = &on->slabs[number];
    const struct way *way = &slab->ways[choice->way];
    double cost = way->cost * LOOKS_BAD + WAITS_ON * (double)state->waiting + (choice->extra ? slab->extra_cost : 0);
    if (choice->wait)
        return cost + wait(state);
    if (choice->turn)
        cost += turn_to(on, state, number, way, 0, plan) + slab->turn + (slab->keep ? TURN_NEVER : 0);
    if (slab->floats && state->waiting > 0)
        return HUGE_VAL; /* figures keep their order */
    const double top = slab_top(on, state, slab, choice->extra);
    size_t feet = 0, end = choice->cut ? choice->cut : way->count;
    state->y = top;
    if ((choice->turn || state->empty) && !choice->cut)
        end = fill_page(on, state, number, way, 0, &feet, plan);
    else if (!place_part(on, state, number, way, end, choice->split, &feet, plan))
        return HUGE_VAL;
    cost += too_full(on, state, slab, plan);
    plan_slab(plan, slab, (struct showing){way, 0, end, top});
    state->empty = false;
    state->floats += slab->floats;
    state->after = 0;
    cost += place_rest(on, state, number, way, end, feet, plan) + (choice->split ? NOTE_SPLIT : 0);
    state->after = slab->after;
    return cost;
}
