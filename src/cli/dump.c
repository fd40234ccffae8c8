#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static int dump_run(const struct options *options)
{
    const bool book = strcmp(options->arguments[0], "book") == 0;
    if (!book && strcmp(options->arguments[0], "pages") != 0) {
        fprintf(stderr, "rekindle: dump: \"%s\" is neither book nor pages\n", options->arguments[0]);
        return EXIT_USAGE;
    }
    struct run run;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[1])) {
        const bool read = run_read(&run);
        code = read && (book || run_layout(&run)) ? EXIT_DONE : EXIT_MANUSCRIPT;
        run_report(&run);
        if (book && read)
            book_dump(run.book, stdout);
        else if (code == EXIT_DONE)
            pages_dump(run.pages, stdout);
    }
    return run_close(&run, code);
}

const struct command dump_command = {
    .name = "dump",
    .arguments = "book|pages [MANUSCRIPT]",
    .purpose = "Print the book, or its pages, as text: what the program understood.",
    .help = "For tests, and for finding out why a page looks as it does.",
    .least = 1,
    .most = 2,
    .run = dump_run,
};
