/* elements: the kit in words. The table is made from the rows of elements.def. */
#include "epub/prompts.h"

#include <string.h>

/* "Example: soup · bread": somebody else's answer, its parts in a row. */
static void sample_write(struct document *document, const char *example)
{
    char **parts = g_strsplit(example, "|", -1);
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "sample");
    markup_text(document->markup, words_get(document->publication->words, WORD_EXAMPLE));
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
    const char *example = element_text(block->element, "example");
    const char *help = element_text(block->element, "help");
    if (block->spans) {
        markup_open(document->markup, "p");
        markup_attribute(document->markup, "class", "ask");
        spans_write(document, block->spans);
        markup_close(document->markup);
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
    markup_element(document->markup, "p", "space", text);
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

static const struct block *list_of(const struct block *block)
{
    const struct block *list = block->children;
    while (list && list->kind != BLOCK_LIST)
        list = list->next;
    return list;
}

const struct block *items_of(const struct block *block)
{
    const struct block *list = list_of(block);
    return list ? list->children : NULL;
}

int items_start(const struct block *block)
{
    const struct block *list = list_of(block);
    return list && list->list && list->list->ordered ? list->list->start : 1;
}

void items_write(struct document *document, const char *list, const struct block *block)
{
    const struct block *items = items_of(block);
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
    const struct block *items = items_of(block);
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
