#include "layout/breaks.h"

#include <pango/pango.h>
#include <string.h>

/* Letters and figures, with marks around them that hold to both sides (rules LB13, LB19, LB29): a line breaks
 * nowhere in such a text, but at its end. */
static bool is_one_piece(const char *text, size_t length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        const bool letter = c < 0x80 ? g_ascii_isalnum((char)c) : c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7;
        if (!letter && c != '.' && c != ',' && c != 0x2018 && c != 0x2019 && c != 0x201C && c != 0x201D)
            return false;
    }
    return length > 0;
}

bool *breaks_find(const char *text, size_t length, const char *lang, size_t *count)
{
    const size_t characters = (size_t)g_utf8_strlen(text, (gssize)length);
    bool *breaks = g_new0(bool, characters + 1);
    if (count)
        *count = characters;
    if (is_one_piece(text, length)) {
        breaks[characters] = true;
        return breaks;
    }
    PangoLogAttr *logs = g_new0(PangoLogAttr, characters + 1);
    pango_get_log_attrs(text, (int)length, -1, pango_language_from_string(lang), logs, (int)characters + 1);
    for (size_t i = 0; i <= characters; i++)
        breaks[i] = logs[i].is_line_break || logs[i].is_mandatory_break;
    g_free(logs);
    return breaks;
}

/* Rules LB13 to LB17: what may bind across a space. Quotation marks do not. */
static bool binds_after(gunichar c)
{
    return c < 0x80 ? strchr("([{", (int)c) != NULL : c == 0xA1 || c == 0xAB || c == 0xBF || (c >= 0x2010 && c != 0x2019 && c != 0x201D && c != 0x2026);
}

static bool binds_before(gunichar c)
{
    return c < 0x80 ? strchr(")]}!?,.;:/%", (int)c) != NULL : c == 0xBB || (c >= 0x2010 && c != 0x2018 && c != 0x2019 && c != 0x201C && c != 0x2026);
}

bool breaks_at_all_spaces(const char *text)
{
    for (const char *space = strchr(text, ' '); space; space = strchr(space + 1, ' ')) {
        if (space > text && binds_after(g_utf8_get_char(g_utf8_prev_char(space))))
            return false;
        if (space[1] && binds_before(g_utf8_get_char(space + 1)))
            return false;
    }
    return true;
}
