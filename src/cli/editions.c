#include "cli/editions.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "cli/home.h"
#include "cover/cover.h"
#include "cover/wrap.h"
#include "epub/epub.h"
#include "pdf/pdf.h"
#include "pdf/press.h"

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

/* The front as a picture, for the EPUB and to be shown: made once. */
static bool make_front(struct run *run)
{
    const struct image *image = run->book->cover.image;
    if (run->front.length)
        return true;
    if (image && image->type == IMAGE_SVG)
        return drawn_cover(run, image, &run->front);
    if (image) {
        run->front = image->bytes;
        return true;
    }
    progress_stage(run->progress, "drawing the cover");
    struct pages *front = cover_front(run->book, run->faces, run->diags);
    const bool made = front_png(run, front, &run->front);
    pages_free(front);
    return made;
}

/* ---- the files ---- */

/* Room for the bytes of one more file. */
static struct bytes *add_output(struct outputs *outputs, const char *name)
{
    struct output *output = &outputs->file[outputs->count++];
    *output = (struct output){.name = name};
    return &output->bytes;
}

static const char *file_name(const struct run *run, enum edition edition)
{
    return arena_printf(run->arena, "%s%s", run->book->about.output_name, edition_rules[edition].ending);
}

/* The EPUB points to a file whenever the book has that edition, made now or not: it does not change with the
 * options. */
static bool make_epub(struct run *run, const struct editions *editions, struct outputs *outputs)
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
    if (!make_front(run))
        return false;
    input.cover = run->front;
    progress_stage(run->progress, "making the EPUB");
    return epub_write(&input, run->arena, add_output(outputs, file_name(run, EDITION_EPUB)), run->diags);
}

static bool make_screen(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    (void)editions;
    progress_stage(run->progress, "making the PDF");
    return pdf_write_screen(run->pages, PAGE_USE_SCREEN, run->arena,
                            add_output(outputs, file_name(run, EDITION_SCREEN)), run->diags);
}

static const char *front_name(const struct run *run)
{
    const struct image *image = run->book->cover.image;
    return image && image->type == IMAGE_JPEG ? "cover.jpg" : "cover.png";
}

/* The wrap, and the front alone. */
static bool make_cover(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    (void)editions;
    if (!make_front(run))
        return false;
    progress_stage(run->progress, "making the cover");
    struct bytes *sheet = add_output(outputs, file_name(run, EDITION_COVER));
    struct pages *wrap = cover_wrap(run->book, run->faces, press_page_count(run->pages), run->diags);
    const bool made = pdf_write_cover(wrap, wrap_bleed, run->arena, sheet, run->diags);
    pages_free(wrap);
    *add_output(outputs, front_name(run)) = run->front;
    return made;
}

static bool make_print(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    (void)editions;
    progress_stage(run->progress, "making the press edition");
    return pdf_write_press(run->pages, &run->book->style, run->arena, add_output(outputs, file_name(run, EDITION_PRINT)),
                           run->diags);
}

static bool make_home(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    (void)editions;
    const struct home home = home_of(run);
    progress_stage(run->progress, "making the PDF for a home printer");
    return pdf_write_home(run->pages, &home, run->arena, add_output(outputs, file_name(run, EDITION_HOME)), run->diags);
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

static bool make_worksheets(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    progress_stage(run->progress, "making the worksheet pack");
    struct pages *pack = pages_select_sheets(run->pages, &editions->sheets);
    if (!pack)
        return no_sheets(run, editions->sheets.shared);
    const unsigned uses = PAGE_USE_SCREEN | (editions->sheets.shared ? PAGE_USE_SHARED : 0);
    const bool made = pdf_write_screen(pack, uses, run->arena,
                                       add_output(outputs, file_name(run, EDITION_WORKSHEETS)), run->diags);
    pages_free(pack);
    return made;
}

static bool (*const makers[EDITION_COUNT])(struct run *run, const struct editions *editions,
                                           struct outputs *outputs) = {
    [EDITION_EPUB] = make_epub,
    [EDITION_SCREEN] = make_screen,
    [EDITION_PRINT] = make_print,
    [EDITION_COVER] = make_cover,
    [EDITION_HOME] = make_home,
    [EDITION_WORKSHEETS] = make_worksheets,
};

unsigned editions_set(const struct book *book, const struct editions *editions)
{
    return editions->set ? editions->set : book->editions;
}

/* What an edition weighs: of all its files. */
static size_t bytes_since(const struct outputs *outputs, size_t first)
{
    size_t bytes = 0;
    for (size_t i = first; i < outputs->count; i++)
        bytes += outputs->file[i].bytes.length;
    return bytes;
}

bool editions_make(struct run *run, const struct editions *editions, struct outputs *outputs)
{
    const unsigned set = editions_set(run->book, editions);
    outputs->count = 0;
    for (unsigned edition = 0; edition < EDITION_COUNT; edition++) {
        if (!(set & EDITION_BIT(edition)))
            continue;
        const size_t first = outputs->count;
        if (!makers[edition](run, editions, outputs))
            return false;
        progress_made(run->progress, count_of(run->arena, bytes_since(outputs, first), "byte", "bytes"));
    }
    return !diags_failed(run->diags);
}
