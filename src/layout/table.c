/* table: ordinary tables in the text. (Tables to write in are elements of the worksheet kit.) */
#include <math.h>

#include "layout/caption.h"
#include "layout/flow.h"
#include "layout/tag.h"

/* Between columns: less where the words of a wide table need it. */
static const double CELL_GAP = 12, LEAST_GAP = 4;

/* A table with a column that has to divide its words and would be narrower than this is no table any more. */
static const double LEAST_COLUMN = 36;

static const double ROW_PAD = 2.5, CAPTION_GAP = 4;

/* A table of more than this part of a page does not float: it is divided where it stands. */
static const double FLOATS_AT_MOST = 0.6;

/* Costs of dividing a table. */
static const double TURN = 30, TURN_SHORT = 800, TURN_ROW = 60;

/* A row of so many lines may be divided. */
enum { LONG_ROW = 8 };

/* A row of cells, ready to paint. */
struct row {
    const struct setting **cells;
    size_t count, lines; /* lines: of the longest cell, at least 1 */
    bool head, first, last;
};

/* A strip of the table: one line of one row. */
struct row_line {
    const struct row *row;
    size_t line;
};

struct grid {
    struct row *rows;
    size_t row_count, head_count, columns;
    const struct row_line *lines;
    const double *x, *widths;
    double width, leading, gap;
    size_t head_lines; /* of all rows of the head */
    const struct setting *caption; /* the first strip, before the rows' lines; or NULL */
    bool wide; /* wider than there is room: reported already */
};

static bool ends_row(const struct row_line *line)
{
    return line->line + 1 == line->row->lines;
}

static double line_height(const struct grid *grid, const struct row_line *line)
{
    return grid->leading + (line->line == 0 ? ROW_PAD : 0) + (ends_row(line) ? ROW_PAD : 0);
}

static void paint_rule(struct setter *setter, struct page *page, const struct grid *grid, double x, double y, bool strong)
{
    const struct style *style = setter->style;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = grid->width, .line_width = strong ? 1 : HAIRLINE,
                                                .stroke = strong ? style->text : style->rule});
}

/* Paints a line of a row; returns where the next one goes. */
static double paint_line(struct setter *setter, struct page *page, const struct grid *grid, const struct row_line *line, double x, double y)
{
    const struct row *row = line->row;
    if (row->first && line->line == 0)
        paint_rule(setter, page, grid, x, y, true);
    const double text = y + (line->line == 0 ? ROW_PAD : 0);
    for (size_t i = 0; i < row->count; i++)
        if (line->line < setting_lines(row->cells[i]))
            setting_paint_line(setter, page, row->cells[i], line->line, x + grid->x[i], text);
    y += line_height(grid, line);
    if (ends_row(line))
        paint_rule(setter, page, grid, x, y, (row->head && !row[1].head) || row->last);
    return y;
}

static void paint_table(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                        const struct frame *frame)
{
    const struct grid *grid = slab->what;
    const double x = frame->x + slab->x;
    double y = showing->y;
    setter->again++;
    for (size_t i = 0; showing->from > 0 && slab->repeat > 0 && i < grid->head_lines; i++) /* the head once more */
        y = paint_line(setter, page, grid, &grid->lines[i], x, y);
    setter->again--;
    const size_t caption = grid->caption ? 1 : 0;
    if (caption && showing->from == 0 && showing->to > 0) {
        setting_paint(setter, page, grid->caption, x, y);
        y += showing->way->strips[0].height;
    }
    for (size_t i = MAX(showing->from, caption); i < showing->to; i++)
        y = paint_line(setter, page, grid, &grid->lines[i - caption], x, y);
    const struct row_line *last = showing->to > MAX(showing->from, caption) ? &grid->lines[showing->to - 1 - caption] : NULL;
    if (last && !(ends_row(last) && last->row->last))
        paint_rule(setter, page, grid, x, y, true); /* it goes on overleaf */
}

/* ---- columns ---- */

/* What a column needs: the longest part of a word, with hyphens between; the longest word; and all its cells on one
 * line. */
struct need {
    double part, word, most;
};

static struct span *as_head(struct flow *flow, const struct block *cell);

static struct need cell_need(struct flow *flow, const struct span *spans)
{
    return (struct need){spans_least_width(flow->setter, spans, ROLE_TABLE, true),
                         spans_least_width(flow->setter, spans, ROLE_TABLE, false),
                         setting_width(set_spans(flow->setter, spans, ROLE_TABLE, NO_LIMIT, ALIGN_LEFT))};
}

