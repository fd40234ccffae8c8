/* navigation: how a reader moves through a PDF: outline, places, page labels; where links lead to (links.h).
 *
 * In: pages, and the object numbers of their page dictionaries, in order. Out: objects among the
 * additions; each function returns the number of the object to hang into the document, 0 for nothing. Section
 * numbers in navigation.c are those of ISO 32000-1. */
#ifndef PDF_NAVIGATION_H
#define PDF_NAVIGATION_H

#include "layout/page.h"
#include "pdf/additions.h"

struct navigation {
    const struct pages *pages;
    unsigned uses; /* enum page_use, or-ed: what is hidden in one of them has no link */
    const int *page_objects;
    GHashTable *places; /* id -> page index + 1: the ids that can be linked to */
};

struct navigation *navigation_new(const struct pages *pages, unsigned uses, const int *page_objects);
void navigation_free(struct navigation *navigation);

int navigation_add_places(const struct navigation *navigation, struct additions *additions); /* a name tree */
int navigation_add_outline(const struct navigation *navigation, struct additions *additions);
int navigation_add_labels(const struct navigation *navigation,
                          struct additions *additions); /* a number tree */

/* Whether a link is there: it is not hidden, and its target is in the document, or outside it. */
bool navigation_shows(const struct navigation *navigation, const struct page_link *link);

#endif
