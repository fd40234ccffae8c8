/* pagemap: on which printed page each anchor stands, and each line of the text begins.
 *
 * Layout makes it; cross-references in print and the page list of the EPUB read it. Starts are known by their
 * addresses in the book's texts: those are compared and never followed, so a map may outlive the book. */
#ifndef BOOK_PAGEMAP_H
#define BOOK_PAGEMAP_H

#include <stddef.h>

struct page_place {
    const char *id;    /* of an anchor */
    size_t page;       /* index, from 0 */
    const char *label; /* the printed folio: "iv", "23" */
};

/* Something of the book that begins on a page: a line of its running text, or a block that has an id. What stands
 * out of its order (footnotes, the margin, a figure that had to wait for a later page) is not among them. */
struct page_start {
    const char *at;    /* a byte of a span's, a code block's or an index term's text; a block's id; the block of a box, an
                          element or copies; a line of a list of figures */
    size_t page;
    const char *label;
};

struct page_map {
    struct page_place *places; /* sorted by id */
    size_t count;
    struct page_start *starts; /* sorted by address, each once: where it is first */
    size_t start_count;
};

/* The place of an anchor; NULL when it is on no page. */
const struct page_place *page_map_find(const struct page_map *map, const char *id);

/* The first start from `from` on and before `end`; NULL when there is none. */
const struct page_start *page_map_start(const struct page_map *map, const char *from, const char *end);

/* Sorts the starts of a map and leaves out those that come again on later pages. */
void page_map_sort_starts(struct page_map *map);

#endif
