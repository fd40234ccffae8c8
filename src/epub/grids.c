/* grids: tables to fill in, trackers, planners and pairs, as lists. */
#include "epub/prompts.h"

#include <string.h>

/* Wider tables are unreadable on a small screen. */
enum { MOST_COLUMNS = 3 };

static const struct block *table_of(const struct block *block)
{
    const struct block *table = block->children;
    while (table && table->kind != BLOCK_TABLE)
        table = table->next;
    return table;
}

static bool row_printed(const struct block *row)
{
    for (const struct block *cell = row->children; cell; cell = cell->next)
        if (cell->spans)
            return true;
    return false;
}

/* Rows that print words, and those to be filled in altogether: as many as the author wants. */
static void count_rows(const struct block *block, const struct block *table, int *printed, int *empty)
{
    const char *wanted = element_text(block->element, "rows");
    *printed = *empty = 0;
    for (const struct block *row = table->children ? table->children->next : NULL; row; row = row->next)
        *(row_printed(row) ? printed : empty) += 1;
    if (wanted)
        *empty = MAX(*empty, element_integer(block->element, "rows") - *printed);
}

static void cell_words(struct document *document, const struct block *cell)
{
    markup_open(document->markup, "li");
    spans_write(document, cell->spans);
    markup_close(document->markup);
}

/* "For each, write:" and the heads of the columns. */
static void heads_write(struct document *document, const struct block *first)
{
    space_word(document, WORD_FOR_EACH);
    items_open(document, "ul");
    for (const struct block *head = first; head; head = head->next)
        if (head->spans)
            cell_words(document, head);
    items_close(document);
}

/* What a row prints beside its first cell: "head: words". */
static void rest_write(struct document *document, const struct block *head, const struct block *cell)
{
    bool open = false;
    for (; cell; cell = cell->next, head = head ? head->next : NULL) {
        if (!cell->spans)
            continue;
        if (!open)
            items_open(document, "ul");
        open = true;
        markup_open(document->markup, "li");
        if (head && head->spans) {
            spans_write(document, head->spans);
            markup_text(document->markup, colon(document->publication));
        }
        spans_write(document, cell->spans);
        markup_close(document->markup);
    }
    if (open)
        items_close(document);
}

/* A table that is too wide: its printed rows as a list, then what each asks for. */
static void wide_write(struct document *document, const struct block *heads, const struct block *rows)
{
    if (heads->spans) {
        markup_open(document->markup, "p");
        markup_attribute(document->markup, "class", "head");
        spans_write(document, heads->spans);
        markup_close(document->markup);
    }
    items_open(document, "ol");
    for (const struct block *row = rows; row; row = row->next) {
        if (!row_printed(row))
            continue;
        markup_open(document->markup, "li");
        markup_attribute(document->markup, "id", row->id);
        spans_write(document, row->children->spans);
        rest_write(document, heads->next, row->children->next);
        markup_close(document->markup);
    }
    items_close(document);
    heads_write(document, heads->next);
}

/* The table with its rows that print something, the others left out. */
static void narrow_write(struct document *document, const struct block *table)
{
    struct block *copy = ARENA_NEW(document->arena, struct block), **last = &copy->children;
    *copy = *table;
    for (const struct block *row = table->children; row; row = row->next) {
        if (row != table->children && !row_printed(row))
            continue;
        struct block *kept = arena_copy(document->arena, row, sizeof *row);
        kept->next = NULL;
        *last = kept;
        last = &kept->next;
    }
    copy->next = NULL;
    table_write(document, copy);
}

void table_prompt(struct document *document, const struct block *block)
{
    const struct block *table = table_of(block);
    ask(document, block);
    if (!table || !table->children)
        return;
    int printed, empty;
    count_rows(block, table, &printed, &empty);
    const struct block *heads = table->children->children;
    if (!printed)
        heads_write(document, heads);
    else if (heads && table->table->columns > MOST_COLUMNS)
        wide_write(document, heads, table->children->next);
    else
        narrow_write(document, table);
    const char *count = decimal(document->publication, empty);
    if (empty && printed)
        space(document, phrase(document->publication, WORD_ADD_OWN, count, NULL));
    else if (empty > 1)
        space(document, phrase(document->publication, WORD_ROWS, count, NULL));
}

/* How to keep a tally: a stroke a day, in fives, and what they add up to. */
static void tally_write(struct document *document, const struct block *first)
{
    const struct publication *publication = document->publication;
    const char *row = spans_text(document->arena, first->children ? first->children->spans : NULL);
    markup_element(document->markup, "p", "help",
                   arena_printf(document->arena, "%s%s%s%s||||| || = 7", words_get(publication->words, WORD_EXAMPLE),
                                colon(publication), row, colon(publication)));
}

void tracker_prompt(struct document *document, const struct block *block)
{
    const struct publication *publication = document->publication;
    const char *days = decimal(publication, element_integer(block->element, "days"));
    const int empty = element_integer(block->element, "empty");
    ask(document, block);
    space(document, phrase(publication, WORD_TALLY, days, NULL));
    items_write(document, "ul", block);
    if (empty)
        space(document, phrase(publication, WORD_ADD_OWN, decimal(publication, empty), NULL));
    if (block_items(block))
        tally_write(document, block_items(block));
    parts_write(document, block, "key");
}

static void days_write(struct document *document, const char *start)
{
    GString *days = g_string_new(NULL);
    const unsigned first = strcmp(start, "sunday") == 0 ? 6 : 0;
    for (unsigned i = 0; i < 7; i++)
        g_string_append_printf(days, "%s%s", i ? ", " : "",
                               words_get(document->publication->words, WORD_MONDAY + (first + i) % 7));
    markup_element(document->markup, "p", "help", days->str);
    g_string_free(days, TRUE);
}

void week_prompt(struct document *document, const struct block *block)
{
    const char **parts = pieces(document, block, "parts");
    const char *start = element_text(block->element, "start");
    const double line = 8;
    ask(document, block);
    space_word(document, WORD_EACH_DAY);
    items_open(document, "ul");
    for (const char **part = parts; *part; part++)
        items_add_text(document, *part);
    if (!*parts)
        items_add_text(document,
                       phrase(document->publication, WORD_ABOUT_LINES,
                              decimal(document->publication,
                                      MAX(2, (int)(element_number(block->element, "height") / line))),
                              NULL));
    items_close(document);
    if (start && strcmp(start, "blank") != 0)
        days_write(document, start);
    if (block_items(block))
        space_word(document, WORD_TICK);
    items_write(document, "ul", block);
}

void compare_prompt(struct document *document, const struct block *block)
{
    const char *left = element_text(block->element, "left"), *right = element_text(block->element, "right");
    const int rows = element_integer(block->element, "rows");
    int topics = 0;
    for (const struct block *item = block_items(block); item; item = item->next)
        topics++;
    ask(document, block);
    items_write(document, "ol", block);
    if (topics && topics < rows)
        space(document, phrase(document->publication, WORD_ADD_OWN,
                               decimal(document->publication, rows - topics), NULL));
    if (topics || rows < 2)
        space_word(document, WORD_FOR_EACH);
    else
        space(document,
              phrase(document->publication, WORD_PAIRS, decimal(document->publication, rows), NULL));
    if (!left && !right)
        return;
    items_open(document, "ul");
    if (left)
        items_add_text(document, left);
    if (right)
        items_add_text(document, right);
    items_close(document);
}

void contacts_prompt(struct document *document, const struct block *block)
{
    table_prompt(document, block);
    if (element_flag(block->element, "private"))
        space_word(document, WORD_KEEP_PRIVATE);
}
