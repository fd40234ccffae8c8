/* Properties of the line breaker on paragraphs made by chance, from a fixed seed. */
#include "unit.h"

#include <math.h>

#include "layout/linebreak.h"

enum { PARAGRAPHS = 400, CHARACTERS_AT_MOST = 700 };

struct paragraph {
    struct measures measures;
    double width[CHARACTERS_AT_MOST + 1], spaces[CHARACTERS_AT_MOST + 1], left[CHARACTERS_AT_MOST + 1],
        right[CHARACTERS_AT_MOST + 1];
    enum break_kind breaks[CHARACTERS_AT_MOST + 1];
    bool is_space[CHARACTERS_AT_MOST + 1];
};

static double chance(GRand *random, double from, double to)
{
    return g_rand_double_range(random, from, to);
}

/* Words of 1 to 14 letters, a space between them and sometimes two; hyphens, plain and forced breaks. */
static void fill(struct paragraph *p, GRand *random, size_t count)
{
    memset(p, 0, sizeof *p);
    int letters = g_rand_int_range(random, 1, 15);
    for (size_t i = 0; i < count; i++) {
        const bool space = letters == 0;
        const double wide = space ? chance(random, 2.5, 3.5) : chance(random, 2, 9);
        p->is_space[i] = space;
        p->width[i + 1] = p->width[i] + wide;
        p->spaces[i + 1] = p->spaces[i] + (space ? wide : 0);
        p->left[i] = g_rand_int_range(random, 0, 12) == 0 ? chance(random, 0, 2) : 0;
        p->right[i + 1] = !space && g_rand_int_range(random, 0, 12) == 0 ? chance(random, 0, 2) : 0;
        if (space) {
            p->breaks[i + 1] = g_rand_int_range(random, 0, 60) == 0 ? BREAK_FORCED : BREAK_SPACE;
            letters = g_rand_int_range(random, g_rand_int_range(random, 0, 10) ? 1 : 0, 15);
        } else {
            letters--;
            const int kind = g_rand_int_range(random, 0, 20);
            if (letters > 2 && kind < 4)
                p->breaks[i + 1] = kind == 0 ? BREAK_PLAIN : BREAK_HYPHEN;
        }
    }
    p->breaks[count] = BREAK_NONE;
    p->measures = (struct measures){
        .count = count,
        .width = p->width,
        .spaces = p->spaces,
        .hang_left = p->left,
        .hang_right = p->right,
        .breaks = p->breaks,
        .is_space = p->is_space,
        .hyphen_width = 3.5,
        .hyphen_hang = 1.5,
        .measure = chance(random, 40, 330),
        .first_indent = g_rand_int_range(random, 0, 2) ? 15 : 0,
        .hanging_lines = g_rand_int_range(random, 0, 4) ? 0 : 2,
        .justified = g_rand_int_range(random, 0, 2),
    };
    if (p->measures.hanging_lines)
        p->measures.hanging = 20;
}

/* The width of what lies between two breaks, spaces shrunk by a third where lines are justified. */
static double least_width(const struct measures *m, size_t start, size_t end, enum break_kind kind)
{
    double width = m->width[end] - m->width[start] - m->hang_left[start] - m->hang_right[end];
    if (kind == BREAK_HYPHEN)
        width += m->hyphen_width - m->hyphen_hang + m->hang_right[end];
    return m->justified ? width - (m->spaces[end] - m->spaces[start]) / 3 : width;
}

static bool has_break_inside(const struct measures *m, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++)
        if (m->breaks[i] != BREAK_NONE)
            return true;
    return false;
}

static void check_cover(const struct measures *m, const struct line_break *lines, size_t count, int paragraph)
{
    assert_int_equal(lines[0].start, 0);
    for (size_t i = 0; i < count; i++) {
        const size_t at = i + 1 < count ? lines[i + 1].start : m->count;
        if (lines[i].end < lines[i].start || at < lines[i].end)
            fail_msg("paragraph %d: line %zu runs from %zu to %zu, the next from %zu", paragraph, i,
                     lines[i].start, lines[i].end, at);
        for (size_t k = lines[i].end; k < at; k++)
            if (!m->is_space[k])
                fail_msg("paragraph %d: character %zu is on no line", paragraph, k);
        const bool allowed = at == m->count || m->breaks[at] != BREAK_NONE;
        if (!allowed)
            fail_msg("paragraph %d: a break before %zu, where none may be", paragraph, at);
        if (at < m->count && lines[i].kind != m->breaks[at])
            fail_msg("paragraph %d: line %zu has the wrong kind of break", paragraph, i);
        for (size_t k = lines[i].start + 1; k < lines[i].end; k++)
            if (m->breaks[k] == BREAK_FORCED)
                fail_msg("paragraph %d: a forced break at %zu was passed over", paragraph, k);
    }
}

