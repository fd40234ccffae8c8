/* svg: a drawing made safe and plain, for all that show it.
 *
 * In: the bytes of a file that may come from a stranger. Out: the same drawing as the static part of SVG 1.1
 * (https://www.w3.org/TR/SVG11/), with its natural size in points. What is taken out of it is told once for
 * each kind, with the line of the drawing's own file. */
#ifndef MANUSCRIPT_SVG_H
#define MANUSCRIPT_SVG_H

#include "manuscript/reader.h"

/* Replaces image->bytes, sets width and height. False, reported, when the bytes are no SVG, declare entities,
 * or would be drawn without end. */
bool svg_read(struct reader *reader, struct image *image);

#endif
