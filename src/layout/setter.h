/* setter: the typesetter. Spans go in, set lines come out, and are painted onto pages.
 *
 * There is one for the whole program: chapters, notes, tables, labels of worksheets and the cover are
 * all set here. Points. Everything made belongs to the setter's arena. */
#ifndef LAYOUT_SETTER_H
#define LAYOUT_SETTER_H

#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "book/book.h"
#include "book/words.h"
#include "layout/face.h"
#include "layout/hyphen.h"
#include "layout/linebreak.h"
#include "layout/page.h"

struct setter {
    struct arena *arena;
    const struct book *book;
    const struct style *style;
    const struct words *words;
    struct faces *faces;
    struct hyphenation *hyphenation; /* NULL: none */
    const char *lang;              /* of what is being set, where it is not the book's; else NULL */
    const char *sheet;             /* title of the worksheet that is being set, or NULL: what a blank without a prompt is for */
    GHashTable *called;            /* footnotes that a page has already */
    const struct page_map *map;    /* of the pass before, for page numbers in references; NULL in the first */
    bool told;                     /* that the lines being set are too narrow: word-long and line-overfull are not said */
    bool map_asked;                /* set when something that was set depends on the map */
    const struct page_tag *tag;    /* what is set now belongs to it (tag.h); NULL: to nothing */
    unsigned tag_count;            /* made so far */
    int heading;                   /* the level of headings in force: the chapter's, or the worksheet's */
    int again;                     /* > 0 while what is painted stands on a page before already: a table's head */
    int aside;                     /* > 0 while what is painted is out of the text's order: it begins no page */
    struct diags *diags;
};

struct setting; /* set lines */

/* A width for what stands on one line. It gets no more room than it takes, or right-to-left text, which begins at
 * the right, would begin there. */
#define NO_LIMIT 1e5

/* Sets spans, or plain text, in a role within a width. ALIGN_DEFAULT is the role's own, ALIGN_LEFT where a line
 * starts: right-to-left text at the right. Never NULL; nothing is painted. A word wider than the measure is divided
 * anywhere and reported (word-long); where that cannot be, it sticks out (line-overfull). */
struct setting *set_spans(struct setter *setter, const struct span *spans, enum role role, double width,
                          enum align align);
struct setting *set_text(struct setter *setter, const char *text, enum role role, double width, enum align align);
struct setting *set_paragraph(struct setter *setter, const struct span *spans, enum role role, double width,
                              enum align align, const struct indents *indents);

/* The same in up to three ways: the best first, then with a line less and a line more where that looks well.
 * `cost`: how much worse than the best each looks, in bad lines. */
struct settings {
    struct setting *way[3];
    double cost[3];
    size_t count;
};
struct settings set_ways(struct setter *setter, const struct span *spans, enum role role, double width, enum align align,
                         const struct indents *indents);

double setting_height(const struct setting *setting); /* lines x leading */
double setting_width(const struct setting *setting);  /* of the widest line */
size_t setting_lines(const struct setting *setting);
double setting_leading(const struct setting *setting);
/* Says where in the book its first word is, where that cannot be known from its spans. */
void setting_begin_at(struct setting *setting, const char *source);
/* Its text goes on in another setting of the same tag: for whoever listens there is a space between. */
void setting_end_in_space(struct setting *setting);
/* The tag that was in force when it was set. */
const struct page_tag *setting_tag(const struct setting *setting);
bool setting_line_hyphenated(const struct setting *setting, size_t line);

/* From the top of a line to its baseline. */
double role_baseline(const struct style *style, enum role role);

/* The footnotes called in a line, in order. */
const struct block *const *setting_notes(const struct setting *setting, size_t line, size_t *count);

/* Paints all lines, or one, with the top left of what is painted at x, y: text, rules of blanks, links, fields. */
void setting_paint(struct setter *setter, struct page *page, const struct setting *setting, double x, double y);
void setting_paint_line(struct setter *setter, struct page *page, const struct setting *setting, size_t line,
                        double x, double y);

/* A height in whole lines of the grid. */
double whole_lines(const struct setter *setter, double height);

/* The width of a text on one line. */
double text_width(struct setter *setter, const char *text, enum role role);

/* The text, or as many of its words (or of the first one's letters) as are not wider, and an ellipsis. */
const char *text_fitted(struct setter *setter, const char *text, enum role role, double width);

/* The least width at which no word of the spans sticks out, divided with hyphens or whole. */
double spans_least_width(struct setter *setter, const struct span *spans, enum role role, bool hyphenate);

/* The same text painted at once, on one line: `align` says whether x is its left, centre or right. y is the baseline. */
void paint_text(struct setter *setter, struct page *page, const char *text, enum role role, double x, double y,
                enum align align);

#endif
