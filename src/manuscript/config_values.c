#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/config_keys.h"

const char *config_scalar(struct config *config, struct fy_node *node)
{
    size_t length = 0;
    if (!node || !fy_node_is_scalar(node) || fy_node_is_alias(node))
        return NULL;
    const char *text = fy_node_get_scalar(node, &length);
    return text && length ? arena_substring(config->reader->arena, text, length) : NULL;
}

const char *config_wanted(struct config *config, struct fy_node *value, struct position at, const char *hint)
{
    const char *text = config_scalar(config, value);
    if (!text && value && (!fy_node_is_scalar(value) || fy_node_is_alias(value)))
        config_bad(config, at, "value-type", hint, NULL);
    return text;
}

struct position config_place(const struct config *config, struct fy_node *node, struct position otherwise)
{
    struct fy_token *token = node && fy_node_is_scalar(node) ? fy_node_get_scalar_token(node) : NULL;
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    return mark ? (struct position){config->shown, mark->line + 1, mark->column + 1} : otherwise;
}

void config_bad(struct config *config, struct position at, const char *code, const char *hint,
                const char *value)
{
    if (value)
        diags_report(config->reader->diags, DIAG_ERROR, at, code, hint, "\"%s\" cannot be used here", value);
    else
        diags_report(config->reader->diags, DIAG_ERROR, at, code, hint,
                     "this value is not of the right kind");
}

bool config_colour(const char *text, double *colour)
{
    if (*text != '#' || strlen(text) != 7)
        return false;
    for (int i = 0; i < 3; i++) {
        const int high = g_ascii_xdigit_value(text[1 + 2 * i]), low = g_ascii_xdigit_value(text[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        colour[i] = (high * 16 + low) / 255.0;
    }
    return true;
}

/* What a key takes, in words, for hints. */
static const char *takes(struct config *config, const struct config_key *key)
{
    struct arena *arena = config->reader->arena;
    const char *range = key->choices;
    if (key->type == KEY_LENGTH)
        range = arena_printf(arena, "a length from %g to %g points; \"20mm\" and \"0.5in\" are understood",
                             key->least, key->most);
    else if (key->type == KEY_NUMBER || key->type == KEY_INTEGER)
        range = arena_printf(arena, "a%s number from %g to %g", key->type == KEY_INTEGER ? " whole" : "",
                             key->least, key->most);
    else if (key->type == KEY_CHOICE || key->type == KEY_FLAG) {
        char **choices = g_strsplit(key->choices, "|", -1), *joined = g_strjoinv(", ", choices);
        range = arena_printf(arena, "one of: %s", joined);
        g_free(joined);
        g_strfreev(choices);
    }
    return key->unset ? arena_printf(arena, "%s takes %s; without it: %s", key->path, range, key->unset)
                      : arena_printf(arena, "%s takes %s", key->path, range);
}

/* The number of a choice; -1 when it is none. */
static int choice_of(const char *choices, const char *text)
{
    char **names = g_strsplit(choices, "|", -1);
    int found = -1;
    for (int i = 0; names[i] && found < 0; i++)
        found = strcmp(names[i], text) == 0 ? i : -1;
    g_strfreev(names);
    return found;
}

/* The diagnostic's code; NULL when the value was good and is stored. */
static const char *store(struct config *config, const struct config_key *key, const char *text, void *member)
{
    double number;
    int choice;
    switch (key->type) {
    case KEY_TEXT:
        *(const char **)member = clean_text(config->reader, text);
        return NULL;
    case KEY_LENGTH:
    case KEY_NUMBER:
    case KEY_INTEGER:
        if (key->type == KEY_LENGTH ? !style_length(text, &number) : !attribute_parse_number(text, &number))
            return "value-type";
        if (number < key->least || number > key->most)
            return "value-range";
        if (key->type != KEY_INTEGER)
            *(double *)member = number;
        else if (number == (double)(int)number)
            *(int *)member = (int)number;
        else
            return "value-type";
        return NULL;
    case KEY_FLAG:
        choice = choice_of(key->choices, text);
        if (choice >= 0)
            *(bool *)member = choice == 0;
        return choice >= 0 ? NULL : "value-type";
    case KEY_CHOICE:
        choice = choice_of(key->choices, text);
        if (choice >= 0)
            memcpy(member, &choice, sizeof choice); /* an enum of ours is an int to gcc and clang */
        return choice >= 0 ? NULL : "value-range";
    case KEY_COLOUR:
        return config_colour(text, member) ? NULL : "value-type";
    case KEY_OWN:
        break;
    }
    return "value-type";
}

void config_value(struct config *config, const struct config_key *key, struct fy_node *value,
                  struct position at)
{
    const struct position place = config_place(config, value, at);
    if (key->type == KEY_OWN) {
        key->own(config, value, place);
        return;
    }
    const char *text = config_scalar(config, value);
    const bool empty = value && fy_node_is_scalar(value) && !fy_node_is_alias(value) && !text;
    if (empty || !value) /* "subtitle:" alone says nothing */
        return;
    void *member = (char *)config->reader->book + config->base + key->offset;
    const char *code = text ? store(config, key, text, member) : "value-type";
    if (code)
        config_bad(config, place, code, takes(config, key), text);
}
