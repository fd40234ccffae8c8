/* summary: SUMMARY.md, the order of the book, in mdBook's format
 * (https://rust-lang.github.io/mdBook/format/summary.html).
 *
 * In: its source. Out: its entries in order, in the book's arena. Drafts are left out with a note; what is no
 * entry is reported and ignored. */
#ifndef MANUSCRIPT_SUMMARY_H
#define MANUSCRIPT_SUMMARY_H

#include "manuscript/document.h"

struct entry {
    bool is_part;
    int depth; /* 0: a chapter or part; more: nested in the chapter above */
    enum matter matter;
    const char *title;
    const char *file; /* relative to the manuscript; NULL for a part without a link */
    struct position at;
    struct document *document; /* read by book_of_entries; NULL when it cannot be */
    const char *id;            /* of its chapter or part; set then, too */
    struct entry *next;
};

/* *title: the page's own heading, plain, or NULL. */
struct entry *summary_read(struct reader *reader, struct source *source, const char **title);

#endif
