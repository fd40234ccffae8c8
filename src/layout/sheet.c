/* sheet: a worksheet on its own page, or on two that face each other.
 *
 * What is on it are rows (sheet_rows.h) between the head and the foot. A sheet that does not fit is reported in
 * millimetres, and goes on on more pages. */
#include <math.h>

#include "layout/compose.h"
#include "layout/sheet_head.h"
#include "layout/sheet_rows.h"
#include "layout/tag.h"

static const double ABOVE = 12, HEAD_CLEAR = 6, BELOW = 18, FOOT_HEIGHT = 34, NOTES_GAP = 8, SPREAD_GAP = 14, TIGHT = 0.75;

/* A sheet whose head or notes take more than this part of a page has them among its rows. */
static const double MOST_HEAD = 0.5, MOST_NOTES = 0.4;

struct sheet_maker {
    struct composer *composer;
    struct setter *setter;
    const struct block *sheet;
    struct rows rows;
    size_t turn;                /* the row that begins the second page, where the author says so; else 0 */
    const struct setting *then; /* at the foot, or NULL */
    bool too_long;              /* for its pages: reported */
};

/* `over`: by how much the rows do not fit on the page, or the two, that the sheet asks for. */
static void report_overflow(const struct sheet_maker *maker, double over)
{
    const struct row *longest = NULL;
    for (size_t i = 0; i < rows_count(&maker->rows); i++) {
        const struct row *row = rows_at(&maker->rows, i);
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
                 ceil((row->extent.least - maker->rows.room) / MM));
}

/* ---- painting ---- */

/* Where a page begins and ends. */
struct sheet_page {
    struct page *page;
    struct frame frame;
    double y, room;
};

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

/* Paints rows that have their heights. Returns the y below them. */
static double paint_rows(struct sheet_maker *maker, const struct sheet_page *page, size_t from, size_t end)
{
    double y = page->y;
    for (size_t i = from; i < end; i++) {
        const struct row *row = rows_at(&maker->rows, i);
        y += row->gap;
        report_tight(maker, row);
        if (row->extent.least > maker->rows.room + 0.5)
            report_high(maker, row);
        row_paint(&maker->rows, page->page, &page->frame, row, y);
        y += row->height;
    }
    return y;
}

static void share_and_paint(struct sheet_maker *maker, const struct sheet_page *page, size_t from, size_t end)
{
    rows_share(&maker->rows, from, end, page->room);
    paint_rows(maker, page, from, end);
}

static double feet_height(const struct sheet_maker *maker)
{
    double height = maker->rows.feet->len ? NOTES_GAP : 0;
    for (guint i = 0; i < maker->rows.feet->len; i++)
        height += ((const struct foot *)g_ptr_array_index(maker->rows.feet, i))->column->height;
    return height;
}

static void paint_feet(struct sheet_maker *maker, struct page *page, const struct frame *frame, double y)
{
    struct frame full = *frame;
    full.x = frame->full_x;
    y += NOTES_GAP;
    for (guint i = 0; i < maker->rows.feet->len; i++) {
        const struct foot *foot = g_ptr_array_index(maker->rows.feet, i);
        foot_paint(maker->setter, page, foot, 0, foot->column->count, &full, y);
        y += foot->column->height;
    }
}

/* ---- pages ---- */

static struct sheet_page page_begin(struct sheet_maker *maker, double below)
{
    struct sheet_page page = {.page = compose_page(maker->composer, PAGE_SHEET)};
    page.frame = compose_frame(maker->composer, page.page);
    page.y = page.frame.top;
    page.room = page.frame.room + BELOW - below;
    return page;
}

/* Where the second page begins: where the author says, or where both are as full. */
static size_t end_of_first(struct sheet_maker *maker, double room)
{
    if (maker->sheet->sheet->pages != 2)
        return rows_fill(&maker->rows, 0, room, false);
    return maker->turn ? MIN(maker->turn, rows_fill(&maker->rows, 0, room, true)) : rows_divide(&maker->rows, room, maker->rows.room);
}

/* The page with the sheet's head. */
static struct sheet_page first_page(struct sheet_maker *maker, const struct sheet_head *head, double below)
{
    struct sheet_page page = page_begin(maker, below + feet_height(maker));
    const double top = MAX(page.y - ABOVE, maker->setter->style->head_baseline + HEAD_CLEAR);
    page.y = sheet_head_paint(head, page.page, page.frame.full_x, top);
    page.room -= page.y - page.frame.top;
    const char *ids[] = {maker->sheet->id, NULL};
    page_add_places(maker->setter->arena, page.page, maker->sheet->id ? ids : NULL, top);
    if (!maker->setter->aside)
        page_add_begin(maker->setter->arena, page.page, maker->sheet->id);
    return page;
}

