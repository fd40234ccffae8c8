/* finished: a cover that its author has made whole, as the front of the wrap. */
#include "cover/parts.h"

#include "base/bitmap.h"

/* What may be cut off a picture so that it fills the front, as a part of its width or height: the edge that whoever
 * draws a cover keeps free of letters anyway. */
static const double crop_at_most = 0.1;

static const double print_resolution = 300; /* pixels an inch */

/* See-through pixels stand on white, as in the EPUB: printers want nothing that shines through. */
static struct page_image *opaque(struct setter *setter, const struct image *cover)
{
    struct page_image *image = ARENA_NEW(setter->arena, struct page_image);
    *image = (struct page_image){cover->name, (int)cover->type, cover->bytes, NULL};
    struct bitmap *bitmap = cover->type == IMAGE_PNG ? bitmap_read(cover->bytes, BITMAP_ON_WHITE) : NULL;
    if (bitmap && bitmap->see_through)
        bitmap_write_png(bitmap, setter->arena, &image->bytes);
    bitmap_free(bitmap);
    return image;
}

static void report_shape(struct setter *setter, const struct image *cover, struct area bled)
{
    const double pixels = print_resolution / 72;
    diags_report(setter->diags, DIAG_NOTE, cover->at, "cover-shape",
                 arena_printf(setter->arena, "a picture of %.0f by %.0f pixels fills the front and its bleed",
                              bled.width * pixels, bled.height * pixels),
                 "the cover has another proportion than the printed front; it stands there whole, on the ground");
}

void finished_paint(struct setter *setter, struct page *page, const struct wrap *wrap)
{
    const struct image *cover = setter->book->cover.image;
    const struct area front = wrap->front;
    const struct area bled = {front.x, 0, front.width + wrap_bleed, wrap->height};
    if (cover->width <= 0 || cover->height <= 0)
        return;
    const double across = bled.width / cover->width, down = bled.height / cover->height;
    const bool fills = MIN(across, down) / MAX(across, down) >= 1 - crop_at_most;
    const struct area whole = fills ? bled : front;
    const double scale = fills ? MAX(across, down) : MIN(front.width / cover->width, front.height / cover->height);
    const double width = cover->width * scale, height = cover->height * scale;
    if (!fills)
        report_shape(setter, cover, bled);
    page_add(setter->arena, page,
             (struct item){.kind = ITEM_IMAGE, .x = whole.x + (whole.width - width) / 2,
                           .y = whole.y + (whole.height - height) / 2, .width = width, .height = height,
                           .image = opaque(setter, cover)});
}
