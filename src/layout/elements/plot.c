/* plot: a square with two axes, to set marks in; below it a row for each mark: its sign, the two numbers that
 * say where it stands, and a note. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double LEAST_SIDE = 90 * MM, WORD_GAP = 4, STEPS = 10, NUMBER_ROW = 12, NUMBER_COLUMN = 18;
/* Of the width, at most, for the words at the left and at the right. */
static const double SIDE_PART = 0.15;
static const double ROW = 10 * MM, NOTE_ROW = 24, SIGN = 4, SIGN_COLUMN = 16, ROWS_GAP = 8, HEAD = 13;
static const double BLANK = 30, BLANK_HEIGHT = 18, BLANK_GAP = 8, LEAST_NOTE = 110, LABEL_PART = 0.4;

struct plot {
    const struct setting *left, *right, *top, *bottom; /* or NULL */
    bool level;      /* left and right stand beside the square, not below it */
    double sides[2]; /* widths left and right of the square, with what stands there */
    double word;     /* width for left and right */
    double above, below;
    double side;       /* of the square, as large as it would be */
    size_t count;      /* rows */
    double label;      /* width of the marks' labels; 0: there are none */
    double columns[2]; /* widths for the numbers */
    bool folded;       /* the note stands in a line of its own */
    double rows;       /* height of all, with the head */
};

/* The square and the words around it. Left and right give way to a place below when they would make the
 * square too small. */
static void plan_square(struct setter *setter, const struct block *block, struct plot *plot, double width)
{
    const double wanted = element_number(block->element, "size") * MM;
    const char *const ends[] = {element_text(block->element, "left"), element_text(block->element, "right")};
    const double word = label_width(setter, ends, 2, ROLE_PROMPT, width * SIDE_PART);
    const double beside = word > 0 ? word + 2 * WORD_GAP : 0;
    plot->level = width - 2 * MAX(beside, NUMBER_COLUMN) - NUMBER_COLUMN >= MIN(wanted, LEAST_SIDE);
    plot->sides[0] = plot->level ? beside + NUMBER_COLUMN : NUMBER_COLUMN;
    plot->sides[1] = plot->level ? MAX(beside, NUMBER_COLUMN / 2) : NUMBER_COLUMN / 2;
    plot->side = MIN(wanted, width - plot->sides[0] - plot->sides[1]);
    plot->word = plot->level ? word : MIN(plot->side, LEAST_SIDE) / 2 - WORD_GAP;
    plot->left =
        attribute_set(setter, block, "left", ROLE_PROMPT, plot->word, plot->level ? ALIGN_RIGHT : ALIGN_LEFT);
    plot->right = attribute_set(setter, block, "right", ROLE_PROMPT, plot->word,
                                plot->level ? ALIGN_LEFT : ALIGN_RIGHT);
    plot->top = attribute_set(setter, block, "top", ROLE_PROMPT, width, ALIGN_CENTER);
    plot->bottom = attribute_set(setter, block, "bottom", ROLE_PROMPT, width, ALIGN_CENTER);
    plot->above = plot->top ? setting_height(plot->top) + WORD_GAP / 2 : NUMBER_ROW / 2;
    plot->below = NUMBER_ROW + set_height(plot->bottom);
    if (!plot->level)
        plot->below += MAX(set_height(plot->left), set_height(plot->right));
}

static const struct setting *label_set(struct setter *setter, const struct block *item, double width)
{
    return set_spans(setter, item_spans(item), ROLE_PROMPT, width, ALIGN_LEFT);
}

static double row_height(struct setter *setter, const struct plot *plot, const struct block *item)
{
    const double label = item ? setting_height(label_set(setter, item, plot->label)) : 0;
    return MAX(ROW, label + 4) + (plot->folded ? NOTE_ROW : 0);
}

static void plan_rows(struct setter *setter, const struct block *block, struct plot *plot, double width)
{
    static const enum word heads[] = {WORD_ACROSS, WORD_UP};
    const struct block *items = block_items(block);
    double widest = 0, word = 0;
    for (size_t i = 0; i < 2; i++)
        plot->columns[i] = MAX(BLANK, text_width(setter, words_get(setter->words, heads[i]), ROLE_HELP) + 2);
    for (const struct block *item = items; item; item = item->next) {
        const char *text = spans_text(setter->arena, item_spans(item));
        widest = MAX(widest, text_width(setter, text, ROLE_PROMPT) + 1);
        word = MAX(word, widest_word(setter, text, ROLE_PROMPT) + 1);
    }
    const double numbers = plot->columns[0] + plot->columns[1] + 2 * BLANK_GAP;
    const double room = width - SIGN_COLUMN - numbers - BLANK_GAP;
    plot->label = items ? MIN(MIN(widest, MAX(room * LABEL_PART, word)), room) : 0;
    plot->folded = room - plot->label < LEAST_NOTE;
    if (plot->folded && items)
        plot->label = room;
    plot->count = MAX(block_items_count(block), 1);
    plot->rows = ROWS_GAP + HEAD;
    const struct block *item = items;
    for (size_t i = 0; i < plot->count; i++, item = item ? item->next : NULL)
        plot->rows += row_height(setter, plot, item);
}

