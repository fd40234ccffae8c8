/* structure_parts: what structure.c, which makes the tree, shares with structure_write.c, which writes it. */
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
