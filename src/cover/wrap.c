#include "cover/wrap.h"

#define INCH 72.0

const double wrap_bleed = 0.125 * INCH;
const double wrap_safety = 0.25 * INCH; /* an eighth is asked for */
const double wrap_spine_clearance = 0.0625 * INCH;

enum { SPINE_PAGES = 79 };

static const double page_thickness[] = {
    [PAPER_WHITE] = 0.002252 * INCH,
    [PAPER_CREAM] = 0.0025 * INCH,
    [PAPER_COLOR] = 0.002252 * INCH,
    [PAPER_PREMIUM_COLOR] = 0.002347 * INCH,
};

static const double barcode_width = 2 * INCH, barcode_height = 1.2 * INCH, barcode_margin = 0.25 * INCH;

double wrap_spine(size_t pages, enum paper paper)
{
    return (double)(pages + pages % 2) * page_thickness[paper];
}

bool wrap_spine_takes_text(size_t pages)
{
    return pages >= SPINE_PAGES;
}

struct wrap wrap_measure(double trim_width, double trim_height, double spine)
{
    const double fold = wrap_bleed + trim_width; /* where the back ends */
    return (struct wrap){
        .width = 2 * (wrap_bleed + trim_width) + spine,
        .height = trim_height + 2 * wrap_bleed,
        .back = {wrap_bleed, wrap_bleed, trim_width, trim_height},
        .spine = {fold, wrap_bleed, spine, trim_height},
        .front = {fold + spine, wrap_bleed, trim_width, trim_height},
        .barcode = {fold - barcode_margin - barcode_width,
                    wrap_bleed + trim_height - barcode_margin - barcode_height, barcode_width, barcode_height},
    };
}
