/* answers: statements on a scale, agreements, lists of people and calendars, in words. */
#include "epub/prompts.h"

#include <string.h>

static const char *named(struct document *document, const struct block *block, const char *attribute,
                         enum word word)
{
    const char *name = element_text(block->element, attribute);
    return name && *name ? name : words_get(document->publication->words, word);
}

/* The scale is said once; two people write two numbers for each statement. */
void battery_prompt(struct document *document, const struct block *block)
{
    const struct element *element = block->element;
    ask(document, block);
    scale_words(document, (struct scale_words){element_integer(element, "from"),
                                               element_integer(element, "to"), element_text(element, "low"),
                                               element_text(element, "mid"), element_text(element, "high")});
    items_write(document, "ol", block);
    if (g_strcmp0(element_text(element, "who"), "two") != 0)
        return;
    space_word(document, WORD_FOR_EACH);
    items_open(document, "ul");
    items_add_text(document, named(document, block, "me", WORD_ME));
    items_add_text(document, named(document, block, "you", WORD_YOU));
    items_close(document);
}

void agreement_prompt(struct document *document, const struct block *block)
{
    const struct element *element = block->element;
    const struct publication *publication = document->publication;
    const int lines = element_integer(element, "lines");
    const char *note = element_text(element, "note");
    ask(document, block);
    if (lines)
        space(document, arena_printf(document->arena, "%s %s", words_get(publication->words, WORD_FOR_EACH),
                                     lines > 1 ? phrase(publication, WORD_ABOUT_LINES,
                                                        decimal(publication, lines), NULL)
                                               : words_get(publication->words, WORD_ONE_LINE)));
    items_write(document, "ol", block);
    if (element_flag(element, "review")) {
        markup_open(document->markup, "p");
        document_word_text(document, words_get(publication->words, WORD_REVIEW));
        markup_text(document->markup, " ");
        markup_element(document->markup, "span", "gap", "[…]");
        markup_close(document->markup);
    }
    if (note && *note)
        markup_element(document->markup, "p", "help", note);
    if (element_integer(element, "people"))
        space_word(document, WORD_SIGN);
}

/* A calendar is not copied into a notebook. */
void month_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    space_word(document, WORD_OWN_CALENDAR);
    parts_write(document, block, "key");
}
