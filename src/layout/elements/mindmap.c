/* mindmap: words in the middle, and bubbles around them to write in. Where the page is too narrow for a ring
 * the bubbles hang in two columns on a trunk. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_WIDTH = 25 * MM, MOST_WIDTH = 108, LEAST_HEIGHT = 11 * MM, HEIGHT = 38,
                    MOST_HEIGHT = 64;
static const double LEAST_GAP = 9, GAP = 20, SIDE_GAP = 14, CORNER = 18, PAD = 9, WRITE = 20;
static const double NUMBER = 22, NUMBER_HEIGHT = 17, NUMBER_GAP = 4;
static const double CENTER_WIDTH = 150, CENTER_HEIGHT = 46, CENTER_PAD = 12, TRUNK = 16;
static const double BANK_GAP = 10, BANK_PAD = 6;
enum { MOST_BUBBLES = 12, MOST_ROWS = 14 };

struct bubble {
    const struct block *item; /* of the list, or NULL */
    const struct setting *label;
    size_t row;
    double x, y, width,
        height; /* y: of the middle; both from the element's left and the top of the drawing */
    bool left;  /* its number stands at its left */
};

struct map {
    bool ring, numbers;
    double bubble;                              /* width of one */
    size_t count, rows, middle_from, middle_to; /* the rows beside the centre */
    struct bubble bubbles[MOST_BUBBLES];
    double heights[MOST_ROWS];
    double gap, height;
    const struct setting *center; /* or NULL */
    struct area middle;           /* of the centre */
    const struct setting *bank;   /* or NULL */
    double bank_height;
};

/* ---- measuring ---- */

/* Places in a row: one, two or three, symmetric about the middle. */
static void row_place(struct map *map, size_t *next, size_t row, size_t count, double width, double spread)
{
    for (size_t i = 0; i < count && *next < map->count; i++) {
        struct bubble *bubble = &map->bubbles[(*next)++];
        const double at = count > 1 ? (double)i / (double)(count - 1) - 0.5 : 0;
        bubble->row = row;
        bubble->x = width / 2 + at * spread - map->bubble / 2;
        bubble->left = at < 0;
    }
}

/* A row at the top, rows of two at the sides, a row at the foot; read from left to right and down. */
static void ring_place(struct map *map, double width)
{
    const size_t sides = map->count <= 8 ? 1 : map->count <= 10 ? 2 : 3, ends = map->count - 2 * sides;
    const double number = map->numbers ? NUMBER + NUMBER_GAP : 0;
    const double widest = width - map->bubble - 2 * number;
    size_t next = 0;
    for (size_t row = 0; row < sides + 2; row++) {
        const size_t count = row == 0 ? (ends + 1) / 2 : row == sides + 1 ? ends / 2 : 2;
        const double least = (double)(count - 1) * (map->bubble + SIDE_GAP + number);
        double spread = widest;
        if (row == 0 || row == sides + 1)
            spread = MIN(widest, MAX(least, widest * (count > 2 ? 0.76 : 0.5)));
        row_place(map, &next, row, count, width, spread);
    }
    map->rows = sides + 2;
    map->middle_from = 1;
    map->middle_to = sides;
}

static void trunk_place(struct map *map, double width)
{
    const double number = map->numbers ? NUMBER + NUMBER_GAP : 0;
    size_t next = 0;
    map->middle_from = map->middle_to = 0;
    for (size_t row = 1; next < map->count; row++) {
        const double spread = width - map->bubble - 2 * number;
        row_place(map, &next, row, 2, width, spread);
        map->rows = row + 1;
    }
}

static void labels_make(struct setter *setter, const struct block *block, struct map *map, double least)
{
    const struct block *item = block_items(block);
    for (size_t i = 0; i < map->count; i++, item = item ? item->next : NULL) {
        struct bubble *bubble = &map->bubbles[i];
        bubble->item = item;
        bubble->width = map->bubble;
        bubble->height = least;
        if (!item)
            continue;
        bubble->label = set_spans(setter, item_spans(item), ROLE_HELP, map->bubble - 2 * PAD, ALIGN_CENTER);
        bubble->height = MAX(least, setting_height(bubble->label) + PAD / 2 + WRITE);
    }
}

