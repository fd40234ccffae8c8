#include "pdf/picture.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "base/bitmap.h"
#include "pdf/grey.h"
#include "pdf/transparency.h"

enum { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG }; /* page_image.type */

struct picture {
    const char *name;
    cairo_surface_t *pixels; /* PNG, JPEG */
    struct bytes file;       /* of a JPEG */
    bool undecoded;          /* its pixels are not there yet */
    RsvgHandle *drawing;     /* SVG */
    bool grey;
};

/* What a press shows of pixels, and the most that a drawing becomes of them. */
static const double PRESS_DPI = 600, LEAST_DPI = 300, PRESS_PIXELS = 16e6;

static void report_broken(const char *name, const char *why, struct diags *diags)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "image-broken",
                 "open the picture in a drawing program and save it again",
                 "image \"%s\" cannot be shown: %s", name, why);
}

/* ---- pixels ---- */

/* cairo's pixels are 32-bit words: alpha, red, green, blue from the highest byte on, the colours multiplied
 * by alpha. */
static guint32 word_of(const unsigned char *pixel, unsigned alpha)
{
    guint32 word = alpha;
    for (int c = 0; c < 3; c++)
        word = word << 8 | (pixel[c] * alpha + 127) / 255;
    return word;
}

static void copy_pixels(const struct bitmap *bitmap, cairo_surface_t *surface)
{
    unsigned char *to = cairo_image_surface_get_data(surface);
    const size_t stride = (size_t)cairo_image_surface_get_stride(surface), width = (size_t)bitmap->width;
    for (size_t y = 0; y < (size_t)bitmap->height; y++)
        for (size_t x = 0; x < width; x++) {
            const size_t at = y * width + x;
            const guint32 word = word_of(bitmap->rgb + at * 3, bitmap->alpha ? bitmap->alpha[at] : 255);
            memcpy(to + y * stride + x * sizeof word, &word, sizeof word);
        }
    cairo_surface_mark_dirty(surface);
}

/* cairo writes pixels without a colour as grey ones. */
static void grey_pixels(cairo_surface_t *surface)
{
    unsigned char *data = cairo_image_surface_get_data(surface);
    const size_t stride = (size_t)cairo_image_surface_get_stride(surface);
    const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    for (size_t y = 0; y < (size_t)height; y++)
        for (size_t x = 0; x < (size_t)width; x++) {
            guint32 word;
            memcpy(&word, data + y * stride + x * sizeof word, sizeof word);
            word = grey_pixel(word >> 16 & 255, word >> 8 & 255, word & 255) * 0x010101u;
            memcpy(data + y * stride + x * sizeof word, &word, sizeof word);
        }
    cairo_surface_mark_dirty(surface);
}

/* The same decoder as in the other editions: what one of them can show, all can. NULL when the file is
 * broken. */
static cairo_surface_t *decode(struct bytes file, bool grey)
{
    struct bitmap *bitmap = bitmap_read(file, grey ? BITMAP_ON_WHITE : BITMAP_AS_IT_IS);
    if (!bitmap)
        return NULL;
    cairo_surface_t *surface = cairo_image_surface_create(
        bitmap->alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, bitmap->width, bitmap->height);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        copy_pixels(bitmap, surface);
    else
        g_clear_pointer(&surface, cairo_surface_destroy);
    bitmap_free(bitmap);
    if (surface && grey)
        grey_pixels(surface);
    return surface;
}

/* A surface of the picture's size that carries the file. A PDF gets the file as it is and never looks at the
 * pixels, which are there only once they are painted on others. In the inks of a press a file cannot go along with the colours
 * of a screen (ISO 19005-2, 6.2.4.3): NULL, as for a broken one. */
static cairo_surface_t *carry_jpeg(struct bytes file)
{
    struct bitmap_info info;
    const char *why;
    if (!bitmap_info(file, &info, &why) || info.inks)
        return NULL;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, info.width, info.height);
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)file.data,
                                    file.length, NULL, NULL) != CAIRO_STATUS_SUCCESS)
        g_clear_pointer(&surface, cairo_surface_destroy);
    return surface;
}

static cairo_surface_t *open_pixels(const struct page_image *image, bool grey, struct diags *diags)
{
    cairo_surface_t *surface = image->type == PICTURE_JPEG && !grey ? carry_jpeg(image->bytes) : NULL;
    if (!surface)
        surface = decode(image->bytes, grey);
    if (!surface)
        report_broken(image->name, "it cannot be decoded", diags);
    return surface;
}

/* Puts a surface with pixels in the place of the one that carries the file. False when it cannot be decoded.
 */
static bool decode_carried(struct picture *picture)
{
    cairo_surface_t *surface = decode(picture->file, false);
    if (!surface)
        return false;
    cairo_surface_destroy(picture->pixels);
    picture->pixels = surface;
    picture->undecoded = false;
    return true;
}

/* ---- SVG ---- */

static RsvgHandle *open_svg(const struct page_image *image, struct diags *diags)
{
    GError *error = NULL;
    RsvgHandle *drawing =
        rsvg_handle_new_from_data((const guint8 *)image->bytes.data, image->bytes.length, &error);
    if (!drawing) {
        report_broken(image->name, error ? error->message : "no drawing in it", diags);
        g_clear_error(&error);
        return NULL;
    }
    rsvg_handle_set_dpi(drawing, 96); /* CSS: 96 px are an inch, whatever screen there is */
    return drawing;
}

