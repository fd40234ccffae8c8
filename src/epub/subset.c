#include "epub/subset.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

enum { TABLES_AT_MOST = 64, FEATURES_AT_MOST = 512 };

/* In force wherever text is set (CSS Fonts 4, section 7.1; HarfBuzz adds the rest of the first line). */
static const char *const always[] = {
    "rvrn", "ccmp", "locl", "rlig", "mark", "mkmk", "ltra", "ltrm",
    "rtla", "rtlm", "calt", "clig", "liga", "rclt", "kern", "curs",
};

/* What HarfBuzz's shapers for joining and for Indic scripts and Hangul ask for. Latin fonts have some of
 * them too, for what nobody asked for. */
static const char *const complex[] = {
    "init", "medi", "fina", "isol", "med2", "fin2", "fin3", "mset", "stch", "cswh", "nukt", "akhn",
    "rphf", "rkrf", "pref", "blwf", "half", "abvf", "pstf", "cfar", "vatu", "cjct", "pres", "abvs",
    "blws", "psts", "haln", "dist", "abvm", "blwm", "ljmo", "vjmo", "tjmo", "jalt",
};

/* Set by HarfBuzz around a fraction slash. */
static const char *const fractions[] = {"frac", "numr", "dnom"};
static const uint32_t FRACTION_SLASH = 0x2044;

static hb_face_t *face_of(struct bytes bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes.data, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

/* ---- facts ---- */

static const char *name_of(struct arena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
    unsigned count, size = 0;
    const hb_ot_name_entry_t *entries = hb_ot_name_list_names(face, &count);
    hb_language_t language = hb_language_from_string("en", -1);
    for (unsigned i = 0; i < count && !size; i++)
        if (entries[i].name_id == id) {
            size = hb_ot_name_get_utf8(face, id, language, NULL, NULL);
            if (!size)
                language = entries[i].language;
        }
    size = hb_ot_name_get_utf8(face, id, language, NULL, NULL);
    if (!size)
        return NULL;
    char *name = arena_alloc(arena, ++size);
    hb_ot_name_get_utf8(face, id, language, &size, name);
    return name;
}

bool font_facts_read(struct arena *arena, struct bytes bytes, struct font_facts *facts)
{
    enum { RESTRICTED = 2, LICENCE_BITS = 0xF, NO_SUBSETTING = 0x100, BITMAPS_ONLY = 0x200, FSTYPE_AT = 8 };
    hb_face_t *face = face_of(bytes);
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const guint8 *table = (const guint8 *)hb_blob_get_data(blob, &length);
    const unsigned type =
        length >= FSTYPE_AT + 2 ? (unsigned)(table[FSTYPE_AT] << 8 | table[FSTYPE_AT + 1]) : 0;
    const bool font = hb_face_get_glyph_count(face) > 0;
    /* Of several licences the least restrictive holds. */
    *facts = (struct font_facts){
        .restricted = (type & LICENCE_BITS) == RESTRICTED || (type & BITMAPS_ONLY),
        .whole = type & NO_SUBSETTING,
        .copyright = name_of(arena, face, HB_OT_NAME_ID_COPYRIGHT),
        .licence = name_of(arena, face, HB_OT_NAME_ID_LICENSE),
        .licence_url = name_of(arena, face, HB_OT_NAME_ID_LICENSE_URL),
    };
    hb_blob_destroy(blob);
    hb_face_destroy(face);
    return font;
}

bool font_has_feature(struct bytes bytes, const char *feature)
{
    hb_face_t *face = face_of(bytes);
    hb_tag_t tags[FEATURES_AT_MOST];
    unsigned count = G_N_ELEMENTS(tags);
    hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, &count, tags);
    bool has = false;
    for (unsigned i = 0; i < count; i++)
        has |= tags[i] == hb_tag_from_string(feature, -1);
    hb_face_destroy(face);
    return has;
}

/* ---- a new name ---- */

static void put16(GByteArray *bytes, unsigned number)
{
    const guint8 two[] = {(guint8)(number >> 8), (guint8)number};
    g_byte_array_append(bytes, two, 2);
}

/* A name in the form of all that Windows reads (OpenType, "name": platform 3, encoding 1, UTF-16BE). */
static void put_name(GByteArray *records, GByteArray *texts, hb_ot_name_id_t id, const char *name)
{
    glong length;
    gunichar2 *wide = name ? g_utf8_to_utf16(name, -1, NULL, &length, NULL) : NULL;
    if (!wide)
        return;
    put16(records, 3);
    put16(records, 1);
    put16(records, 0x409);
    put16(records, id);
    put16(records, (unsigned)length * 2);
    put16(records, texts->len);
    for (glong i = 0; i < length; i++)
        put16(texts, wide[i]);
    g_free(wide);
}

/* The name table with another family; what is said of rights stays. Records stand in the order of their ids.
 */
