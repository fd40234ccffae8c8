/* config_hyphenation: the words of book.yaml that are divided as their author says. */
#include <string.h>

#include "manuscript/config_keys.h"

static const char hint[] = "letters, with a hyphen where the word may be divided: re-kin-dle";

/* Letters, with single hyphens between them. */
static bool is_word(const char *text)
{
    bool letter = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (c == '-' ? !letter : !g_unichar_isalpha(c) && !(letter && g_unichar_ismark(c)))
            return false;
        letter = c != '-';
    }
    return letter;
}

/* The word as it is without its points. To be freed. */
static char *undivided(const char *word)
{
    char **parts = g_strsplit(word, "-", -1), *joined = g_strjoinv("", parts);
    g_strfreev(parts);
    return joined;
}

static void add_word(struct config *config, struct fy_node *node, struct position at, GHashTable *seen,
                     GPtrArray *words)
{
    const struct position place = config_place(config, node, at);
    const char *text = config_scalar(config, node);
    if (!text || !is_word(text)) {
        config_bad(config, place, text ? "value-range" : "value-type", hint, text);
        return;
    }
    char *lower = g_utf8_strdown(text, -1);
    const char *word = arena_string(config->reader->arena, lower);
    g_free(lower);
    if (g_hash_table_add(seen, undivided(word)))
        g_ptr_array_add(words, (gpointer)word);
    else
        config_bad(config, place, "value-range", "the word is there twice: keep one", text);
}

static int by_word(gconstpointer left, gconstpointer right)
{
    return style_compare_words(*(const char *const *)left, *(const char *const *)right);
}

void own_hyphenation(struct config *config, struct fy_node *value, struct position at)
{
    struct style *style = &config->reader->book->style;
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *words = g_ptr_array_new();
    void *state = NULL;
    if (value && fy_node_is_sequence(value)) {
        for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state));)
            add_word(config, node, at, seen, words);
    } else if (value && (!fy_node_is_scalar(value) || config_scalar(config, value))) {
        add_word(config, value, at, seen, words);
    }
    g_ptr_array_sort(words, by_word);
    style->hyphenation = arena_copy(config->reader->arena, words->pdata, words->len * sizeof(char *));
    style->hyphenation_count = words->len;
    g_ptr_array_free(words, TRUE);
    g_hash_table_destroy(seen);
}
