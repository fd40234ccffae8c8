#include "book/style.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "book/element.h"

/*    role                      font  size  lead  weight italic caps    track accent justify hyphen lining tabular */
#define TEXT_LOOK(s, l)        {FONT_TEXT, s, l, 400, false, CAPS_NONE, 0, false, true, true, false, false}
#define RAGGED(s, l)           {FONT_TEXT, s, l, 400, false, CAPS_NONE, 0, false, false, false, false, false}
#define ITALIC(s, l)           {FONT_TEXT, s, l, 400, true, CAPS_NONE, 0, false, false, false, false, false}
#define SANS(s, l, w, lining)  {FONT_SANS, s, l, w, false, CAPS_NONE, 0, false, false, false, lining, false}
#define LABEL(s, l, w, c, t, a) {FONT_SANS, s, l, w, false, c, t, a, false, false, true, false}

static const struct look looks[ROLE_COUNT] = {
    [ROLE_TEXT] = TEXT_LOOK(12, 15),
    [ROLE_INITIAL] = RAGGED(35, 30),
    [ROLE_OPENING] = {FONT_TEXT, 12, 15, 400, false, CAPS_SMALL, 40, false, true, true, false, false},
    [ROLE_CHAPTER_NUMBER] = {FONT_TEXT, 60, 60, 400, false, CAPS_NONE, 0, true, false, false, false, false},
    [ROLE_CHAPTER_TITLE] = RAGGED(30, 30),
    [ROLE_PART_LABEL] = LABEL(9, 15, 600, CAPS_ALL, 120, true),
    [ROLE_PART_TITLE] = RAGGED(36, 45),
    [ROLE_SECTION] = SANS(12, 15, 600, true),
    [ROLE_SUBSECTION] = ITALIC(12, 15),
    [ROLE_RUNNING_HEAD] = LABEL(8, 15, 400, CAPS_ALL, 60, false),
    [ROLE_FOLIO] = RAGGED(11, 15),
    [ROLE_NOTE] = {FONT_SANS, 9, 12, 400, false, CAPS_NONE, 0, false, false, false, true, false},
    [ROLE_CAPTION] = SANS(9, 12, 400, true),
    [ROLE_MARGIN] = LABEL(9, 12, 600, CAPS_NONE, 0, true),
    [ROLE_BOX_TITLE] = LABEL(9, 12, 600, CAPS_NONE, 20, true),
    [ROLE_RESEARCH] = SANS(9.5, 12, 400, true),
    [ROLE_PULL] = ITALIC(18, 22.5),
    [ROLE_EPIGRAPH] = ITALIC(12, 15),
    [ROLE_ATTRIBUTION] = SANS(9, 15, 400, true),
    [ROLE_TERM] = {FONT_TEXT, 12, 15, 600, false, CAPS_NONE, 0, false, false, false, false, false},
    [ROLE_INDEX] = RAGGED(10, 12.5),
    [ROLE_INDEX_LETTER] = LABEL(9, 12.5, 600, CAPS_ALL, 60, true),
    [ROLE_CODE] = {FONT_MONO, 10, 15, 400, false, CAPS_NONE, 0, false, false, false, true, false},
    [ROLE_TABLE] = {FONT_SANS, 9.5, 15, 400, false, CAPS_NONE, 0, false, false, true, true, true},
    [ROLE_SHEET_LABEL] = LABEL(9, 15, 600, CAPS_ALL, 100, true),
    [ROLE_SHEET_TITLE] = RAGGED(22, 30),
    [ROLE_PURPOSE] = ITALIC(12, 15),
    [ROLE_STEPS] = SANS(9.5, 12, 400, true),
    [ROLE_PROMPT] = SANS(10.5, 15, 400, true),
    [ROLE_FILL_IN] = SANS(10.5, 22.5, 400, true),
    [ROLE_HELP] = SANS(9, 12, 400, true),
    [ROLE_EXAMPLE] = {FONT_HAND, 15, 15, 400, false, CAPS_NONE, 0, false, false, false, true, false},
    [ROLE_TITLE] = ITALIC(48, 52.5),
    [ROLE_SUBTITLE] = SANS(13, 18, 400, true),
    [ROLE_AUTHOR] = {FONT_TEXT, 12, 15, 400, false, CAPS_SMALL, 60, false, false, false, false, false},
    [ROLE_CONTENTS] = RAGGED(12, 15),
    [ROLE_CONTENTS_PART] = LABEL(8.5, 15, 600, CAPS_ALL, 100, true),
    [ROLE_COVER_TITLE] = ITALIC(64, 66),
    [ROLE_COVER_SUBTITLE] = SANS(14, 20, 400, true),
    [ROLE_COVER_AUTHOR] = SANS(11, 15, 400, true),
    [ROLE_COVER_SPINE] = ITALIC(22, 22),
    [ROLE_COVER_BACK] = RAGGED(18, 25),
    [ROLE_COVER_INSIDE] = SANS(12, 17, 400, true),
};

static const char *const role_names[ROLE_COUNT] = {
    "text",          "initial",     "opening",       "chapter-number", "chapter-title", "part-label",
    "part-title",    "section",     "subsection",    "running-head",   "folio",         "note",
    "caption",       "margin",      "box-title",     "research",       "pull",          "epigraph",    "attribution",   "term",          "index",         "index-letter",  "code",
    "table",         "sheet-label", "sheet-title",   "purpose",        "steps",         "prompt",
    "fill-in",       "help",          "example",     "title",         "subtitle",       "author",        "contents",
    "contents-part", "cover-title", "cover-subtitle", "cover-author",
    "cover-spine",   "cover-back",  "cover-inside",
};

