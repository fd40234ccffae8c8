#include "book/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct font_files {
    struct arena *arena;
    struct font_file *first;
    GPtrArray *patterns; /* FcPattern, owned: they hold the character sets */
    GPtrArray *families; /* names, once each, in the order found */
};

enum { DEPTH_AT_MOST = 4 };

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_font_name(const char *name)
{
    char *lower = g_ascii_strdown(name, -1);
    const bool font = g_str_has_suffix(lower, ".ttf") || g_str_has_suffix(lower, ".otf");
    g_free(lower);
    return font;
}

/* Paths of all font files below a folder, sorted. */
static void list_folder(const char *folder, int depth, GPtrArray *paths)
{
    GDir *directory = depth < DEPTH_AT_MOST ? g_dir_open(folder, 0, NULL) : NULL;
    if (!directory)
        return;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(directory));)
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(directory);
    qsort(names->pdata, names->len, sizeof(gpointer), by_name);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            list_folder(path, depth + 1, paths);
        else if (is_font_name(name))
            g_ptr_array_add(paths, g_strdup(path));
        g_free(path);
    }
    g_ptr_array_free(names, TRUE);
}

static bool has_family(const struct font_files *fonts, const char *family)
{
    for (guint i = 0; i < fonts->families->len; i++)
        if (strcmp(g_ptr_array_index(fonts->families, i), family) == 0)
            return true;
    return false;
}

static void report(struct diags *diags, const char *path, const char *hint, const char *what)
{
    diags_report(diags, DIAG_WARNING, (struct position){.file = path}, "font-unusable", hint, "%s", what);
}

/* Weight on the scale of CSS; fontconfig's own is another. */
static int css_weight(const FcPattern *pattern)
{
    int weight = FC_WEIGHT_REGULAR;
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    return FcWeightToOpenType(weight);
}

/* A query for one face gives the default instance of a variable font as if it were static; all of them must
 * be asked for to see the axes. */
static bool is_variable(const char *path)
{
    FcFontSet *set = FcFontSetCreate();
    FcBool variable = FcFalse;
    FcFreeTypeQueryAll((const FcChar8 *)path, (unsigned)-1, NULL, NULL, set);
    for (int i = 0; i < set->nfont && !variable; i++)
        FcPatternGetBool(set->fonts[i], FC_VARIABLE, 0, &variable);
    FcFontSetDestroy(set);
    return variable;
}

static void read_file(struct font_files *fonts, const char *path, struct font_file ***end,
                      struct diags *diags)
{
    const char *kept = arena_string(fonts->arena, path);
    int faces = 0;
    FcPattern *pattern = FcFreeTypeQuery((const FcChar8 *)path, 0, NULL, &faces);
    if (!pattern) {
        report(diags, kept, "remove it, or replace it by a TTF or OTF file", "this file is no font");
        return;
    }
    FcChar8 *family = NULL;
    FcCharSet *charset = NULL;
    const bool variable = is_variable(path);
    if (variable || FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch ||
        FcPatternGetCharSet(pattern, FC_CHARSET, 0, &charset) != FcResultMatch) {
        report(diags, kept,
               variable ? "put the family's static files here, one for each weight"
                        : "remove it, or replace it by a TTF or OTF file",
               variable ? "a variable font cannot be used" : "this font has no name or no characters");
        FcPatternDestroy(pattern);
        return;
    }
    int slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    struct font_file *file = ARENA_NEW(fonts->arena, struct font_file);
    *file = (struct font_file){kept,
                               arena_string(fonts->arena, (const char *)family),
                               css_weight(pattern),
                               slant != FC_SLANT_ROMAN,
                               charset,
                               NULL};
    g_ptr_array_add(fonts->patterns, pattern);
    **end = file;
    *end = &file->next;
}

static void pattern_free(gpointer pattern)
{
    FcPatternDestroy(pattern);
}

struct font_files *fonts_open(const char *const *folders, size_t count, struct diags *diags)
{
    struct font_files *fonts = g_new0(struct font_files, 1);
    fonts->arena = arena_new();
    fonts->patterns = g_ptr_array_new_with_free_func(pattern_free);
    fonts->families = g_ptr_array_new();
    struct font_file **end = &fonts->first;
    for (size_t i = 0; i < count; i++) {
        GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
        struct font_file **folder_start = end;
        list_folder(folders[i], 0, paths);
        for (guint k = 0; k < paths->len; k++)
            read_file(fonts, g_ptr_array_index(paths, k), &end, diags);
        g_ptr_array_free(paths, TRUE);
        /* A family that an earlier folder has hides the later ones'. */
        for (struct font_file **at = folder_start; *at;) {
            if (has_family(fonts, (*at)->family))
                *at = (*at)->next;
            else
                at = &(*at)->next;
        }
        for (end = folder_start; *end; end = &(*end)->next)
            if (!has_family(fonts, (*end)->family))
                g_ptr_array_add(fonts->families, (gpointer)(*end)->family);
    }
    return fonts;
}

void fonts_close(struct font_files *fonts)
{
    if (!fonts)
        return;
    g_ptr_array_free(fonts->patterns, TRUE);
    g_ptr_array_free(fonts->families, TRUE);
    arena_free(fonts->arena);
    g_free(fonts);
}

const struct font_file *fonts_first(const struct font_files *fonts)
{
    return fonts->first;
}

const struct font_file *fonts_find(const struct font_files *fonts, const char *family, int weight,
                                   bool italic)
{
    const struct font_file *best = NULL;
    int best_distance = 0;
    for (const struct font_file *file = fonts->first; file; file = file->next) {
        if (strcmp(file->family, family) != 0)
            continue;
        const int distance = abs(file->weight - weight) + (file->italic == italic ? 0 : 1000);
        if (!best || distance < best_distance) {
            best = file;
            best_distance = distance;
        }
    }
    return best;
}

bool font_file_has(const struct font_file *file, uint32_t character)
{
    return FcCharSetHasChar(file->charset, character);
}

bool fonts_have(const struct font_files *fonts, uint32_t character)
{
    for (const struct font_file *file = fonts->first; file; file = file->next)
        if (font_file_has(file, character))
            return true;
    return false;
}

const char *const *fonts_families(const struct font_files *fonts, size_t *count)
{
    *count = fonts->families->len;
    return (const char *const *)(void *)fonts->families->pdata;
}
