/* structure: the tags of finished pages as a tree, and as the structure tree of a PDF (ISO 32000-1, 14.7).
 *
 * In: pages, and the annotations made of them. Out: nodes, one for each tag that something on the pages belongs to, and
 * objects among the additions. The caller frees with structure_free. */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include <glib.h>

#include "layout/page.h"
#include "pdf/additions.h"

struct structure_node;

/* What is in a node: another, or a chunk by its number among those of its page that are text, or an annotation. */
enum kid_kind { KID_NODE, KID_MARKS, KID_ANNOTATION };

struct structure_kid {
    enum kid_kind kind;
    struct structure_node *node;
    size_t page;
    int number; /* MARKS: the MCID; ANNOTATION: its object */
    const struct page_field *field; /* ANNOTATION: whose widget it is; NULL: a link */
    const struct item *first;       /* MARKS: of the chunk */
};

struct structure_node {
    const struct page_tag *tag;
    struct structure_node *parent; /* NULL: the root */
    GArray *kids;                  /* struct structure_kid, in the order of reading */
    int level;                     /* HEADING: one deeper than the one before at the most */
    bool leads;                    /* LINK: there is a way */
    int object;                    /* in the PDF */
};

struct structure;

/* The tree of what is not hidden in one of the `uses`, still without links. A field has an element for each of its widgets
 * (form_widgets), which waits for its object. */
struct structure *structure_new(const struct pages *pages, unsigned uses);
void structure_free(struct structure *structure);

/* NULL: nothing on the pages has a tag. */
const struct structure_node *structure_root(const struct structure *structure);

/* Says which object a widget of a field, or a link's annotation, is. Returns the number by which the annotation finds its element
 * (StructParent); -1 when it has none. */
int structure_add_field(struct structure *structure, const struct page_field *field, size_t widget, int object);
int structure_add_link(struct structure *structure, const struct page_tag *tag, size_t page, int object);

/* The whole tree; returns the number of its root. `page_objects`: of the page dictionaries, in order. */
int structure_write(struct structure *structure, struct additions *additions, const int *page_objects);

/* The structure type that a node is written as, "H2". Lives as long as the program. */
const char *structure_type(const struct structure_node *node);

#endif
