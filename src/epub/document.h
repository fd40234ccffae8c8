/* document: one XHTML file of the publication while it is being written.
 *
 * document_start writes everything up to the inside of <body>, document_end the rest, and adds the file to
 * the publication. Ids that the program makes up contain a dot, which an author's id cannot, so the two
 * never clash. */
#ifndef EPUB_DOCUMENT_H
#define EPUB_DOCUMENT_H

#include "epub/markup.h"
#include "epub/publication.h"

struct document {
    struct publication *publication;
    struct arena *arena;
    struct markup *markup;
    const char *path;
    const struct chapter *chapter; /* NULL: it is none */
    const struct block *opening;   /* its first paragraph, where that has a large letter */
    int level;                     /* of the last heading; 0: none yet */
    bool in_link;                  /* links do not nest */
    bool in_sheet;
    bool in_term;                  /* of a glossary: its link leads back to the text */
    unsigned phrases;              /* those that do not nest and are open: a set of 1 << enum phrase */
    int prompts;        /* so far in the sheet */
    int made;           /* ids made up so far */
    GPtrArray *gaps;    /* blanks of a sentence, listed after it; NULL: their hints stand in the text */
    GHashTable *called; /* notes called so far */
};

/* `type` is the epub:type of the body, or NULL. */
struct document *document_start(struct publication *publication, const char *path, const char *title,
                                const char *type);
void document_end(struct document *document, const char *properties);

/* An id that nobody else has in this file: "box.3". */
const char *document_make_id(struct document *document, const char *stem);

/* Where an anchor is, seen from this file. */
const char *document_link(const struct document *document, const struct anchor *anchor);
const char *document_file(const struct document *document, const char *path);

/* Marks the turn of the printed page, if the block of this id is the first thing on one. `id` is the block's own: it is
 * known by its address. A box and an element of a sheet are known by themselves. */
void document_page(struct document *document, const char *id);

/* Marks the page of a place that is no block, by its name in the map. */
void document_page_of(struct document *document, const char *place);

/* The same in two steps, for a file that is written later than it is read: what to mark (NULL: nothing), and the mark. */
const char *pages_take(struct publication *publication, const char *path, const char *place);
void document_page_mark(struct document *document, const char *label);

/* Writes a text of the book, or so much of it, with a mark at each word with which a printed page begins. The text is
 * the book's own, as document_page's id is. */
void document_text(struct document *document, const char *text);
void document_text_part(struct document *document, const char *text, size_t length);

/* Opens <h1> ... <h6>: the level wanted, or the one below the last heading when that would skip one. */
void document_heading(struct document *document, int wanted);

/* The language of the element just opened, and its direction, where they are not those of what is around it; NULL: they
 * are. */
void document_language(struct document *document, const char *lang);

/* The program's own words, where the book's language has none of them and they are English: `document_foreign` says so of
 * the element just opened, the others write one, or the words alone where they need no mark. */
void document_foreign(struct document *document);
void document_word(struct document *document, const char *element, const char *class_name, const char *text);
void document_word_text(struct document *document, const char *text);

/* Whether the direction of the words is plainly another one than that around them; says so of the element just opened. */
bool document_turns(const struct document *document, const struct span *spans);
void document_direction(struct document *document, const struct span *spans);

/* Our class of the element just opened, and what the author says of it in HTML; either may be NULL. */
void document_traits(struct document *document, const char *class_name, const struct traits *traits);

/* Id, class, language and traits of a block that is written as one element. */
void document_mark(struct document *document, const struct block *block, const char *class_name);

/* The usual element with class, epub:type and role, each of which may be NULL. */
void document_open(struct document *document, const char *element, const char *class_name, const char *type,
                   const char *role);

#endif
