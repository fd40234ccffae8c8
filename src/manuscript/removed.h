/* removed: the Markdown files of the folder that SUMMARY.md does not name.
 *
 * They are read only when a link leads to something the book does not have, and only for the ids that
 * they would give: not parsed. At most 2,000 files of at most 4 MB. Freed by the caller. */
#ifndef MANUSCRIPT_REMOVED_H
#define MANUSCRIPT_REMOVED_H

#include "manuscript/reader.h"

struct removed_file {
    const char *name;      /* relative to the manuscript */
    const char *title;     /* plain */
    struct position first; /* of the links that led here */
    int links;
};

struct removed;

/* `known`: the names of the book's own files. */
struct removed *removed_scan(struct reader *reader, GHashTable *known);
void removed_free(struct removed *removed);

/* The file of that name, or the one that would give that id; NULL. */
struct removed_file *removed_by_name(const struct removed *removed, const char *name);
struct removed_file *removed_by_id(const struct removed *removed, const char *id);

/* One warning for each file that links led to. */
void removed_report(struct reader *reader, const struct removed *removed);

#endif
