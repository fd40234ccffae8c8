/* zip: the container (EPUB 3.3, section 4.2 "OCF ZIP container").
 *
 * In: names and bytes in the order they are to stand. Out: the bytes of the archive, from the arena. The
 * entry "mimetype" comes first and uncompressed by itself; every entry bears the same date, the earliest that
 * ZIP knows. */
#ifndef EPUB_ZIP_H
#define EPUB_ZIP_H

#include "base/arena.h"
#include "base/file.h"

struct zip_entry {
    const char *name;
    struct bytes bytes; /* must stay until zip_pack returns */
    bool packed;        /* false: stored as it is (pictures that are compressed already) */
};

/* False, with the reason in *why, when the container cannot be made. */
bool zip_pack(struct arena *arena, const struct zip_entry *entries, size_t count, struct bytes *archive,
              const char **why);

#endif
