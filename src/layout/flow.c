#include "layout/flow.h"

#include <math.h>
#include <string.h>

/* Costs of breaking a page inside a paragraph, in squared lines: a widow or an orphan is worth
 * a page that is six lines short. */
static const double WIDOW = 36, HYPHEN_AT_END = 14;
static const double LIST_HANG = 15, QUOTE_INDENT = 15;

void flow_start(struct flow *flow, struct setter *setter, double width, enum role role)
{
    *flow = (struct flow){.setter = setter, .width = width, .role = role};
    flow->slabs = g_array_new(FALSE, TRUE, sizeof(struct slab));
    flow->ids = g_ptr_array_new();
}

void flow_end(struct flow *flow)
{
    g_array_free(flow->slabs, TRUE);
    g_ptr_array_free(flow->ids, TRUE);
}

static const char *const *take_ids(struct flow *flow)
{
    if (!flow->ids->len)
        return NULL;
    g_ptr_array_add(flow->ids, NULL);
    const char *const *ids = arena_copy(flow->setter->arena, flow->ids->pdata, flow->ids->len * sizeof(char *));
    g_ptr_array_set_size(flow->ids, 0);
    return ids;
}

void flow_add(struct flow *flow, struct slab slab)
{
    slab.before += flow->space;
    flow->space = 0;
    slab.x += flow->x;
    slab.ids = take_ids(flow);
    if (!slab.label) {
        slab.label = flow->label;
        slab.label_x = flow->label_x;
    }
    slab.margin = flow->margin;
    flow->label = flow->margin = NULL;
    if (flow->keep_next > 0) {
        slab.keep = true;
        flow->keep_next--;
    }
    g_array_append_val(flow->slabs, slab);
}

void flow_gap(struct flow *flow)
{
    const double line = flow->setter->style->leading, half = fmod(flow->space, line);
    flow->space = half + MAX(flow->space - half, line);
}

static void paint_line(struct setter *setter, struct page *page, const struct slab *slab, const struct frame *frame, double y)
{
    setting_paint_line(setter, page, slab->what, slab->line, frame->x + slab->x, y);
}

/* A note stands at the foot of the first page that calls it. */
static void call_note(struct setter *setter, const struct block *note, GPtrArray *feet)
{
    if (g_hash_table_add(setter->called, (gpointer)note))
        g_ptr_array_add(feet, (gpointer)foot_set(setter, note));
}

static void keep_feet(struct setter *setter, struct slab *slab, GPtrArray *feet)
{
    slab->foot_count = feet->len;
    slab->feet = arena_copy(setter->arena, feet->pdata, feet->len * sizeof(gpointer));
    g_ptr_array_free(feet, TRUE);
}

static void call_line(struct setter *setter, const struct setting *setting, size_t line, GPtrArray *feet)
{
    size_t count;
    const struct block *const *notes = setting_notes(setting, line, &count);
    for (size_t i = 0; i < count; i++)
        call_note(setter, notes[i], feet);
}

static void add_feet(struct flow *flow, struct slab *slab, const struct setting *setting, size_t line)
{
    GPtrArray *feet = g_ptr_array_new();
    call_line(flow->setter, setting, line, feet);
    keep_feet(flow->setter, slab, feet);
}

void flow_feet(struct flow *flow, struct slab *slab, const struct setting *const *settings, size_t count)
{
    GPtrArray *feet = g_ptr_array_new();
    for (size_t i = 0; i < count; i++)
        for (size_t line = 0; settings[i] && line < setting_lines(settings[i]); line++)
            call_line(flow->setter, settings[i], line, feet);
    keep_feet(flow->setter, slab, feet);
}

void flow_setting(struct flow *flow, const struct setting *setting)
{
    const size_t lines = setting_lines(setting);
    for (size_t i = 0; i < lines; i++) {
        struct slab slab = {.height = setting_leading(setting), .paint = paint_line, .what = setting, .line = i};
        const bool orphan = i == 1, widow = i + 1 == lines;
        if (i > 0 && lines > 1 && (orphan || widow))
            slab.cost = WIDOW;
        if (i > 0 && lines <= 3)
            slab.keep = lines == 2 || flow->keep_next > 0;
        if (i > 0 && setting_line_hyphenated(setting, i - 1))
            slab.cost += HYPHEN_AT_END;
        add_feet(flow, &slab, setting, i);
        flow_add(flow, slab);
    }
}

/* ---- a chapter's first paragraph ---- */

struct opening {
    struct setting *lines;
    const char *initial;
};

