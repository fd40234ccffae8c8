/* example: a row that somebody else has filled in; shared by the tables and compare.
 *
 * Used by layout/elements only. Points; page coordinates where something is drawn. */
#ifndef LAYOUT_ELEMENTS_EXAMPLE_H
#define LAYOUT_ELEMENTS_EXAMPLE_H

#include "layout/elements/kit.h"

/* The element's example as cells of a row, or none. */
struct example {
    const char **parts;
    size_t count; /* 0: none */
    size_t title; /* the cell that says that it is an example: the first that has room for the word */
};
struct example example_of(struct setter *setter, const struct block *block);
/* `widths`: of the cells, without their padding. Also chooses the cell with the title. */
double example_height(struct setter *setter, struct example *example, const double *widths);
/* One cell. */
void example_draw(const struct canvas *on, const struct example *example, size_t cell, double x, double y,
                  double width);

#endif
