#include "manuscript/chapters.h"

#include <string.h>

#include "base/text.h"
#include "manuscript/links.h"

/* ---- reading ---- */

static void report_missing(struct reader *reader, const struct entry *entry, enum file_result result)
{
    if (result == FILE_OUTSIDE)
        diags_report(reader->diags, DIAG_ERROR, entry->at, "chapter-outside",
                     "copy the file into the manuscript's folder", "\"%s\" is outside the manuscript",
                     entry->file);
    else if (result == FILE_MISSING)
        diags_report(reader->diags, DIAG_ERROR, entry->at, "chapter-missing",
                     "create the file, or remove the line from SUMMARY.md", "\"%s\" not found", entry->file);
}

static void read_entries(struct reader *reader, struct entry *entries)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (struct entry *entry = entries; entry; entry = entry->next) {
        if (!entry->file)
            continue;
        const struct entry *twin = g_hash_table_lookup(seen, entry->file);
        if (twin) {
            diags_report(reader->diags, DIAG_ERROR, entry->at, "chapter-twice", NULL,
                         "\"%s\" is in the book already (line %d)", entry->file, twin->at.line);
            continue;
        }
        g_hash_table_insert(seen, (gpointer)entry->file, entry);
        enum file_result result;
        struct source *source =
            source_read(reader->arena, reader->diags, reader->folder, entry->file, &result);
        if (source)
            entry->document = document_read(reader, source);
        else
            report_missing(reader, entry, result);
    }
    g_hash_table_destroy(seen);
}

/* ---- ids ---- */

/* The id that a file's name gives: its stem where that is one, else a slug that starts with a letter. */
static const char *stem_id(struct reader *reader, const char *file)
{
    char *base = g_path_get_basename(file);
    char *dot = strrchr(base, '.');
    if (dot && dot != base)
        *dot = '\0';
    const bool is_id = base[strspn(base, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_")] == '\0';
    const char *slug = is_id ? arena_string(reader->arena, base) : text_slug(reader->arena, base, "chapter");
    g_free(base);
    return g_ascii_isalpha(*slug) ? slug : arena_printf(reader->arena, "ch-%s", slug);
}

/* An id that was given, in a table of them: with the number that the next one of the same words gets. */
static void take_id(GHashTable *taken, const char *id, int next)
{
    g_hash_table_insert(taken, (gpointer)id, GINT_TO_POINTER(next));
}

/* An id for a heading: its chapter's and its words, so that no other chapter can change it. */
static const char *heading_id(struct reader *reader, const char *chapter, const struct span *spans,
                              GHashTable *taken)
{
    const char *slug = text_slug(reader->arena, spans_text(reader->arena, spans), "section");
    const char *first = arena_printf(reader->arena, "%s-%s", chapter, slug), *id = first;
    int n = GPOINTER_TO_INT(g_hash_table_lookup(taken, first));
    for (; g_hash_table_contains(taken, id); n++)
        id = arena_printf(reader->arena, "%s-%s-%d", chapter, slug, n);
    if (n)
        take_id(taken, first, n);
    return id;
}

static void give_ids(struct reader *reader, const char *chapter, struct block *blocks, GHashTable *taken)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_HEADING && !block->id)
            block->id = heading_id(reader, chapter, block->spans, taken);
        if (block->id)
            take_id(taken, block->id, 2);
        give_ids(reader, chapter, block->children, taken);
    }
}

static void give_entry_ids(struct reader *reader, struct entry *entries)
{
    GHashTable *taken = g_hash_table_new(g_str_hash, g_str_equal);
    const char *chapter = NULL;
    for (struct entry *entry = entries; entry; entry = entry->next) {
        if (entry->depth == 0) {
            const char *slug = text_file_name(reader->arena, entry->title, "untitled");
            chapter = entry->document && entry->document->id ? entry->document->id
                      : entry->file                          ? stem_id(reader, entry->file)
                                                             : arena_printf(reader->arena, "part-%s", slug);
            g_hash_table_remove_all(taken);
        }
        entry->id = chapter;
        struct document *document = entry->document;
        if (!document || !chapter)
            continue;
        if (entry->depth > 0 && document->title && !document->id)
            document->id = heading_id(reader, chapter, document->title, taken);
        if (document->id)
            take_id(taken, document->id, 2);
        give_ids(reader, chapter, document->blocks, taken);
    }
    g_hash_table_destroy(taken);
}

