/* column: slabs as one thing: what is inside a box, a cell, a footnote.
 *
 * Made once a flow is complete; belongs to the setter's arena. Points. */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include "layout/slab.h"

/* A strip at its place in a column. */
struct column_strip {
    const struct slab *slab;
    size_t strip;
    double y, height; /* from the column's top */
};

struct column {
    const struct column_strip *strips;
    size_t count;
    double height;
};

const struct column *column_make(struct setter *setter, const struct slab *slabs, size_t count);

/* Paints all of it, or some strips as if nothing stood above them. */
void column_paint(struct setter *setter, struct page *page, const struct column *column, const struct frame *frame,
                  double x, double y);
void column_paint_part(struct setter *setter, struct page *page, const struct column *column, size_t from, size_t to,
                       const struct frame *frame, double x, double y);

/* The footnotes called inside. */
void column_feet(const struct column *column, GPtrArray *feet);

/* Paints a part of a slab, with what belongs to its first strip: label, pointer in the margin, places. */
void slab_show(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
               const struct frame *frame);

#endif
