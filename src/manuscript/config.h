/* config: book.yaml, what the book is called and how it looks.
 *
 * In: the file, if there is one. Out: the book's metadata, style, cover and editions, each key checked for
 * type and range; lengths are points from here on. Keys are in the tables of config_keys.c. */
#ifndef MANUSCRIPT_CONFIG_H
#define MANUSCRIPT_CONFIG_H

#include "manuscript/reader.h"

/* Sets the defaults, then what book.yaml says. Called before anything else is read: quotation marks
 * depend on the language. */
void config_read(struct reader *reader);

/* Fills in what the file does not say. `title`: of SUMMARY.md, for a folder without book.yaml; or NULL. */
void config_finish(struct reader *reader, const char *title);

#endif
