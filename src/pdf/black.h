/* black: what cairo paints black in red, green and blue becomes the one black ink.
 *
 * cairo knows no other colours, but a press that gets them prints black with all of its inks, and a bar of a barcode
 * then has coloured edges. In: a page open in qpdf. Nothing to free. */
#ifndef PDF_BLACK_H
#define PDF_BLACK_H

#include <qpdf/qpdf-c.h>

/* In the page's own content; pictures keep their colours. What cannot be read stays as it is. */
void black_page(qpdf_data qpdf, qpdf_oh page);

#endif
