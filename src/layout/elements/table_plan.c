/* table_plan: the widths of a table's columns and the heights of its rows. */
#include "layout/elements/table_plan.h"

#include <glib.h>
#include <math.h>

/* Rows may give way on a full sheet, down to one written line. */
static const double LEAST_ROW_MM = 10;
/* What a column of printed words may take of a table that has columns to write in: a part of the
 * width, and not much more than one of those gets. */
static const double PRINTED_PART = 0.34, PRINTED_MORE = 1.25;
/* Of an even share of the width: what a column may ask for so that its longest word is not divided. */
static const double WORD_SHARE = 1.6;
/* And what one gets that prints a few short words, with blanks below them. */
static const double WRITTEN_SHARE = 0.9;

static const struct block *table_of(const struct block *block)
{
    const struct block *table = block->children;
    while (table && table->kind != BLOCK_TABLE)
        table = table->next;
    return table;
}

const struct setting *table_head_set(struct setter *setter, const struct block *cell, double width)
{
    return set_spans(setter, strong_spans(setter, cell->spans, cell->at), ROLE_TABLE, width - 2 * TABLE_PAD,
                     ALIGN_LEFT);
}

const struct setting *table_cell_set(struct setter *setter, const struct block *cell, double width)
{
    const enum align align =
        cell->align == ALIGN_CENTER || cell->align == ALIGN_RIGHT ? cell->align : ALIGN_LEFT;
    return set_spans(setter, cell->spans, words_role(cell->spans), width - 2 * TABLE_PAD, align);
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

static struct column_needs needs_find(struct setter *setter, const struct table_plan *plan)
{
    struct column_needs needs = {ARENA_ARRAY(setter->arena, double, plan->columns),
                                 ARENA_ARRAY(setter->arena, double, plan->columns)};
    for (size_t i = 0; i < plan->example.count; i++)
        needs.least[i] = widest_word(setter, plan->example.parts[i], ROLE_EXAMPLE) + 2 * TABLE_PAD + 1;
    for (const struct block *row = plan->head; row; row = row->next) {
        size_t i = 0;
        for (const struct block *cell = row->children; cell && i < plan->columns; cell = cell->next, i++) {
            const bool head = row == plan->head;
            if (!cell->spans)
                continue;
            const char *text = spans_text(setter->arena, cell->spans);
            needs.least[i] = MAX(needs.least[i], widest_word(setter, text, head ? ROLE_TABLE : ROLE_PROMPT) +
                                                     2 * TABLE_PAD + 1);
            if (!head)
                needs.printed[i] =
                    MAX(needs.printed[i],
                        setting_width(table_cell_set(setter, cell, NO_LIMIT)) + 2 * TABLE_PAD + 1);
        }
    }
    return needs;
}

/* Is anything to be written in a column, below the words that it prints? */
static bool column_written(const struct table_plan *plan, size_t column)
{
    size_t rows = 0;
    for (const struct block *row = plan->body; row; row = row->next, rows++) {
        const struct block *cell = row->children;
        for (size_t i = 0; i < column && cell; i++)
            cell = cell->next;
        if (!cell || !cell->spans)
            return true;
    }
    return rows < plan->rows;
}

/* Columns of printed words get what they need, within reason; those to write in share the rest. */
static void widths_by_content(const struct table_plan *plan, const struct column_needs *needs, double width,
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
                        struct table_plan *plan, double width)
{
    const struct column_needs needs = needs_find(setter, plan);
    for (size_t i = 0; i < plan->columns; i++) {
        const double share = width / (double)plan->columns;
        needs.least[i] = MIN(needs.least[i], share * WORD_SHARE);
        if (needs.printed[i] > 0 && column_written(plan, i))
            needs.printed[i] = MAX(needs.printed[i], share * WRITTEN_SHARE);
    }
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

static void plan_heights(struct setter *setter, const struct block *block, struct table_plan *plan)
{
    const double wanted = element_number(block->element, "height") * MM;
    const double least = MIN(wanted, LEAST_ROW_MM * MM);
    size_t i = 0;
    for (const struct block *cell = plan->head->children; cell && i < plan->columns; cell = cell->next, i++)
        if (cell->spans) {
            plan->headed = true;
            const double height =
                setting_height(table_head_set(setter, cell, plan->widths[i])) + 2 * TABLE_HEAD_PAD;
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
                text = MAX(text, setting_height(table_cell_set(setter, cell, plan->widths[i])) + TABLE_PAD);
        plan->heights[r] = (struct extent){.least = MAX(least, text), .natural = MAX(wanted, text)};
        row = row ? row->next : NULL;
    }
}

static void plan_example(struct setter *setter, struct table_plan *plan)
{
    double *widths = ARENA_ARRAY(setter->arena, double, plan->columns);
    for (size_t i = 0; i < plan->columns; i++)
        widths[i] = plan->widths[i] - 2 * TABLE_PAD;
    plan->example_height = example_height(setter, &plan->example, widths);
}

bool table_plan_make(struct setter *setter, const struct block *block, double width, struct table_plan *plan)
{
    const struct block *table = table_of(block);
    *plan = (struct table_plan){.columns = table ? table->table->columns : 0};
    if (!plan->columns || !table->children)
        return false;
    plan->head = table->children;
    plan->body = plan->head->next;
    for (const struct block *row = plan->body; row; row = row->next)
        plan->rows++;
    plan->rows = MAX(plan->rows, (size_t)MAX(element_integer(block->element, "rows"), 0));
    plan->example = example_of(setter, block);
    plan->example.count = MIN(plan->example.count, plan->columns);
    plan_widths(setter, block, table, plan, width);
    plan_heights(setter, block, plan);
    plan_example(setter, plan);
    return true;
}
