/* book: the tree that a manuscript becomes and that every back end reads.
 *
 * The reader (manuscript/) makes it, book_prepare numbers it and resolves its
 * references; from then on nobody changes it. Everything hangs on one arena:
 * all pointers below are borrowed from it, strings are UTF-8, lists are linked
 * through `next` and end in NULL. Units: lengths in the members named `_mm` are millimetres as
 * the author wrote them; style.h has points. A member that does not apply to a node's kind is
 * NULL or 0.
 *
 *     book -> chapters (each knows its part) -> blocks -> blocks ... -> spans */
#ifndef BOOK_BOOK_H
#define BOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "book/element.h"
#include "book/home.h"
#include "book/phrase.h"
#include "book/style.h"

struct block;
struct chapter;

/* ---- spans: the words inside a block ---- */

enum span_kind {
    SPAN_TEXT,      /* text */
    SPAN_EMPHASIS,  /* children */
    SPAN_STRONG,    /* children */
    SPAN_STRIKE,    /* children */
    SPAN_SMALLCAPS, /* children */
    SPAN_CODE,      /* text */
    SPAN_BREAK,     /* a hard line break */
    SPAN_LINK,      /* children; to an anchor, or to a URL */
    SPAN_IMAGE,     /* image, text = its alt text, as a figure's */
    SPAN_NOTEREF,   /* note */
    SPAN_BLANK,     /* a gap to write in: width_mm, text = the hint, name */
    SPAN_INDEX,     /* a mark for the index: text = the term, sub, see, id; nothing is shown here */
    SPAN_LANG,      /* children; lang */
    SPAN_PHRASE,    /* children; phrase */
};

/* What an author says in HTML of a span or a block beyond what it is. Only an edition that takes a style sheet,
 * or that can be asked for more, does something with it. Members are NULL where nothing is said. */
struct traits {
    const char *classes;  /* separated by spaces */
    const char *dir;      /* ltr, rtl or auto */
    const char *title;    /* what it means, in words */
    const char *datetime; /* of a TIME, DELETED or INSERTED phrase: as HTML wants it */
};

/* Where a link leads inside the book. */
struct anchor {
    const char *id;                /* unique in the book; safe as XML id and PDF name (ASCII) */
    const struct chapter *chapter; /* the chapter it is in */
    const struct block *block;     /* the block; NULL for the chapter's own start */
};

struct span {
    enum span_kind kind;
    struct position at;
    const char *text;             /* see the kind; clean: curled quotes, real dashes */
    struct span *children;
    const char *url;              /* LINK out of the book: http, https or mailto */
    const struct anchor *anchor;  /* LINK inside the book */
    bool written;                 /* LINK that writes itself: print adds ", page N" */
    const struct image *image;    /* IMAGE */
    const struct block *note;     /* NOTEREF */
    double width_mm;              /* BLANK; 0 = to the end of the line */
    const char *name;             /* BLANK: its field's name, "breather.2" */
    enum phrase phrase;           /* PHRASE */
    const char *lang;             /* LANG, or what HTML says of any: the language of its words, BCP 47 */
    const struct traits *traits;  /* EMPHASIS, STRONG, STRIKE, LINK, PHRASE; or NULL */
    const char *sub;              /* INDEX: the sub-entry below the term; NULL */
    const char *see;              /* INDEX: the term to look under instead; such a mark is no place. NULL */
    const char *id;               /* INDEX: its anchor, "ix.1", where the mark stands. NULL: it is no place.
                                     STRONG: "use.1", where a term of the glossary is first used; else NULL.
                                     Any other: the id that HTML gives it, or NULL */
    struct span *next;
};

/* ---- blocks ---- */

