/* editions: the finished files of a book, in memory.
 *
 * In: a run whose pages are set. Out: one output for each edition, its bytes in the run's arena. What cannot
 * be made is reported in the run's diagnostics. */
#ifndef CLI_EDITIONS_H
#define CLI_EDITIONS_H

#include "cli/cli.h"
#include "cli/output.h"

enum { EDITIONS_AT_MOST = 2 };

struct editions {
    bool epub, screen;
};

/* Makes the editions asked for, or with none those of book.yaml. `outputs` has room for EDITIONS_AT_MOST. */
bool editions_make(struct run *run, struct editions editions, struct output *outputs, size_t *count);

#endif
