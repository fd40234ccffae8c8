#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "pdf/pdf.h"

enum stage { STAGE_BOOK, STAGE_PAGES, STAGE_STRUCTURE, STAGE_COUNT };

static bool find_stage(const char *name, enum stage *stage)
{
    static const char *const names[STAGE_COUNT] = {"book", "pages", "structure"};
    for (*stage = STAGE_BOOK; *stage < STAGE_COUNT; (*stage)++)
        if (strcmp(name, names[*stage]) == 0)
            return true;
    fprintf(stderr, "rekindle: dump: \"%s\" is neither book, pages nor structure\n", name);
    return false;
}

static void dump(const struct run *run, enum stage stage)
{
    if (stage == STAGE_BOOK)
        book_dump(run->book, stdout);
    else if (stage == STAGE_PAGES)
        pages_dump(run->pages, stdout);
    else
        pdf_dump_structure(run->pages, PAGE_USE_SCREEN, stdout);
}

static int dump_run(const struct options *options)
{
    enum stage stage;
    if (!find_stage(options->arguments[0], &stage))
        return EXIT_USAGE;
    struct run run;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[1])) {
        const bool read = run_read(&run);
        code = read && (stage == STAGE_BOOK || run_layout(&run)) ? EXIT_DONE : EXIT_MANUSCRIPT;
        run_report(&run);
        if (code == EXIT_DONE || (read && stage == STAGE_BOOK))
            dump(&run, stage);
    }
    return run_close(&run, code);
}

const struct command dump_command = {
    .name = "dump",
    .arguments = "book|pages|structure [MANUSCRIPT]",
    .purpose = "Print the book, its pages or their structure as text.",
    .help = "For tests, and for finding out what the program understood, why a page looks as it does, and what a\n"
            "screen reader is told.",
    .least = 1,
    .most = 2,
    .run = dump_run,
};
