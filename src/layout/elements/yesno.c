/* yesno: statements with circles for yes, no and not sure in columns at the right. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double SPACE = 7.5, GAP = 12, HEAD = 15;
enum { MOST_ANSWERS = 3 };

struct answers {
    struct setter *setter;
    size_t count;
    const char *word[MOST_ANSWERS], *value[MOST_ANSWERS];
    double column;        /* from circle to circle */
    double number, words; /* widths: of the statements' numbers, of the statements */
    bool ordered;
    int start;
};

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
    const struct block *list = items_list(block);
    if (list && list->list && list->list->ordered) {
        const int last = list->list->start + (int)items_count(block);
        answers.ordered = true;
        answers.start = list->list->start;
        answers.number = text_width(setter, arena_printf(setter->arena, "%d.", MAX(last, 10)), ROLE_PROMPT) + 6;
    }
    answers.words = width - answers.number - GAP - answers.column * (double)answers.count;
    return answers;
}

static const struct setting *statement(const struct answers *answers, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(answers->setter, spans, words_role(spans), answers->words, ALIGN_LEFT);
}

struct extent yesno_measure(struct setter *setter, const struct block *block, double width)
{
    const struct answers answers = answers_make(setter, block, width);
    double height = HEAD;
    for (const struct block *item = items_first(block); item; item = item->next)
        height += setting_height(statement(&answers, item)) + SPACE;
    return extent_make(setter, block, width, height, height, false);
}

static void row_draw(struct blanks *blanks, const struct answers *answers, const struct block *item, int number,
                     double y, double height)
{
    struct setter *setter = answers->setter;
    const struct canvas *on = blanks->on;
    const struct setting *words = statement(answers, item);
    const char *text = spans_text(setter->arena, item_spans(item));
    const double radius = setter->style->circle / 2, middle = y + height / 2;
    const double right = on->x + on->width - answers->column * (double)answers->count;
    paint_centred(on, words, on->x + answers->number, middle);
    if (answers->ordered) {
        const char *label = arena_printf(setter->arena, "%d.", number);
        const struct setting *set = set_text(setter, label, ROLE_PROMPT, answers->number - 6, ALIGN_RIGHT);
        const double top = middle - setting_height(words) / 2 + (setting_leading(words) - setting_leading(set)) / 2;
        setting_paint(setter, on->page, set, on->x, top);
    }
    blank_group(blanks);
    for (size_t i = 0; i < answers->count; i++) {
        const double x = right + answers->column * ((double)i + 0.5);
        const struct area area = {x - radius, middle - radius, 2 * radius, 2 * radius};
        draw_circle(on, x, middle, radius, draw_weight, draw_ink(setter->style), false);
        blank_choice(blanks, area, arena_printf(setter->arena, "%s %s", text, answers->word[i]), answers->value[i]);
    }
}

void yesno_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct answers answers = answers_make(setter, block, canvas->width);
    const double right = canvas->x + canvas->width - answers.column * (double)answers.count;
    for (size_t i = 0; i < answers.count; i++) {
        const struct setting *head = set_text(setter, answers.word[i], ROLE_HELP, answers.column, ALIGN_CENTER);
        setting_paint(setter, canvas->page, head, right + answers.column * (double)i, below.y);
    }
    const struct colour guide = draw_guide(setter->style);
    struct blanks blanks = {canvas, block, 0};
    int number = answers.start;
    double y = below.y + HEAD;
    draw_line(canvas, canvas->x, y, canvas->x + canvas->width, y, 0.5, guide);
    for (const struct block *item = items_first(block); item; item = item->next) {
        const double height = setting_height(statement(&answers, item)) + SPACE;
        row_draw(&blanks, &answers, item, number++, y, height);
        y += height;
        draw_line(canvas, canvas->x, y, canvas->x + canvas->width, y, 0.5, guide);
    }
}
