/* checklist: boxes to tick, with words, and empty ones with a rule. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double HANG = 21, COLUMN_GAP = 18, ROW = 22.5, SPACE = 7.5;

/* The place of item `number` among `count`: down the first column, then down the second. */
struct ticks {
    struct setter *setter;
    const struct block *first;
    size_t count; /* with the empty rows */
    size_t per_column;
    double column; /* width */
};

static struct ticks ticks_make(struct setter *setter, const struct block *block, int columns, int empty, double width)
{
    struct ticks ticks = {.setter = setter, .first = items_first(block)};
    const size_t across = (size_t)MAX(columns, 1);
    ticks.count = items_count(block) + (size_t)MAX(empty, 0);
    ticks.per_column = (ticks.count + across - 1) / across;
    ticks.column = (width - COLUMN_GAP * (double)(across - 1)) / (double)across;
    return ticks;
}

static const struct setting *words_of(const struct ticks *ticks, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(ticks->setter, spans, words_role(spans), ticks->column - HANG, ALIGN_LEFT);
}

static double row_height(const struct setting *words)
{
    return words ? MAX(ROW, setting_height(words) + SPACE) : ROW;
}

double ticks_measure(struct setter *setter, const struct block *block, int columns, int empty, double width)
{
    const struct ticks ticks = ticks_make(setter, block, columns, empty, width);
    const struct block *item = ticks.first;
    double highest = 0, height = 0;
    for (size_t i = 0; i < ticks.count; i++) {
        if (i % ticks.per_column == 0)
            height = 0;
        height += row_height(item ? words_of(&ticks, item) : NULL);
        highest = MAX(highest, height);
        item = item ? item->next : NULL;
    }
    return highest;
}

/* One row, with its top left at x, y; returns its height. */
static double tick_draw(struct blanks *blanks, const struct ticks *ticks, const struct block *item, double x, double y)
{
    struct setter *setter = ticks->setter;
    const double size = setter->style->check_size;
    const struct setting *words = item ? words_of(ticks, item) : NULL;
    const double height = row_height(words);
    const double text = y + (words ? (height - setting_height(words)) / 2 : 0);
    const double middle = words ? text + setting_leading(words) / 2 : y + height / 2;
    const struct area box = {x, middle - size / 2, size, size};
    draw_check(blanks->on, box.x, box.y);
    if (words) {
        setting_paint(setter, blanks->on->page, words, x + HANG, text);
        blank_next(blanks, FIELD_CHECK, box, spans_text(setter->arena, item_spans(item)));
    } else {
        draw_rule(blanks->on, x + HANG, y + height - 3, ticks->column - HANG);
        blank_next(blanks, FIELD_CHECK, box, NULL);
        blank_next(blanks, FIELD_LINE, (struct area){x + HANG, y + 3, ticks->column - HANG, height - 6}, NULL);
    }
    return height;
}

void ticks_draw(struct blanks *blanks, struct area area, int columns, int empty)
{
    const struct ticks ticks = ticks_make(blanks->on->setter, blanks->block, columns, empty, area.width);
    const struct block *item = ticks.first;
    double y = area.y;
    for (size_t i = 0; i < ticks.count; i++) {
        const size_t column = i / ticks.per_column;
        if (i % ticks.per_column == 0)
            y = area.y;
        y += tick_draw(blanks, &ticks, item, area.x + (double)column * (ticks.column + COLUMN_GAP), y);
        item = item ? item->next : NULL;
    }
}

struct extent checklist_measure(struct setter *setter, const struct block *block, double width)
{
    const double height = ticks_measure(setter, block, element_integer(block->element, "columns"),
                                        element_integer(block->element, "empty"), width);
    return extent_make(setter, block, width, height, height, false);
}

void checklist_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    struct blanks blanks = {canvas, block, 0};
    ticks_draw(&blanks, (struct area){below.x, below.y, below.width, below.height},
               element_integer(block->element, "columns"), element_integer(block->element, "empty"));
}
