/* linebreak: where the lines of a paragraph end.
 *
 * In: what the paragraph measures at each character. Out: the breaks. Total fit over the
 * whole paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and
 * Experience 11, 1981), one best path a breakpoint. Points. */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>

enum break_kind { BREAK_NONE, BREAK_SPACE, BREAK_PLAIN, BREAK_HYPHEN, BREAK_FORCED };

/* A paragraph of `count` characters. Arrays have count + 1 entries; entry i is about the place before
 * character i. */
struct measures {
    size_t count;
    const double *width;      /* of all that stands before i */
    const double *spaces;     /* width of the stretchable spaces before i */
    const double *hang_left;  /* how far character i may stand out when it begins a line */
    const double *hang_right; /* how far character i - 1 may when it ends one */
    const enum break_kind *breaks;
    const bool *is_space;     /* character i is a space that vanishes at a break */
    double hyphen_width, hyphen_hang;
    double measure;
    double first_indent, hanging; /* see struct shape */
    int hanging_lines;
    bool justified;
};

struct line_break {
    size_t start, end; /* characters; spaces at the end left out */
    enum break_kind kind;
};

/* The lines, at most count + 1, written to `lines`; returns how many. */
size_t linebreak_find(const struct measures *measures, struct line_break *lines);

/* The room that line `number` (from 0) has. */
double linebreak_room(const struct measures *measures, size_t number);

#endif
