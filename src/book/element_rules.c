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
    CHOICE("edition", "all|pages|print|screen|reader", "all",
           "where it is shown: on pages, which are paper and the PDF to fill in, on one of the two, or on an e-reader"),
    FLAG("private", "marked with a lock; left out of packs to share"),
};
const size_t element_common_count = G_N_ELEMENTS(element_common);

static const struct attribute_rule lines_attributes[] = {
    INTEGER("count", 1, 40, "6", "lines", "how many lines"),
    NUMBER("spacing", 6, 12, "8", "mm", "from line to line"),
    CHOICE("style", "solid|dotted", "solid", "the rules themselves"),
};
static const struct attribute_rule dots_attributes[] = {
    NUMBER("height", 24, 250, "60", "mm", "how high the grid is"),
    NUMBER("pitch", 4, 7, "5", "mm", "from dot to dot"),
};
static const struct attribute_rule box_attributes[] = {
    NUMBER("height", 12, 250, "40", "mm", "how high the box is"),
    TEXT("title", NULL, "set in the rule at the top of the box"),
    CHOICE("tint", "none|pale", "none", "the ground of the box"),
    FLAG("rules", "ruled lines inside"),
};
static const struct attribute_rule columns_attributes[] = {
    TEXT("left", NULL, "head of the left column"),
    TEXT("right", NULL, "head of the right column"),
    INTEGER("lines", 1, 30, "9", "lines", "how many lines in each column"),
    TEXT("strip", NULL, "head of a strip below, for both"),
    INTEGER("strip-lines", 1, 12, "3", "lines", "how many lines in the strip"),
};
static const struct attribute_rule sort_attributes[] = {
    NUMBER("height", 12, 150, "45", "mm", "how high the boxes are"),
    TEXT("bank", NULL, "words to choose from, printed above: \"walk, call, rest\""),
};
static const struct attribute_rule strips_attributes[] = {
    INTEGER("lines", 1, 6, "2", "lines", "how many lines in each strip"),
    TEXT("final", NULL, "title of the box for the final version"),
    NUMBER("height", 20, 150, "60", "mm", "how high that box is"),
    FLAG("count", "adds a blank for the number of words"),
};
static const struct attribute_rule letter_attributes[] = {
    TEXT("salutation", NULL, "how it opens; in the book's language if not given: \"Dear\""),
    TEXT("close", NULL, "how it ends; if not given: \"From\""),
    NUMBER("height", 80, 250, "150", "mm", "how high the page is"),
    FLAG("rules", "ruled lines to write on"),
    FLAG("unsent", "marked as not to be sent"),
};
static const struct attribute_rule journal_attributes[] = {
    INTEGER("lines", 1, 15, "5", "lines", "how many lines"),
    FLAG("date", "adds a blank for the date"),
    FLAG("mood", "adds a scale from 1 to 5"),
    TEXT("kind", NULL, "starts one more line: \"One kind thing\""),
    TEXT("circle", NULL, "words to circle: \"better, same, worse\", or \"Today: better, same, worse\""),
};
static const struct attribute_rule checklist_attributes[] = {
    NUMBER("spacing", 6, 14, NULL, "mm", "from row to row"),
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
    SWITCH("numbers", "numbers of the rings on the first spoke"),
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
    NUMBER("diameter", 50, 110, "85", "mm", "of a circle; three are at least 70"),
};
static const struct attribute_rule compare_attributes[] = {
    TEXT("left", NULL, "head of the left column"),
    TEXT("right", NULL, "head of the right column"),
    INTEGER("rows", 1, 12, "6", "rows", "pairs"),
    NUMBER("height", 10, 60, "18", "mm", "height of a row"),
    FLAG("arrow", "an arrow from left to right"),
    FLAG("topics", "a column of topics, to write in where none is given"),
};
static const struct attribute_rule proscons_attributes[] = {
    TEXT("left", NULL, "head of the left column"),
    TEXT("right", NULL, "head of the right column"),
    INTEGER("rows", 1, 12, "6", "rows", "in each column"),
    FLAG("weight", "a small box beside each row, for a number from 1 to 3"),
    TEXT("strip", NULL, "head of a strip below"),
    INTEGER("strip-lines", 1, 12, "3", "lines", "how many lines in the strip"),
};
static const struct attribute_rule ifthen_attributes[] = {
    TEXT("if", NULL, "how the first half starts"),
    TEXT("then", NULL, "how the second half starts"),
    INTEGER("copies", 1, 4, "1", "cards", "how many cards"),
    FLAG("cut", "a dashed edge, with scissors"),
};
static const struct attribute_rule cycle_attributes[] = {
    INTEGER("loops", 1, 3, "1", "rounds", "how many rounds"),
    TEXT("exit", NULL, "label of the way out"),
};
static const struct attribute_rule ladder_attributes[] = {
    INTEGER("steps", 3, 8, "6", "steps", "how many; a list has its own number, and may have empty ones above it"),
    INTEGER("lines", 1, 3, "1", "lines", "to write on, beside a step"),
    FLAG("mark", "a box to tick at each step"),
};
static const struct attribute_rule tree_attributes[] = {
    FLAG("numbers", "number the questions"),
};
static const struct attribute_rule card_attributes[] = {
    CHOICE("size", "half|a6", "half", "as high as half the room of a page, or A6 (148 by 105 mm)"),
    INTEGER("up", 1, 2, "1", "cards", "the same card so many times, one below the other"),
};
static const struct attribute_rule timeline_attributes[] = {
    INTEGER("ticks", 4, 24, "12", "ticks", "marks on the line"),
    CHOICE("span", "page|spread", "page", "across one page, or across two that face each other"),
    TEXT("above", NULL, "what the room above the line is for"),
    TEXT("below", NULL, "what the room below the line is for"),
    TEXT("second", NULL, "label of a second, thin track"),
    TEXT("start", NULL, "word under the line's start"),
    TEXT("end", NULL, "word under the line's end"),
    NUMBER("height", 40, 220, "90", "mm", "of the whole"),
};
static const struct attribute_rule hills_attributes[] = {
    INTEGER("slots", 1, 5, "3", "boxes", "below each hill"),
    TEXT("labels", NULL, "of the boxes, which are as many then: \"one thing for us, one for me\""),
};
static const struct attribute_rule quadrant_attributes[] = {
    TEXT("left", NULL, "the left end of the level axis"),
    TEXT("right", NULL, "its right end"),
    TEXT("top", NULL, "the top of the upright axis"),
    TEXT("bottom", NULL, "its bottom"),
    NUMBER("height", 50, 220, "110", "mm", "of the whole"),
};
static const struct attribute_rule plot_attributes[] = {
    TEXT("left", NULL, "the left end of the level axis"),
    TEXT("right", NULL, "its right end"),
    TEXT("bottom", NULL, "the bottom of the upright axis"),
    TEXT("top", NULL, "its top"),
    NUMBER("size", 90, 110, "100", "mm", "a side of the square"),
    FLAG("grid", "light lines inside"),
};
static const struct attribute_rule thermometer_attributes[] = {
    INTEGER("from", 0, 99, "0", NULL, "the number at the bottom"),
    INTEGER("to", 1, 100, "10", NULL, "the number at the top"),
    INTEGER("copies", 1, 4, "1", "tubes", "side by side"),
    TEXT("marks", NULL, "blanks for numbers on the scale, up to 4: \"red line, today\""),
};
static const struct attribute_rule mindmap_attributes[] = {
    TEXT("center", NULL, "the words in the middle; without them it is a blank"),
    INTEGER("bubbles", 4, 12, "8", "bubbles", "around the middle"),
    TEXT("bank", NULL, "words to choose from, printed below: \"tender, angry\""),
    FLAG("number", "a blank from 0 to 10 beside each bubble"),
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
