/* links: the link annotations of a PDF (ISO 32000-1, 12.5.6.5), each in its element of the structure.
 *
 * In: pages, the navigation that knows where they lead, and the structure. Out: objects among the additions. The caller
 * frees with links_free. */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/navigation.h"
#include "pdf/structure.h"

struct links;

struct links *links_new(const struct navigation *navigation, struct structure *structure);
void links_free(struct links *links);

/* Appends the links of a page to its annotations: "3 0 R","4 0 R". */
void links_add(struct links *links, size_t page, struct additions *additions, GString *annotations);

#endif
