/* barcode: the ISBN of the printed book as bars, or the room for them.
 *
 * Sizes: GS1 General Specifications, section 5.2.6: the nominal module of 0.33 mm, bars of 22.85 mm, guard bars longer
 * by five modules, the digits below. The ISBN in words above: ISBN Users' Manual, section 7. */
#include <string.h>

#include "cover/ean.h"
#include "cover/parts.h"

static const double MODULE = 0.33 * MM, HEIGHT = 22.85 * MM;
enum { GUARD_DROP = 5 };

/* In the area of 86.4 points: the words above, the bars, and the digits below. */
static const double WORDS_BASELINE = 7.2, WORDS_SIZE = 7, BARS_TOP = 9.2, DIGITS_SIZE = 10, DIGITS_BASELINE = 81.2;

/* The style's sans in black, upright, all figures of one height and width. */
static const struct look digits_look = {FONT_SANS, 10, 10, 400, false, CAPS_NONE, 0, false, false, false, true, true};

struct barcode_area {
    struct setter setter; /* with a style of its own, below */
    struct style style;
    struct page *page;
    struct area area;
    double left; /* of the first bar */
};

static void add_box(struct barcode_area *on, struct area area, struct colour colour)
{
    page_add(on->setter.arena, on->page,
             (struct item){.kind = ITEM_BOX, .x = area.x, .y = area.y, .width = area.width, .height = area.height,
                           .filled = true, .fill = colour});
}

static double module_x(const struct barcode_area *on, int module)
{
    return on->left + module * MODULE;
}

/* Dark modules side by side are one bar. */
static void add_bars(struct barcode_area *on, const char *digits)
{
    bool dark[EAN_MODULES];
    ean_modules(digits, dark);
    for (int first = 0, end; first < EAN_MODULES; first = end) {
        for (end = first + 1; end < EAN_MODULES && dark[end] == dark[first];)
            end++;
        const double drop = ean_is_guard(first) ? GUARD_DROP * MODULE : 0;
        if (dark[first])
            add_box(on, (struct area){module_x(on, first), on->area.y + BARS_TOP, (end - first) * MODULE, HEIGHT + drop},
                    (struct colour){0, 0, 0});
    }
}

static void add_words(struct barcode_area *on, const char *text, double size, double middle, double baseline)
{
    on->style.look[ROLE_HELP] = digits_look;
    on->style.look[ROLE_HELP].size = size;
    paint_text(&on->setter, on->page, text, ROLE_HELP, middle, on->area.y + baseline, ALIGN_CENTER);
}

/* The first digit has no bars of its own: it stands before them. */
static void add_digits(struct barcode_area *on, const char *digits)
{
    for (int i = 0; i < 13; i++) {
        const char digit[] = {digits[i], '\0'};
        const int cell = i == 0  ? -EAN_DIGIT - 1
                         : i < 7 ? EAN_GUARD + (i - 1) * EAN_DIGIT
                                 : EAN_HALF + EAN_MIDDLE + (i - 7) * EAN_DIGIT;
        add_words(on, digit, DIGITS_SIZE, module_x(on, cell) + EAN_DIGIT * MODULE / 2, DIGITS_BASELINE);
    }
}

static const char *bars_of(const struct book *book, const char **shown)
{
    const struct metadata *about = &book->about;
    const char *uri = about->print_isbn;
    if (!uri && book->cover.barcode == BARCODE_ISBN && g_str_has_prefix(about->identifier, "urn:isbn:"))
        uri = about->identifier;
    const char *digits = uri ? uri + strlen("urn:isbn:") : NULL;
    *shown = uri == about->print_isbn ? about->print_isbn_shown : digits;
    return book->cover.barcode == BARCODE_AUTO || book->cover.barcode == BARCODE_ISBN ? digits : NULL;
}

void barcode_paint(struct setter *setter, struct page *page, struct area area)
{
    const char *shown, *digits = bars_of(setter->book, &shown);
    const double whole = (EAN_QUIET_LEFT + EAN_MODULES + EAN_QUIET_RIGHT) * MODULE;
    struct barcode_area on = {.setter = *setter, .style = *setter->style, .page = page, .area = area,
                              .left = area.x + (area.width - whole) / 2 + EAN_QUIET_LEFT * MODULE};
    on.setter.style = &on.style;
    on.style.text = (struct colour){0, 0, 0};
    if (digits || setter->book->cover.barcode == BARCODE_BOX)
        add_box(&on, area, (struct colour){1, 1, 1});
    if (!digits)
        return;
    add_words(&on, arena_printf(setter->arena, "ISBN %s", shown), WORDS_SIZE, area.x + area.width / 2, WORDS_BASELINE);
    add_bars(&on, digits);
    add_digits(&on, digits);
}
