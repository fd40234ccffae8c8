/* table_list: a table that is too wide for the page, as a list: of each row cell after cell, with the column's head
 * before it. */
#include "layout/caption.h"
#include "layout/flow.h"
#include "layout/tag.h"

/* What runs over stands further in than what begins. */
static const double TURNOVER = 12;

static struct span *span_add(struct setter *setter, struct span **end, struct span span)
{
    struct span *added = arena_copy(setter->arena, &span, sizeof span);
    *end = added;
    return added;
}

/* "Head: cell". The first row has the heads as they were written, with the notes they call; later rows their words. */
static const struct span *cell_spans(struct setter *setter, const struct block *head, const struct block *cell, bool first)
{
    struct span *spans = NULL, **end = &spans;
    if (head && head->spans) {
        struct span *words = head->spans;
        if (!first) {
            words = ARENA_NEW(setter->arena, struct span);
            *words = (struct span){.kind = SPAN_TEXT, .at = head->at, .text = spans_text(setter->arena, head->spans)};
        }
        end = &span_add(setter, end, (struct span){.kind = SPAN_STRONG, .at = cell->at, .children = words})->next;
        end = &span_add(setter, end, (struct span){.kind = SPAN_TEXT, .at = cell->at, .text = cell->spans ? ": " : ":"})->next;
    }
    *end = cell->spans;
    return spans;
}

static void flow_row(struct flow *flow, const struct block *heads, const struct block *row, bool first)
{
    const struct block *head = heads;
    for (const struct block *cell = row->children; cell; cell = cell->next, head = head ? head->next : NULL) {
        if (cell->covered || (!cell->spans && !first))
            continue;
        const struct span *spans = cell_spans(flow->setter, head, cell, first);
        flow->at = cell->at;
        tag_open(flow->setter, TAG_PARAGRAPH);
        flow_setting(flow, set_paragraph(flow->setter, spans, ROLE_TABLE, flow->width - TURNOVER, ALIGN_LEFT,
                                         &(struct indents){.first = -TURNOVER}));
        tag_close(flow->setter);
    }
}

void flow_table_list(struct flow *flow, const struct block *table)
{
    /* Heads of several rows name no single column: they are rows like all others then. */
    const size_t heads = table->table->heads;
    const struct block *head = table->children, *body = heads == 1 ? head->next : head;
    if (table->spans || table->table->number) {
        flow_gap(flow);
        flow_setting(flow, caption_set(flow->setter, table, WORD_TABLE, table->table->number, flow->width));
        flow->keep_next = 1;
    }
    flow->off_grid++;
    flow->x += TURNOVER;
    if (!body && heads)
        flow_row(flow, NULL, head, true);
    for (const struct block *row = body; row; row = row->next) {
        flow->space += flow->setter->style->leading / 2;
        flow_row(flow, heads == 1 ? head->children : NULL, row, row == body);
    }
    flow->x -= TURNOVER;
    flow->off_grid--;
    flow_half_gap(flow);
    flow->indent = false;
}
