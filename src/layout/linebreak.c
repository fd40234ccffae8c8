#include "layout/linebreak.h"

#include <glib.h>
#include <math.h>

/* A space may grow by half, as in TeX, and shrink by less than a quarter: text faces of today have
 * narrow ones. */
static const double GROW = 0.5, SHRINK = 0.22;

/* Demerits, in the scale of The TeXbook, chapter 14. */
static const double LINE_PENALTY = 10, HYPHEN_PENALTY = 60, TWO_HYPHENS = 6000, THREE_HYPHENS = 1e7,
                    SHORT_END = 4000, OVERFULL = 1e12, HYPHEN_BEFORE_END = 5000;

struct node {
    double demerits;
    size_t previous, line; /* the line that ends here is number `line`, from 1 */
    int hyphens;           /* how many lines before and with this one end in a hyphen */
    bool reached;
};

double linebreak_room(const struct measures *m, size_t number)
{
    double room = m->measure;
    if (number == 0)
        room -= m->first_indent;
    if (number < (size_t)MAX(0, m->hanging_lines))
        room -= m->hanging;
    return room;
}

static size_t trimmed_end(const struct measures *m, size_t start, size_t end)
{
    while (end > start && m->is_space[end - 1])
        end--;
    return end;
}

/* How much the spaces of a line must change, as a part of what they may: -1 full shrink, 1 full
 * growth; below -1 the line does not fit. */
static double ratio(const struct measures *m, size_t start, size_t stop, size_t line)
{
    const size_t end = trimmed_end(m, start, stop);
    double width = m->width[end] - m->width[start] - m->hang_left[start] - m->hang_right[end];
    if (m->breaks[stop] == BREAK_HYPHEN)
        width += m->hyphen_width - m->hyphen_hang + m->hang_right[end];
    const double slack = linebreak_room(m, line) - width;
    const double spaces = m->spaces[end] - m->spaces[start];
    if (slack >= 0)
        return m->justified ? slack / MAX(spaces * GROW, 0.5) : slack / (m->measure * 0.12);
    if (!m->justified || spaces <= 0)
        return slack > -0.01 ? 0 : -1 + slack / (m->measure * 0.12);
    return slack / (spaces * SHRINK);
}

static double line_demerits(const struct measures *m, const struct node *from, size_t start, size_t stop, double r)
{
    const bool last = stop == m->count || m->breaks[stop] == BREAK_FORCED;
    const bool hyphen = m->breaks[stop] == BREAK_HYPHEN;
    double badness = r < -1 ? 0 : 100 * fabs(r * r * r);
    if (last && r > 0)
        badness = 0;
    badness = MIN(badness, 1e5);
    double demerits = (LINE_PENALTY + badness) * (LINE_PENALTY + badness);
    if (r < -1)
        demerits += OVERFULL * (1 - r);
    if (hyphen) {
        demerits += HYPHEN_PENALTY * HYPHEN_PENALTY;
        if (from->hyphens >= 1)
            demerits += from->hyphens >= 2 ? THREE_HYPHENS : TWO_HYPHENS;
    }
    if (last && from->line > 0) {
        const size_t end = trimmed_end(m, start, stop);
        if (m->width[end] - m->width[start] < 24)
            demerits += SHORT_END;
        if (from->hyphens > 0)
            demerits += HYPHEN_BEFORE_END;
    }
    return demerits;
}

/* The best way to end a line at `stop`, over all nodes that could start it. */
static void reach(const struct measures *m, struct node *nodes, const size_t *stops, size_t index)
{
    struct node *to = &nodes[index];
    for (size_t k = index; k-- > 0;) {
        if (!nodes[k].reached)
            continue;
        const size_t start = stops[k];
        const double r = ratio(m, start, stops[index], nodes[k].line);
        const double total = nodes[k].demerits + line_demerits(m, &nodes[k], start, stops[index], r);
        if (!to->reached || total < to->demerits)
            *to = (struct node){total, k, nodes[k].line + 1, m->breaks[stops[index]] == BREAK_HYPHEN ? nodes[k].hyphens + 1 : 0, true};
        /* Going further back only makes the line longer; a forced break is never passed over. */
        if ((r < -1 && to->reached && to->demerits < OVERFULL) || (start && m->breaks[start] == BREAK_FORCED))
            break;
        if (r < -8)
            break;
    }
}

size_t linebreak_find(const struct measures *m, struct line_break *lines)
{
    GArray *stops = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i <= m->count; i++)
        if (i == 0 || i == m->count || m->breaks[i] != BREAK_NONE)
            g_array_append_val(stops, i);
    struct node *nodes = g_new0(struct node, stops->len);
    nodes[0].reached = true;
    const size_t *at = (const size_t *)(void *)stops->data;
    for (size_t i = 1; i < stops->len; i++)
        reach(m, nodes, at, i);

    size_t count = m->count ? nodes[stops->len - 1].line : 0;
    size_t node = stops->len - 1;
    for (size_t line = count; line-- > 0; node = nodes[node].previous) {
        const size_t start = at[nodes[node].previous], stop = at[node];
        lines[line] = (struct line_break){start, trimmed_end(m, start, stop), m->breaks[stop]};
    }
    g_free(nodes);
    g_array_free(stops, TRUE);
    return count;
}
