/* diagrams: wheels, circles, cards and trees, as text. */
#include "epub/prompts.h"

#include <string.h>

void radar_prompt(struct document *document, const struct block *block)
{
    const char *rings = decimal(document->publication, element_integer(block->element, "rings"));
    ask(document, block);
    items_write(document, "ul", block);
    space(document, phrase(document->publication, WORD_WHEEL, rings, NULL));
}

/* The group that an item counts for, NULL when it is none of the list's. */
static const char *group_of(const struct block *item, const char **groups)
{
    for (; item->group && *groups; groups++)
        if (strcmp(item->group, *groups) == 0)
            return *groups;
    return NULL;
}

/* The statements that count for a group (NULL: for none); how many. */
static int group_write(struct document *document, const struct block *items, const char **groups,
                       const char *group)
{
    int count = 0;
    for (const struct block *item = items; item; item = item->next) {
        if (group_of(item, groups) != group)
            continue;
        if (count++ == 0) {
            if (group)
                markup_element(document->markup, "p", "head", group);
            items_open(document, "ul");
        }
        items_add(document, item);
    }
    if (count)
        items_close(document);
    return count;
}

/* Beside what to count stands how: ticks, or numbers that are added up. */
static void total_write(struct document *document, bool rated, const char *group, int count)
{
    const struct publication *publication = document->publication;
    const char *most = decimal(publication, count * INVENTORY_SCALE);
    if (group && !rated)
        space(document, phrase(publication, WORD_COUNT_TICKS, group, decimal(publication, count), NULL));
    else
        space(document, arena_printf(document->arena, "%s%s%s (%d–%s)", words_get(publication->words, WORD_TOTAL),
                                     group ? colon(publication) : "", group ? group : "", rated ? count : 0,
                                     rated ? most : decimal(publication, count)));
}

/* Statements by group, so that each can be counted where it stands. */
void inventory_prompt(struct document *document, const struct block *block)
{
    const struct element *element = block->element;
    const struct block *items = block_items(block);
    const char **groups = pieces(document, block, "groups"), *bands = element_text(element, "bands");
    const bool rated = g_strcmp0(element_text(element, "mode"), "scale") == 0;
    ask(document, block);
    if (rated)
        scale_words(document, (struct scale_words){1, INVENTORY_SCALE, element_text(element, "low"), NULL,
                                                   element_text(element, "high")});
    else
        space_word(document, WORD_TICK);
    const int alone = group_write(document, items, groups, NULL);
    if (!*groups && (rated || bands))
        total_write(document, rated, NULL, alone);
    for (const char **group = groups; *group; group++) {
        const int count = group_write(document, items, groups, *group);
        if (count)
            total_write(document, rated, *group, count);
    }
    parts_write(document, block, "bands");
}

static const char *item_text(struct document *document, const struct block *item)
{
    return item->children ? spans_text(document->arena, item->children->spans) : "";
}

static void both_write(struct document *document, const struct block *one, const struct block *other)
{
    items_add_text(document, arena_printf(document->arena, "%s + %s", item_text(document, one),
                                          item_text(document, other)));
}

/* Each circle alone, each pair of three, and the part in common. */
void venn_prompt(struct document *document, const struct block *block)
{
    const struct block *a = block_items(block), *b = a ? a->next : NULL, *c = b ? b->next : NULL;
    const char *overlap = element_text(block->element, "overlap");
    ask(document, block);
    index_marks_write(document, a);
    space_word(document, WORD_FOR_EACH);
    items_open(document, "ul");
    for (const struct block *item = a; item; item = item->next)
        items_add_text(document, phrase(document->publication, WORD_ONLY, item_text(document, item), NULL));
    if (c) {
        both_write(document, a, b);
        both_write(document, a, c);
        both_write(document, b, c);
    }
    if (overlap)
        items_add_text(document, overlap);
    else if (b && !c)
        both_write(document, a, b);
    else if (c)
        items_add_text(document, arena_printf(document->arena, "%s + %s + %s", item_text(document, a),
                                              item_text(document, b), item_text(document, c)));
    items_close(document);
}

void starter_write(struct document *document, const char *words)
{
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "card");
    if (words) {
        markup_text(document->markup, words);
        markup_text(document->markup, " ");
    }
    markup_element(document->markup, "span", "gap", "[…]");
    markup_close(document->markup);
}

void ifthen_prompt(struct document *document, const struct block *block)
{
    const int copies = element_integer(block->element, "copies");
    ask(document, block);
    starter_write(document, element_text(block->element, "if"));
    starter_write(document, element_text(block->element, "then"));
    if (copies > 1)
        space(document,
              phrase(document->publication, WORD_TIMES, decimal(document->publication, copies), NULL));
}

/* What is on a card asks for itself. */
void card_prompt(struct document *document, const struct block *block)
{
    document_open(document, "div", "card-box", NULL, NULL);
    ask(document, block);
    blocks_write(document, block->children);
    markup_close(document->markup);
}

/* The first answer is yes, the second no; the reader has taken the words away, and left the number of a
 * question to go to, if that is what the answer says. */
static void answer_write(struct document *document, const struct block *answer, enum word word,
                         const char *tree)
{
    const struct publication *publication = document->publication;
    markup_open(document->markup, "li");
    document_word_text(document, words_get(publication->words, word));
    markup_text(document->markup, colon(publication));
    if (answer->number) {
        const char *number = decimal(publication, answer->number);
        markup_open(document->markup, "a");
        markup_attribute(document->markup, "href", arena_printf(document->arena, "#%s.%s", tree, number));
        document_word_text(document, phrase(publication, WORD_GO_TO, number, NULL));
        markup_close(document->markup);
    } else {
        item_words(document, answer, true);
    }
    markup_close(document->markup);
}

static void question_write(struct document *document, const struct block *question, const char *tree,
                           int number)
{
    markup_open(document->markup, "li");
    markup_attribute(document->markup, "id", arena_printf(document->arena, "%s.%d", tree, number));
    for (const struct block *child = question->children; child; child = child->next) {
        if (child->kind != BLOCK_LIST) {
            block_write(document, child);
            continue;
        }
        items_open(document, "ul");
        for (const struct block *answer = child->children; answer; answer = answer->next)
            answer_write(document, answer, answer == child->children ? WORD_YES : WORD_NO, tree);
        items_close(document);
    }
    markup_close(document->markup);
    markup_line(document->markup);
}

void tree_prompt(struct document *document, const struct block *block)
{
    const char *tree = document_make_id(document, "tree");
    int number = items_start(block);
    ask(document, block);
    space_word(document, WORD_TREE);
    items_open(document, "ol");
    if (number != 1)
        markup_attribute(document->markup, "start", decimal(document->publication, number));
    for (const struct block *question = block_items(block); question; question = question->next)
        question_write(document, question, tree, number++);
    items_close(document);
}