enum block_kind {
    BLOCK_PARAGRAPH, /* spans */
    BLOCK_HEADING,   /* spans, level 1-6 (1 only as a chapter's title, which is not among its blocks) */
    BLOCK_LIST,      /* list; children ITEM */
    BLOCK_ITEM,      /* children; task */
    BLOCK_QUOTE,     /* children */
    BLOCK_CODE,      /* text, verbatim, ends in a newline */
    BLOCK_TABLE,     /* table; spans = caption or NULL; children ROW, the first table->heads are the head */
    BLOCK_ROW,       /* children CELL */
    BLOCK_CELL,      /* spans (NULL = an empty cell); scope, across, down, covered */
    BLOCK_FIGURE,    /* figure; spans = caption or NULL */
    BLOCK_BREAK,     /* a thought break */
    BLOCK_BOX,       /* box; spans = title or NULL; children */
    BLOCK_PULL,      /* a pull quote: spans */
    BLOCK_MARGIN,    /* a pointer in the margin beside the next block: spans */
    BLOCK_NOTE,      /* a footnote: number, children */
    BLOCK_WORKSHEET, /* sheet; spans = title; children */
    BLOCK_PURPOSE,   /* a sheet's purpose line: spans */
    BLOCK_STEPS,     /* a sheet's instructions: children, one ordered LIST */
    BLOCK_EXAMPLE,   /* a worked example: spans = whose; children */
    BLOCK_THEN,      /* a sheet's closing line: spans */
    BLOCK_BEFORE,    /* what a sheet needs: spans */
    BLOCK_STOP,      /* when to leave a sheet alone: spans */
    BLOCK_ELEMENT,   /* element; spans = prompt or NULL; children as the kind says */
    BLOCK_DEFINITIONS, /* children: one or more TERMs, then one or more DEFINITIONs, and so on */
    BLOCK_TERM,        /* spans; of a glossary: its id is "term.1" */
    BLOCK_DEFINITION,  /* children; most often one PARAGRAPH */
    BLOCK_EPIGRAPH,    /* spans = whose words they are, or NULL; children; lang */
    BLOCK_INDEX,       /* the place of the index, once in a book at most: prints book->index */
    BLOCK_LISTING,     /* the place of a list: prints book->listed[listing] */
    BLOCK_REPEAT,      /* a worksheet once more: text = its id; number = how many copies (0: its file
                        * is not in SUMMARY.md); repeats */
};

enum box_kind {
    BOX_SAFETY,    /* "Pause here" */
    BOX_RESEARCH,  /* "What the research says" */
    BOX_CARRY,     /* "Carry this forward": the chapter's end */
    BOX_INSIDE,    /* "In this chapter": after its title */
    BOX_NOTE,      /* the five GitHub alerts */
    BOX_TIP,
    BOX_IMPORTANT,
    BOX_WARNING,
    BOX_CAUTION,
    BOX_PLAIN,     /* a fenced div of a class we do not know: its content as it stands */
    BOX_SECTION,   /* HTML's section: the same, a thing of its own */
    BOX_BESIDE,    /* HTML's aside: the same, beside the thread */
};

/* What a LISTING lists: all of them that have a number. */
enum listing { LISTING_FIGURES, LISTING_TABLES, LISTING_WORKSHEETS, LISTING_COUNT };

enum align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY };
enum task { TASK_NONE, TASK_OPEN, TASK_DONE };

struct list {
    bool ordered;
    int start;  /* first number of an ordered list */
    bool tight; /* no blank lines between items */
};

/* What a cell is the head of; NONE: of nothing, or of what its place says. */
enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_COLUMNS, SCOPE_ROWS };

struct table {
    size_t columns;       /* each row has so many cells */
    size_t heads;         /* rows of the head: 1 in Markdown, 0 or more in HTML */
    enum align *align;    /* one a column */
    double *widths;       /* one a column, percent, together 100; NULL = by content */
    int number;           /* through the book; 0 = not numbered: it has no caption, or is .unnumbered */
    bool here;            /* stays where it stands in print, as each one without a caption does;
                             else it may move to the top or foot of a page nearby */
};

enum image_type { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG };

/* A picture of the manuscript, read and recognised once. What is in it can be shown: pixels were decoded and
 * are upright and not in inks, a drawing has nothing in it that could run, load or never end. */
