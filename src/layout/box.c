/* box: safety and research boxes, alerts, the lists at a chapter's start and end, pull quotes. None is divided: what is
 * higher than a page is ordinary text. */
#include "layout/draw.h"
#include "layout/flow.h"
#include "layout/icon.h"
#include "layout/tag.h"

enum box_look { LOOK_EDGE, LOOK_TINT, LOOK_HAIRLINES, LOOK_OPEN };

/* A title of more lines stands over its box, not beside it. */
enum { TITLE_LINES = 12 };

/* Between title and text; and the least width of a margin column that titles stand in. */
static const double TITLE_GAP = 3, LEAST_MARGIN = 60;

struct box_slab {
    enum box_look look;
    struct setting *title;
    bool title_in_margin, hand;
    const struct column *column;
    double width, height, pad;
};

static void hairline(struct setter *setter, struct page *page, double x, double y, double width)
{
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = y, .width = width, .line_width = HAIRLINE, .stroke = setter->style->rule});
}

static void paint_frame(struct setter *setter, struct page *page, const struct box_slab *box, double x, double y)
{
    const struct style *style = setter->style;
    if (box->look == LOOK_TINT)
        page_add(setter->arena, page, (struct item){.kind = ITEM_BOX, .x = x, .y = y, .width = box->width, .height = box->height,
                                                    .radius = 3, .filled = true, .fill = draw_tint(style)});
    else if (box->look == LOOK_EDGE)
        page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x + 0.5, .y = y, .height = box->height, .line_width = 1, .stroke = style->accent});
    else if (box->look == LOOK_HAIRLINES) {
        hairline(setter, page, x, y, box->width);
        hairline(setter, page, x, y + box->height, box->width);
    }
}

static void paint_box(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                      const struct frame *frame)
{
    const struct box_slab *box = slab->what;
    const double x = frame->x + slab->x;
    double inside = showing->y + (showing->way->height - box->height) / 2;
    paint_frame(setter, page, box, x, inside);
    inside += box->look == LOOK_TINT ? box->pad : box->look == LOOK_HAIRLINES ? 7 : 0;
    if (box->title_in_margin) {
        /* beside the edge, in the margin column */
        if (box->hand)
            icon_paint(setter, page, ICON_HAND, frame->margin_x, inside + 1, 15);
        setting_paint(setter, page, box->title, frame->margin_x + (box->hand ? 20 : 0), inside + 2);
    } else if (box->title) {
        double left = x + box->pad;
        if (box->hand) {
            icon_paint(setter, page, ICON_HAND, left, inside - 2, 13);
            left += 18;
        }
        setting_paint(setter, page, box->title, left, inside);
        inside += setting_height(box->title) + TITLE_GAP;
    }
    column_paint(setter, page, box->column, frame, x + box->pad, inside);
}

/* The printed words for a box without a title of its own. */
static const char *default_title(const struct setter *setter, enum box_kind kind)
{
    static const enum word words[] = {
        [BOX_SAFETY] = WORD_PAUSE_HERE, [BOX_RESEARCH] = WORD_RESEARCH, [BOX_CARRY] = WORD_CARRY,
        [BOX_INSIDE] = WORD_INSIDE,     [BOX_NOTE] = WORD_NOTE,         [BOX_TIP] = WORD_TIP,
        [BOX_IMPORTANT] = WORD_IMPORTANT, [BOX_WARNING] = WORD_WARNING, [BOX_CAUTION] = WORD_CAUTION,
    };
    return words_get(setter->words, words[kind]);
}

static enum box_look look_of(enum box_kind kind)
{
    switch (kind) {
    case BOX_RESEARCH:
        return LOOK_TINT;
    case BOX_CARRY:
        return LOOK_HAIRLINES;
    case BOX_INSIDE:
        return LOOK_OPEN;
    default:
        return LOOK_EDGE;
    }
}

static bool too_high(const struct flow *flow, double height)
{
    const struct style *style = flow->setter->style;
    return !flow->solid && height > style->lines * style->leading;
}

static void report_long(struct flow *flow, const struct block *block, const char *what)
{
    diags_report(flow->setter->diags, DIAG_WARNING, block->at, "box-long", "shorten it, or make a section of it",
                 "this %s is higher than a page, and is set as ordinary text", what);
}

/* A box that is higher than a page, or so deep in others that there is no room for one, is no box any more; but nothing of
 * it is lost. */
static void flow_unboxed(struct flow *flow, const struct block *block, struct setting *title)
{
    flow_gap(flow);
    flow_setting(flow, title);
    flow->keep_next = 2;
    flow->indent = false;
    flow_blocks(flow, block->children);
    flow_gap(flow);
    flow->indent = false;
}

