/* thermometer: upright tubes with a scale, to shade. The number goes into the bulb; what else is asked stands
 * beside the tube, or below it where that is too narrow. */
#include <glib.h>
#include <math.h>

#include "layout/elements/kit.h"

static const double TUBE = 6, BULB = 14, TICK = 5, NUMBER_GAP = 3, PAD_TOP = 5, PAD_FOOT = 5;
static const double LEAST_TUBE = 100, TUBE_HEIGHT = 166, LEAST_PITCH = 11, LEAST_TICKS = 4;
static const double GUTTER = 14, NOTES_GAP = 14, BELOW_GAP = 8, LEAST_NOTES = 100, LEAST_CELL = 92,
                    ROWS_GAP = 12;
/* A note's label stands before its rule from this width on, else above it. */
static const double INLINE_FROM = 190, LABEL_PART = 0.42, LABEL_GAP = 8;
/* From a rule to what follows: more where a label follows that belongs to the next one. */
static const double RULE_FOOT = 3, STACKED_FOOT = 8;
static const double RULE = 8 * MM, BLANK = 30, BLANK_HEIGHT = 18, MARK_ROW = 24;

struct note {
    const struct span *spans;
    const struct setting *label;
    bool number; /* a blank for a number, not a rule */
    bool below;  /* its blank stands under its label */
    double height;
};

struct thermometers {
    int from, to, copies, rows, per_row;
    double cell;          /* width of one, with its notes */
    double numbers, tube; /* widths: of the scale's numbers, and of these and the tube */
    bool beside;
    double notes_width, notes_height;
    double label, mark_label; /* widths of the labels beside rules, beside blanks for numbers */
    struct note *notes;       /* the same for each tube: first the marks */
    size_t count, marks;
};

/* ---- measuring ---- */

static void note_set(struct setter *setter, const struct thermometers *plan, struct note *note)
{
    const double width = plan->notes_width, label = note->number ? plan->mark_label : plan->label;
    /* A short blank may stand beside its label where a rule has no room. */
    note->below = note->number ? label > width - BLANK - LABEL_GAP : width < INLINE_FROM;
    note->label = set_spans(setter, note->spans, ROLE_PROMPT, note->below ? width : label, ALIGN_LEFT);
    const double words = setting_height(note->label);
    if (note->number)
        note->height = note->below ? words + MARK_ROW : MAX(MARK_ROW, words + 4);
    else
        note->height = note->below ? words + RULE + 2 : MAX(RULE + 2, words + 6);
}

static void notes_make(struct setter *setter, const struct block *block, struct thermometers *plan)
{
    const char **texts = split_list(setter, element_text(block->element, "marks"), &plan->marks);
    plan->count = plan->marks + block_items_count(block);
    plan->notes = ARENA_ARRAY(setter->arena, struct note, plan->count + 1);
    size_t i = 0;
    for (; i < plan->marks; i++)
        plan->notes[i] = (struct note){.spans = words_spans(setter, texts[i], block->at), .number = true};
    for (const struct block *item = block_items(block); item; item = item->next)
        plan->notes[i++] = (struct note){.spans = item_spans(item)};
}

/* How many tubes stand in a row, and where their notes are. */
static void cells_make(struct setter *setter, struct thermometers *plan, double width)
{
    const double least = plan->count ? MAX(LEAST_CELL, plan->tube) : plan->tube;
    const int fit = MAX(1, (int)floor((width + GUTTER) / (least + GUTTER)));
    plan->rows = (plan->copies + fit - 1) / fit;
    plan->per_row = (plan->copies + plan->rows - 1) / plan->rows;
    plan->cell = (width - (plan->per_row - 1) * GUTTER) / plan->per_row;
    plan->beside = plan->cell - plan->tube - NOTES_GAP >= LEAST_NOTES;
    plan->notes_width = plan->beside ? plan->cell - plan->tube - NOTES_GAP : plan->cell;
    const char **texts = ARENA_ARRAY(setter->arena, const char *, plan->count + 1);
    for (size_t i = 0; i < plan->count; i++)
        texts[i] = spans_text(setter->arena, plan->notes[i].spans);
    plan->label = label_width(setter, texts, plan->count, ROLE_PROMPT, plan->notes_width * LABEL_PART);
    plan->mark_label = plan->notes_width >= INLINE_FROM ? plan->label
                                                        : label_width(setter, texts, plan->marks, ROLE_PROMPT,
                                                                      plan->notes_width - BLANK - LABEL_GAP);
    for (size_t i = 0; i < plan->count; i++) {
        note_set(setter, plan, &plan->notes[i]);
        plan->notes_height += plan->notes[i].height;
    }
}

