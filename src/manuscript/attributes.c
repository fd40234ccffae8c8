#include "manuscript/attributes.h"

#include <string.h>

#include "base/text.h"
#include "manuscript/clean.h"

/* Longer ones are no attributes: keeps "{#a{#a{#a" linear. */
enum { NAME_AT_MOST = 100, VALUE_AT_MOST = 1000 };

static bool is_name_start(char c)
{
    return g_ascii_isalpha(c);
}

static bool is_name(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_' || c == ':';
}

/* The value after "key=": quoted, or up to white space or the closing brace. */
static bool take_value(const char **cursor, struct attribute_token *token)
{
    const char *p = *cursor;
    if (*p == '"' || *p == '\'') {
        const char quote = *p++;
        token->value = p;
        while (*p && *p != quote && *p != '\n' && p - token->value < VALUE_AT_MOST)
            p += *p == '\\' && p[1] == quote ? 2 : 1;
        if (*p != quote)
            return false;
        token->value_length = (size_t)(p - token->value);
        *cursor = p + 1;
        return true;
    }
    token->value = p;
    while (*p && !g_ascii_isspace(*p) && !strchr("}\"'", *p) && p - token->value < VALUE_AT_MOST)
        p++;
    token->value_length = (size_t)(p - token->value);
    *cursor = p;
    return token->value_length > 0;
}

struct attribute_token attributes_next(const char **cursor)
{
    struct attribute_token token = {.kind = TOKEN_BAD};
    const char *p = *cursor;
    if (*p == '{')
        p++;
    while (*p == ' ' || *p == '\t' || *p == '\n')
        p++;
    if (*p == '}') {
        *cursor = p + 1;
        token.kind = TOKEN_END;
        return token;
    }
    const char mark = *p;
    if (mark == '#' || mark == '.')
        p++;
    token.name = p;
    if (mark == '#')
        while (*p && !g_ascii_isspace(*p) && *p != '}' &&
               p - token.name < NAME_AT_MOST) /* a wrong id is read whole, to be reported */
            p++;
    else if (is_name_start(*p))
        while (is_name(*p) && p - token.name < NAME_AT_MOST)
            p++;
    token.name_length = (size_t)(p - token.name);
    if (token.name_length == 0)
        return token;
    if (mark == '#' || mark == '.') {
        token.kind = mark == '#' ? TOKEN_ID : TOKEN_CLASS;
    } else if (*p == '=') {
        p++;
        if (take_value(&p, &token))
            token.kind = TOKEN_PAIR;
    } else {
        token.kind = TOKEN_FLAG;
    }
    if (*p != '}' && !g_ascii_isspace(*p))
        token.kind = TOKEN_BAD;
    *cursor = p;
    return token;
}

size_t attributes_length(const char *text)
{
    const char *cursor = text;
    if (*text != '{')
        return 0;
    for (;;) {
        const enum attribute_token_kind kind = attributes_next(&cursor).kind;
        if (kind == TOKEN_END)
            return (size_t)(cursor - text);
        if (kind == TOKEN_BAD)
            return 0;
    }
}

bool attributes_id(struct reader *reader, const char *id, struct position at)
{
    bool good = g_ascii_isalpha(*id);
    for (const char *p = id; *p && good; p++)
        good = g_ascii_isalnum(*p) || *p == '-' || *p == '_';
    if (!good)
        diags_report(reader->diags, DIAG_ERROR, at, "id-bad",
                     "an id starts with a letter and has letters, digits, - and _ only (A-Z, a-z, 0-9)",
                     "\"%s\" cannot be an id", id);
    return good;
}

static void add_token(struct reader *reader, struct attributes *attributes, GArray *list,
                      const struct attribute_token *token, struct position at)
{
    struct attribute attribute = {.at = at};
    const char *name = arena_substring(reader->arena, token->name, token->name_length);
    attribute.name = token->kind == TOKEN_CLASS ? arena_printf(reader->arena, ".%s", name) : name;
    if (token->kind == TOKEN_PAIR) {
        GString *value = g_string_sized_new(token->value_length);
        for (size_t i = 0; i < token->value_length; i++)
            if (token->value[i] != '\\' || !strchr("\"'\\", token->value[i + 1]))
                g_string_append_c(value, token->value[i]);
        attribute.value = arena_string(reader->arena, value->str);
        g_string_free(value, TRUE);
    }
    const bool is_id = token->kind == TOKEN_ID || (token->kind == TOKEN_PAIR && strcmp(name, "id") == 0);
    if (!is_id) {
        g_array_append_val(list, attribute);
        return;
    }
    const char *id = token->kind == TOKEN_ID ? name : attribute.value;
    if (attributes_id(reader, id, at)) {
        attributes->id = id;
        attributes->id_at = at;
    }
}

