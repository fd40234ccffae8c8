/* css: the author's own style sheet for the EPUB, checked and cleaned.
 *
 * In: a file of the manuscript. Out: its text without what a book may not have (EPUB 3.3, section 3.6:
 * nothing from outside; section 6.3: no direction, no unicode-bidi), in pieces with the manuscript's own
 * pictures between. Everything is from the book's arena. Each rule and declaration that is left out is
 * reported at its place; CSS that cannot be read is an error. */
#ifndef MANUSCRIPT_CSS_H
#define MANUSCRIPT_CSS_H

#include "manuscript/reader.h"

enum { CSS_AT_MOST = 1024 * 1024 };

/* NULL when it cannot be used, which has been reported. `at` is where book.yaml names the file. */
const struct css *css_read(struct reader *reader, const char *name, struct position at);

#endif