struct image {
    const char *name; /* "images/cup.svg", relative to the manuscript */
    struct position at; /* the first place that names it */
    enum image_type type;
    double width, height; /* natural size: pixels, or the SVG's own size in points */
    struct bytes bytes;
    struct image *next;
};

struct figure {
    const struct image *image;
    const char *alt;         /* NULL when decorative; "" when nobody has said what it shows */
    const char *description; /* a longer one, or NULL */
    int number;              /* through the book; 0 = not numbered */
    double width_percent;    /* of the text column; 0 = not said */
    double width_mm;         /* 0 = not said */
    bool wide;               /* text column and margin column */
    bool full_page;          /* a page of its own, to its edges */
    bool here;               /* as a table's: stays, as each one with neither number nor caption does */
};

enum who { WHO_SOLO, WHO_EACH, WHO_PAIR };
enum sheet_start { START_ANY, START_LEFT, START_RIGHT };

struct sheet {
    int number;       /* through the book, from 1; 0 = unnumbered */
    const char *time; /* "10 min", as written; NULL */
    int effort;       /* 1-3; 0 = not said */
    enum who who;
    int pages;        /* 1 or 2 */
    enum sheet_start start; /* on which side of the open book */
    bool is_private, cut, repeatable;
    bool unnumbered;  /* journal and notes pages: called by their title, in no list of worksheets */
};

/* One element of the worksheet kit. Its attributes are all there, given or by default: the readers
 * are in element.h. */
struct element {
    const struct element_rule *rule;  /* its row of the table */
    const struct attribute *attributes;
    size_t attribute_count;
    const char *name; /* of its fields: "breather.2"; several fields add ".1", ".2" ... */
};

struct block {
    enum block_kind kind;
    struct position at;
    const char *id; /* of its anchor, or NULL */
    struct block *children;
    struct span *spans;
    const char *text;    /* CODE */
    const char *syntax;  /* CODE: the language named after the fence; NULL */
    const char *lang;    /* BOX without a head, EPIGRAPH, and what HTML says of any: the language of all inside,
                            BCP 47; NULL: as around it */
    const struct traits *traits; /* of what was written in HTML; or NULL */
    const char *group;   /* ITEM of an inventory: the group it counts for, else NULL */
    int level;           /* HEADING */
    int number;          /* NOTE: in its chapter, from 1; ITEM of a tree: the question it leads to, or 0 */
    enum task task;      /* ITEM */
    enum align align;    /* CELL */
    enum scope scope;    /* CELL of a table in HTML */
    int across, down;    /* CELL: columns and rows that it reaches over; 0 is 1 */
    bool covered;        /* CELL: another one reaches over it; it is empty */
    enum box_kind box;   /* BOX */
    enum listing listing; /* LISTING */
    const struct anchor *repeats; /* REPEAT: the worksheet, once it is found; else NULL */
    struct list *list;
    struct table *table;
    struct figure *figure;
    struct sheet *sheet;
    struct element *element;
    struct block *next;
};

/* ---- chapters ---- */

enum matter { MATTER_FRONT, MATTER_BODY, MATTER_BACK };
enum chapter_role { CHAPTER_PLAIN, CHAPTER_COPYRIGHT, CHAPTER_DEDICATION };

struct part {
    int number; /* from 1 */
    struct position at;
    const char *id;
    const char *title;    /* plain text */
    struct block *blocks; /* what its opener shows: a figure and a line, or NULL */
};

struct chapter {
    const char *id;   /* anchor; also the EPUB's file name. Stable: from {#id} or the file's name */
    const char *file; /* "chapters/breather.md" */
    struct position at;
    enum matter matter;
    enum chapter_role role;
    bool glossary;           /* its lists of terms explain words of the book */
    int number;              /* of body chapters that are not .unnumbered; else 0 */
    const struct part *part; /* NULL outside parts */
    struct span *title;
    const char *title_text;  /* the same as plain text */
    struct block *blocks;
    struct block *notes; /* NOTE, in the order they are called */
    struct chapter *next;
};

