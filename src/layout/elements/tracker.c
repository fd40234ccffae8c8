/* tracker: a grid of days by habits, in banks when the page is narrow. */
#include <glib.h>
#include <math.h>

#include "layout/elements/marks.h"

static const double LEAST_CELL = 5 * MM, ROW = 20, LEAST_ROW = 15, MOST_CELL = 22, HEAD = 14, BANK_GAP = 12,
                    LABEL_GAP = 8, KEY_GAP = 3, RULE_LABEL = 64;
/* Of the width, at most, for the labels at the left. */
static const double LABEL_PART = 0.34;
enum { WEEK = 7 };

struct grid {
    struct setter *setter;
    const struct block *block;
    int days, banks, per_bank;
    double labels, cell; /* widths */
    double *rows;        /* heights, one a label */
    double height;       /* of a bank, with its head */
    size_t count;        /* rows: labels, and those to fill in */
    struct key key;
    double key_height; /* with its gap */
};

/* NULL for a row to fill in. */
static const struct setting *label_set(const struct grid *grid, const struct block *item, double width)
{
    return item ? set_spans(grid->setter, item_spans(item), ROLE_PROMPT, MAX(width, 1), ALIGN_LEFT) : NULL;
}

/* Labels take what they need; rows without one keep room for a word or two. */
static void labels_make(struct grid *grid, double width)
{
    const int empty = element_integer(grid->block->element, "empty");
    double widest = empty ? MIN(RULE_LABEL, width * LABEL_PART) : 0;
    for (const struct block *item = block_items(grid->block); item; item = item->next)
        widest = MAX(widest, setting_width(label_set(grid, item, width * LABEL_PART)));
    grid->count = block_items_count(grid->block) + (size_t)empty;
    grid->labels = widest + LABEL_GAP;
}

/* Banks of the same number of days, whose cells are as wide as the author wishes; when the grid must stand
 * `tight`, only as wide as they have to be. */
static void banks_make(struct grid *grid, double width, bool tight)
{
    const bool wished = element_text(grid->block->element, "cell") != NULL;
    const double wish = wished ? element_number(grid->block->element, "cell") * MM : MOST_CELL;
    const double room = width - grid->labels;
    const int fit = MAX(1, (int)floor(room / (wished && !tight ? wish : LEAST_CELL) + 0.001));
    grid->banks = (grid->days + fit - 1) / fit;
    grid->per_bank = (grid->days + grid->banks - 1) / grid->banks;
    grid->cell = MIN(room / grid->per_bank, wish);
}

/* Of two marks the second is the opposite of the first, of three there is one between. */
static struct key dots_make(struct setter *setter, const struct block *block, double width)
{
    struct legend dots = {
        .mark = {MARK_CIRCLE, MARK_CIRCLE, MARK_CIRCLE}, .filling = {FILLING_FULL}, .count = 3};
    size_t count;
    split_bars(setter, element_text(block->element, "key"), &count);
    dots.filling[1] = count > 2 ? FILLING_HALF : FILLING_NONE;
    return key_make(setter, block, width, &dots);
}

static struct grid grid_make(struct setter *setter, const struct block *block, double width, bool tight,
                             double loose)
{
    struct grid grid = {
        .setter = setter, .block = block, .days = MAX(1, element_integer(block->element, "days"))};
    labels_make(&grid, width);
    banks_make(&grid, width, tight);
    const double row = MAX(ROW, element_text(block->element, "cell") ? grid.cell : 0);
    const struct block *item = block_items(block);
    grid.rows = ARENA_ARRAY(setter->arena, double, grid.count);
    grid.height = HEAD;
    for (size_t i = 0; i < grid.count; i++, item = item ? item->next : NULL) {
        const struct setting *label = label_set(&grid, item, grid.labels - LABEL_GAP + 1);
        grid.rows[i] = MAX(LEAST_ROW + (row - LEAST_ROW) * loose, label ? setting_height(label) : ROW);
        grid.height += grid.rows[i];
    }
    grid.key = dots_make(setter, block, width);
    const double key = key_height(setter, &grid.key, width);
    grid.key_height = key > 0 ? KEY_GAP + key : 0;
    return grid;
}

static double grid_height(const struct grid *grid)
{
    return grid->banks * grid->height + (grid->banks - 1) * BANK_GAP + 1 + grid->key_height;
}

struct extent tracker_measure(struct setter *setter, const struct block *block, double width)
{
    const struct grid least = grid_make(setter, block, width, true, 0),
                      natural = grid_make(setter, block, width, false, 1);
    return extent_make(setter, block, width, grid_height(&least), grid_height(&natural), false);
}

/* The grid for a height: as wished, or else tight. */
static struct grid grid_fitting(struct setter *setter, const struct block *block, double width, double height)
{
    struct grid least = grid_make(setter, block, width, false, 0);
    const bool tight = grid_height(&least) > height + 0.01;
    if (tight)
        least = grid_make(setter, block, width, true, 0);
    const struct grid natural = grid_make(setter, block, width, tight, 1);
    const double loose = looseness(height, grid_height(&least), grid_height(&natural));
    return grid_make(setter, block, width, tight, loose);
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

static void row_draw(struct blanks *blanks, const struct grid *grid, const struct block *item, size_t number,
                     int first, int last, double left, double y, double height)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double label_width = grid->labels - LABEL_GAP;
    const char *text =
        item ? spans_text(setter->arena, item_spans(item)) : arena_printf(setter->arena, "%zu", number + 1);
    if (item) {
        paint_centred(on, label_set(grid, item, label_width + 1), on->x, y + height / 2);
    } else {
        draw_rule(on, on->x, y + height - 4, label_width);
        blank_next(blanks, FIELD_LINE, (struct area){on->x, y + 1, label_width, height - 5.5}, text);
    }
    for (int day = first; day <= last; day++) {
        const struct area area = {left + (day - first) * grid->cell + 1, y + 1, grid->cell - 2, height - 2};
        blank_next(blanks, FIELD_LINE, area,
                   arena_printf(setter->arena, "%s, %s %d", text, words_get(setter->words, WORD_DAY), day));
    }
}

static void bank_draw(struct blanks *blanks, const struct grid *grid, int first, double top)
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
    const struct block *item = block_items(grid->block);
    double y = top + HEAD;
    for (size_t i = 0; i < grid->count; i++, item = item ? item->next : NULL) {
        draw_line(on, left, y, right, y, draw_weight, i ? setter->style->rule : draw_ink(setter->style));
        row_draw(blanks, grid, item, i, first, last, left, y, grid->rows[i]);
        y += grid->rows[i];
    }
    draw_line(on, left, y, right, y, draw_weight, draw_ink(setter->style));
    uprights_draw(on, grid, first, last, left, top);
}

void tracker_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct grid grid = grid_fitting(canvas->setter, block, canvas->width, below.height);
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    for (int bank = 0; bank < grid.banks; bank++) {
        bank_draw(&blanks, &grid, 1 + bank * grid.per_bank, y);
        y += grid.height + BANK_GAP;
    }
    key_draw(canvas, &grid.key, canvas->x, y - BANK_GAP + KEY_GAP + 1, canvas->width);
}
