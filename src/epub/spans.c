#include "epub/blocks.h"

#include <string.h>

static void span_write(struct document *document, const struct span *span);

/* What HTML says of a span, in the element just opened. */
static void mark_span(struct document *document, const struct span *span, const char *class_name)
{
    markup_attribute(document->markup, "id", span->id);
    document_traits(document, class_name, span->traits);
    document_language(document, span->lang); /* its `dir` keeps the words apart from those around (HTML, 15.3.5) */
}

static void wrapped(struct document *document, const char *element, const char *class_name,
                    const struct span *span)
{
    markup_open(document->markup, element);
    mark_span(document, span, class_name);
    spans_write(document, span->children);
    markup_close(document->markup);
}

/* ---- phrases ---- */

/* A definition, a time or a ruby does not stand inside another (HTML, 4.5). */
enum { PHRASES_ALONE = 1 << PHRASE_DEFINED | 1 << PHRASE_TIME | 1 << PHRASE_RUBY };

/* Every reading system knows ruby; <rp> is discouraged (EPUB 3.3 reports it as HTM-055). */
static void ruby_write(struct document *document, const struct span *ruby)
{
    for (const struct span *span = ruby->children; span; span = span->next) {
        if (span_is_reading(span))
            wrapped(document, "rt", NULL, span);
        else
            span_write(document, span);
    }
}

/* Words, and then a reading, to the end. */
static bool is_ruby(const struct span *ruby)
{
    const struct span *last = ruby->children;
    if (!last || span_is_reading(last))
        return false;
    for (; last->next; last = last->next)
        if (span_is_reading(last) && span_is_reading(last->next))
            return false;
    return span_is_reading(last);
}

static void phrase_write(struct document *document, const struct span *span)
{
    const unsigned bit = (1u << span->phrase) & PHRASES_ALONE, outer = document->phrases;
    const bool ruby = span->phrase == PHRASE_RUBY && is_ruby(span) && !(outer & bit);
    const bool plain = outer & bit || span->phrase == PHRASE_READING || (span->phrase == PHRASE_RUBY && !ruby);
    document->phrases |= bit;
    if (ruby || !plain) {
        markup_open(document->markup, phrase_name(span->phrase));
        mark_span(document, span, NULL);
        if (ruby)
            ruby_write(document, span);
        else
            spans_write(document, span->children);
        markup_close(document->markup);
    } else { /* a reading without its words, among others */
        markup_text(document->markup, span_is_reading(span) ? "(" : NULL);
        spans_write(document, span->children);
        markup_text(document->markup, span_is_reading(span) ? ")" : NULL);
    }
    document->phrases = outer;
}

/* A URL as RFC 3986 wants it: what it does not allow is percent-encoded, escapes that are there stay. */
static const char *url_escaped(struct arena *arena, const char *url)
{
    GString *escaped = g_string_new(NULL);
    for (const char *p = url; *p; p++) {
        const bool escape = *p == '%' && g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2]);
        if (escape || g_ascii_isalnum(*p) || strchr("-._~:/?#@!$&'()*+,;=", *p))
            g_string_append_c(escaped, *p);
        else
            g_string_append_printf(escaped, "%%%02X", (unsigned)(unsigned char)*p);
    }
    const char *kept = arena_string(arena, escaped->str);
    g_string_free(escaped, TRUE);
    return kept;
}

/* What the book calls by a word of the program and a number. */
static bool is_numbered(const struct anchor *anchor)
{
    const struct block *block = anchor ? anchor->block : NULL;
    if (!block)
        return anchor && anchor->chapter->number;
    return (block->kind == BLOCK_WORKSHEET && block->sheet->number) ||
           (block->kind == BLOCK_FIGURE && block->figure->number) || (block->kind == BLOCK_TABLE && block->table->number);
}

static void link_write(struct document *document, const struct span *span)
{
    const char *to = span->anchor ? document_link(document, span->anchor)
                     : span->url  ? url_escaped(document->arena, span->url)
                                  : NULL;
    if (document->in_link || !to) {
        spans_write(document, span->children);
        return;
    }
    /* EPUB 3.3's structural semantics; DPUB-ARIA 1.0, "doc-glossref", "doc-backlink". */
    const bool explains = span->anchor && span->anchor->block && span->anchor->block->kind == BLOCK_TERM;
    document->publication->glossary |= explains;
    document_open(document, "a", NULL, explains ? "glossref" : NULL,
                  explains ? "doc-glossref" : document->in_term ? "doc-backlink" : NULL);
    markup_attribute(document->markup, "href", to);
    if (span->written && is_numbered(span->anchor)) /* "Worksheet 4" */
        document_foreign(document);
    mark_span(document, span, NULL);
    document->in_link = true;
    spans_write(document, span->children);
    document->in_link = false;
    markup_close(document->markup);
}

