/* subset: what a font file says of itself, and the part of it that a book needs.
 *
 * In: the bytes of a TTF or OTF file. Out: facts and new bytes from the arena given; nothing to free. The
 * subset is HarfBuzz's (hb-subset), so that the same file and the same wishes give the same bytes. Only this
 * file talks to HarfBuzz. */
#ifndef EPUB_SUBSET_H
#define EPUB_SUBSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/file.h"

/* How its maker lets a font travel (OpenType, "OS/2", fsType) and what its name table says of rights. */
struct font_facts {
    bool restricted;                               /* it may not be embedded, or only as bitmaps */
    bool whole;                                    /* it may be embedded, but not in part */
    const char *copyright, *licence, *licence_url; /* names 0, 13, 14; NULL where there is none */
};

/* False when the bytes are no font. */
bool font_facts_read(struct arena *arena, struct bytes bytes, struct font_facts *facts);

/* Whether the font has an OpenType feature that replaces glyphs: "smcp". */
bool font_has_feature(struct bytes bytes, const char *feature);

struct subset_wish {
    const uint32_t *characters;
    size_t character_count;
    const char *const
        *features;      /* besides those that are always in force; ends in NULL. NULL: all there are */
    const char *family; /* a new name; NULL: the font keeps its own */
    int weight;         /* of the face, for the new name */
    bool italic;
};

/* The glyphs that the characters need, with their hints, kerning and positions; the names of the font and
 * of its rights. False when the font cannot be cut. */
bool font_subset(struct arena *arena, struct bytes bytes, const struct subset_wish *wish,
                 struct bytes *subset);

#endif
