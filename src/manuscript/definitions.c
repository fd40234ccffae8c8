/* definitions: lists of terms and what they mean (PHP Markdown Extra's "Definition Lists"; Pandoc's
 * definition_lists). The definitions are nodes of syntax.c; the paragraph before them holds the terms. */
#include "manuscript/parse.h"
#include "manuscript/syntax_parts.h"

static bool is_definition(cmark_node *node)
{
    const struct directive *directive = node ? syntax_directive(node) : NULL;
    return directive && directive->role == ROLE_IS_DEFINITION;
}

bool definitions_begin(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && is_definition(cmark_node_next(node)) &&
           !parts_of_colon(cmark_node_get_string_content(node));
}

/* Each line of the paragraph is a term. */
static struct block **read_terms(struct parse *parse, cmark_node *paragraph, struct block **end)
{
    GPtrArray *lines = g_ptr_array_new();
    spans_read_lines(parse, paragraph, lines);
    for (guint i = 0; i < lines->len; i++) {
        struct span *spans = g_ptr_array_index(lines, i);
        *end = block_new(parse, BLOCK_TERM, spans->at);
        (*end)->spans = spans;
        end = &(*end)->next;
    }
    g_ptr_array_free(lines, TRUE);
    return end;
}

static struct block *read_definition(struct parse *parse, cmark_node *node)
{
    const struct directive *directive = syntax_directive(node);
    struct block *block =
        block_new(parse, BLOCK_DEFINITION, source_at(parse->source, directive->line, (int)directive->at + 1));
    block->children = blocks_read(parse, node, NULL);
    return block;
}

struct block *definitions_read(struct parse *parse, cmark_node *node, cmark_node **after)
{
    struct block *list = block_new(parse, BLOCK_DEFINITIONS, block_place(parse, node)),
                 **end = &list->children;
    while (node && definitions_begin(node)) {
        end = read_terms(parse, node, end);
        for (node = cmark_node_next(node); is_definition(node); node = cmark_node_next(node)) {
            *end = read_definition(parse, node);
            end = &(*end)->next;
        }
    }
    *after = node;
    return list;
}

struct block *definition_stray(struct parse *parse, cmark_node *node)
{
    struct block *block = read_definition(parse, node);
    colon_report(parse, block->at);
    return block->children;
}

void colon_report(struct parse *parse, struct position at)
{
    diags_report(parse->reader->diags, DIAG_WARNING, at, "colon-stray",
                 "a definition stands below its term, the caption of a table above or below the table",
                 "the line starts like a definition or a caption, but is neither");
}
