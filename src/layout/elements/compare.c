/* compare: pairs side by side: before and after, left and right. */
#include <glib.h>

#include "layout/elements/example.h"

static const double GUTTER = 26, PLAIN_GUTTER = 10, ROW_GAP = 6, HEAD_PAD = 3, CELL_PAD = 6, TOPIC_GAP = 8;
static const double LEAST_ROW_MM = 10, TOPIC_PART = 0.22, MOST_TOPIC_PART = 0.4, TOPIC_LEAST = 60;

struct plan {
    size_t rows;
    bool arrow;
    double topics, cell, gutter; /* widths; topics: with the gap after it, 0 when none are printed */
    const struct setting *left, *right;
    double head; /* height, 0: no heads */
    struct example example;
    double example_row; /* its height, with the gap after it; 0: none */
    struct extent *heights;
};

static const struct setting *head_set(struct setter *setter, const struct block *block, const char *name,
                                      double width)
{
    const char *text = element_text(block->element, name);
    return text && *text
               ? set_spans(setter, strong_text(setter, text), ROLE_TABLE, width - 2 * CELL_PAD, ALIGN_LEFT)
               : NULL;
}

static void plan_topics(struct setter *setter, const struct block *block, struct plan *plan, double width)
{
    double widest = 0, wanted = TOPIC_LEAST;
    for (const struct block *item = block_items(block); item; item = item->next) {
        const struct span *spans = item_spans(item);
        const struct setting *line = set_spans(setter, spans, ROLE_PROMPT, NO_LIMIT, ALIGN_LEFT);
        widest = MAX(widest, widest_word(setter, spans_text(setter->arena, spans), ROLE_PROMPT));
        wanted = MAX(wanted, setting_width(line) + 1);
    }
    if (plan->rows > block_items_count(block)) /* some are to be written in */
        wanted = MAX(wanted, width * TOPIC_PART);
    if (block_items_count(block) || element_flag(block->element, "topics"))
        plan->topics = MAX(MIN(wanted, width * TOPIC_PART), MIN(widest, width * MOST_TOPIC_PART)) + TOPIC_GAP;
}

static const struct setting *topic_set(struct setter *setter, const struct plan *plan,
                                       const struct block *item)
{
    return set_spans(setter, item_spans(item), ROLE_PROMPT, plan->topics - TOPIC_GAP, ALIGN_LEFT);
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.rows = (size_t)MAX(element_integer(block->element, "rows"), 1)};
    plan.rows = MAX(plan.rows, block_items_count(block));
    plan.arrow = element_flag(block->element, "arrow");
    plan.gutter = plan.arrow ? GUTTER : PLAIN_GUTTER;
    plan_topics(setter, block, &plan, width);
    plan.cell = (width - plan.topics - plan.gutter) / 2;
    plan.left = head_set(setter, block, "left", plan.cell);
    plan.right = head_set(setter, block, "right", plan.cell);
    const double left = plan.left ? setting_height(plan.left) : 0,
                 right = plan.right ? setting_height(plan.right) : 0;
    plan.head = left + right > 0 ? MAX(left, right) + 2 * HEAD_PAD + ROW_GAP : 0;
    plan.example = example_of(setter, block);
    plan.example.count = MIN(plan.example.count, 2);
    const double inside[] = {plan.cell - 2 * CELL_PAD, plan.cell - 2 * CELL_PAD};
    const double sample = example_height(setter, &plan.example, inside);
    plan.example_row = sample > 0 ? sample + ROW_GAP : 0;
    plan.heights = ARENA_ARRAY(setter->arena, struct extent, plan.rows);
    const double wanted = element_number(block->element, "height") * MM,
                 least = MIN(wanted, LEAST_ROW_MM * MM);
    const struct block *item = block_items(block);
    for (size_t i = 0; i < plan.rows; i++) {
        const double topic = item ? setting_height(topic_set(setter, &plan, item)) : 0;
        plan.heights[i] = (struct extent){.least = MAX(least, topic) + ROW_GAP, .natural = MAX(wanted, topic) + ROW_GAP};
        item = item ? item->next : NULL;
    }
    return plan;
}

