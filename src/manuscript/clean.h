/* clean: the finer points of typography that cmark's "smart" option leaves.
 *
 * Quotation marks of the book's language, and spaces that must not break: "page 23", "12 mm",
 * "Mr. X". Text that did not go through cmark (attributes, metadata) gets curled quotes, dashes and ellipses
 * here. */
#ifndef MANUSCRIPT_CLEAN_H
#define MANUSCRIPT_CLEAN_H

#include "manuscript/reader.h"

/* A plain text as typed, made fit to print. From the arena; NULL gives NULL. */
const char *clean_text(struct reader *reader, const char *text);

/* The spans of one block, in place: quotes pair across emphasis and links. */
void clean_spans(struct reader *reader, struct span *spans);

/* The same for texts as typed, which did not go through cmark: quotes, dashes and ellipses first. Those of code stay. */
void clean_typed_spans(struct reader *reader, struct span *spans);

#endif
