/* element: how the blanks of the worksheet kit are set on paper.
 *
 * Two passes: an element is first measured at a width, then drawn at the height the sheet's layout
 * gives it. Drawing adds marks and fields to the page, in reading order. Points; what an element makes
 * belongs to the setter's arena. The prompt above a blank is part of the element. */
#ifndef LAYOUT_ELEMENT_H
#define LAYOUT_ELEMENT_H

#include <stdbool.h>

#include "book/book.h"

struct setter; /* the typesetter: layout/setter.h */
struct page;   /* layout/page.h */

/* A drawing that goes on across the spine is drawn twice, at the same height on both pages. */
enum drawn_half { HALF_NONE, HALF_FIRST, HALF_SECOND };

/* Where an element is drawn. */
struct canvas {
    struct setter *setter;
    struct page *page;
    double x, y, width; /* its top left on the page, and its width */
    double height;      /* the height it was given: at least its extent's `least` */
    bool recto;
    enum drawn_half half; /* the prompt's room stays free on the second */
};

/* How high an element may be. natural >= least. */
struct extent {
    double least;   /* with its own gaps at their tightest */
    double natural; /* as it likes to be: whole lines of the grid */
    double stretch; /* its share of leftover height; 0: takes none */
    double grow;    /* by so much it may grow where nothing stretches, rather than leave the page's foot empty */
    double step;    /* it grows by whole steps, as ruled lines do; 0: by any height */
};

typedef struct extent (*element_measure)(struct setter *setter, const struct block *block, double width);
typedef void (*element_draw)(const struct canvas *canvas, const struct block *block);

struct element_setting {
    element_measure measure;
    element_draw draw;
};

/* One an element kind, in the order of elements.def. */
extern const struct element_setting element_settings[ELEMENT_COUNT];

#endif
