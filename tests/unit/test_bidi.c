/* Right-to-left and mixed text of books/scripts: where its lines begin and end, what stands out there, and single
 * rules of direction and of letters that join. */
#include "scene.h"

/* ---- where lines begin and end ---- */

struct range {
    double least, most;
};

/* How far a line may stand out with this character at its end: punctuation does, where it goes the way of the
 * paragraph and so stands at the end indeed. */
static struct range outside(const struct text *text, FriBidiStrIndex at, bool start)
{
    static const FriBidiChar end_hangs[] = {'.', ',', ':', ';', '-', 0x060C, 0x061B, 0}, start_hangs[] = {'(', 0};
    const FriBidiChar c = text->chars[at];
    if (g_unichar_isalnum(c) || g_unichar_ismark(c) || text->levels[at] != (runs_right_to_left(text) ? 1 : 0))
        return (struct range){-0.05, 0.05};
    for (const FriBidiChar *hangs = start ? start_hangs : end_hangs; *hangs; hangs++)
        if (*hangs == c)
            return (struct range){0.2, 5};
    return (struct range){-0.05, 5};
}

static void check_edges(const struct text *text, const struct line *line, const struct manner *manner, bool first)
{
    const bool right_to_left = runs_right_to_left(text);
    FriBidiStrIndex end = line->end;
    while (end > line->from && text->chars[end - 1] == ' ')
        end--;
    const double indent = first ? manner->indent : 0;
    const double at_start = right_to_left ? line->right - manner->width + indent : indent - line->left;
    const double at_end = right_to_left ? -line->left : line->right - manner->width;
    const struct range start = outside(text, line->from, true);
    const struct range stop = line->hyphen ? (struct range){0.2, 5} : outside(text, end - 1, false);
    if (at_start < start.least || at_start > start.most)
        fail_msg("\"%s\": line \"%s\" begins %.2f outside", text->utf8, line->text->str, at_start);
    if (at_end > stop.most || (at_end < stop.least - 0.1 && !line->last))
        fail_msg("\"%s\": line \"%s\" ends %.2f outside", text->utf8, line->text->str, at_end);
}

static GArray *edged_lines(struct scene *scene, const struct span *spans, const struct manner *manner)
{
    struct text text = text_new(spans_text(scene->setter.arena, spans));
    GArray *lines = set_lines(scene, spans, manner);
    check_reading(&text, lines);
    for (guint k = 0; k < lines->len; k++)
        check_edges(&text, &g_array_index(lines, struct line, k), manner, k == 0);
    text_free(&text);
    return lines;
}

static void lines_begin_on_their_side_and_fill_the_measure(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    const struct manner manner = {ROLE_TEXT, 324, 15, ALIGN_JUSTIFY};
    GPtrArray *paragraphs = paragraphs_of(&scene);
    unsigned right_to_left = 0, many = 0, short_ends = 0;
    for (guint i = 0; i < paragraphs->len; i++) {
        const struct span *spans = spans_of(&scene, g_ptr_array_index(paragraphs, i));
        GArray *lines = edged_lines(&scene, spans, &manner);
        struct text text = text_new(spans_text(scene.setter.arena, spans));
        if (runs_right_to_left(&text)) {
            right_to_left++;
            many += lines->len > 2;
            short_ends += g_array_index(lines, struct line, lines->len - 1).left > 50;
        }
        g_array_free(lines, TRUE);
        text_free(&text);
    }
    assert_true(right_to_left > 10 && many > 5 && short_ends > 5);
    g_ptr_array_free(paragraphs, TRUE);
    scene_close(&scene);
}

/* Commas of words that go against their paragraph are in the middle of the line, wherever it breaks. */
static void only_what_stands_at_the_margin_stands_out(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    static const char *const texts[] = {
        "הוא אמר one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, one, two, three, four, five, six, seven, "
        "eight, nine, ten, eleven, twelve ואז הלך",
        "He said אחת, שתיים, שלוש, ארבע, חמש, שש, שבע, שמונה, תשע, עשר, אחת, שתיים, שלוש, ארבע, "
        "חמש, שש, שבע, שמונה, תשע, עשר, אחת, שתיים, שלוש, ארבע, חמש, שש, שבע and left",
        "הוא אמר (one) (two) (three) (four) (five) (six) (seven) (eight) (nine) (ten) (one) (two) "
        "(three) (four) (five) (six) (seven) (eight) (nine) (ten) ואז הלך",
        "הוא אמר “one” “two” “three” “four” “five” “six” “seven” “eight” “nine” “ten” “one” “two” “three” "
        "“four” “five” “six” “seven” “eight” “nine” “ten” ואז הלך",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (double width = 190; width < 330; width += 7) {
            const struct manner manner = {ROLE_TEXT, width, 0, ALIGN_JUSTIFY};
            g_array_free(edged_lines(&scene, span_of(&scene, texts[i]), &manner), TRUE);
        }
    scene_close(&scene);
}

static void a_word_that_is_too_long_is_divided(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    const struct manner manner = {ROLE_TEXT, 40, 0, ALIGN_JUSTIFY};
    GArray *lines = set_lines(&scene, span_of(&scene, "ثم فأسقيناكموهااااااا هنا"), &manner);
    assert_true(lines->len >= 3);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = &g_array_index(lines, struct line, i);
        assert_true(fabs(line->right - 40) < 0.05);
        assert_true(line->left > -1);
    }
    assert_int_equal(diags_count(scene.diags, DIAG_WARNING), 1);
    g_array_free(lines, TRUE);
    scene_close(&scene);
}

