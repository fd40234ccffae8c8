/* scale: a row of numbered circles, with a word under each end. */
#include <glib.h>

#include "layout/elements/kit.h"

/* From circle to circle: at least what a pen needs, at most what the eye takes as one row. */
static const double LEAST_PITCH = 8 * MM, MOST_PITCH = 33;
/* Under a prompt the row begins within the space that is kept there. */
static const double RAISE = 3.5;

struct marks {
    int from, to;
    double pitch, radius, width; /* width: of the whole row */
    const struct setting *low, *high;
    double height;
};

static const struct setting *end_word(struct setter *setter, const struct block *block, const char *name,
                                      double width, enum align align)
{
    const char *text = element_text(block->element, name);
    return text && *text ? set_text(setter, text, ROLE_HELP, width, align) : NULL;
}

static struct marks marks_make(struct setter *setter, const struct block *block, double width)
{
    struct marks marks = {
        .from = element_integer(block->element, "from"),
        .to = element_integer(block->element, "to"),
        .radius = setter->style->circle / 2,
    };
    marks.to = MAX(marks.to, marks.from + 1);
    const double steps = marks.to - marks.from, room = (width - 2 * marks.radius) / steps;
    marks.pitch = MIN(MAX(MIN(MOST_PITCH, room), LEAST_PITCH), MAX(room, 2 * marks.radius + 2));
    marks.width = marks.pitch * steps + 2 * marks.radius;
    /* Each word has half of the row, less a gap. */
    const double half = MAX(marks.width / 2 - 8, 0);
    marks.low = end_word(setter, block, "low", half, ALIGN_LEFT);
    marks.high = end_word(setter, block, "high", half, ALIGN_RIGHT);
    const double low = marks.low ? setting_height(marks.low) : 0,
                 high = marks.high ? setting_height(marks.high) : 0;
    marks.height = 2 * marks.radius + 1 + MAX(low, high) - (block->spans ? RAISE : 0);
    return marks;
}

struct extent scale_measure(struct setter *setter, const struct block *block, double width)
{
    const struct marks marks = marks_make(setter, block, width);
    return extent_make(setter, block, width, marks.height, marks.height, false);
}

void scale_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct marks marks = marks_make(setter, block, canvas->width);
    const double r = marks.radius, y = below.y + r + 0.5 - (block->spans ? RAISE : 0);
    struct blanks blanks = {canvas, block, 0};
    for (int number = marks.from; number <= marks.to; number++) {
        const double x = below.x + r + marks.pitch * (number - marks.from);
        const char *text = arena_printf(setter->arena, "%d", number);
        draw_circle(canvas, x, y, r, draw_weight, draw_ink(setter->style), false);
        paint_centred(canvas, set_text(setter, text, ROLE_HELP, 2 * r, ALIGN_CENTER), x - r, y);
        const char *end = number == marks.from ? element_text(block->element, "low")
                          : number == marks.to ? element_text(block->element, "high")
                                               : NULL;
        const char *part = end ? arena_printf(setter->arena, "%s (%s)", text, end) : text;
        blank_choice(&blanks, (struct area){x - r, y - r, 2 * r, 2 * r}, part, text);
    }
    const double words = y + r + 0.5;
    if (marks.low)
        setting_paint(setter, canvas->page, marks.low, below.x, words);
    if (marks.high)
        setting_paint(setter, canvas->page, marks.high, below.x + marks.width / 2 + 8, words);
}
