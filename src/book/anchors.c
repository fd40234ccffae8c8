#include <glib.h>
#include <string.h>

#include "book/prepare.h"

/* Sorted by id; `ids` are the same ids, in the same order. */
struct anchor_table {
    struct anchor *anchors;
    const char **ids;
    size_t count;
};

/* While it is gathered. */
struct gathering {
    GArray *anchors;  /* struct anchor */
    GHashTable *seen; /* id -> struct position */
    struct book *book;
    struct diags *diags;
};

static void add(struct gathering *gathering, struct anchor anchor, struct position at)
{
    struct arena *arena = gathering->book->arena;
    const struct position *first = g_hash_table_lookup(gathering->seen, anchor.id);
    if (!first) {
        g_hash_table_insert(gathering->seen, (gpointer)anchor.id, arena_copy(arena, &at, sizeof at));
        g_array_append_val(gathering->anchors, anchor);
        return;
    }
    diags_report(
        gathering->diags, DIAG_ERROR, at, "id-duplicate",
        "give one of them another {#id}; a file without one is called by its name, a heading by its words",
        "the id \"%s\" is taken: %s:%d has it", anchor.id, first->file ? first->file : "", first->line);
}

static void add_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    if (block->id)
        add(closure, (struct anchor){block->id, chapter, block}, block->at);
}

static void add_span(void *closure, const struct chapter *chapter, const struct block *block,
                     const struct span *span)
{
    if (span->id)
        add(closure, (struct anchor){span->id, chapter, block}, span->at);
}

static int by_id(const void *left, const void *right)
{
    return strcmp(((const struct anchor *)left)->id, ((const struct anchor *)right)->id);
}

void prepare_anchors(struct book *book, struct diags *diags)
{
    struct gathering gathering = {.book = book, .diags = diags};
    gathering.anchors = g_array_new(FALSE, FALSE, sizeof(struct anchor));
    gathering.seen = g_hash_table_new(g_str_hash, g_str_equal);
    const struct part *part = NULL;
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            add(&gathering, (struct anchor){part->id, chapter, NULL}, part->at);
        }
        add(&gathering, (struct anchor){chapter->id, chapter, NULL}, chapter->at);
    }
    book_each_block(book, add_block, &gathering);
    book_each_span(book, add_span, &gathering);
    g_array_sort(gathering.anchors, by_id);

    struct anchor_table *table = ARENA_NEW(book->arena, struct anchor_table);
    table->count = gathering.anchors->len;
    table->anchors = arena_copy(book->arena, gathering.anchors->data, table->count * sizeof(struct anchor));
    table->ids = ARENA_ARRAY(book->arena, const char *, table->count);
    for (size_t i = 0; i < table->count; i++)
        table->ids[i] = table->anchors[i].id;
    book->anchors = table;
    g_array_free(gathering.anchors, TRUE);
    g_hash_table_destroy(gathering.seen);
}

const struct anchor *book_find_anchor(const struct book *book, const char *id)
{
    const struct anchor_table *table = book->anchors;
    size_t low = 0, high = table ? table->count : 0;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int order = strcmp(id, table->ids[middle]);
        if (order == 0)
            return &table->anchors[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *const *anchors_ids(const struct book *book, size_t *count)
{
    *count = book->anchors->count;
    return book->anchors->ids;
}