/* Without a viewBox the drawing keeps its own size, whatever viewport it is given: so it is scaled here. */
static bool paint_svg(RsvgHandle *drawing, cairo_t *cairo, double width, double height, GError **error)
{
    gboolean has_width, has_height, has_view_box;
    RsvgLength own_width, own_height;
    RsvgRectangle view_box, viewport = {0, 0, width, height};
    rsvg_handle_get_intrinsic_dimensions(drawing, &has_width, &own_width, &has_height, &own_height,
                                         &has_view_box, &view_box);
    gdouble natural_width, natural_height;
    if (!has_view_box && rsvg_handle_get_intrinsic_size_in_pixels(drawing, &natural_width, &natural_height) &&
        natural_width > 0 && natural_height > 0) {
        cairo_scale(cairo, width / natural_width, height / natural_height);
        viewport = (RsvgRectangle){0, 0, natural_width, natural_height};
    }
    cairo_rectangle(cairo, 0, 0, viewport.width, viewport.height); /* what is drawn outside it is not shown, as in a browser */
    cairo_clip(cairo);
    return rsvg_handle_render_document(drawing, cairo, &viewport, error);
}

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* What of a drawing is see-through nobody knows before it is drawn: so it is drawn once for that alone. */
static bool is_see_through(RsvgHandle *drawing, double width, double height)
{
    GByteArray *alone = g_byte_array_new();
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, alone, width, height);
    cairo_t *cairo = cairo_create(surface);
    const bool drawn = paint_svg(drawing, cairo, width, height, NULL);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    const bool found = drawn && transparency_inside((struct bytes){(const char *)alone->data, alone->len});
    g_byte_array_free(alone, TRUE);
    return found;
}

/* The drawing as grey pixels on white. NULL when there is no room for them. */
static cairo_surface_t *pixels_of(RsvgHandle *drawing, double width, double height, GError **error)
{
    const double inches = width * height / (72 * 72);
    const double scale = MIN(PRESS_DPI, MAX(LEAST_DPI, sqrt(PRESS_PIXELS / inches))) / 72;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, MAX(1, (int)ceil(width * scale)), MAX(1, (int)ceil(height * scale)));
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, cairo_image_surface_get_width(surface) / width,
                cairo_image_surface_get_height(surface) / height);
    paint_svg(drawing, cairo, width, height, error);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
    grey_pixels(surface);
    return surface;
}

/* ---- all kinds ---- */

struct picture *picture_open(const struct page_image *image, bool grey, struct diags *diags)
{
    struct picture made = {
        .name = image->name, .file = image->bytes, .undecoded = image->type == PICTURE_JPEG && !grey, .grey = grey};
    if (image->type == PICTURE_SVG)
        made.drawing = open_svg(image, diags);
    else
        made.pixels = open_pixels(image, grey, diags);
    if (!made.drawing && !made.pixels)
        return NULL;
    return g_memdup2(&made, sizeof made);
}

void picture_free(struct picture *picture)
{
    if (!picture)
        return;
    if (picture->pixels)
        cairo_surface_destroy(picture->pixels);
    if (picture->drawing)
        g_object_unref(picture->drawing);
    g_free(picture);
}

/* A picture that is painted first, with no clip, makes cairo 1.16 forget what was begun on the page: the marks around it. */
static void paint_pixels(cairo_surface_t *pixels, cairo_t *cairo, double width, double height)
{
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_clip(cairo);
    cairo_scale(cairo, width / cairo_image_surface_get_width(pixels),
                height / cairo_image_surface_get_height(pixels));
    cairo_set_source_surface(cairo, pixels, 0, 0);
    cairo_paint(cairo);
}

static bool paint_drawing(const struct picture *picture, cairo_t *cairo, double width, double height, GError **error)
{
    cairo_surface_t *pixels = picture->grey && is_see_through(picture->drawing, width, height)
                                  ? pixels_of(picture->drawing, width, height, error)
                                  : NULL;
    if (!pixels)
        return paint_svg(picture->drawing, cairo, width, height, error);
    paint_pixels(pixels, cairo, width, height);
    cairo_surface_destroy(pixels);
    return !*error;
}

bool picture_paint(struct picture *picture, cairo_t *cairo, double x, double y, double width, double height,
                   struct diags *diags)
{
    if (width <= 0 || height <= 0)
        return true;
    const bool on_pixels = cairo_surface_get_type(cairo_get_target(cairo)) != CAIRO_SURFACE_TYPE_PDF;
    if (picture->undecoded && on_pixels && !decode_carried(picture)) {
        report_broken(picture->name, "it cannot be decoded", diags);
        return false;
    }
    GError *error = NULL;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    if (picture->pixels)
        paint_pixels(picture->pixels, cairo, width, height);
    else
        paint_drawing(picture, cairo, width, height, &error);
    cairo_restore(cairo);
    if (!error)
        return true;
    report_broken(picture->name, error->message, diags);
    g_error_free(error);
    return false;
}
