/* index: the book's index, in two columns: terms, the pages they are on, and where else to look. */
#include <math.h>

#include "layout/compose.h"
#include "layout/pagebreak.h"
#include "layout/tag.h"

static const double COLUMN_GAP = 18, SUB_INDENT = 10, TURNOVER = 20;

/* With less than this many lines left on its page, the index begins on the next. */
static const double LEAST_LINES = 10;

/* ---- a line's spans ---- */

/* Spans in a row. */
struct row {
    struct arena *arena;
    struct span *first, *last;
};

static struct span *add(struct row *row, struct span span)
{
    struct span *added = arena_copy(row->arena, &span, sizeof span);
    if (row->last)
        row->last->next = added;
    else
        row->first = added;
    row->last = added;
    return added;
}

static void add_text(struct row *row, const char *text)
{
    add(row, (struct span){.kind = SPAN_TEXT, .text = text});
}

static struct span *text_span(struct arena *arena, const char *text)
{
    struct span *span = ARENA_NEW(arena, struct span);
    *span = (struct span){.kind = SPAN_TEXT, .text = text};
    return span;
}

static void add_link(struct row *row, const char *text, const struct anchor *anchor)
{
    add(row, (struct span){.kind = SPAN_LINK, .anchor = anchor, .children = text_span(row->arena, text)});
}

/* ---- pages ---- */

/* The page of a place; the placeholder's while it is not known. */
static struct page_place page_of(const struct setter *setter, const struct anchor *anchor)
{
    const struct page_place *place = setter->map ? page_map_find(setter->map, anchor->id) : NULL;
    return place ? *place : (struct page_place){anchor->id, 0, "00"};
}

/* The place after those that are on the same page as one, or on the pages that follow it without a gap: *last gets the
 * last of these pages. Roman and arabic folios do not join. */
static size_t range_end(const struct setter *setter, const struct index_entry *entry, size_t from, struct page_place *last)
{
    size_t end = from + 1;
    *last = page_of(setter, entry->places[from]);
    for (; end < entry->place_count; end++) {
        const struct page_place next = page_of(setter, entry->places[end]);
        const bool same = next.page == last->page;
        const bool follows = next.page == last->page + 1 && g_ascii_isdigit(*next.label) == g_ascii_isdigit(*last->label);
        if (!same && !follows)
            break;
        *last = next;
    }
    return end;
}

static void add_pages(struct row *row, const struct setter *setter, const struct index_entry *entry)
{
    for (size_t at = 0; at < entry->place_count;) {
        struct page_place last;
        const struct page_place first = page_of(setter, entry->places[at]);
        const struct anchor *anchor = entry->places[at];
        at = range_end(setter, entry, at, &last);
        add_text(row, ", ");
        if (first.page == last.page)
            add_link(row, first.label, anchor);
        else
            add_link(row, arena_printf(row->arena, "%s\u2013%s", first.label, last.label), anchor);
    }
}

static void add_see(struct row *row, const struct setter *setter, const struct index_entry *entry)
{
    const bool also = entry->place_count || entry->below;
    for (const struct index_see *see = entry->see; see; see = see->next) {
        add_text(row, see == entry->see ? (also ? ". " : ", ") : "; ");
        if (see == entry->see) {
            const char *word = words_get(setter->words, also ? WORD_SEE_ALSO : WORD_SEE);
            add(row, (struct span){.kind = SPAN_EMPHASIS, .children = text_span(row->arena, word)});
            add_text(row, " ");
        }
        if (see->entry && see->entry->anchor)
            add_link(row, see->term, see->entry->anchor);
        else
            add_text(row, see->term);
    }
}

/* ---- lines ---- */

static void flow_entry(struct flow *flow, const struct index_entry *entry, double indent)
{
    struct setter *setter = flow->setter;
    struct row row = {.arena = setter->arena};
    add_text(&row, entry->term);
    add_pages(&row, setter, entry);
    add_see(&row, setter, entry);
    flow->at = row.first->at = entry->place_count && entry->places[0]->block ? entry->places[0]->block->at : flow->at;
    if (entry->anchor)
        g_ptr_array_add(flow->ids, (gpointer)entry->anchor->id);
    /* What runs over stands further in than what begins. */
    flow->x += TURNOVER;
    tag_open(setter, TAG_PARAGRAPH);
    flow_setting(flow, set_paragraph(setter, row.first, ROLE_INDEX, flow->width - TURNOVER, ALIGN_LEFT,
                                     &(struct indents){.first = indent - TURNOVER}));
    tag_close(setter);
    flow->x -= TURNOVER;
}

static void flow_letter(struct flow *flow, const char *letter)
{
    if (flow->slabs->len)
        flow->space = flow->setter->style->look[ROLE_INDEX].leading;
    if (!*letter)
        return;
    tag_open(flow->setter, TAG_PARAGRAPH);
    flow_setting(flow, set_text(flow->setter, letter, ROLE_INDEX_LETTER, flow->width, ALIGN_LEFT));
    tag_close(flow->setter);
    flow->keep_next = 2;
}

