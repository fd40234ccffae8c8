#include "layout/linebreak.h"

#include <glib.h>
#include <math.h>

/* Glyphs may be stretched or pressed by two parts in a hundred, in steps of a quarter. */
static const double EXPANSION = 0.02, STEP = 0.0025;

/* Where spaces would become wider than this, or narrower than that, letters are set apart by up to so many em. */
static const double LOOSE = 1.2, LETTERS_APART = 0.005, TIGHT = 0.85, LETTERS_CLOSER = 0.004;

/* A space of badness 100 is wider by this part of itself, or narrower by that: text faces have narrow ones. */
static const double GROW = 0.45, SHRINK = 0.27;

/* How far the spaces of a line may be from that before it is only set in need; and the lines of the longer or
 * shorter variants of a paragraph. */
static const double TOLERANCE = 2.6, VARIANT_TOLERANCE = 1.25, RAGGED = 0.3, RAGGED_TOLERANCE = 1.8;

/* Demerits, in the scale of The TeXbook, chapter 14. The loosest line has 1e10: none sticks out to be spared that. */
static const double LINE_PENALTY = 10, HYPHEN = 60, OWN_HYPHEN = 35, TWO_HYPHENS = 4000, FITNESS = 3000, SHORT_END = 2e5,
                    OVERFULL = 1e13, THREE_HYPHENS = 1e8, HYPHEN_BEFORE_SHORT_END = 1e6;

/* A last line shorter than this many em, or than this part of the measure, is a short one. */
static const double SHORTEST_END = 2, SHORT_PART = 0.33;

/* Lines that begin at a place are given up when they are too long by this ratio: not at once, for a hyphen's
 * width comes and goes. */
static const double TOO_LONG = -4;

/* Spaces are never pressed below this part of themselves: what is too long then sticks out. */
static const double LEAST_SPACE = 0.7;

/* Demerits of a line that looks bad, the unit of a breaking's cost. */
static const double BAD_LINE = 12100;

/* A paragraph of more stops than this is broken in pieces, each with its best lines. */
enum { WINDOW = 6000, WINDOW_OVERLAP = 400, LINES_APART = 2, NO_NODE = -1 };

struct node {
    double demerits, worst; /* worst: the loosest line so far */
    size_t stop, line;      /* the line that ends here is number `line`, from 1 */
    int previous;           /* index of a node */
    unsigned char hyphens;  /* how many lines before and with this one end in a hyphen */
    signed char fitness;
};

/* A paragraph being broken. */
struct search {
    const struct measures *measures;
    GArray *nodes;  /* struct node */
    GArray *active; /* int: nodes a line may begin at, in the order of their stops */
    GArray *fresh;  /* struct node: those that end at the stop being looked at */
    bool need;      /* anything goes: there was no way without */
};

double line_room(double measure, const struct indents *indents, size_t number)
{
    double room = measure;
    if (number == 0)
        room -= indents->first;
    if (number < (size_t)MAX(0, indents->hanging_lines))
        room -= indents->hanging;
    return room;
}

/* ---- one line ---- */

struct candidate {
    double slack; /* room that is left, negative: that is missing */
    double glue, glyphs;
    double letters; /* how much a point of tracking adds */
    bool last; /* of its paragraph, or before a forced break */
};

static struct candidate line_between(const struct measures *m, size_t from, size_t to, size_t number)
{
    const struct stop *a = &m->stops[from], *b = &m->stops[to];
    const double width = b->end - a->start, glue = b->end_glue - a->start_glue;
    return (struct candidate){
        .slack = line_room(m->measure, &m->indents, number) - width,
        .glue = glue,
        .glyphs = MAX(0, width - glue - (b->end_rigid - a->start_rigid)),
        .letters = b->end_letters - a->start_letters,
        .last = to + 1 == m->count || b->kind == STOP_FORCED,
    };
}

/* Points between letters, when the spaces have to make up for `left`. */
static double tracking_for(const struct measures *m, const struct candidate *line, double left)
{
    if (line->letters < 2 || line->glue <= 0)
        return 0;
    const double loose = left - (LOOSE - 1) * line->glue, tight = left + (1 - TIGHT) * line->glue;
    if (loose > 0)
        return MIN(loose / line->letters, LETTERS_APART * m->em);
    return tight < 0 ? MAX(tight / line->letters, -LETTERS_CLOSER * m->em) : 0;
}

