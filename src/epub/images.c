#include "epub/images.h"

#include <math.h>
#include <string.h>

#include "base/bitmap.h"
#include "base/text.h"

/* What the shops take, looked up in their guidelines in November 2026. Apple Books: at most 5.6 million
 * pixels. Kobo: 5 MB a picture, 3 MB a cover, 10 MB an HTML file with what it shows. KDP: covers of 1600 by
 * 2560 pixels, at least 625 by 1000, at most 10,000 on a side. All of them: opaque, and not in inks. */
enum {
    PIXELS_AT_MOST = 5600000,
    SIDE_AT_MOST = 10000,
    PICTURE_BYTES = 5000000,
    COVER_BYTES = 3000000,
    DOCUMENT_BYTES = 10000000,
};
static const int cover_ideal[2] = {1600, 2560}, cover_least[2] = {625, 1000};

/* JPEG's quality from the best down; where the least is still too large, the picture becomes smaller. */
static const int qualities[] = {92, 86, 80};
static const double SMALLER = 0.85;

/* A picture on its way. */
struct fitting {
    struct publication *publication;
    const char *name; /* NULL: drawn by the program */
    struct position at;
    size_t most_bytes;
};

const char *picture_media_type(enum image_type type)
{
    static const char *const types[] = {
        [IMAGE_PNG] = "image/png", [IMAGE_JPEG] = "image/jpeg", [IMAGE_SVG] = "image/svg+xml"};
    return types[type];
}

const char *picture_ending(enum image_type type)
{
    static const char *const endings[] = {[IMAGE_PNG] = "png", [IMAGE_JPEG] = "jpg", [IMAGE_SVG] = "svg"};
    return endings[type];
}

/* ---- notes ---- */

static const char *megabytes(const struct fitting *fitting, size_t bytes)
{
    return arena_printf(fitting->publication->arena, "%.1f MB", (double)bytes / 1e6);
}

/* Says what a picture was and what it is. */
static void note(const struct fitting *fitting, const char *code, const char *hint, const char *was,
                 const char *is)
{
    if (fitting->name)
        diags_report(fitting->publication->diags, DIAG_NOTE, fitting->at, code, hint,
                     "image \"%s\" %s; in the EPUB it %s", fitting->name, was, is);
}

static void note_pixels(const struct fitting *fitting, int from_width, int from_height,
                        const struct bitmap *to)
{
    struct arena *arena = fitting->publication->arena;
    note(fitting, "image-resized", "shops take 5.6 million pixels at most, and 10,000 on a side",
         arena_printf(arena, "has %d by %d pixels", from_width, from_height),
         arena_printf(arena, "has %d by %d", to->width, to->height));
}

static void note_bytes(const struct fitting *fitting, const struct picture *from, const struct picture *to,
                       const struct bitmap *smaller)
{
    struct arena *arena = fitting->publication->arena;
    const char *pixels =
        smaller ? arena_printf(arena, ", %d by %d pixels", smaller->width, smaller->height) : "";
    note(fitting, "image-heavy",
         arena_printf(arena, "shops take %zu MB at most", fitting->most_bytes / 1000000),
         arena_printf(arena, "has %s", megabytes(fitting, from->bytes.length)),
         arena_printf(arena, "is a JPEG of %s%s", megabytes(fitting, to->bytes.length), pixels));
}

/* ---- fitting ---- */

/* The largest size of the same proportion within the limits. */
static void size_within(int *width, int *height)
{
    const double pixels = (double)*width * *height, side = MAX(*width, *height);
    const double scale = MIN(sqrt(PIXELS_AT_MOST / pixels), SIDE_AT_MOST / side);
    if (scale >= 1)
        return;
    *width = MAX(1, (int)(*width * scale));
    *height = MAX(1, (int)(*height * scale));
}

static void replace(struct bitmap **bitmap, int width, int height)
{
    struct bitmap *scaled = bitmap_scale(*bitmap, width, height);
    bitmap_free(*bitmap);
    *bitmap = scaled;
}