struct trim {
    const char *name;
    double width, height, inner, measure, gap, column, top, head;
    int lines;
};

/* The page design's table (points). */
static const struct trim trims[] = {
    {"8x10", 576, 720, 65, 324, 18, 122, 66, 42, 38},
    {"7.5x9.25", 540, 666, 62, 324, 14, 96, 60, 42, 35},
    {"letter", 612, 792, 68, 330, 20, 140, 72, 44, 42},
    {"a4", 595.28, 841.89, 66, 330, 20, 130, 72, 44, 45},
    {"6x9", 432, 648, 58, 324, 0, 0, 60, 42, 34},
};

void style_defaults(struct style *style)
{
    *style = (struct style){
        .leading = 15,
        .filler = FILLER_BLANK,
        .verso_head = HEAD_PART,
        .recto_head = HEAD_CHAPTER,
        .family = {"EB Garamond", "Source Sans 3", "Caveat", "Source Sans 3"},
        .justify = true,
        .hyphenate = true,
        .initials = true,
        .accent = {0x8C / 255.0, 0x3F / 255.0, 0x28 / 255.0},
        .tint = 0.06,
        .rule = {0.6, 0.6, 0.6},
        .rule_width = 0.75,
        .rule_spacing = 8 * MM,
        .check_size = 4.5 * MM,
        .circle = 16,
    };
    memcpy(style->look, looks, sizeof looks);
    style_set_trim(style, "8x10");
}

bool style_length(const char *text, double *points)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"", 1}, {"pt", 1}, {"mm", MM}, {"in", 72}};
    char *end;
    *points = g_ascii_strtod(text, &end);
    if (end == text || !(*points > -1e6 && *points < 1e6))
        return false;
    while (*end == ' ')
        end++;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++)
        if (strcmp(end, units[i].name) == 0) {
            *points *= units[i].points;
            return true;
        }
    return false;
}

/* "140x210mm", "5.5x8.5in", "5.5x8.5" (inches) to points. */
static bool parse_size(const char *trim, double *width, double *height)
{
    char *end;
    double unit = 72;
    *width = g_ascii_strtod(trim, &end);
    if (end == trim || *end != 'x')
        return false;
    const char *second = end + 1;
    *height = g_ascii_strtod(second, &end);
    if (end == second)
        return false;
    while (*end == ' ')
        end++;
    if (strcmp(end, "mm") == 0)
        unit = MM;
    else if (*end && strcmp(end, "in") != 0)
        return false;
    *width *= unit;
    *height *= unit;
    return *width >= 100 * MM && *width <= 320 * MM && *height >= 150 * MM && *height <= 450 * MM;
}

/* Capitals of a running head on this line are as far from the edge as a press wants them. */
static const double LOW_HEAD = SAFETY + 6;

/* A page without a design of its own: a classical margin in proportion, a margin column where at
 * least 80 points are left for it beside a measure of 324. */
static void proportion(struct style *style)
{
    style->inner = round(style->width * 0.115);
    style->top = round(style->height * 0.09);
    style->head_baseline = round(style->height * 0.056);
    if (style->top >= LOW_HEAD + 12) /* else there is no room for both */
        style->head_baseline = MAX(style->head_baseline, LOW_HEAD);
    const double full = style->width - style->inner - round(style->width * 0.085);
    style->measure = full;
    style->gap = style->margin_column = 0;
    if (full >= 324 + 14 + 80) {
        style->measure = 324;
        style->gap = 16;
        style->margin_column = full - 324 - 16;
    }
    style->lines = (int)floor((style->height - style->top - MAX(54, style->height * 0.085)) / style->leading);
}

bool style_set_trim(struct style *style, const char *trim)
{
    char *name = g_ascii_strdown(trim, -1);
    if (g_str_has_suffix(name, "in"))
        name[strlen(name) - 2] = '\0';
    g_strstrip(name);
    bool known = false;
    for (size_t i = 0; i < G_N_ELEMENTS(trims) && !known; i++)
        if (strcmp(trims[i].name, name) == 0) {
            const struct trim *t = &trims[i];
            style->width = t->width, style->height = t->height;
            style->inner = t->inner, style->measure = t->measure;
            style->gap = t->gap, style->margin_column = t->column;
            style->top = t->top, style->head_baseline = t->head;
            style->lines = t->lines;
            known = true;
        }
    if (!known) {
        double width, height;
        if (strcmp(name, "a5") == 0)
            width = 148 * MM, height = 210 * MM, known = true;
        else
            known = parse_size(name, &width, &height);
        if (known) {
            style->width = width, style->height = height;
            proportion(style);
        }
    }
    g_free(name);
    return known;
}

const char *role_name(enum role role)
{
    return role_names[role];
}

const char *font_name(enum font font)
{
    static const char *const names[FONT_COUNT] = {"text", "sans", "hand", "mono"};
    return names[font];
}

int style_compare_words(const char *one, const char *other)
{
    for (;; one++, other++) {
        one += strspn(one, "-");
        other += strspn(other, "-");
        if (*one != *other || !*one)
            return (unsigned char)*one - (unsigned char)*other;
    }
}

const char *style_hyphenation(const struct style *style, const char *word)
{
    char *lower = g_utf8_strdown(word, -1);
    size_t low = 0, high = style->hyphenation_count;
    const char *found = NULL;
    while (low < high && !found) {
        const size_t middle = (low + high) / 2;
        const int order = style_compare_words(lower, style->hyphenation[middle]);
        if (order == 0)
            found = style->hyphenation[middle];
        else if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    g_free(lower);
    return found;
}

double style_full_width(const struct style *style)
{
    return style->measure + style->gap + style->margin_column;
}
