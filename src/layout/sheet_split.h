/* sheet_split: an element of a worksheet that is higher than a page, as several that are not.
 *
 * In: its block. Out: blocks of the same kind, each with some of its items or rows; all but the first without its
 * prompt. They belong to the setter's arena. Points. */
#ifndef LAYOUT_SHEET_SPLIT_H
#define LAYOUT_SHEET_SPLIT_H

#include <glib.h>

#include "layout/setter.h"

/* The room for the first part and for each that follows; parts are measured at their least or as they like to be. */
struct sheet_room {
    double first, next;
    bool natural;
};

/* The parts (struct block): the block itself where it is low enough, or is of a kind that cannot be divided. The caller
 * frees the array. */
GPtrArray *sheet_split(struct setter *setter, const struct block *element, double width, struct sheet_room room);

#endif
