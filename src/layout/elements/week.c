/* week: seven days by the parts of a day, with a check list beside or below. Days are rows, which
 * leaves cells wide enough for words. */
#include <glib.h>
#include <string.h>

#include "layout/elements/kit.h"
#include "layout/elements/ticks.h"

static const double HEAD_PAD = 2, SIDE_GAP = 14, BELOW_GAP = 8, LEAST_MM = 12, DAY_PAD = 5;
static const double SIDE_LEAST = 104, SIDE_PART = 0.26;
/* A cell to write in is at least so wide; else the list goes below. */
static const double CELL_LEAST_MM = 28;
enum { DAYS = 7 };

struct plan {
    const char *day[DAYS];   /* NULL: left blank */
    const char *label[DAYS]; /* as it is printed */
    const char **parts;
    size_t part_count, columns; /* columns: at least one */
    double days, grid, cell;    /* widths: of the days' names, of the whole grid, of a cell */
    double side;                /* width of the list beside the grid; 0: below, or none */
    double below;               /* height of the list below, with its gap */
    double head, row;           /* heights, row: as wanted */
    int list_columns;
};

static void days_name(struct setter *setter, const struct block *block, struct plan *plan, double width)
{
    const char *start = element_text(block->element, "start");
    const bool blank = !start || strcmp(start, "blank") == 0;
    plan->days = 22 * MM;
    for (int i = 0; i < DAYS && !blank; i++) {
        plan->day[i] = plan->label[i] = weekday_name(setter, start, i);
        plan->days = MAX(i ? plan->days : 0, text_width(setter, plan->day[i], ROLE_TABLE) + 2 * DAY_PAD + 2);
    }
    plan->days = MIN(plan->days, width / 3);
}

/* Where the columns would be too narrow for the words above them, the names of the days give way. */
static void days_shorten(struct setter *setter, struct plan *plan)
{
    double widest = 0, shortest = 0;
    for (size_t i = 0; i < plan->part_count; i++)
        widest = MAX(widest, widest_word(setter, plan->parts[i], ROLE_TABLE) + 5);
    if (!plan->day[0] || (plan->grid - plan->days) / (double)plan->columns >= widest)
        return;
    for (int i = 0; i < DAYS; i++) {
        plan->label[i] = weekday_short(setter, plan->day[i]);
        shortest = MAX(shortest, widest_word(setter, plan->label[i], ROLE_TABLE) + 2 * DAY_PAD);
    }
    plan->days = MIN(plan->days, shortest);
}

static const struct setting *part_set(struct setter *setter, const struct plan *plan, size_t part)
{
    return set_spans(setter, strong_text(setter, plan->parts[part]), ROLE_TABLE, plan->cell - 4,
                     ALIGN_CENTER);
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.grid = width, .list_columns = 1};
    plan.parts = split_list(setter, element_text(block->element, "parts"), &plan.part_count);
    plan.part_count = MIN(plan.part_count, 4);
    plan.columns = MAX(plan.part_count, 1);
    plan.row = element_number(block->element, "height") * MM;
    days_name(setter, block, &plan, width);
    if (block_items_count(block)) {
        const double side = MAX(SIDE_LEAST, width * SIDE_PART);
        const double cell = (width - side - SIDE_GAP - plan.days) / (double)plan.columns;
        if (cell >= CELL_LEAST_MM * MM) {
            plan.side = side;
            plan.grid = width - side - SIDE_GAP;
        } else {
            plan.list_columns = width > 300 ? 2 : 1;
            plan.below =
                BELOW_GAP + ticks_height(setter, &(struct ticks){block, plan.list_columns, 0, width, 1, 0});
        }
    }
    days_shorten(setter, &plan);
    plan.cell = (plan.grid - plan.days) / (double)plan.columns;
    for (size_t i = 0; i < plan.part_count; i++)
        plan.head = MAX(plan.head, setting_height(part_set(setter, &plan, i)) + HEAD_PAD);
    return plan;
}

