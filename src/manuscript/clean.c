#include "manuscript/clean.h"

#include <string.h>

#define NBSP "\u00A0"

/* The quotes open at a point of a text; an apostrophe is no closing quote. */
struct quote_state {
    int singles;
    gunichar before;
};

static bool is_letter(gunichar c)
{
    return g_unichar_isalnum(c);
}

/* One curled quotation mark in the language's own form. */
static void append_quote(GString *out, enum quotes quotes, gunichar mark, bool closes_single)
{
    const bool german = quotes == QUOTES_GERMAN, french = quotes == QUOTES_FRENCH;
    switch (mark) {
    case 0x201C:
        g_string_append(out, german ? "„" : french ? "«" NBSP : "“");
        break;
    case 0x201D:
        g_string_append(out, german ? "“" : french ? NBSP "»" : "”");
        break;
    case 0x2018:
        g_string_append(out, german ? "‚" : "‘");
        break;
    default:
        g_string_append(out, german && closes_single ? "‘" : "’");
    }
}

/* The letter before a point of a text, or what came before the text. */
static gunichar before_point(const char *text, const char *point, const struct quote_state *state)
{
    return point > text ? g_utf8_get_char(g_utf8_prev_char(point)) : state->before;
}

static char *localize_quotes(enum quotes quotes, const char *text, struct quote_state *state)
{
    GString *out = g_string_sized_new(strlen(text));
    const char *p = text;
    for (;;) {
        const size_t plain = strcspn(p, "\xE2"); /* what quotation marks begin with */
        g_string_append_len(out, p, (gssize)plain);
        p += plain;
        if (!*p)
            break;
        const gunichar c = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p);
        if (c == 0x2018)
            state->singles++;
        const bool inside_word = is_letter(before_point(text, p, state)) && *next && is_letter(g_utf8_get_char(next));
        const bool closes = c == 0x2019 && state->singles > 0 && !inside_word;
        if (closes)
            state->singles--;
        if (c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019)
            append_quote(out, quotes, c, closes);
        else
            g_string_append_len(out, p, next - p);
        p = next;
    }
    state->before = before_point(text, p, state);
    return g_string_free(out, FALSE);
}

/* True when the word that ends before `end` is one of the list. */
static bool word_before(const char *text, const char *end, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(words[i]);
        if ((size_t)(end - text) < length || memcmp(end - length, words[i], length) != 0)
            continue;
        if (end - length == text || !is_letter(g_utf8_get_char(g_utf8_prev_char(end - length))))
            return true;
    }
    return false;
}

static bool unit_after(const char *text)
{
    static const char *const units[] = {"mm", "cm", "m", "km", "kg", "g", "min", "h", "pt", "%", "°C", "°F"};
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        const size_t length = strlen(units[i]);
        if (strncmp(text, units[i], length) == 0 && !is_letter(g_utf8_get_char(text + length)))
            return true;
    }
    return false;
}

/* Whether the space at `space` of `text` joins what must stay on one line. */
static bool joins(const char *text, const char *space)
{
    static const char *const titles[] = {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St."};
    static const char *const numbered[] = {
        "page",    "Page",      "pages",     "Pages",     "p.",      "pp.",          "No.",   "Chapter",
        "chapter", "Worksheet", "worksheet", "Figure",    "figure",  "Part",         "Table", "table",
        "Seite",   "Kapitel",   "Teil",      "Abbildung", "Tabelle", "Arbeitsblatt", "Nr.",   "S.",
    };
    if (space == text)
        return false;
    if (g_ascii_isdigit(space[-1]) && unit_after(space + 1))
        return true;
    if (g_ascii_isdigit(space[1]) && word_before(text, space, numbered, G_N_ELEMENTS(numbered)))
        return true;
    return g_unichar_isupper(g_utf8_get_char(space + 1)) &&
           word_before(text, space, titles, G_N_ELEMENTS(titles));
}

static char *bind_spaces(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    for (const char *p = text; *p; p++)
        if (*p == ' ' && joins(text, p))
            g_string_append(out, NBSP);
        else
            g_string_append_c(out, *p);
    return g_string_free(out, FALSE);
}

static const char *finish(struct reader *reader, const char *text, struct quote_state *state)
{
    char *quoted = localize_quotes(reader->quotes, text, state);
    char *bound = bind_spaces(quoted);
    const char *kept = strcmp(bound, text) == 0 ? text : arena_string(reader->arena, bound);
    g_free(bound);
    g_free(quoted);
    return kept;
}

/* A straight quote opens at the start and after white space, an opening mark or a dash. */
static bool opens(gunichar before)
{
    return !before || g_unichar_isspace(before) || (before < 0x80 && strchr("([{-/", (int)before)) ||
           before == 0x2013 || before == 0x2014 || before == 0x201C || before == 0x2018;
}

static char *curl(const char *text, gunichar *last)
{
    GString *out = g_string_sized_new(strlen(text));
    gunichar before = *last;
    for (const char *p = text; *p;) {
        const size_t dashes = strspn(p, "-");
        gunichar c = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p);
        if (dashes == 2 || dashes == 3) {
            c = dashes == 2 ? 0x2013 : 0x2014;
            next = p + dashes;
        } else if (g_str_has_prefix(p, "...")) {
            c = 0x2026;
            next = p + 3;
        } else if (c == '"') {
            c = opens(before) ? 0x201C : 0x201D;
        } else if (c == '\'') {
            c = opens(before) ? 0x2018 : 0x2019;
        }
        g_string_append_unichar(out, c);
        before = c;
        p = next;
    }
    *last = before;
    return g_string_free(out, FALSE);
}

const char *clean_text(struct reader *reader, const char *text)
{
    if (!text)
        return NULL;
    struct quote_state state = {0};
    gunichar before = 0;
    char *curled = curl(text, &before);
    const char *kept = finish(reader, arena_string(reader->arena, curled), &state);
    g_free(curled);
    return kept;
}

static void clean_list(struct reader *reader, struct span *spans, struct quote_state *state)
{
    for (struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_TEXT)
            span->text = finish(reader, span->text, state);
        else if (span->kind == SPAN_BREAK)
            state->before = ' ';
        else if (span->kind == SPAN_CODE || span->kind == SPAN_BLANK)
            state->before = 'x';
        clean_list(reader, span->children, state);
    }
}

void clean_spans(struct reader *reader, struct span *spans)
{
    struct quote_state state = {0};
    clean_list(reader, spans, &state);
}

static bool is_code(const struct span *span)
{
    return span->kind == SPAN_PHRASE && (span->phrase == PHRASE_CODE || span->phrase == PHRASE_KEYS ||
                                         span->phrase == PHRASE_SAMPLE);
}

static void curl_list(struct reader *reader, struct span *spans, gunichar *before)
{
    for (struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_TEXT) {
            char *curled = curl(span->text, before);
            span->text = arena_string(reader->arena, curled);
            g_free(curled);
        } else if (is_code(span)) {
            *before = 'x';
        } else {
            *before = span->kind == SPAN_BREAK ? ' ' : *before;
            curl_list(reader, span->children, before);
        }
    }
}

void clean_typed_spans(struct reader *reader, struct span *spans)
{
    gunichar before = 0;
    curl_list(reader, spans, &before);
    clean_spans(reader, spans);
}
