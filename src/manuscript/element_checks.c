#include <string.h>

#include "base/text.h"
#include "book/words.h"
#include "manuscript/clean.h"
#include "manuscript/parse.h"

void element_report(struct parse *parse, const struct block *block, const char *code, const char *hint,
                    const char *message)
{
    diags_report(parse->reader->diags, DIAG_ERROR, block->at, code, hint, "%s", message);
}

int element_count_items(const struct block *list)
{
    int count = 0;
    for (const struct block *item = list ? list->children : NULL; item; item = item->next)
        count++;
    return count;
}

/* Reports what holds too little or too much: a wheel with two spokes, a table with nine columns. */
static void check_count(struct parse *parse, const struct block *block)
{
    const struct element_rule *rule = block->element->rule;
    const struct block *held = block->children;
    const int count = held->kind == BLOCK_TABLE ? (int)held->table->columns : element_count_items(held);
    if (count >= rule->least && count <= rule->most)
        return;
    const char *range = rule->least == rule->most
                            ? arena_printf(parse->reader->arena, "%d", rule->most)
                            : arena_printf(parse->reader->arena, "%d to %d", rule->least, rule->most);
    diags_report(parse->reader->diags, DIAG_ERROR, block->at, "element-count", NULL,
                 "\"%s\" takes %s %s, not %d", rule->name, range, rule->items, count);
}

static struct attribute *own_attribute(const struct block *block, const char *name)
{
    for (size_t i = 0; i < block->element->attribute_count; i++)
        if (strcmp(block->element->attributes[i].name, name) == 0)
            return (struct attribute *)&block->element->attributes[i];
    return NULL;
}

/* "toward, away" as a list of names. */
static char **split_names(const char *text)
{
    char **names = g_strsplit(text ? text : "", ",", -1);
    for (char **name = names; *name; name++)
        g_strstrip(*name);
    return names;
}

static void check_inventory(struct parse *parse, struct block *block)
{
    const char *text = element_text(block->element, "groups");
    char **groups = split_names(text);
    const size_t count = g_strv_length(groups);
    for (const struct block *item = block->children->children; item; item = item->next) {
        if (!item->group && count)
            element_report(parse, item, "inventory-group", "end it with :counts[group]",
                   "the statement counts for no group");
        if (!item->group || g_strv_contains((const char *const *)groups, item->group))
            continue;
        const char *near = text_nearest(item->group, (const char *const *)groups, count);
        diags_report(parse->reader->diags, DIAG_ERROR, item->at, "inventory-group",
                     near ? arena_printf(parse->reader->arena, "did you mean \"%s\"?", near)
                          : "name it in groups=\"...\" of the inventory",
                     "there is no group \"%s\"", item->group);
    }
    g_strfreev(groups);
}

static void check_week(struct parse *parse, const struct block *block)
{
    const char *parts = element_text(block->element, "parts");
    char **names = split_names(parts);
    const guint count = g_strv_length(names);
    if (parts && (count < 1 || count > 4))
        element_report(parse, block, "attribute-value", "parts=\"morning, middle, evening\"",
               "a day has 1 to 4 parts");
    g_strfreev(names);
}

/* A box or strip without a title says nothing. */
static void check_titles(struct parse *parse, const struct block *block)
{
    for (const struct block *item = block->children->children; item; item = item->next)
        if (!item->children || item->children->kind != BLOCK_PARAGRAPH || !item->children->spans)
            element_report(parse, item, "element-empty", "write what it is for behind the dash, or take it away",
                   "this item has no title");
}

/* Words to circle, after a label with a colon or without one: "Today: better, same, worse". */
static void check_journal(struct parse *parse, const struct block *block)
{
    const char *text = element_text(block->element, "circle"), *colon = text ? strchr(text, ':') : NULL;
    char **words = split_names(colon ? colon + 1 : text);
    guint count = 0;
    for (char **word = words; *word; word++)
        count += **word != '\0';
    if (text && *text && count < 2)
        element_report(parse, block, "attribute-value", "circle=\"better, same, worse\"",
               "there must be two words or more to choose from");
    g_strfreev(words);
}

