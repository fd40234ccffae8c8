/* labels: the words of an element: its list, its attributes, numbers beside items, and how wide they are.
 *
 * Used by layout/elements only. Points; what is made belongs to the setter's arena. */
#ifndef LAYOUT_ELEMENTS_LABELS_H
#define LAYOUT_ELEMENTS_LABELS_H

#include "layout/draw.h"
#include "layout/setter.h"

/* The words of a list's item. */
const struct span *item_spans(const struct block *item);

/* PROMPT, or FILL_IN when the words hold a gap to write in, which needs wider lines. */
enum role words_role(const struct span *spans);

/* The same words in semibold. */
const struct span *strong_spans(struct setter *setter, const struct span *spans, struct position at);
const struct span *strong_text(struct setter *setter, const char *text);

/* The width of the widest word, in semibold or not. */
double widest_word(struct setter *setter, const char *text, enum role role);

/* A text attribute, NULL also when it is there and says nothing. */
const char *given_text(const struct block *block, const char *name);

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



/* ---- the numbers of a list's items ---- */

int numbers_start(const struct block *block);
/* The room that numbers take, with the gap after them; numbers_width: 0 when the author did not number the list. */
double numbers_room(struct setter *setter, const struct block *block);
double numbers_width(struct setter *setter, const struct block *block);
/* Paints one at the right of its room, with the top of its line at y; nothing where there is no room. */
void number_paint(const struct canvas *on, int number, double x, double y, double room);

#endif