/* As JPEG, as good as the limit allows. */
static bool write_lighter(const struct fitting *fitting, struct bitmap **bitmap, struct picture *to)
{
    to->type = IMAGE_JPEG;
    for (;;) {
        for (size_t i = 0; i < G_N_ELEMENTS(qualities); i++) {
            if (!bitmap_write_jpeg(*bitmap, qualities[i], fitting->publication->arena, &to->bytes))
                return false;
            if (to->bytes.length <= fitting->most_bytes)
                return true;
        }
        replace(bitmap, MAX(1, (int)((*bitmap)->width * SMALLER)),
                MAX(1, (int)((*bitmap)->height * SMALLER)));
    }
}

/* A picture made anew: of its own kind if that is light enough. */
static bool write_fitting(const struct fitting *fitting, const struct picture *from, struct bitmap **bitmap,
                          bool changed, struct picture *to)
{
    const int width = (*bitmap)->width;
    struct arena *arena = fitting->publication->arena;
    *to = *from;
    if (changed && from->type == IMAGE_PNG && !bitmap_write_png(*bitmap, arena, &to->bytes))
        return false;
    if (changed && from->type == IMAGE_JPEG && !bitmap_write_jpeg(*bitmap, qualities[0], arena, &to->bytes))
        return false;
    if (to->bytes.length <= fitting->most_bytes)
        return true;
    if (!write_lighter(fitting, bitmap, to))
        return false;
    note_bytes(fitting, from, to, (*bitmap)->width != width ? *bitmap : NULL);
    return true;
}

static bool make_fit(const struct fitting *fitting, const struct picture *from,
                     const struct bitmap_info *info, struct picture *to)
{
    struct bitmap *bitmap = bitmap_read(from->bytes, BITMAP_ON_WHITE);
    if (!bitmap)
        return false;
    int width = info->width, height = info->height;
    size_within(&width, &height);
    const bool resized = width != info->width || height != info->height;
    if (resized) {
        replace(&bitmap, width, height);
        note_pixels(fitting, info->width, info->height, bitmap);
    }
    if (bitmap->see_through)
        note(fitting, "image-see-through", "e-readers show a page on white, on black or on sepia",
             "is see-through", "stands on white");
    const bool made = write_fitting(fitting, from, &bitmap, resized || info->alpha, to);
    bitmap_free(bitmap);
    return made;
}

static bool fits(const struct fitting *fitting, const struct picture *picture, const struct bitmap_info *info)
{
    int width = info->width, height = info->height;
    size_within(&width, &height);
    return width == info->width && height == info->height && !info->alpha && !info->inks &&
           picture->bytes.length <= fitting->most_bytes;
}

/* The picture itself where it keeps the limits. */
static struct picture fit(const struct fitting *fitting, struct picture from)
{
    struct bitmap_info info;
    struct picture to = from;
    const char *why = NULL;
    if (!bitmap_info(from.bytes, &info, &why) || fits(fitting, &from, &info) ||
        make_fit(fitting, &from, &info, &to))
        return to;
    diags_report(fitting->publication->diags, DIAG_ERROR, fitting->at, "image-broken",
                 "open the picture in a drawing program and save it again",
                 "image \"%s\" cannot be made smaller", fitting->name ? fitting->name : "cover");
    return from;
}

/* A drawing has no size in pixels, and nobody but its author can make it lighter. */
static void check_drawing(const struct fitting *fitting, const struct picture *picture)
{
    if (picture->bytes.length > fitting->most_bytes)
        diags_report(fitting->publication->diags, DIAG_WARNING, fitting->at, "image-heavy",
                     "make it simpler, or save it as PNG",
                     "the drawing \"%s\" has %s; shops take 5 MB at most", fitting->name,
                     megabytes(fitting, picture->bytes.length));
}

/* ---- pictures of the text ---- */

const struct picture *images_picture(struct publication *publication, const struct image *image)
{
    struct picture *picture = g_hash_table_lookup(publication->pictures, image);
    if (picture)
        return picture;
    const struct fitting fitting = {publication, image->name, image->at, PICTURE_BYTES};
    picture = ARENA_NEW(publication->arena, struct picture);
    *picture = (struct picture){image->type, image->bytes};
    if (image->type == IMAGE_SVG)
        check_drawing(&fitting, picture);
    else
        *picture = fit(&fitting, *picture);
    g_hash_table_insert(publication->pictures, (gpointer)image, picture);
    return picture;
}

