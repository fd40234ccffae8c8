/* attributes: {#id .class key=value key="two words" flag}, read from the raw source.
 *
 * Two steps: the tokens, which need no context (the syntax extensions use them to find the closing
 * brace), and the check against a directive's rules, which yields values that the back
 * ends can rely on: types and ranges are right, defaults are filled in. */
#ifndef MANUSCRIPT_ATTRIBUTES_H
#define MANUSCRIPT_ATTRIBUTES_H

#include "book/element.h"
#include "manuscript/reader.h"
#include "manuscript/source.h"

enum attribute_token_kind { TOKEN_ID, TOKEN_CLASS, TOKEN_PAIR, TOKEN_FLAG, TOKEN_END, TOKEN_BAD };

struct attribute_token {
    enum attribute_token_kind kind;
    const char *name; /* without its # or . */
    size_t name_length;
    const char *value; /* PAIR: raw, without quotes */
    size_t value_length;
};

/* The next token; *cursor starts at the opening brace and ends behind the closing one. */
struct attribute_token attributes_next(const char **cursor);

/* The length of the list that starts at `text`, braces included; 0 when it is none. */
size_t attributes_length(const char *text);

/* One entry of a list: a class has a name that starts with a dot, a flag no value. The id is apart. */
struct attributes {
    const char *id; /* explicit and well formed; or NULL */
    struct position id_at;
    struct attribute *list;
    size_t count;
};

/* Reads the list at `offset` of the locator's content. Reports a malformed id. Values are cleaned
 * typographically only by attributes_check, which knows what is text. */
struct attributes attributes_read(struct reader *reader, const struct locator *locator, const char *text,
                                  size_t offset);

/* The value of a pair, "" for a flag or class that is there; NULL when it is not. */
const struct attribute *attributes_find(const struct attributes *attributes, const char *name);

/* Checks a list against rules (and, if `common`, those that all elements share): reports what is
 * unknown, of a wrong type or out of range, and leaves out what is wrong. Returns
 * the values with defaults, in the order of the rules. `what` names the directive in messages. */
struct attributes attributes_check(struct reader *reader, const struct attributes *given, const char *what,
                                   const struct attribute_rule *rules, size_t count, bool common);

/* The value of an attribute that names a language; NULL, reported, when it is none. */
const char *attributes_language(struct reader *reader, const char *value, struct position at);

/* Reports each entry whose name is not in the list. */
void attributes_allow(struct reader *reader, const struct attributes *given, const char *what,
                      const char *const *names, size_t count);

/* True when the text may be an id; else reports it. */
bool attributes_id(struct reader *reader, const char *id, struct position at);

#endif
