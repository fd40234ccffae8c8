/* pdf: pages become files.
 *
 * cairo paints; qpdf finishes: outline, links, destinations, page labels, metadata, identifiers.
 * In: pages. Out: bytes, from the arena given. Nothing here reads the book. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "layout/page.h"

/* The screen edition. `year` ... from pages->date: the creation date is midnight UTC of that day, or
 * SOURCE_DATE_EPOCH. False, with a diagnostic (code "internal" or "image-broken"), when a library refuses. */
bool pdf_write_screen(const struct pages *pages, struct arena *arena, struct bytes *bytes,
                      struct diags *diags);

/* One page as a PNG of `pixels` wide, white or its own ground below. */
bool pdf_write_png(const struct pages *pages, size_t page, int pixels, struct arena *arena,
                   struct bytes *bytes, struct diags *diags);

#endif
