/* hang: how much of a character stands out into the margin at an end of a line.
 *
 * As a part of the character's own width: after Hàn Thế Thành, "Micro-typographic extensions to the TeX
 * typesetting system" (2000), chapter 3. */
#ifndef LAYOUT_HANG_H
#define LAYOUT_HANG_H

#include <glib.h>

double hang_left(gunichar c);  /* at a line's left end */
double hang_right(gunichar c); /* at its right end */

#endif
