#include "base/bitmap.h"

#include <string.h>

#include "base/bitmap_parts.h"

enum { RED, GREEN, BLUE, ALPHA, CHANNELS = 3 };

bool bitmap_too_large(int width, int height)
{
    return (double)width * height > BITMAP_PIXELS_AT_MOST || MAX(width, height) > BITMAP_SIDE_AT_MOST;
}

static bool decode(struct bytes file, struct raw *raw, struct arena *arena, const char **damage,
                   const char **why)
{
    struct bitmap_info info;
    *damage = NULL;
    if (!bitmap_info(file, &info, why))
        return false;
    if (info.width < 1 || info.height < 1 || bitmap_too_large(info.width, info.height)) {
        *why = "its width or height cannot be";
        return false;
    }
    return info.kind == BITMAP_PNG ? png_decode(file, raw, arena, damage, why)
                                   : jpeg_decode(file, raw, arena, damage, why);
}

bool bitmap_check(struct bytes file, struct arena *arena, const char **damage, const char **why)
{
    struct raw raw = {0};
    const bool decoded = decode(file, &raw, arena, damage, why);
    g_free(raw.pixels);
    return decoded;
}

/* ---- what is see-through ---- */

/* On white, as a page shows it: mixed as browsers and readers do, in sRGB's own steps. */
static bool flatten(struct raw *raw)
{
    const size_t count = (size_t)raw->width * (size_t)raw->height;
    bool see_through = false;
    for (size_t i = 0; i < count; i++) {
        const unsigned char *from = raw->pixels + 4 * i;
        const unsigned alpha = from[ALPHA];
        const unsigned char pixel[CHANNELS] = {from[RED], from[GREEN], from[BLUE]};
        see_through |= alpha < 255;
        for (size_t c = 0; c < CHANNELS; c++)
            raw->pixels[CHANNELS * i + c] =
                (unsigned char)((pixel[c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
    raw->channels = CHANNELS;
    return see_through;
}

/* Apart from the colours, which are left. */
static unsigned char *take_alpha(struct raw *raw, bool *see_through)
{
    const size_t count = (size_t)raw->width * (size_t)raw->height;
    unsigned char *alpha = g_malloc(count);
    *see_through = false;
    for (size_t i = 0; i < count; i++) {
        alpha[i] = raw->pixels[4 * i + ALPHA];
        *see_through |= alpha[i] < 255;
        memmove(raw->pixels + CHANNELS * i, raw->pixels + 4 * i, CHANNELS);
    }
    raw->channels = CHANNELS;
    return alpha;
}

/* ---- turning ---- */

/* Where the pixel at x, y of the upright picture is stored (Exif 2.32, 4.6.5, tag 274). */
static size_t stored_at(const struct raw *raw, int orientation, int x, int y)
{
    const int width = raw->width, height = raw->height;
    const bool lying = orientation > 4;
    int column = lying ? y : x, row = lying ? x : y;
    if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        column = width - 1 - column;
    if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        row = height - 1 - row;
    return (size_t)row * (size_t)width + (size_t)column;
}

static void turn(struct bitmap *bitmap, const struct raw *raw, int orientation)
{
    if (orientation < 2)
        return;
    const bool lying = orientation > 4;
    bitmap->width = lying ? raw->height : raw->width;
    bitmap->height = lying ? raw->width : raw->height;
    bitmap->rgb = g_malloc((size_t)raw->width * (size_t)raw->height * CHANNELS);
    unsigned char *to = bitmap->rgb;
    for (int y = 0; y < bitmap->height; y++)
        for (int x = 0; x < bitmap->width; x++, to += CHANNELS)
            memcpy(to, raw->pixels + CHANNELS * stored_at(raw, orientation, x, y), CHANNELS);
    g_free(raw->pixels);
}

/* ---- reading ---- */

static GByteArray *profile_of(struct bytes file, enum bitmap_kind kind)
{
    return kind == BITMAP_PNG ? png_profile(file) : jpeg_profile(file);
}

struct bitmap *bitmap_read(struct bytes file, enum bitmap_ground ground)
{
    struct arena *arena = arena_new();
    struct bitmap *bitmap = NULL;
    struct bitmap_info info;
    struct raw raw = {0};
    const char *damage, *why;
    if (bitmap_info(file, &info, &why) && decode(file, &raw, arena, &damage, &why)) {
        bitmap = g_new0(struct bitmap, 1);
        if (raw.channels == 4 && info.kind == BITMAP_PNG && ground == BITMAP_AS_IT_IS)
            bitmap->alpha = take_alpha(&raw, &bitmap->see_through);
        else if (raw.channels == 4 && info.kind == BITMAP_PNG)
            bitmap->see_through = flatten(&raw);
        GByteArray *profile = profile_of(file, info.kind);
        colours_convert(&raw, profile);
        if (profile)
            g_byte_array_unref(profile);
        bitmap->width = raw.width;
        bitmap->height = raw.height;
        bitmap->grey = raw.grey;
        bitmap->rgb = raw.pixels;
        turn(bitmap, &raw, info.orientation);
    }
    arena_free(arena);
    return bitmap;
}

void bitmap_free(struct bitmap *bitmap)
{
    if (bitmap) {
        g_free(bitmap->rgb);
        g_free(bitmap->alpha);
    }
    g_free(bitmap);
}

/* ---- another size ---- */

/* One pixel of the result along one direction: the first of those it is made of, and their weights. */
struct mix {
    int first, count;
    const int *weights; /* parts of ONE; together they are ONE */
};

enum { ONE_BITS = 22, ONE = 1 << ONE_BITS };

/* Keys, equation 8. */
static double cubic(double x)
{
    x = x < 0 ? -x : x;
    if (x < 1)
        return (1.5 * x - 2.5) * x * x + 1;
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

static void mix_one(struct mix *mix, int *weights, int from, double center, double stretch)
{
    const double reach = 2 * stretch;
    const int first = MAX(0, (int)(center - reach + 0.5)), end = MIN(from, (int)(center + reach + 0.5));
    double sum = 0;
    for (int i = first; i < end; i++)
        sum += cubic((i + 0.5 - center) / stretch);
    int left = ONE, heaviest = 0;
    for (int i = first; i < end; i++) {
        const double share = cubic((i + 0.5 - center) / stretch) / sum * ONE;
        weights[i - first] = (int)(share < 0 ? share - 0.5 : share + 0.5);
        left -= weights[i - first];
        if (weights[i - first] > weights[heaviest])
            heaviest = i - first;
    }
    weights[heaviest] += left; /* what rounding has taken or given: a white sheet stays white */
    *mix = (struct mix){first, end - first, weights};
}

/* For each of `to` pixels made of `from`. The weights stand behind the mixes in the same memory. */
static struct mix *mixes_new(int from, int to)
{
    const double scale = (double)from / to, stretch = MAX(scale, 1);
    const size_t most = (size_t)(4 * stretch) + 3;
    struct mix *mixes = g_malloc0((size_t)to * (sizeof(struct mix) + most * sizeof(int)));
    int *weights = (int *)(mixes + to);
    for (int i = 0; i < to; i++)
        mix_one(&mixes[i], weights + (size_t)i * most, from, (i + 0.5) * scale, stretch);
    return mixes;
}

static unsigned char mixed(const struct mix *mix, const unsigned char *from, size_t step)
{
    int sum = ONE / 2;
    for (int i = 0; i < mix->count; i++)
        sum += mix->weights[i] * from[(size_t)i * step];
    return (unsigned char)CLAMP(sum >> ONE_BITS, 0, 255);
}

static unsigned char *scale_rows(const struct bitmap *from, int width)
{
    struct mix *mixes = mixes_new(from->width, width);
    unsigned char *made = g_malloc((size_t)width * (size_t)from->height * CHANNELS), *to = made;
    for (int y = 0; y < from->height; y++) {
        const unsigned char *row = from->rgb + (size_t)y * (size_t)from->width * CHANNELS;
        for (int x = 0; x < width; x++)
            for (size_t c = 0; c < CHANNELS; c++)
                *to++ = mixed(&mixes[x], row + (size_t)mixes[x].first * CHANNELS + c, CHANNELS);
    }
    g_free(mixes);
    return made;
}

static unsigned char *scale_columns(const unsigned char *from, int width, int from_height, int height)
{
    struct mix *mixes = mixes_new(from_height, height);
    const size_t row = (size_t)width * CHANNELS;
    unsigned char *made = g_malloc(row * (size_t)height), *to = made;
    for (int y = 0; y < height; y++)
        for (size_t x = 0; x < row; x++)
            *to++ = mixed(&mixes[y], from + (size_t)mixes[y].first * row + x, row);
    g_free(mixes);
    return made;
}

struct bitmap *bitmap_scale(const struct bitmap *from, int width, int height)
{
    struct bitmap *to = g_new0(struct bitmap, 1);
    unsigned char *narrow = scale_rows(from, width);
    *to = (struct bitmap){
        width, height, from->grey, from->see_through, scale_columns(narrow, width, from->height, height),
        NULL};
    g_free(narrow);
    return to;
}
