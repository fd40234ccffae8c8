/* strips: a draft in labelled strips of ruled lines, and a box for its final version. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

static const double GAP = 8, LEAST_GAP = 4, LABEL_GAP = 10, FOOT = 2, INSIDE = 4;
/* Labels stand before their lines while there is this much room for lines, and above them where there is
 * less. */
static const double LEAST_LINE = 55 * MM, LABEL_PART = 0.24, LEAST_LABEL = 64, LABEL_SIDES = 12;
static const double LEAST_BOX_MM = 30, COUNT_MM = 25;
enum { MOST_STRIPS = 8 };

struct plan {
    size_t count;
    const struct block *items[MOST_STRIPS];
    const struct setting *labels[MOST_STRIPS];
    double label;                /* width of the labels before the lines; 0: above */
    int lines;                   /* of each strip */
    const struct setting *title; /* of the box, or NULL */
    double box, least_box;       /* heights with what the title adds; 0: none */
    double words;                /* height of the row with the number of words, or 0 */
    struct starter number;
    size_t gaps;
};

static double strip_label_width(struct setter *setter, const struct plan *plan, double width)
{
    double wanted = LEAST_LABEL;
    for (size_t i = 0; i < plan->count; i++) {
        const char *text = spans_text(setter->arena, item_spans(plan->items[i]));
        const double whole = text_width(setter, text, ROLE_TABLE) * 1.08 + LABEL_SIDES; /* semibold */
        wanted = MAX(
            wanted, MAX(MIN(whole, width * LABEL_PART), widest_word(setter, text, ROLE_TABLE) + LABEL_SIDES));
    }
    return wanted + LABEL_GAP + LEAST_LINE <= width ? wanted : 0;
}

static double strip_height(const struct setter *setter, const struct plan *plan, size_t i, int lines)
{
    const double ruled = lines * setter->style->rule_spacing, label = band_height(plan->labels[i]);
    return plan->label > 0 ? MAX(ruled, label) : ruled + label;
}

static double strips_height(const struct setter *setter, const struct plan *plan, int lines)
{
    double height = 0;
    for (size_t i = 0; i < plan->count; i++)
        height += strip_height(setter, plan, i, lines);
    return height;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.lines = element_integer(block->element, "lines")};
    for (const struct block *item = block_items(block); item && plan.count < MOST_STRIPS; item = item->next)
        plan.items[plan.count++] = item;
    plan.label = strip_label_width(setter, &plan, width);
    for (size_t i = 0; i < plan.count; i++)
        plan.labels[i] = band_set(setter, item_spans(plan.items[i]), plan.label > 0 ? plan.label : width);
    plan.title = box_title_set(setter, block, "final", width);
    if (plan.title) {
        const double wanted = element_number(block->element, "height") * MM;
        plan.box = wanted + box_title_height(plan.title);
        plan.least_box = MIN(wanted, LEAST_BOX_MM * MM) + box_title_height(plan.title);
    }
    if (element_flag(block->element, "count")) {
        plan.number =
            starter_make(setter, block, words_get(setter->words, WORD_NUMBER_OF_WORDS), width, COUNT_MM * MM);
        plan.words = plan.number.height;
    }
    plan.gaps = plan.count - 1 + (plan.box > 0);
    return plan;
}

struct extent strips_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const double gaps = (double)plan.gaps;
    const double least = strips_height(setter, &plan, 1) + gaps * LEAST_GAP + plan.least_box;
    const double natural = strips_height(setter, &plan, plan.lines) + gaps * GAP + plan.box;
    return extent_make(setter, block, width, least + plan.words + FOOT, natural + plan.words + FOOT, true);
}

static void strip_draw(struct blanks *blanks, const struct plan *plan, size_t i, double y)
{
    const struct canvas *on = blanks->on;
    const double height = strip_height(on->setter, plan, i, plan->lines),
                 label = band_height(plan->labels[i]);
    const double spacing = on->setter->style->rule_spacing, ruled = plan->lines * spacing;
    const char *part = spans_text(on->setter->arena, item_spans(plan->items[i]));
    if (plan->label > 0) {
        const double left = plan->label + LABEL_GAP;
        band_draw(on, plan->labels[i], (struct area){on->x, y, plan->label, height});
        ruled_draw(blanks, on->x + left, y + height - ruled, on->width - left, plan->lines, spacing, part);
    } else {
        band_draw(on, plan->labels[i], (struct area){on->x, y, on->width, label});
        ruled_draw(blanks, on->x, y + label, on->width, plan->lines, spacing, part);
    }
}

static void final_draw(struct blanks *blanks, const struct plan *plan, double y, double height)
{
    const double half = draw_weight / 2;
    const struct canvas *on = blanks->on;
    const struct area box = titled_box_draw(
        on, plan->title, (struct area){on->x + half, y + half, on->width - draw_weight, height - draw_weight},
        false);
    blank_next(blanks, FIELD_LINES,
               (struct area){box.x + INSIDE, box.y + INSIDE, box.width - 2 * INSIDE, box.height - 2 * INSIDE},
               given_text(blanks->block, "final"));
}

/* Takes what is missing from the gaps, then from the box, then from the lines; what is left over goes to the
 * box, or to the lines where there is none. Returns the gap. */
static double fit(struct setter *setter, struct plan *plan, double height)
{
    const double room = height - plan->words - FOOT, gaps = (double)plan->gaps;
    while (plan->lines > 1 &&
           strips_height(setter, plan, plan->lines) + gaps * LEAST_GAP + plan->least_box > room + 0.5)
        plan->lines--;
    while (plan->box <= 0 && strips_height(setter, plan, plan->lines + 1) + gaps * GAP <= room)
        plan->lines++;
    const double left = room - strips_height(setter, plan, plan->lines);
    if (plan->box <= 0)
        return CLAMP(left / gaps, 0, 2 * GAP);
    const double gap = CLAMP((left - plan->box) / gaps, LEAST_GAP, GAP), box = left - gaps * gap;
    plan->box = box;
    return gap;
}

void strips_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    struct plan plan = plan_make(setter, block, canvas->width);
    const double gap = fit(setter, &plan, below.height);
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    for (size_t i = 0; i < plan.count; i++) {
        strip_draw(&blanks, &plan, i, y);
        y += strip_height(setter, &plan, i, plan.lines) + (i + 1 < plan.count || plan.box > 0 ? gap : 0);
    }
    if (plan.box > 0)
        final_draw(&blanks, &plan, y, plan.box);
    y += plan.box;
    if (plan.words > 0) {
        const double width = MIN(plan.number.left + COUNT_MM * MM, below.width);
        starter_draw(&blanks, &plan.number, below.x + below.width - width, y, width,
                     words_get(setter->words, WORD_NUMBER_OF_WORDS));
    }
}