struct attributes attributes_read(struct reader *reader, const struct locator *locator, const char *text,
                                  size_t offset)
{
    struct attributes attributes = {0};
    if (!text)
        return attributes;
    GArray *list = g_array_new(FALSE, TRUE, sizeof(struct attribute));
    const char *cursor = text;
    for (;;) {
        const struct attribute_token token = attributes_next(&cursor);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BAD)
            break;
        const bool marked = token.kind == TOKEN_ID || token.kind == TOKEN_CLASS;
        const size_t at = offset + (size_t)(token.name - text) - (marked ? 1 : 0);
        add_token(reader, &attributes, list, &token, locator_at(locator, at));
    }
    attributes.count = list->len;
    attributes.list = arena_copy(reader->arena, list->data, list->len * sizeof(struct attribute));
    g_array_free(list, TRUE);
    return attributes;
}

const struct attribute *attributes_find(const struct attributes *attributes, const char *name)
{
    for (size_t i = 0; i < attributes->count; i++)
        if (strcmp(attributes->list[i].name, name) == 0)
            return &attributes->list[i];
    return NULL;
}

static void report_unknown(struct reader *reader, const struct attribute *attribute, const char *what,
                           const char *const *names, size_t count)
{
    const char *near = text_nearest(attribute->name, names, count);
    GString *hint = g_string_new(NULL);
    if (near) {
        g_string_printf(hint, "did you mean \"%s\"?", near);
    } else {
        g_string_append(hint, count ? "it takes " : "it takes none");
        for (size_t i = 0; i < count; i++)
            g_string_append_printf(hint, "%s%s", i ? ", " : "", names[i]);
    }
    diags_report(reader->diags, DIAG_ERROR, attribute->at, "attribute-unknown", hint->str,
                 "%s has no attribute \"%s\"", what, attribute->name);
    g_string_free(hint, TRUE);
}

void attributes_allow(struct reader *reader, const struct attributes *given, const char *what,
                      const char *const *names, size_t count)
{
    for (size_t i = 0; i < given->count; i++) {
        bool known = false;
        for (size_t n = 0; n < count && !known; n++)
            known = strcmp(given->list[i].name, names[n]) == 0;
        if (!known)
            report_unknown(reader, &given->list[i], what, names, count);
    }
}

const char *attributes_language(struct reader *reader, const char *value, struct position at)
{
    if (value && text_is_language(value))
        return value;
    diags_report(reader->diags, DIAG_ERROR, at, "lang-bad", "a language tag: fr, en-GB, zh-Hant",
                 "\"%s\" is no language", value ? value : "");
    return NULL;
}

static bool bad_value(struct reader *reader, const struct attribute *attribute, const char *hint)
{
    diags_report(reader->diags, DIAG_ERROR, attribute->at, "attribute-value", hint, "%s cannot be \"%s\"",
                 attribute->name, attribute->value ? attribute->value : "");
    return false;
}

/* A number in the rule's unit, "40" or "40mm"; the value is left as the bare number. */
static bool check_number(struct reader *reader, struct attribute *attribute,
                         const struct attribute_rule *rule)
{
    double number = 0;
    const char *value = attribute->value ? attribute->value : "";
    size_t length = strlen(value);
    if (rule->unit && length > strlen(rule->unit) && g_str_has_suffix(value, rule->unit))
        length -= strlen(rule->unit);
    while (length && value[length - 1] == ' ')
        length--;
    const char *bare = arena_substring(reader->arena, value, length);
    const char *unit = rule->unit ? rule->unit : "";
    const char *range = arena_printf(reader->arena, "%s is a%s number from %g to %g%s%s", rule->name,
                                     rule->type == ATTRIBUTE_INTEGER ? " whole" : "", rule->least, rule->most,
                                     *unit ? " " : "", unit);
    if (!attribute_parse_number(bare, &number))
        return bad_value(reader, attribute, range);
    const bool inside = number >= rule->least && number <= rule->most;
    if (inside && rule->type == ATTRIBUTE_INTEGER && number != (double)(int)number)
        return bad_value(reader, attribute, range);
    if (!inside) {
        diags_report(reader->diags, DIAG_ERROR, attribute->at, "attribute-range", range,
                     "%s=%s is out of range", rule->name, value);
        return false;
    }
    attribute->value = bare;
    return true;
}

