/* pdf: pages become files.
 *
 * cairo paints; qpdf finishes: outline, links, destinations, page labels, metadata, identifiers.
 * In: pages. Out: bytes, from the arena given. Nothing here reads the book. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "layout/page.h"

/* The edition for the screen, of a whole book or of some of its pages, without what is hidden in one of the `uses`
 * (enum page_use, or-ed). The creation date is midnight UTC of pages->date, or SOURCE_DATE_EPOCH. False, with a
 * diagnostic (code "internal" or "image-broken"), when a library refuses. */
bool pdf_write_screen(const struct pages *pages, unsigned uses, struct arena *arena, struct bytes *bytes,
                      struct diags *diags);

/* A cover, with as much bleed on all four sides: the page is the whole sheet, the trim lies within. Without tags,
 * links, bookmarks, or anything that a press would have to leave out; PDF 1.4. */
bool pdf_write_cover(const struct pages *pages, double bleed, struct arena *arena, struct bytes *bytes,
                     struct diags *diags);

/* One page as a PNG of `pixels` wide, white or its own ground below. */
bool pdf_write_png(const struct pages *pages, size_t page, int pixels, struct arena *arena,
                   struct bytes *bytes, struct diags *diags);

#endif
