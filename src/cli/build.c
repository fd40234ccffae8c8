#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "cover/cover.h"
#include "epub/epub.h"
#include "pdf/pdf.h"

enum { COVER_PIXELS = 1600 }; /* wide: what the shops ask for */

struct editions {
    bool epub, screen;
};

/* ---- which editions ---- */

static bool choose_edition(struct editions *editions, const char *name)
{
    static const char *const known[] = {"epub", "screen"};
    if (strcmp(name, "epub") == 0) {
        editions->epub = true;
    } else if (strcmp(name, "screen") == 0) {
        editions->screen = true;
    } else {
        const char *nearest = text_nearest(name, known, G_N_ELEMENTS(known));
        fprintf(stderr, "rekindle: build: there is no edition \"%s\"%s%s%s\n", name,
                nearest ? "; did you mean \"" : "", nearest ? nearest : "",
                nearest ? "\"?" : "; there are epub and screen");
        return false;
    }
    return true;
}

/* The editions of the options; none when they name none. */
static bool choose_editions(struct editions *editions, const struct options *options)
{
    bool good = true;
    for (char **list = options->editions; list && *list; list++) {
        char **names = g_strsplit(*list, ",", -1);
        for (char **name = names; *name; name++)
            good = choose_edition(editions, g_strstrip(*name)) && good;
        g_strfreev(names);
    }
    return good;
}

/* ---- the cover ---- */

static bool front_png(const struct run *run, const struct pages *pages, struct bytes *bytes)
{
    return pages && pdf_write_png(pages, 0, COVER_PIXELS, run->arena, bytes, run->diags);
}

/* An author's drawing fills the cover as it is, in its own proportion. */
static bool drawn_cover(const struct run *run, const struct image *image, struct bytes *bytes)
{
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

static bool make_epub(struct run *run, const char *workbook, struct output *output)
{
    struct epub_input input = {
        .book = run->book, .fonts = run->fonts, .map = &run->pages->map, .workbook = workbook};
    if (!make_cover(run, &input))
        return false;
    progress_stage(run->progress, "making the EPUB");
    output->name = arena_printf(run->arena, "%s.epub", run->book->about.output_name);
    return epub_write(&input, run->arena, &output->bytes, run->diags);
}

static bool make_screen(struct run *run, const char *name, struct output *output)
{
    progress_stage(run->progress, "making the PDF");
    output->name = name;
    return pdf_write_screen(run->pages, run->arena, &output->bytes, run->diags);
}

static void print_size(size_t bytes)
{
    if (bytes < 1000 * 1000)
        printf("%7.0f kB", (double)bytes / 1e3);
    else
        printf("%7.1f MB", (double)bytes / 1e6);
}

static void print_summary(struct run *run, const char *folder, const struct output *outputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        print_size(outputs[i].bytes.length);
        printf("  %s/%s\n", folder, outputs[i].name);
    }
    printf("%s in %.2f s\n", run_summary(run), progress_seconds(run->progress));
}

/* Makes everything in memory, then writes it. */
static enum exit_code make_editions(struct run *run, struct editions editions)
{
    const struct book *book = run->book;
    if (!editions.epub && !editions.screen)
        editions = (struct editions){book->edition_epub, book->edition_screen};
    const char *pdf_name = arena_printf(run->arena, "%s.pdf", book->about.output_name);
    /* The EPUB points to the workbook whenever the book has one, so that it does not change with the options.
     */
    const char *workbook = book->edition_screen || editions.screen ? pdf_name : NULL;
    struct output outputs[2];
    size_t count = 0;
    if (editions.epub && !make_epub(run, workbook, &outputs[count++]))
        return EXIT_MANUSCRIPT;
    if (editions.screen && !make_screen(run, pdf_name, &outputs[count++]))
        return EXIT_MANUSCRIPT;
    if (diags_failed(run->diags))
        return EXIT_MANUSCRIPT;
    const char *folder =
        run->options->output ? run->options->output : path_beside(run->arena, run->folder, "output");
    progress_stage(run->progress, "writing the files");
    if (!output_write(folder, outputs, count, run->arena, run->diags))
        return EXIT_SYSTEM;
    run_report(run);
    if (!run->options->quiet)
        print_summary(run, folder, outputs, count);
    return EXIT_DONE;
}

static int build_run(const struct options *options)
{
    struct editions editions = {0};
    if (!choose_editions(&editions, options)) {
        fputs("Try 'rekindle build --help'.\n", stderr);
        return EXIT_USAGE;
    }
    struct run run;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[0])) {
        code = EXIT_MANUSCRIPT;
        if (run_read(&run) && run_layout(&run))
            code = make_editions(&run, editions);
    }
    return run_close(&run, code);
}

const struct command build_command = {
    .name = "build",
    .arguments = "[MANUSCRIPT]",
    .purpose = "Make the EPUB and the PDF of a manuscript.",
    .help = "MANUSCRIPT is the folder with SUMMARY.md; without it, ./manuscript, or the folder you are in.\n"
            "Nothing is written unless everything went well.\n\n"
            "Exit codes: 0 done, 1 the manuscript has errors, 2 wrong usage, 3 the system refuses.",
    .most = 1,
    .writes_editions = true,
    .run = build_run,
};
