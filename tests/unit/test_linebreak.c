/* Properties of the line breaker on paragraphs made by chance, from fixed seeds, and short ones against all
 * the ways there are to break them. */
#include "unit.h"

#include <math.h>

#include "layout/linebreak.h"

/* Of linebreak.c: what spaces and glyphs may do, and how loose a line may be before it is only set in need.
 */
static const double EXPANSION = 0.02, GROW = 0.45, SHRINK = 0.27, LEAST_SPACE = 0.7, TOLERANCE = 2.6,
                    VARIANT_TOLERANCE = 1.25, RAGGED = 0.3, RAGGED_TOLERANCE = 1.8, BAD_LINE = 12100,
                    LOOSE = 1.2, LETTERS_APART = 0.005, TIGHT = 0.85, LETTERS_CLOSER = 0.004;

static const double NEARLY = 0.011; /* points */

/* ---- paragraphs ---- */

/* What stops are made from: words with their cuts, blanks, and what is between them. */
struct sample {
    GArray *stops; /* struct stop */
    struct measures m;
    double width, glue, rigid, glyphs; /* so far */
    bool tracked;                      /* glyphs may be set apart */
    GRand *random;
    double hyphens;      /* chance that a word may be divided at a letter */
    double spaces;       /* how wide they are, about */
    int letters, forced; /* at most in a word; one stop in so many */
};

static double chance(GRand *random, double from, double to)
{
    return g_rand_double_range(random, from, to);
}

static bool one_in(GRand *random, int many)
{
    return g_rand_int_range(random, 0, many) == 0;
}

static void add_stop(struct sample *s, double start, double end, enum stop_kind kind, double hang,
                     bool hyphenated)
{
    const struct stop stop = {.start = start,
                              .end = end,
                              .start_glue = s->glue,
                              .end_glue = s->glue,
                              .start_rigid = s->rigid,
                              .end_rigid = s->rigid,
                              .start_letters = s->tracked ? s->glyphs : 0,
                              .end_letters = s->tracked ? s->glyphs : 0,
                              .kind = kind,
                              .hang = hang,
                              .looks_hyphenated = hyphenated};
    g_array_append_val(s->stops, stop);
}

static struct stop *last_stop(const struct sample *s)
{
    return &g_array_index(s->stops, struct stop, s->stops->len - 1);
}

/* A word of a few letters, here and there to be divided: with a hyphen, at one of its own, or as a web
 * address is. */
static void add_word(struct sample *s)
{
    const int letters = g_rand_int_range(s->random, 1, s->letters + 1);
    for (int i = 0; i < letters; i++) {
        s->width += chance(s->random, 2, 9);
        s->glyphs++;
        if (i < 1 || i + 2 >= letters || !(g_rand_double(s->random) < s->hyphens))
            continue;
        const int kind = g_rand_int_range(s->random, 0, 8);
        const double hyphen = kind < 6 ? 3.5 : 0, hang = kind < 7 ? 2.1 : 0;
        add_stop(s, s->width, s->width + hyphen - hang, kind < 6 ? STOP_HYPHEN : STOP_PLAIN, hang, kind < 7);
        last_stop(s)->end_letters += s->tracked && kind < 6;
    }
}

static void add_blank(struct sample *s)
{
    const double wide = chance(s->random, 5, 60);
    s->width += wide;
    s->rigid += wide;
}

/* The stop after a word; with what hangs out at the end of one line and the start of the next. */
static void add_gap(struct sample *s)
{
    const double hang = one_in(s->random, 8) ? chance(s->random, 0, 2.5) : 0,
                 out = one_in(s->random, 12) ? chance(s->random, 0, 3) : 0;
    const double space = one_in(s->random, 12) ? 0 : chance(s->random, s->spaces, s->spaces * 1.5);
    const enum stop_kind kind = one_in(s->random, s->forced) ? STOP_FORCED
                                : space > 0                  ? STOP_SPACE
                                                             : STOP_PLAIN;
    add_stop(s, 0, s->width - hang, kind, hang, one_in(s->random, 20));
    s->width += space;
    s->glue += space;
    last_stop(s)->start = s->width + out;
    last_stop(s)->start_glue = s->glue;
}

