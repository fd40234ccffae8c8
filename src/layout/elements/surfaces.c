#include "layout/elements/surfaces.h"

#include <glib.h>

static const double BAND_SIDE = 6, BAND_PAD = 3;
/* A title in a rule: from the box's left, and what the rule keeps clear of it. */
static const double LEGEND_LEFT = 14, LEGEND_CLEAR = 5, LEGEND_BELOW = 2;
/* A starter: from words to rule, and from the rule up to the words' baseline. */
static const double STARTER_GAP = 8, STARTER_RAISE = 3;

void ruled_draw(struct blanks *blanks, double x, double y, double width, int count, double spacing,
                const char *part)
{
    const double clear = 3; /* of what stands above */
    for (int i = 1; i <= count; i++)
        draw_rule(blanks->on, x, y + i * spacing, width);
    if (count > 0)
        blank_ruled(blanks, (struct area){x, y + clear, width, count * spacing - clear}, spacing, part);
}

const struct setting *band_set(struct setter *setter, const struct span *spans, double width)
{
    if (!spans)
        return NULL;
    return set_spans(setter, strong_spans(setter, spans, spans->at), ROLE_TABLE, width - 2 * BAND_SIDE,
                     ALIGN_LEFT);
}

const struct setting *band_given(struct setter *setter, const struct block *block, const char *name,
                                 double width)
{
    return band_set(setter, words_spans(setter, given_text(block, name), block->at), width);
}

double band_height(const struct setting *words)
{
    return words ? setting_height(words) + 2 * BAND_PAD : 0;
}

void band_draw(const struct canvas *on, const struct setting *words, struct area area)
{
    draw_panel(on, area, draw_corner);
    if (words)
        paint_centred(on, words, area.x + BAND_SIDE, area.y + area.height / 2);
}

void shared_strip_draw(struct blanks *blanks, const struct setting *head, double y, int lines)
{
    if (!head)
        return;
    const struct canvas *on = blanks->on;
    const double height = band_height(head);
    band_draw(on, head, (struct area){on->x, y, on->width, height});
    ruled_draw(blanks, on->x, y + height, on->width, lines, on->setter->style->rule_spacing,
               given_text(blanks->block, "strip"));
}

const struct setting *box_title_set(struct setter *setter, const struct block *block, const char *name,
                                   double width)
{
    const struct span *words = words_spans(setter, given_text(block, name), block->at);
    const double room = width - 2 * LEGEND_LEFT;
    return words ? set_spans(setter, strong_spans(setter, words, words->at), ROLE_TABLE, room, ALIGN_LEFT)
                 : NULL;
}

double box_title_height(const struct setting *title)
{
    return title ? setting_height(title) - setting_leading(title) / 2 + LEGEND_BELOW : 0;
}

/* The outline of a box, open at its top from x to x + width. */
static void draw_open_frame(const struct canvas *on, struct area area, double x, double width)
{
    const double r = draw_corner, bend = r * 0.4477; /* of a quarter circle: 1 - 0.5523 */
    const double left = area.x, top = area.y, right = left + area.width, bottom = top + area.height;
    struct path path = {.count = 0};
    path_move(&path, MIN(x + width, right - r), top);
    path_line(&path, right - r, top);
    path_curve(&path, right - bend, top, right, top + bend, right, top + r);
    path_line(&path, right, bottom - r);
    path_curve(&path, right, bottom - bend, right - bend, bottom, right - r, bottom);
    path_line(&path, left + r, bottom);
    path_curve(&path, left + bend, bottom, left, bottom - bend, left, bottom - r);
    path_line(&path, left, top + r);
    path_curve(&path, left, top + bend, left + bend, top, left + r, top);
    path_line(&path, x, top);
    draw_path(on, &path, draw_weight, draw_ink(on->setter->style));
}

struct area titled_box_draw(const struct canvas *on, const struct setting *title, struct area area, bool tinted)
{
    const double rise = title ? setting_leading(title) / 2 : 0;
    struct area box = {area.x, area.y + rise, area.width, area.height - rise};
    if (tinted)
        draw_panel(on, box, draw_corner);
    if (!title) {
        draw_frame(on, box);
        return box;
    }
    const double x = area.x + LEGEND_LEFT;
    draw_open_frame(on, box, x - LEGEND_CLEAR, setting_width(title) + 2 * LEGEND_CLEAR);
    setting_paint(on->setter, on->page, title, x, area.y);
    const double taken = box_title_height(title) - rise;
    box.y += MAX(taken, 0);
    box.height -= MAX(taken, 0);
    return box;
}

struct starter starter_make(struct setter *setter, const struct block *block, const char *text, double width,
                            double least)
{
    const double spacing = setter->style->rule_spacing;
    struct starter starter = {.height = spacing};
    if (!text)
        return starter;
    starter.words = set_spans(setter, words_spans(setter, text, block->at), ROLE_PROMPT, width, ALIGN_LEFT);
    const double left = setting_width(starter.words) + STARTER_GAP;
    if (setting_lines(starter.words) == 1 && left + least <= width)
        starter.left = left;
    else
        starter.top = setting_height(starter.words) + STARTER_RAISE;
    starter.height += starter.top;
    return starter;
}

void starter_draw(struct blanks *blanks, const struct starter *starter, double x, double y, double width,
                  const char *part)
{
    const struct canvas *on = blanks->on;
    const double rule = y + starter->height, left = x + starter->left, room = width - starter->left;
    const double baseline = role_baseline(on->setter->style, ROLE_PROMPT);
    if (starter->words)
        setting_paint(on->setter, on->page, starter->words, x,
                      starter->top > 0 ? y : rule - STARTER_RAISE - baseline);
    draw_rule(on, left, rule, room);
    blank_next(blanks, FIELD_LINE, (struct area){left, rule - 16, room, 15.5}, part);
}
