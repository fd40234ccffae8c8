/* cycle: boxes to write in, on a round of curved arrows that ends where it began. Where there is a way out,
 * one of the arrows has a gate, from which another leads to a blank below. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_BOX_MM = 35, LEAST_WRITE_MM = 14, WRITE_MM = 18; /* of a box, without its label */
static const double PAD_X = 6, PAD_Y = 3, LEAST_DROP = 15, DROP = 26;      /* drop: from row to row */
static const double SIDE_GAP = 30, ARROW_GAP = 24, GATE_GAP = 36, CLOSE_GAP = 8;
static const double LOOP_GAP = 18, LEAST_LOOP_GAP = 12, LEAST_TURN = 18, BOW = 8, CLEAR = 2, INSET = 5;
static const double GATE = 6, POST = 5, EXIT_LEAST = 12, EXIT_GAP = 20, EXIT_BESIDE = 0.4;
enum { MOST_POINTS = 6, LEAST_POINTS = 3, WIDE = 3 };

/* Where the points stand, clockwise from the top. Columns: 0 in the middle, 1 and -1 beside it, 2 and -2 at
 * the edges. */
static const struct seat {
    int column, row;
} seats[][MOST_POINTS] = {
    {{0, 0}, {2, 1}, {-2, 1}},
    {{0, 0}, {2, 1}, {0, 2}, {-2, 1}},
    {{0, 0}, {2, 1}, {1, 2}, {-1, 2}, {-2, 1}},
    {{-1, 0}, {1, 0}, {2, 1}, {1, 2}, {-1, 2}, {-2, 1}},
};
/* The arrow that has the gate: the lowest, or the last on the way down. */
static const size_t gates[] = {1, 1, 2, 3};

struct plan {
    size_t count;
    const struct seat *seats;
    double width, box, gap;   /* of a round, of a box; between two that stand beside each other */
    double units, drops;      /* height: so many boxes and so many drops */
    double rows[3], falls[3]; /* where a row begins, in the same */
    const struct setting *labels[MOST_POINTS], *exit;
    bool beside;       /* the way out has its label on its rule */
    double head, foot; /* heights: of a label; of the way out, without the gap above it */
    int loops, columns;
};

/* ---- measuring ---- */

static double box_left(const struct plan *plan, size_t point)
{
    const double middle = plan->width / 2, outer = plan->width - plan->box;
    switch (plan->seats[point].column) {
    case -2:
        return 0;
    case -1:
        return MAX(middle - plan->gap / 2 - plan->box, 0);
    case 1:
        return MIN(middle + plan->gap / 2, outer);
    case 2:
        return outer;
    default:
        return outer / 2;
    }
}

/* Boxes of two rows stand beside each other: the lower row begins halfway down the upper one. */
static bool rows_apart(const struct plan *plan, int upper)
{
    for (size_t i = 0; i < plan->count; i++)
        for (size_t k = 0; k < plan->count; k++)
            if (plan->seats[i].row == upper && plan->seats[k].row == upper + 1 &&
                fabs(box_left(plan, i) - box_left(plan, k)) < plan->box + LEAST_TURN)
                return false;
    return true;
}

static void plan_rows(struct plan *plan)
{
    int last = 0;
    for (size_t i = 0; i < plan->count; i++)
        last = MAX(last, plan->seats[i].row);
    for (int row = 1; row <= last; row++) {
        plan->rows[row] = plan->rows[row - 1] + (rows_apart(plan, row - 1) ? 0.5 : 1);
        plan->falls[row] = plan->falls[row - 1] + 1;
    }
    plan->units = plan->rows[last] + 1;
    plan->drops = plan->falls[last];
}

static void plan_exit(struct setter *setter, const struct block *block, struct plan *plan)
{
    const char *text = element_text(block->element, "exit");
    if (!text || !*text)
        return;
    plan->exit = set_spans(setter, strong_text(setter, text), ROLE_PROMPT, plan->width, ALIGN_LEFT);
    plan->beside = setting_lines(plan->exit) == 1 && setting_width(plan->exit) <= plan->width * EXIT_BESIDE;
    plan->foot = setter->style->rule_spacing + 1 + (plan->beside ? 0 : setting_height(plan->exit) - 3);
}

/* The gap between two boxes in the middle of a round: room for an arrow, and for its gate. Four points have
 * none there. */
