/* inventory: statements to tick, and a box a group for how many were ticked.
 *
 * Statements of different groups stand mixed, so that they are not answered by group. What lets a
 * reader count is the shape of the mark to tick: a square for the first group, a circle for the second ...
 * The boxes at the end repeat the shape. */
#include <glib.h>
#include <string.h>

#include "layout/elements/kit.h"

static const double HANG = 20, SPACE = 2.5, LEAST_SPACE = 0.5, TOTAL_GAP = 9, TOTAL_ROW = 30, BOX_WIDTH = 34,
                    BOX_HEIGHT = 22;

enum mark { MARK_SQUARE, MARK_CIRCLE, MARK_DIAMOND, MARK_TRIANGLE, MARK_COUNT };

struct groups {
    const char **names;
    size_t count;
};

static struct groups groups_of(struct setter *setter, const struct block *block)
{
    struct groups groups;
    groups.names = split_list(setter, element_text(block->element, "groups"), &groups.count);
    return groups;
}

static enum mark mark_of(const struct groups *groups, const char *group)
{
    for (size_t i = 0; i < groups->count && group; i++)
        if (strcmp(groups->names[i], group) == 0)
            return (enum mark)(i % MARK_COUNT);
    return MARK_SQUARE;
}

static void mark_draw(const struct canvas *on, enum mark mark, double x, double y, double size)
{
    const struct colour ink = draw_ink(on->setter->style);
    const double half = size / 2, reach = half * 1.18;
    struct path path = {.count = 0};
    switch (mark) {
    case MARK_CIRCLE:
        draw_circle(on, x, y, half * 1.06, draw_weight, ink, false);
        return;
    case MARK_DIAMOND:
        path_move(&path, x, y - reach);
        path_line(&path, x + reach, y);
        path_line(&path, x, y + reach);
        path_line(&path, x - reach, y);
        break;
    case MARK_TRIANGLE:
        path_move(&path, x, y - half);
        path_line(&path, x + reach, y + half);
        path_line(&path, x - reach, y + half);
        break;
    default:
        draw_check(on, x - half, y - half);
        return;
    }
    path_close(&path);
    draw_path(on, &path, draw_weight, ink);
}

static const struct setting *statement(struct setter *setter, const struct block *item, double width)
{
    const struct span *spans = item_spans(item);
    return set_spans(setter, spans, words_role(spans), width - HANG, ALIGN_LEFT);
}

/* ---- the totals ---- */

struct total {
    const struct setting *name, *of;
    size_t statements;
    double width;
};

static struct total total_make(struct setter *setter, const struct block *block, const char *group,
                               double width)
{
    struct total total = {.statements = 0};
    for (const struct block *item = items_first(block); item; item = item->next)
        if (item->group && strcmp(item->group, group) == 0)
            total.statements++;
    total.name = set_spans(setter, strong_text(setter, group), ROLE_PROMPT, width / 2, ALIGN_LEFT);
    total.of =
        set_text(setter, arena_printf(setter->arena, "/ %zu", total.statements), ROLE_PROMPT, 60, ALIGN_LEFT);
    total.width = HANG + setting_width(total.name) + 8 + BOX_WIDTH + 6 + setting_width(total.of);
    return total;
}

/* Totals stand side by side while they fit; `draw` NULL only measures. Returns their height. */
static double totals(struct setter *setter, const struct block *block, double width, struct blanks *draw,
                     double left, double top)
{
    const struct groups groups = groups_of(setter, block);
    double x = 0, y = 0;
    for (size_t i = 0; i < groups.count; i++) {
        const struct total total = total_make(setter, block, groups.names[i], width);
        if (i && x + total.width > width)
            x = 0, y += TOTAL_ROW;
        if (draw) {
            const double middle = top + y + TOTAL_ROW / 2, size = setter->style->check_size;
            double at = left + x;
            mark_draw(draw->on, (enum mark)(i % MARK_COUNT), at + size / 2, middle, size);
            at += HANG;
            paint_centred(draw->on, total.name, at, middle);
            at += setting_width(total.name) + 8;
            const struct area box = {at, middle - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT};
            draw_frame(draw->on, box);
            blank_next(draw, FIELD_LINE, box,
                       arena_printf(setter->arena, "%s / %zu", groups.names[i], total.statements));
            paint_centred(draw->on, total.of, at + BOX_WIDTH + 6, middle);
        }
        x += total.width + 36;
    }
    return groups.count ? y + TOTAL_ROW : 0;
}

static double body_height(struct setter *setter, const struct block *block, double width, double space)
{
    double height = 0;
    for (const struct block *item = items_first(block); item; item = item->next)
        height += setting_height(statement(setter, item, width)) + space;
    const double counted = totals(setter, block, width, NULL, 0, 0);
    return height + (counted > 0 ? TOTAL_GAP + counted : 0);
}

struct extent inventory_measure(struct setter *setter, const struct block *block, double width)
{
    return extent_make(setter, block, width, body_height(setter, block, width, LEAST_SPACE),
                       body_height(setter, block, width, SPACE), false);
}

void inventory_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct groups groups = groups_of(setter, block);
    const double size = setter->style->check_size;
    const double loose = looseness(below.height, body_height(setter, block, canvas->width, LEAST_SPACE),
                                   body_height(setter, block, canvas->width, SPACE));
    const double space = LEAST_SPACE + (SPACE - LEAST_SPACE) * loose;
    struct blanks blanks = {canvas, block, 0};
    double y = below.y;
    for (const struct block *item = items_first(block); item; item = item->next) {
        const struct setting *words = statement(setter, item, canvas->width);
        const double height = setting_height(words) + space;
        const double middle = y + space / 2 + setting_leading(words) / 2;
        mark_draw(canvas, mark_of(&groups, item->group), below.x + size / 2, middle, size);
        setting_paint(setter, canvas->page, words, below.x + HANG, y + space / 2);
        blank_next(&blanks, FIELD_CHECK, (struct area){below.x, middle - size / 2, size, size},
                   spans_text(setter->arena, item_spans(item)));
        y += height;
    }
    if (!groups.count)
        return;
    draw_line(canvas, below.x, y + TOTAL_GAP / 2, below.x + below.width, y + TOTAL_GAP / 2, 0.5,
              draw_guide(setter->style));
    totals(setter, block, canvas->width, &blanks, below.x, y + TOTAL_GAP);
}
