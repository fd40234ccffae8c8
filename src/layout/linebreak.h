/* linebreak: where the lines of a paragraph end.
 *
 * In: the stops of a paragraph, places where a line may end, with all widths known. Out: the lines. Total fit over
 * the whole paragraph (Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11,
 * 1981), active nodes told apart by line, fitness and hyphens before them, so that besides the best lines there
 * are the best of one line less and one more, for the page breaker. Glyphs are stretched or pressed by a little
 * before spaces are (Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system", 2000, chapter
 * 4), and in the last resort letters are set apart by what the eye does not see. Points. */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>

enum stop_kind { STOP_SPACE, STOP_PLAIN, STOP_HYPHEN, STOP_FORCED };

/* All widths count from the start of the paragraph. `end`: to the end of a line that ends here, with its hyphen,
 * without the spaces that vanish there and less what stands out into the margin; `start`: to the beginning of a
 * line that begins here, plus what stands out there. So a line from a to b is b.end - a.start wide. */
struct stop {
    double start, end;
    double start_glue, end_glue;   /* of these widths, the spaces */
    double start_rigid, end_rigid; /* and what neither stretches nor shrinks: blanks and pictures */
    double start_letters, end_letters; /* glyphs that may be set apart a little */
    enum stop_kind kind;
    double hang;                   /* how far a line that ends here stands out to the right of `end` */
    bool looks_hyphenated;         /* a line that ends here ends in a hyphen, added or its own */
};

/* Where the lines of a paragraph stand: the first line is indented by `first`, and the first
 * `hanging_lines` lines by `hanging` (room for an initial). */
struct indents {
    double first;
    int hanging_lines;
    double hanging;
};

/* A paragraph. The first stop is its start, the last its end. */
struct measures {
    const struct stop *stops;
    size_t count;
    double measure;
    struct indents indents;
    bool justified;
    double em;
};

/* How a line is made as wide as its room. */
struct fit {
    double stretch;  /* of its glyphs: 1 = as they are */
    double space;    /* of its spaces: 1 = as they are */
    double tracking; /* points between its letters: 0 but in lines that would be very loose or tight */
};

struct line_break {
    size_t from, to; /* stops */
    struct fit fit;
};

/* A paragraph in lines. */
struct breaking {
    struct line_break *lines; /* freed with g_free */
    size_t count;
    double cost; /* 0 for the best; of the others how much worse they look, in lines that look bad */
};

enum { BREAKINGS_AT_MOST = 3 };

/* The best breaking first, then, if asked for with `most` > 1, those with one line less and one more where they
 * look well enough. Returns how many, at least one. From the arena. */
size_t linebreak_find(const struct measures *measures, struct breaking *breakings, size_t most);

/* The room that line `number` (from 0) of a measure has. */
double line_room(double measure, const struct indents *indents, size_t number);

/* The demerits of a breaking, as linebreak_find counts them: for tests. */
double linebreak_demerits(const struct measures *measures, const struct line_break *lines, size_t count);

#endif
