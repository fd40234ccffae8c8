#include "layout/sheet_head.h"

#include <glib.h>
#include <math.h>

#include "layout/draw.h"
#include "layout/icon.h"
#include "layout/tag.h"

struct sheet_head {
    struct setter *setter;
    const struct sheet *sheet;
    const char *label; /* or NULL: unnumbered */
    struct setting *title, *purpose; /* or NULL */
    const struct page_tag *tag, *heading; /* of all of it; of label and title */
    double width;
};

static const double ICON = 12, ICON_GAP = 4, MARK_GAP = 14, LABEL_HEIGHT = 22, AFTER = 9;

static const struct block *child_of(const struct block *sheet, enum block_kind kind)
{
    for (const struct block *child = sheet->children; child; child = child->next)
        if (child->kind == kind)
            return child;
    return NULL;
}

struct sheet_head *sheet_head_set(struct setter *setter, const struct block *sheet, double width)
{
    struct sheet_head *head = ARENA_NEW(setter->arena, struct sheet_head);
    const struct block *purpose = child_of(sheet, BLOCK_PURPOSE);
    head->setter = setter;
    head->sheet = sheet->sheet;
    if (sheet->sheet->number)
        head->label = arena_printf(setter->arena, "%s %d", words_get(setter->words, WORD_WORKSHEET), sheet->sheet->number);
    head->tag = tag_open(setter, TAG_DIVISION);
    struct page_tag *heading = tag_open(setter, TAG_HEADING);
    heading->level = setter->heading;
    head->heading = heading;
    head->title = set_spans(setter, sheet->spans, ROLE_SHEET_TITLE, width, ALIGN_LEFT);
    tag_close(setter);
    head->purpose = purpose ? set_spans(setter, purpose->spans, ROLE_PURPOSE, width, ALIGN_LEFT) : NULL;
    tag_close(setter);
    head->width = width;
    return head;
}

/* One icon with its words, its right end at x; returns where it begins. */
static double paint_mark(struct setter *setter, struct page *page, enum icon icon, const char *words, double right, double baseline)
{
    const double width = text_width(setter, words, ROLE_HELP);
    paint_text(setter, page, words, ROLE_HELP, right - width, baseline, ALIGN_LEFT);
    const double x = right - width - ICON_GAP - ICON;
    icon_paint(setter, page, icon, x, baseline - ICON + 2, ICON);
    return x;
}

/* Right to left: loop, lock, who, effort, time. */
static void paint_marks(const struct sheet_head *head, struct page *page, double right, double baseline)
{
    struct setter *setter = head->setter;
    const struct sheet *sheet = head->sheet;
    static const enum icon who[] = {ICON_SOLO, ICON_EACH, ICON_PAIR};
    static const enum icon effort[] = {ICON_EFFORT_1, ICON_EFFORT_2, ICON_EFFORT_3};
    if (sheet->repeatable)
        right = paint_mark(setter, page, ICON_LOOP, words_get(setter->words, WORD_REPEAT), right, baseline) - MARK_GAP;
    if (sheet->is_private)
        right = paint_mark(setter, page, ICON_LOCK, words_get(setter->words, WORD_PRIVATE), right, baseline) - MARK_GAP;
    right = paint_mark(setter, page, who[sheet->who], words_get(setter->words, WORD_SOLO + sheet->who), right, baseline) - MARK_GAP;
    if (sheet->effort)
        right = paint_mark(setter, page, effort[sheet->effort - 1], words_get(setter->words, WORD_LIGHT + (unsigned)sheet->effort - 1), right, baseline) - MARK_GAP;
    if (sheet->time)
        paint_mark(setter, page, ICON_CLOCK, sheet->time, right, baseline);
}

/* "Worksheet 14": the title follows. */
static void paint_label(struct setter *setter, struct page *page, const char *text, double x, double baseline)
{
    struct setting *label = set_text(setter, text, ROLE_SHEET_LABEL, NO_LIMIT, ALIGN_LEFT);
    setting_end_in_space(label);
    setting_paint(setter, page, label, x, baseline - role_baseline(setter->style, ROLE_SHEET_LABEL));
}

double sheet_head_paint(const struct sheet_head *head, struct page *page, double x, double y)
{
    struct setter *setter = head->setter;
    const struct page_tag *before = tag_resume(setter, head->heading);
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = head->width, .line_width = 1.5, .stroke = setter->style->accent});
    const double baseline = y + 16;
    if (head->label)
        paint_label(setter, page, head->label, x, baseline);
    tag_resume(setter, head->tag);
    paint_marks(head, page, x + head->width, baseline);
    tag_resume(setter, before);
    y += LABEL_HEIGHT;
    const struct setting *const words[] = {head->title, head->purpose};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (words[i]) {
            setting_paint(setter, page, words[i], x, y);
            y += setting_height(words[i]);
        }
    return y + AFTER;
}

double sheet_head_height(const struct sheet_head *head)
{
    const double title = head->title ? setting_height(head->title) : 0;
    return LABEL_HEIGHT + title + (head->purpose ? setting_height(head->purpose) : 0) + AFTER;
}

