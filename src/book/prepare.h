/* prepare: the steps of book_prepare, in their order.
 *
 * Private to book/. From the reader come: 1 as the number of each chapter, part, figure and table that is to
 * be counted, and "#id" as the url of each link inside the book. */
#ifndef BOOK_PREPARE_H
#define BOOK_PREPARE_H

#include "book/book.h"
#include "book/fonts.h"

/* number.c: chapters, parts, sheets, figures, tables, notes and fields; the counts of the book. */
void prepare_numbers(struct book *book);

/* index.c: ids for the marks and the place of the index; a second place is reported. */
void prepare_marks(struct book *book, struct diags *diags);

/* listing.c: ids for what a list names and its author did not. */
void prepare_listed_ids(struct book *book);

/* glossary.c: ids for the terms of glossaries and for the places of their first use, and links between them;
 * reports a term that stands there twice, and a glossary without terms. */
void prepare_glossary(struct book *book, struct diags *diags);

/* anchors.c: gathers book->anchors; reports ids that are given twice. */
void prepare_anchors(struct book *book, struct diags *diags);

/* All ids, sorted, for hints. Borrowed from the book. */
const char *const *anchors_ids(const struct book *book, size_t *count);

/* resolve.c: links get their anchors, and words where they have none. */
void prepare_links(struct book *book, struct diags *diags);

/* index.c: makes book->index; reports where "see" leads nowhere. Needs the anchors. */
void prepare_index(struct book *book, struct diags *diags);

/* listing.c: makes book->listed. Captions may have words that links write: needs them. */
void prepare_listings(struct book *book, struct diags *diags);

/* coverage.c: reports each character that is in none of the fonts, once. */
void prepare_coverage(const struct book *book, const struct font_files *fonts, struct diags *diags);

#endif
