/* lines: ruled lines to write on. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "layout/elements/kit.h"

/* What a sheet short of room may leave of them: half, but not more than this need stay. */
enum { LEAST_COUNT = 3 };

/* The first rule is as far from the prompt's baseline as rules are from each other: that is so much
 * nearer than from the end of the space below the prompt. */
static const double RAISE = 8;

static double spacing_of(const struct setter *setter, const struct block *block)
{
    const double spacing = element_number(block->element, "spacing") * MM;
    return spacing > 0 ? spacing : setter->style->rule_spacing;
}

static double raise_of(const struct block *block)
{
    return block->spans ? RAISE : 0;
}

struct extent lines_measure(struct setter *setter, const struct block *block, double width)
{
    const int count = MAX(1, element_integer(block->element, "count"));
    const bool fill = element_flag(block->element, "fill");
    const double spacing = spacing_of(setter, block);
    const double least = MIN((count + 1) / 2, LEAST_COUNT) * spacing + 1 - raise_of(block);
    const double natural = fill ? least : count * spacing + 1 - raise_of(block);
    struct extent extent = extent_make(setter, block, width, least, natural, true);
    extent.step = spacing;
    extent.grow = count / 2 * spacing;
    return extent;
}

void lines_draw(const struct canvas *canvas, const struct block *block)
{
    const struct style *style = canvas->setter->style;
    const struct canvas below = prompt_draw(canvas, block);
    const double spacing = spacing_of(canvas->setter, block), raise = raise_of(block);
    const int count = MAX(1, (int)floor((below.height + raise - 0.9) / spacing));
    const char *kind = element_text(block->element, "style");
    const double dash = kind && strcmp(kind, "dotted") == 0 ? 1.5 : 0;
    const double top = below.y - raise;
    for (int i = 1; i <= count; i++)
        page_add(canvas->setter->arena, canvas->page,
                 (struct item){.kind = ITEM_LINE,
                               .x = below.x,
                               .y = top + i * spacing,
                               .width = below.width,
                               .line_width = style->rule_width,
                               .stroke = style->rule,
                               .dash = dash});
    const double clear = raise > 0 ? raise - 3 : 3; /* of the prompt */
    const struct area area = {below.x, top + clear, below.width, count * spacing - clear};
    blank_only(canvas, block, count > 1 ? FIELD_LINES : FIELD_LINE, area, spacing, NULL);
}