/* Words until there are so many stops. */
static struct sample sample_new(GRand *random, size_t stops, double least_measure, double most_measure)
{
    struct sample s = {.stops = g_array_new(FALSE, FALSE, sizeof(struct stop)), .random = random};
    const bool airy = one_in(random, 3); /* lines that can be a word shorter or longer, and still look well */
    s.tracked = one_in(random, 2);
    s.letters = airy ? 2 : 12;
    s.spaces = airy ? 9 : 2.5;
    s.forced = one_in(random, 3) ? 10 : one_in(random, 2) ? 60 : G_MAXINT32;
    s.hyphens = one_in(random, 5) ? 0 : chance(random, 0, 0.6);
    add_stop(&s, one_in(random, 6) ? 2 : 0, 0, STOP_FORCED, 0, false);
    do {
        if (one_in(random, 25))
            add_blank(&s);
        else
            add_word(&s);
        add_gap(&s);
    } while (s.stops->len < stops);
    s.m.stops = (const struct stop *)(void *)s.stops->data;
    s.m.count = s.stops->len;
    s.m.measure = chance(random, least_measure, most_measure);
    s.m.indents.first = one_in(random, 2) ? 15 : 0;
    s.m.justified = !one_in(random, 3);
    s.m.em = 11;
    if (one_in(random, 4))
        s.m.indents.hanging_lines = g_rand_int_range(random, 1, 4),
        s.m.indents.hanging = chance(random, 5, 25);
    return s;
}

static void sample_free(struct sample *s)
{
    g_array_free(s->stops, TRUE);
}

/* ---- a line by itself ---- */

struct content {
    double room, width, glue, glyphs, letters;
    bool last;
};

static struct content content_of(const struct measures *m, size_t from, size_t to, size_t number)
{
    const struct stop *a = &m->stops[from], *b = &m->stops[to];
    const double width = b->end - a->start, glue = b->end_glue - a->start_glue;
    return (struct content){.room = line_room(m->measure, &m->indents, number),
                            .width = width,
                            .glue = glue,
                            .glyphs = MAX(0, width - glue - (b->end_rigid - a->start_rigid)),
                            .letters = b->end_letters - a->start_letters,
                            .last = to + 1 == m->count || b->kind == STOP_FORCED};
}

/* What tracking gives or takes, when the spaces have to make up for so much; negative: it is too much. */
static double tracking_gives(const struct measures *m, const struct content *line, double left)
{
    if (line->letters < 2 || line->glue <= 0)
        return 0;
    const double loose = left - (LOOSE - 1) * line->glue, tight = left + (1 - TIGHT) * line->glue;
    return loose > 0   ? MIN(loose, LETTERS_APART * m->em * line->letters)
           : tight < 0 ? MAX(tight, -LETTERS_CLOSER * m->em * line->letters)
                       : 0;
}

static bool can_fit(const struct measures *m, const struct content *line)
{
    double missing = line->width - line->room;
    if (m->justified && missing > 0) {
        missing = MAX(0, missing - line->glyphs * EXPANSION);
        missing += tracking_gives(m, line, -missing) - line->glue * SHRINK;
    }
    return missing <= 1e-6;
}

/* As the breaker sees it: -1 full shrink, 1 full growth. */
static double ratio_of(const struct measures *m, const struct content *line)
{
    const double slack = line->room - line->width;
    if (!can_fit(m, line))
        return -2;
    if (slack < 0 || line->last)
        return 0;
    if (!m->justified)
        return slack / (m->measure * RAGGED);
    const double left = MAX(0, slack - line->glyphs * EXPANSION);
    return (left - tracking_gives(m, line, left)) / MAX(line->glue * GROW, 0.5);
}

static bool is_comfortable(const struct measures *m, const struct content *line)
{
    const double r = ratio_of(m, line);
    return r >= -1 && r <= (m->justified ? TOLERANCE : RAGGED_TOLERANCE) - 1e-6;
}

static double painted_width(const struct content *line, const struct fit *fit)
{
    return line->width + line->glyphs * (fit->stretch - 1) + line->glue * (fit->space - 1) +
           line->letters * fit->tracking;
}

/* ---- what is true of every breaking ---- */

