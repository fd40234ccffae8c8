/* syntax_parts: takes the text of a directive apart.
 *
 * Pure functions on text; strings go to the arena. See syntax.h for what comes out. */
#ifndef MANUSCRIPT_SYNTAX_PARTS_H
#define MANUSCRIPT_SYNTAX_PARTS_H

#include "manuscript/syntax.h"

/* A line whose first character at `start` is a colon: a container's opener, a leaf or a fence. False when
 * it is none. *problem says what is wrong with one that is meant to be a directive, else stays NULL. */
bool parts_of_block(struct arena *arena, const char *line, size_t start, struct directive *about,
                    const char **problem);

/* A text directive at offset `at` of the content: its length, or 0 when there is none. */
size_t parts_of_text(struct arena *arena, const char *content, size_t at, struct directive *about);

/* The length of the ": " that a definition begins with, before words on the same line; 0: there is none. */
size_t parts_of_colon(const char *text);

/* The same of a table's caption: ": " or "Table: ". */
size_t parts_of_caption(const char *text);

#endif
