#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/footnotes.h"
#include "manuscript/html.h"
#include "manuscript/html_pairs.h"
#include "manuscript/parse.h"

/* A directive over a line end is skipped as a whole, and cmark does not count the line: its line numbers
 * are too small from the next line on. */
struct lag {
    int lines, pending;
};

/* A list of spans being made; neighbouring texts become one. */
struct spans {
    struct parse *parse;
    const struct locator *locator;
    struct span **end;
    GString *text;
    struct position text_at;
    struct position last; /* of the node before: for nodes that cmark gives no place */
    struct lag *lag;
    GHashTable *pairs; /* of HTML's tags among the nodes being read; or NULL */
    int depth;
    bool spaced;  /* what has been read ends in white space, or is nothing yet */
    bool swallow; /* behind a mark that shows nothing: a second space would show */
};

static void read_children(struct spans *spans, cmark_node *parent, cmark_node *from);
static cmark_node *read_inline(struct spans *spans, cmark_node *node);

static struct span *span_new(struct spans *spans, enum span_kind kind, struct position at)
{
    struct span *span = ARENA_NEW(spans->parse->reader->arena, struct span);
    span->kind = kind;
    span->at = at;
    return span;
}

static void flush_text(struct spans *spans)
{
    if (!spans->text->len)
        return;
    struct span *span = span_new(spans, SPAN_TEXT, spans->text_at);
    span->text = arena_string(spans->parse->reader->arena, spans->text->str);
    *spans->end = span;
    spans->end = &span->next;
    g_string_truncate(spans->text, 0);
}

static void append(struct spans *spans, struct span *span)
{
    flush_text(spans);
    *spans->end = span;
    spans->end = &span->next;
    spans->swallow = span->kind == SPAN_INDEX && spans->spaced;
    spans->spaced = span->kind == SPAN_INDEX ? spans->spaced : span->kind == SPAN_BREAK;
}

static void append_text(struct spans *spans, const char *text, struct position at)
{
    const size_t spaces = spans->swallow ? strspn(text, " ") : 0;
    if (!text[spaces])
        return;
    if (!spans->text->len) {
        spans->text_at = at;
        spans->text_at.column += (int)spaces;
    }
    g_string_append(spans->text, text + spaces);
    spans->spaced = spans->text->str[spans->text->len - 1] == ' ';
    spans->swallow = false;
}

static void trim_text(struct spans *spans)
{
    while (spans->text->len && spans->text->str[spans->text->len - 1] == ' ')
        g_string_truncate(spans->text, spans->text->len - 1);
}

/* Drops white space at the end that stands before marks that show nothing. */
static void trim_marked(struct span *spans)
{
    struct span *last = NULL;
    for (struct span *span = spans; span; span = span->next)
        if (span->kind != SPAN_INDEX)
            last = span;
    if (last && last->next && last->kind == SPAN_TEXT)
        g_strchomp((char *)last->text); /* made by flush_text */
}

static struct span *children_of(struct spans *spans, cmark_node *node)
{
    struct span *first = NULL;
    struct spans below = *spans;
    below.end = &first;
    below.text = g_string_new(NULL);
    below.depth++;
    read_children(&below, node, NULL);
    flush_text(&below);
    g_string_free(below.text, TRUE);
    return first;
}

/* ---- text directives ---- */

static void read_directive(struct spans *spans, const struct directive *directive)
{
    struct span *span = text_directive_read(spans->parse, spans->locator, directive);
    if (span)
        append(spans, span);
    else if (strcmp(directive->name, "counts") == 0) /* it stands at the end, behind a space */
        trim_text(spans);
}

/* ---- cmark's own ---- */

static void read_note(struct spans *spans, cmark_node *node, struct position at)
{
    struct parse *parse = spans->parse;
    const char *literal = cmark_node_get_literal(node);
    const guint64 number = literal ? g_ascii_strtoull(literal, NULL, 10) : 0;
    if (parse->in_note) {
        diags_report(parse->reader->diags, DIAG_ERROR, at, "footnote-nested",
                     "write the second note into the text", "a note cannot call another note");
        return;
    }
    if (number < 1 || number > parse->notes->len)
        return;
    struct span *span = span_new(spans, SPAN_NOTEREF, at);
    span->note = g_ptr_array_index(parse->notes, number - 1);
    append(spans, span);
}

static void report_deep(struct spans *spans, struct position at)
{
    diags_report(spans->parse->reader->diags, DIAG_ERROR, at, "nesting-deep", NULL,
                 "emphasis and links are nested more than %d levels deep", NESTING_LIMIT);
}

/* What stands between two tags. */
static struct span *between(struct spans *spans, cmark_node *from, const cmark_node *until)
{
    struct span *first = NULL;
    struct spans below = *spans;
    below.end = &first;
    below.text = g_string_new(NULL);
    below.depth++;
    for (cmark_node *node = from; node && node != until;)
        node = read_inline(&below, node);
    flush_text(&below);
    g_string_free(below.text, TRUE);
    spans->spaced = below.spaced;
    return first;
}

