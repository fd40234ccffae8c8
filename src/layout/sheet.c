/* sheet: a worksheet on its own page, or on two that face each other.
 *
 * Every part of a sheet becomes a row that knows its least and natural height; what is left of the page goes to the rows that
 * stretch, what is missing is taken from the gaps. A sheet that still does not fit is reported in millimetres, and goes on
 * on more pages. */
#include <math.h>

#include "layout/compose.h"
#include "layout/element.h"
#include "layout/sheet_head.h"
#include "layout/sheet_split.h"

struct row {
    double gap; /* above it */
    struct extent extent;
    double height;
    const struct block *element;   /* or */
    const struct column *column;   /* text: paragraphs, lists, headings: */
    size_t from, to;               /* so many of its strips; or */
    const struct setting *title;   /* a worked example: its title over the column, tinted */
    bool card, strip;
    const struct block *steps;
    const struct foot *foot;       /* whose column it is */
};

static const double GAP = 9, GAP_LEAST = 2, ABOVE = 12, BELOW = 18, FOOT_HEIGHT = 34, CARD_PAD = 8, NOTES_GAP = 8, TIGHT = 0.75;

/* A sheet whose head or notes take more than this part of a page has them among its rows. */
static const double MOST_HEAD = 0.5, MOST_NOTES = 0.4;

