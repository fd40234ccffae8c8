#include "manuscript/images.h"

#include <string.h>

#include "base/bitmap.h"
#include "manuscript/svg.h"

enum { BYTES_AT_MOST = 50 * 1024 * 1024, DRAWING_BYTES_AT_MOST = 10 * 1000 * 1000 };

/* What is written anew because it must be is written so well that nobody sees it. */
enum { QUALITY = 95 };

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

/* ---- pixels ---- */

/* Readers and printers do not all turn a photo as the camera says, and few know inks. What was damaged is
 * written anew as far as it goes. */
static bool write_anew(struct reader *reader, struct image *image, const struct bitmap_info *info,
                       bool damaged)
{
    if (!info->inks && !damaged && bitmap_turn_jpeg(image->bytes, reader->arena, &image->bytes))
        return true;
    struct bitmap *bitmap = bitmap_read(image->bytes, BITMAP_ON_WHITE);
    const bool written = bitmap && bitmap_write_jpeg(bitmap, QUALITY, reader->arena, &image->bytes);
    bitmap_free(bitmap);
    return written;
}

static void check_inks(struct reader *reader, const struct image *image, const struct bitmap_info *info)
{
    if (info->inks)
        diags_report(
            reader->diags, DIAG_NOTE, image->at, "image-inks",
            "what it looks like then is best seen to in the program that made it",
            "image \"%s\" is in the inks of a press (CMYK); its colours are changed to those of a screen",
            image->name);
}

static bool read_pixels(struct reader *reader, struct image *image)
{
    struct bitmap_info info;
    const char *why, *damage;
    const bool whole = bitmap_info(image->bytes, &info, &why);
    image->type = info.kind == BITMAP_PNG ? IMAGE_PNG : IMAGE_JPEG;
    image->width = info.width;
    image->height = info.height;
    if (whole && (info.width < 1 || info.height < 1)) {
        report_broken(reader, image->at, image->name, "its width or height is 0");
        return false;
    }
    if (bitmap_too_large(info.width, info.height)) {
        diags_report(reader->diags, DIAG_ERROR, image->at, "image-large",
                     "make it smaller: 3,000 pixels fill a page", "image \"%s\" has %.0f by %.0f pixels",
                     image->name, image->width, image->height);
        return false;
    }
    if (!whole || !bitmap_check(image->bytes, reader->arena, &damage, &why)) {
        report_broken(reader, image->at, image->name, why);
        return false;
    }
    if (damage)
        diags_report(reader->diags, DIAG_WARNING, image->at, "image-damaged", damage,
                     "image \"%s\" is damaged; it is shown as far as it can be read", image->name);
    check_inks(reader, image, &info);
    if ((info.inks || info.orientation > 1 || damage) && !write_anew(reader, image, &info, damage)) {
        report_broken(reader, image->at, image->name, "it cannot be decoded");
        return false;
    }
    return true;
}

/* ---- all kinds ---- */

/* A picture of another kind than its name says is shown all the same; its name in the EPUB is the right one.
 */
static void check_ending(struct reader *reader, const struct image *image)
{
    static const struct {
        const char *ending;
        enum image_type type;
    } endings[] = {{".png", IMAGE_PNG},
                   {".jpg", IMAGE_JPEG},
                   {".jpeg", IMAGE_JPEG},
                   {".jpe", IMAGE_JPEG},
                   {".svg", IMAGE_SVG}};
    static const char *const names[] = {[IMAGE_PNG] = "PNG", [IMAGE_JPEG] = "JPEG", [IMAGE_SVG] = "SVG"};
    static const char *const right[] = {[IMAGE_PNG] = ".png", [IMAGE_JPEG] = ".jpg", [IMAGE_SVG] = ".svg"};
    const char *dot = strrchr(image->name, '.'), *slash = strrchr(image->name, '/');
    const bool has_ending = dot && (!slash || dot > slash);
    for (size_t i = 0; has_ending && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(dot, endings[i].ending) == 0 && endings[i].type == image->type)
            return;
    diags_report(reader->diags, DIAG_WARNING, image->at, "image-ending",
                 arena_printf(reader->arena, "its name should end in %s", right[image->type]),
                 "image \"%s\" is %s %s, whatever its name says", image->name,
                 image->type == IMAGE_SVG ? "an" : "a", names[image->type]);
}

/* What other pictures begin with, so that the author knows what to save anew. */
static const char *foreign_kind(struct bytes bytes)
{
    static const struct {
        size_t at;
        const char *begins;
        const char *name;
    } kinds[] = {
        {0, "GIF8", "a GIF"},
        {8, "WEBP", "a WebP"},
        {4, "ftypavif", "an AVIF"},
        {4, "ftypavis", "an AVIF"},
        {4, "ftypheic", "a HEIC"},
        {4, "ftypheix", "a HEIC"},
        {4, "ftypmif1", "a HEIF"},
        {4, "JXL ", "a JPEG XL"},
        {0, "\xFF\x0A", "a JPEG XL"},
        {4, "jP  ", "a JPEG 2000"},
        {0, "II*", "a TIFF"},
        {0, "MM", "a TIFF"},
        {0, "BM", "a BMP"},
        {0, "%PDF", "a PDF"},
        {0, "%!PS", "a PostScript file"},
        {0, "8BPS", "a Photoshop file"},
        {0, "\x1F\x8B", "compressed"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        const size_t length = strlen(kinds[i].begins);
        if (bytes.length >= kinds[i].at + length &&
            memcmp(bytes.data + kinds[i].at, kinds[i].begins, length) == 0)
            return kinds[i].name;
    }
    return bytes.length ? "of an unknown kind" : "empty";
}

/* Sets type and size; false, reported, when the bytes are not a picture we know. */
static bool recognise(struct reader *reader, struct image *image)
{
    bool good;
    if (bitmap_kind(image->bytes) != BITMAP_NONE) {
        good = read_pixels(reader, image);
    } else if (is_svg(image->bytes)) {
        image->type = IMAGE_SVG;
        if (image->bytes.length > DRAWING_BYTES_AT_MOST) {
            diags_report(reader->diags, DIAG_ERROR, image->at, "image-large",
                         "make it simpler, or save it as PNG", "the drawing \"%s\" is larger than 10 MB",
                         image->name);
            return false;
        }
        good = svg_read(reader, image);
    } else {
        diags_report(reader->diags, DIAG_ERROR, image->at, "image-type", "save it as PNG, JPEG or SVG",
                     "image \"%s\" is %s and cannot be used", image->name, foreign_kind(image->bytes));
        return false;
    }
    if (good)
        check_ending(reader, image);
    return good;
}

static bool read_bytes(struct reader *reader, struct image *image, struct position at)
{
    switch (file_read_inside(reader->arena, reader->folder, image->name, BYTES_AT_MOST, &image->bytes)) {
    case FILE_OK:
        return recognise(reader, image);
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
    image->at = at;
    if (!read_bytes(reader, image, at))
        return NULL;
    g_hash_table_insert(reader->images, (gpointer)resolved, image);
    *reader->last_image = image;
    reader->last_image = &image->next;
    return image;
}
