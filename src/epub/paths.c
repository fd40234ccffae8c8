/* paths: rounds and ladders, as text. */
#include "epub/prompts.h"

/* "For each, write: about 2 lines". */
static void each_write(struct document *document, int lines)
{
    const struct publication *publication = document->publication;
    const char *room = words_get(publication->words, WORD_ONE_LINE);
    if (lines > 1)
        room = phrase(publication, WORD_ABOUT_LINES, decimal(publication, lines), NULL);
    space(document,
          arena_printf(document->arena, "%s %s", words_get(publication->words, WORD_FOR_EACH), room));
}

/* Its last point ends where the round began: "what it costs, and back to 1". */
static void points_write(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    items_open(document, "ol");
    for (const struct block *item = block_items(block); item; item = item->next) {
        markup_open(document->markup, "li");
        markup_attribute(document->markup, "id", item->id);
        item_words(document, item, true);
        if (!item->next)
            markup_text(document->markup,
                        arena_printf(document->arena, ", %s", phrase(publication, WORD_AND_BACK, "1", NULL)));
        markup_close(document->markup);
        markup_line(document->markup);
    }
    items_close(document);
}

/* A round, and the way out of it, which is one more thing to write. */
void cycle_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *out = element_text(block->element, "exit");
    const int loops = element_integer(block->element, "loops"), lines = 2;
    ask(document, block);
    points_write(document, block);
    each_write(document, lines);
    if (out && *out)
        starter_write(document, out);
    if (loops > 1)
        space(document, phrase(publication, WORD_TIMES, decimal(publication, loops), NULL));
}

/* Numbered from the lowest step, whatever number the list began with: print has them so. */
void ladder_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const int steps = element_integer(block->element, "steps");
    int named = 0;
    ask(document, block);
    space(document, phrase(publication, WORD_LADDER, decimal(publication, steps), NULL));
    if (block_items(block)) {
        items_open(document, "ol");
        for (const struct block *item = block_items(block); item; item = item->next, named++)
            items_add(document, item);
        items_close(document);
    }
    if (named && named < steps)
        space(document, phrase(publication, WORD_ADD_OWN, decimal(publication, steps - named), NULL));
    each_write(document, element_integer(block->element, "lines"));
    if (element_flag(block->element, "mark"))
        space_word(document, WORD_TICK);
}
