/* signing: lines to sign and date; shared by signature and agreement.
 *
 * Used by layout/elements only. Points; drawn by signature.c. */
#ifndef LAYOUT_ELEMENTS_SIGNING_H
#define LAYOUT_ELEMENTS_SIGNING_H

#include "layout/elements/kit.h"

struct signing {
    int people;
    bool dated;
    const char **roles; /* words under the lines, of as many people as there are */
    size_t role_count;
};
double signing_height(struct setter *setter, const struct signing *signing, double width);
void signing_draw(struct blanks *blanks, const struct signing *signing, struct area area);

#endif
