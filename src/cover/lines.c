/* lines: texts in lines of about one length, and the rule that front and back share. */
#include <string.h>

#include "base/text.h"
#include "cover/parts.h"

/* A step towards a narrower measure. */
static const double narrower = 0.97;

/* Of more lines nobody sees whether the last is short. */
enum { EVEN_LINES = 12 };

static const double RULE_LENGTH = 36, RULE_WEIGHT = 1.5;

const char *text_beginning(struct setter *setter, const char *text, size_t bytes)
{
    if (strlen(text) <= bytes)
        return text;
    return arena_substring(setter->arena, text, (size_t)(g_utf8_find_prev_char(text, text + bytes) - text));
}

double longest_word(struct setter *setter, const char *text, enum role role)
{
    const struct span words = {.kind = SPAN_TEXT, .text = text};
    return spans_least_width(setter, &words, role, false);
}

/* The narrowest measure that takes no more lines. Right-to-left lines begin at the right of the measure, which stays. */
const struct setting *set_even(struct setter *setter, const char *text, enum role role, double width)
{
    const struct setting *best = set_text(setter, text, role, width, ALIGN_LEFT);
    const size_t lines = setting_lines(best);
    const bool evened = lines > 1 && lines <= EVEN_LINES && text_direction(text) < 0;
    const double least = evened ? longest_word(setter, text, role) : width;
    for (double measure = width * narrower; measure > least; measure *= narrower) {
        const struct setting *tried = set_text(setter, text, role, measure, ALIGN_LEFT);
        if (setting_lines(tried) > lines)
            break;
        best = tried;
    }
    return best;
}

void paint_rule(struct setter *setter, struct page *page, double x, double y, double width, double scale)
{
    const double length = RULE_LENGTH * scale;
    const bool backward = text_language_backward(setter->book->about.lang);
    page_add(setter->arena, page,
             (struct item){.kind = ITEM_LINE, .x = backward ? x + width - length : x, .y = y, .width = length,
                           .line_width = RULE_WEIGHT * scale, .stroke = setter->style->accent});
}
