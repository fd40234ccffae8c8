#include "layout/slab.h"

const double foot_separation = 15;

/* Costs are squared lines of empty space at a page's foot; a line is the default grid's. */
static const double LINE = 15;
static const double TOO_TALL = 1e9, NOT_ALLOWED = 1e6, LEAST_LAST_LINES = 5;

struct way {
    double cost;
    size_t previous;
    bool reached;
};

static double feet_height(const struct slab *slab)
{
    double height = 0;
    for (size_t i = 0; i < slab->foot_count; i++)
        height += slab->feet[i]->height;
    return height;
}

/* Tries all pages that begin at `from`, until one is too full. */
static void reach_from(const struct slab *slabs, size_t count, double room, struct way *ways, size_t from)
{
    double height = 0, feet = 0;
    for (size_t end = from + 1; end <= count; end++) {
        const struct slab *last = &slabs[end - 1];
        height += last->height + (end - 1 > from ? last->before : 0);
        feet += feet_height(last);
        const double used = height + (feet > 0 ? feet + foot_separation : 0);
        const bool fits = used <= room + 0.01;
        if (!fits && end > from + 1)
            break;
        const double slack = (room - used) / LINE;
        double cost = ways[from].cost + (fits ? 1 : TOO_TALL);
        if (end < count) {
            cost += slack * slack + slabs[end].cost;
            if (slabs[end].keep)
                cost += NOT_ALLOWED;
        } else if (from > 0) { /* a chapter's last page wants a few lines */
            const double lacks = MAX(0, LEAST_LAST_LINES - used / LINE);
            cost += lacks * lacks * 8;
        }
        if (!ways[end].reached || cost < ways[end].cost)
            ways[end] = (struct way){cost, from, true};
        if (!fits)
            break;
    }
}

size_t pagebreak_find(const struct slab *slabs, size_t count, double room, size_t *starts)
{
    if (!count)
        return 0;
    struct way *ways = g_new0(struct way, count + 1);
    ways[0].reached = true;
    for (size_t from = 0; from < count; from++)
        if (ways[from].reached)
            reach_from(slabs, count, room, ways, from);
    size_t pages = 0;
    for (size_t at = count; at > 0; at = ways[at].previous)
        pages++;
    size_t page = pages;
    for (size_t at = count; at > 0; at = ways[at].previous)
        starts[--page] = ways[at].previous;
    g_free(ways);
    return pages;
}
