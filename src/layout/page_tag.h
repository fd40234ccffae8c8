/* page_tag: what a thing on a page is for readers who do not see the page.
 *
 * Tags are the structure types of a tagged PDF (ISO 32000-1, 14.8.4), and point up only: to the tag that they are in. A tree
 * is made of those that something on the pages belongs to (layout/structure.h), so that whatever is not painted,
 * or hidden, or not among the pages chosen, is not in it. They live in the pages' arena. */
#ifndef LAYOUT_PAGE_TAG_H
#define LAYOUT_PAGE_TAG_H

#include <stdbool.h>

/* In the order of the table in tag.c. */
enum tag_role {
    TAG_HEAD, TAG_FOOT, /* of a page: no part of the text */
    /* these hold others: */
    TAG_DOCUMENT, TAG_PART, TAG_SECTION, TAG_DIVISION, TAG_QUOTE, TAG_CONTENTS, TAG_CONTENTS_LINE, TAG_INDEX, TAG_LIST, TAG_ITEM,
    TAG_BODY, TAG_TABLE, TAG_ROW, TAG_HEADER_CELL, TAG_CELL, TAG_NOTE,
    /* these hold text, and what stands in a line of it: */
    TAG_PARAGRAPH, TAG_HEADING, TAG_LABEL, TAG_CAPTION, TAG_CODE, TAG_SPAN, TAG_LINK, TAG_REFERENCE, TAG_FIGURE, TAG_FORM,
    TAG_COUNT
};

enum tag_scope { TAG_SCOPE_COLUMN, TAG_SCOPE_ROW };

enum tag_numbering { TAG_NUMBERING_NONE, TAG_NUMBERING_DISC, TAG_NUMBERING_DECIMAL };

struct page_tag {
    enum tag_role role;
    const struct page_tag *parent; /* NULL: the document's, and of what is no part of the text */
    unsigned order;       /* the order in which those in one that holds others are read */
    const char *lang;     /* BCP 47; NULL: as around it */
    const char *alt;      /* FIGURE: what it shows, in words; else NULL */
    int level;            /* HEADING: from 1 */
    enum tag_scope scope; /* HEADER_CELL */
    enum tag_numbering numbering; /* LIST */
    int across, down;     /* cells: columns and rows that they reach over; 0 is 1 */
    struct page_tag *cells, *next_cell; /* of a ROW all cells, for an empty one counts too */
};

/* Whether it holds other tags and no text of its own. */
bool tag_holds_others(enum tag_role role);

/* Its structure type, "Sect"; a heading's is "H", without its level. */
const char *tag_type(enum tag_role role);

#endif
