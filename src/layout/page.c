#include "layout/page.h"

#include <glib.h>
#include <string.h>

#include "layout/face.h"

void pages_free(struct pages *pages)
{
    if (pages)
        arena_free(pages->arena);
}

struct item *page_add(struct arena *arena, struct page *page, struct item item)
{
    struct item *added = arena_copy(arena, &item, sizeof item);
    added->next = NULL;
    if (page->last_item)
        page->last_item->next = added;
    else
        page->items = added;
    page->last_item = added;
    return added;
}

void page_add_field(struct arena *arena, struct page *page, struct page_field field)
{
    struct page_field **end = &page->fields;
    while (*end)
        end = &(*end)->next;
    field.after = page->last_item;
    *end = arena_copy(arena, &field, sizeof field);
}

void page_add_link(struct arena *arena, struct page *page, struct page_link link)
{
    struct page_link **end = &page->links;
    while (*end)
        end = &(*end)->next;
    *end = arena_copy(arena, &link, sizeof link);
}

struct page_contents page_contents(const struct page *page)
{
    const struct page_field *field = page->fields;
    const struct page_link *link = page->links;
    while (field && field->next)
        field = field->next;
    while (link && link->next)
        link = link->next;
    return (struct page_contents){page->last_item, field, link};
}

void page_hide(struct page *page, const struct page_contents *since, unsigned uses)
{
    if (!uses)
        return;
    for (struct item *item = since->item ? since->item->next : page->items; item; item = item->next)
        item->hidden_in |= uses;
    for (struct page_field *field = since->field ? since->field->next : page->fields; field; field = field->next)
        field->hidden_in |= uses;
    for (struct page_link *link = since->link ? since->link->next : page->links; link; link = link->next)
        link->hidden_in |= uses;
}

void page_add_places(struct arena *arena, struct page *page, const char *const *ids, double y)
{
    for (; ids && *ids; ids++) {
        struct page_place_mark *place = ARENA_NEW(arena, struct page_place_mark);
        *place = (struct page_place_mark){.id = *ids, .y = y, .next = page->places};
        page->places = place;
    }
}

void page_add_begin(struct arena *arena, struct page *page, const char *at)
{
    if (!at)
        return;
    struct page_begin *begin = ARENA_NEW(arena, struct page_begin);
    *begin = (struct page_begin){.at = at, .next = page->begins};
    page->begins = begin;
}

/* ---- the dump ---- */

static void dump_colour(const char *name, const struct colour *colour, FILE *to)
{
    fprintf(to, " %s=#%02x%02x%02x", name, (unsigned)(colour->red * 255 + 0.5), (unsigned)(colour->green * 255 + 0.5),
            (unsigned)(colour->blue * 255 + 0.5));
}

static void dump_hidden(unsigned hidden_in, FILE *to)
{
    static const char *const uses[] = {"print", "screen", "shared"}; /* in the order of the bits */
    for (unsigned i = 0; i < G_N_ELEMENTS(uses); i++)
        if (hidden_in & 1u << i)
            fprintf(to, " not-in-%s", uses[i]);
}

static void dump_item(const struct item *item, FILE *to)
{
    static const char *const names[] = {"text", "line", "box", "ellipse", "path", "image"};
    fprintf(to, "  %s %.1f,%.1f %.1fx%.1f", names[item->kind], item->x, item->y, item->width, item->height);
    if (item->line_width > 0) {
        fprintf(to, " stroke=%.2f", item->line_width);
        dump_colour("ink", &item->stroke, to);
    }
    if (item->dash > 0)
        fprintf(to, " dash=%.1f", item->dash);
    if (item->gap > 0)
        fprintf(to, " gap=%.1f", item->gap);
    if (item->filled)
        dump_colour("fill", &item->fill, to);
    if (item->kind == ITEM_TEXT)
        fprintf(to, " %s %.1f \"%s\"", face_name(item->text->face), item->text->size, item->text->text);
    if (item->kind == ITEM_IMAGE)
        fprintf(to, " %s \"%s\"", item->image->name, item->image->alt ? item->image->alt : "");
    if (item->turned)
        fputs(" turned", to);
    dump_hidden(item->hidden_in, to);
    fputc('\n', to);
}

static void dump_page(const struct page *page, size_t number, FILE *to)
{
    static const char *const kinds[] = {"body", "blank", "opener", "sheet", "display", "filler"};
    static const char *const fields[] = {"line", "lines", "check", "choice", "number"};
    fprintf(to, "page %zu label=%s %s %s", number, page->label, page->recto ? "recto" : "verso", kinds[page->kind]);
    if (page->sheet)
        fprintf(to, " %d%s", page->sheet->number, page->sheet->is_private ? " private" : "");
    fputc('\n', to);
    for (const struct page_place_mark *place = page->places; place; place = place->next)
        fprintf(to, "  place %.1f #%s\n", place->y, place->id);
    for (const struct item *item = page->items; item; item = item->next)
        dump_item(item, to);
    for (const struct page_link *link = page->links; link; link = link->next)
        fprintf(to, "  link %.1f,%.1f %.1fx%.1f %s%s \"%s\"\n", link->x, link->y, link->width, link->height,
                link->id ? "#" : "", link->id ? link->id : link->url, link->text);
    for (const struct page_field *field = page->fields; field; field = field->next) {
        fprintf(to, "  field %s %s %.1f,%.1f %.1fx%.1f %s%s%s \"%s\"", field->element, fields[field->kind], field->x, field->y,
                field->width, field->height, field->name ? field->name : "?", field->value ? "=" : "", field->value ? field->value : "", field->prompt);
        dump_hidden(field->hidden_in, to);
        fputc('\n', to);
    }
}

void pages_dump(const struct pages *pages, FILE *to)
{
    fprintf(to, "pages %zu %.1fx%.1f \"%s\"\n", pages->count, pages->width, pages->height, pages->title);
    for (size_t i = 0; i < pages->outline_count; i++)
        fprintf(to, "outline %d #%s \"%s\"\n", pages->outline[i].level, pages->outline[i].id, pages->outline[i].title);
    for (size_t i = 0; i < pages->count; i++)
        dump_page(&pages->page[i], i + 1, to);
}
