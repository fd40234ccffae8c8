#include "cli/editions.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "cli/home.h"
#include "cover/cover.h"
#include "epub/epub.h"
#include "pdf/pdf.h"

/* Wide: what the shops ask for. Apple Books takes no more than so many pixels, KDP so many on a side. */
enum { COVER_WIDTH = 1600, COVER_PIXELS = 5600000, COVER_SIDE = 10000 };

/* ---- the cover ---- */

static int cover_width(double proportion)
{
    const double width = MIN(COVER_WIDTH, sqrt(COVER_PIXELS / proportion));
    return MAX(1, (int)MIN(width, COVER_SIDE / proportion));
}

static bool front_png(const struct run *run, const struct pages *pages, struct bytes *bytes)
{
    return pages && pdf_write_png(pages, 0, cover_width(pages->height / pages->width), run->arena, bytes, run->diags);
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
    if (image && image->type == IMAGE_SVG)
        return drawn_cover(run, image, &input->cover);
    if (image) {
        input->cover = image->bytes;
        return true;
    }
    progress_stage(run->progress, "drawing the cover");
    struct pages *front = cover_front(run->book, run->faces, run->diags);
    const bool made = front_png(run, front, &input->cover);
    pages_free(front);
    return made;
}

/* ---- the files ---- */

static const char *file_name(const struct run *run, enum edition edition)
{
    return arena_printf(run->arena, "%s%s", run->book->about.output_name, edition_rules[edition].ending);
}

/* The EPUB points to a file whenever the book has that edition, made now or not: it does not change with the
 * options. */
static bool make_epub(struct run *run, const struct editions *editions, struct bytes *bytes)
{
    const unsigned own = run->book->editions;
    const char *workbook =
        (own | editions->set) & EDITION_BIT(EDITION_SCREEN) ? file_name(run, EDITION_SCREEN) : NULL;
    struct epub_input input = {
        .book = run->book,
        .fonts = run->fonts,
        .map = &run->pages->map,
        .workbook = workbook,
        .pack = own & EDITION_BIT(EDITION_WORKSHEETS) ? file_name(run, EDITION_WORKSHEETS) : NULL,
    };
    if (!make_cover(run, &input))
        return false;
    progress_stage(run->progress, "making the EPUB");
    return epub_write(&input, run->arena, bytes, run->diags);
}

static bool make_screen(struct run *run, const struct editions *editions, struct bytes *bytes)
{
    (void)editions;
    progress_stage(run->progress, "making the PDF");
    return pdf_write_screen(run->pages, PAGE_USE_SCREEN, run->arena, bytes, run->diags);
}

static bool make_print(struct run *run, const struct editions *editions, struct bytes *bytes)
{
    (void)editions;
    progress_stage(run->progress, "making the press edition");
    return pdf_write_press(run->pages, &run->book->style, run->arena, bytes, run->diags);
}

static bool make_home(struct run *run, const struct editions *editions, struct bytes *bytes)
{
    (void)editions;
    const struct home home = home_of(run);
    progress_stage(run->progress, "making the PDF for a home printer");
    return pdf_write_home(run->pages, &home, run->arena, bytes, run->diags);
}

static bool no_sheets(struct run *run, bool shared)
{
    diags_report(run->diags, DIAG_ERROR, (struct position){0}, "worksheets-none",
                 shared ? "--share leaves out the sheets that are marked private"
                        : "a worksheet stands between :::worksheet[Its title]{#its-name} and :::",
                 shared ? "no worksheet is left for the worksheet pack"
                        : "this book has no worksheet to make a worksheet pack of");
    return false;
}

static bool make_worksheets(struct run *run, const struct editions *editions, struct bytes *bytes)
{
    progress_stage(run->progress, "making the worksheet pack");
    struct pages *pack = pages_select_sheets(run->pages, &editions->sheets);
    if (!pack)
        return no_sheets(run, editions->sheets.shared);
    const unsigned uses = PAGE_USE_SCREEN | (editions->sheets.shared ? PAGE_USE_SHARED : 0);
    const bool made = pdf_write_screen(pack, uses, run->arena, bytes, run->diags);
    pages_free(pack);
    return made;
}

static bool (*const makers[EDITION_COUNT])(struct run *run, const struct editions *editions,
                                           struct bytes *bytes) = {
    [EDITION_EPUB] = make_epub,
    [EDITION_SCREEN] = make_screen,
    [EDITION_HOME] = make_home,
    [EDITION_PRINT] = make_print,
    [EDITION_WORKSHEETS] = make_worksheets,
};

unsigned editions_set(const struct book *book, const struct editions *editions)
{
    return editions->set ? editions->set : book->editions;
}

bool editions_make(struct run *run, const struct editions *editions, struct output *outputs, size_t *count)
{
    const unsigned set = editions_set(run->book, editions);
    *count = 0;
    for (unsigned edition = 0; edition < EDITION_COUNT; edition++) {
        if (!(set & EDITION_BIT(edition)))
            continue;
        struct output *output = &outputs[(*count)++];
        output->name = file_name(run, (enum edition)edition);
        if (!makers[edition](run, editions, &output->bytes))
            return false;
        progress_made(run->progress, count_of(run->arena, output->bytes.length, "byte", "bytes"));
    }
    return !diags_failed(run->diags);
}
