#include <string.h>

#include "base/text.h"
#include "book/words.h"
#include "manuscript/clean.h"
#include "manuscript/parse.h"

static void report(struct parse *parse, const struct block *block, const char *code, const char *hint,
                   const char *message)
{
    diags_report(parse->reader->diags, DIAG_ERROR, block->at, code, hint, "%s", message);
}

static int count_items(const struct block *list)
{
    int count = 0;
    for (const struct block *item = list ? list->children : NULL; item; item = item->next)
        count++;
    return count;
}

/* Reports what holds too little or too much: a wheel with two spokes, a table with nine columns. */
static void check_count(struct parse *parse, const struct block *block)
{
    const struct element_rule *rule = block->element->rule;
    const struct block *held = block->children;
    const int count = held->kind == BLOCK_TABLE ? (int)held->table->columns : count_items(held);
    if (count < rule->least || count > rule->most)
        diags_report(parse->reader->diags, DIAG_ERROR, block->at, "element-count", NULL,
                     "\"%s\" takes %d to %d %s, not %d", rule->name, rule->least, rule->most, rule->items, count);
}

static struct attribute *own_attribute(const struct block *block, const char *name)
{
    for (size_t i = 0; i < block->element->attribute_count; i++)
        if (strcmp(block->element->attributes[i].name, name) == 0)
            return (struct attribute *)&block->element->attributes[i];
    return NULL;
}

/* "toward, away" as a list of names. */
static char **split_names(const char *text)
{
    char **names = g_strsplit(text ? text : "", ",", -1);
    for (char **name = names; *name; name++)
        g_strstrip(*name);
    return names;
}

static void check_inventory(struct parse *parse, struct block *block)
{
    const char *text = element_text(block->element, "groups");
    char **groups = split_names(text);
    const size_t count = g_strv_length(groups);
    for (const struct block *item = block->children->children; item; item = item->next) {
        if (!item->group && count)
            report(parse, item, "inventory-group", "end it with :counts[group]",
                   "the statement counts for no group");
        if (!item->group || g_strv_contains((const char *const *)groups, item->group))
            continue;
        const char *near = text_nearest(item->group, (const char *const *)groups, count);
        diags_report(parse->reader->diags, DIAG_ERROR, item->at, "inventory-group",
                     near ? arena_printf(parse->reader->arena, "did you mean \"%s\"?", near)
                          : "name it in groups=\"...\" of the inventory",
                     "there is no group \"%s\"", item->group);
    }
    g_strfreev(groups);
}

static void check_week(struct parse *parse, const struct block *block)
{
    const char *parts = element_text(block->element, "parts");
    char **names = split_names(parts);
    const guint count = g_strv_length(names);
    if (parts && (count < 1 || count > 4))
        report(parse, block, "attribute-value", "parts=\"morning, middle, evening\"",
               "a day has 1 to 4 parts");
    g_strfreev(names);
}

/* Topics printed in the left column: one row each, unless the author asked for more. */
static void check_compare(struct parse *parse, struct block *block)
{
    const int topics = count_items(block->children);
    struct attribute *rows = own_attribute(block, "rows");
    if (topics && rows && (!rows->at.file || topics > element_integer(block->element, "rows")))
        rows->value = arena_printf(parse->reader->arena, "%d", MIN(topics, 12));
}

/* ---- the decision tree ---- */

/* Takes the leading "Yes:" from an answer. Its length with what follows, and the word. */
static size_t answer_word(const char *text, char **word)
{
    const size_t length = strcspn(text, ":");
    if (!text[length] || length > 30 || length == 0)
        return 0;
    *word = g_strstrip(g_strndup(text, length));
    return length + 1 + strspn(text + length + 1, " ");
}

/* The text span at an answer's start; NULL. */
static struct span *answer_text(const struct block *answer)
{
    struct block *paragraph = answer->children;
    struct span *span = paragraph && paragraph->kind == BLOCK_PARAGRAPH ? paragraph->spans : NULL;
    return span && span->kind == SPAN_TEXT ? span : NULL;
}

