/* bitmap: pictures of pixels are read, turned, scaled and written; damaged ones do no harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "base/bitmap.h"

/* Soft colours, so that JPEG changes little, and no two corners are alike. */
static struct bitmap *made(int width, int height)
{
    struct bitmap *bitmap = g_new0(struct bitmap, 1);
    *bitmap = (struct bitmap){
        .width = width, .height = height, .rgb = g_malloc((size_t)width * (size_t)height * 3)};
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            unsigned char *pixel = bitmap->rgb + 3 * (y * width + x);
            pixel[0] = (unsigned char)(255 * x / width);
            pixel[1] = (unsigned char)(255 * y / height);
            pixel[2] = 90;
        }
    return bitmap;
}

static struct bytes file_of(struct arena *arena, int width, int height, bool png)
{
    struct bitmap *bitmap = made(width, height);
    struct bytes file;
    assert_true(png ? bitmap_write_png(bitmap, arena, &file) : bitmap_write_jpeg(bitmap, 95, arena, &file));
    bitmap_free(bitmap);
    return file;
}

/* The largest difference of two pictures of one size. */
static int difference(const struct bitmap *a, const struct bitmap *b)
{
    assert_int_equal(a->width, b->width);
    assert_int_equal(a->height, b->height);
    int most = 0;
    for (int i = 0; i < a->width * a->height * 3; i++)
        most = MAX(most, abs(a->rgb[i] - b->rgb[i]));
    return most;
}

/* The file with a segment behind its first marker. */
static struct bytes with_segment(struct arena *arena, struct bytes file, int marker, const void *data,
                                 size_t length)
{
    GByteArray *longer = g_byte_array_new();
    const guint8 head[] = {0xFF, (guint8)marker, (guint8)((length + 2) >> 8), (guint8)(length + 2)};
    g_byte_array_append(longer, (const guint8 *)file.data, 2);
    g_byte_array_append(longer, head, 4);
    g_byte_array_append(longer, data, (guint)length);
    g_byte_array_append(longer, (const guint8 *)file.data + 2, (guint)file.length - 2);
    const struct bytes made_file = {arena_substring(arena, (const char *)longer->data, longer->len),
                                    longer->len};
    g_byte_array_free(longer, TRUE);
    return made_file;
}

static struct bytes with_orientation(struct arena *arena, struct bytes file, int orientation)
{
    const char exif[] = {'E', 'x', 'i', 'f', 0,    0, 'M', 'M', 0, 42, 0, 0, 0,
                         8,   0,   1,   1,   0x12, 0, 3,   0,   0, 0,  1, 0, (char)orientation,
                         0,   0,   0,   0,   0,    0};
    return with_segment(arena, file, 0xE1, exif, sizeof exif);
}

static void test_round_trip(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct bitmap *before = made(37, 21), *after = bitmap_read(file_of(arena, 37, 21, true), BITMAP_ON_WHITE);
    assert_int_equal(difference(before, after), 0);
    bitmap_free(after);
    after = bitmap_read(file_of(arena, 37, 21, false), BITMAP_ON_WHITE);
    assert_true(difference(before, after) < 12);
    bitmap_free(before);
    bitmap_free(after);
    arena_free(arena);
}

/* What is turned without loss and what is turned pixel by pixel are the same. */
static void test_turning(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int orientation = 2; orientation <= 8; orientation++) {
        const struct bytes lying = with_orientation(arena, file_of(arena, 48, 32, false), orientation);
        struct bytes turned;
        struct bitmap_info info;
        const char *why;
        assert_true(bitmap_info(lying, &info, &why));
        assert_int_equal(info.orientation, orientation);
        assert_int_equal(info.width, orientation > 4 ? 32 : 48);
        assert_true(bitmap_turn_jpeg(lying, arena, &turned));
        assert_true(bitmap_info(turned, &info, &why));
        assert_int_equal(info.orientation, 1);
        assert_int_equal(info.width, orientation > 4 ? 32 : 48);
        struct bitmap *a = bitmap_read(lying, BITMAP_ON_WHITE), *b = bitmap_read(turned, BITMAP_ON_WHITE);
        assert_true(difference(a, b) < 4);
        bitmap_free(a);
        bitmap_free(b);
    }
    /* A block that is not whole cannot be turned. */
    struct bytes turned;
    assert_false(bitmap_turn_jpeg(with_orientation(arena, file_of(arena, 45, 31, false), 6), arena, &turned));
    arena_free(arena);
}

