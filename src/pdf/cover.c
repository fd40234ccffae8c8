/* cover: a cover for a press, as cairo paints it: boxes, a name and a date are added, and nothing to click on. */
#include "pdf/additions.h"
#include "pdf/black.h"
#include "pdf/document.h"
#include "pdf/metadata.h"
#include "pdf/objects.h"
#include "pdf/pdf.h"

struct cover {
    const struct pages *pages;
    double bleed;
    struct additions *additions; /* until all is written: qpdf reads out of them */
};

static bool paint(void *closure, size_t sheet, struct painter *painter, cairo_t *cairo)
{
    const struct cover *cover = closure;
    return painter_paint(painter, cairo, &cover->pages->page[sheet]);
}

/* ISO 32000-1, 14.11.2: what is printed, and what is left of it once it is cut. */
static void finish_pages(qpdf_data qpdf, const struct cover *cover)
{
    const double width = cover->pages->width, height = cover->pages->height, bleed = cover->bleed;
    for (size_t i = 0; i < cover->pages->count; i++) {
        const qpdf_oh page = qpdf_get_page_n(qpdf, i);
        qpdf_oh_replace_key(qpdf, page, "/BleedBox", qpdf_oh_get_key(qpdf, page, "/MediaBox"));
        object_set_box(qpdf, page, "/TrimBox", bleed, bleed, width - 2 * bleed, height - 2 * bleed);
        black_page(qpdf, page);
        qpdf_oh_remove_key(qpdf, page, "/Group"); /* nothing on the page is see-through */
    }
}

static const char *finish(void *closure, qpdf_data qpdf, struct diags *diags)
{
    (void)diags;
    struct cover *cover = closure;
    cover->additions = additions_new(objects_first_free(qpdf) + 1);
    const int info = metadata_add_info(cover->additions, cover->pages),
              xmp = metadata_add_xmp(cover->additions, cover->pages, METADATA_NONE);
    additions_apply(cover->additions, qpdf);
    metadata_hang(qpdf, cover->pages, info, xmp);
    object_set_value(qpdf, qpdf_get_root(qpdf), "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    finish_pages(qpdf, cover);
    return NULL;
}

bool pdf_write_cover(const struct pages *pages, double bleed, struct arena *arena, struct bytes *bytes,
                     struct diags *diags)
{
    struct cover cover = {.pages = pages, .bleed = bleed};
    const struct document document = {.width = pages->width, .height = pages->height, .sheets = pages->count,
                                      .version = "1.4", /* the oldest that cairo writes: whatever a printer has can read it */
                                      .painter = painter_new(PAGE_USE_PRINT, diags), .closure = &cover, .paint = paint,
                                      .finish = finish};
    const bool written = document_make(&document, arena, bytes, diags);
    painter_free(document.painter);
    additions_free(cover.additions);
    return written;
}