static void check_widths(const struct measures *m, const struct line_break *lines, size_t count,
                         int paragraph)
{
    for (size_t i = 0; i < count; i++) {
        const double over =
            least_width(m, lines[i].start, lines[i].end, lines[i].kind) - linebreak_room(m, i);
        if (over > 0.02 && has_break_inside(m, lines[i].start, lines[i].end))
            fail_msg("paragraph %d: line %zu of %zu sticks out by %.2f and could have been broken", paragraph,
                     i, count, over);
    }
}

static void lines_cover_the_paragraph_and_fit(void **state)
{
    (void)state;
    struct paragraph *p = g_new(struct paragraph, 1);
    struct line_break *lines = g_new(struct line_break, CHARACTERS_AT_MOST + 1),
                      *again = g_new(struct line_break, CHARACTERS_AT_MOST + 1);
    GRand *random = g_rand_new_with_seed(1981);
    for (int i = 0; i < PARAGRAPHS; i++) {
        fill(p, random, (size_t)g_rand_int_range(random, 1, CHARACTERS_AT_MOST));
        const size_t count = linebreak_find(&p->measures, lines);
        assert_in_range(count, 1, p->measures.count + 1);
        check_cover(&p->measures, lines, count, i);
        check_widths(&p->measures, lines, count, i);
        assert_int_equal(linebreak_find(&p->measures, again), count);
        for (size_t k = 0; k < count; k++)
            assert_true(lines[k].start == again[k].start && lines[k].end == again[k].end &&
                        lines[k].kind == again[k].kind);
    }
    g_rand_free(random);
    g_free(lines);
    g_free(again);
    g_free(p);
}

/* Words of the given lengths, every character 6 points wide. */
static void fill_words(struct paragraph *p, const int *lengths, size_t words, double measure, bool justified)
{
    memset(p, 0, sizeof *p);
    size_t at = 0;
    for (size_t word = 0; word < words; word++) {
        for (int i = 0; i < lengths[word] + (word + 1 < words); i++, at++) {
            p->is_space[at] = i == lengths[word];
            p->width[at + 1] = p->width[at] + 6;
            p->spaces[at + 1] = p->spaces[at] + (p->is_space[at] ? 6 : 0);
            p->breaks[at + 1] = p->is_space[at] ? BREAK_SPACE : BREAK_NONE;
        }
    }
    p->measures = (struct measures){.count = at,
                                    .width = p->width,
                                    .spaces = p->spaces,
                                    .hang_left = p->left,
                                    .hang_right = p->right,
                                    .breaks = p->breaks,
                                    .is_space = p->is_space,
                                    .measure = measure,
                                    .justified = justified};
}

static void even_text_is_broken_evenly(void **state)
{
    (void)state;
    static const int lengths[] = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    struct paragraph *p = g_new(struct paragraph, 1);
    struct line_break lines[100];
    fill_words(p, lengths, 12, 17 * 6, true); /* room for three words */
    assert_int_equal(linebreak_find(&p->measures, lines), 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(lines[i].start, i * 18);
        assert_int_equal(lines[i].end, i * 18 + 17);
    }
    p->measures.count = 0;
    assert_int_equal(linebreak_find(&p->measures, lines), 0);
    g_free(p);
}

/* A web address in a narrow column: it sticks out, and nothing else does. */
static void a_word_too_wide_stands_alone(void **state)
{
    (void)state;
    static const int lengths[] = {4, 4, 20, 4, 4, 4, 4, 4, 4};
    struct paragraph *p = g_new(struct paragraph, 1);
    struct line_break lines[100];
    for (int justified = 0; justified < 2; justified++) {
        fill_words(p, lengths, G_N_ELEMENTS(lengths), 10 * 6, justified);
        assert_int_equal(linebreak_find(&p->measures, lines), 5);
        assert_int_equal(lines[1].start, 10);
        assert_int_equal(lines[1].end, 30);
    }
    fill_words(p, lengths + 2, 1, 10 * 6, true);
    assert_int_equal(linebreak_find(&p->measures, lines), 1);
    assert_int_equal(lines[0].end, 20);
    g_free(p);
}

static void first_and_hanging_lines_have_less_room(void **state)
{
    (void)state;
    const struct measures m = {.measure = 100, .first_indent = 15, .hanging = 20, .hanging_lines = 2};
    assert_true(fabs(linebreak_room(&m, 0) - 65) < 1e-9);
    assert_true(fabs(linebreak_room(&m, 1) - 80) < 1e-9);
    assert_true(fabs(linebreak_room(&m, 2) - 100) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_cover_the_paragraph_and_fit),
        cmocka_unit_test(even_text_is_broken_evenly),
        cmocka_unit_test(a_word_too_wide_stands_alone),
        cmocka_unit_test(first_and_hanging_lines_have_less_room),
    };
    return cmocka_run_group_tests_name("linebreak", tests, NULL, NULL);
}
