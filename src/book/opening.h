/* opening: the paragraph that opens a chapter, whose first letter may be two lines high.
 *
 * In: a chapter of a prepared book. Out: borrowed blocks and answers; nothing fails. */
#ifndef BOOK_OPENING_H
#define BOOK_OPENING_H

#include "book/book.h"

/* Whether the first letter can stand by itself, at the left: it joins no other and carries no mark. */
bool opening_stands_alone(const char *text);

/* The first paragraph of a numbered chapter's own text, if it begins with such a letter and is long enough to
 * stand beside it on any screen; NULL. */
const struct block *opening_of(const struct chapter *chapter);

#endif
