/* example: a row that somebody else has filled in, in handwriting: of a table, or of pairs. */
#include <glib.h>

#include "layout/elements/example.h"

static const double PAD = 3, TITLE_GAP = 2;

bool element_shows_example(enum element_kind kind)
{
    return kind == ELEMENT_TABLE || kind == ELEMENT_CONTACTS || kind == ELEMENT_COMPARE;
}

struct example example_of(struct setter *setter, const struct block *block)
{
    struct example example = {.title = 0};
    example.parts = split_bars(setter, element_text(block->element, "example"), &example.count);
    return example;
}

static const struct setting *part_set(struct setter *setter, const struct example *example, size_t cell,
                                      double width)
{
    const char *text = cell < example->count ? example->parts[cell] : "";
    return *text ? set_text(setter, text, ROLE_EXAMPLE, width, ALIGN_LEFT) : NULL;
}

static const struct setting *title_set(struct setter *setter, double width)
{
    const char *word = words_get(setter->words, WORD_EXAMPLE);
    return set_text(setter, text_fitted(setter, word, ROLE_HELP, width + PAD), ROLE_HELP, NO_LIMIT,
                    ALIGN_LEFT);
}

double example_height(struct setter *setter, struct example *example, const double *widths)
{
    const double word = text_width(setter, words_get(setter->words, WORD_EXAMPLE), ROLE_HELP);
    double highest = 0;
    while (example->title + 1 < example->count && widths[example->title] < word)
        example->title++;
    for (size_t i = 0; i < example->count; i++) {
        const struct setting *part = part_set(setter, example, i, widths[i]);
        highest = MAX(highest, part ? setting_height(part) : 0);
    }
    return example->count ? 2 * PAD + setting_height(title_set(setter, widths[example->title])) + TITLE_GAP + highest : 0;
}

void example_draw(const struct canvas *on, const struct example *example, size_t cell, double x, double y,
                  double width)
{
    struct setter *setter = on->setter;
    const struct setting *title = title_set(setter, width), *part = part_set(setter, example, cell, width);
    if (cell == example->title)
        setting_paint(setter, on->page, title, x, y + PAD);
    if (part) /* all parts on one line, below the first one's title */
        setting_paint(setter, on->page, part, x, y + PAD + setting_height(title) + TITLE_GAP);
}
