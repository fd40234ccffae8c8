#include "pdf/objects.h"

#include <glib.h>
#include <stdlib.h>
#include <zlib.h>

/* Streams are made small at once, for qpdf holds them all until it writes. One step below zlib's own choice: less work for hardly
 * more bytes. */
enum { LEVEL = 5 };

int objects_first_free(qpdf_data qpdf)
{
    /* That of an object made now, and never pointed to. */
    return qpdf_oh_get_object_id(qpdf, qpdf_make_indirect_object(qpdf, qpdf_oh_new_null(qpdf)));
}

bool objects_visit(qpdf_data qpdf, object_visit visit, void *closure)
{
    const int end = objects_first_free(qpdf);
    bool good = true;
    for (int number = 1; number < end && good; number++) {
        const qpdf_oh object = qpdf_get_object_by_id(qpdf, number, 0);
        if (qpdf_oh_is_stream(qpdf, object))
            good = visit(qpdf, object, qpdf_oh_get_dict(qpdf, object), closure);
        else if (qpdf_oh_is_dictionary(qpdf, object))
            good = visit(qpdf, object, object, closure);
        qpdf_oh_release_all(qpdf);
    }
    return good;
}

bool object_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, dictionary, key), name);
}

unsigned char *object_stream_bytes(qpdf_data qpdf, qpdf_oh stream, size_t *length)
{
    unsigned char *data = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;
    qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_generalized, &decoded, &data, length);
    if (!decoded)
        g_clear_pointer(&data, free);
    return data;
}

void object_set_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_new_unicode_string(qpdf, text));
}

void object_set_value(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *value)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_parse(qpdf, value));
}

void object_set_reference(qpdf_data qpdf, qpdf_oh dictionary, const char *key, int object)
{
    if (object > 0)
        qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_get_object_by_id(qpdf, object, 0));
}

void object_set_stream(qpdf_data qpdf, qpdf_oh stream, const char *data, size_t length)
{
    uLongf small = compressBound((uLong)length);
    unsigned char *deflated = g_malloc(small);
    const bool done = compress2(deflated, &small, (const unsigned char *)data, (uLong)length, LEVEL) == Z_OK;
    const qpdf_oh none = qpdf_oh_new_null(qpdf);
    if (done)
        qpdf_oh_replace_stream_data(qpdf, stream, deflated, small, qpdf_oh_new_name(qpdf, "/FlateDecode"), none);
    else
        qpdf_oh_replace_stream_data(qpdf, stream, (const unsigned char *)data, length, none, none);
    g_free(deflated);
}

void object_set_box(qpdf_data qpdf, qpdf_oh page, const char *key, double x, double y, double width, double height)
{
    const double corners[] = {x, y, x + width, y + height};
    const qpdf_oh box = qpdf_oh_new_array(qpdf);
    for (int i = 0; i < 4; i++)
        qpdf_oh_append_item(qpdf, box, qpdf_oh_new_real_from_double(qpdf, corners[i], 4));
    qpdf_oh_replace_key(qpdf, page, key, box);
}

void object_trim_whole(qpdf_data qpdf, qpdf_oh page)
{
    const qpdf_oh box = qpdf_oh_get_key(qpdf, page, "/MediaBox");
    qpdf_oh_replace_key(qpdf, page, "/TrimBox", box);
    qpdf_oh_replace_key(qpdf, page, "/BleedBox", box);
}
