/* text: small questions about UTF-8 text that GLib does not answer by itself.
 *
 * In: strings that end in NUL. Out: numbers, borrowed names, or strings from the arena given;
 * nothing to free. No function fails. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The words of a text: runs of characters between white space that hold a letter or a digit. */
size_t text_count_words(const char *text);

/* An ASCII name made of a title: "Two Cups Again!" gives "two-cups-again". Never empty:
 * a title without a Latin letter gives `otherwise`. From the arena. */
const char *text_slug(struct arena *arena, const char *title, const char *otherwise);

/* The same for the name of a file, which file systems do not take at any length: as many whole words as fit. */
const char *text_file_name(struct arena *arena, const char *title, const char *otherwise);

/* Of `count` names the one nearest to `wanted`, for hints ("did you mean ...?"):
 * at most two letters added, dropped, changed or swapped (optimal string alignment distance,
 * Damerau 1964). Borrowed from the list; NULL when none is near. */
const char *text_nearest(const char *wanted, const char *const *names, size_t count);

/* True when the text has the form of a language tag: "fr", "en-GB", "zh-Hant" (BCP 47, RFC 5646,
 * section 2.1). Nobody ever registered a language of more than three letters: "french" is none. */
bool text_is_language(const char *tag);

/* True when what is written in the language of a tag runs from right to left: "ar", "he-IL", "az-Arab"; by its script
 * where it names one, or else by the one it is written in most (Unicode CLDR, "characterOrder"). */
bool text_language_backward(const char *tag);

/* The direction of a text by itself: 1 when its first letter and most of them are of scripts that run from right to left,
 * -1 when the first and most are not, 0 when that is undecided: no letters, or a word of one direction before the other. */
int text_direction(const char *text);

/* True when the bytes are UTF-8 without NUL. Otherwise *offset is the first bad byte. */
bool text_is_utf8(const char *bytes, size_t length, size_t *offset);

#endif
