/* lists: what the book lists of itself where its author wants it: the index; figures, tables, worksheets. */
#include "epub/blocks.h"

/* ---- the index ---- */

/* The printed page of a place; NULL when it is not known. */
static const char *page_of(const struct document *document, const struct anchor *place)
{
    const struct page_place *page = page_map_find(document->publication->input->map, place->id);
    return page ? page->label : NULL;
}

/* Pages say where to look in print too. But numbers of pages and numbers of links must not be mixed. */
static bool has_pages(const struct document *document, const struct index_entry *entry)
{
    for (size_t i = 0; i < entry->place_count; i++)
        if (!page_of(document, entry->places[i]))
            return false;
    return true;
}

static void reference_write(struct document *document, const char *type, const char *href, const char *text)
{
    markup_open(document->markup, "a");
    markup_attribute(document->markup, "epub:type", type);
    markup_attribute(document->markup, "href", href);
    markup_text(document->markup, text);
    markup_close(document->markup);
}

/* ", 4, 17": pages, each once, or the numbers of the links. */
static void places_write(struct document *document, const struct index_entry *entry)
{
    const bool pages = has_pages(document, entry);
    const char *last = NULL;
    for (size_t i = 0; i < entry->place_count; i++) {
        const char *text =
            pages ? page_of(document, entry->places[i]) : decimal(document->publication, (int)i + 1);
        if (g_strcmp0(text, last) == 0)
            continue;
        last = text;
        markup_text(document->markup, ", ");
        reference_write(document, "index-locator", document_link(document, entry->places[i]), text);
    }
}

/* "; see also bonding, trust". */
static void sees_write(struct document *document, const struct index_entry *entry)
{
    const bool also = entry->place_count || entry->below;
    if (!entry->see)
        return;
    markup_text(document->markup, also ? "; " : ", ");
    markup_element(document->markup, "em", NULL,
                   words_get(document->publication->words, also ? WORD_SEE_ALSO : WORD_SEE));
    for (const struct index_see *see = entry->see; see; see = see->next) {
        markup_text(document->markup, see == entry->see ? " " : ", ");
        if (see->entry && see->entry->anchor)
            reference_write(document, also ? "index-xref-related" : "index-xref-preferred",
                            document_link(document, see->entry->anchor), see->term);
        else
            markup_text(document->markup, see->term);
    }
}

/* EPUB Indexes 1.0: an index has one index-entry-list; what is below an entry is a list in it. */
static void entries_write(struct document *document, const struct index_entry *entries, bool below)
{
    const char *initial = entries->initial;
    document_open(document, "ul", NULL, below ? NULL : "index-entry-list", NULL);
    markup_line(document->markup);
    for (const struct index_entry *entry = entries; entry; entry = entry->next) {
        const bool other = g_strcmp0(initial, entry->initial) != 0;
        initial = entry->initial;
        document_open(document, "li", other ? "letter" : NULL, "index-entry", NULL);
        markup_attribute(document->markup, "id", entry->anchor ? entry->anchor->id : NULL);
        document_open(document, "span", NULL, "index-term", NULL);
        document_text(document, entry->term);
        markup_close(document->markup);
        places_write(document, entry);
        sees_write(document, entry);
        if (entry->below)
            entries_write(document, entry->below, true);
        markup_close(document->markup);
        markup_line(document->markup);
    }
    markup_close(document->markup);
}

void index_write(struct document *document, const struct block *index)
{
    const struct publication *publication = document->publication;
    document_open(document, "section", "index", "index", "doc-index");
    markup_attribute(document->markup, "id", index->id);
    markup_attribute(document->markup, "aria-label", words_get(publication->words, WORD_INDEX));
    if (publication->book->index)
        entries_write(document, publication->book->index, false);
    markup_close(document->markup);
}

/* ---- figures, tables, worksheets ---- */

void listing_write(struct document *document, const struct block *listing)
{
    static const char *const types[LISTING_COUNT] = {"loi", "lot", NULL};
    const struct publication *publication = document->publication;
    const struct listed *first = publication->book->listed[listing->listing];
    if (!first)
        return;
    document_open(document, "nav", "listing", types[listing->listing], NULL);
    markup_attribute(document->markup, "id", listing->id);
    markup_attribute(document->markup, "aria-label",
                     words_get(publication->words, WORD_FIGURES + (unsigned)listing->listing));
    markup_open(document->markup, "ol");
    for (const struct listed *listed = first; listed; listed = listed->next) {
        const char *text =
            arena_printf(document->arena, "%s%s%s", listed->label, *listed->text ? ". " : "", listed->text);
        markup_open(document->markup, "li");
        reference_write(document, NULL, document_link(document, listed->anchor), text);
        markup_close(document->markup);
        markup_line(document->markup);
    }
    markup_close(document->markup);
    markup_close(document->markup);
}
