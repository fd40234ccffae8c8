/* prompt: the words above a blank, its hint, and the lock of what is private. */
#include <glib.h>

#include "layout/elements/kit.h"
#include "layout/icon.h"

static const double GAP = 4, LOCK = 11, LOCK_GAP = 4;

struct prompt {
    const struct setting *words, *help; /* or NULL */
    const struct setting *lock;         /* the word beside the lock, or NULL */
    double first;                       /* height of the line that lock and words share */
};

static struct prompt prompt_set(struct setter *setter, const struct block *block, double width)
{
    struct prompt prompt = {.words = NULL};
    const char *help = element_text(block->element, "help");
    double room = width;
    if (element_flag(block->element, "private")) {
        prompt.lock =
            set_text(setter, words_get(setter->words, WORD_PRIVATE), ROLE_HELP, width / 2, ALIGN_LEFT);
        prompt.first = setter->style->look[ROLE_PROMPT].leading;
        room -= setting_width(prompt.lock) + LOCK + LOCK_GAP + 8;
    }
    if (block->spans) {
        prompt.words = set_spans(setter, block->spans, words_role(block->spans), room, ALIGN_LEFT);
        prompt.first = setting_height(prompt.words);
    }
    if (help)
        prompt.help = set_text(setter, help, ROLE_HELP, prompt.first > 0 ? width : room, ALIGN_LEFT);
    return prompt;
}

static double prompt_height(const struct prompt *prompt)
{
    const double height = prompt->first + (prompt->help ? setting_height(prompt->help) : 0);
    return height > 0 ? height + GAP : 0;
}

double prompt_measure(struct setter *setter, const struct block *block, double width)
{
    const struct prompt prompt = prompt_set(setter, block, width);
    return prompt_height(&prompt);
}

struct canvas prompt_draw(const struct canvas *canvas, const struct block *block)
{
    struct setter *setter = canvas->setter;
    const struct prompt prompt = prompt_set(setter, block, canvas->width);
    struct canvas below = *canvas;
    below.y += prompt_height(&prompt);
    below.height -= prompt_height(&prompt);
    if (prompt.words)
        setting_paint(setter, canvas->page, prompt.words, canvas->x, canvas->y);
    if (prompt.help)
        setting_paint(setter, canvas->page, prompt.help, canvas->x, canvas->y + prompt.first);
    if (prompt.lock) {
        const double x = canvas->x + canvas->width - setting_width(prompt.lock);
        const double middle = canvas->y + setter->style->look[ROLE_PROMPT].leading / 2;
        paint_centred(canvas, prompt.lock, x, middle);
        icon_paint(setter, canvas->page, ICON_LOCK, x - LOCK - LOCK_GAP, middle - LOCK / 2 - 0.5, LOCK);
    }
    return below;
}
