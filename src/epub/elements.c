/* elements: the kit in words. The table is made from the rows of elements.def. */
#include "epub/prompts.h"

#include <string.h>

void lines_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    space_lines(document, element_integer(block->element, "count"));
}

static bool any_done(const struct block *items)
{
    for (const struct block *item = items; item; item = item->next)
        if (item->task == TASK_DONE)
            return true;
    return false;
}

void checklist_prompt(struct document *document, const struct block *block)
{
    const struct block *items = block_items(block);
    const int empty = element_integer(block->element, "empty");
    ask(document, block);
    if (any_done(items)) {
        /* Ticked already: an example, not a question. */
        blocks_write(document, block->children);
        return;
    }
    if (items)
        space_word(document, WORD_TICK);
    items_write(document, "ul", block);
    if (empty)
        space(document,
              phrase(document->publication, WORD_ADD_OWN, decimal(document->publication, empty), NULL));
}

void yesno_prompt(struct document *document, const struct block *block)
{
    const char *outcome = element_text(block->element, "outcome");
    ask(document, block);
    space_word(document, element_flag(block->element, "unsure") ? WORD_ANSWER_UNSURE : WORD_ANSWER_YESNO);
    items_write(document, "ol", block);
    if (outcome && *outcome)
        markup_element(document->markup, "p", NULL, outcome);
}

void scale_prompt(struct document *document, const struct block *block)
{
    const struct element *element = block->element;
    ask(document, block);
    scale_words(document, (struct scale_words){element_integer(element, "from"), element_integer(element, "to"),
                                               element_text(element, "low"), element_text(element, "mid"),
                                               element_text(element, "high")});
}

void signature_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    const char **roles = pieces(document, block, "roles");
    space_word(document, element_flag(block->element, "date") ? WORD_SIGN : WORD_SIGNATURE);
    if (!*roles)
        return;
    items_open(document, "ul");
    for (; *roles; roles++)
        items_add_text(document, *roles);
    items_close(document);
}

void date_prompt(struct document *document, const struct block *block)
{
    if (block->spans)
        ask(document, block);
    space_word(document, WORD_DATE);
}

typedef void (*element_prompt)(struct document *document, const struct block *block);

static const element_prompt element_prompts[ELEMENT_COUNT] = {
#define ELEMENT(KIND, name, ...) [ELEMENT_##KIND] = name##_prompt,
#include "book/elements.def"
#undef ELEMENT
};

bool element_on_reader(const struct element *element)
{
    const char *edition = element_text(element, "edition");
    return strcmp(edition, "all") == 0 || strcmp(edition, "reader") == 0;
}

void element_write(struct document *document, const struct block *element)
{
    if (!element_on_reader(element->element))
        return;
    const int copies = element_integer(element->element, "copies");
    GPtrArray *outer = document->gaps;
    document->gaps = NULL; /* the hints of blanks stand in the text */
    element_prompts[element->element->rule->kind](document, element);
    if (copies > 1 && !element_has_own(element->element->rule, "copies"))
        space(document, phrase(document->publication, WORD_TIMES, decimal(document->publication, copies), NULL));
    document->gaps = outer;
}
