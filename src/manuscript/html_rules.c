/* html_rules: the elements and attributes of HTML that a book can have. */
#include <stdlib.h>
#include <string.h>

#include "manuscript/html.h"

/* Sorted by name. What is in no row is like OUT. Forms, scripts and media are OUT or GONE because readers do
 * not have them, or paper has not. */
static const struct html_rule rules[] = {
    {"a", HTML_IS_LINK, 0, HTML_TAKES_LINK},
    {"abbr", HTML_IS_PHRASE, PHRASE_ABBREVIATION, 0},
    {"area", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"aside", HTML_IS_BOX, BOX_BESIDE, HTML_HOLDS},
    {"b", HTML_IS_PHRASE, PHRASE_BOLD, 0},
    {"base", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"bdi", HTML_IS_PHRASE, PHRASE_ISOLATED, 0},
    {"bdo", HTML_IS_PHRASE, PHRASE_OVERRIDDEN, 0},
    {"blockquote", HTML_IS_QUOTE, 0, HTML_HOLDS},
    {"br", HTML_IS_BREAK, 0, HTML_IS_VOID},
    {"caption", HTML_IS_CAPTION, 0, 0},
    {"cite", HTML_IS_PHRASE, PHRASE_WORK, 0},
    {"code", HTML_IS_PHRASE, PHRASE_CODE, 0},
    {"col", HTML_IS_COLUMNS, 0, HTML_IS_VOID},
    {"colgroup", HTML_IS_COLUMNS, 0, HTML_MAY_END},
    {"dd", HTML_IS_DEFINITION, 0, HTML_HOLDS | HTML_MAY_END},
    {"del", HTML_IS_PHRASE, PHRASE_DELETED, HTML_TAKES_TIME},
    {"details", HTML_IS_FOLD, 0, HTML_HOLDS},
    {"dfn", HTML_IS_PHRASE, PHRASE_DEFINED, 0},
    {"div", HTML_IS_BOX, BOX_PLAIN, HTML_HOLDS},
    {"dl", HTML_IS_DEFINITIONS, 0, 0},
    {"dt", HTML_IS_TERM, 0, HTML_MAY_END},
    {"em", HTML_IS_SPAN, SPAN_EMPHASIS, 0},
    {"embed", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"figcaption", HTML_IS_LEGEND, 0, 0},
    {"figure", HTML_IS_FIGURE, 0, HTML_HOLDS},
    {"h1", HTML_IS_HEADING, 1, 0},
    {"h2", HTML_IS_HEADING, 2, 0},
    {"h3", HTML_IS_HEADING, 3, 0},
    {"h4", HTML_IS_HEADING, 4, 0},
    {"h5", HTML_IS_HEADING, 5, 0},
    {"h6", HTML_IS_HEADING, 6, 0},
    {"hr", HTML_IS_THOUGHT, 0, HTML_IS_VOID},
    {"i", HTML_IS_PHRASE, PHRASE_ITALIC, 0},
    {"img", HTML_IS_IMAGE, 0, HTML_TAKES_IMAGE | HTML_IS_VOID},
    {"input", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"ins", HTML_IS_PHRASE, PHRASE_INSERTED, HTML_TAKES_TIME},
    {"kbd", HTML_IS_PHRASE, PHRASE_KEYS, 0},
    {"li", HTML_IS_ITEM, 0, HTML_HOLDS | HTML_MAY_END},
    {"link", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"mark", HTML_IS_PHRASE, PHRASE_MARKED, 0},
    {"math", HTML_IS_GONE, 0, 0},
    {"meta", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"ol", HTML_IS_LIST, true, HTML_TAKES_START},
    {"optgroup", HTML_IS_OUT, 0, HTML_MAY_END},
    {"option", HTML_IS_OUT, 0, HTML_MAY_END},
    {"p", HTML_IS_PARAGRAPH, 0, HTML_MAY_END},
    {"param", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"pre", HTML_IS_PRE, 0, 0},
    {"q", HTML_IS_QUOTED, 0, 0},
    {"rp", HTML_IS_BRACKET, 0, HTML_MAY_END},
    {"rt", HTML_IS_PHRASE, PHRASE_READING, HTML_MAY_END},
    {"ruby", HTML_IS_PHRASE, PHRASE_RUBY, 0},
    {"s", HTML_IS_SPAN, SPAN_STRIKE, 0},
    {"samp", HTML_IS_PHRASE, PHRASE_SAMPLE, 0},
    {"script", HTML_IS_GONE, 0, 0},
    {"section", HTML_IS_BOX, BOX_SECTION, HTML_HOLDS},
    {"small", HTML_IS_PHRASE, PHRASE_SMALL, 0},
    {"source", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"span", HTML_IS_PHRASE, PHRASE_PLAIN, 0},
    {"strong", HTML_IS_SPAN, SPAN_STRONG, 0},
    {"style", HTML_IS_GONE, 0, 0},
    {"sub", HTML_IS_PHRASE, PHRASE_SUBSCRIPT, 0},
    {"summary", HTML_IS_SUMMARY, 0, 0},
    {"sup", HTML_IS_PHRASE, PHRASE_SUPERSCRIPT, 0},
    {"svg", HTML_IS_GONE, 0, 0},
    {"table", HTML_IS_TABLE, 0, 0},
    {"tbody", HTML_IS_ROWS, HTML_BODY, HTML_MAY_END},
    {"td", HTML_IS_CELL, false, HTML_HOLDS | HTML_MAY_END | HTML_TAKES_CELL},
    {"template", HTML_IS_GONE, 0, 0},
    {"tfoot", HTML_IS_ROWS, HTML_FOOT, HTML_MAY_END},
    {"th", HTML_IS_CELL, true, HTML_HOLDS | HTML_MAY_END | HTML_TAKES_CELL | HTML_TAKES_SCOPE},
    {"thead", HTML_IS_ROWS, HTML_HEAD, HTML_MAY_END},
    {"time", HTML_IS_PHRASE, PHRASE_TIME, HTML_TAKES_TIME},
    {"tr", HTML_IS_ROW, 0, HTML_MAY_END},
    {"track", HTML_IS_OUT, 0, HTML_IS_VOID},
    {"u", HTML_IS_PHRASE, PHRASE_UNDERLINED, 0},
    {"ul", HTML_IS_LIST, false, 0},
    {"var", HTML_IS_PHRASE, PHRASE_VARIABLE, 0},
    {"wbr", HTML_IS_WORD_BREAK, 0, HTML_IS_VOID},
};

