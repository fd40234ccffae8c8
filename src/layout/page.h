/* page: the finished page, the only thing that layout hands to the back ends that paint.
 *
 * Points, origin top left, y down. A page is a flat list of things to paint in painting order, and
 * beside it what a viewer needs: links, places that can be linked to, and blanks that can
 * be filled in. No pointer leads back to the book. All of it lives in the pages' arena. */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/file.h"
#include "layout/page_tag.h"
#include "book/pagemap.h"
#include "book/style.h"

struct face; /* a font file at work: layout/face.h */

enum item_kind { ITEM_TEXT, ITEM_LINE, ITEM_BOX, ITEM_ELLIPSE, ITEM_PATH, ITEM_IMAGE };

/* A glyph of a word: `x` and `y` from the word's origin, and how many bytes of the text it stands
 * for: 0 for the second and later glyphs of a cluster, whose bytes the first one (in text order) carries. */
struct page_glyph {
    uint32_t index;
    float x, y;
    uint32_t bytes;
};

/* A word, or a space: shaped once, and borrowed from the faces by all the places where it stands. */
struct page_word {
    const struct page_glyph *glyphs;
    uint32_t count;
    float x; /* from the text's origin */
};

/* Words of one face and size on one baseline, from left to right. */
struct page_text {
    const struct face *face;
    double size, stretch; /* stretch: of the glyphs and of what lies between them in a word; 1 = as designed */
    double tracking;      /* added after each glyph */
    const char *text;     /* what it says, UTF-8: the sum of the glyphs' bytes is its length */
    struct page_word *words;
    size_t count;
    bool backward;        /* right-to-left: glyphs in visual, bytes in logical order */
};

enum step_kind { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct path_step {
    enum step_kind kind;
    double x[3], y[3]; /* CURVE: two control points, then the end; else x[0], y[0] */
};

struct page_image {
    const char *name;
    int type; /* enum image_type of book.h: 0 PNG, 1 JPEG, 2 SVG */
    struct bytes bytes;
    const char *alt; /* NULL: decoration */
};

/* What pages are shown for, or-ed. SHARED is handed on to somebody else, and comes with one of the other two. */
enum page_use { PAGE_USE_PRINT = 1, PAGE_USE_SCREEN = 2, PAGE_USE_SHARED = 4 };

/* One thing to paint. Strokes are centred on the outline. */
struct item {
    enum item_kind kind;
    double x, y;          /* TEXT: origin on the baseline; LINE: start; else top left */
    double width, height; /* LINE: to the end (may be negative); BOX, ELLIPSE, IMAGE: extent */
    double radius;        /* BOX: of its corners */
    double line_width;    /* of the stroke; 0 = none */
    double dash, gap;     /* length of a dash, and of what is between two (0: as long); dash 0 = solid */
    bool round_caps;
    struct colour stroke, fill; /* TEXT uses fill */
    bool filled;
    struct page_text *text;
    bool turned;          /* TEXT: by a quarter, clockwise about its origin: it is read downwards */
    struct path_step *steps; /* PATH: absolute coordinates; x, y, width, height bound it */
    size_t step_count;
    struct page_image *image;
    const struct page_tag *tag; /* what it is a part of; NULL: it only decorates */
    unsigned hidden_in; /* enum page_use, or-ed: where it is not shown */
    struct item *next;
};

/* What begins on the page, in the text's order: an address of the book (struct page_start), only to be compared. */
struct page_begin {
    const char *at;
    struct page_begin *next;
};

struct page_link {
    double x, y, width, height;
    const char *id;  /* an anchor of the book, or */
    const char *url;
    const char *text; /* what it says */
    const struct page_tag *tag; /* the TAG_LINK that it is the way of */
    unsigned hidden_in; /* as an item's */
    struct page_link *next;
};

struct page_place_mark { /* a place that links lead to */
    const char *id;
    double y; /* top of what stands there */
    struct page_place_mark *next;
};

enum field_kind { FIELD_LINE, FIELD_LINES, FIELD_CHECK, FIELD_CHOICE, FIELD_NUMBER };

/* A blank to write in. `name` is unique, but for the FIELD_CHOICEs of one group, which share it and differ in `value`; it is a path
 * whose parts points divide, and none is the beginning of another's. A FIELD_CHECK with a value is ticked already. */
struct page_field {
    enum field_kind kind;
    double x, y, width, height;
    const char *name, *value, *prompt; /* prompt: what a screen reader says */
    const char *element; /* the kind that it belongs to, "lines"; "blank" for a gap in a sentence */
    double leading; /* LINES: from rule to rule, the last of which is at its foot; 0: there are none */
    const struct page_tag *tag; /* TAG_FORM, of its own */
    const struct item *after;   /* what was painted last when it was added: it is read there; NULL: before all */
    unsigned hidden_in; /* enum page_use, or-ed: where it is not shown */
    struct page_field *next;
};

/* The worksheet that a page is of; all its pages have the same. */
struct page_sheet {
    int number;        /* through the book, from 1; 0: it has none */
    bool is_private;   /* never handed on */
    const char *title; /* plain text */
};

enum page_kind { PAGE_BODY, PAGE_BLANK, PAGE_OPENER, PAGE_SHEET, PAGE_DISPLAY, PAGE_FILLER };

struct page {
    enum page_kind kind;
    const char *label; /* folio, also when it is not printed: "iv", "23" */
    bool recto;
    const struct page_sheet *sheet; /* PAGE_SHEET; else NULL */
    struct item *items, *last_item;
    struct page_link *links;
    struct page_place_mark *places;
    struct page_field *fields;
    struct page_begin *begins;
};

/* A line of the outline (bookmarks). */
struct outline_entry {
    int level; /* from 0 */
    const char *title, *id;
};

struct pages {
    struct arena *arena; /* owned */
    double width, height;
    double inner; /* what every page leaves free at the spine */
    struct page *page;
    size_t count;
    struct outline_entry *outline;
    size_t outline_count;
    struct page_map map;
    const char *form_font; /* the file of the font that is typed in; NULL: nothing can be filled in */
    const char *title, *author, *lang, *date, *subject, *rights; /* author, subject, rights or NULL */
};

void pages_free(struct pages *pages);

/* Pages as text for `rekindle dump pages` and the golden tests: positions to a tenth of a point. */
void pages_dump(const struct pages *pages, FILE *to);

/* Adds a thing to paint, on top; the copy is returned. */
struct item *page_add(struct arena *arena, struct page *page, struct item item);

/* Adds a blank, after the others: in reading order. */
void page_add_field(struct arena *arena, struct page *page, struct page_field field);

/* Adds a link, after the others: in reading order. */
void page_add_link(struct arena *arena, struct page *page, struct page_link link);

/* What is on a page so far. All that was added after it can be hidden in some uses (enum page_use, or-ed; 0: none). */
struct page_contents {
    const struct item *item;
    const struct page_field *field;
    const struct page_link *link; /* the last ones, or NULL */
};
struct page_contents page_contents(const struct page *page);
void page_hide(struct page *page, const struct page_contents *since, unsigned uses);

/* Adds places at y of the page. `ids`: ended by NULL, or NULL. */
void page_add_places(struct arena *arena, struct page *page, const char *const *ids, double y);

/* Says that a text or a block of the book begins here; `at` NULL: nothing. */
void page_add_begin(struct arena *arena, struct page *page, const char *at);

#endif
