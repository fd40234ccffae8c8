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

/* What a box without a title of its own is headed; NULL for one that has no head. */
static const char *box_label(const struct book *book, enum box_kind box)
{
    static const enum word words[] = {
        [BOX_SAFETY] = WORD_PAUSE_HERE,   [BOX_RESEARCH] = WORD_RESEARCH, [BOX_CARRY] = WORD_CARRY,
        [BOX_INSIDE] = WORD_INSIDE,       [BOX_NOTE] = WORD_NOTE,         [BOX_TIP] = WORD_TIP,
        [BOX_IMPORTANT] = WORD_IMPORTANT, [BOX_WARNING] = WORD_WARNING,   [BOX_CAUTION] = WORD_CAUTION,
    };
    return box >= BOX_PLAIN ? NULL : words_get(words_find(book->about.lang), words[box]);
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
    if (block->kind == BLOCK_WORKSHEET && block->sheet->number)
        return numbered(book, WORD_WORKSHEET, block->sheet->number);
    if (block->kind == BLOCK_FIGURE && block->figure->number)
        return numbered(book, WORD_FIGURE, block->figure->number);
    if (block->kind == BLOCK_TABLE && block->table->number)
        return numbered(book, WORD_TABLE, block->table->number);
    /* A place among words has no name of its own. */
    const bool words = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_CELL || block->kind == BLOCK_ITEM;
    const char *title = words ? NULL : spans_text(book->arena, block->spans);
    if (title && !*title && block->kind == BLOCK_BOX)
        title = box_label(book, block->box);
    return title && *title ? title : anchor->chapter->title_text;
}
