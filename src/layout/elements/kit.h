/* kit: what the elements of the worksheet kit share: prompts, list items, fields, heights.
 *
 * Used by layout/elements only. Points; everything made belongs to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_KIT_H
#define LAYOUT_ELEMENTS_KIT_H

#include "layout/draw.h"
#include "layout/element.h"
#include "layout/setter.h"

/* NAME_measure and NAME_draw of every element. */
#define ELEMENT(KIND, name, ...)                                                                             \
    struct extent name##_measure(struct setter *setter, const struct block *block, double width);            \
    void name##_draw(const struct canvas *canvas, const struct block *block);
#include "book/elements.def"
#undef ELEMENT

/* The ticks `first` to `last` of a timeline, counted from 1: the whole line, or the half of one that goes on on the
 * facing page. Where it neither begins nor ends, its lines run to the canvas's edge. Given the same block,
 * y, width and height, both halves have their lines at the same heights: the first one's prompt is left
 * free on the second too. */
void timeline_draw_part(const struct canvas *canvas, const struct block *block, int first_tick, int last_tick,
                        bool begins, bool ends);

/* ---- the prompt above a blank ---- */

double prompt_measure(struct setter *setter, const struct block *block, double width);

/* Paints it; returns the canvas that is left below. */
struct canvas prompt_draw(const struct canvas *canvas, const struct block *block);

/* Whether an element shows a sample of an answer in its own place, not above it. */
bool element_shows_example(enum element_kind kind);

/* ---- heights ---- */

/* An extent from the heights of what is below the prompt. `fills`: the element can grow, and does when
 * the author says `fill`; `min` counts then. */
struct extent extent_make(struct setter *setter, const struct block *block, double width, double least,
                          double natural, bool fills);

/* How loose an element of these heights stands in `height`: 0 at its least, 1 at natural or more. */
double looseness(double height, double least, double natural);

/* Shares `height` out over rows: between least and natural in proportion, beyond that the same to each. */
void share_height(const struct extent *rows, size_t count, double height, double *heights);

/* Shares `width` out by weight, no column below its least as long as there is room. */
void share_width(double width, size_t count, const double *weights, const double *least, double *widths);

/* ---- words ---- */

/* The list of a container, and its items (linked by next). NULL when it has none. */
const struct block *items_list(const struct block *block);
const struct block *items_first(const struct block *block);
size_t items_count(const struct block *block);
const struct span *item_spans(const struct block *item);

/* PROMPT, or FILL_IN when the words hold a gap to write in, which needs wider lines. */
enum role words_role(const struct span *spans);

/* The same words in semibold. */
const struct span *strong_spans(struct setter *setter, const struct span *spans, struct position at);
const struct span *strong_text(struct setter *setter, const char *text);

/* The width of the widest word, in semibold or not. */
double widest_word(struct setter *setter, const char *text, enum role role);

/* "morning, middle , evening" split at commas and trimmed; empty parts left out. */
const char **split_list(struct setter *setter, const char *text, size_t *count);

/* Words of the author's that are no spans, with the place that a diagnostic names. NULL when there are none. */
const struct span *words_spans(struct setter *setter, const char *text, struct position at);
const struct span *attribute_spans(struct setter *setter, const struct block *block, const char *name);

/* The same set; NULL when there are none. And the height of words that may be none: 0. */
const struct setting *attribute_set(struct setter *setter, const struct block *block, const char *name,
                                    enum role role, double width, enum align align);
double set_height(const struct setting *setting);

/* A width for labels: as wide as the widest of them, up to `most`, but no narrower than a word. */
double label_width(struct setter *setter, const char *const *texts, size_t count, enum role role, double most);
/* "a | b | c" split at its bars and trimmed. Empty parts stay, for a part's place says what it is for; a text of
 * nothing but space has none. */
const char **split_bars(struct setter *setter, const char *text, size_t *count);

/* The name of a weekday, 0 the first one of the week that starts on `start` ("monday", "sunday"). */
const char *weekday_name(struct setter *setter, const char *start, int day);
/* Its first two letters, for narrow columns. */
const char *weekday_short(struct setter *setter, const char *name);

