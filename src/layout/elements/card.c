/* card: something to cut out: text and elements inside a dashed edge, once or twice. */
#include <glib.h>
#include <string.h>

#include "layout/elements/kit.h"
#include "layout/sheet_copy.h"
#include "layout/sheet_rows.h"

/* The edge needs room for the scissors on it. */
static const double PAD = 14, CARD_GAP = 12, ABOVE = 4;
static const double A6_WIDTH = 148 * MM, A6_HEIGHT = 105 * MM;
/* What a card of half a page takes of the text's height: two fit below the head of a sheet. */
static const double HALF_PART = 0.4, GROWS = 0.2;

struct card {
    double x, width; /* of the card; x from the element's left */
    double natural, least;
    int count;
    bool fixed; /* its height is its size's */
};

/* The rows on a card, which the caller closes. */
static struct rows card_rows(struct setter *setter, const struct block *block, double width)
{
    struct rows rows;
    rows_open(&rows, setter, width - 2 * PAD, setter->style->lines * setter->style->leading);
    for (const struct block *child = block->children; child; child = child->next)
        rows_add(&rows, child);
    return rows;
}

static struct card card_make(struct setter *setter, const struct block *block, double width)
{
    struct card card = {.width = width, .count = element_integer(block->element, "up")};
    card.fixed = strcmp(element_text(block->element, "size"), "a6") == 0;
    if (card.fixed)
        card.width = MIN(width, A6_WIDTH);
    card.x = (width - card.width) / 2;
    struct rows rows = card_rows(setter, block, card.width);
    const double around = prompt_measure(setter, block, rows.width) + 2 * PAD;
    card.least = around + rows_least(&rows, 0, rows_count(&rows));
    card.natural = around + rows_natural(&rows, 0, rows_count(&rows));
    rows_close(&rows);
    const double half = setter->style->lines * setter->style->leading * HALF_PART;
    card.natural = MAX(card.natural, card.fixed ? A6_HEIGHT : half);
    if (card.fixed)
        card.least = MAX(card.least, A6_HEIGHT);
    return card;
}

static double all_heights(const struct card *card, double height)
{
    return ABOVE + card->count * height + (card->count - 1) * CARD_GAP + 1;
}

struct extent card_measure(struct setter *setter, const struct block *block, double width)
{
    const struct card card = card_make(setter, block, width);
    const double natural = all_heights(&card, card.natural);
    const bool fills = card.count > 1 && !card.fixed; /* two share the page */
    return (struct extent){.least = all_heights(&card, card.least), .natural = natural, .stretch = fills ? 1 : 0,
                           .grow = card.fixed ? 0 : natural * GROWS};
}

/* One copy, whose blanks have names of their own. */
static void card_draw_one(const struct canvas *on, const struct block *block, const struct card *card, double y, double height)
{
    struct setter *setter = on->setter;
    struct rows rows = card_rows(setter, block, card->width);
    const double x = on->x + card->x;
    draw_cut(on, (struct area){x + draw_weight / 2, y, card->width - draw_weight, height});
    const struct canvas inside = {.setter = setter, .page = on->page, .x = x + PAD, .y = y + PAD, .width = rows.width,
                                  .height = height - 2 * PAD, .recto = on->recto};
    const struct canvas below = prompt_draw(&inside, block);
    const struct frame frame = {.recto = on->recto, .x = below.x, .width = rows.width, .full_x = below.x, .full_width = rows.width,
                                .top = below.y, .room = below.height};
    double top = below.y;
    rows_share(&rows, 0, rows_count(&rows), below.height);
    for (size_t i = 0; i < rows_count(&rows); i++) {
        const struct row *row = rows_at(&rows, i);
        row_paint(&rows, on->page, &frame, row, top + row->gap);
        top += row->gap + row->height;
    }
    rows_close(&rows);
}

void card_draw(const struct canvas *canvas, const struct block *block)
{
    const struct card card = card_make(canvas->setter, block, canvas->width);
    const double share = (canvas->height - all_heights(&card, 0)) / card.count;
    const double height = card.fixed ? MAX(card.least, MIN(share, card.natural)) : MAX(share, card.least);
    for (int i = 0; i < card.count; i++)
        card_draw_one(canvas, sheet_copy(canvas->setter, block, sheet_copy_mark(canvas->setter, i + 1)), &card, canvas->y + ABOVE + i * (height + CARD_GAP), height);
}
