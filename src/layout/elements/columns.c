/* columns: two columns of ruled lines, each under its head, and a strip below that both share. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

static const double GUTTER = 18, STRIP_GAP = 9, FOOT = 1;
/* The least that a sheet short of room may leave of the lines. */
enum { LEAST_LINES = 3, LEAST_STRIP = 2 };

struct plan {
    const struct setting *left, *right, *strip; /* heads, or NULL */
    double column, head, strip_head;            /* a width and two heights */
    int lines, strip_lines;
    double fixed; /* height of all that is not lines */
};

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.column = (width - GUTTER) / 2, .lines = element_integer(block->element, "lines")};
    plan.left = band_given(setter, block, "left", plan.column);
    plan.right = band_given(setter, block, "right", plan.column);
    plan.strip = band_given(setter, block, "strip", width);
    plan.head = MAX(band_height(plan.left), band_height(plan.right));
    plan.strip_head = band_height(plan.strip);
    plan.strip_lines = plan.strip ? element_integer(block->element, "strip-lines") : 0;
    plan.fixed = plan.head + (plan.strip ? STRIP_GAP + plan.strip_head : 0) + FOOT;
    return plan;
}

struct extent columns_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const double spacing = setter->style->rule_spacing;
    const int least = MIN(plan.lines, LEAST_LINES) + MIN(plan.strip_lines, LEAST_STRIP);
    const double natural = plan.fixed + (plan.lines + plan.strip_lines) * spacing;
    struct extent extent = extent_make(setter, block, width, plan.fixed + least * spacing, natural, true);
    extent.step = spacing;
    return extent;
}

/* Takes lines away that there is no room for, from the columns first; or adds what there is. */
static void fit_lines(struct plan *plan, double height, double spacing)
{
    const int room = (int)floor((height - plan->fixed) / spacing + 0.01);
    int more = room - plan->lines - plan->strip_lines;
    if (more > 0)
        plan->lines += more;
    if (more >= 0)
        return;
    const int lines = MAX(plan->lines + more, MIN(plan->lines, LEAST_LINES));
    more += plan->lines - lines;
    plan->lines = lines;
    plan->strip_lines = MAX(plan->strip_lines + MIN(more, 0), MIN(plan->strip_lines, LEAST_STRIP));
}

void columns_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const double spacing = setter->style->rule_spacing;
    struct plan plan = plan_make(setter, block, canvas->width);
    fit_lines(&plan, below.height, spacing);
    struct blanks blanks = {canvas, block, 0};
    const struct setting *const heads[] = {plan.left, plan.right};
    const char *const names[] = {"left", "right"}, *const numbers[] = {"1",
                                                                       "2"}; /* numbers: without a head */
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        const double x = below.x + (i ? plan.column + GUTTER : 0);
        if (plan.head > 0)
            band_draw(canvas, heads[i], (struct area){x, below.y, plan.column, plan.head});
        const char *name = given_text(block, names[i]);
        ruled_draw(&blanks, x, below.y + plan.head, plan.column, plan.lines, spacing,
                   name ? name : numbers[i]);
    }
    shared_strip_draw(&blanks, plan.strip, below.y + plan.head + plan.lines * spacing + STRIP_GAP, plan.strip_lines);
}
