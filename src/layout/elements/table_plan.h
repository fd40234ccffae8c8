/* table_plan: where the columns and rows of a table to fill in lie; shared by its measuring and its drawing.
 *
 * Used by table.c only. Points; the plan belongs to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_TABLE_PLAN_H
#define LAYOUT_ELEMENTS_TABLE_PLAN_H

#include "layout/elements/example.h"

#define TABLE_PAD      5.0 /* left and right of words in a cell */
#define TABLE_HEAD_PAD 3.0 /* above and below those of the head */

struct table_plan {
    size_t columns, rows; /* rows: of the body, with those added */
    const struct block *head, *body;
    bool headed;
    double head_height;
    struct example example; /* the first row, when there is one */
    double example_height;
    double *widths;
    struct extent *heights;
};

/* False when there is no table. */
bool table_plan_make(struct setter *setter, const struct block *block, double width, struct table_plan *plan);

/* The words of a head, or of a cell, in a column of this width. */
const struct setting *table_head_set(struct setter *setter, const struct block *cell, double width);
const struct setting *table_cell_set(struct setter *setter, const struct block *cell, double width);

#endif
