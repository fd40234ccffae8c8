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
    int level;                     /* of the last heading; 0: none yet */
    bool in_link;                  /* links do not nest */
    bool in_sheet;
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

/* Marks the turn of the printed page, if this anchor is the first thing on one. */
void document_page(struct document *document, const char *id);

/* Opens <h1> ... <h6>: the level wanted, or the one below the last heading when that would skip one. */
void document_heading(struct document *document, int wanted);

/* The language of the element just opened, where it is not that of what is around it; NULL: it is. */
void document_language(struct document *document, const char *lang);

/* Our class of the element just opened, and what the author says of it in HTML; either may be NULL. */
void document_traits(struct document *document, const char *class_name, const struct traits *traits);

/* Id, class, language and traits of a block that is written as one element. */
void document_mark(struct document *document, const struct block *block, const char *class_name);

/* The usual element with class, epub:type and role, each of which may be NULL. */
void document_open(struct document *document, const char *element, const char *class_name, const char *type,
                   const char *role);

/* What the pages' list can say: fills publication.starts from the printed pages' map. */
void pages_find(struct publication *publication);

#endif
