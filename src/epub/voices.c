#include "epub/voices.h"

#include <string.h>

#include "epub/css.h"
#include "epub/voices_parts.h"

/* What has a face of ours: selector, role of the style, size in em. */
struct voice {
    const char *selectors;
    enum role role;
    double size;
    bool plain; /* its texts have no marks */
};

static const struct voice voices[] = {
    {"h1", ROLE_CHAPTER_TITLE, 1.9, false},
    {".number", ROLE_CHAPTER_NUMBER, 1.7, false},
    {".part h1", ROLE_PART_TITLE, 2.2, false},
    {".part-label", ROLE_PART_LABEL, 0.4, false},
    {"h2", ROLE_SECTION, 1.1, false},
    {"h3, h4, h5, h6", ROLE_SUBSECTION, 1.1, false},
    {".title-page h1", ROLE_TITLE, 2.6, true},
    {".subtitle", ROLE_SUBTITLE, 1.1, true},
    {".author", ROLE_AUTHOR, 1.1, true},
    {".attribution", ROLE_ATTRIBUTION, 0.85, false},
    {"pre, code", ROLE_CODE, 0.88, false},
    {"figcaption", ROLE_CAPTION, 0.85, false},
    {"caption", ROLE_CAPTION, 0.92, false},
    {".pointer", ROLE_MARGIN, 0.85, false},
    {".box-title", ROLE_BOX_TITLE, 0.9, false},
    {".pull p", ROLE_PULL, 1.35, false},
    {".worksheet", ROLE_PROMPT, 0.95, false},
    {".sheet-head", ROLE_SHEET_TITLE, 1.7, false},
    {".sheet-label", ROLE_SHEET_LABEL, 0.5, false},
    {".sheet-marks, .notebook, .help, .sample, .space, .gaps, .before, .stop, .then, .paper, .back",
     ROLE_HELP, 0.9, false},
    {".purpose", ROLE_PURPOSE, 1.05, false},
    {".hand", ROLE_EXAMPLE, 1.25, false},
};

/* Other weights and slants, inside those and in text. A weight of 0 stays what it is. */
struct turn {
    const char *selectors;
    int weight;
    enum slant slant;
};

static const struct turn turns[] = {
    {"dt, th, .label, .ask, .head", 600, SLANT_KEPT},
    {".epigraph blockquote, .dedication, .space", 0, SLANT_ITALIC},
    {".epigraph em, .dedication em", 0, SLANT_UPRIGHT},
    {".hand em, .hand strong", 700, SLANT_UPRIGHT},
};

/* Twice, or browsers make it smaller than the text around it. */
static const char *const generic[FONT_COUNT] = {"serif", "sans-serif", "cursive", "monospace, monospace"};

/* Print sets code in the sans by default. Readers expect letters of one width: only a face that is code's
 * alone is brought along. */
static bool is_ours(const struct style *style, const struct families *families, enum font font)
{
    const bool shared = font == FONT_MONO && strcmp(style->family[FONT_MONO], style->family[FONT_SANS]) == 0;
    return families->embedded[font] && !shared;
}

/* "h3 em, h4 em": what is emphasized in a voice that is italic stands upright. */
static const char *emphasis_in(struct arena *arena, const char *selectors)
{
    char **parts = g_strsplit(selectors, ", ", -1);
    char *joined = g_strjoinv(" em, ", parts);
    const char *inside = arena_printf(arena, "%s em", joined);
    g_strfreev(parts);
    g_free(joined);
    return inside;
}

/* Voices that others are in, or apply to the same elements as others. What they have the others must take
 * back. */
static struct voice_rule taken_back(const struct style *style)
{
    static const enum role around[] = {ROLE_CHAPTER_TITLE, ROLE_PART_TITLE, ROLE_SECTION, ROLE_SHEET_TITLE,
                                       ROLE_PROMPT};
    struct voice_rule all = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(around); i++) {
        const struct look *look = &style->look[around[i]];
        all.caps |= look->caps != CAPS_NONE;
        all.tracking |= look->tracking != 0;
        all.colour |= look->accent && !colour_is_grey(style->accent);
    }
    return all;
}

