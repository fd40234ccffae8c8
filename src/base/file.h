/* file: reading whole files, and writing them so that nothing is lost.
 *
 * A manuscript may come from a stranger: its names are resolved inside its own
 * folder only, and files are read up to a limit. Writing goes to a temporary
 * file beside the target, which is synced and renamed over it: the target is at any time either
 * the old file or the whole new one. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The bytes of a file, with a NUL after them that is not counted. */
struct bytes {
    const char *data;
    size_t length;
};

enum file_result {
    FILE_OK,
    FILE_MISSING,  /* no such file, or not a regular one */
    FILE_OUTSIDE,  /* the name, or a link on its way, leaves the folder */
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
};

/* Where `name` leads when written in a file of the folder `base` (relative to `root`, "" for
 * root itself): a path relative to root with "." and ".." resolved ("images/cup.svg"), from the
 * arena. NULL when it is absolute, has a scheme, or climbs out of root. Touches no file. */
const char *file_resolve(struct arena *arena, const char *base, const char *name);

/* Reads root/name, which must lie inside root even after links are followed.
 * At most `limit` bytes. The bytes belong to the arena. */
enum file_result file_read_inside(struct arena *arena, const char *root, const char *name, size_t limit,
                                  struct bytes *bytes);

/* Reads any file of the user's own choosing (fonts, data), at most `limit` bytes. */
enum file_result file_read(struct arena *arena, const char *path, size_t limit, struct bytes *bytes);

/* Writes the file atomically. On failure returns false and a message in *why (from the arena). */
bool file_write(struct arena *arena, const char *path, struct bytes bytes, const char **why);

/* Makes a folder and those above it. False with *why on failure. */
bool file_make_folder(struct arena *arena, const char *path, const char **why);

#endif
