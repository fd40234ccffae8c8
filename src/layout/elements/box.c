/* box: an open box to draw or write in. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double LEAST_MM = 24, FOOT = 3;

struct extent box_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = element_number(block->element, "height") * MM;
    const double least = MIN(height, LEAST_MM * MM);
    const bool fill = element_flag(block->element, "fill");
    return extent_make(setter, block, width, least + FOOT, (fill ? least : height) + FOOT, true);
}

void box_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const double half = draw_weight / 2;
    const struct area area = {below.x + half, below.y + half, below.width - draw_weight, below.height - FOOT};
    draw_frame(canvas, area);
    blank_only(canvas, block, FIELD_LINES,
               (struct area){area.x + 4, area.y + 4, area.width - 8, area.height - 8},
               canvas->setter->style->leading, NULL);
}
