/* The CSS of a drawing: declarations and rules that lead outside, move, or load fonts go, the rest stays as
 * it is. */
#include <string.h>

#include "manuscript/svg_parts.h"

bool svg_urls_inside(const char *value)
{
    char *small = g_ascii_strdown(value, -1);
    /* A backslash could spell any of them: "\75rl(". */
    bool inside = !strchr(small, '\\') && !strstr(small, "image-set(") && !strstr(small, "src(");
    for (const char *url = strstr(small, "url("); url && inside; url = strstr(url, "url(")) {
        url += strlen("url(");
        url += strspn(url, " \t\r\n\"'");
        inside = *url == '#';
    }
    g_free(small);
    return inside;
}

bool svg_can_be_none(const char *property)
{
    static const char *const properties[] = {"fill",   "stroke",       "clip-path",  "mask",      "filter",
                                             "marker", "marker-start", "marker-mid", "marker-end"};
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
        if (g_ascii_strcasecmp(property, properties[i]) == 0)
            return true;
    return false;
}

/* ---- fonts ---- */

static bool is_generic(const char *family)
{
    static const char *const generic[] = {"serif",     "sans-serif", "monospace", "cursive", "fantasy",
                                          "system-ui", "inherit",    "initial",   "unset"};
    for (size_t i = 0; i < G_N_ELEMENTS(generic); i++)
        if (g_ascii_strcasecmp(family, generic[i]) == 0)
            return true;
    return false;
}

/* A reader has not the author's fonts: what is nearest to the ones that are named. */
static const char *nearest_generic(const char *families)
{
    static const char *const mono[] = {"mono", "courier", "consol", "menlo", "code"};
    static const char *const serif[] = {"serif",    "times",        "garamond",    "georgia", "roman",
                                        "palatino", "caslon",       "baskerville", "bodoni",  "book",
                                        "minion",   "merriweather", "playfair",    "lora"};
    char *small = g_ascii_strdown(families, -1);
    const char *found = "sans-serif";
    for (size_t i = 0; i < G_N_ELEMENTS(serif) && !strstr(small, "sans"); i++)
        if (strstr(small, serif[i]))
            found = "serif";
    for (size_t i = 0; i < G_N_ELEMENTS(mono); i++)
        if (strstr(small, mono[i]))
            found = "monospace";
    g_free(small);
    return found;
}

char *svg_font_family(const char *families)
{
    const char *comma = strrchr(families, ',');
    char *last = g_strstrip(g_strdup(comma ? comma + 1 : families));
    const bool complete = !*last || is_generic(last) || strchr(families, '!');
    g_free(last);
    return complete ? g_strdup(families) : g_strdup_printf("%s, %s", families, nearest_generic(families));
}

/* "font: 12px Arial": the families are its end. Words that stand alone ("inherit", "caption") have none. */
static char *font_shorthand(const char *value)
{
    const char *space = strrchr(value, ' ');
    if (!space || strchr(value, '!'))
        return g_strdup(value);
    const char *comma = strrchr(value, ',');
    char *last = g_strstrip(g_strdup(comma && comma > space ? comma + 1 : space));
    const bool complete = is_generic(last);
    g_free(last);
    return complete ? g_strdup(value) : g_strdup_printf("%s, %s", value, nearest_generic(value));
}

/* ---- declarations ---- */

/* From `css` on, where one of `ends` stands outside of strings and brackets, or its end. */
static const char *find_end(const char *css, const char *ends)
{
    int depth = 0;
    char quote = 0;
    for (; *css; css++) {
        if (quote)
            quote = *css == quote ? 0 : quote;
        else if (*css == '"' || *css == '\'')
            quote = *css;
        else if (depth == 0 && strchr(ends, *css))
            return css;
        else if (*css == '(' || *css == '[' || *css == '{')
            depth++;
        else if ((*css == ')' || *css == ']' || *css == '}') && depth > 0)
            depth--;
    }
    return css;
}

