/* circles: a row of numbered circles, and the words at its ends. */
#include <glib.h>
#include <math.h>

#include "layout/elements/circles.h"

/* Between circles, where there is no room for more; between rows of them; between the words at the ends. */
static const double LEAST_GAP = 2, ROW_GAP = 4, WORDS_GAP = 16;

struct circles circles_make(struct setter *setter, int from, int to, double width, double most)
{
    struct circles circles = {
        .from = from, .to = MAX(to, from + 1), .radius = setter->style->circle / 2, .rows = 1};
    const int count = circles.to - circles.from + 1;
    const double size = 2 * circles.radius, least = size + LEAST_GAP;
    const int fit = MAX(1, (int)floor((width - size) / least + 0.001) + 1);
    circles.rows = (count + fit - 1) / fit;
    circles.per_row = (count + circles.rows - 1) / circles.rows;
    circles.pitch = circles.per_row > 1 ? MIN(most, (width - size) / (circles.per_row - 1)) : most;
    circles.width = circles.pitch * (circles.per_row - 1) + size;
    circles.height = circles.rows * (size + ROW_GAP) - ROW_GAP;
    return circles;
}

/* What a number means: the ends, and the middle one or two. */
static const char *meaning(const struct circles *circles, int number)
{
    const int twice = circles->from + circles->to;
    if (number == circles->from)
        return circles->low;
    if (number == circles->to)
        return circles->high;
    return number == twice / 2 || number == (twice + 1) / 2 ? circles->mid : NULL;
}

void circles_draw(struct blanks *blanks, const struct circles *circles, double x, double y, const char *of)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double r = circles->radius;
    for (int number = circles->from; number <= circles->to; number++) {
        const int place = number - circles->from;
        const double across = x + r + circles->pitch * (place % circles->per_row),
                     down = y + r + (2 * r + ROW_GAP) * (place / circles->per_row);
        const char *text = arena_printf(setter->arena, "%d", number), *means = meaning(circles, number);
        draw_circle(on, across, down, r, draw_weight, draw_ink(setter->style), circles->ground);
        paint_centred(on, set_text(setter, text, ROLE_HELP, 2 * r, ALIGN_CENTER), across - r, down);
        const char *part = means && *means ? arena_printf(setter->arena, "%s (%s)", text, means) : text;
        if (of)
            part = arena_printf(setter->arena, "%s %s", of, part);
        blank_choice(blanks, (struct area){across - r, down - r, 2 * r, 2 * r}, part, text);
    }
}

/* ---- words at the ends ---- */

static size_t words_count(const struct circles *circles)
{
    return circles->mid && *circles->mid ? 3 : 2;
}

double ends_pitch(struct setter *setter, const struct circles *circles)
{
    const char *words[] = {circles->low, circles->mid, circles->high};
    double widest = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i])
            widest = MAX(widest, widest_word(setter, words[i], ROLE_HELP));
    const double count = (double)words_count(circles);
    return (widest * count + WORDS_GAP * (count - 1) - 2 * circles->radius) / MAX(circles->per_row - 1, 1);
}

static const struct setting *end_set(struct setter *setter, const struct circles *circles, const char *text,
                                     int number, double width, enum align align)
{
    if (!text || !*text)
        return NULL;
    /* In more rows than one, the last number stands nowhere near its word. */
    if (circles->rows > 1)
        text = arena_printf(setter->arena, "%d: %s", number, text);
    return set_text(setter, text, ROLE_HELP, MAX(width, 1), align);
}

struct ends ends_make(struct setter *setter, const struct circles *circles)
{
    struct ends ends = {.width = circles->width};
    const double count = (double)words_count(circles);
    const double width = (circles->width - WORDS_GAP * (count - 1)) / count;
    ends.low = end_set(setter, circles, circles->low, circles->from, width, ALIGN_LEFT);
    ends.mid = end_set(setter, circles, circles->mid, (circles->from + circles->to) / 2, width, ALIGN_CENTER);
    ends.high = end_set(setter, circles, circles->high, circles->to, width, ALIGN_RIGHT);
    const struct setting *all[] = {ends.low, ends.mid, ends.high};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        ends.height = MAX(ends.height, all[i] ? setting_height(all[i]) : 0);
    return ends;
}

void ends_draw(const struct canvas *on, const struct ends *ends, double x, double y, bool bottom)
{
    const double count = ends->mid ? 3 : 2, width = (ends->width - WORDS_GAP * (count - 1)) / count;
    const struct setting *all[] = {ends->low, ends->mid, ends->high};
    const double left[] = {x, x + width + WORDS_GAP, x + ends->width - width};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (all[i])
            setting_paint(on->setter, on->page, all[i], left[i],
                          bottom ? y + ends->height - setting_height(all[i]) : y);
}
