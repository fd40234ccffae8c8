/* opf: the metadata elements of a package document (EPUB 3.3, section 5.5).
 *
 * In: a writer inside <metadata>. Out: elements written; a value that is NULL or empty writes nothing. Nothing is
 * returned and nothing is to be freed. */
#ifndef EPUB_OPF_H
#define EPUB_OPF_H

#include "epub/markup.h"
#include "epub/publication.h"

struct opf {
    struct markup *markup;
    struct arena *arena;
};

/* <dc:...>; id may be NULL. */
void opf_element(struct opf *opf, const char *element, const char *id, const char *value);

/* <meta property>; id may be NULL. */
void opf_meta(struct opf *opf, const char *property, const char *id, const char *value);

/* <meta refines="#id" property scheme>; scheme may be NULL. */
void opf_refine(struct opf *opf, const char *id, const char *property, const char *scheme, const char *value);

/* accessibility.c: what the files hold (computed), and what somebody says about it (as said). */
void accessibility_write(struct opf *opf, const struct publication *publication);

#endif
