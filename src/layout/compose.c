#include "layout/compose.h"

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

struct page *compose_page(struct composer *composer, enum page_kind kind)
{
    struct arena *arena = composer->setter->arena;
    struct page *page = ARENA_NEW(arena, struct page);
    const size_t index = composer->pages->len;
    page->kind = kind;
    page->recto = index % 2 == 0;
    page->label = composer->in_body ? arena_printf(arena, "%zu", index - composer->body_start + 1) : roman(arena, index + 1);
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

static void paint_slab(struct setter *setter, struct page *page, const struct slab *slab, const struct frame *frame, double y)
{
    places_add(setter, page, slab->ids, y);
    if (slab->label)
        setting_paint(setter, page, slab->label, frame->x + slab->x + slab->label_x, y);
    if (slab->margin && frame->margin > 0)
        setting_paint(setter, page, slab->margin, frame->margin_x, y + 2);
    slab->paint(setter, page, slab, frame, y);
}

/* Footnotes stand at the foot of the page that calls them, under a short rule. */
static void paint_feet(struct setter *setter, struct page *page, const struct slab *slabs, size_t count, const struct frame *frame)
{
    double height = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < slabs[i].foot_count; k++)
            height += slabs[i].feet[k]->height;
    if (height <= 0)
        return;
    double y = frame->top + frame->room - height;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = frame->x, .y = y - foot_separation / 2, .width = 60,
                                                .line_width = 0.5, .stroke = setter->style->text});
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < slabs[i].foot_count; k++) {
            foot_paint(setter, page, slabs[i].feet[k], frame, y);
            y += slabs[i].feet[k]->height;
        }
}

void compose_slabs(struct composer *composer, const struct slab *slabs, size_t count, enum page_kind first)
{
    const struct style *style = composer->setter->style;
    size_t *starts = g_new0(size_t, count + 1);
    const size_t pages = pagebreak_find(slabs, count, style->lines * style->leading, starts);
    for (size_t i = 0; i < pages; i++) {
        const size_t end = i + 1 < pages ? starts[i + 1] : count;
        struct page *page = compose_page(composer, i == 0 ? first : PAGE_BODY);
        const struct frame frame = compose_frame(composer, page);
        double y = frame.top;
        for (size_t k = starts[i]; k < end; k++) {
            y += k > starts[i] ? slabs[k].before : 0;
            paint_slab(composer->setter, page, &slabs[k], &frame, y);
            y += slabs[k].height;
        }
        paint_feet(composer->setter, page, slabs + starts[i], end - starts[i], &frame);
    }
    g_free(starts);
}

void compose_outline(struct composer *composer, int level, const char *title, const char *id)
{
    struct outline_entry entry = {level, title, id};
    g_array_append_val(composer->outline, entry);
}
