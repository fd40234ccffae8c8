/* maps: timelines, hills, boxes between axes, plots, thermometers and mind maps, as text. */
#include "epub/prompts.h"

/* Millimetres that a written line takes. */
static const double line_height = 8;

/* A small heading: the words of an item of the element's list, as far as print shows them. */
static void head_write(struct document *document, const struct block *item)
{
    const struct block *words = item->children;
    while (words && words->kind != BLOCK_PARAGRAPH)
        words = words->next;
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "head");
    markup_attribute(document->markup, "id", item->id);
    spans_write(document, words ? words->spans : NULL);
    markup_close(document->markup);
}

static const char *either(const char *words, const char *otherwise)
{
    return words && *words ? words : otherwise;
}

void timeline_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *above = element_text(block->element, "above"), *below = element_text(block->element, "below");
    const char *second = element_text(block->element, "second");
    const char *start = element_text(block->element, "start"), *end = element_text(block->element, "end");
    ask(document, block);
    if (start && end)
        markup_element(document->markup, "p", "help",
                       arena_printf(document->arena, "%s \u2013 %s", start, end));
    else if (start || end)
        markup_element(document->markup, "p", "help", start ? start : end);
    space(document, phrase(publication, WORD_TIMELINE,
                           decimal(publication, element_integer(block->element, "ticks")), NULL));
    items_open(document, "ul");
    items_add_text(document, words_get(publication->words, WORD_DATE));
    items_add_text(document, arena_printf(document->arena, "%s / %s",
                                          either(above, words_get(publication->words, WORD_ABOVE_LINE)),
                                          either(below, words_get(publication->words, WORD_BELOW_LINE))));
    if (second && *second)
        items_add_text(document, second);
    items_close(document);
}

void hills_prompt(struct document *document, const struct block *block)
{
    const char **labels = pieces(document, block, "labels");
    ask(document, block);
    for (const struct block *item = block_items(block); item; item = item->next) {
        head_write(document, item);
        if (!*labels) {
            space_lines(document, element_integer(block->element, "slots"));
            continue;
        }
        items_open(document, "ul");
        for (const char **label = labels; *label; label++)
            items_add_text(document, *label);
        items_close(document);
    }
}

/* Four headings: the titles, or what two axes have in common. */
void quadrant_prompt(struct document *document, const struct block *block)
{
    const char *ends[2][2] = {
        {element_text(block->element, "left"), element_text(block->element, "right")},
        {element_text(block->element, "top"), element_text(block->element, "bottom")},
    };
    const int lines = (int)(element_number(block->element, "height") / 2 / line_height);
    const struct block *item = block_items(block);
    ask(document, block);
    for (int box = 0; box < 4; box++) {
        const char *across = ends[0][box % 2], *up = ends[1][box / 2];
        if (item)
            head_write(document, item);
        const char *both =
            across && up ? arena_printf(document->arena, "%s, %s", across, up) : either(across, up);
        if (both)
            markup_element(document->markup, "p", item ? "help" : "head", both);
        space_lines(document, lines);
        item = item ? item->next : NULL;
    }
}

/* "across: a number from 0 (calm) to 10 (lively)" */
static void axis_write(struct document *document, enum word axis, const char *low, const char *high)
{
    const struct publication *publication = document->publication;
    const char *numbers;
    if (low && high)
        numbers = phrase(publication, WORD_NUMBER_FROM, "0", low, "10", high, NULL);
    else
        numbers = phrase(publication, WORD_NUMBER_PLAIN, "0", "10", NULL);
    const char *end = !low != !high ? arena_printf(document->arena, " (%s%s%s)", low ? "0" : "10",
                                                   colon(publication), low ? low : high)
                                    : "";
    items_add_text(document, arena_printf(document->arena, "%s%s%s%s", words_get(publication->words, axis),
                                          colon(publication), numbers, end));
}

void plot_prompt(struct document *document, const struct block *block)
{
    ask(document, block);
    if (block_items(block)) {
        items_write(document, "ul", block);
        space_word(document, WORD_FOR_EACH);
    }
    items_open(document, "ul");
    axis_write(document, WORD_ACROSS, element_text(block->element, "left"),
               element_text(block->element, "right"));
    axis_write(document, WORD_UP, element_text(block->element, "bottom"),
               element_text(block->element, "top"));
    items_add_text(document, words_get(document->publication->words, WORD_ONE_LINE));
    items_close(document);
}

void thermometer_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char **marks = pieces(document, block, "marks");
    const char *numbers =
        phrase(publication, WORD_NUMBER_PLAIN, decimal(publication, element_integer(block->element, "from")),
               decimal(publication, element_integer(block->element, "to")), NULL);
    const int copies = element_integer(block->element, "copies");
    ask(document, block);
    space(document, numbers);
    if (*marks) {
        items_open(document, "ul");
        for (const char **mark = marks; *mark; mark++)
            items_add_text(document,
                           arena_printf(document->arena, "%s%s%s", *mark, colon(publication), numbers));
        items_close(document);
    }
    items_write(document, "ul", block);
    if (copies > 1)
        space(document, phrase(publication, WORD_TIMES, decimal(publication, copies), NULL));
}

void mindmap_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *center = element_text(block->element, "center");
    const char **bank = pieces(document, block, "bank");
    int blank = element_integer(block->element, "bubbles");
    for (const struct block *item = block_items(block); item; item = item->next)
        blank--;
    ask(document, block);
    if (center && *center)
        markup_element(document->markup, "p", "head", center);
    items_write(document, "ul", block);
    if (blank > 0)
        space(document, phrase(publication, WORD_ADD_OWN, decimal(publication, blank), NULL));
    if (element_flag(block->element, "number")) {
        space_word(document, WORD_FOR_EACH);
        items_open(document, "ul");
        items_add_text(document, phrase(publication, WORD_NUMBER_PLAIN, "0", "10", NULL));
        items_close(document);
    }
    if (*bank) {
        GString *words = g_string_new(NULL);
        for (const char **word = bank; *word; word++)
            g_string_append_printf(words, "%s%s", words->len ? ", " : "", *word);
        markup_element(document->markup, "p", "help", words->str);
        g_string_free(words, TRUE);
    }
}
