#include "pdf/imposition.h"

/* What a hand can fold and a stapler still holds: 80 pages. */
enum { SIGNATURE_AT_MOST = 20 };

static size_t parts_of(size_t whole, size_t part)
{
    return (whole + part - 1) / part;
}

struct imposition impose_single(size_t pages)
{
    return (struct imposition){.pages = pages, .across = 1, .sheets = parts_of(pages, 2)};
}

struct imposition impose_booklet(size_t pages, size_t signature)
{
    const size_t sheets = parts_of(pages, 4);
    if (signature == 0 && sheets > 0)
        signature = parts_of(sheets, parts_of(sheets, SIGNATURE_AT_MOST));
    return (struct imposition){.pages = pages, .across = 2, .sheets = sheets, .signature = signature};
}

size_t imposition_sides(const struct imposition *imposition)
{
    return imposition->across == 1 ? imposition->pages : 2 * imposition->sheets;
}

/* The outermost sheet of a signature has its first and its last page in front, its second and its last but one behind;
 * each sheet inside it goes on from there. */
static void booklet_side(const struct imposition *imposition, size_t side, size_t page[2])
{
    const size_t sheet = side / 2, inside = sheet % imposition->signature, outermost = sheet - inside;
    const size_t left = imposition->sheets - outermost;
    const size_t sheets = left < imposition->signature ? left : imposition->signature;
    const size_t first = 4 * outermost + 2 * inside, last = 4 * (outermost + sheets) - 1 - 2 * inside;
    page[0] = side % 2 == 0 ? last : first + 1;
    page[1] = side % 2 == 0 ? first : last - 1;
}

void imposition_side(const struct imposition *imposition, size_t side, size_t page[2])
{
    if (imposition->across == 2)
        booklet_side(imposition, side, page);
    else
        page[0] = side, page[1] = NO_PAGE;
    for (int i = 0; i < 2; i++)
        if (page[i] >= imposition->pages)
            page[i] = NO_PAGE;
}
