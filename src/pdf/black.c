#include "pdf/black.h"

#include <glib.h>
#include <stdlib.h>

#include "pdf/content.h"
#include "pdf/objects.h"

/* "0 g" for "0 0 0 rg", "0 G" for "0 0 0 RG"; NULL for any other operator. */
static const char *black_of(const struct content_operator *operator)
{
    double colour[3];
    const bool fill = content_is(operator, "rg");
    if (!(fill || content_is(operator, "RG")) || content_numbers(operator, colour, 3) != 3)
        return NULL;
    return colour[0] <= 0 && colour[1] <= 0 && colour[2] <= 0 ? fill ? "0 g" : "0 G" : NULL;
}

/* The stream with its blacks changed; NULL when it is broken. Freed with g_string_free. */
static GString *blackened(struct bytes stream)
{
    GString *changed = g_string_new(NULL);
    const char *copied = stream.data, *end = stream.data + stream.length;
    struct content content = content_open(stream);
    for (struct content_operator operator; content_next(&content, &operator);) {
        const char *black = black_of(&operator);
        if (!black)
            continue;
        g_string_append_len(changed, copied, operator.whole.data - copied);
        g_string_append(changed, black);
        copied = operator.whole.data + operator.whole.length;
    }
    g_string_append_len(changed, copied, end - copied);
    if (content.broken)
        g_string_free(changed, TRUE);
    return content.broken ? NULL : changed;
}

void black_page(qpdf_data qpdf, qpdf_oh page)
{
    const qpdf_oh contents = qpdf_oh_get_key(qpdf, page, "/Contents");
    size_t length = 0;
    unsigned char *data = object_stream_bytes(qpdf, contents, &length);
    GString *changed = data ? blackened((struct bytes){(const char *)data, length}) : NULL;
    free(data);
    if (!changed)
        return;
    object_set_stream(qpdf, contents, changed->str, changed->len);
    g_string_free(changed, TRUE);
}
