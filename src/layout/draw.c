#include "layout/draw.h"

#include <glib.h>
#include <math.h>

#include "layout/setter.h"

const double draw_weight = HAIRLINE;
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

void draw_dots(const struct canvas *on, double x, double y, double width, double pitch, double diameter,
               struct colour colour)
{
    /* A dash that is nearly nothing has the shape of its two round ends. The line ends a little behind the last
     * dash, so that no rounding takes it away. */
    const double dash = 0.01, even = width / fmax(round(width / pitch), 1);
    add(on, (struct item){.kind = ITEM_LINE,
                          .x = x,
                          .y = y,
                          .width = width + 2 * dash,
                          .line_width = diameter,
                          .stroke = colour,
                          .dash = dash,
                          .gap = even - dash,
                          .round_caps = true});
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

static void outline(const struct canvas *on, struct area area, double corner)
{
    struct item item = box(area, corner);
    item.line_width = draw_weight;
    item.stroke = draw_ink(on->setter->style);
    add(on, item);
}

void draw_frame(const struct canvas *on, struct area area)
{
    outline(on, area, draw_corner);
}

void draw_edge(const struct canvas *on, struct area area)
{
    outline(on, area, 0);
}

/* Scissors on an edge, which is left out below them. */
static void scissors(const struct canvas *on, double x, double y)
{
    static const double ring = 2, apart = 3, joint = 7, tip = 14;
    const struct colour ink = draw_ink(on->setter->style);
    struct item gap = box((struct area){x - 2, y - 1, tip + 4, 2}, 0);
    gap.filled = true;
    gap.fill = white;
    add(on, gap);
    for (int side = -1; side <= 1; side += 2) {
        struct path blade = {.count = 0};
        path_move(&blade, x + 2 * ring - 0.5, y + side * (apart - 1));
        path_line(&blade, x + joint, y);
        path_line(&blade, x + tip, y - side * 2.5);
        draw_path(on, &blade, 1, ink);
        draw_circle(on, x + ring, y + side * apart, ring, 1, ink, true);
    }
}

void draw_cut(const struct canvas *on, struct area area)
{
    static const double dash = 4, inset = 12;
    struct item item = box(area, 0);
    item.line_width = draw_weight;
    item.stroke = draw_ink(on->setter->style);
    item.dash = dash;
    add(on, item);
    scissors(on, area.x + inset, area.y);
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

/* An arrow's open head at x, y; ux, uy: a unit the way it points. */
static void add_head(struct path *path, double x, double y, double ux, double uy)
{
    const double head = 4.5;
    path_move(path, x - head * ux - head * 0.7 * uy, y - head * uy + head * 0.7 * ux);
    path_line(path, x, y);
    path_line(path, x - head * ux + head * 0.7 * uy, y - head * uy - head * 0.7 * ux);
}

void draw_arrow(const struct canvas *on, double x1, double y1, double x2, double y2, struct colour colour)
{
    const double length = hypot(x2 - x1, y2 - y1);
    if (length <= 0)
        return;
    const double ux = (x2 - x1) / length, uy = (y2 - y1) / length;
    draw_line(on, x1, y1, x2, y2, 1, colour);
    struct path path = {.count = 0};
    add_head(&path, x2, y2, ux, uy);
    draw_path(on, &path, 1, colour);
}

void draw_curve(const struct canvas *on, const struct curve *curve, bool arrow, struct colour colour)
{
    const double x = curve->x[3], y = curve->y[3], length = hypot(x - curve->x[2], y - curve->y[2]);
    struct path path = {.count = 0};
    path_move(&path, curve->x[0], curve->y[0]);
    path_curve(&path, curve->x[1], curve->y[1], curve->x[2], curve->y[2], x, y);
    if (arrow && length > 0)
        add_head(&path, x, y, (x - curve->x[2]) / length, (y - curve->y[2]) / length);
    draw_path(on, &path, 1, colour);
}

/* Each control point of a part is de Casteljau's construction with some steps at its one end, the rest at the
 * other. */
struct curve curve_part(const struct curve *whole, double from, double to)
{
    struct curve part;
    for (int i = 0; i < 4; i++) {
        struct curve level = *whole;
        for (int step = 0; step < 3; step++) {
            const double at = step < i ? to : from;
            for (int k = 0; step + k < 3; k++) {
                level.x[k] += (level.x[k + 1] - level.x[k]) * at;
                level.y[k] += (level.y[k + 1] - level.y[k]) * at;
            }
        }
        part.x[i] = level.x[0];
        part.y[i] = level.y[0];
    }
    return part;
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

/* A path with its bounds. */
static struct item path_item(const struct canvas *on, const struct path *path, double weight,
                             struct colour colour)
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
    return (struct item){.kind = ITEM_PATH,
                         .x = left,
                         .y = top,
                         .width = right - left,
                         .height = bottom - top,
                         .line_width = weight,
                         .stroke = colour,
                         .round_caps = true,
                         .steps =
                             arena_copy(on->setter->arena, path->steps, path->count * sizeof *path->steps),
                         .step_count = path->count};
}

void draw_path(const struct canvas *on, const struct path *path, double weight, struct colour colour)
{
    if (path->count)
        add(on, path_item(on, path, weight, colour));
}

void draw_shape(const struct canvas *on, const struct path *path, double weight, struct colour colour,
                struct colour fill)
{
    if (!path->count)
        return;
    struct item item = path_item(on, path, weight, colour);
    item.filled = true;
    item.fill = fill;
    add(on, item);
}
