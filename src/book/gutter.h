/* gutter: the inner margin that a thick book needs, because what is near the spine of one disappears in it.
 *
 * In: a number of pages. Out: points; or a style whose margin is wide enough. Nothing to free. */
#ifndef BOOK_GUTTER_H
#define BOOK_GUTTER_H

#include "book/style.h"

/* The least inner margin that print-on-demand takes (KDP's table, the narrower of the shops'). */
double gutter_least(size_t pages);

/* Hardly fewer pages than these hold so many words: an estimate from below, so that a thick book need not be set twice. */
size_t gutter_pages(const struct style *style, size_t words);

/* Makes the inner margin at least so wide that nothing stands nearer to the spine; the margin column gives way, then the text. True when it was not.
 * Leaves alone what the author fixed. */
bool gutter_widen(struct style *style, size_t pages);

#endif
