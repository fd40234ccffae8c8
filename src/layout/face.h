/* face: the fonts of a build, ready for shaping and painting.
 *
 * A private fontconfig configuration with nothing but the catalogue's files, and Pango on top of
 * it. Foreign objects are owned here; a face lives as long as its faces. */
#ifndef LAYOUT_FACE_H
#define LAYOUT_FACE_H

#include <cairo.h>

#include "book/fonts.h"
#include "book/style.h"

struct faces;
struct face;

/* NULL, with a diagnostic, when a family of the style has no file. */
struct faces *faces_open(const struct font_files *fonts, const struct style *style, struct diags *diags);
void faces_close(struct faces *faces);

/* The file of a voice's plain face. Borrowed. */
const char *faces_path(const struct faces *faces, enum font font);

/* What painting needs: the face for cairo. Borrowed. */
cairo_font_face_t *face_cairo(const struct face *face);

/* The file's family and style, "EB Garamond Italic", for dumps. Borrowed. */
const char *face_name(const struct face *face);

#endif
