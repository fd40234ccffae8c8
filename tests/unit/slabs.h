/* slabs: chapters made by chance, as flow.c makes them of blocks: for the tests of the page breaker.
 *
 * What a chapter is made of lives in its arena; sample_free frees it. Points. */
#ifndef UNIT_SLABS_H
#define UNIT_SLABS_H

#include "unit.h"

#include <math.h>

#include "base/arena.h"
#include "layout/column.h"
#include "layout/pagebreak.h"

static const double LINE = 15, NOTE_LINE = 12;

/* ---- chapters ---- */

/* What a chapter by chance is made of: one in so many slabs; 0: none. */
struct mixture {
    int headings, solids, tables, floats, lists, notes;
    size_t note_lines, lines; /* at most: of a note, of a paragraph */
    bool too_high;            /* some solids do not fit a page */
};

struct sample {
    struct arena *arena;
    GArray *slabs; /* struct slab */
    GRand *random;
    struct mixture of;
    struct page_rules rules;
    size_t keep_next; /* lines that stay with what is before them */
    double space;     /* owed before the next slab */
};

static inline double chance(GRand *random, double from, double to)
{
    return g_rand_double_range(random, from, to);
}

static inline size_t up_to(GRand *random, size_t most) /* from 1 */
{
    return (size_t)g_rand_int_range(random, 1, (gint32)most + 1);
}

static inline bool one_in(GRand *random, int many)
{
    return many > 0 && g_rand_int_range(random, 0, many) == 0;
}

static inline const struct foot *foot_new(struct arena *arena, size_t lines)
{
    struct column_strip *strips = ARENA_ARRAY(arena, struct column_strip, lines);
    struct column *column = ARENA_NEW(arena, struct column);
    struct foot *foot = ARENA_NEW(arena, struct foot);
    for (size_t i = 0; i < lines; i++)
        strips[i] = (struct column_strip){.y = (double)i * NOTE_LINE, .height = NOTE_LINE};
    *column = (struct column){strips, lines, (double)lines * NOTE_LINE};
    foot->column = column;
    return foot;
}

static inline void add(struct sample *chapter, struct slab slab)
{
    slab.before += chapter->space;
    chapter->space = 0;
    if (chapter->keep_next > 0) {
        slab.keep = true;
        if (!slab.floats)
            chapter->keep_next -= MIN(chapter->keep_next, slab.ways->count);
    }
    g_array_append_val(chapter->slabs, slab);
}

/* Lines of a paragraph: no page ends after its first or begins with its last, and some lines end in hyphens.
 */
static inline struct strip *lines_new(struct sample *chapter, size_t count)
{
    struct strip *strips = ARENA_ARRAY(chapter->arena, struct strip, count);
    bool hyphen = false;
    for (size_t i = 0; i < count; i++) {
        const bool never = i == 1 || i + 1 == count || hyphen;
        strips[i] = (struct strip){.height = LINE, .turn = never ? TURN_NEVER : 0};
        hyphen = !hyphen && one_in(chapter->random, 8);
    }
    return strips;
}

/* The same notes for each way, in the same order, at about the same lines. */
static inline void add_notes(struct sample *chapter, struct way *ways, struct strip *const *strips,
                             size_t count)
{
    if (!one_in(chapter->random, chapter->of.notes))
        return;
    const size_t notes = up_to(chapter->random, 3);
    const struct foot **feet = ARENA_ARRAY(chapter->arena, const struct foot *, notes);
    double *at = ARENA_ARRAY(chapter->arena, double, notes);
    for (size_t i = 0; i < notes; i++) {
        feet[i] = foot_new(chapter->arena,
                           up_to(chapter->random, one_in(chapter->random, 4) ? chapter->of.note_lines : 4));
        at[i] = chance(chapter->random, i ? at[i - 1] : 0, 0.999);
    }
    for (size_t way = 0; way < count; way++)
        for (size_t i = 0; i < notes; i++) {
            struct strip *strip = &strips[way][(size_t)(at[i] * (double)ways[way].count)];
            strip->feet = strip->foot_count ? strip->feet : &feet[i];
            strip->foot_count++;
        }
}

static inline struct slab lines_slab(struct sample *chapter, size_t lines, bool variants)
{
    struct way *ways = ARENA_ARRAY(chapter->arena, struct way, 3);
    struct strip *strips[3];
    size_t count = 0;
    for (int more = 0; more < 3; more++) { /* none, one less, one more */
        const size_t of_way = more == 1 ? lines - 1 : lines + (more == 2);
        if (more && (!variants || of_way == 0 || one_in(chapter->random, 2)))
            continue;
        strips[count] = lines_new(chapter, of_way);
        ways[count] = (struct way){.cost = more ? chance(chapter->random, 0, 8) : 0,
                                   .height = (double)of_way * LINE,
                                   .strips = strips[count],
                                   .count = of_way};
        count++;
    }
    add_notes(chapter, ways, strips, count);
    return (struct slab){.ways = ways, .way_count = count, .grid = true};
}

