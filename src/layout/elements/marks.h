/* marks: squares, circles, diamonds and triangles, which a reader tells apart by their shape, and what they
 * mean.
 *
 * Used by layout/elements only. Points, page coordinates. */
#ifndef LAYOUT_ELEMENTS_MARKS_H
#define LAYOUT_ELEMENTS_MARKS_H

#include "layout/elements/kit.h"

enum mark { MARK_SQUARE, MARK_CIRCLE, MARK_DIAMOND, MARK_TRIANGLE, MARK_COUNT };
/* Outlined ones are to be ticked, or to be drawn by the reader; full ones only name something. */
enum filling { FILLING_NONE, FILLING_HALF, FILLING_FULL }; /* half: of circles */

/* Centred on x, y. */
void mark_paint(const struct canvas *on, enum mark mark, enum filling filling, double x, double y,
                double size);

/* The mark of an item's group; the first when it is none of them. */
enum mark mark_of_group(const char *const *groups, size_t count, const char *group);

/* What signs mean, in small type: as many beside each other as fit. */
struct legend {
    enum mark mark[MARK_COUNT];
    enum filling filling[MARK_COUNT];
    const char *words[MARK_COUNT];
    size_t count;
};
double legend_height(struct setter *setter, const struct legend *legend, double width);
void legend_draw(const struct canvas *on, const struct legend *legend, double x, double y, double width);

/* The `key` of an element: with the signs of `with`, one a part, when bars divide it. A key in one piece is
 * left as it is, and stands for itself. */
struct key {
    struct legend legend;
    const struct setting *words; /* without signs; or NULL */
};
struct key key_make(struct setter *setter, const struct block *block, double width,
                    const struct legend *with);
double key_height(struct setter *setter, const struct key *key, double width); /* 0: there is none */
void key_draw(const struct canvas *on, const struct key *key, double x, double y, double width);

#endif
