#include "pdf/picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <librsvg/rsvg.h>
#include <string.h>

enum { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG }; /* page_image.type */

struct picture {
    const char *name;
    cairo_surface_t *pixels; /* PNG, JPEG */
    RsvgHandle *drawing;     /* SVG */
};

static void report_broken(const char *name, const char *why, struct diags *diags)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "image-broken",
                 "open the picture in a drawing program and save it again",
                 "image \"%s\" cannot be shown: %s", name, why);
}

/* ---- PNG ---- */

static cairo_status_t read_png(void *closure, unsigned char *data, unsigned int length)
{
    struct bytes *rest = closure;
    if (length > rest->length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, rest->data, length);
    rest->data += length;
    rest->length -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *open_png(const struct page_image *image, struct diags *diags)
{
    struct bytes rest = image->bytes;
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_png, &rest);
    const cairo_status_t status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return surface;
    report_broken(image->name, cairo_status_to_string(status), diags);
    cairo_surface_destroy(surface);
    return NULL;
}

/* ---- JPEG ---- */

/* How far down a picture is decoded. */
static void area_decoded(GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer closure)
{
    (void)loader, (void)x, (void)width;
    int *rows = closure;
    *rows = MAX(*rows, y + height);
}

static GdkPixbuf *decode_jpeg(const struct bytes *bytes, GError **error)
{
    GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type("jpeg", error);
    if (!loader)
        return NULL;
    GdkPixbuf *pixbuf = NULL;
    int rows = 0;
    g_signal_connect(loader, "area-updated", G_CALLBACK(area_decoded), &rows);
    const bool written = gdk_pixbuf_loader_write(loader, (const guchar *)bytes->data, bytes->length, error);
    const int rows_written = rows; /* closing fills in the rows that a cut-off file lacks */
    /* A loader must be closed even after a failure; only the first error counts. */
    if (gdk_pixbuf_loader_close(loader, written ? error : NULL) && written) {
        pixbuf = gdk_pixbuf_loader_get_pixbuf(loader);
        pixbuf = pixbuf && rows_written >= gdk_pixbuf_get_height(pixbuf) ? g_object_ref(pixbuf) : NULL;
    }
    g_object_unref(loader);
    return pixbuf;
}

/* cairo's pixels are 32-bit words, red in bits 16 to 23. */
static cairo_surface_t *surface_of_pixbuf(const GdkPixbuf *pixbuf)
{
    const int width = gdk_pixbuf_get_width(pixbuf), height = gdk_pixbuf_get_height(pixbuf);
    const int channels = gdk_pixbuf_get_n_channels(pixbuf);
    const size_t stride = (size_t)gdk_pixbuf_get_rowstride(pixbuf);
    const guint8 *from = gdk_pixbuf_read_pixels(pixbuf);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    unsigned char *to = cairo_image_surface_get_data(surface);
    const size_t to_stride = (size_t)cairo_image_surface_get_stride(surface);
    for (size_t y = 0; y < (size_t)height; y++)
        for (size_t x = 0; x < (size_t)width; x++) {
            const guint8 *pixel = from + y * stride + x * (size_t)channels;
            const guint32 word = ((guint32)pixel[0] << 16) | ((guint32)pixel[1] << 8) | pixel[2];
            memcpy(to + y * to_stride + x * sizeof word, &word, sizeof word);
        }
    cairo_surface_mark_dirty(surface);
    return surface;
}

/* Decoded for its size, to be sure that it is whole, and for painting on pixels; a PDF gets the file as it
 * is. */
static cairo_surface_t *open_jpeg(const struct page_image *image, struct diags *diags)
{
    GError *error = NULL;
    GdkPixbuf *pixbuf = decode_jpeg(&image->bytes, &error);
    if (!pixbuf) {
        report_broken(image->name, error ? error->message : "the file is not whole", diags);
        g_clear_error(&error);
        return NULL;
    }
    cairo_surface_t *surface = surface_of_pixbuf(pixbuf);
    g_object_unref(pixbuf);
    const cairo_status_t status =
        cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)image->bytes.data,
                                    image->bytes.length, NULL, NULL);
    if (status == CAIRO_STATUS_SUCCESS)
        return surface;
    report_broken(image->name, cairo_status_to_string(status), diags);
    cairo_surface_destroy(surface);
    return NULL;
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

/* ---- all kinds ---- */

struct picture *picture_open(const struct page_image *image, struct diags *diags)
{
    struct picture made = {.name = image->name};
    if (image->type == PICTURE_SVG)
        made.drawing = open_svg(image, diags);
    else
        made.pixels = image->type == PICTURE_JPEG ? open_jpeg(image, diags) : open_png(image, diags);
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

static void paint_pixels(cairo_surface_t *pixels, cairo_t *cairo, double width, double height)
{
    cairo_scale(cairo, width / cairo_image_surface_get_width(pixels),
                height / cairo_image_surface_get_height(pixels));
    cairo_set_source_surface(cairo, pixels, 0, 0);
    cairo_paint(cairo);
}

bool picture_paint(const struct picture *picture, cairo_t *cairo, double x, double y, double width,
                   double height, struct diags *diags)
{
    if (width <= 0 || height <= 0)
        return true;
    GError *error = NULL;
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    if (picture->pixels)
        paint_pixels(picture->pixels, cairo, width, height);
    else
        paint_svg(picture->drawing, cairo, width, height, &error);
    cairo_restore(cairo);
    if (!error)
        return true;
    report_broken(picture->name, error->message, diags);
    g_error_free(error);
    return false;
}
