/* sheet_rows: what a worksheet stacks, and a card on one: texts, elements, worked examples, instructions.
 *
 * Each row knows its least and natural height. What is left of a page goes to the rows that stretch, then to the gaps and
 * to what may grow; what is missing is taken from the gaps first, then from the rows. Points; what is made belongs to the
 * setter's arena. */
#ifndef LAYOUT_SHEET_ROWS_H
#define LAYOUT_SHEET_ROWS_H

#include "layout/element.h"
#include "layout/flow.h"

struct row {
    double gap; /* above it */
    struct extent extent;
    double height;
    const struct block *element;   /* or */
    const struct block *steps;     /* or */
    const struct column *column;   /* text: paragraphs, lists, headings: */
    size_t from, to;               /* so many of its strips */
    const struct setting *title;   /* a worked example: its title over the column, tinted */
    bool card;
    const struct foot *foot;       /* whose column it is */
    enum drawn_half half;          /* of the element */
    bool hand;                     /* of a text: the mark of a stop rule stands beside it */
    const struct page_tag *tag;    /* what it is read as */
    bool head;                     /* belongs to what every sheet begins with: the gap above it does not grow */
};

struct rows {
    struct setter *setter;
    double width;
    double room;     /* of a whole page: nothing that is higher stays in one piece */
    GArray *list;    /* struct row */
    GPtrArray *feet; /* struct foot: notes that their words call */
};

/* Empty rows of a width; rows_close frees what is not in the arena. */
void rows_open(struct rows *rows, struct setter *setter, double width, double room);
void rows_close(struct rows *rows);

size_t rows_count(const struct rows *rows);
struct row *rows_at(const struct rows *rows, size_t number);

/* What a block becomes. Purpose and closing line belong to head and foot: only the notes that they call are added. */
void rows_add(struct rows *rows, const struct block *block);
void rows_add_lines(struct rows *rows, struct setting *lines);
void rows_add_foot(struct rows *rows, const struct foot *foot);

/* A drawing that goes on across the spine is put among the rows once more, where the second page begins; what follows it
 * is divided between the pages. Returns the number of its first half, and in `second` that of the other; rows_count when
 * there is no such drawing. */
size_t rows_spread(struct rows *rows, size_t *second);

/* The heights of rows `from` to `end`, with the gaps between them. */
double rows_least(const struct rows *rows, size_t from, size_t end);
double rows_natural(const struct rows *rows, size_t from, size_t end);

/* Gives them their heights and gaps within `room`. Returns by how much they do not fit. */
double rows_share(const struct rows *rows, size_t from, size_t end, double room);

/* The row that begins the next page: as many as there is room for at their least. A text that is higher than a page is
 * divided, and so is an element that its author does not want kept. `whole_page`: at least one, whatever its height. */
size_t rows_fill(struct rows *rows, size_t from, double room, bool whole_page);

/* Where the second of two pages begins, so that one is as full as the other. An element that need not be kept may be
 * divided. */
size_t rows_divide(struct rows *rows, double first_room, double second_room);

/* Paints a row, which has its height, at the left of `frame`'s full width. */
void row_paint(const struct rows *rows, struct page *page, const struct frame *frame, const struct row *row, double y);

#endif
