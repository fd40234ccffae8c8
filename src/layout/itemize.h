/* itemize: text becomes runs, each in one fount. With face.c the only place that talks to Pango.
 *
 * Pango finds scripts, directions and fonts (pango_itemize_with_base_dir), and where lines may
 * break (UAX #14). Points come out; Pango units stay inside. */
#ifndef LAYOUT_ITEMIZE_H
#define LAYOUT_ITEMIZE_H

#include <glib.h>
#include <stdbool.h>

#include "layout/fount.h"

struct setter;
struct span;

/* How a stretch of a paragraph's text looks. Stretches cover the text without gaps. */
struct stretch {
    size_t start, end; /* bytes */
    struct look look;
    struct colour colour;
    const char *lang;          /* of its words; NULL: the book's */
    double raise;              /* of the baseline */
    const struct span *link;   /* the link it belongs to, or NULL */
    const char *note;          /* id of the footnote it calls, or NULL */
    const struct span *object; /* a BLANK or IMAGE: the stretch is one U+FFFC */
    double object_width;
};

/* A stretch, or part of one, in one font and direction. */
struct run {
    size_t start, end; /* bytes */
    const struct stretch *stretch;
    struct fount *fount;
    int level; /* bidi embedding level (UAX #9); odd: right to left */
};

struct itemized {
    GArray *runs;       /* struct run, in logical order */
    bool *breaks;       /* one a character and one for the end: a line may break before it */
    size_t characters;
    bool right_to_left; /* the paragraph as a whole */
};

/* The stretches must outlive the runs. Freed with itemized_clear. */
struct itemized itemize(struct setter *setter, const char *text, const struct stretch *stretches, size_t count);
/* Which way a paragraph of this text runs. */
bool text_right_to_left(const char *text);
void itemized_clear(struct itemized *itemized);

#endif
