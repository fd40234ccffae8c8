/* venn: two or three circles that overlap, labelled outside; the overlap's label stands in it, if it has
 * room. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

/* From centre to centre, in diameters: leaves the overlap wide enough to write in. */
static const double APART = 0.62, LEAST_MM = 50, LABEL_GAP = 4, LABEL_SIDE = 12;
/* In the middle: of the radius, how far the field reaches from the centre, and where the line to a label
 * below begins. */
static const double FIELD_PART = 0.45, LEADER_PART = 0.6, LEAST_FIELD = 40, TOP_GAP = 6;
enum { MOST_CIRCLES = 3 };

struct circle {
    double x, y; /* centre, from the figure's top left */
    const struct block *item;
    const struct setting *label;
    double label_x, label_y, label_width;
};

struct figure_plan {
    size_t count;
    double radius, width, height;
    struct circle circles[MOST_CIRCLES];
    const struct setting *overlap; /* label of what they have in common, or NULL */
    double overlap_y, overlap_width;
    bool outside; /* it stands below the circles */
};

static void label_set(struct setter *setter, struct circle *circle, double x, double width)
{
    circle->label_x = x;
    circle->label_width = width;
    const struct span *strong = strong_spans(setter, item_spans(circle->item), circle->item->at);
    circle->label = set_spans(setter, strong, ROLE_PROMPT, width, ALIGN_CENTER);
}

/* How wide the lens of two circles is, so far above or below their centres. */
static double lens_width(const struct figure_plan *plan, double away)
{
    const double r = plan->radius;
    return 2 * (sqrt(MAX(r * r - away * away, 0)) - APART * r);
}

/* The overlap's label as high in the lens of two circles as its width allows, or in the middle of three.
 * Where it would take the room to write, it stands below the circles, and a line leads to it. */
static void overlap_place(struct setter *setter, const struct block *block, struct figure_plan *plan)
{
    const char *text = element_text(block->element, "overlap");
    if (!text || !*text || plan->count < 2)
        return;
    const double r = plan->radius, part = plan->count > 2 ? 0.62 : 0.86;
    const struct span *strong = strong_text(setter, text);
    plan->overlap_width = MAX(lens_width(plan, 0) * part, widest_word(setter, text, ROLE_PROMPT) + 1);
    plan->overlap = set_spans(setter, strong, ROLE_PROMPT, plan->overlap_width, ALIGN_CENTER);
    if (plan->count > 2) {
        plan->overlap_y = plan->circles[2].y - r + TOP_GAP;
        return;
    }
    const struct setting *lines = set_spans(setter, strong, ROLE_PROMPT, plan->overlap_width, ALIGN_LEFT);
    const double reach = APART * r + setting_width(lines) / 2 + 4, middle = plan->circles[0].y;
    plan->overlap_y = middle - sqrt(MAX(r * r - reach * reach, 0)) + 2;
    if (reach < r && plan->overlap_y + setting_height(lines) + LEAST_FIELD <= middle + FIELD_PART * r)
        return;
    plan->outside = true;
    plan->overlap_width = plan->width;
    plan->overlap = set_spans(setter, strong, ROLE_PROMPT, plan->width, ALIGN_CENTER);
    plan->overlap_y = plan->height + LABEL_GAP;
    plan->height = plan->overlap_y + setting_height(plan->overlap);
}

/* The circles of a diameter, in a figure as wide as they are; labels of the upper ones above, of the lower
 * one below. */
static struct figure_plan plan_make(struct setter *setter, const struct block *block, double width,
                                    double diameter)
{
    struct figure_plan plan = {.count = MIN(items_count(block), MOST_CIRCLES)};
    const double across = plan.count > 1 ? 1 + APART : 1;
    diameter = MIN(diameter, (width - 2) / across);
    plan.radius = diameter / 2;
    plan.width = diameter * across;
    const double step = diameter * APART, label = plan.count > 1 ? step - LABEL_SIDE : plan.width;
    const struct block *item = items_first(block);
    double above = 0;
    for (size_t i = 0; i < plan.count; i++, item = item->next) {
        struct circle *circle = &plan.circles[i];
        circle->item = item;
        circle->x = plan.radius + (i == 2 ? step / 2 : step * (double)i);
        if (i == 2)
            label_set(setter, circle, 0, plan.width);
        else
            label_set(setter, circle, circle->x - label / 2, label);
        if (i < 2)
            above = MAX(above, setting_height(circle->label) + LABEL_GAP);
    }
    plan.height = above;
    for (size_t i = 0; i < plan.count; i++) {
        struct circle *circle = &plan.circles[i];
        circle->y = above + plan.radius + (i == 2 ? step * sqrt(3) / 2 : 0);
        plan.height = MAX(plan.height, circle->y + plan.radius);
        circle->label_y = above - LABEL_GAP - setting_height(circle->label);
        if (i == 2) {
            circle->label_y = plan.height + LABEL_GAP;
            plan.height = circle->label_y + setting_height(circle->label);
        }
    }
    overlap_place(setter, block, &plan);
    plan.height += 2;
    return plan;
}

struct extent venn_measure(struct setter *setter, const struct block *block, double width)
{
    const double wanted = element_number(block->element, "diameter") * MM;
    const struct figure_plan least = plan_make(setter, block, width, MIN(wanted, LEAST_MM * MM));
    const struct figure_plan natural = plan_make(setter, block, width, wanted);
    return extent_make(setter, block, width, least.height, natural.height, false);
}

