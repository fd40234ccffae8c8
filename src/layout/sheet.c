/* sheet: a worksheet on its own page, or on two that face each other.
 *
 * Every part of a sheet becomes a row that knows its least and natural height; what is left of the page goes to the rows that
 * stretch, what is missing is taken from the gaps. A sheet that still does not fit is reported in millimetres. */
#include <math.h>

#include "layout/compose.h"
#include "layout/element.h"
#include "layout/sheet_head.h"

struct row {
    double gap; /* above it */
    struct extent extent;
    double height;
    const struct block *element;   /* or */
    const struct column *column;   /* text: paragraphs, lists, headings; or */
    const struct setting *title;   /* a worked example: its title over the column, tinted */
    bool card, strip;
    const struct block *steps;
};

static const double GAP = 9, GAP_LEAST = 2, ABOVE = 12, BELOW = 18, FOOT_HEIGHT = 34, CARD_PAD = 8, NOTES_GAP = 8, TIGHT = 0.75;

struct sheet_maker {
    struct composer *composer;
    struct setter *setter;
    const struct block *sheet;
    GArray *rows; /* struct row */
    GPtrArray *feet; /* struct foot: notes that its text calls */
    double width;
};

static bool has_blank(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind == SPAN_BLANK || has_blank(span->children))
            return true;
    return false;
}

static void add_row(struct sheet_maker *maker, struct row row)
{
    row.gap = maker->rows->len ? GAP : 0;
    g_array_append_val(maker->rows, row);
}

static void gather_feet(struct sheet_maker *maker, const struct column *column)
{
    column_feet(column, maker->feet);
}

static void add_column(struct sheet_maker *maker, const struct column *column, double pad)
{
    const double height = column->height + pad;
    gather_feet(maker, column);
    add_row(maker, (struct row){.extent = {height, height, 0}, .column = column});
}

static void add_text(struct sheet_maker *maker, const struct block *block)
{
    struct flow flow;
    flow_start(&flow, maker->setter, maker->width, has_blank(block->spans) ? ROLE_FILL_IN : ROLE_PROMPT);
    const struct block alone = {.kind = block->kind, .at = block->at, .id = block->id, .children = block->children, .spans = block->spans,
                                .text = block->text, .level = block->level, .box = block->box, .list = block->list, .table = block->table,
                                .figure = block->figure, .lang = block->lang, .syntax = block->syntax, .listing = block->listing};
    flow_block(&flow, &alone);
    add_column(maker, flow_column(&flow), 0);
    flow_end(&flow);
}

static void add_example(struct sheet_maker *maker, const struct block *block)
{
    struct setter *setter = maker->setter;
    const char *whose = spans_text(setter->arena, block->spans);
    const char *word = words_get(setter->words, WORD_EXAMPLE);
    struct flow flow;
    flow_start(&flow, setter, maker->width - 2 * CARD_PAD, ROLE_EXAMPLE);
    for (const struct block *child = block->children; child; child = child->next) {
        flow.indent = false;
        flow_block(&flow, child);
    }
    const struct column *column = flow_column(&flow);
    gather_feet(maker, column);
    flow_end(&flow);
    const char *title = whose && *whose ? arena_printf(setter->arena, "%s: %s", word, whose) : word;
    struct row row = {.column = column, .card = true, .title = set_text(setter, title, ROLE_HELP, maker->width, ALIGN_LEFT)};
    const double height = column->height + setting_height(row.title) + 2 * CARD_PAD;
    row.extent = (struct extent){height, height, 0};
    add_row(maker, row);
}

static void add_block(struct sheet_maker *maker, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PURPOSE:
    case BLOCK_THEN:
        break; /* in the head and at the foot */
    case BLOCK_STEPS: {
        const double height = sheet_steps_height(maker->setter, block, maker->width);
        add_row(maker, (struct row){.extent = {height, height, 0}, .steps = block});
        break;
    }
    case BLOCK_EXAMPLE:
        add_example(maker, block);
        break;
    case BLOCK_ELEMENT:
        add_row(maker, (struct row){.extent = element_settings[block->element->rule->kind].measure(maker->setter, block, maker->width), .element = block});
        break;
    default:
        add_text(maker, block);
    }
}

/* ---- heights ---- */

