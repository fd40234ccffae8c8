/* ifthen: a card with two halves: "If ..." and "then ...", two lines each. */
#include <glib.h>

#include "layout/elements/kit.h"

static const double PAD = 12, GAP = 8, FOOT = 10, CARD_GAP = 9,
                    SCISSORS = 5; /* scissors: how far they rise above the edge */
/* The first rule starts behind the opening words while they leave this much of it. */
static const double BESIDE_PART = 0.55;
enum { LINES = 2 };

struct half {
    const char *name;
    const struct setting *words; /* or NULL */
    bool beside;                 /* the first rule starts behind the words */
    double height;
};

static struct half half_make(struct setter *setter, const struct block *block, const char *name, double width)
{
    struct half half = {.name = name};
    const double inside = width - 2 * PAD, spacing = setter->style->rule_spacing;
    const char *text = element_text(block->element, name);
    half.height = LINES * spacing;
    if (!text || !*text)
        return half;
    half.words = set_spans(setter, strong_text(setter, text), ROLE_PROMPT, inside, ALIGN_LEFT);
    half.beside = setting_lines(half.words) == 1 && setting_width(half.words) <= inside * BESIDE_PART;
    if (!half.beside)
        half.height += setting_height(half.words) - 3;
    return half;
}

static double card_height(struct setter *setter, const struct block *block, double width)
{
    const struct half first = half_make(setter, block, "if", width),
                      second = half_make(setter, block, "then", width);
    return 2 + first.height + second.height + FOOT;
}

struct extent ifthen_measure(struct setter *setter, const struct block *block, double width)
{
    const int copies = MAX(1, element_integer(block->element, "copies"));
    const double above = element_flag(block->element, "cut") ? SCISSORS : 0;
    const double height = copies * card_height(setter, block, width) + (copies - 1) * CARD_GAP + 1 + above;
    return extent_make(setter, block, width, height, height, false);
}

static double half_draw(struct blanks *blanks, const struct half *half, double y, int copy)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double left = on->x + PAD, width = on->width - 2 * PAD, spacing = setter->style->rule_spacing;
    double top = y, first = left;
    if (half->words && half->beside) {
        /* The words sit on the first rule. */
        const double baseline = role_baseline(setter->style, ROLE_PROMPT);
        setting_paint(setter, on->page, half->words, left, y + spacing - 3 - baseline);
        first = left + setting_width(half->words) + GAP;
    } else if (half->words) {
        setting_paint(setter, on->page, half->words, left, y + 5);
        top += setting_height(half->words) - 3;
    }
    for (int i = 1; i <= LINES; i++) {
        const double from = i == 1 ? first : left;
        draw_rule(on, from, top + spacing * i, left + width - from);
    }
    const char *text = element_text(blanks->block->element, half->name);
    const char *part = copy ? arena_printf(setter->arena, "%s (%d)", text ? text : "", copy) : text;
    /* A field is a rectangle: it keeps clear of the opening words on both lines. */
    blank_ruled(blanks, (struct area){first, top + 3, left + width - first, LINES * spacing - 3},
                spacing, part);
    return y + half->height;
}

void ifthen_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct canvas below = prompt_draw(canvas, block);
    const struct half halves[] = {half_make(setter, block, "if", canvas->width),
                                  half_make(setter, block, "then", canvas->width)};
    const int copies = MAX(1, element_integer(block->element, "copies"));
    const double height = card_height(setter, block, canvas->width), half = draw_weight / 2;
    const bool cut = element_flag(block->element, "cut");
    struct blanks blanks = {canvas, block, 0};
    double top = below.y + half + (cut ? SCISSORS : 0);
    for (int copy = 1; copy <= copies; copy++) {
        double y = top + 2;
        const struct area card = {canvas->x + half, top, canvas->width - draw_weight, height};
        if (cut)
            draw_cut(canvas, card);
        else
            draw_frame(canvas, card);
        for (size_t i = 0; i < G_N_ELEMENTS(halves); i++)
            y = half_draw(&blanks, &halves[i], y, copies > 1 ? copy : 0);
        top += height + CARD_GAP;
    }
}
