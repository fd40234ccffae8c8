/* inventory: statements to tick or to rate, a box a group for the score, and what scores mean.
 *
 * Statements of different groups stand mixed, so that they are not answered by group. What lets a
 * reader count is the shape of the mark: a square for the first group, a circle for the second ... In a list
 * to tick it is what is ticked; beside scales a small full one stands before the statement. The boxes at the
 * end repeat the shape. */
#include <glib.h>
#include <string.h>

#include "layout/elements/marks.h"
#include "layout/elements/ratings.h"

static const double HANG = 20, SPACE = 2.5, LEAST_SPACE = 0.25, TOTAL_GAP = 5, TOTAL_ROW = 30,
                    LEAST_TOTAL_ROW = 26, BOX_WIDTH = 34, BOX_HEIGHT = 22, SIGN = 8, BAND_GAP = 4,
                    BAND_HANG = 12, BULLET = 1.4;

struct inventory {
    struct setter *setter;
    const struct block *block;
    bool rated; /* by scales */
    const char **groups;
    size_t group_count;
    bool single; /* one box for all statements, which are in no group */
    const char **bands;
    size_t band_count;
    struct ratings ratings;
    double width, number; /* number: room for the statements' numbers, 0: none */
};

static struct inventory inventory_make(struct setter *setter, const struct block *block, double width)
{
    const struct element *element = block->element;
    struct inventory inventory = {.setter = setter, .block = block, .width = width};
    inventory.number = numbers_width(setter, block);
    inventory.rated = g_strcmp0(element_text(element, "mode"), "scale") == 0;
    inventory.groups = split_list(setter, element_text(element, "groups"), &inventory.group_count);
    inventory.bands = split_bars(setter, element_text(element, "bands"), &inventory.band_count);
    inventory.ratings = (struct ratings){.block = block,
                                         .from = 1,
                                         .to = INVENTORY_SCALE,
                                         .low = element_text(element, "low"),
                                         .high = element_text(element, "high"),
                                         .groups = inventory.groups,
                                         .group_count = inventory.group_count};
    if (!inventory.group_count && (inventory.rated || element_text(element, "bands"))) {
        inventory.groups[0] = words_get(setter->words, WORD_TOTAL); /* the list ends in a free place */
        inventory.group_count = 1;
        inventory.single = true;
    }
    return inventory;
}

static const struct setting *statement(const struct inventory *inventory, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(inventory->setter, spans, words_role(spans), inventory->width - HANG - inventory->number,
                     ALIGN_LEFT);
}

/* ---- the totals ---- */

struct total {
    const struct setting *name, *of;
    size_t most; /* the highest score */
    double sign, width;
};

static struct total total_make(const struct inventory *inventory, const char *group)
{
    struct setter *setter = inventory->setter;
    struct total total = {.sign = inventory->single ? 0 : inventory->rated ? SIGN + 6 : HANG};
    size_t statements = 0;
    for (const struct block *item = block_items(inventory->block); item; item = item->next)
        if (inventory->single || (item->group && strcmp(item->group, group) == 0))
            statements++;
    total.most = statements * (inventory->rated ? INVENTORY_SCALE : 1);
    total.of =
        set_text(setter, arena_printf(setter->arena, "/ %zu", total.most), ROLE_PROMPT, 60, ALIGN_LEFT);
    const double around = total.sign + 8 + BOX_WIDTH + 6 + setting_width(total.of);
    total.name = set_spans(setter, strong_text(setter, group), ROLE_PROMPT,
                           MAX(MIN(inventory->width / 2, inventory->width - around), 1), ALIGN_LEFT);
    total.width = around + setting_width(total.name);
    return total;
}

static void total_draw(struct blanks *draw, const struct inventory *inventory, const struct total *total,
                       size_t group, double x, double middle)
{
    const struct canvas *on = draw->on;
    const double size = inventory->rated ? SIGN : on->setter->style->check_size;
    if (total->sign > 0)
        mark_paint(on, (enum mark)(group % MARK_COUNT), inventory->rated ? FILLING_FULL : FILLING_NONE,
                   x + size / 2, middle, size);
    x += total->sign;
    paint_centred(on, total->name, x, middle);
    x += setting_width(total->name) + 8;
    const struct area box = {x, middle - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT};
    draw_frame(on, box);
    blank_next(draw, FIELD_NUMBER, box,
               arena_printf(on->setter->arena, "%s / %zu", inventory->groups[group], total->most));
    paint_centred(on, total->of, x + BOX_WIDTH + 6, middle);
}

/* Totals stand side by side while they fit; `draw` NULL only measures. Returns their height. */
static double totals(const struct inventory *inventory, double row, struct blanks *draw, double left,
                     double top)
{
    double x = 0, y = 0, line = row;
    for (size_t i = 0; i < inventory->group_count; i++) {
        const struct total total = total_make(inventory, inventory->groups[i]);
        if (!total.most) /* none of its statements stands in this part of a long list */
            continue;
        if (x > 0 && x + total.width > inventory->width)
            x = 0, y += line, line = row;
        const double height = MAX(row, setting_height(total.name) + 4);
        line = MAX(line, height);
        if (draw)
            total_draw(draw, inventory, &total, i, left + x, top + y + height / 2);
        x += total.width + 36;
    }
    return x > 0 ? y + line : 0;
}

