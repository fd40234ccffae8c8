/* setting: the set lines themselves, shared by setting.c (which makes them), line.c (which assembles them) and
 * paint.c (which paints them).
 *
 * All of it belongs to the setter's arena. Points; x counts from the left of the column, the
 * baseline of a line from its top (role_baseline). */
#ifndef LAYOUT_SETTING_H
#define LAYOUT_SETTING_H

#include "layout/paragraph.h"
#include "layout/setter.h"
#include "layout/tag.h"

/* A line as the breaker left it: where it lies in its paragraph, and how it fills its room. */
struct line {
    struct place from, to;
    float stretch, space, tracking; /* struct fit */
    float width;          /* as wide as it will stand, without what hangs out */
    bool hyphenated;      /* ends in a hyphen */
    bool before_space;    /* ends at a space or a break, and keeps a space for whoever copies the text or listens to it */
    uint16_t note_count;
    const struct block *const *notes;
    const char *const *ids; /* places on it that the index leads to, ended by NULL; or NULL */
    const char *source;     /* the address in the book of its first word; NULL: its text is nowhere else */
};

struct setting {
    const struct paragraph *paragraph;
    enum role role;
    enum align align; /* never DEFAULT */
    double leading, measure, width;
    struct indents indents;
    struct setting_tags *tags;
    struct line *lines;
    size_t count;
};

enum piece_kind { PIECE_TEXT, PIECE_BLANK, PIECE_IMAGE };

/* A run of glyphs or an object on a line. x from the paragraph's left. */
struct piece {
    enum piece_kind kind;
    double x, width;
    struct page_text *text;
    const struct stretch *stretch; /* how it looks, where it links */
    size_t atom;                   /* its first */
};

/* The pieces of a line (struct piece), in the order they are read, which is the order of the text in a PDF; the
 * texts are the arena's. The caller frees the array. */
GArray *line_pieces(struct setter *setter, const struct setting *setting, size_t number);

#endif
