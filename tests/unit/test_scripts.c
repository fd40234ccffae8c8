/* The paragraphs of books/scripts, set line by line, beside what HarfBuzz and FriBidi say of the same text: glyphs and
 * their places, and the order in which runs are seen and in which they are read. */
#include "scene.h"

#include <hb-ot.h>

/* ---- the order in which a line is seen (UAX #9) ---- */

static int from_left(const void *left, const void *right)
{
    const struct shown *a = left, *b = right;
    return a->item->x < b->item->x ? -1 : a->item->x > b->item->x;
}

static void check_order(const struct text *text, const struct line *line)
{
    FriBidiStrIndex end = line->end;
    while (end > line->from && text->chars[end - 1] == ' ')
        end--; /* the space at the end takes no room */
    const FriBidiStrIndex count = end - line->from;
    FriBidiStrIndex *expected = g_new(FriBidiStrIndex, text->count), seen = 0;
    FriBidiLevel *levels = g_memdup2(text->levels, (gsize)text->count * sizeof *levels);
    for (FriBidiStrIndex i = 0; i < text->count; i++)
        expected[i] = i;
    assert_true(fribidi_reorder_line(0, text->types, count, line->from, text->base, levels, NULL, expected));

    GArray *sorted = g_array_copy(line->shown);
    g_array_sort(sorted, from_left);
    for (guint i = 0; i < sorted->len; i++) {
        const struct shown *shown = &g_array_index(sorted, struct shown, i);
        for (FriBidiStrIndex k = 0; k < shown->count; k++) {
            const FriBidiStrIndex c = shown->from + (shown->item->text->backward ? shown->count - 1 - k : k);
            if (c >= end)
                continue;
            if (text->levels[c] % 2 != shown->item->text->backward)
                fail_msg("\"%s\": \"%s\" runs the wrong way", text->utf8, shown->item->text->text);
            if (expected[line->from + seen] != c)
                fail_msg("\"%s\": line \"%s\": at place %d stands character %d instead of %d", text->utf8, line->text->str,
                         seen, c, expected[line->from + seen]);
            seen++;
        }
    }
    assert_int_equal(seen, count);
    g_array_free(sorted, TRUE);
    g_free(levels);
    g_free(expected);
}

/* ---- glyphs ---- */

/* Our own font of a face, in the font's own units. */
static hb_font_t *shaper_of(struct scene *scene, const struct face *face)
{
    const char *name = face_name(face);
    hb_font_t *shaper = g_hash_table_lookup(scene->shapers, name);
    if (shaper)
        return shaper;
    const int weight = strstr(name, "Semi-Bold") ? 600 : strstr(name, "Bold") ? 700 : 400;
    const struct font_file *found = NULL;
    for (const struct font_file *file = fonts_first(scene->fonts); file; file = file->next)
        if (g_str_has_prefix(name, file->family) && (!found || strlen(file->family) >= strlen(found->family)) &&
            file->weight == weight && file->italic == (strstr(name, "Italic") != NULL))
            found = file;
    if (!found)
        fail_msg("no file for the face %s", name);
    hb_blob_t *blob = hb_blob_create_from_file(found->path);
    hb_face_t *own = hb_face_create(blob, 0);
    shaper = hb_font_create(own);
    hb_face_destroy(own);
    hb_blob_destroy(blob);
    g_hash_table_insert(scene->shapers, g_strdup(name), shaper);
    return shaper;
}

/* Of the first character from a place on that has one of its own, or else the last before it. */
static hb_script_t script_near(const struct text *text, FriBidiStrIndex from, FriBidiStrIndex count)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (int step = 1; step >= -1; step -= 2)
        for (FriBidiStrIndex i = from; i >= 0 && i < (step > 0 ? from + count : text->count); i += step) {
            const hb_script_t script = hb_unicode_script(unicode, text->chars[i]);
            if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED)
                return script;
        }
    return HB_SCRIPT_LATIN;
}

