/* form_blanks: what is printed at a blank, for what is typed or chosen there to fit it.
 *
 * In: a page and one of its fields. Points, y down; nothing is owned. */
#ifndef PDF_FORM_BLANKS_H
#define PDF_FORM_BLANKS_H

#include "layout/page.h"

/* The rule at the foot of a blank, as long as it: what is typed stands on it. NULL: it has none of its own, as a cell of a
 * table. `uses`: enum page_use, what the page is shown for. */
const struct item *blank_rule(const struct page *page, const struct page_field *field, unsigned uses);

/* Whether words begin in a blank, as the number of a scale in its circle. */
bool blank_has_words(const struct page *page, const struct page_field *field, unsigned uses);

#endif
