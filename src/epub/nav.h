/* nav: the ways through the book: nav.xhtml (EPUB 3.3, section 7) and toc.ncx, for old readers.
 *
 * Both are made from one list of entries, so that they say the same. Each becomes a resource of
 * the publication, which owns it. */
#ifndef EPUB_NAV_H
#define EPUB_NAV_H

#include "epub/publication.h"

/* The contents, the landmarks and the pages gathered so far. Made after all texts: `pages` must be whole. */
void nav_write(struct publication *publication);
void ncx_write(struct publication *publication);

/* One line of the contents. */
struct entry {
    int level; /* from 0 */
    const char *title, *href;
};

/* Parts, chapters and worksheets in reading order (struct entry); freed by the caller. */
GArray *contents_gather(const struct publication *publication);

#endif