static void check_cover(const struct measures *m, const struct breaking *b, int number)
{
    assert_in_range(b->count, 1, m->count - 1);
    for (size_t i = 0; i < b->count; i++) {
        const struct line_break *line = &b->lines[i];
        if (line->from != (i ? b->lines[i - 1].to : 0) || line->to <= line->from)
            fail_msg("paragraph %d: line %zu runs from stop %zu to %zu", number, i, line->from, line->to);
        for (size_t k = line->from + 1; k < line->to; k++)
            if (m->stops[k].kind == STOP_FORCED)
                fail_msg("paragraph %d: line %zu passes over the forced stop %zu", number, i, k);
    }
    assert_int_equal(b->lines[b->count - 1].to, m->count - 1);
}

static void check_fit(const struct measures *m, const struct breaking *b, int number)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct fit *fit = &b->lines[i].fit;
        const struct content line = content_of(m, b->lines[i].from, b->lines[i].to, i);
        const bool as_it_is = !m->justified || (line.last && line.width <= line.room);
        if (fit->stretch < 1 - EXPANSION - 1e-9 || fit->stretch > 1 + EXPANSION + 1e-9 ||
            fit->space < LEAST_SPACE || fit->tracking < -LETTERS_CLOSER * m->em - 1e-9 ||
            fit->tracking > LETTERS_APART * m->em + 1e-9)
            fail_msg("paragraph %d: line %zu: glyphs times %g and %g apart, spaces times %g", number, i,
                     fit->stretch, fit->tracking, fit->space);
        if (as_it_is && (fit->stretch != 1 || fit->space != 1 || fit->tracking != 0))
            fail_msg("paragraph %d: line %zu is stretched, and need not be", number, i);
        const double painted = painted_width(&line, fit);
        if (!as_it_is && line.glue > 0 && fit->space > LEAST_SPACE && fabs(painted - line.room) > 1e-6)
            fail_msg("paragraph %d: line %zu is %.3f wide in a room of %.3f", number, i, painted, line.room);
    }
}

static bool sticks_out(const struct measures *m, const struct breaking *b, size_t *which)
{
    for (size_t i = 0; i < b->count; i++) {
        const struct content line = content_of(m, b->lines[i].from, b->lines[i].to, i);
        *which = i;
        if (painted_width(&line, &b->lines[i].fit) > line.room + NEARLY)
            return true;
    }
    return false;
}

/* No line too loose or too tight, no three hyphens in a row. */
static void check_comfort(const struct measures *m, const struct breaking *b, int number)
{
    size_t hyphens = 0;
    for (size_t i = 0; i < b->count; i++) {
        const struct content line = content_of(m, b->lines[i].from, b->lines[i].to, i);
        if (ratio_of(m, &line) > (m->justified ? TOLERANCE : RAGGED_TOLERANCE))
            fail_msg("paragraph %d: line %zu of %zu is loose, and need not be", number, i, b->count);
        hyphens = m->stops[b->lines[i].to].looks_hyphenated && !line.last ? hyphens + 1 : 0;
        if (hyphens > 2)
            fail_msg("paragraph %d: %zu hyphens in a row at line %zu", number, hyphens, i);
    }
}

/* Which kinds of lines a breaking may have that is looked for. */
enum lines_allowed { LINES_THAT_FIT, LINES_COMFORTABLE };

/* Whether the paragraph can be broken into such lines (comfortable: no three hyphens in a row either). */
static bool can_be_broken(const struct measures *m, enum lines_allowed allowed)
{
    enum { LINES = 5, HYPHENS = 3 }; /* as many lines as differ in their room */
    bool *reached = g_new0(bool, m->count *LINES *HYPHENS);
    reached[0] = true;
    for (size_t from = 0; from + 1 < m->count; from++)
        for (size_t number = 0; number < LINES; number++)
            for (size_t hyphens = 0; hyphens < HYPHENS; hyphens++) {
                if (!reached[(from * LINES + number) * HYPHENS + hyphens])
                    continue;
                for (size_t to = from + 1; to < m->count; to++) {
                    const struct content line = content_of(m, from, to, number);
                    const size_t then = m->stops[to].looks_hyphenated && !line.last ? hyphens + 1 : 0;
                    const bool good = allowed == LINES_THAT_FIT ? can_fit(m, &line)
                                                                : is_comfortable(m, &line) && then < HYPHENS;
                    if (good)
                        reached[(to * LINES + MIN(number + 1, LINES - 1)) * HYPHENS +
                                MIN(then, HYPHENS - 1)] = true;
                    if (line.last || line.width > line.room * 2)
                        break;
                }
            }
    bool can = false;
    for (size_t i = 0; i < LINES * HYPHENS; i++)
        can = can || reached[(m->count - 1) * LINES * HYPHENS + i];
    g_free(reached);
    return can;
}

