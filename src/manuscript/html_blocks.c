#include <string.h>

#include "manuscript/html.h"

bool html_has_class(const struct html_given *given, const char *name)
{
    char **names =
        given->traits && given->traits->classes ? g_strsplit(given->traits->classes, " ", -1) : NULL;
    const bool has = names && g_strv_contains((const char *const *)names, name);
    g_strfreev(names);
    return has;
}

void html_mark(struct block *block, const struct html_given *given)
{
    block->id = given->id;
    block->lang = given->lang;
    block->traits = given->traits;
}

static struct block *marked(struct parse *parse, enum block_kind kind, const struct html_node *node)
{
    const struct html_given given = html_attributes(parse, &node->tag);
    struct block *block = block_new(parse, kind, node->at);
    html_mark(block, &given);
    return block;
}

static bool all_inline(const struct html_node *nodes)
{
    for (const struct html_node *node = nodes; node; node = node->next)
        if (!html_is_words(node))
            return false;
    return true;
}

/* The only thing that a node holds beside white space; NULL. */
static const struct html_node *only_child(const struct html_node *nodes)
{
    const struct html_node *only = NULL;
    for (const struct html_node *node = nodes; node; node = node->next) {
        if (html_is_blank(node))
            continue;
        if (only)
            return NULL;
        only = node;
    }
    return only;
}

/* A picture that stands alone: a figure, numbered where it has a caption. */
static struct block *picture(struct parse *parse, const struct html_node *img, const struct html_node *legend)
{
    struct span *span = html_span(parse, &img->tag, NULL), *inner = span;
    if (inner && inner->kind == SPAN_PHRASE)
        inner = inner->children;
    if (!inner)
        return NULL;
    struct block *block = block_new(parse, BLOCK_FIGURE, img->at);
    block->figure = ARENA_NEW(parse->reader->arena, struct figure);
    block->figure->image = inner->image;
    block->figure->alt = inner->text;
    block->spans = legend ? html_words(parse, legend->children) : NULL;
    block->figure->number = block->spans ? 1 : 0; /* book_prepare counts */
    block->figure->here = !block->spans;
    block->id = span->id;
    block->lang = span->lang;
    block->traits = span->traits;
    return block;
}

static struct block *paragraph_of(struct parse *parse, const struct html_node *from,
                                  const struct html_node *until)
{
    struct span *spans = html_run(parse, from, until);
    if (!spans)
        return NULL;
    struct block *block = block_new(parse, BLOCK_PARAGRAPH, spans->at);
    block->spans = spans;
    return block;
}

static struct block *paragraph(struct parse *parse, const struct html_node *node)
{
    const struct html_node *only = only_child(node->children);
    if (only && html_is_form(only, HTML_IS_IMAGE))
        return html_blocks(parse, only);
    if (!all_inline(node->children)) {
        html_attributes(parse, &node->tag);
        return html_blocks(parse, node->children);
    }
    struct block *block = marked(parse, BLOCK_PARAGRAPH, node);
    block->spans = html_run(parse, node->children, NULL);
    return block->spans || block->id ? block : NULL;
}

static struct block *heading(struct parse *parse, const struct html_node *node)
{
    struct block *block = marked(parse, BLOCK_HEADING, node);
    block->level = node->tag.rule->value;
    block->spans = html_words(parse, node->children);
    return heading_place(parse, block);
}

static struct block *holder(struct parse *parse, const struct html_node *node, enum block_kind kind)
{
    struct block *block = marked(parse, kind, node);
    if (kind == BLOCK_BOX)
        block->box = node->tag.rule->form == HTML_IS_FOLD || node->tag.rule->form == HTML_IS_FIGURE
                         ? BOX_PLAIN
                         : (enum box_kind)node->tag.rule->value;
    block->children = html_blocks(parse, node->children);
    return block->children || block->id ? block : NULL;
}

/* Items are tight when none of them was written with a paragraph of its own. */
static bool is_loose(const struct html_node *item)
{
    for (const struct html_node *node = item->children; node; node = node->next)
        if (node->kind == HTML_MARKDOWN || html_is_form(node, HTML_IS_PARAGRAPH))
            return true;
    return false;
}

