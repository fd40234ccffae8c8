/* home: what the command line says of printing at home.
 *
 * In: options as given; a run whose pages are set. Out: choices that overrule the book's, and one line that says
 * how to print, from the run's arena. */
#ifndef CLI_HOME_H
#define CLI_HOME_H

#include "book/home.h"
#include "cli/cli.h"

/* Changes what the options name. False, with a message on stderr, when they cannot be followed. */
bool home_choose(struct home *home, const struct options *options);

/* The run's own choices: the book's, overruled by the options. */
struct home home_of(const struct run *run);

/* "63 sheets of A4, two-sided, flip on short edge; fold 16 at a time" */
const char *home_summary(const struct run *run);

#endif
