/* flow: blocks become slabs, in the order they are read.
 *
 * One flow fills one column: a chapter's, a box's, a table cell's. Points. */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "layout/column.h"
#include "layout/slab.h"

struct flow {
    struct setter *setter;
    GArray *slabs; /* struct slab */
    double x, width;
    enum role role;       /* of paragraphs */
    bool indent;          /* the next paragraph has its first line indented */
    bool opening;         /* the next paragraph opens a chapter */
    bool inside;          /* a box's column, a note's: nothing in it floats, and there is no grid */
    bool solid;           /* inside a box, which is never divided */
    int off_grid;         /* inside so many lists and quotes */
    bool too_deep;        /* of which the innermost are not indented any more */
    bool leads;           /* the paragraph before ended in a colon: what comes next belongs to it */
    size_t keep_next;     /* so many lines to come stay with what is before them */
    double space;         /* owed before the next slab */
    GPtrArray *ids;       /* places that wait for the next slab */
    struct setting *margin;      /* a pointer and */
    const struct setting *label; /* a list's number that wait for the next slab */
    double margin_height, below; /* of the last thing in the margin column, and how far the text has come since its top */
    double label_x;
    const char *section;  /* that begins with the next slab */
    struct position at;   /* of the block that is being set */
};

void flow_start(struct flow *flow, struct setter *setter, double width, enum role role);
void flow_end(struct flow *flow); /* frees what is not in the arena; the slabs too */

void flow_blocks(struct flow *flow, const struct block *blocks);
void flow_block(struct flow *flow, const struct block *block);

/* Adds a slab, with whatever waited for one. */
void flow_add(struct flow *flow, struct slab slab);

/* The same for one that is never divided: `height` and the notes that its settings call. */
void flow_add_solid(struct flow *flow, struct slab slab, double height, const struct setting *const *settings, size_t count);

void flow_add_whole(struct flow *flow, struct slab slab, double height, const GPtrArray *feet); /* struct foot */

/* Whether something so high may stand in the margin column beside the next slab: nothing that stands there already
 * reaches as far, and there is still room when it has to begin higher because the page ends. */
bool flow_margin_free(const struct flow *flow, double height);

/* Something so high will stand there. */
void flow_margin_take(struct flow *flow, double height);

/* A pointer that waits stands in the text after all: nothing comes next, or that takes the margin itself. */
void flow_margin_end(struct flow *flow);

/* Asks for one blank line before what comes next. Asked for twice it is still one line. */
void flow_gap(struct flow *flow);

/* Half a line, around lists and quotes; the page breaker may make it a whole one. */
void flow_half_gap(struct flow *flow);

/* Adds the lines of a setting as a slab. */
void flow_setting(struct flow *flow, struct setting *setting);

/* Whether a column that is so much narrower is wide enough for text; else it is reported, once (indent-deep). */
bool flow_has_room(struct flow *flow, const struct block *block, double less);

/* The slabs made so far as a column. */
const struct column *flow_column(struct flow *flow);

/* The footnotes that the lines of a setting call are added to `feet` (struct foot), each once in a book. */
void feet_call(struct setter *setter, const struct setting *setting, size_t from, size_t to, GPtrArray *feet);

/* The same for spans that are set elsewhere, and with those of a block and what is in it. */
void feet_call_spans(struct setter *setter, const struct span *spans, GPtrArray *feet);
void feet_call_block(struct setter *setter, const struct block *block, GPtrArray *feet);

/* The notes of a column that is not painted are called by whatever takes its place. */
void feet_call_again(struct setter *setter, const struct column *column);

/* Makes a strip call them; `feet` may be NULL. */
void strip_feet(struct setter *setter, struct strip *strip, const GPtrArray *feet);

/* Paints a footnote's strips, and its number before the first. */
void foot_paint(struct setter *setter, struct page *page, const struct foot *foot, size_t from, size_t to,
                const struct frame *frame, double y);
double foot_height(const struct foot *foot, size_t from, size_t to);

/* The parts that have files of their own: lists.c, table.c, table_list.c, box.c, figure.c, contents.c. */
void flow_definitions(struct flow *flow, const struct block *definitions);
void flow_epigraph(struct flow *flow, const struct block *epigraph);
void flow_listing(struct flow *flow, const struct block *listing);
void flow_contents(struct flow *flow);
void flow_list(struct flow *flow, const struct block *list);
void flow_quote(struct flow *flow, const struct block *quote);
void flow_code(struct flow *flow, const struct block *code);
void flow_table(struct flow *flow, const struct block *table);
void flow_table_list(struct flow *flow, const struct block *table); /* one that is too wide */
void flow_box(struct flow *flow, const struct block *box);
void flow_pull(struct flow *flow, const struct block *pull);
void flow_figure(struct flow *flow, const struct block *figure);
void flow_break(struct flow *flow);

#endif
