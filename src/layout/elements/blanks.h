/* blanks: the form fields of an element, which lie exactly over its blanks.
 *
 * Used by layout/elements only. Points, page coordinates; fields belong to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_BLANKS_H
#define LAYOUT_ELEMENTS_BLANKS_H

#include "layout/draw.h"
#include "layout/setter.h"

/* The fields of one element, named in the order they are added. */
struct blanks {
    const struct canvas *on;
    const struct block *block;
    int count;
};

/* The element's one field, which has the element's own name. `leading` of ruled FIELD_LINES, else 0; `part` as below, or
 * NULL. */
void blank_only(const struct canvas *on, const struct block *block, enum field_kind kind, struct area area,
                double leading, const char *part);

/* The next of several; `part` says which: it follows the element's prompt. */
void blank_next(struct blanks *blanks, enum field_kind kind, struct area area, const char *part);

/* The same for ruled lines: what is typed stands on them. */
void blank_ruled(struct blanks *blanks, struct area area, double spacing, const char *part);

/* A box to tick, which the manuscript may have ticked already. */
void blank_check(struct blanks *blanks, struct area area, const char *part, bool ticked);

/* FIELD_LINE, or FIELD_LINES when there is room for two lines. */
void blank_writing(struct blanks *blanks, struct area area, const char *part);

/* One choice of a group. Choices share the number that blank_group counted last (0: the element's own name).
 */
void blank_group(struct blanks *blanks);
void blank_choice(struct blanks *blanks, struct area area, const char *part, const char *value);

#endif
