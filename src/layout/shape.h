/* shape: text becomes glyphs. With face.c the only place that talks to Pango and HarfBuzz.
 *
 * Pango finds scripts, directions and fonts (pango_itemize_with_base_dir), HarfBuzz shapes. Points come
 * out; Pango units stay inside. */
#ifndef LAYOUT_SHAPE_H
#define LAYOUT_SHAPE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "layout/face.h"

/* How a stretch of a paragraph's text looks. Stretches cover the text without gaps. */
struct stretch {
    size_t start, end; /* bytes */
    struct look look;
    struct colour colour;
    double raise;             /* of the baseline */
    const struct span *link;  /* the link it belongs to, or NULL */
    const char *note;         /* id of the footnote it calls, or NULL */
    const struct span *object; /* a BLANK or IMAGE: the stretch is one U+FFFC */
    double object_width;
};

/* A stretch, or part of one, in one font and direction. */
struct run {
    size_t start, end; /* bytes */
    const struct stretch *stretch;
    const struct face *face;
    int level;       /* bidi embedding level (UAX #9); odd: right to left */
    void *font;      /* PangoFont, borrowed from the faces */
    uint32_t script; /* hb_script_t */
};

struct glyph {
    uint32_t index;
    size_t cluster; /* byte offset in the text */
    double advance, dx, dy;
};

/* Splits the text into runs, in logical order, and says where a line may break: *breaks gets one
 * bool a character and one for the end (UAX #14). Free with g_free; runs with g_array_free. */
GArray *shape_itemize(struct faces *faces, const char *text, const struct stretch *stretches, size_t count,
                      const char *lang, bool **breaks);

/* The glyphs of bytes start to end of a run, in visual order; appended to `glyphs` (struct glyph). */
void shape_run(const struct run *run, const char *text, const char *lang, size_t start, size_t end, GArray *glyphs);

/* Description of a look for Pango, the faces' own; used by face.c and shape.c. */
const char *faces_family(const struct faces *faces, enum font font);

#endif
