#include "cli/numbers.h"

#include <glib.h>
#include <string.h>

/* The whole text as a number from 1 to `most`; 0 when it is none. */
static int number_of(const char *text, int most)
{
    guint64 number;
    return g_ascii_string_to_unsigned(text, 10, 1, (guint64)most, &number, NULL) ? (int)number : 0;
}

/* "8" is the range from 8 to 8. */
static bool read_part(const char *part, int most, bool *wanted)
{
    const char *dash = strchr(part, '-');
    char *first = dash ? g_strndup(part, (size_t)(dash - part)) : g_strdup(part);
    const int from = number_of(first, most), to = dash ? number_of(dash + 1, most) : from;
    g_free(first);
    if (from == 0 || to < from)
        return false;
    for (int number = from; number <= to; number++)
        wanted[number] = true;
    return true;
}

bool numbers_read(const char *list, int most, bool *wanted, char **bad)
{
    char **parts = g_strsplit(*list ? list : " ", ",", -1); /* g_strsplit finds nothing in "" */
    bool good = true;
    for (char **part = parts; *part && good; part++) {
        good = read_part(g_strstrip(*part), most, wanted);
        if (!good)
            *bad = g_strdup(*part);
    }
    g_strfreev(parts);
    return good;
}
