#include <glib.h>
#include <stdio.h>

#include "cli/editions.h"
#include "cli/home.h"
#include "cli/numbers.h"

/* ---- what to make ---- */

static bool choose_edition(struct editions *editions, const char *name, struct arena *arena)
{
    enum edition edition;
    if (edition_find(name, &edition)) {
        editions->set |= EDITION_BIT(edition);
        return true;
    }
    const char *nearest = edition_nearest(name);
    fprintf(stderr, "rekindle: build: there is no edition \"%s\"; %s\n", name,
            nearest ? arena_printf(arena, "did you mean \"%s\"?", nearest)
                    : arena_printf(arena, "there are %s", edition_names(arena, "and")));
    return false;
}

/* Some options are about one edition, and would be in vain without it. */
static bool fits_editions(const struct editions *editions, const struct options *options)
{
    static const char pack[] = "what goes into the worksheet pack", home[] = "how the book is printed at home";
    const struct {
        const char *option;
        bool given;
        enum edition edition;
        const char *says;
    } rules[] = {
        {"--sheets", options->sheets, EDITION_WORKSHEETS, pack},
        {"--share", options->share, EDITION_WORKSHEETS, pack},
        {"--paper", options->paper, EDITION_HOME, home},
        {"--booklet", options->booklet, EDITION_HOME, home},
        {"--holes", options->holes, EDITION_HOME, home},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (rules[i].given && !(editions->set & EDITION_BIT(rules[i].edition))) {
            fprintf(stderr, "rekindle: build: %s needs --edition %s: it says %s\n", rules[i].option,
                    edition_rules[rules[i].edition].name, rules[i].says);
            return false;
        }
    return true;
}

/* The editions of the options; none when they name none. */
static bool choose_editions(struct editions *editions, const struct options *options)
{
    struct arena *arena = arena_new();
    bool good = true;
    for (char **list = options->editions; list && *list; list++) {
        char **names = g_strsplit(*list, ",", -1);
        for (char **name = names; *name; name++)
            good = choose_edition(editions, g_strstrip(*name), arena) && good;
        g_strfreev(names);
    }
    arena_free(arena);
    editions->sheets.shared = options->share;
    return good && fits_editions(editions, options) && home_choose(&(struct home){0}, options);
}

static void report_sheets(struct run *run, const char *bad, int last)
{
    run_report(run); /* before, not after */
    fprintf(stderr,
            "rekindle: build: --sheets: \"%s\" is not the number of a worksheet, nor a range of them; ", bad);
    if (last > 0)
        fprintf(stderr, "worksheets are numbered from 1 to %d\n", last);
    else
        fputs("no worksheet of this book has a number\n", stderr);
}

/* The sheets of the options: which numbers there are is known once the pages are. */
static bool choose_sheets(struct run *run, struct editions *editions)
{
    const int last = pages_last_sheet(run->pages);
    bool *wanted = ARENA_ARRAY(run->arena, bool, last + 1), good = true;
    for (char **list = run->options->sheets; list && *list && good; list++) {
        char *bad;
        good = numbers_read(*list, last, wanted, &bad);
        if (!good) {
            report_sheets(run, bad, last);
            g_free(bad);
        }
    }
    editions->sheets.wanted = run->options->sheets ? wanted : NULL;
    return good;
}

/* ---- building ---- */

static void print_size(size_t bytes)
{
    if (bytes < 1000 * 1000)
        printf("%7.0f kB", (double)bytes / 1e3);
    else
        printf("%7.1f MB", (double)bytes / 1e6);
}

static void print_summary(struct run *run, const struct editions *editions, const char *folder,
                          const struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        print_size(outputs->file[i].bytes.length);
        printf("  %s/%s\n", folder, outputs->file[i].name);
    }
    if (editions_set(run->book, editions) & EDITION_BIT(EDITION_HOME))
        printf("To print at home: %s\n", home_summary(run));
    printf("%s in %.2f s\n", run_summary(run), progress_seconds(run->progress));
}

/* Makes everything in memory, then writes it. */
static enum exit_code build_editions(struct run *run, const struct editions *editions)
{
    struct outputs outputs;
    if (!editions_make(run, editions, &outputs))
        return EXIT_MANUSCRIPT;
    const char *folder =
        run->options->output ? run->options->output : path_beside(run->arena, run->folder, "output");
    progress_stage(run->progress, "writing the files");
    if (!output_write(folder, outputs.file, outputs.count, run->arena, run->diags))
        return EXIT_SYSTEM;
    run_report(run);
    if (!run->options->quiet)
        print_summary(run, editions, folder, &outputs);
    return EXIT_DONE;
}

static void point_to_help(void)
{
    fputs("Try 'rekindle build --help'.\n", stderr);
}

/* Between the manuscript and the files. */
static enum exit_code build_book(struct run *run, struct editions *editions)
{
    if (!run_read(run) || !run_layout(run))
        return EXIT_MANUSCRIPT;
    if (choose_sheets(run, editions))
        return build_editions(run, editions);
    point_to_help();
    return EXIT_USAGE;
}

static int build_run(const struct options *options)
{
    struct editions editions = {0};
    if (!choose_editions(&editions, options)) {
        point_to_help();
        return EXIT_USAGE;
    }
    struct run run;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[0]))
        code = build_book(&run, &editions);
    return run_close(&run, code);
}

const struct command build_command = {
    .name = "build",
    .arguments = "[MANUSCRIPT]",
    .purpose = "Make the EPUB, the PDFs and the cover of a manuscript.",
    .help = "MANUSCRIPT is the folder with SUMMARY.md; without it, ./manuscript, or the folder you are in.\n"
            "Without --edition, the editions that book.yaml names are made, or else epub, screen, print and cover.\n"
            "Nothing is written unless everything went well.\n\n"
            "Exit codes: 0 done, 1 the manuscript has errors, 2 wrong usage, 3 the system refuses.",
    .most = 1,
    .writes_editions = true,
    .run = build_run,
};
