#include "epub/stylesheet.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

/* What has a face of ours: selector, role of the style, size in em. */
struct voice {
    const char *selector;
    enum role role;
    double size;
};

static const struct voice voices[] = {
    {"h1", ROLE_CHAPTER_TITLE, 1.9},
    {".number", ROLE_CHAPTER_NUMBER, 1.7},
    {".part h1", ROLE_PART_TITLE, 2.2},
    {".part-label", ROLE_PART_LABEL, 0.4},
    {"h2", ROLE_SECTION, 1.1},
    {"h3, h4, h5, h6", ROLE_SUBSECTION, 1.1},
    {".title-page h1", ROLE_TITLE, 2.6},
    {".subtitle", ROLE_SUBTITLE, 1.1},
    {".author", ROLE_AUTHOR, 1.1},
    {"figcaption", ROLE_CAPTION, 0.85},
    {"caption", ROLE_CAPTION, 0.92},
    {".pointer", ROLE_MARGIN, 0.85},
    {".box-title", ROLE_BOX_TITLE, 0.9},
    {".pull p", ROLE_PULL, 1.35},
    {".worksheet", ROLE_PROMPT, 0.95},
    {".sheet-head", ROLE_SHEET_TITLE, 1.7},
    {".sheet-label", ROLE_SHEET_LABEL, 0.5},
    {".sheet-marks, .notebook, .help, .sample, .space, .gaps, .before, .stop, .then, .paper, .back", ROLE_HELP, 0.9},
    {".purpose", ROLE_PURPOSE, 1.05},
    {".hand", ROLE_EXAMPLE, 1.25},
};

/* Faces that emphasis inside those needs. */
static const struct {
    enum font font;
    int weight;
    bool italic;
} further[] = {{FONT_SANS, 700, false}, {FONT_SANS, 400, true}};

