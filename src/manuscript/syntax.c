#include "manuscript/syntax.h"

#include <string.h>

#include "book/directive.h"
#include "manuscript/attributes.h"
#include "manuscript/syntax_parts.h"

/* Nodes are of types that cmark has, with what was written attached to them, instead of types of our own:
 * cmark hands out type numbers from a process-wide counter that can never be given back. Blocks are
 * CUSTOM_BLOCK; text is HTML_INLINE, because a cell of cmark-gfm's tables refuses CUSTOM_INLINE and would
 * lose the node. */
struct syntax {
    struct reader *reader;
    struct source *source; /* NULL in a fragment */
    cmark_syntax_extension *blocks, *text;
    cmark_node *closing; /* the container that a fence is just closing */
};

const struct directive *syntax_directive(cmark_node *node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_CUSTOM_BLOCK && type != CMARK_NODE_HTML_INLINE)
        return NULL;
    return cmark_node_get_user_data(node);
}

static void report(const struct syntax *syntax, enum severity severity, int line, int column,
                   const char *code, const char *hint, const char *message)
{
    if (syntax->source)
        diags_report(syntax->reader->diags, severity, source_at(syntax->source, line, column), code, hint,
                     "%s", message);
}

/* ---- blocks ---- */

static int can_contain(cmark_syntax_extension *extension, cmark_node *node, cmark_node_type child)
{
    const struct syntax *syntax = cmark_syntax_extension_get_private(extension);
    const struct directive *directive = syntax_directive(node);
    const bool is_inline = (child & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
    if (directive->role == ROLE_IS_CONTAINER || directive->role == ROLE_IS_DEFINITION)
        return !is_inline && child != CMARK_NODE_ITEM && node != syntax->closing;
    return is_inline && (directive->role == ROLE_IS_LABEL || directive->role == ROLE_IS_LEAF);
}

static int contains_inlines(cmark_syntax_extension *extension, cmark_node *node)
{
    (void)extension;
    const struct directive *directive = syntax_directive(node);
    return directive && (directive->role == ROLE_IS_LABEL || directive->role == ROLE_IS_LEAF);
}

/* A definition goes on over blank lines, and over lines that are as far in as its words, or four columns. */
static bool match_definition(cmark_parser *parser, const char *input, const struct directive *definition)
{
    enum { ENOUGH = 4 };
    const int indent = cmark_parser_get_indent(parser), take = indent >= ENOUGH ? ENOUGH : definition->indent;
    if (cmark_parser_is_blank(parser))
        return true;
    if (indent < take)
        return false;
    cmark_parser_advance_offset(parser, input, take, 1);
    return true;
}

/* Step 1 of cmark: a container takes every line; whether it is its fence is found in step 2, when
 * cmark knows which open blocks the line reaches. */
static int match_block(cmark_syntax_extension *extension, cmark_parser *parser, unsigned char *input,
                       int length, cmark_node *container)
{
    (void)extension, (void)length;
    const struct directive *directive = syntax_directive(container);
    if (directive && directive->role == ROLE_IS_DEFINITION)
        return match_definition(parser, (const char *)input, directive);
    return directive && directive->role == ROLE_IS_CONTAINER;
}

static cmark_node *add_block(struct syntax *syntax, cmark_parser *parser, cmark_node *parent, size_t column,
                             const struct directive *about)
{
    cmark_node *node = cmark_parser_add_child(parser, parent, CMARK_NODE_CUSTOM_BLOCK, (int)column + 1);
    cmark_node_set_syntax_extension(node, syntax->blocks);
    cmark_node_set_user_data(node, arena_copy(syntax->reader->arena, about, sizeof *about));
    return node;
}

/* The innermost container that the line reaches without leaving a list item, a quotation, a definition or a
 * note. */
static cmark_node *innermost(cmark_node *node)
{
    for (; node; node = cmark_node_parent(node)) {
        const struct directive *directive = syntax_directive(node);
        if (directive && directive->role == ROLE_IS_CONTAINER)
            return node;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE ||
            type == CMARK_NODE_FOOTNOTE_DEFINITION || (directive && directive->role == ROLE_IS_DEFINITION))
            return NULL;
    }
    return NULL;
}

/* There is no public way to close a block. But a node that cannot hold a new child is closed by cmark itself
 * when the child is added: so the fence becomes an (ignored) node that the container refuses. */
static cmark_node *close_container(struct syntax *syntax, cmark_parser *parser, cmark_node *parent,
                                   const struct directive *fence)
{
    cmark_node *container = innermost(parent);
    if (container) {
        struct directive *directive = cmark_node_get_user_data(container);
        directive->closed = true;
    } else {
        report(syntax, DIAG_WARNING, fence->line, (int)fence->at + 1, "fence-stray",
               "every ::: alone on its line closes the innermost open container",
               "this fence closes nothing");
    }
    syntax->closing = container;
    cmark_node *node = add_block(syntax, parser, parent, fence->at, fence);
    syntax->closing = NULL;
    return node;
}

