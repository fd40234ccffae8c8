#include "manuscript/summary.h"

#include <cmark-gfm.h>
#include <string.h>

#include "manuscript/clean.h"

/* The page while it is read. */
struct summary {
    struct reader *reader;
    struct source *source;
    struct entry **end;
    const char *title;
    bool any, body, back; /* an entry, a list, a chapter after the lists was there */
};

static struct position place(const struct summary *summary, cmark_node *node)
{
    return source_at(summary->source, cmark_node_get_start_line(node), cmark_node_get_start_column(node));
}

static void append_words(GString *words, cmark_node *node, int depth)
{
    for (cmark_node *child = cmark_node_first_child(node); child && depth < NESTING_LIMIT;
         child = cmark_node_next(child)) {
        const char *literal = cmark_node_get_literal(child);
        if (cmark_node_get_type(child) == CMARK_NODE_SOFTBREAK)
            g_string_append_c(words, ' ');
        else if (literal && cmark_node_get_type(child) != CMARK_NODE_HTML_INLINE)
            g_string_append(words, literal);
        append_words(words, child, depth + 1);
    }
}

static const char *words_of(const struct summary *summary, cmark_node *node)
{
    GString *words = g_string_new(NULL);
    append_words(words, node, 0);
    const char *kept = clean_text(summary->reader, g_strstrip(words->str));
    g_string_free(words, TRUE);
    return kept;
}

static struct entry *entry_new(struct summary *summary, cmark_node *node, enum matter matter)
{
    struct entry *entry = ARENA_NEW(summary->reader->arena, struct entry);
    entry->title = words_of(summary, node);
    entry->at = place(summary, node);
    entry->matter = matter;
    *summary->end = entry;
    summary->end = &entry->next;
    summary->any = true;
    return entry;
}

/* The file that a link names; NULL, reported, when it leaves the manuscript. */
static const char *file_of(const struct summary *summary, cmark_node *link)
{
    char *plain = g_uri_unescape_string(cmark_node_get_url(link), "/");
    const char *file = file_resolve(summary->reader->arena, "", plain ? plain : cmark_node_get_url(link));
    g_free(plain);
    if (!file)
        diags_report(summary->reader->diags, DIAG_ERROR, place(summary, link), "chapter-outside",
                     "name a file of the manuscript: chapters/one.md", "\"%s\" is not inside the manuscript",
                     cmark_node_get_url(link));
    return file;
}

static cmark_node *link_in(cmark_node *node)
{
    for (cmark_node *child = node ? cmark_node_first_child(node) : NULL; child;
         child = cmark_node_next(child))
        if (cmark_node_get_type(child) == CMARK_NODE_LINK)
            return child;
    return NULL;
}

static void read_link(struct summary *summary, cmark_node *link, enum matter matter, int depth)
{
    const char *url = cmark_node_get_url(link);
    if (!url || !*url) {
        diags_report(summary->reader->diags, DIAG_NOTE, place(summary, link), "chapter-draft", NULL,
                     "\"%s\" has no file yet and is left out", words_of(summary, link));
        summary->any = true;
        return;
    }
    const char *file = file_of(summary, link);
    if (!file)
        return;
    struct entry *entry = entry_new(summary, link, matter);
    entry->file = file;
    entry->depth = depth;
}

static void report_ignored(const struct summary *summary, cmark_node *node)
{
    diags_report(summary->reader->diags, DIAG_WARNING, place(summary, node), "summary-ignored",
                 "it has # headings, lists of links and lines with a link",
                 "this is no entry of SUMMARY.md and is ignored");
}

/* A line below a list without an empty one between them belongs to the list's last item. */
static void report_second(const struct summary *summary, cmark_node *link)
{
    struct position at = place(summary, link);
    at.column = 0; /* cmark's are off after a line that goes on */
    diags_report(summary->reader->diags, DIAG_WARNING, at, "summary-ignored",
                 "leave an empty line before it", "this link belongs to the line above and is ignored");
}

static void report_order(const struct summary *summary, cmark_node *node)
{
    diags_report(summary->reader->diags, DIAG_ERROR, place(summary, node), "summary-order",
                 "links outside lists stand before the first list or after the last one",
                 "a part or list cannot follow the book's back matter");
}

static void read_list(struct summary *summary, cmark_node *list, int depth)
{
    for (cmark_node *item = cmark_node_first_child(list); item && depth < NESTING_LIMIT;
         item = cmark_node_next(item)) {
        cmark_node *first = cmark_node_first_child(item), *link = link_in(first);
        if (link)
            read_link(summary, link, MATTER_BODY, depth);
        else
            report_ignored(summary, item);
        for (cmark_node *more = link ? cmark_node_next(link) : NULL; more; more = cmark_node_next(more))
            if (cmark_node_get_type(more) == CMARK_NODE_LINK)
                report_second(summary, more);
        for (cmark_node *child = first; child; child = cmark_node_next(child))
            if (cmark_node_get_type(child) == CMARK_NODE_LIST)
                read_list(summary, child, depth + 1);
    }
}

static void read_heading(struct summary *summary, cmark_node *node)
{
    cmark_node *link = link_in(node);
    if (cmark_node_get_heading_level(node) != 1) {
        report_ignored(summary, node);
        return;
    }
    if (!summary->any && !summary->title && !link) {
        summary->title = words_of(summary, node);
        return;
    }
    if (summary->back)
        report_order(summary, node);
    struct entry *entry = entry_new(summary, node, MATTER_BODY);
    entry->is_part = true;
    if (link && *cmark_node_get_url(link))
        entry->file = file_of(summary, link);
}

static void read_paragraph(struct summary *summary, cmark_node *node)
{
    if (!link_in(node)) {
        report_ignored(summary, node);
        return;
    }
    for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) != CMARK_NODE_LINK)
            continue;
        summary->back = summary->back || summary->body;
        read_link(summary, child, summary->body ? MATTER_BACK : MATTER_FRONT, 0);
    }
}

static void read_block(struct summary *summary, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        read_heading(summary, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        read_paragraph(summary, node);
        break;
    case CMARK_NODE_LIST:
        if (summary->back)
            report_order(summary, node);
        summary->body = true;
        read_list(summary, node, 0);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        break;
    case CMARK_NODE_HTML_BLOCK:
        if (!g_str_has_prefix(cmark_node_get_literal(node), "<!--"))
            report_ignored(summary, node);
        break;
    default:
        report_ignored(summary, node);
    }
}

struct entry *summary_read(struct reader *reader, struct source *source, const char **title)
{
    struct entry *first = NULL;
    struct summary summary = {.reader = reader, .source = source, .end = &first};
    cmark_node *root = cmark_parse_document(source->text.data, source->text.length, CMARK_OPT_SMART);
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node))
        read_block(&summary, node);
    cmark_node_free(root);
    *title = summary.title;
    bool chapters = false;
    for (const struct entry *entry = first; entry; entry = entry->next)
        chapters = chapters || !entry->is_part;
    if (!chapters)
        diags_report(reader->diags, DIAG_ERROR, (struct position){source->shown, 1, 1}, "summary-empty",
                     "add a line: - [My first chapter](chapters/one.md)", "SUMMARY.md names no chapter");
    return first;
}
