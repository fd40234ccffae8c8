#include <string.h>

#include "manuscript/html.h"

static bool is_space(char c)
{
    return c && strchr(" \t\r\n\f", c);
}

static struct position place_of(const struct html_place *place, const char *text, size_t offset)
{
    if (place->locator)
        return locator_at(place->locator, offset);
    struct position at = place->at;
    for (size_t i = 0; i < offset; i++) {
        if (text[i] == '\n')
            return place->at; /* the line it is on is not known */
        at.column += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return at;
}

/* ---- entities ---- */

/* The length of the entity that stands there, up to its semicolon; 0. */
static size_t entity_length(const char *text, size_t left)
{
    const size_t longest = 33; /* &CounterClockwiseContourIntegral; */
    size_t length = 1;
    while (length < left && length < longest &&
           (g_ascii_isalnum(text[length]) || (length == 1 && text[1] == '#')))
        length++;
    return length > 1 && length < left && text[length] == ';' ? length + 1 : 0;
}

/* Markdown has the same entities as HTML: its parser knows them all. */
static bool append_entity(GString *out, const char *entity, size_t length)
{
    cmark_node *root = cmark_parse_document(entity, length, CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_first_child(root);
    cmark_node *word = paragraph ? cmark_node_first_child(paragraph) : NULL;
    const char *literal = word && !cmark_node_next(word) ? cmark_node_get_literal(word) : NULL;
    const bool known = literal && strncmp(literal, entity, length) != 0;
    if (known)
        g_string_append(out, literal);
    cmark_node_free(root);
    return known;
}

static const char *decoded(struct arena *arena, const char *text, size_t length)
{
    GString *out = g_string_sized_new(length);
    for (size_t i = 0; i < length;) {
        const size_t entity = text[i] == '&' ? entity_length(text + i, length - i) : 0;
        if (entity && append_entity(out, text + i, entity)) {
            i += entity;
        } else {
            g_string_append_c(out, text[i]);
            i++;
        }
    }
    const char *kept = arena_string(arena, out->str);
    g_string_free(out, TRUE);
    return kept;
}

/* ---- tags ---- */

static const char *lowered(struct arena *arena, const char *text, size_t length)
{
    char *lower = g_ascii_strdown(text, (gssize)length);
    const char *kept = arena_string(arena, lower);
    g_free(lower);
    return kept;
}

/* One attribute; *at is behind it. False when its quotation mark never closes. */
static bool read_attribute(struct arena *arena, const struct html_place *place, const char *text, size_t *at,
                           struct html_attribute *attribute)
{
    const size_t length = strcspn(text + *at + 1, " \t\r\n\f\"'<>/=") + 1;
    *attribute = (struct html_attribute){lowered(arena, text + *at, length), "", place_of(place, text, *at)};
    *at += length;
    size_t equals = *at;
    while (is_space(text[equals]))
        equals++;
    if (text[equals] != '=')
        return true;
    do
        equals++;
    while (is_space(text[equals]));
    const char quote = text[equals];
    if (quote == '"' || quote == '\'') {
        const char *start = text + equals + 1, *close = strchr(start, quote);
        if (!close)
            return false;
        attribute->value = decoded(arena, start, (size_t)(close - start));
        *at = (size_t)(close - text) + 1;
        return true;
    }
    const size_t bare = strcspn(text + equals, " \t\r\n\f>");
    attribute->value = decoded(arena, text + equals, bare);
    *at = equals + bare;
    return true;
}

/* The tag at `at`, which is a '<' before a name or before a slash and a name. False when it never ends. */
static bool read_tag(struct arena *arena, const struct html_place *place, const char *text, size_t *at,
                     struct html_token *token)
{
    GArray *attributes = g_array_new(FALSE, FALSE, sizeof(struct html_attribute));
    const bool closes = text[*at + 1] == '/';
    const size_t name = *at + (closes ? 2 : 1), length = strcspn(text + name, " \t\r\n\f/>");
    struct html_tag *tag = &token->tag;
    bool good = true;
    token->kind = closes ? HTML_CLOSE : HTML_OPEN;
    *tag = (struct html_tag){.name = lowered(arena, text + name, length), .at = token->at};
    tag->rule = html_rule(tag->name);
    *at = name + length;
    while (good && text[*at] && text[*at] != '>') {
        tag->alone = text[*at] == '/';
        if (is_space(text[*at]) || tag->alone) {
            (*at)++;
            continue;
        }
        struct html_attribute attribute;
        good = read_attribute(arena, place, text, at, &attribute);
        g_array_append_val(attributes, attribute);
    }
    good = good && text[*at] == '>';
    *at += good;
    tag->alone = tag->alone || (tag->rule && tag->rule->takes & HTML_IS_VOID);
    tag->count = attributes->len;
    tag->attributes = arena_copy(arena, attributes->data, attributes->len * sizeof(struct html_attribute));
    g_array_free(attributes, TRUE);
    return good;
}

/* Behind what starts there and is no words: a comment, a declaration, a processing instruction; 0: nothing
 * does. */
static size_t end_of_nothing(const char *text, size_t at)
{
    static const struct {
        const char *start, *end;
    } kinds[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}, {"<?", "?>"}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strncmp(text + at, kinds[i].start, strlen(kinds[i].start)) != 0)
            continue;
        const char *end = strstr(text + at + 2, kinds[i].end);
        return end ? (size_t)(end - text) + strlen(kinds[i].end) : at + strlen(text + at);
    }
    return 0;
}

static bool tag_starts(const char *text)
{
    return text[0] == '<' && (g_ascii_isalpha(text[1]) || (text[1] == '/' && g_ascii_isalpha(text[2])));
}

bool html_next(struct arena *arena, const struct html_place *place, const char *text, size_t *cursor,
               struct html_token *token)
{
    const size_t at = *cursor;
    if (!text[at])
        return false;
    *token = (struct html_token){.at = place_of(place, text, at)};
    const size_t nothing = end_of_nothing(text, at);
    if (nothing) {
        token->kind = HTML_NOTHING;
        *cursor = nothing;
        return true;
    }
    if (tag_starts(text + at)) {
        if (!read_tag(arena, place, text, cursor, token)) {
            token->kind = HTML_BROKEN;
            *cursor = at + strlen(text + at);
        }
        return true;
    }
    size_t end = at + 1;
    while (text[end] && !tag_starts(text + end) && !end_of_nothing(text, end))
        end++;
    token->kind = HTML_TEXT;
    token->text = decoded(arena, text + at, end - at);
    *cursor = end;
    return true;
}

bool html_skip(const char *text, size_t *cursor, const char *name)
{
    const size_t length = strlen(name);
    for (const char *p = strstr(text + *cursor, "</"); p; p = strstr(p + 2, "</"))
        if (g_ascii_strncasecmp(p + 2, name, length) == 0) {
            *cursor = (size_t)(p - text);
            return true;
        }
    *cursor += strlen(text + *cursor);
    return false;
}
