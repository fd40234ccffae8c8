#include "layout/sheet_rows.h"

#include <math.h>

#include "layout/icon.h"
#include "layout/sheet_copy.h"
#include "layout/sheet_head.h"
#include "layout/sheet_plain.h"
#include "layout/sheet_split.h"
#include "layout/tag.h"

static const double CARD_PAD = 8, HAND = 14, HAND_GAP = 6;

void rows_open(struct rows *rows, struct setter *setter, double width, double room)
{
    *rows = (struct rows){.setter = setter, .width = width, .room = room};
    rows->list = g_array_new(FALSE, TRUE, sizeof(struct row));
    rows->feet = g_ptr_array_new();
}

void rows_close(struct rows *rows)
{
    g_array_free(rows->list, TRUE);
    g_ptr_array_free(rows->feet, TRUE);
}

size_t rows_count(const struct rows *rows)
{
    return rows->list->len;
}

struct row *rows_at(const struct rows *rows, size_t number)
{
    return &g_array_index(rows->list, struct row, number);
}

/* ---- making them ---- */

static void add_row(struct rows *rows, struct row row)
{
    row.tag = rows->setter->tag;
    g_array_append_val(rows->list, row);
}

static void add_column(struct rows *rows, const struct column *column)
{
    column_feet(column, rows->feet);
    if (column->count)
        add_row(rows, (struct row){.extent = {.least = column->height, .natural = column->height}, .column = column, .to = column->count});
}

/* Lines by themselves, which may be shared out over pages. */
void rows_add_lines(struct rows *rows, struct setting *lines)
{
    struct flow flow;
    flow_start(&flow, rows->setter, rows->width, ROLE_PROMPT);
    flow_setting(&flow, lines);
    add_column(rows, flow_column(&flow));
    flow_end(&flow);
}

void rows_add_foot(struct rows *rows, const struct foot *foot)
{
    const double height = foot->column->height;
    add_row(rows, (struct row){.extent = {.least = height, .natural = height}, .column = foot->column, .to = foot->column->count, .foot = foot});
}

static bool has_blank(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind == SPAN_BLANK || has_blank(span->children))
            return true;
    return false;
}

static void add_text(struct rows *rows, const struct block *block)
{
    struct flow flow;
    flow_start(&flow, rows->setter, rows->width, has_blank(block->spans) ? ROLE_FILL_IN : ROLE_PROMPT);
    struct block alone = *block;
    alone.next = NULL;
    flow_block(&flow, arena_copy(rows->setter->arena, &alone, sizeof alone));
    add_column(rows, flow_column(&flow));
    flow_end(&flow);
}

static void add_example(struct rows *rows, const struct block *block)
{
    struct setter *setter = rows->setter;
    const char *whose = spans_text(setter->arena, block->spans);
    const char *word = words_get(setter->words, WORD_EXAMPLE);
    tag_open(setter, TAG_PARAGRAPH);
    struct setting *title = set_text(setter, whose && *whose ? arena_printf(setter->arena, "%s: %s", word, whose) : word, ROLE_HELP,
                                     rows->width, ALIGN_LEFT);
    tag_close(setter);
    struct flow flow;
    flow_start(&flow, setter, rows->width - 2 * CARD_PAD, ROLE_EXAMPLE);
    for (const struct block *child = block->children; child; child = child->next) {
        flow.indent = false;
        flow_block(&flow, child);
    }
    const struct column *column = flow_column(&flow);
    flow_end(&flow);
    const double height = column->height + setting_height(title) + 2 * CARD_PAD;
    feet_call_spans(setter, block->spans, rows->feet);
    if (height > rows->room) { /* no card any more */
        rows_add_lines(rows, title);
        add_column(rows, column);
        return;
    }
    column_feet(column, rows->feet);
    add_row(rows, (struct row){.extent = {.least = height, .natural = height}, .column = column, .to = column->count, .card = true, .title = title});
}

/* What is for e-readers only takes no room here. */
static bool on_paper(const struct block *block)
{
    return g_strcmp0(element_text(block->element, "edition"), "reader") != 0;
}

/* What can be divided no further, and is higher than a page, is no drawing any more. */
static void add_plain(struct rows *rows, const struct block *block, double over)
{
    diags_report(rows->setter->diags, DIAG_WARNING, block->at, "sheet-overflow", "shorten it, or make two of it",
                 "\"%s\" is %.0f mm too high for a page, and is printed as words and lines", block->element->rule->name,
                 ceil(over / MM));
    for (const struct block *plain = sheet_plain(rows->setter, block); plain; plain = plain->next)
        rows_add(rows, plain);
}

static void add_part(struct rows *rows, const struct block *part)
{
    const struct extent extent = element_settings[part->element->rule->kind].measure(rows->setter, part, rows->width);
    const enum element_kind kind = part->element->rule->kind;
    const bool plain = kind == ELEMENT_LINES || kind == ELEMENT_BOX; /* which is what the others become */
    if (extent.least > rows->room + 0.5 && !plain)
        add_plain(rows, part, extent.least - rows->room);
    else
        add_row(rows, (struct row){.extent = extent, .element = part});
}

static void add_element(struct rows *rows, const struct block *block)
{
    if (!on_paper(block))
        return;
    feet_call_block(rows->setter, block, rows->feet); /* before it is set, which calls them too */
    for (const struct block *copy = sheet_copies(rows->setter, block); copy; copy = copy->next) {
        GPtrArray *parts = sheet_split(rows->setter, copy, rows->width,
                                       (struct sheet_room){rows->room, rows->room, false});
        for (guint i = 0; i < parts->len; i++)
            add_part(rows, g_ptr_array_index(parts, i));
        g_ptr_array_free(parts, TRUE);
    }
}

