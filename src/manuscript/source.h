/* source: one text file of the manuscript, with its lines, so that every node can say where it was written.
 *
 * In: a file name relative to the manuscript. Out: text known to be UTF-8 without NUL, in the
 * book's arena. Lines and columns count from 1; a byte column is what cmark reports, a character
 * column what a diagnostic prints. */
#ifndef MANUSCRIPT_SOURCE_H
#define MANUSCRIPT_SOURCE_H

#include "base/diag.h"
#include "base/file.h"

enum { SOURCE_LIMIT = 16 * 1024 * 1024 };

struct source {
    const char *name;     /* relative to the manuscript: "chapters/03.md" */
    const char *shown;    /* as diagnostics print it */
    const char *base;     /* the folder of `name`, "" for the manuscript's own */
    struct bytes text;    /* without a byte order mark */
    const size_t *starts; /* byte offset of each line, and one more: the end */
    int lines;
    int seen_line; /* the place asked for last, to count on from there */
    size_t seen_byte, seen_characters;
};

/* How diagnostics print a name of the manuscript. */
const char *source_shown(struct arena *arena, const char *folder, const char *name);

/* Reads and checks a file. Reports files that are too large, unreadable or not UTF-8, at
 * the file itself; a missing file and one outside are left to the caller, who knows who asked
 * for it. NULL unless the result is FILE_OK and the text is sound. */
struct source *source_read(struct arena *arena, struct diags *diags, const char *folder, const char *name,
                           enum file_result *result);

/* A line's bytes without its end; empty when there is no such line. Borrowed. */
const char *source_line(const struct source *source, int line, size_t *length);

/* The place of a byte column in a line. */
struct position source_at(struct source *source, int line, int byte_column);

/* Maps the content that cmark gathered for a block (its lines without indentation and markers)
 * back to the source. */
struct locator {
    struct source *source;
    const char *content;
    int line, column;      /* of the content's first byte */
    int reported;          /* the line where cmark says that it starts */
    struct position fixed; /* without a source: every node's place */
    size_t *starts;        /* offset of each content line */
    size_t *prefixes;      /* bytes of the source line before each content line */
    size_t lines;
};

/* `line` and `column`: where cmark says that the block starts; `content` is borrowed. */
void locator_open(struct locator *locator, struct source *source, const char *content, int line, int column);
void locator_close(struct locator *locator);

/* For text that has no place of its own (a caption): all its nodes are at `at`. */
void locator_fixed(struct locator *locator, struct position at);

/* The place of a byte of the content. */
struct position locator_at(const struct locator *locator, size_t offset);

/* The place of an inline node, from the line and column that cmark gives it. */
struct position locator_inline(const struct locator *locator, int line, int column);

#endif