/* Rows `from` to `end` get their heights within `room`; returns by how much they do not fit. */
static double share_out(struct row *rows, size_t from, size_t end, double room)
{
    double natural = 0, stretch = 0, gaps = 0, gives = 0;
    for (size_t i = from; i < end; i++) {
        rows[i].gap = i == from ? 0 : GAP;
        rows[i].height = rows[i].extent.natural;
        natural += rows[i].height;
        gaps += rows[i].gap;
        stretch += rows[i].extent.stretch;
        gives += rows[i].extent.natural - rows[i].extent.least;
    }
    double left = room - natural - gaps;
    if (left >= 0) {
        const double looser = stretch > 0 || end - from < 2 ? 0 : MIN(left / (double)(end - from - 1), GAP * 1.4);
        for (size_t i = from; i < end; i++) {
            rows[i].height += stretch > 0 ? left * rows[i].extent.stretch / stretch : 0;
            rows[i].gap += i > from ? looser : 0;
        }
        return 0;
    }
    const double tighter = MIN(-left, gaps * (1 - GAP_LEAST / GAP));
    for (size_t i = from; i < end; i++)
        rows[i].gap -= gaps > 0 ? tighter * rows[i].gap / gaps : 0;
    left += tighter;
    if (left < 0 && gives > 0) {
        const double taken = MIN(-left, gives);
        for (size_t i = from; i < end; i++)
            rows[i].height -= taken * (rows[i].extent.natural - rows[i].extent.least) / gives;
        left += taken;
    }
    return MAX(0, -left);
}

/* Where the second page of a spread begins: as many rows on the first as fit. */
static size_t divide(const struct row *rows, size_t count, double room)
{
    double used = 0;
    for (size_t i = 0; i < count; i++) {
        used += rows[i].extent.least + (i ? GAP_LEAST : 0);
        if (used > room + 0.01)
            return MAX(i, 1);
    }
    /* All would fit on one page: the second gets its half all the same. */
    double half = 0;
    for (size_t i = 0; i < count; i++) {
        half += rows[i].extent.least + GAP_LEAST;
        if (half >= used / 2 && i + 1 < count)
            return i + 1;
    }
    return count;
}

static void report_overflow(const struct sheet_maker *maker, const struct row *rows, size_t from, size_t end, double over)
{
    const struct row *longest = NULL;
    for (size_t i = from; i < end; i++)
        if (rows[i].element && (!longest || rows[i].height > longest->height))
            longest = &rows[i];
    const char *hint = longest ? arena_printf(maker->setter->arena, "shorten the %s in line %d, or give the sheet pages=2",
                                              longest->element->element->rule->name, longest->element->at.line)
                               : "shorten its text, or give the sheet pages=2";
    diags_report(maker->setter->diags, DIAG_WARNING, maker->sheet->at, "sheet-overflow", hint,
                 "this worksheet is %.0f mm too long for its page", ceil(over / MM));
}

/* ---- painting ---- */

static void paint_row(struct sheet_maker *maker, struct page *page, const struct frame *frame, const struct row *row, double y)
{
    struct setter *setter = maker->setter;
    if (row->element) {
        const struct canvas canvas = {.setter = setter, .page = page, .x = frame->full_x, .y = y, .width = maker->width,
                                      .height = row->height, .recto = page->recto};
        if (row->element->id) {
            const char *ids[] = {row->element->id, NULL};
            places_add(setter, page, ids, y);
        }
        element_settings[row->element->element->rule->kind].draw(&canvas, row->element);
    } else if (row->steps) {
        sheet_steps_paint(setter, page, row->steps, frame, y, maker->width);
    } else {
        double x = frame->full_x;
        if (row->card) {
            sheet_card_paint(setter, page, x, y, maker->width, row->height);
            setting_paint(setter, page, row->title, x + CARD_PAD, y + CARD_PAD - 2);
            x += CARD_PAD;
            y += CARD_PAD + setting_height(row->title);
        }
        column_paint(setter, page, row->column, frame, x, y);
    }
}

/* A blank that gave up a good part of what the author asked for is worth a word. */
static void report_tight(const struct sheet_maker *maker, const struct row *row)
{
    if (!row->element || row->extent.stretch > 0 || row->height > row->extent.natural * TIGHT)
        return;
    diags_report(maker->setter->diags, DIAG_WARNING, row->element->at, "sheet-tight",
                 "shorten something else on this sheet, or give it pages=2",
                 "the space of this element (%s) is %.0f mm instead of %.0f", row->element->element->rule->name, row->height / MM,
                 row->extent.natural / MM);
}

