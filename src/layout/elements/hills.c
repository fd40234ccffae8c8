/* hills: one behind another, each higher than the one before, with a horizon's name on it and boxes below. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double LEAST_COLUMN = 88, GUTTER = 10, OVERLAP = 0.16;
static const double NAME_PART = 0.56, NAME_FOOT = 6, HILL_HEAD = 22, LEAST_RISE = 5, RISE = 22;
static const double LEAST_BOX = 12 * MM, BOX = 15 * MM, BOX_GAP = 6, LABEL_GAP = 2, BANK_GAP = 16;

struct hills {
    size_t count, banks, per_bank, slots;
    double column, name;         /* widths: of a column, of the names */
    double lowest;               /* height of the first hill */
    const char **labels;         /* of the slots, or NULL */
    const struct setting **rows; /* the same, set; or NULL */
    double words;                /* height of a bank's labels and gaps: all but hills and boxes */
};

static const struct setting *name_set(struct setter *setter, const struct hills *plan,
                                      const struct block *item)
{
    return set_spans(setter, strong_spans(setter, item_spans(item), item->at), ROLE_PROMPT, plan->name,
                     ALIGN_CENTER);
}

static void rows_make(struct setter *setter, const struct block *block, struct hills *plan, double width)
{
    size_t count;
    const char **labels = split_list(setter, element_text(block->element, "labels"), &count);
    plan->slots = count ? count : (size_t)MAX(element_integer(block->element, "slots"), 1);
    plan->words = (double)plan->slots * BOX_GAP;
    if (!count)
        return;
    plan->labels = labels;
    plan->rows = ARENA_ARRAY(setter->arena, const struct setting *, count);
    for (size_t i = 0; i < count; i++) {
        plan->rows[i] =
            set_spans(setter, words_spans(setter, labels[i], block->at), ROLE_PROMPT, width, ALIGN_LEFT);
        plan->words += setting_height(plan->rows[i]) + LABEL_GAP;
    }
}

static struct hills hills_make(struct setter *setter, const struct block *block, double width)
{
    struct hills plan = {.count = MAX(block_items_count(block), 1)};
    const size_t fit = MAX(1, (size_t)floor((width + GUTTER) / (LEAST_COLUMN + GUTTER)));
    plan.banks = (plan.count + fit - 1) / fit;
    plan.per_bank = (plan.count + plan.banks - 1) / plan.banks;
    plan.column = (width - (double)(plan.per_bank - 1) * GUTTER) / (double)plan.per_bank;
    plan.name = plan.column * NAME_PART;
    for (const struct block *item = block_items(block); item; item = item->next) {
        const double name = setting_height(name_set(setter, &plan, item));
        plan.lowest = MAX(plan.lowest, name + NAME_FOOT + MAX(HILL_HEAD, name * 0.6));
    }
    rows_make(setter, block, &plan, width);
    return plan;
}

/* Of a bank; the last one's hills are the highest. */
static double bank_height(const struct hills *plan, double rise, double box)
{
    return plan->lowest + rise * (double)(plan->count - 1) + plan->words + box * (double)plan->slots + 1;
}

static double whole_height(const struct hills *plan, double rise, double box)
{
    return (double)plan->banks * bank_height(plan, rise, box) + (double)(plan->banks - 1) * BANK_GAP;
}

struct extent hills_measure(struct setter *setter, const struct block *block, double width)
{
    const struct hills plan = hills_make(setter, block, width);
    return extent_make(setter, block, width, whole_height(&plan, LEAST_RISE, LEAST_BOX),
                       whole_height(&plan, RISE, BOX), true);
}

/* A round, quiet curve up to the top and down again. */
static void hill_draw(const struct canvas *on, double left, double top, double right, double foot,
                      double middle)
{
    const double up = middle - left, down = right - middle;
    const struct style *style = on->setter->style;
    struct path path = {.count = 0};
    path_move(&path, left, foot);
    path_curve(&path, left + up * 0.22, foot - (foot - top) * 0.1, middle - up * 0.62, top, middle, top);
    path_curve(&path, middle + down * 0.62, top, right - down * 0.22, foot - (foot - top) * 0.1, right, foot);
    path_close(&path);
    draw_shape(on, &path, 1, draw_ink(style), draw_tint(style));
}