static void one_line_stands_where_it_is_put(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    static const char *const texts[] = {"רשימה של מילים", "رسائل قديمة", "A list of words"};
    static const enum align aligns[] = {ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT};
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++)
        for (size_t a = 0; a < G_N_ELEMENTS(aligns); a++) {
            struct page page = {0};
            paint_text(&scene.setter, &page, texts[t], ROLE_RUNNING_HEAD, 100, 50, aligns[a]);
            GArray *lines = lines_of(&page);
            const struct line *line = &g_array_index(lines, struct line, 0);
            const double there = aligns[a] == ALIGN_LEFT    ? line->left
                                 : aligns[a] == ALIGN_RIGHT ? line->right
                                                            : (line->left + line->right) / 2;
            if (fabs(there - 100) > 1)
                fail_msg("\"%s\" stands at %.1f instead of 100", texts[t], there);
            g_array_free(lines, TRUE);
        }
    scene_close(&scene);
}

/* ---- single rules ---- */

static double width_in(struct scene *scene, const char *text, enum role role)
{
    return text_width(&scene->setter, text, role);
}

static void joined_letters_are_not_set_apart(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    struct look *look = scene.book->style.look;
    look[ROLE_OPENING] = look[ROLE_TEXT];
    look[ROLE_OPENING].tracking = 200;
    assert_true(width_in(&scene, "word", ROLE_OPENING) > width_in(&scene, "word", ROLE_TEXT) + 5);
    assert_true(width_in(&scene, "שלום", ROLE_OPENING) > width_in(&scene, "שלום", ROLE_TEXT) + 5);
    assert_true(fabs(width_in(&scene, "رسالة", ROLE_OPENING) - width_in(&scene, "رسالة", ROLE_TEXT)) < 0.01);
    assert_true(fabs(width_in(&scene, "चिट्ठी", ROLE_OPENING) - width_in(&scene, "चिट्ठी", ROLE_TEXT)) < 0.01);
    scene_close(&scene);
}

static void a_mark_decides_the_direction(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    const struct manner manner = {ROLE_TEXT, 300, 0, ALIGN_JUSTIFY};
    static const struct {
        const char *text;
        bool right_to_left;
    } cases[] = {
        {"PDF היא מילה", false}, {"\u200FPDF היא מילה", true}, {"\u200Eמילה", false}, {"\u061C12 PDF", true}, {"(12) מילה", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        GArray *lines = set_lines(&scene, span_of(&scene, cases[i].text), &manner);
        const struct line *line = &g_array_index(lines, struct line, 0);
        if ((fabs(line->right - 300) < 1) != cases[i].right_to_left)
            fail_msg("\"%s\" stands from %.1f to %.1f", cases[i].text, line->left, line->right);
        g_array_free(lines, TRUE);
    }
    scene_close(&scene);
}

/* Patterns are those of the book's language; letters that they do not know stay together. And a word of another
 * direction has no hyphen, which would stand in the middle of the line. */
static void hyphens_stay_with_their_language(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    static const struct {
        const char *text;
        bool hyphens;
    } cases[] = {
        {"representation international consideration determination", true},
        {"אבג representation international consideration determination", false},
        {"καταλαβαίνουμε περισσότερους χαρακτηρισμούς", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const struct manner manner = {ROLE_TEXT, 85, 0, ALIGN_JUSTIFY};
        GArray *lines = set_lines(&scene, span_of(&scene, cases[i].text), &manner);
        bool hyphens = false;
        for (guint k = 0; k < lines->len; k++)
            hyphens = hyphens || strstr(g_array_index(lines, struct line, k).text->str, "\u00AD");
        if (hyphens != cases[i].hyphens)
            fail_msg("\"%s\": %s", cases[i].text, hyphens ? "hyphens" : "no hyphen");
        g_array_free(lines, TRUE);
    }
    scene_close(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_begin_on_their_side_and_fill_the_measure),
        cmocka_unit_test(only_what_stands_at_the_margin_stands_out),
        cmocka_unit_test(a_word_that_is_too_long_is_divided),
        cmocka_unit_test(one_line_stands_where_it_is_put),
        cmocka_unit_test(joined_letters_are_not_set_apart),
        cmocka_unit_test(a_mark_decides_the_direction),
        cmocka_unit_test(hyphens_stay_with_their_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
