#include "book/directive.h"

#include <string.h>

#include "base/text.h"
#include "manuscript/parse.h"

/* A container or leaf while it is read. */
struct reading {
    struct parse *parse;
    cmark_node *node;
    const struct directive *directive;
    const char *name;
    struct position at;
    struct attributes given;
};

static struct position line_place(struct parse *parse, const struct directive *directive)
{
    return source_at(parse->source, directive->line, (int)directive->at + 1);
}

/* Reads the attributes of a block directive: their offsets count from the start of its line. */
static struct attributes read_attributes(struct parse *parse, const struct directive *directive)
{
    size_t length;
    const char *line = source_line(parse->source, directive->line, &length);
    char *content = g_strndup(line, length);
    struct locator locator;
    locator_open(&locator, parse->source, content, directive->line, 1);
    const struct attributes given =
        attributes_read(parse->reader, &locator, directive->attributes, directive->attributes_at);
    locator_close(&locator);
    g_free(content);
    return given;
}

/* The label's node: the leaf itself, or a container's first child; NULL. */
static cmark_node *label_node(const struct reading *reading)
{
    if (!reading->directive->label)
        return NULL;
    return reading->directive->role == ROLE_IS_LEAF ? reading->node : cmark_node_first_child(reading->node);
}

static struct span *read_label(const struct reading *reading)
{
    cmark_node *label = label_node(reading);
    return label ? spans_read(reading->parse, label, NULL) : NULL;
}

static struct block *read_children(const struct reading *reading)
{
    cmark_node *from = cmark_node_first_child(reading->node);
    if (from && reading->directive->label)
        from = cmark_node_next(from);
    return from && reading->directive->role == ROLE_IS_CONTAINER
               ? blocks_read(reading->parse, reading->node, from)
               : NULL;
}

/* ---- names ---- */

static void report_unknown(const struct reading *reading)
{
    size_t count;
    struct reader *reader = reading->parse->reader;
    const char *const *names = directive_names(&count);
    const char *near = text_nearest(reading->name, names, count);
    diags_report(reader->diags, DIAG_ERROR, reading->at, "directive-unknown",
                 near ? arena_printf(reader->arena, "did you mean \"%s\"?", near) : NULL,
                 "there is no directive \"%s\"", reading->name);
}

static bool check_form(const struct reading *reading, int forms)
{
    struct reader *reader = reading->parse->reader;
    const int form = reading->directive->role == ROLE_IS_LEAF ? FORM_LEAF : FORM_CONTAINER;
    if (forms & form)
        return true;
    const char *pattern = forms & FORM_CONTAINER ? ":::%s[label]{attributes} ... :::"
                          : forms & FORM_LEAF    ? "::%s[label]{attributes}"
                                                 : "in running text, :%s[label]{attributes}";
    char **halves = g_strsplit(pattern, "%s", 2);
    diags_report(reader->diags, DIAG_ERROR, reading->at, "directive-form",
                 arena_printf(reader->arena, "it is written %s%s%s", halves[0], reading->name, halves[1]),
                 "\"%s\" is not written with %s colons", reading->name, form == FORM_LEAF ? "two" : "three");
    g_strfreev(halves);
    return false;
}

/* Pandoc's "::: {.name}": the first class is the name, the rest attributes. */
static void take_class_name(struct reading *reading)
{
    struct attributes *given = &reading->given;
    for (size_t i = 0; i < given->count; i++)
        if (given->list[i].name[0] == '.') {
            reading->name = given->list[i].name + 1;
            memmove(&given->list[i], &given->list[i + 1], (given->count - i - 1) * sizeof(struct attribute));
            given->count--;
            return;
        }
}

/* ---- frames ---- */

static const char *text_value(const struct attributes *values, const char *name)
{
    const struct attribute *attribute = attributes_find(values, name);
    return attribute ? attribute->value : NULL;
}

static int number_value(const struct attributes *values, const char *name)
{
    double number = 0;
    const char *value = text_value(values, name);
    return value && attribute_parse_number(value, &number) ? (int)number : 0;
}

static enum sheet_start start_of(const struct attributes *values)
{
    const char *start = text_value(values, "start");
    return g_strcmp0(start, "left") == 0 ? START_LEFT : g_strcmp0(start, "right") == 0 ? START_RIGHT : START_ANY;
}

static struct sheet *sheet_of(struct reader *reader, const struct attributes *values)
{
    struct sheet *sheet = ARENA_NEW(reader->arena, struct sheet);
    const char *who = text_value(values, "who");
    sheet->time = text_value(values, "time");
    sheet->effort = number_value(values, "effort");
    sheet->who = g_strcmp0(who, "each") == 0 ? WHO_EACH : g_strcmp0(who, "pair") == 0 ? WHO_PAIR : WHO_SOLO;
    sheet->pages = number_value(values, "pages");
    sheet->is_private = attributes_find(values, "private");
    sheet->cut = attributes_find(values, "cut");
    sheet->repeatable = attributes_find(values, "repeatable");
    sheet->unnumbered = attributes_find(values, "unnumbered");
    sheet->start = start_of(values);
    return sheet;
}

