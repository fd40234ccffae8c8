#include "manuscript/html_pairs.h"

#include <string.h>

#include "manuscript/html.h"

struct pairing {
    GHashTable *pairs;  /* opening tag -> closing tag */
    GPtrArray *open;    /* cmark_node */
    GPtrArray *names;   /* of those, in small letters */
    GHashTable *counts; /* name -> how many of it are open */
};

/* The name of a tag, in small letters, to be freed; NULL when it is a comment. */
static char *name_of(const char *html, bool *closes)
{
    *closes = html[0] == '<' && html[1] == '/';
    const char *name = html + (*closes ? 2 : 1);
    return g_ascii_isalpha(*name) ? g_ascii_strdown(name, (gssize)strcspn(name, " \t\r\n\f/>")) : NULL;
}

static int count_of(const struct pairing *pairing, const char *name)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(pairing->counts, name));
}

static void count(struct pairing *pairing, const char *name, int more)
{
    g_hash_table_insert(pairing->counts, g_strdup(name), GINT_TO_POINTER(count_of(pairing, name) + more));
}

/* Takes the innermost off; those above the one that is closed stay without a partner. */
static void close_tag(struct pairing *pairing, const char *name, cmark_node *node)
{
    bool found = count_of(pairing, name) == 0;
    while (!found) {
        const guint last = pairing->open->len - 1;
        const char *top = g_ptr_array_index(pairing->names, last);
        found = strcmp(top, name) == 0;
        if (found)
            g_hash_table_insert(pairing->pairs, g_ptr_array_index(pairing->open, last), node);
        count(pairing, top, -1);
        g_ptr_array_set_size(pairing->open, (gint)last);
        g_ptr_array_set_size(pairing->names, (gint)last);
    }
}

static void take(struct pairing *pairing, cmark_node *node)
{
    const char *html = cmark_node_get_literal(node);
    bool closes;
    char *name = name_of(html, &closes);
    const struct html_rule *rule = name ? html_rule(name) : NULL;
    const bool alone = g_str_has_suffix(html, "/>") || (rule && rule->takes & HTML_IS_VOID);
    if (name && closes) {
        close_tag(pairing, name, node);
    } else if (name && !alone) {
        count(pairing, name, 1);
        g_ptr_array_add(pairing->open, node);
        g_ptr_array_add(pairing->names, g_strdup(name));
    }
    g_free(name);
}

GHashTable *html_pairs(cmark_node *first)
{
    struct pairing pairing = {0};
    for (cmark_node *node = first; node; node = cmark_node_next(node)) {
        /* Text directives are of the same type. */
        if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE || syntax_directive(node))
            continue;
        if (!pairing.pairs) {
            pairing.pairs = g_hash_table_new(NULL, NULL);
            pairing.open = g_ptr_array_new();
            pairing.names = g_ptr_array_new_with_free_func(g_free);
            pairing.counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        }
        take(&pairing, node);
    }
    if (!pairing.pairs)
        return NULL;
    g_ptr_array_free(pairing.open, TRUE);
    g_ptr_array_free(pairing.names, TRUE);
    g_hash_table_destroy(pairing.counts);
    return pairing.pairs;
}

void html_pairs_free(GHashTable *pairs)
{
    if (pairs)
        g_hash_table_destroy(pairs);
}
