/* stylesheet: the look of the e-book, from the book's style.
 *
 * Text keeps the reader's own face, size, leading and colour; ours are for titles, sheets and examples.
 * Lines are drawn, never filled, so that night mode works. */
#ifndef EPUB_STYLESHEET_H
#define EPUB_STYLESHEET_H

#include "epub/publication.h"

/* Adds the fonts that the documents written so far need, styles/book.css, which names them, and the author's
 * own style sheet after it: the last thing to be added but the pictures. False when a font cannot be read. */
bool stylesheet_write(struct publication *publication);

#endif
