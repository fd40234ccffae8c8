/* structure_parts: the structure as its own files know it, and nobody else.
 *
 * structure.c makes the tree, structure_write.c writes it, marks.c asks which element a mark on a page is of. */
#ifndef PDF_STRUCTURE_PARTS_H
#define PDF_STRUCTURE_PARTS_H

#include "pdf/structure.h"

struct structure {
    const struct pages *pages;
    GHashTable *nodes;    /* struct page_tag -> struct structure_node */
    GHashTable *fields;   /* struct page_field -> GPtrArray of struct structure_node: one a widget */
    GPtrArray *tags;      /* struct page_tag, its own: of the second and later widgets of fields */
    GPtrArray *annotated; /* struct structure_node: the element of each annotation, in the order of their numbers */
    GPtrArray **marked;   /* of each page: the node of each MCID */
    struct structure_node *root;
};

#endif
