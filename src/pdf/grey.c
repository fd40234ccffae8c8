#include "pdf/grey.h"

#include <glib.h>
#include <stdlib.h>

#include "pdf/content.h"
#include "pdf/objects.h"

/* Less ink than LEAST leaves single dots; less than NONE is a rounded white. */
static const double LEAST_INK = 0.1, NO_INK = 0.01;

/* ---- colours (ISO 32000-1, 10.3.3) ---- */

static double grey_of(double red, double green, double blue)
{
    return 0.3 * red + 0.59 * green + 0.11 * blue;
}

double grey_flat(struct colour colour)
{
    const double ink = 1 - grey_of(colour.red, colour.green, colour.blue);
    return ink < NO_INK ? 1 : 1 - MAX(ink, LEAST_INK);
}

unsigned char grey_pixel(unsigned red, unsigned green, unsigned blue)
{
    return (unsigned char)((30 * red + 59 * green + 11 * blue + 50) / 100);
}

/* ---- content streams ---- */

static void append_number(GString *to, double number)
{
    const int thousandths = (int)(CLAMP(number, 0, 1) * 1000 + 0.5);
    g_string_append_printf(to, thousandths % 1000 ? "%d.%03d" : "%d", thousandths / 1000, thousandths % 1000);
}

/* "0.5 0.2 0.1 rg" becomes "0.28 g". False where a colour is told in another way than cairo does. */
static bool append_operator(GString *to, const struct content_operator *operator)
{
    static const char *const unknown[] = {"k", "K", "sc", "SC", "EI"};
    double rgb[3];
    const bool fill = content_is(operator, "rg"), stroke = content_is(operator, "RG");
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
        if (content_is(operator, unknown[i]))
            return false;
    if ((content_is(operator, "scn") || content_is(operator, "SCN")) && operator->count != 1)
        return false; /* a pattern's name alone */
    if (!fill && !stroke) {
        g_string_append_len(to, operator->whole.data, (gssize)operator->whole.length);
        return true;
    }
    if (operator->count != 3 || content_numbers(operator, rgb, 3) != 3)
        return false;
    append_number(to, grey_flat((struct colour){rgb[0], rgb[1], rgb[2]}));
    g_string_append(to, fill ? " g" : " G");
    return true;
}

static bool rewrite(struct bytes bytes, GString *to)
{
    struct content content = content_open(bytes);
    struct content_operator operator;
    bool known = true;
    while (known && content_next(&content, &operator)) {
        known = append_operator(to, &operator);
        g_string_append_c(to, '\n');
    }
    return known && !content.broken;
}

static bool grey_content(qpdf_data qpdf, qpdf_oh stream)
{
    size_t length = 0;
    unsigned char *data = object_stream_bytes(qpdf, stream, &length);
    GString *grey = g_string_sized_new(length);
    const bool known = data && rewrite((struct bytes){(const char *)data, length}, grey);
    if (known)
        object_set_stream(qpdf, stream, grey->str, grey->len);
    g_string_free(grey, TRUE);
    free(data);
    return known;
}

/* ---- pictures ---- */

static bool grey_image(qpdf_data qpdf, qpdf_oh stream, qpdf_oh dictionary)
{
    qpdf_oh_remove_key(qpdf, dictionary, "/Interpolate");
    if (qpdf_oh_has_key(qpdf, dictionary, "/ImageMask") || object_has(qpdf, dictionary, "/ColorSpace", "/DeviceGray"))
        return true;
    size_t length = 0;
    unsigned char *rgb = object_has(qpdf, dictionary, "/ColorSpace", "/DeviceRGB") ? object_stream_bytes(qpdf, stream, &length) : NULL;
    if (!rgb || qpdf_oh_get_int_value_as_int(qpdf, qpdf_oh_get_key(qpdf, dictionary, "/BitsPerComponent")) != 8) {
        free(rgb);
        return false;
    }
    for (size_t i = 0; i < length / 3; i++) /* the grey ones move up */
        rgb[i] = grey_pixel(rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]);
    qpdf_oh_replace_key(qpdf, dictionary, "/ColorSpace", qpdf_oh_new_name(qpdf, "/DeviceGray"));
    object_set_stream(qpdf, stream, (const char *)rgb, length / 3);
    free(rgb);
    return true;
}