void sheet_head_take_words(struct sheet_head *head, struct setting **title, struct setting **purpose)
{
    *title = head->title;
    *purpose = head->purpose;
    head->title = head->purpose = NULL;
}

/* ---- the strip of instructions ---- */

static const double STEP_GAP = 16, STEP_NUMBER = 13, STRIP_PAD = 6;

static const struct column *step_set(struct setter *setter, const struct block *item, size_t count, double width)
{
    const double room = (width - STEP_GAP * (double)(count - 1)) / (double)count - STEP_NUMBER;
    struct flow flow;
    tag_open(setter, TAG_BODY);
    flow_start(&flow, setter, room, ROLE_STEPS);
    flow_blocks(&flow, item->children);
    const struct column *column = flow_column(&flow);
    flow_end(&flow);
    tag_close(setter);
    return column;
}

double sheet_steps_height(struct setter *setter, const struct block *steps, double width)
{
    const size_t count = block_items_count(steps);
    double height = 0;
    for (const struct block *item = block_items(steps); item; item = item->next)
        height = MAX(height, step_set(setter, item, count, width)->height);
    return height + 2 * STRIP_PAD;
}

void sheet_steps_paint(struct setter *setter, struct page *page, const struct block *steps, const struct frame *frame, double y, double width)
{
    const size_t count = block_items_count(steps);
    const double height = sheet_steps_height(setter, steps, width), x = frame->full_x;
    const struct colour grey = setter->style->rule;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = width, .line_width = HAIRLINE, .stroke = grey});
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y + height, .width = width, .line_width = HAIRLINE, .stroke = grey});
    size_t number = 0;
    tag_open(setter, TAG_LIST)->numbering = TAG_NUMBERING_DECIMAL;
    for (const struct block *item = block_items(steps); item; item = item->next, number++) {
        tag_open(setter, TAG_ITEM);
        tag_open(setter, TAG_LABEL);
        const double step = (width + STEP_GAP) / (double)count, left = x + step * (double)number;
        const char *figure = arena_printf(setter->arena, "%zu", number + 1);
        paint_text(setter, page, figure, ROLE_BOX_TITLE, left, y + STRIP_PAD + role_baseline(setter->style, ROLE_STEPS), ALIGN_LEFT);
        tag_close(setter);
        column_paint(setter, page, step_set(setter, item, count, width), frame, left + STEP_NUMBER, y + STRIP_PAD);
        tag_close(setter);
    }
    tag_close(setter);
}

void sheet_card_paint(struct setter *setter, struct page *page, double x, double y, double width, double height)
{
    page_add(setter->arena, page, (struct item){.kind = ITEM_BOX, .x = x, .y = y, .width = width, .height = height, .radius = 3, .filled = true,
                                                .fill = draw_tint(setter->style)});
}

/* A span of one kind around others. */
static struct span *wrap(struct setter *setter, enum span_kind kind, struct span *children, const char *text, struct span *next)
{
    struct span *span = ARENA_NEW(setter->arena, struct span);
    *span = (struct span){.kind = kind, .children = children, .text = text, .next = next};
    return span;
}

const struct span *labelled_spans(struct setter *setter, const char *word, struct span *spans)
{
    const char *label = arena_printf(setter->arena, "%s: ", word);
    return wrap(setter, SPAN_STRONG, wrap(setter, SPAN_TEXT, NULL, label, NULL), NULL, spans);
}

/* The part of the foot that the way back may take, and the gap beside it. */
static const double BACK_PART = 0.45, BACK_GAP = 12;

struct setting *sheet_then_set(struct setter *setter, const struct block *sheet, double width)
{
    const struct block *then = child_of(sheet, BLOCK_THEN);
    if (!then)
        return NULL;
    const struct span *said = labelled_spans(setter, words_get(setter->words, WORD_THEN), then->spans);
    return set_spans(setter, said, ROLE_HELP, width * (1 - BACK_PART) - BACK_GAP, ALIGN_LEFT);
}

static void paint_back(struct setter *setter, struct page *page, const struct anchor *anchor, double x, double y, double width)
{
    struct span *words = wrap(setter, SPAN_TEXT, NULL, book_label(setter->book, anchor), NULL);
    struct span *link = wrap(setter, SPAN_LINK, words, NULL, NULL);
    link->anchor = anchor;
    link->written = true;
    struct span *back = wrap(setter, SPAN_TEXT, NULL, arena_printf(setter->arena, "%s ", words_get(setter->words, WORD_BACK_TO)), link);
    setting_paint(setter, page, set_spans(setter, back, ROLE_HELP, width, ALIGN_RIGHT), x, y);
}

void sheet_foot_paint(struct setter *setter, struct page *page, const struct setting *then, const struct chapter *chapter, double x,
                      double y, double width)
{
    const struct anchor *anchor = book_find_anchor(setter->book, chapter->id);
    if (anchor)
        paint_back(setter, page, anchor, x + width * (1 - BACK_PART), y, width * BACK_PART);
    if (then)
        setting_paint(setter, page, then, x, y);
}
