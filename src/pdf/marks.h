/* marks: what cairo wrote around chunks becomes marked content of the structure (ISO 32000-1, 14.6, 14.7.4).
 *
 * In: the content of a page as painter_paint_marked left it, and the page. Out: the same marks on the paper, each inside a
 * sequence that has its element's type and number (MCID) or is an artifact. */
#ifndef PDF_MARKS_H
#define PDF_MARKS_H

#include <glib.h>

#include "pdf/structure.h"

/* Appends the content to `rewritten`. False when something is painted outside all chunks, or the chunks are not those of the page:
 * an error of the program, never of a book. */
bool marks_rewrite(const struct structure *structure, size_t page, unsigned uses, struct bytes content, GString *rewritten);

#endif
