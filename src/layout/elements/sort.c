/* sort: boxes side by side under their titles, and the words that are to be sorted into them. */
#include <glib.h>

#include "layout/elements/kit.h"
#include "layout/elements/surfaces.h"

static const double GUTTER = 12, HEAD_GAP = 4, ROW_GAP = 10, BANK_GAP = 6, FOOT = 2;
static const double LEAST_CELL = 30 * MM, LEAST_BOX_MM = 20, PAD = 12;
enum { MOST_BOXES = 4 };

struct plan {
    size_t count, across, rows;
    const struct block *items[MOST_BOXES];
    const struct setting *heads[MOST_BOXES];
    double head[MOST_BOXES];           /* height, by row */
    struct extent heights[MOST_BOXES]; /* of a row: head and boxes */
    const struct setting *bank;        /* or NULL */
    double bank_height;
};

static double cell_width(double width, size_t across)
{
    return (width - GUTTER * (double)(across - 1)) / (double)across;
}

/* All in a row, two by two, or one below the other: the first in which there is room for every word. A word
 * for which there is none anywhere is divided. */
static size_t count_across(struct setter *setter, const struct plan *plan, double width)
{
    double widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const struct span *spans = item_spans(plan->items[i]);
        widest = MAX(widest, widest_word(setter, spans_text(setter->arena, spans), ROLE_TABLE) + PAD);
    }
    for (size_t across = plan->count; across > 1; across = across > 2 ? 2 : 1)
        if (cell_width(width, across) >= MAX(widest, LEAST_CELL))
            return across;
    return 1;
}

/* A last box that is alone in its row has the row to itself. */
static double box_width(const struct plan *plan, size_t i, double width)
{
    const bool alone = plan->count % plan->across == 1 && i + 1 == plan->count;
    return alone ? width : cell_width(width, plan->across);
}

static const char *bank_text(struct setter *setter, const char *text)
{
    size_t count;
    const char **words = split_list(setter, text, &count);
    GString *bank = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(bank, "%s%s", i ? "\u00A0· " : "", words[i]);
    const char *set = count ? arena_string(setter->arena, bank->str) : NULL;
    g_string_free(bank, TRUE);
    return set;
}

static struct plan plan_make(struct setter *setter, const struct block *block, double width)
{
    struct plan plan = {.count = 0};
    for (const struct block *item = block_items(block); item && plan.count < MOST_BOXES; item = item->next)
        plan.items[plan.count++] = item;
    plan.across = count_across(setter, &plan, width);
    plan.rows = (plan.count + plan.across - 1) / plan.across;
    for (size_t i = 0; i < plan.count; i++) {
        double *head = &plan.head[i / plan.across];
        plan.heads[i] = band_set(setter, item_spans(plan.items[i]), box_width(&plan, i, width));
        *head = MAX(*head, band_height(plan.heads[i]));
    }
    const double wanted = element_number(block->element, "height") * MM,
                 least = MIN(wanted, LEAST_BOX_MM * MM);
    for (size_t row = 0; row < plan.rows; row++) {
        const double more = plan.head[row] + HEAD_GAP + (row + 1 < plan.rows ? ROW_GAP : FOOT);
        plan.heights[row] = (struct extent){.least = least + more, .natural = wanted + more};
    }
    const char *bank = bank_text(setter, element_text(block->element, "bank"));
    if (bank) {
        plan.bank = set_spans(setter, words_spans(setter, bank, block->at), ROLE_HELP, width, ALIGN_LEFT);
        plan.bank_height = setting_height(plan.bank) + BANK_GAP;
    }
    return plan;
}

struct extent sort_measure(struct setter *setter, const struct block *block, double width)
{
    const struct plan plan = plan_make(setter, block, width);
    double least = plan.bank_height, natural = plan.bank_height;
    for (size_t row = 0; row < plan.rows; row++) {
        least += plan.heights[row].least;
        natural += plan.heights[row].natural;
    }
    return extent_make(setter, block, width, least, natural, true);
}

static void box_draw_at(struct blanks *blanks, const struct plan *plan, size_t i, double y, double height)
{
    const struct canvas *on = blanks->on;
    const size_t row = i / plan->across, column = i % plan->across;
    const double width = box_width(plan, i, on->width), half = draw_weight / 2, inside = 4;
    const double x = on->x + (double)column * (width + GUTTER), top = y + plan->head[row] + HEAD_GAP;
    const double foot = y + height - (row + 1 < plan->rows ? ROW_GAP : FOOT);
    band_draw(on, plan->heads[i], (struct area){x, y, width, plan->head[row]});
    draw_frame(on, (struct area){x + half, top + half, width - draw_weight, foot - top - draw_weight});
    blank_next(blanks, FIELD_LINES,
               (struct area){x + inside, top + inside, width - 2 * inside, foot - top - 2 * inside},
               spans_text(on->setter->arena, item_spans(plan->items[i])));
}

void sort_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct plan plan = plan_make(setter, block, canvas->width);
    double heights[MOST_BOXES], y = below.y + plan.bank_height;
    if (plan.bank)
        setting_paint(setter, canvas->page, plan.bank, below.x, below.y);
    share_height(plan.heights, plan.rows, below.height - plan.bank_height, heights);
    struct blanks blanks = {canvas, block, 0};
    for (size_t i = 0; i < plan.count; i++) {
        const size_t row = i / plan.across;
        if (i && i % plan.across == 0)
            y += heights[row - 1];
        box_draw_at(&blanks, &plan, i, y, heights[row]);
    }
}
