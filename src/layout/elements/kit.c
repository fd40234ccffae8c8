#include "layout/elements/kit.h"

#include <glib.h>

/* What is written on may be half as high again as its author asked for. */
static const double GROWS = 0.5;

struct extent extent_make(struct setter *setter, const struct block *block, double width, double least,
                          double natural, bool fills)
{
    const double prompt = prompt_measure(setter, block, width);
    struct extent extent = {.least = prompt + least, .natural = whole_lines(setter, prompt + natural), .grow = fills ? natural * GROWS : 0};
    if (fills && element_flag(block->element, "fill")) {
        extent.stretch = element_number(block->element, "fill");
        extent.least = MAX(extent.least, prompt + element_number(block->element, "min") * MM);
    }
    extent.natural = MAX(extent.natural, whole_lines(setter, extent.least));
    return extent;
}

double looseness(double height, double least, double natural)
{
    return natural > least ? CLAMP((height - least) / (natural - least), 0, 1) : 1;
}

void share_height(const struct extent *rows, size_t count, double height, double *heights)
{
    double least = 0, natural = 0;
    for (size_t i = 0; i < count; i++) {
        least += rows[i].least;
        natural += rows[i].natural;
    }
    const double more = MAX(0, height - natural) / (double)MAX(count, 1);
    const double part = looseness(height, least, natural);
    for (size_t i = 0; i < count; i++)
        heights[i] = rows[i].least + (rows[i].natural - rows[i].least) * part + more;
}

void share_width(double width, size_t count, const double *weights, const double *least, double *widths)
{
    bool *held = g_new0(bool, count); /* columns that stay at their least */
    for (bool again = true; again;) {
        double room = width, weight = 0;
        again = false;
        for (size_t i = 0; i < count; i++) {
            room -= held[i] ? least[i] : 0;
            weight += held[i] ? 0 : weights[i];
        }
        for (size_t i = 0; i < count; i++)
            widths[i] = held[i] || weight <= 0 ? least[i] : room * weights[i] / weight;
        for (size_t i = 0; i < count; i++)
            if (!held[i] && widths[i] < least[i])
                held[i] = again = true;
    }
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += widths[i];
    for (size_t i = 0; i < count && sum > 0; i++)
        widths[i] *= width / sum;
    g_free(held);
}