static const char layout[] =
    "html, body { margin: 0; padding: 0; }\n"
    "[hidden] { display: none; }\n"
    "p { margin: 0; text-indent: 1.2em; }\n"
    "p.first, li p, td p, aside p, .worksheet p, .copyright p, .dedication p, .part p, .title-page p,\n"
    ".prompt p, p.space { text-indent: 0; }\n"
    "li p, aside p, .worksheet p, .copyright p, .prompt p { margin: 0.5em 0; }\n"
    "h1, h2, h3, h4, h5, h6 {\n"
    "  margin: 1.6em 0 0.5em; line-height: 1.2; text-align: left; text-indent: 0;\n"
    "  -epub-hyphens: none; -webkit-hyphens: none; hyphens: none;\n"
    "  page-break-after: avoid; break-after: avoid;\n"
    "}\n"
    "h1 { margin: 2em 0 1em; padding-bottom: 0.5em; border-bottom: 1px solid; }\n"
    ".number { display: block; line-height: 1.1; margin-bottom: 0.1em; }\n"
    "ul, ol { margin: 0.6em 0; padding-left: 1.6em; }\n"
    "li { margin: 0.25em 0; }\n"
    "dl { margin: 0.8em 0; }\n"
    "dt { margin: 0.6em 0 0; font-weight: 600; text-indent: 0; }\n"
    "dt + dt { margin-top: 0; }\n"
    "dd { margin: 0.1em 0 0.3em 1.6em; text-indent: 0; }\n"
    "dd p { margin: 0.4em 0; text-indent: 0; }\n"
    "blockquote { margin: 1em 1.4em; }\n"
    ".epigraph { margin: 1em 0 2em 1.4em; }\n"
    ".epigraph blockquote { margin: 0; font-style: italic; }\n"
    ".epigraph em { font-style: normal; }\n"
    ".epigraph blockquote p, .attribution { text-indent: 0; }\n"
    ".attribution { margin: 0.4em 0 0; text-align: right; }\n"
    "pre { margin: 1em 0; font-size: 0.85em; white-space: pre-wrap; }\n"
    "sup { font-size: 0.7em; line-height: 0; vertical-align: super; }\n"
    "sup a { text-decoration: none; }\n"
    "hr.thought { width: 20%; margin: 1.6em auto; border: 0; border-top: 1px solid; }\n"
    "figure { margin: 1.4em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }\n"
    "figure img { background-color: #fff; }\n" /* drawings have no ground of their own */
    "figcaption { margin-top: 0.5em; text-align: left; text-indent: 0; }\n"
    "caption { padding-bottom: 0.4em; text-align: left; text-indent: 0; }\n"
    "figcaption .label, caption .label { font-weight: 600; }\n"
    "img.inline { height: 1.1em; width: auto; vertical-align: -0.15em; }\n"
    "table { margin: 1.2em 0; border-collapse: collapse; width: 100%; text-align: left; font-size: 0.92em; "
    "}\n"
    "th, td { padding: 0.4em 0.6em 0.4em 0; border-bottom: 1px solid; vertical-align: top; }\n"
    "thead th, thead td { border-bottom-width: 2px; }\n"
    "th { font-weight: 600; }\n"
    ".right { text-align: right; }\n"
    ".center { text-align: center; }\n"
    ".pointer { margin: 0.9em 0 0.3em; text-align: right; text-indent: 0; }\n"
    ".pull { margin: 1.6em 1em; padding: 0.7em 0; border-top: 1px solid; border-bottom: 1px solid; "
    "text-align: center;\n"
    "  page-break-inside: avoid; break-inside: avoid; }\n"
    ".pull p { line-height: 1.3; }\n"
    ".box { margin: 1.4em 0; padding: 0.3em 0 0.3em 1em; border-left: 2px solid; }\n"
    ".research { padding: 0.5em 1em; border: 1px solid; }\n"
    ".carry, .inside { padding: 0.5em 0; border: 0; border-top: 1px solid; border-bottom: 1px solid; }\n"
    ".inside { border-top: 0; padding-top: 0; }\n"
    ".box-title { margin: 0.3em 0; text-indent: 0; }\n"
    "ul.tasks { list-style-type: none; padding-left: 0; }\n"
    "ul.tasks li { padding-left: 1.5em; text-indent: -1.5em; }\n"
    ".notes { margin-top: 2em; font-size: 0.88em; }\n"
    ".footnote { margin: 0.5em 0; }\n"
    ".footnote p { margin: 0; }\n"
    ".cover { text-align: center; }\n"
    ".cover img { width: 100%; height: 98vh; object-fit: contain; }\n"
    ".title-page { text-align: center; }\n"
    ".title-page h1 { margin: 2em 0 0.6em; border: 0; text-align: center; }\n"
    ".author { margin-top: 2em; }\n"
    ".publisher { margin-top: 2em; font-size: 0.9em; }\n"
    ".copyright { font-size: 0.9em; margin-top: 2em; }\n"
    ".dedication { margin-top: 2em; text-align: center; font-style: italic; }\n"
    ".part { text-align: center; }\n"
    ".part h1 { margin: 1.6em 0 1em; border: 0; text-align: center; }\n"
    ".part-label { display: block; margin-bottom: 0.8em; }\n"
    ".contents ol { list-style-type: none; padding-left: 0; }\n"
    ".contents ol ol { padding-left: 1.2em; margin: 0.2em 0 0.8em; }\n"
    ".contents > ol > li { margin: 0.5em 0; }\n"
    ".contents a { color: inherit; text-decoration: none; }\n"
    ".index ul, .listing ol { list-style-type: none; margin: 0; padding-left: 0; }\n"
    ".index ul ul { padding-left: 1.2em; }\n"
    ".index li { margin: 0.15em 0; padding-left: 1.2em; text-indent: -1.2em; }\n"
    ".index li.letter { margin-top: 1em; }\n"
    ".listing li { margin: 0.3em 0; }\n"
    ".worksheet { margin: 2em 0 0; page-break-before: always; break-before: page; }\n"
    ".sheet-head { margin: 0 0 0.3em; padding-top: 0.6em; border-top: 3px solid; }\n"
    ".sheet-label { display: block; margin-bottom: 0.4em; }\n"
    ".sheet-marks { margin: 0.3em 0; }\n"
    ".steps { margin: 1em 0; padding: 0.2em 0; border-top: 1px solid; border-bottom: 1px solid; }\n"
    ".example { margin: 1.2em 0; padding: 0.4em 1em; border: 1px solid; border-radius: 4px; }\n"
    ".hand { line-height: 1.25; }\n"
    ".hand em, .hand strong { font-style: normal; font-weight: 700; }\n"
    "ol.prompts { padding-left: 1.6em; margin: 0; }\n"
    "ol.prompts > li, div.prompt { margin: 0; padding: 0.7em 0; border-bottom: 1px solid; }\n"
    ".prompts table, .prompt table { margin: 0.5em 0 0; }\n"
    ".prompts tbody tr:last-child > *, .prompt tbody tr:last-child > * { border-bottom: 0; }\n"
    "p.ask, p.head { font-weight: 600; }\n"
    "p.head { margin: 0.6em 0 0.2em; }\n"
    "p.space { font-style: italic; }\n"
    "p.sample, div.card-box { margin: 0.4em 0; }\n"
    "div.card-box { border: 1px dashed; padding: 0.7em; }\n"
    "ol.gaps { margin: 0.3em 0; }\n"
    ".before, .stop { margin: 0.8em 0; }\n"
    ".stop { padding-left: 0.8em; border-left: 2px solid; }\n"
    ".then { margin: 1em 0 0.5em; }\n";

