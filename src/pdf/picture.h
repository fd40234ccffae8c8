/* picture: one picture of a page, opened once and painted as often as it is shown.
 *
 * In: the bytes of a PNG, JPEG or SVG. The bytes must outlive the picture (a JPEG goes into a PDF as it
 * is). Out: marks on a cairo context, in points, y down. The caller frees with picture_free. Nothing outside
 * the bytes is ever loaded: an SVG gets no base address. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include <cairo.h>

#include "base/diag.h"
#include "layout/page.h"

struct picture;

/* `grey`: for one ink: pixels are grey and opaque, and a drawing that is see-through becomes such pixels. NULL, with a
 * diagnostic "image-broken", when the bytes are no such picture. */
struct picture *picture_open(const struct page_image *image, bool grey, struct diags *diags);
void picture_free(struct picture *picture);

/* Fills the rectangle. False, with a diagnostic "image-broken", when the picture cannot be drawn. */
bool picture_paint(struct picture *picture, cairo_t *cairo, double x, double y, double width,
                   double height, struct diags *diags);

#endif