static void check_label(const struct reading *reading, const struct block *block)
{
    const enum block_kind kind = block->kind;
    const bool needed = kind == BLOCK_WORKSHEET || kind == BLOCK_PURPOSE || kind == BLOCK_THEN ||
                        kind == BLOCK_BEFORE || kind == BLOCK_STOP || kind == BLOCK_PULL ||
                        kind == BLOCK_MARGIN;
    if (needed && !block->spans)
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "label-missing",
                     "its words stand in brackets after its name", "\"%s\" has no words", reading->name);
}

/* What is cut out has an empty back, and a spread lies open: each can only begin on one side. */
static void check_start(const struct reading *reading, const struct sheet *sheet, const struct attributes *values)
{
    const bool spread = sheet->pages == 2, cut = sheet->cut && !spread;
    struct diags *diags = reading->parse->reader->diags;
    const struct attribute *start = attributes_find(values, "start");
    const struct position at = start && start->at.file ? start->at : reading->at;
    if (spread && sheet->start == START_RIGHT)
        diags_report(diags, DIAG_ERROR, at, "sheet-start", "leave out start=right, or pages=2",
                     "two pages that face each other begin on the left");
    if (cut && sheet->start == START_LEFT)
        diags_report(diags, DIAG_ERROR, at, "sheet-start", "leave out start=left, or cut",
                     "a sheet to be cut out begins on a right-hand page");
}

static struct block *read_sheet(struct reading *reading, struct block *block, const struct attributes *values)
{
    struct parse *parse = reading->parse;
    if (parse->in_sheet || !parse->at_top) {
        diags_report(
            parse->reader->diags, DIAG_ERROR, reading->at, "worksheet-nested",
            "close what is open before it with :::", "a worksheet cannot stand inside something else");
        return NULL;
    }
    if (!block->id)
        diags_report(parse->reader->diags, DIAG_ERROR, reading->at, "id-missing",
                     "give it a short name that never changes: {#my-pause}", "the worksheet has no id");
    block->sheet = sheet_of(parse->reader, values);
    check_start(reading, block->sheet, values);
    parse->in_sheet = true;
    block->children = read_children(reading);
    parse->in_sheet = false;
    return block;
}

/* What prints a part of its own stands directly in a chapter. */
static bool check_top(const struct reading *reading)
{
    if (!reading->parse->at_top || reading->parse->in_sheet)
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "directive-nested",
                     "close what is open before it with :::", "\"%s\" cannot stand inside something else",
                     reading->name);
    return reading->parse->at_top && !reading->parse->in_sheet;
}

/* The place of the index or of a list: no words of its own. */
static struct block *read_place(const struct reading *reading, struct block *block,
                                const struct attributes *values)
{
    static const char *const names[LISTING_COUNT] = {"figures", "tables", "worksheets"};
    struct diags *diags = reading->parse->reader->diags;
    const char *of = text_value(values, "of");
    if (block->spans)
        diags_report(diags, DIAG_ERROR, reading->at, "label-unwanted", "a heading above it says what it is",
                     "\"%s\" has no words of its own", reading->name);
    block->spans = NULL;
    if (block->kind == BLOCK_LISTING && !of && !attributes_find(&reading->given, "of"))
        diags_report(diags, DIAG_ERROR, reading->at, "attribute-missing",
                     "::list{of=figures}, ::list{of=tables} or ::list{of=worksheets}",
                     "\"list\" does not say what it lists");
    for (int listing = 0; of && listing < LISTING_COUNT; listing++)
        if (strcmp(names[listing], of) == 0)
            block->listing = (enum listing)listing;
    return check_top(reading) && (of || block->kind == BLOCK_INDEX) ? block : NULL;
}

/* Copies of a worksheet, which is looked for when all of the book is there. */
static struct block *read_repeat(const struct reading *reading, struct block *block, const struct attributes *values)
{
    block->spans = NULL;
    block->text = text_value(values, "sheet");
    block->number = number_value(values, "copies");
    if (!block->text && !attributes_find(&reading->given, "sheet"))
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "attribute-missing", "::repeat{sheet=my-sheet copies=2}",
                     "\"repeat\" does not say which worksheet");
    return check_top(reading) && block->text ? block : NULL;
}

static bool only_in_sheet(enum block_kind kind)
{
    return kind == BLOCK_PURPOSE || kind == BLOCK_STEPS || kind == BLOCK_EXAMPLE || kind == BLOCK_THEN ||
           kind == BLOCK_BEFORE || kind == BLOCK_STOP;
}

/* Of the sheet itself: an example may stand on a card. */
static bool only_on_sheet(enum block_kind kind)
{
    return only_in_sheet(kind) && kind != BLOCK_EXAMPLE;
}

static bool check_outside(const struct reading *reading)
{
    if (!reading->parse->in_sheet)
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "element-outside",
                     "move it into a :::worksheet", "\"%s\" stands outside a worksheet", reading->name);
    return reading->parse->in_sheet;
}

