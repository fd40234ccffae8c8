/* proscons: rows that speak for something beside rows that speak against it, each with its weight, and a
 * strip below. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

static const double GUTTER = 20, STRIP_GAP = 10, FOOT = 1;
static const double ROW = 30, LEAST_ROW = 10 * MM;
/* The box for a weight stands on the rule of its row. */
static const double WEIGHT = 18, WEIGHT_GAP = 6, WEIGHT_HEAD = 24;
static const char WEIGHTS[] = "1\u20133";
enum { LEAST_STRIP = 2 };

struct plan {
    int rows, strip_lines;
    bool weight;
    const struct setting *left, *right, *strip; /* heads, or NULL */
    const struct setting *weights;
    double column, head, strip_head; /* a width and two heights */
    double fixed;                    /* height of all that is neither rows nor lines */
};

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.rows = element_integer(block->element, "rows"),
                        .weight = element_flag(block->element, "weight"),
                        .column = (width - GUTTER) / 2};
    const double room = plan.column - (plan.weight ? WEIGHT_HEAD : 0);
    plan.left = band_given(setter, block, "left", room);
    plan.right = band_given(setter, block, "right", room);
    plan.strip = band_given(setter, block, "strip", width);
    plan.head = MAX(band_height(plan.left), band_height(plan.right));
    if (plan.weight) {
        plan.weights = set_text(setter, WEIGHTS, ROLE_HELP, WEIGHT_HEAD, ALIGN_CENTER);
        plan.head = MAX(plan.head, band_height(plan.weights));
    }
    plan.strip_head = band_height(plan.strip);
    plan.strip_lines = plan.strip ? element_integer(block->element, "strip-lines") : 0;
    plan.fixed = plan.head + (plan.strip ? STRIP_GAP + plan.strip_head : 0) + FOOT;
    return plan;
}

struct extent proscons_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const double spacing = setter->style->rule_spacing;
    const double least = plan.rows * LEAST_ROW + MIN(plan.strip_lines, LEAST_STRIP) * spacing;
    const double natural = plan.rows * ROW + plan.strip_lines * spacing;
    return extent_make(setter, block, width, plan.fixed + least, plan.fixed + natural, true);
}

/* What is said of a row: the head of its side and its number, and of a weight also that it is one. */
static const char *row_part(const struct blanks *blanks, const char *side, int number, bool weight)
{
    struct arena *arena = blanks->on->setter->arena;
    const char *head = given_text(blanks->block, side);
    return arena_printf(arena, "%s%s%d%s%s", head ? head : "", head ? ", " : "", number, weight ? ", " : "",
                        weight ? WEIGHTS : "");
}

static void column_draw(struct blanks *blanks, const struct plan *plan, bool right, double y, double row)
{
    const struct canvas *on = blanks->on;
    const char *const side = right ? "right" : "left";
    const double x = on->x + (right ? plan->column + GUTTER : 0);
    const double width = plan->column - (plan->weight ? WEIGHT + WEIGHT_GAP : 0);
    if (plan->head > 0)
        band_draw(on, right ? plan->right : plan->left, (struct area){x, y, plan->column, plan->head});
    if (plan->weights)
        paint_centred(on, plan->weights, x + plan->column - WEIGHT / 2 - WEIGHT_HEAD / 2, y + plan->head / 2);
    for (int i = 1; i <= plan->rows; i++) {
        const double rule = y + plan->head + i * row;
        draw_rule(on, x, rule, width);
        blank_writing(blanks, (struct area){x, rule - row + 3, width, row - 3.5},
                      row_part(blanks, side, i, false));
        if (!plan->weight)
            continue;
        const struct area box = {x + plan->column - WEIGHT, rule - WEIGHT, WEIGHT, WEIGHT};
        draw_frame(on, box);
        blank_next(blanks, FIELD_NUMBER, (struct area){box.x + 2, box.y + 1.5, WEIGHT - 4, WEIGHT - 3},
                   row_part(blanks, side, i, true));
    }
}

/* The lines of the strip and the height of a row, for a height that may be less or more than natural. */
static double fit_rows(struct plan *plan, double height, double spacing)
{
    const double left = height - plan->fixed - plan->rows * LEAST_ROW;
    const int lines = MAX((int)floor(left / spacing + 0.01), MIN(plan->strip_lines, LEAST_STRIP));
    plan->strip_lines = MIN(plan->strip_lines, lines);
    return (height - plan->fixed - plan->strip_lines * spacing) / plan->rows;
}

void proscons_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const double spacing = setter->style->rule_spacing;
    struct plan plan = plan_make(setter, block, canvas->width);
    const double row = fit_rows(&plan, below.height, spacing);
    struct blanks blanks = {canvas, block, 0};
    column_draw(&blanks, &plan, false, below.y, row);
    column_draw(&blanks, &plan, true, below.y, row);
    shared_strip_draw(&blanks, plan.strip, below.y + plan.head + plan.rows * row + STRIP_GAP, plan.strip_lines);
}
