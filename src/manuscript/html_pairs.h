/* html_pairs: which tag among the inlines of a paragraph closes which.
 *
 * In: the first of cmark's inlines on one level, and those after it. Out: a table from each opening tag that
 * is closed on the same level, in the right order, to its closing one; freed with html_pairs_free. A tag that
 * is in it neither as the one nor as the other has no partner. */
#ifndef MANUSCRIPT_HTML_PAIRS_H
#define MANUSCRIPT_HTML_PAIRS_H

#include <cmark-gfm.h>
#include <glib.h>

/* NULL when there is no HTML. */
GHashTable *html_pairs(cmark_node *first);
void html_pairs_free(GHashTable *pairs);

#endif
