/* css: pieces of a style sheet, and what its colours are like on a screen.
 *
 * Text is appended to a GString of the caller's; numbers come out the same in every locale. */
#ifndef EPUB_CSS_H
#define EPUB_CSS_H

#include <glib.h>
#include <stdbool.h>

#include "book/style.h"

/* A quoted string (CSS Syntax, section 4.3.5): quotes, backslashes and line ends escaped. */
void css_string(GString *css, const char *text);

/* A decimal number without trailing zeros between two texts. */
void css_number(GString *css, const char *before, double number, const char *after);

/* "color: #8c3f28; " */
void css_colour(GString *css, const char *before, struct colour colour);

/* The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
double colour_contrast(struct colour one, struct colour other);

/* Readers show our text on white, on black and on anything between: the colour itself where it is legible at
 * both ends (WCAG 2.2, 1.4.3), or else the same hue as light as it takes. */
struct colour colour_legible(struct colour colour);

/* A grey has no hue to keep: it is the reader's text colour. */
bool colour_is_grey(struct colour colour);

#endif
