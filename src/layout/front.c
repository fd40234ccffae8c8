/* front: half title, title page, pages set for display (copyright, dedication), contents. */
#include "layout/compose.h"

static double paint_centred(struct composer *composer, struct page *page, const char *text, enum role role, double y)
{
    const struct frame frame = compose_frame(composer, page);
    const struct setting *lines = set_text(composer->setter, text, role, frame.full_width, ALIGN_LEFT);
    setting_paint(composer->setter, page, lines, frame.full_x, y);
    return y + setting_height(lines);
}

static const char *authors_line(struct setter *setter)
{
    const char *line = NULL;
    for (const struct author *author = setter->book->about.authors; author; author = author->next)
        line = line ? arena_printf(setter->arena, "%s, %s", line, author->name) : author->name;
    return line;
}

void compose_titles(struct composer *composer)
{
    struct setter *setter = composer->setter;
    const struct metadata *about = &setter->book->about;
    const double leading = setter->style->leading;
    struct page *half = compose_page(composer, PAGE_DISPLAY);
    const double eighth = setter->style->top + 7 * leading;
    paint_centred(composer, half, about->title, ROLE_CHAPTER_TITLE, eighth);

    compose_recto(composer);
    struct page *title = compose_page(composer, PAGE_DISPLAY);
    const struct frame frame = compose_frame(composer, title);
    double y = paint_centred(composer, title, about->title, ROLE_TITLE, eighth);
    page_add(setter->arena, title, (struct item){.kind = ITEM_LINE, .x = frame.full_x, .y = y + leading, .width = frame.width,
                                                 .line_width = 0.5, .stroke = setter->style->accent});
    if (about->subtitle) {
        const struct setting *subtitle = set_text(setter, about->subtitle, ROLE_SUBTITLE, frame.width, ALIGN_LEFT);
        setting_paint(setter, title, subtitle, frame.full_x, y + 2 * leading);
    }
    const char *authors = authors_line(setter);
    const double foot = frame.top + frame.room;
    if (authors)
        paint_centred(composer, title, authors, ROLE_AUTHOR, foot - 2 * leading);
    if (about->publisher)
        paint_centred(composer, title, about->publisher, ROLE_HELP, foot - leading);
    compose_outline(composer, 0, about->title, "title-page");
    const char *ids[] = {"title-page", NULL};
    places_add(setter, title, ids, frame.top);
}

void compose_display(struct composer *composer, const struct chapter *chapter)
{
    struct setter *setter = composer->setter;
    const bool copyright = chapter->role == CHAPTER_COPYRIGHT;
    if (!copyright)
        compose_recto(composer);
    struct page *page = compose_page(composer, PAGE_DISPLAY);
    const struct frame frame = compose_frame(composer, page);
    struct flow flow;
    flow_start(&flow, setter, copyright ? frame.width : frame.full_width, copyright ? ROLE_HELP : ROLE_PURPOSE);
    for (const struct block *block = chapter->blocks; block; block = block->next) {
        flow.indent = false;
        flow_block(&flow, block);
        flow.space += 7.5;
    }
    const struct column *column = flow_column(&flow);
    const double y = copyright ? frame.top + frame.room - column->height : frame.top + 7 * setter->style->leading;
    const char *ids[] = {chapter->id, NULL};
    places_add(setter, page, ids, y);
    column_paint(setter, page, column, &frame, copyright ? frame.x : frame.full_x, y);
    flow_end(&flow);
}

struct heading {
    const struct setting *lines;
};

static void paint_heading(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                           const struct frame *frame)
{
    const double y = showing->y;
    const struct heading *heading = slab->what;
    setting_paint(setter, page, heading->lines, frame->x, y);
}

void compose_contents(struct composer *composer)
{
    struct setter *setter = composer->setter;
    struct flow flow;
    flow_start(&flow, setter, setter->style->measure, ROLE_CONTENTS);
    const char *title = words_get(setter->words, WORD_CONTENTS);
    struct heading *heading = ARENA_NEW(setter->arena, struct heading);
    heading->lines = set_text(setter, title, ROLE_CHAPTER_TITLE, setter->style->measure, ALIGN_LEFT);
    g_ptr_array_add(flow.ids, (gpointer) "contents");
    flow_add_solid(&flow, (struct slab){.paint = paint_heading, .what = heading}, setting_height(heading->lines) + 2 * setter->style->leading, NULL, 0);
    flow_contents(&flow);
    composer->now = (struct heads){.chapter = title};
    compose_recto(composer);
    compose_flow(composer, &flow, PAGE_OPENER);
    compose_outline(composer, 0, title, "contents");
    flow_end(&flow);
}