static double middle_gap(const struct block *block, size_t count)
{
    const char *text = element_text(block->element, "exit");
    return count == 4 ? CLOSE_GAP : text && *text ? GATE_GAP : ARROW_GAP;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.count = MIN(block_items_count(block), MOST_POINTS)};
    const size_t kind = MAX(plan.count, LEAST_POINTS) - LEAST_POINTS;
    const double least = LEAST_BOX_MM * MM;
    plan.seats = seats[kind];
    plan.gap = middle_gap(block, plan.count);
    plan.loops = MAX(element_integer(block->element, "loops"), 1);
    plan.columns = plan.loops > 1 && width >= 2 * (2 * least + plan.gap) + LOOP_GAP ? 2 : 1;
    plan.width = (width - (plan.columns - 1) * LOOP_GAP) / plan.columns;
    plan.box = plan.width >= WIDE * least + 2 * SIDE_GAP ? (plan.width - 2 * SIDE_GAP) / WIDE
                                                         : (plan.width - plan.gap) / 2;
    const struct block *item = block_items(block);
    for (size_t i = 0; i < plan.count; i++, item = item->next) {
        const struct span *strong = strong_spans(setter, item_spans(item), item->at);
        plan.labels[i] = set_spans(setter, strong, ROLE_TABLE, plan.box - 2 * PAD_X, ALIGN_LEFT);
        plan.head = MAX(plan.head, setting_height(plan.labels[i]) + 2 * PAD_Y);
    }
    plan_rows(&plan);
    plan_exit(setter, block, &plan);
    return plan;
}

static int loop_rows(const struct plan *plan)
{
    return (plan->loops + plan->columns - 1) / plan->columns;
}

static double loop_height(const struct plan *plan, double write, double drop, double gap)
{
    return plan->units * (plan->head + write) + plan->drops * drop + (plan->exit ? gap + plan->foot : 0) + 1;
}

static double least_height(const struct plan *plan)
{
    return loop_height(plan, LEAST_WRITE_MM * MM, LEAST_DROP, EXIT_LEAST);
}

static double natural_height(const struct plan *plan)
{
    return loop_height(plan, WRITE_MM * MM, DROP, EXIT_GAP);
}

struct extent cycle_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    const int rows = loop_rows(&plan);
    return extent_make(setter, block, width, rows * least_height(&plan) + (rows - 1) * LEAST_LOOP_GAP,
                       rows * natural_height(&plan) + (rows - 1) * LOOP_GAP, true);
}

/* ---- arrows ---- */

/* From one box to the next, the way a clock runs: first to the side and then up or down, or the other way
 * about. */
static struct curve curve_between(struct area a, struct area b)
{
    const double ax = a.x + a.width / 2, ay = a.y + a.height / 2, bx = b.x + b.width / 2,
                 by = b.y + b.height / 2;
    const double right = bx > ax ? 1 : -1, down = by > ay ? 1 : -1, near = CLEAR;
    if (fabs(by - ay) < 1) { /* beside each other, in the upper or the lower row */
        const double from = ax + right * a.width / 2, to = bx - right * (b.width / 2 + near),
                     bow = ay - right * BOW;
        return (struct curve){{from, from + (to - from) / 3, to - (to - from) / 3, to}, {ay, bow, bow, by}};
    }
    if (fabs(bx - ax) < 1) { /* one above the other, at an edge */
        const double from = ay + down * a.height / 2, to = by - down * (b.height / 2 + near),
                     bow = ax + down * BOW;
        return (struct curve){{ax, bow, bow, bx}, {from, from + (to - from) / 3, to - (to - from) / 3, to}};
    }
    const double bend = 0.55; /* near a quarter of an ellipse */
    if (right * down > 0) {
        const double x = ax + right * a.width / 2, y = by - down * (b.height / 2 + near);
        const double to = right > 0 ? MIN(MAX(bx, x + LEAST_TURN), b.x + b.width - INSET)
                                    : MAX(MIN(bx, x - LEAST_TURN), b.x + INSET);
        return (struct curve){{x, x + (to - x) * bend, to, to}, {ay, ay, y - (y - ay) * bend, y}};
    }
    const double y = ay + down * a.height / 2, to = bx - right * (b.width / 2 + near);
    const double x = right < 0 ? MIN(MAX(ax, to + LEAST_TURN), a.x + a.width - INSET)
                               : MAX(MIN(ax, to - LEAST_TURN), a.x + INSET);
    return (struct curve){{x, x, to - (to - x) * bend, to}, {y, y + (by - y) * bend, by, by}};
}

/* Two posts with an opening between them, and an arrow out of it, away from the round and down to `end`. */
static void gate_draw(const struct canvas *on, const struct curve *curve, double end)
{
    const struct colour colour = on->setter->style->accent, ink = draw_ink(on->setter->style);
    const double span = hypot(curve->x[3] - curve->x[0], curve->y[3] - curve->y[0]),
                 half = GATE / (1.1 * span);
    const struct curve before = curve_part(curve, 0, 0.5 - half), after = curve_part(curve, 0.5 + half, 1);
    const double dx = after.x[0] - before.x[3], dy = after.y[0] - before.y[3], length = hypot(dx, dy);
    const double nx = dy / length, ny = -dx / length; /* outward, left of a course that runs clockwise */
    draw_curve(on, &before, false, colour);
    draw_curve(on, &after, true, colour);
    for (int i = 0; i < 2; i++) {
        const double x = i ? after.x[0] : before.x[3], y = i ? after.y[0] : before.y[3];
        draw_line(on, x - POST * nx, y - POST * ny, x + POST * nx, y + POST * ny, 1.5, ink);
    }
    const double x = (before.x[3] + after.x[0]) / 2, y = (before.y[3] + after.y[0]) / 2, out = 2 * GATE;
    const struct curve way = {{x, x + out * nx, x + out * nx, x + out * nx},
                              {y, y + out * ny, y + out * ny, end}};
    draw_curve(on, &way, true, colour);
}

