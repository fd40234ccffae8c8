/* draw: marks on a page: rules, boxes, circles, paths, arrows.
 *
 * Thin wrappers over page_add: weights and colours of the style, one call a mark. Points, page coordinates
 * (not the canvas's own); of the canvas only setter and page are used. */
#ifndef LAYOUT_DRAW_H
#define LAYOUT_DRAW_H

#include "layout/element.h"
#include "layout/page.h"

struct area {
    double x, y, width, height;
};

/* Colours made of the style's: outlines that must be seen, lines that only guide the eye, the
 * pale ground of heads. */
struct colour draw_ink(const struct style *style);
struct colour draw_guide(const struct style *style);
struct colour draw_tint(const struct style *style);

extern const double draw_weight; /* of outlines, 0.75 */
extern const double draw_corner; /* radius of a box's corners, 3 */

void draw_line(const struct canvas *on, double x1, double y1, double x2, double y2, double weight,
               struct colour colour);

/* A rule to write on, as the style has it. */
void draw_rule(const struct canvas *on, double x, double y, double width);

/* A row of round dots, the first at x and the last at x + width, as one mark; the pitch is the nearest to the one
 * wanted that comes out even. */
void draw_dots(const struct canvas *on, double x, double y, double width, double pitch, double diameter,
               struct colour colour);

void draw_frame(const struct canvas *on, struct area area);                /* outlined, rounded */
void draw_edge(const struct canvas *on, struct area area);                 /* outlined, with corners: a grid's */
void draw_card(const struct canvas *on, struct area area, double corner);  /* outlined, on white */
void draw_panel(const struct canvas *on, struct area area, double corner); /* tinted, no outline */

void draw_cut(const struct canvas *on, struct area area);                  /* dashed, with scissors: to be cut out */

/* `ground`: filled with white first, so that lines beneath do not show through. */
void draw_circle(const struct canvas *on, double x, double y, double radius, double weight,
                 struct colour colour, bool ground);
void draw_disc(const struct canvas *on, double x, double y, double radius, struct colour colour);

/* A box to tick: style->check_size square. */
void draw_check(const struct canvas *on, double x, double y);

/* A line with an open head at its end. */
void draw_arrow(const struct canvas *on, double x1, double y1, double x2, double y2, struct colour colour);

/* ---- paths ---- */

struct path {
    struct path_step steps[24];
    size_t count;
};

void path_move(struct path *path, double x, double y);
void path_line(struct path *path, double x, double y);
void path_curve(struct path *path, double x1, double y1, double x2, double y2, double x, double y);
void path_close(struct path *path);

/* A curve from its first point to its last; the other two say which way it leaves and arrives. */
struct curve {
    double x[4], y[4];
};

/* The part between two places of it, each 0 to 1. */
struct curve curve_part(const struct curve *whole, double from, double to);

/* With an open head at its end, or plain. */
void draw_curve(const struct canvas *on, const struct curve *curve, bool arrow, struct colour colour);

/* Strokes it with round ends. The path may be used again. */
void draw_path(const struct canvas *on, const struct path *path, double weight, struct colour colour);

/* Fills it, then strokes it. */
void draw_shape(const struct canvas *on, const struct path *path, double weight, struct colour colour,
                struct colour fill);

#endif
