/* form_names: fields within fields, by their names (ISO 32000-1, 12.7.3.2): "breather.2" is the field "2" in "breather".
 *
 * The inner fields are made here as they are asked for, and written at the end; those that are filled in are the
 * caller's. */
#ifndef PDF_FORM_NAMES_H
#define PDF_FORM_NAMES_H

#include "pdf/additions.h"

struct form_names;

struct form_names *form_names_new(void);
void form_names_free(struct form_names *names);

/* Puts the field `object` where its name says. Appends ,"/T":... and ,"/Parent":... for it. */
void form_names_place(struct form_names *names, struct additions *additions, const char *name, int object, GString *json);

/* Writes the fields that hold others. Returns the outermost, "3 0 R","4 0 R"; freed by the caller. */
GString *form_names_finish(struct form_names *names, struct additions *additions);

#endif