/* A card on a sheet has no head and no foot of its own, and no card on it. */
static bool check_card(const struct reading *reading)
{
    if (reading->parse->in_card)
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "directive-nested",
                     "close the card before it with :::", "\"%s\" cannot stand on a card", reading->name);
    return !reading->parse->in_card;
}

static void check_steps(const struct reading *reading, const struct block *block)
{
    const struct block *list = block->children;
    if (!list || list->next || list->kind != BLOCK_LIST || !list->list->ordered)
        diags_report(reading->parse->reader->diags, DIAG_ERROR, reading->at, "element-content",
                     "1. First do this.", "steps hold one numbered list and nothing else");
}

static const char *language_of(struct reader *reader, const struct attributes *values)
{
    const struct attribute *lang = attributes_find(values, "lang");
    return lang ? attributes_language(reader, lang->value, lang->at) : NULL;
}

static struct block *read_frame(struct reading *reading, const struct directive_rule *rule)
{
    struct parse *parse = reading->parse;
    if (!check_form(reading, rule->forms) || (only_in_sheet(rule->block) && !check_outside(reading)) ||
        (only_on_sheet(rule->block) && !check_card(reading)))
        return read_children(reading);
    const struct attributes values = attributes_check(parse->reader, &reading->given, reading->name,
                                                      rule->attributes, rule->attribute_count, false);
    struct block *block = block_new(parse, rule->block, reading->at);
    block->box = rule->box;
    block->id = values.id;
    block->lang = language_of(parse->reader, &values);
    block->spans = read_label(reading);
    check_label(reading, block);
    if (rule->block == BLOCK_WORKSHEET)
        return read_sheet(reading, block, &values);
    if (rule->block == BLOCK_REPEAT)
        return read_repeat(reading, block, &values);
    if (rule->block == BLOCK_INDEX || rule->block == BLOCK_LISTING)
        return read_place(reading, block, &values);
    const bool in_example = parse->in_example;
    parse->in_example = in_example || rule->block == BLOCK_EXAMPLE;
    block->children = read_children(reading);
    parse->in_example = in_example;
    if (rule->block == BLOCK_STEPS)
        check_steps(reading, block);
    return block;
}

/* Further classes of a fenced div mean nothing to us, as its first one did; anything else is meant to. */
static void check_plain(const struct reading *reading)
{
    static const char *const names[] = {"id", "lang"};
    for (size_t i = 0; i < reading->given.count; i++) {
        const struct attributes one = {.list = &reading->given.list[i], .count = 1};
        if (one.list->name[0] != '.')
            attributes_allow(reading->parse->reader, &one, "a fenced div", names, G_N_ELEMENTS(names));
    }
}

static struct block *read_plain(const struct reading *reading)
{
    struct block *block = block_new(reading->parse, BLOCK_BOX, reading->at);
    block->box = BOX_PLAIN;
    block->id = reading->given.id;
    block->lang = language_of(reading->parse->reader, &reading->given);
    if (!reading->directive->name) /* a misspelt directive has been reported, attributes and all */
        check_plain(reading);
    block->spans = read_label(reading);
    block->children = read_children(reading);
    return block->children || block->id ? block : NULL;
}

static void read_card(const struct reading *reading, struct block *card)
{
    struct parse *parse = reading->parse;
    parse->in_card = true;
    card->children = read_children(reading);
    parse->in_card = false;
    if (!card->children)
        diags_report(parse->reader->diags, DIAG_ERROR, reading->at, "element-content", "what is on it stands before its :::",
                     "\"%s\" is empty", reading->name);
}

struct block *directive_read(struct parse *parse, cmark_node *node)
{
    struct reading reading = {.parse = parse, .node = node, .directive = syntax_directive(node)};
    if (!reading.directive || reading.directive->role == ROLE_IS_FENCE ||
        reading.directive->role == ROLE_IS_LABEL)
        return NULL;
    if (reading.directive->role == ROLE_IS_DEFINITION)
        return definition_stray(parse, node);
    reading.at = line_place(parse, reading.directive);
    reading.name = reading.directive->name;
    reading.given = read_attributes(parse, reading.directive);
    if (!reading.name)
        take_class_name(&reading);
    if (reading.directive->role == ROLE_IS_CONTAINER && !reading.directive->closed)
        diags_report(parse->reader->diags, DIAG_ERROR, reading.at, "container-unclosed",
                     "close it with ::: alone on a line", "\"%s\" is not closed",
                     reading.name ? reading.name : ":::");
    const struct directive_rule *rule = reading.name ? directive_find(reading.name) : NULL;
    const struct element_rule *element = reading.name ? element_find(reading.name) : NULL;
    if (rule)
        return read_frame(&reading, rule);
    if (!element) {
        if (reading.directive->name)
            report_unknown(&reading);
        return read_plain(&reading);
    }
    if (!check_form(&reading, element->forms) || !check_outside(&reading))
        return NULL;
    if (element->holds == HOLDS_BLOCKS && !check_card(&reading))
        return NULL;
    struct block *block = element_read(parse, node, element, &reading.given, read_label(&reading), reading.at);
    if (element->holds == HOLDS_BLOCKS)
        read_card(&reading, block);
    return block;
}
