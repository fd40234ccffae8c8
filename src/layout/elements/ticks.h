/* ticks: check boxes with words; shared by checklist and week.
 *
 * Used by layout/elements only. Points; drawn by checklist.c. */
#ifndef LAYOUT_ELEMENTS_TICKS_H
#define LAYOUT_ELEMENTS_TICKS_H

#include "layout/elements/kit.h"

struct ticks {
    const struct block *block;
    int columns, empty; /* empty: rows to fill in, after the list's */
    double width;
    double loose;   /* 0 to 1: space between rows */
    double spacing; /* from row to row of one line; 0: the kit's own */
};

double ticks_height(struct setter *setter, const struct ticks *ticks);
void ticks_draw(struct blanks *blanks, const struct ticks *ticks, double x, double y);

#endif
