/* output: the files of a build, written all or none.
 *
 * In: whole files in memory. They are written beside their targets first, and only when all of them are
 * safely on the disk do they take their places, each by a rename. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

struct output {
    const char *name; /* inside the folder */
    struct bytes bytes;
};

/* Makes the folder if need be. False, with a diagnostic "output-unwritable", when something cannot be
 * written; what was there before is then still there. */
bool output_write(const char *folder, const struct output *outputs, size_t count, struct arena *arena,
                  struct diags *diags);

#endif