double colour_contrast(struct colour one, struct colour other)
{
    const double channel[2][3] = {{one.red, one.green, one.blue}, {other.red, other.green, other.blue}};
    double luminance[2];
    for (int i = 0; i < 2; i++) {
        double linear[3];
        for (int c = 0; c < 3; c++)
            linear[c] =
                channel[i][c] <= 0.04045 ? channel[i][c] / 12.92 : pow((channel[i][c] + 0.055) / 1.055, 2.4);
        luminance[i] = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
    return (MAX(luminance[0], luminance[1]) + 0.05) / (MIN(luminance[0], luminance[1]) + 0.05);
}

/* Readers show our text on white, on black and on anything between: the accent must be legible at both ends
 * (WCAG 2.2, 1.4.3). */
static bool accent_legible(struct colour accent)
{
    const double least = 4.5;
    return colour_contrast(accent, (struct colour){0, 0, 0}) >= least &&
           colour_contrast(accent, (struct colour){1, 1, 1}) >= least;
}

static unsigned byte_of(double part)
{
    return (unsigned)(CLAMP(part, 0, 1) * 255 + 0.5);
}

/* A decimal number without trailing zeros, whatever printf would do. */
static void append_number(GString *css, const char *before, double number, const char *after)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(css, "%s%s%s", before, g_ascii_formatd(text, sizeof text, "%.4g", number), after);
}

/* A string of CSS (CSS Syntax, section 4.3.5): quotes, backslashes and line ends escaped. */
static void append_string(GString *css, const char *text)
{
    g_string_append_c(css, '"');
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\' || (unsigned char)*p < 0x20)
            g_string_append_printf(css, "\\%x ", (unsigned)(unsigned char)*p);
        else
            g_string_append_c(css, *p);
    }
    g_string_append_c(css, '"');
}

static void append_family(GString *css, const char *family, enum font font)
{
    static const char *const generic[FONT_COUNT] = {"serif", "sans-serif", "cursive", "monospace"};
    g_string_append(css, "font-family: ");
    append_string(css, family);
    g_string_append_printf(css, ", %s; ", generic[font]);
}

static void append_voice(GString *css, const struct style *style, const struct voice *voice)
{
    const struct look *look = &style->look[voice->role];
    g_string_append_printf(css, "%s { ", voice->selector);
    append_family(css, style->family[look->font], look->font);
    append_number(css, "font-size: ", voice->size, "em; ");
    g_string_append_printf(css, "font-weight: %d; font-style: %s; ", look->weight,
                           look->italic ? "italic" : "normal");
    if (look->caps == CAPS_SMALL)
        g_string_append(css, "font-variant: small-caps; ");
    else if (look->caps == CAPS_ALL)
        g_string_append(css, "text-transform: uppercase; ");
    if (look->tracking)
        append_number(css, "letter-spacing: ", look->tracking / 1000.0, "em; ");
    if (look->accent && accent_legible(style->accent))
        g_string_append_printf(css, "color: #%02x%02x%02x; ", byte_of(style->accent.red),
                               byte_of(style->accent.green), byte_of(style->accent.blue));
    g_string_append(css, "}\n");
}

