/* markup: XML written element by element, with libxml2's xmlTextWriter.
 *
 * Text and attribute values come in as UTF-8 and are escaped here; characters that XML 1.0 does not
 * allow (section 2.2) are left out. Nothing is indented. The writer is freed by markup_end, which
 * gives the document's bytes from an arena. */
#ifndef EPUB_MARKUP_H
#define EPUB_MARKUP_H

#include "base/arena.h"
#include "base/file.h"

struct markup;

/* A document with its XML declaration; `doctype` NULL: without one. */
struct markup *markup_start(const char *doctype);
struct bytes markup_end(struct markup *markup, struct arena *arena);

/* From here on every element begins a line. Only for documents in which white space between elements means
 * nothing. */
void markup_indent(struct markup *markup);
/* A line's end, where white space means nothing. */
void markup_line(struct markup *markup);

void markup_open(struct markup *markup, const char *element);
/* An attribute of the element just opened; a value of NULL writes none. */
void markup_attribute(struct markup *markup, const char *name, const char *value);

/* The direction of the element just opened and of what is inside: "ltr", "rtl" or "auto"; what was said first stays; NULL
 * says nothing. `markup_turn` says it only where it is another one than that around (HTML, section 3.2.6.4), and
 * `markup_backward` tells whether what is being written runs from right to left. */
void markup_direction(struct markup *markup, const char *dir);
void markup_turn(struct markup *markup, bool backward);
bool markup_backward(const struct markup *markup);

void markup_text(struct markup *markup, const char *text);
void markup_close(struct markup *markup); /* <p></p> */
void markup_void(struct markup *markup);  /* <br/> */

/* A whole element with a text and, unless NULL, a class. */
void markup_element(struct markup *markup, const char *element, const char *class_name, const char *text);

#endif