GArray *voice_rules(const struct publication *publication, const struct families *families)
{
    const struct style *style = &publication->book->style;
    const struct voice_rule back = taken_back(style);
    GArray *rules = g_array_new(FALSE, TRUE, sizeof(struct voice_rule));
    for (size_t i = 0; i < G_N_ELEMENTS(voices); i++) {
        const struct look *look = &style->look[voices[i].role];
        const bool ours = is_ours(style, families, look->font);
        /* Another's hand is at least leaning where there is no handwriting. Its face is small for its size.
         */
        const bool leaning = look->font == FONT_HAND && !ours;
        const struct voice_rule rule = {
            .selectors = voices[i].selectors,
            .look = look,
            .ours = ours,
            .size = leaning ? 1 : voices[i].size,
            .caps = look->caps != CAPS_NONE || back.caps,
            .tracking = look->tracking != 0 || back.tracking,
            .colour = (look->accent && !colour_is_grey(style->accent)) || back.colour,
            .weight = look->weight,
            .slant = look->italic || leaning ? SLANT_ITALIC : SLANT_UPRIGHT,
        };
        g_array_append_val(rules, rule);
        if (rule.slant == SLANT_ITALIC && !voices[i].plain) {
            const struct voice_rule upright = {
                .selectors = emphasis_in(publication->arena, voices[i].selectors), .slant = SLANT_UPRIGHT};
            g_array_append_val(rules, upright);
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++) {
        const struct voice_rule rule = {
            .selectors = turns[i].selectors, .weight = turns[i].weight, .slant = turns[i].slant};
        g_array_append_val(rules, rule);
    }
    return rules;
}

/* The family, and what it is like where it cannot be loaded. A serif is the reader's to choose when we bring
 * none. */
static void family_write(GString *css, const struct style *style, const struct voice_rule *rule)
{
    const enum font font = rule->look->font;
    if (rule->ours) {
        g_string_append(css, "font-family: ");
        css_string(css, style->family[font]);
        g_string_append_printf(css, ", %s; ", generic[font]);
    } else if (font == FONT_SANS || font == FONT_MONO) {
        g_string_append_printf(css, "font-family: %s; ", generic[font]);
    }
}

static void look_write(GString *css, const struct style *style, const struct voice_rule *rule)
{
    const struct look *look = rule->look;
    family_write(css, style, rule);
    css_number(css, "font-size: ", rule->size, "em; ");
    if (rule->caps && look->caps != CAPS_ALL)
        g_string_append_printf(css, "font-variant: %s; ", look->caps == CAPS_SMALL ? "small-caps" : "normal");
    if (rule->caps && look->caps != CAPS_SMALL)
        g_string_append_printf(css, "text-transform: %s; ", look->caps == CAPS_ALL ? "uppercase" : "none");
    /* After font-variant, which it is a part of. */
    if (rule->ours)
        g_string_append_printf(css, "font-variant-numeric: %s %s; ",
                               look->lining ? "lining-nums" : "oldstyle-nums",
                               look->tabular ? "tabular-nums" : "proportional-nums");
    if (rule->tracking && look->tracking)
        css_number(css, "letter-spacing: ", look->tracking / 1000.0, "em; ");
    else if (rule->tracking)
        g_string_append(css, "letter-spacing: normal; ");
    if (rule->colour && look->accent)
        css_colour(css, "color: ", colour_legible(style->accent));
    else if (rule->colour)
        g_string_append(css, "color: inherit; ");
}

void voices_write(GString *css, const struct publication *publication, const struct families *families)
{
    GArray *rules = voice_rules(publication, families);
    for (guint i = 0; i < rules->len; i++) {
        const struct voice_rule *rule = &g_array_index(rules, struct voice_rule, i);
        g_string_append_printf(css, "%s { ", rule->selectors);
        if (rule->look)
            look_write(css, &publication->book->style, rule);
        if (rule->weight)
            g_string_append_printf(css, "font-weight: %d; ", rule->weight);
        if (rule->slant != SLANT_KEPT)
            g_string_append_printf(css, "font-style: %s; ",
                                   rule->slant == SLANT_ITALIC ? "italic" : "normal");
        g_string_append(css, "}\n");
    }
    g_array_free(rules, TRUE);
}
