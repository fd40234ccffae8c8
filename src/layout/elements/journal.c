/* journal: half a page for a day: date and mood, lines, a line for one thing more, words to circle. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

enum { MOODS = 5, LEAST_LINES = 3 };
static const double GAP = 6, LEAST_GAP = 2, FOOT = 1;
static const double LEAST_DATE_MM = 22, DATE_MM = 40, LEAST_KIND_MM = 40;
static const double MOOD_PITCH = 24, MOOD_GAP = 10, ROW = 19.5, ROW_GAP = 5, COLUMN_GAP = 20;
/* The rule of a date beside it, for one line of words and numbers. */
static const double DATE_RULE = 16.5;
/* The first rule under a prompt, as near as the kit's lines have theirs. */
static const double RAISE = 8;
/* A word to circle: room for the pen around it. */
static const double WORD_SIDE = 10, WORD_ROW = 22.5, LABEL_PART = 0.3;

/* One word to circle and where it stands. */
struct choice {
    const struct setting *words;
    const char *text;
    double x, y, height;
};

struct choices {
    const struct setting *label;
    const char *text; /* of the label */
    struct choice *list;
    size_t count;
    double height;
};

struct plan {
    int lines;
    bool dated;
    struct starter date, kind;
    const struct setting *mood; /* its word, or NULL */
    double mood_width, date_width;
    bool stacked; /* the mood stands under the date */
    struct choices choices;
    double first, last; /* heights of what is above the lines and below, without gaps */
    int gaps;
};

/* The label of "Today: better, same, worse", with its colon; without one, the program's own. */
static const char *choices_label(struct setter *setter, const char *text)
{
    const char *colon = strchr(text, ':');
    return colon ? arena_substring(setter->arena, text, (size_t)(colon - text) + 1)
                 : words_get(setter->words, WORD_CHOOSE);
}

/* Label and words, one beside the other as far as there is room. */
static struct choices choices_make(struct setter *setter, const struct block *block, double width)
{
    struct choices choices = {.label = NULL};
    const char *text = given_text(block, "circle");
    if (!text)
        return choices;
    const char *colon = strchr(text, ':');
    choices.text = choices_label(setter, text);
    choices.label = set_spans(setter, words_spans(setter, choices.text, block->at), ROLE_PROMPT, width, ALIGN_LEFT);
    double x = setting_width(choices.label) + WORD_SIDE, y = 0;
    const double left = x < width * LABEL_PART ? x : 0; /* of the rows below the first */
    double row = MAX(WORD_ROW, setting_height(choices.label));
    const char **words = split_list(setter, colon ? colon + 1 : text, &choices.count);
    choices.list = ARENA_ARRAY(setter->arena, struct choice, choices.count + 1);
    for (size_t i = 0; i < choices.count; i++) {
        struct choice *choice = &choices.list[i];
        choice->text = words[i];
        choice->words = set_spans(setter, words_spans(setter, words[i], block->at), ROLE_PROMPT,
                                  width - 2 * WORD_SIDE, ALIGN_LEFT);
        choice->height = MAX(WORD_ROW, setting_height(choice->words) + 6);
        const double wide = setting_width(choice->words) + 2 * WORD_SIDE;
        if (x > 0 && x + wide > width) {
            y += row;
            x = left + wide <= width ? left : 0;
            row = 0;
        }
        row = MAX(row, choice->height);
        choice->x = x;
        choice->y = y;
        x += wide;
    }
    choices.height = y + row;
    return choices;
}

static void plan_first(struct setter *setter, const struct block *block, struct plan *plan, double width)
{
    const double circle = setter->style->circle;
    plan->dated = element_flag(block->element, "date");
    plan->first = block->spans ? -RAISE : 0;
    if (element_flag(block->element, "mood")) {
        plan->mood = set_text(setter, words_get(setter->words, WORD_MOOD), ROLE_PROMPT, width, ALIGN_LEFT);
        plan->mood_width = setting_width(plan->mood) + MOOD_GAP + (MOODS - 1) * MOOD_PITCH + circle;
        plan->first = ROW;
    }
    if (!plan->dated)
        return;
    plan->date = starter_make(setter, block, words_get(setter->words, WORD_DATE), width, 0);
    const double beside = width - (plan->mood ? plan->mood_width + COLUMN_GAP : 0);
    plan->stacked = plan->mood && plan->date.left + LEAST_DATE_MM * MM > beside;
    plan->date_width = MIN(plan->date.left + DATE_MM * MM, plan->stacked ? width : beside);
    plan->first = plan->stacked ? 2 * ROW + ROW_GAP : ROW;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.lines = element_integer(block->element, "lines")};
    plan_first(setter, block, &plan, width);
    const char *kind = given_text(block, "kind");
    if (kind)
        plan.kind = starter_make(setter, block, kind, width, LEAST_KIND_MM * MM);
    plan.choices = choices_make(setter, block, width);
    plan.last = plan.kind.height + plan.choices.height + FOOT;
    plan.gaps = (plan.kind.height > 0) + (plan.choices.height > 0);
    return plan;
}

