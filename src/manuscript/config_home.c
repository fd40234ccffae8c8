#include "manuscript/config_keys.h"

void own_home_paper(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, home_papers);
    if (text && !home_set_paper(&config->reader->book->home, text))
        config_bad(config, at, "value-range", home_papers, text);
}

void own_home_holes(struct config *config, struct fy_node *value, struct position at)
{
    struct home *home = &config->reader->book->home;
    const char *text = config_wanted(config, value, at, home_hole_margins);
    if (!text)
        return;
    if (!home_set_holes(home, text))
        config_bad(config, at, "value-range", home_hole_margins, text);
    else if (home->holes > 0 && home->layout == HOME_BOOKLET)
        diags_report(config->reader->diags, DIAG_ERROR, at, "home-holes", "holes: none, or layout: single",
                     "a booklet is folded: it has no margin for holes");
}
