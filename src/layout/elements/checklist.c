/* checklist: boxes to tick, with words, and empty ones with a rule. */
#include <glib.h>

#include "layout/elements/kit.h"
#include "layout/elements/ticks.h"
#include "layout/tag.h"

static const double HANG = 21, COLUMN_GAP = 18;
/* Height of a row of one line, and space between longer ones: at most, at least. */
static const double ROW = 22.5, LEAST_ROW = 18, SPACE = 7.5, LEAST_SPACE = 3;

/* Rows run down the first column, then down the second. */
struct rows {
    struct setter *setter;
    const struct block *first;
    size_t count; /* with the empty ones */
    size_t per_column;
    double column; /* width */
    double least, space, empty;
    double height; /* of the higher column */
};

static const struct setting *words_of(const struct rows *rows, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(rows->setter, spans, words_role(spans), rows->column - HANG, ALIGN_LEFT);
}

/* `words` NULL: an empty row, which keeps its height, to be written in. */
static double row_height(const struct rows *rows, const struct setting *words)
{
    return words ? MAX(rows->least, setting_height(words) + rows->space) : rows->empty;
}

/* Ends the first column where the two come out most alike; the first may be the longer one. */
static void rows_divide(struct rows *rows, size_t across)
{
    double *below = g_new0(double, rows->count + 1); /* height of the rows above each */
    const struct block *item = rows->first;
    for (size_t i = 0; i < rows->count; i++) {
        below[i + 1] = below[i] + row_height(rows, item ? words_of(rows, item) : NULL);
        item = item ? item->next : NULL;
    }
    rows->per_column = rows->count;
    rows->height = below[rows->count];
    for (size_t i = rows->count; across > 1 && i-- > 1;) {
        const double height = MAX(below[i], below[rows->count] - below[i]);
        if (height >= rows->height - 0.01)
            continue;
        rows->per_column = i;
        rows->height = height;
    }
    g_free(below);
}

static struct rows rows_make(struct setter *setter, const struct ticks *ticks)
{
    struct rows rows = {.setter = setter, .first = block_items(ticks->block)};
    const size_t across = (size_t)MAX(ticks->columns, 1);
    const double row = ticks->spacing > 0 ? ticks->spacing : ROW, least = MIN(row, LEAST_ROW);
    const double space = MAX(SPACE + row - ROW, LEAST_SPACE);
    rows.count = block_items_count(ticks->block) + (size_t)MAX(ticks->empty, 0);
    rows.column = (ticks->width - COLUMN_GAP * (double)(across - 1)) / (double)across;
    rows.least = least + (row - least) * ticks->loose;
    rows.space = LEAST_SPACE + (space - LEAST_SPACE) * ticks->loose;
    rows.empty = MAX(row, ROW);
    rows_divide(&rows, across);
    return rows;
}

double ticks_height(struct setter *setter, const struct ticks *ticks)
{
    return rows_make(setter, ticks).height;
}

/* The tick of an item that the manuscript has ticked already: "[x]". On a screen it is the field's, to be taken away again. */
static void tick_draw(const struct canvas *on, struct area box)
{
    const struct page_contents before = page_contents(on->page);
    struct path path = {.count = 0};
    path_move(&path, box.x + 0.22 * box.width, box.y + 0.52 * box.height);
    path_line(&path, box.x + 0.43 * box.width, box.y + 0.74 * box.height);
    path_line(&path, box.x + 0.8 * box.width, box.y + 0.26 * box.height);
    draw_path(on, &path, 1.25, on->setter->style->text);
    page_hide(on->page, &before, PAGE_USE_SCREEN);
}

/* One row, with its top left at x, y; returns its height. */
static double row_draw(struct blanks *blanks, const struct rows *rows, const struct block *item, double x,
                       double y)
{
    struct setter *setter = rows->setter;
    const double size = setter->style->check_size, right = rows->column - HANG;
    const struct setting *words = item ? words_of(rows, item) : NULL;
    const double height = row_height(rows, words);
    const double text = y + (words ? (height - setting_height(words)) / 2 : 0);
    const double middle = words ? text + setting_leading(words) / 2 : y + height / 2;
    const struct area box = {x, middle - size / 2, size, size};
    draw_check(blanks->on, box.x, box.y);
    if (item && item->task == TASK_DONE)
        tick_draw(blanks->on, box);
    if (words) {
        setting_paint(setter, blanks->on->page, words, x + HANG, text);
        blank_check(blanks, box, spans_text(setter->arena, item_spans(item)), item->task == TASK_DONE);
    } else {
        draw_rule(blanks->on, x + HANG, y + height - 3, right);
        blank_next(blanks, FIELD_CHECK, box, NULL);
        blank_next(blanks, FIELD_LINE, (struct area){x + HANG, y + 3, right, height - 6}, NULL);
    }
    return height;
}

void ticks_draw(struct blanks *blanks, const struct ticks *ticks, double x, double y)
{
    const struct rows rows = rows_make(blanks->on->setter, ticks);
    const struct block *item = rows.first;
    double at = y;
    tag_open(rows.setter, TAG_LIST);
    for (size_t i = 0; i < rows.count; i++) {
        const bool second = i >= rows.per_column;
        if (i == rows.per_column)
            at = y;
        tag_open(rows.setter, TAG_ITEM);
        tag_open(rows.setter, TAG_BODY);
        at += row_draw(blanks, &rows, item, x + (second ? rows.column + COLUMN_GAP : 0), at);
        tag_close(rows.setter);
        tag_close(rows.setter);
        item = item ? item->next : NULL;
    }
    tag_close(rows.setter);
}

static struct ticks ticks_of(const struct block *block, double width, double loose)
{
    const bool spaced = element_text(block->element, "spacing") != NULL;
    return (struct ticks){block, element_integer(block->element, "columns"),
                          element_integer(block->element, "empty"), width, loose,
                          spaced ? element_number(block->element, "spacing") * MM : 0};
}

struct extent checklist_measure(struct setter *setter, const struct block *block, double width)
{
    const struct ticks least = ticks_of(block, width, 0), natural = ticks_of(block, width, 1);
    return extent_make(setter, block, width, ticks_height(setter, &least), ticks_height(setter, &natural),
                       false);
}

void checklist_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    struct ticks ticks = ticks_of(block, canvas->width, 0);
    const double least = ticks_height(canvas->setter, &ticks);
    ticks.loose = 1;
    ticks.loose = looseness(below.height, least, ticks_height(canvas->setter, &ticks));
    struct blanks blanks = {canvas, block, 0};
    ticks_draw(&blanks, &ticks, below.x, below.y);
}
