/* chunk: things that follow each other on a page and belong to the same tag: what one marked-content sequence holds.
 *
 * Painting, structure and marks all count a page's chunks here, so that they cannot disagree. */
#ifndef PDF_CHUNK_H
#define PDF_CHUNK_H

#include "layout/page.h"

struct chunk {
    const struct page_tag *tag;      /* NULL: it only decorates */
    const struct item *first, *end;  /* from one to before the other; hidden ones may be among them */
};

/* Before the first chunk of a page. */
struct chunk chunk_first(const struct page *page);

/* Goes on to the next one of what is not hidden in one of the `uses` (enum page_use, or-ed). False: there is none. */
bool chunk_next(struct chunk *chunk, unsigned uses);

/* Whether a chunk of this tag is part of the text, and has a place in the structure. */
bool chunk_is_text(const struct chunk *chunk);

/* The name of the marks around a chunk in what cairo paints. */
extern const char chunk_mark[];

#endif
