/* paint: set lines onto a page: text, rules of blanks, links, fields. */
#include <string.h>

#include "layout/setting.h"

double role_baseline(const struct style *style, enum role role)
{
    const struct look *look = &style->look[role];
    return look->leading / 2 + look->size * 0.32;
}

static void link_add(struct setter *setter, struct page *page, const struct piece *piece, const struct page_tag *tag, double x,
                     double baseline)
{
    const struct span *link = piece->stretch->link;
    const char *id = piece->stretch->note ? piece->stretch->note : link && link->anchor ? link->anchor->id : NULL;
    const char *url = !id && link ? link->url : NULL;
    if (!id && !url)
        return;
    const double size = piece->stretch->look.size;
    const double top = baseline - piece->stretch->raise - size * 0.75, height = size;
    struct page_link *last = page->links;
    while (last && last->next)
        last = last->next;
    const bool same = last && g_strcmp0(last->id, id) == 0 && g_strcmp0(last->url, url) == 0 &&
                      last->y == top && last->x + last->width >= x - 0.5 && x + piece->width >= last->x - 0.5;
    if (same) {
        const double left = MIN(last->x, x), right = MAX(last->x + last->width, x + piece->width);
        last->x = left;
        last->width = right - left;
        last->text = arena_printf(setter->arena, "%s%s", last->text, piece->text ? piece->text->text : "");
        return;
    }
    page_add_link(setter->arena, page, (struct page_link){.x = x, .y = top, .width = piece->width, .height = height, .id = id, .url = url,
                                                          .text = piece->text ? piece->text->text : "", .tag = tag});
}

static void paint_blank(struct setter *setter, struct page *page, const struct piece *piece, const struct page_tag *tag, double x,
                        double baseline)
{
    const struct style *style = setter->style;
    const struct span *blank = piece->stretch->object;
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = x, .y = baseline + 2.5, .width = piece->width - 2,
                                                .line_width = style->rule_width, .stroke = style->rule});
    page_add_field(setter->arena, page, (struct page_field){.element = "blank", .kind = FIELD_LINE, .x = x, .y = baseline - 11, .width = piece->width - 2,
                                                .height = 13.5, .name = blank->name, .prompt = blank->text && *blank->text ? blank->text : setter->sheet ? setter->sheet : "",
                                                .tag = tag_object(setter, TAG_FORM, tag)});
}

/* Without words it decorates. */
static void paint_picture(struct setter *setter, struct page *page, const struct piece *piece, const struct page_tag *tag, double x,
                          double baseline)
{
    const struct image *image = piece->stretch->object->image;
    struct page_image *shown = ARENA_NEW(setter->arena, struct page_image);
    *shown = (struct page_image){image->name, (int)image->type, image->bytes, piece->stretch->object->text};
    const double height = piece->stretch->look.size;
    struct page_tag *figure = shown->alt && *shown->alt ? tag_object(setter, TAG_FIGURE, tag) : NULL;
    if (figure)
        figure->alt = shown->alt;
    page_add(setter->arena, page, (struct item){.kind = ITEM_IMAGE, .x = x, .y = baseline - height * 0.8, .width = piece->width,
                                                .height = height, .image = shown, .tag = figure});
}

void setting_paint_line(struct setter *setter, struct page *page, const struct setting *setting, size_t line, double x,
                        double y)
{
    const double baseline = y + role_baseline(setter->style, setting->role);
    GArray *pieces = line_pieces(setter, setting, line);
    page_add_places(setter->arena, page, setting->lines[line].ids, y);
    if (!setter->aside)
        page_add_begin(setter->arena, page, setting->lines[line].source);
    for (guint i = 0; i < pieces->len; i++) {
        const struct piece *piece = &g_array_index(pieces, struct piece, i);
        const double at = x + piece->x;
        const struct page_tag *tag = setter->again ? NULL : tag_piece(setter, setting->tags, piece->stretch);
        if (piece->kind == PIECE_BLANK)
            paint_blank(setter, page, piece, tag, at, baseline);
        else if (piece->kind == PIECE_IMAGE)
            paint_picture(setter, page, piece, tag, at, baseline);
        else
            page_add(setter->arena, page, (struct item){.kind = ITEM_TEXT, .x = at, .y = baseline - piece->stretch->raise,
                                                        .width = piece->width, .height = piece->stretch->look.size,
                                                        .fill = piece->stretch->colour, .filled = true, .text = piece->text,
                                                        .tag = tag});
        if (!setter->again)
            link_add(setter, page, piece, tag, at, baseline);
    }
    g_array_free(pieces, TRUE);
}

void setting_paint(struct setter *setter, struct page *page, const struct setting *setting, double x, double y)
{
    for (size_t line = 0; line < setting->count; line++)
        setting_paint_line(setter, page, setting, line, x, y + (double)line * setting->leading);
}

void paint_text(struct setter *setter, struct page *page, const char *text, enum role role, double x, double y,
                enum align align)
{
    const struct setting *setting = set_text(setter, text, role, NO_LIMIT, ALIGN_LEFT);
    const double width = setting_width(setting);
    const double left = align == ALIGN_RIGHT ? x - width : align == ALIGN_CENTER ? x - width / 2 : x;
    setting_paint(setter, page, setting, left, y - role_baseline(setter->style, role));
}
