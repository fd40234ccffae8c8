/* composer: one pass over the book after the other, and what is kept between them. */
#include "layout/compose.h"
#include "layout/tag.h"

struct composed {
    GPtrArray *pages;
    GArray *heads, *outline;
    struct diags *diags;
    struct page_tag *tag;
    bool depends; /* on the page map */
    bool recto;   /* where it began */
};

static void composed_free(gpointer data)
{
    struct composed *composed = data;
    g_ptr_array_free(composed->pages, TRUE);
    g_array_free(composed->heads, TRUE);
    g_array_free(composed->outline, TRUE);
    diags_free(composed->diags);
    g_free(composed);
}

void composer_open(struct composer *composer, struct setter *setter)
{
    *composer = (struct composer){.setter = setter, .pages = g_ptr_array_new()};
    composer->heads = g_array_new(FALSE, FALSE, sizeof(struct heads));
    composer->outline = g_array_new(FALSE, FALSE, sizeof(struct outline_entry));
    composer->composed = g_hash_table_new_full(NULL, NULL, NULL, composed_free);
    composer->parts = g_hash_table_new(NULL, NULL);
    setter->called = g_hash_table_new(NULL, NULL);
    composer->document = tag_open(setter, TAG_DOCUMENT);
}

/* Chapters that are kept from pass to pass know their part by this tag. */
static struct page_tag *part_tag(struct composer *composer, const struct part *part)
{
    struct page_tag *tag = g_hash_table_lookup(composer->parts, part);
    if (!tag) {
        tag = tag_new(composer->setter, TAG_PART, composer->document);
        g_hash_table_insert(composer->parts, (gpointer)part, tag);
    }
    return tag;
}

void composer_enter(struct composer *composer, const struct part *part, bool begins)
{
    struct page_tag *tag = part ? part_tag(composer, part) : NULL;
    if (tag && begins)
        tag->order = ++composer->setter->tag_count;
    tag_resume(composer->setter, tag ? tag : composer->document);
}

void composer_begin(struct composer *composer)
{
    g_ptr_array_set_size(composer->pages, 0);
    g_array_set_size(composer->heads, 0);
    g_array_set_size(composer->outline, 0);
    composer->in_body = false;
    composer->now = (struct heads){0};
}

void composer_close(struct composer *composer)
{
    g_ptr_array_free(composer->pages, TRUE);
    g_array_free(composer->heads, TRUE);
    g_array_free(composer->outline, TRUE);
    g_hash_table_destroy(composer->composed);
    g_hash_table_destroy(composer->parts);
    g_hash_table_destroy(composer->setter->called);
}

void composer_report(struct composer *composer, struct diags *diags)
{
    for (const struct chapter *chapter = composer->setter->book->chapters; chapter; chapter = chapter->next) {
        struct composed *composed = g_hash_table_lookup(composer->composed, chapter);
        if (composed)
            diags_take(diags, composed->diags);
    }
}

/* What the chapter has added since there were so many pages and outline entries. */
static struct composed *keep(const struct composer *composer, guint pages, guint outline)
{
    struct composed *kept = g_new0(struct composed, 1);
    kept->recto = pages % 2 == 0;
    kept->pages = g_ptr_array_new();
    kept->heads = g_array_new(FALSE, FALSE, sizeof(struct heads));
    kept->outline = g_array_new(FALSE, FALSE, sizeof(struct outline_entry));
    for (guint i = pages; i < composer->pages->len; i++)
        g_ptr_array_add(kept->pages, g_ptr_array_index(composer->pages, i));
    g_array_append_vals(kept->heads, &g_array_index(composer->heads, struct heads, pages), composer->pages->len - pages);
    g_array_append_vals(kept->outline, &g_array_index(composer->outline, struct outline_entry, outline),
                        composer->outline->len - outline);
    return kept;
}

static void use_again(struct composer *composer, const struct composed *kept)
{
    kept->tag->order = ++composer->setter->tag_count;
    for (guint i = 0; i < kept->pages->len; i++) {
        struct page *page = g_ptr_array_index(kept->pages, i);
        page->label = compose_label(composer, composer->pages->len);
        g_ptr_array_add(composer->pages, page);
    }
    g_array_append_vals(composer->heads, kept->heads->data, kept->heads->len);
    g_array_append_vals(composer->outline, kept->outline->data, kept->outline->len);
}

void compose_chapter_once(struct composer *composer, const struct chapter *chapter)
{
    struct setter *setter = composer->setter;
    const guint pages = composer->pages->len, outline = composer->outline->len;
    const struct composed *known = g_hash_table_lookup(composer->composed, chapter);
    if (known && !known->depends && known->recto == (pages % 2 == 0)) {
        use_again(composer, known);
        return;
    }
    struct diags *before = setter->diags, *own = diags_new();
    setter->diags = own;
    setter->map_asked = false;
    g_hash_table_remove_all(setter->called);
    struct page_tag *tag = tag_open(setter, TAG_SECTION);
    compose_chapter(composer, chapter);
    tag_close(setter);
    struct composed *kept = keep(composer, pages, outline);
    kept->tag = tag;
    kept->depends = setter->map_asked;
    kept->diags = own;
    setter->diags = before;
    g_hash_table_replace(composer->composed, (gpointer)chapter, kept);
}
