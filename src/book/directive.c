#include "book/directive.h"

#include <glib.h>
#include <string.h>

static const struct attribute_rule box_attributes[] = {
    {"id", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "a name for links"},
};
static const struct attribute_rule epigraph_attributes[] = {
    {"id", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "a name for links"},
    {"lang", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "the language of its words: fr"},
};
static const struct attribute_rule list_attributes[] = {
    {"of", ATTRIBUTE_CHOICE, 0, 0, NULL, NULL, "figures|tables|worksheets", "what is listed (required)"},
    {"id", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "a name for links"},
};
static const struct attribute_rule repeat_attributes[] = {
    {"sheet", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "the id of the worksheet (required)"},
    {"copies", ATTRIBUTE_INTEGER, 1, 12, "1", "times", NULL, "printed so many times"},
};
static const struct attribute_rule index_attributes[] = {
    {"sub", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "a sub-entry below the term"},
    {"see", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "the term to look under instead"},
};
static const struct attribute_rule worksheet_attributes[] = {
    {"id", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "its stable name: links and form fields use it (required)"},
    {"time", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "how long it takes: \"10 min\""},
    {"effort", ATTRIBUTE_INTEGER, 1, 3, NULL, "dots", NULL, "light, steady or deep"},
    {"who", ATTRIBUTE_CHOICE, 0, 0, "solo", NULL, "solo|each|pair", "one person, one copy each, or together"},
    {"pages", ATTRIBUTE_INTEGER, 1, 2, "1", "pages", NULL, "one page, or a spread of two"},
    {"private", ATTRIBUTE_FLAG, 0, 0, NULL, NULL, NULL, "marked with a lock"},
    {"start", ATTRIBUTE_CHOICE, 0, 0, "any", NULL, "any|left|right", "the page it begins on"},
    {"cut", ATTRIBUTE_FLAG, 0, 0, NULL, NULL, NULL, "to be cut out: starts on a right-hand page"},
    {"repeatable", ATTRIBUTE_FLAG, 0, 0, NULL, NULL, NULL, "used more than once"},
    {"unnumbered", ATTRIBUTE_FLAG, 0, 0, NULL, NULL, NULL, "has no number and stands in no list of worksheets"},
};
static const struct attribute_rule lang_attributes[] = {
    {"lang", ATTRIBUTE_TEXT, 0, 0, NULL, NULL, NULL, "the language: fr, or bare: {fr}"},
};
static const struct attribute_rule blank_attributes[] = {
    {"width", ATTRIBUTE_TEXT, 15, 160, "40", "mm", NULL, "length of the gap, or full"},
};

#define BOX(name, kind, help) {name, FORM_CONTAINER, BLOCK_BOX, kind, box_attributes, G_N_ELEMENTS(box_attributes), help, NULL, 0}
#define PLAIN(name, forms, block, help) {name, forms, block, BOX_PLAIN, NULL, 0, help, NULL, 0}
#define TEXT(name, attributes, help) \
    {name, FORM_TEXT, BLOCK_PARAGRAPH, BOX_PLAIN, NULL, 0, help, attributes, G_N_ELEMENTS(attributes)}
#define BARE(name, help) PLAIN(name, FORM_TEXT, BLOCK_PARAGRAPH, help)

static const struct directive_rule rules[] = {
    {"worksheet", FORM_CONTAINER, BLOCK_WORKSHEET, BOX_PLAIN, worksheet_attributes,
     G_N_ELEMENTS(worksheet_attributes), "a sheet on a page of its own", NULL, 0},
    PLAIN("purpose", FORM_LEAF, BLOCK_PURPOSE, "what a sheet is for, in one line"),
    PLAIN("steps", FORM_CONTAINER, BLOCK_STEPS, "a sheet's instructions, a numbered list"),
    PLAIN("example", FORM_CONTAINER, BLOCK_EXAMPLE, "a worked example in handwriting; the label says whose"),
    PLAIN("then", FORM_LEAF, BLOCK_THEN, "a sheet's last line: what now"),
    PLAIN("before", FORM_LEAF, BLOCK_BEFORE, "before you start: what a sheet needs"),
    PLAIN("stop", FORM_LEAF, BLOCK_STOP, "the stop rule: when to leave a sheet alone"),
    BOX("safety", BOX_SAFETY, "a quiet box: pause here"),
    BOX("research", BOX_RESEARCH, "what the research says"),
    BOX("carry", BOX_CARRY, "three lines to carry forward, at a chapter's end"),
    BOX("inside", BOX_INSIDE, "what is in this chapter, after its title"),
    BOX("note", BOX_NOTE, "a note"),
    BOX("tip", BOX_TIP, "a tip"),
    BOX("important", BOX_IMPORTANT, "something important"),
    BOX("warning", BOX_WARNING, "a warning"),
    BOX("caution", BOX_CAUTION, "a caution"),
    {"epigraph", FORM_CONTAINER, BLOCK_EPIGRAPH, BOX_PLAIN, epigraph_attributes,
     G_N_ELEMENTS(epigraph_attributes), "words of somebody else before one's own; the label says whose", NULL, 0},
    {"list", FORM_LEAF, BLOCK_LISTING, BOX_PLAIN, list_attributes, G_N_ELEMENTS(list_attributes),
     "all figures, tables or worksheets", NULL, 0},
    {"repeat", FORM_LEAF, BLOCK_REPEAT, BOX_PLAIN, repeat_attributes, G_N_ELEMENTS(repeat_attributes),
     "blank copies of a worksheet that stands elsewhere, under its number", NULL, 0},
    {"index", FORM_TEXT | FORM_LEAF, BLOCK_INDEX, BOX_PLAIN, box_attributes, G_N_ELEMENTS(box_attributes),
     "in running text an entry of the index; as a leaf the place of the index", index_attributes,
     G_N_ELEMENTS(index_attributes)},
    PLAIN("pull", FORM_LEAF, BLOCK_PULL, "a pull quote"),
    PLAIN("margin", FORM_LEAF, BLOCK_MARGIN, "a pointer in the margin"),
    TEXT("blank", blank_attributes, "a gap in a sentence; the label is its hint"),
    BARE("smallcaps", "small capitals"),
    TEXT("lang", lang_attributes, "words of another language"),
    BARE("counts", "which group an inventory's statement counts for"),
};

const struct directive_rule *directive_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (strcmp(rules[i].name, name) == 0)
            return &rules[i];
    return NULL;
}

const char *const *directive_names(size_t *count)
{
    static const char *const names[] = {
        "worksheet", "purpose", "steps", "example", "then", "before", "stop", "safety", "research", "carry", "inside", "note", "tip",
        "important", "warning", "caution", "pull", "margin", "epigraph", "list", "repeat", "blank", "smallcaps", "lang", "index", "counts",
#define ELEMENT(KIND, name, ...) #name,
#include "book/elements.def"
#undef ELEMENT
    };
    *count = G_N_ELEMENTS(names);
    return names;
}
