#include "pdf/form_looks.h"

#include <math.h>

struct form_looks {
    GHashTable *made; /* "look width height" -> object */
};

struct form_looks *form_looks_new(void)
{
    struct form_looks *looks = g_new0(struct form_looks, 1);
    looks->made = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return looks;
}

void form_looks_free(struct form_looks *looks)
{
    if (!looks)
        return;
    g_hash_table_destroy(looks->made);
    g_free(looks);
}

/* A tick from corner to corner, in a pen's width. */
static void append_tick(GString *content, double width, double height)
{
    g_string_append_printf(content, "q 0.1 G 1.8 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q", width * 0.22, height * 0.52,
                           width * 0.42, height * 0.26, width * 0.82, height * 0.8);
}

/* An ellipse in the middle, with half axes a and b. */
static void append_ellipse(GString *content, double x, double y, double a, double b)
{
    static const double BULGE = 0.5523; /* of a quarter of a circle as a curve */
    const double p = a * BULGE, q = b * BULGE;
    g_string_append_printf(content, "%.2f %.2f m ", x + a, y);
    g_string_append_printf(content, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x + a, y + q, x + p, y + b, x, y + b);
    g_string_append_printf(content, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x - p, y + b, x - a, y + q, x - a, y);
    g_string_append_printf(content, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x - a, y - q, x - p, y - b, x, y - b);
    g_string_append_printf(content, "%.2f %.2f %.2f %.2f %.2f %.2f c ", x + p, y - b, x + a, y - q, x + a, y);
}

/* A ring around what is printed there: it stays to be read. */
static void append_ring(GString *content, double width, double height)
{
    static const double PEN = 2.2;
    g_string_append_printf(content, "q 0.1 G %.1f w ", PEN);
    append_ellipse(content, width / 2, height / 2, (width - PEN) / 2, (height - PEN) / 2);
    g_string_append(content, "s Q");
}

/* A dot where there is nothing to be read. */
static void append_dot(GString *content, double width, double height)
{
    static const double PART = 0.3;
    const double radius = PART * fmin(width, height);
    g_string_append(content, "q 0.1 g ");
    append_ellipse(content, width / 2, height / 2, radius, radius);
    g_string_append(content, "f Q");
}

static void append_content(GString *content, enum form_look look, double width, double height)
{
    switch (look) {
    case LOOK_EMPTY_TEXT:
        g_string_append(content, "/Tx BMC EMC"); /* 12.7.3.3 */
        break;
    case LOOK_OFF:
        g_string_append(content, "q Q");
        break;
    case LOOK_TICKED:
        append_tick(content, width, height);
        break;
    case LOOK_RINGED:
        append_ring(content, width, height);
        break;
    case LOOK_DOTTED:
        append_dot(content, width, height);
        break;
    }
}

int form_look(struct form_looks *looks, struct additions *additions, enum form_look look, double width, double height)
{
    char *key = g_strdup_printf("%d %.2f %.2f", look, width, height);
    int object = GPOINTER_TO_INT(g_hash_table_lookup(looks->made, key));
    if (object) {
        g_free(key);
        return object;
    }
    object = additions_reserve(additions);
    GString *content = g_string_new(NULL), *dictionary = g_string_new(NULL);
    append_content(content, look, width, height);
    g_string_printf(dictionary, "{\"/Type\":\"/XObject\",\"/Subtype\":\"/Form\",\"/BBox\":[0,0,%.2f,%.2f],\"/Resources\":{}}", width, height);
    additions_add_stream(additions, object, dictionary, content->str, content->len);
    g_string_free(content, TRUE);
    g_hash_table_insert(looks->made, key, GINT_TO_POINTER(object));
    return object;
}