/* ---- building ---- */

static void lower_headings(struct block *blocks, int by)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_HEADING)
            block->level = MIN(block->level + by, 6);
        lower_headings(block->children, by);
    }
}

static void append_blocks(struct block **list, struct block *more)
{
    while (*list)
        list = &(*list)->next;
    *list = more;
}

/* A nested file goes to the end of its chapter, its headings so many levels lower. */
static void append_nested(struct reader *reader, struct chapter *chapter, const struct entry *entry)
{
    struct document *document = entry->document;
    lower_headings(document->blocks, entry->depth);
    if (document->title) {
        struct block *heading = ARENA_NEW(reader->arena, struct block);
        *heading = (struct block){.kind = BLOCK_HEADING,
                                  .at = document->at,
                                  .id = document->id,
                                  .spans = document->title,
                                  .level = MIN(1 + entry->depth, 6)};
        append_blocks(&chapter->blocks, heading);
    }
    append_blocks(&chapter->blocks, document->blocks);
    append_blocks(&chapter->notes, document->notes);
}

static struct span *text_span(struct reader *reader, const char *text, struct position at)
{
    struct span *span = ARENA_NEW(reader->arena, struct span);
    *span = (struct span){.kind = SPAN_TEXT, .at = at, .text = text};
    return span;
}

static struct chapter *chapter_of(struct reader *reader, const struct entry *entry, const struct part *part)
{
    const struct document *document = entry->document;
    struct chapter *chapter = ARENA_NEW(reader->arena, struct chapter);
    chapter->id = entry->id;
    chapter->file = entry->file;
    chapter->at = document->at;
    chapter->matter = entry->matter;
    chapter->part = part;
    chapter->title = document->title ? document->title : text_span(reader, entry->title, entry->at);
    chapter->title_text = spans_text(reader->arena, chapter->title);
    chapter->number = entry->matter == MATTER_BODY && !document->unnumbered;
    if (document->copyright || document->dedication) {
        chapter->role = document->copyright ? CHAPTER_COPYRIGHT : CHAPTER_DEDICATION;
        chapter->number = 0;
    }
    chapter->glossary = document->glossary && chapter->role == CHAPTER_PLAIN;
    chapter->blocks = document->blocks;
    chapter->notes = document->notes;
    return chapter;
}

static struct part *part_of(struct reader *reader, const struct entry *entry)
{
    const struct document *document = entry->document;
    struct part *part = ARENA_NEW(reader->arena, struct part);
    part->number = 1;
    part->at = document ? document->at : entry->at;
    part->id = entry->id;
    part->title = document && document->title ? spans_text(reader->arena, document->title) : entry->title;
    part->blocks = document ? document->blocks : NULL;
    if (document && document->notes)
        diags_report(reader->diags, DIAG_ERROR, document->notes->at, "footnote-part",
                     "move it into a chapter", "a part's opening page cannot have notes");
    return part;
}

static void build(struct reader *reader, const struct entry *entries)
{
    struct chapter **end = &reader->book->chapters, *chapter = NULL;
    const struct part *part = NULL;
    for (const struct entry *entry = entries; entry; entry = entry->next) {
        if (entry->is_part) {
            part = part_of(reader, entry);
            if (!entry->next || entry->next->is_part || entry->next->matter != MATTER_BODY)
                diags_report(reader->diags, DIAG_WARNING, entry->at, "part-empty",
                             "put a list of chapters below it",
                             "the part \"%s\" has no chapter and is left out", entry->title);
            chapter = NULL;
            continue;
        }
        if (entry->depth == 0)
            chapter = NULL;
        if (!entry->document)
            continue;
        if (entry->depth > 0) {
            if (chapter)
                append_nested(reader, chapter, entry);
            continue;
        }
        chapter = chapter_of(reader, entry, entry->matter == MATTER_BODY ? part : NULL);
        *end = chapter;
        end = &chapter->next;
    }
}

void chapters_build(struct reader *reader, struct entry *entries)
{
    read_entries(reader, entries);
    give_entry_ids(reader, entries);
    links_resolve(reader, entries);
    build(reader, entries);
}
