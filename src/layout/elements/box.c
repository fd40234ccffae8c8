/* box: an open box to draw or write in. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

static const double LEAST_MM = 24, FOOT = 3, INSIDE = 4;
/* Rules keep clear of the box's edges. */
static const double RULE_CLEAR = 4 * MM;

static const struct setting *title_of(struct setter *setter, const struct block *block, double width)
{
    return box_title_set(setter, block, "title", width);
}

struct extent box_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = element_number(block->element, "height") * MM;
    const double more = box_title_height(title_of(setter, block, width)) + FOOT;
    const double least = MIN(height, LEAST_MM * MM);
    const bool fill = element_flag(block->element, "fill");
    return extent_make(setter, block, width, least + more, (fill ? least : height) + more, true);
}

/* As many rules as there is room for at the style's spacing, spread evenly, with half a space below the last.
 */
static void rules_draw(const struct canvas *on, const struct block *block, struct area box)
{
    const int count = MAX((int)floor(box.height / on->setter->style->rule_spacing - 0.5), 1);
    const double spacing = box.height / (count + 0.5);
    const double x = box.x + RULE_CLEAR, width = box.width - 2 * RULE_CLEAR;
    for (int i = 1; i <= count; i++)
        draw_rule(on, x, box.y + i * spacing, width);
    blank_only(on, block, count > 1 ? FIELD_LINES : FIELD_LINE,
               (struct area){x, box.y + 3, width, count * spacing - 3}, spacing, given_text(block, "title"));
}

void box_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const char *tint = element_text(block->element, "tint");
    const double half = draw_weight / 2;
    const struct area area = {below.x + half, below.y + half, below.width - draw_weight, below.height - FOOT};
    const struct area box = titled_box_draw(canvas, title_of(canvas->setter, block, below.width), area,
                                        tint && strcmp(tint, "pale") == 0);
    if (element_flag(block->element, "rules")) {
        rules_draw(canvas, block, box);
        return;
    }
    blank_only(canvas, block, FIELD_LINES,
               (struct area){box.x + INSIDE, box.y + INSIDE, box.width - 2 * INSIDE, box.height - 2 * INSIDE},
               0, given_text(block, "title"));
}
