/* compose: pages are begun, filled and numbered here; everything that makes pages uses it.
 *
 * The composer holds what is known so far of one pass over the book; pages and all that is on them belong
 * to the setter's arena. Points. */
#ifndef LAYOUT_COMPOSE_H
#define LAYOUT_COMPOSE_H

#include "layout/flow.h"
#include "layout/page.h"

/* What a running head may say on a page; furniture.c paints it when all pages are there. */
struct heads {
    const char *part, *chapter, *section; /* NULL: there is none */
};

/* A chapter's pages, kept from one pass to the next: they are made anew only where their text depends on what
 * page something is on. */
struct composed;

struct composer {
    struct setter *setter;
    GPtrArray *pages;   /* struct page, in the arena */
    GArray *heads;      /* struct heads, one a page */
    GArray *outline;    /* struct outline_entry */
    struct heads now;
    const struct page_sheet *sheet; /* that is being made; or NULL */
    bool in_body;       /* arabic folios have begun */
    size_t body_start;  /* index of the page that is "1" */
    GHashTable *composed; /* struct chapter -> struct composed */
    const struct page_tag *document;
    GHashTable *parts;    /* struct part -> struct page_tag */
};

/* A composer for a setter, which it borrows; begins a pass; frees what is not in the arena. */
void composer_open(struct composer *composer, struct setter *setter);
void composer_begin(struct composer *composer);
void composer_close(struct composer *composer);

/* What is made next is read as a part of a part, or of the document (NULL). `begins`: with its opener. */
void composer_enter(struct composer *composer, const struct part *part, bool begins);

/* What the chapters have to say goes to `diags`. */
void composer_report(struct composer *composer, struct diags *diags);

/* Begins a page; its folio follows the one before. */
struct page *compose_page(struct composer *composer, enum page_kind kind);

/* What the page of an index is called, by what is known so far: "iv", "23". */
const char *compose_label(const struct composer *composer, size_t index);

/* Makes the next page a recto (or verso): adds a blank page where it is not, or in the body of
 * a book whose style says so a page for notes. */
void compose_recto(struct composer *composer);
void compose_verso(struct composer *composer);

/* The first page from here on is numbered 1; makes it a recto. */
void compose_body(struct composer *composer);

struct frame compose_frame(const struct composer *composer, const struct page *page);

/* Shares the slabs of a flow out over new pages, the first of kind `first`. Returns how far down the last is filled. */
double compose_flow(struct composer *composer, const struct flow *flow, enum page_kind first);

void compose_outline(struct composer *composer, int level, const char *title, const char *id);

/* front.c: half title, title page, contents. chapter.c: chapters and parts. sheet.c: worksheets. index.c: the index.
 * furniture.c: heads and folios. */
void compose_titles(struct composer *composer);
void compose_contents(struct composer *composer);
void compose_display(struct composer *composer, const struct chapter *chapter); /* copyright, dedication */
void compose_part(struct composer *composer, const struct part *part);
void compose_chapter(struct composer *composer, const struct chapter *chapter);
void compose_chapter_once(struct composer *composer, const struct chapter *chapter); /* or again, if it must be */
void compose_sheet(struct composer *composer, const struct chapter *chapter, const struct block *sheet);
void compose_index(struct composer *composer, const struct block *index, double y); /* from y of the last page on; 0: on a new one */
void compose_furniture(struct composer *composer);
void compose_filler(struct composer *composer, struct page *page);

#endif