static hb_buffer_t *shape_again(struct scene *scene, const struct text *text, const struct line *line,
                                const struct shown *shown, enum role role)
{
    const struct look *look = &scene->setter.style->look[role];
    hb_feature_t features[2];
    assert_true(hb_feature_from_string(look->lining ? "lnum" : "onum", -1, &features[0]));
    assert_true(hb_feature_from_string(look->tabular ? "tnum" : "pnum", -1, &features[1]));
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    /* A soft hyphen at the end is shown as a hyphen. */
    const char *said = shown->item->text->text;
    const bool divided = g_str_has_suffix(said, "\u00AD");
    char *seen = g_strdup_printf("%.*s%.*s%s%s", (int)shown->byte, line->text->str, (int)(strlen(said) - (divided ? 2 : 0)), said,
                                 divided ? "-" : "", line->text->str + shown->byte + strlen(said));
    hb_buffer_add_utf8(buffer, seen, -1, (unsigned)shown->byte, (int)(strlen(said) - divided));
    g_free(seen);
    hb_buffer_set_direction(buffer, text->levels[shown->from] % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script_near(text, shown->from, shown->count));
    hb_buffer_set_language(buffer, hb_language_from_string("en-US", -1));
    hb_shape(shaper_of(scene, shown->item->text->face), buffer, features, G_N_ELEMENTS(features));
    return buffer;
}

/* A text's glyphs are those of HarfBuzz, from left to right, and stand where it puts them within a word; words follow
 * upon each other, but for the spaces between them, which are all changed alike. */
static void check_glyphs(struct scene *scene, const struct text *text, const struct line *line, const struct shown *shown,
                         enum role role)
{
    const struct page_text *set = shown->item->text;
    hb_buffer_t *buffer = shape_again(scene, text, line, shown, role);
    unsigned count, next = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    const double scale = set->size / hb_face_get_upem(hb_font_get_face(shaper_of(scene, set->face)));
    double ratio = 0;
    for (size_t w = 0; w < set->count; w++) {
        const struct page_word *word = &set->words[w];
        const bool space = next < count && line->text->str[infos[next].cluster] == ' ';
        double pen = 0;
        for (uint32_t i = 0; i < word->count; i++, next++) {
            const struct page_glyph *glyph = &word->glyphs[i];
            assert_true(next < count);
            if (glyph->index != infos[next].codepoint || glyph->index == 0)
                fail_msg("\"%s\": \"%s\": glyph %u of %s is %u instead of %u", text->utf8, set->text, next,
                         face_name(set->face), glyph->index, infos[next].codepoint);
            if (fabs(glyph->x - (pen + positions[next].x_offset * scale)) > 0.03 ||
                fabs(glyph->y + positions[next].y_offset * scale) > 0.03)
                fail_msg("\"%s\": \"%s\": glyph %u stands at %.2f,%.2f instead of %.2f,%.2f", text->utf8, set->text, next,
                         glyph->x, glyph->y, pen + positions[next].x_offset * scale, -positions[next].y_offset * scale);
            pen += positions[next].x_advance * scale;
        }
        if (w + 1 == set->count || (w == 0 && word->x < 0)) /* the last, or a space that takes no room */
            continue;
        const double width = set->words[w + 1].x - word->x;
        if (!space && fabs(width - pen * set->stretch - word->count * set->tracking) > 0.05)
            fail_msg("\"%s\": in \"%s\" word %zu is %.2f wide instead of %.2f", text->utf8, set->text, w, width, pen);
        const bool at_end = line->end < text->count && shown->from + shown->count == line->end && w + 2 >= set->count;
        if (space && !at_end && ratio > 0 && fabs(width / pen - ratio) > 0.03)
            fail_msg("\"%s\": in \"%s\" one space is %.2f wide, another %.2f", text->utf8, set->text, width / pen, ratio);
        if (space && !at_end)
            ratio = width / pen;
    }
    if (next != count)
        fail_msg("\"%s\": \"%s\" has %u glyphs instead of %u", text->utf8, set->text, next, count);
    hb_buffer_destroy(buffer);
}

/* ---- a paragraph ---- */

static void check_paragraph(struct scene *scene, const struct block *block, const struct manner *manner)
{
    const struct span *spans = spans_of(scene, block);
    struct text text = text_new(spans_text(scene->setter.arena, spans));
    GArray *lines = set_lines(scene, spans, manner);
    check_reading(&text, lines);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = &g_array_index(lines, struct line, i);
        check_order(&text, line);
        for (guint k = 0; k < line->shown->len; k++)
            check_glyphs(scene, &text, line, &g_array_index(line->shown, struct shown, k), manner->role);
    }
    g_array_free(lines, TRUE);
    text_free(&text);
}

static void check_all(struct scene *scene, const struct manner *manner)
{
    GPtrArray *paragraphs = paragraphs_of(scene);
    for (guint i = 0; i < paragraphs->len; i++)
        check_paragraph(scene, g_ptr_array_index(paragraphs, i), manner);
    g_ptr_array_free(paragraphs, TRUE);
}

