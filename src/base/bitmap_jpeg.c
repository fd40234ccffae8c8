/* JPEG, with libjpeg-turbo's own interface: it needs no jumps out of the library, and gives the same pixels
 * with and without a processor's vectors, as long as the exact transform is asked for. */
#include <string.h>
#include <turbojpeg.h>

#include "base/bitmap_parts.h"

static const unsigned char *data_of(struct bytes file)
{
    return (const unsigned char *)file.data;
}

/* Adobe's APP14 (Technical Note 5116, section 18): Photoshop writes inks the other way round, 255 is none. */
static bool is_inverted(struct bytes file)
{
    size_t at = 2;
    struct jpeg_segment segment;
    while (jpeg_next(file, &at, &segment) && segment.marker != 0xDA)
        if (segment.marker == 0xEE && segment.length >= 12 && memcmp(segment.data, "Adobe", 5) == 0)
            return true;
    return false;
}

static bool decode(tjhandle turbo, struct bytes file, struct raw *raw, const char **damage)
{
    int sampling, colours;
    if (tjDecompressHeader3(turbo, data_of(file), file.length, &raw->width, &raw->height, &sampling,
                            &colours) != 0 ||
        bitmap_too_large(raw->width, raw->height))
        return false;
    const bool inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
    raw->grey = colours == TJCS_GRAY;
    raw->channels = inks ? 4 : 3;
    raw->inverted = inks && is_inverted(file);
    raw->pixels = g_try_malloc((size_t)raw->width * (size_t)raw->height * (size_t)raw->channels);
    if (!raw->pixels)
        return false;
    if (tjDecompress2(turbo, data_of(file), file.length, raw->pixels, raw->width, 0, raw->height,
                      inks ? TJPF_CMYK : TJPF_RGB, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS) == 0)
        return true;
    if (tjGetErrorCode(turbo) != TJERR_WARNING)
        return false;
    *damage = tjGetErrorStr2(turbo);
    return true;
}

bool jpeg_decode(struct bytes file, struct raw *raw, struct arena *arena, const char **damage,
                 const char **why)
{
    tjhandle turbo = tjInitDecompress();
    *damage = NULL;
    const bool decoded = turbo && decode(turbo, file, raw, damage);
    if (decoded)
        *damage = arena_string(arena, *damage);
    else
        *why = arena_string(arena, tjGetErrorStr2(turbo));
    if (!decoded)
        g_clear_pointer(&raw->pixels, g_free);
    if (turbo)
        tjDestroy(turbo);
    return decoded;
}

/* ICC.1:2010, B.4: APP2 segments "ICC_PROFILE", NUL, which of how many, and a part of the profile. */
GByteArray *jpeg_profile(struct bytes file)
{
    enum { HEAD = 14, PARTS = 256 };
    struct jpeg_segment parts[PARTS] = {0}, segment;
    size_t at = 2;
    int count = 0;
    while (jpeg_next(file, &at, &segment) && segment.marker != 0xDA)
        if (segment.marker == 0xE2 && segment.length > HEAD && memcmp(segment.data, "ICC_PROFILE", 12) == 0) {
            parts[segment.data[12]] = segment;
            count = segment.data[13];
        }
    GByteArray *profile = count ? g_byte_array_new() : NULL;
    for (int i = 1; i <= count; i++) {
        if (!parts[i].data) {
            g_byte_array_unref(profile);
            return NULL;
        }
        g_byte_array_append(profile, parts[i].data + HEAD, (guint)(parts[i].length - HEAD));
    }
    return profile;
}

/* The whole of the colours' resolution is kept: what is made smaller is often a page of small print. */
bool bitmap_write_jpeg(const struct bitmap *bitmap, int quality, struct arena *arena, struct bytes *file)
{
    tjhandle turbo = tjInitCompress();
    unsigned char *memory = NULL;
    unsigned long length = 0;
    const bool written =
        turbo && tjCompress2(turbo, bitmap->rgb, bitmap->width, 0, bitmap->height, TJPF_RGB, &memory, &length,
                             bitmap->grey ? TJSAMP_GRAY : TJSAMP_444, quality, TJFLAG_ACCURATEDCT) == 0;
    if (written)
        *file = (struct bytes){arena_substring(arena, (const char *)memory, length), length};
    tjFree(memory);
    if (turbo)
        tjDestroy(turbo);
    return written;
}

/* What the camera says of the turn is no longer so. */
static bool mark_upright(unsigned char *data, size_t length)
{
    const struct bytes file = {(const char *)data, length};
    size_t at = 2;
    struct jpeg_segment segment;
    while (jpeg_next(file, &at, &segment)) {
        bool big_endian;
        const unsigned char *orientation = jpeg_orientation(&segment, &big_endian);
        if (orientation) {
            unsigned char *place = data + (orientation - data);
            place[0] = !big_endian;
            place[1] = big_endian;
        }
    }
    return true;
}

bool bitmap_turn_jpeg(struct bytes file, struct arena *arena, struct bytes *upright)
{
    static const int turns[] = {
        [2] = TJXOP_HFLIP, [3] = TJXOP_ROT180,     [4] = TJXOP_VFLIP, [5] = TJXOP_TRANSPOSE,
        [6] = TJXOP_ROT90, [7] = TJXOP_TRANSVERSE, [8] = TJXOP_ROT270};
    struct bitmap_info info;
    const char *why;
    if (!bitmap_info(file, &info, &why) || info.kind != BITMAP_JPEG || info.orientation < 2)
        return false;
    tjhandle turbo = tjInitTransform();
    tjtransform turn = {.op = turns[info.orientation], .options = TJXOPT_PERFECT};
    unsigned char *memory = NULL;
    unsigned long length = 0;
    const bool turned =
        turbo &&
        tjTransform(turbo, data_of(file), file.length, 1, &memory, &length, &turn, TJFLAG_LIMITSCANS) == 0 &&
        mark_upright(memory, length);
    if (turned)
        *upright = (struct bytes){arena_substring(arena, (const char *)memory, length), length};
    tjFree(memory);
    if (turbo)
        tjDestroy(turbo);
    return turned;
}
