/* quadrant: four boxes between two axes. The words of the level axis stand at its ends, between the boxes;
 * those of the upright one above and below. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double CROSS = 16, WORD_GAP = 3, PAD = 6, LEAST_BOX = 12 * MM;
/* Of the width, at most, for a word at the end of the level axis. */
static const double END_PART = 0.4, END_GAP = 6;
enum { BOXES = 4 };

struct quadrant {
    double box;                /* width of one */
    double above, below, band; /* heights of the words above, below, and between the rows */
    double least;              /* of a box */
    const struct setting *left, *right, *top, *bottom, *titles[BOXES]; /* or NULL */
    double end; /* width of the words at the level axis's ends */
};

static struct quadrant quadrant_make(struct setter *setter, const struct block *block, double width)
{
    struct quadrant plan = {.box = (width - CROSS) / 2, .end = width * END_PART, .least = LEAST_BOX};
    plan.left = attribute_set(setter, block, "left", ROLE_PROMPT, plan.end, ALIGN_LEFT);
    plan.right = attribute_set(setter, block, "right", ROLE_PROMPT, plan.end, ALIGN_RIGHT);
    plan.top = attribute_set(setter, block, "top", ROLE_PROMPT, width, ALIGN_CENTER);
    plan.bottom = attribute_set(setter, block, "bottom", ROLE_PROMPT, width, ALIGN_CENTER);
    plan.above = plan.top ? setting_height(plan.top) + WORD_GAP : 0;
    plan.below = plan.bottom ? setting_height(plan.bottom) + WORD_GAP : 0;
    const double words = MAX(set_height(plan.left), set_height(plan.right));
    plan.band = words > 0 ? words + 2 * WORD_GAP : CROSS;
    const struct block *item = block_items(block);
    for (size_t i = 0; i < BOXES && item; i++, item = item->next) {
        plan.titles[i] = set_spans(setter, strong_spans(setter, item_spans(item), item->at), ROLE_PROMPT,
                                   plan.box - 2 * PAD, ALIGN_LEFT);
        plan.least = MAX(plan.least, setting_height(plan.titles[i]) + PAD + LEAST_BOX / 2);
    }
    return plan;
}

static double around(const struct quadrant *plan)
{
    return plan->above + plan->below + plan->band + draw_weight;
}

struct extent quadrant_measure(struct setter *setter, const struct block *block, double width)
{
    const struct quadrant plan = quadrant_make(setter, block, width);
    const double least = around(&plan) + 2 * plan.least;
    return extent_make(setter, block, width, least, MAX(least, element_number(block->element, "height") * MM),
                       true);
}

/* From a line's middle to both its ends, each with a head. */
static void axes_draw(const struct canvas *on, const struct quadrant *plan, double top, double middle,
                      double bottom)
{
    struct setter *setter = on->setter;
    const struct colour ink = draw_ink(setter->style);
    const double x = on->x + on->width / 2;
    double left = on->x + 1, right = on->x + on->width - 1;
    if (plan->left)
        left = on->x + setting_width(plan->left) + END_GAP;
    if (plan->right)
        right = on->x + on->width - setting_width(plan->right) - END_GAP;
    draw_arrow(on, x, middle, x, top, ink);
    draw_arrow(on, x, middle, x, bottom, ink);
    draw_arrow(on, x, middle, MIN(left, x - CROSS / 2), middle, ink);
    draw_arrow(on, x, middle, MAX(right, x + CROSS / 2), middle, ink);
    if (plan->left)
        paint_centred(on, plan->left, on->x, middle);
    if (plan->right)
        paint_centred(on, plan->right, on->x + on->width - plan->end, middle);
}

/* What is said of a box: its title, or the ends of the axes that it stands between. */
static const char *box_name(const struct canvas *on, const struct block *block, size_t number)
{
    const struct block *item = block_items(block);
    for (size_t i = 0; i < number && item; i++)
        item = item->next;
    if (item)
        return spans_text(on->setter->arena, item_spans(item));
    return arena_printf(on->setter->arena, "%s, %s",
                        element_text(block->element, number % 2 ? "right" : "left"),
                        element_text(block->element, number < 2 ? "top" : "bottom"));
}

static void box_place(struct blanks *blanks, const struct quadrant *plan, size_t number, struct area area)
{
    const struct canvas *on = blanks->on;
    const struct setting *title = plan->titles[number];
    const double words = title ? setting_height(title) + PAD / 2 : 0;
    draw_frame(on, area);
    if (title)
        setting_paint(on->setter, on->page, title, area.x + PAD, area.y + PAD / 2);
    blank_writing(blanks,
                  (struct area){area.x + 3, area.y + words + 3, area.width - 6, area.height - words - 6},
                  box_name(on, blanks->block, number));
}

void quadrant_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct quadrant plan = quadrant_make(setter, block, canvas->width);
    const double half = draw_weight / 2, height = (below.height - around(&plan)) / 2;
    const double first = below.y + plan.above + half, second = first + height + plan.band;
    struct blanks blanks = {canvas, block, 0};
    if (plan.top)
        setting_paint(setter, canvas->page, plan.top, canvas->x, below.y);
    for (size_t i = 0; i < BOXES; i++) {
        const double x = i % 2 ? canvas->x + canvas->width - plan.box + half : canvas->x + half;
        if (i == 2)
            axes_draw(canvas, &plan, first, first + height + plan.band / 2, second + height);
        box_place(&blanks, &plan, i,
                  (struct area){x, i < 2 ? first : second, plan.box - draw_weight, height});
    }
    if (plan.bottom)
        setting_paint(setter, canvas->page, plan.bottom, canvas->x, second + height + half + WORD_GAP);
}
