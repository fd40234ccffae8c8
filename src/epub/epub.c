#include "epub/epub.h"

#include <string.h>

#include "epub/images.h"
#include "epub/nav.h"
#include "epub/package.h"
#include "epub/stylesheet.h"
#include "epub/xhtml.h"
#include "epub/zip.h"

/* The path of the cover's picture; NULL: none. */
static const char *add_cover(struct publication *publication)
{
    const struct epub_input *input = publication->input;
    if (!input->cover.length)
        return NULL;
    const struct picture cover = images_cover(publication, publication->book->cover.image, input->cover);
    const char *path = publication_name(publication, "images", "cover", picture_ending(cover.type));
    publication_add(publication, (struct resource){.path = path,
                                                   .type = picture_media_type(cover.type),
                                                   .properties = "cover-image",
                                                   .bytes = cover.bytes});
    publication->images = true;
    publication->alt_missing = !publication->book->cover.alt || !*publication->book->cover.alt;
    cover_write(publication, path);
    return path;
}

/* The display pages with which the book begins: they stand before the contents, as in print. The chapter after them. */
static const struct chapter *add_display(struct publication *publication)
{
    const struct chapter *chapter = publication->book->chapters;
    for (; chapter && chapter->role != CHAPTER_PLAIN; chapter = chapter->next)
        chapter_write(publication, chapter);
    return chapter;
}

static void add_texts(struct publication *publication, const struct chapter *chapter)
{
    const struct part *part = NULL;
    for (; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            part_write(publication, part);
        }
        chapter_write(publication, chapter);
    }
}

/* The contents are written when the texts are known, but are read before them. */
static void move_nav(struct publication *publication, guint to)
{
    GArray *resources = publication->resources;
    const struct resource nav = g_array_index(resources, struct resource, resources->len - 1);
    g_array_set_size(resources, resources->len - 1);
    g_array_insert_val(resources, to, nav);
}

static bool pack(struct publication *publication, struct bytes package, struct bytes *bytes)
{
    struct arena *arena = publication->arena;
    const GArray *resources = publication->resources;
    struct zip_entry *entries = ARENA_ARRAY(arena, struct zip_entry, resources->len + 2);
    size_t count = 0;
    entries[count++] = (struct zip_entry){"META-INF/container.xml", container_write(arena), true};
    entries[count++] = (struct zip_entry){"OEBPS/package.opf", package, true};
    for (guint i = 0; i < resources->len; i++) {
        const struct resource *resource = &g_array_index(resources, struct resource, i);
        const bool packed =
            strcmp(resource->type, "image/png") != 0 && strcmp(resource->type, "image/jpeg") != 0;
        const char *name = resource->linked ? resource->path : arena_printf(arena, "OEBPS/%s", resource->path);
        entries[count++] = (struct zip_entry){name, resource->bytes, packed};
    }
    const char *why;
    if (zip_pack(arena, entries, count, bytes, &why))
        return true;
    diags_report(publication->diags, DIAG_ERROR, (struct position){0}, "epub-container", NULL,
                 "the EPUB cannot be packed: %s", why);
    return false;
}

/* Level A already wants a text alternative for each image: WCAG 2.2, success criterion 1.1.1. */
static bool check_claim(const struct publication *publication)
{
    const char *claim = publication->book->about.accessibility.conforms_to;
    if (!claim || strcmp(claim, "none") == 0 || !publication->alt_missing)
        return true;
    diags_report(publication->diags, DIAG_ERROR, (struct position){0}, "accessibility-claim",
                 "describe each image between its brackets, or mark it .decorative; or leave conforms-to out",
                 "book.yaml says that the book conforms to \"%s\", but images have no text alternative", claim);
    return false;
}

bool epub_write(const struct epub_input *input, struct arena *arena, struct bytes *bytes, struct diags *diags)
{
    struct publication publication;
    publication_start(&publication, input, arena, diags);
    const char *cover = add_cover(&publication);
    title_page_write(&publication);
    const struct chapter *first = add_display(&publication);
    const guint nav = publication.resources->len;
    publication.contents_page = pages_take(&publication, "nav.xhtml", "contents");
    add_texts(&publication, first);
    nav_write(&publication);
    move_nav(&publication, nav);
    ncx_write(&publication);
    const bool styled = stylesheet_write(&publication);
    images_add(&publication);
    bool done = check_claim(&publication) && styled;
    done = done && pack(&publication, package_write(&publication, cover), bytes);
    publication_end(&publication);
    return done;
}
