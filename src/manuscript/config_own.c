#include <string.h>

#include "base/text.h"
#include "book/edition.h"
#include "book/words.h"
#include "manuscript/clean.h"
#include "manuscript/config_keys.h"
#include "manuscript/css.h"
#include "manuscript/images.h"


/* ---- metadata of a fixed form ---- */

void own_lang(struct config *config, struct fy_node *value, struct position at)
{
    struct reader *reader = config->reader;
    const char *text = config_wanted(config, value, at, "a language tag: en, en-GB, de");
    if (!text)
        return;
    if (!text_is_language(text)) {
        config_bad(config, at, "value-range", "a language tag: en, en-GB, de", text);
        return;
    }
    reader->book->about.lang = text;
    if (!words_known(text))
        diags_report(reader->diags, DIAG_WARNING, at, "lang-words", NULL,
                     "the program has no words of its own for \"%s\"; it prints English ones", text);
}

bool config_is_date(const char *text)
{
    unsigned year, month, day;
    char more;
    if (strlen(text) != 10 || sscanf(text, "%4u-%2u-%2u%c", &year, &month, &day, &more) != 3 || month > 12)
        return false;
    return text[4] == '-' && text[7] == '-' &&
           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

void own_date(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "a day: 2026-05-31");
    if (text && config_is_date(text))
        config->reader->book->about.date = text;
    else if (text)
        config_bad(config, at, "value-range", "a day: 2026-05-31", text);
}

void own_output_name(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "letters, digits, - _ and .");
    if (!text)
        return;
    if (*text == '.' || strlen(text) > 100 ||
        text[strspn(text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.")])
        config_bad(config, at, "value-range", "a file name without its ending: letters, digits, - _ and .",
                   text);
    else
        config->reader->book->about.output_name = text;
}

/* ---- files ---- */

void own_cover_image(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "a picture of the manuscript: images/cover.png");
    if (text)
        config->reader->book->cover.image = images_find(config->reader, "", text, at);
}

void own_cover_art(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "a picture of the manuscript: images/cover.svg");
    if (text)
        config->reader->book->cover.art = images_find(config->reader, "", text, at);
}

void own_css(struct config *config, struct fy_node *value, struct position at)
{
    struct reader *reader = config->reader;
    const char *text = config_wanted(config, value, at, "a file of the manuscript: epub.css");
    if (text)
        reader->book->stylesheet = css_read(reader, text, at);
}

/* ---- the page and the type ---- */

void own_trim(struct config *config, struct fy_node *value, struct position at)
{
    static const char hint[] =
        "8x10, 7.5x9.25, letter, a4, a5, 6x9; or 100 to 320 mm by 150 to 450 mm: 140x210mm";
    const char *text = config_wanted(config, value, at, hint);
    if (text && !style_set_trim(&config->reader->book->style, text))
        config_bad(config, at, "value-range", hint, text);
}

/* Reads a length between limits, in points; 0 when there is none or it is wrong. */
static double read_points(struct config *config, struct fy_node *value, struct position at, double least,
                          double most)
{
    const char *hint = arena_printf(config->reader->arena, "a length from %g to %g points", least, most);
    const char *text = config_wanted(config, value, at, hint);
    double points;
    if (!text)
        return 0;
    if (style_length(text, &points) && points >= least && points <= most)
        return points;
    config_bad(config, at, style_length(text, &points) ? "value-range" : "value-type", hint, text);
    return 0;
}

static void fix_inner(struct config *config, double points)
{
    struct style *style = &config->reader->book->style;
    if (points <= 0)
        return;
    style->inner = points;
    style->inner_fixed = true;
}

void own_inner(struct config *config, struct fy_node *value, struct position at)
{
    fix_inner(config, read_points(config, value, at, 27, 144));
}

/* A length is the inner margin too; "auto" makes that as wide as the press wants it, once the pages are counted. */
void own_gutter(struct config *config, struct fy_node *value, struct position at)
{
    static const char hint[] = "auto, or a length from 27 to 144 points";
    const char *text = config_wanted(config, value, at, hint);
    double points = 0;
    if (!text)
        return;
    if (strcmp(text, "auto") == 0)
        config->reader->book->style.inner_fixed = false;
    else if (style_length(text, &points) && points >= 27 && points <= 144)
        fix_inner(config, points);
    else
        config_bad(config, at, "value-range", hint, text);
}

/* The foot of the page stays where the design has it. */
void own_top(struct config *config, struct fy_node *value, struct position at)
{
    struct style *style = &config->reader->book->style;
    const double top = read_points(config, value, at, 27, 180);
    if (top <= 0)
        return;
    const double foot = style->top + style->lines * style->leading;
    style->head_baseline = MIN(style->head_baseline, top - 12);
    style->top = top;
    style->lines = (int)((foot - top) / style->leading);
}

/* As many lines as leave at least this margin. */
void own_bottom(struct config *config, struct fy_node *value, struct position at)
{
    struct style *style = &config->reader->book->style;
    const double bottom = read_points(config, value, at, 27, 180);
    if (bottom > 0)
        style->lines = (int)((style->height - style->top - bottom + 1e-6) / style->leading);
}

/* All sizes keep their proportion to the text's. */
void own_text_size(struct config *config, struct fy_node *value, struct position at)
{
    struct style *style = &config->reader->book->style;
    const double size = read_points(config, value, at, 8, 18), before = style->look[ROLE_TEXT].size;
    for (int role = 0; role < ROLE_COUNT && size > 0; role++)
        style->look[role].size *= size / before;
}

/* All leadings keep their proportion to the grid. */
void own_leading(struct config *config, struct fy_node *value, struct position at)
{
    struct style *style = &config->reader->book->style;
    const double leading = read_points(config, value, at, 10, 27), before = style->leading;
    if (leading <= 0)
        return;
    for (int role = 0; role < ROLE_COUNT; role++)
        style->look[role].leading *= leading / before;
    style->leading = leading;
    style->lines = (int)(style->lines * before / leading);
}

void own_align(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "justify or left");
    if (text && strcmp(text, "justify") != 0 && strcmp(text, "left") != 0)
        config_bad(config, at, "value-range", "justify or left", text);
    else if (text)
        config->reader->book->style.justify = strcmp(text, "justify") == 0;
}

/* ---- what is made ---- */

void own_fonts(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "embed or none");
    if (text && strcmp(text, "embed") != 0 && strcmp(text, "none") != 0)
        config_bad(config, at, "value-range", "embed or none", text);
    else if (text)
        config->reader->book->embed_fonts = strcmp(text, "embed") == 0;
}

static void bad_editions(struct config *config, struct position at, const char *text)
{
    struct arena *arena = config->reader->arena;
    config_bad(config, at, "value-range", arena_printf(arena, "a list of %s", edition_names(arena, "and")), text);
}

static void add_edition(struct config *config, struct fy_node *node, struct position at)
{
    const char *text = config_scalar(config, node);
    enum edition edition;
    if (text && edition_find(text, &edition))
        config->reader->book->editions |= EDITION_BIT(edition);
    else
        bad_editions(config, config_place(config, node, at), text);
}

void own_editions(struct config *config, struct fy_node *value, struct position at)
{
    struct book *book = config->reader->book;
    void *state = NULL;
    bool any = false;
    if (!value || (fy_node_is_scalar(value) && !config_scalar(config, value)))
        return;
    book->editions = 0;
    if (!fy_node_is_sequence(value)) {
        add_edition(config, value, at);
        return;
    }
    for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state)); any = true)
        add_edition(config, node, at);
    if (!any)
        bad_editions(config, at, "[]");
}
