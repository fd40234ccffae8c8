/* proof: what a shop's rules ask of pages, measured.
 *
 * In: pages and the style of their press edition. Out: true where a rule is broken. Points. */
#ifndef PDF_PROOF_H
#define PDF_PROOF_H

#include "book/style.h"
#include "layout/page.h"

struct proof {
    const struct pages *pages;
    const struct style *style;
    size_t count; /* of the pages that are printed, with those added at the end */
};

/* Of a page, by its index. Nothing that reaches the page's edge on purpose counts as too near to it. */
bool proof_near_spine(const struct proof *proof, size_t index, double least);
bool proof_near_edge(const struct proof *proof, size_t index, double least);  /* the other three */
bool proof_small_text(const struct proof *proof, size_t index, double least); /* size */
bool proof_thin_line(const struct proof *proof, size_t index, double least);
bool proof_coarse_picture(const struct proof *proof, size_t index, double least); /* pixels an inch */
bool proof_bleeds(const struct proof *proof, size_t index);
bool proof_blank(const struct proof *proof, size_t index); /* true of the pages added, too */

#endif
