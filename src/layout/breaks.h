/* breaks: where lines may break by the characters alone (UAX #14), as Pango sees it.
 *
 * Text is UTF-8, places are counted in characters. */
#ifndef LAYOUT_BREAKS_H
#define LAYOUT_BREAKS_H

#include <stdbool.h>
#include <stddef.h>

/* One bool a character, and one for the end: whether a line may break before it. Freed with g_free. `count`: gets the
 * number of characters, or NULL. */
bool *breaks_find(const char *text, size_t length, const char *lang, size_t *count);

/* Whether a line may break at every space of a text, whatever stands around it: no space is next to a bracket, a
 * dash or a closing mark. */
bool breaks_at_all_spaces(const char *text);

#endif
