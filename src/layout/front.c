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

/* ---- contents ---- */

struct contents_line {
    const struct setting *title, *number; /* number: of the chapter, or NULL */
    const char *folio, *id, *text;
    double indent;
    bool leader;
};

enum { TITLE_LINES = 4 };

static const double NUMBER_ROOM = 20, FOLIO_ROOM = 30, DOT_STEP = 5;

/* A row of small squares, too small to look like any; one path, nothing for a screen reader to say. */
static void paint_leader(struct setter *setter, struct page *page, double from, double to, double baseline)
{
    const double first = (double)((long)(from / DOT_STEP) + 1) * DOT_STEP;
    const size_t dots = to > first ? (size_t)((to - first) / DOT_STEP) : 0;
    if (!dots)
        return;
    struct path_step *steps = ARENA_ARRAY(setter->arena, struct path_step, dots * 5);
    const double size = 0.9;
    for (size_t i = 0; i < dots; i++) {
        const double x = first + (double)i * DOT_STEP, y = baseline - size;
        struct path_step *step = steps + i * 5;
        step[0] = (struct path_step){STEP_MOVE, {x}, {y}};
        step[1] = (struct path_step){STEP_LINE, {x + size}, {y}};
        step[2] = (struct path_step){STEP_LINE, {x + size}, {y + size}};
        step[3] = (struct path_step){STEP_LINE, {x}, {y + size}};
        step[4] = (struct path_step){STEP_CLOSE, {0}, {0}};
    }
    page_add(setter->arena, page, (struct item){.kind = ITEM_PATH, .x = first, .y = baseline - size, .width = to - first, .height = size,
                                                .filled = true, .fill = setter->style->text, .steps = steps, .step_count = dots * 5});
}

static void link_line(struct setter *setter, struct page *page, const struct contents_line *line, const struct frame *frame, double y, double height)
{
    struct page_link *link = ARENA_NEW(setter->arena, struct page_link);
    *link = (struct page_link){frame->x, y, frame->width, height, line->id, NULL, line->text, NULL};
    struct page_link **end = &page->links;
    while (*end)
        end = &(*end)->next;
    *end = link;
}

static void paint_contents(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                           const struct frame *frame)
{
    const double y = showing->y;
    const struct contents_line *line = slab->what;
    if (line->number)
        setting_paint(setter, page, line->number, frame->x, y);
    const double x = frame->x + line->indent, height = setting_height(line->title);
    setting_paint(setter, page, line->title, x, y);
    const double last = y + height - setting_leading(line->title) + role_baseline(setter->style, ROLE_CONTENTS);
    if (line->folio) {
        paint_text(setter, page, line->folio, ROLE_CONTENTS, frame->x + frame->width, last, ALIGN_RIGHT);
        const double width = text_width(setter, line->folio, ROLE_CONTENTS);
        const double from = x + (setting_lines(line->title) > 1 ? line->indent : setting_width(line->title)) + 6;
        if (line->leader && setting_lines(line->title) == 1)
            paint_leader(setter, page, from, frame->x + frame->width - width - 6, last);
    }
    link_line(setter, page, line, frame, y, height);
}

static void contents_add(struct flow *flow, const char *number, const char *title, enum role role, double indent, const char *id, double before)
{
    struct setter *setter = flow->setter;
    struct contents_line *line = ARENA_NEW(setter->arena, struct contents_line);
    const struct page_place *place = setter->map ? page_map_find(setter->map, id) : NULL;
    const double width = flow->width - indent - FOLIO_ROOM;
    line->title = set_text(setter, title, role, width, ALIGN_LEFT);
    if (setting_lines(line->title) > TITLE_LINES) /* the title itself is where it belongs, at its full length */
        line->title = set_text(setter, text_fitted(setter, title, role, width * (TITLE_LINES - 1)), role, width, ALIGN_LEFT);
    line->number = number ? set_text(setter, number, role, NUMBER_ROOM, ALIGN_LEFT) : NULL;
    line->folio = place ? place->label : "0";
    line->id = id;
    line->text = title;
    line->indent = indent;
    line->leader = role != ROLE_CONTENTS_PART;
    flow->space += before;
    flow_add_solid(flow, (struct slab){.paint = paint_contents, .what = line}, setting_height(line->title), NULL, 0);
}

static void contents_sheets(struct flow *flow, const struct chapter *chapter)
{
    struct arena *arena = flow->setter->arena;
    for (const struct block *block = chapter->blocks; block; block = block->next)
        if (block->kind == BLOCK_WORKSHEET) {
            const char *title = arena_printf(arena, "%d\u2002%s", block->sheet->number, spans_text(arena, block->spans));
            contents_add(flow, NULL, title, ROLE_STEPS, NUMBER_ROOM + 12, block->id, 0);
        }
}

static void contents_chapters(struct flow *flow)
{
    struct setter *setter = flow->setter;
    const struct part *part = NULL;
    for (const struct chapter *chapter = setter->book->chapters; chapter; chapter = chapter->next) {
        if (chapter->role != CHAPTER_PLAIN)
            continue;
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            const char *label = arena_printf(setter->arena, "%s: %s", words_part_number(setter->words, part->number), part->title);
            contents_add(flow, NULL, label, ROLE_CONTENTS_PART, 0, part->id, setter->style->leading);
            flow->keep_next = 1;
        }
        const char *number = chapter->number ? arena_printf(setter->arena, "%d", chapter->number) : NULL;
        contents_add(flow, number, chapter->title_text, ROLE_CONTENTS, number ? NUMBER_ROOM : 0, chapter->id,
                     flow->slabs->len > 1 ? setter->style->leading / 2 : 0);
        contents_sheets(flow, chapter);
    }
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
    contents_chapters(&flow);
    composer->now = (struct heads){setter->book->about.title, title};
    compose_recto(composer);
    compose_flow(composer, &flow, PAGE_OPENER);
    compose_outline(composer, 0, title, "contents");
    flow_end(&flow);
}
