#include "pdf/shop.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "book/gutter.h"
#include "pdf/press.h"
#include "pdf/proof.h"

const char *const shop_names[SHOP_COUNT] = {[SHOP_KDP] = "kdp", [SHOP_INGRAM] = "ingram"};

bool shop_find(const char *name, enum shop *shop)
{
    for (unsigned i = 0; i < SHOP_COUNT; i++)
        if (strcmp(shop_names[i], name) == 0) {
            *shop = (enum shop)i;
            return true;
        }
    return false;
}

static const double INCH = 72;

/* ---- what the rules ask, of the book (`index` says nothing) or of a page ---- */

static bool is_size(const struct proof *proof, double width, double height)
{
    return fabs(proof->pages->width - width * INCH) < 0.7 && fabs(proof->pages->height - height * INCH) < 0.7;
}

static bool kdp_trim(const struct proof *proof, size_t index)
{
    static const double wide[][2] = {{8.25, 6}, {8.25, 8.25}, {8.5, 8.5}, {8.5, 11}, {8.27, 11.69}};
    (void)index;
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (is_size(proof, wide[i][0], wide[i][1]))
            return false;
    const double width = proof->pages->width / INCH, height = proof->pages->height / INCH;
    return width < 4 - 0.01 || width > 8.5 + 0.01 || height < 6 - 0.01 || height > 11.69 + 0.01;
}

static bool kdp_pages(const struct proof *proof, size_t index)
{
    (void)index;
    return proof->count < 24 || proof->count > (is_size(proof, 8.5, 11) ? 590 : 828);
}

static bool kdp_gutter(const struct proof *proof, size_t index)
{
    return proof_near_spine(proof, index, gutter_least(proof->count));
}

static bool kdp_margin(const struct proof *proof, size_t index)
{
    return proof_near_edge(proof, index, proof->style->bleed > 0 ? 0.375 * INCH : 0.25 * INCH);
}

static bool kdp_text_size(const struct proof *proof, size_t index)
{
    return proof_small_text(proof, index, 7);
}

static bool kdp_line(const struct proof *proof, size_t index)
{
    return proof_thin_line(proof, index, 0.75);
}

static bool kdp_resolution(const struct proof *proof, size_t index)
{
    return proof_coarse_picture(proof, index, 300);
}

static bool kdp_blank(const struct proof *proof, size_t index)
{
    size_t before = 0; /* blank pages in a row, with this one */
    while (before <= index && proof_blank(proof, index - before))
        before++;
    return before > 2;
}

static bool bleed_missing(const struct proof *proof, size_t index)
{
    return proof->style->bleed <= 0 && proof_bleeds(proof, index);
}

/* 3.2 mm pass for an eighth of an inch. */
static bool bleed_other(const struct proof *proof, size_t index)
{
    (void)index;
    return proof->style->bleed > 0 && fabs(proof->style->bleed - 0.125 * INCH) > 0.1;
}

static bool ingram_gutter(const struct proof *proof, size_t index)
{
    return proof_near_spine(proof, index, proof->count > 400 ? INCH : 0.75 * INCH);
}

static bool ingram_safety(const struct proof *proof, size_t index)
{
    return proof_near_edge(proof, index, 0.5 * INCH);
}

static bool ingram_standard(const struct proof *proof, size_t index)
{
    (void)index;
    return proof->style->standard != STANDARD_X1A;
}

/* ---- the rules ---- */

enum about { ABOUT_BOOK, ABOUT_PAGE };

#define KDP (1u << SHOP_KDP)
#define INGRAM (1u << SHOP_INGRAM)

struct rule {
    unsigned shops;
    enum about about;
    bool (*broken)(const struct proof *proof, size_t index);
    enum severity severity;
    const char *code, *what, *hint;
};

/* KDP's "Set trim size, bleed, and margins", "Fix paperback and hardcover formatting issues"; IngramSpark's "File Creation
 * Guide". A rule that the press edition keeps by itself is not here: one ink, tints, embedded fonts, an even number of pages,
 * the blank last one. */
