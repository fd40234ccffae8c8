#include "epub/embed.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "epub/css.h"
#include "epub/subset.h"

static const size_t FONT_AT_MOST = 32 << 20;
static const size_t LICENCE_AT_MOST = 256 << 10;

/* ---- what may be embedded ---- */

static bool read_font(const struct publication *publication, const struct font_file *file,
                      struct bytes *bytes, struct font_facts *facts)
{
    if (file_read(publication->arena, file->path, FONT_AT_MOST, bytes) == FILE_OK &&
        font_facts_read(publication->arena, *bytes, facts))
        return true;
    diags_report(publication->diags, DIAG_ERROR, (struct position){.file = file->path}, "font-unreadable",
                 NULL, "the font file cannot be read");
    return false;
}

/* OpenType, "OS/2", fsType: a restricted font must not be embedded without its owner's permission. */
static bool may_embed(const struct publication *publication, const struct font_file *file,
                      const struct font_facts *facts)
{
    if (facts->restricted)
        diags_report(publication->diags, DIAG_WARNING, (struct position){.file = file->path},
                     "font-restricted", "choose another family for style: fonts, or set epub: {fonts: none}",
                     "the maker of \"%s\" does not allow to embed it: it is not in the EPUB", file->family);
    return !facts->restricted;
}

/* A family is in with all its styles or not at all: a missing one would be imitated. */
static bool family_embedded(const struct publication *publication, const char *family)
{
    bool any = false, all = true;
    for (const struct font_file *file = fonts_first(publication->input->fonts); file; file = file->next) {
        struct bytes bytes;
        struct font_facts facts;
        if (strcmp(file->family, family) != 0)
            continue;
        any = true;
        if (read_font(publication, file, &bytes, &facts))
            all &= may_embed(publication, file, &facts);
    }
    return any && all;
}

struct families families_find(struct publication *publication)
{
    struct families families = {0};
    const char *const *names = publication->book->style.family;
    if (!publication->book->embed_fonts || !publication->input->fonts)
        return families;
    for (int font = 0; font < FONT_COUNT; font++) {
        int same = 0;
        while (strcmp(names[same], names[font]) != 0)
            same++;
        families.embedded[font] =
            same < font ? families.embedded[same] : family_embedded(publication, names[font]);
    }
    return families;
}

/* ---- licences ---- */

static bool is_licence(const char *name)
{
    static const char *const stems[] = {"ofl", "licen", "copying", "ufl"};
    bool found = false;
    char *small = g_ascii_strdown(name, -1);
    const char *dot = strrchr(small, '.');
    const bool text = !dot || strcmp(dot, ".txt") == 0 || strcmp(dot, ".md") == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(stems); i++)
        found |= text && g_str_has_prefix(small, stems[i]);
    g_free(small);
    return found;
}

/* The text beside a font that says what may be done with it; the first by name. From the arena, or NULL. */
static const char *licence_beside(const struct publication *publication, const char *path)
{
    char *folder = g_path_get_dirname(path), *first = NULL;
    GDir *directory = g_dir_open(folder, 0, NULL);
    for (const char *name; directory && (name = g_dir_read_name(directory));)
        if (is_licence(name) && (!first || strcmp(name, first) < 0)) {
            g_free(first);
            first = g_strdup(name);
        }
    struct bytes bytes = {0};
    size_t bad;
    if (first) {
        const char *whole = arena_printf(publication->arena, "%s/%s", folder, first);
        if (file_read(publication->arena, whole, LICENCE_AT_MOST, &bytes) != FILE_OK ||
            !text_is_utf8(bytes.data, bytes.length, &bad))
            bytes.data = NULL;
    }
    if (directory)
        g_dir_close(directory);
    g_free(folder);
    g_free(first);
    return bytes.data;
}

/* The licence as a file of the container, the same text once. In META-INF, as archives of programs have
 * theirs (EPUB 3.3, section 4.2.6.3 allows other files there): the manifest lists only what the book is made
 * of. */
static const char *add_licence(struct publication *publication, const struct font_file *file,
                               const char *text)
{
    for (guint i = 0; i < publication->resources->len; i++) {
        const struct resource *resource = &g_array_index(publication->resources, struct resource, i);
        if (resource->linked && strcmp(resource->bytes.data, text) == 0)
            return resource->path;
    }
    const char *stem =
        arena_printf(publication->arena, "%s-licence", text_slug(publication->arena, file->family, "font"));
    const char *path = publication_name(publication, "META-INF", stem, "txt");
    publication_add(
        publication,
        (struct resource){.path = path, .type = "text/plain", .linked = true, .bytes = {text, strlen(text)}});
    return path;
}

void fonts_rights_write(struct markup *markup, const struct publication *publication)
{
    for (guint i = 0; i < publication->fonts->len; i++) {
        const struct font_item *font = &g_array_index(publication->fonts, struct font_item, i);
        const char *refines =
            arena_printf(publication->arena, "#%s", publication_item_id(publication->arena, font->path));
        if (font->copyright) {
            markup_open(markup, "meta");
            markup_attribute(markup, "refines", refines);
            markup_attribute(markup, "property", "dcterms:rights");
            markup_text(markup, font->copyright);
            markup_close(markup);
        }
        if (font->licence_path) {
            /* A linked resource (EPUB 3.3, section 5.5.7), seen from the package. */
            markup_open(markup, "link");
            markup_attribute(markup, "refines", refines);
            markup_attribute(markup, "rel", "dcterms:license");
            markup_attribute(markup, "href", arena_printf(publication->arena, "../%s", font->licence_path));
            markup_attribute(markup, "media-type", "text/plain");
            markup_void(markup);
        } else if (font->licence) {
            markup_open(markup, "meta");
            markup_attribute(markup, "refines", refines);
            markup_attribute(markup, "property", "dcterms:license");
            markup_text(markup, font->licence);
            markup_close(markup);
        }
    }
}

