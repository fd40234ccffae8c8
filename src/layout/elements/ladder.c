/* ladder: steps from the bottom up. A step stands on its rung: its number between the rails, its name and
 * rules to write on beside them, and before them a box to tick. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double MARK_GAP = 9, RAILS = 34, RAILS_GAP = 12, RAIL = 1.5,
                    RAIL_END = 9; /* widths; of a rail above a rung */
static const double NAME_GAP = 10, NAME_PART = 0.42, LEAST_BESIDE = 300, LIFT = 3;
static const double LEAST_ROW_MM = 10, ROW_GAP = 6, NAME_PULL = 3;
enum { MOST_STEPS = 8 };

struct step {
    const struct block *item;   /* or NULL: one to be named */
    const struct setting *name; /* or NULL */
    struct extent height;
};

struct plan {
    size_t count, lines;
    double mark; /* width of the boxes to tick, with the gap after them; 0: none */
    double left; /* where the words begin */
    double name; /* width of the names, where they stand before the rules; 0: above them */
    double room; /* of the words and rules together */
    struct step steps[MOST_STEPS];
};

/* Names stand before the rules where there is room for both. */
static double name_width(struct setter *setter, const struct block *block, double room)
{
    double widest = 0, wanted = 0;
    for (const struct block *item = block_items(block); item; item = item->next) {
        const struct span *spans = item_spans(item);
        const struct setting *line = set_spans(setter, spans, ROLE_PROMPT, NO_LIMIT, ALIGN_LEFT);
        widest = MAX(widest, widest_word(setter, spans_text(setter->arena, spans), ROLE_PROMPT));
        wanted = MAX(wanted, setting_width(line) + 1);
    }
    const double width = MIN(wanted, MAX(room * NAME_PART, widest));
    return room >= LEAST_BESIDE && width <= room / 2 ? width : 0;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    const double spacing = setter->style->rule_spacing, row = LEAST_ROW_MM * MM;
    double natural = row;
    struct plan plan = {.count = (size_t)element_integer(block->element, "steps"),
                        .lines = (size_t)element_integer(block->element, "lines")};
    plan.count = MIN(MAX(plan.count, block_items_count(block)), MOST_STEPS);
    plan.mark = element_flag(block->element, "mark") ? setter->style->check_size + MARK_GAP : 0;
    plan.left = plan.mark + RAILS + RAILS_GAP;
    plan.room = width - plan.left;
    plan.name = name_width(setter, block, plan.room);
    const struct block *item = block_items(block);
    for (size_t i = 0; i < plan.count; i++) {
        struct step *step = &plan.steps[i];
        double words = 0, rules = spacing * (double)plan.lines;
        if (item) {
            step->item = item;
            step->name = set_spans(setter, item_spans(item), words_role(item_spans(item)),
                                   plan.name > 0 ? plan.name : plan.room, ALIGN_LEFT);
            words = setting_height(step->name);
            item = item->next;
        }
        const double least = plan.name > 0 ? MAX(words + LIFT, rules) : MAX(words - NAME_PULL, 0) + rules;
        step->height.least = MAX(least, row);
        natural = MAX(natural, least + ROW_GAP);
    }
    for (size_t i = 0; i < plan.count; i++) /* rungs of a ladder are evenly apart where there is room */
        plan.steps[i].height.natural = natural;
    return plan;
}

struct extent ladder_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    double least = RAIL_END + 1, natural = RAIL_END + 1;
    for (size_t i = 0; i < plan.count; i++) {
        least += plan.steps[i].height.least;
        natural += plan.steps[i].height.natural;
    }
    return extent_make(setter, block, width, least, natural, true);
}

/* The name of a step whose rung is at y, and the rules beside it or below it. Where none is given the rules
 * begin at the ladder. */
static void words_draw(struct blanks *blanks, const struct plan *plan, const struct step *step, double y,
                       const char *part)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double spacing = setter->style->rule_spacing, rules = spacing * (double)plan->lines;
    const double right = on->x + plan->left + plan->room;
    double left = on->x + plan->left;
    if (step->name) {
        const double baseline = role_baseline(setter->style, words_role(item_spans(step->item)));
        const double above = setting_height(step->name) - setting_leading(step->name); /* its last line */
        setting_paint(setter, on->page, step->name, left,
                      plan->name > 0 ? y - LIFT - baseline - above
                                     : y - rules - setting_height(step->name) + NAME_PULL);
        left += plan->name > 0 ? plan->name + NAME_GAP : 0;
    }
    for (size_t i = 0; i < plan->lines; i++)
        draw_rule(on, left, y - spacing * (double)i, right - left);
    blank_ruled(blanks, (struct area){left, y - rules + 3, right - left, rules - 3}, spacing,
                part);
}

static void step_draw(struct blanks *blanks, const struct plan *plan, size_t number, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const struct step *step = &plan->steps[number];
    const double rails = on->x + plan->mark, check = setter->style->check_size;
    const char *count = arena_printf(setter->arena, "%zu", number + 1), *part = count;
    if (step->item)
        part =
            arena_printf(setter->arena, "%s, %s", count, spans_text(setter->arena, item_spans(step->item)));
    draw_line(on, rails, y, rails + RAILS, y, RAIL, draw_ink(setter->style));
    if (plan->mark > 0) {
        const double top = y - LIFT - check + 2;
        draw_check(on, on->x, top);
        blank_next(blanks, FIELD_CHECK, (struct area){on->x, top, check, check}, part);
    }
    setting_paint(setter, on->page,
                  set_spans(setter, strong_text(setter, count), ROLE_PROMPT, RAILS, ALIGN_CENTER), rails,
                  y - LIFT - role_baseline(setter->style, ROLE_PROMPT));
    words_draw(blanks, plan, step, y, part);
}

void ladder_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(setter, block, canvas->width);
    struct extent rows[MOST_STEPS];
    double heights[MOST_STEPS];
    for (size_t i = 0; i < plan.count; i++)
        rows[i] = plan.steps[i].height;
    share_height(rows, plan.count, below.height - RAIL_END - 1, heights);
    struct blanks blanks = {canvas, block, 0};
    const struct colour ink = draw_ink(setter->style);
    const double bottom = below.y + below.height - 1;
    for (int side = 0; side < 2; side++) {
        const double x = canvas->x + plan.mark + (side ? RAILS - RAIL : RAIL);
        draw_line(canvas, x, below.y, x, bottom, RAIL, ink);
    }
    double y = bottom - RAIL_END;
    for (size_t i = 0; i < plan.count; i++) {
        step_draw(&blanks, &plan, i, y);
        y -= heights[i];
    }
}