static void breakings_free(struct breaking *breakings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_free(breakings[i].lines);
}

static void check_variants(const struct measures *m, const struct breaking *b, size_t count, int number)
{
    const double best = linebreak_demerits(m, b[0].lines, b[0].count);
    assert_true(b[0].cost == 0);
    assert_true(count < 3 || b[1].count + 1 == b[0].count);
    for (size_t i = 1; i < count; i++) {
        const size_t lines = b[i].count;
        const double cost = (linebreak_demerits(m, b[i].lines, lines) - best) / BAD_LINE;
        if (lines + 1 != b[0].count && lines != b[0].count + 1)
            fail_msg("paragraph %d: a variant of %zu lines beside %zu", number, lines, b[0].count);
        if (b[i].cost < 0 || fabs(b[i].cost - cost) > 1e-6)
            fail_msg("paragraph %d: a variant costs %g, and says %g", number, cost, b[i].cost);
        for (size_t k = 0; k < lines; k++) {
            const struct content line = content_of(m, b[i].lines[k].from, b[i].lines[k].to, k);
            if (ratio_of(m, &line) > VARIANT_TOLERANCE + 1e-6 || ratio_of(m, &line) < -1)
                fail_msg("paragraph %d: line %zu of a variant looks bad", number, k);
        }
    }
}

/* ---- tests ---- */

static void lines_cover_the_paragraph_and_fit(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(1981);
    size_t that_fit = 0, comfortable = 0, variants = 0;
    for (int i = 0; i < 2000; i++) {
        struct sample s = sample_new(random, (size_t)g_rand_int_range(random, 2, 300), 40, 380);
        const struct measures *m = &s.m;
        struct breaking b[BREAKINGS_AT_MOST], again[1];
        const size_t count = linebreak_find(m, b, BREAKINGS_AT_MOST);
        for (size_t k = 0; k < count; k++) {
            check_cover(m, &b[k], i);
            check_fit(m, &b[k], i);
        }
        check_variants(m, b, count, i);
        variants += count - 1;
        size_t line;
        if (can_be_broken(m, LINES_THAT_FIT) && ++that_fit && sticks_out(m, &b[0], &line))
            fail_msg("paragraph %d: line %zu of %zu sticks out, and need not", i, line, b[0].count);
        if (can_be_broken(m, LINES_COMFORTABLE) && ++comfortable)
            check_comfort(m, &b[0], i);
        assert_int_equal(linebreak_find(m, again, 1), 1);
        assert_int_equal(again->count, b[0].count);
        breakings_free(again, 1);
        breakings_free(b, count);
        sample_free(&s);
    }
    /* That the paragraphs are what they should be: some cannot be broken well, and most can. */
    assert_in_range(that_fit, 1700, 1990);
    assert_in_range(comfortable, 900, 1700);
    assert_in_range(variants, 200, 2000);
    g_rand_free(random);
}

/* ---- all the ways ---- */

enum { SHORT = 14 };

/* The least demerits of all breakings into so many lines; of the comfortable ones; and of all numbers at [0].
 */
struct least {
    double any[SHORT + 1], comfortable[SHORT + 1];
};

static void try_subset(const struct measures *m, size_t subset, struct least *least)
{
    struct line_break lines[SHORT];
    size_t count = 0, from = 0, hyphens = 0;
    bool comfortable = true;
    for (size_t to = 1; to < m->count; to++) {
        const bool end = to + 1 == m->count || subset >> (to - 1) & 1;
        if (!end && m->stops[to].kind == STOP_FORCED)
            return;
        if (!end)
            continue;
        const struct content line = content_of(m, from, to, count);
        hyphens = m->stops[to].looks_hyphenated && !line.last ? hyphens + 1 : 0;
        comfortable = comfortable && is_comfortable(m, &line) && hyphens < 3;
        lines[count++] = (struct line_break){.from = from, .to = to};
        from = to;
    }
    const double demerits = linebreak_demerits(m, lines, count);
    least->any[0] = MIN(least->any[0], demerits);
    least->any[count] = MIN(least->any[count], demerits);
    if (!comfortable)
        return;
    least->comfortable[0] = MIN(least->comfortable[0], demerits);
    least->comfortable[count] = MIN(least->comfortable[count], demerits);
}

