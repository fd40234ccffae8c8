/* svg: a drawing made safe and plain for an e-reader.
 *
 * Out go scripts, event handlers, foreign objects, links to anything outside the file, comments, processing
 * instructions, the DOCTYPE and what drawing programs add in namespaces of their own. The
 * result is from the arena. */
#ifndef EPUB_SVG_H
#define EPUB_SVG_H

#include "base/arena.h"
#include "base/file.h"

/* False when the bytes are no SVG document, or one that declares entities. */
bool svg_clean(struct arena *arena, struct bytes drawing, struct bytes *clean);

#endif