struct extent week_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const double list =
        plan.side > 0 ? plan.head + ticks_height(setter, &(struct ticks){block, 1, 0, plan.side, 1, 0}) : 0;
    const double around = plan.head + plan.below + 1;
    const double natural = MAX(around + DAYS * plan.row, list);
    const double least = MAX(around + DAYS * MIN(plan.row, LEAST_MM * MM), list);
    return extent_make(setter, block, width, least, natural, true);
}

static void row_draw(struct blanks *blanks, const struct plan *plan, int day, double y, double height)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const char *name = plan->day[day];
    if (name) {
        const struct span *strong = strong_text(setter, plan->label[day]);
        setting_paint(setter, on->page, set_spans(setter, strong, ROLE_TABLE, plan->days, ALIGN_LEFT),
                      on->x + DAY_PAD, y + 3);
    } else {
        name = arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_DAY), day + 1);
        blank_next(blanks, FIELD_LINE, (struct area){on->x + 3, y + 3, plan->days - 6, 15}, name);
    }
    for (size_t i = 0; i < plan->columns; i++) {
        const double x = on->x + plan->days + plan->cell * (double)i;
        const char *part =
            plan->part_count ? arena_printf(setter->arena, "%s, %s", name, plan->parts[i]) : name;
        blank_writing(blanks, (struct area){x + 2, y + 2, plan->cell - 4, height - 4}, part);
    }
}

static void grid_draw(const struct canvas *on, const struct plan *plan, double top, double row)
{
    const struct colour ink = draw_ink(on->setter->style), rule = on->setter->style->rule;
    const double bottom = top + plan->head + DAYS * row;
    for (int day = 0; day < DAYS; day++)
        if (day || plan->head > 0)
            draw_line(on, on->x, top + plan->head + day * row, on->x + plan->grid,
                      top + plan->head + day * row, draw_weight, day ? rule : ink);
    for (size_t i = 0; i < plan->columns; i++) {
        const double x = on->x + plan->days + plan->cell * (double)i;
        draw_line(on, x, top, x, bottom, draw_weight, i ? rule : ink);
    }
    draw_edge(on, (struct area){on->x, top, plan->grid, bottom - top});
}

static void head_draw(const struct canvas *on, const struct plan *plan, double top)
{
    struct setter *setter = on->setter;
    page_add(setter->arena, on->page,
             (struct item){.kind = ITEM_BOX,
                           .x = on->x,
                           .y = top,
                           .width = plan->grid,
                           .height = plan->head,
                           .filled = true,
                           .fill = draw_tint(setter->style)});
    for (size_t i = 0; i < plan->part_count; i++) {
        paint_centred(on, part_set(setter, plan, i), on->x + plan->days + plan->cell * (double)i + 2,
                      top + plan->head / 2);
    }
}

void week_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(setter, block, canvas->width);
    const double row = (below.height - plan.head - plan.below - 1) / DAYS;
    struct blanks blanks = {canvas, block, 0};
    const double top = below.y + draw_weight / 2;
    page_add(setter->arena, canvas->page,
             (struct item){.kind = ITEM_BOX,
                           .x = canvas->x,
                           .y = top + plan.head,
                           .width = plan.days,
                           .height = DAYS * row,
                           .filled = true,
                           .fill = draw_tint(setter->style)});
    if (plan.head > 0)
        head_draw(canvas, &plan, top);
    for (int day = 0; day < DAYS; day++)
        row_draw(&blanks, &plan, day, top + plan.head + day * row, row);
    grid_draw(canvas, &plan, top, row);
    const struct ticks beside = {block, 1, 0, plan.side, 1, 0},
                       under = {block, plan.list_columns, 0, canvas->width, 1, 0};
    if (plan.side > 0)
        ticks_draw(&blanks, &beside, canvas->x + plan.grid + SIDE_GAP, top + plan.head);
    else if (plan.below > 0)
        ticks_draw(&blanks, &under, canvas->x, top + plan.head + DAYS * row + BELOW_GAP);
}
