/* stylesheet: the look of the e-book, from the book's style.
 *
 * Text keeps the reader's own face, size, leading and colour; ours are for titles, sheets and examples.
 * Lines are drawn, never filled, so that night mode works. */
#ifndef EPUB_STYLESHEET_H
#define EPUB_STYLESHEET_H

#include "epub/publication.h"

/* Adds styles/book.css, the author's own after it, and the fonts that it names, if the book embeds them.
 * False when a font cannot be read. */
bool stylesheet_write(struct publication *publication);

/* The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
double colour_contrast(struct colour one, struct colour other);

#endif
