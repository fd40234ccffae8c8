#include "base/text.h"

#include <glib.h>
#include <string.h>

size_t text_count_words(const char *text)
{
    size_t words = 0;
    bool inside = false;
    for (const char *p = text; p && *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c))
            inside = false;
        else if (!inside && g_unichar_isalnum(c)) {
            inside = true;
            words++;
        }
    }
    return words;
}

const char *text_slug(struct arena *arena, const char *title, const char *otherwise)
{
    char *ascii = g_str_to_ascii(title, "C");
    GString *slug = g_string_new(NULL);
    for (const char *p = ascii; *p; p++) {
        if (g_ascii_isalnum(*p))
            g_string_append_c(slug, g_ascii_tolower(*p));
        else if (*p != '\'' && *p != '?' && slug->len && slug->str[slug->len - 1] != '-')
            g_string_append_c(slug, '-');
    }
    while (slug->len && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
    const char *kept = arena_string(arena, slug->len ? slug->str : otherwise);
    g_string_free(slug, TRUE);
    g_free(ascii);
    return kept;
}

enum { FILE_NAME_AT_MOST = 100 };

const char *text_file_name(struct arena *arena, const char *title, const char *otherwise)
{
    const char *slug = text_slug(arena, title, otherwise);
    size_t length = strlen(slug);
    if (length <= FILE_NAME_AT_MOST)
        return slug;
    for (length = FILE_NAME_AT_MOST; length > 0 && slug[length] != '-'; length--) {
    }
    return arena_substring(arena, slug, length ? length : FILE_NAME_AT_MOST);
}

enum { NAME_LENGTH_AT_MOST = 40, FAR = 99 };

static int distance(const char *a, const char *b)
{
    const size_t n = strlen(a), m = strlen(b);
    if (n > NAME_LENGTH_AT_MOST || m > NAME_LENGTH_AT_MOST)
        return FAR;
    int d[NAME_LENGTH_AT_MOST + 1][NAME_LENGTH_AT_MOST + 1];
    for (size_t i = 0; i <= n; i++)
        d[i][0] = (int)i;
    for (size_t j = 0; j <= m; j++)
        d[0][j] = (int)j;
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            const int change = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            d[i][j] = MIN(MIN(d[i - 1][j], d[i][j - 1]) + 1, change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = MIN(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[n][m];
}

const char *text_nearest(const char *wanted, const char *const *names, size_t count)
{
    const char *nearest = NULL;
    int best = 3;
    for (size_t i = 0; i < count; i++) {
        const int far = distance(wanted, names[i]);
        if (far < best && (size_t)far < strlen(names[i])) {
            best = far;
            nearest = names[i];
        }
    }
    return nearest;
}

bool text_is_language(const char *tag)
{
    char **subtags = g_strsplit(tag, "-", -1);
    bool good = subtags[0] != NULL;
    for (int i = 0; subtags[i] && good; i++) {
        static const char letters[] = G_CSET_A_2_Z G_CSET_a_2_z,
                          both[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS;
        const size_t length = strlen(subtags[i]);
        good = length >= (i ? 1 : 2) && length <= (i ? 8 : 3) &&
               !subtags[i][strspn(subtags[i], i ? both : letters)];
    }
    g_strfreev(subtags);
    return good;
}

bool text_is_utf8(const char *bytes, size_t length, size_t *offset)
{
    const char *end;
    if (g_utf8_validate_len(bytes, length, &end))
        return true;
    *offset = (size_t)(end - bytes);
    return false;
}

/* ---- directions ---- */

static const char *const backward_languages[] = {"ar",  "arc", "arz", "apc", "ary", "azb", "bal", "ckb", "dv",  "fa",
                                                 "glk", "he",  "iw",  "ks",  "lrc", "mzn", "nqo", "pnb", "prs", "ps",
                                                 "rhg", "sd",  "sdh", "skr", "syr", "ug",  "ur",  "yi",  "ji"};
static const char *const backward_scripts[] = {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo",
                                               "Rohg", "Samr", "Syrc", "Thaa"};

static bool is_among(const char *part, size_t length, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == length && g_ascii_strncasecmp(part, names[i], length) == 0)
            return true;
    return false;
}

bool text_language_backward(const char *tag)
{
    if (!tag)
        return false;
    const size_t language = strcspn(tag, "-");
    for (const char *part = tag + language; *part == '-';) {
        const char *subtag = part + 1;
        const size_t length = strcspn(subtag, "-");
        if (length == 1) /* what follows is no script */
            break;
        if (length == 4 && g_ascii_isalpha(*subtag))
            return is_among(subtag, length, backward_scripts, G_N_ELEMENTS(backward_scripts));
        part = subtag + length;
    }
    return is_among(tag, language, backward_languages, G_N_ELEMENTS(backward_languages));
}

static bool is_backward_script(GUnicodeScript script)
{
    switch (script) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
        return true;
    default:
        return false;
    }
}

int text_direction(const char *text)
{
    long first = 0, letters = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalpha(c))
            continue;
        const int direction = is_backward_script(g_unichar_get_script(c)) ? 1 : -1;
        first = first ? first : direction;
        letters += direction;
    }
    return first > 0 && letters > 0 ? 1 : first < 0 && letters < 0 ? -1 : 0;
}
