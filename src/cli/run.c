#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "book/gutter.h"
#include "cli/cli.h"
#include "layout/layout.h"
#include "manuscript/manuscript.h"
#include "pdf/press.h"

/* ---- places ---- */

const char *share_folder(struct arena *arena)
{
    char *program = g_file_read_link("/proc/self/exe", NULL);
    char *folder = g_path_get_dirname(program ? program : "/usr/bin/rekindle");
    char *prefix = g_path_get_dirname(folder);
    const char *share = arena_printf(arena, "%s/share/rekindle", prefix);
    g_free(prefix);
    g_free(folder);
    g_free(program);
    return share;
}

static const char *without_slashes(struct arena *arena, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return arena_substring(arena, path, length);
}

const char *path_beside(struct arena *arena, const char *folder, const char *name)
{
    folder = without_slashes(arena, folder);
    char *last = g_path_get_basename(folder), *parent = g_path_get_dirname(folder);
    const char *path;
    if (strcmp(folder, ".") == 0)
        path = arena_printf(arena, "../%s", name);
    else if (strcmp(last, ".") == 0 || strcmp(last, "..") == 0)
        path = arena_printf(arena, "%s/../%s", folder, name);
    else if (strcmp(parent, ".") == 0)
        path = arena_string(arena, name);
    else
        path = arena_printf(arena, "%s%s%s", parent, strcmp(parent, "/") == 0 ? "" : "/", name);
    g_free(parent);
    g_free(last);
    return path;
}

static bool has_summary(const char *folder)
{
    char *path = g_build_filename(folder, "SUMMARY.md", NULL);
    const bool there = g_file_test(path, G_FILE_TEST_IS_REGULAR);
    g_free(path);
    return there;
}

/* The folder as given, or the manuscript/ inside it; where none is given, ./manuscript or else here.
 * NULL when there is nothing to build here. */
static const char *find_manuscript(struct arena *arena, const char *given)
{
    if (!given && g_file_test("manuscript", G_FILE_TEST_IS_DIR))
        return "manuscript";
    if (!given)
        return has_summary(".") ? "." : NULL;
    const char *folder = without_slashes(arena, given);
    const char *inside = arena_printf(arena, "%s/manuscript", folder);
    return !has_summary(folder) && has_summary(inside) ? inside : folder;
}

/* ---- a run ---- */

bool run_open(struct run *run, const struct options *options, const char *manuscript)
{
    *run = (struct run){.options = options, .arena = arena_new(), .diags = diags_new()};
    run->share = share_folder(run->arena);
    run->folder = find_manuscript(run->arena, manuscript);
    run->progress = progress_new(options);
    if (run->folder)
        return true;
    fputs("rekindle: no manuscript here: there is no folder \"manuscript\" and no SUMMARY.md\n"
          "Name its folder, or begin one with 'rekindle new DIR'.\n",
          stderr);
    return false;
}

static void tell_fonts(const struct run *run, const char *const *folders, size_t count)
{
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "fonts from %s%s\n", folders[i],
                g_file_test(folders[i], G_FILE_TEST_IS_DIR) ? "" : " (not there)");
    for (const struct font_file *file = fonts_first(run->fonts); file; file = file->next)
        fprintf(stderr, "  %s %d%s: %s\n", file->family, file->weight, file->italic ? " italic" : "",
                file->path);
}

bool run_read(struct run *run)
{
    const char *const folders[] = {
        arena_printf(run->arena, "%s/fonts", run->folder),
        path_beside(run->arena, run->folder, "fonts"),
        arena_printf(run->arena, "%s/fonts", run->share),
    };
    progress_stage(run->progress, "reading the manuscript");
    run->book = manuscript_read(run->folder, run->diags);
    if (!run->book)
        return false;
    progress_stage(run->progress, "reading the fonts");
    run->fonts = fonts_open(folders, G_N_ELEMENTS(folders), run->diags);
    if (run->options->verbose)
        tell_fonts(run, folders, G_N_ELEMENTS(folders));
    progress_stage(run->progress, "numbering and linking");
    book_prepare(run->book, run->fonts, run->diags);
    progress_made(run->progress, count_of(run->arena, run->book->words, "word", "words"));
    return true;
}

/* How thick the book is, is known once its pages are: where the inner margin proves too narrow, they are set again. They may
 * be more then, and the margin too narrow once more; it only ever grows. */
enum { LAYOUTS_AT_MOST = 3 };

static void lay_out(struct run *run, const char *hyphenation)
{
    struct book *book = arena_copy(run->arena, run->book, sizeof *book);
    gutter_widen(&book->style, gutter_pages(&book->style, book->words));
    for (int times = 1;; times++) {
        struct diags *own = diags_new();
        run->pages = layout_book(book, run->faces, hyphenation, own);
        const bool last = !run->pages || times == LAYOUTS_AT_MOST || !gutter_widen(&book->style, press_page_count(run->pages));
        if (last)
            diags_take(run->diags, own);
        diags_free(own);
        if (last)
            return;
        pages_free(run->pages);
    }
}

bool run_layout(struct run *run)
{
    if (diags_failed(run->diags))
        return false;
    progress_stage(run->progress, "setting the pages");
    run->faces = faces_open(run->fonts, &run->book->style, run->diags);
    if (!run->faces)
        return false;
    const char *hyphenation = arena_printf(run->arena, "%s/hyphenation", run->share);
    lay_out(run, hyphenation);
    if (run->pages)
        progress_made(run->progress, count_of(run->arena, run->pages->count, "page", "pages"));
    return run->pages && !diags_failed(run->diags);
}

void run_report(struct run *run)
{
    if (run->reported)
        return;
    progress_end(run->progress);
    diags_print(run->diags, stderr, wants_color(run->options));
    progress_timings(run->progress);
    run->reported = true;
}

int run_close(struct run *run, enum exit_code code)
{
    run_report(run);
    if (diags_failed(run->diags) && code == EXIT_DONE)
        code = EXIT_MANUSCRIPT;
    progress_free(run->progress);
    pages_free(run->pages);
    faces_close(run->faces);
    fonts_close(run->fonts);
    book_free(run->book);
    diags_free(run->diags);
    arena_free(run->arena);
    return (int)code;
}

/* ---- the summary ---- */

const char *count_of(struct arena *arena, size_t count, const char *one, const char *many)
{
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%zu", count);
    for (gssize at = (gssize)text->len - 3; at > 0; at -= 3)
        g_string_insert_c(text, at, ',');
    const char *kept = arena_printf(arena, "%s %s", text->str, count == 1 ? one : many);
    g_string_free(text, TRUE);
    return kept;
}

const char *run_summary(struct run *run)
{
    return arena_printf(run->arena, "%s, %s, %s", count_of(run->arena, run->pages->count, "page", "pages"),
                        count_of(run->arena, run->book->words, "word", "words"),
                        count_of(run->arena, run->book->sheets, "worksheet", "worksheets"));
}