static void flow_index(struct flow *flow)
{
    const char *letter = NULL;
    for (const struct index_entry *entry = flow->setter->book->index; entry; entry = entry->next) {
        if (!letter || g_strcmp0(letter, entry->initial) != 0)
            flow_letter(flow, entry->initial);
        letter = entry->initial;
        flow_entry(flow, entry, 0);
        for (const struct index_entry *below = entry->below; below; below = below->next) {
            flow->keep_next = below == entry->below ? 1 : 0;
            flow_entry(flow, below, SUB_INDENT);
        }
    }
}

/* ---- columns ---- */

static void paint_column(struct composer *composer, struct page *page, const struct page_plan *plan, size_t column, double width,
                         double top)
{
    struct frame frame = compose_frame(composer, page);
    frame.x = frame.full_x + (double)column * (width + COLUMN_GAP);
    frame.width = width;
    frame.margin = 0;
    for (guint i = 0; i < plan->placed->len; i++) {
        const struct placed *placed = &g_array_index(plan->placed, struct placed, i);
        struct showing showing = placed->showing;
        showing.y += frame.top + top;
        slab_show(composer->setter, page, placed->slab, &showing, &frame);
    }
}

/* The last page's columns end alike: they get no more room than two columns need. */
static struct plan *balance(const struct slab *slabs, size_t count, struct page_rules rules, struct plan *plan)
{
    const double step = rules.leading, most = rules.room;
    const guint pages = plan->pages->len;
    if (pages > 2)
        return plan;
    for (rules.room = rules.shorter + step; rules.room < most; rules.room += step) {
        struct plan *tried = pagebreak_find(slabs, count, &rules);
        if (tried->pages->len <= 2) {
            plan_free(plan);
            return tried;
        }
        plan_free(tried);
    }
    return plan;
}

/* Columns from the slab that begins the page of a plan, balanced anew. */
static size_t last_page_start(const struct slab *slabs, const struct plan *plan)
{
    const guint first = (plan->pages->len - 1) / 2 * 2;
    const GArray *placed = g_array_index(plan->pages, struct page_plan, first).placed;
    const struct placed *top = placed->len ? &g_array_index(placed, struct placed, 0) : NULL;
    return top && top->showing.from == 0 ? (size_t)(top->slab - slabs) : 0;
}

static void paint_plan(struct composer *composer, const struct plan *plan, guint from, guint end, double width, double y)
{
    for (guint i = from; i < end; i += 2) {
        const bool goes_on = i == 0 && y > 0;
        struct page *page = goes_on ? g_ptr_array_index(composer->pages, composer->pages->len - 1) : compose_page(composer, PAGE_BODY);
        for (guint column = 0; column < 2 && i + column < end; column++)
            paint_column(composer, page, &g_array_index(plan->pages, struct page_plan, i + column), column, width, goes_on ? y : 0);
    }
}

/* Full pages as they are, the last one in even columns. */
static void paint_index(struct composer *composer, const struct slab *slabs, size_t count, struct page_rules rules, double width)
{
    struct plan *plan = pagebreak_find(slabs, count, &rules);
    const size_t last = plan->pages->len > 2 ? last_page_start(slabs, plan) : 0;
    if (!last) {
        plan = balance(slabs, count, rules, plan);
        paint_plan(composer, plan, 0, plan->pages->len, width, rules.shorter);
    } else {
        paint_plan(composer, plan, 0, (plan->pages->len - 1) / 2 * 2, width, rules.shorter);
        rules.short_pages = 0;
        rules.shorter = 0;
        struct plan *rest = balance(slabs + last, count - last, rules, pagebreak_find(slabs + last, count - last, &rules));
        paint_plan(composer, rest, 0, rest->pages->len, width, 0);
        plan_free(rest);
    }
    plan_free(plan);
}

void compose_index(struct composer *composer, const struct block *index, double y)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    const double width = (style_full_width(style) - COLUMN_GAP) / 2, leading = style->look[ROLE_INDEX].leading;
    struct page_rules rules = {.room = style->lines * style->leading, .leading = leading, .separation = leading};
    struct flow flow;
    setter->map_asked = true;
    flow_start(&flow, setter, width, ROLE_INDEX);
    flow.at = index->at;
    if (index->id)
        g_ptr_array_add(flow.ids, (gpointer)index->id);
    tag_open(setter, TAG_INDEX);
    flow_index(&flow);
    tag_close(setter);
    if (y > 0 && rules.room - y - style->leading >= LEAST_LINES * leading) {
        rules.short_pages = 2;
        rules.shorter = y + style->leading;
    }
    if (flow.slabs->len)
        paint_index(composer, (const struct slab *)(void *)flow.slabs->data, flow.slabs->len, rules, width);
    flow_end(&flow);
}
