/* element_rules: what an author may say of each element of the kit, in the order of elements.def. */
#include <glib.h>

#include "book/element.h"

#define FLAG(name, help) {name, ATTRIBUTE_FLAG, 0, 0, NULL, NULL, NULL, help}
#define SWITCH(name, help) {name, ATTRIBUTE_FLAG, 0, 0, "true", NULL, NULL, help} /* on, unless it says false */
#define INTEGER(name, least, most, unset, unit, help) {name, ATTRIBUTE_INTEGER, least, most, unset, unit, NULL, help}
#define NUMBER(name, least, most, unset, unit, help) {name, ATTRIBUTE_NUMBER, least, most, unset, unit, NULL, help}
#define CHOICE(name, choices, unset, help) {name, ATTRIBUTE_CHOICE, 0, 0, unset, NULL, choices, help}
#define TEXT(name, unset, help) {name, ATTRIBUTE_TEXT, 0, 0, unset, NULL, NULL, help}

const struct attribute_rule element_common[] = {
    TEXT("id", NULL, "a name of its own for links and fields"),
    TEXT("help", NULL, "a short hint in small type under the prompt"),
    TEXT("label", NULL, "what is read aloud in place of a prompt that is not printed"),
    TEXT("example", NULL, "a sample in handwriting; a bar | stands between its parts"),
    {"fill", ATTRIBUTE_SHARE, 1, 9, NULL, NULL, NULL, "grows into what is left of the page; fill=2 takes twice the share of fill"},
    NUMBER("min", 5, 250, "24", "mm", "least height when it fills"),
    SWITCH("keep", "stays on one page"),
    INTEGER("copies", 1, 12, "1", "times", "printed so many times"),
    CHOICE("edition", "all|print|screen|reader", "all", "where it is shown: on paper, in the PDF to fill in, on an e-reader"),
    FLAG("private", "marked with a lock; left out of packs to share"),
};
const size_t element_common_count = G_N_ELEMENTS(element_common);

static const struct attribute_rule lines_attributes[] = {
    INTEGER("count", 1, 40, "6", "lines", "how many lines"),
    NUMBER("spacing", 6, 12, "8", "mm", "from line to line"),
    CHOICE("style", "solid|dotted", "solid", "the rules themselves"),
};
static const struct attribute_rule box_attributes[] = {
    NUMBER("height", 12, 250, "40", "mm", "how high the box is"),
};
static const struct attribute_rule checklist_attributes[] = {
    INTEGER("columns", 1, 2, "1", "columns", "side by side"),
    INTEGER("empty", 0, 10, "0", "rows", "rows to fill in"),
};
static const struct attribute_rule yesno_attributes[] = {
    FLAG("unsure", "adds a third circle, \"not sure\""),
    TEXT("outcome", NULL, "what the answers mean, printed below"),
};
static const struct attribute_rule scale_attributes[] = {
    INTEGER("from", 0, 10, "1", NULL, "the number at the low end"),
    INTEGER("to", 1, 10, "10", NULL, "the number at the high end"),
    TEXT("low", NULL, "word under the low end"),
    TEXT("mid", NULL, "word under the middle"),
    TEXT("high", NULL, "word under the high end"),
};
static const struct attribute_rule battery_attributes[] = {
    INTEGER("from", 0, 10, "1", NULL, "the number at the low end"),
    INTEGER("to", 1, 10, "5", NULL, "the number at the high end"),
    TEXT("low", NULL, "word over the low end"),
    TEXT("mid", NULL, "word over the middle"),
    TEXT("high", NULL, "word over the high end"),
    CHOICE("who", "one|two", "one", "two: each statement is answered twice"),
    TEXT("me", NULL, "what the first answer is called, instead of \"me\""),
    TEXT("you", NULL, "what the second answer is called, instead of \"you\""),
};
static const struct attribute_rule agreement_attributes[] = {
    INTEGER("lines", 0, 4, "1", "lines", "ruled lines after each clause"),
    INTEGER("people", 0, 2, "1", "people", "how many sign and date it"),
    FLAG("review", "adds a blank for the date to look at it again"),
    TEXT("note", NULL, "a line above the signatures: \"Not a contract.\""),
};
static const struct attribute_rule month_attributes[] = {
    INTEGER("weeks", 5, 6, "6", "weeks", "rows of the calendar"),
    CHOICE("start", "blank|monday|sunday", "blank", "the first day of the week, or a blank over each column"),
    TEXT("key", NULL, "what to mark; bars between its parts give each a sign: \"together | my own time\""),
};
#define TABLE_ATTRIBUTES \
    INTEGER("rows", 1, 20, NULL, "rows", "body rows; empty ones are added up to it"), \
    NUMBER("height", 10, 40, "18", "mm", "height of a row"), \
    TEXT("widths", NULL, "widths of the columns in percent: \"40 30 30\"")
