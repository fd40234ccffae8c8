#include "layout/elements/labels.h"

#include <glib.h>
#include <string.h>

const struct span *item_spans(const struct block *item)
{
    const struct block *words = item->children;
    while (words && words->kind != BLOCK_PARAGRAPH)
        words = words->next;
    return words ? words->spans : NULL;
}

enum role words_role(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind == SPAN_BLANK || words_role(span->children) == ROLE_FILL_IN)
            return ROLE_FILL_IN;
    return ROLE_PROMPT;
}

const struct span *strong_spans(struct setter *setter, const struct span *spans, struct position at)
{
    struct span *strong = ARENA_NEW(setter->arena, struct span);
    strong->kind = SPAN_STRONG;
    strong->at = at;
    strong->children = (struct span *)spans; /* only ever read */
    return spans ? strong : NULL;
}

const struct span *strong_text(struct setter *setter, const char *text)
{
    struct span *words = ARENA_NEW(setter->arena, struct span);
    words->kind = SPAN_TEXT;
    words->text = text;
    return strong_spans(setter, words, words->at);
}

double widest_word(struct setter *setter, const char *text, enum role role)
{
    double widest = 0;
    char **words = g_strsplit_set(text, " \n", -1);
    for (char **word = words; *word; word++)
        if (**word) {
            const struct span *strong = strong_text(setter, arena_string(setter->arena, *word));
            widest = MAX(widest, setting_width(set_spans(setter, strong, role, NO_LIMIT, ALIGN_LEFT)));
        }
    g_strfreev(words);
    return widest;
}

const char *given_text(const struct block *block, const char *name)
{
    const char *text = element_text(block->element, name);
    return text && *text ? text : NULL;
}

const char **split_list(struct setter *setter, const char *text, size_t *count)
{
    *count = 0;
    char **parts = g_strsplit(text ? text : "", ",", -1);
    const char **list = ARENA_ARRAY(setter->arena, const char *, g_strv_length(parts) + 1);
    for (char **part = parts; *part; part++)
        if (*g_strstrip(*part))
            list[(*count)++] = arena_string(setter->arena, *part);
    g_strfreev(parts);
    return list;
}

const struct span *words_spans(struct setter *setter, const char *text, struct position at)
{
    if (!text || !text[strspn(text, " ")])
        return NULL;
    struct span *words = ARENA_NEW(setter->arena, struct span);
    words->kind = SPAN_TEXT;
    words->text = text;
    words->at = at;
    return words;
}

const struct span *attribute_spans(struct setter *setter, const struct block *block, const char *name)
{
    const struct element *element = block->element;
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return words_spans(setter, element->attributes[i].value,
                               element->attributes[i].at.file ? element->attributes[i].at : block->at);
    return NULL;
}

const struct setting *attribute_set(struct setter *setter, const struct block *block, const char *name,
                                    enum role role, double width, enum align align)
{
    const struct span *words = attribute_spans(setter, block, name);
    return words ? set_spans(setter, words, role, width, align) : NULL;
}

double set_height(const struct setting *setting)
{
    return setting ? setting_height(setting) : 0;
}

double label_width(struct setter *setter, const char *const *texts, size_t count, enum role role, double most)
{
    double widest = 0, word = 0;
    for (size_t i = 0; i < count; i++) {
        widest = MAX(widest, texts[i] ? text_width(setter, texts[i], role) + 1 : 0);
        word = MAX(word, texts[i] ? widest_word(setter, texts[i], role) + 1 : 0);
    }
    return MIN(widest, MAX(most, MIN(word, most * 1.5)));
}

const char **split_bars(struct setter *setter, const char *text, size_t *count)
{
    char *whole = g_strstrip(g_strdup(text ? text : ""));
    char **parts = g_strsplit(whole, "|", -1); /* of an empty text none */
    const char **list = ARENA_ARRAY(setter->arena, const char *, g_strv_length(parts) + 1);
    *count = 0;
    for (char **part = parts; *part; part++)
        list[(*count)++] = arena_string(setter->arena, g_strstrip(*part));
    g_strfreev(parts);
    g_free(whole);
    return list;
}

const char *weekday_name(struct setter *setter, const char *start, int day)
{
    enum { DAYS = 7 };
    const int from_monday = strcmp(start, "sunday") == 0 ? (day + DAYS - 1) % DAYS : day;
    return words_get(setter->words, (enum word)(WORD_MONDAY + from_monday));
}

const char *weekday_short(struct setter *setter, const char *name)
{
    const long letters = MIN(g_utf8_strlen(name, -1), 2);
    return arena_substring(setter->arena, name, (size_t)(g_utf8_offset_to_pointer(name, letters) - name));
}

void paint_centred(const struct canvas *on, const struct setting *setting, double x, double y)
{
    setting_paint(on->setter, on->page, setting, x, y - setting_height(setting) / 2);
}

/* ---- numbers ---- */

static const double NUMBER_GAP = 6;

int numbers_start(const struct block *block)
{
    const struct block *list = block_list(block);
    if (!list || !list->list)
        return 1;
    return list->list->ordered ? list->list->start : list->list->start + 1; /* bullets are counted from 0 */
}

double numbers_room(struct setter *setter, const struct block *block)
{
    const int from = numbers_start(block), count = (int)block_items_count(block);
    double widest = 0;
    for (int i = 0; i < count; i++) /* figures are not all of one width */
        widest = MAX(widest, text_width(setter, arena_printf(setter->arena, "%d.", from + i), ROLE_PROMPT));
    return widest + NUMBER_GAP;
}

double numbers_width(struct setter *setter, const struct block *block)
{
    const struct block *list = block_list(block);
    return list && list->list && list->list->ordered ? numbers_room(setter, block) : 0;
}

void number_paint(const struct canvas *on, int number, double x, double y, double room)
{
    struct setter *setter = on->setter;
    const char *label = arena_printf(setter->arena, "%d.", number);
    const double right = x + room - NUMBER_GAP;
    if (room > 0)
        setting_paint(setter, on->page, set_text(setter, label, ROLE_PROMPT, NO_LIMIT, ALIGN_LEFT),
                      right - text_width(setter, label, ROLE_PROMPT), y);
}
