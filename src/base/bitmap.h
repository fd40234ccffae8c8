/* bitmap: pictures made of pixels, PNG and JPEG.
 *
 * In: the bytes of a file, which may come from a stranger: its header is read first, and nothing larger than
 * BITMAP_PIXELS_AT_MOST or BITMAP_SIDE_AT_MOST is decoded. Out: 8-bit sRGB, upright; the caller frees with
 * bitmap_free. Same file, same pixels, same bytes written: whole numbers only, no time, fixed settings. Sizes
 * are pixels. It stands in base because the reader, the EPUB and the PDF all look into pictures, and must
 * agree. */
#ifndef BASE_BITMAP_H
#define BASE_BITMAP_H

#include "base/arena.h"
#include "base/file.h"

/* The side is cairo's: a longer picture could not be painted. */
enum { BITMAP_PIXELS_AT_MOST = 100 * 1000 * 1000, BITMAP_SIDE_AT_MOST = 32767 };

enum bitmap_kind { BITMAP_NONE, BITMAP_PNG, BITMAP_JPEG };

/* What a file says of itself. */
struct bitmap_info {
    enum bitmap_kind kind;
    int width, height; /* as it is to be seen: turned upright */
    int orientation;   /* how it is stored: 1 upright, to 8 (Exif 2.32, 4.6.5, tag 274) */
    bool alpha;        /* PNG: may be see-through */
    bool inks;         /* JPEG: cyan, magenta, yellow, black */
};

struct bitmap {
    int width, height;
    bool grey;        /* the file had no colours; the pixels are RGB all the same */
    bool see_through; /* some of it is, or was */
    unsigned char *rgb;
    unsigned char *alpha; /* a byte for each pixel, 255 opaque. NULL: all of it is opaque */
};

/* What becomes of a picture that is see-through. */
enum bitmap_ground { BITMAP_AS_IT_IS, BITMAP_ON_WHITE };

/* By its first bytes, whatever its name. */
enum bitmap_kind bitmap_kind(struct bytes file);

/* Reads the header, and whether the file goes on to its end. False with a reason in *why; `info` has what was
 * found until then. Decodes nothing. */
bool bitmap_info(struct bytes file, struct bitmap_info *info, const char **why);

/* True when a picture of these sides is not decoded. */
bool bitmap_too_large(int width, int height);

/* Decodes the whole file. False with a reason (from the arena) when it cannot be shown. Where it can, but not
 * all is right in it, *damage says what; it is NULL otherwise. */
bool bitmap_check(struct bytes file, struct arena *arena, const char **damage, const char **why);

/* NULL when bitmap_check would say false. */
struct bitmap *bitmap_read(struct bytes file, enum bitmap_ground ground);
void bitmap_free(struct bitmap *bitmap);

/* Another size, of a picture that is opaque. Catmull-Rom's cubic, widened where it makes smaller (R. G. Keys,
 * "Cubic convolution interpolation", 1981): sharp, and without moiré. */
struct bitmap *bitmap_scale(const struct bitmap *from, int width, int height);

/* The bytes of a file, from the arena. A quality of JPEG is 1 to 100. False when the library refuses. */
bool bitmap_write_png(const struct bitmap *bitmap, struct arena *arena, struct bytes *file);
bool bitmap_write_jpeg(const struct bitmap *bitmap, int quality, struct arena *arena, struct bytes *file);

/* A JPEG turned upright without loss, all else as it was. False where that is not possible without decoding
 * it. */
bool bitmap_turn_jpeg(struct bytes file, struct arena *arena, struct bytes *upright);

#endif
