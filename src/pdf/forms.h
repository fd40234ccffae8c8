/* forms: the blanks of pages as an interactive form (ISO 32000-1, 12.7): text, check boxes, radio buttons.
 *
 * In: pages, and the structure that each widget gets its element in. Out: objects among the additions. A field's name is a path,
 * "breather.2": its parts are fields within each other. No script, no appearance left to the viewer. The caller frees with
 * forms_free. */
#ifndef PDF_FORMS_H
#define PDF_FORMS_H

#include "pdf/navigation.h"
#include "pdf/structure.h"

struct forms;

/* How many widgets a field has: one; of ruled lines one a line, so that what is typed stands on the rules. */
size_t form_widgets(const struct page_field *field);

struct forms *forms_new(const struct navigation *navigation, struct structure *structure);
void forms_free(struct forms *forms);

/* Appends the widgets of a page to its annotations. */
void forms_add(struct forms *forms, size_t page, struct additions *additions, GString *annotations);

/* After all pages: the number of the form, 0 when nothing can be filled in, -1 when there is no font to fill it in with. */
int forms_finish(struct forms *forms, struct additions *additions);

#endif
