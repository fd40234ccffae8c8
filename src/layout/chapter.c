/* chapter: openers of parts and chapters, and what follows them. */
#include "layout/compose.h"
#include "layout/sheet_copy.h"
#include "layout/tag.h"

/* The opener hangs from the eighth line of the grid; higher where the page is small: it keeps room for its rule and the
 * first lines of text. */
enum { OPENER_LINE = 7, OPENER_KEEPS = 4 };

struct opener {
    double drop; /* from the top of the page */
    const struct setting *number, *title; /* or NULL */
    bool rule;
};

static void paint_opener(struct setter *setter, struct page *page, const struct slab *slab, const struct showing *showing,
                         const struct frame *frame)
{
    const struct opener *opener = slab->what;
    const double leading = setter->style->leading;
    double y = showing->y + opener->drop;
    if (opener->number) {
        setting_paint(setter, page, opener->number, frame->x, y);
        y += setting_height(opener->number);
    }
    if (opener->title) {
        setting_paint(setter, page, opener->title, frame->x, y);
        y += setting_height(opener->title);
    }
    if (opener->rule)
        page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = frame->x, .y = y + leading, .width = frame->width,
                                                    .line_width = HAIRLINE, .stroke = setter->style->accent});
}

static void flow_opener(struct flow *flow, const struct setting *number, struct setting *title, bool rule, const char *id)
{
    const struct style *style = flow->setter->style;
    /* A title that leaves no room for anything else is set as a text of its own. */
    const bool long_title = setting_height(title) > style->lines * style->leading / 2;
    const double words = (number ? setting_height(number) : 0) + (long_title ? 0 : setting_height(title));
    const double room = (double)(style->lines - OPENER_KEEPS) * style->leading - words;
    struct opener *opener = ARENA_NEW(flow->setter->arena, struct opener);
    *opener = (struct opener){MIN(OPENER_LINE * style->leading, MAX(0, room)), number, long_title ? NULL : title, rule && !long_title};
    const double height = opener->drop + words + (rule ? 2 : 1) * style->leading;
    g_ptr_array_add(flow->ids, (gpointer)id);
    flow_add_solid(flow, (struct slab){.paint = paint_opener, .what = opener}, whole_lines(flow->setter, height), &opener->title, 1);
    flow->keep_next = 2;
    if (long_title) {
        diags_report(flow->setter->diags, DIAG_WARNING, flow->at, "title-long", "shorten it",
                     "this title takes more than half a page, and is set as a text of its own");
        flow_setting(flow, title);
        flow_gap(flow);
    }
}

static struct setting *title_set(struct setter *setter, const char *title, enum role role)
{
    return set_text(setter, title, role, setter->style->measure, ALIGN_LEFT);
}

/* What stands over a title: a number, "Part One". */
static struct setting *over_title_set(struct setter *setter, const char *text, enum role role)
{
    struct setting *over = title_set(setter, text, role);
    setting_end_in_space(over);
    return over;
}

void compose_part(struct composer *composer, const struct part *part)
{
    struct setter *setter = composer->setter;
    struct flow flow;
    flow_start(&flow, setter, setter->style->measure, ROLE_TEXT);
    flow.inside = false;
    flow.at = part->at;
    const char *label = words_part_number(setter->words, part->number);
    composer_enter(composer, part, true);
    tag_open(setter, TAG_HEADING)->level = setter->heading = 1;
    flow_opener(&flow, over_title_set(setter, label, ROLE_PART_LABEL), title_set(setter, part->title, ROLE_PART_TITLE), false, part->id);
    tag_close(setter);
    flow_blocks(&flow, part->blocks);
    flow_margin_end(&flow);
    composer->now = (struct heads){.part = part->title, .chapter = part->title};
    compose_flow(composer, &flow, PAGE_OPENER);
    compose_outline(composer, 0, arena_printf(setter->arena, "%s. %s", label, part->title), part->id);
    flow_end(&flow);
}

/* Paints what has been gathered and starts anew. Returns how far down the last page is filled. */
static double flush(struct composer *composer, struct flow *flow, enum page_kind *kind)
{
    double y = 0;
    flow_margin_end(flow);
    if (flow->slabs->len)
        y = compose_flow(composer, flow, *kind);
    g_array_set_size(flow->slabs, 0);
    flow->space = 0;
    flow->margin_height = 0;
    *kind = PAGE_BODY;
    return y;
}

/* A worksheet, and on each of its pages which one it is. */
static void sheet_pages(struct composer *composer, const struct chapter *chapter, const struct block *block)
{
    struct arena *arena = composer->setter->arena;
    const struct page_sheet sheet = {block->sheet->number, block->sheet->is_private, spans_text(arena, block->spans)};
    composer->sheet = arena_copy(arena, &sheet, sizeof sheet);
    compose_sheet(composer, chapter, block);
    composer->sheet = NULL;
}

/* Copies have the head and the numbers of their worksheet, and the way back to its chapter. They are in no pack, which has
 * the worksheet itself. */
static void repeat_pages(struct composer *composer, const struct block *repeat)
{
    const guint first = composer->pages->len;
    composer->setter->aside++; /* the worksheet itself is elsewhere */
    for (int copy = 1; copy <= repeat->number; copy++) {
        const char *mark = arena_printf(composer->setter->arena, "repeat%d", copy);
        compose_sheet(composer, repeat->repeats->chapter, sheet_copy(composer->setter, repeat->repeats->block, mark));
    }
    composer->setter->aside--;
    if (first < composer->pages->len)
        page_add_begin(composer->setter->arena, g_ptr_array_index(composer->pages, first), (const char *)repeat);
}

void compose_chapter(struct composer *composer, const struct chapter *chapter)
{
    struct setter *setter = composer->setter;
    struct flow flow;
    flow_start(&flow, setter, setter->style->measure, ROLE_TEXT);
    flow.inside = false;
    flow.at = chapter->at;
    const struct setting *number = NULL;
    tag_open(setter, TAG_HEADING)->level = setter->heading = chapter->part ? 2 : 1;
    if (chapter->number)
        number = over_title_set(setter, arena_printf(setter->arena, "%d", chapter->number), ROLE_CHAPTER_NUMBER);
    flow_opener(&flow, number, set_spans(setter, chapter->title, ROLE_CHAPTER_TITLE, setter->style->measure, ALIGN_LEFT), true, chapter->id);
    tag_close(setter);
    flow.opening = chapter->number > 0 && setter->style->initials;
    composer->now = (struct heads){.part = chapter->part ? chapter->part->title : NULL, .chapter = chapter->title_text};
    compose_outline(composer, chapter->part ? 1 : 0, chapter->title_text, chapter->id);
    enum page_kind kind = PAGE_OPENER;
    for (const struct block *block = chapter->blocks; block; block = block->next) {
        if (block->kind == BLOCK_WORKSHEET || (block->kind == BLOCK_REPEAT && block->number)) {
            flush(composer, &flow, &kind);
            const struct heads heads = composer->now;
            if (block->kind == BLOCK_REPEAT)
                repeat_pages(composer, block);
            else
                sheet_pages(composer, chapter, block);
            composer->now = heads;
        } else if (block->kind == BLOCK_INDEX) {
            const double y = flush(composer, &flow, &kind);
            compose_index(composer, block, y);
        } else {
            flow_block(&flow, block);
        }
    }
    flush(composer, &flow, &kind);
    flow_end(&flow);
}
