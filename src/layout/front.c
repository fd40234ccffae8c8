/* front: half title, title page, pages set for display (copyright, dedication), contents. */
#include "layout/compose.h"
#include "layout/tag.h"

/* What the title page says: NULL where there is nothing. */
struct titles {
    struct setting *title, *subtitle, *authors, *publisher;
};

static struct setting *set_line(struct setter *setter, const char *text, enum role role, double width)
{
    return text ? set_text(setter, text, role, width, ALIGN_LEFT) : NULL;
}

static double height_of(const struct setting *setting)
{
    return setting ? setting_height(setting) : 0;
}

/* Titles hang from the eighth line of the grid. */
static double eighth_line(const struct style *style)
{
    return style->top + 7 * style->leading;
}

static struct titles set_titles(struct setter *setter, double width)
{
    const struct metadata *about = &setter->book->about;
    tag_open(setter, TAG_HEADING)->level = 1;
    struct setting *title = set_line(setter, about->title, ROLE_TITLE, width);
    tag_close(setter);
    return (struct titles){title, set_line(setter, about->subtitle, ROLE_SUBTITLE, setter->style->measure),
                           set_line(setter, book_authors(setter->book, setter->arena), ROLE_AUTHOR, width),
                           set_line(setter, about->publisher, ROLE_HELP, width)};
}

/* More than a page holds: one below the other, on as many pages as it takes. */
static void compose_long(struct composer *composer, const struct titles *titles, const char *id)
{
    struct flow flow;
    struct setting *const lines[] = {titles->title, titles->subtitle, titles->authors, titles->publisher};
    flow_start(&flow, composer->setter, composer->setter->style->measure, ROLE_TEXT);
    if (id)
        g_ptr_array_add(flow.ids, (gpointer)id);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (!lines[i])
            continue;
        flow_setting(&flow, lines[i]);
        flow_gap(&flow);
    }
    compose_flow(composer, &flow, PAGE_DISPLAY);
    flow_end(&flow);
}

static void compose_half_title(struct composer *composer)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    struct setting *title = set_line(setter, setter->book->about.title, ROLE_CHAPTER_TITLE, style_full_width(style));
    const double y = eighth_line(style);
    if (y + setting_height(title) > style->top + style->lines * style->leading) {
        title = set_line(setter, setter->book->about.title, ROLE_CHAPTER_TITLE, style->measure);
        compose_long(composer, &(struct titles){.title = title}, NULL);
        return;
    }
    struct page *page = compose_page(composer, PAGE_DISPLAY);
    setting_paint(setter, page, title, compose_frame(composer, page).full_x, y);
}

/* The title above a line and what explains it below; at the foot whose book it is. */
static void paint_titles(struct composer *composer, const struct titles *titles, const char *id)
{
    struct setter *setter = composer->setter;
    const double leading = setter->style->leading;
    struct page *page = compose_page(composer, PAGE_DISPLAY);
    const struct frame frame = compose_frame(composer, page);
    const double y = eighth_line(setter->style) + setting_height(titles->title), foot = frame.top + frame.room;
    setting_paint(setter, page, titles->title, frame.full_x, eighth_line(setter->style));
    page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = frame.full_x, .y = y + leading, .width = frame.width,
                                                .line_width = HAIRLINE, .stroke = setter->style->accent});
    if (titles->subtitle)
        setting_paint(setter, page, titles->subtitle, frame.full_x, y + 2 * leading);
    if (titles->authors)
        setting_paint(setter, page, titles->authors, frame.full_x, foot - leading - setting_height(titles->authors));
    if (titles->publisher)
        setting_paint(setter, page, titles->publisher, frame.full_x, foot - MAX(leading, setting_height(titles->publisher)));
    const char *ids[] = {id, NULL};
    page_add_places(setter->arena, page, ids, frame.top);
    page_add_begin(setter->arena, page, id);
}