static struct plot plot_make(struct setter *setter, const struct block *block, double width)
{
    struct plot plot = {.level = true};
    plan_square(setter, block, &plot, width);
    plan_rows(setter, block, &plot, width);
    return plot;
}

struct extent plot_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plot plot = plot_make(setter, block, width);
    const double around = plot.above + plot.below + plot.rows + 1;
    return extent_make(setter, block, width, around + MIN(plot.side, LEAST_SIDE), around + plot.side, false);
}

/* The axes through the middle, light lines if wanted, and 0, 5 and 10 along two edges. */
static void field_draw(const struct canvas *on, const struct block *block, double x, double y, double side)
{
    struct setter *setter = on->setter;
    const struct colour ink = draw_ink(setter->style), guide = draw_guide(setter->style);
    const double step = side / STEPS, middle = STEPS / 2;
    for (double i = 1; i < STEPS && element_flag(block->element, "grid"); i++) {
        draw_line(on, x + i * step, y, x + i * step, y + side, draw_weight, guide);
        draw_line(on, x, y + i * step, x + side, y + i * step, draw_weight, guide);
    }
    for (double i = 1; i < STEPS; i++) {
        draw_line(on, x + i * step, y + side, x + i * step, y + side - 3, draw_weight, ink);
        draw_line(on, x, y + i * step, x + 3, y + i * step, draw_weight, ink);
    }
    draw_line(on, x + side / 2, y, x + side / 2, y + side, draw_weight, ink);
    draw_line(on, x, y + side / 2, x + side, y + side / 2, draw_weight, ink);
    draw_frame(on, (struct area){x, y, side, side});
    for (double i = 0; i <= STEPS; i += middle) {
        const char *text = arena_printf(setter->arena, "%.0f", i);
        const struct setting *across = set_text(setter, text, ROLE_HELP, NUMBER_COLUMN, ALIGN_CENTER);
        const struct setting *up = set_text(setter, text, ROLE_HELP, NUMBER_COLUMN - 4, ALIGN_RIGHT);
        setting_paint(setter, on->page, across, x + i * step - NUMBER_COLUMN / 2, y + side + 1);
        paint_centred(on, up, x - NUMBER_COLUMN, y + side - i * step);
    }
}

static void square_draw(const struct canvas *on, const struct block *block, const struct plot *plot,
                        double side)
{
    struct setter *setter = on->setter;
    const double whole = plot->sides[0] + side + plot->sides[1];
    const double x = on->x + (on->width - whole) / 2 + plot->sides[0], y = on->y + plot->above;
    const double centre = x + side / 2 - on->width / 2; /* where words as wide as all begin */
    double words = y + side + NUMBER_ROW;
    if (plot->top)
        setting_paint(setter, on->page, plot->top, centre, on->y);
    if (plot->level && plot->left)
        paint_centred(on, plot->left, x - plot->sides[0] + WORD_GAP, y + side / 2);
    field_draw(on, block, x, y, side);
    if (plot->level && plot->right)
        paint_centred(on, plot->right, x + side + WORD_GAP * 1.5, y + side / 2);
    if (!plot->level) {
        if (plot->left)
            setting_paint(setter, on->page, plot->left, x, words);
        if (plot->right)
            setting_paint(setter, on->page, plot->right, x + side - plot->word, words);
        words += MAX(set_height(plot->left), set_height(plot->right));
    }
    if (plot->bottom)
        setting_paint(setter, on->page, plot->bottom, centre, words);
}

