/* lists: lists, definitions, quotes, epigraphs and code: text that stands back from the column's edge. */
#include <math.h>
#include <string.h>

#include "layout/flow.h"
#include "layout/itemize.h"
#include "layout/tag.h"

#define RIGHT_TO_LEFT_MARK "\u200F"

static const double LIST_HANG = 15, QUOTE_INDENT = 15, LABEL_GAP = 5;

/* An epigraph leaves so much of the measure free at its left. */
static const double EPIGRAPH_PART = 0.3;

/* An item of fewer lines is never divided. */
enum { SHORT_ITEM = 4 };

/* Text that is indented deeper than this leaves is not indented any more. */
static const double LEAST_WIDTH = 90;

/* Text that stands back from the column's edges, with half a line above and below where it is not inside another
 * such text. What is inside need not stand on the grid; what comes after does again. */
struct inset {
    double left, right, gap;
};

bool flow_has_room(struct flow *flow, const struct block *block, double less)
{
    if (flow->width - less >= LEAST_WIDTH)
        return true;
    if (!flow->too_deep)
        diags_report(flow->setter->diags, DIAG_WARNING, block->at, "indent-deep", "put less inside each other",
                     "there is no room to indent this any deeper");
    flow->too_deep = true;
    return false;
}

static struct inset step_in(struct flow *flow, const struct block *block, double left, double right)
{
    struct inset inset = {left, right, flow->space};
    if (!flow_has_room(flow, block, left + right))
        inset.left = inset.right = 0;
    if (!flow->off_grid && !flow->keep_next) /* nothing between a heading and what it is the head of */
        flow_half_gap(flow);
    flow->off_grid++;
    flow->x += inset.left;
    flow->width -= inset.left + inset.right;
    flow->indent = false;
    return inset;
}

static void step_out(struct flow *flow, const struct inset *inset)
{
    flow->off_grid--;
    flow->x -= inset->left;
    flow->width += inset->left + inset->right;
    if (!flow->off_grid) {
        flow->too_deep = false;
        flow_half_gap(flow);
    }
    flow->indent = false;
}

static const char *item_label(struct flow *flow, const struct list *list, const struct block *item, int number)
{
    if (item->task != TASK_NONE)
        return item->task == TASK_DONE ? "\u2713" : "\u2013";
    return list->ordered ? arena_printf(flow->setter->arena, "%d.", number) : "\u2022";
}

/* Room for the widest label: the last number's. */
static double list_hang(struct flow *flow, const struct block *list)
{
    int last = list->list->start;
    for (const struct block *item = list->children; item && item->next; item = item->next)
        last++;
    const char *label = arena_printf(flow->setter->arena, "%d.", last);
    return list->list->ordered ? MAX(LIST_HANG, text_width(flow->setter, label, flow->role) + LABEL_GAP) : LIST_HANG;
}

/* A list runs the way its first words do. */
static bool list_right_to_left(struct flow *flow, const struct block *list)
{
    const struct block *first = list->children;
    while (first && !first->spans)
        first = first->children;
    return first && text_right_to_left(spans_text(flow->setter->arena, first->spans));
}

/* The label stands in the room on the side where the lines begin. */
static void flow_label(struct flow *flow, const char *text, double hang, bool right_to_left)
{
    const char *label = right_to_left ? arena_printf(flow->setter->arena, RIGHT_TO_LEFT_MARK "%s", text) : text;
    tag_open(flow->setter, TAG_LABEL);
    flow->label = set_text(flow->setter, label, flow->role, hang * 2, ALIGN_LEFT);
    tag_close(flow->setter);
    flow->label_x = right_to_left ? flow->width - hang : -hang;
}

/* Whether the item that was made since there were so many slabs is one that is never divided. */
static bool is_short(const struct flow *flow, guint slabs)
{
    return flow->slabs->len == slabs + 1 && g_array_index(flow->slabs, struct slab, slabs).ways->count < SHORT_ITEM;
}

void flow_list(struct flow *flow, const struct block *list)
{
    int number = list->list->start;
    guint slabs = flow->slabs->len;
    const double hang = list_hang(flow, list);
    const bool right_to_left = list_right_to_left(flow, list);
    const struct inset inset = step_in(flow, list, right_to_left ? 0 : hang, right_to_left ? hang : 0);
    tag_open(flow->setter, TAG_LIST)->numbering = list->list->ordered ? TAG_NUMBERING_DECIMAL : TAG_NUMBERING_DISC;
    for (const struct block *item = list->children; item; item = item->next, number++) {
        tag_open(flow->setter, TAG_ITEM);
        flow_label(flow, item_label(flow, list->list, item, number), hang, right_to_left);
        flow->indent = false;
        if (!list->list->tight && item != list->children)
            flow_half_gap(flow);
        if (item->id)
            g_ptr_array_add(flow->ids, (gpointer)item->id);
        /* Neither its first item nor its last stands alone. */
        if (item != list->children && (item == list->children->next || !item->next) && is_short(flow, slabs))
            flow->keep_next = MAX(flow->keep_next, 1);
        slabs = flow->slabs->len;
        tag_open(flow->setter, TAG_BODY);
        flow_blocks(flow, item->children);
        flow->label = NULL;
        tag_close(flow->setter);
        tag_close(flow->setter);
    }
    tag_close(flow->setter);
    step_out(flow, &inset);
}

