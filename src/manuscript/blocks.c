#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "manuscript/html.h"
#include "manuscript/parse.h"

/* Lines of the text that stood directly above a table: cmark cuts it off as a paragraph without a place, and
 * gives the table and its head the place of that paragraph. */
static int lines_above(cmark_node *table)
{
    cmark_node *above = cmark_node_previous(table);
    int lines = 0;
    if (above && cmark_node_get_start_line(above) == 0 && cmark_node_first_child(above))
        for (const char *p = cmark_node_get_string_content(above); *p; p++)
            lines += *p == '\n' || !p[1];
    return lines;
}

int block_line(cmark_node *node)
{
    cmark_node *next = cmark_node_next(node), *parent = cmark_node_parent(node);
    const char *type = cmark_node_get_type_string(node);
    const int line = cmark_node_get_start_line(node);
    if (line == 0)
        return next ? cmark_node_get_start_line(next) : 1;
    if (strcmp(type, "table") == 0)
        return line + lines_above(node);
    if (strcmp(type, "table_header") == 0)
        return block_line(parent);
    if (strcmp(type, "table_cell") == 0 && strcmp(cmark_node_get_type_string(parent), "table_header") == 0)
        return block_line(parent);
    return line;
}

struct position block_place(struct parse *parse, cmark_node *node)
{
    return source_at(parse->source, block_line(node), MAX(cmark_node_get_start_column(node), 1));
}

struct block *block_new(struct parse *parse, enum block_kind kind, struct position at)
{
    struct block *block = ARENA_NEW(parse->reader->arena, struct block);
    block->kind = kind;
    block->at = at;
    return block;
}

static bool is_extension(cmark_node *node, const char *type)
{
    return strcmp(cmark_node_get_type_string(node), type) == 0;
}

/* ---- headings ---- */

/* The {...} at a heading's end; NULL. */
static const struct directive *heading_attributes(cmark_node *node)
{
    cmark_node *last = cmark_node_last_child(node);
    const struct directive *directive = last ? syntax_directive(last) : NULL;
    return directive && directive->role == ROLE_IS_ATTRIBUTES ? directive : NULL;
}

static struct attributes read_heading_attributes(struct parse *parse, cmark_node *node, bool is_title)
{
    static const char *const names[] = {".unnumbered", ".copyright", ".dedication", ".glossary"};
    struct attributes given = {0};
    const struct directive *directive = heading_attributes(node);
    if (!directive)
        return given;
    struct locator locator;
    locator_open(&locator, parse->source, cmark_node_get_string_content(node),
                 cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    given = attributes_read(parse->reader, &locator, directive->attributes, directive->attributes_at);
    locator_close(&locator);
    attributes_allow(parse->reader, &given, is_title ? "a chapter's title" : "a heading", names,
                     is_title ? G_N_ELEMENTS(names) : 1);
    return given;
}

struct block *heading_place(struct parse *parse, struct block *heading)
{
    struct document *document = parse->document;
    if (!heading->spans) {
        diags_report(parse->reader->diags, DIAG_ERROR, heading->at, "heading-empty", NULL, "the heading has no words");
        return NULL;
    }
    if (heading->level == 1 && parse->at_top && !document->title) {
        document->title = heading->spans;
        document->at = heading->at;
        document->id = heading->id;
        return NULL;
    }
    if (heading->level == 1)
        diags_report(parse->reader->diags, DIAG_WARNING, heading->at, "heading-second",
                     "write ## for sections; a new chapter is a file of its own",
                     "the file has a title already; this one becomes a section");
    heading->level = MAX(heading->level, 2);
    return heading;
}

static struct block *read_heading(struct parse *parse, cmark_node *node)
{
    struct document *document = parse->document;
    const int level = cmark_node_get_heading_level(node);
    const bool is_title = level == 1 && parse->at_top && !document->title;
    const struct attributes given = read_heading_attributes(parse, node, is_title);
    struct block *block = block_new(parse, BLOCK_HEADING, block_place(parse, node));
    block->level = level;
    block->spans = spans_read(parse, node, NULL);
    block->id = given.id;
    block = heading_place(parse, block);
    if (is_title && document->title) {
        document->unnumbered = attributes_find(&given, ".unnumbered");
        document->copyright = attributes_find(&given, ".copyright");
        document->glossary = attributes_find(&given, ".glossary");
        document->dedication = attributes_find(&given, ".dedication");
    }
    return block;
}

/* ---- lists ---- */

static bool is_task(cmark_node *item)
{
    return is_extension(item, "tasklist");
}

static struct block *read_item(struct parse *parse, cmark_node *node)
{
    struct block *item = block_new(parse, BLOCK_ITEM, block_place(parse, node));
    const char **outer = parse->counts;
    const bool counted = parse->element && parse->element->rule->kind == ELEMENT_INVENTORY;
    if (is_task(node))
        item->task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? TASK_DONE : TASK_OPEN;
    parse->counts = counted ? &item->group : NULL;
    item->children = blocks_read(parse, node, NULL);
    parse->counts = outer;
    return item;
}

struct block *list_read(struct parse *parse, cmark_node *node)
{
    struct block *block = block_new(parse, BLOCK_LIST, block_place(parse, node));
    block->list = ARENA_NEW(parse->reader->arena, struct list);
    block->list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    block->list->start = cmark_node_get_list_start(node);
    block->list->tight = cmark_node_get_list_tight(node);
    struct block **end = &block->children;
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        *end = read_item(parse, child);
        end = &(*end)->next;
    }
    return block;
}

