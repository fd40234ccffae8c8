#include "layout/draw.h"

#include <glib.h>
#include <math.h>

#include "layout/setter.h"

const double draw_weight = 0.75;
const double draw_corner = 3;

static const struct colour white = {1, 1, 1};

static struct colour mix(struct colour a, struct colour b, double part_of_b)
{
    return (struct colour){a.red + (b.red - a.red) * part_of_b, a.green + (b.green - a.green) * part_of_b,
                           a.blue + (b.blue - a.blue) * part_of_b};
}

struct colour draw_ink(const struct style *style)
{
    return mix(style->text, style->rule, 0.6);
}

struct colour draw_guide(const struct style *style)
{
    return mix(style->rule, white, 0.45);
}

struct colour draw_tint(const struct style *style)
{
    return mix(white, style->accent, style->tint);
}

static void add(const struct canvas *on, struct item item)
{
    page_add(on->setter->arena, on->page, item);
}

void draw_line(const struct canvas *on, double x1, double y1, double x2, double y2, double weight,
               struct colour colour)
{
    add(on, (struct item){.kind = ITEM_LINE,
                          .x = x1,
                          .y = y1,
                          .width = x2 - x1,
                          .height = y2 - y1,
                          .line_width = weight,
                          .stroke = colour});
}

void draw_rule(const struct canvas *on, double x, double y, double width)
{
    const struct style *style = on->setter->style;
    draw_line(on, x, y, x + width, y, style->rule_width, style->rule);
}

static struct item box(struct area area, double corner)
{
    return (struct item){.kind = ITEM_BOX,
                         .x = area.x,
                         .y = area.y,
                         .width = area.width,
                         .height = area.height,
                         .radius = corner};
}

void draw_frame(const struct canvas *on, struct area area)
{
    struct item item = box(area, draw_corner);
    item.line_width = draw_weight;
    item.stroke = draw_ink(on->setter->style);
    add(on, item);
}

void draw_card(const struct canvas *on, struct area area, double corner)
{
    struct item item = box(area, corner);
    item.line_width = draw_weight;
    item.stroke = draw_ink(on->setter->style);
    item.filled = true;
    item.fill = white;
    add(on, item);
}

void draw_panel(const struct canvas *on, struct area area, double corner)
{
    struct item item = box(area, corner);
    item.filled = true;
    item.fill = draw_tint(on->setter->style);
    add(on, item);
}

void draw_circle(const struct canvas *on, double x, double y, double radius, double weight,
                 struct colour colour, bool ground)
{
    add(on, (struct item){.kind = ITEM_ELLIPSE,
                          .x = x - radius,
                          .y = y - radius,
                          .width = 2 * radius,
                          .height = 2 * radius,
                          .line_width = weight,
                          .stroke = colour,
                          .filled = ground,
                          .fill = white});
}

void draw_disc(const struct canvas *on, double x, double y, double radius, struct colour colour)
{
    add(on, (struct item){.kind = ITEM_ELLIPSE,
                          .x = x - radius,
                          .y = y - radius,
                          .width = 2 * radius,
                          .height = 2 * radius,
                          .filled = true,
                          .fill = colour});
}

void draw_check(const struct canvas *on, double x, double y)
{
    const double size = on->setter->style->check_size;
    struct item item = box((struct area){x, y, size, size}, 1.5);
    item.line_width = draw_weight;
    item.stroke = draw_ink(on->setter->style);
    add(on, item);
}

void draw_arrow(const struct canvas *on, double x1, double y1, double x2, double y2, struct colour colour)
{
    const double length = hypot(x2 - x1, y2 - y1), head = 4.5;
    if (length <= 0)
        return;
    const double ux = (x2 - x1) / length, uy = (y2 - y1) / length;
    draw_line(on, x1, y1, x2, y2, 1, colour);
    struct path path = {.count = 0};
    path_move(&path, x2 - head * ux - head * 0.7 * uy, y2 - head * uy + head * 0.7 * ux);
    path_line(&path, x2, y2);
    path_line(&path, x2 - head * ux + head * 0.7 * uy, y2 - head * uy - head * 0.7 * ux);
    draw_path(on, &path, 1, colour);
}

/* ---- paths ---- */

static struct path_step *step(struct path *path, enum step_kind kind)
{
    g_assert(path->count < G_N_ELEMENTS(path->steps));
    struct path_step *next = &path->steps[path->count++];
    *next = (struct path_step){.kind = kind};
    return next;
}

void path_move(struct path *path, double x, double y)
{
    struct path_step *next = step(path, STEP_MOVE);
    next->x[0] = x, next->y[0] = y;
}

void path_line(struct path *path, double x, double y)
{
    struct path_step *next = step(path, STEP_LINE);
    next->x[0] = x, next->y[0] = y;
}

void path_curve(struct path *path, double x1, double y1, double x2, double y2, double x, double y)
{
    struct path_step *next = step(path, STEP_CURVE);
    next->x[0] = x1, next->y[0] = y1;
    next->x[1] = x2, next->y[1] = y2;
    next->x[2] = x, next->y[2] = y;
}

void path_close(struct path *path)
{
    step(path, STEP_CLOSE);
}

/* A path with its bounds, neither stroked nor filled; false when it is empty. */
static bool outline(const struct canvas *on, const struct path *path, struct item *item)
{
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *at = &path->steps[i];
        const int points = at->kind == STEP_CURVE ? 3 : at->kind == STEP_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++) {
            left = fmin(left, at->x[k]), right = fmax(right, at->x[k]);
            top = fmin(top, at->y[k]), bottom = fmax(bottom, at->y[k]);
        }
    }
    if (left > right)
        return false;
    *item = (struct item){.kind = ITEM_PATH,
                          .x = left,
                          .y = top,
                          .width = right - left,
                          .height = bottom - top,
                          .steps = arena_copy(on->setter->arena, path->steps, path->count * sizeof *path->steps),
                          .step_count = path->count};
    return true;
}

void draw_path(const struct canvas *on, const struct path *path, double weight, struct colour colour)
{
    struct item item;
    if (!outline(on, path, &item))
        return;
    item.line_width = weight;
    item.stroke = colour;
    item.round_caps = true;
    add(on, item);
}

void draw_shape(const struct canvas *on, const struct path *path, struct colour colour)
{
    struct item item;
    if (!outline(on, path, &item))
        return;
    item.filled = true;
    item.fill = colour;
    add(on, item);
}
