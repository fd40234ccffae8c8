#include "pdf/form_font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

#include "base/file.h"

/* A font cut to its letters, and what PDF wants to know of it. */
struct cut_font {
    hb_face_t *face;
    hb_font_t *font;
    double scale; /* from its units to thousandths of an em */
    GArray *characters; /* gunichar, in order: those it has */
};

enum { FILE_LIMIT = 64 << 20, NAME_LENGTH = 64 };

/* ---- the letters ---- */

/* Letters of Latin in all their forms, and the signs that are written among them. */
static bool is_wanted(gunichar character)
{
    const GUnicodeScript script = g_unichar_get_script(character);
    const bool sign = (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED) && character < 0x2300;
    return character >= 0x20 && character <= 0xFFFF && !g_unichar_iscntrl(character) && (script == G_UNICODE_SCRIPT_LATIN || sign);
}

static hb_set_t *wanted_of(hb_face_t *face)
{
    hb_set_t *has = hb_set_create(), *wanted = hb_set_create();
    hb_face_collect_unicodes(face, has);
    for (hb_codepoint_t character = HB_SET_VALUE_INVALID; hb_set_next(has, &character);)
        if (is_wanted(character))
            hb_set_add(wanted, character);
    hb_set_destroy(has);
    return wanted;
}

/* Nothing is shaped in a form: what only shaping needs is left out. */
static hb_face_t *cut(hb_face_t *whole, const hb_set_t *wanted)
{
    static const hb_tag_t unneeded[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
                                        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('D', 'S', 'I', 'G')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        g_error("out of memory");
    hb_set_union(hb_subset_input_unicode_set(input), wanted);
    hb_set_clear(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG));
    for (size_t i = 0; i < G_N_ELEMENTS(unneeded); i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), unneeded[i]);
    hb_face_t *face = hb_subset_or_fail(whole, input);
    hb_subset_input_destroy(input);
    return face;
}

static GArray *sorted(const hb_set_t *characters)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(gunichar));
    for (hb_codepoint_t character = HB_SET_VALUE_INVALID; hb_set_next(characters, &character);)
        g_array_append_val(list, character);
    return list;
}

static void cut_clear(struct cut_font *cut_font)
{
    g_array_free(cut_font->characters, TRUE);
    hb_font_destroy(cut_font->font);
    hb_face_destroy(cut_font->face);
}

static bool cut_make(struct cut_font *cut_font, hb_face_t *whole)
{
    hb_set_t *wanted = wanted_of(whole);
    hb_face_t *part = hb_set_is_empty(wanted) ? NULL : cut(whole, wanted);
    if (part) {
        *cut_font = (struct cut_font){.face = part, .font = hb_font_create(part), .characters = sorted(wanted),
                                      .scale = 1000.0 / hb_face_get_upem(part)};
    }
    hb_set_destroy(wanted);
    return part != NULL;
}

static hb_codepoint_t glyph_of(const struct cut_font *cut_font, gunichar character)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(cut_font->font, character, &glyph);
    return glyph;
}

/* ---- objects ---- */

