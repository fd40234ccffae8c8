/* pagebreak: where the pages of a chapter end, and where each thing stands on them.
 *
 * In: slabs. Out: a plan. Optimal over the whole chapter by dynamic programming (Plass, "Optimal Pagination
 * Techniques for Automatic Typesetting Systems", 1981) over how far down a page each slab ends: the ways that
 * paragraphs can be set in, spaces that may grow, figures that may wait for the next page and notes that may run
 * on are what it chooses from, so that pages are full, facing pages end alike, and no paragraph leaves a single
 * line behind. Points, y from the top of the text. */
#ifndef LAYOUT_PAGEBREAK_H
#define LAYOUT_PAGEBREAK_H

#include "layout/slab.h"

struct page_rules {
    double room;       /* height of a page's text */
    double leading;    /* of the grid */
    double separation; /* of text and footnotes */
    size_t short_pages; /* so many at first have less room: */
    double shorter;
    bool recto;        /* the first page is one */
};

struct placed {
    const struct slab *slab;
    struct showing showing;
};

/* Strips from to `to` of a footnote's column. */
struct placed_foot {
    const struct foot *foot;
    size_t from, to;
};

struct page_plan {
    GArray *placed; /* struct placed, from the top down; figures that waited come first */
    GArray *feet;   /* struct placed_foot */
    double feet_height;
    double over;    /* by how much it is too full; 0 */
    const struct slab *too_high; /* what does not fit, or NULL */
};

struct plan {
    GArray *pages; /* struct page_plan */
};

struct plan *pagebreak_find(const struct slab *slabs, size_t count, const struct page_rules *rules);
void plan_free(struct plan *plan);

#endif
