#include <string.h>

#include "book/opening.h"
#include "layout/flow.h"
#include "layout/itemize.h"
#include "layout/tag.h"

/* What a heading's space above costs when it grows by a line, and a list's by half a line. */
static const double LOOSER_HEADING = 30, LOOSER_LIST = 6;

static const double INITIAL_GAP = 3;

/* Cost of a page between "as follows:" and what follows. */
static const double LEAD_IN = 60;

/* A heading has at least so many lines under it. */
enum { HEADING_KEEPS = 2 };

/* A pointer that is longer than this is no pointer. */
enum { MARGIN_LINES = 12 };

static const struct foot *foot_set(struct setter *setter, const struct block *note, const struct page_tag *caller);

void flow_start(struct flow *flow, struct setter *setter, double width, enum role role)
{
    *flow = (struct flow){.setter = setter, .width = width, .role = role, .inside = true};
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
    if (flow->margin)
        flow_margin_take(flow, setting_height(flow->margin));
    slab.margin = flow->margin;
    flow->margin = NULL;
    flow->label = NULL;
    if (!slab.floats)
        flow->below += slab.ways->height;
    slab.at = flow->at;
    slab.tag = flow->setter->tag;
    slab.section = flow->section;
    flow->section = NULL;
    if (flow->keep_next > 0) {
        slab.keep = true;
        /* What may wait for another page does not count: the next thing stays too. */
        if (!slab.floats)
            flow->keep_next -= MIN(flow->keep_next, slab.ways->count);
    }
    if (flow->leads)
        slab.turn += LEAD_IN;
    flow->leads = false;
    g_array_append_val(flow->slabs, slab);
}

void flow_gap(struct flow *flow)
{
    flow->space = MAX(flow->space, flow->setter->style->leading);
}

void flow_half_gap(struct flow *flow)
{
    flow->space = MAX(flow->space, flow->setter->style->look[flow->role].leading / 2);
}

const struct column *flow_column(struct flow *flow)
{
    return column_make(flow->setter, (const struct slab *)(void *)flow->slabs->data, flow->slabs->len);
}

/* ---- strips ---- */

/* A note stands at the foot of the first page that calls it. */
void feet_call(struct setter *setter, const struct setting *setting, size_t from, size_t to, GPtrArray *feet)
{
    for (size_t line = from; line < to; line++) {
        size_t count;
        const struct block *const *notes = setting_notes(setting, line, &count);
        for (size_t i = 0; i < count; i++)
            if (g_hash_table_add(setter->called, (gpointer)notes[i]))
                g_ptr_array_add(feet, (gpointer)foot_set(setter, notes[i], setting_tag(setting)));
    }
}

void feet_call_spans(struct setter *setter, const struct span *spans, GPtrArray *feet)
{
    for (const struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_NOTEREF && g_hash_table_add(setter->called, (gpointer)span->note))
            g_ptr_array_add(feet, (gpointer)foot_set(setter, span->note, setter->tag));
        feet_call_spans(setter, span->children, feet);
    }
}

void feet_call_block(struct setter *setter, const struct block *block, GPtrArray *feet)
{
    feet_call_spans(setter, block->spans, feet);
    for (const struct block *child = block->children; child; child = child->next)
        feet_call_block(setter, child, feet);
}

void feet_call_again(struct setter *setter, const struct column *column)
{
    GPtrArray *feet = g_ptr_array_new();
    column_feet(column, feet);
    for (guint i = 0; i < feet->len; i++)
        g_hash_table_remove(setter->called, ((const struct foot *)g_ptr_array_index(feet, i))->note);
    g_ptr_array_free(feet, TRUE);
}

void strip_feet(struct setter *setter, struct strip *strip, const GPtrArray *feet)
{
    strip->foot_count = feet ? feet->len : 0;
    if (strip->foot_count)
        strip->feet = arena_copy(setter->arena, feet->pdata, feet->len * sizeof(gpointer));
}

static const struct strip *strip_whole(struct setter *setter, double height, const GPtrArray *feet)
{
    struct strip *strip = ARENA_NEW(setter->arena, struct strip);
    strip->height = height;
    strip_feet(setter, strip, feet);
    return strip;
}