static int by_name(const void *name, const void *rule)
{
    return strcmp(name, ((const struct html_rule *)rule)->name);
}

const struct html_rule *html_rule(const char *name)
{
    return bsearch(name, rules, G_N_ELEMENTS(rules), sizeof rules[0], by_name);
}

/* ---- attributes ---- */

static bool is_number(const char *value, int least, int most, int *number)
{
    const size_t digits = strspn(value, G_CSET_DIGITS);
    if (!digits || digits > 6 || value[digits])
        return false;
    const int read = (int)g_ascii_strtoull(value, NULL, 10);
    if (read < least || read > most)
        return false;
    *number = read;
    return true;
}

/* Whether the text is made like one of the patterns, 0 standing for any digit. */
static bool is_time(const char *value)
{
    static const char *const patterns[] = {"0000",
                                           "0000-00",
                                           "0000-00-00",
                                           "00:00",
                                           "00:00:00",
                                           "00-00",
                                           "0000-00-00T00:00",
                                           "0000-00-00T00:00:00",
                                           "0000-00-00T00:00:00Z"};
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
        const char *p = patterns[i], *v = value;
        for (; *p && (*p == '0' ? g_ascii_isdigit(*v) : *p == *v); p++)
            v++;
        if (!*p && !*v)
            return true;
    }
    return false;
}

static bool read_scope(const char *value, enum scope *scope)
{
    static const char *const names[] = {"", "col", "row", "colgroup", "rowgroup"};
    for (int i = SCOPE_COLUMN; i <= SCOPE_ROWS; i++)
        if (strcmp(names[i], value) == 0) {
            *scope = (enum scope)i;
            return true;
        }
    return false;
}

static const char *hint_of(const char *name)
{
    if (strcmp(name, "style") == 0)
        return "give it a class, and say how it looks in a style sheet of your own: epub: css: in book.yaml";
    if (g_str_has_prefix(name, "on"))
        return "a book runs no scripts";
    if (strcmp(name, "width") == 0 || strcmp(name, "height") == 0)
        return "write ![...](...){width=60%}";
    return "kept are id, class, lang, dir and title; href, src and alt; start, colspan, rowspan, scope, "
           "datetime";
}

static void report(struct parse *parse, const struct html_tag *tag, const struct html_attribute *attribute,
                   const char *hint)
{
    diags_report(parse->reader->diags, DIAG_WARNING, attribute->at, "html-attribute", hint,
                 "the attribute %.40s of <%.40s> is left out", attribute->name, tag->name);
}

