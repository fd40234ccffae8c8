/* signature: lines to sign and date; and the date alone. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double SIGN_MM = 60, MOST_SIGN_MM = 80, DATE_MM = 35, LEAST_DATE_MM = 25;
static const double GAP = 24, ROOM = 30, FOOT = 3;

struct lines {
    double sign, date; /* widths; date 0: none */
    double row;        /* height of a line with its word */
    bool stacked;      /* the date stands under the signature */
};

static struct lines lines_make(struct setter *setter, const struct block *block, double width)
{
    struct lines lines = {.row = ROOM + setter->style->look[ROLE_HELP].leading + FOOT};
    const bool dated = element_flag(block->element, "date");
    const double left = width - SIGN_MM * MM - GAP; /* for the date */
    lines.stacked = dated && left < LEAST_DATE_MM * MM;
    if (dated)
        lines.date = lines.stacked ? MIN(DATE_MM * MM, width) : MIN(DATE_MM * MM, left);
    /* A longer line looks like one to write on. */
    lines.sign = MIN(dated && !lines.stacked ? width - lines.date - GAP : width, MOST_SIGN_MM * MM);
    return lines;
}

static double person_height(const struct lines *lines)
{
    return lines->row * (lines->stacked ? 2 : 1);
}

struct extent signature_measure(struct setter *setter, const struct block *block, double width)
{
    const struct lines lines = lines_make(setter, block, width);
    const double height = person_height(&lines) * element_integer(block->element, "people");
    return extent_make(setter, block, width, height, height, false);
}

/* A line with a small word under it. */
static void line_draw(struct blanks *blanks, double x, double y, double width, enum word word, int person)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const char *label = words_get(setter->words, word);
    draw_line(on, x, y + ROOM, x + width, y + ROOM, draw_weight, draw_ink(setter->style));
    setting_paint(setter, on->page, set_text(setter, label, ROLE_HELP, width, ALIGN_LEFT), x, y + ROOM + 1);
    const char *part = person ? arena_printf(setter->arena, "%s %d", label, person) : label;
    blank_next(blanks, FIELD_LINE, (struct area){x, y + 10, width, ROOM - 11}, part);
}

void signature_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct lines lines = lines_make(canvas->setter, block, canvas->width);
    const int people = element_integer(block->element, "people");
    struct blanks blanks = {canvas, block, 0};
    for (int i = 0; i < people; i++) {
        const double y = below.y + person_height(&lines) * i;
        const int person = people > 1 ? i + 1 : 0;
        line_draw(&blanks, below.x, y, lines.sign, WORD_SIGNATURE, person);
        if (lines.stacked)
            line_draw(&blanks, below.x, y + lines.row, lines.date, WORD_DATE, person);
        else if (lines.date > 0)
            line_draw(&blanks, below.x + lines.sign + GAP, y, lines.date, WORD_DATE, person);
    }
}

/* ---- date ---- */

/* The label stands before its rule; only one too long for that stands above it. */
static const struct setting *date_label(struct setter *setter, const struct block *block, double width)
{
    return block->spans
               ? set_spans(setter, block->spans, ROLE_PROMPT, width, ALIGN_LEFT)
               : set_text(setter, words_get(setter->words, WORD_DATE), ROLE_PROMPT, width, ALIGN_LEFT);
}

static bool date_beside(struct setter *setter, const struct block *block, double width)
{
    const double blank = element_number(block->element, "width") * MM;
    const bool plain = !element_text(block->element, "help") && !element_flag(block->element, "private");
    return plain && setting_width(date_label(setter, block, NO_LIMIT)) + 8 + blank <= width;
}

struct extent date_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = 2 * setter->style->leading;
    if (date_beside(setter, block, width))
        return (struct extent){.least = height, .natural = height};
    const double rule = block->spans ? height - 8 : height;
    return extent_make(setter, block, width, rule, rule, false);
}

void date_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const double blank = MIN(element_number(block->element, "width") * MM, canvas->width);
    struct canvas below = *canvas;
    double x = canvas->x, rule = 22;
    if (date_beside(setter, block, canvas->width)) {
        const struct setting *label = date_label(setter, block, NO_LIMIT);
        const double baseline = role_baseline(setter->style, ROLE_PROMPT);
        setting_paint(setter, canvas->page, label, x, canvas->y + rule - 2.5 - baseline);
        x += setting_width(label) + 8;
    } else {
        below = prompt_draw(canvas, block);
        rule -= block->spans ? 4 : 0;
    }
    draw_rule(canvas, x, below.y + rule, blank);
    const struct area area = {x, below.y + rule - 16, blank, 15.5};
    blank_only(canvas, block, FIELD_LINE, area, 0, block->spans ? NULL : words_get(setter->words, WORD_DATE));
}