/* ---- drawing ---- */

struct loop {
    const struct plan *plan;
    double x, y, box, drop, bottom; /* box: its height */
    int number;                     /* 0: there is only one */
};

static struct area loop_box(const struct loop *loop, size_t point)
{
    const struct plan *plan = loop->plan;
    const int row = plan->seats[point].row;
    return (struct area){loop->x + box_left(plan, point),
                         loop->y + plan->rows[row] * loop->box + plan->falls[row] * loop->drop, plan->box,
                         loop->box};
}

static const char *part_name(const struct canvas *on, const struct loop *loop, const char *text)
{
    return loop->number ? arena_printf(on->setter->arena, "%s (%d)", text, loop->number) : text;
}

static void point_draw(struct blanks *blanks, const struct loop *loop, size_t point, const struct block *item)
{
    const struct canvas *on = blanks->on;
    const struct area box = loop_box(loop, point);
    const double head = loop->plan->head;
    draw_panel(on, (struct area){box.x, box.y, box.width, head}, draw_corner);
    draw_frame(on, box);
    paint_centred(on, loop->plan->labels[point], box.x + PAD_X, box.y + head / 2);
    blank_writing(blanks, (struct area){box.x + 3, box.y + head + 2, box.width - 6, box.height - head - 4},
                  part_name(on, loop, spans_text(on->setter->arena, item_spans(item))));
}

/* The label, and a rule behind it or below it. */
static void exit_draw(struct blanks *blanks, const struct loop *loop)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const struct plan *plan = loop->plan;
    const double top = loop->bottom - plan->foot, rule = loop->bottom - 1,
                 spacing = setter->style->rule_spacing;
    double from = loop->x;
    if (plan->beside) {
        setting_paint(setter, on->page, plan->exit, from,
                      rule - 3 - role_baseline(setter->style, ROLE_PROMPT));
        from += setting_width(plan->exit) + 8;
    } else {
        setting_paint(setter, on->page, plan->exit, from, top);
    }
    const double width = loop->x + plan->width - from;
    draw_rule(on, from, rule, width);
    blank_next(blanks, FIELD_LINE, (struct area){from, rule - spacing + 3, width, spacing - 3},
               part_name(on, loop, element_text(blanks->block->element, "exit")));
}

static void loop_draw(struct blanks *blanks, const struct loop *loop)
{
    const struct plan *plan = loop->plan;
    size_t point = 0;
    for (const struct block *item = block_items(blanks->block); point < plan->count;
         item = item->next, point++)
        point_draw(blanks, loop, point, item);
    for (point = 0; point < plan->count; point++) {
        const struct curve curve =
            curve_between(loop_box(loop, point), loop_box(loop, (point + 1) % plan->count));
        if (plan->exit && point == gates[plan->count - LEAST_POINTS])
            gate_draw(blanks->on, &curve, loop->bottom - plan->foot - (plan->beside ? 0 : CLEAR));
        else
            draw_curve(blanks->on, &curve, true, blanks->on->setter->style->accent);
    }
    if (plan->exit)
        exit_draw(blanks, loop);
}

void cycle_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(canvas->setter, block, canvas->width);
    const int rows = loop_rows(&plan);
    const double loose = looseness((below.height + LEAST_LOOP_GAP) / rows,
                                   least_height(&plan) + LEAST_LOOP_GAP, natural_height(&plan) + LOOP_GAP);
    const double between = LEAST_LOOP_GAP + (LOOP_GAP - LEAST_LOOP_GAP) * loose;
    const double height = (below.height - (rows - 1) * between) / rows;
    const double gap = EXIT_LEAST + (EXIT_GAP - EXIT_LEAST) * loose,
                 drop = LEAST_DROP + (DROP - LEAST_DROP) * loose;
    const double round = height - 1 - (plan.exit ? gap + plan.foot : 0);
    struct blanks blanks = {canvas, block, 0};
    for (int i = 0; i < plan.loops; i++) {
        const int row = i / plan.columns, column = i % plan.columns;
        const bool alone = plan.columns > 1 && i == plan.loops - 1 && column == 0; /* stands in the middle */
        struct loop loop = {.plan = &plan, .drop = drop, .number = plan.loops > 1 ? i + 1 : 0};
        loop.box = (round - plan.drops * drop) / plan.units;
        loop.x = below.x + (alone ? (below.width - plan.width) / 2 : column * (plan.width + LOOP_GAP));
        loop.y = below.y + 0.5 + row * (height + between);
        loop.bottom = loop.y + height - 0.5;
        loop_draw(&blanks, &loop);
    }
}
