/* contents: parts, chapters and worksheets as a list of levels. */
#include <glib.h>

#include "epub/blocks.h"
#include "epub/nav.h"

struct gathering {
    const struct publication *publication;
    GArray *entries;
    int level; /* of worksheets in the chapter at hand */
    const char *path;
};

static void add(struct gathering *gathering, int level, const char *title, const char *path, const char *id)
{
    struct arena *arena = gathering->publication->arena;
    const struct entry entry = {level, title, id ? arena_printf(arena, "%s#%s", path, id) : path};
    g_array_append_val(gathering->entries, entry);
}

static void add_sheets(struct gathering *gathering, const struct block *blocks)
{
    const struct publication *publication = gathering->publication;
    for (const struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_WORKSHEET && sheet_is_room(block))
            continue;
        if (block->kind == BLOCK_WORKSHEET && block->id) {
            const char *title = spans_text(publication->arena, block->spans);
            const char *label = title;
            if (block->sheet->number)
                label = arena_printf(publication->arena, "%s %d%s%s",
                                     words_get(publication->words, WORD_WORKSHEET), block->sheet->number,
                                     *title ? ". " : "", title);
            add(gathering, gathering->level, label, gathering->path, block->id);
        } else if (block->kind != BLOCK_WORKSHEET) {
            add_sheets(gathering, block->children);
        }
    }
}

static void add_chapter(struct gathering *gathering, const struct chapter *chapter)
{
    const struct publication *publication = gathering->publication;
    const int level = chapter->part ? 1 : 0;
    const char *title = chapter->title_text && *chapter->title_text ? chapter->title_text : chapter->id;
    if (chapter->number)
        title = arena_printf(publication->arena, "%d. %s", chapter->number, title);
    gathering->path = publication_path(publication, chapter);
    gathering->level = level + 1;
    add(gathering, level, title, gathering->path, NULL);
    add_sheets(gathering, chapter->blocks);
}

GArray *contents_gather(const struct publication *publication)
{
    struct gathering gathering = {.publication = publication};
    gathering.entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
    const struct part *part = NULL;
    for (const struct chapter *chapter = publication->book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            const char *title =
                arena_printf(publication->arena, "%s. %s",
                             words_part_number(publication->words, part->number), part->title);
            add(&gathering, 0, title, publication_path(publication, part), NULL);
        }
        add_chapter(&gathering, chapter);
    }
    return gathering.entries;
}