/* ---- gradients (8.7.4.5, 7.10) ---- */

static void grey_end(qpdf_data qpdf, qpdf_oh function, const char *key)
{
    double rgb[3];
    const qpdf_oh colour = qpdf_oh_get_key(qpdf, function, key);
    if (qpdf_oh_get_array_n_items(qpdf, colour) != 3)
        return;
    for (int i = 0; i < 3; i++)
        rgb[i] = qpdf_oh_get_numeric_value(qpdf, qpdf_oh_get_array_item(qpdf, colour, i));
    const qpdf_oh grey = qpdf_oh_new_array(qpdf);
    qpdf_oh_append_item(qpdf, grey, qpdf_oh_new_real_from_double(qpdf, grey_of(rgb[0], rgb[1], rgb[2]), 4));
    qpdf_oh_replace_key(qpdf, function, key, grey);
}

/* From one colour to another, or several of these in a row; deeper than that cairo does not go. */
static bool grey_function(qpdf_data qpdf, qpdf_oh function, int depth)
{
    if (!qpdf_oh_is_dictionary(qpdf, function))
        return false;
    const int type = qpdf_oh_get_int_value_as_int(qpdf, qpdf_oh_get_key(qpdf, function, "/FunctionType"));
    if (type == 2) {
        grey_end(qpdf, function, "/C0");
        grey_end(qpdf, function, "/C1");
        return true;
    }
    const qpdf_oh parts = qpdf_oh_get_key(qpdf, function, "/Functions");
    bool known = type == 3 && depth < 3;
    for (int i = 0; known && i < qpdf_oh_get_array_n_items(qpdf, parts); i++)
        known = grey_function(qpdf, qpdf_oh_get_array_item(qpdf, parts, i), depth + 1);
    return known;
}

static bool grey_shading(qpdf_data qpdf, qpdf_oh shading)
{
    if (object_has(qpdf, shading, "/ColorSpace", "/DeviceGray"))
        return true;
    if (!object_has(qpdf, shading, "/ColorSpace", "/DeviceRGB"))
        return false;
    qpdf_oh_replace_key(qpdf, shading, "/ColorSpace", qpdf_oh_new_name(qpdf, "/DeviceGray"));
    return grey_function(qpdf, qpdf_oh_get_key(qpdf, shading, "/Function"), 0);
}

/* ---- the document ---- */

static bool grey_object(qpdf_data qpdf, qpdf_oh object, qpdf_oh dictionary, void *closure)
{
    (void)closure;
    if (object_has(qpdf, dictionary, "/Subtype", "/Image"))
        return grey_image(qpdf, object, dictionary);
    if (object_has(qpdf, dictionary, "/Subtype", "/Form"))
        return grey_content(qpdf, object);
    if (object_has(qpdf, dictionary, "/Type", "/Page"))
        return grey_content(qpdf, qpdf_oh_get_key(qpdf, dictionary, "/Contents"));
    if (qpdf_oh_has_key(qpdf, dictionary, "/ShadingType"))
        return grey_shading(qpdf, dictionary);
    if (!qpdf_oh_has_key(qpdf, dictionary, "/PatternType"))
        return true;
    return qpdf_oh_is_stream(qpdf, object) ? grey_content(qpdf, object)
                                           : grey_shading(qpdf, qpdf_oh_get_key(qpdf, dictionary, "/Shading"));
}

bool grey_document(qpdf_data qpdf)
{
    return objects_visit(qpdf, grey_object, NULL);
}
