#include "book/phrase.h"

static const char *const names[PHRASE_COUNT] = {
    [PHRASE_PLAIN] = "span",      [PHRASE_BOLD] = "b",         [PHRASE_ITALIC] = "i",
    [PHRASE_UNDERLINED] = "u",    [PHRASE_SMALL] = "small",    [PHRASE_SUBSCRIPT] = "sub",
    [PHRASE_SUPERSCRIPT] = "sup", [PHRASE_MARKED] = "mark",    [PHRASE_ABBREVIATION] = "abbr",
    [PHRASE_WORK] = "cite",       [PHRASE_DEFINED] = "dfn",    [PHRASE_CODE] = "code",
    [PHRASE_KEYS] = "kbd",        [PHRASE_SAMPLE] = "samp",    [PHRASE_VARIABLE] = "var",
    [PHRASE_DELETED] = "del",     [PHRASE_INSERTED] = "ins",   [PHRASE_TIME] = "time",
    [PHRASE_ISOLATED] = "bdi",    [PHRASE_OVERRIDDEN] = "bdo", [PHRASE_RUBY] = "ruby",
    [PHRASE_READING] = "rt",
};

const char *phrase_name(enum phrase phrase)
{
    return names[phrase];
}
