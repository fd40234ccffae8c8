/* contents: lines that say what is on which page: the book's contents, lists of figures, tables, worksheets. */
#include "layout/flow.h"
#include "layout/tag.h"

struct contents_line {
    struct setting *title, *number; /* number: of the chapter, or NULL */
    const char *folio, *id, *text;
    const char *source; /* of a list's line: where in the book it is (struct page_start); else NULL */
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
    page_add_link(setter->arena, page, (struct page_link){.x = frame->x, .y = y, .width = frame->width, .height = height, .id = line->id,
                                                          .text = line->text, .tag = setter->tag});
}

static void paint_contents(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                           const struct frame *frame)
{
    const double y = showing->y;
    const struct contents_line *line = slab->what;
    if (line->number)
        setting_paint(setter, page, line->number, frame->x, y);
    if (!setter->aside)
        page_add_begin(setter->arena, page, line->source);
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

static struct contents_line *contents_add(struct flow *flow, const char *number, const char *title, enum role role, double indent, const char *id, double before)
{
    struct setter *setter = flow->setter;
    struct contents_line *line = ARENA_NEW(setter->arena, struct contents_line);
    setter->map_asked = true;
    tag_open(setter, TAG_CONTENTS_LINE);
    tag_open(setter, TAG_REFERENCE);
    tag_open(setter, TAG_LINK);
    const struct page_place *place = setter->map ? page_map_find(setter->map, id) : NULL;
    const double width = flow->width - indent - FOLIO_ROOM;
    /* A title on one line has no more room than it takes, so that one in Hebrew stands where the others do. */
    line->title = set_text(setter, title, role, text_width(setter, title, role) <= width ? NO_LIMIT : width, ALIGN_LEFT);
    if (setting_lines(line->title) > TITLE_LINES) /* the title itself is where it belongs, at its full length */
        line->title = set_text(setter, text_fitted(setter, title, role, width * (TITLE_LINES - 1)), role, width, ALIGN_LEFT);
    line->number = number ? set_text(setter, number, role, NUMBER_ROOM, ALIGN_LEFT) : NULL;
    setting_end_in_space(line->title);
    if (line->number)
        setting_end_in_space(line->number);
    line->folio = place ? place->label : "0";
    line->id = id;
    line->text = title;
    line->indent = indent;
    line->leader = role != ROLE_CONTENTS_PART;
    flow->space += before;
    flow_add_solid(flow, (struct slab){.paint = paint_contents, .what = line}, setting_height(line->title), NULL, 0);
    tag_close(setter);
    tag_close(setter);
    tag_close(setter);
    return line;
}

static void contents_sheets(struct flow *flow, const struct chapter *chapter)
{
    struct arena *arena = flow->setter->arena;
    for (const struct block *block = chapter->blocks; block; block = block->next)
        if (block->kind == BLOCK_WORKSHEET && block->sheet->number) {
            const char *title = arena_printf(arena, "%d  %s", block->sheet->number, spans_text(arena, block->spans));
            contents_add(flow, NULL, title, ROLE_STEPS, NUMBER_ROOM + 12, block->id, 0);
        }
}

void flow_contents(struct flow *flow)
{
    struct setter *setter = flow->setter;
    const struct part *part = NULL;
    tag_open(setter, TAG_CONTENTS);
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
    tag_close(setter);
}

/* "Figure 3  Two cups" and the page. */
void flow_listing(struct flow *flow, const struct block *listing)
{
    const struct book *book = flow->setter->book;
    flow_gap(flow);
    tag_open(flow->setter, TAG_CONTENTS);
    for (const struct listed *line = book->listed[listing->listing]; line; line = line->next) {
        const char *text = *line->text ? arena_printf(flow->setter->arena, "%s  %s", line->label, line->text) : line->label;
        contents_add(flow, NULL, text, ROLE_STEPS, 0, line->anchor->id, 0)->source = (const char *)line;
    }
    tag_close(flow->setter);
    flow_gap(flow);
    flow->indent = false;
}
