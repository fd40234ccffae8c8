#include "book/edition.h"

#include <string.h>

#include "base/text.h"

const struct edition_rule edition_rules[EDITION_COUNT] = {
    [EDITION_EPUB] = {"epub", ".epub", "for e-readers", true},
    [EDITION_SCREEN] = {"screen", ".pdf", "the workbook: tagged, linked, to be filled in", true},
    [EDITION_PRINT] = {"print", "-print.pdf", "for the press: one ink, no links", true},
    [EDITION_COVER] = {"cover", "-cover.pdf", "back, spine and front to print; the front as cover.png", true},
    [EDITION_HOME] = {"home", "-home.pdf", "the pages for a home printer, or a booklet to fold", false},
    [EDITION_WORKSHEETS] = {"worksheets", "-worksheets.pdf", "the worksheets alone, to print again", false},
};

unsigned editions_by_default(void)
{
    unsigned set = 0;
    for (unsigned edition = 0; edition < EDITION_COUNT; edition++)
        if (edition_rules[edition].by_default)
            set |= EDITION_BIT(edition);
    return set;
}

bool edition_find(const char *name, enum edition *edition)
{
    for (unsigned i = 0; i < EDITION_COUNT; i++)
        if (strcmp(edition_rules[i].name, name) == 0) {
            *edition = (enum edition)i;
            return true;
        }
    return false;
}

const char *edition_nearest(const char *name)
{
    const char *names[EDITION_COUNT];
    for (unsigned i = 0; i < EDITION_COUNT; i++)
        names[i] = edition_rules[i].name;
    return text_nearest(name, names, EDITION_COUNT);
}

const char *edition_names(struct arena *arena, const char *and)
{
    const char *names = edition_rules[0].name;
    for (unsigned i = 1; i < EDITION_COUNT; i++)
        names = i + 1 < EDITION_COUNT ? arena_printf(arena, "%s, %s", names, edition_rules[i].name)
                                      : arena_printf(arena, "%s %s %s", names, and, edition_rules[i].name);
    return names;
}
