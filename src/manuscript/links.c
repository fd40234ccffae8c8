#include "manuscript/links.h"

#include <string.h>

#include "base/text.h"
#include "manuscript/removed.h"

/* What the links of all files are resolved against. */
struct links {
    struct reader *reader;
    GHashTable *ids;          /* every id of the book */
    GHashTable *entries;      /* file name -> struct entry */
    struct removed *removed;  /* NULL until a link needs it */
    const struct entry *from; /* the entry whose links are being resolved */
};

/* ---- what there is ---- */

static void add_ids(GHashTable *ids, const struct block *blocks)
{
    for (const struct block *block = blocks; block; block = block->next) {
        if (block->id)
            g_hash_table_add(ids, (gpointer)block->id);
        add_ids(ids, block->children);
    }
}

static bool has_id(const struct block *blocks, const char *id)
{
    for (const struct block *block = blocks; block; block = block->next)
        if (g_strcmp0(block->id, id) == 0 || has_id(block->children, id))
            return true;
    return false;
}

/* The first id of a nested file, else that of its chapter. */
static const char *entry_id(const struct entry *entry)
{
    if (entry->depth == 0 || !entry->document)
        return entry->id;
    if (entry->document->id)
        return entry->document->id;
    for (const struct block *block = entry->document->blocks; block; block = block->next)
        if (block->id)
            return block->id;
    return entry->id;
}

static const struct removed *removed_of(struct links *links)
{
    if (!links->removed)
        links->removed = removed_scan(links->reader, links->entries);
    return links->removed;
}

/* ---- one link ---- */

static bool is_outside(const char *url)
{
    return g_ascii_strncasecmp(url, "http://", 7) == 0 || g_ascii_strncasecmp(url, "https://", 8) == 0 ||
           g_ascii_strncasecmp(url, "mailto:", 7) == 0;
}

static bool has_scheme(const char *url)
{
    const size_t length = strcspn(url, ":/?#");
    return g_str_has_prefix(url, "//") || (length > 0 && url[length] == ':');
}

static struct span *text_span(struct links *links, const struct span *link, const char *text)
{
    struct span *span = ARENA_NEW(links->reader->arena, struct span);
    *span = (struct span){.kind = SPAN_TEXT, .at = link->at, .text = text};
    return span;
}

/* The link's words without the link; the file's title for one that writes itself. */
static struct span *unlink_span(struct links *links, struct span *link, struct removed_file *file)
{
    if (file->links++ == 0)
        file->first = link->at;
    return link->children ? link->children : text_span(links, link, file->title);
}

static void report_unknown(struct links *links, const struct span *link, const char *hint)
{
    diags_report(links->reader->diags, DIAG_ERROR, link->at, "link-unknown", hint, "nothing is called \"%s\"",
                 link->url);
}

static const char *as_target(struct links *links, const char *id)
{
    return arena_printf(links->reader->arena, "#%s", id);
}

/* "#id": as it is when the book has it; book_prepare reports what nobody has. */
static struct span *resolve_id(struct links *links, struct span *link)
{
    const char *id = link->url + 1;
    if (g_hash_table_contains(links->ids, id))
        return link;
    struct removed_file *file = removed_by_id(removed_of(links), id);
    return file ? unlink_span(links, link, file) : link;
}

/* "file.md#part" of a file of the book: an id of its own, or a heading's slug. */
static void resolve_part(struct links *links, struct span *link, const struct entry *entry, const char *part)
{
    const struct document *document = entry->document;
    const char *slug = arena_printf(links->reader->arena, "%s-%s", entry->id, part);
    if (!document)
        link->url = as_target(links, entry->id);
    else if (has_id(document->blocks, part) || g_strcmp0(document->id, part) == 0)
        link->url = as_target(links, part);
    else if (has_id(document->blocks, slug) || g_strcmp0(document->id, slug) == 0)
        link->url = as_target(links, slug);
    else if (document->title &&
             strcmp(part, text_slug(links->reader->arena, spans_text(links->reader->arena, document->title),
                                    "")) == 0)
        link->url = as_target(links, entry_id(entry));
    else
        report_unknown(links, link,
                       arena_printf(links->reader->arena, "\"%s\" has no such heading or id", entry->file));
}

