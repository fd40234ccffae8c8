/* pages: which anchors are the first on their printed page. */
#include "epub/document.h"

struct search {
    struct publication *publication;
    GHashTable *labels; /* seen */
    bool any;
    size_t last; /* page */
};

static bool plain_label(const char *label)
{
    for (const char *p = label; *p; p++)
        if (!g_ascii_isalnum(*p))
            return false;
    return *label;
}

/* Pages are listed in the order of the text, so one that lies before the last is passed over. */
static void look_at(struct search *search, const char *id)
{
    const struct page_place *place = id ? page_map_find(search->publication->input->map, id) : NULL;
    if (!place || (search->any && place->page <= search->last) || !plain_label(place->label))
        return;
    search->any = true;
    search->last = place->page;
    if (g_hash_table_add(search->labels, (gpointer)place->label))
        g_hash_table_insert(search->publication->starts, (gpointer)id, (gpointer)place->label);
}

/* Only blocks before which an element may stand: not rows and items. */
static void look_at_blocks(struct search *search, const struct block *blocks)
{
    for (const struct block *block = blocks; block; block = block->next) {
        if (block->kind != BLOCK_ITEM)
            look_at(search, block->id);
        if (block->kind != BLOCK_ELEMENT && block->kind != BLOCK_TABLE)
            look_at_blocks(search, block->children);
    }
}

void pages_find(struct publication *publication)
{
    if (!publication->input->map)
        return;
    struct search search = {.publication = publication, .labels = g_hash_table_new(g_str_hash, g_str_equal)};
    const struct part *part = NULL;
    for (const struct chapter *chapter = publication->book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            look_at(&search, part->id);
            look_at_blocks(&search, part->blocks);
        }
        look_at(&search, chapter->id);
        look_at_blocks(&search, chapter->blocks);
    }
    g_hash_table_destroy(search.labels);
}