/* What columns have together, without the gaps between them. */
static struct need need_sum(const struct need *needs, size_t count)
{
    struct need sum = {0};
    for (size_t i = 0; i < count; i++) {
        sum.part += needs[i].part;
        sum.word += needs[i].word;
        sum.most += needs[i].most;
    }
    return sum;
}

/* Gives the columns under a cell what they lack for it, to each alike. */
static void widen(struct need *needs, size_t count, struct need wanted)
{
    if (count == 1) {
        needs->part = MAX(needs->part, wanted.part);
        needs->word = MAX(needs->word, wanted.word);
        needs->most = MAX(needs->most, wanted.most);
        return;
    }
    const struct need has = need_sum(needs, count);
    const double gaps = LEAST_GAP * (double)(count - 1), parts = (double)count;
    for (size_t i = 0; i < count; i++) {
        needs[i].part += MAX(0, wanted.part - gaps - has.part) / parts;
        needs[i].word += MAX(0, wanted.word - gaps - has.word) / parts;
        needs[i].most += MAX(0, wanted.most - gaps - has.most) / parts;
    }
}

/* Of cells in one column, and then of those that reach over several. */
static void column_needs(struct flow *flow, const struct block *block, struct need *needs, bool wide)
{
    size_t row_index = 0;
    for (const struct block *row = block->children; row; row = row->next, row_index++) {
        size_t i = 0;
        for (const struct block *cell = row->children; cell && i < block->table->columns; cell = cell->next, i++) {
            if (cell->covered || (cell->across > 1) != wide)
                continue;
            const bool head = row_index < block->table->heads || cell->scope;
            const struct need need = cell_need(flow, head ? as_head(flow, cell) : cell->spans);
            const size_t across = MIN((size_t)MAX(cell->across, 1), block->table->columns - i);
            widen(needs + i, across, need);
        }
    }
}

static void report_wide(struct flow *flow, const struct block *block, double needed, bool as_list)
{
    const char *hint = as_list ? "it is set as a list, cell after cell: give it fewer columns, or shorter words"
                               : "some are divided wherever a line is full: give it fewer columns, or shorter words";
    diags_report(flow->setter->diags, DIAG_WARNING, block->at, "table-wide", hint,
                 "the words of this table need %.0f mm, and there are %.0f", ceil(needed / MM), floor(flow->width / MM));
}

/* What is left is shared by the square root of what the columns would still like to have: long cells wrap, short ones do
 * not starve, and none gets more than all its cells need while another one lacks something. */
static void share_rest(const struct need *needs, size_t columns, double rest, double *widths)
{
    for (size_t pass = 0; pass <= columns && rest > 0.01; pass++) {
        double weights = 0, given = 0;
        for (size_t i = 0; i < columns; i++)
            weights += sqrt(MAX(0, needs[i].most - widths[i]));
        if (weights <= 0)
            break;
        for (size_t i = 0; i < columns; i++) {
            const double lacks = MAX(0, needs[i].most - widths[i]), more = MIN(lacks, rest * sqrt(lacks) / weights);
            widths[i] += more;
            given += more;
        }
        rest -= given;
    }
    for (size_t i = 0; i < columns && rest > 0.01; i++)
        widths[i] += rest / (double)columns;
}

/* Where even the parts are too wide: columns that need no more than their share get it, the others get alike. Returns
 * the least of these. */
static double share_little(const struct need *needs, size_t columns, double room, double *widths)
{
    size_t left = columns;
    for (size_t before = 0; left && left != before;) {
        const double share = room / (double)left;
        before = left;
        for (size_t i = 0; i < columns; i++) {
            if (widths[i] > 0 || needs[i].part > share)
                continue;
            widths[i] = MAX(needs[i].part, 1);
            room -= widths[i];
            left--;
        }
    }
    for (size_t i = 0; i < columns; i++)
        if (widths[i] <= 0)
            widths[i] = MAX(1, room / (double)left);
    return left ? room / (double)left : LEAST_COLUMN;
}

/* Every column gets room for its longest word, or where there is not that much for its longest part of one. False where
 * the columns would be too narrow to be read. */
