#include "pdf/links.h"

#include <string.h>

struct links {
    const struct navigation *navigation;
    struct structure *structure;
    GHashTable *texts; /* struct page_tag -> GString: what a link says, on all its lines */
};

static void text_free(gpointer text)
{
    g_string_free(text, TRUE);
}

/* A word that is divided between two lines is one. */
static void append_text(GString *to, const char *text)
{
    static const char soft_hyphen[] = "\u00AD";
    g_string_append(to, text);
    if (g_str_has_suffix(to->str, soft_hyphen))
        g_string_truncate(to, to->len - strlen(soft_hyphen));
}

struct links *links_new(const struct navigation *navigation, struct structure *structure)
{
    struct links *links = g_new0(struct links, 1);
    links->navigation = navigation;
    links->structure = structure;
    links->texts = g_hash_table_new_full(NULL, NULL, NULL, text_free);
    for (size_t i = 0; i < navigation->pages->count; i++)
        for (const struct page_link *link = navigation->pages->page[i].links; link; link = link->next) {
            if (!link->tag || !navigation_shows(navigation, link))
                continue;
            GString *text = g_hash_table_lookup(links->texts, link->tag);
            if (!text)
                g_hash_table_insert(links->texts, (gpointer)link->tag, text = g_string_new(NULL));
            append_text(text, link->text);
        }
    return links;
}

void links_free(struct links *links)
{
    if (!links)
        return;
    g_hash_table_destroy(links->texts);
    g_free(links);
}

static void append_action(GString *json, const struct page_link *link)
{
    if (link->id) {
        g_string_append(json, ",\"/A\":{\"/S\":\"/GoTo\"");
        json_append_pair(json, "/D", link->id);
    } else {
        /* 12.6.4.7: a URI is ASCII. */
        char *uri = g_uri_escape_string(
            link->url,
            G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS "%", FALSE);
        g_string_append(json, ",\"/A\":{\"/S\":\"/URI\"");
        json_append_pair(json, "/URI", uri);
        g_free(uri);
    }
    g_string_append_c(json, '}');
}

/* What a link says; of a picture without words where it leads to: there is always something (ISO 14289-1, 7.18.5). */
static const char *said(const struct links *links, const struct page_link *link)
{
    const GString *whole = link->tag ? g_hash_table_lookup(links->texts, link->tag) : NULL;
    const char *text = whole ? whole->str : link->text;
    return *text ? text : link->id ? link->id : link->url;
}

void links_add(struct links *links, size_t page, struct additions *additions, GString *annotations)
{
    const struct navigation *navigation = links->navigation;
    for (const struct page_link *link = navigation->pages->page[page].links; link; link = link->next) {
        if (!navigation_shows(navigation, link))
            continue;
        const int object = additions_reserve(additions);
        const int parent = structure_add_link(links->structure, link->tag, page, object);
        GString *json = g_string_new("{\"/Type\":\"/Annot\",\"/Subtype\":\"/Link\",\"/F\":4,\"/Border\":[0,0,0]");
        g_string_append_printf(json, ",\"/P\":\"%d 0 R\"", navigation->page_objects[page]);
        json_append_rect(json, navigation->pages->height, link->x, link->y, link->width, link->height);
        if (parent >= 0)
            g_string_append_printf(json, ",\"/StructParent\":%d", parent);
        json_append_pair(json, "/Contents", said(links, link));
        append_action(json, link);
        g_string_append_c(json, '}');
        additions_add(additions, object, json);
        json_append_reference(annotations, object);
    }
}
