/* reference: what an author may write on a worksheet, printed from the tables that the reader checks against. */
#include <glib.h>
#include <string.h>

#include "base/text.h"
#include "book/directive.h"
#include "cli/cli.h"

enum { PAGE = 100, INDENT = 2, HELP_AT = 20 }; /* columns: of a line, before an attribute, before its help */

/* ---- lines ---- */

static glong columns_of(const char *text)
{
    return g_utf8_strlen(text, -1);
}

/* Words behind what stands on the line already, which has `at` columns; further lines begin at `indent`. */
static void print_words(FILE *to, const char *text, glong at, int indent)
{
    char **words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        const bool first = word == words;
        if (!first && at + 1 + columns_of(*word) > PAGE) {
            fprintf(to, "\n%*s", indent, "");
            at = indent;
        } else if (!first) {
            fputc(' ', to);
            at++;
        }
        fputs(*word, to);
        at += columns_of(*word);
    }
    fputc('\n', to);
    g_strfreev(words);
}

static void print_text(FILE *to, const char *text, int indent)
{
    fprintf(to, "%*s", indent, "");
    print_words(to, text, indent, indent);
}

/* ---- attributes ---- */

/* As it is written, with its default: "count=6", "low="..."", "unsure". */
static char *written(const struct attribute_rule *rule)
{
    const bool is_text = rule->type == ATTRIBUTE_TEXT && rule->least >= rule->most;
    if (strcmp(rule->name, "id") == 0)
        return g_strdup("#name");
    if (rule->type == ATTRIBUTE_SHARE)
        return g_strdup_printf("%s, %s=N", rule->name, rule->name);
    if (rule->unset)
        return g_strdup_printf(is_text ? "%s=\"%s\"" : "%s=%s", rule->name, rule->unset);
    if (rule->type == ATTRIBUTE_FLAG)
        return g_strdup(rule->name);
    return g_strdup_printf(is_text ? "%s=\"...\"" : rule->choices ? "%s=..." : "%s=N", rule->name);
}

/* What it may be: "1 to 40 lines", "solid or dotted"; NULL when there is nothing to say. */
static char *range(const struct attribute_rule *rule)
{
    if (rule->type == ATTRIBUTE_FLAG)
        return rule->unset ? g_strdup("true or false") : NULL;
    if (rule->type == ATTRIBUTE_CHOICE) {
        char **choices = g_strsplit(rule->choices, "|", -1);
        GString *list = g_string_new(choices[0]);
        for (char **choice = choices + 1; choices[0] && *choice; choice++)
            g_string_append_printf(list, "%s%s", choice[1] ? ", " : " or ", *choice);
        g_strfreev(choices);
        return g_string_free(list, FALSE);
    }
    if (rule->least >= rule->most)
        return NULL;
    const bool two = rule->type == ATTRIBUTE_INTEGER && rule->most == rule->least + 1;
    return g_strdup_printf("%g %s %g%s%s", rule->least, two ? "or" : "to", rule->most, rule->unit ? " " : "",
                           rule->unit ? rule->unit : "");
}

static void print_attribute(FILE *to, const struct attribute_rule *rule)
{
    char *name = written(rule), *may = range(rule);
    char *help = may ? g_strdup_printf("%s: %s", may, rule->help) : g_strdup(rule->help);
    const int gap = (int)MAX(2, HELP_AT - INDENT - columns_of(name));
    fprintf(to, "%*s%s%*s", INDENT, "", name, gap, "");
    print_words(to, help, INDENT + columns_of(name) + gap, HELP_AT);
    g_free(help);
    g_free(may);
    g_free(name);
}

static void print_attributes(FILE *to, const struct attribute_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        print_attribute(to, &rules[i]);
}

static void print_common(FILE *to, const struct element_rule *but)
{
    for (size_t i = 0; i < element_common_count; i++) {
        bool own = false;
        for (size_t j = 0; but && j < but->attribute_count; j++)
            own = own || strcmp(but->attributes[j].name, element_common[i].name) == 0;
        if (!own)
            print_attribute(to, &element_common[i]);
    }
}

/* ---- elements ---- */

/* "a list of 4 to 12 spokes" */
static char *held(const struct element_rule *rule)
{
    static const char *const what[] = {
        [HOLDS_NOTHING] = "",
        [HOLDS_BLOCKS] = "paragraphs, lists and other elements",
        [HOLDS_LIST] = "a list",
        [HOLDS_TABLE] = "a table",
        [HOLDS_QUESTIONS] = "a numbered list, with a list of two answers (yes, then no) below each item:",
    };
    if (!rule->items)
        return g_strdup(what[rule->holds]);
    const char *of = rule->holds == HOLDS_QUESTIONS ? "" : "of ";
    if (rule->least == rule->most)
        return g_strdup_printf("%s %s%d %s", what[rule->holds], of, rule->least, rule->items);
    const char *to = rule->most == rule->least + 1 ? "or" : "to";
    return g_strdup_printf("%s %s%d %s %d %s", what[rule->holds], of, rule->least, to, rule->most, rule->items);
}

