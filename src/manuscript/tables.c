#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "manuscript/parse.h"
#include "manuscript/syntax_parts.h"

static bool is_table(cmark_node *node)
{
    return node && strcmp(cmark_node_get_type_string(node), "table") == 0;
}

/* ---- rows and cells ---- */

static enum align align_of(uint8_t letter)
{
    return letter == 'l'   ? ALIGN_LEFT
           : letter == 'c' ? ALIGN_CENTER
           : letter == 'r' ? ALIGN_RIGHT
                           : ALIGN_DEFAULT;
}

static struct block *read_row(struct parse *parse, cmark_node *node, const struct table *table)
{
    struct block *row = block_new(parse, BLOCK_ROW, block_place(parse, node)), **end = &row->children;
    size_t column = 0;
    for (cmark_node *child = cmark_node_first_child(node); child && column < table->columns;
         child = cmark_node_next(child), column++) {
        struct block *cell = block_new(parse, BLOCK_CELL, block_place(parse, child));
        cell->align = table->align[column];
        cell->spans = spans_read(parse, child, NULL);
        *end = cell;
        end = &cell->next;
    }
    for (; column < table->columns; column++) {
        *end = block_new(parse, BLOCK_CELL, row->at);
        (*end)->align = table->align[column];
        end = &(*end)->next;
    }
    return row;
}

struct block *table_read(struct parse *parse, cmark_node *node)
{
    struct block *block = block_new(parse, BLOCK_TABLE, block_place(parse, node)), **end = &block->children;
    struct table *table = ARENA_NEW(parse->reader->arena, struct table);
    const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(node);
    table->heads = 1;
    table->columns = cmark_gfm_extensions_get_table_columns(node);
    table->align = ARENA_ARRAY(parse->reader->arena, enum align, table->columns);
    for (size_t i = 0; i < table->columns; i++)
        table->align[i] = align_of(letters[i]);
    block->table = table;
    for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
        *end = read_row(parse, row, table);
        end = &(*end)->next;
    }
    return block;
}

/* A cell below the head without content. */
static bool has_empty_cell(cmark_node *table)
{
    cmark_node *head = cmark_node_first_child(table);
    for (cmark_node *row = head ? cmark_node_next(head) : NULL; row; row = cmark_node_next(row))
        for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell))
            if (!cmark_node_first_child(cell))
                return true;
    return false;
}

/* A table with blanks, which stands bare in a sheet: an element of the kit. */
static bool is_to_fill_in(const struct parse *parse, cmark_node *node)
{
    return parse->in_sheet && !parse->in_example && !parse->element && has_empty_cell(node);
}

/* ---- captions: Pandoc's table_captions ---- */

static bool is_caption(cmark_node *node)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && cmark_node_first_child(node) &&
           parts_of_caption(cmark_node_get_string_content(node)) > 0;
}

/* The paragraph above the table, unless it is the caption of another one, or the paragraph below. */
static cmark_node *find_caption(struct parse *parse, cmark_node *table)
{
    cmark_node *above = cmark_node_previous(table), *below = cmark_node_next(table);
    if (is_caption(above) && above != parse->caption)
        return above;
    return is_caption(below) ? below : NULL;
}

/* The {...} at a caption's end that no picture before it has taken; NULL. */
static const struct directive *caption_attributes(cmark_node *node)
{
    cmark_node *last = cmark_node_last_child(node), *before = last ? cmark_node_previous(last) : NULL;
    const struct directive *directive = last ? syntax_directive(last) : NULL;
    const bool taken = before && cmark_node_get_type(before) == CMARK_NODE_IMAGE;
    return directive && directive->role == ROLE_IS_ATTRIBUTES && !taken ? directive : NULL;
}

static struct attributes read_attributes(struct parse *parse, cmark_node *caption)
{
    static const char *const names[] = {".here", ".unnumbered"};
    const struct directive *directive = caption_attributes(caption);
    struct attributes given = {0};
    if (!directive)
        return given;
    struct locator locator;
    locator_open(&locator, parse->source, cmark_node_get_string_content(caption), block_line(caption),
                 cmark_node_get_start_column(caption));
    given = attributes_read(parse->reader, &locator, directive->attributes, directive->attributes_at);
    locator_close(&locator);
    attributes_allow(parse->reader, &given, "a table", names, G_N_ELEMENTS(names));
    return given;
}

/* The spans of a caption without its mark, which is at the start of the first one. */
static struct span *without_mark(struct span *spans)
{
    if (!spans || spans->kind != SPAN_TEXT)
        return spans;
    const size_t word = strcspn(spans->text, ":") + 1, mark = word + strspn(spans->text + word, " \t");
    spans->text += mark;
    spans->at.column += (int)mark;
    return *spans->text ? spans : spans->next;
}

static void read_caption(struct parse *parse, cmark_node *node, struct block *table)
{
    const struct attributes given = read_attributes(parse, node);
    parse->caption = node;
    table->spans = without_mark(spans_read(parse, node, NULL));
    table->id = given.id;
    table->table->here = attributes_find(&given, ".here");
    table->table->number = attributes_find(&given, ".unnumbered") ? 0 : 1; /* book_prepare counts */
}

struct block *table_place(struct parse *parse, cmark_node *node)
{
    if (is_to_fill_in(parse, node))
        return element_wrap(parse, ELEMENT_TABLE, node, block_place(parse, node));
    struct block *block = table_read(parse, node);
    cmark_node *caption = find_caption(parse, node);
    block->table->here = true;
    if (caption)
        read_caption(parse, caption, block);
    return block;
}

bool caption_taken(struct parse *parse, cmark_node *paragraph)
{
    cmark_node *next = cmark_node_next(paragraph);
    return paragraph == parse->caption ||
           (is_caption(paragraph) && is_table(next) && !is_to_fill_in(parse, next));
}

/* What is wrong with a paragraph that looks like a caption and is none. */
static void report_stray(struct parse *parse, cmark_node *paragraph)
{
    cmark_node *above = cmark_node_previous(paragraph), *below = cmark_node_next(paragraph);
    const struct position at = block_place(parse, paragraph);
    cmark_node *table = is_table(above) ? above : is_table(below) ? below : NULL;
    if (table && is_to_fill_in(parse, table))
        diags_report(parse->reader->diags, DIAG_ERROR, at, "caption-blanks",
                     "write its words into :::table[...] above the table, and ::: below it",
                     "a table to fill in has no caption");
    else if (table)
        diags_report(parse->reader->diags, DIAG_ERROR, at, "caption-twice", "keep one of them",
                     "the table has a caption already");
    else if (*cmark_node_get_string_content(paragraph) == ':')
        colon_report(parse, at);
}

struct span *caption_stray(struct parse *parse, cmark_node *paragraph, struct span *spans)
{
    const struct directive *directive = caption_attributes(paragraph);
    struct span **end = &spans;
    if (!is_caption(paragraph))
        return spans;
    report_stray(parse, paragraph);
    while (*end)
        end = &(*end)->next;
    if (directive) {
        *end = ARENA_NEW(parse->reader->arena, struct span);
        **end = (struct span){.kind = SPAN_TEXT, .at = block_place(parse, paragraph)};
        (*end)->text = arena_printf(parse->reader->arena, " %s", directive->attributes);
    }
    return spans;
}