/* Strips the word; a bare number that remains is the question to go to. Returns the word, to be freed. */
static char *read_answer(struct parse *parse, struct block *answer)
{
    struct span *span = answer_text(answer);
    char *word = NULL;
    const size_t strip = span ? answer_word(span->text, &word) : 0;
    if (!strip) {
        report(parse, answer, "tree-answer", "- Yes: 2", "an answer starts with its word and a colon");
        return NULL;
    }
    span->text = arena_string(parse->reader->arena, span->text + strip);
    double number;
    struct block *paragraph = answer->children;
    if (!span->next && !paragraph->next && attribute_parse_number(span->text, &number) && number > 0 &&
        number < 1000) {
        answer->number = (int)number;
        answer->children = NULL;
    } else if (!*span->text && !span->next) {
        report(parse, answer, "tree-answer", "- Yes: 2", "the answer leads nowhere");
    } else if (!*span->text) {
        paragraph->spans = span->next;
    }
    return word;
}

/* Order first yes, second no: turned round when the author wrote them the other way, in the book's words. */
static void order_answers(struct parse *parse, struct block *list, const char *first, const char *second)
{
    const struct words *words = words_find(parse->reader->book->about.lang);
    char *no = g_utf8_casefold(words_get(words, WORD_NO), -1),
         *yes = g_utf8_casefold(words_get(words, WORD_YES), -1);
    char *a = g_utf8_casefold(first, -1), *b = g_utf8_casefold(second, -1);
    if (strcmp(a, no) == 0 && strcmp(b, yes) == 0) {
        struct block *item = list->children;
        list->children = item->next;
        list->children->next = item;
        item->next = NULL;
    }
    g_free(no);
    g_free(yes);
    g_free(a);
    g_free(b);
}

static void check_question(struct parse *parse, struct block *question, int from, int count)
{
    struct block *list = question->children;
    while (list && list->kind != BLOCK_LIST)
        list = list->next;
    if (!list || count_items(list) != 2 || !question->children ||
        question->children->kind != BLOCK_PARAGRAPH) {
        report(parse, question, "tree-answers", "under the question, a list: - Yes: ... and - No: ...",
               "a question has two answers");
        return;
    }
    char *first = read_answer(parse, list->children), *second = read_answer(parse, list->children->next);
    for (const struct block *answer = list->children; answer; answer = answer->next)
        if (answer->number && (answer->number < from || answer->number >= from + count))
            diags_report(
                parse->reader->diags, DIAG_ERROR, answer->at, "tree-number",
                arena_printf(parse->reader->arena, "the questions are %d to %d", from, from + count - 1),
                "there is no question %d", answer->number);
    if (first && second)
        order_answers(parse, list, first, second);
    g_free(first);
    g_free(second);
}

static void check_tree(struct parse *parse, struct block *block)
{
    struct block *list = block->children;
    const int count = count_items(list);
    for (struct block *question = list->children; question; question = question->next)
        check_question(parse, question, list->list->start, count);
}

/* ---- all ---- */

static void check_scale(struct parse *parse, const struct block *block)
{
    if (element_integer(block->element, "from") >= element_integer(block->element, "to"))
        report(parse, block, "scale-order", "from is the low end: from=1 to=10", "the scale does not rise");
}

void element_check(struct parse *parse, struct block *block)
{
    if (block->children && block->element->rule->items)
        check_count(parse, block);
    switch (block->element->rule->kind) {
    case ELEMENT_CHECKLIST:
        if (!block->children && element_integer(block->element, "empty") == 0)
            report(parse, block, "element-empty", "write ::checklist{empty=3}, or a list inside :::checklist",
                   "the check list has nothing to tick");
        break;
    case ELEMENT_SCALE:
        check_scale(parse, block);
        break;
    case ELEMENT_WEEK:
        check_week(parse, block);
        break;
    case ELEMENT_INVENTORY:
        check_inventory(parse, block);
        break;
    case ELEMENT_COMPARE:
        check_compare(parse, block);
        break;
    case ELEMENT_TREE:
        check_tree(parse, block);
        break;
    default:
        break;
    }
}
