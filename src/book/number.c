#include "base/text.h"
#include "book/prepare.h"

/* Numbers fields within one sheet, in reading order: moving the sheet renames nothing. */
struct fields {
    struct book *book;
    const char *sheet;
    int count;
};

static const char *next_name(struct fields *fields)
{
    return arena_printf(fields->book->arena, "%s.%d", fields->sheet, ++fields->count);
}

static void name_blanks(struct fields *fields, struct span *spans)
{
    for (struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_BLANK)
            span->name = next_name(fields);
        name_blanks(fields, span->children);
    }
}

static void name_fields(struct fields *fields, struct block *blocks)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_ELEMENT)
            block->element->name = next_name(fields);
        name_blanks(fields, block->spans);
        name_fields(fields, block->children);
    }
}

static void number_block(void *closure, const struct chapter *chapter, const struct block *visited)
{
    struct book *book = closure;
    struct block *block = (struct block *)visited; /* book_prepare's caller lends the book to be changed */
    (void)chapter;
    if (block->kind == BLOCK_FIGURE && block->figure->number)
        block->figure->number = (int)++book->figures;
    if (block->kind == BLOCK_TABLE && block->table->number)
        block->table->number = (int)++book->tables;
    if (block->kind == BLOCK_WORKSHEET) {
        struct fields fields = {book, block->id ? block->id : "sheet", 0};
        block->sheet->number = block->sheet->unnumbered ? 0 : (int)++book->sheets;
        name_blanks(&fields, block->spans);
        name_fields(&fields, block->children);
    }
}

static void number_notes(struct book *book, const struct chapter *chapter)
{
    int number = 0;
    for (struct block *note = chapter->notes; note; note = note->next) {
        note->number = ++number;
        note->id = arena_printf(book->arena, "%s.fn.%d", chapter->id, number);
    }
}

static void count_words(void *closure, const struct chapter *chapter, const struct block *block)
{
    struct book *book = closure;
    (void)chapter;
    if (block->spans)
        book->words += text_count_words(spans_text(book->arena, block->spans));
}

void prepare_numbers(struct book *book)
{
    int chapters = 0, parts = 0;
    const struct part *part = NULL;
    book->words = book->sheets = book->figures = book->tables = 0;
    for (struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->number)
            chapter->number = ++chapters;
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            ((struct part *)part)->number = ++parts;
        }
        number_notes(book, chapter);
        book->words += text_count_words(chapter->title_text);
    }
    book_each_block(book, number_block, book);
    book_each_block(book, count_words, book);
}
