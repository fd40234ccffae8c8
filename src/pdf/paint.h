/* paint: a finished page as marks on a cairo context.
 *
 * In: pages. Out: what cairo makes of them, a PDF or pixels; points, origin top left, y down. A painter
 * lives for one document and keeps its scaled fonts and decoded pictures; the pages and
 * their faces must outlive it. The caller frees with painter_free. */
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include <cairo.h>

#include "base/diag.h"
#include "layout/page.h"

struct painter;

/* Leaves out what is hidden in one of the `uses` (enum page_use, or-ed). */
struct painter *painter_new(unsigned uses, struct diags *diags);

/* From now on pictures made of pixels are grey and opaque, and so are drawings that are see-through: for one ink. */
void painter_grey(struct painter *painter);
void painter_free(struct painter *painter);

/* Paints the items of a page, in their order. All contexts of a painter must have the same scale.
 * False, with a diagnostic, when a picture is broken ("image-broken") or cairo refuses ("internal"). */
bool painter_paint(struct painter *painter, cairo_t *cairo, const struct page *page);

/* The same into a PDF, with marks around each chunk (pdf/chunk.h) that marks.h finds again. */
bool painter_paint_marked(struct painter *painter, cairo_t *cairo, const struct page *page);

#endif
