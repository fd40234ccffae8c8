#include <stdio.h>

#include "cli/editions.h"

static int check_run(const struct options *options)
{
    struct run run;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[0])) {
        /* All is made as a build would make it: a picture can be found broken as late as that. */
        struct outputs outputs;
        const bool good =
            run_read(&run) && run_layout(&run) && editions_make(&run, &(struct editions){0}, &outputs);
        code = good ? EXIT_DONE : EXIT_MANUSCRIPT;
        run_report(&run);
        const size_t warnings = diags_count(run.diags, DIAG_WARNING);
        if (code == EXIT_DONE && !options->quiet)
            printf("no errors, %zu warning%s: %s\n", warnings, warnings == 1 ? "" : "s", run_summary(&run));
    }
    return run_close(&run, code);
}

const struct command check_command = {
    .name = "check",
    .arguments = "[MANUSCRIPT]",
    .purpose = "Read a manuscript and set its pages, report every problem, write nothing.",
    .help = "Exit codes: 0 no errors, 1 the manuscript has errors, 2 wrong usage, 3 the system refuses.",
    .most = 1,
    .run = check_run,
};
