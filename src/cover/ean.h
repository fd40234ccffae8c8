/* ean: an EAN-13 symbol as its modules (ISO/IEC 15420; GS1 General Specifications, section 5.2).
 *
 * In: the thirteen digits, of which the last is the check digit. Out: which of the 95 modules are dark, from left to
 * right. Widths are modules; what a module measures is the business of who draws it. */
#ifndef COVER_EAN_H
#define COVER_EAN_H

#include <stdbool.h>

/* Guard bars, six digits, guard bars in the middle, six digits, guard bars. */
enum { EAN_MODULES = 95, EAN_GUARD = 3, EAN_DIGIT = 7, EAN_HALF = EAN_GUARD + 6 * EAN_DIGIT, EAN_MIDDLE = 5 };

/* What must stay light beside it. */
enum { EAN_QUIET_LEFT = 11, EAN_QUIET_RIGHT = 7 };

void ean_modules(const char *digits, bool dark[EAN_MODULES]);

/* Whether a module belongs to guard bars, which are longer. */
bool ean_is_guard(int module);

#endif
