#include "pdf/chunk.h"

const char chunk_mark[] = "Span"; /* cairo knows the standard structure types only */

struct chunk chunk_first(const struct page *page)
{
    return (struct chunk){.first = page->items, .end = page->items};
}

bool chunk_next(struct chunk *chunk, unsigned uses)
{
    const struct item *item = chunk->end;
    while (item && (item->hidden_in & uses))
        item = item->next;
    if (!item)
        return false;
    *chunk = (struct chunk){.tag = item->tag, .first = item};
    while (item && ((item->hidden_in & uses) || item->tag == chunk->tag))
        item = item->next;
    chunk->end = item;
    return true;
}

bool chunk_is_text(const struct chunk *chunk)
{
    return chunk->tag && chunk->tag->role != TAG_HEAD && chunk->tag->role != TAG_FOOT;
}
