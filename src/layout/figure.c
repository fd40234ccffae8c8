/* figure: pictures with captions, and the ornament of a thought break. */
#include <math.h>

#include "layout/caption.h"
#include "layout/flow.h"
#include "layout/tag.h"

struct figure_slab {
    struct page_image *image;
    double width, height;
    bool wide;
    const struct setting *caption;
    const struct page_tag *tag; /* of the picture; NULL: it decorates */
};

static const double CAPTION_GAP = 6;

/* So many lines of a caption that runs on to other pages stand below its figure. */
enum { CAPTION_KEEPS = 3 };

static void paint_figure(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                         const struct frame *frame)
{
    const double y = showing->y;
    const struct figure_slab *figure = slab->what;
    const double column = figure->wide ? frame->full_width : frame->width;
    const double left = figure->wide ? frame->full_x : frame->x + slab->x;
    const double x = left + MAX(0, (column - figure->width) / 2);
    page_add(setter->arena, page, (struct item){.kind = ITEM_IMAGE, .x = x, .y = y, .width = figure->width,
                                                .height = figure->height, .image = figure->image, .tag = figure->tag});
    if (figure->caption)
        setting_paint(setter, page, figure->caption, left, y + figure->height + CAPTION_GAP);
}

/* As wide as asked for, or as its own size, never wider than the column or higher than two thirds of the page. */
static void figure_size(const struct flow *flow, const struct figure *about, struct figure_slab *figure)
{
    const struct style *style = flow->setter->style;
    const double column = about->wide ? style_full_width(style) : flow->width;
    const struct image *image = about->image;
    double width = image->type == IMAGE_SVG ? image->width : image->width * 72 / 300;
    if (about->width_percent > 0)
        width = column * about->width_percent / 100;
    else if (about->width_mm > 0)
        width = about->width_mm * MM;
    width = MIN(width, column);
    if (about->width_percent <= 0 && about->width_mm <= 0 && width > column * 0.8)
        width = column;
    double height = width * image->height / MAX(image->width, 1e-6);
    const double most = style->lines * style->leading * 2 / 3;
    if (height > most) {
        width *= most / height;
        height = most;
    }
    figure->width = width;
    figure->height = height;
}

static struct page_image *image_of(struct setter *setter, const struct figure *about)
{
    struct page_image *shown = ARENA_NEW(setter->arena, struct page_image);
    const struct image *image = about->image;
    *shown = (struct page_image){image->name, (int)image->type, image->bytes, about->alt && *about->alt ? about->alt : NULL};
    return shown;
}

/* NULL: without words it decorates. */
static const struct page_tag *tag_of(struct setter *setter, const struct figure *about)
{
    struct page_tag *tag = about->alt && *about->alt ? tag_object(setter, TAG_FIGURE, setter->tag) : NULL;
    if (tag)
        tag->alt = about->alt;
    return tag;
}

/* It covers the page and what is trimmed off: all sides but the spine's. What does not fit its proportion is outside. */
static void paint_full_page(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                            const struct frame *frame)
{
    (void)showing;
    const struct style *style = setter->style;
    const struct block *block = slab->what;
    const struct figure *about = block->figure;
    const double width = style->width + style->bleed, height = style->height + 2 * style->bleed;
    const double scale = MAX(width / MAX(about->image->width, 1e-6), height / MAX(about->image->height, 1e-6));
    const struct item item = {.kind = ITEM_IMAGE, .width = about->image->width * scale, .height = about->image->height * scale,
                              .image = image_of(setter, about), .tag = tag_of(setter, about)};
    struct item *added = page_add(setter->arena, page, item);
    added->x = (frame->recto ? 0 : -style->bleed) + (width - item.width) / 2;
    added->y = -style->bleed + (height - item.height) / 2;
    page->kind = PAGE_DISPLAY; /* neither head nor folio stands on it */
    page_add_begin(setter->arena, page, (const char *)block);
}

static void flow_full_page(struct flow *flow, const struct block *block)
{
    const struct style *style = flow->setter->style;
    flow_margin_end(flow);
    flow_add_whole(flow, (struct slab){.floats = !block->figure->here, .paint = paint_full_page, .what = block},
                   style->lines * style->leading, NULL);
}

