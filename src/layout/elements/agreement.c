/* agreement: numbered clauses with gaps and lines to write on, a date to look at it again, and who agrees. */
#include <glib.h>

#include "layout/elements/signing.h"

static const double GAP = 9, LEAST_GAP = 3, REVIEW = 30, REVIEW_MM = 45, REVIEW_GAP = 8, NOTE_GAP = 5;
/* The first rule stands nearer to its clause than rules do to each other: the clause's line has room below.
 */
static const double RAISE = 4;

struct clauses {
    struct setter *setter;
    const struct block *block;
    double width, number;                /* number: with the gap after it */
    double spacing;                      /* of ruled lines */
    int lines;                           /* after a clause, as many as the author wants */
    const struct setting *review, *note; /* or NULL */
    struct signing signing;
};

static struct clauses clauses_make(struct setter *setter, const struct block *block, double width)
{
    const struct element *element = block->element;
    struct clauses clauses = {
        .setter = setter, .block = block, .width = width, .spacing = setter->style->rule_spacing};
    const char *note = element_text(element, "note");
    clauses.number = numbers_room(setter, block);
    clauses.lines = element_integer(element, "lines");
    clauses.signing = (struct signing){.people = element_integer(element, "people"), .dated = true};
    if (element_flag(element, "review"))
        clauses.review =
            set_text(setter, words_get(setter->words, WORD_REVIEW), ROLE_PROMPT, width, ALIGN_LEFT);
    if (note && *note)
        clauses.note = set_text(setter, note, ROLE_HELP, width, ALIGN_LEFT);
    return clauses;
}

static const struct setting *clause_set(const struct clauses *clauses, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(clauses->setter, spans, words_role(spans), clauses->width - clauses->number, ALIGN_LEFT);
}

static double lines_height(const struct clauses *clauses, int lines)
{
    return lines > 0 ? lines * clauses->spacing - RAISE : 0;
}

/* What stands below the clauses. */
static double foot_height(const struct clauses *clauses)
{
    return (clauses->review ? REVIEW : 0) + (clauses->note ? NOTE_GAP + setting_height(clauses->note) : 0) +
           signing_height(clauses->setter, &clauses->signing, clauses->width);
}

static double height_with(const struct clauses *clauses, int lines, double gap)
{
    double height = foot_height(clauses) + 1;
    for (const struct block *item = block_items(clauses->block); item; item = item->next)
        height += setting_height(clause_set(clauses, item)) + lines_height(clauses, lines) + gap;
    return height;
}

struct extent agreement_measure(struct setter *setter, const struct block *block, double width)
{
    const struct clauses clauses = clauses_make(setter, block, width);
    return extent_make(setter, block, width, height_with(&clauses, MIN(clauses.lines, 1), LEAST_GAP),
                       height_with(&clauses, clauses.lines, GAP), true);
}

/* As many lines as there is room for. */
static int lines_fitting(const struct clauses *clauses, double height)
{
    int lines = clauses->lines;
    while (lines > 1 && height_with(clauses, lines, LEAST_GAP) > height)
        lines--;
    while (lines > 0 && clauses->spacing > 1 && height_with(clauses, lines + 1, GAP) <= height)
        lines++;
    return lines;
}

static double clause_draw(struct blanks *blanks, const struct clauses *clauses, const struct block *item,
                          int number, int lines, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = clauses->setter;
    const struct setting *words = clause_set(clauses, item);
    const double x = on->x + clauses->number, width = clauses->width - clauses->number,
                 foot = y + setting_height(words);
    const double line = setter->style->look[ROLE_PROMPT].leading;
    number_paint(on, number, on->x, y + (setting_leading(words) - line) / 2, clauses->number);
    setting_paint(setter, on->page, words, x, y);
    for (int i = 1; i <= lines; i++)
        draw_rule(on, x, foot - RAISE + i * clauses->spacing, width);
    if (lines)
        blank_ruled(blanks, (struct area){x, foot, width, lines_height(clauses, lines)}, clauses->spacing,
                    spans_text(setter->arena, item_spans(item)));
    return foot + lines_height(clauses, lines) - y;
}

static void review_draw(struct blanks *blanks, const struct clauses *clauses, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = clauses->setter;
    const double x = on->x + setting_width(clauses->review) + REVIEW_GAP, rule = y + REVIEW - 8;
    const double width = MIN(REVIEW_MM * MM, on->x + clauses->width - x);
    setting_paint(setter, on->page, clauses->review, on->x,
                  rule - 2.5 - role_baseline(setter->style, ROLE_PROMPT));
    draw_rule(on, x, rule, width);
    blank_next(blanks, FIELD_LINE, (struct area){x, rule - 16, width, 15.5},
               words_get(setter->words, WORD_REVIEW));
}

void agreement_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct clauses clauses = clauses_make(setter, block, canvas->width);
    const int lines = lines_fitting(&clauses, below.height);
    const double loose =
        looseness(below.height, height_with(&clauses, lines, LEAST_GAP), height_with(&clauses, lines, GAP));
    const double gap = LEAST_GAP + (GAP - LEAST_GAP) * loose;
    struct blanks blanks = {canvas, block, 0};
    int number = numbers_start(block);
    double y = below.y;
    for (const struct block *item = block_items(block); item; item = item->next)
        y += clause_draw(&blanks, &clauses, item, number++, lines, y) + gap;
    if (clauses.review) {
        review_draw(&blanks, &clauses, y);
        y += REVIEW;
    }
    if (clauses.note) {
        setting_paint(setter, canvas->page, clauses.note, canvas->x, y + NOTE_GAP);
        y += NOTE_GAP + setting_height(clauses.note);
    }
    const double rest = below.y + below.height - y;
    signing_draw(&blanks, &clauses.signing, (struct area){canvas->x, y, canvas->width, rest});
}