static inline struct slab solid_slab(struct sample *chapter, double height)
{
    struct way *way = ARENA_NEW(chapter->arena, struct way);
    struct strip *strip = ARENA_NEW(chapter->arena, struct strip);
    strip->height = height;
    *way = (struct way){.height = height, .strips = strip, .count = 1};
    return (struct slab){.ways = way, .way_count = 1, .grid = true};
}

static inline void add_solid(struct sample *chapter, bool floats)
{
    const double room = chapter->rules.room,
                 most = chapter->of.too_high && one_in(chapter->random, 3) ? room * 1.4 : room * 0.7;
    const double lines = ceil(chance(chapter->random, 1, most / LINE));
    struct slab slab = solid_slab(chapter, lines * LINE);
    slab.before = slab.after = LINE;
    slab.floats = floats;
    if (!floats) /* its notes, if it has some */
        add_notes(chapter, (struct way *)(void *)slab.ways,
                  (struct strip *[]){(struct strip *)(void *)slab.ways->strips}, 1);
    add(chapter, slab);
}

static inline void add_table(struct sample *chapter)
{
    const size_t rows = up_to(chapter->random, one_in(chapter->random, 3) ? 60 : 8);
    struct way *way = ARENA_NEW(chapter->arena, struct way);
    struct strip *strips = ARENA_ARRAY(chapter->arena, struct strip, rows);
    for (size_t i = 0; i < rows; i++) {
        const bool never = i == 1 || (i + 1 == rows && i > 2);
        strips[i] = (struct strip){.height = 8 + NOTE_LINE * (double)up_to(chapter->random, 4),
                                   .turn = never ? TURN_NEVER : 10 + 80 / (double)rows};
        way->height += strips[i].height;
    }
    way->strips = strips;
    way->count = rows;
    add_notes(chapter, way, &strips, 1);
    add(chapter, (struct slab){.before = LINE,
                               .after = LINE,
                               .repeat = strips[0].height,
                               .grid = true,
                               .ways = way,
                               .way_count = 1});
    chapter->space = ceil(way->height / LINE - 1e-6) * LINE - way->height;
}

static inline void add_heading(struct sample *chapter)
{
    struct slab slab = lines_slab(chapter, one_in(chapter->random, 4) ? 2 : 1, false);
    slab.before = LINE;
    slab.extra = LINE;
    slab.extra_cost = 22;
    add(chapter, slab);
    chapter->keep_next = 2;
}

static inline void add_list(struct sample *chapter)
{
    for (size_t items = up_to(chapter->random, 5); items > 0; items--) {
        struct slab slab = lines_slab(chapter, up_to(chapter->random, 4), true);
        slab.grid = false;
        slab.before = slab.extra = LINE / 2;
        slab.extra_cost = 6;
        add(chapter, slab);
    }
    chapter->space = LINE / 2;
}

static inline void add_something(struct sample *chapter)
{
    const struct mixture *of = &chapter->of;
    if (one_in(chapter->random, of->headings))
        add_heading(chapter);
    else if (one_in(chapter->random, of->solids))
        add_solid(chapter, false);
    else if (one_in(chapter->random, of->floats))
        add_solid(chapter, true);
    else if (one_in(chapter->random, of->tables))
        add_table(chapter);
    else if (one_in(chapter->random, of->lists))
        add_list(chapter);
    else
        add(chapter, lines_slab(chapter, up_to(chapter->random, of->lines), true));
}

static inline struct sample sample_new(GRand *random, size_t slabs, struct mixture of, size_t lines)
{
    struct sample chapter = {.arena = arena_new(),
                             .slabs = g_array_new(FALSE, TRUE, sizeof(struct slab)),
                             .random = random,
                             .of = of};
    chapter.rules = (struct page_rules){
        .room = (double)lines * LINE, .leading = LINE, .separation = 15, .recto = one_in(random, 2)};
    while (chapter.slabs->len < slabs)
        add_something(&chapter);
    return chapter;
}

static inline const struct slab *slabs_of(const struct sample *chapter)
{
    return (const struct slab *)(void *)chapter->slabs->data;
}

static inline struct plan *plan_of(const struct sample *chapter)
{
    return pagebreak_find(slabs_of(chapter), chapter->slabs->len, &chapter->rules);
}

static inline void sample_free(struct sample *chapter)
{
    g_array_free(chapter->slabs, TRUE);
    arena_free(chapter->arena);
}

static inline const struct page_plan *page_at(const struct plan *plan, guint page)
{
    return &g_array_index(plan->pages, struct page_plan, page);
}

#endif
