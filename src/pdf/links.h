/* links: the link annotations of a PDF (ISO 32000-1, 12.5.6.5), each in its element of the structure.
 *
 * In: pages, the navigation that knows where they lead, and the structure, or NULL where there is none. Out: objects among
 * the additions. The caller frees with links_free. */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/navigation.h"
#include "pdf/structure.h"

struct links;

struct links *links_new(const struct navigation *navigation, struct structure *structure);
void links_free(struct links *links);

/* Appends the links of a page to its annotations: "3 0 R","4 0 R". */
void links_add(struct links *links, size_t page, struct additions *additions, GString *annotations);

/* Appends one annotation's reference. */
void annotations_append(GString *annotations, int object);

/* A rectangle of a page: ,"/Rect":[...] with the origin at the foot. */
void json_append_rect(GString *json, double page_height, double x, double y, double width, double height);

#endif