/* Figures are not all of one width. */
static double widest_number(struct setter *setter, int from, int to)
{
    double widest = 0;
    for (int number = from; number <= to; number++)
        widest = MAX(widest, text_width(setter, arena_printf(setter->arena, "%d", number), ROLE_HELP));
    return widest;
}

static struct thermometers thermometers_make(struct setter *setter, const struct block *block, double width)
{
    struct thermometers plan = {.from = element_integer(block->element, "from"),
                                .to = element_integer(block->element, "to"),
                                .copies = MAX(element_integer(block->element, "copies"), 1)};
    plan.to = MAX(plan.to, plan.from + 1);
    plan.numbers = widest_number(setter, plan.from, plan.to) + NUMBER_GAP;
    plan.tube = plan.numbers + TICK + MAX(0, BULB - TUBE - TICK - plan.numbers) + TUBE + BULB;
    notes_make(setter, block, &plan);
    cells_make(setter, &plan, width);
    return plan;
}

/* Of a row of tubes of a height. */
static double row_height(const struct thermometers *plan, double tube)
{
    if (!plan->count)
        return tube;
    return plan->beside ? MAX(tube, plan->notes_height) : tube + BELOW_GAP + plan->notes_height;
}

static double whole_height(const struct thermometers *plan, double tube)
{
    return plan->rows * row_height(plan, tube) + (plan->rows - 1) * ROWS_GAP + 2;
}

struct extent thermometer_measure(struct setter *setter, const struct block *block, double width)
{
    const struct thermometers plan = thermometers_make(setter, block, width);
    return extent_make(setter, block, width, whole_height(&plan, LEAST_TUBE),
                       whole_height(&plan, TUBE_HEIGHT), true);
}

/* ---- drawing ---- */

/* A round, narrow tube that runs into its bulb; x and foot: the middle of the tube, the foot of the bulb. */
static void tube_draw(const struct canvas *on, double x, double top, double foot)
{
    const double k = 0.5523; /* a quarter of a circle as a curve */
    const double y = foot - BULB, neck = y - sqrt(BULB * BULB - TUBE * TUBE);
    struct path path = {.count = 0};
    path_move(&path, x - TUBE, neck);
    path_line(&path, x - TUBE, top + TUBE);
    path_curve(&path, x - TUBE, top + TUBE * (1 - k), x - TUBE * k, top, x, top);
    path_curve(&path, x + TUBE * k, top, x + TUBE, top + TUBE * (1 - k), x + TUBE, top + TUBE);
    path_line(&path, x + TUBE, neck);
    /* The bulb from the neck round to the neck: its sides are a little less than quarters at the top. */
    const double angle = acos(TUBE / BULB), h = 4.0 / 3 * tan(angle / 4) * BULB;
    path_curve(&path, x + TUBE + h * sin(angle), neck + h * cos(angle), x + BULB, y - h, x + BULB, y);
    path_curve(&path, x + BULB, y + BULB * k, x + BULB * k, foot, x, foot);
    path_curve(&path, x - BULB * k, foot, x - BULB, y + BULB * k, x - BULB, y);
    path_curve(&path, x - BULB, y - h, x - TUBE - h * sin(angle), neck + h * cos(angle), x - TUBE, neck);
    path_close(&path);
    draw_path(on, &path, 1, draw_ink(on->setter->style));
}

/* The least round step that leaves so much room between marks. */
static int step_of(double pitch, double room)
{
    static const int steps[] = {1, 2, 5, 10, 20, 25, 50, 100};
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(steps) && pitch * steps[i] < room)
        i++;
    return steps[i];
}

static void number_draw(const struct canvas *on, const struct thermometers *plan, int number, double right,
                        double y)
{
    struct setter *setter = on->setter;
    const struct setting *set =
        set_text(setter, arena_printf(setter->arena, "%d", number), ROLE_HELP, plan->numbers, ALIGN_RIGHT);
    paint_centred(on, set, right - plan->numbers, y);
}

