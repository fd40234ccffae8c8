/* epub: a book becomes an EPUB 3 (EPUB 3.3, https://www.w3.org/TR/epub-33/).
 *
 * libxml2 writes every document, libzip the container. In: a prepared book, its fonts, the
 * cover's picture, the printed pages' map. Out: the bytes of the file, from the arena given. Same input, same bytes. */
#ifndef EPUB_EPUB_H
#define EPUB_EPUB_H

#include "base/diag.h"
#include "base/file.h"
#include "book/book.h"
#include "book/fonts.h"
#include "book/pagemap.h"

struct epub_input {
    const struct book *book;
    const struct font_files *fonts;
    struct bytes cover;          /* PNG or JPEG; length 0: none */
    const struct page_map *map;  /* of the printed book, or NULL */
    const char *workbook;        /* file name of the PDF that goes with it, or NULL */
    const char *pack;            /* file name of the PDF of its worksheets alone, or NULL */
};

bool epub_write(const struct epub_input *input, struct arena *arena, struct bytes *bytes, struct diags *diags);

#endif
