#include "book/book.h"
#include "book/words.h"

#include <glib.h>

static const char *numbered(const struct book *book, enum word word, int number)
{
    return arena_printf(book->arena, "%s %d", words_get(words_find(book->about.lang), word), number);
}

static const char *part_label(const struct book *book, const char *id)
{
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next)
        if (chapter->part && g_strcmp0(chapter->part->id, id) == 0)
            return words_part_number(words_find(book->about.lang), chapter->part->number);
    return NULL;
}

const char *book_label(const struct book *book, const struct anchor *anchor)
{
    const struct block *block = anchor->block;
    if (!block) {
        const char *part = part_label(book, anchor->id);
        if (part)
            return part;
        return anchor->chapter->number ? numbered(book, WORD_CHAPTER, anchor->chapter->number)
                                       : anchor->chapter->title_text;
    }
    if (block->kind == BLOCK_WORKSHEET)
        return numbered(book, WORD_WORKSHEET, block->sheet->number);
    if (block->kind == BLOCK_FIGURE && block->figure->number)
        return numbered(book, WORD_FIGURE, block->figure->number);
    const char *title = spans_text(book->arena, block->spans);
    return *title ? title : anchor->chapter->title_text;
}
