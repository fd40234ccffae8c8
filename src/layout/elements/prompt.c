/* prompt: the words above a blank, its hint, the lock of what is private, and a sample of an answer. */
#include <glib.h>

#include "layout/elements/kit.h"
#include "layout/icon.h"

static const double GAP = 4, LOCK = 11, LOCK_GAP = 4, SAMPLE_PAD = 6, SAMPLE_GAP = 10;

struct prompt {
    const struct setting *words, *help; /* or NULL */
    const struct setting *lock;         /* the word beside the lock, or NULL */
    double first;                       /* height of the line that lock and words share */
    const struct setting *word, *sample; /* "Example", and somebody else's answer beside it; or NULL */
    double sample_x;
};

/* Parts of the sample, which a bar divides, stand one below the other. */
static const struct span *sample_spans(struct setter *setter, const char *example)
{
    struct span *first = NULL, **end = &first;
    char **parts = g_strsplit(example, "|", -1);
    for (char **part = parts; *part; part++) {
        struct span *spans = ARENA_ARRAY(setter->arena, struct span, 2);
        spans[0] = (struct span){.kind = SPAN_TEXT, .text = arena_string(setter->arena, g_strstrip(*part)), .next = &spans[1]};
        spans[1].kind = SPAN_BREAK;
        if (!part[1])
            spans[0].next = NULL;
        *end = spans;
        end = &spans[1].next;
    }
    g_strfreev(parts);
    return first;
}

static void sample_set(struct setter *setter, const struct block *block, struct prompt *prompt, double width)
{
    const char *example = element_text(block->element, "example");
    if (!example || !*example || element_shows_example(block->element->rule->kind))
        return;
    const struct span *lines = sample_spans(setter, example);
    prompt->word = set_text(setter, words_get(setter->words, WORD_EXAMPLE), ROLE_HELP, width, ALIGN_LEFT);
    prompt->sample_x = SAMPLE_PAD + setting_width(prompt->word) + SAMPLE_GAP;
    prompt->sample = set_spans(setter, lines, ROLE_EXAMPLE, width - prompt->sample_x - SAMPLE_PAD, ALIGN_LEFT);
}

static double sample_height(const struct prompt *prompt)
{
    return prompt->sample ? setting_height(prompt->sample) + 2 * SAMPLE_PAD : 0;
}

static void sample_paint(const struct canvas *on, const struct prompt *prompt, double y)
{
    const struct style *style = on->setter->style;
    draw_panel(on, (struct area){on->x, y, on->width, sample_height(prompt)}, draw_corner);
    const double baseline = y + SAMPLE_PAD + role_baseline(style, ROLE_EXAMPLE);
    setting_paint(on->setter, on->page, prompt->word, on->x + SAMPLE_PAD, baseline - role_baseline(style, ROLE_HELP));
    setting_paint(on->setter, on->page, prompt->sample, on->x + prompt->sample_x, y + SAMPLE_PAD);
}

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
    sample_set(setter, block, &prompt, width);
    return prompt;
}

static double prompt_height(const struct prompt *prompt)
{
    const double height = prompt->first + (prompt->help ? setting_height(prompt->help) : 0) + sample_height(prompt);
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
    if (prompt.sample)
        sample_paint(canvas, &prompt, below.y - GAP - sample_height(&prompt));
    if (prompt.lock) {
        const double x = canvas->x + canvas->width - setting_width(prompt.lock);
        const double middle = canvas->y + setter->style->look[ROLE_PROMPT].leading / 2;
        paint_centred(canvas, prompt.lock, x, middle);
        icon_paint(setter, canvas->page, ICON_LOCK, x - LOCK - LOCK_GAP, middle - LOCK / 2 - 0.5, LOCK);
    }
    return below;
}