void compose_titles(struct composer *composer)
{
    static const char id[] = "title-page";
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    tag_open(setter, TAG_SECTION);
    compose_half_title(composer);
    compose_recto(composer);
    struct titles titles = set_titles(setter, style_full_width(style));
    const double height = eighth_line(style) + setting_height(titles.title) + height_of(titles.subtitle) +
                          height_of(titles.authors) + height_of(titles.publisher) + 4 * style->leading;
    if (height > style->top + style->lines * style->leading) {
        titles = set_titles(setter, style->measure);
        compose_long(composer, &titles, id);
    } else {
        paint_titles(composer, &titles, id);
    }
    tag_close(setter);
    compose_outline(composer, 0, setter->book->about.title, id);
}

static bool calls_notes(const struct column *column)
{
    GPtrArray *feet = g_ptr_array_new();
    column_feet(column, feet);
    const bool calls = feet->len > 0;
    g_ptr_array_free(feet, TRUE);
    return calls;
}

static void flow_display(struct flow *flow, struct setter *setter, const struct chapter *chapter, double width)
{
    flow_start(flow, setter, width, chapter->role == CHAPTER_COPYRIGHT ? ROLE_HELP : ROLE_PURPOSE);
    g_ptr_array_add(flow->ids, (gpointer)chapter->id);
    for (const struct block *block = chapter->blocks; block; block = block->next) {
        flow->indent = false;
        flow_block(flow, block);
        flow->space += 7.5;
    }
    flow_margin_end(flow);
}

/* More than a page, or notes, are set as any other text is. */
static void compose_long_display(struct composer *composer, const struct chapter *chapter, const struct column *column)
{
    struct setter *setter = composer->setter;
    struct flow flow;
    feet_call_again(setter, column);
    flow_display(&flow, setter, chapter, setter->style->measure);
    compose_flow(composer, &flow, PAGE_DISPLAY);
    flow_end(&flow);
}

/* A copyright page's text stands at the foot, a dedication at the eighth line. */
void compose_display(struct composer *composer, const struct chapter *chapter)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    const bool copyright = chapter->role == CHAPTER_COPYRIGHT;
    if (!copyright)
        compose_recto(composer);
    tag_open(setter, TAG_SECTION);
    struct flow flow;
    flow_display(&flow, setter, chapter, copyright ? style->measure : style_full_width(style));
    const struct column *column = flow_column(&flow);
    const double room = style->lines * style->leading, down = copyright ? room - column->height : eighth_line(style) - style->top;
    if (down < 0 || down + column->height > room || calls_notes(column)) {
        compose_long_display(composer, chapter, column);
    } else {
        struct page *page = compose_page(composer, PAGE_DISPLAY);
        const struct frame frame = compose_frame(composer, page);
        const char *ids[] = {chapter->id, NULL};
        page_add_places(setter->arena, page, column->count ? NULL : ids, frame.top);
        page_add_begin(setter->arena, page, chapter->id);
        column_paint(setter, page, column, &frame, copyright ? frame.x : frame.full_x, frame.top + down);
    }
    tag_close(setter);
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
    tag_open(setter, TAG_SECTION);
    tag_open(setter, TAG_HEADING)->level = 1;
    heading->lines = set_text(setter, title, ROLE_CHAPTER_TITLE, setter->style->measure, ALIGN_LEFT);
    tag_close(setter);
    g_ptr_array_add(flow.ids, (gpointer) "contents");
    flow_add_solid(&flow, (struct slab){.paint = paint_heading, .what = heading}, setting_height(heading->lines) + 2 * setter->style->leading, NULL, 0);
    flow_contents(&flow);
    tag_close(setter);
    composer->now = (struct heads){.chapter = title};
    compose_recto(composer);
    compose_flow(composer, &flow, PAGE_OPENER);
    compose_outline(composer, 0, title, "contents");
    flow_end(&flow);
}
