/* standard: what a press edition says of itself, and how it is written.
 *
 * In: a document open in qpdf, all grey and opaque. Out: the same with the keys, the metadata and the output intent that a
 * standard asks for: nothing at all (NONE), PDF/X-1a:2001 (ISO 15930-1) or PDF/X-4 (ISO 15930-7). No trace of time. */
#ifndef PDF_STANDARD_H
#define PDF_STANDARD_H

#include <qpdf/qpdf-c.h>

#include "layout/page.h"

void standard_apply(qpdf_data qpdf, const struct pages *pages, enum print_standard standard);

/* Of PDF: nothing in an opaque grey document is younger than 1.3, and a press may be older than object streams. */
const char *standard_version(enum print_standard standard);

#endif
