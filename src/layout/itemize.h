/* itemize: text becomes runs, each in one fount. With face.c the only place that talks to Pango.
 *
 * Pango finds scripts, directions and fonts (pango_itemize_with_base_dir). What it has once said of the plain
 * letters of a look is remembered. Points come out; Pango units stay inside. */
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
    bool *breaks;       /* breaks_find of the whole text; NULL: a line may break at every space, and there is one run */
    bool right_to_left; /* the paragraph as a whole */
};

/* The stretches must outlive the runs. Freed with itemized_clear. */
struct itemized itemize(struct setter *setter, const char *text, const struct stretch *stretches, size_t count);
/* Which way a paragraph of this text runs. */
bool text_right_to_left(const char *text);
void itemized_clear(struct itemized *itemized);

#endif
