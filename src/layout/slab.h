/* slab: what a column of text is made of: a line, a figure, a row of a table, a box.
 *
 * flow.c turns blocks into slabs, pagebreak.c shares them out over pages, compose.c paints
 * them. A slab is never divided. Points; all of it in the setter's arena. */
#ifndef LAYOUT_SLAB_H
#define LAYOUT_SLAB_H

#include <glib.h>

#include "layout/setter.h"

/* Where a page's columns are. */
struct frame {
    bool recto;
    double x, width;           /* the text column */
    double margin_x, margin;   /* the margin column; margin 0: none */
    double full_x, full_width; /* both, with the gap */
    double top, room;
};

/* A footnote, set for the foot of the page. */
struct foot {
    const struct block *note;
    const struct setting *number;
    const struct column *column;
    double height;
};

struct slab;
typedef void (*slab_paint)(struct setter *setter, struct page *page, const struct slab *slab,
                           const struct frame *frame, double y);

struct slab {
    double before; /* space above, which vanishes at the top of a page */
    double height;
    bool keep;     /* never begins a page: stays with the slab before */
    double cost;   /* of a page that begins here, in squared lines */
    slab_paint paint;
    const void *what; /* for `paint` */
    size_t line;
    double x;                   /* from the left of the column */
    const struct setting *label; /* painted at label_x on the first line: a list's number, an initial */
    double label_x;
    const struct setting *margin; /* a pointer in the margin beside it */
    const char *const *ids;       /* places that begin here, ended by NULL, or NULL */
    const struct foot *const *feet;
    size_t foot_count;
};

struct frame frame_make(const struct style *style, bool recto);

/* Starts of pages in a list of slabs: optimal over the whole list (Plass, "Optimal Pagination
 * Techniques for Automatic Typesetting Systems", 1981, by dynamic programming). `room`: height of a page.
 * `starts` has room for `count` entries; returns how many pages. */
size_t pagebreak_find(const struct slab *slabs, size_t count, double room, size_t *starts);

/* Height of the rule and space above footnotes. */
extern const double foot_separation;

#endif
