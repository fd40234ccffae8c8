/* intent: what the colours of a file for the screen mean: sRGB.
 *
 * Out: an output intent with its profile (ISO 19005-2, 6.2.3) among the additions: what makes a PDF/A of colours that do not say
 * themselves what they are. */
#ifndef PDF_INTENT_H
#define PDF_INTENT_H

#include "pdf/additions.h"

/* The number of an array with the one intent; 0 when the library refuses. The same bytes each time. */
int intent_add_srgb(struct additions *additions);

#endif
