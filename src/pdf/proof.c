#include "pdf/proof.h"

#include <glib.h>
#include <math.h>

#include "base/bitmap.h"
#include "pdf/press.h"

/* What rounding may take off a length. */
static const double NEAR = 0.05;

/* How far letters reach above and below their baseline, in ems: those of a running head and a folio. */
static const double ASCENT = 0.7, DESCENT = 0.25;

struct extent {
    double left, top, right, bottom;
};

static struct extent extent_of(const struct item *item)
{
    const double x = MIN(item->x, item->x + item->width), y = MIN(item->y, item->y + item->height);
    const double half = item->kind == ITEM_LINE ? 0 : item->line_width / 2;
    if (item->kind == ITEM_TEXT)
        return (struct extent){item->x, item->y - ASCENT * item->text->size, item->x + item->width,
                               item->y + DESCENT * item->text->size};
    return (struct extent){x - half, y - half, x + fabs(item->width) + half, y + fabs(item->height) + half};
}

static bool bleeds(const struct proof *proof, const struct item *item)
{
    const struct extent at = extent_of(item);
    return at.left < NEAR || at.top < NEAR || at.right > proof->pages->width - NEAR || at.bottom > proof->pages->height - NEAR;
}

/* Asks a question of all that is printed on a page, until one answer is yes. */
typedef bool (*question)(const struct proof *proof, const struct page *page, const struct item *item, double least);

static bool any(const struct proof *proof, size_t index, question ask, double least)
{
    const struct page *page = index < proof->pages->count ? &proof->pages->page[index] : NULL;
    for (const struct item *item = page ? page->items : NULL; item; item = item->next)
        if (!(item->hidden_in & PAGE_USE_PRINT) && ask(proof, page, item, least - NEAR))
            return true;
    return false;
}

static bool is_near_spine(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    const struct extent at = extent_of(item);
    return !bleeds(proof, item) && (page->recto ? at.left : proof->pages->width - at.right) < least;
}

static bool is_near_edge(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    const struct extent at = extent_of(item);
    const double outer = page->recto ? proof->pages->width - at.right : at.left;
    return !bleeds(proof, item) && MIN(outer, MIN(at.top, proof->pages->height - at.bottom)) < least;
}

static bool is_small(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    (void)proof, (void)page;
    return item->kind == ITEM_TEXT && item->text->size < least;
}

static bool is_thin(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    (void)proof, (void)page;
    return item->line_width > 0 && item->line_width < least;
}

static bool is_coarse(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    (void)proof, (void)page;
    struct bitmap_info info;
    const char *why;
    return item->kind == ITEM_IMAGE && bitmap_kind(item->image->bytes) != BITMAP_NONE &&
           bitmap_info(item->image->bytes, &info, &why) && item->width > 0 && info.width * 72 / item->width < least;
}

static bool does_bleed(const struct proof *proof, const struct page *page, const struct item *item, double least)
{
    (void)page, (void)least;
    return bleeds(proof, item);
}

bool proof_near_spine(const struct proof *proof, size_t index, double least)
{
    return any(proof, index, is_near_spine, least);
}

bool proof_near_edge(const struct proof *proof, size_t index, double least)
{
    return any(proof, index, is_near_edge, least);
}

bool proof_small_text(const struct proof *proof, size_t index, double least)
{
    return any(proof, index, is_small, least);
}

bool proof_thin_line(const struct proof *proof, size_t index, double least)
{
    return any(proof, index, is_thin, least);
}

bool proof_coarse_picture(const struct proof *proof, size_t index, double least)
{
    return any(proof, index, is_coarse, least);
}

bool proof_bleeds(const struct proof *proof, size_t index)
{
    return any(proof, index, does_bleed, 0);
}

bool proof_blank(const struct proof *proof, size_t index)
{
    return index >= proof->pages->count || press_is_blank(&proof->pages->page[index]);
}
