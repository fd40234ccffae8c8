/* face_pango: what face.c shares with shape.c, and with nobody else: Pango's side of the faces.
 *
 * Pango's objects are borrowed; the faces own them until faces_close. Sizes are in Pango units here, and
 * only here. */
#ifndef LAYOUT_FACE_PANGO_H
#define LAYOUT_FACE_PANGO_H

#include <pango/pangocairo.h>

#include "layout/face.h"

PangoContext *faces_context(struct faces *faces);

/* The face of a font that Pango chose. Owned by the faces, which keep the font too. */
const struct face *faces_of_font(struct faces *faces, PangoFont *font);

#endif
