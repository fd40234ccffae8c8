#include "manuscript/syntax_parts.h"

#include <glib.h>
#include <string.h>

#include "book/directive.h"
#include "manuscript/attributes.h"

/* cmark's own limit for the text of a reference: keeps a hostile ":a[:a[:a[" linear. A block's label ends with its line. */
enum { LABEL_AT_MOST = 1000 };

static size_t name_length(const char *text)
{
    size_t length = 0;
    if (g_ascii_isalpha(*text))
        while (g_ascii_isalnum(text[length]) || text[length] == '-' || text[length] == '_')
            length++;
    return length;
}

/* From a code span's opening backticks to behind the closing ones; just behind the opening
 * ones when nothing closes it (CommonMark 0.29, 6.3). */
static size_t skip_code(const char *text, size_t limit)
{
    const size_t ticks = strspn(text, "`");
    for (size_t i = ticks; text[i] && i < limit;) {
        const size_t run = strspn(text + i, "`");
        if (run == ticks)
            return i + run;
        i += run ? run : 1;
    }
    return ticks;
}

/* The length of "[...]" with both brackets; 0 when it does not close within so many bytes. */
static size_t label_length(const char *text, size_t most)
{
    int open = 0;
    for (size_t i = 0; text[i] && i < most;) {
        if (text[i] == '\\' && text[i + 1]) {
            i += 2;
            continue;
        }
        if (text[i] == '`') {
            i += skip_code(text + i, most - i);
            continue;
        }
        open += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
        i++;
        if (open == 0)
            return i;
    }
    return 0;
}

static bool is_known(const char *name, enum directive_form form)
{
    const struct directive_rule *rule = directive_find(name);
    const struct element_rule *element = element_find(name);
    return (rule && (rule->forms & (int)form)) || (element && (element->forms & (int)form));
}

/* "[label]{attributes}" at *at, as far as they are there. */
static void take_parts(struct arena *arena, const char *text, size_t *at, size_t label_most, struct directive *about)
{
    const size_t label = text[*at] == '[' ? label_length(text + *at, label_most) : 0;
    if (label) {
        about->label = arena_substring(arena, text + *at + 1, label - 2);
        about->label_at = *at + 1;
        *at += label;
    }
    const size_t attributes = attributes_length(text + *at);
    if (attributes) {
        about->attributes = arena_substring(arena, text + *at, attributes);
        about->attributes_at = *at;
        *at += attributes;
    }
}

bool parts_of_block(struct arena *arena, const char *line, size_t start, struct directive *about,
                    const char **problem)
{
    const size_t colons = strspn(line + start, ":");
    size_t at = start + colons;
    about->at = start;
    about->role = colons == 2 ? ROLE_IS_LEAF : ROLE_IS_CONTAINER;
    if (about->role == ROLE_IS_CONTAINER)
        at += strspn(line + at, " \t");
    if (about->role == ROLE_IS_CONTAINER && !line[at]) {
        about->role = ROLE_IS_FENCE;
        return true;
    }
    const size_t length = name_length(line + at);
    const bool pandoc = about->role == ROLE_IS_CONTAINER && line[at] == '{';
    if (!length && !pandoc)
        return false;
    if (length)
        about->name = arena_substring(arena, line + at, length);
    at += length;
    const size_t gap = about->role == ROLE_IS_CONTAINER ? strspn(line + at, " \t") : 0;
    if (line[at + gap] == '[' || line[at + gap] == '{')
        at += gap;
    take_parts(arena, line, &at, strlen(line), about);
    at += strspn(line + at, " \t");
    if (about->role == ROLE_IS_CONTAINER)
        at += strspn(line + at, ": \t");
    if (!line[at])
        return true;
    if (about->role == ROLE_IS_LEAF && !is_known(about->name, FORM_LEAF) && line[at] != '[' &&
        line[at] != '{')
        return false; /* "::std" in somebody's prose */
    *problem = line[at] == '[' && !about->label ? "the label's bracket is not closed on this line"
               : line[at] == '{'                ? "the attributes cannot be read"
                                                : "there is more text on this line than a directive can have";
    return true;
}

size_t parts_of_text(struct arena *arena, const char *content, size_t at, struct directive *about)
{
    const size_t length = name_length(content + at + 1);
    size_t end = at + 1 + length;
    if (!length || (content[end] != '[' && content[end] != '{') || (at && content[at - 1] == ':'))
        return 0;
    const char *name = arena_substring(arena, content + at + 1, length);
    const bool known = is_known(name, FORM_TEXT);
    /* "see also:word[1]" is a slip of the space bar, not a directive. */
    if (!known && (content[end] == '{' || (at && g_ascii_isalnum(content[at - 1]))))
        return 0;
    *about = (struct directive){.role = ROLE_IS_INLINE, .name = name, .at = at};
    take_parts(arena, content, &end, LABEL_AT_MOST, about);
    if (!about->label && !about->attributes)
        return 0;
    return end - at;
}

/* The length of a mark with the white space behind it, if words follow on the line. */
static size_t with_gap(const char *text, size_t mark)
{
    const size_t gap = mark ? strspn(text + mark, " \t") : 0;
    return gap && text[mark + gap] && !strchr("\r\n", text[mark + gap]) ? mark + gap : 0;
}

size_t parts_of_colon(const char *text)
{
    return with_gap(text, *text == ':' ? 1 : 0);
}

size_t parts_of_caption(const char *text)
{
    const bool word = g_ascii_strncasecmp(text, "table:", 6) == 0;
    return word ? with_gap(text, 6) : parts_of_colon(text);
}
