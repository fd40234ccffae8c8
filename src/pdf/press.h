/* press: what print-on-demand takes, in numbers that the edition and its check share.
 *
 * In: pages. Out: how many sheets' sides there are, and with how much ink a colour is printed. Points; ink from 0 to 1. */
#ifndef PDF_PRESS_H
#define PDF_PRESS_H

#include "book/style.h"
#include "layout/page.h"

/* All pages and those added at the end: an even number, of which the last is blank. */
size_t press_page_count(const struct pages *pages);

/* Nothing on it is printed. */
bool press_is_blank(const struct page *page);

/* A copy of an item, in the greys that it is printed in. */
struct item press_item(const struct item *item, const struct style *style);

#endif
