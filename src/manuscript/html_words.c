#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/html.h"

struct run {
    struct parse *parse;
    bool begun;  /* something has been written */
    bool spaced; /* it ends in white space, or has not begun */
    bool broken; /* a block ended or begins: what comes stands on a line of its own */
    bool blocks; /* they may stand here */
};

static bool is_space(char c)
{
    return c && strchr(" \t\r\n\f", c);
}

bool html_is_blank(const struct html_node *node)
{
    return node->kind == HTML_WORDS && !node->text[strspn(node->text, " \t\r\n\f")];
}

bool html_is_form(const struct html_node *node, enum html_form form)
{
    return node->kind == HTML_ELEMENT && node->tag.rule && node->tag.rule->form == form;
}

/* What is not allowed stands where its words stand. */
bool html_is_words(const struct html_node *node)
{
    const struct html_rule *rule = node->tag.rule;
    if (node->kind != HTML_ELEMENT || html_is_inline(rule))
        return node->kind != HTML_MARKDOWN;
    if (rule && rule->form < HTML_IS_GONE)
        return false;
    for (const struct html_node *child = node->children; child; child = child->next)
        if (!html_is_words(child))
            return false;
    return true;
}

static void append(struct span ***end, struct span *spans)
{
    **end = spans;
    while (**end)
        *end = &(**end)->next;
}

/* The line break that is due before what comes; or nothing. */
static struct span *due_break(struct run *run, struct position at)
{
    struct span *span = NULL;
    if (run->broken && run->begun) {
        span = ARENA_NEW(run->parse->reader->arena, struct span);
        *span = (struct span){.kind = SPAN_BREAK, .at = at};
    }
    run->broken = false;
    run->begun = true;
    return span;
}

/* White space is one space, as in a paragraph (CSS Text 3, section 4.1.1). */
static void append_words(struct run *run, const struct html_node *words, struct span ***end)
{
    struct arena *arena = run->parse->reader->arena;
    const char *start = words->text;
    if (run->broken || !run->begun) {
        start += strspn(start, " \t\r\n\f");
        if (!*start)
            return;
        append(end, due_break(run, words->at));
        run->spaced = true;
    }
    GString *text = g_string_new(NULL);
    for (const char *p = start; *p; p++) {
        if (!is_space(*p) || !run->spaced)
            g_string_append_c(text, is_space(*p) ? ' ' : *p);
        run->spaced = is_space(*p);
    }
    if (text->len) {
        struct span *span = ARENA_NEW(arena, struct span);
        *span = (struct span){.kind = SPAN_TEXT, .at = words->at, .text = arena_string(arena, text->str)};
        append(end, span);
    }
    g_string_free(text, TRUE);
}

static struct span *run_nodes(struct run *run, const struct html_node *from, const struct html_node *until);

/* Items, cells and the like have their place in others; where only words can stand they are lines. */
static struct span *run_block(struct run *run, const struct html_node *node)
{
    run->broken = true;
    struct span *spans = run_nodes(run, node->children, NULL);
    run->broken = true;
    if (!run->blocks)
        return html_span(run->parse, &node->tag, spans); /* which says that it cannot stand there */
    html_attributes(run->parse, &node->tag);
    return spans;
}

static struct span *run_element(struct run *run, const struct html_node *node)
{
    const struct html_rule *rule = node->tag.rule;
    if (rule && rule->form == HTML_IS_GONE)
        return html_span(run->parse, &node->tag, NULL);
    if (rule && rule->form > HTML_LAST_INLINE && rule->form < HTML_IS_GONE)
        return run_block(run, node);
    struct span *first = NULL, **end = &first;
    if (rule && rule->form == HTML_IS_IMAGE) {
        append(&end, due_break(run, node->at));
        run->spaced = false;
    } else if (rule && rule->form == HTML_IS_BREAK) {
        run->spaced = true;
    }
    append(&end, html_span(run->parse, &node->tag, run_nodes(run, node->children, NULL)));
    return first;
}

static struct span *run_nodes(struct run *run, const struct html_node *from, const struct html_node *until)
{
    struct span *first = NULL, **end = &first;
    for (const struct html_node *node = from; node && node != until; node = node->next) {
        if (node->kind == HTML_WORDS)
            append_words(run, node, &end);
        else if (node->kind == HTML_ELEMENT)
            append(&end, run_element(run, node));
    }
    return first;
}

/* Takes white space off the end, and a text of nothing else. */
static void trim(struct span **spans)
{
    struct span **last = spans;
    while (*last && (*last)->next)
        last = &(*last)->next;
    if (!*last)
        return;
    if ((*last)->kind != SPAN_TEXT) {
        trim(&(*last)->children);
        return;
    }
    g_strchomp((char *)(*last)->text); /* made by append_words */
    if (!*(*last)->text)
        *last = NULL;
}

static struct span *run_all(struct parse *parse, const struct html_node *from, const struct html_node *until,
                            bool blocks)
{
    struct run run = {.parse = parse, .spaced = true, .blocks = blocks};
    struct span *spans = run_nodes(&run, from, until);
    trim(&spans);
    clean_typed_spans(parse->reader, spans);
    return spans;
}

struct span *html_run(struct parse *parse, const struct html_node *from, const struct html_node *until)
{
    return run_all(parse, from, until, false);
}

/* ---- words with Markdown among them ---- */

static bool has_markdown(const struct html_node *node)
{
    bool has = node->kind == HTML_MARKDOWN;
    for (const struct html_node *child = node->children; child && !has; child = child->next)
        has = has_markdown(child);
    return has;
}

/* Adds spans on a line of their own. */
static void append_line(struct parse *parse, struct span **first, struct span ***end, struct span *spans)
{
    if (!spans)
        return;
    if (*first) {
        struct span *line = ARENA_NEW(parse->reader->arena, struct span);
        *line = (struct span){.kind = SPAN_BREAK, .at = spans->at};
        append(end, line);
    }
    append(end, spans);
}

static void append_blocks(struct parse *parse, struct span **first, struct span ***end,
                          const struct block *blocks)
{
    for (const struct block *block = blocks; block; block = block->next) {
        struct span *code = NULL;
        if (block->text) {
            code = ARENA_NEW(parse->reader->arena, struct span);
            *code = (struct span){.kind = SPAN_CODE, .at = block->at, .text = block->text};
        }
        append_line(parse, first, end, block->spans);
        append_line(parse, first, end, code);
        append_blocks(parse, first, end, block->children);
    }
}

struct span *html_words(struct parse *parse, const struct html_node *nodes)
{
    struct span *first = NULL, **end = &first;
    for (const struct html_node *node = nodes; node;) {
        const struct html_node *until = node;
        while (until && !has_markdown(until))
            until = until->next;
        if (until != node) {
            append_line(parse, &first, &end, run_all(parse, node, until, true));
            node = until;
            continue;
        }
        if (node->kind == HTML_MARKDOWN)
            append_blocks(parse, &first, &end, blocks_between(parse, node->from, node->until));
        else
            append_line(parse, &first, &end, html_words(parse, node->children));
        node = node->next;
    }
    return first;
}