/* An animated PNG (its acTL chunk): nobody has looked whether it flashes. Drawings have lost their animation when they
 * were read. */
static bool is_moving(const struct image *image)
{
    return image->type == IMAGE_PNG && memmem(image->bytes.data, image->bytes.length, "acTL", 4);
}

const char *images_path(struct publication *publication, const struct image *image)
{
    const char *path = publication_path(publication, image);
    if (path)
        return path;
    const char *slash = strrchr(image->name, '/'), *base = slash ? slash + 1 : image->name;
    const char *dot = strrchr(base, '.');
    const char *stem = arena_substring(publication->arena, base, dot ? (size_t)(dot - base) : strlen(base));
    path = publication_name(publication, "images", text_slug(publication->arena, stem, "image"),
                            picture_ending(images_picture(publication, image)->type));
    g_hash_table_insert(publication->paths, (gpointer)image, (gpointer)path);
    publication->images = true;
    publication->moving |= is_moving(image);
    return path;
}

void images_show(struct publication *publication, const char *document, const struct image *image)
{
    for (guint i = publication->showings->len; i-- > 0;) {
        const struct showing *showing = &g_array_index(publication->showings, struct showing, i);
        if (strcmp(showing->document, document) != 0)
            break;
        if (showing->image == image)
            return;
    }
    const struct showing showing = {document, image};
    g_array_append_val(publication->showings, showing);
}

/* The pictures of one document together: those from `first` on. Returns the first of the next document. */
static guint check_document(struct publication *publication, guint first)
{
    const GArray *showings = publication->showings;
    const struct showing *start = &g_array_index(showings, struct showing, first), *heaviest = start;
    size_t bytes = 0, most = 0;
    guint i = first;
    for (; i < showings->len; i++) {
        const struct showing *showing = &g_array_index(showings, struct showing, i);
        if (strcmp(showing->document, start->document) != 0)
            break;
        const size_t own = images_picture(publication, showing->image)->bytes.length;
        bytes += own;
        if (own > most)
            heaviest = showing;
        most = MAX(most, own);
    }
    if (bytes > DOCUMENT_BYTES)
        diags_report(
            publication->diags, DIAG_WARNING, heaviest->image->at, "images-heavy",
            "Kobo takes 10 MB for each file of a book: make the pictures smaller, or two chapters of one",
            "the pictures of a chapter have %.1f MB together; this is the largest of them",
            (double)bytes / 1e6);
    return i;
}

void images_add(struct publication *publication)
{
    for (const struct image *image = publication->book->images; image; image = image->next) {
        const char *path = publication_path(publication, image);
        if (!path)
            continue;
        const struct picture *picture = images_picture(publication, image);
        publication_add(publication, (struct resource){.path = path,
                                                       .type = picture_media_type(picture->type),
                                                       .bytes = picture->bytes});
    }
    for (guint first = 0; first < publication->showings->len;)
        first = check_document(publication, first);
}

/* ---- the cover ---- */

static void check_cover(struct publication *publication, const struct image *image)
{
    if (image->type == IMAGE_SVG)
        return;
    const bool refused = image->width < cover_least[0] || image->height < cover_least[1];
    if (!refused && image->width >= cover_ideal[0] && image->height >= cover_ideal[1])
        return;
    diags_report(publication->diags, refused ? DIAG_WARNING : DIAG_NOTE, image->at, "cover-small",
                 refused ? "shops refuse covers of fewer than 625 by 1000 pixels"
                         : "it is taken, but will look soft on large screens",
                 "the cover has %.0f by %.0f pixels; it should have %d by %d", image->width, image->height,
                 cover_ideal[0], cover_ideal[1]);
}

struct picture images_cover(struct publication *publication, const struct image *image, struct bytes bytes)
{
    const struct fitting fitting = {publication, image ? image->name : NULL,
                                    image ? image->at : (struct position){0}, COVER_BYTES};
    if (image)
        check_cover(publication, image);
    return fit(&fitting, (struct picture){bitmap_kind(bytes) == BITMAP_JPEG ? IMAGE_JPEG : IMAGE_PNG, bytes});
}
