/* profile: what the colours of a file mean, as ICC profiles (ICC.1:2001-04).
 *
 * Out: a profile's bytes, the same each time, freed with g_free; `data` NULL when the library refuses. */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "base/file.h"

/* Black ink on white paper (6.3.3.1: a monochrome output profile). */
struct bytes profile_grey(void);

/* The colours of a screen: sRGB (IEC 61966-2-1). */
struct bytes profile_srgb(void);

#endif