/* <sup> stands outside the link: inside, some readers show no pop-up. */
static void noteref_write(struct document *document, const struct block *note)
{
    struct markup *markup = document->markup;
    const char *path = note ? publication_path(document->publication, note) : NULL;
    if (!path)
        return;
    const bool first =
        g_hash_table_add(document->called, (gpointer)note) && strcmp(path, document->path) == 0;
    const char *id = first ? arena_printf(document->arena, "ref.%d", note->number) : NULL;
    markup_open(markup, "sup");
    if (document->in_link) {
        markup_attribute(markup, "id", id);
        markup_text(markup, decimal(document->publication, note->number));
    } else {
        const char *file = strcmp(path, document->path) == 0 ? "" : document_file(document, path);
        document_open(document, "a", NULL, "noteref", "doc-noteref");
        markup_attribute(markup, "id", id);
        markup_attribute(markup, "href", arena_printf(document->arena, "%s#%s", file, note->id));
        markup_text(markup, decimal(document->publication, note->number));
        markup_close(markup);
    }
    markup_close(markup);
}

static void blank_write(struct document *document, const struct span *span)
{
    const bool hint = span->text && *span->text;
    if (document->gaps && hint)
        g_ptr_array_add(document->gaps, (gpointer)span);
    markup_element(document->markup, "span", "gap", "[…]");
    if (!document->gaps && hint)
        markup_text(document->markup, arena_printf(document->arena, " (%s)", span->text));
}

/* The head of a wide table is written with each of its rows: an id stands at the first place only. Without an
 * index that is printed nothing leads there. */
static void mark_write(struct document *document, const struct span *span)
{
    struct publication *publication = document->publication;
    if (!publication_has_index(publication) || !span->id ||
        !g_hash_table_add(publication->marks, (gpointer)span->id))
        return;
    markup_open(document->markup, "span");
    markup_attribute(document->markup, "id", span->id);
    markup_close(document->markup);
}

static void marks_of_spans(struct document *document, const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_INDEX)
            mark_write(document, span);
        marks_of_spans(document, span->children);
    }
}

void index_marks_write(struct document *document, const struct block *blocks)
{
    for (const struct block *block = blocks; block; block = block->next) {
        marks_of_spans(document, block->spans);
        index_marks_write(document, block->children);
    }
}

static void span_write(struct document *document, const struct span *span)
{
    switch (span->kind) {
    case SPAN_TEXT:
        document_text(document, span->text);
        break;
    case SPAN_EMPHASIS:
        wrapped(document, "em", NULL, span);
        break;
    case SPAN_STRONG:
        wrapped(document, "strong", NULL, span);
        break;
    case SPAN_STRIKE:
        wrapped(document, "s", NULL, span);
        break;
    case SPAN_SMALLCAPS:
        wrapped(document, "span", "smallcaps", span);
        break;
    case SPAN_CODE:
        markup_open(document->markup, "code");
        document_text(document, span->text);
        markup_close(document->markup);
        break;
    case SPAN_BREAK:
        markup_open(document->markup, "br");
        markup_void(document->markup);
        break;
    case SPAN_LINK:
        link_write(document, span);
        break;
    case SPAN_IMAGE:
        image_write(document, span);
        break;
    case SPAN_NOTEREF:
        noteref_write(document, span->note);
        break;
    case SPAN_BLANK:
        blank_write(document, span);
        break;
    case SPAN_INDEX:
        mark_write(document, span);
        break;
    case SPAN_LANG:
        wrapped(document, "span", NULL, span);
        break;
    case SPAN_PHRASE:
        phrase_write(document, span);
        break;
    }
}

void spans_write(struct document *document, const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        span_write(document, span);
}

bool spans_have_blank(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind == SPAN_BLANK || spans_have_blank(span->children))
            return true;
    return false;
}

/* The hints of a sentence's blanks: one as a line, several as a list in their order. */
static void gaps_write(struct document *document, const GPtrArray *gaps)
{
    if (gaps->len == 1) {
        const struct span *only = g_ptr_array_index(gaps, 0);
        markup_element(document->markup, "p", "space", arena_printf(document->arena, "[…] %s", only->text));
    } else if (gaps->len > 1) {
        markup_open(document->markup, "ol");
        markup_attribute(document->markup, "class", "gaps");
        for (guint i = 0; i < gaps->len; i++) {
            const struct span *gap = g_ptr_array_index(gaps, i);
            markup_element(document->markup, "li", NULL, gap->text);
        }
        markup_close(document->markup);
    }
}

void paragraph_write(struct document *document, const char *class_name, const struct block *block,
                     const struct span *spans)
{
    GPtrArray *gaps = g_ptr_array_new(), *outer = document->gaps;
    document->gaps = gaps;
    markup_open(document->markup, "p");
    if (block)
        document_mark(document, block, class_name);
    else
        markup_attribute(document->markup, "class", class_name);
    document_direction(document, spans);
    spans_write(document, spans);
    markup_close(document->markup);
    document->gaps = outer;
    gaps_write(document, gaps);
    g_ptr_array_free(gaps, TRUE);
}
