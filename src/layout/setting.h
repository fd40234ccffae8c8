/* setting: the set lines themselves, shared by setting.c (which makes them) and paint.c (which paints them).
 *
 * All of it belongs to the setter's arena. Points; x counts from the left of the column, the
 * baseline of a line from its top (role_baseline). */
#ifndef LAYOUT_SETTING_H
#define LAYOUT_SETTING_H

#include "layout/setter.h"
#include "layout/shape.h"

enum piece_kind { PIECE_TEXT, PIECE_BLANK, PIECE_IMAGE };

/* A run of glyphs or an object on a line. x from the paragraph's left. */
struct piece {
    enum piece_kind kind;
    double x, raise, width;
    struct page_text *text;
    struct stretch stretch; /* how it looks, where it links */
};

struct line {
    struct piece *pieces;
    size_t piece_count;
    double x, width;
    bool hyphenated;
    const struct block *const *notes;
    size_t note_count;
};

struct setting {
    enum role role;
    enum align align; /* never DEFAULT */
    double leading, width;
    struct line *lines;
    size_t count;
};

#endif