/* Of properties that move, or that load or run something. */
static bool is_unwanted(const char *property)
{
    static const char *const starts[] = {
        "animation", "transition",  "behavior",          "-moz-binding",
        "cursor",    "will-change", "-webkit-animation", "-webkit-transition"};
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_ascii_strncasecmp(property, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

static void append_declaration(GString *kept, struct drawing *drawing, const xmlNode *node, char *declaration)
{
    char *colon = strchr(declaration, ':');
    if (!colon)
        return;
    *colon = '\0';
    const char *property = g_strstrip(declaration), *value = g_strstrip(colon + 1);
    const bool inside = svg_urls_inside(value), none = !inside && svg_can_be_none(property);
    if (!inside || is_unwanted(property) || strpbrk(value, "{}@<") || strpbrk(property, "{}@<\\")) {
        drawing_tell(drawing, node, inside ? REMOVED_STYLE : REMOVED_OUTSIDE, inside ? property : value);
        if (none)
            g_string_append_printf(kept, "%s%s:none", kept->len ? ";" : "", property);
        return;
    }
    char *checked;
    if (g_ascii_strcasecmp(property, "font-family") == 0)
        checked = svg_font_family(value);
    else if (g_ascii_strcasecmp(property, "font") == 0)
        checked = font_shorthand(value);
    else
        checked = g_strdup(value);
    g_string_append_printf(kept, "%s%s:%s", kept->len ? ";" : "", property, checked);
    g_free(checked);
}

/* CSS 2.1, 4.1.9: comments may stand between any two tokens; one that does not end goes on to the end. */
static char *without_comments(const char *css)
{
    GString *plain = g_string_new(NULL);
    for (const char *comment; (comment = strstr(css, "/*"));) {
        g_string_append_len(plain, css, comment - css);
        g_string_append_c(plain, ' ');
        const char *end = strstr(comment + 2, "*/");
        css = end ? end + 2 : comment + strlen(comment);
    }
    g_string_append(plain, css);
    return g_string_free(plain, FALSE);
}

char *svg_clean_declarations(struct drawing *drawing, const xmlNode *node, const char *declarations)
{
    GString *kept = g_string_new(NULL);
    char *plain = without_comments(declarations);
    for (const char *at = plain; *at;) {
        const char *end = find_end(at, ";");
        char *declaration = g_strndup(at, (gsize)(end - at));
        append_declaration(kept, drawing, node, declaration);
        g_free(declaration);
        at = *end ? end + 1 : end;
    }
    g_free(plain);
    return g_string_free(kept, FALSE);
}

/* ---- style sheets ---- */

static void append_rules(GString *kept, struct drawing *drawing, const xmlNode *node, const char *rules,
                         int depth);

/* "@media print {...}" is kept, with its rules; what loads (import, font-face), moves or is unknown is not.
 */
static void append_at_rule(GString *kept, struct drawing *drawing, const xmlNode *node, const char *head,
                           const char *block, int depth)
{
    if (g_str_has_prefix(head, "@media") && block && depth < 4 && !strpbrk(head, "<\\")) {
        g_string_append_printf(kept, "%s{", head);
        append_rules(kept, drawing, node, block, depth + 1);
        g_string_append(kept, "}\n");
    } else if (!g_str_has_prefix(head, "@charset") && !g_str_has_prefix(head, "@namespace")) {
        const bool loads = g_str_has_prefix(head, "@import") || g_str_has_prefix(head, "@font-face");
        drawing_tell(drawing, node, loads ? REMOVED_OUTSIDE : REMOVED_STYLE, head);
    }
}

static void append_rule(GString *kept, struct drawing *drawing, const xmlNode *node, const char *head,
                        const char *block, int depth)
{
    if (*head == '@') {
        append_at_rule(kept, drawing, node, head, block, depth);
        return;
    }
    if (!block || !*head)
        return;
    if (strpbrk(head, "<\\")) {
        drawing_tell(drawing, node, REMOVED_STYLE, head);
        return;
    }
    char *declarations = svg_clean_declarations(drawing, node, block);
    if (*declarations)
        g_string_append_printf(kept, "%s{%s}\n", head, declarations);
    g_free(declarations);
}

static void append_rules(GString *kept, struct drawing *drawing, const xmlNode *node, const char *rules,
                         int depth)
{
    while (*rules) {
        const char *end = find_end(rules, "{;}");
        char *head = g_strstrip(g_strndup(rules, (gsize)(end - rules))), *block = NULL;
        if (*end == '{') {
            const char *close = find_end(end + 1, "}");
            block = g_strndup(end + 1, (gsize)(close - end - 1));
            end = close;
        }
        append_rule(kept, drawing, node, head, block, depth);
        g_free(head);
        g_free(block);
        rules = *end ? end + 1 : end;
    }
}

char *svg_clean_sheet(struct drawing *drawing, const xmlNode *node, const char *sheet)
{
    GString *kept = g_string_new(NULL);
    char *plain = without_comments(sheet);
    append_rules(kept, drawing, node, plain, 0);
    g_free(plain);
    return g_string_free(kept, FALSE);
}
