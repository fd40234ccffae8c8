#include "manuscript/footnotes.h"

#include <string.h>

/* The label of "[^label]" at `text`, its length without the marks; 0 when there is none. */
static size_t label_length(const char *text)
{
    if (text[0] != '[' || text[1] != '^')
        return 0;
    const size_t length = strcspn(text + 2, "] \t\r\n[");
    return text[2 + length] == ']' ? length : 0;
}

static char *normal_label(const char *text)
{
    return g_utf8_casefold(text + 2, (gssize)label_length(text));
}

/* The definition that a line starts with, behind marks of quotations; NULL. */
static const char *definition_of_line(const struct source *source, int line)
{
    size_t length;
    const char *text = source_line(source, line, &length), *end = text + length;
    while (text < end && (*text == ' ' || *text == '>'))
        text++;
    const size_t label = text < end ? label_length(text) : 0;
    return label && text[label + 3] == ':' ? text : NULL;
}

/* Lines of code and raw HTML: what looks like a definition there is none. Also gathers the lines where used
 * ones start. */
static void survey(cmark_node *root, GHashTable *used, char *skipped, int lines)
{
    cmark_iter *iterator = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const cmark_node_type type = cmark_node_get_type(node);
        const int first = cmark_node_get_start_line(node), last = cmark_node_get_end_line(node);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
            g_hash_table_add(used, GINT_TO_POINTER(first));
        if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
            for (int line = MAX(first, 1); line <= MIN(last, lines); line++)
                skipped[line] = 1;
    }
    cmark_iter_free(iterator);
}

void footnotes_check(struct reader *reader, struct source *source, cmark_node *root)
{
    GHashTable *used = g_hash_table_new(g_direct_hash, g_direct_equal);
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char *skipped = g_malloc0((size_t)source->lines + 1);
    survey(root, used, skipped, source->lines);
    for (int line = 1; line <= source->lines; line++) {
        const char *text = skipped[line] ? NULL : definition_of_line(source, line);
        if (!text)
            continue;
        size_t length;
        const int column = (int)(text - source_line(source, line, &length)) + 1;
        const struct position at = source_at(source, line, column);
        const int label = (int)label_length(text);
        if (!g_hash_table_add(seen, normal_label(text)))
            diags_report(reader->diags, DIAG_ERROR, at, "footnote-twice", "give one of them another name",
                         "the note [^%.*s] stands here a second time", label, text + 2);
        else if (!g_hash_table_contains(used, GINT_TO_POINTER(line)))
            diags_report(reader->diags, DIAG_WARNING, at, "footnote-unused",
                         "call it in the text, or remove it", "nothing calls the note [^%.*s]", label,
                         text + 2);
    }
    g_free(skipped);
    g_hash_table_destroy(seen);
    g_hash_table_destroy(used);
}

/* The same call in the raw content, at a place that is not escaped; NULL. */
static const char *raw_call(const char *content, const char *call, size_t length)
{
    for (const char *found = content; (found = strstr(found, "[^"));) {
        if (strncmp(found, call, length) == 0 && (found == content || found[-1] != '\\'))
            return found;
        found += 2;
    }
    return NULL;
}

void footnotes_missing(struct reader *reader, const struct locator *locator, const char *text)
{
    for (const char *call = text; (call = strstr(call, "[^"));) {
        const size_t label = label_length(call);
        const char *raw = label ? raw_call(locator->content, call, label + 3) : NULL;
        if (raw)
            diags_report(reader->diags, DIAG_ERROR, locator_at(locator, (size_t)(raw - locator->content)),
                         "footnote-missing", "write it on a line of its own: [^name]: the note's text",
                         "the note [^%.*s] is not in this file", (int)label, call + 2);
        call += 2;
    }
}
