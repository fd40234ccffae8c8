/* home: how the book is printed at home, on the sheets of an ordinary printer.
 *
 * Plain data: the keys below `home:` in book.yaml, and the options that overrule them, in the same words. Lengths are
 * points. In: those words, a language tag. Out: the choice made, the size of a sheet. Nothing is reported here, and
 * nothing is to be freed. */
#ifndef BOOK_HOME_H
#define BOOK_HOME_H

#include <stdbool.h>

enum home_paper { HOME_A4, HOME_LETTER, HOME_PAPER_OF_COUNTRY };
enum home_layout { HOME_SINGLE, HOME_BOOKLET }; /* a page a side; or two, to be folded between them */

struct home {
    enum home_paper paper;
    enum home_layout layout;
    double holes;  /* SINGLE: how much of the sheet text leaves free at the bind side; 0: as it comes */
    int signature; /* BOOKLET: sheets that are folded together; 0: not too many */
};

/* What the setters take, in words, for hints. */
extern const char home_papers[], home_hole_margins[];

void home_defaults(struct home *home);

/* "a4", "letter". False when it is neither. */
bool home_set_paper(struct home *home, const char *text);

/* "none", "two" (ISO 838), "three" (North America), or the margin itself, 5 to 60 mm. False when it is nothing of it. */
bool home_set_holes(struct home *home, const char *text);

/* The paper that is meant: the one chosen, or that of the country which the language tag names. */
enum home_paper home_paper(const struct home *home, const char *lang);

/* The sheet, upright, and its name: "A4". */
const char *home_sheet(enum home_paper paper, double *width, double *height);

#endif
