/* A font and the part of it that a text needs shape the text alike: the same advances, places and outlines of
 * every glyph, for each of the fonts we ship and with each feature that the style sheet asks for; and the
 * accent as light as it must be. */
#include "unit.h"

#include <hb.h>

#include "epub/css.h"
#include "epub/subset.h"

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct bytes font(const char *name)
{
    struct bytes bytes;
    assert_int_equal(file_read(arena, arena_printf(arena, FONTS "/%s", name), 1 << 22, &bytes), FILE_OK);
    return bytes;
}

/* ---- shaping ---- */

static hb_font_t *font_of(struct bytes bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes.data, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *made = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return made;
}

static hb_buffer_t *shaped(hb_font_t *with, const char *text, const char *const *features)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_feature_t wanted[8];
    unsigned count = 0;
    for (; *features; features++)
        assert_true(hb_feature_from_string(*features, -1, &wanted[count++]));
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(with, buffer, wanted, count);
    return buffer;
}

static void same_glyphs(struct bytes one, struct bytes other, const char *text, const char *const *features)
{
    hb_font_t *fonts[] = {font_of(one), font_of(other)};
    hb_buffer_t *buffers[] = {shaped(fonts[0], text, features), shaped(fonts[1], text, features)};
    unsigned counts[2];
    hb_glyph_info_t *infos[2];
    hb_glyph_position_t *places[2];
    for (int i = 0; i < 2; i++) {
        infos[i] = hb_buffer_get_glyph_infos(buffers[i], &counts[i]);
        places[i] = hb_buffer_get_glyph_positions(buffers[i], &counts[i]);
    }
    assert_int_equal(counts[0], counts[1]);
    for (unsigned k = 0; k < counts[0]; k++) {
        hb_glyph_extents_t extents[2] = {{0}, {0}};
        assert_int_equal(infos[0][k].codepoint == 0, infos[1][k].codepoint == 0);
        assert_int_equal(infos[0][k].cluster, infos[1][k].cluster);
        assert_int_equal(places[0][k].x_advance, places[1][k].x_advance);
        assert_int_equal(places[0][k].x_offset, places[1][k].x_offset);
        assert_int_equal(places[0][k].y_offset, places[1][k].y_offset);
        for (int i = 0; i < 2 && infos[0][k].codepoint; i++)
            hb_font_get_glyph_extents(fonts[i], infos[i][k].codepoint, &extents[i]);
        assert_memory_equal(&extents[0], &extents[1], sizeof extents[0]);
    }
    for (int i = 0; i < 2; i++) {
        hb_buffer_destroy(buffers[i]);
        hb_font_destroy(fonts[i]);
    }
}

static struct bytes part_for(struct bytes whole, const char *text, const char *const *features,
                             const char *family)
{
    glong count;
    uint32_t *characters = (uint32_t *)g_utf8_to_ucs4(text, -1, NULL, &count, NULL);
    const struct subset_wish wish = {characters, (size_t)count, features, family, 600, true};
    struct bytes part;
    assert_true(font_subset(arena, whole, &wish, &part));
    g_free(characters);
    assert_true(part.length < whole.length / 4);
    return part;
}

static const char *const names[] = {
    "eb-garamond/EBGaramond-Regular.ttf",
    "eb-garamond/EBGaramond-SemiBoldItalic.ttf",
    "source-sans-3/SourceSans3-Regular.ttf",
    "source-sans-3/SourceSans3-SemiBoldItalic.ttf",
    "caveat/Caveat-Regular.ttf",
    "caveat/Caveat-Bold.ttf",
    "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular.ttf",
};

static const char *const texts[] = {
    "Two Cups Again",
    "Worksheet 14: affine office, fluffy ffl fjord, Qu\u00e9 To AV Th 1234567890",
    "\u201cJust a link\u201d \u2014 Z\u00fcrich, \u0141\u00f3d\u017a, na\u00efve \u2026",
    "1\u20442 and 3/4",
};

static void parts_shape_like_wholes(void **state)
{
    (void)state;
    static const char *const features[][4] = {
        {NULL}, {"onum", "pnum", NULL}, {"lnum", "tnum", NULL}, {"smcp", "onum", "pnum", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const struct bytes whole = font(names[i]);
        for (size_t k = 0; k < G_N_ELEMENTS(texts); k++)
            for (size_t m = 0; m < G_N_ELEMENTS(features); m++) {
                const struct bytes part = part_for(whole, texts[k], features[m], NULL);
                same_glyphs(whole, part, texts[k], features[m]);
                const struct bytes again = part_for(whole, texts[k], features[m], NULL);
                assert_int_equal(part.length, again.length);
                assert_memory_equal(part.data, again.data, part.length);
            }
    }
}

/* What is not asked for is not there: small capitals are then small letters. */
static void features_go(void **state)
{
    (void)state;
    static const char *const none[] = {NULL}, *const small[] = {"smcp", NULL};
    const struct bytes whole = font(names[0]);
    assert_true(font_has_feature(whole, "smcp"));
    assert_false(font_has_feature(part_for(whole, texts[0], none, NULL), "smcp"));
    assert_true(font_has_feature(part_for(whole, texts[0], small, NULL), "smcp"));
}

static void names_and_rights(void **state)
{
    (void)state;
    static const char *const none[] = {NULL};
    const struct bytes whole = font("source-sans-3/SourceSans3-SemiBoldItalic.ttf");
    struct font_facts before, after;
    assert_true(font_facts_read(arena, whole, &before));
    assert_false(before.restricted);
    const struct bytes part = part_for(whole, texts[1], none, "Book Sans");
    assert_true(font_facts_read(arena, part, &after));
    assert_string_equal(before.copyright, after.copyright);
    assert_string_equal(before.licence, after.licence);
    assert_string_equal(before.licence_url, after.licence_url);
    same_glyphs(whole, part, texts[1], none);
    assert_false(font_facts_read(arena, (struct bytes){"no font", 7}, &after));
}

/* ---- colours ---- */

static void accents_are_legible(void **state)
{
    (void)state;
    static const struct colour white = {1, 1, 1}, black = {0, 0, 0};
    const struct colour accents[] = {{0.549, 0.247, 0.157}, {0, 0, 1}, {1, 1, 0},  {0.05, 0.2, 0.1},
                                     {0.9, 0.1, 0.1},       {0, 1, 1}, {0.3, 0, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++) {
        const struct colour legible = colour_legible(accents[i]);
        assert_true(colour_contrast(legible, white) >= 4.5);
        assert_true(colour_contrast(legible, black) >= 4.5);
        const struct colour again = colour_legible(legible);
        assert_memory_equal(&legible, &again, sizeof legible);
    }
    assert_true(colour_contrast(white, black) > 20.99);
    assert_true(colour_is_grey((struct colour){0.3, 0.31, 0.3}));
    assert_false(colour_is_grey(accents[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_shape_like_wholes),
        cmocka_unit_test(features_go),
        cmocka_unit_test(names_and_rights),
        cmocka_unit_test(accents_are_legible),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