/* Rows one below another; those beside the centre are at least as high as it. */
static void heights_make(struct map *map, double center)
{
    for (size_t i = 0; i < map->rows; i++)
        map->heights[i] = 0;
    for (size_t i = 0; i < map->count; i++)
        map->heights[map->bubbles[i].row] = MAX(map->heights[map->bubbles[i].row], map->bubbles[i].height);
    double middle = (double)(map->middle_to - map->middle_from) * map->gap;
    for (size_t i = map->middle_from; i <= map->middle_to; i++)
        middle += map->heights[i];
    const double more = MAX(0, center - middle) / (double)(map->middle_to - map->middle_from + 1);
    double y = 1;
    for (size_t i = 0; i < map->rows; i++) {
        map->heights[i] += i >= map->middle_from && i <= map->middle_to ? more : 0;
        for (size_t k = 0; k < map->count; k++)
            if (map->bubbles[k].row == i)
                map->bubbles[k].y = y + map->heights[i] / 2;
        if (i == map->middle_from)
            map->middle.y = y;
        y += map->heights[i];
        if (i == map->middle_to)
            map->middle.y = (map->middle.y + y - center) / 2;
        y += i + 1 < map->rows ? map->gap : 0;
    }
    map->height = y + 1;
}

/* The map with bubbles of a height and rows at a distance. */
static struct map map_make(struct setter *setter, const struct block *block, double width, double bubble,
                           double gap)
{
    struct map map = {.numbers = element_flag(block->element, "number"), .gap = gap};
    map.count = (size_t)CLAMP(element_integer(block->element, "bubbles"), 1, MOST_BUBBLES);
    const double number = map.numbers ? NUMBER + NUMBER_GAP : 0;
    const double third = (width - 2 * SIDE_GAP - 4 * number) / 3;
    map.ring = third >= LEAST_WIDTH;
    map.bubble = map.ring ? MIN(third, MOST_WIDTH) : MIN((width - TRUNK) / 2 - number, MOST_WIDTH * 1.2);
    if (map.ring)
        ring_place(&map, width);
    else
        trunk_place(&map, width);
    labels_make(setter, block, &map, bubble);
    const double room = map.ring ? width - 2 * (map.bubble + number) - 4 * SIDE_GAP : width;
    map.middle.width = MIN(room, map.ring ? CENTER_WIDTH : MAX(CENTER_WIDTH, width * 0.8));
    map.center =
        attribute_set(setter, block, "center", ROLE_PROMPT, map.middle.width - 2 * CENTER_PAD, ALIGN_CENTER);
    map.middle.height = MAX(CENTER_HEIGHT, set_height(map.center) + CENTER_PAD);
    map.middle.x = (width - map.middle.width) / 2;
    heights_make(&map, map.middle.height);
    const struct span *words = attribute_spans(setter, block, "bank");
    if (words) {
        size_t count;
        const char **list = split_list(setter, words->text, &count);
        const char *text = NULL;
        for (size_t i = 0; i < count; i++)
            text = text ? arena_printf(setter->arena, "%s \xC2\xB7 %s", text, list[i]) : list[i];
        map.bank = text ? set_spans(setter, words_spans(setter, text, words->at), ROLE_HELP,
                                    width - 4 * BANK_PAD, ALIGN_CENTER)
                        : NULL;
    }
    map.bank_height = map.bank ? BANK_GAP + setting_height(map.bank) + 2 * BANK_PAD : 0;
    return map;
}

struct extent mindmap_measure(struct setter *setter, const struct block *block, double width)
{
    const struct map least = map_make(setter, block, width, LEAST_HEIGHT, LEAST_GAP),
                     natural = map_make(setter, block, width, HEIGHT, GAP);
    return extent_make(setter, block, width, least.height + least.bank_height,
                       natural.height + natural.bank_height, true);
}

/* ---- drawing ---- */

/* Lines first: bubbles stand on them. */
static void spokes_draw(const struct canvas *on, const struct map *map, double x, double y)
{
    const struct colour ink = draw_ink(on->setter->style);
    const double cx = x + map->middle.x + map->middle.width / 2,
                 cy = y + map->middle.y + map->middle.height / 2;
    double last = cy;
    for (size_t i = 0; i < map->count; i++) {
        const struct bubble *bubble = &map->bubbles[i];
        const double bx = x + bubble->x + bubble->width / 2, by = y + bubble->y;
        draw_line(on, cx, map->ring ? cy : by, bx, by, draw_weight, ink);
        last = by;
    }
    if (!map->ring)
        draw_line(on, cx, cy, cx, last, draw_weight, ink);
}

