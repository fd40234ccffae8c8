/* signature: lines to sign and date; and the date alone. */
#include <glib.h>

#include "layout/elements/signing.h"

static const double SIGN_MM = 60, MOST_SIGN_MM = 80, DATE_MM = 35, LEAST_DATE_MM = 25;
static const double GAP = 24, ROOM = 30, FOOT = 3;

struct lines {
    double sign, date;  /* widths; date 0: none */
    double word, dated; /* heights of a line with what is under it: to sign, to date */
    bool stacked;       /* the date stands under the signature */
};

/* The word under a line to sign: whose it is, where the author says so. */
static const char *word_of(struct setter *setter, const struct signing *signing, int person)
{
    const bool named = person < (int)signing->role_count && *signing->roles[person];
    return named ? signing->roles[person] : words_get(setter->words, WORD_SIGNATURE);
}

static const struct setting *word_set(struct setter *setter, const struct signing *signing, int person,
                                      double width)
{
    return set_text(setter, word_of(setter, signing, person), ROLE_HELP, width, ALIGN_LEFT);
}

static struct lines lines_make(struct setter *setter, const struct signing *signing, double width)
{
    struct lines lines = {.dated = ROOM + setter->style->look[ROLE_HELP].leading + FOOT};
    const double left = width - SIGN_MM * MM - GAP; /* for the date */
    lines.stacked = signing->dated && left < LEAST_DATE_MM * MM;
    if (signing->dated)
        lines.date = lines.stacked ? MIN(DATE_MM * MM, width) : MIN(DATE_MM * MM, left);
    /* A longer line looks like one to write on. */
    lines.sign = MIN(signing->dated && !lines.stacked ? width - lines.date - GAP : width, MOST_SIGN_MM * MM);
    for (int i = 0; i < signing->people; i++)
        lines.word = MAX(lines.word, ROOM + setting_height(word_set(setter, signing, i, lines.sign)) + FOOT);
    return lines;
}

static double person_height(const struct lines *lines)
{
    return lines->word + (lines->stacked ? lines->dated : 0);
}

double signing_height(struct setter *setter, const struct signing *signing, double width)
{
    const struct lines lines = lines_make(setter, signing, width);
    return person_height(&lines) * signing->people;
}

/* A line with a small word under it. */
static void line_draw(struct blanks *blanks, double x, double y, double width, const struct setting *word,
                      const char *part)
{
    const struct canvas *on = blanks->on;
    draw_line(on, x, y + ROOM, x + width, y + ROOM, draw_weight, draw_ink(on->setter->style));
    setting_paint(on->setter, on->page, word, x, y + ROOM + 1);
    blank_next(blanks, FIELD_LINE, (struct area){x, y + 10, width, ROOM - 11}, part);
}

/* What is said of a line: "Signature", of several "Signature 2", of one with a role "Signature, witness". */
static const char *part_of(struct setter *setter, const struct signing *signing, int person, enum word word)
{
    const char *what = words_get(setter->words, word);
    if (person < (int)signing->role_count && *signing->roles[person])
        return arena_printf(setter->arena, "%s, %s", what, signing->roles[person]);
    return signing->people > 1 ? arena_printf(setter->arena, "%s %d", what, person + 1) : what;
}

void signing_draw(struct blanks *blanks, const struct signing *signing, struct area area)
{
    struct setter *setter = blanks->on->setter;
    const struct lines lines = lines_make(setter, signing, area.width);
    for (int i = 0; i < signing->people; i++) {
        const double y = area.y + person_height(&lines) * i;
        line_draw(blanks, area.x, y, lines.sign, word_set(setter, signing, i, lines.sign),
                  part_of(setter, signing, i, WORD_SIGNATURE));
        if (!signing->dated)
            continue;
        const struct setting *date =
            set_text(setter, words_get(setter->words, WORD_DATE), ROLE_HELP, lines.date, ALIGN_LEFT);
        line_draw(blanks, lines.stacked ? area.x : area.x + lines.sign + GAP,
                  lines.stacked ? y + lines.word : y, lines.date, date,
                  part_of(setter, signing, i, WORD_DATE));
    }
}

/* ---- signature ---- */

static struct signing signing_of(struct setter *setter, const struct block *block)
{
    struct signing signing = {element_integer(block->element, "people"), element_flag(block->element, "date"),
                              NULL, 0};
    signing.roles = split_list(setter, element_text(block->element, "roles"), &signing.role_count);
    return signing;
}

struct extent signature_measure(struct setter *setter, const struct block *block, double width)
{
    const struct signing signing = signing_of(setter, block);
    const double height = signing_height(setter, &signing, width);
    return extent_make(setter, block, width, height, height, false);
}

void signature_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct signing signing = signing_of(canvas->setter, block);
    struct blanks blanks = {canvas, block, 0};
    signing_draw(&blanks, &signing, (struct area){below.x, below.y, below.width, below.height});
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
