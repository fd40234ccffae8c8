/* embed: the font files of the publication, cut to what its documents say.
 *
 * Each file that sets something is in once, as the part that is needed (subset.h), with its maker's name and
 * licence in the package. A font whose maker does not let it be embedded is reported and left out. */
#ifndef EPUB_EMBED_H
#define EPUB_EMBED_H

#include "epub/markup.h"
#include "epub/voices.h"

/* Which of the style's families may and will be embedded. */
struct families families_find(struct publication *publication);

/* When all documents are written: adds the fonts, and @font-face rules for them. False when a font cannot be
 * read or cut. */
bool fonts_embed(struct publication *publication, const struct families *families, GString *css);

/* What the package says of the fonts: whose they are, and where their licence stands. */
void fonts_rights_write(struct markup *markup, const struct publication *publication);

#endif