struct extent compare_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    double least = plan.head + plan.example_row, natural = least;
    for (size_t i = 0; i < plan.rows; i++) {
        least += plan.heights[i].least;
        natural += plan.heights[i].natural;
    }
    return extent_make(setter, block, width, least, natural, true);
}

static void head_draw(const struct canvas *on, const struct setting *words, const struct plan *plan, double x,
                      double y)
{
    const double height = plan->head - ROW_GAP;
    draw_panel(on, (struct area){x, y, plan->cell, height}, draw_corner);
    if (words)
        paint_centred(on, words, x + CELL_PAD, y + height / 2);
}

static void example_row_draw(const struct canvas *on, const struct plan *plan, double y)
{
    const double left = on->x + plan->topics, right = left + plan->cell + plan->gutter;
    const double height = plan->example_row - ROW_GAP;
    for (size_t i = 0; i < 2; i++) {
        const double x = i ? right : left;
        draw_panel(on, (struct area){x, y, plan->cell, height}, draw_corner);
        example_draw(on, &plan->example, i, x + CELL_PAD, y, plan->cell - 2 * CELL_PAD);
    }
    if (plan->arrow)
        draw_arrow(on, left + plan->cell + 5, y + height / 2, right - 5, y + height / 2, on->setter->style->accent);
}

/* What is said of a cell: the head of its side and its topic, or number. */
static const char *cell_part(const struct blanks *blanks, const char *side, const struct block *item,
                             size_t number)
{
    struct setter *setter = blanks->on->setter;
    const char *head = element_text(blanks->block->element, side);
    const char *row =
        item ? spans_text(setter->arena, item_spans(item)) : arena_printf(setter->arena, "%zu", number + 1);
    return head && *head ? arena_printf(setter->arena, "%s, %s", head, row) : row;
}

static void row_draw(struct blanks *blanks, const struct plan *plan, const struct block *item, size_t number,
                     double y, double height)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double left = on->x + plan->topics, right = left + plan->cell + plan->gutter,
                 middle = y + height / 2;
    if (item) {
        paint_centred(on, topic_set(setter, plan, item), on->x, middle);
    } else if (plan->topics > 0) {
        const double width = plan->topics - TOPIC_GAP, rule = middle + 6;
        draw_rule(on, on->x, rule, width);
        blank_next(blanks, FIELD_LINE, (struct area){on->x, rule - 16, width, 15.5},
                   arena_printf(setter->arena, "%zu", number + 1));
    }
    const char *const sides[] = {"left", "right"};
    for (size_t i = 0; i < 2; i++) {
        const struct area cell = {i ? right : left, y, plan->cell, height};
        draw_frame(on, cell);
        const struct area inside = {cell.x + 3, cell.y + 2, cell.width - 6, cell.height - 4};
        blank_writing(blanks, inside, cell_part(blanks, sides[i], item, number));
        if (!i && plan->arrow)
            draw_arrow(on, left + plan->cell + 5, middle, right - 5, middle, setter->style->accent);
    }
}

void compare_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(setter, block, canvas->width);
    double *heights = ARENA_ARRAY(setter->arena, double, plan.rows);
    share_height(plan.heights, plan.rows, below.height - plan.head - plan.example_row, heights);
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    if (plan.head > 0) {
        head_draw(canvas, plan.left, &plan, canvas->x + plan.topics, y);
        head_draw(canvas, plan.right, &plan, canvas->x + plan.topics + plan.cell + plan.gutter, y);
        y += plan.head;
    }
    if (plan.example_row > 0) {
        example_row_draw(canvas, &plan, y);
        y += plan.example_row;
    }
    const struct block *item = block_items(block);
    for (size_t i = 0; i < plan.rows; i++) {
        row_draw(&blanks, &plan, item, i, y + draw_weight / 2, heights[i] - ROW_GAP);
        y += heights[i];
        item = item ? item->next : NULL;
    }
}
