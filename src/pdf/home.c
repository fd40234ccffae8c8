/* home: the pages on the sheets of a home printer: one a side, or two to be folded between them. */
#include <glib.h>

#include "pdf/imposition.h"
#include "pdf/paint.h"
#include "pdf/pdf.h"
#include "pdf/plain.h"

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
    cairo_show_page(cairo);
    return painted;
}

/* Goes on after a broken picture, so that all of them are reported. */
static bool paint_sides(const struct sheet *sheet, GByteArray *painted, struct diags *diags)
{
    cairo_surface_t *surface = plain_surface(painted, sheet->width, sheet->height);
    cairo_t *cairo = cairo_create(surface);
    struct painter *painter = painter_new(PAGE_USE_PRINT, diags);
    bool good = true;
    for (size_t side = 0; side < imposition_sides(&sheet->imposition); side++)
        good = paint_side(sheet, side, painter, cairo) && good;
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t status = cairo_surface_status(surface);
    if (good && status != CAIRO_STATUS_SUCCESS) {
        diags_report(diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                     "the sheets cannot be painted: %s", cairo_status_to_string(status));
        good = false;
    }
    painter_free(painter); /* after the surface, which still looks at the pictures while it finishes */
    cairo_surface_destroy(surface);
    return good;
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
    GByteArray *painted = g_byte_array_new();
    bool written = paint_sides(&sheet, painted, diags);
    if (written) {
        const struct bytes whole = {(const char *)painted->data, painted->len};
        written = plain_finish(whole, pages, home->layout == HOME_BOOKLET ? booklet_preferences : single_preferences,
                               arena, bytes, diags);
    }
    g_byte_array_free(painted, TRUE);
    return written;
}