static void test_scaling(void **state)
{
    (void)state;
    struct bitmap *from = made(301, 203), *to = bitmap_scale(from, 97, 61),
                  *same = bitmap_scale(from, 301, 203);
    assert_int_equal(difference(from, same), 0);
    for (int x = 1; x < 97; x++)
        assert_true(to->rgb[3 * x] >= to->rgb[3 * x - 3]); /* a ramp stays a ramp */
    assert_int_equal(to->rgb[2], 90);
    assert_true(abs(to->rgb[3 * (30 * 97 + 48)] - 127) < 3);
    memset(from->rgb, 255, 301 * 203 * 3);
    bitmap_free(to);
    to = bitmap_scale(from, 7, 500);
    for (int i = 0; i < 7 * 500 * 3; i++)
        assert_int_equal(to->rgb[i], 255);
    bitmap_free(from);
    bitmap_free(to);
    bitmap_free(same);
}

/* A profile whose red is redder than sRGB's: its colours become stronger. */
static void test_profile(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const cmsCIExyY white = {0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries = {{0.70, 0.29, 1}, {0.17, 0.79, 1}, {0.13, 0.05, 1}};
    cmsToneCurve *curve = cmsBuildGamma(NULL, 2.2), *curves[] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
    cmsUInt32Number length = 0;
    assert_true(cmsSaveProfileToMem(profile, NULL, &length));
    char *segment = g_malloc0(length + 14);
    memcpy(segment, "ICC_PROFILE\0\1\1", 14);
    assert_true(cmsSaveProfileToMem(profile, segment + 14, &length));
    const struct bytes file = file_of(arena, 32, 32, false);
    struct bitmap *plain = bitmap_read(file, BITMAP_ON_WHITE),
                  *vivid =
                      bitmap_read(with_segment(arena, file, 0xE2, segment, length + 14), BITMAP_ON_WHITE);
    const int middle = 3 * (4 * 32 + 24); /* red */
    assert_true(vivid->rgb[middle] > plain->rgb[middle] + 15);
    bitmap_free(plain);
    bitmap_free(vivid);
    g_free(segment);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(curve);
    arena_free(arena);
}

/* Bytes changed, and files cut, at places that are the same in every run: nothing crashes, and what can be
 * checked can be read. */
static void test_damage(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    GRand *chance = g_rand_new_with_seed(1);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
        struct bytes file = file_of(arena, 40, 24, round % 2);
        if (round % 3 == 0 && round % 2 == 0)
            file = with_orientation(arena, file, 6);
        char *data = g_malloc(file.length + 1);
        memcpy(data, file.data, file.length + 1);
        for (int count = g_rand_int_range(chance, 1, 6); count > 0; count--)
            data[g_rand_int_range(chance, 8, (gint32)file.length)] = (char)g_rand_int(chance);
        const size_t length =
            g_rand_boolean(chance) ? file.length : (size_t)g_rand_int_range(chance, 1, (gint32)file.length);
        struct bytes hurt = {g_memdup2(data, length),
                             length}; /* nothing behind it: a sanitizer sees what reads on */
        const char *damage, *why;
        struct bitmap *bitmap = bitmap_read(hurt, BITMAP_ON_WHITE);
        assert_int_equal(bitmap != NULL, bitmap_check(hurt, arena, &damage, &why));
        read += bitmap != NULL;
        bitmap_free(bitmap);
        g_free((char *)hurt.data);
        g_free(data);
        if (round % 100 == 0) {
            arena_free(arena);
            arena = arena_new();
        }
    }
    assert_true(read > 100);
    g_rand_free(chance);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip), cmocka_unit_test(test_turning), cmocka_unit_test(test_scaling),
        cmocka_unit_test(test_profile),    cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