/* "  ::name[words]{...}", a line for each form; what has no words or attributes is written without. */
static void print_forms(FILE *to, const char *name, int forms, const char *words, bool attributes)
{
    const char *braces = attributes ? "{...}" : "";
    char *brackets = words ? g_strdup_printf("[%s]", words) : g_strdup("");
    if (forms & FORM_TEXT)
        fprintf(to, "%*s:%s%s%s in running text\n", INDENT, "", name, brackets, braces);
    if (forms & FORM_LEAF)
        fprintf(to, "%*s::%s%s%s\n", INDENT, "", name, brackets, braces);
    if (forms & FORM_CONTAINER)
        fprintf(to, "%*s:::%s%s%s ... :::\n", INDENT, "", name, brackets, braces);
    g_free(brackets);
}

static void print_element(FILE *to, const struct element_rule *rule)
{
    fprintf(to, "%s: %s\n", rule->name, rule->help);
    print_forms(to, rule->name, rule->forms, "prompt", true);
    if (rule->holds != HOLDS_NOTHING) {
        char *what = held(rule);
        char *line = g_strdup_printf("%s %s", rule->forms & FORM_LEAF ? "may hold" : "holds", what);
        print_text(to, line, INDENT);
        g_free(line);
        g_free(what);
    }
    print_attributes(to, rule->attributes, rule->attribute_count);
}

/* ---- frames, and what stands in running text ---- */

static void print_directive(FILE *to, const struct directive_rule *rule)
{
    const bool wordless = rule->block == BLOCK_INDEX || rule->block == BLOCK_LISTING || rule->block == BLOCK_REPEAT;
    fprintf(to, "%s: %s\n", rule->name, rule->help);
    print_forms(to, rule->name, rule->forms & FORM_TEXT, "words", rule->text_attribute_count > 0);
    print_attributes(to, rule->text_attributes, rule->text_attribute_count);
    print_forms(to, rule->name, rule->forms & ~FORM_TEXT, wordless ? NULL : "words", rule->attribute_count > 0);
    print_attributes(to, rule->attributes, rule->attribute_count);
}

/* Those that stand in running text only, or the others. */
static void print_directives(FILE *to, bool in_text)
{
    size_t count;
    const char *const *names = directive_names(&count);
    for (size_t i = 0; i < count; i++) {
        const struct directive_rule *rule = directive_find(names[i]);
        if (!rule || (rule->forms == FORM_TEXT) != in_text)
            continue;
        fputc('\n', to);
        print_directive(to, rule);
    }
}

/* ---- all, or one ---- */

void reference_print(FILE *to)
{
    fputs("ELEMENTS OF A WORKSHEET\n\n"
          "An element is written with two colons when it stands alone, with three when it stands around\n"
          "something. Its prompt is in brackets, its attributes in braces; both may be left out:\n\n"
          "    ::lines[What I notice]{count=3}\n\n"
          "    :::checklist[During this pause I will not]{columns=2 empty=1}\n"
          "    - message\n"
          "    - call\n"
          "    :::\n\n"
          "Below, count=6 is an attribute with its default; N is a number and ... a word that has none. An\n"
          "attribute without = is there or not there. Several words are quoted: low=\"not at all\".\n"
          "Lengths in mm may have a decimal point.\n\n"
          "Every element takes\n",
          to);
    print_common(to, NULL);
    for (int kind = 0; kind < ELEMENT_COUNT; kind++) {
        fputc('\n', to);
        print_element(to, element_rule((enum element_kind)kind));
    }
    fputs("\n\nFRAMES, AND WHAT ELSE STANDS ON LINES OF ITS OWN\n", to);
    print_directives(to, false);
    fputs("\n\nIN RUNNING TEXT\n", to);
    print_directives(to, true);
}

bool reference_print_one(FILE *to, const char *name)
{
    const struct directive_rule *directive = directive_find(name);
    const struct element_rule *element = element_find(name);
    if (directive) {
        print_directive(to, directive);
    } else if (element) {
        print_element(to, element);
        fputs("\nand as every element\n", to);
        print_common(to, element);
    } else {
        size_t count;
        const char *const *names = directive_names(&count);
        const char *nearest = text_nearest(name, names, count);
        fprintf(stderr, "rekindle: help: there is no element or frame \"%s\"", name);
        fprintf(stderr, nearest ? "; did you mean \"%s\"?\n" : "\n", nearest);
        fputs("Try 'rekindle help elements'.\n", stderr);
        return false;
    }
    return true;
}
