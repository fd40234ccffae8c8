#include "pdf/content.h"

#include <glib.h>
#include <string.h>

/* ---- characters (ISO 32000-1, 7.2.2) ---- */

static bool is_space(char c)
{
    return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(char c)
{
    return c != '\0' && strchr("()<>[]{}/%", c);
}

static bool is_regular(char c)
{
    return !is_space(c) && !is_delimiter(c);
}

static const char *skip_regular(const char *at, const char *end)
{
    while (at < end && is_regular(*at))
        at++;
    return at;
}

/* White space and comments. */
static const char *skip_space(const char *at, const char *end)
{
    while (at < end && (is_space(*at) || *at == '%')) {
        if (*at == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
        else
            at++;
    }
    return at;
}

static struct bytes slice(const char *from, const char *to)
{
    return (struct bytes){from, (size_t)(to - from)};
}

/* ---- tokens: the place after one, NULL when it has no end ---- */

static const char *skip_string(const char *at, const char *end)
{
    int depth = 0;
    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return NULL;
}

static bool is_pair(const char *at, const char *end, char c)
{
    return end - at >= 2 && at[0] == c && at[1] == c;
}

/* One token; *depth goes up and down with the brackets of arrays and dictionaries. */
static const char *skip_token(const char *at, const char *end, int *depth)
{
    if (*at == '(')
        return skip_string(at, end);
    if (is_pair(at, end, '<') || is_pair(at, end, '>')) {
        *depth += *at == '<' ? 1 : -1;
        return at + 2;
    }
    if (*at == '<') {
        const char *closed = memchr(at, '>', (size_t)(end - at));
        return closed ? closed + 1 : NULL;
    }
    if (*at == '[' || *at == ']') {
        *depth += *at == '[' ? 1 : -1;
        return at + 1;
    }
    if (*at == '/')
        return skip_regular(at + 1, end);
    return is_regular(*at) ? skip_regular(at, end) : NULL;
}

/* A whole operand, or the name of an operator. */
static const char *skip_object(const char *at, const char *end)
{
    int depth = 0;
    do {
        at = skip_space(at, end);
        at = at < end ? skip_token(at, end, &depth) : NULL;
    } while (at && depth > 0);
    return depth < 0 ? NULL : at;
}

/* Numbers and the three words that are values; every other run of regular characters is an operator. */
static bool is_operator(struct bytes token)
{
    static const char *const values[] = {"true", "false", "null"};
    if (!is_regular(token.data[0]) || g_ascii_isdigit(token.data[0]) || strchr("+-.", token.data[0]))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        if (token.length == strlen(values[i]) && memcmp(token.data, values[i], token.length) == 0)
            return false;
    return true;
}

/* ---- operators ---- */

bool content_is(const struct content_operator *operator, const char *name)
{
    return operator->name.length == strlen(name) && memcmp(operator->name.data, name, operator->name.length) == 0;
}

/* True when what follows an "EI" may be the text of a content stream: no other bytes than its own for a while. */
static bool reads_on(const char *at, const char *end)
{
    for (const char *last = MIN(end, at + 16); at < last; at++)
        if (!is_space(*at) && !g_ascii_isprint(*at))
            return false;
    return true;
}

/* The "EI" after an image's bytes, which may hold these letters too: one between white space, with text after it. */
static const char *find_image_end(const char *from, const char *end)
{
    for (const char *at = from; (at = memmem(at, (size_t)(end - at), "EI", 2)); at++) {
        const bool apart = (at == from || is_space(at[-1])) && (at + 2 == end || !is_regular(at[2]));
        if (apart && reads_on(at + 2, end))
            return at;
    }
    return NULL;
}

/* From the place after "BI"; 8.9.7. The image's one white space after ID, and that before EI, are not of its bytes. */
static const char *read_image(const char *at, const char *end, struct content_operator *operator)
{
    operator->operands = slice(at, at);
    operator->count = 0;
    for (;;) {
        const char *start = skip_space(at, end);
        at = skip_object(start, end);
        if (!at)
            return NULL;
        if (is_operator(slice(start, at)))
            break;
        operator->count++;
        operator->operands = slice(operator->operands.data, at);
    }
    const char *from = MIN(at + 1, end), *to = find_image_end(from, end);
    if (!to)
        return NULL;
    operator->data = slice(from, to > from ? to - 1 : to);
    operator->name = slice(to, to + 2);
    return to + 2;
}

struct content content_open(struct bytes bytes)
{
    return (struct content){.at = bytes.data, .end = bytes.data + bytes.length};
}

bool content_next(struct content *content, struct content_operator *operator)
{
    const char *at = skip_space(content->at, content->end), *const first = at;
    *operator = (struct content_operator){.operands = slice(first, first)};
    while (at < content->end) {
        const char *start = at;
        at = skip_object(start, content->end);
        if (!at)
            break;
        if (is_operator(slice(start, at))) {
            operator->name = slice(start, at);
            if (content_is(operator, "BI"))
                at = read_image(at, content->end, operator);
            if (!at)
                break;
            operator->whole = slice(first, at);
            content->at = at;
            return true;
        }
        operator->count++;
        operator->operands = slice(first, at);
        at = skip_space(at, content->end);
    }
    content->broken = first < content->end;
    content->at = content->end;
    return false;
}

bool content_paints(const struct content_operator *operator)
{
    static const char *const painting[] = {"S",  "s",  "f",  "F",  "f*", "B",  "B*", "b", "b*",
                                           "Do", "Tj", "TJ", "'",  "\"", "sh", "EI"};
    for (size_t i = 0; i < G_N_ELEMENTS(painting); i++)
        if (content_is(operator, painting[i]))
            return true;
    return false;
}

/* ---- operands ---- */

bool content_take(struct bytes *operands, struct bytes *operand)
{
    const char *end = operands->data + operands->length;
    const char *start = skip_space(operands->data, end);
    const char *after = start < end ? skip_object(start, end) : NULL;
    if (!after)
        return false;
    *operand = slice(start, after);
    *operands = slice(after, end);
    return true;
}

/* A number of PDF's: no exponent, and short; a locale's comma is none of them. */
static bool read_number(struct bytes operand, double *number)
{
    char text[32];
    if (operand.length == 0 || operand.length >= sizeof text)
        return false;
    memcpy(text, operand.data, operand.length);
    text[operand.length] = '\0';
    char *end;
    *number = g_ascii_strtod(text, &end);
    return *end == '\0';
}

size_t content_numbers(const struct content_operator *operator, double *numbers, size_t most)
{
    struct bytes left = operator->operands, operand;
    size_t count = 0;
    while (count < most && content_take(&left, &operand) && read_number(operand, &numbers[count]))
        count++;
    return count;
}
