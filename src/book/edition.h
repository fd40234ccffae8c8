/* edition: the finished files that a book can become.
 *
 * A row an edition. book.yaml's `editions`, the option --edition, its help and the files' names all read it;
 * who makes them is the business of the commands. In: names. Out: editions, sets of them, texts from the
 * arena given. */
#ifndef BOOK_EDITION_H
#define BOOK_EDITION_H

#include <stdbool.h>

#include "base/arena.h"

enum edition {
    EDITION_EPUB, EDITION_SCREEN, EDITION_PRINT, EDITION_COVER, EDITION_HOME, EDITION_WORKSHEETS, EDITION_COUNT
};

struct edition_rule {
    const char *name;   /* what authors and users call it */
    const char *ending; /* of its file's name, behind the book's output-name */
    const char *help;   /* what it is, in a few words */
    bool by_default;    /* made when book.yaml does not name any */
};

extern const struct edition_rule edition_rules[EDITION_COUNT];

/* Sets of editions are the bits of this, or-ed. */
#define EDITION_BIT(edition) (1u << (edition))

unsigned editions_by_default(void);

/* The edition of that name. False when there is none. */
bool edition_find(const char *name, enum edition *edition);

/* The name nearest to one that is none, for hints; NULL. */
const char *edition_nearest(const char *name);

/* All names: "epub, screen AND worksheets", with the word given. */
const char *edition_names(struct arena *arena, const char *and);

#endif
