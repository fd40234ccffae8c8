/* paragraph: a flattened text as words, ready to be broken into lines.
 *
 * In: a flat text. Out: atoms (a word, and what is between it and the next) and the stops that the line breaker
 * chooses from. What lives on belongs to the arena: text, runs, stretches and atoms, which lines point into. Points. */
#ifndef LAYOUT_PARAGRAPH_H
#define LAYOUT_PARAGRAPH_H

#include "layout/flatten.h"
#include "layout/linebreak.h"

/* Nothing, a space, one that never breaks (U+00A0), one that does not break where it is, a forced break. */
enum glue { GLUE_NONE, GLUE_SPACE, GLUE_TIE, GLUE_HELD, GLUE_BREAK };

struct atom {
    const struct shaped_word *word; /* an object's: NULL */
    uint32_t start;          /* byte of the text */
    float width;             /* of an object; of a word: word->width */
    float space;             /* width of the space after it */
    uint32_t run;
    uint8_t glue;            /* after it */
    bool may_break;          /* between it and the next, where there is no glue */
};

struct paragraph {
    const char *text;
    const struct run *runs;
    size_t run_count;
    const struct atom *atoms;
    size_t count;
    bool right_to_left;
    bool divided; /* a word was longer than a line, and may be divided anywhere */
};

/* Where a stop lies: before an atom, or at a cut inside one. */
struct place {
    uint32_t atom;
    uint32_t cut; /* 0: before the atom; else the word's cut number cut - 1 */
};

/* What is needed until the lines are known. Freed with stops_clear. */
struct stops {
    GArray *stops;  /* struct stop */
    GArray *places; /* struct place, one a stop */
};

/* `measure`: objects are never wider. `hyphenate`, here and below: words may be divided with hyphens that are not
 * their own. Takes nothing from `flat` but copies. */
struct paragraph *paragraph_make(struct setter *setter, const struct flat *flat, double measure, bool hyphenate);

/* The least width at which nothing sticks out. */
double paragraph_least_width(const struct paragraph *paragraph, bool hyphenate);
/* Whether a run goes the way of its paragraph: only then are the ends of its words where a line begins or ends. */
bool paragraph_goes_along(const struct paragraph *paragraph, const struct run *run);

/* How far the first character of an atom stands out where a line starts with it, and the last one where a line
 * ends with it. */
double paragraph_hang_start(const struct paragraph *paragraph, size_t atom);
double paragraph_hang_end(const struct paragraph *paragraph, size_t atom);

struct stops paragraph_stops(const struct paragraph *paragraph, bool hyphenate);
void stops_clear(struct stops *stops);

#endif
