/* hyphen: where a word may be divided.
 *
 * libhyphen with the patterns in data/hyphenation: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983), one
 * dictionary a language, opened when the language is first met. Words go in as UTF-8, marks come out one a
 * character. */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>

#include "book/style.h"

struct hyphenation; /* of all languages */
struct hyphenator;  /* of one */

/* `folder`: where the dictionaries are; `style`: has the author's own points, and must outlive it. The caller
 * closes it. */
struct hyphenation *hyphenation_open(const char *folder, const struct style *style);
void hyphenation_close(struct hyphenation *hyphenation);

/* The dictionary of a language: "en-US" looks for hyph_en_US.dic, then hyph_en.dic, then hyph_en_US.dic.
 * NULL when there is none. Borrowed. */
struct hyphenator *hyphen_find(struct hyphenation *hyphenation, const char *lang);

/* Marks the points of a word of `count` characters (UTF-8, letters only): allowed[i] is set when a hyphen
 * may follow the i-th character. At least two letters stay, at least three are carried over; the author's
 * own points hold as they are. */
void hyphen_points(struct hyphenator *hyphenator, const char *word, size_t count, bool *allowed);

#endif
