/* prompts: what the elements' functions have in common.
 *
 * Each asks for its element in words: the prompt, how much to write, and what print draws as text. The
 * element stands in a list item or a <div> already. Nothing is returned. */
#ifndef EPUB_PROMPTS_H
#define EPUB_PROMPTS_H

#include "epub/blocks.h"

/* The element's own words: prompt, hint and that it is private. */
void ask(struct document *document, const struct block *block);

/* A small line: how much, or what to do. A word of the program without texts to fill in, or any text. */
void space(struct document *document, const char *text);
void space_word(struct document *document, enum word word);
void space_lines(struct document *document, int lines); /* "about 6 lines" */

/* "Dear [...]": words, or NULL, that start what is to be written. */
void starter_write(struct document *document, const char *words);

/* <ul> or <ol>; items with the same words as their blocks, or plain texts. The caller closes. */
void items_open(struct document *document, const char *list);
void items_add(struct document *document, const struct block *item);
void items_add_text(struct document *document, const char *text);
void items_close(struct document *document);

int items_start(const struct block *block); /* the number of the first item of the element's list */
void items_write(struct document *document, const char *list, const struct block *block);

/* A text attribute split at its commas, without empty pieces; ends in NULL; from the arena. */
const char **pieces(struct document *document, const struct block *block, const char *attribute);

/* A text attribute's parts between bars as a list, or the one it has as a line. */
void parts_write(struct document *document, const struct block *block, const char *attribute);

/* What to write for a scale: "a number from 1 (low) to 10 (high)". Words may be NULL. */
struct scale_words {
    int from, to;
    const char *low, *mid, *high;
};
void scale_words(struct document *document, struct scale_words scale);

/* NAME_prompt of every element. */
#define ELEMENT(KIND, name, ...) void name##_prompt(struct document *document, const struct block *block);
#include "book/elements.def"
#undef ELEMENT

#endif
