/* publication: the EPUB while it is being made: which files it has, what they are called, what they hold.
 *
 * Paths are those inside OEBPS/, from publication_name; they are ASCII, without spaces, and differ after
 * case folding (EPUB 3.3, section 4.2.2). Resources stand in the container and in the manifest in the order
 * they are added. Everything is from the arena, but for the tables, which publication_end frees. */
#ifndef EPUB_PUBLICATION_H
#define EPUB_PUBLICATION_H

#include <glib.h>

#include "book/words.h"
#include "epub/epub.h"

struct resource {
    const char *path, *type;
    const char *properties; /* of the manifest item, or NULL */
    bool spine;             /* part of the reading order */
    bool linked;            /* only named by the package's metadata: not in the manifest, nor in OEBPS/ */
    struct bytes bytes;
};

/* A printed page that begins at a place of the text. */
struct page_mark {
    const char *label, *path, *id;
};

/* An embedded font, for the package. All but the path may be NULL. */
struct font_item {
    const char *path, *copyright;
    const char *licence;      /* in words */
    const char *licence_path; /* of its text in the container */
};

/* A picture that a document shows. */
struct showing {
    const char *document; /* its path */
    const struct image *image;
};

struct publication {
    const struct epub_input *input;
    const struct book *book;
    struct arena *arena;
    struct diags *diags;
    const struct words *words;
    GArray *resources;  /* struct resource */
    GArray *pages;      /* struct page_mark, in reading order, as they are written */
    GArray *fonts;      /* struct font_item */
    GHashTable *names;  /* paths given away, folded */
    GHashTable *paths;  /* chapter, part, image, note -> path */
    GHashTable *labels; /* of the pages that are marked: each once */
    size_t page;        /* the last that is marked, from 1; 0: none */
    const char *contents_page; /* its label, or NULL */
    GHashTable *pictures; /* image -> struct picture (images.h) */
    GArray *showings;   /* struct showing, each picture once a document, in reading order */
    GHashTable *marks;  /* ids of the index's places that are in a text by now */
    bool right_to_left; /* the book's language is written so */
    bool glossary;      /* terms are linked to one */
    bool images;        /* there are pictures */
    bool alt_missing;   /* one of them has no alternative and is not decoration */
    bool described;     /* one has a longer description */
    bool moving;        /* one of them may be animated */
    bool sheets, notes, headings;
};

void publication_start(struct publication *publication, const struct epub_input *input, struct arena *arena,
                       struct diags *diags);
void publication_end(struct publication *publication);

/* A free path: publication_name(p, "text", "nav", "xhtml") is "text/nav.xhtml", or "text/nav-2.xhtml" ... */
const char *publication_name(struct publication *publication, const char *folder, const char *stem,
                             const char *extension);

void publication_add(struct publication *publication, struct resource resource);

/* The path of a thing of the book that has a file, or NULL. */
const char *publication_path(const struct publication *publication, const void *thing);

/* Where an anchor is. */
const char *publication_anchor_path(const struct publication *publication, const struct anchor *anchor);

/* True when the book prints an index that has entries. */
bool publication_has_index(const struct publication *publication);

/* How a file at `from` names the file at `to`. */
const char *publication_relative(struct arena *arena, const char *from, const char *to);

/* The manifest's id of a path. */
const char *publication_item_id(struct arena *arena, const char *path);

/* The program's words, with each %s and %d replaced by the next of the texts (NULL ends them). */
const char *phrase(const struct publication *publication, enum word word, ...) G_GNUC_NULL_TERMINATED;
const char *colon(const struct publication *publication); /* with the spaces that the language wants */
const char *decimal(const struct publication *publication, int number);

#endif
