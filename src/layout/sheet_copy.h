/* sheet_copy: blocks of a worksheet once more, with form fields of their own.
 *
 * In: a block that its author wants several times. Out: copies in the setter's arena, whose fields (elements' and gaps')
 * are named after the original's: "breather.2.copy2". */
#ifndef LAYOUT_SHEET_COPY_H
#define LAYOUT_SHEET_COPY_H

#include "layout/setter.h"

/* An element as often as it says `copies`, linked by next. An element that draws its copies itself is there once. */
const struct block *sheet_copies(struct setter *setter, const struct block *element);

/* A block with all that is in it; `mark` is added to the names of its fields. It has no next, and no place that links lead
 * to. Without a mark it is the block itself, alone. */
const struct block *sheet_copy(struct setter *setter, const struct block *block, const char *mark);

/* The mark of the `number`th copy; NULL for the first. */
const char *sheet_copy_mark(struct setter *setter, int number);

#endif