/* What is printed in the left column, in bubbles or on steps, counts: one row each, unless the author asked for
 * more. */
static void follow_list(struct parse *parse, struct block *block, const char *name, int least, int most)
{
    const int items = element_count_items(block->children);
    struct attribute *rows = own_attribute(block, name);
    if (items && rows && (!rows->at.file || items > element_integer(block->element, name)))
        rows->value = arena_printf(parse->reader->arena, "%d", CLAMP(items, least, most));
}

/* ---- all ---- */

static void check_scale(struct parse *parse, const struct block *block)
{
    if (element_integer(block->element, "from") >= element_integer(block->element, "to"))
        element_report(parse, block, "scale-order", "from is the low end: from=1 to=10", "the scale does not rise");
}

static bool has_words(const struct block *block, const char *name)
{
    const char *text = element_text(block->element, name);
    return text && text[strspn(text, " ")];
}

/* The parts of a list in one attribute: no more than can be drawn. */
static void check_parts(struct parse *parse, const struct block *block, const char *name, guint most)
{
    const struct attribute *attribute = own_attribute(block, name);
    char **parts = split_names(element_text(block->element, name));
    guint count = 0;
    for (char **part = parts; *part; part++)
        count += **part != 0;
    if (has_words(block, name) && (count < 1 || count > most))
        diags_report(parse->reader->diags, DIAG_ERROR, attribute->at, "attribute-value",
                     "a comma stands between parts", "\"%s\" takes 1 to %u parts, not %u", name, most, count);
    g_strfreev(parts);
}

/* Without titles, the boxes are called by the ends of the axes. */
static void check_quadrant(struct parse *parse, const struct block *block)
{
    if (!block->children && !(has_words(block, "left") && has_words(block, "right") &&
                              has_words(block, "top") && has_words(block, "bottom")))
        element_report(parse, block, "axis-words",
               "left=\"calm\" right=\"lively\" top=\"free\" bottom=\"costs money\", or a list of four titles",
               "the four boxes have no names");
}

static void check_plot(struct parse *parse, const struct block *block)
{
    if (!(has_words(block, "left") || has_words(block, "right")) ||
        !(has_words(block, "top") || has_words(block, "bottom")))
        element_report(parse, block, "axis-words", "left=\"calm\" right=\"lively\" bottom=\"alone\" top=\"together\"",
               "an axis has no words");
}

/* "a | b | c": how many parts, or 0 when nothing is said in any. */
static size_t count_bars(const char *text)
{
    char **parts = g_strsplit(text ? text : "", "|", -1);
    bool said = false;
    for (char **part = parts; *part; part++)
        said = said || *g_strstrip(*part);
    const size_t count = said ? g_strv_length(parts) : 0;
    g_strfreev(parts);
    return count;
}

/* An example that is printed as a row has one part a cell. */
static void check_example(struct parse *parse, const struct block *block, size_t cells, const char *hint)
{
    const char *text = element_text(block->element, "example");
    const size_t parts = count_bars(text);
    if (text && parts != cells)
        diags_report(parse->reader->diags, DIAG_ERROR, own_attribute(block, "example")->at, "example-parts", hint,
                     "parts of the example: %zu; cells of its row: %zu", parts, cells);
}

static void check_table_example(struct parse *parse, const struct block *block)
{
    const struct block *table = block->children;
    if (table && table->kind == BLOCK_TABLE)
        check_example(parse, block, table->table->columns,
                      "a part a column, with bars between: example=\"Ann | call | any time\"");
}

