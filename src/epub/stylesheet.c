#include "epub/stylesheet.h"

#include <string.h>

#include "epub/css.h"
#include "epub/embed.h"
#include "epub/images.h"

/* Where everything stands. What a reader chooses stays the reader's: no rule for text sets its size, face,
 * leading, colour, ground or alignment (facts that shops publish: KDP, Kobo); only relative units, no margin
 * above 2em; no
 * ::before, no max-width, no position, no float, which Kindle's converter does not take. $start and $end are
 * the sides of the book's direction. tests/formats/stylesheet.py has the list of what may not be here. */
static const char layout[] =
    /* ---- text ---- */
    "html, body { margin: 0; padding: 0; }\n"
    "body { overflow-wrap: break-word; word-wrap: break-word; }\n"
    "[hidden] { display: none; }\n"
    "p { margin: 0; text-indent: 1.2em; orphans: 2; widows: 2; }\n"
    "p.first, li p, dd p, aside p, .worksheet p, .copyright p, .dedication p, .part p, .title-page p,\n"
    ".epigraph p, .pointer { text-indent: 0; }\n"
    "li p, dd p, aside p, .worksheet p, .copyright p { margin: 0.5em 0; }\n"
    "h1, h2, h3, h4, h5, h6 {\n"
    "  margin: 1.6em 0 0.5em; line-height: 1.2; text-align: $start; text-indent: 0;\n"
    "  page-break-after: avoid; break-after: avoid; page-break-inside: avoid; break-inside: avoid;\n"
    "}\n"
    "h1 { margin: 2em 0 1em; padding-bottom: 0.5em; border-bottom: 1px solid; }\n"
    ".number { display: block; line-height: 1.1; margin-bottom: 0.1em; }\n"
    "ul, ol { margin: 0.6em 0; padding: 0; padding-$start: 1.6em; }\n"
    "li { margin: 0.25em 0; }\n"
    "dl { margin: 0.8em 0; }\n"
    "dt { margin: 0.6em 0 0; page-break-after: avoid; break-after: avoid; }\n"
    "dt + dt { margin-top: 0; }\n"
    "dd { margin: 0.1em 0 0.3em; margin-$start: 1.6em; }\n"
    "blockquote { margin: 1em 1.4em; }\n"
    ".epigraph { margin: 1em 0 2em; margin-$start: 1.4em; }\n"
    ".epigraph blockquote { margin: 0; }\n"
    ".attribution { margin: 0.5em 0 0; text-align: $end; }\n"
    "pre { margin: 1em 0; white-space: pre-wrap; text-align: $start; }\n"
    "pre code { font-size: 1em; }\n"
    "sup { font-size: 0.7em; line-height: 0; vertical-align: super; }\n"
    "sup a { text-decoration: none; }\n"
    /* Three dots, drawn as a border in the colour of text: without a style sheet they are a line. */
    ".thought { width: 1.3em; height: 0; margin: 1.6em auto; color: inherit; border: 0 none;\n"
    "  border-top: 0.3em dotted; }\n"
    /* ---- figures and tables ---- */
    "figure { margin: 1.4em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }\n"
    "figure img { background-color: #fff; }\n" /* drawings have no ground of their own */
    "figcaption { margin-top: 0.5em; text-align: $start; }\n"
    "img.inline { height: 1.1em; width: auto; vertical-align: -0.15em; }\n"
    "table { margin: 1.2em 0; border-collapse: collapse; width: 100%; text-align: $start; font-size: 0.92em; "
    "}\n"
    "caption { padding-bottom: 0.4em; text-align: $start; }\n"
    "th, td { padding: 0.4em 0; padding-$end: 0.6em; border-bottom: 1px solid; vertical-align: top; }\n"
    "tr { page-break-inside: avoid; break-inside: avoid; }\n"
    "thead th, thead td { border-bottom-width: 2px; vertical-align: bottom; }\n"
    ".right { text-align: right; }\n" /* as the author drew the column, in every language */
    ".center { text-align: center; }\n"
    /* ---- what stands beside the text ---- */
    ".pointer { margin: 0.9em 0 0.3em; text-align: $end; }\n"
    ".pull { margin: 1.6em 1em; padding: 0.7em 0; border-top: 1px solid; border-bottom: 1px solid;\n"
    "  text-align: center; page-break-inside: avoid; break-inside: avoid; }\n"
    ".box { margin: 1.4em 0; padding: 0.3em 0; padding-$start: 1em; border-$start: 2px solid; }\n"
    ".research { padding: 0.5em 1em; border: 1px solid; }\n"
    ".carry, .inside { padding: 0.5em 0; border: 0 none; border-top: 1px solid; border-bottom: 1px solid; }\n"
    ".inside { border-top: 0 none; padding-top: 0; }\n"
    ".box-title { page-break-after: avoid; break-after: avoid; }\n"
    "ul.tasks { list-style-type: none; padding-$start: 0; }\n"
    "ul.tasks li { padding-$start: 1.5em; text-indent: -1.5em; }\n"
    ".notes { margin-top: 2em; padding-top: 0.6em; border-top: 1px solid; font-size: 0.88em; }\n"
    ".footnote { margin: 0.5em 0; }\n"
    ".footnote p { margin: 0; }\n"
    ".footnote p + p { margin-top: 0.3em; }\n"
    /* ---- the book's own pages ---- */
    ".cover { text-align: center; }\n"
    ".cover img { width: 100%; height: 98vh; object-fit: contain; }\n"
    ".title-page, .part, .dedication { text-align: center; }\n"
    ".title-page h1 { margin: 2em 0 0.6em; border: 0 none; text-align: center; }\n"
    ".author { margin-top: 2em; }\n"
    ".publisher { margin-top: 2em; font-size: 0.9em; }\n"
    ".copyright { font-size: 0.9em; margin-top: 2em; }\n"
    ".dedication { margin-top: 2em; }\n"
    ".part h1 { margin: 1.6em 0 1em; border: 0 none; text-align: center; }\n"
    ".part-label { display: block; margin-bottom: 0.8em; }\n"
    ".contents ol, .index ul, .listing ol { list-style-type: none; padding-$start: 0; }\n"
    ".contents ol ol { padding-$start: 1.2em; margin: 0.2em 0 0.8em; }\n"
    ".contents > ol > li { margin: 0.5em 0; }\n"
    ".contents a { color: inherit; text-decoration: none; }\n"
    ".index ul, .listing ol { margin: 0; }\n"
    ".index ul ul { padding-$start: 1.2em; }\n"
    ".index li { margin: 0.15em 0; padding-$start: 1.2em; text-indent: -1.2em; }\n"
    ".index .letter { margin-top: 1em; }\n"
    ".index .initial { margin: 0; font-size: 1em; }\n"
    ".letters { margin: 1em 0; text-indent: 0; }\n"
    "dfn { font-style: normal; }\n"
    ".listing li { margin: 0.3em 0; }\n"
    /* ---- worksheets: framed by rules ---- */
    ".worksheet { margin: 2em 0 0; padding-bottom: 0.4em; border-bottom: 1px solid;\n"
    "  page-break-before: always; break-before: page; }\n"
    ".sheet-head { margin: 0 0 0.3em; padding-top: 0.6em; border-top: 3px solid; }\n"
    ".sheet-label { display: block; margin-bottom: 0.4em; }\n"
    ".sheet-marks { margin: 0.3em 0; }\n"
    ".steps { margin: 1em 0; padding: 0.2em 0; border-top: 1px solid; border-bottom: 1px solid; }\n"
    ".example { margin: 1.2em 0; padding: 0.4em 1em; border: 1px solid; border-radius: 4px; }\n"
    ".prompts { margin: 0; }\n"
    ".prompts > li, .prompt { margin: 0; padding: 0.7em 0; border-bottom: 1px solid; }\n"
    ".prompts > li:last-child, .card-box .prompt:last-child { border-bottom: 0 none; }\n"
    ".prompts table, .prompt table { margin: 0.5em 0 0; }\n"
    ".prompts tbody tr:last-child td, .prompts tbody tr:last-child th,\n"
    ".prompt tbody tr:last-child td, .prompt tbody tr:last-child th { border-bottom: 0 none; }\n"
    ".head { margin: 0.6em 0 0.2em; }\n"
    ".sample { margin: 0.4em 0; }\n"
    ".card-box { margin: 0.4em 0; padding: 0.7em; border: 1px dashed; }\n"
    ".gaps { margin: 0.3em 0; }\n"
    ".before, .stop { margin: 0.8em 0; }\n"
    ".stop { padding-$start: 0.8em; border-$start: 2px solid; }\n"
    ".then { margin: 1em 0 0.5em; padding-top: 0.7em; border-top: 1px solid; }\n";

