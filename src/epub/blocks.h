/* blocks, spans, figures, tables, sheets: the tree's nodes as XHTML.
 *
 * In: nodes of a prepared book. Out: elements written into the open document, in order. Nothing is
 * returned and nothing is to be freed; a picture that cannot be used has been reported before. */
#ifndef EPUB_BLOCKS_H
#define EPUB_BLOCKS_H

#include "epub/document.h"

/* spans.c */
void spans_write(struct document *document, const struct span *spans);
/* Only the places that the index leads to: of words that are shown as plain text. */
void index_marks_write(struct document *document, const struct block *blocks);
bool spans_have_blank(const struct span *spans);
/* A paragraph, and after it the list of its blanks. Class and id may be NULL. */
void paragraph_write(struct document *document, const char *class_name, const char *id,
                     const struct span *spans);

/* blocks.c */
void blocks_write(struct document *document, const struct block *blocks);
void block_write(struct document *document, const struct block *block);
/* <li> with what an item holds; `tight`: its paragraphs as bare text. */
void item_write(struct document *document, const struct block *item, bool tight);
void item_words(struct document *document, const struct block *item, bool tight);
void list_write(struct document *document, const struct block *list);
void notes_write(struct document *document, const struct chapter *chapter);

/* figures.c */
void figure_write(struct document *document, const struct block *figure);
void image_write(struct document *document, const struct span *span);
/* "Figure 3. What it shows" in an element of its own; nothing where there is neither number nor caption. */
void caption_write(struct document *document, const char *element, enum word word, int number,
                   const struct span *spans);

/* tables.c */
void table_write(struct document *document, const struct block *table);

/* lists.c */
void index_write(struct document *document, const struct block *index);
void listing_write(struct document *document, const struct block *listing);
void repeat_write(struct document *document, const struct block *repeat);

/* sheets.c */
void sheet_write(struct document *document, const struct block *sheet);
bool sheet_is_room(const struct block *sheet); /* to write on, and not in the EPUB */
void example_write(struct document *document, const struct block *example);
void steps_write(struct document *document, const struct block *steps);
void then_write(struct document *document, const struct block *then);
void before_write(struct document *document, const struct block *before);
void stop_write(struct document *document, const struct block *stop);

/* elements.c: what an element asks, without a list around it. */
void element_write(struct document *document, const struct block *element);
bool element_on_reader(const struct element *element); /* or only in print */

#endif