/* What scores mean, a line a band; `on` NULL only measures. Returns the height, with the gap above. */
static double bands(const struct inventory *inventory, const struct canvas *on, double left, double top)
{
    struct setter *setter = inventory->setter;
    double y = BAND_GAP;
    for (size_t i = 0; i < inventory->band_count; i++) {
        const struct setting *words =
            set_text(setter, inventory->bands[i], ROLE_PROMPT, inventory->width - BAND_HANG, ALIGN_LEFT);
        if (on) {
            draw_disc(on, left + BULLET + 1, top + y + setting_leading(words) / 2 + 0.5, BULLET,
                      draw_ink(setter->style));
            setting_paint(setter, on->page, words, left + BAND_HANG, top + y);
        }
        y += setting_height(words);
    }
    return inventory->band_count ? y : 0;
}

/* ---- all ---- */

/* What stands below the statements. */
static double foot_height(const struct inventory *inventory, double loose)
{
    const double row = LEAST_TOTAL_ROW + (TOTAL_ROW - LEAST_TOTAL_ROW) * loose;
    const double counted = totals(inventory, row, NULL, 0, 0);
    return (counted > 0 ? TOTAL_GAP + counted : 0) + bands(inventory, NULL, 0, 0);
}

static double ticks_and_foot(const struct inventory *inventory, double loose)
{
    double height = foot_height(inventory, loose);
    for (const struct block *item = block_items(inventory->block); item; item = item->next)
        height += setting_height(statement(inventory, item)) + LEAST_SPACE + (SPACE - LEAST_SPACE) * loose;
    return height;
}

static struct extent body_extent(const struct inventory *inventory)
{
    struct extent extent = {.least = ticks_and_foot(inventory, 0), .natural = ticks_and_foot(inventory, 1)};
    if (inventory->rated) {
        extent = ratings_measure(inventory->setter, &inventory->ratings, inventory->width);
        extent.least += foot_height(inventory, 0);
        extent.natural += foot_height(inventory, 1);
    }
    return extent;
}

struct extent inventory_measure(struct setter *setter, const struct block *block, double width)
{
    const struct inventory inventory = inventory_make(setter, block, width);
    const struct extent extent = body_extent(&inventory);
    return extent_make(setter, block, width, extent.least, extent.natural, false);
}

/* Returns where the statements end. */
static double ticks_of_draw(struct blanks *blanks, const struct inventory *inventory, double loose, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double size = setter->style->check_size, space = LEAST_SPACE + (SPACE - LEAST_SPACE) * loose;
    const double hang = HANG + inventory->number;
    int number = numbers_start(inventory->block);
    for (const struct block *item = block_items(inventory->block); item; item = item->next) {
        const struct setting *words = statement(inventory, item);
        const double middle = y + space / 2 + setting_leading(words) / 2;
        mark_paint(on, mark_of_group(inventory->groups, inventory->group_count, item->group), FILLING_NONE,
                   on->x + size / 2, middle, size);
        number_paint(on, number++, on->x + HANG, middle - setter->style->look[ROLE_PROMPT].leading / 2,
                     inventory->number);
        setting_paint(setter, on->page, words, on->x + hang, y + space / 2);
        blank_next(blanks, FIELD_CHECK, (struct area){on->x, middle - size / 2, size, size},
                   spans_text(setter->arena, item_spans(item)));
        y += setting_height(words) + space;
    }
    return y;
}

void inventory_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct inventory inventory = inventory_make(setter, block, canvas->width);
    const struct extent extent = body_extent(&inventory);
    const double loose = looseness(below.height, extent.least, extent.natural);
    const double row = LEAST_TOTAL_ROW + (TOTAL_ROW - LEAST_TOTAL_ROW) * loose;
    struct blanks blanks = {canvas, block, 0};
    double y;
    if (inventory.rated)
        y = ratings_draw(
            &blanks, &inventory.ratings,
            (struct area){below.x, below.y, below.width, below.height - foot_height(&inventory, loose)});
    else
        y = ticks_of_draw(&blanks, &inventory, loose, below.y);
    if (totals(&inventory, row, NULL, 0, 0) > 0) {
        if (!inventory.rated) /* scales end in a line of their own */
            draw_line(canvas, below.x, y + TOTAL_GAP / 2, below.x + below.width, y + TOTAL_GAP / 2, draw_weight,
                      draw_guide(setter->style));
        y += TOTAL_GAP;
        y += totals(&inventory, row, &blanks, below.x, y);
    }
    bands(&inventory, canvas, below.x, y);
}