/* In the margin column where that has room for it, else above the text. */
static void set_title(struct flow *flow, const struct block *block, struct box_slab *box)
{
    struct setter *setter = flow->setter;
    const double width = box->title_in_margin ? setter->style->margin_column - 20 : flow->width - 2 * box->pad - 18;
    tag_open(setter, TAG_PARAGRAPH);
    box->title = block->spans ? set_spans(setter, block->spans, ROLE_BOX_TITLE, width, ALIGN_LEFT)
                              : set_text(setter, default_title(setter, block->box), ROLE_BOX_TITLE, width, ALIGN_LEFT);
    tag_close(setter);
    setting_begin_at(box->title, (const char *)block); /* its title may be nowhere in the book */
    const double height = setting_height(box->title);
    if (box->title_in_margin && (setting_lines(box->title) > TITLE_LINES || !flow_margin_free(flow, height))) {
        box->title_in_margin = false;
        set_title(flow, block, box);
    }
}

/* What is in the box, one column. */
static void set_column(struct flow *flow, const struct block *block, struct box_slab *box)
{
    struct flow inside;
    flow_start(&inside, flow->setter, flow->width - 2 * box->pad + (box->look == LOOK_EDGE ? box->pad : 0),
               block->box == BOX_RESEARCH ? ROLE_RESEARCH : ROLE_TEXT);
    inside.solid = true;
    inside.too_deep = flow->too_deep;
    flow_blocks(&inside, block->children);
    box->column = flow_column(&inside);
    flow_end(&inside);
    const double title = setting_height(box->title) + TITLE_GAP;
    box->height = box->column->height + (box->look == LOOK_TINT ? 2 * box->pad : box->look == LOOK_HAIRLINES ? 16 : 0);
    box->height = box->title_in_margin ? MAX(box->height, title) : box->height + title;
}

static void add_box(struct flow *flow, const struct box_slab *box)
{
    GPtrArray *feet = g_ptr_array_new();
    feet_call(flow->setter, box->title, 0, setting_lines(box->title), feet);
    column_feet(box->column, feet);
    flow_gap(flow);
    if (box->title_in_margin)
        flow_margin_take(flow, setting_height(box->title) + TITLE_GAP);
    flow_add_whole(flow, (struct slab){.paint = paint_box, .what = box}, whole_lines(flow->setter, box->height), feet);
    flow_gap(flow);
    g_ptr_array_free(feet, TRUE);
    flow->indent = false;
}

/* A box without a frame: a language, or a class. */
static void flow_plain(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    const char *lang = setter->lang;
    setter->lang = block->lang ? block->lang : lang;
    tag_open(setter, TAG_DIVISION);
    flow_blocks(flow, block->children);
    tag_close(setter);
    setter->lang = lang;
}

static void flow_framed(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    struct box_slab *box = ARENA_NEW(setter->arena, struct box_slab);
    box->look = look_of(block->box);
    box->hand = block->box == BOX_SAFETY;
    box->pad = box->look == LOOK_EDGE || box->look == LOOK_TINT ? 10 : 0;
    box->width = flow->width;
    box->title_in_margin = box->look == LOOK_EDGE && setter->style->margin_column >= LEAST_MARGIN && flow->x <= 0 && !flow->inside && !flow->margin;
    set_title(flow, block, box);
    const bool room = flow_has_room(flow, block, 2 * box->pad);
    if (room)
        set_column(flow, block, box);
    if (room && !too_high(flow, box->height)) {
        add_box(flow, box);
        return;
    }
    if (room) {
        report_long(flow, block, "box");
        feet_call_again(setter, box->column);
    }
    box->title_in_margin = false;
    set_title(flow, block, box);
    flow_unboxed(flow, block, box->title);
}

void flow_box(struct flow *flow, const struct block *block)
{
    if (block->box >= BOX_PLAIN) {
        flow_plain(flow, block);
        return;
    }
    tag_open(flow->setter, TAG_DIVISION);
    flow_framed(flow, block);
    tag_close(flow->setter);
}

struct pull_slab {
    struct setting *lines;
    double width;
};

static void paint_pull(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                      const struct frame *frame)
{
    const struct pull_slab *pull = slab->what;
    const double x = frame->x + slab->x, height = setting_height(pull->lines), top = showing->y + (showing->way->height - height) / 2;
    hairline(setter, page, x, top - 4, pull->width);
    setting_paint(setter, page, pull->lines, x, top);
    hairline(setter, page, x, top + height + 6, pull->width);
}

void flow_pull(struct flow *flow, const struct block *pull)
{
    struct setter *setter = flow->setter;
    tag_open(setter, TAG_QUOTE);
    tag_open(setter, TAG_PARAGRAPH);
    struct setting *lines = set_spans(setter, pull->spans, ROLE_PULL, flow->width, ALIGN_LEFT);
    tag_close(setter);
    tag_close(setter);
    flow_gap(flow);
    const double height = whole_lines(setter, setting_height(lines) + 12);
    if (too_high(flow, height)) {
        report_long(flow, pull, "pull quote");
        flow_setting(flow, lines);
        flow_gap(flow);
        flow->indent = false;
        return;
    }
    struct pull_slab *slab = ARENA_NEW(setter->arena, struct pull_slab);
    *slab = (struct pull_slab){lines, flow->width};
    flow_add_solid(flow, (struct slab){.paint = paint_pull, .what = slab}, height, (const struct setting *const[]){lines}, 1);
    flow_gap(flow);
    flow->indent = false;
}
