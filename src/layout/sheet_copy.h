/* sheet_copy: blocks of a worksheet once more, with form fields of their own.
 *
 * In: a block that its author wants several times. Out: copies in the setter's arena, whose fields (elements' and gaps')
 * are named after the original's: "breather.2.copy2". */
#ifndef LAYOUT_SHEET_COPY_H
#define LAYOUT_SHEET_COPY_H

#include "layout/setter.h"

/* An element as often as it says `copies`, linked by next. An element that draws its copies itself is there once. */
const struct block *sheet_copies(struct setter *setter, const struct block *element);

/* A block with all that is in it, the `number`th of its kind; the first is itself. It has no next, and no place that links
 * lead to. */
const struct block *sheet_copy(struct setter *setter, const struct block *block, int number);

#endif