/* Attributes of a few elements only, with a value of a kind of its own: false, with a hint, where it is
 * wrong. */
static bool read_value(unsigned takes, const struct html_attribute *attribute, struct html_given *given,
                       const char **hint, bool *known)
{
    const char *name = attribute->name, *value = attribute->value;
    if (takes & HTML_TAKES_START && strcmp(name, "start") == 0) {
        *hint = "a number from 0 to 999999";
        return is_number(value, 0, 999999, &given->start);
    }
    if (takes & HTML_TAKES_CELL && strcmp(name, "colspan") == 0) {
        *hint = "a number from 1 to 100";
        return is_number(value, 1, 100, &given->across);
    }
    if (takes & HTML_TAKES_CELL && strcmp(name, "rowspan") == 0) {
        *hint = "a number from 1 to 1000";
        return is_number(value, 1, 1000, &given->down);
    }
    if (takes & HTML_TAKES_SCOPE && strcmp(name, "scope") == 0) {
        *hint = "one of: col, row, colgroup, rowgroup";
        return read_scope(value, &given->scope);
    }
    *known = false;
    return true;
}

/* What one attribute says of this element alone. *known: it may be there. */
static bool read_special(const struct html_tag *tag, const struct html_attribute *attribute,
                         struct html_given *given, const char **hint, bool *known)
{
    const unsigned takes = tag->rule ? tag->rule->takes : 0;
    const char *name = attribute->name, *value = attribute->value;
    if (takes & HTML_TAKES_LINK && strcmp(name, "href") == 0)
        given->href = value;
    else if (takes & HTML_TAKES_IMAGE && strcmp(name, "src") == 0)
        given->src = value;
    else if (takes & HTML_TAKES_IMAGE && strcmp(name, "alt") == 0)
        given->alt = value;
    else if (!(tag->rule && tag->rule->form == HTML_IS_FOLD && strcmp(name, "open") == 0)) /* it always is */
        return read_value(takes, attribute, given, hint, known);
    return true;
}

static bool read_common(struct parse *parse, const struct html_tag *tag,
                        const struct html_attribute *attribute, struct html_given *given,
                        struct traits *traits)
{
    struct reader *reader = parse->reader;
    const char *name = attribute->name, *value = attribute->value;
    const bool anchor = tag->rule && tag->rule->takes & HTML_TAKES_LINK;
    if (strcmp(name, "id") == 0 || (anchor && strcmp(name, "name") == 0))
        given->id = attributes_id(reader, value, attribute->at) ? value : NULL;
    else if (strcmp(name, "lang") == 0 || strcmp(name, "xml:lang") == 0)
        given->lang = attributes_language(reader, value, attribute->at);
    else if (strcmp(name, "class") == 0)
        traits->classes = *value ? value : NULL;
    else if (strcmp(name, "title") == 0)
        traits->title = *value ? value : NULL;
    else if (strcmp(name, "dir") == 0 &&
             (strcmp(value, "ltr") == 0 || strcmp(value, "rtl") == 0 || strcmp(value, "auto") == 0))
        traits->dir = value;
    else if (strcmp(name, "datetime") == 0 && tag->rule && tag->rule->takes & HTML_TAKES_TIME &&
             is_time(value))
        traits->datetime = value;
    else
        return false;
    return true;
}

struct html_given html_attributes(struct parse *parse, const struct html_tag *tag)
{
    struct html_given given = {.start = 1, .across = 1, .down = 1};
    struct traits traits = {0};
    for (size_t i = 0; i < tag->count; i++) {
        const struct html_attribute *attribute = &tag->attributes[i];
        const char *hint = NULL;
        bool known = true;
        if (!read_special(tag, attribute, &given, &hint, &known))
            report(parse, tag, attribute, hint);
        else if (!known && !read_common(parse, tag, attribute, &given, &traits))
            report(parse, tag, attribute,
                   strcmp(attribute->name, "dir") == 0 ? "one of: ltr, rtl, auto"
                   : strcmp(attribute->name, "datetime") == 0
                       ? "a date and time as HTML writes them: 2026-03-05"
                       : hint_of(attribute->name));
    }
    if (traits.classes || traits.title || traits.dir || traits.datetime)
        given.traits = arena_copy(parse->reader->arena, &traits, sizeof traits);
    return given;
}