/* A key whose parts have signs, of which there are so many. */
static void check_key(struct parse *parse, const struct block *block, size_t signs)
{
    const char *text = element_text(block->element, "key");
    const size_t parts = count_bars(text);
    if (text && (parts < 1 || parts > signs))
        diags_report(parse->reader->diags, DIAG_ERROR, own_attribute(block, "key")->at, "key-parts",
                     "key=\"yes | partly\", or a sentence without bars",
                     "the key has %zu parts; there are signs for 1 to %zu", parts, signs);
}

static void check_bands(struct parse *parse, const struct block *block)
{
    const char *text = element_text(block->element, "bands");
    if (text && count_bars(text) == 0)
        diags_report(parse->reader->diags, DIAG_ERROR, own_attribute(block, "bands")->at, "inventory-bands",
                     "bands=\"0-3: little | 4-10: much\", or none", "the bands say nothing");
}

static void check_roles(struct parse *parse, const struct block *block)
{
    const char *text = element_text(block->element, "roles");
    char **roles = split_names(text);
    const int count = (int)g_strv_length(roles), people = element_integer(block->element, "people");
    const int most = 3;
    if (text && count > people)
        diags_report(parse->reader->diags, DIAG_ERROR, own_attribute(block, "roles")->at, "signature-roles",
                     count > most ? "a signature is of 3 people at most"
                                  : arena_printf(parse->reader->arena, "people=%d", count),
                     "%d roles, but %d to sign", count, people);
    g_strfreev(roles);
}

/* A leaf is nothing but rows to fill in. */
static void check_empty(struct parse *parse, const struct block *block, const char *hint, const char *message)
{
    if (!block->children && element_integer(block->element, "empty") == 0)
        element_report(parse, block, "element-empty", hint, message);
}

void element_check(struct parse *parse, struct block *block)
{
    if (block->children && block->element->rule->items)
        check_count(parse, block);
    switch (block->element->rule->kind) {
    case ELEMENT_CHECKLIST:
        check_empty(parse, block, "write ::checklist{empty=3}, or a list inside :::checklist",
                    "the check list has nothing to tick");
        break;
    case ELEMENT_TRACKER:
        check_empty(parse, block, "write ::tracker{empty=3}, or a list inside :::tracker", "the tracker has no rows");
        check_key(parse, block, 3);
        break;
    case ELEMENT_MONTH:
        check_key(parse, block, 4);
        break;
    case ELEMENT_THERMOMETER:
        check_parts(parse, block, "marks", 4);
        check_scale(parse, block);
        break;
    case ELEMENT_SCALE:
    case ELEMENT_BATTERY:
        check_scale(parse, block);
        break;
    case ELEMENT_TABLE:
    case ELEMENT_CONTACTS:
        check_table_example(parse, block);
        break;
    case ELEMENT_SIGNATURE:
        check_roles(parse, block);
        break;
    case ELEMENT_WEEK:
        check_week(parse, block);
        break;
    case ELEMENT_SORT:
    case ELEMENT_STRIPS:
        check_titles(parse, block);
        break;
    case ELEMENT_JOURNAL:
        check_journal(parse, block);
        break;
    case ELEMENT_INVENTORY:
        check_inventory(parse, block);
        check_bands(parse, block);
        break;
    case ELEMENT_COMPARE:
        follow_list(parse, block, "rows", 1, 12);
        check_example(parse, block, 2, "example=\"before | after\"");
        break;
    case ELEMENT_MINDMAP:
        follow_list(parse, block, "bubbles", 4, 12);
        break;
    case ELEMENT_HILLS:
        check_parts(parse, block, "labels", 5);
        break;
    case ELEMENT_QUADRANT:
        check_quadrant(parse, block);
        break;
    case ELEMENT_PLOT:
        check_plot(parse, block);
        break;
    case ELEMENT_LADDER:
        follow_list(parse, block, "steps", 3, 8);
        break;
    case ELEMENT_TREE:
        tree_check(parse, block);
        break;
    default:
        break;
    }
}
