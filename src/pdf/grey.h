/* grey: colours as one black ink prints them.
 *
 * In: red, green, blue, or a painted document open in qpdf. Out: DeviceGray, 0 black to 1 white. What is drawn with a pen or
 * filled is either white or at least as dark as a press can print evenly; pixels and the colours of a gradient keep their
 * shades. Nothing to free. */
#ifndef PDF_GREY_H
#define PDF_GREY_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

#include "book/style.h"

/* Of a flat colour: at least 10% ink, or none at all. */
double grey_flat(struct colour colour);

/* Of a pixel; bytes. */
unsigned char grey_pixel(unsigned red, unsigned green, unsigned blue);

/* All streams, pictures and gradients of a document become grey. False when there is something in it that cairo does not
 * write today, so that its colour is not known. */
bool grey_document(qpdf_data qpdf);

#endif
