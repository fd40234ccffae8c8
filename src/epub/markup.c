#include "epub/markup.h"

#include <glib.h>
#include <libxml/xmlwriter.h>
#include <string.h>

struct markup {
    xmlBufferPtr buffer;
    xmlTextWriterPtr writer;
    GArray *turns; /* struct turn, one an open element */
};

struct turn {
    bool backward;
    bool said; /* by an attribute of its own */
};

/* The writer fails only when memory is out, or when it is misused. */
static void must(int written)
{
    if (written < 0)
        g_error("the XML writer failed");
}

struct markup *markup_start(const char *doctype)
{
    struct markup *markup = g_new0(struct markup, 1);
    markup->buffer = xmlBufferCreate();
    markup->writer = markup->buffer ? xmlNewTextWriterMemory(markup->buffer, 0) : NULL;
    if (!markup->writer)
        g_error("out of memory");
    markup->turns = g_array_new(FALSE, FALSE, sizeof(struct turn));
    must(xmlTextWriterStartDocument(markup->writer, NULL, "UTF-8", NULL));
    if (doctype) {
        must(xmlTextWriterWriteDTD(markup->writer, BAD_CAST doctype, NULL, NULL, NULL));
        must(xmlTextWriterWriteRaw(markup->writer, BAD_CAST "\n"));
    }
    return markup;
}

struct bytes markup_end(struct markup *markup, struct arena *arena)
{
    must(xmlTextWriterEndDocument(markup->writer));
    xmlFreeTextWriter(markup->writer);
    const size_t length = (size_t)xmlBufferLength(markup->buffer);
    const struct bytes bytes = {
        arena_substring(arena, (const char *)xmlBufferContent(markup->buffer), length), length};
    xmlBufferFree(markup->buffer);
    g_array_free(markup->turns, TRUE);
    g_free(markup);
    return bytes;
}

void markup_indent(struct markup *markup)
{
    must(xmlTextWriterSetIndent(markup->writer, 1));
    must(xmlTextWriterSetIndentString(markup->writer, BAD_CAST "  "));
}

void markup_line(struct markup *markup)
{
    must(xmlTextWriterWriteString(markup->writer, BAD_CAST "\n"));
}

static bool allowed(gunichar c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

/* The text without what XML does not allow. To be freed. */
static char *cleaned(const char *text)
{
    GString *clean = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (allowed(c))
            g_string_append_unichar(clean, c);
    }
    return g_string_free(clean, FALSE);
}

void markup_open(struct markup *markup, const char *element)
{
    const struct turn turn = {.backward = markup_backward(markup)};
    must(xmlTextWriterStartElement(markup->writer, BAD_CAST element));
    g_array_append_val(markup->turns, turn);
}

void markup_attribute(struct markup *markup, const char *name, const char *value)
{
    if (!value)
        return;
    char *clean = cleaned(value);
    must(xmlTextWriterWriteAttribute(markup->writer, BAD_CAST name, BAD_CAST clean));
    g_free(clean);
}

bool markup_backward(const struct markup *markup)
{
    return markup->turns->len > 0 && g_array_index(markup->turns, struct turn, markup->turns->len - 1).backward;
}

void markup_direction(struct markup *markup, const char *dir)
{
    struct turn *turn = &g_array_index(markup->turns, struct turn, markup->turns->len - 1);
    if (!dir || turn->said)
        return;
    markup_attribute(markup, "dir", dir);
    *turn = (struct turn){.backward = strcmp(dir, "auto") == 0 ? turn->backward : strcmp(dir, "rtl") == 0, .said = true};
}

void markup_turn(struct markup *markup, bool backward)
{
    if (backward != markup_backward(markup))
        markup_direction(markup, backward ? "rtl" : "ltr");
}

void markup_text(struct markup *markup, const char *text)
{
    if (!text || !*text)
        return;
    char *clean = cleaned(text);
    must(xmlTextWriterWriteString(markup->writer, BAD_CAST clean));
    g_free(clean);
}

void markup_close(struct markup *markup)
{
    must(xmlTextWriterFullEndElement(markup->writer));
    g_array_set_size(markup->turns, markup->turns->len - 1);
}

void markup_void(struct markup *markup)
{
    must(xmlTextWriterEndElement(markup->writer));
    g_array_set_size(markup->turns, markup->turns->len - 1);
}

void markup_element(struct markup *markup, const char *element, const char *class_name, const char *text)
{
    markup_open(markup, element);
    markup_attribute(markup, "class", class_name);
    markup_text(markup, text);
    markup_close(markup);
}