static bool too_deep(struct syntax *syntax, cmark_node *parent, const struct directive *directive)
{
    int depth = 0;
    for (cmark_node *node = parent; node; node = cmark_node_parent(node))
        depth++;
    if (depth > NESTING_LIMIT)
        report(syntax, DIAG_ERROR, directive->line, (int)directive->at + 1, "nesting-deep",
               "close containers with ::: before others open", "blocks are nested more than 60 levels deep");
    return depth > NESTING_LIMIT;
}

/* A paragraph of terms. One that starts with a colon is a caption, or nothing; a picture is a figure. */
static bool is_terms(cmark_node *node)
{
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        return false;
    const char *content = cmark_node_get_string_content(node);
    return !parts_of_colon(content) && strncmp(content, "![", 2) != 0;
}

/* Below its terms, or below another definition of them; blank lines may stand between. */
static bool has_terms(cmark_node *parent)
{
    if (cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH)
        return is_terms(parent);
    cmark_node *above = cmark_node_last_child(parent);
    const struct directive *directive = above ? syntax_directive(above) : NULL;
    return above && (directive ? directive->role == ROLE_IS_DEFINITION : is_terms(above));
}

/* The columns of white space that belong to the colon: as with lists, one where code follows. */
static int gap_columns(const char *text, int column)
{
    enum { GAP_AT_MOST = 4, TAB = 4 };
    const int first = column;
    for (; *text == ' ' || *text == '\t'; text++)
        column += *text == '\t' ? TAB - column % TAB : 1;
    return column - first <= GAP_AT_MOST ? column - first : 1;
}

static cmark_node *open_definition(struct syntax *syntax, cmark_parser *parser, cmark_node *parent,
                                   const char *input, int start)
{
    struct directive about = {.role = ROLE_IS_DEFINITION, .at = (size_t)start};
    about.line = cmark_parser_get_line_number(parser);
    if (!has_terms(parent) || too_deep(syntax, parent, &about))
        return NULL;
    const int gap = gap_columns(input + start + 1, cmark_parser_get_first_nonspace_column(parser) + 1);
    about.indent = cmark_parser_get_indent(parser) + 1 + gap;
    cmark_parser_advance_offset(parser, input, start + 1 - cmark_parser_get_offset(parser), 0);
    cmark_parser_advance_offset(parser, input, gap, 1);
    return add_block(syntax, parser, parent, about.at, &about);
}

/* cmark takes every line below a table for a row of it; one that starts like a caption and has no bar is
 * none. */
static cmark_node *open_caption(cmark_parser *parser, cmark_node *parent, const char *input, int start)
{
    const char *line = input + start;
    if (!parts_of_caption(line) || memchr(line, '|', strcspn(line, "\r\n")))
        return NULL;
    return cmark_parser_add_child(parser, parent, CMARK_NODE_PARAGRAPH, start + 1);
}

static cmark_node *open_block(cmark_syntax_extension *extension, int indented, cmark_parser *parser,
                              cmark_node *parent, unsigned char *input, int length)
{
    struct syntax *syntax = cmark_syntax_extension_get_private(extension);
    const int start = cmark_parser_get_first_nonspace(parser);
    if (indented || start + 2 > length)
        return NULL;
    if (strcmp(cmark_node_get_type_string(parent), "table") == 0) {
        cmark_node *caption = open_caption(parser, parent, (const char *)input, start);
        if (caption)
            return caption;
    }
    if (parts_of_colon((const char *)input + start))
        return open_definition(syntax, parser, parent, (const char *)input, start);
    if (input[start] != ':' || input[start + 1] != ':')
        return NULL;
    struct directive about = {.line = cmark_parser_get_line_number(parser)};
    const char *problem = NULL;
    char *line = g_strndup((const char *)input, strcspn((const char *)input, "\r\n"));
    const bool found = parts_of_block(syntax->reader->arena, line, (size_t)start, &about, &problem);
    g_free(line);
    if (!found || (about.role != ROLE_IS_FENCE && too_deep(syntax, parent, &about)))
        return NULL;
    if (problem)
        report(syntax, DIAG_ERROR, about.line, (int)about.at + 1, "directive-syntax",
               "write it on one line: :::name[label]{key=value}", problem);
    cmark_parser_advance_offset(parser, (const char *)input,
                                (int)strcspn((const char *)input, "\r\n") - cmark_parser_get_offset(parser),
                                0);
    if (about.role == ROLE_IS_FENCE)
        return close_container(syntax, parser, parent, &about);
    const bool is_leaf = about.role == ROLE_IS_LEAF;
    cmark_node *node =
        add_block(syntax, parser, parent, is_leaf && about.label ? about.label_at : about.at, &about);
    if (!is_leaf && about.label) {
        about.role = ROLE_IS_LABEL;
        node = add_block(syntax, parser, node, about.label_at, &about);
    }
    if (about.label)
        cmark_node_set_string_content(node, about.label);
    return node;
}

