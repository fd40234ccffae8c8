#include <string.h>

#include "manuscript/html.h"

/* A tree while it grows. The innermost open element is the last one. */
struct growing {
    struct parse *parse;
    struct html_node root;
    GPtrArray *open; /* struct html_node */
    bool deep;       /* that was reported */
};

static struct html_node *top(const struct growing *growing)
{
    return growing->open->len ? g_ptr_array_index(growing->open, growing->open->len - 1)
                              : (struct html_node *)&growing->root;
}

static void pop(struct growing *growing)
{
    g_ptr_array_set_size(growing->open, (gint)growing->open->len - 1);
}

static struct html_node *add(struct growing *growing, enum html_node_kind kind, struct position at)
{
    struct html_node *node = ARENA_NEW(growing->parse->reader->arena, struct html_node),
                     *above = top(growing);
    node->kind = kind;
    node->at = at;
    node->end = &node->children;
    *above->end = node;
    above->end = &node->next;
    return node;
}

static unsigned takes(const struct html_node *node)
{
    return node->tag.rule ? node->tag.rule->takes : 0;
}

static enum html_form form_of(const struct html_node *node)
{
    return node->tag.rule ? node->tag.rule->form : HTML_IS_OUT;
}

/* An element that is over because of what comes: closed, or reported where it had to be. */
static void end_top(struct growing *growing)
{
    if (!(takes(top(growing)) & HTML_MAY_END))
        html_report_unclosed(growing->parse, &top(growing)->tag);
    pop(growing);
}

/* Whether the start of `next` is the end of an open element that says nothing of its own end
 * (HTML, 13.1.2.4). */
static bool ends(const struct html_node *open, const struct html_rule *next)
{
    const enum html_form form = next ? next->form : HTML_IS_OUT;
    switch (form_of(open)) {
    case HTML_IS_PARAGRAPH:
        return form > HTML_LAST_INLINE && form < HTML_IS_GONE;
    case HTML_IS_ITEM:
        return form == HTML_IS_ITEM;
    case HTML_IS_TERM:
    case HTML_IS_DEFINITION:
        return form == HTML_IS_TERM || form == HTML_IS_DEFINITION;
    case HTML_IS_CELL:
        return form == HTML_IS_CELL || form == HTML_IS_ROW || form == HTML_IS_ROWS;
    case HTML_IS_ROW:
        return form == HTML_IS_ROW || form == HTML_IS_ROWS;
    case HTML_IS_ROWS:
        return form == HTML_IS_ROWS;
    case HTML_IS_COLUMNS:
        return form == HTML_IS_ROW || form == HTML_IS_ROWS;
    case HTML_IS_BRACKET:
    case HTML_IS_PHRASE:
        return takes(open) & HTML_MAY_END && next && next->takes & HTML_MAY_END;
    default:
        return false;
    }
}

static void open_tag(struct growing *growing, const struct html_tag *tag)
{
    struct parse *parse = growing->parse;
    while (growing->open->len && ends(top(growing), tag->rule))
        end_top(growing);
    if (growing->open->len + (guint)parse->depth >= BLOCK_NESTING_LIMIT) {
        if (!growing->deep)
            diags_report(parse->reader->diags, DIAG_ERROR, tag->at, "nesting-deep", NULL,
                         "blocks are nested more than %d levels deep", BLOCK_NESTING_LIMIT);
        growing->deep = true;
        return;
    }
    struct html_node *node = add(growing, HTML_ELEMENT, tag->at);
    node->tag = *tag;
    if (!tag->alone)
        g_ptr_array_add(growing->open, node);
}

static void close_tag(struct growing *growing, const struct html_tag *tag)
{
    guint at = growing->open->len;
    while (at > 0 &&
           strcmp(((struct html_node *)g_ptr_array_index(growing->open, at - 1))->tag.name, tag->name) != 0)
        at--;
    if (at == 0) {
        if (!growing->deep)
            html_report_stray(growing->parse, tag);
        return;
    }
    while (growing->open->len > at)
        end_top(growing);
    pop(growing);
}

static void take_block(struct growing *growing, cmark_node *block)
{
    struct parse *parse = growing->parse;
    const char *text = cmark_node_get_literal(block);
    struct locator locator;
    locator_open(&locator, parse->source, text, cmark_node_get_start_line(block),
                 cmark_node_get_start_column(block));
    const struct html_place place = {&locator, {0}};
    struct html_token token;
    for (size_t cursor = 0; html_next(parse->reader->arena, &place, text, &cursor, &token);) {
        switch (token.kind) {
        case HTML_TEXT:
            add(growing, HTML_WORDS, token.at)->text = token.text;
            break;
        case HTML_OPEN:
            open_tag(growing, &token.tag);
            if (token.tag.rule && token.tag.rule->form == HTML_IS_GONE && !token.tag.alone)
                html_skip(text, &cursor, token.tag.name);
            break;
        case HTML_CLOSE:
            close_tag(growing, &token.tag);
            break;
        case HTML_BROKEN:
            html_report_broken(parse, token.at);
            break;
        case HTML_NOTHING:
            break;
        }
    }
    locator_close(&locator);
}

/* Blocks of Markdown, up to the next HTML. */
static cmark_node *take_markdown(struct growing *growing, cmark_node *from)
{
    cmark_node *until = from;
    while (until && cmark_node_get_type(until) != CMARK_NODE_HTML_BLOCK &&
           cmark_node_get_type(until) != CMARK_NODE_FOOTNOTE_DEFINITION)
        until = cmark_node_next(until);
    struct html_node *node = add(growing, HTML_MARKDOWN, block_place(growing->parse, from));
    node->from = from;
    node->until = until;
    return until;
}

struct html_node *html_tree(struct parse *parse, cmark_node *block, cmark_node **after)
{
    struct growing growing = {.parse = parse, .open = g_ptr_array_new()};
    growing.root.end = &growing.root.children;
    cmark_node *node = block;
    do {
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
            take_block(&growing, node);
            node = cmark_node_next(node);
        } else {
            node = take_markdown(&growing, node);
        }
        /* Only what holds blocks goes on. */
        while (growing.open->len && node && cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK &&
               !(takes(top(&growing)) & HTML_HOLDS) && form_of(top(&growing)) != HTML_IS_OUT)
            end_top(&growing);
    } while (growing.open->len && node && cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION);
    while (growing.open->len)
        end_top(&growing);
    g_ptr_array_free(growing.open, TRUE);
    *after = node;
    return growing.root.children;
}
