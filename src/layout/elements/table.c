/* table: a table whose empty cells are blanks to write in. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double PAD = 5, HEAD_PAD = 3, GAP = 2;
/* Rows may give way on a full sheet, down to one written line. */
static const double LEAST_ROW_MM = 9;
/* What a column of printed words may take of a table that has columns to write in: a part of the
 * width, and not much more than one of those gets. */
static const double PRINTED_PART = 0.34, PRINTED_MORE = 1.25;

struct plan {
    size_t columns, rows; /* rows: of the body, with those added */
    const struct block *head, *body;
    bool headed;
    double head_height;
    double *widths;
    struct extent *heights;
};

static const struct block *table_of(const struct block *block)
{
    const struct block *table = block->children;
    while (table && table->kind != BLOCK_TABLE)
        table = table->next;
    return table;
}

static const struct setting *head_set(struct setter *setter, const struct block *cell, double width)
{
    return set_spans(setter, strong_spans(setter, cell->spans, cell->at), ROLE_TABLE, width - 2 * PAD,
                     ALIGN_LEFT);
}

static const struct setting *cell_set(struct setter *setter, const struct block *cell, double width)
{
    const enum align align =
        cell->align == ALIGN_CENTER || cell->align == ALIGN_RIGHT ? cell->align : ALIGN_LEFT;
    return set_spans(setter, cell->spans, words_role(cell->spans), width - 2 * PAD, align);
}

/* "40 30 30": percent, one a column. False when it is not that. */
static bool widths_given(const char *text, size_t columns, double *weights)
{
    char **parts = g_strsplit_set(text, " ,", -1);
    size_t count = 0;
    bool good = true;
    for (char **part = parts; *part && good; part++) {
        double value;
        if (!**part)
            continue;
        good = count < columns && attribute_parse_number(*part, &value) && value > 0;
        if (good)
            weights[count++] = value;
    }
    g_strfreev(parts);
    return good && count == columns;
}

struct column_needs {
    double *least,
        *printed; /* printed: width of the widest printed cell on one line; 0: a column of blanks */
};

static struct column_needs needs_find(struct setter *setter, const struct plan *plan)
{
    struct column_needs needs = {ARENA_ARRAY(setter->arena, double, plan->columns),
                                 ARENA_ARRAY(setter->arena, double, plan->columns)};
    for (const struct block *row = plan->head; row; row = row->next) {
        size_t i = 0;
        for (const struct block *cell = row->children; cell && i < plan->columns; cell = cell->next, i++) {
            const bool head = row == plan->head;
            if (!cell->spans)
                continue;
            const char *text = spans_text(setter->arena, cell->spans);
            needs.least[i] =
                MAX(needs.least[i], widest_word(setter, text, head ? ROLE_TABLE : ROLE_PROMPT) + 2 * PAD + 1);
            if (!head)
                needs.printed[i] =
                    MAX(needs.printed[i], setting_width(cell_set(setter, cell, NO_LIMIT)) + 2 * PAD + 1);
        }
    }
    return needs;
}

/* Columns of printed words get what they need, within reason; those to write in share the rest. */
static void widths_by_content(const struct plan *plan, const struct column_needs *needs, double width,
                              double *weights)
{
    size_t blank = 0;
    for (size_t i = 0; i < plan->columns; i++)
        blank += needs->printed[i] > 0 ? 0 : 1;
    double rest = width;
    for (size_t i = 0; i < plan->columns; i++) {
        if (needs->printed[i] <= 0)
            continue;
        const double most = width * MIN(PRINTED_PART, PRINTED_MORE / (double)(blank + 1));
        weights[i] = blank ? MAX(MIN(needs->printed[i], most), needs->least[i]) : sqrt(needs->printed[i]);
        rest -= weights[i];
    }
    for (size_t i = 0; i < plan->columns; i++)
        if (needs->printed[i] <= 0)
            weights[i] = MAX(rest / (double)blank, 1);
}

static void plan_widths(struct setter *setter, const struct block *block, const struct block *table,
                        struct plan *plan, double width)
{
    const struct column_needs needs = needs_find(setter, plan);
    double *weights = ARENA_ARRAY(setter->arena, double, plan->columns);
    const char *given = element_text(block->element, "widths");
    if (given && widths_given(given, plan->columns, weights)) {
        /* the author's */
    } else if (table->table->widths) {
        for (size_t i = 0; i < plan->columns; i++)
            weights[i] = MAX(table->table->widths[i], 1);
    } else {
        widths_by_content(plan, &needs, width, weights);
    }
    plan->widths = ARENA_ARRAY(setter->arena, double, plan->columns);
    share_width(width, plan->columns, weights, needs.least, plan->widths);
}

