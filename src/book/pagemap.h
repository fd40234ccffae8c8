/* pagemap: on which printed page each anchor stands.
 *
 * Layout makes it; cross-references in print and the page list of the EPUB read it. */
#ifndef BOOK_PAGEMAP_H
#define BOOK_PAGEMAP_H

#include <stddef.h>

struct page_place {
    const char *id;    /* of an anchor */
    size_t page;       /* index, from 0 */
    const char *label; /* the printed folio: "iv", "23" */
};

struct page_map {
    struct page_place *places; /* sorted by id */
    size_t count;
};

/* The place of an anchor; NULL when it is on no page. */
const struct page_place *page_map_find(const struct page_map *map, const char *id);

#endif
