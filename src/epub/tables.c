#include "epub/blocks.h"

/* Longer texts are content, not heads. */
enum { HEAD_AT_MOST = 60 };

/* The first column names its rows when every cell of it says something short that no other says. */
static bool first_column_heads(const struct document *document, const struct block *table)
{
    if (!table->table || table->table->columns < 2 || !table->children)
        return false;
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    bool heads = table->children->next != NULL;
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
    /* A head without words would be announced as one. */
    const bool head = scope && cell->spans;
    markup_open(document->markup, head ? "th" : "td");
    markup_attribute(document->markup, "id", cell->id);
    markup_attribute(document->markup, "class", align_class(cell->align));
    markup_attribute(document->markup, "scope", head ? scope : NULL);
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
    markup_attribute(document->markup, "id", row->id);
    for (const struct block *cell = row->children; cell; cell = cell->next) {
        const bool names = first_heads && cell == row->children;
        cell_write(document, cell, head ? "col" : names ? "row" : NULL);
    }
    markup_close(document->markup);
    markup_line(document->markup);
}

void table_write(struct document *document, const struct block *table)
{
    const bool first_heads = first_column_heads(document, table);
    GPtrArray *outer = document->gaps;
    document->gaps = NULL;
    markup_open(document->markup, "table");
    markup_attribute(document->markup, "id", table->id);
    caption_write(document, "caption", WORD_TABLE, table->table->number, table->spans);
    if (table->children) {
        markup_open(document->markup, "thead");
        row_write(document, table->children, true, first_heads);
        markup_close(document->markup);
    }
    if (table->children && table->children->next) {
        markup_open(document->markup, "tbody");
        for (const struct block *row = table->children->next; row; row = row->next)
            row_write(document, row, false, first_heads);
        markup_close(document->markup);
    }
    markup_close(document->markup);
    document->gaps = outer;
}