static void check_length(struct sheet_maker *maker, double over)
{
    if (over > 0.5 && !maker->too_long)
        report_overflow(maker, over);
    maker->too_long = maker->too_long || over > 0.5;
}

/* Row after row, on as many pages as they take. Returns the last one. */
static struct sheet_page paint_pages(struct sheet_maker *maker, const struct sheet_head *head)
{
    struct rows *rows = &maker->rows;
    const bool spread = maker->sheet->sheet->pages == 2;
    struct sheet_page page = first_page(maker, head, spread ? 0 : FOOT_HEIGHT);
    check_length(maker, rows_least(rows, 0, rows_count(rows)) - page.room - (spread ? rows->room : 0));
    size_t from = 0, end = end_of_first(maker, page.room);
    share_and_paint(maker, &page, 0, end);
    paint_feet(maker, page.page, &page.frame, page.y + page.room);
    for (bool second = spread; second || end < rows_count(rows); second = false) {
        page = page_begin(maker, FOOT_HEIGHT);
        from = end;
        end = rows_fill(rows, from, page.room, true);
        if (second)
            check_length(maker, rows_least(rows, end, rows_count(rows))); /* what was not to be divided so */
        share_and_paint(maker, &page, from, end);
    }
    return page;
}

/* The rows below a drawing that goes on across the spine begin at the same height on both pages. */
static void share_below(const struct rows *rows, size_t from, size_t end, double room)
{
    rows_share(rows, from, end, room - SPREAD_GAP);
    if (from < end)
        rows_at(rows, from)->gap = SPREAD_GAP;
}

/* Two pages with a drawing across the spine: row `across` on the first, `second` on the other, which begins with it. It
 * stands at the same height on both, and below it each page has rows of its own. */
static struct sheet_page paint_spread(struct sheet_maker *maker, const struct sheet_head *head, size_t across, size_t second)
{
    struct rows *rows = &maker->rows;
    struct sheet_page page = first_page(maker, head, 0);
    const size_t count = rows_count(rows);
    rows_share(rows, 0, second, page.room);
    double above = page.y - page.frame.top;
    for (size_t i = 0; i < across; i++)
        above += rows_at(rows, i)->gap + rows_at(rows, i)->height;
    struct row *left = rows_at(rows, across), *right = rows_at(rows, second);
    above += left->gap;
    const double below = second + 1 < count ? rows_natural(rows, second + 1, count) + SPREAD_GAP : 0;
    left->height = MAX(left->extent.least, MIN(left->height, rows->room - above - below));
    right->height = left->height;
    right->gap = above;
    share_below(rows, across + 1, second, page.room - (above - (page.y - page.frame.top)) - left->height);
    paint_rows(maker, &page, 0, second);
    paint_feet(maker, page.page, &page.frame, page.y + page.room);
    page = page_begin(maker, FOOT_HEIGHT);
    share_below(rows, second + 1, count, rows->room - above - right->height);
    paint_rows(maker, &page, second, count);
    return page;
}

/* Whether the rows on both sides of the spine have room at their least. */
static bool spread_fits(const struct sheet_maker *maker, const struct sheet_head *head, size_t across, size_t second)
{
    const struct rows *rows = &maker->rows;
    const double above = sheet_head_height(head) - ABOVE, below = rows_least(rows, second + 1, rows_count(rows)) + SPREAD_GAP;
    return above + rows_least(rows, 0, second) + feet_height(maker) <= rows->room + FOOT_HEIGHT &&
           above + rows_natural(rows, 0, across) + rows_at(rows, across)->extent.least + below + SPREAD_GAP <= rows->room;
}

static void paint_sheet(struct sheet_maker *maker, const struct chapter *chapter, const struct sheet_head *head)
{
    struct rows *rows = &maker->rows;
    size_t second = 0;
    const size_t across = maker->sheet->sheet->pages == 2 ? rows_spread(rows, &second) : rows_count(rows);
    bool spread = across < rows_count(rows);
    if (spread && !spread_fits(maker, head, across, second)) { /* then it stays on one page */
        g_array_remove_index(rows->list, (guint)second);
        rows_at(rows, across)->half = HALF_NONE;
        spread = false;
    }
    const struct sheet_page last = spread ? paint_spread(maker, head, across, second) : paint_pages(maker, head);
    sheet_foot_paint(maker->setter, last.page, maker->then, chapter, last.frame.full_x,
                     last.frame.top + last.frame.room + BELOW - FOOT_HEIGHT + 10, maker->rows.width);
}

