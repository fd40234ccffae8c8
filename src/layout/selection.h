/* selection: some of a book's finished pages as pages of their own: the worksheet pack.
 *
 * In: the pages of the book, and which of its sheets are wanted. Out: those sheets' pages, as they are:
 * nothing is set anew, folios stay those of the book. The caller frees them with pages_free. They own their
 * lists of pages, links and bookmarks, and borrow all that stands on the pages from the book's, which must
 * outlive them. */
#ifndef LAYOUT_SELECTION_H
#define LAYOUT_SELECTION_H

#include "layout/page.h"

struct sheet_choice {
    const bool *wanted; /* by number, up to pages_last_sheet; NULL: all, those without a number too */
    bool shared;        /* leaves the private ones out */
};

/* The highest number of a sheet; 0 when none has a number. */
int pages_last_sheet(const struct pages *pages);

/* The sheets chosen, in the book's order. Only their bookmarks and places are there, and of the links those
 * that lead to one of the pages, or out of the book: others are plain words. The title says that it is the
 * worksheets' ("Two Cups Again: Worksheets"). NULL when no sheet is left. */
struct pages *pages_select_sheets(const struct pages *pages, const struct sheet_choice *choice);

#endif
