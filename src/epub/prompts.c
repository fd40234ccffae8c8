#include "epub/prompts.h"

#include <string.h>

/* "Example: soup · bread": somebody else's answer, its parts in a row. */
static void sample_write(struct document *document, const char *example)
{
    char **parts = g_strsplit(example, "|", -1);
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "sample");
    document_word_text(document, words_get(document->publication->words, WORD_EXAMPLE));
    markup_text(document->markup, colon(document->publication));
    markup_open(document->markup, "span");
    markup_attribute(document->markup, "class", "hand");
    for (char **part = parts; *part; part++) {
        markup_text(document->markup, part == parts ? "" : " · ");
        markup_text(document->markup, g_strstrip(*part));
    }
    markup_close(document->markup);
    markup_close(document->markup);
    g_strfreev(parts);
}

void ask(struct document *document, const struct block *block)
{
    const char *example = element_text(block->element, "example"), *label = element_text(block->element, "label");
    const char *help = element_text(block->element, "help");
    if (block->spans) {
        markup_open(document->markup, "p");
        markup_attribute(document->markup, "class", "ask");
        spans_write(document, block->spans);
        markup_close(document->markup);
    } else if (label && *label) {
        markup_element(document->markup, "p", "ask", label);
    }
    if (help)
        markup_element(document->markup, "p", "help", help);
    if (example && *example)
        sample_write(document, example);
    if (element_flag(block->element, "private"))
        space_word(document, WORD_PRIVATE);
}

void space(struct document *document, const char *text)
{
    document_word(document, "p", "space", text);
    markup_line(document->markup);
}

void space_word(struct document *document, enum word word)
{
    space(document, words_get(document->publication->words, word));
}

void space_lines(struct document *document, int lines)
{
    if (lines <= 1)
        space_word(document, WORD_ONE_LINE);
    else
        space(document,
              phrase(document->publication, WORD_ABOUT_LINES, decimal(document->publication, lines), NULL));
}

void items_open(struct document *document, const char *list)
{
    markup_open(document->markup, list);
}

void items_add(struct document *document, const struct block *item)
{
    markup_open(document->markup, "li");
    markup_attribute(document->markup, "id", item->id);
    item_words(document, item, true);
    markup_close(document->markup);
    markup_line(document->markup);
}

void items_add_text(struct document *document, const char *text)
{
    markup_element(document->markup, "li", NULL, text);
}

void items_close(struct document *document)
{
    markup_close(document->markup);
}

int items_start(const struct block *block)
{
    const struct block *list = block_list(block);
    return list && list->list && list->list->ordered ? list->list->start : 1;
}

void items_write(struct document *document, const char *list, const struct block *block)
{
    const struct block *items = block_items(block);
    if (!items)
        return;
    items_open(document, list);
    if (strcmp(list, "ol") == 0 && items_start(block) != 1)
        markup_attribute(document->markup, "start", decimal(document->publication, items_start(block)));
    for (const struct block *item = items; item; item = item->next)
        items_add(document, item);
    items_close(document);
}

const char **pieces(struct document *document, const struct block *block, const char *attribute)
{
    const char *text = element_text(block->element, attribute);
    char **split = g_strsplit(text ? text : "", ",", -1);
    const char **kept = ARENA_ARRAY(document->arena, const char *, g_strv_length(split) + 1);
    size_t count = 0;
    for (char **piece = split; *piece; piece++)
        if (*g_strstrip(*piece))
            kept[count++] = arena_string(document->arena, *piece);
    g_strfreev(split);
    return kept;
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
