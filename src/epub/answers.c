/* answers: statements on a scale, agreements, lists of people and calendars, in words. */
#include "epub/prompts.h"

#include <string.h>

/* ---- what several have in common ---- */

/* An attribute's parts between bars as a list; one part is a line by itself. */
void parts_write(struct document *document, const struct block *block, const char *attribute)
{
    const char *text = element_text(block->element, attribute);
    char **parts = g_strsplit(text ? text : "", "|", -1);
    const bool list = g_strv_length(parts) > 1;
    if (list)
        items_open(document, "ul");
    for (char **part = parts; *part; part++) {
        if (!*g_strstrip(*part))
            continue;
        if (list)
            items_add_text(document, *part);
        else
            markup_element(document->markup, "p", "help", *part);
    }
    if (list)
        items_close(document);
    g_strfreev(parts);
}

void scale_words(struct document *document, struct scale_words scale)
{
    const struct publication *publication = document->publication;
    const char *low = scale.low && *scale.low ? scale.low : NULL,
               *high = scale.high && *scale.high ? scale.high : NULL;
    const char *from = decimal(publication, scale.from), *to = decimal(publication, scale.to);
    const int middle = (scale.from + scale.to) / 2;
    space(document, low && high ? phrase(publication, WORD_NUMBER_FROM, from, low, to, high, NULL)
                                : phrase(publication, WORD_NUMBER_PLAIN, from, to, NULL));
    if (!low != !high)
        markup_element(
            document->markup, "p", "help",
            arena_printf(document->arena, "%s%s%s", low ? from : to, colon(publication), low ? low : high));
    if (!scale.mid || !*scale.mid)
        return;
    /* An even number of circles has two in its middle. */
    const char *number = (scale.from + scale.to) % 2
                             ? arena_printf(document->arena, "%d–%d", middle, middle + 1)
                             : decimal(publication, middle);
    markup_element(document->markup, "p", "help",
                   arena_printf(document->arena, "%s%s%s", number, colon(publication), scale.mid));
}

/* ---- the elements ---- */

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
        markup_text(document->markup, words_get(publication->words, WORD_REVIEW));
        markup_text(document->markup, " ");
        markup_element(document->markup, "span", "gap", "[…]");
        markup_close(document->markup);
    }
    if (note && *note)
        markup_element(document->markup, "p", "help", note);
    if (element_integer(element, "people"))
        space_word(document, WORD_SIGN);
}

void contacts_prompt(struct document *document, const struct block *block)
{
    table_prompt(document, block);
    if (element_flag(block->element, "private"))
        space_word(document, WORD_KEEP_PRIVATE);
}

/* A calendar is not copied into a notebook. */
void month_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    space_word(document, WORD_OWN_CALENDAR);
    parts_write(document, block, "key");
}