/* Side by side, or as any other list where that is too high. */
static void add_steps(struct rows *rows, const struct block *steps)
{
    feet_call_block(rows->setter, steps, rows->feet); /* before they are set, which calls them too */
    const double height = sheet_steps_height(rows->setter, steps, rows->width);
    if (height <= rows->room) {
        add_row(rows, (struct row){.extent = {.least = height, .natural = height}, .steps = steps});
        return;
    }
    for (const struct block *block = steps->children; block; block = block->next)
        add_text(rows, block);
}

/* "Before you start: ...", "Stop rule: ..." with its hand. */
static void add_said(struct rows *rows, const struct block *block, enum word word, bool hand)
{
    struct setter *setter = rows->setter;
    const double left = hand ? HAND + HAND_GAP : 0;
    const struct span *said = labelled_spans(setter, words_get(setter->words, word), block->spans);
    feet_call_spans(setter, block->spans, rows->feet);
    struct flow flow;
    flow_start(&flow, setter, rows->width - left, ROLE_PROMPT);
    flow_setting(&flow, set_spans(setter, said, ROLE_PROMPT, rows->width - left, ALIGN_LEFT));
    const struct column *column = flow_column(&flow);
    flow_end(&flow);
    add_row(rows, (struct row){.extent = {.least = column->height, .natural = column->height}, .column = column, .to = column->count,
                               .hand = hand});
}

static void add_block(struct rows *rows, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PURPOSE:
    case BLOCK_THEN:
        feet_call_spans(rows->setter, block->spans, rows->feet);
        break;
    case BLOCK_BEFORE:
        add_said(rows, block, WORD_BEFORE, false);
        break;
    case BLOCK_STOP:
        add_said(rows, block, WORD_STOP, true);
        break;
    case BLOCK_STEPS:
        add_steps(rows, block);
        break;
    case BLOCK_EXAMPLE:
        add_example(rows, block);
        break;
    case BLOCK_ELEMENT:
        add_element(rows, block);
        break;
    default:
        add_text(rows, block);
    }
}

void rows_add(struct rows *rows, const struct block *block)
{
    tag_open(rows->setter, TAG_DIVISION);
    add_block(rows, block);
    tag_close(rows->setter);
}

static bool goes_on(const struct row *row)
{
    const struct element *element = row->element ? row->element->element : NULL;
    return element && element->rule->kind == ELEMENT_TIMELINE && g_strcmp0(element_text(element, "span"), "spread") == 0;
}

size_t rows_spread(struct rows *rows, size_t *second)
{
    size_t first = 0;
    while (first < rows_count(rows) && !goes_on(rows_at(rows, first)))
        first++;
    if (first == rows_count(rows))
        return first;
    const size_t after = rows_count(rows) - first - 1;
    struct row other = *rows_at(rows, first);
    rows_at(rows, first)->half = HALF_FIRST;
    other.half = HALF_SECOND;
    *second = first + 1 + (after + 1) / 2;
    g_array_insert_val(rows->list, (guint)*second, other);
    return first;
}

/* ---- painting ---- */

/* Where what an element draws is not shown: its edition is another, or it is private. */
static unsigned hidden_in(const struct element *element)
{
    const char *edition = element_text(element, "edition");
    unsigned hidden = element_flag(element, "private") ? PAGE_USE_SHARED : 0;
    if (g_strcmp0(edition, "print") == 0)
        hidden |= PAGE_USE_SCREEN;
    if (g_strcmp0(edition, "screen") == 0)
        hidden |= PAGE_USE_PRINT;
    return hidden;
}

static void paint_element(const struct rows *rows, struct page *page, const struct frame *frame, const struct row *row, double y)
{
    struct setter *setter = rows->setter;
    const struct canvas canvas = {.setter = setter, .page = page, .x = frame->full_x, .y = y, .width = rows->width,
                                  .height = row->height, .recto = page->recto, .half = row->half};
    if (row->element->id && row->half != HALF_SECOND) {
        const char *ids[] = {row->element->id, NULL};
        page_add_places(setter->arena, page, ids, y);
    }
    if (row->half != HALF_SECOND && !setter->aside)
        page_add_begin(setter->arena, page, (const char *)row->element);
    const struct page_contents before = page_contents(page);
    element_settings[row->element->element->rule->kind].draw(&canvas, row->element);
    page_hide(page, &before, hidden_in(row->element->element));
}

static void paint_row(const struct rows *rows, struct page *page, const struct frame *frame, const struct row *row, double y)
{
    struct setter *setter = rows->setter;
    double x = frame->full_x;
    if (row->element) {
        paint_element(rows, page, frame, row, y);
        return;
    }
    if (row->steps) {
        sheet_steps_paint(setter, page, row->steps, frame, y, rows->width);
        return;
    }
    if (row->card) {
        sheet_card_paint(setter, page, x, y, rows->width, row->height);
        setting_paint(setter, page, row->title, x + CARD_PAD, y + CARD_PAD - 2);
        x += CARD_PAD;
        y += CARD_PAD + setting_height(row->title);
    }
    if (row->hand) {
        icon_paint(setter, page, ICON_HAND, x, y + 1, HAND);
        x += HAND + HAND_GAP;
    }
    struct frame full = *frame;
    full.x = frame->full_x;
    if (row->foot)
        foot_paint(setter, page, row->foot, row->from, row->to, &full, y);
    else
        column_paint_part(setter, page, row->column, row->from, row->to, frame, x, y);
}

void row_paint(const struct rows *rows, struct page *page, const struct frame *frame, const struct row *row, double y)
{
    const struct page_tag *before = tag_resume(rows->setter, row->tag);
    paint_row(rows, page, frame, row, y);
    tag_resume(rows->setter, before);
}
