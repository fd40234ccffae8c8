/* layout: a book becomes pages.
 *
 * In: a prepared book and the fonts. Out: finished pages that the caller frees with pages_free;
 * they borrow from the book (texts, pictures) and from the faces, which must outlive them.
 * Points everywhere. Reports sheets that do not fit their page and lines that stick out. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/diag.h"
#include "book/book.h"
#include "layout/face.h"
#include "layout/page.h"

/* `hyphenation`: folder of libhyphen dictionaries (hyph_en_US.dic ...); NULL: no hyphenation. */
struct pages *layout_book(const struct book *book, struct faces *faces, const char *hyphenation,
                          struct diags *diags);

#endif
