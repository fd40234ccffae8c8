/* marks: squares, circles, diamonds and triangles, and what they mean. */
#include <glib.h>
#include <string.h>

#include "layout/elements/marks.h"

/* Beside words in small type. */
static const double SIGN = 7.5, SIGN_GAP = 5, ITEM_GAP = 16;

static void circle_draw(const struct canvas *on, enum filling filling, double x, double y, double radius)
{
    static const double BULGE = 0.5523; /* of a quarter of a circle as a curve */
    const struct colour ink = draw_ink(on->setter->style);
    const double k = BULGE * radius;
    struct path half = {.count = 0};
    if (filling == FILLING_FULL) {
        draw_disc(on, x, y, radius, ink);
        return;
    }
    draw_circle(on, x, y, radius, draw_weight, ink, false);
    if (filling != FILLING_HALF)
        return;
    path_move(&half, x, y - radius);
    path_curve(&half, x - k, y - radius, x - radius, y - k, x - radius, y);
    path_curve(&half, x - radius, y + k, x - k, y + radius, x, y + radius);
    path_close(&half);
    draw_shape(on, &half, 0, ink, ink);
}

/* Of about the same area, so that none looks more important. */
static struct path mark_path(enum mark mark, double x, double y, double half)
{
    const double reach = half * 1.18;
    struct path path = {.count = 0};
    if (mark == MARK_DIAMOND) {
        path_move(&path, x, y - reach);
        path_line(&path, x + reach, y);
        path_line(&path, x, y + reach);
        path_line(&path, x - reach, y);
    } else if (mark == MARK_TRIANGLE) {
        path_move(&path, x, y - half);
        path_line(&path, x + reach, y + half);
        path_line(&path, x - reach, y + half);
    } else {
        path_move(&path, x - half, y - half);
        path_line(&path, x + half, y - half);
        path_line(&path, x + half, y + half);
        path_line(&path, x - half, y + half);
    }
    path_close(&path);
    return path;
}

void mark_paint(const struct canvas *on, enum mark mark, enum filling filling, double x, double y,
                double size)
{
    const struct colour ink = draw_ink(on->setter->style);
    const double half = size / 2;
    if (mark == MARK_CIRCLE) {
        circle_draw(on, filling, x, y, half * 1.06);
    } else if (filling == FILLING_FULL) {
        const struct path path = mark_path(mark, x, y, half);
        draw_shape(on, &path, 0, ink, ink);
    } else if (mark == MARK_SQUARE && size == on->setter->style->check_size) {
        draw_check(on, x - half, y - half);
    } else {
        const struct path path = mark_path(mark, x, y, half);
        draw_path(on, &path, draw_weight, ink);
    }
}

enum mark mark_of_group(const char *const *groups, size_t count, const char *group)
{
    for (size_t i = 0; i < count && group; i++)
        if (strcmp(groups[i], group) == 0)
            return (enum mark)(i % MARK_COUNT);
    return MARK_SQUARE;
}

/* ---- legends ---- */

static const struct setting *legend_words(struct setter *setter, const struct legend *legend, size_t item,
                                          double width)
{
    return set_text(setter, legend->words[item], ROLE_HELP, MAX(width - SIGN - SIGN_GAP, 1), ALIGN_LEFT);
}

/* `on` NULL only measures. Returns the height. */
static double legend_lay(struct setter *setter, const struct legend *legend, double width,
                         const struct canvas *on, double left, double top)
{
    double x = 0, y = 0, line = 0;
    for (size_t i = 0; i < legend->count; i++) {
        const struct setting *words = legend_words(setter, legend, i, width);
        const double wide = SIGN + SIGN_GAP + setting_width(words);
        if (i && x + wide > width + 0.1)
            x = 0, y += line, line = 0;
        if (on) {
            mark_paint(on, legend->mark[i], legend->filling[i], left + x + SIGN / 2,
                       top + y + setting_leading(words) / 2 + 0.5, SIGN);
            setting_paint(setter, on->page, words, left + x + SIGN + SIGN_GAP, top + y);
        }
        line = MAX(line, setting_height(words));
        x += wide + ITEM_GAP;
    }
    return y + line;
}

double legend_height(struct setter *setter, const struct legend *legend, double width)
{
    return legend_lay(setter, legend, width, NULL, 0, 0);
}

void legend_draw(const struct canvas *on, const struct legend *legend, double x, double y, double width)
{
    legend_lay(on->setter, legend, width, on, x, y);
}

struct key key_make(struct setter *setter, const struct block *block, double width, const struct legend *with)
{
    struct key key = {.legend = *with};
    const char *text = element_text(block->element, "key");
    size_t count;
    const char **parts = split_bars(setter, text, &count);
    key.legend.count = count > 1 ? MIN(count, with->count) : 0;
    for (size_t i = 0; i < key.legend.count; i++)
        key.legend.words[i] = parts[i];
    key.words = count == 1 ? set_text(setter, parts[0], ROLE_HELP, width, ALIGN_LEFT) : NULL;
    return key;
}

double key_height(struct setter *setter, const struct key *key, double width)
{
    return key->words ? setting_height(key->words) : legend_height(setter, &key->legend, width);
}

void key_draw(const struct canvas *on, const struct key *key, double x, double y, double width)
{
    if (key->words)
        setting_paint(on->setter, on->page, key->words, x, y);
    else
        legend_draw(on, &key->legend, x, y, width);
}