/* No line alone at the foot of a page or the top of one, and no page that ends in a hyphen. */
static double turn_cost(const struct setting *setting, size_t line)
{
    const size_t lines = setting_lines(setting);
    if (line == 1 || line + 1 == lines || (line > 0 && setting_line_hyphenated(setting, line - 1)))
        return TURN_NEVER;
    return 0;
}

static struct strip *lines_strips(struct setter *setter, const struct setting *setting)
{
    const size_t lines = setting_lines(setting);
    struct strip *strips = ARENA_ARRAY(setter->arena, struct strip, lines);
    for (size_t i = 0; i < lines; i++)
        strips[i] = (struct strip){.height = setting_leading(setting), .turn = turn_cost(setting, i)};
    return strips;
}

/* The notes that each line of each way calls: every way calls the same, if on other lines. */
static void ways_feet(struct setter *setter, struct way *ways, struct strip *const *strips, size_t count)
{
    GHashTable *feet = g_hash_table_new(NULL, NULL), *here = g_hash_table_new(NULL, NULL);
    GPtrArray *of_line = g_ptr_array_new();
    for (size_t way = 0; way < count; way++) {
        g_hash_table_remove_all(here);
        for (size_t line = 0; line < ways[way].count; line++) {
            size_t notes;
            const struct block *const *called = setting_notes(ways[way].what, line, &notes);
            g_ptr_array_set_size(of_line, 0);
            for (size_t i = 0; i < notes; i++) {
                if (way == 0 && g_hash_table_add(setter->called, (gpointer)called[i]))
                    g_hash_table_insert(feet, (gpointer)called[i], (gpointer)foot_set(setter, called[i], setting_tag(ways[way].what)));
                const struct foot *foot = g_hash_table_lookup(feet, called[i]);
                if (foot && g_hash_table_add(here, (gpointer)foot))
                    g_ptr_array_add(of_line, (gpointer)foot);
            }
            strip_feet(setter, &strips[way][line], of_line);
        }
    }
    g_ptr_array_free(of_line, TRUE);
    g_hash_table_destroy(here);
    g_hash_table_destroy(feet);
}

static void paint_lines(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                        const struct frame *frame)
{
    const struct setting *setting = showing->way->what;
    for (size_t i = showing->from; i < showing->to; i++)
        setting_paint_line(setter, page, setting, i, frame->x + slab->x,
                           showing->y + (double)(i - showing->from) * setting_leading(setting));
}

static void flow_ways(struct flow *flow, const struct settings *settings, struct slab slab)
{
    struct setter *setter = flow->setter;
    struct way *ways = ARENA_ARRAY(setter->arena, struct way, settings->count);
    struct strip *strips[3];
    for (size_t i = 0; i < settings->count; i++) {
        const struct setting *setting = settings->way[i];
        strips[i] = lines_strips(setter, setting);
        ways[i] = (struct way){.what = setting, .cost = settings->cost[i], .height = setting_height(setting),
                               .strips = strips[i], .count = setting_lines(setting)};
    }
    ways_feet(setter, ways, strips, settings->count);
    slab.ways = ways;
    slab.way_count = settings->count;
    slab.grid = slab.grid && !flow->inside;
    if (ways[0].count)
        flow_add(flow, slab);
}

void flow_setting(struct flow *flow, struct setting *setting)
{
    flow_ways(flow, &(struct settings){.way = {setting}, .count = 1}, (struct slab){.paint = paint_lines, .grid = !flow->off_grid});
}

void flow_add_solid(struct flow *flow, struct slab slab, double height, const struct setting *const *settings, size_t count)
{
    struct setter *setter = flow->setter;
    GPtrArray *feet = g_ptr_array_new();
    for (size_t i = 0; i < count; i++)
        if (settings[i])
            feet_call(setter, settings[i], 0, setting_lines(settings[i]), feet);
    flow_add_whole(flow, slab, height, feet);
    g_ptr_array_free(feet, TRUE);
}

void flow_add_whole(struct flow *flow, struct slab slab, double height, const GPtrArray *feet)
{
    struct way *way = ARENA_NEW(flow->setter->arena, struct way);
    *way = (struct way){.height = height, .strips = strip_whole(flow->setter, height, feet), .count = 1};
    slab.ways = way;
    slab.way_count = 1;
    slab.grid = !flow->inside;
    slab.floats = slab.floats && !flow->inside && !(feet && feet->len);
    flow_add(flow, slab);
}

/* ---- a chapter's first paragraph ---- */

