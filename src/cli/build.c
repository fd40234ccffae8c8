#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/editions.h"

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
static enum exit_code build_editions(struct run *run, struct editions editions)
{
    struct output outputs[EDITIONS_AT_MOST];
    size_t count;
    if (!editions_make(run, editions, outputs, &count))
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
            code = build_editions(&run, editions);
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
