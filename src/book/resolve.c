#include "base/text.h"
#include "book/prepare.h"

struct resolving {
    struct book *book;
    struct diags *diags;
};

static void report_unknown(const struct resolving *resolving, const struct span *link)
{
    size_t count;
    const char *const *ids = anchors_ids(resolving->book, &count);
    const char *near = text_nearest(link->url + 1, ids, count);
    diags_report(resolving->diags, DIAG_ERROR, link->at, "link-unknown",
                 near ? arena_printf(resolving->book->arena, "did you mean \"#%s\"?", near)
                      : "an id is declared with {#id} behind a heading, a figure or a worksheet's name",
                 "nothing is called \"%s\"", link->url);
}

/* "Worksheet 4" as the words of a link that has none. */
static void write_words(struct book *book, struct span *link)
{
    struct span *text = ARENA_NEW(book->arena, struct span);
    *text = (struct span){.kind = SPAN_TEXT, .at = link->at, .text = arena_string(book->arena, book_label(book, link->anchor))}; /* its own: page_start */
    link->children = text;
    link->written = true;
}

static void resolve_spans(const struct resolving *resolving, struct span *spans)
{
    for (struct span *span = spans; span; span = span->next) {
        resolve_spans(resolving, span->children);
        if (span->kind != SPAN_LINK || !span->url || *span->url != '#')
            continue;
        span->anchor = book_find_anchor(resolving->book, span->url + 1);
        if (!span->anchor) {
            report_unknown(resolving, span);
            continue;
        }
        span->url = NULL;
        if (!span->children)
            write_words(resolving->book, span);
    }
}

/* The worksheet that is to be printed once more. */
static void resolve_repeat(const struct resolving *resolving, struct block *repeat)
{
    const struct anchor *anchor = book_find_anchor(resolving->book, repeat->text);
    if (anchor && anchor->block && anchor->block->kind == BLOCK_WORKSHEET)
        repeat->repeats = anchor;
    else
        diags_report(resolving->diags, DIAG_ERROR, repeat->at, "repeat-unknown", "sheet=... is the #id of a worksheet",
                     "no worksheet is called \"%s\"", repeat->text);
}

static void resolve_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    (void)chapter;
    resolve_spans(closure, block->spans);
    if (block->kind == BLOCK_REPEAT && block->number)
        resolve_repeat(closure, (struct block *)block); /* book_prepare's caller lends the book to be changed */
}

void prepare_links(struct book *book, struct diags *diags)
{
    struct resolving resolving = {book, diags};
    for (struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        resolve_spans(&resolving, chapter->title);
        chapter->title_text = spans_text(book->arena, chapter->title);
    }
    book_each_block(book, resolve_block, &resolving);
}
