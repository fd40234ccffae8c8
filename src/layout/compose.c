#include "layout/compose.h"
#include "layout/pagebreak.h"

#include <string.h>

struct frame frame_make(const struct style *style, bool recto)
{
    struct frame frame = {.recto = recto, .width = style->measure, .margin = style->margin_column,
                          .full_width = style_full_width(style), .top = style->top, .room = style->lines * style->leading};
    if (recto) {
        frame.x = frame.full_x = style->inner;
        frame.margin_x = frame.x + style->measure + style->gap;
    } else {
        frame.x = style->width - style->inner - style->measure;
        frame.full_x = style->width - style->inner - frame.full_width;
        frame.margin_x = frame.full_x;
    }
    return frame;
}

static const char *roman(struct arena *arena, size_t number)
{
    static const struct {
        size_t value;
        const char *digits;
    } parts[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    const char *label = "";
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            label = arena_printf(arena, "%s%s", label, parts[i].digits);
    return label;
}

const char *compose_label(const struct composer *composer, size_t index)
{
    struct arena *arena = composer->setter->arena;
    return composer->in_body ? arena_printf(arena, "%zu", index - composer->body_start + 1) : roman(arena, index + 1);
}

struct page *compose_page(struct composer *composer, enum page_kind kind)
{
    struct arena *arena = composer->setter->arena;
    struct page *page = ARENA_NEW(arena, struct page);
    const size_t index = composer->pages->len;
    page->kind = kind;
    page->sheet = kind == PAGE_SHEET ? composer->sheet : NULL; /* a page that only fills up before it is none of it */
    page->recto = index % 2 == 0;
    page->label = compose_label(composer, index);
    g_ptr_array_add(composer->pages, page);
    g_array_append_val(composer->heads, composer->now);
    return page;
}

static void fill_to(struct composer *composer, bool recto)
{
    if ((composer->pages->len % 2 == 0) == recto)
        return;
    const bool notes = composer->in_body && composer->setter->style->filler == FILLER_NOTES;
    struct page *page = compose_page(composer, notes ? PAGE_FILLER : PAGE_BLANK);
    if (notes)
        compose_filler(composer, page);
}

void compose_recto(struct composer *composer)
{
    fill_to(composer, true);
}

void compose_verso(struct composer *composer)
{
    fill_to(composer, false);
}

void compose_body(struct composer *composer)
{
    compose_recto(composer);
    if (!composer->in_body) {
        composer->in_body = true;
        composer->body_start = composer->pages->len;
    }
}

struct frame compose_frame(const struct composer *composer, const struct page *page)
{
    return frame_make(composer->setter->style, page->recto);
}

static const double FOOT_SEPARATION = 15; /* of text and footnotes, with the short rule in it */

/* Footnotes stand at the foot of the page that calls them, under a short rule. */
static void paint_feet(struct setter *setter, struct page *page, const struct page_plan *plan, const struct frame *frame)
{
    if (!plan->feet->len)
        return;
    double y = frame->top + frame->room - plan->feet_height;
    setter->aside++;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = frame->x, .y = y - FOOT_SEPARATION / 2, .width = 60,
                                                .line_width = HAIRLINE, .stroke = setter->style->text});
    for (guint i = 0; i < plan->feet->len; i++) {
        const struct placed_foot *placed = &g_array_index(plan->feet, struct placed_foot, i);
        foot_paint(setter, page, placed->foot, placed->from, placed->to, frame, y);
        y += foot_height(placed->foot, placed->from, placed->to);
    }
    setter->aside--;
}

/* The section that a page's running head names: the first that begins there, or else the last before it. */
static void find_section(struct composer *composer, const struct page_plan *plan)
{
    bool first = true;
    for (guint i = 0; i < plan->placed->len; i++) {
        const struct placed *placed = &g_array_index(plan->placed, struct placed, i);
        if (!placed->slab->section || placed->showing.from > 0)
            continue;
        if (first)
            g_array_index(composer->heads, struct heads, composer->heads->len - 1).section = placed->slab->section;
        composer->now.section = placed->slab->section;
        first = false;
    }
}

/* The last slab of a page that stands in the text's order; NULL: it has none. */
static const struct slab *last_in_order(const struct page_plan *plan)
{
    const struct slab *last = NULL;
    for (guint i = 0; i < plan->placed->len; i++) {
        const struct slab *slab = g_array_index(plan->placed, struct placed, i).slab;
        if (!slab->floats && (!last || slab > last))
            last = slab;
    }
    return last;
}

/* `before`: the last slab in order of the pages before. A float that comes earlier in the text has waited for this page: it
 * does not begin it, unless nothing else does. */
static void paint_page(struct composer *composer, const struct page_plan *plan, enum page_kind kind, const struct slab *before)
{
    struct setter *setter = composer->setter;
    struct page *page = compose_page(composer, kind);
    find_section(composer, plan);
    const bool own = last_in_order(plan) != NULL;
    const struct frame frame = compose_frame(composer, page);
    for (guint i = 0; i < plan->placed->len; i++) {
        const struct placed *placed = &g_array_index(plan->placed, struct placed, i);
        struct showing showing = placed->showing;
        showing.y += frame.top;
        const bool late = placed->slab->floats && before && placed->slab < before && own;
        setter->aside += late;
        slab_show(setter, page, placed->slab, &showing, &frame);
        setter->aside -= late;
    }
    paint_feet(setter, page, plan, &frame);
    if (plan->over > 1)
        diags_report(setter->diags, DIAG_WARNING, plan->too_high->at, "page-overfull",
                     "make it smaller, or allow it to be divided", "something is %.0f mm too high for page %s",
                     plan->over / MM, page->label);
}

/* How far down a page is filled. */
static double depth(const struct page_plan *plan)
{
    double y = 0;
    for (guint i = 0; i < plan->placed->len; i++) {
        const struct placed *placed = &g_array_index(plan->placed, struct placed, i);
        double bottom = placed->showing.y + (placed->showing.from > 0 ? placed->slab->repeat : 0);
        for (size_t k = placed->showing.from; k < placed->showing.to; k++)
            bottom += placed->showing.way->strips[k].height;
        y = MAX(y, bottom);
    }
    return y;
}

double compose_flow(struct composer *composer, const struct flow *flow, enum page_kind first)
{
    const struct style *style = composer->setter->style;
    const struct page_rules rules = {.room = style->lines * style->leading, .leading = style->leading,
                                     .separation = FOOT_SEPARATION, .recto = composer->pages->len % 2 == 0};
    const struct slab *slabs = (const struct slab *)(void *)flow->slabs->data;
    struct plan *plan = pagebreak_find(slabs, flow->slabs->len, &rules);
    const struct slab *before = NULL;
    for (guint i = 0; i < plan->pages->len; i++) {
        const struct page_plan *page = &g_array_index(plan->pages, struct page_plan, i);
        const struct slab *last = last_in_order(page);
        paint_page(composer, page, i == 0 ? first : PAGE_BODY, before);
        before = last ? last : before;
    }
    const double y = depth(&g_array_index(plan->pages, struct page_plan, plan->pages->len - 1));
    plan_free(plan);
    return y;
}

void compose_outline(struct composer *composer, int level, const char *title, const char *id)
{
    struct outline_entry entry = {level, title, id};
    g_array_append_val(composer->outline, entry);
}
