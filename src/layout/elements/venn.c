/* venn: two or three circles that overlap, labelled outside; the overlap's label stands in it, if it has
 * room. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

/* From centre to centre, in diameters: leaves the overlap wide enough to write in. */
static const double APART = 0.62, LABEL_GAP = 4, LABEL_SIDE = 12;
/* Of two circles, and of three, whose parts are smaller. */
static const double LEAST_MM = 50, LEAST_THREE_MM = 70;
/* In the middle: of the radius, how far the field reaches from the centre, and where the line to a label
 * below begins. */
static const double FIELD_PART = 0.38, LEADER_PART = 0.6, LEAST_FIELD = 40, TOP_GAP = 4;
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
    struct figure_plan plan = {.count = MIN(block_items_count(block), MOST_CIRCLES)};
    const double across = plan.count > 1 ? 1 + APART : 1;
    diameter = MIN(diameter, (width - 2) / across);
    plan.radius = diameter / 2;
    plan.width = diameter * across;
    const double step = diameter * APART, label = plan.count > 1 ? step - LABEL_SIDE : plan.width;
    const struct block *item = block_items(block);
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

static double least_diameter(const struct block *block)
{
    return (block_items_count(block) > 2 ? LEAST_THREE_MM : LEAST_MM) * MM;
}

static double wanted_diameter(const struct block *block)
{
    return MAX(element_number(block->element, "diameter") * MM, least_diameter(block));
}

struct extent venn_measure(struct setter *setter, const struct block *block, double width)
{
    const double wanted = wanted_diameter(block);
    const struct figure_plan least = plan_make(setter, block, width, least_diameter(block));
    const struct figure_plan natural = plan_make(setter, block, width, wanted);
    return extent_make(setter, block, width, least.height, natural.height, false);
}

/* Rectangles inside the parts of three circles, in radii from the first one's centre: found by search, for circles that
 * stand APART. Each circle alone; then the part that two share without it; last what all share. */
static const struct area three_own[] = {{-0.68, -0.68, 0.88, 0.80}, {1.04, -0.68, 0.88, 0.80}, {-0.08, 1.04, 1.40, 0.68}};
static const struct area three_pairs[] = {{0.88, 0.56, 0.56, 0.32}, {-0.20, 0.56, 0.56, 0.32}, {0.36, -0.40, 0.52, 0.44}};
static const struct area three_shared = {0.40, 0.10, 0.44, 0.40};

static struct area three_area(const struct figure_plan *plan, struct area part, double x, double y)
{
    const struct circle *first = &plan->circles[0];
    const double r = plan->radius;
    return (struct area){x + first->x + part.x * r, y + first->y + part.y * r, part.width * r, part.height * r};
}

/* A field for the part of each circle that it does not share. */
static void own_fields(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    /* The near rim of the other circle is APART diameters less a radius away. */
    const double r = plan->radius, rim = (2 * APART - 1) * r;
    for (size_t i = 0; i < plan->count; i++) {
        const struct circle *circle = &plan->circles[i];
        struct area area = {x + circle->x - 0.68 * r, y + circle->y - 0.7 * r, 1.36 * r, 1.4 * r};
        if (plan->count == MOST_CIRCLES)
            area = three_area(plan, three_own[i], x, y);
        else if (plan->count > 1)
            area = (struct area){x + circle->x - (i ? rim * 0.78 : 0.72 * r), y + circle->y - 0.6 * r, 0.72 * r + rim * 0.78, 1.2 * r};
        blank_next(blanks, FIELD_LINES, area, spans_text(blanks->on->setter->arena, item_spans(circle->item)));
    }
}

/* Of three circles, the part that two of them share without the third. */
static void pair_fields(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    struct arena *arena = blanks->on->setter->arena;
    for (size_t third = MOST_CIRCLES; third-- > 0;) {
        const struct block *a = plan->circles[(third + 1) % MOST_CIRCLES].item, *b = plan->circles[(third + 2) % MOST_CIRCLES].item;
        const char *part = arena_printf(arena, "%s, %s", spans_text(arena, item_spans(a)), spans_text(arena, item_spans(b)));
        blank_next(blanks, FIELD_LINES, three_area(plan, three_pairs[third], x, y), part);
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

/* The room for writing in what two have in common, as wide as the lens is at its ends. */
static struct area lens_area(const struct figure_plan *plan, double x, double y)
{
    const double middle = x + (plan->circles[0].x + plan->circles[1].x) / 2, centre = y + plan->circles[0].y;
    const double half = FIELD_PART * plan->radius, width = lens_width(plan, half) - 6;
    return (struct area){middle - width / 2, centre - half, width, 2 * half};
}

/* What all have in common: its label, and a field below it. */
static void overlap_draw(struct blanks *blanks, const struct figure_plan *plan, double x, double y)
{
    const struct canvas *on = blanks->on;
    struct area area = plan->count > 2 ? three_area(plan, three_shared, x, y) : lens_area(plan, x, y);
    const double middle = area.x + area.width / 2, foot = area.y + area.height;
    if (plan->overlap)
        setting_paint(on->setter, on->page, plan->overlap, middle - plan->overlap_width / 2, y + plan->overlap_y);
    if (plan->overlap && !plan->outside)
        area.y = MAX(area.y, y + plan->overlap_y + setting_height(plan->overlap) + 1);
    if (plan->outside) {
        const double dot = y + plan->circles[0].y + LEADER_PART * plan->radius;
        draw_disc(on, middle, dot, 1.75, draw_ink(on->setter->style));
        draw_line(on, middle, dot, middle, y + plan->overlap_y - 1, draw_weight, draw_ink(on->setter->style));
    }
    area.height = MAX(foot - area.y, 15);
    blank_next(blanks, FIELD_LINES, area, overlap_name(blanks, plan));
}

void venn_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const double least = least_diameter(block);
    struct figure_plan plan = plan_make(setter, block, canvas->width, wanted_diameter(block));
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
