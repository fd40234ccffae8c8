/* collate: the order of terms in an index, the same on every machine and in every locale.
 *
 * Out: keys to be compared with strcmp and freed with g_free. Accents and case do not count, nor does
 * punctuation; a hyphen is a space, so that "self-care" stands with "self help" (word by word, ISO 999).
 * What a language sorts as a letter of its own (the Spanish ñ) comes after the letter it looks like. */
#ifndef BOOK_COLLATE_H
#define BOOK_COLLATE_H

#include "base/arena.h"

/* The sort key of a term in a language (BCP 47; NULL: any). */
char *collate_key(const char *term, const char *lang);

/* The same for terms that are one and the same entry: only case and composition of letters do not count. */
char *collate_fold(const char *term);

/* The letter that a sort key stands under, "A"; "" when it begins with none. From the arena. */
const char *collate_initial(struct arena *arena, const char *key);

#endif
