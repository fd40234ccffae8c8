/* yesno: statements with circles for yes, no and not sure in columns at the right. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double SPACE = 7.5, LEAST_SPACE = 2, GAP = 12, HEAD_PAD = 3, OUTCOME_GAP = 6;
/* Statements get at least this part of the width; for that the heads wrap. */
static const double STATEMENT_PART = 0.5;
enum { MOST_ANSWERS = 3 };

struct answers {
    struct setter *setter;
    size_t count;
    const char *word[MOST_ANSWERS], *value[MOST_ANSWERS];
    double column;        /* from circle to circle */
    double head;          /* height of the words over the circles */
    double number, words; /* widths: of the statements' numbers, of the statements */
    const struct setting *outcome; /* what the answers mean, or NULL */
};

static const struct setting *head_set(const struct answers *answers, size_t answer)
{
    return set_text(answers->setter, answers->word[answer], ROLE_HELP, answers->column, ALIGN_CENTER);
}

static struct answers answers_make(struct setter *setter, const struct block *block, double width)
{
    const struct words *words = setter->words;
    struct answers answers = {
        .setter = setter,
        .count = element_flag(block->element, "unsure") ? 3 : 2,
        .word = {words_get(words, WORD_YES), words_get(words, WORD_NO), words_get(words, WORD_NOT_SURE)},
        .value = {"yes", "no", "unsure"},
        .column = 12 * MM,
    };
    for (size_t i = 0; i < answers.count; i++)
        answers.column = MAX(answers.column, text_width(setter, answers.word[i], ROLE_HELP) + 8);
    const double most = width * (1 - STATEMENT_PART) / (double)answers.count;
    if (answers.column > most) {
        answers.column = MAX(most, 8 * MM);
        for (size_t i = 0; i < answers.count; i++)
            answers.column = MAX(answers.column, widest_word(setter, answers.word[i], ROLE_HELP) + 4);
    }
    for (size_t i = 0; i < answers.count; i++)
        answers.head = MAX(answers.head, setting_height(head_set(&answers, i)) + HEAD_PAD);
    const char *outcome = element_text(block->element, "outcome");
    answers.outcome = outcome && *outcome ? set_text(setter, outcome, ROLE_PROMPT, width, ALIGN_LEFT) : NULL;
    answers.number = numbers_width(setter, block);
    answers.words = width - answers.number - GAP - answers.column * (double)answers.count;
    return answers;
}

static const struct setting *statement(const struct answers *answers, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(answers->setter, spans, words_role(spans), answers->words, ALIGN_LEFT);
}

static double row_height(const struct answers *answers, const struct block *item, double loose)
{
    const double space = LEAST_SPACE + (SPACE - LEAST_SPACE) * loose;
    const double circle = answers->setter->style->circle + 3;
    return MAX(setting_height(statement(answers, item)) + space, circle);
}

static double rows_height(const struct answers *answers, const struct block *block, double loose)
{
    double height = answers->head + (answers->outcome ? OUTCOME_GAP + setting_height(answers->outcome) : 0);
    for (const struct block *item = block_items(block); item; item = item->next)
        height += row_height(answers, item, loose);
    return height;
}

struct extent yesno_measure(struct setter *setter, const struct block *block, double width)
{
    const struct answers answers = answers_make(setter, block, width);
    return extent_make(setter, block, width, rows_height(&answers, block, 0), rows_height(&answers, block, 1),
                       false);
}

static void row_draw(struct blanks *blanks, const struct answers *answers, const struct block *item,
                     int number, double y, double height)
{
    struct setter *setter = answers->setter;
    const struct canvas *on = blanks->on;
    const struct setting *words = statement(answers, item);
    const char *text = spans_text(setter->arena, item_spans(item));
    const double radius = setter->style->circle / 2, middle = y + height / 2;
    const double right = on->x + on->width - answers->column * (double)answers->count;
    paint_centred(on, words, on->x + answers->number, middle);
    const double line = middle - (setting_height(words) - setting_leading(words)) / 2; /* the middle of the first one */
    number_paint(on, number, on->x, line - setter->style->look[ROLE_PROMPT].leading / 2, answers->number);
    blank_group(blanks);
    for (size_t i = 0; i < answers->count; i++) {
        const double x = right + answers->column * ((double)i + 0.5);
        const struct area area = {x - radius, middle - radius, 2 * radius, 2 * radius};
        draw_circle(on, x, middle, radius, draw_weight, draw_ink(setter->style), false);
        blank_choice(blanks, area, arena_printf(setter->arena, "%s %s", text, answers->word[i]),
                     answers->value[i]);
    }
}

void yesno_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct answers answers = answers_make(setter, block, canvas->width);
    const double right = canvas->x + canvas->width - answers.column * (double)answers.count;
    for (size_t i = 0; i < answers.count; i++) {
        const struct setting *head = head_set(&answers, i);
        const double y = below.y + answers.head - HEAD_PAD - setting_height(head);
        setting_paint(setter, canvas->page, head, right + answers.column * (double)i, y);
    }
    const struct colour guide = draw_guide(setter->style);
    const double loose =
        looseness(below.height, rows_height(&answers, block, 0), rows_height(&answers, block, 1));
    struct blanks blanks = {canvas, block, 0};
    int number = numbers_start(block);
    double y = below.y + answers.head;
    draw_line(canvas, canvas->x, y, canvas->x + canvas->width, y, draw_weight, guide);
    for (const struct block *item = block_items(block); item; item = item->next) {
        const double height = row_height(&answers, item, loose);
        row_draw(&blanks, &answers, item, number++, y, height);
        y += height;
        draw_line(canvas, canvas->x, y, canvas->x + canvas->width, y, draw_weight, guide);
    }
    if (answers.outcome)
        setting_paint(setter, canvas->page, answers.outcome, canvas->x, y + OUTCOME_GAP);
}