static void paint_opening(struct setter *setter, struct page *page, const struct slab *slab, const struct frame *frame, double y)
{
    const struct opening *opening = slab->what;
    const double leading = setting_leading(opening->lines);
    if (slab->line == 0)
        paint_text(setter, page, opening->initial, ROLE_INITIAL, frame->x + slab->x,
                   y + leading + role_baseline(setter->style, ROLE_TEXT), ALIGN_LEFT);
    setting_paint_line(setter, page, opening->lines, slab->line, frame->x + slab->x, y);
}

/* The first letter two lines high, the first words in small capitals. Only where the paragraph begins with a plain letter. */
static bool flow_opening(struct flow *flow, const struct block *paragraph)
{
    const struct span *first = paragraph->spans;
    if (!first || first->kind != SPAN_TEXT || !g_unichar_isalpha(g_utf8_get_char(first->text)))
        return false;
    struct setter *setter = flow->setter;
    const char *rest = g_utf8_next_char(first->text);
    struct opening *opening = ARENA_NEW(setter->arena, struct opening);
    char *capital = g_utf8_strup(first->text, rest - first->text);
    opening->initial = arena_string(setter->arena, capital);
    g_free(capital);
    struct span *cut = arena_copy(setter->arena, first, sizeof *first);
    cut->text = rest;
    const double hanging = text_width(setter, opening->initial, ROLE_INITIAL) + 3;
    opening->lines = set_paragraph(setter, cut, ROLE_OPENING, flow->width, ALIGN_DEFAULT,
                                   &(struct shape){.hanging_lines = 2, .hanging = hanging});
    if (setting_lines(opening->lines) < 3)
        return false;
    for (size_t i = 0; i < setting_lines(opening->lines); i++) {
        struct slab slab = {.height = setting_leading(opening->lines), .paint = paint_opening, .what = opening, .line = i};
        slab.keep = i == 1;
        slab.cost = i + 1 == setting_lines(opening->lines) ? WIDOW : 0;
        add_feet(flow, &slab, opening->lines, i);
        flow_add(flow, slab);
    }
    return true;
}

static void flow_paragraph(struct flow *flow, const struct block *paragraph)
{
    const bool opening = flow->opening;
    flow->opening = false;
    if (!(opening && flow_opening(flow, paragraph))) {
        const double first = flow->indent ? flow->setter->style->look[flow->role].leading : 0;
        flow_setting(flow, set_paragraph(flow->setter, paragraph->spans, flow->role, flow->width, ALIGN_DEFAULT,
                                         &(struct shape){.first = first}));
    }
    flow->indent = true;
}

static void flow_heading(struct flow *flow, const struct block *heading)
{
    const enum role role = heading->level <= 2 ? ROLE_SECTION : ROLE_SUBSECTION;
    const bool stacked = flow->slabs->len && flow->keep_next > 0; /* right under another heading */
    if (!stacked)
        flow_gap(flow);
    flow_setting(flow, set_spans(flow->setter, heading->spans, role, flow->width, ALIGN_LEFT));
    flow->keep_next = 2;
    flow->indent = false;
}

static const char *item_label(struct flow *flow, const struct list *list, const struct block *item, int number)
{
    if (item->task != TASK_NONE)
        return item->task == TASK_DONE ? "\u2713" : "\u2013";
    return list->ordered ? arena_printf(flow->setter->arena, "%d.", number) : "\u2022";
}

static void flow_list(struct flow *flow, const struct block *list)
{
    const double half = flow->setter->style->look[flow->role].leading / 2;
    int number = list->list->start;
    flow->space += half;
    flow->x += LIST_HANG;
    flow->width -= LIST_HANG;
    for (const struct block *item = list->children; item; item = item->next, number++) {
        flow->label = set_text(flow->setter, item_label(flow, list->list, item, number), flow->role, LIST_HANG * 2, ALIGN_LEFT);
        flow->label_x = -LIST_HANG;
        flow->indent = false;
        if (!list->list->tight && item != list->children)
            flow->space += half;
        if (item->id)
            g_ptr_array_add(flow->ids, (gpointer)item->id);
        flow_blocks(flow, item->children);
        flow->label = NULL;
    }
    flow->x -= LIST_HANG;
    flow->width += LIST_HANG;
    flow->space += half;
    flow->indent = false;
}

static void flow_quote(struct flow *flow, const struct block *quote)
{
    const double half = flow->setter->style->look[flow->role].leading / 2;
    flow->space += half;
    flow->x += QUOTE_INDENT;
    flow->width -= 2 * QUOTE_INDENT;
    flow->indent = false;
    flow_blocks(flow, quote->children);
    flow->x -= QUOTE_INDENT;
    flow->width += 2 * QUOTE_INDENT;
    flow->space += half;
    flow->indent = false;
}

