/* transparency: what is see-through in a PDF, which a press does not take (ISO 32000-1, 11).
 *
 * In: a document, as bytes or opened in qpdf. Out: whether there is any; and the document without the keys that only say
 * that there is none. */
#ifndef PDF_TRANSPARENCY_H
#define PDF_TRANSPARENCY_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

#include "base/file.h"

/* False too when qpdf cannot read the bytes. */
bool transparency_inside(struct bytes pdf);

/* Takes the groups and graphics states away that change nothing where all is opaque. False when not all is. */
bool transparency_remove(qpdf_data qpdf);

#endif
