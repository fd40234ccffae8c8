/* page_state: a page while it is being filled: the moves of pagebreak.c and what they cost.
 *
 * The same moves are made to find the best way, many times over, and once more to write it down: then there is a
 * plan to write to. Points, y from the top of the text. Costs: a page a line short alone is about 100. */
#ifndef LAYOUT_PAGE_STATE_H
#define LAYOUT_PAGE_STATE_H

#include "layout/pagebreak.h"

/* What is the same for all moves. */
struct pagination {
    const struct slab *slabs;
    size_t count;
    struct page_rules rules;
    size_t *floats;           /* the slabs that float, in order */
    size_t float_count;
    const struct foot **feet; /* in the order they are called */
    size_t *foot_start;       /* a foot's first strip among all feet's strips; one more than there are feet */
    size_t *first_foot;       /* of each slab; one more than there are slabs */
    double *foot_above;       /* height of all feet's strips before one; one more than there are strips */
};

struct page_state {
    double y, after;       /* how far down the page is filled; space owed below that */
    double feet;           /* height of the footnotes on it */
    double verso_gap;      /* a recto's: how much the page across lacks; negative: there is none */
    size_t placed, called; /* feet's strips that stand somewhere, and that have been called: the rest is to come */
    size_t waiting;        /* figures that wait for the next page */
    size_t floats;         /* figures met so far */
    size_t pages;          /* pages that are finished */
    bool recto, empty;
};

/* What to do with a slab. */
struct choice {
    size_t cut;        /* strips on the page; 0: all */
    unsigned char way;
    bool turn;         /* the page first */
    bool extra;        /* the space above grows */
    bool wait;         /* for the top of a page */
    bool split;        /* the last strip's note may run on */
};

struct pagination *pagination_new(const struct slab *slabs, size_t count, const struct page_rules *rules);
void pagination_free(struct pagination *pagination);

/* An empty first page. `plan`, here and below: NULL, or what is written to. */
struct page_state page_first(const struct pagination *on, struct plan *plan);

/* Places a slab; returns what it costs, HUGE_VAL when it cannot be done. */
double page_place(const struct pagination *on, struct page_state *state, size_t slab, const struct choice *choice,
                  struct plan *plan);

/* How many strips of a slab fit on the page. */
size_t page_fits(const struct pagination *on, const struct page_state *state, size_t slab, const struct choice *choice);

/* What still waits gets its pages. */
double page_finish(const struct pagination *on, struct page_state *state, struct plan *plan);

/* Lines that the page lacks to be full; and a class of the verso's in half lines, for states that are alike. */
enum { PAGE_DEPTHS = 10 };
double page_gap(const struct pagination *on, const struct page_state *state);
int page_depth_class(const struct pagination *on, const struct page_state *state);

#endif
