/* document: one Markdown file, read.
 *
 * In: its source. Out: blocks, notes and the title that its first level-1 heading gives, from the book's
 * arena. Everything wrong with the file is reported. */
#ifndef MANUSCRIPT_DOCUMENT_H
#define MANUSCRIPT_DOCUMENT_H

#include "manuscript/reader.h"
#include "manuscript/source.h"

struct document {
    struct source *source;
    struct span *title; /* NULL when there is no level-1 heading */
    struct position at; /* of that heading, or the file's start */
    const char *id;     /* given to the heading, or NULL */
    bool unnumbered, copyright, dedication, glossary;
    struct block *blocks;
    struct block *notes; /* in the order they are called */
};

struct document *document_read(struct reader *reader, struct source *source);

#endif