struct sheet_maker {
    struct composer *composer;
    struct setter *setter;
    const struct block *sheet;
    GArray *rows; /* struct row */
    GPtrArray *feet; /* struct foot: notes that its text calls */
    double width;
    double room;     /* of a page without a head */
    const struct setting *then; /* at the foot, or NULL */
    bool too_long;   /* for its pages: reported */
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

static void add_column(struct sheet_maker *maker, const struct column *column)
{
    column_feet(column, maker->feet);
    if (column->count)
        add_row(maker, (struct row){.extent = {column->height, column->height, 0}, .column = column, .to = column->count});
}

/* Lines by themselves, which may be shared out over pages. */
static void add_lines(struct sheet_maker *maker, struct setting *lines)
{
    struct flow flow;
    flow_start(&flow, maker->setter, maker->width, ROLE_PROMPT);
    flow_setting(&flow, lines);
    add_column(maker, flow_column(&flow));
    flow_end(&flow);
}

static void add_text(struct sheet_maker *maker, const struct block *block)
{
    struct flow flow;
    flow_start(&flow, maker->setter, maker->width, has_blank(block->spans) ? ROLE_FILL_IN : ROLE_PROMPT);
    const struct block alone = {.kind = block->kind, .at = block->at, .id = block->id, .children = block->children, .spans = block->spans,
                                .text = block->text, .level = block->level, .box = block->box, .list = block->list, .table = block->table,
                                .figure = block->figure, .lang = block->lang, .syntax = block->syntax, .listing = block->listing};
    flow_block(&flow, &alone);
    add_column(maker, flow_column(&flow));
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
    flow_end(&flow);
    struct setting *title = set_text(setter, whose && *whose ? arena_printf(setter->arena, "%s: %s", word, whose) : word, ROLE_HELP,
                                     maker->width, ALIGN_LEFT);
    const double height = column->height + setting_height(title) + 2 * CARD_PAD;
    feet_call_spans(setter, block->spans, maker->feet);
    if (height > maker->room) { /* no card any more */
        add_lines(maker, title);
        add_column(maker, column);
        return;
    }
    column_feet(column, maker->feet);
    add_row(maker, (struct row){.extent = {height, height, 0}, .column = column, .to = column->count, .card = true, .title = title});
}

static void add_element(struct sheet_maker *maker, const struct block *block)
{
    GPtrArray *parts = sheet_split(maker->setter, block, maker->width, maker->room);
    for (guint i = 0; i < parts->len; i++) {
        const struct block *part = g_ptr_array_index(parts, i);
        const struct extent extent = element_settings[part->element->rule->kind].measure(maker->setter, part, maker->width);
        add_row(maker, (struct row){.extent = extent, .element = part});
    }
    g_ptr_array_free(parts, TRUE);
    feet_call_block(maker->setter, block, maker->feet);
}

/* Side by side, or as any other list where that is too high. */
static void add_steps(struct sheet_maker *maker, const struct block *steps)
{
    feet_call_block(maker->setter, steps, maker->feet); /* before they are set, which calls them too */
    const double height = sheet_steps_height(maker->setter, steps, maker->width);
    if (height <= maker->room) {
        add_row(maker, (struct row){.extent = {height, height, 0}, .steps = steps});
        return;
    }
    for (const struct block *block = steps->children; block; block = block->next)
        add_text(maker, block);
}

static void add_block(struct sheet_maker *maker, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PURPOSE:
    case BLOCK_THEN: /* in the head and at the foot */
        feet_call_spans(maker->setter, block->spans, maker->feet);
        break;
    case BLOCK_STEPS:
        add_steps(maker, block);
        break;
    case BLOCK_EXAMPLE:
        add_example(maker, block);
        break;
    case BLOCK_ELEMENT:
        add_element(maker, block);
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

/* `over`: by how much the rows do not fit on the page, or the two, that the sheet asks for. */
static void report_overflow(const struct sheet_maker *maker, double over)
{
    const struct row *longest = NULL;
    for (guint i = 0; i < maker->rows->len; i++) {
        const struct row *row = &g_array_index(maker->rows, struct row, i);
        if (row->element && (!longest || row->extent.least > longest->extent.least))
            longest = row;
    }
    const bool spread = maker->sheet->sheet->pages == 2;
    const char *otherwise = spread ? "make two of it" : "give the sheet pages=2";
    const char *hint = longest ? arena_printf(maker->setter->arena, "shorten the %s in line %d, or %s", longest->element->element->rule->name,
                                              longest->element->at.line, otherwise)
                               : arena_printf(maker->setter->arena, "shorten its text, or %s", otherwise);
    diags_report(maker->setter->diags, DIAG_WARNING, maker->sheet->at, "sheet-overflow", hint,
                 "this worksheet is %.0f mm too long for its %s, and goes on on more", ceil(over / MM), spread ? "pages" : "page");
}

/* What can be divided no further, and is higher than a page. */
static void report_high(const struct sheet_maker *maker, const struct row *row)
{
    diags_report(maker->setter->diags, DIAG_WARNING, row->element ? row->element->at : maker->sheet->at, "sheet-overflow",
                 "shorten it, or make two of it", "this part of a worksheet is %.0f mm too high for a page",
                 ceil((row->extent.least - maker->room) / MM));
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
            page_add_places(setter->arena, page, ids, y);
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
        struct frame full = *frame;
        full.x = frame->full_x;
        if (row->foot)
            foot_paint(setter, page, row->foot, row->from, row->to, &full, y);
        else
            column_paint_part(setter, page, row->column, row->from, row->to, frame, x, y);
    }
}

/* A blank that gave up a good part of what the author asked for is worth a word. */
static void report_tight(const struct sheet_maker *maker, const struct row *row)
{
    if (!row->element || maker->too_long || row->extent.stretch > 0 || row->height > row->extent.natural * TIGHT)
        return;
    diags_report(maker->setter->diags, DIAG_WARNING, row->element->at, "sheet-tight",
                 "shorten something else on this sheet, or give it pages=2",
                 "the space of this element (%s) is %.0f mm instead of %.0f", row->element->element->rule->name, row->height / MM,
                 row->extent.natural / MM);
}

static void paint_rows(struct sheet_maker *maker, struct page *page, const struct frame *frame, size_t from, size_t end, double y, double room)
{
    struct row *rows = (struct row *)(void *)maker->rows->data;
    share_out(rows, from, end, room);
    for (size_t i = from; i < end; i++) {
        y += rows[i].gap;
        report_tight(maker, &rows[i]);
        if (rows[i].extent.least > maker->room + 0.5)
            report_high(maker, &rows[i]);
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

/* ---- pages ---- */

/* Where a page begins and ends. */
struct sheet_page {
    struct page *page;
    struct frame frame;
    double y, room;
};

static struct sheet_page page_begin(struct sheet_maker *maker, double below)
{
    struct sheet_page page = {.page = compose_page(maker->composer, PAGE_SHEET)};
    page.frame = compose_frame(maker->composer, page.page);
    page.y = page.frame.top;
    page.room = page.frame.room + BELOW - below;
    return page;
}

/* The least height of rows with the least gaps between them. */
static double least_height(const struct row *rows, size_t from, size_t end)
{
    double least = 0;
    for (size_t i = from; i < end; i++)
        least += rows[i].extent.least + (i > from ? GAP_LEAST : 0);
    return least;
}

/* Divides a row of text after so many strips as there is room for. False when not even one fits. */
static bool split_row(struct sheet_maker *maker, size_t number, double room)
{
    struct row first = g_array_index(maker->rows, struct row, number), rest = first;
    const struct column *column = first.column;
    const double top = column->strips[first.from].y;
    size_t to = first.from;
    while (to < first.to && column->strips[to].y + column->strips[to].height - top <= room)
        to++;
    if (to == first.from || to == first.to)
        return false;
    first.to = rest.from = to;
    const double height = first.extent.least, above = column->strips[to].y - top;
    first.extent = (struct extent){above, above, 0};
    rest.extent = (struct extent){height - above, height - above, 0};
    g_array_index(maker->rows, struct row, number) = first;
    g_array_insert_val(maker->rows, (guint)number + 1, rest);
    return true;
}

/* The row that begins the next page: as many as fit, part of a text that is higher than a page, and on a page of its own
 * whatever there is. */
static size_t fill(struct sheet_maker *maker, size_t from, double room, bool whole_page)
{
    size_t end = from;
    while (end < maker->rows->len && least_height((const struct row *)(void *)maker->rows->data, from, end + 1) <= room + 0.5)
        end++;
    if (end == maker->rows->len)
        return end;
    const struct row *next = &g_array_index(maker->rows, struct row, end);
    const double left = room - least_height((const struct row *)(void *)maker->rows->data, from, end) - (end > from ? GAP_LEAST : 0);
    const bool text = next->column && !next->card && next->extent.least > maker->room;
    if (text && split_row(maker, end, left))
        return end + 1;
    return end == from && whole_page ? end + 1 : end;
}

static void paint_pages(struct sheet_maker *maker, const struct chapter *chapter, const struct sheet_head *head)
{
    const bool spread = maker->sheet->sheet->pages == 2;
    struct sheet_page page = page_begin(maker, (spread ? 0 : FOOT_HEIGHT) + feet_height(maker));
    const double top = page.y - ABOVE;
    page.y = sheet_head_paint(head, page.page, page.frame.full_x, top);
    page.room -= page.y - page.frame.top;
    const char *ids[] = {maker->sheet->id, NULL};
    page_add_places(maker->setter->arena, page.page, maker->sheet->id ? ids : NULL, top);
    const struct row *rows = (const struct row *)(void *)maker->rows->data;
    const double over = least_height(rows, 0, maker->rows->len) - page.room - (spread ? maker->room : 0);
    maker->too_long = over > 0.5;
    if (maker->too_long)
        report_overflow(maker, over);
    size_t from = 0, end = spread ? divide(rows, maker->rows->len, page.room) : fill(maker, 0, page.room, false);
    paint_rows(maker, page.page, &page.frame, 0, end, page.y, page.room);
    paint_feet(maker, page.page, &page.frame, page.y + page.room);
    for (bool second = spread; second || end < maker->rows->len; second = false) {
        page = page_begin(maker, FOOT_HEIGHT);
        from = end;
        end = fill(maker, from, page.room, true);
        paint_rows(maker, page.page, &page.frame, from, end, page.y, page.room);
    }
    sheet_foot_paint(maker->setter, page.page, maker->then, chapter, page.frame.full_x, page.frame.top + page.frame.room + BELOW - FOOT_HEIGHT + 10,
                     maker->width);
}

/* What the head has no room for stands below it, what the foot has no room for at the end. */
static void add_head(struct sheet_maker *maker, struct sheet_head *head)
{
    struct setting *title, *purpose;
    if (sheet_head_height(head) <= maker->room * MOST_HEAD)
        return;
    sheet_head_take_words(head, &title, &purpose);
    add_lines(maker, title);
    if (purpose)
        add_lines(maker, purpose);
}

static void add_then(struct sheet_maker *maker)
{
    struct setting *then = sheet_then_set(maker->setter, maker->sheet, maker->width);
    if (then && setting_height(then) > FOOT_HEIGHT)
        add_lines(maker, sheet_then_set(maker->setter, maker->sheet, maker->width));
    else
        maker->then = then;
}

static int by_number(gconstpointer left, gconstpointer right)
{
    const struct foot *a = *(const struct foot *const *)left, *b = *(const struct foot *const *)right;
    return a->note->number - b->note->number;
}

static void add_feet(struct sheet_maker *maker)
{
    g_ptr_array_sort(maker->feet, by_number);
    if (feet_height(maker) <= maker->room * MOST_NOTES)
        return;
    for (guint i = 0; i < maker->feet->len; i++) {
        const struct foot *foot = g_ptr_array_index(maker->feet, i);
        add_row(maker, (struct row){.extent = {foot->column->height, foot->column->height, 0}, .column = foot->column,
                                    .to = foot->column->count, .foot = foot});
    }
    g_ptr_array_set_size(maker->feet, 0);
}

void compose_sheet(struct composer *composer, const struct chapter *chapter, const struct block *sheet)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    struct sheet_maker maker = {.composer = composer, .setter = setter, .sheet = sheet, .width = style_full_width(style),
                                .room = style->lines * style->leading + BELOW - FOOT_HEIGHT};
    maker.rows = g_array_new(FALSE, TRUE, sizeof(struct row));
    maker.feet = g_ptr_array_new();
    if (sheet->sheet->pages == 2)
        compose_verso(composer);
    else if (sheet->sheet->cut)
        compose_recto(composer);
    struct sheet_head *head = sheet_head_set(setter, sheet, maker.width);
    feet_call_spans(setter, sheet->spans, maker.feet);
    add_head(&maker, head);
    for (const struct block *block = sheet->children; block; block = block->next)
        add_block(&maker, block);
    add_then(&maker);
    add_feet(&maker);
    const char *title = spans_text(setter->arena, sheet->spans), *label = title, *line = title;
    if (sheet->sheet->number) {
        label = arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_WORKSHEET), sheet->sheet->number);
        line = arena_printf(setter->arena, "%s. %s", label, title);
    }
    setter->sheet = title;
    composer->now.chapter = composer->now.section = label;
    compose_outline(composer, chapter->part ? 2 : 1, line, sheet->id);
    paint_pages(&maker, chapter, head);
    setter->sheet = NULL;
    g_array_free(maker.rows, TRUE);
    g_ptr_array_free(maker.feet, TRUE);
}
