#include "cli/editions.h"

#include <glib.h>
#include <string.h>

#include "cover/cover.h"
#include "epub/epub.h"
#include "pdf/pdf.h"

enum { COVER_PIXELS = 1600 }; /* wide: what the shops ask for */

/* ---- the cover ---- */

static bool front_png(const struct run *run, const struct pages *pages, struct bytes *bytes)
{
    return pages && pdf_write_png(pages, 0, COVER_PIXELS, run->arena, bytes, run->diags);
}

/* An author's drawing fills the cover as it is, in its own proportion. */
static bool drawn_cover(const struct run *run, const struct image *image, struct bytes *bytes)
{
    progress_stage(run->progress, "drawing the cover");
    struct page_image shown = {image->name, (int)image->type, image->bytes, NULL};
    struct item item = {.kind = ITEM_IMAGE, .width = image->width, .height = image->height, .image = &shown};
    struct page page = {.label = "cover", .items = &item, .last_item = &item};
    const struct pages pages = {.width = image->width, .height = image->height, .page = &page, .count = 1};
    return front_png(run, &pages, bytes);
}

static bool make_cover(struct run *run, struct epub_input *input)
{
    const struct image *image = run->book->cover.image;
    input->cover_type = "image/png";
    if (image && image->type == IMAGE_SVG)
        return drawn_cover(run, image, &input->cover);
    if (image) {
        input->cover = image->bytes;
        input->cover_type = image->type == IMAGE_JPEG ? "image/jpeg" : "image/png";
        return true;
    }
    progress_stage(run->progress, "drawing the cover");
    struct pages *front = cover_front(run->book, run->faces, run->diags);
    const bool made = front_png(run, front, &input->cover);
    pages_free(front);
    return made;
}

/* ---- the files ---- */

/* Tells how large a file has become; passes on whether it was made. */
static bool tell_size(struct run *run, const struct output *output, bool made)
{
    if (made)
        progress_made(run->progress, count_of(run->arena, output->bytes.length, "byte", "bytes"));
    return made;
}

static bool make_epub(struct run *run, const char *workbook, struct output *output)
{
    struct epub_input input = {
        .book = run->book, .fonts = run->fonts, .map = &run->pages->map, .workbook = workbook};
    if (!make_cover(run, &input))
        return false;
    progress_stage(run->progress, "making the EPUB");
    output->name = arena_printf(run->arena, "%s.epub", run->book->about.output_name);
    return tell_size(run, output, epub_write(&input, run->arena, &output->bytes, run->diags));
}

static bool make_screen(struct run *run, const char *name, struct output *output)
{
    progress_stage(run->progress, "making the PDF");
    output->name = name;
    return tell_size(run, output, pdf_write_screen(run->pages, run->arena, &output->bytes, run->diags));
}

bool editions_make(struct run *run, struct editions editions, struct output *outputs, size_t *count)
{
    const struct book *book = run->book;
    if (!editions.epub && !editions.screen)
        editions = (struct editions){book->edition_epub, book->edition_screen};
    const char *pdf_name = arena_printf(run->arena, "%s.pdf", book->about.output_name);
    /* The EPUB points to the workbook whenever the book has one, so that it does not change with the options. */
    const char *workbook = book->edition_screen || editions.screen ? pdf_name : NULL;
    *count = 0;
    if (editions.epub && !make_epub(run, workbook, &outputs[(*count)++]))
        return false;
    if (editions.screen && !make_screen(run, pdf_name, &outputs[(*count)++]))
        return false;
    return !diags_failed(run->diags);
}
