#include "book/collate.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Behind a letter: it is one of its own, after the plain one. Greater than any character of a key. */
static const char OWN_LETTER[] = "\U0010FFFD";

/* Letters that Unicode does not take apart, as those that readers look them up under. */
static const struct {
    gunichar letter;
    const char *as;
} plain_letters[] = {
    {0x00E6, "ae"}, {0x0153, "oe"}, {0x00F8, "o"}, {0x0111, "d"},
    {0x00F0, "d"},  {0x00FE, "th"}, {0x0142, "l"}, {0x0131, "i"},
};

static bool is_accent(gunichar c)
{
    return c >= 0x0300 && c <= 0x036F;
}

static void append_letter(GString *key, gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plain_letters); i++)
        if (plain_letters[i].letter == c) {
            g_string_append(key, plain_letters[i].as);
            return;
        }
    g_string_append_unichar(key, c);
}

/* One space between words, none at the ends. */
static void append_space(GString *key)
{
    if (key->len && key->str[key->len - 1] != ' ')
        g_string_append_c(key, ' ');
}

static bool is_space(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION;
}

char *collate_key(const char *term, const char *lang)
{
    const bool spanish = lang && g_ascii_strncasecmp(lang, "es", 2) == 0 && strchr("-", lang[2]);
    char *folded = g_utf8_casefold(term, -1);
    char *apart = g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
    GString *key = g_string_new(NULL);
    gunichar before = 0;
    for (const char *p = apart; p && *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (spanish && c == 0x0303 && before == 'n')
            g_string_append(key, OWN_LETTER);
        else if (is_space(c))
            append_space(key);
        else if (!is_accent(c) && !g_unichar_ispunct(c))
            append_letter(key, c);
        before = c;
    }
    if (key->len && key->str[key->len - 1] == ' ')
        g_string_truncate(key, key->len - 1);
    if (!key->len) /* nothing but signs */
        g_string_assign(key, folded);
    g_free(apart);
    g_free(folded);
    return g_string_free(key, FALSE);
}

char *collate_fold(const char *term)
{
    char *composed = g_utf8_normalize(term, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    char *folded = g_utf8_casefold(composed ? composed : term, -1);
    g_free(composed);
    return folded;
}

const char *collate_initial(struct arena *arena, const char *key)
{
    const gunichar first = g_utf8_get_char(key);
    if (!g_unichar_isalpha(first))
        return "";
    char letter[8] = {0};
    g_unichar_to_utf8(g_unichar_toupper(first), letter);
    const bool own = g_str_has_prefix(g_utf8_next_char(key), OWN_LETTER);
    return own ? "Ñ" : arena_string(arena, letter);
}
