/* timeline: a line of time with ticks, and room above and below it; if wanted a thin second track. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_TRACK = 12 * MM, SECOND = 11 * MM, SECOND_GAP = 9, GUIDE = 8 * MM;
static const double TICK = 4, DOT = 2.75, AXIS_WEIGHT = 1.25, WORD_GAP = 5, FOOT = 3;
/* Of the width, at most, for the words at the left; and the gap after them. */
static const double COLUMN_PART = 0.2, COLUMN_GAP = 8;
/* A field is no narrower: where ticks stand closer, it is shared by neighbours. */
static const double LEAST_FIELD = 28;

struct timeline {
    double column;                                /* words at the left, with the gap after them */
    const struct setting *above, *below, *second; /* or NULL */
    const struct setting *start, *end;
    double ends;  /* height of the words under the line's ends */
    double thin;  /* of the second track, with the gap above it; 0: none */
    double least; /* of each of the two sides */
};

static struct timeline timeline_make(struct setter *setter, const struct block *block, double width)
{
    struct timeline line = {.column = 0};
    const char *const texts[] = {element_text(block->element, "above"), element_text(block->element, "below"),
                                 element_text(block->element, "second")};
    const double column = label_width(setter, texts, G_N_ELEMENTS(texts), ROLE_HELP, width * COLUMN_PART);
    line.column = column > 0 ? column + COLUMN_GAP : 0;
    line.above = attribute_set(setter, block, "above", ROLE_HELP, column, ALIGN_LEFT);
    line.below = attribute_set(setter, block, "below", ROLE_HELP, column, ALIGN_LEFT);
    line.second = attribute_set(setter, block, "second", ROLE_HELP, column, ALIGN_LEFT);
    const double half = (width - line.column) / 2 - 6;
    line.start = attribute_set(setter, block, "start", ROLE_HELP, half, ALIGN_LEFT);
    line.end = attribute_set(setter, block, "end", ROLE_HELP, half, ALIGN_RIGHT);
    const double ends = MAX(set_height(line.start), set_height(line.end));
    line.ends = ends > 0 ? ends + WORD_GAP : 0;
    line.thin = line.second ? SECOND_GAP + MAX(SECOND, set_height(line.second) + 4) : 0;
    line.least = MAX(LEAST_TRACK, MAX(set_height(line.above), set_height(line.below)));
    line.least = MAX(line.least, line.ends + GUIDE);
    return line;
}

struct extent timeline_measure(struct setter *setter, const struct block *block, double width)
{
    const struct timeline line = timeline_make(setter, block, width);
    const double least = 2 * line.least + line.thin + 1 + FOOT;
    return extent_make(setter, block, width, least, MAX(least, element_number(block->element, "height") * MM),
                       true);
}

/* Where one part of a line stands. */
struct place_on_page {
    double left, right; /* of the lines */
    double axis, side;  /* y of the line, and how high the room on each side of it is */
    double pitch;
    int first, last;
    bool begins, ends;
};

/* Light lines, as far apart as those one writes on, counted from the axis; none through the words under it.
 */
static void guides_draw(const struct canvas *on, const struct timeline *line, const struct place_on_page *at)
{
    const double count = MAX(1, floor(at->side / GUIDE)), step = at->side / count;
    const struct colour guide = draw_guide(on->setter->style);
    for (int i = 1; i <= (int)count; i++) {
        draw_line(on, at->left, at->axis - step * i, at->right, at->axis - step * i, draw_weight, guide);
        if (step * i >= line->ends)
            draw_line(on, at->left, at->axis + step * i, at->right, at->axis + step * i, draw_weight, guide);
    }
}

static void axis_draw(const struct canvas *on, const struct timeline *line, const struct place_on_page *at)
{
    struct setter *setter = on->setter;
    const struct colour ink = draw_ink(setter->style);
    draw_line(on, at->left, at->axis, at->right, at->axis, AXIS_WEIGHT, ink);
    for (int tick = at->first; tick <= at->last; tick++) {
        const double x = at->left + (tick - at->first + 0.5) * at->pitch;
        draw_line(on, x, at->axis - TICK, x, at->axis + TICK, AXIS_WEIGHT, ink);
    }
    const double words = at->axis + WORD_GAP;
    if (at->begins)
        draw_disc(on, at->left + DOT, at->axis, DOT, ink);
    if (at->ends)
        draw_disc(on, at->right - DOT, at->axis, DOT, ink);
    if (at->begins && line->start)
        setting_paint(setter, on->page, line->start, at->left, words);
    if (at->ends && line->end) {
        const double half = (on->width - line->column) / 2 - 6;
        setting_paint(setter, on->page, line->end, at->right - half, words);
    }
}