static void every_line_is_as_harfbuzz_and_fribidi_say(void **state)
{
    (void)state;
    static const char *const families[] = {"EB Garamond", "Noto Serif", "Noto Naskh Arabic"};
    static const struct manner manners[] = {
        {ROLE_TEXT, 324, 15, ALIGN_JUSTIFY}, {ROLE_TEXT, 200, 0, ALIGN_JUSTIFY}, {ROLE_TEXT, 131, 0, ALIGN_LEFT},
        {ROLE_TABLE, 90, 0, ALIGN_LEFT},     {ROLE_NOTE, 250, 0, ALIGN_CENTER},
    };
    for (size_t f = 0; f < G_N_ELEMENTS(families); f++) {
        struct scene scene = scene_open(families[f]);
        for (size_t m = 0; m < G_N_ELEMENTS(manners); m++)
            check_all(&scene, &manners[m]);
        scene_close(&scene);
    }
}

/* ---- the test's own test: these fonts and texts have what is to be tested ---- */

struct found {
    unsigned changed;       /* letters without their own glyph: joined, or part of a conjunct */
    unsigned merged;        /* glyphs that stand for several letters */
    unsigned marks, raised; /* glyphs on their neighbour, and above or below the line */
};

static void look_at(struct scene *scene, const struct page_text *set, struct found *found)
{
    hb_font_t *shaper = shaper_of(scene, set->face);
    for (size_t w = 0; w < set->count; w++) {
        const struct page_word *word = &set->words[w];
        for (uint32_t i = 0; i < word->count; i++) {
            found->marks += i > 0 && word->glyphs[i].x <= word->glyphs[i - 1].x;
            found->raised += fabsf(word->glyphs[i].y) > 0.5F;
            found->merged += word->glyphs[i].bytes > 4;
        }
    }
    /* Letters that have a glyph of their own in the font, which is not among those set. */
    for (const char *p = set->text; *p; p = g_utf8_next_char(p)) {
        hb_codepoint_t own;
        bool there = false;
        if (!g_unichar_isalpha(g_utf8_get_char(p)) || !hb_font_get_nominal_glyph(shaper, g_utf8_get_char(p), &own))
            continue;
        for (size_t w = 0; w < set->count && !there; w++)
            for (uint32_t i = 0; i < set->words[w].count && !there; i++)
                there = set->words[w].glyphs[i].index == own;
        found->changed += !there;
    }
}

static struct found look_for(struct scene *scene, const char *family)
{
    struct found found = {0};
    const struct manner manner = {ROLE_TEXT, 324, 0, ALIGN_JUSTIFY};
    GPtrArray *paragraphs = paragraphs_of(scene);
    for (guint i = 0; i < paragraphs->len; i++) {
        GArray *lines = set_lines(scene, spans_of(scene, g_ptr_array_index(paragraphs, i)), &manner);
        for (guint k = 0; k < lines->len; k++) {
            const GArray *shown = g_array_index(lines, struct line, k).shown;
            for (guint n = 0; n < shown->len; n++) {
                const struct page_text *set = g_array_index(shown, struct shown, n).item->text;
                if (g_str_has_prefix(face_name(set->face), family))
                    look_at(scene, set, &found);
            }
        }
        g_array_free(lines, TRUE);
    }
    g_ptr_array_free(paragraphs, TRUE);
    return found;
}

static void letters_join_merge_change_places_and_carry_marks(void **state)
{
    (void)state;
    struct scene scene = scene_open("EB Garamond");
    const struct found arabic = look_for(&scene, "Noto Naskh Arabic"), hebrew = look_for(&scene, "Noto Serif Hebrew"),
                       devanagari = look_for(&scene, "Noto Serif Devanagari");
    if (arabic.changed < 500 || arabic.marks < 50 || arabic.raised < 20)
        fail_msg("Arabic: %u joined letters, %u marks, %u raised", arabic.changed, arabic.marks, arabic.raised);
    if (hebrew.marks < 50)
        fail_msg("Hebrew: %u marks", hebrew.marks);
    if (devanagari.changed < 20 || devanagari.merged < 50)
        fail_msg("Devanagari: %u changed, %u conjuncts", devanagari.changed, devanagari.merged);
    scene_close(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_as_harfbuzz_and_fribidi_say),
        cmocka_unit_test(letters_join_merge_change_places_and_carry_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
