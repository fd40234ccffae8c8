#include "manuscript/images.h"

#include <string.h>

enum { BYTES_AT_MOST = 50 * 1024 * 1024, PIXELS_AT_MOST = 100 * 1000 * 1000 };

static unsigned big_endian(const unsigned char *bytes, int count)
{
    unsigned value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

/* PNG (second edition), 5.2 and 11.2.2: the signature, then IHDR. */
static bool png_size(struct bytes bytes, struct image *image)
{
    const unsigned char *data = (const unsigned char *)bytes.data;
    if (bytes.length < 33 || memcmp(data + 12, "IHDR", 4) != 0)
        return false;
    image->width = big_endian(data + 16, 4);
    image->height = big_endian(data + 20, 4);
    return true;
}

/* ITU T.81, B.1 and B.2.2: segments, up to the frame header (SOF0 to SOF15, but for DHT, JPG and DAC). */
static bool jpeg_size(struct bytes bytes, struct image *image)
{
    const unsigned char *data = (const unsigned char *)bytes.data;
    size_t at = 2;
    while (at + 9 < bytes.length) {
        if (data[at] != 0xFF)
            return false;
        const unsigned char marker = data[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            image->height = big_endian(data + at + 5, 2);
            image->width = big_endian(data + at + 7, 2);
            return true;
        }
        if (marker == 0xD9 || marker == 0xDA)
            return false;
        const bool alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        const size_t length = alone ? 0 : big_endian(data + at + 2, 2);
        if (!alone && length < 2)
            return false;
        at += 2 + length;
    }
    return false;
}

static bool is_svg(struct bytes bytes)
{
    const char *data = bytes.data;
    if (g_str_has_prefix(data, "\xEF\xBB\xBF"))
        data += 3;
    data += strspn(data, " \t\r\n");
    return *data == '<' && strstr(data, "<svg") != NULL;
}

static void report_broken(struct reader *reader, struct position at, const char *name, const char *why)
{
    diags_report(reader->diags, DIAG_ERROR, at, "image-broken", why, "image \"%s\" cannot be read", name);
}

/* Sets type and size; false, reported, when the bytes are not a picture we know. */
static bool recognise(struct reader *reader, struct image *image, struct position at)
{
    const char *why = "its header is damaged";
    bool good;
    if (image->bytes.length >= 8 && memcmp(image->bytes.data, "\x89PNG\r\n\x1A\n", 8) == 0) {
        image->type = IMAGE_PNG;
        good = png_size(image->bytes, image);
    } else if (image->bytes.length >= 3 && memcmp(image->bytes.data, "\xFF\xD8\xFF", 3) == 0) {
        image->type = IMAGE_JPEG;
        good = jpeg_size(image->bytes, image);
    } else if (is_svg(image->bytes)) {
        image->type = IMAGE_SVG;
        good = svg_read_size(image->bytes.data, image->bytes.length, &image->width, &image->height, &why);
    } else {
        diags_report(reader->diags, DIAG_ERROR, at, "image-type", "save it as PNG, JPEG or SVG",
                     "image \"%s\" is of a kind that cannot be used", image->name);
        return false;
    }
    if (!good || image->width <= 0 || image->height <= 0) {
        report_broken(reader, at, image->name, good ? "its width or height is 0" : why);
        return false;
    }
    if (image->type != IMAGE_SVG && image->width * image->height > PIXELS_AT_MOST) {
        diags_report(reader->diags, DIAG_ERROR, at, "image-large",
                     "make it smaller: 3,000 pixels fill a page", "image \"%s\" has %.0f by %.0f pixels",
                     image->name, image->width, image->height);
        return false;
    }
    return true;
}

static bool read_bytes(struct reader *reader, struct image *image, struct position at)
{
    switch (file_read_inside(reader->arena, reader->folder, image->name, BYTES_AT_MOST, &image->bytes)) {
    case FILE_OK:
        return recognise(reader, image, at);
    case FILE_OUTSIDE:
        diags_report(reader->diags, DIAG_ERROR, at, "image-outside", "copy it into the manuscript's folder",
                     "image \"%s\" is outside the manuscript", image->name);
        return false;
    case FILE_TOO_LARGE:
        diags_report(reader->diags, DIAG_ERROR, at, "image-large", "make it smaller",
                     "image \"%s\" is larger than 50 MB", image->name);
        return false;
    case FILE_UNREADABLE:
        report_broken(reader, at, image->name, "check its permissions");
        return false;
    case FILE_MISSING:
        break;
    }
    diags_report(reader->diags, DIAG_ERROR, at, "image-missing",
                 arena_printf(reader->arena, "it is looked for at %s",
                              source_shown(reader->arena, reader->folder, image->name)),
                 "image \"%s\" not found", image->name);
    return false;
}

const struct image *images_find(struct reader *reader, const char *base, const char *name, struct position at)
{
    char *plain = g_uri_unescape_string(name, "/");
    const char *resolved = file_resolve(reader->arena, base, plain ? plain : name);
    g_free(plain);
    if (!resolved) {
        diags_report(reader->diags, DIAG_ERROR, at, "image-outside", "copy it into the manuscript's folder",
                     "image \"%s\" is outside the manuscript", name);
        return NULL;
    }
    struct image *image = g_hash_table_lookup(reader->images, resolved);
    if (image)
        return image;
    image = ARENA_NEW(reader->arena, struct image);
    image->name = resolved;
    if (!read_bytes(reader, image, at))
        return NULL;
    g_hash_table_insert(reader->images, (gpointer)resolved, image);
    *reader->last_image = image;
    reader->last_image = &image->next;
    return image;
}
