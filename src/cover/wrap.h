/* wrap: the sizes of a cover that goes round a printed book: back, spine and front on one sheet.
 *
 * In: the trim size, the number of pages, the paper. Out: areas in points, from the sheet's top left. Nothing is
 * allocated. The figures are those of Kindle Direct Publishing ("Create a Paperback Cover", "Calculate your spine
 * width"); other printers name the width of the spine themselves. */
#ifndef COVER_WRAP_H
#define COVER_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "book/book.h"
#include "layout/draw.h"

struct wrap {
    double width, height;           /* of the whole sheet, bleed and all */
    struct area back, spine, front; /* as trimmed and folded */
    struct area barcode;            /* on the back, beside the spine: kept free */
};

/* What is printed beyond the trim on all four sides, and cut off. */
extern const double wrap_bleed;

/* No text or picture that must be seen whole stands nearer to the trim. */
extern const double wrap_safety;

/* What the spine's text keeps from each of its edges: a fold is never quite where it should be. */
extern const double wrap_spine_clearance;

/* How thick the book is. An odd number of pages gets one more: a leaf has two. */
double wrap_spine(size_t pages, enum paper paper);

/* Whether printers take text on the spine of so few pages. */
bool wrap_spine_takes_text(size_t pages);

struct wrap wrap_measure(double trim_width, double trim_height, double spine);

#endif
