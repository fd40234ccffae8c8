#include "layout/icon.h"

#include <glib.h>

#include "layout/draw.h"
#include "layout/setter.h"

/* On a square of 24 units. M, L, C, Z as in SVG's paths, absolute; O x y r is a circle, D x y r
 * a filled one. */
static const char *const drawings[ICON_COUNT] = {
    [ICON_CLOCK] = "O12 12 10 M12 6 L12 12 L16 14.4",
    [ICON_EFFORT_1] = "D4.5 12 3 O12 12 2.6 O19.5 12 2.6",
    [ICON_EFFORT_2] = "D4.5 12 3 D12 12 3 O19.5 12 2.6",
    [ICON_EFFORT_3] = "D4.5 12 3 D12 12 3 D19.5 12 3",
    [ICON_SOLO] = "O12 7.4 4.4 M3.5 22 C3.5 17 7 14.6 12 14.6 C17 14.6 20.5 17 20.5 22",
    [ICON_EACH] = "O5.4 8.8 3.1 M0.4 20 C0.4 15.8 2.4 14.2 5.4 14.2 C8.4 14.2 10.4 15.8 10.4 20 "
                  "O18.6 8.8 3.1 M13.6 20 C13.6 15.8 15.6 14.2 18.6 14.2 C21.6 14.2 23.6 15.8 23.6 20",
    [ICON_PAIR] = "O8 8 3.3 O16 8 3.3 M1.8 20.5 C1.8 16 4.4 13.8 8 13.8 C9.6 13.8 11 14.2 12 15 "
                  "C13 14.2 14.4 13.8 16 13.8 C19.6 13.8 22.2 16 22.2 20.5 M12 15 L12 20.5",
    [ICON_LOCK] =
        "M4.5 10.5 L19.5 10.5 L19.5 21.5 L4.5 21.5 Z "
        "M7.6 10.5 L7.6 7.2 C7.6 4.4 9.4 2.6 12 2.6 C14.6 2.6 16.4 4.4 16.4 7.2 L16.4 10.5 D12 16 1.5",
    [ICON_HAND] = "M7 13.6 L7 6.4 C7 4.5 9.8 4.5 9.8 6.4 L9.8 11.2 "
                  "M9.8 11.2 L9.8 3.6 C9.8 1.7 12.6 1.7 12.6 3.6 L12.6 11.2 "
                  "M12.6 11.2 L12.6 4.6 C12.6 2.7 15.4 2.7 15.4 4.6 L15.4 11.6 "
                  "M15.4 11.6 L15.4 7.2 C15.4 5.4 18.2 5.4 18.2 7.2 L18.2 15.2 C18.2 19.4 15.6 22.2 12 22.2 "
                  "C9.2 22.2 7.4 21 6.1 18.6 L3.3 13.6 C2.4 11.9 4.6 10.7 5.6 12.2 L7 14.4",
    [ICON_LOOP] = "M20.2 8.2 C18.8 5.2 15.6 3.2 12 3.2 C7.1 3.2 3.2 7.1 3.2 12 M20.6 3.4 L20.6 8.4 L15.6 8.4 "
                  "M3.8 15.8 C5.2 18.8 8.4 20.8 12 20.8 C16.9 20.8 20.8 16.9 20.8 12 "
                  "M3.4 20.6 L3.4 15.6 L8.4 15.6",
};

static const double UNITS = 24, WEIGHT = 1;

struct drawing {
    const struct canvas *on;
    const char *at;
    double unit;
    struct path path;
};

static double number(struct drawing *drawing)
{
    char *end;
    const double value = g_ascii_strtod(drawing->at, &end);
    drawing->at = end;
    return value * drawing->unit;
}

static void path_end(struct drawing *drawing)
{
    draw_path(drawing->on, &drawing->path, WEIGHT, drawing->on->setter->style->accent);
    drawing->path.count = 0;
}

static void circle(struct drawing *drawing, bool filled)
{
    const struct colour colour = drawing->on->setter->style->accent;
    const double x = drawing->on->x + number(drawing), y = drawing->on->y + number(drawing),
                 r = number(drawing);
    if (filled)
        draw_disc(drawing->on, x, y, r, colour);
    else
        draw_circle(drawing->on, x, y, r, WEIGHT, colour, false);
}

static void step(struct drawing *drawing, char command)
{
    const double left = drawing->on->x, top = drawing->on->y;
    double x[3], y[3];
    const int points = command == 'C' ? 3 : 1;
    for (int i = 0; i < points; i++) {
        x[i] = left + number(drawing);
        y[i] = top + number(drawing);
    }
    if (command == 'M')
        path_end(drawing);
    if (command == 'M')
        path_move(&drawing->path, x[0], y[0]);
    else if (command == 'L')
        path_line(&drawing->path, x[0], y[0]);
    else
        path_curve(&drawing->path, x[0], y[0], x[1], y[1], x[2], y[2]);
}

void icon_paint(struct setter *setter, struct page *page, enum icon icon, double x, double y, double size)
{
    const struct canvas on = {.setter = setter, .page = page, .x = x, .y = y, .width = size, .height = size};
    struct drawing drawing = {.on = &on, .at = drawings[icon], .unit = size / UNITS};
    while (*drawing.at) {
        const char command = *drawing.at++;
        if (command == 'O' || command == 'D')
            circle(&drawing, command == 'D');
        else if (command == 'Z')
            path_close(&drawing.path);
        else if (command != ' ')
            step(&drawing, command);
    }
    path_end(&drawing);
}