/* Rules of the second rank are grey: 3 to 1 at least on white and on black (WCAG 2.2, 1.4.11). */
static const char greys[] = "th, td, .pull, .research, .notes, .worksheet, .steps, .example, .prompts > li, "
                            ".prompt, .card-box, .carry, .inside,\n"
                            ".then { border-color: #808080; }\n";

/* Where print has a rule or an ornament in the accent's colour. */
static const char accents[] = "h1, .box, .stop, .sheet-head, .thought { border-color: ";

static const char undivided[] = "h1, h2, h3, h4, h5, h6, pre, code, .sheet-marks, .pointer";

/* Sides by their names: readers of every age know left and right, few know what a start is. */
static void sides_write(GString *css, const char *rules, bool from_the_right)
{
    static const char start[] = "$start", end[] = "$end";
    for (const char *p = rules; *p;) {
        const bool at_start = g_str_has_prefix(p, start), at_end = g_str_has_prefix(p, end);
        if (at_start || at_end)
            g_string_append(css, at_start == from_the_right ? "right" : "left");
        else
            g_string_append_c(css, *p);
        p += at_start ? sizeof start - 1 : at_end ? sizeof end - 1 : 1;
    }
}

static void hyphens_write(GString *css, const char *selectors, const char *how)
{
    g_string_append_printf(css, "%s { -epub-hyphens: %s; -webkit-hyphens: %s; hyphens: %s; }\n", selectors,
                           how, how, how);
}