/* Paints set words centred on y. */
void paint_centred(const struct canvas *on, const struct setting *setting, double x, double y);

/* ---- fields ---- */

/* The fields of one element, named in the order they are added. */
struct blanks {
    const struct canvas *on;
    const struct block *block;
    int count;
};

/* The element's one field, which has the element's own name. `leading` for FIELD_LINES; `part` as below, or
 * NULL. */
void blank_only(const struct canvas *on, const struct block *block, enum field_kind kind, struct area area,
                double leading, const char *part);

/* The next of several; `part` says which: it follows the element's prompt. */
void blank_next(struct blanks *blanks, enum field_kind kind, struct area area, const char *part);

/* The same for ruled lines: what is typed stands on them. */
void blank_ruled(struct blanks *blanks, struct area area, double spacing, const char *part);

/* FIELD_LINE, or FIELD_LINES when there is room for two lines. */
void blank_writing(struct blanks *blanks, struct area area, const char *part);

/* One choice of a group. Choices share the number that blank_group counted last (0: the element's own name).
 */
void blank_group(struct blanks *blanks);
void blank_choice(struct blanks *blanks, struct area area, const char *part, const char *value);

/* ---- the numbers of a list's items ---- */

int numbers_start(const struct block *block);
/* The room that numbers take, with the gap after them; numbers_width: 0 when the author did not number the list. */
double numbers_room(struct setter *setter, const struct block *block);
double numbers_width(struct setter *setter, const struct block *block);
/* Paints one at the right of its room, with the top of its line at y; nothing where there is no room. */
void number_paint(const struct canvas *on, int number, double x, double y, double room);

/* ---- examples ---- */

/* True for the kinds that print their `example` themselves, as their first row. */
bool element_shows_example(enum element_kind kind);

/* ---- check boxes with words, shared by checklist and week ---- */

struct ticks {
    const struct block *block;
    int columns, empty; /* empty: rows to fill in, after the list's */
    double width;
    double loose;   /* 0 to 1: space between rows */
    double spacing; /* from row to row of one line; 0: the kit's own */
};

double ticks_height(struct setter *setter, const struct ticks *ticks);
void ticks_draw(struct blanks *blanks, const struct ticks *ticks, double x, double y);

/* ---- surfaces to write on, shared by columns, sort, proscons, letter, journal and strips ---- */

/* A text attribute, NULL also when it is there and says nothing. */
const char *given_text(const struct block *block, const char *name);

/* An element's own words as spans, which say where they stand when they do not fit. NULL for NULL. */
const struct span *own_spans(struct setter *setter, const struct block *block, const char *text);

/* Ruled lines with one field, the first rule `spacing` below y. */
void ruled_draw(struct blanks *blanks, double x, double y, double width, int count, double spacing,
                const char *part);

/* A tinted band with a head in semibold; `words` may be NULL. */
const struct setting *band_set(struct setter *setter, const struct span *spans, double width);
const struct setting *band_given(struct setter *setter, const struct block *block, const char *name,
                                 double width); /* of a text attribute; NULL as there */
double band_height(const struct setting *words); /* 0 without words */
void band_draw(const struct canvas *on, const struct setting *words, struct area area);

/* A box whose title stands in the rule at its top edge; `title` NULL: a plain box. */
const struct setting *box_title_set(struct setter *setter, const struct block *block, const char *name,
                                   double width); /* of a text attribute; NULL without one */
double box_title_height(const struct setting *title); /* what the title adds to the height of the box */
/* Draws box and title over the whole area; returns the box, without what the title takes at its top. */
struct area titled_box_draw(const struct canvas *on, const struct setting *title, struct area area, bool tinted);

/* Words with a rule behind them, to be gone on with: "From ____". Where that would leave less than `least`, the
 * rule stands on a line of its own. */
struct starter {
    const struct setting *words; /* or NULL */
    double left, top;            /* of the blank, from the starter's own */
    double height;
};

struct starter starter_make(struct setter *setter, const struct block *block, const char *text, double width,
                            double least);
void starter_draw(struct blanks *blanks, const struct starter *starter, double x, double y, double width,
                  const char *part);

#endif