/* ---- embedding ---- */

/* Licences such as the OFL (section 3) keep a name for the whole font: a part of it must have another. */
static const char *new_name(const struct publication *publication, const struct face_use *use,
                            const struct font_facts *facts, const char *licence)
{
    static const char reserved[] = "with Reserved Font Name";
    static const char *const names[FONT_COUNT] = {"Book Text", "Book Sans", "Book Hand", "Book Mono"};
    const bool is_reserved =
        (facts->copyright && strstr(facts->copyright, reserved)) || (licence && strstr(licence, reserved));
    if (!is_reserved)
        return NULL;
    const bool of_style = strcmp(publication->book->style.family[use->font], use->file->family) == 0;
    return of_style ? names[use->font] : "Book Font";
}

static int by_number(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* All numbers of the sets, in order. */
static uint32_t *numbers_of(struct arena *arena, GHashTable *const *sets, size_t count, size_t *total)
{
    size_t most = 0, at = 0;
    for (size_t i = 0; i < count; i++)
        most += g_hash_table_size(sets[i]);
    uint32_t *numbers = ARENA_ARRAY(arena, uint32_t, most);
    for (size_t i = 0; i < count; i++) {
        GHashTableIter all;
        gpointer number;
        g_hash_table_iter_init(&all, sets[i]);
        while (g_hash_table_iter_next(&all, &number, NULL))
            numbers[at++] = GPOINTER_TO_UINT(number);
    }
    qsort(numbers, at, sizeof *numbers, by_number);
    *total = at;
    return numbers;
}

static bool cut(const struct publication *publication, const struct face_use *use, const char *name,
                struct bytes *bytes)
{
    const struct {
        const char *feature;
        bool wanted;
    } optional[] = {{"smcp", use->small_capitals},
                    {"onum", use->old_style},
                    {"lnum", use->lining},
                    {"tnum", use->tabular},
                    {"pnum", use->proportional}};
    const char *features[G_N_ELEMENTS(optional) + 1];
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(optional); i++)
        if (optional[i].wanted)
            features[count++] = optional[i].feature;
    features[count] = NULL;
    GHashTable *const sets[] = {use->characters, use->imitated};
    struct subset_wish wish = {
        .features = use->everything ? NULL : features,
        .family = name,
        .weight = use->file->weight,
        .italic = use->file->italic,
    };
    wish.characters =
        numbers_of(publication->arena, sets, font_has_feature(*bytes, "smcp") ? 1 : 2, &wish.character_count);
    return font_subset(publication->arena, *bytes, &wish, bytes);
}

static void face_write(GString *css, const struct font_file *file, const char *path)
{
    g_string_append(css, "@font-face { font-family: ");
    css_string(css, file->family);
    g_string_append_printf(css, "; font-weight: %d; font-style: %s; src: url(../%s); }\n", file->weight,
                           file->italic ? "italic" : "normal", path);
}

static bool embed(struct publication *publication, GString *css, const struct face_use *use)
{
    const struct font_file *file = use->file;
    struct bytes bytes;
    struct font_facts facts;
    if (!read_font(publication, file, &bytes, &facts))
        return false;
    if (!may_embed(publication, file, &facts))
        return true;
    const char *licence = licence_beside(publication, file->path);
    if (!facts.whole && !cut(publication, use, new_name(publication, use, &facts, licence), &bytes)) {
        diags_report(publication->diags, DIAG_ERROR, (struct position){.file = file->path}, "font-subset",
                     "set epub: {fonts: none}, or choose another family",
                     "the part of the font that the EPUB needs cannot be made");
        return false;
    }
    char *base = g_path_get_basename(file->path), *dot = strrchr(base, '.');
    const bool otf = dot && g_ascii_strcasecmp(dot, ".otf") == 0;
    if (dot)
        *dot = '\0';
    const char *path = publication_name(publication, "fonts", text_slug(publication->arena, base, "font"),
                                        otf ? "otf" : "ttf");
    g_free(base);
    publication_add(publication,
                    (struct resource){.path = path, .type = otf ? "font/otf" : "font/ttf", .bytes = bytes});
    const struct font_item item = {
        .path = path,
        .copyright = facts.copyright,
        .licence = facts.licence ? facts.licence : facts.licence_url,
        .licence_path = licence ? add_licence(publication, file, licence) : NULL,
    };
    g_array_append_val(publication->fonts, item);
    face_write(css, file, path);
    return true;
}

bool fonts_embed(struct publication *publication, const struct families *families, GString *css)
{
    bool done = true;
    if (!publication->book->embed_fonts || !publication->input->fonts)
        return true;
    GArray *uses = uses_find(publication, families);
    for (guint i = 0; i < uses->len; i++)
        done &= embed(publication, css, &g_array_index(uses, struct face_use, i));
    uses_free(uses);
    return done;
}
