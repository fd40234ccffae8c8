/* config_keys: the keys of book.yaml as a table, and the values that are more than one number or text.
 *
 * Private to config*.c. */
#ifndef MANUSCRIPT_CONFIG_KEYS_H
#define MANUSCRIPT_CONFIG_KEYS_H

#include <libfyaml.h>

#include "manuscript/reader.h"

/* book.yaml while it is read. */
struct config {
    struct reader *reader;
    const char *shown;
    int pass;
    size_t base; /* of the look being read, in the book; 0 outside style.roles */
};

enum key_type {
    KEY_TEXT,    /* const char * */
    KEY_LENGTH,  /* double: points; the range too */
    KEY_NUMBER,  /* double */
    KEY_INTEGER, /* int */
    KEY_FLAG,    /* bool */
    KEY_CHOICE,  /* an enum whose values are the choices, in order */
    KEY_COLOUR,  /* three doubles */
    KEY_OWN,     /* read by a function */
};

struct config_key {
    const char *path; /* "print.margins.inner" */
    enum key_type type;
    double least, most;
    const char *choices; /* "none|small|all"; or, in words, what an own key takes */
    const char *unset;   /* the default, for hints */
    size_t offset;       /* in struct book, or in struct look */
    void (*own)(struct config *config, struct fy_node *value, struct position at);
    int pass; /* keys that others build on are read in an earlier pass: 1, 2, else 3 */
};

extern const struct config_key config_keys[];
extern const size_t config_key_count;
extern const struct config_key config_look_keys[]; /* below style.roles.NAME; paths are bare names */
extern const size_t config_look_key_count;

/* ---- config_values.c ---- */

/* The text of a scalar, from the arena; NULL when it is empty or no scalar. */
const char *config_scalar(struct config *config, struct fy_node *node);

/* The same, with a report of what is wanted where there is no scalar. An empty value says nothing and is no fault. */
const char *config_wanted(struct config *config, struct fy_node *value, struct position at, const char *hint);

struct position config_place(const struct config *config, struct fy_node *node, struct position otherwise);

/* Reports "value-type" or "value-range". */
void config_bad(struct config *config, struct position at, const char *code, const char *hint,
                const char *value);

/* "#8C3F28" as red, green, blue from 0 to 1. */
bool config_colour(const char *text, double *colour);

/* Reads one value into the member that its key names. */
void config_value(struct config *config, const struct config_key *key, struct fy_node *value,
                  struct position at);

/* ---- config_hyphenation.c ---- */

void own_hyphenation(struct config *config, struct fy_node *value, struct position at);

/* ---- config_people.c: who made the book ---- */

void own_author(struct config *config, struct fy_node *value, struct position at);
void own_contributor(struct config *config, struct fy_node *value, struct position at);

/* ---- config_catalogue.c: what libraries and shops know a book by ---- */

void own_subject(struct config *config, struct fy_node *value, struct position at);
void own_identifier(struct config *config, struct fy_node *value, struct position at);
void own_print_isbn(struct config *config, struct fy_node *value, struct position at);
void own_position(struct config *config, struct fy_node *value, struct position at);

/* ---- config_accessibility.c: what is said about accessibility ---- */

void own_conforms_to(struct config *config, struct fy_node *value, struct position at);
void own_certifier_report(struct config *config, struct fy_node *value, struct position at);
void own_exemption(struct config *config, struct fy_node *value, struct position at);

/* Reports claims that nobody answers for, and those that contradict each other. */
void accessibility_check(struct config *config, struct position at);

/* ---- config_home.c: how it is printed at home ---- */

void own_home_paper(struct config *config, struct fy_node *value, struct position at);
void own_home_holes(struct config *config, struct fy_node *value, struct position at); /* after home.layout */

/* ---- config_cover.c: the back of the printed cover ---- */

void own_cover_back(struct config *config, struct fy_node *value, struct position at);
void own_cover_barcode(struct config *config, struct fy_node *value, struct position at);
void own_cover_inside(struct config *config, struct fy_node *value, struct position at);

/* What is on the back when its author says nothing; a barcode that is asked for needs an ISBN. */
void cover_finish(struct reader *reader, struct position at);

/* ---- config_own.c ---- */

void own_lang(struct config *config, struct fy_node *value, struct position at);
void own_date(struct config *config, struct fy_node *value, struct position at);
void own_output_name(struct config *config, struct fy_node *value, struct position at);
void own_cover_image(struct config *config, struct fy_node *value, struct position at);
void own_cover_art(struct config *config, struct fy_node *value, struct position at);
void own_trim(struct config *config, struct fy_node *value, struct position at);
void own_inner(struct config *config, struct fy_node *value, struct position at);
void own_gutter(struct config *config, struct fy_node *value, struct position at);
void own_bottom(struct config *config, struct fy_node *value, struct position at);
void own_top(struct config *config, struct fy_node *value, struct position at);
void own_text_size(struct config *config, struct fy_node *value, struct position at);
void own_leading(struct config *config, struct fy_node *value, struct position at);
void own_align(struct config *config, struct fy_node *value, struct position at);
void own_css(struct config *config, struct fy_node *value, struct position at);
void own_fonts(struct config *config, struct fy_node *value, struct position at);
void own_editions(struct config *config, struct fy_node *value, struct position at);

/* True when the text is a real day, YYYY-MM-DD. */
bool config_is_date(const char *text);

#endif
