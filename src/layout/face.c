#include "layout/face.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "layout/face_pango.h"

struct face {
    char *name;
    cairo_font_face_t *cairo;
    bool words_apart;
};

/* What is known of a PangoFont. */
struct opened_font {
    PangoFont *pango; /* kept */
    const struct face *face, *small_caps; /* the latter NULL until wanted */
    GPtrArray *founts; /* struct fount */
};

/* A look as Pango is asked for it. */
struct description {
    struct look look; /* font, size, weight and italic count */
    PangoFontDescription *pango;
};

struct faces {
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GHashTable *by_file; /* path -> struct face */
    GHashTable *by_font; /* PangoFont -> struct opened_font */
    GArray *descriptions; /* struct description */
    GPtrArray *plain;     /* what itemize.c remembers */
    struct arena *arena;  /* of the founts' words */
    const struct style *style;
    const struct font_files *files;
};

static void font_free(gpointer data)
{
    struct opened_font *font = data;
    g_ptr_array_free(font->founts, TRUE);
    g_object_unref(font->pango);
    g_free(font);
}

static void description_clear(gpointer data)
{
    struct description *description = data;
    pango_font_description_free(description->pango);
}

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
    faces->files = fonts;
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
    faces->by_font = g_hash_table_new_full(NULL, NULL, NULL, font_free);
    faces->descriptions = g_array_new(FALSE, FALSE, sizeof(struct description));
    g_array_set_clear_func(faces->descriptions, description_clear);
    faces->plain = g_ptr_array_new_with_free_func(g_free);
    faces->arena = arena_new();
    return faces;
}

void faces_close(struct faces *faces)
{
    if (!faces)
        return;
    g_hash_table_destroy(faces->by_font);
    g_hash_table_destroy(faces->by_file);
    g_array_free(faces->descriptions, TRUE);
    g_ptr_array_free(faces->plain, TRUE);
    arena_free(faces->arena);
    g_object_unref(faces->context);
    g_object_unref(faces->map);
    FcConfigSetCurrent(NULL);
    FcConfigDestroy(faces->config);
    g_free(faces);
}

const char *faces_path(const struct faces *faces, enum font font)
{
    return fonts_find(faces->files, faces->style->family[font], 400, false)->path; /* faces_open saw to it */
}

PangoContext *faces_context(struct faces *faces)
{
    return faces->context;
}

GPtrArray *faces_plain(struct faces *faces)
{
    return faces->plain;
}

const PangoFontDescription *faces_description(struct faces *faces, const struct look *look)
{
    for (guint i = 0; i < faces->descriptions->len; i++) {
        const struct description *known = &g_array_index(faces->descriptions, struct description, i);
        const struct look *of = &known->look;
        if (of->font == look->font && of->weight == look->weight && of->italic == look->italic &&
            fabs(of->size - look->size) < 1e-6)
            return known->pango;
    }
    struct description made = {*look, pango_font_description_new()};
    pango_font_description_set_family(made.pango, faces->style->family[look->font]);
    pango_font_description_set_absolute_size(made.pango, look->size * PANGO_SCALE);
    pango_font_description_set_weight(made.pango, (PangoWeight)look->weight);
    pango_font_description_set_style(made.pango, look->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    g_array_append_val(faces->descriptions, made);
    return made.pango;
}

/* Small capitals stand for small letters: in one PDF font with these they would take their places in its simple
 * subset, and make nearly every word change fonts. So they get a font of their own: the same file, opened with a
 * hint for pixels that makes no difference here. */
static cairo_font_face_t *cairo_face_apart(PangoFont *font)
{
    FcPattern *pattern = FcPatternDuplicate(pango_fc_font_get_pattern(PANGO_FC_FONT(font)));
    FcPatternDel(pattern, FC_AUTOHINT);
    FcPatternAddBool(pattern, FC_AUTOHINT, FcTrue);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return face;
}

static cairo_font_face_t *cairo_face_of(PangoFont *font)
{
    cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    return cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
}

static struct face *face_new(PangoFont *font, bool small_caps)
{
    struct face *face = g_new0(struct face, 1);
    face->cairo = small_caps ? cairo_face_apart(font) : cairo_face_of(font);
    PangoFontDescription *description = pango_font_describe(font);
    pango_font_description_unset_fields(description, PANGO_FONT_MASK_SIZE);
    face->name = pango_font_description_to_string(description);
    face->words_apart = font_words_apart(font);
    pango_font_description_free(description);
    return face;
}

static const struct face *face_of_font(struct faces *faces, PangoFont *font, bool small_caps)
{
    FcChar8 *file = NULL;
    FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file);
    char *key = g_strdup_printf("%s%s", file ? (const char *)file : "", small_caps ? "\nsmall caps" : "");
    struct face *face = g_hash_table_lookup(faces->by_file, key);
    if (face) {
        g_free(key);
    } else {
        face = face_new(font, small_caps);
        g_hash_table_insert(faces->by_file, key, face);
    }
    return face;
}

static struct opened_font *font_of_pango(struct faces *faces, PangoFont *pango)
{
    struct opened_font *font = g_hash_table_lookup(faces->by_font, pango);
    if (font)
        return font;
    font = g_new0(struct opened_font, 1);
    font->pango = g_object_ref(pango);
    font->face = face_of_font(faces, pango, false);
    font->founts = g_ptr_array_new_with_free_func(fount_free);
    g_hash_table_insert(faces->by_font, pango, font);
    return font;
}

struct fount *faces_fount(struct faces *faces, void *pango, const struct look *look, const char *lang, uint32_t script,
                          bool backward, struct hyphenator *hyphenator)
{
    struct opened_font *font = font_of_pango(faces, pango);
    struct fount *fount = fount_find(font->founts, look, lang, script, backward, hyphenator);
    if (!fount) {
        if (look->caps == CAPS_SMALL && !font->small_caps)
            font->small_caps = face_of_font(faces, font->pango, true);
        const struct face *face = look->caps == CAPS_SMALL ? font->small_caps : font->face;
        fount = fount_new(faces->arena, font->pango, face, look, lang, script, backward, hyphenator);
        g_ptr_array_add(font->founts, fount);
    }
    return fount;
}

cairo_font_face_t *face_cairo(const struct face *face)
{
    return face->cairo;
}

bool face_words_apart(const struct face *face)
{
    return face->words_apart;
}

const char *face_name(const struct face *face)
{
    return face->name;
}
