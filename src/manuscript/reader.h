/* reader: what all parts of the manuscript's reader share while one folder is read.
 *
 * Made by manuscript_read, lives as long as it. The tables hold borrowed strings of the book's arena. */
#ifndef MANUSCRIPT_READER_H
#define MANUSCRIPT_READER_H

#include <glib.h>

#include "base/diag.h"
#include "book/book.h"
#include "manuscript/source.h"

/* How a language writes its quotation marks. */
enum quotes { QUOTES_ENGLISH, QUOTES_GERMAN, QUOTES_FRENCH };

enum { NESTING_LIMIT = 60, BLOCK_NESTING_LIMIT = 420 };

struct reader {
    struct arena *arena;
    struct diags *diags;
    const char *folder;
    struct book *book;
    enum quotes quotes;
    bool config_failed; /* book.yaml is there, but cannot be read: what it lacks is not worth a word */
    GHashTable *images; /* name -> struct image */
    struct image **last_image;
};

#endif
