/* paths: rounds and ladders, as text. */
#include "epub/prompts.h"

/* A round ends where it began: "and back to 1". The way out of it is one more thing to write. */
void cycle_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *exit = element_text(block->element, "exit");
    const int loops = element_integer(block->element, "loops"), lines = 2, first = items_start(block);
    ask(document, block);
    space_word(document, WORD_FOR_EACH);
    space_lines(document, lines);
    items_write(document, "ol", block);
    space(document, phrase(publication, WORD_AND_BACK, decimal(publication, first), NULL));
    if (exit && *exit) {
        markup_element(document->markup, "p", "card", exit);
        space_lines(document, 1);
    }
    if (loops > 1)
        space(document, phrase(publication, WORD_TIMES, decimal(publication, loops), NULL));
}

/* Numbered from the lowest step, whatever number the list began with: print has them so. */
void ladder_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const int steps = element_integer(block->element, "steps"),
              lines = element_integer(block->element, "lines");
    int named = 0;
    ask(document, block);
    space(document, phrase(publication, WORD_LADDER, decimal(publication, steps), NULL));
    if (items_of(block)) {
        items_open(document, "ol");
        for (const struct block *item = items_of(block); item; item = item->next, named++)
            items_add(document, item);
        items_close(document);
    }
    if (named && named < steps)
        space(document, phrase(publication, WORD_ADD_OWN, decimal(publication, steps - named), NULL));
    space_lines(document, lines);
    if (element_flag(block->element, "mark"))
        space_word(document, WORD_TICK);
}