static struct least least_of_all(const struct measures *m)
{
    struct least least;
    for (size_t i = 0; i <= SHORT; i++)
        least.any[i] = least.comfortable[i] = HUGE_VAL;
    for (size_t subset = 0; subset < (size_t)1 << (m->count - 2); subset++)
        try_subset(m, subset, &least);
    return least;
}

static struct sample sample_short(GRand *random)
{
    for (;;) {
        struct sample s = sample_new(random, (size_t)g_rand_int_range(random, 3, SHORT + 1), 30, 160);
        if (s.stops->len >= 3 && s.stops->len <= SHORT)
            return s;
        sample_free(&s);
    }
}

/* Demerits as large as those of lines that stick out are only known so well. */
static bool worse(double demerits, double than)
{
    return demerits > than * (1 + 1e-12) + 1e-6;
}

static void no_way_to_break_a_short_paragraph_is_better(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(1982);
    size_t comfortable = 0, variants = 0;
    for (int i = 0; i < 6000; i++) {
        struct sample s = sample_short(random);
        const struct measures *m = &s.m;
        struct breaking b[BREAKINGS_AT_MOST];
        const size_t count = linebreak_find(m, b, BREAKINGS_AT_MOST);
        const struct least least = least_of_all(m);
        const bool can = least.comfortable[0] < HUGE_VAL;
        const double best = can ? least.comfortable[0] : least.any[0],
                     found = linebreak_demerits(m, b[0].lines, b[0].count);
        if (worse(found, best))
            fail_msg("paragraph %d: %zu lines with %.3f demerits, where %.3f would do", i, b[0].count, found,
                     best);
        for (size_t k = 1; k < count; k++)
            if (worse(linebreak_demerits(m, b[k].lines, b[k].count), least.comfortable[b[k].count]))
                fail_msg("paragraph %d: a variant of %zu lines could be better", i, b[k].count);
        comfortable += can;
        variants += count - 1;
        breakings_free(b, count);
        sample_free(&s);
    }
    assert_in_range(comfortable, 3000, 5500);
    assert_in_range(variants, 15, 6000);
    g_rand_free(random);
}

/* ---- long ones, and hopeless ones ---- */

static void a_very_long_paragraph_is_broken_in_pieces(void **state)
{
    (void)state;
    static const double measures[] = {330, 60};
    GRand *random = g_rand_new_with_seed(1983);
    for (int i = 0; i < 2; i++) {
        struct sample s = sample_new(random, 200000, measures[i], measures[i] + 1);
        struct breaking b[BREAKINGS_AT_MOST];
        s.m.justified = i == 0;
        assert_int_equal(linebreak_find(&s.m, b, BREAKINGS_AT_MOST), 1);
        check_cover(&s.m, b, i);
        check_fit(&s.m, b, i);
        breakings_free(b, 1);
        sample_free(&s);
    }
    g_rand_free(random);
}

/* Words so many letters wide, every letter 6 points, between them spaces of 6. */
static struct sample sample_of_words(const int *letters, size_t words, double measure, bool justified)
{
    struct sample s = {.stops = g_array_new(FALSE, FALSE, sizeof(struct stop))};
    add_stop(&s, 0, 0, STOP_FORCED, 0, false);
    for (size_t i = 0; i < words; i++) {
        s.width += 6 * letters[i];
        add_stop(&s, s.width + 6, s.width, STOP_SPACE, 0, false);
        s.width += 6;
        s.glue += 6;
        last_stop(&s)->start_glue = s.glue;
    }
    s.m = (struct measures){.stops = (const struct stop *)(void *)s.stops->data,
                            .count = s.stops->len,
                            .measure = measure,
                            .justified = justified,
                            .em = 10};
    return s;
}

