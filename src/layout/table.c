/* table: ordinary tables in the text. (Tables to write in are elements of the worksheet kit.) */
#include <math.h>

#include "layout/flow.h"

static const double CELL_GAP = 12, ROW_PAD = 2.5;

/* Costs of dividing a table. */
static const double TURN = 30, TURN_SHORT = 800;

/* A row of cells, ready to paint. */
struct row {
    const struct setting **cells;
    size_t count;
    double height;
};

struct grid {
    struct row *rows;
    size_t row_count, columns;
    const double *x, *widths;
    double width;
};

static double paint_row(struct setter *setter, struct page *page, const struct grid *grid, size_t number, double x, double y)
{
    const struct row *row = &grid->rows[number];
    const struct style *style = setter->style;
    const bool head = number == 0, last = number + 1 == grid->row_count;
    if (head)
        page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = grid->width, .line_width = 0.75, .stroke = style->text});
    for (size_t i = 0; i < row->count; i++)
        setting_paint(setter, page, row->cells[i], x + grid->x[i], y + ROW_PAD);
    const bool strong = head || last;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y + row->height, .width = grid->width,
                                                .line_width = strong ? 0.75 : 0.4, .stroke = strong ? style->text : style->rule});
    return y + row->height;
}

static void paint_table(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                        const struct frame *frame)
{
    const struct grid *grid = slab->what;
    const double x = frame->x + slab->x;
    double y = showing->y;
    if (showing->from > 0) /* the head once more */
        y = paint_row(setter, page, grid, 0, x, y);
    for (size_t i = showing->from; i < showing->to; i++)
        y = paint_row(setter, page, grid, i, x, y);
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
            const struct setting *line = set_spans(flow->setter, cell->spans, ROLE_TABLE, NO_LIMIT, ALIGN_LEFT);
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

/* Of a page that begins with a row: dear where the table is short; and head and first row, and the
 * last two, stay together. */
static double turn_before(const struct grid *grid, size_t row)
{
    if (row == 1 || (row + 1 == grid->row_count && row > 2))
        return TURN_NEVER;
    return TURN + TURN_SHORT / (double)grid->row_count;
}

static void set_row(struct flow *flow, const struct block *block, const struct block *row, const struct grid *grid, struct row *set)
{
    struct setter *setter = flow->setter;
    set->cells = ARENA_ARRAY(setter->arena, const struct setting *, grid->columns);
    double height = setter->style->look[ROLE_TABLE].leading;
    for (const struct block *cell = row->children; cell && set->count < grid->columns; cell = cell->next) {
        const enum align align = cell->align == ALIGN_DEFAULT ? ALIGN_LEFT : cell->align;
        const struct span *spans = row == block->children ? as_head(flow, cell) : cell->spans;
        const struct setting *lines = set_spans(setter, spans, ROLE_TABLE, grid->widths[set->count], align);
        set->cells[set->count++] = lines;
        height = MAX(height, setting_height(lines));
    }
    set->height = height + 2 * ROW_PAD;
}

static struct grid *set_grid(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    struct grid *grid = ARENA_NEW(setter->arena, struct grid);
    grid->columns = block->table->columns;
    grid->width = flow->width;
    double *widths = ARENA_ARRAY(setter->arena, double, grid->columns);
    double *x = ARENA_ARRAY(setter->arena, double, grid->columns);
    column_widths(flow, block, widths);
    for (size_t i = 1; i < grid->columns; i++)
        x[i] = x[i - 1] + widths[i - 1] + CELL_GAP;
    grid->x = x;
    grid->widths = widths;
    size_t rows = 0;
    for (const struct block *row = block->children; row; row = row->next)
        rows++;
    grid->rows = ARENA_ARRAY(setter->arena, struct row, rows);
    for (const struct block *row = block->children; row; row = row->next)
        set_row(flow, block, row, grid, &grid->rows[grid->row_count++]);
    return grid;
}

static struct strip row_strip(struct flow *flow, const struct grid *grid, size_t number)
{
    const struct row *row = &grid->rows[number];
    struct strip strip = {.height = row->height, .turn = turn_before(grid, number)};
    GPtrArray *feet = g_ptr_array_new();
    for (size_t i = 0; i < row->count; i++)
        feet_call(flow->setter, row->cells[i], 0, setting_lines(row->cells[i]), feet);
    strip.foot_count = feet->len;
    strip.feet = arena_copy(flow->setter->arena, feet->pdata, feet->len * sizeof(gpointer));
    g_ptr_array_free(feet, TRUE);
    return strip;
}

void flow_table(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    const struct grid *grid = set_grid(flow, block);
    struct strip *strips = ARENA_ARRAY(setter->arena, struct strip, grid->row_count);
    struct way *way = ARENA_NEW(setter->arena, struct way);
    for (size_t i = 0; i < grid->row_count; i++) {
        strips[i] = row_strip(flow, grid, i);
        way->height += strips[i].height;
    }
    way->strips = strips;
    way->count = grid->row_count;
    const double line = setter->style->leading;
    if (!way->count)
        return;
    flow_add(flow, (struct slab){.before = line, .after = line, .repeat = strips[0].height, .grid = !flow->inside,
                                 .ways = way, .way_count = 1, .paint = paint_table, .what = grid});
    flow->space = MAX(0, whole_lines(setter, way->height) - way->height);
    flow->indent = false;
}
