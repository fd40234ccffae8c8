#include "layout/hyphen.h"

#include <glib.h>
#include <hyphen.h>
#include <string.h>

enum { LEFT_AT_LEAST = 2, RIGHT_AT_LEAST = 3, LONGEST_WORD = 100 };

struct hyphenator {
    HyphenDict *dictionary;
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

struct hyphenator *hyphen_open(const char *folder, const char *lang)
{
    char *path = dictionary_path(folder, lang);
    HyphenDict *dictionary = path ? hnj_hyphen_load(path) : NULL;
    g_free(path);
    if (!dictionary)
        return NULL;
    struct hyphenator *hyphenator = g_new0(struct hyphenator, 1);
    hyphenator->dictionary = dictionary;
    return hyphenator;
}

void hyphen_close(struct hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    hnj_hyphen_free(hyphenator->dictionary);
    g_free(hyphenator);
}

void hyphen_points(struct hyphenator *hyphenator, const char *word, size_t count, bool *allowed)
{
    memset(allowed, 0, count * sizeof *allowed);
    if (count < LEFT_AT_LEAST + RIGHT_AT_LEAST || count > LONGEST_WORD)
        return;
    char *lower = g_utf8_strdown(word, -1);
    if ((size_t)g_utf8_strlen(lower, -1) == count) {
        char marks[LONGEST_WORD * 6 + 6] = {0};
        char **replacements = NULL;
        int *positions = NULL, *cuts = NULL;
        if (hnj_hyphen_hyphenate2(hyphenator->dictionary, lower, (int)strlen(lower), marks, NULL, &replacements,
                                  &positions, &cuts) == 0)
            for (size_t i = LEFT_AT_LEAST - 1; i + RIGHT_AT_LEAST < count; i++)
                allowed[i] = (marks[i] & 1) && !(replacements && replacements[i]);
        for (size_t i = 0; replacements && i < strlen(lower); i++)
            g_clear_pointer(&replacements[i], free);
        free(replacements);
        free(positions);
        free(cuts);
    }
    g_free(lower);
}