static void append_all(struct spans *spans, struct span *list)
{
    if (!list)
        spans->swallow = spans->spaced;
    for (struct span *next; list; list = next) {
        next = list->next;
        list->next = NULL;
        if (list->kind == SPAN_TEXT)
            append_text(spans, list->text, list->at);
        else
            append(spans, list);
    }
}

/* A tag, with all up to the one that closes it. What is allowed becomes spans; the next node to read is
 * returned. */
static cmark_node *read_html(struct spans *spans, cmark_node *node, struct position at)
{
    struct parse *parse = spans->parse;
    const struct html_place place = {NULL, at};
    struct html_token token;
    size_t cursor = 0;
    cmark_node *next = cmark_node_next(node);
    if (!html_next(parse->reader->arena, &place, cmark_node_get_literal(node), &cursor, &token) ||
        token.kind == HTML_NOTHING) {
        spans->swallow = spans->spaced;
        return next;
    }
    cmark_node *close = spans->pairs ? g_hash_table_lookup(spans->pairs, node) : NULL;
    if (token.kind == HTML_CLOSE) {
        html_report_stray(parse, &token.tag);
    } else if (token.tag.alone) {
        append_all(spans, html_span(parse, &token.tag, NULL));
    } else if (!close) {
        html_report_unclosed(parse, &token.tag);
    } else if (spans->depth >= NESTING_LIMIT) {
        report_deep(spans, at);
        return cmark_node_next(close);
    } else {
        const bool gone = token.tag.rule && token.tag.rule->form == HTML_IS_GONE;
        append_all(spans, html_span(parse, &token.tag, gone ? NULL : between(spans, next, close)));
        return cmark_node_next(close);
    }
    return next;
}

/* cmark gives a link the line where it ends, and an autolink a column beyond: its words know better. */
static void read_link(struct spans *spans, cmark_node *node, struct position at)
{
    struct span *span = span_new(spans, SPAN_LINK, at);
    span->url = arena_string(spans->parse->reader->arena, cmark_node_get_url(node));
    span->children = children_of(spans, node);
    const struct position words = span->children ? span->children->at : at;
    if (words.line < at.line || (words.line == at.line && words.column < at.column))
        span->at = words;
    append(spans, span);
}

static void read_parent(struct spans *spans, cmark_node *node, enum span_kind kind, struct position at)
{
    struct span *span = span_new(spans, kind, at);
    span->children = children_of(spans, node);
    if (span->children)
        append(spans, span);
}

static void read_code(struct spans *spans, cmark_node *node, struct position at)
{
    struct span *span = span_new(spans, SPAN_CODE, at);
    span->text = arena_string(spans->parse->reader->arena, cmark_node_get_literal(node));
    append(spans, span);
}

static struct position place_of(const struct spans *spans, cmark_node *node)
{
    const struct directive *directive = syntax_directive(node);
    if (directive)
        return locator_at(spans->locator, directive->at);
    const int line = cmark_node_get_start_line(node);
    return line ? locator_inline(spans->locator, line + spans->lag->lines, cmark_node_get_start_column(node))
                : spans->last;
}

static void count_lines(struct lag *lag, const char *text)
{
    for (const char *p = text; p && *p; p++)
        lag->pending += *p == '\n';
}

static void end_line(struct lag *lag)
{
    lag->lines += lag->pending;
    lag->pending = 0;
}

/* Reads one inline; the next one to read is returned. */
static cmark_node *read_inline(struct spans *spans, cmark_node *node)
{
    const struct directive *directive = syntax_directive(node);
    const struct position at = place_of(spans, node);
    cmark_node *next = cmark_node_next(node);
    if (directive) {
        count_lines(spans->lag, directive->label);
        count_lines(spans->lag, directive->attributes);
        if (directive->role == ROLE_IS_INLINE)
            read_directive(spans, directive);
        return next;
    }
    spans->last = at;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        footnotes_missing(spans->parse->reader, spans->locator, cmark_node_get_literal(node));
        append_text(spans, cmark_node_get_literal(node), at);
        break;
    case CMARK_NODE_SOFTBREAK:
        end_line(spans->lag);
        if (next)
            append_text(spans, " ", place_of(spans, next));
        break;
    case CMARK_NODE_LINEBREAK:
        end_line(spans->lag);
        append(spans, span_new(spans, SPAN_BREAK, at));
        break;
    case CMARK_NODE_CODE:
        read_code(spans, node, at);
        break;
    case CMARK_NODE_HTML_INLINE:
        return read_html(spans, node, at);
    case CMARK_NODE_EMPH:
        read_parent(spans, node, SPAN_EMPHASIS, at);
        break;
    case CMARK_NODE_STRONG:
        read_parent(spans, node, SPAN_STRONG, at);
        break;
    case CMARK_NODE_LINK:
        read_link(spans, node, at);
        break;
    case CMARK_NODE_IMAGE: {
        struct span *span = image_span(spans->parse, node, at, spans->locator, &next);
        if (span)
            append(spans, span);
        break;
    }
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        read_note(spans, node, at);
        break;
    default: /* the one inline of an extension: strikethrough */
        read_parent(spans, node, SPAN_STRIKE, at);
    }
    return next;
}