static struct block *read_list(struct parse *parse, cmark_node *node)
{
    bool tasks = false;
    for (cmark_node *item = cmark_node_first_child(node); item; item = cmark_node_next(item))
        tasks = tasks || is_task(item);
    if (tasks && parse->in_sheet && !parse->in_example && !parse->element)
        return element_wrap(parse, ELEMENT_CHECKLIST, node, block_place(parse, node));
    return list_read(parse, node);
}

/* ---- quotations and the boxes made of them ---- */

/* GitHub's alerts: a quotation whose first line is "[!NOTE]". */
static bool alert_of(cmark_node *quote, enum box_kind *box)
{
    static const char *const names[] = {"[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"};
    cmark_node *first = cmark_node_first_child(quote);
    if (!first || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
        return false;
    const char *content = cmark_node_get_string_content(first);
    const size_t length = strcspn(content, " \t\r\n");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strlen(names[i]) == length && g_ascii_strncasecmp(content, names[i], length) == 0 &&
            strchr("\r\n", content[length + strspn(content + length, " \t")])) {
            *box = (enum box_kind)(BOX_NOTE + (int)i);
            return true;
        }
    return false;
}

static struct block *read_quote(struct parse *parse, cmark_node *node)
{
    enum box_kind box;
    if (!alert_of(node, &box)) {
        struct block *quote = block_new(parse, BLOCK_QUOTE, block_place(parse, node));
        quote->children = blocks_read(parse, node, NULL);
        return quote->children ? quote : NULL;
    }
    struct block *block = block_new(parse, BLOCK_BOX, block_place(parse, node));
    block->box = box;
    cmark_node *mark = cmark_node_first_child(node), *inside = cmark_node_first_child(mark);
    while (inside && cmark_node_get_type(inside) != CMARK_NODE_SOFTBREAK)
        inside = cmark_node_next(inside);
    inside = inside ? cmark_node_next(inside) : NULL;
    struct block **end = &block->children;
    if (inside) {
        *end =
            block_new(parse, BLOCK_PARAGRAPH, source_at(parse->source, cmark_node_get_start_line(inside), 1));
        (*end)->spans = spans_read(parse, mark, inside);
        end = &(*end)->next;
    }
    if (cmark_node_next(mark))
        *end = blocks_read(parse, node, cmark_node_next(mark));
    return block;
}

/* ---- the rest ---- */

static struct block *read_code(struct parse *parse, cmark_node *node)
{
    struct block *block = block_new(parse, BLOCK_CODE, block_place(parse, node));
    const char *info = cmark_node_get_fence_info(node);
    const size_t length = info ? strcspn(info, " \t{") : 0;
    block->text = arena_string(parse->reader->arena, cmark_node_get_literal(node));
    block->syntax = length ? arena_substring(parse->reader->arena, info, length) : NULL;
    return block;
}

static bool only_marks(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind != SPAN_INDEX)
            return false;
    return spans != NULL;
}

static struct block *read_paragraph(struct parse *parse, cmark_node *node)
{
    bool is_figure;
    struct block *block = figure_read(parse, node, &is_figure);
    if (is_figure || caption_taken(parse, node))
        return block;
    block = block_new(parse, BLOCK_PARAGRAPH, block_place(parse, node));
    block->spans = caption_stray(parse, node, spans_read(parse, node, NULL));
    if (only_marks(block->spans))
        diags_report(parse->reader->diags, DIAG_WARNING, block->at, "index-alone",
                     "put it into the paragraph that it is about",
                     "a mark for the index alone makes an empty line");
    return block->spans ? block : NULL;
}

static struct block *read_block(struct parse *parse, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        return read_paragraph(parse, node);
    case CMARK_NODE_HEADING:
        return read_heading(parse, node);
    case CMARK_NODE_LIST:
        return read_list(parse, node);
    case CMARK_NODE_BLOCK_QUOTE:
        return read_quote(parse, node);
    case CMARK_NODE_CODE_BLOCK:
        return read_code(parse, node);
    case CMARK_NODE_THEMATIC_BREAK:
        return block_new(parse, BLOCK_BREAK, block_place(parse, node));
    case CMARK_NODE_CUSTOM_BLOCK:
        return directive_read(parse, node);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return NULL; /* read apart */
    default:
        return is_extension(node, "table") ? table_place(parse, node) : NULL;
    }
}

/* What begins at a node; *after is the next to read. */
static struct block *read_at(struct parse *parse, cmark_node *node, cmark_node **after)
{
    *after = cmark_node_next(node);
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK)
        return html_blocks(parse, html_tree(parse, node, after));
    return definitions_begin(node) ? definitions_read(parse, node, after) : read_block(parse, node);
}

struct block *blocks_between(struct parse *parse, cmark_node *from, const cmark_node *until)
{
    struct block *first = NULL, **end = &first;
    for (cmark_node *node = from, *after; node && node != until; node = after) {
        *end = read_at(parse, node, &after);
        while (*end)
            end = &(*end)->next;
    }
    return first;
}

struct block *blocks_read(struct parse *parse, cmark_node *parent, cmark_node *from)
{
    const bool at_top = parse->at_top;
    if (parse->depth > BLOCK_NESTING_LIMIT) {
        diags_report(parse->reader->diags, DIAG_ERROR, block_place(parse, parent), "nesting-deep", NULL,
                     "blocks are nested more than %d levels deep", BLOCK_NESTING_LIMIT);
        return NULL;
    }
    parse->depth++;
    parse->at_top = at_top && cmark_node_get_type(parent) == CMARK_NODE_DOCUMENT;
    struct block *first = blocks_between(parse, from ? from : cmark_node_first_child(parent), NULL);
    parse->at_top = at_top;
    parse->depth--;
    return first;
}
