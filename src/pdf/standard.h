/* standard: what a press edition says of itself, and how it is written.
 *
 * In: a document open in qpdf, all grey and opaque. Out: the same with the keys, the metadata and the output intent that a
 * standard asks for: nothing at all (NONE), PDF/X-1a:2001 (ISO 15930-1) or PDF/X-4 (ISO 15930-7). No trace of time. */
#ifndef PDF_STANDARD_H
#define PDF_STANDARD_H

#include <qpdf/qpdf-c.h>

#include "layout/page.h"

void standard_apply(qpdf_data qpdf, const struct pages *pages, enum print_standard standard);

/* Writes into qpdf's own memory. */
void standard_write(qpdf_data qpdf, enum print_standard standard);

#endif
