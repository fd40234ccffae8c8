#include <string.h>

#include "manuscript/parse.h"

static bool is_table(cmark_node *node)
{
    return strcmp(cmark_node_get_type_string(node), "table") == 0;
}

/* What a container's content must be, in words. */
static const char *wanted_content(const struct element_rule *rule)
{
    switch (rule->holds) {
    case HOLDS_LIST:
        return "one list";
    case HOLDS_TABLE:
        return "one table";
    case HOLDS_QUESTIONS:
        return "one numbered list of questions";
    default:
        return "nothing";
    }
}

static bool is_wanted(const struct element_rule *rule, cmark_node *node)
{
    switch (rule->holds) {
    case HOLDS_LIST:
        return cmark_node_get_type(node) == CMARK_NODE_LIST;
    case HOLDS_TABLE:
        return is_table(node);
    case HOLDS_QUESTIONS:
        return cmark_node_get_type(node) == CMARK_NODE_LIST &&
               cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    default:
        return false;
    }
}

/* The one list or table inside a container; NULL, reported, when the content is something else. */
static cmark_node *content_of(struct parse *parse, cmark_node *container, const struct element_rule *rule,
                              struct position at)
{
    cmark_node *found = NULL;
    bool good = true;
    for (cmark_node *node = cmark_node_first_child(container); node; node = cmark_node_next(node)) {
        const struct directive *directive = syntax_directive(node);
        if (directive && (directive->role == ROLE_IS_LABEL || directive->role == ROLE_IS_FENCE))
            continue;
        good = good && !found && is_wanted(rule, node);
        found = found ? found : node;
    }
    if (found && good)
        return found;
    diags_report(parse->reader->diags, DIAG_ERROR, at, "element-content", NULL,
                 "\"%s\" holds %s and nothing else", rule->name, wanted_content(rule));
    return NULL;
}

static struct block *element_new(struct parse *parse, const struct element_rule *rule,
                                 const struct attributes *given, struct position at)
{
    const struct attributes values =
        attributes_check(parse->reader, given, rule->name, rule->attributes, rule->attribute_count, true);
    struct block *block = block_new(parse, BLOCK_ELEMENT, at);
    struct element *element = ARENA_NEW(parse->reader->arena, struct element);
    element->rule = rule;
    element->attributes = values.list;
    element->attribute_count = values.count;
    block->element = element;
    block->id = values.id;
    return block;
}

/* ---- tables: widths and empty rows ---- */

static void read_widths(struct parse *parse, const struct element *element, struct table *table,
                        struct position at)
{
    const char *text = element_text(element, "widths");
    if (!text)
        return;
    double *widths = ARENA_ARRAY(parse->reader->arena, double, table->columns), sum = 0;
    char **words = g_strsplit_set(text, " ,", -1);
    size_t count = 0;
    bool good = true;
    for (char **word = words; *word; word++) {
        double number;
        if (!**word)
            continue;
        good = good && attribute_parse_number(*word, &number) && number > 0;
        if (good && count < table->columns)
            sum += widths[count] = number;
        count++;
    }
    g_strfreev(words);
    if (good && count == table->columns && sum >= 99 && sum <= 101) {
        table->widths = widths;
        return;
    }
    diags_report(parse->reader->diags, DIAG_ERROR, at, "attribute-value",
                 arena_printf(parse->reader->arena, "%zu numbers that together make 100", table->columns),
                 "widths=\"%s\" does not fit a table of %zu columns", text, table->columns);
}

static void add_rows(struct parse *parse, const struct element *element, struct block *table)
{
    const int wanted = element_text(element, "rows") ? element_integer(element, "rows") : 0;
    int rows = -1; /* the head */
    struct block **end = &table->children;
    for (; *end; end = &(*end)->next)
        rows++;
    for (; rows < wanted; rows++) {
        struct block *row = block_new(parse, BLOCK_ROW, table->at), **cell = &row->children;
        for (size_t column = 0; column < table->table->columns; column++) {
            *cell = block_new(parse, BLOCK_CELL, table->at);
            (*cell)->align = table->table->align[column];
            cell = &(*cell)->next;
        }
        *end = row;
        end = &row->next;
    }
}

/* ---- an element ---- */

static void fill(struct parse *parse, struct block *block, cmark_node *content)
{
    const struct element *outer = parse->element;
    parse->element = block->element;
    if (content && is_table(content)) {
        block->children = table_read(parse, content);
        read_widths(parse, block->element, block->children->table, block->at);
        add_rows(parse, block->element, block->children);
    } else if (content) {
        block->children = list_read(parse, content);
    }
    parse->element = outer;
    element_check(parse, block);
}

struct block *element_read(struct parse *parse, cmark_node *node, const struct element_rule *rule,
                           const struct attributes *given, struct span *prompt, struct position at)
{
    struct block *block = element_new(parse, rule, given, at);
    block->spans = prompt;
    cmark_node *content = NULL;
    if (syntax_directive(node)->role == ROLE_IS_CONTAINER && rule->holds != HOLDS_BLOCKS) {
        content = content_of(parse, node, rule, at);
        if (!content)
            return NULL;
    }
    fill(parse, block, content);
    return block;
}

struct block *element_wrap(struct parse *parse, enum element_kind kind, cmark_node *node, struct position at)
{
    const struct attributes none = {0};
    struct block *block = element_new(parse, element_rule(kind), &none, at);
    fill(parse, block, node);
    return block;
}