static struct span *resolve_file(struct links *links, struct span *link)
{
    struct reader *reader = links->reader;
    const char *url = link->url, *part = strchr(url, '#');
    const char *path = part ? arena_substring(reader->arena, url, (size_t)(part - url)) : url;
    char *plain = g_uri_unescape_string(path, "/");
    const char *name = file_resolve(reader->arena, links->from->document->source->base, plain ? plain : path);
    g_free(plain);
    if (!name) {
        report_unknown(links, link, "the file is outside the manuscript");
        return link;
    }
    const struct entry *entry = g_hash_table_lookup(links->entries, name);
    if (entry) {
        if (part && part[1])
            resolve_part(links, link, entry, part + 1);
        else
            link->url = as_target(links, entry_id(entry));
        return link;
    }
    struct removed_file *file =
        g_str_has_suffix(name, ".md") ? removed_by_name(removed_of(links), name) : NULL;
    if (file)
        return unlink_span(links, link, file);
    report_unknown(links, link,
                   "a link leads to an #id, to a .md file of the book, or to an https:// address");
    return link;
}

/* The link, changed; or the spans that take its place. */
static struct span *resolve(struct links *links, struct span *link)
{
    const char *url = link->url;
    if (*url == '#' && url[1])
        return resolve_id(links, link);
    if (is_outside(url)) {
        if (!link->children)
            link->children = text_span(links, link, url);
        return link;
    }
    if (has_scheme(url)) {
        diags_report(links->reader->diags, DIAG_ERROR, link->at, "link-scheme", "http, https and mailto only",
                     "the link \"%s\" is of a kind that books cannot have", url);
        return link;
    }
    if (!*url || *url == '#') {
        diags_report(links->reader->diags, DIAG_ERROR, link->at, "link-empty",
                     "[words](#id) or [words](file.md)", "the link leads nowhere");
        return link;
    }
    return resolve_file(links, link);
}

/* ---- all links ---- */

static void resolve_spans(struct links *links, struct span **list)
{
    for (struct span **at = list; *at;) {
        struct span *span = *at, *after = span->next;
        resolve_spans(links, &span->children);
        *at = span->kind == SPAN_LINK ? resolve(links, span) : span;
        if (*at != span) { /* the words of a removed link: they end where the link ended */
            while (*at)
                at = &(*at)->next;
            *at = after;
        } else {
            at = &span->next;
        }
    }
}

/* Of a worksheet whose file is not in the book any more there are no copies either. */
static void resolve_repeat(struct links *links, struct block *repeat)
{
    struct removed_file *file = g_hash_table_contains(links->ids, repeat->text) ? NULL : removed_by_id(removed_of(links), repeat->text);
    if (!file)
        return;
    if (file->links++ == 0)
        file->first = repeat->at;
    repeat->number = 0;
}

static void resolve_blocks(struct links *links, struct block *blocks)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_REPEAT)
            resolve_repeat(links, block);
        resolve_spans(links, &block->spans);
        resolve_blocks(links, block->children);
    }
}

void links_resolve(struct reader *reader, struct entry *entries)
{
    struct links links = {.reader = reader};
    links.ids = g_hash_table_new(g_str_hash, g_str_equal);
    links.entries = g_hash_table_new(g_str_hash, g_str_equal);
    for (struct entry *entry = entries; entry; entry = entry->next) {
        if (entry->id)
            g_hash_table_add(links.ids, (gpointer)entry->id);
        if (entry->file && !g_hash_table_contains(links.entries, entry->file))
            g_hash_table_insert(links.entries, (gpointer)entry->file, entry);
        if (!entry->document)
            continue;
        if (entry->document->id)
            g_hash_table_add(links.ids, (gpointer)entry->document->id);
        add_ids(links.ids, entry->document->blocks);
    }
    for (struct entry *entry = entries; entry; entry = entry->next) {
        links.from = entry;
        if (!entry->document)
            continue;
        resolve_spans(&links, &entry->document->title);
        resolve_blocks(&links, entry->document->blocks);
        resolve_blocks(&links, entry->document->notes);
    }
    if (links.removed)
        removed_report(reader, links.removed);
    removed_free(links.removed);
    g_hash_table_destroy(links.entries);
    g_hash_table_destroy(links.ids);
}
