/* cover: title, style and art become the front of the e-book, and the wrap of the printed book.
 *
 * A cover is a page like the others, set with layout's typesetter and painted by pdf/, so that there is one way to
 * set a line and one to paint it. In: the book. Out: one page, in points; freed with pages_free. */
#ifndef COVER_COVER_H
#define COVER_COVER_H

#include "book/book.h"
#include "layout/layout.h"

/* One page of 1600:2560 proportion (400 by 640 points). */
struct pages *cover_front(const struct book *book, struct faces *faces, struct diags *diags);

/* Back, spine and front of a printed book of so many pages, with the bleed of wrap.h all round. Its front is the
 * author's finished cover where there is one. Warns of what has no room (cover-text) and of a finished cover of
 * another proportion (cover-shape). */
struct pages *cover_wrap(const struct book *book, struct faces *faces, size_t page_count, struct diags *diags);

#endif
