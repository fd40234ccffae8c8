/* flatten: the spans of a paragraph become one text with stretches of looks.
 *
 * In: spans or a plain text, and the role that says how they look. Out: a text and what is known of
 * its parts, freed with flat_free. Sizes are points, offsets bytes. */
#ifndef LAYOUT_FLATTEN_H
#define LAYOUT_FLATTEN_H

#include "layout/setter.h"
#include "layout/itemize.h"

/* A footnote called at a byte of the text. */
struct note_call {
    size_t offset;
    const struct block *note;
};

/* A place that the index leads to. */
struct mark {
    size_t offset;
    const char *id;
};

/* Bytes of the text that are a span's, and where its text lies in the book. Not `exact`: they were changed (capitals),
 * so that only their beginning is known. */
struct origin {
    size_t start, end;
    const char *from;
    bool exact;
};

struct flat {
    GString *text;
    GArray *stretches; /* struct stretch */
    GArray *calls;     /* struct note_call */
    GArray *marks;     /* struct mark */
    GArray *origins;   /* struct origin */
};

/* References that write themselves get their page from the setter's map. Freed with flat_free. */
struct flat flatten_spans(struct setter *setter, const struct span *spans, enum role role);
struct flat flatten_text(struct setter *setter, const char *text, enum role role);
void flat_free(struct flat *flat);

/* Where the first whole word from `start` on and before `end` is in the book; NULL: nothing there is of a span's text.
 * `inside`: the text before `start` ends within a word. */
const char *flat_origin(const struct flat *flat, size_t start, size_t end, bool inside);

/* What stands in the text for an object. */
#define OBJECT_CHARACTER "\xEF\xBF\xBC" /* U+FFFC */

#endif
