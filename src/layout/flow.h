/* flow: blocks become slabs, in the order they are read.
 *
 * One flow fills one column: a chapter's, a box's, a table cell's. Points. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/slab.h"

struct flow {
    struct setter *setter;
    GArray *slabs; /* struct slab */
    double x, width;
    enum role role;       /* of paragraphs */
    bool indent;          /* the next paragraph has its first line indented */
    bool opening;         /* the next paragraph opens a chapter */
    int keep_next;        /* so many slabs to come stay with what is before them */
    double space;         /* owed before the next slab */
    GPtrArray *ids;       /* places that wait for the next slab */
    const struct setting *margin, *label; /* that wait for the next slab */
    double label_x;
};

void flow_start(struct flow *flow, struct setter *setter, double width, enum role role);
void flow_end(struct flow *flow); /* frees what is not in the arena; the slabs too */

void flow_blocks(struct flow *flow, const struct block *blocks);
void flow_block(struct flow *flow, const struct block *block);

/* Adds a slab, with whatever waited for one. */
void flow_add(struct flow *flow, struct slab slab);

/* Asks for one blank line before what comes next. Asked for twice it is still one line; the half lines
 * around lists and quotes stay, so that text returns to the grid. */
void flow_gap(struct flow *flow);

/* Adds the lines of a setting. */
void flow_setting(struct flow *flow, const struct setting *setting);

/* The footnotes that settings call, which the slab made of them brings along. */
void flow_feet(struct flow *flow, struct slab *slab, const struct setting *const *settings, size_t count);

/* A footnote, set. */
const struct foot *foot_set(struct setter *setter, const struct block *note);
void foot_paint(struct setter *setter, struct page *page, const struct foot *foot, const struct frame *frame, double y);

/* The parts that have files of their own: table.c, box.c, figure.c. */
void flow_table(struct flow *flow, const struct block *table);
void flow_box(struct flow *flow, const struct block *box);
void flow_pull(struct flow *flow, const struct block *pull);
void flow_figure(struct flow *flow, const struct block *figure);
void flow_break(struct flow *flow);

/* Slabs as one slab: a column inside a box. */
struct column {
    struct slab *slabs;
    size_t count;
    double height;
};
const struct column *column_make(struct flow *flow);
void column_paint(struct setter *setter, struct page *page, const struct column *column, const struct frame *frame,
                  double x, double y);

/* Adds places at y of a page. */
void places_add(struct setter *setter, struct page *page, const char *const *ids, double y);

#endif
