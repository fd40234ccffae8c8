#include "book/book.h"

#include <glib.h>

void book_free(struct book *book)
{
    if (book)
        arena_free(book->arena);
}

const char *book_authors(const struct book *book, struct arena *arena)
{
    const char *line = NULL;
    for (const struct author *author = book->about.authors; author; author = author->next)
        line = line ? arena_printf(arena, "%s, %s", line, author->name) : author->name;
    return line;
}

bool span_is_reading(const struct span *span)
{
    return span->kind == SPAN_PHRASE && span->phrase == PHRASE_READING;
}

const struct block *block_list(const struct block *block)
{
    const struct block *list = block->children;
    while (list && list->kind != BLOCK_LIST)
        list = list->next;
    return list;
}

const struct block *block_items(const struct block *block)
{
    const struct block *list = block_list(block);
    return list ? list->children : NULL;
}

size_t block_items_count(const struct block *block)
{
    size_t count = 0;
    for (const struct block *item = block_items(block); item; item = item->next)
        count++;
    return count;
}

static void append_text(GString *text, const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next) {
        switch (span->kind) {
        case SPAN_TEXT:
        case SPAN_CODE:
            g_string_append(text, span->text);
            break;
        case SPAN_IMAGE:
            g_string_append(text, span->text ? span->text : "");
            break;
        case SPAN_BREAK:
            g_string_append_c(text, ' ');
            break;
        case SPAN_BLANK:
            g_string_append(text, "\u2026");
            break;
        case SPAN_NOTEREF:
        case SPAN_INDEX:
            break;
        default:
            g_string_append(text, span_is_reading(span) ? "(" : "");
            append_text(text, span->children);
            g_string_append(text, span_is_reading(span) ? ")" : "");
        }
    }
}

const char *spans_text(struct arena *arena, const struct span *spans)
{
    GString *text = g_string_new(NULL);
    append_text(text, spans);
    const char *kept = arena_string(arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}

static void each(const struct chapter *chapter, const struct block *blocks, block_visit visit, void *closure)
{
    for (const struct block *block = blocks; block; block = block->next) {
        visit(closure, chapter, block);
        each(chapter, block->children, visit, closure);
    }
}

void book_each_block(const struct book *book, block_visit visit, void *closure)
{
    const struct part *part = NULL;
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            each(chapter, part->blocks, visit, closure);
        }
        each(chapter, chapter->blocks, visit, closure);
        each(chapter, chapter->notes, visit, closure);
    }
}

struct span_walk {
    span_visit visit;
    void *closure;
};

static void each_span(const struct span_walk *walk, const struct chapter *chapter, const struct block *block,
                      const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next) {
        walk->visit(walk->closure, chapter, block, span);
        each_span(walk, chapter, block, span->children);
    }
}

static void each_span_of_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    each_span(closure, chapter, block, block->spans);
}

void book_each_span(const struct book *book, span_visit visit, void *closure)
{
    struct span_walk walk = {visit, closure};
    const struct part *part = NULL;
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            each(chapter, part->blocks, each_span_of_block, &walk);
        }
        each_span(&walk, chapter, NULL, chapter->title);
        each(chapter, chapter->blocks, each_span_of_block, &walk);
        each(chapter, chapter->notes, each_span_of_block, &walk);
    }
}
