#include "epub/publication.h"

#include <string.h>

#include "base/text.h"

/* What stands on a part's opener is not in its first chapter's file, though its anchors name that chapter. */
static void place_blocks(struct publication *publication, const struct block *blocks, const char *path)
{
    for (const struct block *block = blocks; block; block = block->next) {
        g_hash_table_insert(publication->paths, (gpointer)block, (gpointer)path);
        place_blocks(publication, block->children, path);
    }
}

/* The files of the chapters and parts have their names before anything is written, because links lead forward
 * too. */
static void name_texts(struct publication *publication)
{
    const struct part *part = NULL;
    for (const struct chapter *chapter = publication->book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            const char *stem =
                part->id ? part->id : arena_printf(publication->arena, "part-%d", part->number);
            const char *opener = publication_name(publication, "text", stem, "xhtml");
            g_hash_table_insert(publication->paths, (gpointer)part, (gpointer)opener);
            place_blocks(publication, part->blocks, opener);
        }
        const char *path = publication_name(publication, "text", chapter->id, "xhtml");
        g_hash_table_insert(publication->paths, (gpointer)chapter, (gpointer)path);
        for (const struct block *note = chapter->notes; note; note = note->next)
            g_hash_table_insert(publication->paths, (gpointer)note, (gpointer)path);
    }
}

void publication_start(struct publication *publication, const struct epub_input *input, struct arena *arena,
                       struct diags *diags)
{
    *publication = (struct publication){
        .input = input,
        .book = input->book,
        .arena = arena,
        .diags = diags,
        .words = words_find(input->book->about.lang),
        .right_to_left = text_language_backward(input->book->about.lang),
        .resources = g_array_new(FALSE, TRUE, sizeof(struct resource)),
        .pages = g_array_new(FALSE, TRUE, sizeof(struct page_mark)),
        .fonts = g_array_new(FALSE, TRUE, sizeof(struct font_item)),
        .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .paths = g_hash_table_new(NULL, NULL),
        .labels = g_hash_table_new(g_str_hash, g_str_equal),
        .marks = g_hash_table_new(g_str_hash, g_str_equal),
        .pictures = g_hash_table_new(NULL, NULL),
        .showings = g_array_new(FALSE, TRUE, sizeof(struct showing)),
    };
    name_texts(publication);
}

void publication_end(struct publication *publication)
{
    g_array_free(publication->resources, TRUE);
    g_array_free(publication->pages, TRUE);
    g_array_free(publication->fonts, TRUE);
    g_hash_table_destroy(publication->names);
    g_hash_table_destroy(publication->paths);
    g_hash_table_destroy(publication->labels);
    g_hash_table_destroy(publication->marks);
    g_hash_table_destroy(publication->pictures);
    g_array_free(publication->showings, TRUE);
}

const char *publication_name(struct publication *publication, const char *folder, const char *stem,
                             const char *extension)
{
    for (int copy = 1;; copy++) {
        char *name = copy == 1 ? g_strdup_printf("%s/%s.%s", folder, stem, extension)
                               : g_strdup_printf("%s/%s-%d.%s", folder, stem, copy, extension);
        if (g_hash_table_add(publication->names, g_ascii_strdown(name, -1))) {
            const char *kept = arena_string(publication->arena, name);
            g_free(name);
            return kept;
        }
        g_free(name);
    }
}

void publication_add(struct publication *publication, struct resource resource)
{
    g_array_append_val(publication->resources, resource);
}

const char *publication_path(const struct publication *publication, const void *thing)
{
    return g_hash_table_lookup(publication->paths, thing);
}

const char *publication_anchor_path(const struct publication *publication, const struct anchor *anchor)
{
    const struct part *part = anchor->chapter->part;
    const char *own = anchor->block ? publication_path(publication, anchor->block) : NULL;
    if (own)
        return own;
    const bool opener = part && !anchor->block && g_strcmp0(part->id, anchor->id) == 0;
    return publication_path(publication, opener ? (const void *)part : anchor->chapter);
}

bool publication_has_index(const struct publication *publication)
{
    return publication->book->index && publication->book->index->anchor;
}

const char *publication_relative(struct arena *arena, const char *from, const char *to)
{
    const char *slash = strchr(from, '/');
    if (!slash)
        return to;
    const size_t folder = (size_t)(slash - from) + 1;
    return strncmp(from, to, folder) == 0 ? to + folder : arena_printf(arena, "../%s", to);
}

const char *publication_item_id(struct arena *arena, const char *path)
{
    char *id = g_strdelimit(g_strdup(path), "/", '.');
    const char *kept = arena_string(arena, id);
    g_free(id);
    return kept;
}

const char *phrase(const struct publication *publication, enum word word, ...)
{
    GString *text = g_string_new(NULL);
    va_list texts;
    va_start(texts, word);
    for (const char *p = words_get(publication->words, word); *p; p++) {
        if (p[0] != '%' || (p[1] != 's' && p[1] != 'd')) {
            g_string_append_c(text, *p);
            continue;
        }
        const char *next = va_arg(texts, const char *);
        if (!next)
            g_error("word %d wants more texts", (int)word);
        g_string_append(text, next);
        p++;
    }
    va_end(texts);
    const char *kept = arena_string(publication->arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}

const char *colon(const struct publication *publication)
{
    return words_colon(publication->words);
}

const char *decimal(const struct publication *publication, int number)
{
    return arena_printf(publication->arena, "%d", number);
}
