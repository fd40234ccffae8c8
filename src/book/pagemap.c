#include "book/pagemap.h"

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