/* A field for the part of each circle that it does not share. */
static void own_fields(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    const double r = plan->radius;
    for (size_t i = 0; i < plan->count; i++) {
        const struct circle *circle = &plan->circles[i];
        const char *name = spans_text(blanks->on->setter->arena, item_spans(circle->item));
        struct area area = {x + circle->x - 0.68 * r, y + circle->y - 0.7 * r, 1.36 * r, 1.4 * r};
        if (plan->count > 1 && i < 2) {
            /* The near rim of the other circle is APART diameters less a radius away. */
            const double rim = (2 * APART - 1) * r;
            area.width = 0.72 * r + rim * 0.78;
            area.height = plan->count > 2 ? 0.7 * r : 1.2 * r;
            area.y = y + circle->y - (plan->count > 2 ? 0.55 : 0.6) * r;
            area.x = x + circle->x - (i ? rim * 0.78 : 0.72 * r);
        } else if (i == 2) {
            area = (struct area){x + circle->x - 0.6 * r, y + circle->y + 0.2 * r, 1.2 * r, 0.55 * r};
        }
        blank_next(blanks, FIELD_LINES, area, name);
    }
}

/* Of three circles, the part that two of them share without the third: opposite the third's centre. */
static void pair_fields(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    struct arena *arena = blanks->on->setter->arena;
    const double half = 0.2 * plan->radius;
    for (size_t third = MOST_CIRCLES; third-- > 0;) {
        const struct circle *a = &plan->circles[(third + 1) % MOST_CIRCLES],
                            *b = &plan->circles[(third + 2) % MOST_CIRCLES];
        const struct circle *c = &plan->circles[third];
        const double mx = (a->x + b->x) / 2, my = (a->y + b->y) / 2, away = hypot(mx - c->x, my - c->y);
        const double px = mx + (mx - c->x) / away * 0.3 * plan->radius,
                     py = my + (my - c->y) / away * 0.3 * plan->radius;
        const char *part = arena_printf(arena, "%s, %s", spans_text(arena, item_spans(a->item)),
                                        spans_text(arena, item_spans(b->item)));
        blank_next(blanks, FIELD_LINES, (struct area){x + px - half, y + py - half, 2 * half, 2 * half},
                   part);
    }
}

/* What is said of the part in common: its label, or all that share it. */
static const char *overlap_name(const struct blanks *blanks, const struct figure_plan *plan)
{
    struct arena *arena = blanks->on->setter->arena;
    const char *text = element_text(blanks->block->element, "overlap");
    if (text && *text)
        return text;
    text = spans_text(arena, item_spans(plan->circles[0].item));
    for (size_t i = 1; i < plan->count; i++)
        text = arena_printf(arena, "%s, %s", text, spans_text(arena, item_spans(plan->circles[i].item)));
    return text;
}

/* What all have in common: its label, and a field below it, as wide as the lens is at its ends. */
static void overlap_draw(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    const struct canvas *on = blanks->on;
    const struct circle *a = &plan->circles[0];
    const double middle = x + (a->x + plan->circles[1].x) / 2, centre = y + a->y, r = plan->radius;
    double top = plan->count > 2 ? y + plan->circles[2].y - r + TOP_GAP : centre - FIELD_PART * r;
    const double foot = centre + (plan->count > 2 ? 0.66 : FIELD_PART) * r;
    if (plan->overlap) {
        setting_paint(on->setter, on->page, plan->overlap, middle - plan->overlap_width / 2,
                      y + plan->overlap_y);
        if (!plan->outside)
            top = MAX(top, y + plan->overlap_y + setting_height(plan->overlap) + 2);
    }
    if (plan->outside) {
        const double dot = centre + LEADER_PART * r;
        draw_disc(on, middle, dot, 1.75, draw_ink(on->setter->style));
        draw_line(on, middle, dot, middle, y + plan->overlap_y - 1, draw_weight, draw_ink(on->setter->style));
    }
    const double width =
        plan->count > 2 ? 0.4 * r : MIN(lens_width(plan, top - centre), lens_width(plan, foot - centre)) - 6;
    blank_next(blanks, FIELD_LINES, (struct area){middle - width / 2, top, width, MAX(foot - top, 15)},
               overlap_name(blanks, plan));
}

void venn_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const double wanted = element_number(block->element, "diameter") * MM, least = LEAST_MM * MM;
    struct figure_plan plan = plan_make(setter, block, canvas->width, wanted);
    for (int i = 0; i < 8 && plan.height > below.height && 2 * plan.radius > least; i++)
        plan = plan_make(setter, block, canvas->width,
                         MAX(2 * plan.radius - (plan.height - below.height), least));
    const double x = below.x + (below.width - plan.width) / 2,
                 y = below.y + MAX(below.height - plan.height, 0) / 2;
    const struct colour ink = draw_ink(setter->style);
    for (size_t i = 0; i < plan.count; i++) {
        const struct circle *circle = &plan.circles[i];
        setting_paint(setter, canvas->page, circle->label, x + circle->label_x, y + circle->label_y);
        draw_circle(canvas, x + circle->x, y + circle->y, plan.radius, 1, ink, false);
    }
    struct blanks blanks = {canvas, block, 0};
    own_fields(&blanks, &plan, x, y);
    if (plan.count == MOST_CIRCLES)
        pair_fields(&blanks, &plan, x, y);
    if (plan.count < 2)
        return;
    overlap_draw(&blanks, &plan, x, y);
}
