/* editions: the finished files of a book, in memory.
 *
 * In: a run whose pages are set. Out: one or more files for each edition, their bytes in the run's arena. What cannot
 * be made is reported in the run's diagnostics. */
#ifndef CLI_EDITIONS_H
#define CLI_EDITIONS_H

#include "book/edition.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "layout/selection.h"

/* What to make; all zero: what book.yaml says. */
struct editions {
    unsigned set;               /* of EDITION_BITs; 0: those of book.yaml */
    struct sheet_choice sheets; /* for the worksheet pack */
};

/* The set that they are: their own, or else the book's. */
unsigned editions_set(const struct book *book, const struct editions *editions);

/* The files, in the order of the editions; the cover is two. */
struct outputs {
    struct output file[EDITION_COUNT + 1];
    size_t count;
};

/* Makes the editions. */
bool editions_make(struct run *run, const struct editions *editions, struct outputs *outputs);

#endif
