/* letter: a page to write a letter on: date, salutation, room, close; and whether it is to be sent. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

/* Wide margins, and less of them where the page is narrow. */
static const double MARGIN = 36, MARGIN_PART = 0.08, HEAD = 18, FOOT = 26;
static const double LEAST_MM = 80, DATE_MM = 38, NAME_MM = 70, LEAST_NAME_MM = 20, GAP = 8;
static const double BELOW = 3; /* the page */
enum { LEAST_LINES = 3 };
static const double MARK_SIDE = 7, MARK_PAD = 2, MARK_PART = 0.4;
/* From the middle of the date's letters down to its rule: so the mark stands in line with them. */
static const double DATE_MIDDLE = 6.5;

struct plan {
    double margin, width; /* of what is written */
    struct starter date, salutation, close;
    double date_width;
    const struct setting *mark; /* "Do not send", or NULL */
    double first;               /* height of the row with mark and date */
};

/* The author's words, or the program's in the book's language. They are said of the blank also where the
 * author wants none printed: "". */
static const char *said_of(const struct setter *setter, const struct block *block, const char *name,
                           enum word word)
{
    const char *text = given_text(block, name);
    return text ? text : words_get(setter->words, word);
}

static struct starter name_make(struct setter *setter, const struct block *block, const char *name,
                                enum word word, double width)
{
    const char *text = element_text(block->element, name);
    return starter_make(setter, block, text && !*text ? NULL : said_of(setter, block, name, word), width,
                        LEAST_NAME_MM * MM);
}

static double mark_height(const struct setting *mark)
{
    return setting_height(mark) + 2 * MARK_PAD;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.margin = MIN(MARGIN, width * MARGIN_PART)};
    plan.width = width - 2 * plan.margin;
    const char *date = words_get(setter->words, WORD_DATE);
    plan.date = starter_make(setter, block, date, plan.width, LEAST_NAME_MM * MM);
    plan.date_width = MIN(plan.date.left + DATE_MM * MM, plan.width);
    plan.salutation = name_make(setter, block, "salutation", WORD_DEAR, plan.width);
    plan.close = name_make(setter, block, "close", WORD_FROM, plan.width);
    plan.first = plan.date.height;
    if (element_flag(block->element, "unsent")) {
        /* Beside the date, whose rule gives way a little where there is not much room. */
        const double most = plan.width * MARK_PART;
        plan.mark = set_text(setter, words_get(setter->words, WORD_UNSENT), ROLE_HELP, most, ALIGN_LEFT);
        plan.date_width = MIN(plan.date_width, plan.width - setting_width(plan.mark) - 2 * MARK_SIDE - GAP);
        plan.first = MAX(plan.first, mark_height(plan.mark) / 2 + DATE_MIDDLE);
        plan.first = MAX(plan.first, mark_height(plan.mark));
    }
    return plan;
}

struct extent letter_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = element_number(block->element, "height") * MM;
    const struct plan plan = plan_make(setter, block, width);
    /* Long words leave the letter itself three lines at least. */
    const double words = HEAD + plan.first + GAP + plan.salutation.height + GAP + plan.close.height + FOOT;
    const double least = MAX(MIN(height, LEAST_MM * MM), words + LEAST_LINES * setter->style->rule_spacing);
    const double natural = element_flag(block->element, "fill") ? least : MAX(height, least);
    return extent_make(setter, block, width, least + BELOW, natural + BELOW, true);
}

static void mark_draw(const struct canvas *on, const struct setting *mark, double x, double y)
{
    const double height = mark_height(mark);
    draw_frame(on, (struct area){x, y, setting_width(mark) + 2 * MARK_SIDE, height});
    paint_centred(on, mark, x + MARK_SIDE, y + height / 2);
}

/* The letter itself, from the salutation's rule to the close. */
static void body_draw(struct blanks *blanks, const struct plan *plan, double x, double y, double height)
{
    const double spacing = blanks->on->setter->style->rule_spacing;
    const int count = MAX((int)floor(height / spacing + 0.01), 1);
    /* What is left of a line is shared out: the close follows the last rule as the rules each other. */
    if (element_flag(blanks->block->element, "rules"))
        ruled_draw(blanks, x, y, plan->width, count, height / count, NULL);
    else
        blank_next(blanks, FIELD_LINES, (struct area){x, y + GAP, plan->width, height - GAP}, NULL);
}

void letter_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    struct canvas below = prompt_draw(canvas, block);
    below.height -= BELOW;
    const struct plan plan = plan_make(setter, block, below.width);
    const double half = draw_weight / 2, name = NAME_MM * MM;
    const struct area page = {below.x + half, below.y + half, below.width - draw_weight,
                              below.height - draw_weight};
    draw_frame(canvas, page);
    struct blanks blanks = {canvas, block, 0};
    const double x = below.x + plan.margin;
    double y = below.y + HEAD;
    if (plan.mark)
        mark_draw(canvas, plan.mark, x, y + MAX(plan.first - DATE_MIDDLE - mark_height(plan.mark) / 2, 0));
    starter_draw(&blanks, &plan.date, x + plan.width - plan.date_width, y + plan.first - plan.date.height,
                 plan.date_width, words_get(setter->words, WORD_DATE));
    y += plan.first + GAP;
    const char *salutation = said_of(setter, block, "salutation", WORD_DEAR),
               *close = said_of(setter, block, "close", WORD_FROM);
    starter_draw(&blanks, &plan.salutation, x, y, MIN(plan.salutation.left + name, plan.width), salutation);
    y += plan.salutation.height;
    const double end = below.y + below.height - FOOT - plan.close.height;
    body_draw(&blanks, &plan, x, y, end - GAP - y);
    starter_draw(&blanks, &plan.close, x, end, MIN(plan.close.left + name, plan.width), close);
}
