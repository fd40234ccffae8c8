/* fount: a face at one size, as one voice of a text uses it, with its features, tracking, script, language and
 * direction: all that shaping depends on but the words. The only place that talks to HarfBuzz.
 *
 * A word is shaped once and shared by all the places where it stands. Founts and words belong to the faces and
 * live until faces_close. Points come out; HarfBuzz's units stay inside. */
#ifndef LAYOUT_FOUNT_H
#define LAYOUT_FOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "layout/face.h"
#include "layout/page.h"

struct fount;
struct hyphenator;

/* Where a word may be divided between two lines. */
struct cut {
    uint32_t at;         /* bytes of the word that stay on the first line */
    bool hyphen;         /* a hyphen is added there */
    bool ends_in_hyphen; /* it looks like one: added, or the word's own */
    float before, after; /* widths of the two parts, the hyphen with the first */
    uint32_t glyphs_before, glyphs_after;
    float hang;          /* how far the first part may stand out to the right */
};

struct shaped_word {
    const char *text; /* not ended by NUL */
    uint32_t length, count;
    const struct page_glyph *glyphs;
    float width;
    float hang_start, hang_end; /* how far its first and last character may stand out at an end of a line */
    const struct cut *cuts;
    uint32_t cut_count;
};

/* What face and size the words of a fount are painted in. */
const struct face *fount_face(const struct fount *fount);
double fount_size(const struct fount *fount);
bool fount_backward(const struct fount *fount); /* right to left */
bool fount_is_latin(const struct fount *fount);

/* The width of a space; the space as a word; and the same as one that never breaks (U+00A0). */
double fount_space(const struct fount *fount);
const struct shaped_word *fount_space_word(const struct fount *fount);
const struct shaped_word *fount_tie_word(const struct fount *fount);

/* Whether the letters of its script touch one another: they are not set apart, and join across its borders. */
bool fount_letters_touch(const struct fount *fount);

/* Whether shaping never looks across a space, so that words can be shaped one by one. */
bool fount_words_apart(const struct fount *fount);

/* A word by itself. Never NULL. */
const struct shaped_word *fount_word(struct fount *fount, const char *text, size_t length);

/* A part of a word, with a hyphen behind it or without; where the font allows it, cut out of the word's own
 * glyphs, else shaped anew. */
const struct shaped_word *fount_slice(struct fount *fount, const struct shaped_word *word, size_t from, size_t to, bool hyphen);

/* For founts whose words are not apart, and letters that join across the fount's border: shapes bytes `start` to
 * `end` of a text, in view of what stands around them. Then fount_run_word gives the words in it (`may_break`:
 * breaks_find of their characters), and fount_run_space the width of the space at a byte, counted from the text's start. The caller frees with
 * fount_run_free. */
struct fount_run;
struct fount_run *fount_run_shape(struct fount *fount, const char *text, size_t length, size_t start, size_t end);
void fount_run_free(struct fount_run *run);
const struct shaped_word *fount_run_word(struct fount_run *run, size_t from, size_t to, const bool *may_break);
double fount_run_space(const struct fount_run *run, size_t at);

/* Where the letter ends that begins at a byte, with its marks and what it forms a ligature with; at most `end`. */
size_t fount_run_letter(const struct fount_run *run, size_t at, size_t end);

/* ---- making them: the business of itemize.c ---- */

/* The fount of a look in the font that Pango chose for it: found, or made. `font` is a PangoFont, `script` an
 * hb_script_t. `hyphenator` NULL: words are not divided by hyphens. */
struct fount *faces_fount(struct faces *faces, void *font, const struct look *look, const char *lang,
                          uint32_t script, bool backward, struct hyphenator *hyphenator);

#endif