/* Glyphs first, the rest is the spaces'. Where there is no rest to be had, glyphs never take more than there is. */
static struct fit fit_of(const struct measures *m, const struct candidate *line)
{
    struct fit fit = {1, 1, 0};
    if (!m->justified || (line->last && line->slack >= 0))
        return fit;
    if (line->glyphs > 0) {
        const double wanted = CLAMP(line->slack / line->glyphs, -EXPANSION, EXPANSION);
        const double steps = line->last || line->glue <= 0 ? floor(wanted / STEP) : rint(wanted / STEP);
        fit.stretch = 1 + steps * STEP;
    }
    double left = line->slack - line->glyphs * (fit.stretch - 1);
    fit.tracking = tracking_for(m, line, left);
    left -= fit.tracking * line->letters;
    if (line->glue > 0)
        fit.space = MAX(LEAST_SPACE, 1 + left / line->glue);
    return fit;
}

/* How much the spaces of a line must change, as a part of what they may: -1 full shrink, 1 full growth; below
 * -1 the line does not fit. */
static double ratio(const struct measures *m, const struct candidate *line)
{
    const double sticks_out = m->measure * 0.12;
    if (!m->justified)
        return line->slack >= 0 ? line->slack / (m->measure * RAGGED) : line->slack > -0.01 ? 0 : -1 + line->slack / sticks_out;
    const double glyphs = line->glyphs * EXPANSION;
    double left = line->slack >= 0 ? MAX(0, line->slack - glyphs) : MIN(0, line->slack + glyphs);
    left -= tracking_for(m, line, left) * line->letters;
    if (left >= 0)
        return left / MAX(line->glue * GROW, 0.5);
    return line->glue > 0 ? left / (line->glue * SHRINK) : left > -0.01 ? 0 : -1 + left / sticks_out;
}

/* How far a line stands out of its room, whatever is done. */
static double sticks_out(const struct measures *m, const struct candidate *line)
{
    if (!m->justified)
        return MAX(0, -line->slack);
    const double missing = MAX(0, -line->slack - line->glyphs * EXPANSION);
    return MAX(0, missing + tracking_for(m, line, -missing) * line->letters - line->glue * (1 - LEAST_SPACE));
}

static double square(double x)
{
    return x * x;
}

/* Tight, decent, loose, very loose. */
static signed char fitness_of(const struct measures *m, const struct candidate *line, double r)
{
    if (!m->justified || line->last)
        return 1;
    return r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
}

/* Of the line itself, wherever it stands. */
static double own_demerits(const struct measures *m, const struct candidate *line, size_t to, double r)
{
    double badness = r < -1 ? 100 : MIN(100 * fabs(r * r * r), 1e5);
    if (line->last && r > 0)
        badness = 0;
    double demerits = square(LINE_PENALTY + badness);
    /* The glyphs' own change counts a little: untouched ones are best. */
    if (m->justified && line->glyphs > 0 && !(line->last && line->slack >= 0))
        demerits += 40 * square(MIN(1, fabs(line->slack) / (line->glyphs * EXPANSION)));
    const double out = line->slack < 0 ? sticks_out(m, line) : 0;
    if (out > 0.01)
        demerits += OVERFULL * (1 + out / (m->measure * 0.12));
    const struct stop *stop = &m->stops[to];
    if (stop->looks_hyphenated && to + 1 < m->count)
        demerits += square(stop->kind == STOP_HYPHEN ? HYPHEN : OWN_HYPHEN);
    return demerits;
}

/* Of the line after the one before it. */
static double neighbour_demerits(const struct measures *m, const struct candidate *line, size_t to, signed char fitness,
                                 unsigned hyphens, signed char fitness_before, size_t number)
{
    double demerits = 0;
    if (m->stops[to].looks_hyphenated && hyphens >= 1 && !line->last)
        demerits += hyphens >= 2 ? THREE_HYPHENS : TWO_HYPHENS;
    if (ABS(fitness - fitness_before) > 1)
        demerits += FITNESS;
    if (line->last && number > 0) {
        const double width = line_room(m->measure, &m->indents, number) - line->slack;
        if (width < SHORTEST_END * m->em)
            demerits += SHORT_END;
        if (hyphens > 0 && width < m->measure * SHORT_PART)
            demerits += HYPHEN_BEFORE_SHORT_END;
    }
    return demerits;
}

double linebreak_demerits(const struct measures *m, const struct line_break *lines, size_t count)
{
    double demerits = 0;
    unsigned hyphens = 0;
    signed char fitness = 1;
    for (size_t i = 0; i < count; i++) {
        const struct candidate line = line_between(m, lines[i].from, lines[i].to, i);
        const double r = ratio(m, &line);
        const signed char own = fitness_of(m, &line, r);
        demerits += own_demerits(m, &line, lines[i].to, r) +
                    neighbour_demerits(m, &line, lines[i].to, own, hyphens, fitness, i);
        hyphens = m->stops[lines[i].to].looks_hyphenated && !line.last ? hyphens + 1 : 0;
        fitness = own;
    }
    return demerits;
}

