/* ratings: statements with a row of numbered circles each, or two rows for two people.
 *
 * The circles stand at the right of the statement; in a narrow place below it. */
#include <glib.h>

#include "layout/elements/circles.h"
#include "layout/elements/marks.h"
#include "layout/elements/ratings.h"

static const double PITCH = 8 * MM, PAD = 5, GAP = 10, SIGN = 7.5, SIGN_ROOM = 15, HEAD_PAD = 3;
/* Above and below what stands in a row, and between the circles of two people: at least, at most. */
static const double LEAST_SPACE = 1.5, SPACE = 4, LEAST_BETWEEN = 1.5, BETWEEN = 4;
/* Statements that get less beside the circles stand above them. */
static const double WORDS_LEAST = 96;
/* Of the width: what circles may take to part long words at their ends; what a long word of a statement may
 * ask for before it is divided. */
static const double CIRCLES_PART = 0.5, LONG_PART = 0.45;

struct grid {
    struct setter *setter;
    const struct ratings *ratings;
    struct circles circles;
    struct ends ends;
    int people;
    bool stacked;
    double sign, number; /* widths: of a group's sign, of a statement's number */
    double words;        /* of the statements */
    double left;         /* from the left edge to the circles */
    struct legend legend;
    double legend_width, head; /* head: its height, 0: none */
    double space, between;     /* as loose as they stand */
};

static struct legend legend_of(const struct ratings *ratings)
{
    struct legend legend = {.mark = {MARK_CIRCLE, MARK_TRIANGLE},
                            .filling = {FILLING_FULL, FILLING_FULL},
                            .words = {ratings->who[0], ratings->who[1]},
                            .count = ratings->who[1] ? 2 : 0};
    return legend;
}

static struct circles circles_of(const struct grid *grid, double width)
{
    const struct ratings *ratings = grid->ratings;
    struct circles circles = circles_make(grid->setter, ratings->from, ratings->to, width, PITCH);
    circles.low = ratings->low, circles.mid = ratings->mid, circles.high = ratings->high;
    const double pitch = ends_pitch(grid->setter, &circles), most = width * CIRCLES_PART;
    if (pitch > circles.pitch && circles.width < most) {
        const struct circles wider = circles_make(grid->setter, ratings->from, ratings->to, most, pitch);
        circles.pitch = wider.pitch;
        circles.width = wider.width;
    }
    circles.ground = true;
    return circles;
}

/* What statements need beside the circles: their longest word, and room for more unless all of them are
 * short. */
static double words_needed(const struct grid *grid, double width)
{
    struct setter *setter = grid->setter;
    double word = 0, line = 0;
    for (const struct block *item = block_items(grid->ratings->block); item; item = item->next) {
        const struct span *spans = item_spans(item);
        word = MAX(word, widest_word(setter, spans_text(setter->arena, spans), ROLE_PROMPT));
        line = MAX(line, setting_width(set_spans(setter, spans, words_role(spans), NO_LIMIT, ALIGN_LEFT)));
    }
    return MAX(MIN(word, width * LONG_PART), MIN(line + 1, WORDS_LEAST));
}

/* Statements, sign and circles side by side, or circles below. */
static void columns_make(struct grid *grid, double width)
{
    const double signs = grid->people > 1 ? SIGN_ROOM : 0, before = PAD + grid->sign + grid->number;
    grid->circles = circles_of(grid, width - 2 * PAD - signs);
    grid->left = width - PAD - grid->circles.width;
    grid->words = grid->left - signs - GAP - before;
    grid->stacked = grid->words < words_needed(grid, width);
    if (grid->stacked) {
        grid->words = width - PAD - before;
        grid->left = MIN(before, width - PAD - signs - grid->circles.width) + signs;
    }
}

static struct grid grid_make(struct setter *setter, const struct ratings *ratings, double width, double loose)
{
    struct grid grid = {.setter = setter, .ratings = ratings, .legend = legend_of(ratings)};
    grid.people = ratings->who[1] ? 2 : 1;
    grid.sign = ratings->group_count ? SIGN_ROOM : 0;
    grid.number = numbers_width(setter, ratings->block);
    columns_make(&grid, width);
    grid.ends = ends_make(setter, &grid.circles);
    grid.legend_width = grid.stacked ? width - 2 * PAD : grid.left - GAP - PAD;
    const double legend = grid.legend.count ? legend_height(setter, &grid.legend, grid.legend_width) : 0;
    grid.head = grid.stacked ? legend + grid.ends.height : MAX(legend, grid.ends.height);
    grid.head += grid.head > 0 ? HEAD_PAD : 0;
    grid.space = LEAST_SPACE + (SPACE - LEAST_SPACE) * loose;
    grid.between = LEAST_BETWEEN + (BETWEEN - LEAST_BETWEEN) * loose;
    return grid;
}

