/* numbers: a list such as "4, 8-12", as --sheets takes it.
 *
 * In: the text. Out: which numbers it names. Nothing is reported here: it is the caller who knows what the
 * numbers are of. */
#ifndef CLI_NUMBERS_H
#define CLI_NUMBERS_H

#include <stdbool.h>

/* Sets wanted[n] for each number n that the list names; `wanted` has room for 0 to `most`. Numbers are from 1
 * to `most`, ranges go upwards, spaces may stand around commas. False at the first part that is neither:
 * `*bad` is that part, freed by the caller with g_free. */
bool numbers_read(const char *list, int most, bool *wanted, char **bad);

#endif