/* ---- the search ---- */

static struct node *node_at(const struct search *search, int index)
{
    return &g_array_index(search->nodes, struct node, index);
}

/* Keeps the best of the nodes that are alike. */
static void offer(struct search *search, struct node node)
{
    for (guint i = 0; i < search->fresh->len; i++) {
        struct node *known = &g_array_index(search->fresh, struct node, i);
        if (known->line == node.line && known->fitness == node.fitness && known->hyphens == node.hyphens) {
            if (node.demerits < known->demerits)
                *known = node;
            return;
        }
    }
    g_array_append_val(search->fresh, node);
}

/* Tries the line from an active node to a stop. False: the line is too long, and so will be all that come. */
static bool try_line(struct search *search, int active, size_t to, const struct candidate *line, double r)
{
    const struct measures *m = search->measures;
    const struct node *from = node_at(search, active);
    if (r < -1 && !search->need)
        return r > TOO_LONG;
    if (!search->need && !line->last && r > (m->justified ? TOLERANCE : RAGGED_TOLERANCE))
        return true;
    const bool hyphen = m->stops[to].looks_hyphenated && !line->last;
    if (hyphen && from->hyphens >= 2 && !search->need)
        return true;
    const signed char fitness = fitness_of(m, line, r);
    struct node node = {.stop = to, .line = from->line + 1, .previous = active, .fitness = fitness};
    node.hyphens = (unsigned char)(hyphen ? MIN(from->hyphens + 1, 3) : 0);
    node.demerits = from->demerits + own_demerits(m, line, to, r) +
                    neighbour_demerits(m, line, to, fitness, from->hyphens, from->fitness, from->line);
    node.worst = MAX(from->worst, line->last ? 0 : r);
    offer(search, node);
    return r > TOO_LONG;
}

/* The fresh nodes that are not hopeless become active. */
static void keep_fresh(struct search *search)
{
    const struct node *best = NULL;
    for (guint i = 0; i < search->fresh->len; i++) {
        const struct node *node = &g_array_index(search->fresh, struct node, i);
        if (!best || node->demerits < best->demerits)
            best = node;
    }
    for (guint i = 0; i < search->fresh->len; i++) {
        const struct node *node = &g_array_index(search->fresh, struct node, i);
        const size_t apart = node->line > best->line ? node->line - best->line : best->line - node->line;
        if (apart > LINES_APART)
            continue;
        const int index = (int)search->nodes->len;
        g_array_append_val(search->nodes, *node);
        g_array_append_val(search->active, index);
    }
}

/* Looks at all lines that end at a stop. */
static void reach(struct search *search, size_t to)
{
    const struct measures *m = search->measures;
    const double loosest = (m->justified ? TOLERANCE : RAGGED_TOLERANCE) + 1;
    const bool forced = m->stops[to].kind == STOP_FORCED || to + 1 == m->count;
    guint kept = 0;
    g_array_set_size(search->fresh, 0);
    for (guint i = 0; i < search->active->len; i++) {
        const int active = g_array_index(search->active, int, i);
        const struct node *from = node_at(search, active);
        const struct candidate line = line_between(m, from->stop, to, from->line);
        const double r = ratio(m, &line);
        /* The later a line begins, the looser it is: the rest cannot end here either. */
        if (!forced && !search->need && r > loosest && from->line >= (size_t)MAX(1, m->indents.hanging_lines)) {
            for (; i < search->active->len; i++)
                g_array_index(search->active, int, kept++) = g_array_index(search->active, int, i);
            break;
        }
        if (try_line(search, active, to, &line, r))
            g_array_index(search->active, int, kept++) = active;
    }
    g_array_set_size(search->active, forced ? 0 : kept);
    keep_fresh(search);
}

/* From stop `from`, after `line` lines, up to `end`. False when there is no way. */
static bool search_run(struct search *search, size_t from, size_t end, size_t line)
{
    struct node start = {.stop = from, .line = line, .previous = NO_NODE, .fitness = 1};
    const int first = 0;
    g_array_set_size(search->nodes, 0);
    g_array_set_size(search->active, 0);
    g_array_append_val(search->nodes, start);
    g_array_append_val(search->active, first);
    for (size_t to = from + 1; to < end; to++) {
        reach(search, to);
        if (!search->active->len)
            return false;
    }
    return true;
}

