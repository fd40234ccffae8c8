#include "book/pagemap.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *id, const void *place)
{
    return strcmp(id, ((const struct page_place *)place)->id);
}

const struct page_place *page_map_find(const struct page_map *map, const char *id)
{
    if (!map || !id || map->count == 0)
        return NULL;
    return bsearch(id, map->places, map->count, sizeof *map->places, compare);
}

static int by_address(const void *left, const void *right)
{
    const struct page_start *a = left, *b = right;
    if (a->at != b->at)
        return (uintptr_t)a->at < (uintptr_t)b->at ? -1 : 1;
    return a->page < b->page ? -1 : a->page > b->page;
}

void page_map_sort_starts(struct page_map *map)
{
    size_t kept = 0;
    if (!map->start_count)
        return;
    qsort(map->starts, map->start_count, sizeof *map->starts, by_address);
    for (size_t i = 1; i < map->start_count; i++)
        if (map->starts[i].at != map->starts[kept].at)
            map->starts[++kept] = map->starts[i];
    map->start_count = kept + 1;
}

const struct page_start *page_map_start(const struct page_map *map, const char *from, const char *end)
{
    size_t low = 0, high = map ? map->start_count : 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if ((uintptr_t)map->starts[middle].at < (uintptr_t)from)
            low = middle + 1;
        else
            high = middle;
    }
    const bool found = map && low < map->start_count && (uintptr_t)map->starts[low].at < (uintptr_t)end;
    return found ? &map->starts[low] : NULL;
}
