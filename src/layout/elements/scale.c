/* scale: a row of numbered circles, with a word under each end and, if the author likes, under the middle. */
#include <glib.h>

#include "layout/elements/circles.h"

/* From circle to circle at most, for the eye to take them as one row; longer words may part them further. */
static const double MOST_PITCH = 33;
/* Under a prompt the row begins within the space that is kept there. */
static const double RAISE = 3.5;

struct marks {
    struct circles circles;
    struct ends ends;
    double raise, height;
};

static struct marks marks_make(struct setter *setter, const struct block *block, double width)
{
    const struct element *element = block->element;
    const int from = element_integer(element, "from"), to = element_integer(element, "to");
    struct marks marks = {.raise = block->spans ? RAISE : 0};
    marks.circles = circles_make(setter, from, to, width, MOST_PITCH);
    marks.circles.low = element_text(element, "low");
    marks.circles.mid = element_text(element, "mid");
    marks.circles.high = element_text(element, "high");
    const double pitch = ends_pitch(setter, &marks.circles);
    if (pitch > marks.circles.pitch) {
        const struct circles wider = circles_make(setter, from, to, width, pitch);
        marks.circles.pitch = wider.pitch;
        marks.circles.width = wider.width;
    }
    marks.ends = ends_make(setter, &marks.circles);
    marks.height = marks.circles.height + 1 + marks.ends.height - marks.raise;
    return marks;
}

struct extent scale_measure(struct setter *setter, const struct block *block, double width)
{
    const struct marks marks = marks_make(setter, block, width);
    return extent_make(setter, block, width, marks.height, marks.height, false);
}

void scale_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct marks marks = marks_make(canvas->setter, block, canvas->width);
    const double top = below.y + 0.5 - marks.raise;
    struct blanks blanks = {canvas, block, 0};
    circles_draw(&blanks, &marks.circles, below.x, top, NULL);
    ends_draw(canvas, &marks.ends, below.x, top + marks.circles.height + 0.5, false);
}