static hb_blob_t *renamed(struct arena *arena, hb_face_t *face, const struct subset_wish *wish)
{
    enum { RECORD = 12 };
    const bool bold = wish->weight == 700, regular = wish->weight == 400;
    const char *style = bold ? wish->italic ? "Bold Italic" : "Bold" : wish->italic ? "Italic" : "Regular";
    const char *family =
        regular || bold ? wish->family : arena_printf(arena, "%s %d", wish->family, wish->weight);
    const char *whole = arena_printf(arena, "%s %s", family, style);
    char *postscript = g_strdup(whole);
    for (char *from = postscript, *to = postscript;; from++)
        if (*from != ' ' && !(*to++ = *from))
            break;
    const char *const names[] = {
        [HB_OT_NAME_ID_COPYRIGHT] = name_of(arena, face, HB_OT_NAME_ID_COPYRIGHT),
        [HB_OT_NAME_ID_FONT_FAMILY] = family,
        [HB_OT_NAME_ID_FONT_SUBFAMILY] = style,
        [HB_OT_NAME_ID_UNIQUE_ID] = postscript,
        [HB_OT_NAME_ID_FULL_NAME] = whole,
        [HB_OT_NAME_ID_VERSION_STRING] = name_of(arena, face, HB_OT_NAME_ID_VERSION_STRING),
        [HB_OT_NAME_ID_POSTSCRIPT_NAME] = postscript,
        [HB_OT_NAME_ID_TRADEMARK] = name_of(arena, face, HB_OT_NAME_ID_TRADEMARK),
        [HB_OT_NAME_ID_MANUFACTURER] = name_of(arena, face, HB_OT_NAME_ID_MANUFACTURER),
        [HB_OT_NAME_ID_DESIGNER] = name_of(arena, face, HB_OT_NAME_ID_DESIGNER),
        [HB_OT_NAME_ID_LICENSE] = name_of(arena, face, HB_OT_NAME_ID_LICENSE),
        [HB_OT_NAME_ID_LICENSE_URL] = name_of(arena, face, HB_OT_NAME_ID_LICENSE_URL),
    };
    GByteArray *records = g_byte_array_new(), *texts = g_byte_array_new(), *table = g_byte_array_new();
    for (hb_ot_name_id_t id = 0; id < G_N_ELEMENTS(names); id++)
        put_name(records, texts, id, names[id]);
    put16(table, 0);
    put16(table, records->len / RECORD);
    put16(table, 6 + records->len);
    g_byte_array_append(table, records->data, records->len);
    g_byte_array_append(table, texts->data, texts->len);
    hb_blob_t *blob =
        hb_blob_create((const char *)table->data, table->len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    g_byte_array_free(records, TRUE);
    g_byte_array_free(texts, TRUE);
    g_byte_array_free(table, TRUE);
    g_free(postscript);
    return blob;
}

/* The face with its tables as they are, and another table of names. */
static hb_face_t *with_name(struct arena *arena, hb_face_t *face, const struct subset_wish *wish)
{
    hb_face_t *builder = hb_face_builder_create();
    hb_tag_t tags[TABLES_AT_MOST];
    unsigned count = G_N_ELEMENTS(tags);
    hb_face_get_table_tags(face, 0, &count, tags);
    for (unsigned i = 0; i < count; i++) {
        hb_blob_t *table = tags[i] == HB_TAG('n', 'a', 'm', 'e') ? renamed(arena, face, wish)
                                                                 : hb_face_reference_table(face, tags[i]);
        hb_face_builder_add_table(builder, tags[i], table);
        hb_blob_destroy(table);
    }
    return builder;
}

/* ---- the part ---- */

static void add_features(hb_set_t *set, const char *const *features, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, hb_tag_from_string(features[i], -1));
}

/* Scripts whose letters take their forms from their neighbours, or that HarfBuzz shapes by a method of its
 * own. */
static bool is_complex(uint32_t character)
{
    switch (g_unichar_get_script(character)) {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_ARMENIAN:
    case G_UNICODE_SCRIPT_GEORGIAN:
        return false;
    default:
        return true;
    }
}

static void wish_features(hb_set_t *set, const struct subset_wish *wish)
{
    bool shaped = false, fraction = false;
    for (size_t i = 0; i < wish->character_count; i++) {
        shaped |= is_complex(wish->characters[i]);
        fraction |= wish->characters[i] == FRACTION_SLASH;
    }
    hb_set_clear(set);
    if (!wish->features) {
        hb_set_invert(set);
        return;
    }
    add_features(set, always, G_N_ELEMENTS(always));
    add_features(set, complex, shaped ? G_N_ELEMENTS(complex) : 0);
    add_features(set, fractions, fraction ? G_N_ELEMENTS(fractions) : 0);
    add_features(set, wish->features, g_strv_length((gchar **)(void *)wish->features));
}

/* Names of the font (0 to 6, 16, 17), of who made it (7 to 9, 11, 12) and of its licence (13, 14); 10, a
 * description, may be a page of praise. In every language. */
static void wish_names(hb_subset_input_t *input)
{
    hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(names);
    hb_set_add_range(names, 0, 9);
    hb_set_add_range(names, 11, 14);
    hb_set_add_range(names, 16, 17);
    hb_set_add_range(hb_subset_input_set(input, HB_SUBSET_SETS_NAME_LANG_ID), 0, 0x7FFF);
}

static bool take_bytes(struct arena *arena, hb_face_t *face, struct bytes *bytes)
{
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    if (length)
        *bytes = (struct bytes){arena_copy(arena, data, length), length};
    hb_blob_destroy(blob);
    return length > 0;
}

bool font_subset(struct arena *arena, struct bytes bytes, const struct subset_wish *wish,
                 struct bytes *subset)
{
    hb_face_t *face = face_of(bytes), *cut = NULL;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        g_error("out of memory");
    hb_set_t *characters = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < wish->character_count; i++)
        hb_set_add(characters, wish->characters[i]);
    wish_features(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), wish);
    wish_names(input);
    cut = hb_subset_or_fail(face, input);
    bool done = cut && take_bytes(arena, cut, subset);
    if (done && wish->family) {
        /* Only a face made of bytes can list its tables. */
        hb_face_t *whole = face_of(*subset), *named = with_name(arena, whole, wish);
        done = take_bytes(arena, named, subset);
        hb_face_destroy(named);
        hb_face_destroy(whole);
    }
    hb_subset_input_destroy(input);
    hb_face_destroy(cut);
    hb_face_destroy(face);
    return done;
}
