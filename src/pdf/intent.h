/* intent: what the colours of a file on a screen mean: sRGB (ISO 19005-2, 6.2.3, an output intent with its profile). */
#ifndef PDF_INTENT_H
#define PDF_INTENT_H

#include "pdf/additions.h"

/* The number of an array with the one intent; 0 when the library refuses. The same bytes each time. */
int intent_add_srgb(struct additions *additions);

#endif
