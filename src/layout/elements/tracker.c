/* tracker: a grid of days by habits, in banks when the page is narrow. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_CELL = 5 * MM, ROW = 20, LEAST_ROW = 15, MOST_CELL = 22, HEAD = 14, BANK_GAP = 12,
                    LABEL_GAP = 8, KEY_GAP = 3;
/* Of the width, at most, for the labels at the left. */
static const double LABEL_PART = 0.34;
enum { WEEK = 7 };

struct grid {
    int days, banks, per_bank;
    double labels, cell; /* widths */
    double *rows;        /* heights, one a label */
    double height;       /* of a bank, with its head */
    size_t count;        /* labels */
    const struct setting *key;
};

static struct grid grid_make(struct setter *setter, const struct block *block, double width, double loose)
{
    struct grid grid = {.days = MAX(1, element_integer(block->element, "days")), .count = items_count(block)};
    const struct block *item = items_first(block);
    double widest = 0;
    for (; item; item = item->next) {
        const struct setting *label =
            set_spans(setter, item_spans(item), ROLE_PROMPT, width * LABEL_PART, ALIGN_LEFT);
        widest = MAX(widest, setting_width(label));
    }
    grid.labels = widest + LABEL_GAP;
    const int fit = MAX(1, (int)floor((width - grid.labels) / LEAST_CELL));
    grid.banks = (grid.days + fit - 1) / fit;
    grid.per_bank = (grid.days + grid.banks - 1) / grid.banks;
    grid.cell = MIN((width - grid.labels) / grid.per_bank, MOST_CELL);
    grid.rows = ARENA_ARRAY(setter->arena, double, grid.count);
    grid.height = HEAD;
    item = items_first(block);
    for (size_t i = 0; i < grid.count; i++, item = item->next) {
        const struct setting *label =
            set_spans(setter, item_spans(item), ROLE_PROMPT, grid.labels - LABEL_GAP + 1, ALIGN_LEFT);
        grid.rows[i] = MAX(LEAST_ROW + (ROW - LEAST_ROW) * loose, setting_height(label));
        grid.height += grid.rows[i];
    }
    const char *key = element_text(block->element, "key");
    grid.key = key && *key ? set_text(setter, key, ROLE_HELP, width, ALIGN_LEFT) : NULL;
    return grid;
}

static double grid_height(const struct grid *grid)
{
    const double key = grid->key ? KEY_GAP + setting_height(grid->key) : 0;
    return grid->banks * grid->height + (grid->banks - 1) * BANK_GAP + 1 + key;
}

struct extent tracker_measure(struct setter *setter, const struct block *block, double width)
{
    const struct grid least = grid_make(setter, block, width, 0),
                      natural = grid_make(setter, block, width, 1);
    return extent_make(setter, block, width, grid_height(&least), grid_height(&natural), false);
}

/* The line before each day, bolder where a week ends, and the grid's right edge. */
static void uprights_draw(const struct canvas *on, const struct grid *grid, int first, int last, double left,
                          double top)
{
    const struct style *style = on->setter->style;
    for (int day = first; day <= last + 1; day++) {
        const double x = left + (day - first) * grid->cell;
        const bool edge = day == first || day == last + 1, week = (day - 1) % WEEK == 0;
        const double weight = week && !edge ? 1.5 : draw_weight;
        draw_line(on, x, top + HEAD, x, top + grid->height, weight,
                  edge || week ? draw_ink(style) : style->rule);
    }
}

static void row_draw(struct blanks *blanks, const struct grid *grid, const struct block *item, int first,
                     int last, double left, double y, double height)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const struct setting *label =
        set_spans(setter, item_spans(item), ROLE_PROMPT, grid->labels - LABEL_GAP + 1, ALIGN_LEFT);
    const char *text = spans_text(setter->arena, item_spans(item));
    paint_centred(on, label, on->x, y + height / 2);
    for (int day = first; day <= last; day++) {
        const struct area area = {left + (day - first) * grid->cell + 1, y + 1, grid->cell - 2, height - 2};
        blank_next(blanks, FIELD_LINE, area,
                   arena_printf(setter->arena, "%s, %s %d", text, words_get(setter->words, WORD_DAY), day));
    }
}

static void bank_draw(struct blanks *blanks, const struct grid *grid, const struct block *items, int first,
                      double top)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const int last = MIN(first + grid->per_bank - 1, grid->days);
    const double left = on->x + grid->labels, right = left + (last - first + 1) * grid->cell;
    for (int day = first; day <= last; day++) {
        const char *number = arena_printf(setter->arena, "%d", day);
        const struct setting *set = set_text(setter, number, ROLE_HELP, grid->cell, ALIGN_CENTER);
        setting_paint(setter, on->page, set, left + (day - first) * grid->cell,
                      top + HEAD - 1 - setting_height(set));
    }
    double y = top + HEAD;
    size_t i = 0;
    for (const struct block *item = items; item; item = item->next, i++) {
        draw_line(on, left, y, right, y, draw_weight, i ? setter->style->rule : draw_ink(setter->style));
        row_draw(blanks, grid, item, first, last, left, y, grid->rows[i]);
        y += grid->rows[i];
    }
    draw_line(on, left, y, right, y, draw_weight, draw_ink(setter->style));
    uprights_draw(on, grid, first, last, left, top);
}

void tracker_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct grid least = grid_make(canvas->setter, block, canvas->width, 0);
    const struct grid natural = grid_make(canvas->setter, block, canvas->width, 1);
    const double loose = looseness(below.height, grid_height(&least), grid_height(&natural));
    const struct grid grid = grid_make(canvas->setter, block, canvas->width, loose);
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    for (int bank = 0; bank < grid.banks; bank++) {
        bank_draw(&blanks, &grid, items_first(block), 1 + bank * grid.per_bank, y);
        y += grid.height + BANK_GAP;
    }
    if (grid.key)
        setting_paint(canvas->setter, canvas->page, grid.key, canvas->x, y - BANK_GAP + KEY_GAP + 1);
}
