#include "layout/column.h"

#include "layout/tag.h"

const struct column *column_make(struct setter *setter, const struct slab *slabs, size_t count)
{
    struct column *column = ARENA_NEW(setter->arena, struct column);
    const struct slab *kept = arena_copy(setter->arena, slabs, count * sizeof(struct slab));
    GArray *strips = g_array_new(FALSE, FALSE, sizeof(struct column_strip));
    for (size_t i = 0; i < count; i++) {
        column->height += i ? MAX(kept[i].before, kept[i - 1].after) : 0;
        for (size_t k = 0; k < kept[i].ways[0].count; k++) {
            const double height = kept[i].ways[0].strips[k].height;
            const struct column_strip strip = {&kept[i], k, column->height, height};
            g_array_append_val(strips, strip);
            column->height += height;
        }
    }
    column->count = strips->len;
    column->strips = arena_copy(setter->arena, strips->data, strips->len * sizeof(struct column_strip));
    g_array_free(strips, TRUE);
    return column;
}

void column_paint_part(struct setter *setter, struct page *page, const struct column *column, size_t from, size_t to,
                       const struct frame *frame, double x, double y)
{
    struct frame inside = *frame;
    inside.x = x;
    inside.margin = 0;
    const double above = from < column->count ? column->strips[from].y : 0;
    for (size_t i = from; i < to;) {
        const struct column_strip *first = &column->strips[i];
        size_t end = i;
        while (end < to && column->strips[end].slab == first->slab)
            end++;
        const struct showing showing = {first->slab->ways, first->strip, first->strip + (end - i), y + first->y - above};
        slab_show(setter, page, first->slab, &showing, &inside);
        i = end;
    }
}

void column_paint(struct setter *setter, struct page *page, const struct column *column, const struct frame *frame,
                  double x, double y)
{
    column_paint_part(setter, page, column, 0, column->count, frame, x, y);
}

void column_feet(const struct column *column, GPtrArray *feet)
{
    for (size_t i = 0; i < column->count; i++) {
        const struct strip *strip = &column->strips[i].slab->ways[0].strips[column->strips[i].strip];
        for (size_t k = 0; k < strip->foot_count; k++)
            g_ptr_array_add(feet, (gpointer)strip->feet[k]);
    }
}

void slab_show(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
               const struct frame *frame)
{
    const struct page_tag *before = tag_resume(setter, slab->tag);
    if (showing->from == 0) {
        page_add_places(setter->arena, page, slab->ids, showing->y);
        for (const char *const *id = slab->ids; id && *id && !setter->aside; id++)
            page_add_begin(setter->arena, page, *id);
        if (slab->label)
            setting_paint(setter, page, slab->label, frame->x + slab->x + slab->label_x, showing->y);
        if (slab->margin && frame->margin > 0) { /* which begins higher where it would end below the page */
            setter->aside++;
            setting_paint(setter, page, slab->margin, frame->margin_x,
                          MIN(showing->y + 2, frame->top + frame->room - setting_height(slab->margin)));
            setter->aside--;
        }
    }
    slab->paint(setter, page, slab, showing, frame);
    tag_resume(setter, before);
}