/* The hills of a bank, the farthest first; a nearer one hides the foot of the next. */
static void ridge_draw(const struct canvas *on, const struct hills *plan, const struct block *items,
                       size_t first, double foot, double rise)
{
    const struct block *item[4] = {NULL}; /* as many as the kit's table allows */
    const size_t end = MIN(first + plan->per_bank, plan->count);
    for (size_t i = first; i < end && items; i++, items = items->next)
        item[i - first] = items;
    for (size_t i = end; i-- > first;) {
        const double left = on->x + (double)(i - first) * (plan->column + GUTTER);
        const double more = OVERLAP * plan->column, right = left + plan->column;
        hill_draw(on, MAX(left - more, on->x), foot - plan->lowest - rise * (double)i,
                  MIN(right + more, on->x + on->width), foot, left + plan->column / 2);
    }
    for (size_t i = first; i < end && item[i - first]; i++) {
        const struct setting *name = name_set(on->setter, plan, item[i - first]);
        const double middle = on->x + (double)(i - first) * (plan->column + GUTTER) + plan->column / 2;
        setting_paint(on->setter, on->page, name, middle - plan->name / 2,
                      foot - NAME_FOOT - setting_height(name));
    }
    draw_line(on, on->x, foot, on->x + on->width, foot, 1, draw_ink(on->setter->style));
}

/* The boxes of a bank, row by row. */
static void boxes_draw(struct blanks *blanks, const struct hills *plan, const struct block *items,
                       size_t first, double y, double box)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const size_t end = MIN(first + plan->per_bank, plan->count);
    for (size_t slot = 0; slot < plan->slots; slot++) {
        y += BOX_GAP;
        if (plan->rows) {
            setting_paint(setter, on->page, plan->rows[slot], on->x, y);
            y += setting_height(plan->rows[slot]) + LABEL_GAP;
        }
        const char *label = plan->labels ? plan->labels[slot] : arena_printf(setter->arena, "%zu", slot + 1);
        const struct block *item = items;
        for (size_t i = first; i < end && item; i++, item = item->next) {
            const double half = draw_weight / 2;
            const struct area area = {on->x + (double)(i - first) * (plan->column + GUTTER) + half, y + half,
                                      plan->column - draw_weight, box - draw_weight};
            draw_frame(on, area);
            blank_writing(
                blanks, (struct area){area.x + 3, area.y + 2, area.width - 6, area.height - 4},
                arena_printf(setter->arena, "%s, %s", spans_text(setter->arena, item_spans(item)), label));
        }
        y += box;
    }
}

void hills_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct hills plan = hills_make(canvas->setter, block, canvas->width);
    const double least = whole_height(&plan, LEAST_RISE, LEAST_BOX), natural = whole_height(&plan, RISE, BOX);
    const double loose = looseness(below.height, least, natural);
    const double rise = LEAST_RISE + (RISE - LEAST_RISE) * loose;
    /* What is more than natural goes to the boxes. */
    const double spare = MAX(0, below.height - natural) / (double)(plan.banks * plan.slots);
    const double box = LEAST_BOX + (BOX - LEAST_BOX) * loose + spare;
    struct blanks blanks = {canvas, block, 0};
    const struct block *item = block_items(block);
    double y = below.y + 1;
    for (size_t first = 0; first < plan.count; first += plan.per_bank) {
        const double foot = y + plan.lowest + rise * (double)(plan.count - 1);
        ridge_draw(canvas, &plan, item, first, foot, rise);
        boxes_draw(&blanks, &plan, item, first, foot, box);
        y += bank_height(&plan, rise, box) + BANK_GAP;
        for (size_t i = 0; i < plan.per_bank && item; i++)
            item = item->next;
    }
}