/* More than the pieces of a long paragraph. */
static void a_line_may_hold_thousands_of_words(void **state)
{
    (void)state;
    enum { WORDS = 13000 };
    int *letters = g_new(int, WORDS);
    for (size_t i = 0; i < WORDS; i++)
        letters[i] = 1;
    for (int justified = 0; justified < 2; justified++) {
        struct sample s = sample_of_words(letters, WORDS, WORDS * 12, justified);
        struct breaking b[1];
        linebreak_find(&s.m, b, 1);
        check_cover(&s.m, b, justified);
        assert_int_equal(b->count, 1);
        breakings_free(b, 1);
        s.m.measure /= 2.5;
        linebreak_find(&s.m, b, 1);
        check_cover(&s.m, b, justified);
        assert_int_equal(b->count, 3);
        breakings_free(b, 1);
        sample_free(&s);
    }
    g_free(letters);
}

static void words_wider_than_the_measure_stand_alone(void **state)
{
    (void)state;
    enum { WORDS = 20000 };
    int *letters = g_new(int, WORDS);
    for (size_t i = 0; i < WORDS; i++)
        letters[i] = 10 + (int)i % 30;
    for (int justified = 0; justified < 2; justified++) {
        struct sample s = sample_of_words(letters, WORDS, 50, justified);
        struct breaking b[BREAKINGS_AT_MOST];
        assert_int_equal(linebreak_find(&s.m, b, BREAKINGS_AT_MOST), 1);
        check_cover(&s.m, b, justified);
        assert_int_equal(b->count, WORDS);
        breakings_free(b, 1);
        sample_free(&s);
    }
    g_free(letters);
}

/* A web address in a narrow column: it sticks out, and nothing else does. */
static void a_word_too_wide_takes_nothing_with_it(void **state)
{
    (void)state;
    static const int letters[] = {4, 4, 20, 4, 4, 4, 4, 4, 4};
    static const size_t ends[] = {2, 3, 5, 7, 9};
    for (int justified = 0; justified < 2; justified++) {
        struct sample s = sample_of_words(letters, G_N_ELEMENTS(letters), 10 * 6, justified);
        struct breaking b[1];
        linebreak_find(&s.m, b, 1);
        assert_int_equal(b->count, 5);
        for (size_t i = 0; i < 5; i++)
            assert_int_equal(b->lines[i].to, ends[i]);
        breakings_free(b, 1);
        sample_free(&s);
    }
}

static void even_text_is_broken_evenly(void **state)
{
    (void)state;
    static const int letters[] = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    struct sample s = sample_of_words(letters, 12, 17 * 6, true); /* room for three words */
    struct breaking b[1];
    linebreak_find(&s.m, b, 1);
    assert_int_equal(b->count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(b->lines[i].to, 3 * (i + 1));
        assert_true(b->lines[i].fit.stretch == 1 && b->lines[i].fit.space == 1);
    }
    breakings_free(b, 1);
    s.m.count = 1; /* a paragraph of nothing has no lines */
    assert_int_equal(linebreak_find(&s.m, b, 1), 1);
    assert_int_equal(b->count, 0);
    sample_free(&s);
}

static void first_and_hanging_lines_have_less_room(void **state)
{
    (void)state;
    const struct indents indents = {.first = 15, .hanging = 20, .hanging_lines = 2};
    assert_true(fabs(line_room(100, &indents, 0) - 65) < 1e-9);
    assert_true(fabs(line_room(100, &indents, 1) - 80) < 1e-9);
    assert_true(fabs(line_room(100, &indents, 2) - 100) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_cover_the_paragraph_and_fit),
        cmocka_unit_test(no_way_to_break_a_short_paragraph_is_better),
        cmocka_unit_test(a_very_long_paragraph_is_broken_in_pieces),
        cmocka_unit_test(a_line_may_hold_thousands_of_words),
        cmocka_unit_test(words_wider_than_the_measure_stand_alone),
        cmocka_unit_test(a_word_too_wide_takes_nothing_with_it),
        cmocka_unit_test(even_text_is_broken_evenly),
        cmocka_unit_test(first_and_hanging_lines_have_less_room),
    };
    return cmocka_run_group_tests_name("linebreak", tests, NULL, NULL);
}
