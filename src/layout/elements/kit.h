/* kit: what the elements of the worksheet kit share: prompts and heights; labels.h and blanks.h have the rest.
 *
 * Used by layout/elements only. Points; everything made belongs to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_KIT_H
#define LAYOUT_ELEMENTS_KIT_H

#include "layout/draw.h"
#include "layout/element.h"
#include "layout/elements/blanks.h"
#include "layout/elements/labels.h"
#include "layout/setter.h"

/* NAME_measure and NAME_draw of every element. */
#define ELEMENT(KIND, name, ...)                                                                             \
    struct extent name##_measure(struct setter *setter, const struct block *block, double width);            \
    void name##_draw(const struct canvas *canvas, const struct block *block);
#include "book/elements.def"
#undef ELEMENT

/* ---- the prompt above a blank ---- */

double prompt_measure(struct setter *setter, const struct block *block, double width);

/* Paints it; returns the canvas that is left below. */
struct canvas prompt_draw(const struct canvas *canvas, const struct block *block);

/* Whether an element shows a sample of an answer in its own place, not above it. */
bool element_shows_example(enum element_kind kind);

/* ---- heights ---- */

/* An extent from the heights of what is below the prompt. `fills`: the element can grow, and does when
 * the author says `fill`; `min` counts then. */
struct extent extent_make(struct setter *setter, const struct block *block, double width, double least,
                          double natural, bool fills);

/* How loose an element of these heights stands in `height`: 0 at its least, 1 at natural or more. */
double looseness(double height, double least, double natural);

/* Shares `height` out over rows: between least and natural in proportion, beyond that the same to each. */
void share_height(const struct extent *rows, size_t count, double height, double *heights);

/* Shares `width` out by weight, no column below its least as long as there is room. */
void share_width(double width, size_t count, const double *weights, const double *least, double *widths);

#endif