static void flow_code(struct flow *flow, const struct block *code)
{
    const double half = flow->setter->style->leading / 2;
    char **lines = g_strsplit(code->text, "\n", -1);
    flow->space += half;
    for (char **line = lines; *line; line++) {
        if (!line[0][0] && !line[1])
            break;
        char **words = g_strsplit(**line ? *line : " ", " ", -1);
        char *kept = g_strjoinv("\u00A0", words); /* code keeps its spaces */
        flow_setting(flow, set_text(flow->setter, kept, ROLE_CODE, flow->width, ALIGN_LEFT));
        g_free(kept);
        g_strfreev(words);
    }
    g_strfreev(lines);
    flow->space += half;
    flow->indent = false;
}

/* Beside the next slab where there is a margin column, else on a line of its own above it. */
static void flow_margin(struct flow *flow, const struct block *margin)
{
    const double column = flow->setter->style->margin_column;
    if (column > 0) {
        flow->margin = set_spans(flow->setter, margin->spans, ROLE_MARGIN, column, ALIGN_LEFT);
        return;
    }
    flow_setting(flow, set_spans(flow->setter, margin->spans, ROLE_MARGIN, flow->width, ALIGN_LEFT));
    flow->keep_next = 1;
}

void flow_block(struct flow *flow, const struct block *block)
{
    if (block->id)
        g_ptr_array_add(flow->ids, (gpointer)block->id);
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        flow_paragraph(flow, block);
        break;
    case BLOCK_HEADING:
        flow_heading(flow, block);
        break;
    case BLOCK_LIST:
        flow_list(flow, block);
        break;
    case BLOCK_QUOTE:
        flow_quote(flow, block);
        break;
    case BLOCK_CODE:
        flow_code(flow, block);
        break;
    case BLOCK_TABLE:
        flow_table(flow, block);
        break;
    case BLOCK_FIGURE:
        flow_figure(flow, block);
        break;
    case BLOCK_BREAK:
        flow_break(flow);
        break;
    case BLOCK_BOX:
        flow_box(flow, block);
        break;
    case BLOCK_PULL:
        flow_pull(flow, block);
        break;
    case BLOCK_MARGIN:
        flow_margin(flow, block);
        break;
    default: /* containers without a look of their own */
        flow_blocks(flow, block->children);
    }
}

void flow_blocks(struct flow *flow, const struct block *blocks)
{
    for (const struct block *block = blocks; block; block = block->next)
        flow_block(flow, block);
}

/* ---- columns inside boxes ---- */

const struct column *column_make(struct flow *flow)
{
    struct column *column = ARENA_NEW(flow->setter->arena, struct column);
    column->count = flow->slabs->len;
    column->slabs = arena_copy(flow->setter->arena, flow->slabs->data, column->count * sizeof(struct slab));
    for (size_t i = 0; i < column->count; i++)
        column->height += column->slabs[i].height + (i ? column->slabs[i].before : 0);
    return column;
}

void column_paint(struct setter *setter, struct page *page, const struct column *column, const struct frame *frame,
                  double x, double y)
{
    struct frame inside = *frame;
    inside.x = x;
    for (size_t i = 0; i < column->count; i++) {
        const struct slab *slab = &column->slabs[i];
        y += i ? slab->before : 0;
        places_add(setter, page, slab->ids, y);
        if (slab->label)
            setting_paint(setter, page, slab->label, x + slab->x + slab->label_x, y);
        slab->paint(setter, page, slab, &inside, y);
        y += slab->height;
    }
}

void places_add(struct setter *setter, struct page *page, const char *const *ids, double y)
{
    for (; ids && *ids; ids++) {
        struct page_place_mark *place = ARENA_NEW(setter->arena, struct page_place_mark);
        place->id = *ids;
        place->y = y;
        place->next = page->places;
        page->places = place;
    }
}

/* ---- footnotes ---- */

static const double FOOT_HANG = 15;

const struct foot *foot_set(struct setter *setter, const struct block *note)
{
    struct foot *foot = ARENA_NEW(setter->arena, struct foot);
    foot->note = note;
    foot->number = set_text(setter, arena_printf(setter->arena, "%d", note->number), ROLE_NOTE, FOOT_HANG, ALIGN_LEFT);
    struct flow flow;
    flow_start(&flow, setter, setter->style->measure - FOOT_HANG, ROLE_NOTE);
    flow_blocks(&flow, note->children);
    foot->column = column_make(&flow);
    foot->height = foot->column->height;
    flow_end(&flow);
    return foot;
}

void foot_paint(struct setter *setter, struct page *page, const struct foot *foot, const struct frame *frame, double y)
{
    const char *ids[] = {foot->note->id, NULL};
    places_add(setter, page, ids, y);
    setting_paint(setter, page, foot->number, frame->x, y);
    column_paint(setter, page, foot->column, frame, frame->x + FOOT_HANG, y);
}
