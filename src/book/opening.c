#include "book/opening.h"

#include <glib.h>

/* Three lines of a wide screen. */
enum { LETTERS_AT_LEAST = 200 };

bool opening_stands_alone(const char *text)
{
    const gunichar first = g_utf8_get_char(text);
    if (!g_unichar_isalpha(first) || g_unichar_ismark(g_utf8_get_char(g_utf8_next_char(text))))
        return false;
    const GUnicodeScript script = g_unichar_get_script(first);
    return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
           script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_ARMENIAN ||
           script == G_UNICODE_SCRIPT_GEORGIAN;
}

static glong letters_of(const struct span *spans)
{
    glong letters = 0;
    for (const struct span *span = spans; span; span = span->next)
        letters += (span->kind == SPAN_TEXT && span->text ? g_utf8_strlen(span->text, -1) : 0) +
                   letters_of(span->children);
    return letters;
}

const struct block *opening_of(const struct chapter *chapter)
{
    const struct block *block = chapter->blocks;
    while (block && block->kind != BLOCK_PARAGRAPH)
        block = block->next;
    if (!chapter->number || !block || !block->spans)
        return NULL;
    const struct span *first = block->spans;
    return first->kind == SPAN_TEXT && first->text && opening_stands_alone(first->text) &&
                   letters_of(first) >= LETTERS_AT_LEAST
               ? block
               : NULL;
}
