/* sheet_plain: a drawing that is higher than a page, as words and ruled lines.
 *
 * In: the block of an element. Out: blocks for the rows of a sheet, linked by next, in the setter's arena: what stands on a
 * card; or the prompt, then each item of the list with lines to write on, or a box where there is no list. */
#ifndef LAYOUT_SHEET_PLAIN_H
#define LAYOUT_SHEET_PLAIN_H

#include "layout/setter.h"

const struct block *sheet_plain(struct setter *setter, const struct block *element);

#endif
