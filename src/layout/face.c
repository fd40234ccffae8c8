#include "layout/face.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "layout/face_pango.h"
#include "layout/shape.h"

struct face {
    char *name;
    cairo_font_face_t *cairo;
};

struct faces {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GHashTable *by_file; /* path -> struct face */
    GHashTable *by_font; /* PangoFont (kept) -> struct face */
    const struct style *style;
};

static void face_free(gpointer data)
{
    struct face *face = data;
    cairo_font_face_destroy(face->cairo);
    g_free(face->name);
    g_free(face);
}

/* Every family that the style names must have a file. */
static bool families_present(const struct font_files *fonts, const struct style *style, struct diags *diags)
{
    bool present = true;
    for (int font = 0; font < FONT_COUNT; font++) {
        if (fonts_find(fonts, style->family[font], 400, false))
            continue;
        size_t count;
        const char *const *families = fonts_families(fonts, &count);
        GString *hint = g_string_new("put its files into fonts/ beside the manuscript; there is now: ");
        for (size_t i = 0; i < count; i++)
            g_string_append_printf(hint, "%s%s", i ? ", " : "", families[i]);
        diags_report(diags, DIAG_ERROR, (struct position){0}, "font-missing", hint->str,
                     "no font file of the family \"%s\" (style: fonts: %s)", style->family[font], font_name((enum font)font));
        g_string_free(hint, TRUE);
        present = false;
    }
    return present;
}

struct faces *faces_open(const struct font_files *fonts, const struct style *style, struct diags *diags)
{
    if (!families_present(fonts, style, diags))
        return NULL;
    struct faces *faces = g_new0(struct faces, 1);
    faces->style = style;
    faces->config = FcConfigCreate();
    for (const struct font_file *file = fonts_first(fonts); file; file = file->next)
        FcConfigAppFontAddFile(faces->config, (const FcChar8 *)file->path);
    /* Pango reads the current configuration in a thread of its own: without this, the system's. */
    FcConfigSetCurrent(faces->config);
    faces->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(faces->map), faces->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(faces->map), 72);
    faces->context = pango_font_map_create_context(faces->map);
    pango_context_set_round_glyph_positions(faces->context, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(faces->context, options);
    cairo_font_options_destroy(options);
    faces->by_file = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, face_free);
    faces->by_font = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
    return faces;
}

void faces_close(struct faces *faces)
{
    if (!faces)
        return;
    g_hash_table_destroy(faces->by_font);
    g_hash_table_destroy(faces->by_file);
    g_object_unref(faces->context);
    g_object_unref(faces->map);
    FcConfigSetCurrent(NULL);
    FcConfigDestroy(faces->config);
    g_free(faces);
}

PangoContext *faces_context(struct faces *faces)
{
    return faces->context;
}

const char *faces_family(const struct faces *faces, enum font font)
{
    return faces->style->family[font];
}

static struct face *face_new(PangoFont *font)
{
    struct face *face = g_new0(struct face, 1);
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    face->cairo = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
    PangoFontDescription *description = pango_font_describe(font);
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
    face->name = pango_font_description_to_string(description);
    pango_font_description_free(description);
    return face;
}

const struct face *faces_of_font(struct faces *faces, PangoFont *font)
{
    struct face *face = g_hash_table_lookup(faces->by_font, font);
    if (face)
        return face;
    FcChar8 *file = NULL;
    FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file);
    const char *path = file ? (const char *)file : "";
    face = g_hash_table_lookup(faces->by_file, path);
    if (!face) {
        face = face_new(font);
        g_hash_table_insert(faces->by_file, g_strdup(path), face);
    }
    g_hash_table_insert(faces->by_font, g_object_ref(font), face);
    return face;
}

cairo_font_face_t *face_cairo(const struct face *face)
{
    return face->cairo;
}

const char *face_name(const struct face *face)
{
    return face->name;
}