void flow_quote(struct flow *flow, const struct block *quote)
{
    const struct inset inset = step_in(flow, quote, QUOTE_INDENT, QUOTE_INDENT);
    tag_open(flow->setter, TAG_QUOTE);
    flow_blocks(flow, quote->children);
    tag_close(flow->setter);
    step_out(flow, &inset);
}

/* The term on a line of its own, in bold; what it means below it. */
void flow_definitions(struct flow *flow, const struct block *definitions)
{
    const struct inset inset = step_in(flow, definitions, LIST_HANG, 0);
    tag_open(flow->setter, TAG_LIST);
    const struct page_tag *list = flow->setter->tag;
    for (const struct block *part = definitions->children; part; part = part->next) {
        if (part->id)
            g_ptr_array_add(flow->ids, (gpointer)part->id);
        flow->indent = false;
        if (part->kind == BLOCK_TERM) {
            tag_resume(flow->setter, list);
            tag_open(flow->setter, TAG_ITEM);
            flow->x -= inset.left;
            tag_open(flow->setter, TAG_LABEL);
            flow_setting(flow, set_spans(flow->setter, part->spans, ROLE_TERM, flow->width + inset.left, ALIGN_LEFT));
            tag_close(flow->setter);
            flow->x += inset.left;
            flow->keep_next = 1;
        } else {
            tag_open(flow->setter, TAG_BODY);
            flow_blocks(flow, part->children);
            tag_close(flow->setter);
        }
    }
    tag_resume(flow->setter, list);
    tag_close(flow->setter);
    step_out(flow, &inset);
}

/* Somebody else's words before a text, and whose they are. */
void flow_epigraph(struct flow *flow, const struct block *epigraph)
{
    struct setter *setter = flow->setter;
    const char *lang = setter->lang;
    const enum role role = flow->role;
    setter->lang = epigraph->lang ? epigraph->lang : lang;
    tag_open(setter, TAG_QUOTE);
    const struct inset inset = step_in(flow, epigraph, round(flow->width * EPIGRAPH_PART), 0);
    flow->role = ROLE_EPIGRAPH;
    flow_blocks(flow, epigraph->children);
    if (epigraph->spans) {
        flow->keep_next = 1;
        flow_setting(flow, set_spans(setter, epigraph->spans, ROLE_ATTRIBUTION, flow->width, ALIGN_LEFT));
    }
    flow->role = role;
    step_out(flow, &inset);
    flow_gap(flow);
    tag_close(setter);
    setter->lang = lang;
}

/* Code keeps its spaces; a line that is too long may still break at the last of each. */
static char *code_line(const char *line)
{
    GString *kept = g_string_new(NULL);
    bool begun = false;
    for (const char *p = *line ? line : " "; *p; p++) {
        if (*p == ' ')
            g_string_append(kept, !begun || p[1] == ' ' || !p[1] ? "\u00A0" : " ");
        else if (*p == '\t')
            g_string_append(kept, "\u00A0\u00A0\u00A0\u00A0");
        else
            g_string_append_c(kept, *p);
        begun = begun || (*p != ' ' && *p != '\t');
    }
    return g_string_free(kept, FALSE);
}

void flow_code(struct flow *flow, const struct block *code)
{
    char **lines = g_strsplit(code->text, "\n", -1);
    const char *source = code->text;
    size_t count = g_strv_length(lines);
    while (count && !lines[count - 1][0])
        count--;
    const struct inset inset = step_in(flow, code, 0, 0);
    tag_open(flow->setter, TAG_PARAGRAPH);
    tag_open(flow->setter, TAG_CODE);
    for (size_t i = 0; i < count; i++) {
        char *kept = code_line(lines[i]);
        /* the first line takes the second along, and the last is not left alone */
        flow->keep_next = i == 1 || i + 1 == count ? MAX(flow->keep_next, (i > 0)) : flow->keep_next;
        const struct span said = {.kind = SPAN_TEXT, .at = code->at, .text = arena_string(flow->setter->arena, kept)};
        struct setting *line = set_spans(flow->setter, &said, ROLE_CODE, flow->width, ALIGN_LEFT);
        setting_begin_at(line, source);
        flow_setting(flow, line);
        source += strlen(lines[i]) + 1;
        g_free(kept);
    }
    g_strfreev(lines);
    tag_close(flow->setter);
    tag_close(flow->setter);
    step_out(flow, &inset);
}
