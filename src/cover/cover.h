/* cover: title, style and art become the front.
 *
 * The cover is a page like the others, set with layout's typesetter and painted by pdf/, so
 * that there is one way to set a line and one to paint it. */
#ifndef COVER_COVER_H
#define COVER_COVER_H

#include "book/book.h"
#include "layout/layout.h"

/* One page of 1600:2560 proportion (400 by 640 points), freed with pages_free. */
struct pages *cover_front(const struct book *book, struct faces *faces, struct diags *diags);

#endif
