/* text_directives: what ":name[label]{attributes}" in running text becomes. */
#include <string.h>

#include "base/text.h"
#include "book/directive.h"
#include "manuscript/clean.h"
#include "manuscript/parse.h"

/* One while it is read. */
struct reading {
    struct parse *parse;
    const struct directive_rule *rule;
    const char *label; /* "" without one */
    struct attributes given;
    struct position at;
};

static struct span *span_new(const struct reading *reading, enum span_kind kind)
{
    struct span *span = ARENA_NEW(reading->parse->reader->arena, struct span);
    span->kind = kind;
    span->at = reading->at;
    return span;
}

static struct span *read_blank(const struct reading *reading)
{
    struct reader *reader = reading->parse->reader;
    if (!reading->parse->in_sheet)
        diags_report(reader->diags, DIAG_ERROR, reading->at, "element-outside", "move it into a :::worksheet",
                     "a blank stands outside a worksheet");
    static const char *const names[] = {"width"};
    attributes_allow(reader, &reading->given, "blank", names, 1);
    struct span *span = span_new(reading, SPAN_BLANK);
    span->text = clean_text(reader, reading->label);
    span->width_mm = 40;
    const struct attribute *width = attributes_find(&reading->given, "width");
    if (width && g_strcmp0(width->value, "full") == 0) {
        span->width_mm = 0;
    } else if (width) {
        const char *value = width->value ? width->value : "";
        const size_t length = strlen(value) - (g_str_has_suffix(value, "mm") ? 2 : 0);
        double number;
        if (!attribute_parse_number(arena_substring(reader->arena, value, length), &number))
            diags_report(reader->diags, DIAG_ERROR, width->at, "attribute-value", "15 to 160 (mm), or full",
                         "width cannot be \"%s\"", value);
        else if (number < 15 || number > 160)
            diags_report(reader->diags, DIAG_ERROR, width->at, "attribute-range", "15 to 160 (mm), or full",
                         "width=%s is out of range", value);
        else
            span->width_mm = number;
    }
    return span;
}

static void read_counts(const struct reading *reading)
{
    struct parse *parse = reading->parse;
    if (!parse->counts) {
        diags_report(parse->reader->diags, DIAG_ERROR, reading->at, "element-outside",
                     "it belongs at the end of a statement in an :::inventory",
                     ":counts stands outside an inventory");
        return;
    }
    char *group = g_strstrip(g_strdup(reading->label));
    *parse->counts = clean_text(parse->reader, group);
    g_free(group);
}

/* What {fr}, or {lang=fr}, names; NULL, reported, when it is no language or there is none. */
static const char *named_language(const struct reading *reading)
{
    static const char *const names[] = {"lang"};
    struct reader *reader = reading->parse->reader;
    const struct attributes *given = &reading->given;
    const struct attribute *attribute = attributes_find(given, "lang");
    const bool bare =
        !attribute && given->count == 1 && !given->list[0].value && given->list[0].name[0] != '.';
    if (bare)
        return attributes_language(reader, given->list[0].name, given->list[0].at);
    attributes_allow(reader, given, "lang", names, G_N_ELEMENTS(names));
    if (attribute)
        return attributes_language(reader, attribute->value, attribute->at);
    if (!given->count)
        diags_report(reader->diags, DIAG_ERROR, reading->at, "lang-missing", ":lang[mot juste]{fr}",
                     "it does not say which language the words are of");
    return NULL;
}

static void report_wordless(const struct reading *reading)
{
    diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "label-missing",
                 "its words stand in brackets after its name", "\"%s\" has no words", reading->rule->name);
}

static struct span *read_lang(const struct reading *reading)
{
    struct span *span = span_new(reading, SPAN_LANG);
    const char *lang = named_language(reading);
    span->lang = lang ? lang : reading->parse->reader->book->about.lang;
    span->children = spans_raw(reading->parse, reading->label, reading->at);
    if (!span->children)
        report_wordless(reading);
    return span;
}