static struct block *list(struct parse *parse, const struct html_node *node)
{
    const struct html_given given = html_attributes(parse, &node->tag);
    struct block *block = block_new(parse, BLOCK_LIST, node->at), **end = &block->children;
    html_mark(block, &given);
    block->list = ARENA_NEW(parse->reader->arena, struct list);
    *block->list = (struct list){.ordered = node->tag.rule->value, .start = given.start, .tight = true};
    for (const struct html_node *child = node->children; child; child = child->next) {
        if (html_is_blank(child))
            continue;
        const bool item = html_is_form(child, HTML_IS_ITEM);
        if (!item && child->kind == HTML_ELEMENT)
            html_report_misplaced(parse, &child->tag, "a list holds items: <li>");
        *end = item ? marked(parse, BLOCK_ITEM, child) : block_new(parse, BLOCK_ITEM, child->at);
        struct html_node alone = *child;
        alone.next = NULL;
        (*end)->children = html_blocks(parse, item ? child->children : &alone);
        block->list->tight = block->list->tight && !(item && is_loose(child));
        end = &(*end)->next;
    }
    return block->children ? block : NULL;
}

/* Terms, then what they mean, and so on. */
static bool is_sound(const struct html_node *list)
{
    enum { NOTHING, TERM, DEFINITION } last = NOTHING;
    for (const struct html_node *child = list->children; child; child = child->next) {
        if (html_is_blank(child))
            continue;
        if (html_is_form(child, HTML_IS_TERM))
            last = TERM;
        else if (html_is_form(child, HTML_IS_DEFINITION) && last != NOTHING)
            last = DEFINITION;
        else
            return false;
    }
    return last == DEFINITION;
}

static struct block *definitions(struct parse *parse, const struct html_node *node)
{
    if (!is_sound(node)) {
        html_report_misplaced(parse, &node->tag, "it holds terms, <dt>, and after them what they mean, <dd>");
        struct block *first = NULL, **end = &first;
        for (const struct html_node *child = node->children; child; child = child->next) {
            struct html_node alone = *child;
            alone.next = NULL;
            *end = html_blocks(parse, child->kind == HTML_ELEMENT ? child->children : &alone);
            while (*end)
                end = &(*end)->next;
        }
        return first;
    }
    struct block *block = marked(parse, BLOCK_DEFINITIONS, node), **end = &block->children;
    for (const struct html_node *child = node->children; child; child = child->next) {
        if (child->kind != HTML_ELEMENT)
            continue;
        const bool term = html_is_form(child, HTML_IS_TERM);
        *end = marked(parse, term ? BLOCK_TERM : BLOCK_DEFINITION, child);
        if (term)
            (*end)->spans = html_words(parse, child->children);
        else
            (*end)->children = html_blocks(parse, child->children);
        end = &(*end)->next;
    }
    return block;
}

/* A picture with its legend; anything else is a box, with the legend as a paragraph where it stands. */
static struct block *figure(struct parse *parse, const struct html_node *node)
{
    const struct html_node *img = NULL, *legend = NULL;
    bool more = false;
    for (const struct html_node *child = node->children; child; child = child->next) {
        if (html_is_blank(child))
            continue;
        const struct html_node *inside =
            html_is_form(child, HTML_IS_PARAGRAPH) ? only_child(child->children) : child;
        if (!img && inside && html_is_form(inside, HTML_IS_IMAGE))
            img = inside;
        else if (!legend && html_is_form(child, HTML_IS_LEGEND))
            legend = child;
        else
            more = true;
    }
    if (!img || more)
        return holder(parse, node, BLOCK_BOX);
    const struct html_given given = html_attributes(parse, &node->tag);
    struct block *block = picture(parse, img, legend);
    if (block && given.id)
        block->id = given.id;
    if (block && given.lang)
        block->lang = given.lang;
    if (block && given.traits)
        block->traits = given.traits;
    if (block && html_has_class(&given, "unnumbered"))
        block->figure->number = 0;
    if (block && html_has_class(&given, "here"))
        block->figure->here = true;
    return block;
}

/* A summary is the head of what folds: a line in strong type. */
static struct block *summary(struct parse *parse, const struct html_node *node)
{
    struct block *block = marked(parse, BLOCK_PARAGRAPH, node);
    struct span *spans = html_words(parse, node->children);
    if (!spans)
        return NULL;
    block->spans = ARENA_NEW(parse->reader->arena, struct span);
    *block->spans = (struct span){.kind = SPAN_STRONG, .at = spans->at, .children = spans};
    return block;
}