/* The sign of a mark: each has its own form. */
static void sign_draw(const struct canvas *on, size_t number, double x, double y)
{
    const struct colour ink = draw_ink(on->setter->style);
    struct path path = {.count = 0};
    switch (number) {
    case 0:
        draw_disc(on, x, y, SIGN, ink);
        return;
    case 1:
        draw_circle(on, x, y, SIGN, 1, ink, false);
        return;
    case 2: /* a triangle */
        path_move(&path, x, y - SIGN);
        path_line(&path, x + SIGN, y + SIGN * 0.8);
        path_line(&path, x - SIGN, y + SIGN * 0.8);
        path_close(&path);
        break;
    case 3: /* a square */
        path_move(&path, x - SIGN * 0.85, y - SIGN * 0.85);
        path_line(&path, x + SIGN * 0.85, y - SIGN * 0.85);
        path_line(&path, x + SIGN * 0.85, y + SIGN * 0.85);
        path_line(&path, x - SIGN * 0.85, y + SIGN * 0.85);
        path_close(&path);
        break;
    case 4: /* a cross */
        path_move(&path, x - SIGN * 0.8, y - SIGN * 0.8);
        path_line(&path, x + SIGN * 0.8, y + SIGN * 0.8);
        path_move(&path, x + SIGN * 0.8, y - SIGN * 0.8);
        path_line(&path, x - SIGN * 0.8, y + SIGN * 0.8);
        break;
    default: /* a plus */
        path_move(&path, x, y - SIGN);
        path_line(&path, x, y + SIGN);
        path_move(&path, x - SIGN, y);
        path_line(&path, x + SIGN, y);
        break;
    }
    draw_path(on, &path, 1, ink);
}

/* A mark's row: sign, label, the two numbers, the note. Its rule and its blanks stand on one line. */
static void row_draw(struct blanks *blanks, const struct plot *plot, const struct block *item, size_t number,
                     double y, double height)
{
    static const enum word heads[] = {WORD_ACROSS, WORD_UP};
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double line = y + height - (plot->folded ? NOTE_ROW : 0), middle = (y + line) / 2;
    const char *name = item ? spans_text(setter->arena, item_spans(item)) : NULL;
    double x = on->x + SIGN_COLUMN;
    sign_draw(on, number, on->x + SIGN + 1, middle);
    if (item)
        paint_centred(on, label_set(setter, item, plot->label), x, middle);
    x += plot->label + (item ? BLANK_GAP : 0);
    for (size_t i = 0; i < 2; i++) {
        const char *head = words_get(setter->words, heads[i]);
        const struct area blank = {x + (plot->columns[i] - BLANK) / 2, middle - BLANK_HEIGHT / 2, BLANK,
                                   BLANK_HEIGHT};
        draw_frame(on, blank);
        blank_next(blanks, FIELD_NUMBER, blank,
                   name ? arena_printf(setter->arena, "%s, %s (0\xE2\x80\x93%.0f)", name, head, STEPS)
                        : arena_printf(setter->arena, "%s (0\xE2\x80\x93%.0f)", head, STEPS));
        x += plot->columns[i] + BLANK_GAP;
    }
    const double left = plot->folded ? on->x + SIGN_COLUMN : x + BLANK_GAP / 2;
    const double rule = plot->folded ? y + height - 3 : middle + BLANK_HEIGHT / 2;
    const double width = on->x + on->width - left;
    draw_rule(on, left, rule, width);
    blank_next(blanks, FIELD_LINE, (struct area){left, rule - 17, width, 16.5}, name);
}

static void heads_draw(const struct canvas *on, const struct plot *plot, bool labels, double y)
{
    static const enum word heads[] = {WORD_ACROSS, WORD_UP};
    double x = on->x + SIGN_COLUMN + plot->label + (labels ? BLANK_GAP : 0);
    for (size_t i = 0; i < 2; i++) {
        const char *head = words_get(on->setter->words, heads[i]);
        setting_paint(on->setter, on->page,
                      set_text(on->setter, head, ROLE_HELP, plot->columns[i], ALIGN_CENTER), x, y);
        x += plot->columns[i] + BLANK_GAP;
    }
}

void plot_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plot plot = plot_make(setter, block, canvas->width);
    const double room = below.height - plot.above - plot.below - plot.rows - 1;
    const double side = CLAMP(room, MIN(LEAST_SIDE, plot.side), plot.side);
    square_draw(&below, block, &plot, side);
    double y = below.y + plot.above + side + plot.below + ROWS_GAP;
    heads_draw(canvas, &plot, block_items(block) != NULL, y);
    y += HEAD;
    struct blanks blanks = {canvas, block, 0};
    const struct block *item = block_items(block);
    for (size_t i = 0; i < plot.count; i++) {
        const double height = row_height(setter, &plot, item);
        row_draw(&blanks, &plot, item, i, y, height);
        y += height;
        item = item ? item->next : NULL;
    }
}