static void plan_heights(struct setter *setter, const struct block *block, struct plan *plan)
{
    const double wanted = element_number(block->element, "height") * MM;
    const double least = MIN(wanted, LEAST_ROW_MM * MM);
    size_t i = 0;
    for (const struct block *cell = plan->head->children; cell && i < plan->columns; cell = cell->next, i++)
        if (cell->spans) {
            plan->headed = true;
            const double height = setting_height(head_set(setter, cell, plan->widths[i])) + 2 * HEAD_PAD;
            plan->head_height = MAX(plan->head_height, height);
        }
    plan->heights = ARENA_ARRAY(setter->arena, struct extent, plan->rows);
    const struct block *row = plan->body;
    for (size_t r = 0; r < plan->rows; r++) {
        double text = 0;
        i = 0;
        for (const struct block *cell = row ? row->children : NULL; cell && i < plan->columns;
             cell = cell->next, i++)
            if (cell->spans)
                text = MAX(text, setting_height(cell_set(setter, cell, plan->widths[i])) + PAD);
        plan->heights[r] = (struct extent){.least = MAX(least, text), .natural = MAX(wanted, text)};
        row = row ? row->next : NULL;
    }
}

/* False when there is no table. */
static bool plan_make(struct setter *setter, const struct block *block, double width, struct plan *plan)
{
    const struct block *table = table_of(block);
    *plan = (struct plan){.columns = table ? table->table->columns : 0};
    if (!plan->columns || !table->children)
        return false;
    plan->head = table->children;
    plan->body = plan->head->next;
    for (const struct block *row = plan->body; row; row = row->next)
        plan->rows++;
    plan->rows = MAX(plan->rows, (size_t)MAX(element_integer(block->element, "rows"), 0));
    plan_widths(setter, block, table, plan, width);
    plan_heights(setter, block, plan);
    return true;
}

struct extent table_measure(struct setter *setter, const struct block *block, double width)
{
    struct plan plan;
    double least = 0, natural = 0;
    if (plan_make(setter, block, width, &plan)) {
        least = natural = plan.head_height + GAP;
        for (size_t r = 0; r < plan.rows; r++) {
            least += plan.heights[r].least;
            natural += plan.heights[r].natural;
        }
    }
    return extent_make(setter, block, width, least, natural, true);
}

/* What a screen reader says of a cell: its column's head and its row's first words, or number. */
static const char *cell_part(struct setter *setter, const struct plan *plan, const struct block *row,
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

static void head_draw(const struct canvas *on, const struct plan *plan)
{
    struct setter *setter = on->setter;
    double x = on->x;
    size_t i = 0;
    page_add(setter->arena, on->page,
             (struct item){.kind = ITEM_BOX,
                           .x = on->x,
                           .y = on->y,
                           .width = on->width,
                           .height = plan->head_height,
                           .filled = true,
                           .fill = draw_tint(setter->style)});
    for (const struct block *cell = plan->head->children; cell && i < plan->columns; cell = cell->next, i++) {
        if (cell->spans) {
            const struct setting *words = head_set(setter, cell, plan->widths[i]);
            setting_paint(setter, on->page, words, x + PAD,
                          on->y + plan->head_height - HEAD_PAD - setting_height(words));
        }
        x += plan->widths[i];
    }
}

/* `row` is NULL for one that was added. */
static void row_draw(struct blanks *blanks, const struct plan *plan, const struct block *row, size_t number,
                     double y, double height)
{
    const struct canvas *on = blanks->on;
    const struct block *cell = row ? row->children : NULL;
    double x = on->x;
    for (size_t i = 0; i < plan->columns; i++) {
        const double width = plan->widths[i];
        if (cell && cell->spans) {
            const struct setting *words = cell_set(on->setter, cell, width);
            /* Words are centred in a row for one written line, and stand at the top of a higher one. */
            const double free = height - setting_height(words);
            setting_paint(on->setter, on->page, words, x + PAD, y + (free < 18 ? free / 2 : PAD));
        } else {
            const struct area area = {x + 2, y + 2, width - 4, height - 4};
            blank_writing(blanks, area, cell_part(on->setter, plan, row, number, i));
        }
        x += width;
        cell = cell ? cell->next : NULL;
    }
}

static void grid_draw(const struct canvas *on, const struct plan *plan, double top, double bottom)
{
    const struct colour ink = draw_ink(on->setter->style), rule = on->setter->style->rule;
    double x = on->x;
    for (size_t i = 0; i + 1 < plan->columns; i++) {
        x += plan->widths[i];
        draw_line(on, x, top, x, bottom, draw_weight, rule);
    }
    page_add(on->setter->arena, on->page,
             (struct item){.kind = ITEM_BOX,
                           .x = on->x,
                           .y = top,
                           .width = on->width,
                           .height = bottom - top,
                           .line_width = draw_weight,
                           .stroke = ink});
}

void table_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    struct plan plan;
    const struct canvas below = prompt_draw(canvas, block);
    if (!plan_make(setter, block, canvas->width, &plan))
        return;
    double *heights = ARENA_ARRAY(setter->arena, double, plan.rows);
    share_height(plan.heights, plan.rows, below.height - plan.head_height - GAP, heights);
    struct blanks blanks = {canvas, block, 0};
    const struct block *row = plan.body;
    double y = below.y + plan.head_height;
    if (plan.headed)
        head_draw(&below, &plan);
    for (size_t r = 0; r < plan.rows; r++) {
        if (r || plan.headed)
            draw_line(canvas, canvas->x, y, canvas->x + canvas->width, y, draw_weight,
                      r ? setter->style->rule : draw_ink(setter->style));
        row_draw(&blanks, &plan, row, r, y, heights[r]);
        y += heights[r];
        row = row ? row->next : NULL;
    }
    grid_draw(canvas, &plan, below.y, y);
}
