/* tree_checks: the questions of a decision tree, and where their answers lead. */
#include <string.h>

#include "book/words.h"
#include "manuscript/parse.h"

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
        element_report(parse, answer, "tree-answer", "- Yes: 2", "an answer starts with its word and a colon");
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
        element_report(parse, answer, "tree-answer", "- Yes: 2", "the answer leads nowhere");
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
    struct block *list = (struct block *)block_list(question);
    if (!list || element_count_items(list) != 2 || !question->children ||
        question->children->kind != BLOCK_PARAGRAPH) {
        element_report(parse, question, "tree-answers", "under the question, a list: - Yes: ... and - No: ...",
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

void tree_check(struct parse *parse, struct block *block)
{
    struct block *list = block->children;
    const int count = element_count_items(list);
    for (struct block *question = list->children; question; question = question->next)
        check_question(parse, question, list->list->start, count);
}
