/* hyphen: where a word may be divided.
 *
 * libhyphen with the patterns in data/hyphenation: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983). Words go
 * in as UTF-8, marks come out one a character. */
#ifndef LAYOUT_HYPHEN_H
#define LAYOUT_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>

struct hyphenator;

/* The dictionary of a language ("en-US" looks for hyph_en_US.dic, then hyph_en.dic, then any hyph_en_*.dic) in a folder; NULL
 * when there is none. The caller closes it. */
struct hyphenator *hyphen_open(const char *folder, const char *lang);
void hyphen_close(struct hyphenator *hyphenator);

/* Marks the points of a word of `count` characters (UTF-8, letters only): allowed[i] is set when a hyphen
 * may follow the i-th character. At least two letters stay, at least three are carried over. */
void hyphen_points(struct hyphenator *hyphenator, const char *word, size_t count, bool *allowed);

#endif