static const struct rule rules[] = {
    {KDP, ABOUT_BOOK, kdp_trim, DIAG_ERROR, "press-trim", "the page is not 4 to 8.5 by 6 to 11.69 inches",
     "print: trim: 6x9, 7x10, 8x10, 8.5x11 ..."},
    {KDP, ABOUT_BOOK, kdp_pages, DIAG_ERROR, "press-pages", "the book has fewer than 24 pages, or more than 828 (590 of 8.5x11)",
     "divide it, or take a larger page"},
    {KDP, ABOUT_PAGE, kdp_gutter, DIAG_ERROR, "press-gutter", "something is nearer to the spine than so many pages allow",
     "print: gutter: auto, or wider"},
    {INGRAM, ABOUT_PAGE, ingram_gutter, DIAG_ERROR, "press-gutter",
     "something is nearer to the spine than 0.75 inches (1 inch in more than 400 pages)", "print: gutter: 0.75in"},
    {KDP, ABOUT_PAGE, kdp_margin, DIAG_ERROR, "press-margin",
     "something is nearer to the edge than 0.25 inches (0.375 with bleed)", "make print.margins.measure or column smaller"},
    {INGRAM, ABOUT_PAGE, ingram_safety, DIAG_ERROR, "press-safety", "something is nearer to the edge than 0.5 inches",
     "make print.margins.measure or column smaller"},
    {KDP, ABOUT_PAGE, kdp_text_size, DIAG_ERROR, "press-text-size", "letters are smaller than 7 points",
     "make the role larger, or style.text-size"},
    {KDP, ABOUT_PAGE, kdp_line, DIAG_ERROR, "press-line", "a line is thinner than 0.75 points", NULL},
    {KDP, ABOUT_PAGE, kdp_resolution, DIAG_WARNING, "press-resolution", "a picture has fewer than 300 pixels an inch",
     "show it smaller, or take one with more pixels"},
    {KDP, ABOUT_PAGE, kdp_blank, DIAG_ERROR, "press-blank", "more than two pages in a row are blank", "style: filler: notes"},
    {KDP | INGRAM, ABOUT_PAGE, bleed_missing, DIAG_ERROR, "press-bleed", "a picture reaches the edge, and is not continued beyond it",
     "print: bleed: 0.125in"},
    {KDP | INGRAM, ABOUT_BOOK, bleed_other, DIAG_ERROR, "press-bleed", "the bleed is not 0.125 inches", "print: bleed: 0.125in"},
    {INGRAM, ABOUT_BOOK, ingram_standard, DIAG_ERROR, "press-standard", "the press edition is not PDF/X-1a", "print: standard: x-1a"},
};

/* ---- asking ---- */

static const char *label_of(const struct proof *proof, size_t index)
{
    return index < proof->pages->count ? proof->pages->page[index].label : "added";
}

/* "iv, 3-5" and "4, 9-11" for pages 4, 9, 10, 11. */
static void append_run(const struct proof *proof, size_t first, size_t last, GString *labels, GString *numbers)
{
    const char *comma = labels->len ? ", " : "";
    g_string_append_printf(labels, "%s%s", comma, label_of(proof, first));
    g_string_append_printf(numbers, "%s%zu", comma, first + 1);
    if (last > first) {
        g_string_append_printf(labels, "-%s", label_of(proof, last));
        g_string_append_printf(numbers, "-%zu", last + 1);
    }
}

static void report(const struct rule *rule, enum shop shop, const GString *labels, const GString *numbers, bool many,
                   struct diags *diags)
{
    const struct position nowhere = {0};
    if (rule->about == ABOUT_BOOK)
        diags_report(diags, rule->severity, nowhere, rule->code, rule->hint, "%s: %s", shop_names[shop], rule->what);
    else
        diags_report(diags, rule->severity, nowhere, rule->code, rule->hint, "%s: %s: page%s %s (in the file: %s)",
                     shop_names[shop], rule->what, many ? "s" : "", labels->str, numbers->str);
}

static bool ask(const struct rule *rule, enum shop shop, const struct proof *proof, struct diags *diags)
{
    const size_t count = rule->about == ABOUT_BOOK ? 1 : proof->count;
    GString *labels = g_string_new(NULL), *numbers = g_string_new(NULL);
    size_t broken = 0, first = 0;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && rule->broken(proof, i)) {
            broken++;
        } else {
            if (first < i)
                append_run(proof, first, i - 1, labels, numbers);
            first = i + 1;
        }
    }
    if (broken)
        report(rule, shop, labels, numbers, broken > 1, diags);
    g_string_free(labels, TRUE);
    g_string_free(numbers, TRUE);
    return !broken;
}

bool shop_check(enum shop shop, const struct pages *pages, const struct style *style, struct diags *diags)
{
    const struct proof proof = {pages, style, press_page_count(pages)};
    bool kept = true;
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (rules[i].shops & 1u << shop)
            kept = ask(&rules[i], shop, &proof, diags) && kept;
    return kept;
}
