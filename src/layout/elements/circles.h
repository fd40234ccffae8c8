/* circles: rows of numbered circles, and the words at their ends; shared by scale, battery and inventory.
 *
 * Used by layout/elements only. Points; page coordinates where something is drawn. */
#ifndef LAYOUT_ELEMENTS_CIRCLES_H
#define LAYOUT_ELEMENTS_CIRCLES_H

#include "layout/elements/kit.h"

struct circles {
    int from, to;
    const char *low, *mid, *high; /* what the ends and the middle mean, or NULL */
    double radius, pitch;         /* pitch: from circle to circle */
    bool ground;                  /* white inside, on a tint */
    int per_row, rows;            /* more rows than one only where the width is too small for one */
    double width, height;
};

/* At most `most` from circle to circle. */
struct circles circles_make(struct setter *setter, int from, int to, double width, double most);

/* One group of choices: blank_group is called before where an element has several. `of`: what is answered, or
 * NULL. */
void circles_draw(struct blanks *blanks, const struct circles *circles, double x, double y, const char *of);

/* The words under, or over, a row of circles. */
struct ends {
    const struct setting *low, *mid, *high; /* NULL: none */
    double width, height;
};
/* The pitch at which no word of theirs must be divided. */
double ends_pitch(struct setter *setter, const struct circles *circles);
struct ends ends_make(struct setter *setter, const struct circles *circles);
/* `bottom`: those of fewer lines stand at the foot of the area, not at its top. */
void ends_draw(const struct canvas *on, const struct ends *ends, double x, double y, bool bottom);

#endif
