/* listing: what lists of figures, tables and worksheets print. */
#include <glib.h>

#include "book/prepare.h"

struct gathering {
    struct book *book;
    struct diags *diags;
    bool wanted[LISTING_COUNT];
    const struct listed **end[LISTING_COUNT];
};

/* Which list a block stands in, and by which number; LISTING_COUNT: in none. */
static enum listing listing_of(const struct block *block, int *number)
{
    enum listing listing = LISTING_COUNT;
    *number = 0;
    if (block->kind == BLOCK_FIGURE)
        listing = LISTING_FIGURES, *number = block->figure->number;
    else if (block->kind == BLOCK_TABLE)
        listing = LISTING_TABLES, *number = block->table->number;
    else if (block->kind == BLOCK_WORKSHEET)
        listing = LISTING_WORKSHEETS, *number = block->sheet->number;
    return *number ? listing : LISTING_COUNT;
}

static void note_wanted(void *closure, const struct chapter *chapter, const struct block *block)
{
    struct gathering *gathering = closure;
    (void)chapter;
    if (block->kind == BLOCK_LISTING)
        gathering->wanted[block->listing] = true;
}

/* What is listed can be linked to, whether its author gave it an id or not. A sheet always has one. */
static void give_id(void *closure, const struct chapter *chapter, const struct block *block)
{
    static const char *const stems[LISTING_COUNT] = {"fig", "tab", "sheet"};
    struct gathering *gathering = closure;
    int number;
    const enum listing listing = listing_of(block, &number);
    (void)chapter;
    if (listing != LISTING_COUNT && gathering->wanted[listing] && !block->id)
        ((struct block *)block)->id = arena_printf(gathering->book->arena, "%s.%d", stems[listing], number);
}

void prepare_listed_ids(struct book *book)
{
    struct gathering gathering = {.book = book};
    book_each_block(book, note_wanted, &gathering);
    book_each_block(book, give_id, &gathering);
}

static void list_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    struct gathering *gathering = closure;
    struct book *book = gathering->book;
    int number;
    const enum listing listing = listing_of(block, &number);
    const struct anchor *anchor = block->id ? book_find_anchor(book, block->id) : NULL;
    (void)chapter;
    if (listing == LISTING_COUNT || !gathering->wanted[listing] || !anchor)
        return;
    struct listed *listed = ARENA_NEW(book->arena, struct listed);
    *listed = (struct listed){anchor, book_label(book, anchor), spans_text(book->arena, block->spans), NULL};
    *gathering->end[listing] = listed;
    gathering->end[listing] = &listed->next;
}

static void report_empty(void *closure, const struct chapter *chapter, const struct block *block)
{
    static const char *const names[LISTING_COUNT] = {"figures", "tables", "worksheets"};
    static const char *const hints[LISTING_COUNT] = {
        "an image that stands alone is a figure, unless it is .unnumbered or .decorative",
        "a table gets its number from a caption: a paragraph below it that starts with a colon",
        "a worksheet stands between :::worksheet[title]{#id} and :::"};
    const struct gathering *gathering = closure;
    (void)chapter;
    if (block->kind == BLOCK_LISTING && !gathering->book->listed[block->listing])
        diags_report(gathering->diags, DIAG_WARNING, block->at, "list-empty", hints[block->listing],
                     "the book has no numbered %s to list", names[block->listing]);
}

void prepare_listings(struct book *book, struct diags *diags)
{
    struct gathering gathering = {.book = book, .diags = diags};
    for (int listing = 0; listing < LISTING_COUNT; listing++) {
        book->listed[listing] = NULL;
        gathering.end[listing] = &book->listed[listing];
    }
    book_each_block(book, note_wanted, &gathering);
    book_each_block(book, list_block, &gathering);
    book_each_block(book, report_empty, &gathering);
}