static const struct setting *statement(const struct grid *grid, const struct block *item)
{
    const struct span *spans = item_spans(item);
    return set_spans(grid->setter, spans, words_role(spans), grid->words, ALIGN_LEFT);
}

/* The circles of all who answer. */
static double answers_height(const struct grid *grid)
{
    return grid->people * (grid->circles.height + 1 + grid->between) - grid->between;
}

static double row_height(const struct grid *grid, const struct block *item)
{
    const double words = setting_height(statement(grid, item)), answers = answers_height(grid);
    return 2 * grid->space + (grid->stacked ? words + answers + grid->space : MAX(words, answers));
}

static double grid_height(const struct grid *grid)
{
    double height = grid->head + draw_weight;
    for (const struct block *item = block_items(grid->ratings->block); item; item = item->next)
        height += row_height(grid, item);
    return height;
}

struct extent ratings_measure(struct setter *setter, const struct ratings *ratings, double width)
{
    const struct grid least = grid_make(setter, ratings, width, 0),
                      natural = grid_make(setter, ratings, width, 1);
    return (struct extent){.least = grid_height(&least), .natural = grid_height(&natural)};
}

static void head_draw(const struct canvas *on, const struct grid *grid, double x, double y)
{
    const double foot = y + grid->head - HEAD_PAD;
    if (grid->legend.count) {
        const double height = legend_height(grid->setter, &grid->legend, grid->legend_width);
        legend_draw(on, &grid->legend, x + PAD, grid->stacked ? y : foot - height, grid->legend_width);
    }
    ends_draw(on, &grid->ends, x + grid->left, foot - grid->ends.height, true);
}

static void answers_draw(struct blanks *blanks, const struct grid *grid, const struct block *item, double x,
                         double y)
{
    struct arena *arena = grid->setter->arena;
    const char *text = spans_text(arena, item_spans(item));
    for (int i = 0; i < grid->people; i++) {
        const double top = y + i * (grid->circles.height + 1 + grid->between) + 0.5;
        const char *who = grid->people > 1 ? grid->ratings->who[i] : NULL;
        if (who)
            mark_paint(blanks->on, grid->legend.mark[i], FILLING_FULL, x - SIGN_ROOM + SIGN / 2,
                       top + grid->circles.radius, SIGN);
        blank_group(blanks);
        circles_draw(blanks, &grid->circles, x, top, who ? arena_printf(arena, "%s (%s)", text, who) : text);
    }
}

static void row_draw(struct blanks *blanks, const struct grid *grid, const struct block *item, int number,
                     struct area row)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = grid->setter;
    const struct setting *words = statement(grid, item);
    const double answers = answers_height(grid), height = setting_height(words);
    const double top = grid->stacked ? row.y + grid->space : row.y + (row.height - height) / 2;
    const double line = top + setting_leading(words) / 2; /* the middle of the first line */
    if (grid->sign > 0)
        mark_paint(on, mark_of_group(grid->ratings->groups, grid->ratings->group_count, item->group),
                   FILLING_FULL, row.x + PAD + SIGN / 2, line, SIGN);
    number_paint(on, number, row.x + PAD + grid->sign, line - setter->style->look[ROLE_PROMPT].leading / 2,
                 grid->number);
    setting_paint(setter, on->page, words, row.x + PAD + grid->sign + grid->number, top);
    answers_draw(blanks, grid, item, row.x + grid->left,
                 grid->stacked ? top + height + grid->space : row.y + (row.height - answers) / 2);
}

double ratings_draw(struct blanks *blanks, const struct ratings *ratings, struct area area)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const struct extent extent = ratings_measure(setter, ratings, area.width);
    const double loose = looseness(area.height, extent.least, extent.natural);
    const struct grid grid = grid_make(setter, ratings, area.width, loose);
    const struct colour guide = draw_guide(setter->style);
    int number = numbers_start(ratings->block);
    double y = area.y + grid.head;
    head_draw(on, &grid, area.x, area.y);
    draw_line(on, area.x, y, area.x + area.width, y, draw_weight, guide);
    bool tinted = true;
    for (const struct block *item = block_items(ratings->block); item; item = item->next, tinted = !tinted) {
        const struct area row = {area.x, y, area.width, row_height(&grid, item)};
        if (tinted)
            draw_panel(on, row, 0);
        row_draw(blanks, &grid, item, number++, row);
        y += row.height;
    }
    draw_line(on, area.x, y, area.x + area.width, y, draw_weight, guide);
    return y + draw_weight;
}
