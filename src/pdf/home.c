/* home: the pages on the sheets of a home printer: one a side, or two to be folded between them. */
#include <glib.h>

#include "pdf/additions.h"
#include "pdf/document.h"
#include "pdf/imposition.h"
#include "pdf/metadata.h"
#include "pdf/objects.h"
#include "pdf/pdf.h"

/* A sheet as it is printed, and how pages stand on it. */
struct sheet {
    const struct pages *pages;
    struct imposition imposition;
    double width, height;
    double scale; /* of every page: 1, or what makes it fit */
    double bind;  /* from the bind side, or from the fold, to the page's edge */
};

/* ---- where pages stand ---- */

/* The page stands in the middle. For holes it moves outward, but not over the edge: the page's own margin at the spine
 * is theirs too, and only if even that is too narrow everything gets smaller. */
static void place_single(struct sheet *sheet, double holes)
{
    const struct pages *pages = sheet->pages;
    const double fit = MIN(sheet->width / pages->width, sheet->height / pages->height);
    const double beside_holes = (sheet->width - holes) / (pages->width - pages->inner);
    sheet->scale = MIN(1, holes > 0 ? MIN(fit, beside_holes) : fit);
    const double room = MAX(0, sheet->width - sheet->scale * pages->width);
    sheet->bind = MAX(room / 2, MIN(holes, room));
}

static void place_booklet(struct sheet *sheet)
{
    const struct pages *pages = sheet->pages;
    sheet->scale = MIN(1, MIN(sheet->width / 2 / pages->width, sheet->height / pages->height));
    sheet->bind = 0;
}

static struct sheet sheet_of(const struct pages *pages, const struct home *home)
{
    double width, height;
    home_sheet(home_paper(home, pages->lang), &width, &height);
    struct sheet sheet = {.pages = pages, .width = width, .height = height};
    if (home->layout == HOME_BOOKLET) {
        sheet.width = height, sheet.height = width; /* it lies on its side */
        sheet.imposition = impose_booklet(pages->count, (size_t)home->signature);
        place_booklet(&sheet);
    } else {
        sheet.imposition = impose_single(pages->count);
        place_single(&sheet, home->holes);
    }
    return sheet;
}

/* The spine of a recto is on its left. */
static double left_edge(const struct sheet *sheet, const struct page *page)
{
    const double spine = sheet->imposition.across == 2 ? sheet->width / 2 : page->recto ? 0 : sheet->width;
    return page->recto ? spine + sheet->bind : spine - sheet->bind - sheet->scale * sheet->pages->width;
}

/* ---- painting ---- */

static bool paint_page(const struct sheet *sheet, const struct page *page, struct painter *painter, cairo_t *cairo)
{
    const struct pages *pages = sheet->pages;
    cairo_save(cairo);
    cairo_translate(cairo, left_edge(sheet, page), (sheet->height - sheet->scale * pages->height) / 2);
    cairo_scale(cairo, sheet->scale, sheet->scale);
    cairo_rectangle(cairo, 0, 0, pages->width, pages->height); /* nothing runs over into its neighbour */
    cairo_clip(cairo);
    const bool painted = painter_paint(painter, cairo, page);
    cairo_restore(cairo);
    return painted;
}

static bool paint_side(const struct sheet *sheet, size_t side, struct painter *painter, cairo_t *cairo)
{
    size_t stands[2];
    bool painted = true;
    imposition_side(&sheet->imposition, side, stands);
    for (int i = 0; i < 2; i++) {
        const struct page *page = stands[i] == NO_PAGE ? NULL : &sheet->pages->page[stands[i]];
        if (page && page->items)
            painted = paint_page(sheet, page, painter, cairo) && painted;
    }
    return painted;
}

/* What qpdf needs while it finishes. */
struct finishing {
    const struct sheet *sheet;
    const char *preferences;
    struct additions *additions;
};

static bool paint(void *closure, size_t side, struct painter *painter, cairo_t *cairo)
{
    const struct finishing *finishing = closure;
    return paint_side(finishing->sheet, side, painter, cairo);
}

static const char *finish(void *closure, qpdf_data qpdf, struct diags *diags)
{
    (void)diags;
    struct finishing *finishing = closure;
    const struct pages *pages = finishing->sheet->pages;
    finishing->additions = additions_new(objects_first_free(qpdf) + 1);
    const int info = metadata_add_info(finishing->additions, pages);
    additions_apply(finishing->additions, qpdf);
    metadata_hang(qpdf, pages, info, 0);
    object_set_value(qpdf, qpdf_get_root(qpdf), "/ViewerPreferences", finishing->preferences);
    for (size_t side = 0; side < imposition_sides(&finishing->sheet->imposition); side++) {
        object_trim_whole(qpdf, qpdf_get_page_n(qpdf, side));
        qpdf_oh_release_all(qpdf);
    }
    return NULL;
}

/* ISO 32000-1, 12.2: what a viewer's print dialogue begins with. Folding sheets that lie on their sides turn like leaves. */
static const char single_preferences[] = "<< /DisplayDocTitle true /PrintScaling /None /PickTrayByPDFSize true"
                                         " /Duplex /DuplexFlipLongEdge >>";
static const char booklet_preferences[] = "<< /DisplayDocTitle true /PrintScaling /None /PickTrayByPDFSize true"
                                          " /Duplex /DuplexFlipShortEdge >>";

bool pdf_write_home(const struct pages *pages, const struct home *home, struct arena *arena, struct bytes *bytes,
                    struct diags *diags)
{
    const struct sheet sheet = sheet_of(pages, home);
    struct finishing finishing = {&sheet, home->layout == HOME_BOOKLET ? booklet_preferences : single_preferences, NULL};
    const struct document document = {.width = sheet.width, .height = sheet.height,
                                      .sheets = imposition_sides(&sheet.imposition), .version = "1.7",
                                      .painter = painter_new(PAGE_USE_PRINT, diags), .closure = &finishing,
                                      .paint = paint, .finish = finish};
    const bool written = document_make(&document, arena, bytes, diags);
    painter_free(document.painter);
    additions_free(finishing.additions);
    return written;
}