static bool column_widths(struct flow *flow, const struct block *block, struct grid *grid, double *widths)
{
    const size_t columns = grid->columns;
    struct need *needs = ARENA_ARRAY(flow->setter->arena, struct need, columns);
    double words = 0, parts = 0;
    column_needs(flow, block, needs, false);
    column_needs(flow, block, needs, true);
    for (size_t i = 0; i < columns; i++) {
        words += needs[i].word;
        parts += needs[i].part;
    }
    const double gaps = (double)(columns - 1);
    grid->gap = columns > 1 ? CLAMP((flow->width - parts) / gaps, LEAST_GAP, CELL_GAP) : 0;
    const double room = MAX(flow->width - gaps * grid->gap, 1);
    if (parts > room) {
        grid->wide = true;
        const bool readable = share_little(needs, columns, room, widths) >= LEAST_COLUMN;
        report_wide(flow, block, parts + gaps * grid->gap, !readable);
        return readable;
    }
    for (size_t i = 0; i < columns; i++)
        widths[i] = words <= room ? needs[i].word
                                  : needs[i].part + (room - parts) * (needs[i].word - needs[i].part) / (words - parts);
    if (words <= room)
        share_rest(needs, columns, room - words, widths);
    return true;
}

static struct span *as_head(struct flow *flow, const struct block *cell)
{
    struct span *strong = ARENA_NEW(flow->setter->arena, struct span);
    *strong = (struct span){.kind = SPAN_STRONG, .at = cell->at, .children = cell->spans};
    return strong;
}

/* ---- rows ---- */

/* The width of a cell, with those that it reaches over. */
static double cell_width(const struct grid *grid, const struct block *cell, size_t column)
{
    double width = grid->widths[column];
    for (size_t i = 1; i < (size_t)MAX(cell->across, 1) && column + i < grid->columns; i++)
        width += grid->gap + grid->widths[column + i];
    return width;
}

static void open_cell(struct setter *setter, struct page_tag *row, const struct block *cell, bool head)
{
    const bool of_row = cell->scope == SCOPE_ROW || cell->scope == SCOPE_ROWS;
    struct page_tag *tag = tag_open_cell(setter, row, (head || cell->scope) && cell->spans, of_row ? TAG_SCOPE_ROW : TAG_SCOPE_COLUMN);
    tag->across = cell->across;
    tag->down = cell->down;
}

static void set_row(struct flow *flow, const struct block *block, const struct block *row, const struct grid *grid, struct row *set)
{
    struct setter *setter = flow->setter;
    set->cells = ARENA_ARRAY(setter->arena, const struct setting *, grid->columns);
    set->lines = 1;
    set->first = row == block->children;
    set->head = (size_t)(set - grid->rows) < grid->head_count;
    set->last = !row->next;
    struct page_tag *tag = tag_open(setter, TAG_ROW);
    for (const struct block *cell = row->children; cell && set->count < grid->columns; cell = cell->next) {
        if (!cell->covered)
            open_cell(setter, tag, cell, set->head);
        const enum align align = cell->align == ALIGN_DEFAULT ? ALIGN_LEFT : cell->align;
        const struct span *spans = set->head || cell->scope ? as_head(flow, cell) : cell->spans;
        tag_open(setter, TAG_PARAGRAPH);
        const struct setting *lines = set_spans(setter, spans, ROLE_TABLE, cell_width(grid, cell, set->count), align);
        tag_close(setter);
        set->cells[set->count++] = lines;
        set->lines = MAX(set->lines, setting_lines(lines));
        if (!cell->covered)
            tag_close(setter);
    }
    tag_close(setter);
}

static void list_lines(struct setter *setter, struct grid *grid)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct row_line));
    for (size_t i = 0; i < grid->row_count; i++)
        for (size_t line = 0; line < grid->rows[i].lines; line++) {
            const struct row_line of = {&grid->rows[i], line};
            g_array_append_val(lines, of);
        }
    grid->lines = arena_copy(setter->arena, lines->data, lines->len * sizeof(struct row_line));
    g_array_free(lines, TRUE);
}

/* NULL when it is too wide to be set as a table. */
static struct grid *set_grid(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    struct grid *grid = ARENA_NEW(setter->arena, struct grid);
    grid->columns = block->table->columns;
    grid->head_count = block->table->heads;
    grid->width = flow->width;
    grid->leading = setter->style->look[ROLE_TABLE].leading;
    double *widths = ARENA_ARRAY(setter->arena, double, grid->columns);
    double *x = ARENA_ARRAY(setter->arena, double, grid->columns);
    if (!column_widths(flow, block, grid, widths))
        return NULL;
    for (size_t i = 1; i < grid->columns; i++)
        x[i] = x[i - 1] + widths[i - 1] + grid->gap;
    grid->x = x;
    grid->widths = widths;
    size_t rows = 0;
    for (const struct block *row = block->children; row; row = row->next)
        rows++;
    grid->rows = ARENA_ARRAY(setter->arena, struct row, rows + 1); /* and one that is none */
    setter->told = grid->wide;
    for (const struct block *row = block->children; row; row = row->next)
        set_row(flow, block, row, grid, &grid->rows[grid->row_count++]);
    setter->told = false;
    for (size_t i = 0; i < grid->row_count && grid->rows[i].head; i++)
        grid->head_lines += grid->rows[i].lines;
    list_lines(setter, grid);
    return grid;
}