/* ---- text ---- */

/* cmark offers every character that starts a piece of text, not only the special ones that were asked for. */
static bool is_ours(unsigned char character)
{
    return character == ':' || character == '{';
}

static cmark_node *add_inline(struct syntax *syntax, cmark_inline_parser *inlines,
                              const struct directive *about, size_t end)
{
    cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_HTML_INLINE, cmark_get_default_mem_allocator());
    cmark_node_set_user_data(node, arena_copy(syntax->reader->arena, about, sizeof *about));
    cmark_inline_parser_set_offset(inlines, (int)end);
    return node;
}

static bool is_caption(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
           parts_of_caption(cmark_node_get_string_content(node));
}

/* Braces right behind an image, or at the end of a heading's text or of a table's caption. */
static cmark_node *match_attributes(struct syntax *syntax, cmark_node *parent, cmark_inline_parser *inlines,
                                    const char *content, size_t at)
{
    const size_t length = attributes_length(content + at);
    if (!length)
        return NULL;
    cmark_node *last = cmark_node_last_child(parent);
    const bool after_image = last && cmark_node_get_type(last) == CMARK_NODE_IMAGE && at > 0 &&
                             (content[at - 1] == ')' || content[at - 1] == ']');
    const char *rest = content + at + length;
    const bool ends_heading = (cmark_node_get_type(parent) == CMARK_NODE_HEADING || is_caption(parent)) &&
                              strchr("#.", content[at + 1 + strspn(content + at + 1, " ")]) &&
                              rest[strspn(rest, " \t\r\n#")] == '\0';
    if (!after_image && !ends_heading)
        return NULL;
    struct directive about = {.role = ROLE_IS_ATTRIBUTES, .at = at, .attributes_at = at};
    about.attributes = arena_substring(syntax->reader->arena, content + at, length);
    return add_inline(syntax, inlines, &about, at + length);
}

static cmark_node *match_text(cmark_syntax_extension *extension, cmark_parser *parser, cmark_node *parent,
                              unsigned char character, cmark_inline_parser *inlines)
{
    (void)parser;
    struct syntax *syntax = cmark_syntax_extension_get_private(extension);
    const char *content = cmark_node_get_string_content(parent);
    const size_t at = (size_t)cmark_inline_parser_get_offset(inlines);
    if (!content || !is_ours(character))
        return NULL;
    if (character == '{')
        return match_attributes(syntax, parent, inlines, content, at);
    struct directive about = {0};
    const size_t length = parts_of_text(syntax->reader->arena, content, at, &about);
    return length ? add_inline(syntax, inlines, &about, at + length) : NULL;
}

/* ---- both ---- */

struct syntax *syntax_attach(cmark_parser *parser, struct reader *reader, struct source *source)
{
    struct syntax *syntax = g_new0(struct syntax, 1);
    cmark_mem *memory = cmark_get_default_mem_allocator();
    syntax->reader = reader;
    syntax->source = source;
    syntax->blocks = cmark_syntax_extension_new("directive-block");
    cmark_syntax_extension_set_private(syntax->blocks, syntax, NULL);
    cmark_syntax_extension_set_open_block_func(syntax->blocks, open_block);
    cmark_syntax_extension_set_match_block_func(syntax->blocks, match_block);
    cmark_syntax_extension_set_can_contain_func(syntax->blocks, can_contain);
    cmark_syntax_extension_set_contains_inlines_func(syntax->blocks, contains_inlines);
    syntax->text = cmark_syntax_extension_new("directive-text");
    cmark_syntax_extension_set_private(syntax->text, syntax, NULL);
    cmark_syntax_extension_set_match_inline_func(syntax->text, match_text);
    cmark_llist *characters = cmark_llist_append(memory, NULL, (void *)(size_t)':');
    characters = cmark_llist_append(memory, characters, (void *)(size_t)'{');
    cmark_syntax_extension_set_special_inline_chars(syntax->text, characters);
    cmark_parser_attach_syntax_extension(parser, syntax->blocks);
    cmark_parser_attach_syntax_extension(parser, syntax->text);
    return syntax;
}

void syntax_free(struct syntax *syntax)
{
    if (!syntax)
        return;
    cmark_mem *memory = cmark_get_default_mem_allocator();
    cmark_syntax_extension_free(memory, syntax->blocks);
    cmark_syntax_extension_free(memory, syntax->text);
    g_free(syntax);
}
