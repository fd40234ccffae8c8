/* face_pango: what face.c shares with itemize.c and fount.c, and with nobody else: Pango's side of the faces.
 *
 * Pango's objects are borrowed; the faces own them until faces_close. Sizes are in Pango units here, and
 * only here. */
#ifndef LAYOUT_FACE_PANGO_H
#define LAYOUT_FACE_PANGO_H

#include <pango/pangocairo.h>

#include "base/arena.h"
#include "layout/face.h"
#include "layout/fount.h"

PangoContext *faces_context(struct faces *faces);

/* What itemize.c remembers of plain texts; freed with g_free when the faces are closed. */
GPtrArray *faces_plain(struct faces *faces);

/* How Pango is asked for a look's font. */
const PangoFontDescription *faces_description(struct faces *faces, const struct look *look);

/* The founts themselves, made by fount.c for face.c, which keeps them. `arena`: what their words belong to. */
struct fount *fount_find(const GPtrArray *founts, const struct look *look, const char *lang, uint32_t script,
                         bool backward, const struct hyphenator *hyphenator);
struct fount *fount_new(struct arena *arena, PangoFont *font, const struct face *face, const struct look *look,
                        const char *lang, uint32_t script, bool backward, struct hyphenator *hyphenator);
void fount_free(gpointer fount);

/* Whether none of the font's substitutions and placements has anything to do with the space. */
bool font_words_apart(PangoFont *font);

/* The same, known for a face. */
bool face_words_apart(const struct face *face);

#endif