/* What the head has no room for stands below it, what the foot has no room for at the end. */
static void add_head(struct sheet_maker *maker, struct sheet_head *head)
{
    struct setting *title, *purpose;
    if (sheet_head_height(head) <= maker->rows.room * MOST_HEAD)
        return;
    sheet_head_take_words(head, &title, &purpose);
    rows_add_lines(&maker->rows, title);
    if (purpose)
        rows_add_lines(&maker->rows, purpose);
}

static void add_then(struct sheet_maker *maker)
{
    struct setting *then = sheet_then_set(maker->setter, maker->sheet, maker->rows.width);
    if (then && setting_height(then) > FOOT_HEIGHT)
        rows_add_lines(&maker->rows, sheet_then_set(maker->setter, maker->sheet, maker->rows.width));
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
    g_ptr_array_sort(maker->rows.feet, by_number);
    if (feet_height(maker) <= maker->rows.room * MOST_NOTES)
        return;
    for (guint i = 0; i < maker->rows.feet->len; i++)
        rows_add_foot(&maker->rows, g_ptr_array_index(maker->rows.feet, i));
    g_ptr_array_set_size(maker->rows.feet, 0);
}

/* What stands at the same place on every sheet goes first, then all else in the author's order. */
static void add_blocks(struct sheet_maker *maker)
{
    static const enum block_kind first[] = {BLOCK_BEFORE, BLOCK_STEPS, BLOCK_STOP};
    const struct block *sheet = maker->sheet;
    for (size_t i = 0; i < G_N_ELEMENTS(first); i++)
        for (const struct block *block = sheet->children; block; block = block->next)
            if (block->kind == first[i])
                rows_add(&maker->rows, block);
    for (size_t i = 0; i < rows_count(&maker->rows); i++)
        rows_at(&maker->rows, i)->head = true;
    for (const struct block *block = sheet->children; block; block = block->next) {
        if (block->kind == BLOCK_BREAK && sheet->sheet->pages == 2)
            maker->turn = rows_count(&maker->rows);
        else if (block->kind != BLOCK_BEFORE && block->kind != BLOCK_STEPS && block->kind != BLOCK_STOP)
            rows_add(&maker->rows, block);
    }
}

/* The side of the open book that a sheet begins on. */
static void begin_side(struct composer *composer, const struct sheet *sheet)
{
    if (sheet->pages == 2 || sheet->start == START_LEFT)
        compose_verso(composer);
    else if (sheet->cut || sheet->start == START_RIGHT)
        compose_recto(composer);
}

/* Nothing that anybody needs stands on the back of what is cut out. */
static void add_back(struct composer *composer)
{
    const struct page *sheet = g_ptr_array_index(composer->pages, composer->pages->len - 1);
    if (!sheet->recto)
        return;
    struct setter *setter = composer->setter;
    struct page *back = compose_page(composer, PAGE_DISPLAY);
    const struct frame frame = compose_frame(composer, back);
    paint_text(setter, back, words_get(setter->words, WORD_CUT_BACK), ROLE_HELP, frame.full_x + frame.full_width / 2,
               frame.top + frame.room / 2, ALIGN_CENTER);
}

void compose_sheet(struct composer *composer, const struct chapter *chapter, const struct block *sheet)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    struct sheet_maker maker = {.composer = composer, .setter = setter, .sheet = sheet};
    rows_open(&maker.rows, setter, style_full_width(style), style->lines * style->leading + BELOW - FOOT_HEIGHT);
    begin_side(composer, sheet->sheet);
    tag_open(setter, TAG_SECTION);
    setter->heading++;
    struct sheet_head *head = sheet_head_set(setter, sheet, maker.rows.width);
    feet_call_spans(setter, sheet->spans, maker.rows.feet);
    add_head(&maker, head);
    add_blocks(&maker);
    add_then(&maker);
    add_feet(&maker);
    const char *title = spans_text(setter->arena, sheet->spans), *label = title, *line = title;
    if (sheet->sheet->number) {
        label = arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_WORKSHEET), sheet->sheet->number);
        line = arena_printf(setter->arena, "%s. %s", label, title);
    }
    setter->sheet = title;
    composer->now.chapter = composer->now.section = label;
    if (sheet->id) /* a copy has none */
        compose_outline(composer, chapter->part ? 2 : 1, line, sheet->id);
    paint_sheet(&maker, chapter, head);
    if (sheet->sheet->cut)
        add_back(composer);
    setter->sheet = NULL;
    setter->heading--;
    tag_close(setter);
    rows_close(&maker.rows);
}
