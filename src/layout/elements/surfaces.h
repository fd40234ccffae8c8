/* surfaces: what many elements have to write on: ruled lines, bands with a head, boxes with a title, words
 * that a rule goes on from.
 *
 * Used by layout/elements only. Points, page coordinates. */
#ifndef LAYOUT_ELEMENTS_SURFACES_H
#define LAYOUT_ELEMENTS_SURFACES_H

#include "layout/elements/kit.h"

/* Ruled lines with one field, the first rule `spacing` below y. */
void ruled_draw(struct blanks *blanks, double x, double y, double width, int count, double spacing,
                const char *part);

/* A tinted band with a head in semibold; `words` may be NULL. */
const struct setting *band_set(struct setter *setter, const struct span *spans, double width);
const struct setting *band_given(struct setter *setter, const struct block *block, const char *name,
                                 double width); /* of a text attribute; NULL as there */
double band_height(const struct setting *words); /* 0 without words */
void band_draw(const struct canvas *on, const struct setting *words, struct area area);

/* A strip below columns, as wide as they are together: its head, and ruled lines. Nothing without a head. */
void shared_strip_draw(struct blanks *blanks, const struct setting *head, double y, int lines);

/* A box whose title stands in the rule at its top edge; `title` NULL: a plain box. */
const struct setting *box_title_set(struct setter *setter, const struct block *block, const char *name,
                                   double width); /* of a text attribute; NULL without one */
double box_title_height(const struct setting *title); /* what the title adds to the height of the box */
/* Draws box and title over the whole area; returns the box, without what the title takes at its top. */
struct area titled_box_draw(const struct canvas *on, const struct setting *title, struct area area, bool tinted);

/* Words with a rule behind them, to be gone on with: "From ____". Where that would leave less than `least`, the
 * rule stands on a line of its own. */
struct starter {
    const struct setting *words; /* or NULL */
    double left, top;            /* of the blank, from the starter's own */
    double height;
};

struct starter starter_make(struct setter *setter, const struct block *block, const char *text, double width,
                            double least);
void starter_draw(struct blanks *blanks, const struct starter *starter, double x, double y, double width,
                  const char *part);

#endif
