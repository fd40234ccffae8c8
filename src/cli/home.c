#include "cli/home.h"

#include <stdio.h>

#include "pdf/imposition.h"

static bool cannot_follow(const char *option, const char *text, const char *takes)
{
    fprintf(stderr, "rekindle: build: %s cannot be \"%s\": it takes %s\n", option, text, takes);
    return false;
}

/* Holes are punched into single pages: asking for them asks for those. */
static bool choose_layout(struct home *home, const struct options *options)
{
    const bool holes = options->holes && home->holes > 0;
    if (options->booklet && holes) {
        fputs("rekindle: build: --holes and --booklet do not go together: a booklet is folded\n", stderr);
        return false;
    }
    if (options->booklet)
        home->layout = HOME_BOOKLET;
    else if (holes)
        home->layout = HOME_SINGLE;
    return true;
}

bool home_choose(struct home *home, const struct options *options)
{
    if (options->paper && !home_set_paper(home, options->paper))
        return cannot_follow("--paper", options->paper, home_papers);
    if (options->holes && !home_set_holes(home, options->holes))
        return cannot_follow("--holes", options->holes, home_hole_margins);
    return choose_layout(home, options);
}

struct home home_of(const struct run *run)
{
    struct home home = run->book->home;
    home_choose(&home, run->options); /* looked at before the manuscript was read */
    return home;
}

const char *home_summary(const struct run *run)
{
    const struct home home = home_of(run);
    double width, height;
    const char *paper = home_sheet(home_paper(&home, run->pages->lang), &width, &height);
    const bool booklet = home.layout == HOME_BOOKLET;
    const struct imposition imposition =
        booklet ? impose_booklet(run->pages->count, (size_t)home.signature) : impose_single(run->pages->count);
    const char *sheets = count_of(run->arena, imposition.sheets, "sheet", "sheets");
    if (!booklet)
        return arena_printf(run->arena, "%s of %s, two-sided, flip on long edge", sheets, paper);
    const char *fold = imposition.signature < imposition.sheets
                           ? arena_printf(run->arena, "fold %zu at a time", imposition.signature)
                           : "fold them together";
    return arena_printf(run->arena, "%s of %s, two-sided, flip on short edge; %s", sheets, paper, fold);
}