/* The second track: a pale band with its ticks at the upper edge, under those of the line. */
static void second_draw(const struct canvas *on, const struct timeline *line, const struct place_on_page *at)
{
    const double top = at->axis + at->side + SECOND_GAP, height = line->thin - SECOND_GAP;
    const struct colour ink = draw_ink(on->setter->style);
    draw_panel(on, (struct area){at->left, top, at->right - at->left, height}, 0);
    draw_line(on, at->left, top, at->right, top, draw_weight, ink);
    for (int tick = at->first; tick <= at->last; tick++) {
        const double x = at->left + (tick - at->first + 0.5) * at->pitch;
        draw_line(on, x, top, x, top + TICK, draw_weight, ink);
    }
    if (at->begins)
        paint_centred(on, line->second, on->x, top + height / 2);
}

/* What is said of a side: its word, or where it is. */
static const char *side_name(const struct blanks *blanks, const char *attribute, enum word otherwise)
{
    const char *word = element_text(blanks->block->element, attribute);
    return word && *word ? word : words_get(blanks->on->setter->words, otherwise);
}

/* Tick by tick: above, below, and on the second track. */
static void fields_place(struct blanks *blanks, const struct timeline *line, const struct place_on_page *at)
{
    struct arena *arena = blanks->on->setter->arena;
    const char *above = side_name(blanks, "above", WORD_ABOVE_LINE),
               *below = side_name(blanks, "below", WORD_BELOW_LINE);
    const int step = at->pitch < LEAST_FIELD ? (int)ceil(LEAST_FIELD / at->pitch) : 1;
    const double clear = MAX(line->ends, TICK) + 1;
    for (int tick = at->first; tick <= at->last; tick += step) {
        const int end = MIN(tick + step - 1, at->last);
        const char *number =
            end > tick ? arena_printf(arena, "%d\xE2\x80\x93%d", tick, end) : arena_printf(arena, "%d", tick);
        struct area area = {at->left + (tick - at->first) * at->pitch + 1, at->axis - at->side + 1,
                            (end - tick + 1) * at->pitch - 2, at->side - TICK - 2};
        blank_writing(blanks, area, arena_printf(arena, "%s, %s", above, number));
        area.y = at->axis + clear;
        area.height = at->side - clear - 1;
        blank_writing(blanks, area, arena_printf(arena, "%s, %s", below, number));
        if (!line->second)
            continue;
        area.y = at->axis + at->side + SECOND_GAP + TICK;
        area.height = line->thin - SECOND_GAP - TICK - 1;
        blank_next(blanks, FIELD_LINE, area,
                   arena_printf(arena, "%s, %s", element_text(blanks->block->element, "second"), number));
    }
}

/* The whole line, or the half of one that goes on on the facing page: where it neither begins nor ends, it runs to the
 * canvas's edge. Given the same block, y, width and height, both halves have their lines at the same heights. */
void timeline_draw(const struct canvas *canvas, const struct block *block)
{
    const int ticks = element_integer(block->element, "ticks"), middle = (ticks + 1) / 2;
    const bool begins = canvas->half != HALF_SECOND, ends = canvas->half != HALF_FIRST;
    struct setter *setter = canvas->setter;
    const struct timeline line = timeline_make(setter, block, canvas->width);
    const double prompt = prompt_measure(setter, block, canvas->width);
    const double column = begins ? line.column : 0;
    struct place_on_page at = {.left = canvas->x + column,
                               .right = canvas->x + canvas->width,
                               .first = begins ? 1 : middle + 1,
                               .last = ends ? ticks : middle,
                               .begins = begins,
                               .ends = ends};
    at.side = (canvas->height - prompt - line.thin - 1 - FOOT) / 2;
    at.axis = canvas->y + prompt + at.side + 0.5;
    at.pitch = (at.right - at.left) / MAX(at.last - at.first + 1, 1);
    if (begins)
        prompt_draw(canvas, block);
    guides_draw(canvas, &line, &at);
    axis_draw(canvas, &line, &at);
    if (begins && line.above)
        paint_centred(canvas, line.above, canvas->x, at.axis - at.side / 2);
    if (begins && line.below)
        paint_centred(canvas, line.below, canvas->x, at.axis + at.side / 2);
    if (line.second)
        second_draw(canvas, &line, &at);
    struct blanks blanks = {canvas, block, 0};
    /* A field's number is its place on the whole line, so that the second half names none twice. */
    blanks.count = (at.first - 1) * (line.second ? 3 : 2);
    fields_place(&blanks, &line, &at);
}
