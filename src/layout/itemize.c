#include "layout/itemize.h"

#include <hb-glib.h>
#include <string.h>

#include "layout/face_pango.h"
#include "layout/setter.h"

static const char *stretch_lang(const struct setter *setter, const struct stretch *stretch)
{
    return stretch->lang ? stretch->lang : setter->book->about.lang;
}

static PangoAttrList *attributes_of(struct setter *setter, const struct stretch *stretches, size_t count)
{
    PangoAttrList *attributes = pango_attr_list_new();
    for (size_t i = 0; i < count; i++) {
        PangoAttribute *of[] = {
            pango_attr_font_desc_new(faces_description(setter->faces, &stretches[i].look)),
            pango_attr_language_new(pango_language_from_string(stretch_lang(setter, &stretches[i]))),
        };
        for (size_t k = 0; k < G_N_ELEMENTS(of); k++) {
            of[k]->start_index = (guint)stretches[i].start;
            of[k]->end_index = (guint)stretches[i].end;
            pango_attr_list_insert(attributes, of[k]);
        }
    }
    return attributes;
}

static bool *line_breaks(const char *text, const char *lang, size_t *characters)
{
    *characters = (size_t)g_utf8_strlen(text, -1);
    const size_t count = *characters + 1;
    PangoLogAttr *logs = g_new0(PangoLogAttr, count);
    pango_get_log_attrs(text, (int)strlen(text), -1, pango_language_from_string(lang), logs, (int)count);
    bool *breaks = g_new0(bool, count);
    for (size_t i = 0; i < count; i++)
        breaks[i] = logs[i].is_line_break || logs[i].is_mandatory_break;
    g_free(logs);
    return breaks;
}

/* Adds an item's runs: one for each stretch it touches. `first`: the first stretch that can be one of them. */
static size_t add_runs(GArray *runs, struct setter *setter, const PangoItem *item,
                       const struct stretch *stretches, size_t count, size_t first)
{
    const size_t start = (size_t)item->offset, end = start + (size_t)item->length;
    while (first < count && stretches[first].end <= start)
        first++;
    for (size_t i = first; i < count && stretches[i].start < end; i++) {
        const struct look *look = &stretches[i].look;
        struct run run = {
            .start = MAX(start, stretches[i].start),
            .end = MIN(end, stretches[i].end),
            .stretch = &stretches[i],
            .level = item->analysis.level,
        };
        const char *lang = stretch_lang(setter, &stretches[i]);
        run.fount = faces_fount(setter->faces, item->analysis.font, look, lang,
                                hb_glib_script_to_script((GUnicodeScript)item->analysis.script), run.level % 2,
                                setter->hyphenation ? hyphen_find(setter->hyphenation, lang) : NULL);
        g_array_append_val(runs, run);
    }
    return first;
}

/* Of the first letter that has a direction, or mark that an author put there to say it (UAX #9, rule P2). */
bool text_right_to_left(const char *text)
{
    enum { LEFT_TO_RIGHT_MARK = 0x200E, RIGHT_TO_LEFT_MARK = 0x200F, ARABIC_LETTER_MARK = 0x061C };
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (c == RIGHT_TO_LEFT_MARK || c == ARABIC_LETTER_MARK)
            return true;
        if (c == LEFT_TO_RIGHT_MARK)
            return false;
        if (g_unichar_isalpha(c)) {
            const hb_script_t script = hb_glib_script_to_script(g_unichar_get_script(c));
            return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
        }
    }
    return false;
}

struct itemized itemize(struct setter *setter, const char *text, const struct stretch *stretches, size_t count)
{
    struct itemized made = {.runs = g_array_new(FALSE, FALSE, sizeof(struct run))};
    made.right_to_left = text_right_to_left(text);
    const PangoDirection direction = made.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    PangoAttrList *attributes = attributes_of(setter, stretches, count);
    GList *items = pango_itemize_with_base_dir(faces_context(setter->faces), direction, text, 0, (int)strlen(text),
                                               attributes, NULL);
    size_t first = 0;
    for (GList *at = items; at; at = at->next)
        first = add_runs(made.runs, setter, at->data, stretches, count, first);
    made.breaks = line_breaks(text, setter->book->about.lang, &made.characters);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
    return made;
}

void itemized_clear(struct itemized *itemized)
{
    if (itemized->runs)
        g_array_free(itemized->runs, TRUE);
    g_free(itemized->breaks);
}