static void flow_picture(struct flow *flow, const struct block *block)
{
    struct setter *setter = flow->setter;
    const bool among = flow->inside || flow->off_grid;
    if (block->figure->full_page && !among) {
        flow_full_page(flow, block);
        return;
    }
    if (block->figure->full_page)
        diags_report(setter->diags, DIAG_WARNING, block->at, "full-page-place", "put it between two paragraphs of the chapter",
                     "a picture in a box, a list or a worksheet cannot fill a page");
    struct figure_slab *figure = ARENA_NEW(setter->arena, struct figure_slab);
    figure->wide = block->figure->wide;
    if (figure->wide) {
        flow_margin_end(flow);
        flow->space = MAX(flow->space, flow->margin_height - flow->below);
    }
    figure_size(flow, block->figure, figure);
    figure->image = image_of(setter, block->figure);
    figure->tag = tag_of(setter, block->figure);
    figure->caption = caption_set(setter, block, WORD_FIGURE, block->figure->number, figure->wide ? style_full_width(setter->style) : flow->width);
    double height = figure->height;
    if (figure->caption)
        height += CAPTION_GAP + setting_height(figure->caption);
    const double line = setter->style->leading;
    struct slab slab = {.before = line, .after = line, .floats = !block->figure->here && !flow->off_grid, .paint = paint_figure,
                        .what = figure};
    if (figure->caption && whole_lines(setter, height) > line * setter->style->lines) {
        figure->caption = NULL;
        slab.floats = false;
        slab.after = CAPTION_GAP;
        flow_add_whole(flow, slab, whole_lines(setter, figure->height), NULL);
        flow->keep_next = CAPTION_KEEPS;
        flow_caption(flow, block, WORD_FIGURE, block->figure->number);
        flow_gap(flow);
    } else {
        flow_add_solid(flow, slab, whole_lines(setter, height), &figure->caption, 1);
    }
    flow->indent = flow->indent && slab.floats; /* what may stand elsewhere does not interrupt the text */
}

void flow_figure(struct flow *flow, const struct block *block)
{
    tag_open(flow->setter, TAG_DIVISION);
    flow_picture(flow, block);
    tag_close(flow->setter);
}

/* A leaf: two curves that meet in points, its base at x, y, leaning by `lean`. */
static void paint_leaf(struct setter *setter, struct page *page, double x, double y, double lean, double length)
{
    const double tip_x = x + lean * length, tip_y = y - length * (1 - fabs(lean) * 0.45), side = length * 0.34;
    const struct path_step steps[] = {
        {STEP_MOVE, {x}, {y}},
        {STEP_CURVE, {x - side, tip_x - side, tip_x}, {y - length * 0.4, tip_y + length * 0.3, tip_y}},
        {STEP_CURVE, {tip_x + side, x + side, x}, {tip_y + length * 0.3, y - length * 0.4, y}},
        {STEP_CLOSE, {0}, {0}},
    };
    page_add(setter->arena, page,
             (struct item){.kind = ITEM_PATH, .x = MIN(x, tip_x) - side, .y = tip_y, .width = fabs(tip_x - x) + 2 * side,
                           .height = y - tip_y, .filled = true, .fill = setter->style->accent,
                           .steps = arena_copy(setter->arena, steps, sizeof steps), .step_count = G_N_ELEMENTS(steps)});
}

static void paint_break(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                        const struct frame *frame)
{
    const double x = frame->x + slab->x + frame->width / 2, base = showing->y + showing->way->height / 2 + 5;
    paint_leaf(setter, page, x - 2, base, -0.75, 9);
    paint_leaf(setter, page, x, base, 0, 10);
    paint_leaf(setter, page, x + 2, base, 0.75, 9);
}

void flow_break(struct flow *flow)
{
    const double leading = flow->setter->style->leading;
    flow_add_solid(flow, (struct slab){.keep = true, .paint = paint_break}, 3 * leading, NULL, 0);
    flow->indent = false;
}
