#include <glib.h>
#include <stdio.h>

#include "base/text.h"
#include "cli/editions.h"
#include "pdf/shop.h"

static void print_result(struct run *run, const struct options *options)
{
    const size_t warnings = diags_count(run->diags, DIAG_WARNING);
    printf("no errors, %zu warning%s: %s\n", warnings, warnings == 1 ? "" : "s", run_summary(run));
    if (options->press)
        printf("no rule of %s is broken\n", options->press);
}

/* The shop that is asked for. False when there is none of that name. */
static bool choose_shop(const struct options *options, enum shop *shop)
{
    if (!options->press || shop_find(options->press, shop))
        return true;
    const char *nearest = text_nearest(options->press, shop_names, SHOP_COUNT);
    char *all = g_strjoin(" and ", shop_names[SHOP_KDP], shop_names[SHOP_INGRAM], NULL);
    fprintf(stderr, "rekindle: check: there is no shop \"%s\"; %s%s%s\nTry 'rekindle check --help'.\n", options->press,
            nearest ? "did you mean \"" : "there are ", nearest ? nearest : all, nearest ? "\"?" : "");
    g_free(all);
    return false;
}

/* All is made as a build would make it: a picture can be found broken as late as that. */
static bool check_book(struct run *run)
{
    struct outputs outputs;
    return run_read(run) && run_layout(run) && editions_make(run, &(struct editions){0}, &outputs);
}

static int check_run(const struct options *options)
{
    struct run run;
    enum shop shop = SHOP_KDP;
    if (!choose_shop(options, &shop))
        return EXIT_USAGE;
    enum exit_code code = EXIT_USAGE;
    if (run_open(&run, options, options->arguments[0])) {
        bool good = check_book(&run);
        if (good && options->press)
            good = shop_check(shop, run.pages, &run.book->style, run.diags);
        code = good ? EXIT_DONE : EXIT_MANUSCRIPT;
        run_report(&run);
        if (good && !options->quiet)
            print_result(&run, options);
    }
    return run_close(&run, code);
}

const struct command check_command = {
    .name = "check",
    .arguments = "[MANUSCRIPT]",
    .purpose = "Read a manuscript and set its pages, report every problem, write nothing.",
    .help = "With --press, each rule of the shop that the press edition breaks is reported, with its pages.\n\n"
            "Exit codes: 0 no errors, 1 the manuscript has errors or breaks a rule of the shop, 2 wrong usage,\n"
            "3 the system refuses.",
    .most = 1,
    .checks_press = true,
    .run = check_run,
};
