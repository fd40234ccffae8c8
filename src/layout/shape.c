#include "layout/shape.h"

#include <hb-glib.h>
#include <hb.h>
#include <pango/pangofc-font.h>
#include <string.h>

#include "layout/face_pango.h"

static PangoFontDescription *describe(const struct faces *faces, const struct look *look)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, faces_family(faces, look->font));
    pango_font_description_set_absolute_size(description, look->size * PANGO_SCALE);
    pango_font_description_set_weight(description, (PangoWeight)look->weight);
    pango_font_description_set_style(description, look->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

static PangoAttrList *attributes_of(const struct faces *faces, const struct stretch *stretches, size_t count,
                                    const char *lang)
{
    PangoAttrList *attributes = pango_attr_list_new();
    for (size_t i = 0; i < count; i++) {
        PangoFontDescription *description = describe(faces, &stretches[i].look);
        PangoAttribute *font = pango_attr_font_desc_new(description);
        font->start_index = (guint)stretches[i].start;
        font->end_index = (guint)stretches[i].end;
        pango_attr_list_insert(attributes, font);
        pango_font_description_free(description);
    }
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(lang)));
    return attributes;
}

static bool *line_breaks(const char *text, const char *lang)
{
    const size_t count = (size_t)g_utf8_strlen(text, -1) + 1;
    PangoLogAttr *logs = g_new0(PangoLogAttr, count);
    pango_get_log_attrs(text, (int)strlen(text), -1, pango_language_from_string(lang), logs, (int)count);
    bool *breaks = g_new0(bool, count);
    for (size_t i = 0; i < count; i++)
        breaks[i] = logs[i].is_line_break || logs[i].is_mandatory_break;
    g_free(logs);
    return breaks;
}

/* Adds an item's runs: one for each stretch it touches. */
static void add_runs(GArray *runs, struct faces *faces, const PangoItem *item, const struct stretch *stretches,
                     size_t count)
{
    const size_t start = (size_t)item->offset, end = start + (size_t)item->length;
    for (size_t i = 0; i < count; i++) {
        if (stretches[i].end <= start || stretches[i].start >= end)
            continue;
        struct run run = {
            .start = MAX(start, stretches[i].start),
            .end = MIN(end, stretches[i].end),
            .stretch = &stretches[i],
            .face = faces_of_font(faces, item->analysis.font),
            .level = item->analysis.level,
            .font = item->analysis.font,
            .script = hb_glib_script_to_script((GUnicodeScript)item->analysis.script),
        };
        g_array_append_val(runs, run);
    }
}

/* Of the first letter that has a direction (UAX #9, rule P2). */
static PangoDirection base_direction(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c)) {
            const hb_script_t script = hb_glib_script_to_script(g_unichar_get_script(c));
            return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL ? PANGO_DIRECTION_RTL
                                                                                  : PANGO_DIRECTION_LTR;
        }
    }
    return PANGO_DIRECTION_LTR;
}

GArray *shape_itemize(struct faces *faces, const char *text, const struct stretch *stretches, size_t count,
                      const char *lang, bool **breaks)
{
    PangoAttrList *attributes = attributes_of(faces, stretches, count, lang);
    GList *items = pango_itemize_with_base_dir(faces_context(faces), base_direction(text), text, 0, (int)strlen(text),
                                               attributes, NULL);
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    for (GList *at = items; at; at = at->next)
        add_runs(runs, faces, at->data, stretches, count);
    *breaks = line_breaks(text, lang);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
    return runs;
}

static unsigned collect_features(const struct look *look, hb_feature_t *features)
{
    unsigned count = 0;
    const char *wanted[6];
    unsigned wishes = 0;
    if (look->caps == CAPS_SMALL)
        wanted[wishes++] = "smcp";
    wanted[wishes++] = look->lining ? "lnum" : "onum";
    if (!look->lining) /* old-style figures are proportional ones */
        wanted[wishes++] = "pnum";
    if (look->tracking) { /* letters set apart do not join */
        wanted[wishes++] = "-liga";
        wanted[wishes++] = "-clig";
    }
    for (unsigned i = 0; i < wishes; i++)
        if (hb_feature_from_string(wanted[i], -1, &features[count]))
            count++;
    return count;
}

void shape_run(const struct run *run, const char *text, const char *lang, size_t start, size_t end, GArray *glyphs)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, text, -1, (unsigned)start, (int)(end - start));
    hb_buffer_set_direction(buffer, run->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, (hb_script_t)run->script);
    hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
    hb_feature_t features[6];
    const unsigned feature_count = collect_features(&run->stretch->look, features);
    hb_shape(pango_font_get_hb_font(run->font), buffer, features, feature_count);

    const double tracking = run->stretch->look.tracking * run->stretch->look.size / 1000;
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        struct glyph glyph = {
            .index = infos[i].codepoint,
            .cluster = infos[i].cluster,
            .advance = positions[i].x_advance / (double)PANGO_SCALE,
            .dx = positions[i].x_offset / (double)PANGO_SCALE,
            .dy = -positions[i].y_offset / (double)PANGO_SCALE,
        };
        if (glyph.advance > 0)
            glyph.advance += tracking;
        g_array_append_val(glyphs, glyph);
    }
    hb_buffer_destroy(buffer);
}
