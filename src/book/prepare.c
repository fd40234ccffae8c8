#include "book/prepare.h"

void book_prepare(struct book *book, const struct font_files *fonts, struct diags *diags)
{
    prepare_numbers(book);
    prepare_marks(book, diags);
    prepare_listed_ids(book);
    prepare_glossary(book, diags);
    prepare_anchors(book, diags);
    prepare_links(book, diags);
    prepare_index(book, diags);
    prepare_listings(book, diags);
    if (fonts)
        prepare_coverage(book, fonts, diags);
}