static void read_children(struct spans *spans, cmark_node *parent, cmark_node *from)
{
    if (spans->depth > NESTING_LIMIT) {
        report_deep(spans, locator_inline(spans->locator, cmark_node_get_start_line(parent),
                                          cmark_node_get_start_column(parent)));
        return;
    }
    cmark_node *first = from ? from : cmark_node_first_child(parent);
    GHashTable *outer = spans->pairs;
    spans->pairs = html_pairs(first);
    for (cmark_node *node = first; node;)
        node = read_inline(spans, node);
    html_pairs_free(spans->pairs);
    spans->pairs = outer;
}

static struct span *read_all(struct parse *parse, const struct locator *locator, cmark_node *parent,
                             cmark_node *from)
{
    struct span *first = NULL;
    struct lag lag = {0, 0};
    struct spans spans = {.parse = parse, .locator = locator, .end = &first, .lag = &lag, .spaced = true};
    spans.text = g_string_new(NULL);
    spans.last = locator_at(locator, 0);
    read_children(&spans, parent, from);
    trim_text(&spans);
    flush_text(&spans);
    trim_marked(first);
    g_string_free(spans.text, TRUE);
    return first;
}

static void open_locator(struct locator *locator, struct parse *parse, cmark_node *parent)
{
    locator_open(locator, parse->source, cmark_node_get_string_content(parent), block_line(parent),
                 cmark_node_get_start_column(parent));
    locator->reported = cmark_node_get_start_line(parent);
}

struct span *spans_read(struct parse *parse, cmark_node *parent, cmark_node *from)
{
    struct locator locator;
    /* Without children there was no content either; cmark-gfm 0.29 then returns memory that nobody has set.
     */
    if (!cmark_node_first_child(parent))
        return NULL;
    open_locator(&locator, parse, parent);
    struct span *spans = read_all(parse, &locator, parent, from);
    locator_close(&locator);
    clean_spans(parse->reader, spans);
    return spans;
}

/* Ends the line that has been read, and begins the next. */
static void take_line(struct spans *spans, struct span **first, GPtrArray *lines)
{
    trim_text(spans);
    flush_text(spans);
    trim_marked(*first);
    end_line(spans->lag);
    spans->spaced = true;
    if (*first)
        g_ptr_array_add(lines, *first);
    clean_spans(spans->parse->reader, *first);
    *first = NULL;
    spans->end = first;
}

void spans_read_lines(struct parse *parse, cmark_node *paragraph, GPtrArray *lines)
{
    struct locator locator;
    struct lag lag = {0, 0};
    struct span *first = NULL;
    struct spans spans = {.parse = parse, .locator = &locator, .end = &first, .lag = &lag, .spaced = true};
    open_locator(&locator, parse, paragraph);
    spans.text = g_string_new(NULL);
    spans.last = locator_at(&locator, 0);
    spans.pairs = html_pairs(cmark_node_first_child(paragraph));
    for (cmark_node *node = cmark_node_first_child(paragraph); node;) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
            take_line(&spans, &first, lines);
            node = cmark_node_next(node);
        } else {
            node = read_inline(&spans, node);
        }
    }
    take_line(&spans, &first, lines);
    html_pairs_free(spans.pairs);
    g_string_free(spans.text, TRUE);
    locator_close(&locator);
}

struct span *spans_raw(struct parse *parse, const char *text, struct position at)
{
    /* Inlines alone cannot be parsed through cmark's public interface, but a leaf directive's label can. */
    char *line = g_strdelimit(g_strdup(text), "\r\n", ' ');
    char *leaf = g_strconcat("::pull[", line, "]\n", NULL);
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_SMART);
    struct syntax *syntax = syntax_attach(parser, parse->reader, NULL);
    cmark_parser_feed(parser, leaf, strlen(leaf));
    cmark_node *root = cmark_parser_finish(parser);
    cmark_node *node = cmark_node_first_child(root);
    const struct directive *directive = node ? syntax_directive(node) : NULL;
    struct locator locator;
    locator_fixed(&locator, at);
    struct span *spans = NULL;
    if (directive && directive->label && strcmp(directive->label, line) == 0) {
        spans = read_all(parse, &locator, node, NULL);
    } else if (*line) { /* brackets that do not pair */
        spans = ARENA_NEW(parse->reader->arena, struct span);
        *spans = (struct span){.kind = SPAN_TEXT, .at = at, .text = arena_string(parse->reader->arena, line)};
    }
    cmark_node_free(root);
    cmark_parser_free(parser);
    syntax_free(syntax);
    g_free(leaf);
    g_free(line);
    return spans;
}

struct span *spans_fragment(struct parse *parse, const char *text, struct position at)
{
    struct span *spans = spans_raw(parse, text, at);
    clean_spans(parse->reader, spans);
    return spans;
}