/* ---- strips ---- */

/* Of a page that begins with a line of the table: dear where the table is short; only very long rows are divided; the
 * head and its first two rows, and the last two rows, stay together. */
static double turn_before(const struct grid *grid, const struct row_line *line)
{
    const size_t row = (size_t)(line->row - grid->rows);
    if (line->line > 0)
        return line->row->lines < LONG_ROW || line->line < 2 || line->line + 2 > line->row->lines ? TURN_NEVER : TURN_ROW;
    if ((row && row <= grid->head_count + 1) || row + 1 == grid->row_count)
        return TURN_NEVER;
    return TURN + TURN_SHORT / (double)grid->row_count;
}

static struct strip line_strip(struct flow *flow, const struct grid *grid, const struct row_line *line)
{
    struct strip strip = {.height = line_height(grid, line), .turn = turn_before(grid, line)};
    GPtrArray *feet = g_ptr_array_new();
    for (size_t i = 0; i < line->row->count; i++)
        if (line->line < setting_lines(line->row->cells[i]))
            feet_call(flow->setter, line->row->cells[i], line->line, line->line + 1, feet);
    strip_feet(flow->setter, &strip, feet);
    g_ptr_array_free(feet, TRUE);
    return strip;
}

/* "Table 3. What it shows", above the table. */
static struct strip caption_strip(struct flow *flow, const struct grid *grid)
{
    struct strip strip = {.height = setting_height(grid->caption) + CAPTION_GAP};
    GPtrArray *feet = g_ptr_array_new();
    feet_call(flow->setter, grid->caption, 0, setting_lines(grid->caption), feet);
    strip_feet(flow->setter, &strip, feet);
    g_ptr_array_free(feet, TRUE);
    return strip;
}

static struct way *table_way(struct flow *flow, const struct grid *grid)
{
    struct way *way = ARENA_NEW(flow->setter->arena, struct way);
    const size_t caption = grid->caption ? 1 : 0;
    way->count = caption;
    for (size_t i = 0; i < grid->row_count; i++)
        way->count += grid->rows[i].lines;
    struct strip *strips = ARENA_ARRAY(flow->setter->arena, struct strip, way->count);
    for (size_t i = 0; i < way->count; i++) {
        strips[i] = i < caption ? caption_strip(flow, grid) : line_strip(flow, grid, &grid->lines[i - caption]);
        way->height += strips[i].height;
    }
    if (caption && way->count > 1)
        strips[1].turn = TURN_NEVER;
    way->strips = strips;
    return way;
}

static bool calls_notes(const struct way *way)
{
    for (size_t i = 0; i < way->count; i++)
        if (way->strips[i].foot_count)
            return true;
    return false;
}

/* A table as a grid, with what stands above it. NULL when it is too wide for one. */
static struct grid *set_table(struct flow *flow, const struct block *block)
{
    tag_open(flow->setter, TAG_TABLE);
    const struct setting *caption = caption_set(flow->setter, block, WORD_TABLE, block->table->number, flow->width);
    struct grid *grid = set_grid(flow, block);
    if (grid)
        grid->caption = caption;
    tag_close(flow->setter);
    return grid;
}

void flow_table(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    const double leading = setter->style->leading, page = leading * setter->style->lines;
    if (!block->children)
        return;
    struct grid *grid = set_table(flow, block);
    if (!grid) {
        flow_table_list(flow, block);
        return;
    }
    const bool long_caption = grid->caption && setting_height(grid->caption) > page / 3;
    if (long_caption) {
        grid->caption = NULL;
        flow_gap(flow);
        flow_caption(flow, block, WORD_TABLE, block->table->number);
        flow->keep_next = 2;
    }
    struct slab slab = {.before = leading, .after = leading, .grid = !flow->inside, .ways = table_way(flow, grid), .way_count = 1,
                        .paint = paint_table, .what = grid};
    for (size_t i = 0; i < grid->head_lines; i++)
        slab.repeat += line_height(grid, &grid->lines[i]);
    if (slab.repeat > page / 3 || flow->inside)
        slab.repeat = 0; /* a head that would leave no room for its rows; and a note's strips leave none for it */
    slab.floats = !block->table->here && !long_caption && !flow->inside && !flow->off_grid && slab.ways->height < page * FLOATS_AT_MOST && !calls_notes(slab.ways);
    flow_add(flow, slab);
    flow->indent = flow->indent && slab.floats; /* what may stand elsewhere does not interrupt the text */
}
