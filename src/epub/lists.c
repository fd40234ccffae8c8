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
    document_word(document, "em", NULL,
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

static void entries_write(struct document *document, const struct index_entry *entries, const struct index_entry *end);

static void entry_write(struct document *document, const struct index_entry *entry)
{
    document_open(document, "li", NULL, "index-entry", NULL);
    markup_attribute(document->markup, "id", entry->anchor ? entry->anchor->id : NULL);
    document_open(document, "span", NULL, "index-term", NULL);
    document_text(document, entry->term);
    markup_close(document->markup);
    places_write(document, entry);
    sees_write(document, entry);
    if (entry->below)
        entries_write(document, entry->below, NULL);
    markup_close(document->markup);
    markup_line(document->markup);
}

/* What is below an entry is a list in it. */
static void entries_write(struct document *document, const struct index_entry *entries, const struct index_entry *end)
{
    markup_open(document->markup, "ul");
    markup_line(document->markup);
    for (const struct index_entry *entry = entries; entry != end; entry = entry->next)
        entry_write(document, entry);
    markup_close(document->markup);
}

/* The first entry that stands under another letter. */
static const struct index_entry *group_end(const struct index_entry *group)
{
    const struct index_entry *entry = group;
    while (entry && g_strcmp0(entry->initial, group->initial) == 0)
        entry = entry->next;
    return entry;
}

/* EPUB Indexes 1.0 has "index-group" for a letter, with a list in each, but checkers want one "index-entry-list" in an
 * "index": it holds all letters, each with its heading. What begins with no letter has none. */
static const char *group_id(struct document *document, const struct index_entry *group)
{
    return arena_printf(document->arena, "letter.%s", group->anchor->id);
}

static void groups_write(struct document *document, const struct index_entry *entries)
{
    const int level = document->level;
    document_open(document, "div", NULL, "index-entry-list", NULL);
    for (const struct index_entry *group = entries; group; group = group_end(group)) {
        const bool named = group->initial && *group->initial;
        document_open(document, "div", "letter", NULL, NULL);
        if (named) {
            document_heading(document, level + 1);
            markup_attribute(document->markup, "class", "initial");
            markup_attribute(document->markup, "id", group_id(document, group));
            markup_text(document->markup, group->initial);
            markup_close(document->markup);
        }
        entries_write(document, group, group_end(group));
        markup_close(document->markup);
        markup_line(document->markup);
    }
    markup_close(document->markup);
}

/* A line of the letters, where there are so many that one does not see them at once. */
static void letters_write(struct document *document, const struct index_entry *entries)
{
    enum { LETTERS_FROM = 6 };
    int groups = 0;
    for (const struct index_entry *group = entries; group; group = group_end(group))
        groups += group->initial && *group->initial;
    if (groups < LETTERS_FROM)
        return;
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "letters");
    for (const struct index_entry *group = entries; group; group = group_end(group))
        if (group->initial && *group->initial) {
            reference_write(document, NULL, arena_printf(document->arena, "#%s", group_id(document, group)), group->initial);
            markup_text(document->markup, " ");
        }
    markup_close(document->markup);
    markup_line(document->markup);
}

void index_write(struct document *document, const struct block *index)
{
    const struct publication *publication = document->publication;
    const struct index_entry *entries = publication->book->index;
    document_open(document, "section", "index", "index", "doc-index");
    markup_attribute(document->markup, "id", index->id);
    markup_attribute(document->markup, "aria-label", words_get(publication->words, WORD_INDEX));
    if (entries) {
        letters_write(document, entries);
        groups_write(document, entries);
    }
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
        document_page(document, (const char *)listed);
        reference_write(document, NULL, document_link(document, listed->anchor), text);
        markup_close(document->markup);
        markup_line(document->markup);
    }
    markup_close(document->markup);
    markup_close(document->markup);
}

/* A notebook has room for any number of copies: the way to the worksheet is enough. */
void repeat_write(struct document *document, const struct block *repeat)
{
    const struct anchor *sheet = repeat->repeats;
    if (!sheet)
        return;
    const char *label = book_label(document->publication->book, sheet);
    const char *title = spans_text(document->arena, sheet->block->spans);
    markup_open(document->markup, "p");
    reference_write(document, NULL, document_link(document, sheet), arena_printf(document->arena, "%s. %s", label, title));
    markup_close(document->markup);
}