static void center_draw(struct blanks *blanks, const struct map *map, double x, double y)
{
    const struct canvas *on = blanks->on;
    const struct area area = {x + map->middle.x, y + map->middle.y, map->middle.width, map->middle.height};
    const struct style *style = on->setter->style;
    page_add(on->setter->arena, on->page,
             (struct item){.kind = map->center && setting_lines(map->center) > 2 ? ITEM_BOX : ITEM_ELLIPSE,
                           .x = area.x,
                           .y = area.y,
                           .width = area.width,
                           .height = area.height,
                           .radius = CORNER,
                           .line_width = 1.25,
                           .stroke = draw_ink(style),
                           .filled = true,
                           .fill = map->center ? draw_tint(style) : (struct colour){1, 1, 1}});
    if (map->center)
        paint_centred(on, map->center, area.x + CENTER_PAD, area.y + area.height / 2);
    else
        blank_next(blanks, FIELD_LINE,
                   (struct area){area.x + CENTER_PAD, area.y + area.height / 2 - 10,
                                 area.width - 2 * CENTER_PAD, 20},
                   NULL);
}

static void bubble_draw(struct blanks *blanks, const struct map *map, size_t number, double x, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const struct bubble *bubble = &map->bubbles[number];
    const struct area area = {x + bubble->x, y + bubble->y - bubble->height / 2, bubble->width,
                              bubble->height};
    const double words = bubble->label ? setting_height(bubble->label) + PAD / 2 : 3;
    const char *name = bubble->item ? spans_text(setter->arena, item_spans(bubble->item))
                                    : arena_printf(setter->arena, "%zu", number + 1);
    draw_card(on, area, MIN(CORNER, area.height / 2));
    if (bubble->label)
        setting_paint(setter, on->page, bubble->label, area.x + PAD, area.y + PAD / 2);
    blank_writing(blanks,
                  (struct area){area.x + PAD, area.y + words, area.width - 2 * PAD, area.height - words - 3},
                  name);
    if (!map->numbers)
        return;
    const struct area blank = {bubble->left ? area.x - NUMBER_GAP - NUMBER : area.x + area.width + NUMBER_GAP,
                               y + bubble->y - NUMBER_HEIGHT / 2, NUMBER, NUMBER_HEIGHT};
    draw_frame(on, blank);
    blank_next(blanks, FIELD_NUMBER, blank, arena_printf(setter->arena, "%s (0\u201310)", name));
}

/* The map that fills a height: first bubbles and gaps as they like to be, then both grow. */
static struct map map_fit(struct setter *setter, const struct block *block, double width, double height)
{
    const struct map least = map_make(setter, block, width, LEAST_HEIGHT, LEAST_GAP),
                     natural = map_make(setter, block, width, HEIGHT, GAP);
    const double low = least.height + least.bank_height, high = natural.height + natural.bank_height;
    const double loose = looseness(height, low, high), spare = MAX(0, height - high);
    const double grown = MIN(spare * 0.4 / (double)natural.rows, MOST_HEIGHT - HEIGHT);
    const double bubble = LEAST_HEIGHT + (HEIGHT - LEAST_HEIGHT) * loose + grown;
    const double gap = LEAST_GAP + (GAP - LEAST_GAP) * loose;
    const struct map map = map_make(setter, block, width, bubble, gap);
    const double left = height - map.height - map.bank_height;
    return map_make(setter, block, width, bubble, gap + MAX(0, left) / (double)(map.rows - 1));
}

void mindmap_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct map map = map_fit(setter, block, canvas->width, below.height);
    struct blanks blanks = {canvas, block, 0};
    spokes_draw(canvas, &map, below.x, below.y);
    center_draw(&blanks, &map, below.x, below.y);
    for (size_t i = 0; i < map.count; i++)
        bubble_draw(&blanks, &map, i, below.x, below.y);
    if (!map.bank)
        return;
    const double top = below.y + below.height - map.bank_height + BANK_GAP;
    draw_panel(canvas, (struct area){below.x, top, below.width, map.bank_height - BANK_GAP}, draw_corner);
    setting_paint(setter, canvas->page, map.bank, below.x + 2 * BANK_PAD, top + BANK_PAD);
}
