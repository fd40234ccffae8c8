/* mirror: our stylesheet for books that run from right to left.
 *
 * In: CSS that we wrote: rules of plain declarations, no comments. Out: the same with left and right changed about, from the
 * arena. Logical properties (margin-inline-start) would say it without, but Kindle and older readers do not know them. What
 * an author aligned to the right (.right) stays where it is. */
#ifndef EPUB_MIRROR_H
#define EPUB_MIRROR_H

#include "epub/publication.h"

const char *mirror_css(struct arena *arena, const char *css);

/* Mirrors styles/book.css of a publication in which it is already. */
void mirror_stylesheet(struct publication *publication);

#endif