/* The two-line letter that opens a chapter. A reading system that does not know initial-letter (CSS Inline 3,
 * section 7) shows a letter like any other: no float that stands askew in another face or leading. */
static void opening_write(GString *css, const struct style *style)
{
    const struct look *opening = &style->look[ROLE_OPENING];
    g_string_append(
        css, ".opening:first-letter { -webkit-initial-letter: 2; initial-letter: 2; margin-right: 0.06em; ");
    if (style->look[ROLE_INITIAL].accent && !colour_is_grey(style->accent))
        css_colour(css, "color: ", colour_legible(style->accent));
    g_string_append(css, "}\n");
    if (opening->caps != CAPS_NONE)
        g_string_append(css, ".opening:first-line { font-variant: small-caps; letter-spacing: 0.03em; }\n");
}

static void sheet_add(struct publication *publication, const char *path, const char *text, size_t length)
{
    publication_add(publication,
                    (struct resource){.path = path, .type = "text/css", .bytes = {text, length}});
}

/* The author's own, after ours. */
static void author_stylesheet(struct publication *publication, const struct css *pieces)
{
    GString *css = g_string_new(NULL);
    for (const struct css *piece = pieces; piece; piece = piece->next) {
        g_string_append(css, piece->text);
        if (!piece->image)
            continue;
        g_string_append(css, "url(");
        css_string(css, arena_printf(publication->arena, "../%s", images_path(publication, piece->image)));
        g_string_append_c(css, ')');
    }
    sheet_add(publication, "styles/author.css", arena_string(publication->arena, css->str), css->len);
    g_string_free(css, TRUE);
}

bool stylesheet_write(struct publication *publication)
{
    const struct book *book = publication->book;
    const struct style *style = &book->style;
    const struct families families = families_find(publication);
    GString *css = g_string_new(NULL);
    const bool from_the_right = publication->right_to_left;
    const bool done = fonts_embed(publication, &families, css);
    hyphens_write(css, "body", style->hyphenate ? "auto" : "manual");
    sides_write(css, layout, from_the_right);
    hyphens_write(css, undivided, "none");
    voices_write(css, publication, &families);
    g_string_append(css, ".smallcaps { font-variant: small-caps; }\n");
    if (style->initials && !from_the_right) /* it stands at the left */
        opening_write(css, style);
    if (!colour_is_grey(style->accent)) {
        css_colour(css, accents, colour_legible(style->accent));
        g_string_append(css, "}\n");
    }
    g_string_append(css, greys);
    for (int tenth = 1; tenth <= 10; tenth++)
        g_string_append_printf(css, ".w%d img { width: %d%%; }\n", tenth, tenth * 10);
    sheet_add(publication, "styles/book.css", arena_string(publication->arena, css->str), css->len);
    g_string_free(css, TRUE);
    if (book->stylesheet)
        author_stylesheet(publication, book->stylesheet);
    return done;
}
