/* icon: the eight small marks of worksheets and boxes, as lines.
 *
 * Drawn for any size in a square, always with a line of 1 point in the accent colour. Decoration: the
 * words beside an icon say what it means. */
#ifndef LAYOUT_ICON_H
#define LAYOUT_ICON_H

#include "layout/page.h"

struct setter;

enum icon {
    ICON_CLOCK,
    ICON_EFFORT_1, /* one dot of three */
    ICON_EFFORT_2,
    ICON_EFFORT_3,
    ICON_SOLO, /* one head */
    ICON_EACH, /* two heads apart */
    ICON_PAIR, /* two heads together */
    ICON_LOCK,
    ICON_HAND,
    ICON_LOOP,
    ICON_COUNT
};

/* The top left of its square at x, y; `size` is the square's side. */
void icon_paint(struct setter *setter, struct page *page, enum icon icon, double x, double y, double size);

#endif
