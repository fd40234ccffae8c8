/* month: a calendar of five or six weeks for any month: each cell has a corner for its date. */
#include <glib.h>
#include <string.h>

#include "layout/elements/marks.h"

static const double ROW_MM = 22, LEAST_ROW_MM = 20, NAME_HEAD = 17, BLANK_HEAD = 22.5, KEY_GAP = 5;
static const double CORNER = 21, CORNER_HEIGHT = 16, CORNER_PART = 0.5;
enum { DAYS = 7 };

struct month {
    const char *start; /* NULL: the columns are named by the reader */
    int weeks;
    double cell, head, key_height; /* key_height: with its gap */
    bool shortened;                /* names of weekdays */
    struct key key;
};

static struct month month_make(struct setter *setter, const struct block *block, double width)
{
    static const struct legend signs = {.mark = {MARK_SQUARE, MARK_CIRCLE, MARK_DIAMOND, MARK_TRIANGLE},
                                        .count = MARK_COUNT};
    const char *start = element_text(block->element, "start");
    struct month month = {.weeks = element_integer(block->element, "weeks"), .cell = width / DAYS};
    month.start = start && strcmp(start, "blank") != 0 ? start : NULL;
    month.head = month.start ? NAME_HEAD : BLANK_HEAD;
    for (int day = 0; day < DAYS && month.start; day++)
        if (widest_word(setter, weekday_name(setter, month.start, day), ROLE_TABLE) > month.cell - 4)
            month.shortened = true;
    month.key = key_make(setter, block, width, &signs);
    const double key = key_height(setter, &month.key, width);
    month.key_height = key > 0 ? KEY_GAP + key : 0;
    return month;
}

struct extent month_measure(struct setter *setter, const struct block *block, double width)
{
    const struct month month = month_make(setter, block, width);
    const double around = month.head + month.key_height + 1;
    return extent_make(setter, block, width, around + month.weeks * LEAST_ROW_MM * MM,
                       around + month.weeks * ROW_MM * MM, true);
}

/* What is said of a column: the weekday, or its place. */
static const char *column_name(struct setter *setter, const struct month *month, int day)
{
    return month->start ? weekday_name(setter, month->start, day)
                        : arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_DAY), day + 1);
}

static void head_draw(struct blanks *blanks, const struct month *month, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    for (int day = 0; day < DAYS; day++) {
        const double x = on->x + day * month->cell;
        const char *name = column_name(setter, month, day);
        if (!month->start) { /* a short rule over each column */
            draw_rule(on, x + 5, y + month->head - 5, month->cell - 10);
            blank_next(blanks, FIELD_LINE, (struct area){x + 5, y + 1, month->cell - 10, month->head - 6.5},
                       name);
            continue;
        }
        const struct span *strong =
            strong_text(setter, month->shortened ? weekday_short(setter, name) : name);
        paint_centred(on, set_spans(setter, strong, ROLE_TABLE, month->cell, ALIGN_CENTER), x,
                      y + month->head / 2);
    }
}

/* The corner for the date, and the room for what is planned below and beside it. */
static void cell_draw(struct blanks *blanks, const struct month *month, int week, int day, double y,
                      double row)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double x = on->x + day * month->cell, corner = MIN(CORNER, month->cell * CORNER_PART);
    const struct colour guide = draw_guide(setter->style);
    const char *name = arena_printf(setter->arena, "%s %d, %s", words_get(setter->words, WORD_WEEK), week + 1,
                                    column_name(setter, month, day));
    draw_line(on, x + corner, y, x + corner, y + CORNER_HEIGHT, draw_weight, guide);
    draw_line(on, x, y + CORNER_HEIGHT, x + corner, y + CORNER_HEIGHT, draw_weight, guide);
    blank_next(blanks, FIELD_LINE, (struct area){x + 1, y + 1, corner - 2, CORNER_HEIGHT - 2},
               arena_printf(setter->arena, "%s, %s", name, words_get(setter->words, WORD_DATE)));
    blank_writing(
        blanks, (struct area){x + 2, y + CORNER_HEIGHT + 1, month->cell - 4, row - CORNER_HEIGHT - 3}, name);
}

static void grid_draw(const struct canvas *on, const struct month *month, double top, double row)
{
    const struct colour rule = on->setter->style->rule;
    const double bottom = top + month->weeks * row, right = on->x + on->width;
    for (int week = 1; week < month->weeks; week++)
        draw_line(on, on->x, top + week * row, right, top + week * row, draw_weight, rule);
    for (int day = 1; day < DAYS; day++)
        draw_line(on, on->x + day * month->cell, top, on->x + day * month->cell, bottom, draw_weight, rule);
    draw_edge(on, (struct area){on->x, top, on->width, bottom - top});
}

void month_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct month month = month_make(canvas->setter, block, canvas->width);
    const double row = (below.height - month.head - month.key_height - 1) / month.weeks;
    const double top = below.y + month.head + draw_weight / 2;
    struct blanks blanks = {canvas, block, 0};
    head_draw(&blanks, &month, below.y);
    for (int week = 0; week < month.weeks; week++)
        for (int day = 0; day < DAYS; day++)
            cell_draw(&blanks, &month, week, day, top + week * row, row);
    grid_draw(canvas, &month, top, row);
    key_draw(canvas, &month.key, canvas->x, top + month.weeks * row + KEY_GAP, canvas->width);
}
