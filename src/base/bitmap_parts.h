/* bitmap_parts: what the files of bitmap tell each other, and nobody else.
 *
 * In and out: bytes of PNG and JPEG files and their parts; pixels row by row without gaps. What is made is
 * freed with g_free or bitmap_free. */
#ifndef BASE_BITMAP_PARTS_H
#define BASE_BITMAP_PARTS_H

#include <glib.h>

#include "base/bitmap.h"

/* A marker segment of a JPEG (ITU T.81, B.1.1). */
struct jpeg_segment {
    int marker;                /* 0xC0 for SOF0 */
    const unsigned char *data; /* behind its length */
    size_t length;
};

/* The next segment from *at on, which is moved behind it. False at the end of the file. */
bool jpeg_next(struct bytes file, size_t *at, struct jpeg_segment *segment);

/* Where an APP1 segment says how the picture is turned: two bytes. NULL: it does not. */
const unsigned char *jpeg_orientation(const struct jpeg_segment *segment, bool *big_endian);

/* A chunk of a PNG (PNG, second edition, 5.3). */
struct png_part {
    const char *type; /* four letters */
    const unsigned char *data;
    size_t length;
};

/* The next chunk from *at on (8 at the beginning). False at the end of the file, or where it is cut. */
bool png_next(struct bytes file, size_t *at, struct png_part *part);

/* Pixels of 3 bytes (RGB), of 4 (RGBA or inks) before anything is done to them. */
struct raw {
    int width, height, channels;
    bool grey;
    bool inverted; /* inks: 255 is no ink */
    unsigned char *pixels;
};

/* Decoders: false with a reason; *damage as in bitmap_check. */
bool png_decode(struct bytes file, struct raw *raw, struct arena *arena, const char **damage,
                const char **why);
bool jpeg_decode(struct bytes file, struct raw *raw, struct arena *arena, const char **damage,
                 const char **why);

/* The ICC profile in a file, or NULL. */
GByteArray *png_profile(struct bytes file);
GByteArray *jpeg_profile(struct bytes file);

/* Makes sRGB of the pixels of a file with this profile (may be NULL), and RGB of inks: 3 channels then. */
void colours_convert(struct raw *raw, const GByteArray *profile);

#endif
