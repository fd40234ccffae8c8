/* table: ordinary tables in the text. (Tables to write in are elements of the worksheet kit.) */
#include <math.h>

#include "layout/flow.h"

static const double CELL_GAP = 12, ROW_PAD = 2.5;

struct row_slab {
    const struct setting **cells;
    const double *x;
    size_t count;
    double width;
    bool head, last;
};

static void paint_row(struct setter *setter, struct page *page, const struct slab *slab, const struct frame *frame, double y)
{
    const struct row_slab *row = slab->what;
    const struct style *style = setter->style;
    const double x = frame->x + slab->x;
    if (row->head)
        page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = row->width, .line_width = 0.75, .stroke = style->text});
    for (size_t i = 0; i < row->count; i++)
        setting_paint(setter, page, row->cells[i], x + row->x[i], y + ROW_PAD);
    const bool strong = row->head || row->last;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y + slab->height, .width = row->width,
                                                .line_width = strong ? 0.75 : 0.4, .stroke = strong ? style->text : style->rule});
}

/* Widths in proportion to the square root of what the columns hold: long cells wrap, short ones do not starve. */
static void column_widths(struct flow *flow, const struct block *block, double *widths)
{
    const size_t columns = block->table->columns;
    const double room = flow->width - CELL_GAP * (double)(columns - 1);
    double sum = 0;
    for (size_t i = 0; i < columns; i++)
        widths[i] = 1;
    for (const struct block *row = block->children; row; row = row->next) {
        size_t i = 0;
        for (const struct block *cell = row->children; cell && i < columns; cell = cell->next, i++) {
            const struct setting *line = set_spans(flow->setter, cell->spans, ROLE_TABLE, 1e5, ALIGN_LEFT);
            widths[i] = MAX(widths[i], sqrt(setting_width(line)));
        }
    }
    for (size_t i = 0; i < columns; i++)
        sum += widths[i];
    for (size_t i = 0; i < columns; i++)
        widths[i] *= room / sum;
}

static struct span *as_head(struct flow *flow, const struct block *cell)
{
    struct span *strong = ARENA_NEW(flow->setter->arena, struct span);
    *strong = (struct span){.kind = SPAN_STRONG, .at = cell->at, .children = cell->spans};
    return strong;
}

static void flow_row(struct flow *flow, const struct block *block, const struct block *row, const double *widths, const double *x)
{
    struct setter *setter = flow->setter;
    const size_t columns = block->table->columns;
    struct row_slab *set = ARENA_NEW(setter->arena, struct row_slab);
    set->head = row == block->children;
    set->last = !row->next;
    set->width = flow->width;
    set->x = x;
    set->cells = ARENA_ARRAY(setter->arena, const struct setting *, columns);
    double height = setter->style->look[ROLE_TABLE].leading;
    for (const struct block *cell = row->children; cell && set->count < columns; cell = cell->next) {
        const enum align align = cell->align == ALIGN_DEFAULT ? ALIGN_LEFT : cell->align;
        const struct setting *lines = set_spans(setter, set->head ? as_head(flow, cell) : cell->spans, ROLE_TABLE, widths[set->count], align);
        set->cells[set->count++] = lines;
        height = MAX(height, setting_height(lines));
    }
    struct slab slab = {.height = height + 2 * ROW_PAD, .paint = paint_row, .what = set, .keep = !set->head && !flow->keep_next};
    flow_feet(flow, &slab, set->cells, set->count);
    flow_add(flow, slab);
}

void flow_table(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    const size_t columns = block->table->columns;
    double *widths = ARENA_ARRAY(setter->arena, double, columns);
    double *x = ARENA_ARRAY(setter->arena, double, columns);
    column_widths(flow, block, widths);
    for (size_t i = 1; i < columns; i++)
        x[i] = x[i - 1] + widths[i - 1] + CELL_GAP;
    flow_gap(flow);
    const guint first = flow->slabs->len;
    double height = 0;
    size_t rows = 0;
    for (const struct block *row = block->children; row; row = row->next, rows++)
        flow_row(flow, block, row, widths, x);
    for (guint i = first; i < flow->slabs->len; i++)
        height += g_array_index(flow->slabs, struct slab, i).height;
    /* A table that would fill most of a page may be divided between rows. */
    if (height > setter->style->leading * setter->style->lines * 0.6)
        for (guint i = first + 2; i + 1 < flow->slabs->len; i++)
            g_array_index(flow->slabs, struct slab, i).keep = false;
    const double leading = setter->style->leading;
    flow->space += leading + ceil(height / leading - 1e-6) * leading - height;
    flow->indent = false;
}
