/* surfaces: boxes, columns, letters and the like, which are room to write, as words. */
#include "epub/prompts.h"

#include <string.h>

static const char *given(const struct block *block, const char *attribute)
{
    const char *text = element_text(block->element, attribute);
    return text && *text ? text : NULL;
}

static void head(struct document *document, const char *text)
{
    if (text)
        markup_element(document->markup, "p", "head", text);
}

/* A strip below the rest, where the author gave it a head. */
static void strip(struct document *document, const struct block *block)
{
    const char *text = given(block, "strip");
    if (!text)
        return;
    head(document, text);
    space_lines(document, element_integer(block->element, "strip-lines"));
}

/* How much a box of a height in millimetres holds. */
static void space_box(struct document *document, double height, bool fill)
{
    const double line = 8, drawing = 30;
    if (fill || height >= drawing)
        space_word(document, WORD_FREE_SPACE);
    else
        space_lines(document, (int)(height / line));
}

void dots_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    space_word(document, WORD_SKETCH);
}

void box_prompt(struct document *document, const struct block *block)
{
    head(document, given(block, "title"));
    ask(document, block);
    space_box(document, element_number(block->element, "height"), element_flag(block->element, "fill"));
}

void columns_prompt(struct document *document, const struct block *block)
{
    static const char *const sides[] = {"left", "right"};
    ask(document, block);
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        head(document, given(block, sides[i]));
        space_lines(document, element_integer(block->element, "lines"));
    }
    strip(document, block);
}

void sort_prompt(struct document *document, const struct block *block)
{
    const char **bank = pieces(document, block, "bank");
    GString *words = g_string_new(NULL);
    for (const char **word = bank; *word; word++)
        g_string_append_printf(words, "%s%s", word == bank ? "" : " · ", *word);
    ask(document, block);
    if (words->len)
        markup_element(document->markup, "p", "help", words->str);
    g_string_free(words, TRUE);
    space_word(document, WORD_SORT);
    items_write(document, "ul", block);
}

void proscons_prompt(struct document *document, const struct block *block)
{
    static const char *const sides[] = {"left", "right"};
    const struct publication *publication = document->publication;
    ask(document, block);
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
        head(document, given(block, sides[i]));
        space_lines(document, element_integer(block->element, "rows"));
    }
    if (element_flag(block->element, "weight")) {
        space_word(document, WORD_FOR_EACH);
        items_open(document, "ul");
        items_add_text(document, phrase(publication, WORD_NUMBER_PLAIN, decimal(publication, 1),
                                        decimal(publication, 3), NULL));
        items_close(document);
    }
    strip(document, block);
}

void letter_prompt(struct document *document, const struct block *block)
{
    const struct words *words = document->publication->words;
    const char *salutation = element_text(block->element, "salutation");
    const char *close = element_text(block->element, "close");
    ask(document, block);
    if (element_flag(block->element, "unsent"))
        head(document, words_get(words, WORD_UNSENT));
    space_word(document, WORD_BY_HAND);
    starter_write(document, salutation ? given(block, "salutation") : words_get(words, WORD_DEAR));
    starter_write(document, NULL); /* the letter itself */
    starter_write(document, close ? given(block, "close") : words_get(words, WORD_FROM));
    space_word(document, WORD_DATE);
}

/* "Today: better, same, worse": the label, or that one is to be chosen, and the words. */
static void choices(struct document *document, const struct block *block)
{
    const char *text = given(block, "circle"), *colon = text ? strchr(text, ':') : NULL;
    if (!text)
        return;
    if (colon)
        space(document, arena_substring(document->arena, text, (size_t)(colon - text) + 1));
    else
        space_word(document, WORD_CHOOSE);
    char **words = g_strsplit(colon ? colon + 1 : text, ",", -1);
    items_open(document, "ul");
    for (char **word = words; *word; word++)
        if (*g_strstrip(*word))
            items_add_text(document, *word);
    items_close(document);
    g_strfreev(words);
}

void journal_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    ask(document, block);
    if (element_flag(block->element, "date"))
        space_word(document, WORD_DATE);
    if (element_flag(block->element, "mood"))
        space(document, arena_printf(document->arena, "%s%s%s", words_get(publication->words, WORD_MOOD),
                                     colon(publication),
                                     phrase(publication, WORD_NUMBER_PLAIN, decimal(publication, 1),
                                            decimal(publication, 5), NULL)));
    space_lines(document, element_integer(block->element, "lines"));
    if (given(block, "kind")) {
        head(document, given(block, "kind"));
        space_word(document, WORD_ONE_LINE);
    }
    choices(document, block);
}

void strips_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *final = given(block, "final");
    const int lines = element_integer(block->element, "lines");
    ask(document, block);
    items_write(document, "ol", block);
    space_word(document, WORD_FOR_EACH);
    items_open(document, "ul");
    items_add_text(document, lines > 1
                                 ? phrase(publication, WORD_ABOUT_LINES, decimal(publication, lines), NULL)
                                 : words_get(publication->words, WORD_ONE_LINE));
    items_close(document);
    if (final) {
        head(document, final);
        space_box(document, element_number(block->element, "height"), element_flag(block->element, "fill"));
    }
    if (element_flag(block->element, "count"))
        space_word(document, WORD_NUMBER_OF_WORDS);
}
