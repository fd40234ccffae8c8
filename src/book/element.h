/* element: the table of the worksheet kit, and the values an element carries.
 *
 * elements.def has one row an element; this header turns the rows into an enum and the rules
 * that the reader checks a manuscript against. Back ends expand the same file, so that an element
 * they forgot does not compile. The same kind of rule describes the frames around the elements
 * (worksheet, safety, example ...): directive.h. */
#ifndef BOOK_ELEMENT_H
#define BOOK_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum element_kind {
#define ELEMENT(KIND, ...) ELEMENT_##KIND,
#include "book/elements.def"
#undef ELEMENT
    ELEMENT_COUNT
};

/* How a directive may be written: ":name[]{}", "::name[]{}", ":::name[]{} ... :::". */
enum directive_form { FORM_TEXT = 1, FORM_LEAF = 2, FORM_CONTAINER = 4 };

/* What a container may hold. */
enum directive_holds { HOLDS_NOTHING, HOLDS_BLOCKS, HOLDS_LIST, HOLDS_TABLE, HOLDS_QUESTIONS };

/* What a statement of an inventory can score, at most, where it is rated and not ticked. */
enum { INVENTORY_SCALE = 5 };

enum attribute_type {
    ATTRIBUTE_FLAG,    /* there or not there; `unset` "true": there unless it says false */
    ATTRIBUTE_SHARE,   /* a flag, or least to most parts of what is shared out; alone it is 1 */
    ATTRIBUTE_INTEGER, /* least to most */
    ATTRIBUTE_NUMBER,  /* least to most, in `unit` */
    ATTRIBUTE_CHOICE,  /* one of `choices`, separated by "|" */
    ATTRIBUTE_TEXT,
};

struct attribute_rule {
    const char *name;
    enum attribute_type type;
    double least, most;
    const char *unset;   /* the default, as the author would write it; NULL = none (or false) */
    const char *unit;    /* "mm", "rows", ... for help and diagnostics; NULL */
    const char *choices; /* CHOICE: "solid|dotted" */
    const char *help;
};

/* One attribute as written, or its default. `value` is NULL for a flag that is set. */
struct attribute {
    const char *name, *value;
    struct position at;
};

struct element_rule {
    enum element_kind kind;
    const char *name;
    int forms; /* enum directive_form, or-ed */
    enum directive_holds holds;
    int least, most;   /* items that it holds, where it holds any */
    const char *items; /* what they are called: "spokes"; or NULL */
    const struct attribute_rule *attributes;
    size_t attribute_count;
    const char *help;
};

/* The row of a name, or of a kind. The first is NULL when there is no such element. */
const struct element_rule *element_find(const char *name);
const struct element_rule *element_rule(enum element_kind kind);

/* Attributes that every element takes: an element's own rule of the same name goes before. */
extern const struct attribute_rule element_common[];
extern const size_t element_common_count;

/* Whether the rule itself has an attribute of this name, also where one is common to all. */
bool element_has_own(const struct element_rule *rule, const char *name);

/* The value of an attribute that the element's rule names. The reader has checked types and
 * ranges and filled in defaults, so these cannot fail; asking for a name the rule does not have is a
 * programming error and aborts. */
struct element;
double element_number(const struct element *element, const char *name);
int element_integer(const struct element *element, const char *name);
bool element_flag(const struct element *element, const char *name);
const char *element_text(const struct element *element, const char *name); /* NULL when unset */

/* Reads a number in the C locale; false when the whole text is not one. */
bool attribute_parse_number(const char *value, double *number);

#endif
