/* voices: what is set in a face of the book's own, and which texts of the finished documents that are.
 *
 * One table says which elements have which role of the style; the style sheet is written from it, and so is
 * the count of the characters that each font file must have. Text keeps the reader's own face: it is in no
 * row. In: the book's style, documents. Out: CSS; a set of characters for each file, freed by uses_free. */
#ifndef EPUB_VOICES_H
#define EPUB_VOICES_H

#include <glib.h>

#include "epub/publication.h"

/* What the publication wants of a font file. */
struct face_use {
    const struct font_file *file;
    GHashTable *characters; /* GUINT_TO_POINTER */
    GHashTable *imitated;   /* capitals, of which small ones are made where the font has none */
    enum font font;         /* what it is to the book */
    bool small_capitals, old_style, lining, tabular, proportional;
    bool everything; /* the author's own style sheet names the family: every character, every feature */
};

/* Which fonts the publication may embed: of each family the style names, whether its files are in. */
struct families {
    bool embedded[FONT_COUNT];
};

/* The rules for faces, sizes, capitals and the accent. */
void voices_write(GString *css, const struct publication *publication, const struct families *families);

/* The files in the catalogue's order, with what the documents written so far set in each. Elements are
 * struct face_use. */
GArray *uses_find(const struct publication *publication, const struct families *families);
void uses_free(GArray *uses);

#endif
