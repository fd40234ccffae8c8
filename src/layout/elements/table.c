/* table: a table whose empty cells are blanks to write in. */
#include <glib.h>

#include "layout/elements/table_plan.h"
#include "layout/tag.h"

static const double GAP = 2;

struct extent table_measure(struct setter *setter, const struct block *block, double width)
{
    struct table_plan plan;
    double least = 0, natural = 0;
    if (table_plan_make(setter, block, width, &plan)) {
        least = natural = plan.head_height + plan.example_height + GAP;
        for (size_t r = 0; r < plan.rows; r++) {
            least += plan.heights[r].least;
            natural += plan.heights[r].natural;
        }
    }
    return extent_make(setter, block, width, least, natural, true);
}

/* What a screen reader says of a cell: its column's head and its row's first words, or number. */
static const char *cell_part(struct setter *setter, const struct table_plan *plan, const struct block *row,
                             size_t number, size_t column)
{
    const char *head = "", *first = NULL;
    size_t i = 0;
    for (const struct block *cell = plan->head->children; cell && i <= column; cell = cell->next, i++)
        if (i == column && cell->spans)
            head = spans_text(setter->arena, cell->spans);
    for (const struct block *cell = row ? row->children : NULL; cell && !first; cell = cell->next)
        if (cell->spans)
            first = spans_text(setter->arena, cell->spans);
    if (!first)
        first = arena_printf(setter->arena, "%zu", number + 1);
    return *head ? arena_printf(setter->arena, "%s, %s", head, first) : first;
}

static void head_draw(const struct canvas *on, const struct table_plan *plan)
{
    struct setter *setter = on->setter;
    double x = on->x;
    size_t i = 0;
    struct page_tag *tag = tag_open(setter, TAG_ROW);
    page_add(setter->arena, on->page,
             (struct item){.kind = ITEM_BOX,
                           .x = on->x,
                           .y = on->y,
                           .width = on->width,
                           .height = plan->head_height,
                           .filled = true,
                           .fill = draw_tint(setter->style)});
    for (const struct block *cell = plan->head->children; cell && i < plan->columns; cell = cell->next, i++) {
        tag_open_cell(setter, tag, cell->spans != NULL, TAG_SCOPE_COLUMN);
        if (cell->spans) {
            const struct setting *words = table_head_set(setter, cell, plan->widths[i]);
            setting_paint(setter, on->page, words, x + TABLE_PAD,
                          on->y + plan->head_height - TABLE_HEAD_PAD - setting_height(words));
        }
        tag_close(setter);
        x += plan->widths[i];
    }
    tag_close(setter);
}

/* `row` is NULL for one that was added. */
static void row_draw(struct blanks *blanks, const struct table_plan *plan, const struct block *row,
                     size_t number, double y, double height)
{
    const struct canvas *on = blanks->on;
    const struct block *cell = row ? row->children : NULL;
    double x = on->x;
    struct page_tag *tag = tag_open(on->setter, TAG_ROW);
    for (size_t i = 0; i < plan->columns; i++) {
        const double width = plan->widths[i];
        tag_open_cell(on->setter, tag, i == 0 && plan->columns > 1 && cell && cell->spans, TAG_SCOPE_ROW);
        if (cell && cell->spans) {
            const struct setting *words = table_cell_set(on->setter, cell, width);
            /* Words are centred in a row for one written line, and stand at the top of a higher one. */
            const double free = height - setting_height(words);
            setting_paint(on->setter, on->page, words, x + TABLE_PAD, y + (free < 18 ? free / 2 : TABLE_PAD));
        } else {
            const struct area area = {x + 2, y + 2, width - 4, height - 4};
            blank_writing(blanks, area, cell_part(on->setter, plan, row, number, i));
        }
        tag_close(on->setter);
        x += width;
        cell = cell ? cell->next : NULL;
    }
    tag_close(on->setter);
}

/* Tinted like the head: it is printed, and nothing is to be written there. */
static void example_row_draw(const struct canvas *on, const struct table_plan *plan, double y)
{
    double x = on->x;
    struct page_tag *tag = tag_open(on->setter, TAG_ROW);
    draw_panel(on, (struct area){on->x, y, on->width, plan->example_height}, 0);
    for (size_t i = 0; i < plan->columns; i++) {
        tag_open_cell(on->setter, tag, false, TAG_SCOPE_ROW);
        example_draw(on, &plan->example, i, x + TABLE_PAD, y, plan->widths[i] - 2 * TABLE_PAD);
        tag_close(on->setter);
        x += plan->widths[i];
    }
    tag_close(on->setter);
}

static void grid_draw(const struct canvas *on, const struct table_plan *plan, double top, double bottom)
{
    const struct colour rule = on->setter->style->rule;
    double x = on->x;
    for (size_t i = 0; i + 1 < plan->columns; i++) {
        x += plan->widths[i];
        draw_line(on, x, top, x, bottom, draw_weight, rule);
    }
    draw_edge(on, (struct area){on->x, top, on->width, bottom - top});
}

void table_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    struct table_plan plan;
    const struct canvas below = prompt_draw(canvas, block);
    if (!table_plan_make(setter, block, canvas->width, &plan))
        return;
    double *heights = ARENA_ARRAY(setter->arena, double, plan.rows);
    const double above = plan.head_height + plan.example_height;
    share_height(plan.heights, plan.rows, below.height - above - GAP, heights);
    struct blanks blanks = {canvas, block, 0};
    const struct block *row = plan.body;
    const double left = canvas->x, right = left + canvas->width, head = below.y + plan.head_height;
    double y = below.y + above;
    tag_open(setter, TAG_TABLE);
    if (plan.headed)
        head_draw(&below, &plan);
    if (plan.example.count)
        example_row_draw(canvas, &plan, head);
    for (size_t r = 0; r < plan.rows; r++) {
        if (r || plan.example.count)
            draw_line(canvas, left, y, right, y, draw_weight, setter->style->rule);
        row_draw(&blanks, &plan, row, r, y, heights[r]);
        y += heights[r];
        row = row ? row->next : NULL;
    }
    tag_close(setter);
    if (plan.headed)
        draw_line(canvas, left, head, right, head, draw_weight, draw_ink(setter->style));
    grid_draw(canvas, &plan, below.y, y);
}
