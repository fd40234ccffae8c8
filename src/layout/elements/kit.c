#include "layout/elements/kit.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* ---- heights ---- */

/* What is written on may be half as high again as its author asked for. */
static const double GROWS = 0.5;

struct extent extent_make(struct setter *setter, const struct block *block, double width, double least,
                          double natural, bool fills)
{
    const double prompt = prompt_measure(setter, block, width);
    struct extent extent = {.least = prompt + least, .natural = whole_lines(setter, prompt + natural), .grow = fills ? natural * GROWS : 0};
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

static void add_next(struct blanks *blanks, enum field_kind kind, struct area area, double leading,
                     const char *part)
{
    struct page_field field = field_make(blanks->block, kind, area);
    blanks->count++;
    field.name = numbered_name(blanks);
    field.prompt = said(blanks->on, blanks->block, part);
    field.leading = kind == FIELD_LINES ? leading : 0;
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}

void blank_next(struct blanks *blanks, enum field_kind kind, struct area area, const char *part)
{
    add_next(blanks, kind, area, blanks->on->setter->style->leading, part);
}

void blank_ruled(struct blanks *blanks, struct area area, double spacing, const char *part)
{
    add_next(blanks, area.height >= 1.5 * spacing ? FIELD_LINES : FIELD_LINE, area, spacing, part);
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

/* ---- surfaces ---- */

static const double BAND_SIDE = 6, BAND_PAD = 3;
/* A title in a rule: from the box's left, and what the rule keeps clear of it. */
static const double LEGEND_LEFT = 14, LEGEND_CLEAR = 5, LEGEND_BELOW = 2;
/* A starter: from words to rule, and from the rule up to the words' baseline. */
static const double STARTER_GAP = 8, STARTER_RAISE = 3;

const char *given_text(const struct block *block, const char *name)
{
    const char *text = element_text(block->element, name);
    return text && *text ? text : NULL;
}

const struct span *own_spans(struct setter *setter, const struct block *block, const char *text)
{
    if (!text)
        return NULL;
    struct span *words = ARENA_NEW(setter->arena, struct span);
    words->kind = SPAN_TEXT;
    words->text = text;
    words->at = block->at;
    return words;
}

void ruled_draw(struct blanks *blanks, double x, double y, double width, int count, double spacing,
                const char *part)
{
    const double clear = 3; /* of what stands above */
    for (int i = 1; i <= count; i++)
        draw_rule(blanks->on, x, y + i * spacing, width);
    if (count > 0)
        blank_ruled(blanks, (struct area){x, y + clear, width, count * spacing - clear}, spacing, part);
}

const struct setting *band_set(struct setter *setter, const struct span *spans, double width)
{
    if (!spans)
        return NULL;
    return set_spans(setter, strong_spans(setter, spans, spans->at), ROLE_TABLE, width - 2 * BAND_SIDE,
                     ALIGN_LEFT);
}

const struct setting *band_given(struct setter *setter, const struct block *block, const char *name,
                                 double width)
{
    return band_set(setter, own_spans(setter, block, given_text(block, name)), width);
}

double band_height(const struct setting *words)
{
    return words ? setting_height(words) + 2 * BAND_PAD : 0;
}

void band_draw(const struct canvas *on, const struct setting *words, struct area area)
{
    draw_panel(on, area, draw_corner);
    if (words)
        paint_centred(on, words, area.x + BAND_SIDE, area.y + area.height / 2);
}

const struct setting *box_title_set(struct setter *setter, const struct block *block, const char *name,
                                   double width)
{
    const struct span *words = own_spans(setter, block, given_text(block, name));
    const double room = width - 2 * LEGEND_LEFT;
    return words ? set_spans(setter, strong_spans(setter, words, words->at), ROLE_TABLE, room, ALIGN_LEFT)
                 : NULL;
}

double box_title_height(const struct setting *title)
{
    return title ? setting_height(title) - setting_leading(title) / 2 + LEGEND_BELOW : 0;
}

/* The outline of a box, open at its top from x to x + width. */
static void draw_open_frame(const struct canvas *on, struct area area, double x, double width)
{
    const double r = draw_corner, bend = r * 0.4477; /* of a quarter circle: 1 - 0.5523 */
    const double left = area.x, top = area.y, right = left + area.width, bottom = top + area.height;
    struct path path = {.count = 0};
    path_move(&path, MIN(x + width, right - r), top);
    path_line(&path, right - r, top);
    path_curve(&path, right - bend, top, right, top + bend, right, top + r);
    path_line(&path, right, bottom - r);
    path_curve(&path, right, bottom - bend, right - bend, bottom, right - r, bottom);
    path_line(&path, left + r, bottom);
    path_curve(&path, left + bend, bottom, left, bottom - bend, left, bottom - r);
    path_line(&path, left, top + r);
    path_curve(&path, left, top + bend, left + bend, top, left + r, top);
    path_line(&path, x, top);
    draw_path(on, &path, draw_weight, draw_ink(on->setter->style));
}

struct area titled_box_draw(const struct canvas *on, const struct setting *title, struct area area, bool tinted)
{
    const double rise = title ? setting_leading(title) / 2 : 0;
    struct area box = {area.x, area.y + rise, area.width, area.height - rise};
    if (tinted)
        draw_panel(on, box, draw_corner);
    if (!title) {
        draw_frame(on, box);
        return box;
    }
    const double x = area.x + LEGEND_LEFT;
    draw_open_frame(on, box, x - LEGEND_CLEAR, setting_width(title) + 2 * LEGEND_CLEAR);
    setting_paint(on->setter, on->page, title, x, area.y);
    const double taken = box_title_height(title) - rise;
    box.y += MAX(taken, 0);
    box.height -= MAX(taken, 0);
    return box;
}

struct starter starter_make(struct setter *setter, const struct block *block, const char *text, double width,
                            double least)
{
    const double spacing = setter->style->rule_spacing;
    struct starter starter = {.height = spacing};
    if (!text)
        return starter;
    starter.words = set_spans(setter, own_spans(setter, block, text), ROLE_PROMPT, width, ALIGN_LEFT);
    const double left = setting_width(starter.words) + STARTER_GAP;
    if (setting_lines(starter.words) == 1 && left + least <= width)
        starter.left = left;
    else
        starter.top = setting_height(starter.words) + STARTER_RAISE;
    starter.height += starter.top;
    return starter;
}

void starter_draw(struct blanks *blanks, const struct starter *starter, double x, double y, double width,
                  const char *part)
{
    const struct canvas *on = blanks->on;
    const double rule = y + starter->height, left = x + starter->left, room = width - starter->left;
    const double baseline = role_baseline(on->setter->style, ROLE_PROMPT);
    if (starter->words)
        setting_paint(on->setter, on->page, starter->words, x,
                      starter->top > 0 ? y : rule - STARTER_RAISE - baseline);
    draw_rule(on, left, rule, room);
    blank_next(blanks, FIELD_LINE, (struct area){left, rule - 16, room, 15.5}, part);
}
