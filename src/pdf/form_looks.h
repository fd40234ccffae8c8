/* form_looks: what widgets look like while they are empty, ticked or chosen (ISO 32000-1, 12.5.5).
 *
 * They are drawn, so that they print the same everywhere. In: a look and a size in points. Out: objects among the additions;
 * the same look at the same size is one object. */
#ifndef PDF_FORM_LOOKS_H
#define PDF_FORM_LOOKS_H

#include "pdf/additions.h"

enum form_look { LOOK_EMPTY_TEXT, LOOK_OFF, LOOK_TICKED, LOOK_RINGED, LOOK_DOTTED };

struct form_looks;

struct form_looks *form_looks_new(void);
void form_looks_free(struct form_looks *looks);

/* The number of a form XObject of that size in points. */
int form_look(struct form_looks *looks, struct additions *additions, enum form_look look, double width, double height);

#endif