/* ---- fonts ---- */

static void append_face(GString *css, const struct font_file *file, const char *path)
{
    g_string_append(css, "@font-face { font-family: ");
    append_string(css, file->family);
    g_string_append_printf(css, "; font-weight: %d; font-style: %s; src: url(../%s); }\n", file->weight,
                           file->italic ? "italic" : "normal", path);
}

/* Embeds a file once, as it is. */
static bool embed(struct publication *publication, GString *css, const struct font_file *file)
{
    const size_t limit = 32 << 20;
    if (!file || g_hash_table_contains(publication->paths, file))
        return true;
    struct bytes bytes;
    if (file_read(publication->arena, file->path, limit, &bytes) != FILE_OK) {
        diags_report(publication->diags, DIAG_ERROR, (struct position){.file = file->path}, "font-unreadable",
                     NULL, "the font file cannot be read");
        return false;
    }
    char *base = g_path_get_basename(file->path), *dot = strrchr(base, '.');
    const bool otf = dot && g_ascii_strcasecmp(dot, ".otf") == 0;
    if (dot)
        *dot = '\0';
    const char *path = publication_name(publication, "fonts", text_slug(publication->arena, base, "font"),
                                        otf ? "otf" : "ttf");
    g_free(base);
    g_hash_table_insert(publication->paths, (gpointer)file, (gpointer)path);
    publication_add(publication,
                    (struct resource){.path = path, .type = otf ? "font/otf" : "font/ttf", .bytes = bytes});
    append_face(css, file, path);
    return true;
}

static bool embed_fonts(struct publication *publication, GString *css)
{
    const struct style *style = &publication->book->style;
    const struct font_files *fonts = publication->input->fonts;
    bool done = true;
    for (size_t i = 0; i < G_N_ELEMENTS(voices); i++) {
        const struct look *look = &style->look[voices[i].role];
        done &=
            embed(publication, css, fonts_find(fonts, style->family[look->font], look->weight, look->italic));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(further); i++)
        done &=
            embed(publication, css,
                  fonts_find(fonts, style->family[further[i].font], further[i].weight, further[i].italic));
    return done;
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
        append_string(css, arena_printf(publication->arena, "../%s", publication_image(publication, piece->image)));
        g_string_append_c(css, ')');
    }
    publication_add(publication,
                    (struct resource){.path = "styles/author.css",
                                      .type = "text/css",
                                      .bytes = {arena_string(publication->arena, css->str), css->len}});
    g_string_free(css, TRUE);
}

bool stylesheet_write(struct publication *publication)
{
    const struct book *book = publication->book;
    GString *css = g_string_new(NULL);
    const bool done = !book->embed_fonts || !publication->input->fonts || embed_fonts(publication, css);
    g_string_append(css, layout);
    for (size_t i = 0; i < G_N_ELEMENTS(voices); i++)
        append_voice(css, &book->style, &voices[i]);
    g_string_append(css, ".smallcaps { font-variant: small-caps; ");
    append_family(css, book->style.family[FONT_TEXT], FONT_TEXT);
    g_string_append(css, "}\n");
    for (int tenth = 1; tenth <= 10; tenth++)
        g_string_append_printf(css, ".w%d img { width: %d%%; }\n", tenth, tenth * 10);
    publication_add(publication,
                    (struct resource){.path = "styles/book.css",
                                      .type = "text/css",
                                      .bytes = {arena_string(publication->arena, css->str), css->len}});
    g_string_free(css, TRUE);
    if (book->stylesheet)
        author_stylesheet(publication, book->stylesheet);
    return done;
}