/* Ticks left of the tube; both ends have their numbers, the others as there is room. */
static void scale_marks(const struct canvas *on, const struct thermometers *plan, double tube, double high,
                        double low)
{
    const double pitch = (low - high) / (plan->to - plan->from), right = tube - TUBE - 1;
    const int ticks = step_of(pitch, LEAST_TICKS), numbers = step_of(pitch, LEAST_PITCH);
    for (int number = plan->from; number <= plan->to; number++) {
        const double y = low - (number - plan->from) * pitch;
        const bool end = number == plan->from || number == plan->to;
        const bool clear = MIN(y - high, low - y) >= LEAST_PITCH - 0.01;
        if (end || number % ticks == 0)
            draw_line(on, right - TICK, y, right, y, draw_weight, draw_ink(on->setter->style));
        if (end || (number % numbers == 0 && clear))
            number_draw(on, plan, number, right - TICK - NUMBER_GAP, y);
    }
}

/* "2, red line": of several tubes, which. */
static const char *part_of(const struct blanks *blanks, const struct thermometers *plan, int copy,
                           const char *what)
{
    return plan->copies > 1 ? arena_printf(blanks->on->setter->arena, "%d, %s", copy, what) : what;
}

static void note_draw(struct blanks *blanks, const struct thermometers *plan, const struct note *note,
                      int copy, double x, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double words = setting_height(note->label), width = plan->notes_width;
    const char *said = spans_text(setter->arena, note->spans);
    if (note->number) {
        const double row = note->below ? MARK_ROW : note->height, top = y + note->height - row;
        const struct area blank = {note->below ? x : x + plan->mark_label + LABEL_GAP,
                                   top + (row - BLANK_HEIGHT) / 2, BLANK, BLANK_HEIGHT};
        if (note->below)
            setting_paint(setter, on->page, note->label, x, y);
        else
            paint_centred(on, note->label, x, top + row / 2);
        draw_frame(on, blank);
        blank_next(blanks, FIELD_NUMBER, blank, part_of(blanks, plan, copy, said));
        return;
    }
    const double left = note->below ? x : x + plan->label + LABEL_GAP,
                 rule = y + note->height - (note->below ? STACKED_FOOT : RULE_FOOT);
    const struct look *look = &setter->style->look[ROLE_PROMPT];
    /* Beside its rule the label's last line stands on it. */
    const double base = words - look->leading + role_baseline(setter->style, ROLE_PROMPT);
    setting_paint(setter, on->page, note->label, x, note->below ? y : rule - base);
    draw_rule(on, left, rule, x + width - left);
    blank_next(blanks, FIELD_LINE, (struct area){left, rule - 17, x + width - left, 16.5},
               part_of(blanks, plan, copy, said));
}

/* One tube with its notes, in `height`. */
static void cell_draw(struct blanks *blanks, const struct thermometers *plan, int copy, double x, double y,
                      double height)
{
    const struct canvas *on = blanks->on;
    struct arena *arena = on->setter->arena;
    const double tube = plan->count && !plan->beside ? height - BELOW_GAP - plan->notes_height : height;
    const double middle = x + (plan->count ? plan->tube : (plan->cell + plan->tube) / 2) - BULB;
    const double foot = y + tube - 1, neck = foot - BULB - sqrt(BULB * BULB - TUBE * TUBE);
    tube_draw(on, middle, y + 1, foot);
    scale_marks(on, plan, middle, y + 1 + TUBE + PAD_TOP, neck - PAD_FOOT);
    const char *range = arena_printf(arena, "%d\xE2\x80\x93%d", plan->from, plan->to);
    blank_next(blanks, FIELD_NUMBER, (struct area){middle - 11, foot - BULB - 8, 22, 16},
               part_of(blanks, plan, copy, range));
    const double spare = plan->beside ? height - plan->notes_height : 0;
    const double gap = plan->beside ? MIN(spare / (double)(plan->count + 1), 16) : 0;
    double note_x = plan->beside ? x + plan->tube + NOTES_GAP : x,
           note_y = plan->beside ? y + gap / 2 : y + tube + BELOW_GAP;
    for (size_t i = 0; i < plan->count; i++) {
        note_draw(blanks, plan, &plan->notes[i], copy, note_x, note_y);
        note_y += plan->notes[i].height + gap;
    }
}

void thermometer_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct thermometers plan = thermometers_make(canvas->setter, block, canvas->width);
    const double height = (below.height - 2 - (plan.rows - 1) * ROWS_GAP) / plan.rows;
    struct blanks blanks = {canvas, block, 0};
    for (int copy = 0; copy < plan.copies; copy++) {
        const double x = canvas->x + copy % plan.per_row * (plan.cell + GUTTER);
        const double y = below.y + 1 + copy / plan.per_row * (height + ROWS_GAP);
        cell_draw(&blanks, &plan, copy + 1, x, y, height);
    }
}
