/* form_font: the font that a reader types in: all the Latin letters that a font file has, embedded.
 *
 * In: the path of a TTF or OTF file. Out: a composite font among the additions (ISO 32000-1, 9.7), whose codes are glyphs, with
 * widths and the way back to characters; the same bytes for the same file. */
#ifndef PDF_FORM_FONT_H
#define PDF_FORM_FONT_H

#include "pdf/additions.h"

/* The number of the font's object; 0 when the file cannot be read or cut. */
int form_font_add(struct additions *additions, const char *path);

#endif