/* ---- the index and the lists ---- */

/* Another term that an entry sends the reader to: "see"; "see also" where it has places or sub-entries. */
struct index_see {
    const char *term;
    const struct index_entry *entry; /* that of the term; NULL: there is none (which was warned of) */
    const struct index_see *next;
};

/* A line of the index. Lines are sorted for the book's language (collate.h). The places are anchors of marks:
 * their ids are those of the SPAN_INDEX, and the page map has their pages once layout has put them on one.
 * Places on one page are printed once. */
struct index_entry {
    const char *term;                   /* as its first mark spells it */
    const char *initial;                /* the letter it stands under, "A", or "". NULL in sub-entries */
    const struct anchor *anchor;        /* of the line itself, for "see": id "index.3", block the INDEX; it is
                                           in no table. NULL in sub-entries, and without an INDEX */
    const struct anchor *const *places; /* in the book's order */
    size_t place_count;                 /* 0 when it only sends elsewhere, or only has sub-entries */
    const struct index_see *see;        /* sorted; or NULL */
    const struct index_entry *below;    /* sub-entries, sorted; or NULL. Those have none of their own */
    const struct index_entry *next;
};

/* A line of a list of figures, tables or worksheets. */
struct listed {
    const struct anchor *anchor; /* of the thing; id "fig.3" or "tab.3" when its author gave it none */
    const char *label;           /* "Figure 3" */
    const char *text;            /* its caption or title as plain text, without notes; "" */
    const struct listed *next;
};

/* ---- the book ---- */

struct author {
    const char *name, *role, *file_as; /* role: MARC code, "aut" by default; file_as or NULL */
    struct author *next;
};

struct subject {
    const char *text;
    const char *authority, *term; /* the scheme it is from ("BISAC", a URL) and its code there; or both NULL */
    struct subject *next;
};

struct identifier {
    const char *text; /* a URI, or a DOI */
    struct identifier *next;
};

/* What somebody says about the book's accessibility. The program says none of it by itself. NULL where not said. */
struct accessibility {
    const char *conforms_to;   /* "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", or "none" */
    const char *certified_by, *credential, *report; /* the report is a URL */
    const char *exemption;     /* from the European Accessibility Act: "eaa-microenterprise" */
    const char *summary;       /* instead of the one that is made */
};

enum collection_type { COLLECTION_SERIES, COLLECTION_SET };

struct metadata {
    const char *title, *subtitle; /* subtitle or NULL */
    struct author *authors;      /* on the title page too */
    struct author *contributors; /* who else had a part in it */
    struct subject *subjects;
    const char *lang;       /* BCP 47 */
    const char *date;       /* YYYY-MM-DD */
    const char *modified;   /* YYYY-MM-DDThh:mm:ssZ: the date's, or SOURCE_DATE_EPOCH's */
    const char *identifier; /* a URI: urn:isbn:..., urn:uuid:... (derived from title and author when not given) */
    struct identifier *identifiers; /* others that it has */
    const char *print_isbn; /* of the printed book: urn:isbn:...; or NULL */
    const char *print_isbn_shown; /* the same with its hyphens, as its author divides it: "978-0-306-40615-7" */
    const char *collection, *position; /* the series it is in, and which one of it ("2", "2.1"); or NULL */
    enum collection_type collection_type;
    struct accessibility accessibility;
    const char *rights, *description, *publisher; /* or NULL */
    const char *output_name;                      /* file name stem */
};

/* A style sheet in pieces: the text, and behind it the picture whose url(...) belongs there; NULL: none. */
struct css {
    const char *text;
    const struct image *image;
    const struct css *next;
};

/* A paragraph or a line on the back of the printed cover. */
struct blurb {
    const char *text;
    struct position at;
    struct blurb *next;
};

/* What the pages are printed on, which says how thick the book is. */
enum paper { PAPER_WHITE, PAPER_CREAM, PAPER_COLOR, PAPER_PREMIUM_COLOR };

