#include "layout/elements/kit.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* ---- heights ---- */

struct extent extent_make(struct setter *setter, const struct block *block, double width, double least,
                          double natural, bool fills)
{
    const double prompt = prompt_measure(setter, block, width);
    struct extent extent = {prompt + least, whole_lines(setter, prompt + natural), 0};
    if (fills && element_flag(block->element, "fill")) {
        extent.stretch = element_number(block->element, "fill");
        extent.least = MAX(extent.least, prompt + element_number(block->element, "min") * MM);
    }
    extent.natural = MAX(extent.natural, whole_lines(setter, extent.least));
    return extent;
}

double looseness(double height, double least, double natural)
{
    return natural > least ? CLAMP((height - least) / (natural - least), 0, 1) : 1;
}

void share_height(const struct extent *rows, size_t count, double height, double *heights)
{
    double least = 0, natural = 0;
    for (size_t i = 0; i < count; i++) {
        least += rows[i].least;
        natural += rows[i].natural;
    }
    const double more = MAX(0, height - natural) / (double)MAX(count, 1);
    const double part = looseness(height, least, natural);
    for (size_t i = 0; i < count; i++)
        heights[i] = rows[i].least + (rows[i].natural - rows[i].least) * part + more;
}

void share_width(double width, size_t count, const double *weights, const double *least, double *widths)
{
    bool *held = g_new0(bool, count); /* columns that stay at their least */
    for (bool again = true; again;) {
        double room = width, weight = 0;
        again = false;
        for (size_t i = 0; i < count; i++) {
            room -= held[i] ? least[i] : 0;
            weight += held[i] ? 0 : weights[i];
        }
        for (size_t i = 0; i < count; i++)
            widths[i] = held[i] || weight <= 0 ? least[i] : room * weights[i] / weight;
        for (size_t i = 0; i < count; i++)
            if (!held[i] && widths[i] < least[i])
                held[i] = again = true;
    }
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += widths[i];
    for (size_t i = 0; i < count && sum > 0; i++)
        widths[i] *= width / sum;
    g_free(held);
}

/* ---- words ---- */

const struct block *items_list(const struct block *block)
{
    const struct block *list = block->children;
    while (list && list->kind != BLOCK_LIST)
        list = list->next;
    return list;
}

const struct block *items_first(const struct block *block)
{
    const struct block *list = items_list(block);
    return list ? list->children : NULL;
}

size_t items_count(const struct block *block)
{
    size_t count = 0;
    for (const struct block *item = items_first(block); item; item = item->next)
        count++;
    return count;
}

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
    const struct block *list = items_list(block);
    if (!list || !list->list)
        return 1;
    return list->list->ordered ? list->list->start : list->list->start + 1; /* bullets are counted from 0 */
}

double numbers_room(struct setter *setter, const struct block *block)
{
    const int from = numbers_start(block), count = (int)items_count(block);
    double widest = 0;
    for (int i = 0; i < count; i++) /* figures are not all of one width */
        widest = MAX(widest, text_width(setter, arena_printf(setter->arena, "%d.", from + i), ROLE_PROMPT));
    return widest + NUMBER_GAP;
}

double numbers_width(struct setter *setter, const struct block *block)
{
    const struct block *list = items_list(block);
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

/* ---- fields ---- */

/* What is said before a field: prompt and part. An element without a prompt is called by its hint, or
 * at last by its name, for no field may be nameless to a screen reader. */
static const char *said(const struct canvas *on, const struct block *block, const char *part)
{
    struct arena *arena = on->setter->arena;
    const char *prompt = block->spans ? spans_text(arena, block->spans) : element_text(block->element, "label");
    if (!prompt || !*prompt)
        prompt = element_text(block->element, "help");
    if (!prompt || !*prompt)
        prompt = on->setter->sheet ? on->setter->sheet : block->element->rule->name;
    const bool punctuated = *prompt && strchr(":.?!", prompt[strlen(prompt) - 1]);
    return part ? arena_printf(arena, "%s%s %s", prompt, punctuated ? "" : ":", part) : prompt;
}

static struct page_field field_make(const struct block *block, enum field_kind kind, struct area area)
{
    return (struct page_field){.kind = kind,
                               .x = area.x,
                               .y = area.y,
                               .width = area.width,
                               .height = area.height,
                               .element = block->element->rule->name};
}

void blank_only(const struct canvas *on, const struct block *block, enum field_kind kind, struct area area,
                double leading, const char *part)
{
    struct page_field field = field_make(block, kind, area);
    field.name = block->element->name;
    field.prompt = said(on, block, part);
    field.leading = leading;
    page_add_field(on->setter->arena, on->page, field);
}

static const char *numbered_name(const struct blanks *blanks)
{
    const char *name = blanks->block->element->name;
    if (!blanks->count)
        return name;
    return arena_printf(blanks->on->setter->arena, "%s.%d", name ? name : "", blanks->count);
}

void blank_next(struct blanks *blanks, enum field_kind kind, struct area area, const char *part)
{
    struct page_field field = field_make(blanks->block, kind, area);
    blanks->count++;
    field.name = numbered_name(blanks);
    field.prompt = said(blanks->on, blanks->block, part);
    field.leading = kind == FIELD_LINES ? blanks->on->setter->style->leading : 0;
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}

void blank_ruled(struct blanks *blanks, struct area area, double leading, const char *part)
{
    const bool several = area.height >= 1.5 * leading;
    struct page_field field = field_make(blanks->block, several ? FIELD_LINES : FIELD_LINE, area);
    blanks->count++;
    field.name = numbered_name(blanks);
    field.prompt = said(blanks->on, blanks->block, part);
    field.leading = several ? leading : 0;
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}

void blank_writing(struct blanks *blanks, struct area area, const char *part)
{
    const bool several = area.height >= 2 * blanks->on->setter->style->leading + 2;
    blank_next(blanks, several ? FIELD_LINES : FIELD_LINE, area, part);
}

void blank_group(struct blanks *blanks)
{
    blanks->count++;
}

void blank_choice(struct blanks *blanks, struct area area, const char *part, const char *value)
{
    struct page_field field = field_make(blanks->block, FIELD_CHOICE, area);
    field.name = numbered_name(blanks);
    field.value = value;
    field.prompt = said(blanks->on, blanks->block, part);
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}
