/* PNG, with libpng's simplified interface: it needs no jumps out of the library, and makes 8-bit sRGB of
 * whatever a file holds: palettes, 16 bits, greys, interlaced rows, a gamma of its own. */
#include <png.h>
#include <string.h>
#include <zlib.h>

#include "base/bitmap_parts.h"

/* libpng opens the file, `image` is freed on failure. */
static bool open_png(struct bytes file, png_image *image)
{
    memset(image, 0, sizeof *image);
    image->version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(image, file.data, file.length))
        return false;
    /* Otherwise 16 bits without a gamma would be taken for linear light. */
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    return true;
}

bool png_decode(struct bytes file, struct raw *raw, struct arena *arena, const char **damage,
                const char **why)
{
    png_image image;
    *damage = NULL; /* what libpng warns of (a wrong profile, a text cut off) is not seen in the picture */
    if (!open_png(file, &image)) {
        *why = arena_string(arena, image.message);
        return false;
    }
    const bool alpha = image.format & PNG_FORMAT_FLAG_ALPHA;
    raw->grey = !(image.format & PNG_FORMAT_FLAG_COLOR);
    image.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    raw->width = (int)image.width;
    raw->height = (int)image.height;
    raw->channels = alpha ? 4 : 3;
    raw->pixels = g_try_malloc(PNG_IMAGE_SIZE(image));
    if (!raw->pixels) {
        *why = "there is not enough memory for it";
        png_image_free(&image);
        return false;
    }
    if (png_image_finish_read(&image, NULL, raw->pixels, 0, NULL))
        return true;
    *why = arena_string(arena, image.message);
    g_clear_pointer(&raw->pixels, g_free);
    return false;
}

/* iCCP (11.3.3.3): a name of at most 79 letters, NUL, the method 0, and a zlib stream. */
GByteArray *png_profile(struct bytes file)
{
    enum { AT_MOST = 4 * 1024 * 1024 };
    size_t at = 8;
    struct png_part part;
    while (png_next(file, &at, &part)) {
        if (memcmp(part.type, "IDAT", 4) == 0)
            return NULL;
        const unsigned char *name_end =
            memcmp(part.type, "iCCP", 4) == 0 ? memchr(part.data, 0, MIN(part.length, 80)) : NULL;
        const size_t head = name_end ? (size_t)(name_end - part.data) + 2 : 0;
        if (!name_end || head >= part.length || name_end[1] != 0)
            continue;
        GByteArray *profile = g_byte_array_sized_new(AT_MOST);
        g_byte_array_set_size(profile, AT_MOST);
        uLongf length = AT_MOST;
        if (uncompress(profile->data, &length, part.data + head, (uLong)(part.length - head)) == Z_OK) {
            g_byte_array_set_size(profile, (guint)length);
            return profile;
        }
        g_byte_array_unref(profile);
    }
    return NULL;
}

bool bitmap_write_png(const struct bitmap *bitmap, struct arena *arena, struct bytes *file)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)bitmap->width,
                       .height = (png_uint_32)bitmap->height,
                       .format = bitmap->grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB};
    const size_t count = (size_t)bitmap->width * (size_t)bitmap->height;
    unsigned char *greys = bitmap->grey ? g_malloc(count) : NULL;
    for (size_t i = 0; greys && i < count; i++)
        greys[i] = bitmap->rgb[3 * i];
    png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(image);
    void *memory = g_malloc(length);
    const bool written =
        png_image_write_to_memory(&image, memory, &length, 0, greys ? greys : bitmap->rgb, 0, NULL);
    if (written)
        *file = (struct bytes){arena_substring(arena, memory, length), length};
    png_image_free(&image);
    g_free(greys);
    g_free(memory);
    return written;
}
