/* ratings: statements with a row of numbered circles each; shared by battery and inventory.
 *
 * Used by layout/elements only. Points; what is made belongs to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_RATINGS_H
#define LAYOUT_ELEMENTS_RATINGS_H

#include "layout/elements/kit.h"

struct ratings {
    const struct block *block;
    int from, to;
    const char *low, *mid, *high;
    const char *who[2];  /* two people mark each statement, or NULL */
    const char **groups; /* each statement has the sign of its group, or NULL */
    size_t group_count;
};
struct extent ratings_measure(struct setter *setter, const struct ratings *ratings, double width);
/* Returns where they end. */
double ratings_draw(struct blanks *blanks, const struct ratings *ratings, struct area area);

#endif