static void paint_opening(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                          const struct frame *frame)
{
    const struct setting *setting = showing->way->what;
    if (showing->from == 0)
        paint_text(setter, page, slab->what, ROLE_INITIAL, frame->x + slab->x,
                   showing->y + setting_leading(setting) + role_baseline(setter->style, ROLE_TEXT), ALIGN_LEFT);
    paint_lines(setter, page, slab, showing, frame);
}

/* The first letter two lines high, the first words in small capitals. Only where the paragraph begins with a plain letter. */
static bool flow_opening(struct flow *flow, const struct block *paragraph)
{
    const struct span *first = paragraph->spans;
    if (!first || first->kind != SPAN_TEXT || !opening_stands_alone(first->text))
        return false;
    struct setter *setter = flow->setter;
    const char *rest = g_utf8_next_char(first->text);
    char *capital = g_utf8_strup(first->text, rest - first->text);
    const char *initial = arena_string(setter->arena, capital);
    g_free(capital);
    struct span *cut = arena_copy(setter->arena, first, sizeof *first);
    cut->text = rest + strspn(rest, " "); /* the initial may be a word: then the gap is wider */
    const double hanging = text_width(setter, initial, ROLE_INITIAL) + (*rest == ' ' ? 2 : 1) * INITIAL_GAP;
    const struct settings settings = set_ways(setter, cut, ROLE_OPENING, flow->width, ALIGN_DEFAULT,
                                              &(struct indents){.hanging_lines = 2, .hanging = hanging});
    if (setting_lines(settings.way[0]) < 3)
        return false;
    for (size_t i = 0; i < settings.count; i++)
        setting_begin_at(settings.way[i], first->text);
    const char *said = *rest == ' ' ? arena_printf(setter->arena, "%s\u00A0", initial) : initial; /* a word is followed by a space */
    flow_ways(flow, &settings, (struct slab){.paint = paint_opening, .what = said, .grid = true});
    return true;
}

static bool ends_in_colon(const struct span *spans)
{
    while (spans && spans->next)
        spans = spans->next;
    return spans && (spans->kind == SPAN_TEXT ? g_str_has_suffix(spans->text, ":") : ends_in_colon(spans->children));
}

static void flow_paragraph(struct flow *flow, const struct block *paragraph)
{
    tag_open(flow->setter, TAG_PARAGRAPH);
    const bool opening = flow->opening && flow->role == ROLE_TEXT && !flow->off_grid; /* not an epigraph's */
    flow->opening = flow->opening && !opening;
    if (!(opening && flow_opening(flow, paragraph))) {
        const double first = flow->indent ? flow->setter->style->look[flow->role].leading : 0;
        const struct settings settings = set_ways(flow->setter, paragraph->spans, flow->role, flow->width, ALIGN_DEFAULT,
                                                  &(struct indents){.first = first});
        struct slab slab = {.paint = paint_lines, .grid = !flow->off_grid};
        if (flow->off_grid && flow->space > 0)
            slab.extra = flow->space, slab.extra_cost = LOOSER_LIST;
        flow_ways(flow, &settings, slab);
    }
    tag_close(flow->setter);
    flow->indent = true;
    flow->leads = ends_in_colon(paragraph->spans);
}

static void flow_heading(struct flow *flow, const struct block *heading)
{
    struct setter *setter = flow->setter;
    const enum role role = heading->level <= 2 ? ROLE_SECTION : ROLE_SUBSECTION;
    const bool stacked = flow->slabs->len && flow->keep_next > 0; /* right under another heading */
    if (!stacked)
        flow_gap(flow);
    if (heading->level <= 2)
        flow->section = spans_text(setter->arena, heading->spans);
    flow->keep_next = stacked ? flow->keep_next : 0;
    tag_open(setter, TAG_HEADING)->level = setter->heading + MAX(1, heading->level - 1);
    struct setting *lines = set_spans(setter, heading->spans, role, flow->width, ALIGN_LEFT);
    flow_ways(flow, &(struct settings){.way = {lines}, .count = 1},
              (struct slab){.paint = paint_lines, .grid = true, .extra = stacked ? 0 : setter->style->leading,
                            .extra_cost = LOOSER_HEADING});
    tag_close(setter);
    flow->keep_next = HEADING_KEEPS;
    flow->indent = false;
}

/* ---- the margin column ---- */

