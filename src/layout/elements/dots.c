/* dots: a grid of grey dots to sketch on. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_MM = 24, DOT_MM = 0.5;
/* Clear of what stands above and below, lest the dots look like a part of it. */
static const double HEAD = 2, FOOT = 6;

struct extent dots_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = element_number(block->element, "height") * MM;
    const double least = MIN(height, LEAST_MM * MM);
    const bool fill = element_flag(block->element, "fill");
    return extent_make(setter, block, width, least + HEAD + FOOT, (fill ? least : height) + HEAD + FOOT,
                       true);
}

void dots_draw(const struct canvas *canvas, const struct block *block)
{
    const struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct area area = {below.x, below.y + HEAD, below.width, below.height - HEAD - FOOT};
    const double pitch = element_number(block->element, "pitch") * MM, dot = DOT_MM * MM;
    /* Whole steps, in the middle of what is left over. */
    const double across = floor((area.width - dot) / pitch) * pitch,
                 down = floor((area.height - dot) / pitch) * pitch;
    const double x = area.x + (area.width - across) / 2, y = area.y + (area.height - down) / 2;
    for (double at = 0; at <= down + 0.01; at += pitch)
        draw_dots(canvas, x, y + at, across, pitch, dot, setter->style->rule);
    blank_only(canvas, block, FIELD_LINES, area, 0,
               words_get(setter->words, WORD_TYPE_HERE));
}