static bool check_choice(struct reader *reader, const struct attribute *attribute,
                         const struct attribute_rule *rule)
{
    char **choices = g_strsplit(rule->choices, "|", -1);
    const bool known = attribute->value && g_strv_contains((const char *const *)choices, attribute->value);
    if (!known) {
        char *joined = g_strjoinv(", ", choices);
        bad_value(reader, attribute, arena_printf(reader->arena, "one of: %s", joined));
        g_free(joined);
    }
    g_strfreev(choices);
    return known;
}

static bool check_value(struct reader *reader, struct attribute *attribute, const struct attribute_rule *rule)
{
    switch (rule->type) {
    case ATTRIBUTE_INTEGER:
    case ATTRIBUTE_NUMBER:
        return check_number(reader, attribute, rule);
    case ATTRIBUTE_CHOICE:
        return check_choice(reader, attribute, rule);
    case ATTRIBUTE_TEXT:
        if (!attribute->value)
            return bad_value(reader, attribute,
                             arena_printf(reader->arena, "write %s=\"...\": %s", rule->name, rule->help));
        attribute->value = clean_text(reader, attribute->value);
        return true;
    case ATTRIBUTE_SHARE:
        if (attribute->value)
            return check_number(reader, attribute, rule);
        attribute->value = "1";
        return true;
    case ATTRIBUTE_FLAG:
        if (attribute->value && strcmp(attribute->value, "true") != 0)
            return bad_value(reader, attribute,
                             arena_printf(reader->arena, rule->unset ? "write %s=false to switch it off" : "write %s alone to switch it on", rule->name));
        attribute->value = NULL;
        return true;
    }
    return false;
}

/* What an author has switched off is as if it were not there. */
static bool is_off(const struct attribute *given, const struct attribute_rule *rule)
{
    return (rule->type == ATTRIBUTE_FLAG || rule->type == ATTRIBUTE_SHARE) && g_strcmp0(given->value, "false") == 0;
}

/* The value of one rule: as given, or its default. */
static void check_rule(struct reader *reader, const struct attributes *given,
                       const struct attribute_rule *rule, struct attributes *checked)
{
    const struct attribute *found = NULL;
    for (size_t i = 0; i < given->count; i++)
        if (strcmp(given->list[i].name, rule->name) == 0) {
            if (found)
                diags_report(reader->diags, DIAG_ERROR, given->list[i].at, "attribute-twice", NULL,
                             "%s is given twice", rule->name);
            found = &given->list[i];
        }
    struct attribute attribute = {.name = rule->name, .value = rule->unset};
    if (found) {
        attribute = *found;
        if (is_off(found, rule))
            return;
        if (check_value(reader, &attribute, rule)) {
            checked->list[checked->count++] = attribute;
            return;
        }
        attribute.value = rule->unset;
    }
    if (rule->unset)
        checked->list[checked->count++] = attribute;
}

struct attributes attributes_check(struct reader *reader, const struct attributes *given, const char *what,
                                   const struct attribute_rule *rules, size_t count, bool common)
{
    const size_t all = count + (common ? element_common_count : 0);
    const char **names = ARENA_ARRAY(reader->arena, const char *, all + 1);
    size_t known = 0;
    struct attributes checked = {.id = given->id, .id_at = given->id_at};
    checked.list = ARENA_ARRAY(reader->arena, struct attribute, all + 1);
    for (size_t i = 0; i < all; i++) {
        const struct attribute_rule *rule = i < count ? &rules[i] : &element_common[i - count];
        if (i >= count && g_strv_contains(names, rule->name))
            continue;
        names[known++] = rule->name;
        if (strcmp(rule->name, "id") != 0)
            check_rule(reader, given, rule, &checked);
    }
    attributes_allow(reader, given, what, names, known);
    return checked;
}