bool flow_margin_free(const struct flow *flow, double height)
{
    const double higher = MAX(0, height - flow->setter->style->leading);
    return flow->margin_height <= 0 || flow->below >= flow->margin_height + higher;
}

void flow_margin_take(struct flow *flow, double height)
{
    flow->margin_height = height;
    flow->below = 0;
}

void flow_margin_end(struct flow *flow)
{
    struct setting *margin = flow->margin;
    flow->margin = NULL;
    if (!margin)
        return;
    flow_setting(flow, margin);
    flow->keep_next = 1;
}

static bool calls_notes(const struct setting *setting)
{
    size_t count = 0;
    for (size_t line = 0; line < setting_lines(setting) && !count; line++)
        setting_notes(setting, line, &count);
    return count > 0;
}

/* Beside the next slab where the margin column has room for it, else on a line of its own above it. */
static void set_margin(struct flow *flow, const struct block *margin)
{
    const double column = flow->setter->style->margin_column;
    if (column > 0 && !flow->inside) {
        struct setting *beside = set_spans(flow->setter, margin->spans, ROLE_MARGIN, column, ALIGN_LEFT);
        if (setting_lines(beside) <= MARGIN_LINES && !calls_notes(beside) && flow_margin_free(flow, setting_height(beside))) {
            flow->margin = beside;
            return;
        }
    }
    flow_setting(flow, set_spans(flow->setter, margin->spans, ROLE_MARGIN, flow->width, ALIGN_LEFT));
    flow->keep_next = 1;
}

static void flow_margin(struct flow *flow, const struct block *margin)
{
    flow_margin_end(flow);
    tag_open(flow->setter, TAG_PARAGRAPH);
    set_margin(flow, margin);
    tag_close(flow->setter);
}

/* ---- blocks ---- */

void flow_block(struct flow *flow, const struct block *block)
{
    if (block->id)
        g_ptr_array_add(flow->ids, (gpointer)block->id);
    flow->at = block->at;
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
    case BLOCK_DEFINITIONS:
        flow_definitions(flow, block);
        break;
    case BLOCK_EPIGRAPH:
        flow_epigraph(flow, block);
        break;
    case BLOCK_LISTING:
        flow_listing(flow, block);
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

/* ---- footnotes ---- */

/* The room for a note's number, and the gap behind one that needs more. */
static const double FOOT_HANG = 15, FOOT_GAP = 3;

/* It is read behind what calls it. */
static const struct foot *foot_set(struct setter *setter, const struct block *note, const struct page_tag *caller)
{
    struct foot *foot = ARENA_NEW(setter->arena, struct foot);
    foot->note = note;
    const struct block *first = note->children;
    const struct page_tag *before = tag_resume(setter, tag_around(caller));
    tag_open(setter, TAG_NOTE);
    foot->right_to_left = first && first->spans && text_right_to_left(spans_text(setter->arena, first->spans));
    const char *number = arena_printf(setter->arena, "%d", note->number);
    foot->hang = MAX(FOOT_HANG, text_width(setter, number, ROLE_NOTE) + FOOT_GAP);
    tag_open(setter, TAG_LABEL);
    foot->number = set_text(setter, number, ROLE_NOTE, foot->hang, foot->right_to_left ? ALIGN_RIGHT : ALIGN_LEFT);
    tag_close(setter);
    struct flow flow;
    flow_start(&flow, setter, setter->style->measure - foot->hang, ROLE_NOTE);
    flow_blocks(&flow, note->children);
    foot->column = flow_column(&flow);
    flow_end(&flow);
    tag_resume(setter, before);
    return foot;
}

double foot_height(const struct foot *foot, size_t from, size_t to)
{
    const struct column *column = foot->column;
    const double bottom = to < column->count ? column->strips[to].y : column->height;
    return from < column->count ? bottom - column->strips[from].y : 0;
}

void foot_paint(struct setter *setter, struct page *page, const struct foot *foot, size_t from, size_t to,
                const struct frame *frame, double y)
{
    if (from == 0) {
        const char *ids[] = {foot->note->id, NULL};
        page_add_places(setter->arena, page, ids, y);
        setting_paint(setter, page, foot->number,
                      foot->right_to_left ? frame->x + setter->style->measure - foot->hang : frame->x, y);
    }
    column_paint_part(setter, page, foot->column, from, to, frame, frame->x + (foot->right_to_left ? 0 : foot->hang), y);
}