/* What the barcode area has. AUTO: bars where the printed book has an ISBN, or else the ground. ISBN: bars, of any
 * ISBN that there is. BOX: white, for a sticker or the shop's own bars. NONE: the ground. */
enum barcode { BARCODE_AUTO, BARCODE_ISBN, BARCODE_BOX, BARCODE_NONE };

struct cover {
    const struct image *image; /* a finished cover, or NULL */
    const char *alt;           /* of the cover, never NULL */
    const struct image *art;   /* a drawing for the cover we make, or NULL */
    double ground[3];          /* red, green, blue from 0 to 1 */
    /* of the printed book */
    struct blurb *back;        /* paragraphs; NULL: none */
    struct blurb *inside;      /* lines that say what is in the book; NULL: none */
    enum paper paper;
    double spine;              /* its width in points; 0: by paper and number of pages */
    enum barcode barcode;
    struct position barcode_at; /* where the author asks for it */
};

struct book {
    struct arena *arena; /* owned */
    struct metadata about;
    struct style style;
    struct cover cover;
    struct home home;         /* how it is printed at home */
    struct chapter *chapters; /* in the book's order: front, body, back */
    struct image *images;
    const struct css *stylesheet; /* the author's own for the EPUB, or NULL */
    bool embed_fonts;         /* in the EPUB */
    unsigned editions;                 /* what a plain build writes: a set of EDITION_BITs (edition.h) */
    struct anchor_table *anchors;      /* made by book_prepare; see book_find_anchor */
    const struct index_entry *index;   /* made by book_prepare; NULL when nothing is marked */
    const struct listed *listed[LISTING_COUNT]; /* made by book_prepare; only those that a LISTING prints */
    size_t words, sheets, figures, tables;      /* counted by book_prepare */
};

void book_free(struct book *book);

/* Numbers chapters' notes, figures, tables, sheets and fields, gathers anchors, resolves links, writes
 * the words of links that write themselves, makes the index and the lists. Reports duplicate ids, unknown
 * targets, a second place for the index, a "see" that leads nowhere, an index or list without a line, and
 * characters that none of the fonts has (if `fonts` is not NULL). */
struct font_files;
void book_prepare(struct book *book, const struct font_files *fonts, struct diags *diags);

/* The anchor of an id; NULL when there is none. */
const struct anchor *book_find_anchor(const struct book *book, const char *id);

/* "A. One, B. Two"; NULL: nobody is named. From the arena. */
const char *book_authors(const struct book *book, struct arena *arena);

/* The words of spans as plain text, notes and index marks left out, blanks as "…", readings of ruby in
 * brackets. From the arena. */
const char *spans_text(struct arena *arena, const struct span *spans);

/* The reading of a ruby phrase: in brackets wherever it cannot stand above its words. */
bool span_is_reading(const struct span *span);

/* The first list in a block, its items (linked by next) and how many they are; NULL and 0 where it has none. */
const struct block *block_list(const struct block *block);
const struct block *block_items(const struct block *block);
size_t block_items_count(const struct block *block);

/* What the book calls a thing that has a number: "Chapter 2", "Worksheet 4", "Figure 6", "Table 3",
 * "Part 1", in the book's language; for other blocks and chapters its title. From the arena. */
const char *book_label(const struct book *book, const struct anchor *anchor);

/* Calls `visit` for each block in reading order, parents before children, notes after a chapter's blocks. */
typedef void (*block_visit)(void *closure, const struct chapter *chapter, const struct block *block);
void book_each_block(const struct book *book, block_visit visit, void *closure);

/* The same for each span, parents before children. `block` is the one it stands in, NULL in a chapter's
 * title, which comes before the chapter's blocks. */
typedef void (*span_visit)(void *closure, const struct chapter *chapter, const struct block *block,
                           const struct span *span);
void book_each_span(const struct book *book, span_visit visit, void *closure);

/* The tree as text, one line a node, for `rekindle dump book` and the golden tests. */
void book_dump(const struct book *book, FILE *to);

#endif