/* The best active node, or the best after so many lines; NO_NODE when there is none. */
static int best_active(const struct search *search, size_t lines)
{
    int best = NO_NODE;
    for (guint i = 0; i < search->active->len; i++) {
        const int index = g_array_index(search->active, int, i);
        if (lines && node_at(search, index)->line != lines)
            continue;
        if (best == NO_NODE || node_at(search, index)->demerits < node_at(search, best)->demerits)
            best = index;
    }
    return best;
}

/* ---- results ---- */

/* The lines that lead to a node, put behind those there are. */
static void trace(const struct search *search, int node, GArray *lines)
{
    const size_t before = node_at(search, 0)->line, count = node_at(search, node)->line - before;
    const guint first = lines->len;
    g_array_set_size(lines, first + (guint)count);
    for (size_t i = count; i-- > 0;) {
        const struct node *to = node_at(search, node), *from = node_at(search, to->previous);
        const struct candidate line = line_between(search->measures, from->stop, to->stop, from->line);
        g_array_index(lines, struct line_break, first + i) =
            (struct line_break){from->stop, to->stop, fit_of(search->measures, &line)};
        node = to->previous;
    }
}

/* The lines that lead to a node, behind those there are already; takes the array. */
static struct breaking breaking_of(const struct search *search, int node, GArray *lines)
{
    trace(search, node, lines);
    const size_t count = lines->len;
    return (struct breaking){.lines = (struct line_break *)(void *)g_array_free(lines, FALSE), .count = count};
}

static void search_must_run(struct search *search, size_t from, size_t end, size_t line)
{
    search->need = false;
    if (search_run(search, from, end, line))
        return;
    search->need = true;
    search_run(search, from, end, line);
}

/* A paragraph too long to be looked at as a whole: piece by piece, each but the last without its last lines. */
static size_t long_paragraph(struct search *search, GArray *lines)
{
    size_t from = 0, window = WINDOW;
    while (search->measures->count - from > window) {
        search_must_run(search, from, from + window, lines->len);
        const guint before = lines->len;
        trace(search, best_active(search, 0), lines);
        if (lines->len == before) { /* not the end of a line is in sight */
            window *= 2;
            continue;
        }
        while (lines->len > before + 1 &&
               g_array_index(lines, struct line_break, lines->len - 1).to > from + window - WINDOW_OVERLAP)
            g_array_set_size(lines, lines->len - 1);
        from = g_array_index(lines, struct line_break, lines->len - 1).to;
        window = WINDOW;
    }
    search_must_run(search, from, search->measures->count, lines->len);
    return lines->len;
}

/* Adds the breaking of one line less (more) than the best, if it looks well enough. */
static size_t add_variant(const struct search *search, int best, size_t lines, struct breaking *breakings,
                          size_t count)
{
    const int node = lines ? best_active(search, lines) : NO_NODE;
    if (node == NO_NODE || search->need)
        return count;
    const struct node *variant = node_at(search, node);
    const double more = (variant->demerits - node_at(search, best)->demerits) / BAD_LINE;
    if (variant->worst > VARIANT_TOLERANCE || more > 15)
        return count;
    breakings[count] = breaking_of(search, node, g_array_new(FALSE, FALSE, sizeof(struct line_break)));
    breakings[count].cost = MAX(0, more);
    return count + 1;
}

size_t linebreak_find(const struct measures *m, struct breaking *breakings, size_t most)
{
    if (m->count < 2) {
        breakings[0] = (struct breaking){0};
        return 1;
    }
    struct search search = {.measures = m};
    search.nodes = g_array_new(FALSE, FALSE, sizeof(struct node));
    search.active = g_array_new(FALSE, FALSE, sizeof(int));
    search.fresh = g_array_new(FALSE, FALSE, sizeof(struct node));
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line_break));
    const bool whole = long_paragraph(&search, lines) == 0;
    const int best = best_active(&search, 0);
    const size_t best_lines = node_at(&search, best)->line;
    breakings[0] = breaking_of(&search, best, lines);
    size_t count = 1;
    if (whole && m->justified && most >= BREAKINGS_AT_MOST) {
        count = add_variant(&search, best, best_lines - 1, breakings, count);
        count = add_variant(&search, best, best_lines + 1, breakings, count);
    }
    g_array_free(search.nodes, TRUE);
    g_array_free(search.active, TRUE);
    g_array_free(search.fresh, TRUE);
    return count;
}