static const struct attribute_rule table_attributes[] = {
    TABLE_ATTRIBUTES,
};
static const struct attribute_rule contacts_attributes[] = {
    TABLE_ATTRIBUTES,
    SWITCH("private", "marked with a lock; left out of packs to share; private=false: it is not"),
};
static const struct attribute_rule signature_attributes[] = {
    INTEGER("people", 1, 3, "1", "people", "how many sign"),
    FLAG("date", "adds a blank for the date"),
    TEXT("roles", NULL, "words under the lines: \"me, witness\""),
};
static const struct attribute_rule date_attributes[] = {
    NUMBER("width", 20, 120, "45", "mm", "length of the blank"),
};
static const struct attribute_rule tracker_attributes[] = {
    INTEGER("days", 7, 31, "30", "days", "columns of the grid"),
    NUMBER("cell", 5, 12, NULL, "mm", "size of a cell, where the page has room"),
    INTEGER("empty", 0, 5, "0", "rows", "rows to fill in"),
    TEXT("key", NULL, "what the marks mean; bars between its parts give each a dot: \"yes | partly | no\""),
};
static const struct attribute_rule radar_attributes[] = {
    CHOICE("rings", "5|10", "10", "how many rings"),
    NUMBER("diameter", 80, 130, "100", "mm", "of the outer ring"),
};
static const struct attribute_rule week_attributes[] = {
    TEXT("parts", NULL, "parts of a day: \"morning, middle, evening\" (1 to 4)"),
    CHOICE("start", "monday|sunday|blank", "monday", "the first day, or no names at all"),
    NUMBER("height", 12, 60, "20", "mm", "height of a cell"),
};
static const struct attribute_rule inventory_attributes[] = {
    TEXT("groups", NULL, "names of the groups that are counted: \"toward, away\""),
    CHOICE("mode", "tick|scale", "tick", "scale: each statement is rated from 1 to 5"),
    TEXT("low", NULL, "word over the low end of the scales"),
    TEXT("high", NULL, "word over their high end"),
    TEXT("bands", NULL, "what scores mean, with bars between: \"0-3: little | 4-10: much\""),
};
static const struct attribute_rule venn_attributes[] = {
    TEXT("overlap", NULL, "label of the part in common"),
    NUMBER("diameter", 50, 110, "85", "mm", "of a circle"),
};
static const struct attribute_rule compare_attributes[] = {
    TEXT("left", NULL, "head of the left column"),
    TEXT("right", NULL, "head of the right column"),
    INTEGER("rows", 1, 12, "6", "rows", "pairs"),
    NUMBER("height", 10, 60, "18", "mm", "height of a row"),
    FLAG("arrow", "an arrow from left to right"),
};
static const struct attribute_rule ifthen_attributes[] = {
    TEXT("if", NULL, "how the first half starts"),
    TEXT("then", NULL, "how the second half starts"),
    INTEGER("copies", 1, 4, "1", "cards", "how many cards"),
};
static const struct attribute_rule tree_attributes[] = {
    FLAG("numbers", "number the questions"),
};

static const struct element_rule rules[ELEMENT_COUNT] = {
#define ELEMENT(KIND, name, forms, holds, least, most, items, help) \
    {ELEMENT_##KIND, #name, forms, holds, least, most, items, name##_attributes, G_N_ELEMENTS(name##_attributes), help},
#include "book/elements.def"
#undef ELEMENT
};

const struct element_rule *element_rule(enum element_kind kind)
{
    return &rules[kind];
}
