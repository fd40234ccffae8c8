/* imposition: which pages stand on which side of which sheet.
 *
 * In: how many pages, and how they are bound. Out: the sides, in the order in which a two-sided printer takes them:
 * front, back, front, back ... Pages and sides are counted from 0. Numbers only, nothing to free. */
#ifndef PDF_IMPOSITION_H
#define PDF_IMPOSITION_H

#include <stddef.h>
#include <stdint.h>

#define NO_PAGE SIZE_MAX /* where a side stays empty */

struct imposition {
    size_t pages;     /* of the book */
    size_t across;    /* pages on a side: 1; or 2, with the fold between them */
    size_t sheets;    /* of paper */
    size_t signature; /* across == 2: sheets that are folded together; the last signature has what is left */
};

/* A page a side, front and back of a sheet. */
struct imposition impose_single(size_t pages);

/* Two pages a side, in signatures of so many sheets. 0: of as many as can be folded and stapled (20), and all signatures
 * alike, so that the last one is no odd slip. */
struct imposition impose_booklet(size_t pages, size_t signature);

size_t imposition_sides(const struct imposition *imposition);

/* The pages of a side from left to right, or NO_PAGE. With across == 1, page[1] is NO_PAGE. */
void imposition_side(const struct imposition *imposition, size_t side, size_t page[2]);

#endif
