#include "layout/hyphen.h"

#include <glib.h>
#include <hyphen.h>
#include <string.h>

enum { LEFT_AT_LEAST = 2, RIGHT_AT_LEAST = 3, LONGEST_WORD = 100 };

struct hyphenation {
    char *folder;
    GHashTable *languages; /* tag -> struct hyphenator */
    const struct style *style;
};

struct hyphenator {
    HyphenDict *dictionary; /* NULL: none of this language */
    const struct hyphenation *of;
};

/* The file of a language, or one of its countries'. */
static char *dictionary_path(const char *folder, const char *lang)
{
    char **subtags = g_strsplit(lang, "-", 3);
    char *country = subtags[0] && subtags[1] ? g_ascii_strup(subtags[1], -1) : NULL;
    const char *language = subtags[0] ? subtags[0] : "";
    char *names[] = {g_strdup_printf("hyph_%s_%s.dic", language, country ? country : "US"),
                     g_strdup_printf("hyph_%s.dic", language), g_strdup_printf("hyph_%s_US.dic", language)};
    char *found = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(folder, names[i], NULL);
        if (!found && g_file_test(path, G_FILE_TEST_IS_REGULAR))
            found = g_steal_pointer(&path);
        g_free(path);
        g_free(names[i]);
    }
    g_free(country);
    g_strfreev(subtags);
    return found;
}

static void hyphenator_free(gpointer data)
{
    struct hyphenator *hyphenator = data;
    if (hyphenator->dictionary)
        hnj_hyphen_free(hyphenator->dictionary);
    g_free(hyphenator);
}

struct hyphenation *hyphenation_open(const char *folder, const struct style *style)
{
    struct hyphenation *hyphenation = g_new0(struct hyphenation, 1);
    hyphenation->folder = g_strdup(folder);
    hyphenation->languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, hyphenator_free);
    hyphenation->style = style;
    return hyphenation;
}

void hyphenation_close(struct hyphenation *hyphenation)
{
    if (!hyphenation)
        return;
    g_hash_table_destroy(hyphenation->languages);
    g_free(hyphenation->folder);
    g_free(hyphenation);
}

struct hyphenator *hyphen_find(struct hyphenation *hyphenation, const char *lang)
{
    struct hyphenator *hyphenator = g_hash_table_lookup(hyphenation->languages, lang);
    if (!hyphenator) {
        char *path = dictionary_path(hyphenation->folder, lang);
        hyphenator = g_new0(struct hyphenator, 1);
        hyphenator->dictionary = path ? hnj_hyphen_load(path) : NULL;
        hyphenator->of = hyphenation;
        g_hash_table_insert(hyphenation->languages, g_strdup(lang), hyphenator);
        g_free(path);
    }
    return hyphenator->dictionary || hyphenation->style->hyphenation_count ? hyphenator : NULL;
}

static void points_given(const char *points, size_t count, bool *allowed)
{
    size_t character = 0;
    for (const char *p = points; *p && character <= count; p = g_utf8_next_char(p)) {
        if (*p == '-' && character > 0)
            allowed[character - 1] = true;
        else if (*p != '-')
            character++;
    }
}

static void points_of_patterns(HyphenDict *dictionary, const char *lower, size_t count, bool *allowed)
{
    char marks[LONGEST_WORD * 6 + 6] = {0};
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    if (hnj_hyphen_hyphenate2(dictionary, lower, (int)strlen(lower), marks, NULL, &replacements, &positions, &cuts) ==
        0)
        for (size_t i = LEFT_AT_LEAST - 1; i + RIGHT_AT_LEAST < count; i++)
            allowed[i] = (marks[i] & 1) && !(replacements && replacements[i]);
    for (size_t i = 0; replacements && i < strlen(lower); i++)
        g_clear_pointer(&replacements[i], free);
    free(replacements);
    free(positions);
    free(cuts);
}

/* The letters without their accents, one for one. */
static char *plain_letters(const char *word)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
        g_unichar_fully_decompose(g_utf8_get_char(p), FALSE, parts, G_N_ELEMENTS(parts));
        g_string_append_unichar(plain, parts[0]);
    }
    return g_string_free(plain, FALSE);
}

/* Names from abroad have letters that the patterns of a language do not know: where these find nothing, the plain
 * letters are tried. */
static void points_found(HyphenDict *dictionary, const char *lower, size_t count, bool *allowed)
{
    points_of_patterns(dictionary, lower, count, allowed);
    if (g_str_is_ascii(lower) || memchr(allowed, true, count))
        return;
    char *plain = plain_letters(lower);
    points_of_patterns(dictionary, plain, count, allowed);
    g_free(plain);
}

void hyphen_points(struct hyphenator *hyphenator, const char *word, size_t count, bool *allowed)
{
    memset(allowed, 0, count * sizeof *allowed);
    if (count < LEFT_AT_LEAST + 1 || count > LONGEST_WORD)
        return;
    char *lower = g_utf8_strdown(word, -1);
    const char *given = style_hyphenation(hyphenator->of->style, word);
    if (given)
        points_given(given, count, allowed);
    else if (hyphenator->dictionary && count >= LEFT_AT_LEAST + RIGHT_AT_LEAST &&
             (size_t)g_utf8_strlen(lower, -1) == count)
        points_found(hyphenator->dictionary, lower, count, allowed);
    g_free(lower);
}
