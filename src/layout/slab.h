/* slab: what a column of text is made of: a paragraph, a figure, a table, a box.
 *
 * flow.c turns blocks into slabs, pagebreak.c shares them out over pages, compose.c paints them. A slab consists of
 * strips, lines or rows, between which a page may turn; one that is never divided is a single strip. Points; all of
 * it in the setter's arena. */
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
    double hang;        /* the number's room beside it */
    bool right_to_left; /* its number stands at the right */
};

/* What is never divided: a line, a row, a whole figure. */
struct strip {
    double height;
    double turn; /* cost of a page that begins with it; TURN_NEVER: only in need. Not of a slab's first strip. */
    const struct foot *const *feet;
    size_t foot_count;
};

#define TURN_NEVER 1e6

/* A way to set a slab: a paragraph has up to three. */
struct way {
    const void *what;
    double cost;   /* 0 for the best */
    double height; /* of all its strips */
    const struct strip *strips;
    size_t count;
};

/* A part of a slab on a page. */
struct showing {
    const struct way *way;
    size_t from, to; /* strips */
    double y;        /* its top */
};

struct slab;
typedef void (*slab_paint)(struct setter *setter, struct page *page, const struct slab *slab,
                           const struct showing *showing, const struct frame *frame);

struct slab {
    double before, after;    /* space above and below: of two that meet the larger; none at a page's edge */
    double extra;            /* `before` may grow by so much, to fill a page */
    double extra_cost;
    double repeat;           /* height of the head that a divided table shows again; else 0 */
    double turn;             /* cost of a page that begins here */
    bool keep;               /* never begins a page: stays with what is before it */
    bool grid;               /* begins on a line of the grid */
    bool floats;             /* may wait for the top of a page to come */
    const struct way *ways;
    size_t way_count;
    slab_paint paint;
    const void *what;        /* for `paint` */
    double x;                /* from the left of the column */
    const struct setting *label; /* painted at label_x on the first line: a list's number */
    double label_x;
    const struct setting *margin; /* a pointer in the margin beside it */
    const struct page_tag *tag;   /* in force when it was made */
    const char *const *ids;       /* places that begin here, ended by NULL, or NULL */
    const char *section;          /* the running heads' title from here on, or NULL */
    struct position at;           /* where it was written */
};

struct frame frame_make(const struct style *style, bool recto);

#endif