static void append_verbatim(GString *text, const struct html_node *nodes)
{
    for (const struct html_node *node = nodes; node; node = node->next) {
        if (node->kind == HTML_WORDS)
            g_string_append(text, node->text);
        else if (html_is_form(node, HTML_IS_BREAK))
            g_string_append_c(text, '\n');
        append_verbatim(text, node->children);
    }
}

static struct block *code(struct parse *parse, const struct html_node *node)
{
    struct block *block = marked(parse, BLOCK_CODE, node);
    GString *text = g_string_new(NULL);
    append_verbatim(text, node->children);
    if (text->str[0] == '\n') /* HTML, 13.2.6.4.7: the first one is none */
        g_string_erase(text, 0, 1);
    if (!text->len || text->str[text->len - 1] != '\n')
        g_string_append_c(text, '\n');
    block->text = arena_string(parse->reader->arena, text->str);
    g_string_free(text, TRUE);
    return block;
}

static struct block *misplaced(struct parse *parse, const struct html_node *node)
{
    html_report_misplaced(parse, &node->tag, "items stand in lists, rows and cells in tables, terms in <dl>");
    return html_blocks(parse, node->children);
}

static struct block *left_out(struct parse *parse, const struct html_node *node)
{
    html_report_out(parse, &node->tag);
    return node->tag.rule && node->tag.rule->form == HTML_IS_GONE ? NULL : html_blocks(parse, node->children);
}

static struct block *element(struct parse *parse, const struct html_node *node)
{
    const struct html_rule *rule = node->tag.rule;
    switch (rule ? rule->form : HTML_IS_OUT) {
    case HTML_IS_PARAGRAPH:
        return paragraph(parse, node);
    case HTML_IS_HEADING:
        return heading(parse, node);
    case HTML_IS_BOX:
    case HTML_IS_FOLD:
        return holder(parse, node, BLOCK_BOX);
    case HTML_IS_QUOTE:
        return holder(parse, node, BLOCK_QUOTE);
    case HTML_IS_LIST:
        return list(parse, node);
    case HTML_IS_DEFINITIONS:
        return definitions(parse, node);
    case HTML_IS_TABLE:
        return html_table(parse, node);
    case HTML_IS_FIGURE:
        return figure(parse, node);
    case HTML_IS_THOUGHT:
        return marked(parse, BLOCK_BREAK, node);
    case HTML_IS_PRE:
        return code(parse, node);
    case HTML_IS_SUMMARY:
        return summary(parse, node);
    case HTML_IS_LEGEND:
        return html_blocks(parse, node->children);
    case HTML_IS_GONE:
    case HTML_IS_OUT:
        return left_out(parse, node);
    default:
        return misplaced(parse, node);
    }
}

/* Words and inline elements that stand side by side: a paragraph, or a figure where they are one picture.
 * *node is moved behind them. */
static struct block *run_at(struct parse *parse, const struct html_node **node)
{
    const struct html_node *from = *node, *picture_of = NULL, *until = from;
    size_t others = 0;
    for (; until && html_is_words(until); until = until->next) {
        if (html_is_form(until, HTML_IS_IMAGE) && !picture_of)
            picture_of = until;
        else
            others += !html_is_blank(until);
    }
    *node = until;
    return picture_of && !others ? picture(parse, picture_of, NULL) : paragraph_of(parse, from, until);
}

static struct block *block_at(struct parse *parse, const struct html_node **node)
{
    const struct html_node *first = *node;
    if (html_is_words(first))
        return run_at(parse, node);
    *node = first->next;
    return first->kind == HTML_MARKDOWN ? blocks_between(parse, first->from, first->until)
                                        : element(parse, first);
}

struct block *html_blocks(struct parse *parse, const struct html_node *nodes)
{
    struct block *first = NULL, **end = &first;
    parse->depth++;
    for (const struct html_node *node = nodes; node;) {
        *end = block_at(parse, &node);
        while (*end)
            end = &(*end)->next;
    }
    parse->depth--;
    return first;
}
