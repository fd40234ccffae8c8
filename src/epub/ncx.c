/* ncx: toc.ncx (OPF 2.0.1, section 2.4.1; ANSI/NISO Z39.86-2005, section 8). */
#include <string.h>

#include "epub/markup.h"
#include "epub/nav.h"

struct ncx {
    struct publication *publication;
    struct markup *markup;
    int order; /* of play, from 1 */
};

static void text_write(struct ncx *ncx, const char *element, const char *text)
{
    markup_open(ncx->markup, element);
    markup_element(ncx->markup, "text", NULL, text);
    markup_close(ncx->markup);
}

static void meta_write(struct ncx *ncx, const char *name, const char *content)
{
    markup_open(ncx->markup, "meta");
    markup_attribute(ncx->markup, "name", name);
    markup_attribute(ncx->markup, "content", content);
    markup_void(ncx->markup);
}

/* Label and place of a point or page, which the caller closes. */
static void target_write(struct ncx *ncx, const char *label, const char *href)
{
    text_write(ncx, "navLabel", label);
    markup_open(ncx->markup, "content");
    markup_attribute(ncx->markup, "src", href);
    markup_void(ncx->markup);
}

static void points_write(struct ncx *ncx, const GArray *entries, guint *next, int level)
{
    struct arena *arena = ncx->publication->arena;
    while (*next < entries->len) {
        const struct entry *entry = &g_array_index(entries, struct entry, *next);
        if (entry->level < level)
            break;
        const char *order = arena_printf(arena, "%d", ++ncx->order);
        markup_open(ncx->markup, "navPoint");
        markup_attribute(ncx->markup, "id", arena_printf(arena, "point.%s", order));
        markup_attribute(ncx->markup, "playOrder", order);
        target_write(ncx, entry->title, entry->href);
        *next += 1;
        points_write(ncx, entries, next, level + 1);
        markup_close(ncx->markup);
    }
}

static bool arabic(const char *label)
{
    return label[strspn(label, "0123456789")] == '\0';
}

static void pages_write(struct ncx *ncx)
{
    struct arena *arena = ncx->publication->arena;
    const GArray *pages = ncx->publication->pages;
    if (!pages->len)
        return;
    markup_open(ncx->markup, "pageList");
    text_write(ncx, "navLabel", words_get(ncx->publication->words, WORD_PAGE_LIST));
    for (guint i = 0; i < pages->len; i++) {
        const struct page_mark *page = &g_array_index(pages, struct page_mark, i);
        const bool plain = arabic(page->label);
        markup_open(ncx->markup, "pageTarget");
        markup_attribute(ncx->markup, "id", page->id);
        markup_attribute(ncx->markup, "type", plain ? "normal" : "front");
        markup_attribute(ncx->markup, "value", plain ? page->label : NULL);
        markup_attribute(ncx->markup, "playOrder", arena_printf(arena, "%d", ++ncx->order));
        target_write(ncx, page->label, arena_printf(arena, "%s#%s", page->path, page->id));
        markup_close(ncx->markup);
    }
    markup_close(ncx->markup);
}

static void head_write(struct ncx *ncx, const GArray *entries)
{
    struct arena *arena = ncx->publication->arena;
    const GArray *pages = ncx->publication->pages;
    int depth = 1;
    const char *most = "0";
    for (guint i = 0; i < entries->len; i++)
        depth = MAX(depth, g_array_index(entries, struct entry, i).level + 1);
    for (guint i = 0; i < pages->len; i++)
        if (arabic(g_array_index(pages, struct page_mark, i).label))
            most = g_array_index(pages, struct page_mark, i).label;
    markup_open(ncx->markup, "head");
    meta_write(ncx, "dtb:uid", ncx->publication->book->about.identifier);
    meta_write(ncx, "dtb:depth", arena_printf(arena, "%d", depth));
    meta_write(ncx, "dtb:totalPageCount", arena_printf(arena, "%u", pages->len));
    meta_write(ncx, "dtb:maxPageNumber", most);
    markup_close(ncx->markup);
}

void ncx_write(struct publication *publication)
{
    struct ncx ncx = {.publication = publication, .markup = markup_start(NULL)};
    GArray *entries = contents_gather(publication);
    guint next = 0;
    markup_indent(ncx.markup);
    markup_open(ncx.markup, "ncx");
    markup_attribute(ncx.markup, "xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    markup_attribute(ncx.markup, "version", "2005-1");
    markup_attribute(ncx.markup, "xml:lang", publication->book->about.lang);
    head_write(&ncx, entries);
    text_write(&ncx, "docTitle", publication->book->about.title);
    markup_open(ncx.markup, "navMap");
    points_write(&ncx, entries, &next, 0);
    markup_close(ncx.markup);
    pages_write(&ncx);
    markup_close(ncx.markup);
    g_array_free(entries, TRUE);
    publication_add(publication, (struct resource){.path = "toc.ncx",
                                                   .type = "application/x-dtbncx+xml",
                                                   .bytes = markup_end(ncx.markup, publication->arena)});
}
