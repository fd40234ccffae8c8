#include "book/gutter.h"

#include <glib.h>
#include <stdint.h>

/* A margin column narrower than this holds no words. */
static const double LEAST_COLUMN = 72;

/* Quotation marks at the beginning of a line stand in the margin; part of an em. */
static const double HANG = 0.3;

/* A word and its space, in short: of languages with longer ones less comes on a page. Ems. */
static const double WORD = 2.2;

double gutter_least(size_t pages)
{
    static const struct {
        size_t most; /* pages */
        double inches;
    } steps[] = {{150, 0.375}, {300, 0.5}, {500, 0.625}, {700, 0.75}, {SIZE_MAX, 0.875}};
    size_t i = 0;
    while (pages > steps[i].most)
        i++;
    return steps[i].inches * 72;
}

size_t gutter_pages(const struct style *style, size_t words)
{
    const double word = WORD * style->look[ROLE_TEXT].size;
    return (size_t)((double)words * word / (style->measure * style->lines));
}

bool gutter_widen(struct style *style, size_t pages)
{
    const double missing = gutter_least(pages) + HANG * style->look[ROLE_TEXT].size - style->inner;
    if (style->inner_fixed || missing < 0.01)
        return false;
    const double column = CLAMP(style->margin_column - LEAST_COLUMN, 0, missing);
    style->inner += missing;
    style->margin_column -= column;
    style->measure -= missing - column;
    return true;
}