static int add_stream(struct additions *additions, GString *dictionary, hb_blob_t *blob)
{
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    const int object = additions_reserve(additions);
    additions_add_stream(additions, object, dictionary, data, length);
    hb_blob_destroy(blob);
    return object;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    const bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

/* Table 126: outlines of the two kinds. */
static int add_file(struct additions *additions, const struct cut_font *cut_font, bool cff)
{
    if (cff)
        return add_stream(additions, g_string_new("{\"/Subtype\":\"/CIDFontType0C\"}"),
                          hb_face_reference_table(cut_font->face, HB_TAG('C', 'F', 'F', ' ')));
    hb_blob_t *blob = hb_face_reference_blob(cut_font->face);
    GString *dictionary = g_string_new(NULL);
    g_string_printf(dictionary, "{\"/Length1\":%u}", hb_blob_get_length(blob));
    return add_stream(additions, dictionary, blob);
}

/* The font's box from its table "head". */
static void append_box(GString *json, const struct cut_font *cut_font)
{
    enum { BOX_AT = 36 };
    hb_blob_t *head = hb_face_reference_table(cut_font->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const guint8 *table = (const guint8 *)hb_blob_get_data(head, &length);
    g_string_append(json, ",\"/FontBBox\":[");
    for (int i = 0; i < 4 && length >= BOX_AT + 8; i++) {
        const gint16 edge = (gint16)(table[BOX_AT + 2 * i] << 8 | table[BOX_AT + 2 * i + 1]);
        g_string_append_printf(json, "%s%ld", i ? "," : "", lround(edge * cut_font->scale));
    }
    g_string_append_c(json, ']');
    hb_blob_destroy(head);
}

static int add_descriptor(struct additions *additions, const struct cut_font *cut_font, const char *name, bool cff)
{
    enum { NONSYMBOLIC = 32, STEM = 80 };
    hb_font_extents_t extents;
    hb_font_get_h_extents(cut_font->font, &extents);
    hb_position_t capital = extents.ascender;
    hb_ot_metrics_get_position(cut_font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capital);
    GString *json = g_string_new(NULL);
    g_string_printf(json, "{\"/Type\":\"/FontDescriptor\",\"/FontName\":\"/%s\",\"/Flags\":%d,\"/ItalicAngle\":0,\"/StemV\":%d", name,
                    NONSYMBOLIC, STEM);
    g_string_append_printf(json, ",\"/Ascent\":%ld,\"/Descent\":%ld,\"/CapHeight\":%ld", lround(extents.ascender * cut_font->scale),
                           lround(extents.descender * cut_font->scale), lround(capital * cut_font->scale));
    append_box(json, cut_font);
    g_string_append_printf(json, ",\"/FontFile%d\":\"%d 0 R\"}", cff ? 3 : 2, add_file(additions, cut_font, cff));
    const int object = additions_reserve(additions);
    additions_add(additions, object, json);
    return object;
}

/* 9.7.4.3: the width of every glyph, from the first on. */
static void append_widths(GString *json, const struct cut_font *cut_font)
{
    const unsigned glyphs = hb_face_get_glyph_count(cut_font->face);
    g_string_append(json, ",\"/DW\":1000,\"/W\":[0,[");
    for (hb_codepoint_t glyph = 0; glyph < glyphs; glyph++)
        g_string_append_printf(json, "%s%ld", glyph ? "," : "", lround(hb_font_get_glyph_h_advance(cut_font->font, glyph) * cut_font->scale));
    g_string_append(json, "]]");
}

static int add_descendant(struct additions *additions, const struct cut_font *cut_font, const char *name, bool cff)
{
    GString *json = g_string_new(NULL);
    g_string_printf(json, "{\"/Type\":\"/Font\",\"/Subtype\":\"/CIDFontType%d\",\"/BaseFont\":\"/%s\"", cff ? 0 : 2, name);
    g_string_append_printf(json, ",\"/FontDescriptor\":\"%d 0 R\"", add_descriptor(additions, cut_font, name, cff));
    g_string_append(json, ",\"/CIDSystemInfo\":{\"/Registry\":\"u:Adobe\",\"/Ordering\":\"u:Identity\",\"/Supplement\":0}");
    if (!cff)
        g_string_append(json, ",\"/CIDToGIDMap\":\"/Identity\"");
    append_widths(json, cut_font);
    g_string_append_c(json, '}');
    const int object = additions_reserve(additions);
    additions_add(additions, object, json);
    return object;
}

/* One character a glyph, the first: a space is a space, and not one that does not break. */
static GArray *first_of_glyphs(const struct cut_font *cut_font)
{
    GArray *first = g_array_new(FALSE, FALSE, sizeof(gunichar));
    hb_set_t *seen = hb_set_create();
    for (guint i = 0; i < cut_font->characters->len; i++) {
        const gunichar character = g_array_index(cut_font->characters, gunichar, i);
        const hb_codepoint_t glyph = glyph_of(cut_font, character);
        if (!hb_set_has(seen, glyph))
            g_array_append_val(first, character);
        hb_set_add(seen, glyph);
    }
    hb_set_destroy(seen);
    return first;
}

/* 9.10.3: which character each code is. At most a hundred in a block. */
static int add_to_unicode(struct additions *additions, const struct cut_font *cut_font)
{
    enum { BLOCK = 100 };
    GArray *characters = first_of_glyphs(cut_font);
    GString *map = g_string_new("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (guint from = 0; from < characters->len; from += BLOCK) {
        const guint end = MIN(from + BLOCK, characters->len);
        g_string_append_printf(map, "%u beginbfchar\n", end - from);
        for (guint i = from; i < end; i++) {
            const gunichar character = g_array_index(characters, gunichar, i);
            g_string_append_printf(map, "<%04X> <%04X>\n", glyph_of(cut_font, character), character); /* none is above U+FFFF */
        }
        g_string_append(map, "endbfchar\n");
    }
    g_string_append(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    const int object = additions_reserve(additions);
    additions_add_stream(additions, object, g_string_new("{}"), map->str, map->len);
    g_string_free(map, TRUE);
    g_array_free(characters, TRUE);
    return object;
}

/* "FORMED+SourceSans3-Regular": six letters say that it is a part (9.6.4). */
static char *name_of(hb_face_t *whole)
{
    char name[NAME_LENGTH] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(whole, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    for (char *c = name; *c; c++)
        if (!g_ascii_isalnum(*c) && *c != '-')
            *c = '-';
    return g_strdup_printf("FORMED+%s", *name ? name : "Form");
}

static int add_font(struct additions *additions, const struct cut_font *cut_font, const char *name)
{
    const bool cff = has_table(cut_font->face, HB_TAG('C', 'F', 'F', ' '));
    GString *json = g_string_new(NULL);
    g_string_printf(json, "{\"/Type\":\"/Font\",\"/Subtype\":\"/Type0\",\"/BaseFont\":\"/%s%s\",\"/Encoding\":\"/Identity-H\"", name,
                    cff ? "-Identity-H" : "");
    g_string_append_printf(json, ",\"/DescendantFonts\":[\"%d 0 R\"]", add_descendant(additions, cut_font, name, cff));
    g_string_append_printf(json, ",\"/ToUnicode\":\"%d 0 R\"}", add_to_unicode(additions, cut_font));
    const int object = additions_reserve(additions);
    additions_add(additions, object, json);
    return object;
}

int form_font_add(struct additions *additions, const char *path)
{
    struct arena *arena = arena_new();
    struct bytes bytes;
    int object = 0;
    if (file_read(arena, path, FILE_LIMIT, &bytes) == FILE_OK) {
        hb_blob_t *blob = hb_blob_create(bytes.data, (unsigned)bytes.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
        hb_face_t *whole = hb_face_create(blob, 0);
        struct cut_font cut_font;
        if (cut_make(&cut_font, whole)) {
            char *name = name_of(whole);
            object = add_font(additions, &cut_font, name);
            g_free(name);
            cut_clear(&cut_font);
        }
        hb_face_destroy(whole);
        hb_blob_destroy(blob);
    }
    arena_free(arena);
    return object;
}
