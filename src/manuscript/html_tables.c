#include <string.h>

#include "manuscript/html.h"

enum { COLUMNS_AT_MOST = 200, CELLS_AT_MOST = 500000 };

/* A table while it is laid out as a grid (HTML, 4.9.12): each row gets a cell a column, those that another
 * one reaches over too. */
struct laying {
    struct parse *parse;
    struct block *table;
    struct block **end; /* of the rows */
    GArray *left;       /* int, a column: rows of the group that a cell from above still covers */
    int rows_left;      /* of the group, this one included */
    size_t rows;
    bool failed;
};

static struct block *cell_new(struct laying *laying, struct position at, bool covered)
{
    struct block *cell = block_new(laying->parse, BLOCK_CELL, at);
    cell->covered = covered;
    return cell;
}

static int left_at(const struct laying *laying, guint column)
{
    return column < laying->left->len ? g_array_index(laying->left, int, column) : 0;
}

/* Cells that one from above covers. */
static struct block **skip_covered(struct laying *laying, struct block **end, guint *column,
                                   struct position at)
{
    for (; left_at(laying, *column) > 0; (*column)++) {
        *end = cell_new(laying, at, true);
        end = &(*end)->next;
    }
    return end;
}

static bool report_large(struct laying *laying, struct position at)
{
    if (!laying->failed)
        diags_report(laying->parse->reader->diags, DIAG_ERROR, at, "table-large", "divide it into several",
                     "a table has at most %d columns and %d cells", COLUMNS_AT_MOST, CELLS_AT_MOST);
    laying->failed = true;
    return false;
}

/* What a head in the body is the head of, when it does not say so: its row at the row's start, else its
 * column. */
static enum scope scope_of(const struct html_given *given, const struct html_node *node, bool in_head,
                           guint column)
{
    if (!node->tag.rule->value || in_head)
        return given->scope;
    return given->scope ? given->scope : column == 0 ? SCOPE_ROW : SCOPE_COLUMN;
}

static struct block **add_cell(struct laying *laying, const struct html_node *node, bool in_head,
                               struct block **end, guint *column)
{
    const struct html_given given = html_attributes(laying->parse, &node->tag);
    struct block *cell = cell_new(laying, node->at, false);
    html_mark(cell, &given);
    cell->scope = scope_of(&given, node, in_head, *column);
    cell->spans = html_words(laying->parse, node->children);
    cell->down = MIN(given.down, laying->rows_left);
    *end = cell;
    end = &cell->next;
    if (*column + (guint)given.across > COLUMNS_AT_MOST) {
        report_large(laying, node->at);
        return end;
    }
    /* One that is covered from above ends it. */
    while (cell->across < given.across && left_at(laying, *column) == 0) {
        if (laying->left->len <= *column)
            g_array_set_size(laying->left, *column + 1);
        g_array_index(laying->left, int, *column) = cell->down;
        if (cell->across++ > 0) {
            *end = cell_new(laying, node->at, true);
            end = &(*end)->next;
        }
        (*column)++;
    }
    return end;
}

static void add_row(struct laying *laying, const struct html_node *node, bool in_head)
{
    const struct html_given given = html_attributes(laying->parse, &node->tag);
    struct block *row = block_new(laying->parse, BLOCK_ROW, node->at), **end = &row->children;
    guint column = 0;
    html_mark(row, &given);
    for (const struct html_node *child = node->children; child; child = child->next) {
        if (!html_is_form(child, HTML_IS_CELL))
            continue;
        end = skip_covered(laying, end, &column, node->at);
        end = add_cell(laying, child, in_head, end, &column);
    }
    while (column < laying->left->len) {
        if (left_at(laying, column) > 0) {
            end = skip_covered(laying, end, &column, node->at);
        } else {
            *end = cell_new(laying, node->at, false);
            end = &(*end)->next;
            column++;
        }
    }
    for (guint i = 0; i < laying->left->len; i++)
        g_array_index(laying->left, int, i) = MAX(0, g_array_index(laying->left, int, i) - 1);
    laying->rows_left--;
    laying->rows++;
    *laying->end = row;
    laying->end = &row->next;
    if (laying->rows * laying->left->len > CELLS_AT_MOST)
        report_large(laying, node->at);
}

/* ---- parts ---- */

static bool is_rows(const struct html_node *node, enum html_rows part)
{
    return html_is_form(node, HTML_IS_ROWS) && node->tag.rule->value == (int)part;
}

/* A row of nothing but heads, which do not say that they are their rows'. */
static bool all_heads(const struct html_node *row)
{
    bool any = false;
    for (const struct html_node *cell = row->children; cell; cell = cell->next) {
        if (!html_is_form(cell, HTML_IS_CELL))
            continue;
        for (size_t i = 0; i < cell->tag.count; i++)
            if (strcmp(cell->tag.attributes[i].name, "scope") == 0 &&
                g_str_has_prefix(cell->tag.attributes[i].value, "row"))
                return false;
        if (!cell->tag.rule->value)
            return false;
        any = true;
    }
    return any;
}

static int count_rows(const struct html_node *nodes)
{
    int count = 0;
    for (const struct html_node *node = nodes; node; node = node->next)
        count += html_is_form(node, HTML_IS_ROW);
    return count;
}

