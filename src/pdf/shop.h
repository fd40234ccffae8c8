/* shop: what a printer on demand asks of an interior, and whether finished pages keep to it.
 *
 * In: pages and the style of their press edition. Out: a diagnostic for each rule that is broken, with the pages where it
 * is. The rules are a table; what they say is what the shops print on their own pages, and may change there. */
#ifndef PDF_SHOP_H
#define PDF_SHOP_H

#include "base/diag.h"
#include "book/style.h"
#include "layout/page.h"

enum shop { SHOP_KDP, SHOP_INGRAM, SHOP_COUNT };

/* What users call them. */
extern const char *const shop_names[SHOP_COUNT];

/* The shop of that name. False when there is none. */
bool shop_find(const char *name, enum shop *shop);

/* True when no rule of the shop is broken. */
bool shop_check(enum shop shop, const struct pages *pages, const struct style *style, struct diags *diags);

#endif
