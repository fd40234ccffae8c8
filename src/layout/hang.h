/* hang: how much of a character stands out into the margin at an end of a line.
 *
 * Start and end are those of reading: a right-to-left line starts at the right. As a part of the character's own
 * width: after Hàn Thế Thành, "Micro-typographic extensions to the TeX
 * typesetting system" (2000), chapter 3. */
#ifndef LAYOUT_HANG_H
#define LAYOUT_HANG_H

#include <glib.h>

double hang_start(gunichar c); /* where a line starts */
double hang_end(gunichar c);   /* where it ends */

#endif
