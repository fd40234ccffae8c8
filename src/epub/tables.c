#include "epub/blocks.h"

/* Longer texts are content, not heads. */
enum { HEAD_AT_MOST = 60 };

/* The first column names its rows when every cell of it says something short that no other says. */
static bool first_column_heads(const struct document *document, const struct block *table)
{
    if (!table->table || table->table->columns < 2 || !table->children)
        return false;
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    bool heads = table->children->next != NULL && table->table->heads == 1;
    for (const struct block *row = table->children->next; row && heads; row = row->next) {
        const char *text = row->children ? spans_text(document->arena, row->children->spans) : "";
        heads = *text && g_utf8_strlen(text, -1) <= HEAD_AT_MOST && !spans_have_blank(row->children->spans) &&
                g_hash_table_add(seen, (gpointer)text);
    }
    g_hash_table_destroy(seen);
    return heads;
}

static const char *align_class(enum align align)
{
    return align == ALIGN_RIGHT ? "right" : align == ALIGN_CENTER ? "center" : NULL;
}

static void cell_write(struct document *document, const struct block *cell, const char *scope)
{
    static const char *const scopes[] = {NULL, "col", "row", "colgroup", "rowgroup"};
    /* A head without words would be announced as one. */
    const bool head = (scope || cell->scope) && cell->spans;
    markup_open(document->markup, head ? "th" : "td");
    document_mark(document, cell, align_class(cell->align));
    markup_attribute(document->markup, "scope", !head ? NULL : cell->scope ? scopes[cell->scope] : scope);
    if (cell->across > 1)
        markup_attribute(document->markup, "colspan", decimal(document->publication, cell->across));
    if (cell->down > 1)
        markup_attribute(document->markup, "rowspan", decimal(document->publication, cell->down));
    document_direction(document, cell->spans);
    if (cell->spans)
        spans_write(document, cell->spans);
    else if (document->in_sheet && !scope)
        markup_element(document->markup, "span", "gap", "[…]");
    markup_close(document->markup);
}

static void row_write(struct document *document, const struct block *row, bool head, bool first_heads)
{
    markup_open(document->markup, "tr");
    document_mark(document, row, NULL);
    for (const struct block *cell = row->children; cell; cell = cell->next) {
        if (cell->covered)
            continue;
        const bool names = first_heads && cell == row->children;
        cell_write(document, cell, head ? "col" : names ? "row" : NULL);
    }
    markup_close(document->markup);
    markup_line(document->markup);
}

/* A part of a table, unless it has no row. */
static void rows_write(struct document *document, const char *part, const struct block *from,
                       const struct block *until, bool first_heads)
{
    if (from == until)
        return;
    markup_open(document->markup, part);
    for (const struct block *row = from; row != until; row = row->next)
        row_write(document, row, part[1] == 'h', first_heads);
    markup_close(document->markup);
}

void table_write(struct document *document, const struct block *table)
{
    const bool first_heads = first_column_heads(document, table);
    const struct block *body = table->children;
    for (size_t i = 0; body && i < table->table->heads; i++)
        body = body->next;
    GPtrArray *outer = document->gaps;
    document->gaps = NULL;
    markup_open(document->markup, "table");
    document_mark(document, table, NULL);
    caption_write(document, "caption", WORD_TABLE, table->table->number, table->spans);
    rows_write(document, "thead", table->children, body, first_heads);
    rows_write(document, "tbody", body, NULL, first_heads);
    markup_close(document->markup);
    document->gaps = outer;
}
