/* footnotes: what cmark drops without a word.
 *
 * cmark-gfm turns the call of a missing note into plain text and forgets notes that nobody calls. */
#ifndef MANUSCRIPT_FOOTNOTES_H
#define MANUSCRIPT_FOOTNOTES_H

#include <cmark-gfm.h>

#include "manuscript/reader.h"
#include "manuscript/source.h"

/* Reports definitions that are not called, or stand there twice. `root`: the file's tree. */
void footnotes_check(struct reader *reader, struct source *source, cmark_node *root);

/* Reports the calls left in a text that are calls in its block's content too, not escaped ones. */
void footnotes_missing(struct reader *reader, const struct locator *locator, const char *text);

#endif