struct extent journal_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const double spacing = setter->style->rule_spacing, fixed = plan.first + plan.last;
    const double least = fixed + plan.gaps * LEAST_GAP + MIN(plan.lines, LEAST_LINES) * spacing;
    const double natural = fixed + plan.gaps * GAP + plan.lines * spacing;
    struct extent extent = extent_make(setter, block, width, least, natural, true);
    extent.step = spacing;
    return extent;
}

static void mood_draw(struct blanks *blanks, const struct plan *plan, double x, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double r = setter->style->circle / 2, middle = y + ROW / 2;
    paint_centred(on, plan->mood, x, middle);
    blank_group(blanks);
    for (int i = 0; i < MOODS; i++) {
        const double at = x + setting_width(plan->mood) + MOOD_GAP + r + i * MOOD_PITCH;
        const char *number = arena_printf(setter->arena, "%d", i + 1);
        draw_circle(on, at, middle, r, draw_weight, draw_ink(setter->style), false);
        paint_centred(on, set_text(setter, number, ROLE_HELP, 2 * r, ALIGN_CENTER), at - r, middle);
        blank_choice(blanks, (struct area){at - r, middle - r, 2 * r, 2 * r},
                     arena_printf(setter->arena, "%s %s", words_get(setter->words, WORD_MOOD), number),
                     number);
    }
}

/* Date at the left and mood at the right, or one below the other. */
static void first_draw(struct blanks *blanks, const struct plan *plan, double x, double y, double width)
{
    const double side = plan->dated && !plan->stacked ? x + width - plan->mood_width : x;
    if (plan->dated)
        starter_draw(blanks, &plan->date, x, y + DATE_RULE - plan->date.height, plan->date_width,
                     words_get(blanks->on->setter->words, WORD_DATE));
    if (plan->mood)
        mood_draw(blanks, plan, side, y + plan->first - ROW);
}

static void choices_draw(struct blanks *blanks, const struct choices *choices, double x, double y)
{
    const struct canvas *on = blanks->on;
    setting_paint(on->setter, on->page, choices->label, x,
                  y + MAX((WORD_ROW - setting_height(choices->label)) / 2, 0));
    blank_group(blanks);
    for (size_t i = 0; i < choices->count; i++) {
        const struct choice *choice = &choices->list[i];
        const double wide = setting_width(choice->words) + 2 * WORD_SIDE;
        const struct area area = {x + choice->x, y + choice->y + 1, wide, choice->height - 2};
        paint_centred(on, choice->words, area.x + WORD_SIDE, area.y + area.height / 2);
        blank_choice(blanks, area, arena_printf(on->setter->arena, "%s %s", choices->text, choice->text),
                     choice->text);
    }
}

void journal_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(setter, block, canvas->width);
    const double spacing = setter->style->rule_spacing;
    const double room = below.height - plan.first - plan.last;
    const int lines = MAX((int)floor((room - plan.gaps * LEAST_GAP) / spacing + 0.01), 1);
    const double gap = plan.gaps ? CLAMP((room - lines * spacing) / plan.gaps, 0, GAP) : 0;
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    first_draw(&blanks, &plan, below.x, y, below.width);
    y += plan.first;
    ruled_draw(&blanks, below.x, y, below.width, lines, spacing, NULL);
    y += lines * spacing + gap;
    if (plan.kind.height > 0) {
        starter_draw(&blanks, &plan.kind, below.x, y, below.width, given_text(block, "kind"));
        y += plan.kind.height + gap;
    }
    if (plan.choices.count)
        choices_draw(&blanks, &plan.choices, below.x, y);
}
