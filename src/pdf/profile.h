/* profile: black ink on white paper, as an ICC profile (ICC.1:2001-04, 6.3.3.1: a monochrome output profile).
 *
 * Out: the profile's bytes, the same each time; freed with g_free. */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "base/file.h"

/* `data` NULL when the library refuses. */
struct bytes profile_grey(void);

#endif