static void paint_rows(struct sheet_maker *maker, struct page *page, const struct frame *frame, size_t from, size_t end, double y, double room)
{
    struct row *rows = (struct row *)(void *)maker->rows->data;
    const double over = share_out(rows, from, end, room);
    if (over > 0.5)
        report_overflow(maker, rows, from, end, over);
    for (size_t i = from; i < end; i++) {
        y += rows[i].gap;
        report_tight(maker, &rows[i]);
        paint_row(maker, page, frame, &rows[i], y);
        y += rows[i].height;
    }
}

static double feet_height(const struct sheet_maker *maker)
{
    double height = maker->feet->len ? NOTES_GAP : 0;
    for (guint i = 0; i < maker->feet->len; i++)
        height += ((const struct foot *)g_ptr_array_index(maker->feet, i))->column->height;
    return height;
}

static void paint_feet(struct sheet_maker *maker, struct page *page, const struct frame *frame, double y)
{
    struct frame full = *frame;
    full.x = frame->full_x;
    y += NOTES_GAP;
    for (guint i = 0; i < maker->feet->len; i++) {
        const struct foot *foot = g_ptr_array_index(maker->feet, i);
        foot_paint(maker->setter, page, foot, 0, foot->column->count, &full, y);
        y += foot->column->height;
    }
}

static void paint_pages(struct sheet_maker *maker, const struct chapter *chapter, const struct sheet_head *head)
{
    struct composer *composer = maker->composer;
    const size_t count = maker->rows->len;
    const bool spread = maker->sheet->sheet->pages == 2;
    struct page *page = compose_page(composer, PAGE_SHEET);
    struct frame frame = compose_frame(composer, page);
    const double bottom = frame.top + frame.room + BELOW;
    const double y = sheet_head_paint(head, page, frame.full_x, frame.top - ABOVE);
    const double first_room = bottom - y - (spread ? 0 : FOOT_HEIGHT) - feet_height(maker);
    const size_t cut = spread ? divide((const struct row *)(void *)maker->rows->data, count, first_room) : count;
    const char *ids[] = {maker->sheet->id, NULL};
    places_add(maker->setter, page, maker->sheet->id ? ids : NULL, frame.top - ABOVE);
    paint_rows(maker, page, &frame, 0, cut, y, first_room);
    paint_feet(maker, page, &frame, y + first_room);
    if (spread) {
        page = compose_page(composer, PAGE_SHEET);
        frame = compose_frame(composer, page);
        paint_rows(maker, page, &frame, cut, count, frame.top, bottom - frame.top - FOOT_HEIGHT);
    }
    sheet_foot_paint(maker->setter, page, maker->sheet, chapter, frame.full_x, bottom - FOOT_HEIGHT + 10, maker->width);
}

void compose_sheet(struct composer *composer, const struct chapter *chapter, const struct block *sheet)
{
    struct setter *setter = composer->setter;
    struct sheet_maker maker = {.composer = composer, .setter = setter, .sheet = sheet, .width = style_full_width(setter->style)};
    maker.rows = g_array_new(FALSE, TRUE, sizeof(struct row));
    maker.feet = g_ptr_array_new();
    if (sheet->sheet->pages == 2)
        compose_verso(composer);
    else if (sheet->sheet->cut)
        compose_recto(composer);
    const struct sheet_head *head = sheet_head_set(setter, sheet, maker.width);
    for (const struct block *block = sheet->children; block; block = block->next)
        add_block(&maker, block);
    const char *label = arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_WORKSHEET), sheet->sheet->number);
    const char *title = spans_text(setter->arena, sheet->spans);
    setter->sheet = title;
    composer->now.chapter = composer->now.section = label;
    compose_outline(composer, chapter->part ? 2 : 1, arena_printf(setter->arena, "%s. %s", label, title), sheet->id);
    paint_pages(&maker, chapter, head);
    setter->sheet = NULL;
    g_array_free(maker.rows, TRUE);
    g_ptr_array_free(maker.feet, TRUE);
}