static void add_group(struct laying *laying, const struct html_node *nodes, bool in_head)
{
    laying->rows_left = count_rows(nodes);
    for (guint i = 0; i < laying->left->len; i++)
        g_array_index(laying->left, int, i) = 0; /* cells end with their group */
    for (const struct html_node *node = nodes; node && !laying->failed; node = node->next)
        if (html_is_form(node, HTML_IS_ROW))
            add_row(laying, node, in_head);
}

/* The first row of the body, where it is the head without being said to be. */
static const struct html_node *head_row(const struct html_node *nodes)
{
    for (const struct html_node *node = nodes; node; node = node->next) {
        if (is_rows(node, HTML_HEAD))
            return NULL;
        const struct html_node *rows = is_rows(node, HTML_BODY) ? node->children : node;
        while (rows && rows != node && !html_is_form(rows, HTML_IS_ROW))
            rows = rows->next;
        if (rows && html_is_form(rows, HTML_IS_ROW))
            return all_heads(rows) ? rows : NULL;
    }
    return NULL;
}

static void add_heads(struct laying *laying, const struct html_node *nodes)
{
    const struct html_node *row = head_row(nodes);
    for (const struct html_node *node = nodes; node; node = node->next)
        if (is_rows(node, HTML_HEAD)) {
            html_attributes(laying->parse, &node->tag);
            add_group(laying, node->children, true);
        }
    if (row) {
        struct html_node alone = *row;
        alone.next = NULL;
        add_group(laying, &alone, true);
    }
    laying->table->table->heads = laying->rows;
}

/* Rows of the table's own, one after the other, are a group of the body. */
static void add_bodies(struct laying *laying, const struct html_node *nodes, const struct html_node *head)
{
    for (const struct html_node *node = nodes; node; node = node->next) {
        const bool own = html_is_form(node, HTML_IS_ROW);
        const struct html_node *rows = own ? node : is_rows(node, HTML_BODY) ? node->children : NULL;
        if (is_rows(node, HTML_BODY))
            html_attributes(laying->parse, &node->tag);
        while (rows && (!html_is_form(rows, HTML_IS_ROW) || rows == head))
            rows = rows->next;
        if (rows)
            add_group(laying, rows, false);
        if (own)
            return; /* they were all taken */
    }
}

static void add_feet(struct laying *laying, const struct html_node *nodes)
{
    for (const struct html_node *node = nodes; node; node = node->next)
        if (is_rows(node, HTML_FOOT)) {
            html_attributes(laying->parse, &node->tag);
            add_group(laying, node->children, false);
        }
}

/* ---- what belongs to no part ---- */

static void append_strays(struct laying *laying, const struct html_node *nodes, bool in_row,
                          struct block ***end)
{
    for (const struct html_node *node = nodes; node; node = node->next) {
        const bool part = in_row ? html_is_form(node, HTML_IS_CELL)
                                 : html_is_form(node, HTML_IS_CAPTION) || html_is_form(node, HTML_IS_COLUMNS);
        if (part || html_is_blank(node))
            continue;
        if (!in_row && (html_is_form(node, HTML_IS_ROWS) || html_is_form(node, HTML_IS_ROW))) {
            append_strays(laying, node->children, html_is_form(node, HTML_IS_ROW), end);
            continue;
        }
        if (node->kind == HTML_ELEMENT)
            html_report_misplaced(laying->parse, &node->tag, "words stand in cells: <td>, <th>");
        struct html_node alone = *node;
        alone.next = NULL;
        **end = html_blocks(laying->parse, node->kind == HTML_ELEMENT ? node->children : &alone);
        while (**end)
            *end = &(**end)->next;
    }
}

static void read_caption(struct laying *laying, const struct html_node *nodes, const struct html_given *given)
{
    for (const struct html_node *node = nodes; node && !laying->table->spans; node = node->next)
        if (html_is_form(node, HTML_IS_CAPTION))
            laying->table->spans = html_words(laying->parse, node->children);
    laying->table->table->number =
        laying->table->spans && !html_has_class(given, "unnumbered"); /* book_prepare counts */
    laying->table->table->here = !laying->table->spans || html_has_class(given, "here");
}

/* All rows as long as the longest. */
static void fill_rows(struct laying *laying)
{
    for (struct block *row = laying->table->children; row; row = row->next) {
        struct block **end = &row->children;
        size_t count = 0;
        for (; *end; end = &(*end)->next)
            count++;
        for (; count < laying->left->len; count++) {
            *end = cell_new(laying, row->at, false);
            end = &(*end)->next;
        }
    }
}

struct block *html_table(struct parse *parse, const struct html_node *node)
{
    const struct html_given given = html_attributes(parse, &node->tag);
    struct laying laying = {.parse = parse, .table = block_new(parse, BLOCK_TABLE, node->at)};
    struct block *table = laying.table, *strays = NULL, **end = &strays;
    laying.end = &table->children;
    laying.left = g_array_new(FALSE, TRUE, sizeof(int));
    html_mark(table, &given);
    table->table = ARENA_NEW(parse->reader->arena, struct table);
    read_caption(&laying, node->children, &given);
    add_heads(&laying, node->children);
    add_bodies(&laying, node->children, head_row(node->children));
    add_feet(&laying, node->children);
    append_strays(&laying, node->children, false, &end);
    table->table->columns = laying.left->len;
    table->table->align = ARENA_ARRAY(parse->reader->arena, enum align, laying.left->len + 1);
    if (!laying.failed)
        fill_rows(&laying);
    const bool empty = !table->children || !table->table->columns || laying.failed;
    g_array_free(laying.left, TRUE);
    if (empty)
        return strays;
    table->next = strays;
    return table;
}