/* A term on one line, with single spaces; NULL when there is nothing. */
static const char *single_spaced(struct reader *reader, const char *text)
{
    GString *term = g_string_new(NULL);
    char **words = g_strsplit_set(text, " \t\r\n", -1);
    for (char **word = words; *word; word++)
        if (**word)
            g_string_append_printf(term, "%s%s", term->len ? " " : "", *word);
    const char *kept = term->len ? arena_string(reader->arena, term->str) : NULL;
    g_string_free(term, TRUE);
    g_strfreev(words);
    return kept;
}

/* The term that an attribute of a mark names; NULL. */
static const char *other_term(struct reader *reader, const struct attributes *values, const char *name)
{
    const struct attribute *attribute = attributes_find(values, name);
    const char *term = attribute ? single_spaced(reader, attribute->value) : NULL;
    if (attribute && !term)
        diags_report(reader->diags, DIAG_ERROR, attribute->at, "attribute-value", "it names a term",
                     "%s cannot be \"%s\"", name, attribute->value);
    return term;
}

static struct span *read_index(const struct reading *reading)
{
    struct reader *reader = reading->parse->reader;
    const struct directive_rule *rule = reading->rule;
    const struct attributes values = attributes_check(
        reader, &reading->given, rule->name, rule->text_attributes, rule->text_attribute_count, false);
    struct span *span = span_new(reading, SPAN_INDEX);
    span->text = clean_text(reader, single_spaced(reader, reading->label));
    span->sub = other_term(reader, &values, "sub");
    span->see = other_term(reader, &values, "see");
    if (!span->text)
        report_wordless(reading);
    return span->text ? span : NULL;
}

static void report_unknown(struct parse *parse, const struct directive *directive, struct position at)
{
    size_t count;
    const char *const *names = directive_names(&count);
    const char *near = text_nearest(directive->name, names, count);
    diags_report(parse->reader->diags, DIAG_ERROR, at, "directive-unknown",
                 near ? arena_printf(parse->reader->arena, "did you mean \"%s\"?", near) : NULL,
                 "there is no directive \":%s\"", directive->name);
}

static bool check_form(struct parse *parse, const struct directive *directive,
                       const struct directive_rule *rule, struct position at)
{
    if (!rule && !element_find(directive->name))
        report_unknown(parse, directive, at);
    else if (!rule || !(rule->forms & FORM_TEXT))
        diags_report(parse->reader->diags, DIAG_ERROR, at, "directive-form",
                     "it is written on lines of its own", "\"%s\" cannot stand in running text",
                     directive->name);
    else
        return true;
    return false;
}

struct span *text_directive_read(struct parse *parse, const struct locator *locator,
                                 const struct directive *directive)
{
    struct reading reading = {.parse = parse, .at = locator_at(locator, directive->at)};
    reading.rule = directive_find(directive->name);
    reading.label = directive->label ? directive->label : "";
    if (!check_form(parse, directive, reading.rule, reading.at))
        return NULL;
    reading.given = attributes_read(parse->reader, locator, directive->attributes, directive->attributes_at);
    if (reading.given.id)
        diags_report(parse->reader->diags, DIAG_ERROR, reading.given.id_at, "attribute-unknown",
                     "headings, figures, tables and worksheets have ids", "%s has no attribute \"id\"",
                     reading.rule->name);
    if (strcmp(reading.rule->name, "blank") == 0)
        return read_blank(&reading);
    if (strcmp(reading.rule->name, "lang") == 0)
        return read_lang(&reading);
    if (strcmp(reading.rule->name, "index") == 0)
        return read_index(&reading);
    attributes_allow(parse->reader, &reading.given, reading.rule->name, NULL, 0);
    if (strcmp(reading.rule->name, "counts") == 0) {
        read_counts(&reading);
        return NULL;
    }
    struct span *span = span_new(&reading, SPAN_SMALLCAPS);
    span->children = spans_raw(parse, reading.label, reading.at);
    return span;
}
