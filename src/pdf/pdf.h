/* pdf: pages become files.
 *
 * cairo paints; qpdf finishes: outline, links, destinations, page labels, metadata, identifiers.
 * In: pages. Out: bytes, from the arena given. Nothing here reads the book. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diag.h"
#include "book/home.h"
#include "layout/page.h"

/* The edition for the screen, of a whole book or of some of its pages, without what is hidden in one of the `uses`
 * (enum page_use, or-ed). The creation date is midnight UTC of pages->date, or SOURCE_DATE_EPOCH. False, with a
 * diagnostic (code "internal" or "image-broken"), when a library refuses. */
bool pdf_write_screen(const struct pages *pages, unsigned uses, struct arena *arena, struct bytes *bytes,
                      struct diags *diags);

/* The edition for the press: one ink, nothing but what is printed, an even number of pages of which the last is blank.
 * Accent, bleed and standard are the style's. The same as above else. */
bool pdf_write_press(const struct pages *pages, const struct style *style, struct arena *arena, struct bytes *bytes,
                     struct diags *diags);

/* The edition for a home printer: the pages on sheets of A4 or Letter, without what is hidden in print; for paper alone,
 * so without links and fields. Dates and failures as above. */
bool pdf_write_home(const struct pages *pages, const struct home *home, struct arena *arena, struct bytes *bytes,
                    struct diags *diags);

/* What the edition for the screen says to a screen reader, as a tree in text. */
void pdf_dump_structure(const struct pages *pages, unsigned uses, FILE *to);

/* A cover, with as much bleed on all four sides: the page is the whole sheet, the trim lies within. Without tags,
 * links, bookmarks, or anything that a press would have to leave out; PDF 1.4. */
bool pdf_write_cover(const struct pages *pages, double bleed, struct arena *arena, struct bytes *bytes,
                     struct diags *diags);

/* One page as a PNG of `pixels` wide, white or its own ground below. */
bool pdf_write_png(const struct pages *pages, size_t page, int pixels, struct arena *arena,
                   struct bytes *bytes, struct diags *diags);

#endif
