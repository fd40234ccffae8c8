/* Set lines against what went in and against HarfBuzz: texts made by chance, from a fixed seed, in each of
 * the fonts we ship. */
#include "unit.h"

#include <hb.h>
#include <math.h>

#include "layout/setting.h"

static const double NEARLY = 0.02; /* points */

/* ---- what texts are set with ---- */

static struct {
    struct diags *diags;
    struct font_files *fonts;
    struct style style; /* without points of its own */
    struct hyphenation *hyphenation;
} all;

static int open_all(void **state)
{
    (void)state;
    const char *folders[] = {FONTS};
    all.diags = diags_new();
    all.fonts = fonts_open(folders, 1, all.diags);
    all.hyphenation = hyphenation_open(HYPHENATION, &all.style);
    return diags_failed(all.diags);
}

static int close_all(void **state)
{
    (void)state;
    hyphenation_close(all.hyphenation);
    fonts_close(all.fonts);
    diags_free(all.diags);
    return 0;
}

struct family {
    const char *name;
    bool apart;      /* its words are shaped one by one */
    bool in_context; /* its letters look at those of other words, else at most at the space */
    double kern; /* points that a letter and a space move together, which a part of a word does not know of */
};

/* A typesetter whose text is set in one family, and HarfBuzz with the same font. */
struct house {
    const struct family *of;
    struct book book;
    struct setter setter;
    hb_font_t *font;
    unsigned units; /* of its em */
};

static void house_open(struct house *house, const struct family *family)
{
    *house = (struct house){.of = family, .book = {.about = {.lang = "en-US"}}};
    style_defaults(&house->book.style);
    house->book.style.family[FONT_TEXT] = family->name;
    house->setter = (struct setter){.arena = arena_new(),
                                    .book = &house->book,
                                    .style = &house->book.style,
                                    .words = words_find("en-US"),
                                    .hyphenation = all.hyphenation,
                                    .diags = all.diags};
    house->setter.faces = faces_open(all.fonts, &house->book.style, all.diags);
    assert_non_null(house->setter.faces);
    hb_blob_t *blob = hb_blob_create_from_file(fonts_find(all.fonts, family->name, 400, false)->path);
    hb_face_t *face = hb_face_create(blob, 0);
    house->units = hb_face_get_upem(face);
    house->font = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}

static void house_close(struct house *house)
{
    hb_font_destroy(house->font);
    faces_close(house->setter.faces);
    arena_free(house->setter.arena);
}

/* ---- texts ---- */

static const char *const words[] = {
    "a",
    "I",
    "of",
    "the",
    "and",
    "To",
    "Yes",
    "Wave",
    "AVATAR",
    "fjord",
    "office",
    "affluent",
    "waffle",
    "Thirty",
    "firefly",
    "typography",
    "understanding",
    "relationship",
    "responsibility",
    "communication",
    "extraordinary",
    "incomprehensibilities",
    "self-aware",
    "ex-partner",
    "well-kept-secret",
    "1984",
    "3.50",
    "12",
    "caf\u00E9",
    "na\u00EFve",
    "\u201CQuiet,\u201D",
    "\u2018so\u2019",
    "don\u2019t",
    "(maybe)",
    "word\u2014word",
    "1990\u20132024",
    "either/or",
    "example.org/a/long/path",
    "10\u00A0min",
    "p.\u00A012",
    "end.",
    "pause;",
    "what?",
    "no!",
    "yes,",
    "difficult",
    "!",
    "shelf",
    "off,",
    "fifty-fifty",
    "Tomorrow",
    "York",
    "kitchen",
    "\u2026",
    "A.",
    "V",
    "&",
    "\u00C9t\u00E9",
};

static bool one_in(GRand *random, int many)
{
    return g_rand_int_range(random, 0, many) == 0;
}

/* Words, a space between them. */
static char *text_new(GRand *random, int count)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        if (i)
            g_string_append_c(text, ' ');
        g_string_append(text, words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))]);
    }
    return g_string_free(text, FALSE);
}

/* ---- what a line says ---- */

/* The text of its pieces; and of that what was added: a hyphen, which says that it is there only because the line ends. */
#define SOFT_HYPHEN "\u00AD"

static GString *line_text(struct house *house, const struct setting *setting, size_t number)
{
    GString *text = g_string_new(NULL);
    GArray *pieces = line_pieces(&house->setter, setting, number);
    for (guint i = 0; i < pieces->len; i++) {
        const struct piece *piece = &g_array_index(pieces, struct piece, i);
        if (piece->kind == PIECE_TEXT)
            g_string_append(text, piece->text->text);
    }
    g_array_free(pieces, TRUE);
    return text;
}

static bool adds_hyphen(const struct setting *setting, const struct line *line)
{
    return line->to.cut && setting->paragraph->atoms[line->to.atom].word->cuts[line->to.cut - 1].hyphen;
}

/* A space that holds is one like others where what it holds together is longer than a line. */
static char *with_plain_spaces(const char *text)
{
    char **parts = g_strsplit(text, "\u00A0", -1);
    char *plain = g_strjoinv(" ", parts);
    g_strfreev(parts);
    return plain;
}

/* All lines say together what went in. */
static void check_text(struct house *house, const struct setting *setting, const char *text)
{
    GString *said = g_string_new(NULL);
    for (size_t i = 0; i < setting->count; i++) {
        GString *line = line_text(house, setting, i);
        if (adds_hyphen(setting, &setting->lines[i])) {
            assert_true(g_str_has_suffix(line->str, SOFT_HYPHEN));
            g_string_truncate(line, line->len - strlen(SOFT_HYPHEN));
        }
        g_string_append(said, line->str);
        g_string_free(line, TRUE);
    }
    char *is = with_plain_spaces(said->str), *should = with_plain_spaces(text);
    size_t same = 0;
    while (is[same] && is[same] == should[same])
        same++;
    if (strcmp(is, should) != 0)
        fail_msg("measure %.1f: the lines say \"%.60s\" where \"%.60s\" went in", setting->measure, is + same, should + same);
    g_free(is);
    g_free(should);
    g_string_free(said, TRUE);
}

/* ---- what a line looks like ---- */

/* A line's text, shaped as a whole. */
static hb_buffer_t *shape(const struct house *house, const char *text)
{
    static const hb_feature_t features[] = {
        {HB_TAG('o', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END},
        {HB_TAG('p', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END},
    };
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string("en-US", -1));
    hb_shape(house->font, buffer, features, G_N_ELEMENTS(features));
    return buffer;
}

/* The glyphs of a text on a line, and where they stand, are those of the line shaped as a whole. */
static void check_glyphs(const struct house *house, const struct line *line, const struct page_text *text)
{
    char **parts = g_strsplit(text->text, SOFT_HYPHEN, -1), *seen = g_strjoinv("-", parts);
    hb_buffer_t *buffer = shape(house, seen);
    g_strfreev(parts);
    g_free(seen);
    unsigned count, at = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    const double scale = text->size / house->units;
    double x = 0;
    for (size_t i = 0; i < text->count; i++)
        for (uint32_t k = 0; k < text->words[i].count; k++, at++) {
            const struct page_glyph *glyph = &text->words[i].glyphs[k];
            if (at >= count || infos[at].codepoint != glyph->index)
                fail_msg("\"%s\": glyph %u is %u, and shaped as a whole %u", text->text, at, glyph->index,
                         at < count ? infos[at].codepoint : 0);
            const double is = text->words[i].x + glyph->x, should = x + positions[at].x_offset * scale;
            const double near = NEARLY + (line->from.cut ? house->of->kern : 0);
            if (line->stretch == 1 && line->space == 1 && line->tracking == 0 && fabs(is - should) > near)
                fail_msg("\"%s\": glyph %u stands at %.3f, and shaped as a whole at %.3f", text->text, at, is,
                         should);
            x += positions[at].x_advance * scale;
        }
    if (at != count)
        fail_msg("\"%s\": %u glyphs, and shaped as a whole %u", text->text, at, count);
    hb_buffer_destroy(buffer);
}

/* The same for a font whose letters look back over words: its words are as they are in the whole text,
 * wherever the lines end, and parts of them as they are alone. */
static void check_glyphs_in_context(const struct house *house, const struct setting *setting)
{
    const struct paragraph *paragraph = setting->paragraph;
    hb_buffer_t *buffer = shape(house, paragraph->text);
    unsigned count, at = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        while (at < count && infos[at].cluster < atom->start) /* the space */
            at++;
        for (uint32_t k = 0; k < atom->word->count; k++, at++)
            if (at >= count || infos[at].codepoint != atom->word->glyphs[k].index)
                fail_msg("\"%.*s\": glyph %u is not as it is in the text", (int)atom->word->length,
                         atom->word->text, k);
    }
    hb_buffer_destroy(buffer);
}

/* All bytes belong to a glyph. */
static void check_bytes(const struct page_text *text)
{
    size_t bytes = 0;
    for (size_t i = 0; i < text->count; i++)
        for (uint32_t k = 0; k < text->words[i].count; k++)
            bytes += text->words[i].glyphs[k].bytes;
    if (bytes != strlen(text->text))
        fail_msg("\"%s\": its glyphs stand for %zu bytes", text->text, bytes);
}

/* ---- how wide it is ---- */

/* From the left of the first glyph to the end of the last that is no space at the end. */
static double painted_width(const struct house *house, const struct page_text *text, bool before_space)
{
    const struct page_word *last = &text->words[text->count - 1 - (before_space ? 1 : 0)];
    const struct page_glyph *glyph = &last->glyphs[last->count - 1];
    const double advance = hb_font_get_glyph_h_advance(house->font, glyph->index) * text->size / house->units;
    return last->x + (glyph->x + advance) * text->stretch + last->count * text->tracking;
}

static const struct shaped_word *word_at(const struct setting *setting, size_t atom)
{
    return setting->paragraph->atoms[atom].word;
}

/* What of a line stands out to both sides. */
static double hangs(const struct setting *setting, const struct line *line)
{
    const struct shaped_word *first = word_at(setting, line->from.atom);
    const double start = line->from.cut || !first ? 0 : first->hang_start;
    if (line->to.cut)
        return start + word_at(setting, line->to.atom)->cuts[line->to.cut - 1].hang;
    size_t end = line->to.atom; /* spaces at the end do not count */
    while (end > line->from.atom + 1 && word_at(setting, end - 1) && word_at(setting, end - 1)->length == 0)
        end--;
    const struct shaped_word *last = word_at(setting, end - 1);
    return start + (last ? last->hang_end : 0);
}

/* The part of a word that is divided at both its ends: its width is only known from that of the word. */
static bool is_middle(const struct line *line)
{
    return line->from.cut && line->to.cut && line->from.atom == line->to.atom;
}

/* Pieces lie side by side, together as wide as the line says. */
static void check_pieces(const struct house *house, const struct setting *setting, size_t number,
                         const GArray *pieces)
{
    const struct line *line = &setting->lines[number];
    const double near = NEARLY + (is_middle(line) ? house->of->kern : 0);
    const struct piece *first = &g_array_index(pieces, struct piece, 0);
    double x = first->x;
    for (guint i = 0; i < pieces->len; i++) {
        const struct piece *piece = &g_array_index(pieces, struct piece, i);
        if (fabs(piece->x - x) > NEARLY)
            fail_msg("line %zu: piece %u stands at %.3f, where the one before it ends at %.3f", number, i,
                     piece->x, x);
        x += piece->width;
    }
    const double should = line->width + hangs(setting, line) * line->stretch;
    if (fabs(x - first->x - should) > near)
        fail_msg("line %zu: %.3f wide, and it says %.3f", number, x - first->x, should);
    if (setting->align == ALIGN_JUSTIFY || setting->align == ALIGN_LEFT) {
        const double indent = setting->measure - line_room(setting->measure, &setting->indents, number);
        const struct shaped_word *word = word_at(setting, line->from.atom);
        assert_true(fabs(first->x - indent + (line->from.cut || !word ? 0 : word->hang_start)) < NEARLY);
    }
}

static void check_lines(struct house *house, const struct setting *setting)
{
    for (size_t i = 0; i < setting->count; i++) {
        const struct line *line = &setting->lines[i];
        GArray *pieces = line_pieces(&house->setter, setting, i);
        assert_int_equal(pieces->len, 1);
        const struct piece *piece = &g_array_index(pieces, struct piece, 0);
        check_bytes(piece->text);
        /* The letters of a word that is longer than its line are set one by one. */
        if (!house->of->in_context && !setting->paragraph->divided)
            check_glyphs(house, line, piece->text);
        check_pieces(house, setting, i, pieces);
        const double painted = painted_width(house, piece->text, line->before_space);
        if (fabs(painted - piece->width) > NEARLY + house->of->kern)
            fail_msg("line %zu \"%s\": painted %.3f wide, and it says %.3f", i, piece->text->text, painted,
                     piece->width);
        g_array_free(pieces, TRUE);
    }
    if (house->of->in_context && !setting->paragraph->divided)
        check_glyphs_in_context(house, setting);
}

static void lines_say_and_show_what_went_in(void **state)
{
    GRand *random = g_rand_new_with_seed(1982);
    struct house house;
    house_open(&house, *state);
    for (int i = 0; i < 150; i++) {
        char *text = text_new(random, g_rand_int_range(random, 1, 120));
        const double width = g_rand_double_range(random, 30, 400);
        const struct setting *setting =
            set_text(&house.setter, text, ROLE_TEXT, width, one_in(random, 2) ? ALIGN_JUSTIFY : ALIGN_LEFT);
        assert_int_equal(fount_words_apart(setting->paragraph->runs[0].fount), house.of->apart);
        check_text(&house, setting, text);
        check_lines(&house, setting);
        g_free(text);
    }
    house_close(&house);
    g_rand_free(random);
}

/* ---- spans ---- */

/* Words in a voice of their own, a break, a gap, a call of a note: what is between two spaces, or within a
 * word. */
static struct span *span_new(struct house *house, GRand *random, struct block *notes, int *note)
{
    static const enum span_kind voices[] = {SPAN_EMPHASIS, SPAN_STRONG, SPAN_SMALLCAPS, SPAN_LINK};
    struct arena *arena = house->setter.arena;
    struct span *span = ARENA_NEW(arena, struct span);
    char *text = text_new(random, g_rand_int_range(random, 1, 8));
    span->kind = SPAN_TEXT;
    const char *before = one_in(random, 2) ? " " : "", *after = one_in(random, 2) ? " " : "";
    span->text = arena_printf(arena, "%s%s%s", before, text, after);
    g_free(text);
    if (one_in(random, 3)) {
        struct span *inside = arena_copy(arena, span, sizeof *span);
        *span = (struct span){.kind = voices[g_rand_int_range(random, 0, G_N_ELEMENTS(voices))],
                              .children = inside,
                              .url = "https://example.org"};
    } else if (one_in(random, 6)) {
        span->kind = SPAN_CODE;
    } else if (one_in(random, 12)) {
        *span = (struct span){.kind = SPAN_BREAK};
    } else if (one_in(random, 8)) {
        *span = (struct span){.kind = SPAN_BLANK, .text = "", .width_mm = g_rand_double_range(random, 3, 40)};
    } else if (one_in(random, 8)) {
        notes[*note].number = *note + 1;
        *span = (struct span){.kind = SPAN_NOTEREF, .note = &notes[(*note)++]};
    }
    return span;
}

/* Notes are called on the line where they stand, each once and in order. */
static void check_notes(const struct setting *setting, const struct block *notes, int count)
{
    int note = 0;
    for (size_t line = 0; line < setting_lines(setting); line++) {
        size_t called;
        const struct block *const *blocks = setting_notes(setting, line, &called);
        for (size_t i = 0; i < called; i++, note++)
            assert_ptr_equal(blocks[i], &notes[note]);
    }
    assert_int_equal(note, count);
}

/* What the spans say, but for breaks and blanks. A space before a break, or at the very end, is not set. */
static char *spans_said(struct house *house, const struct span *spans)
{
    struct flat flat = flatten_spans(&house->setter, spans, ROLE_TEXT);
    char *said = g_strdup(flat.text->str);
    flat_free(&flat);
    return said;
}

static char *without(const char *text, const char *what)
{
    char **parts = g_strsplit(text, what, -1);
    char *left = g_strjoinv("", parts);
    g_strfreev(parts);
    return left;
}

/* Spaces aside, which vanish at the ends of lines where they are several. */
static void check_words(struct house *house, const struct setting *setting, const struct span *spans)
{
    char *said = spans_said(house, spans);
    GString *shown = g_string_new(NULL);
    for (size_t i = 0; i < setting->count; i++) {
        GString *line = line_text(house, setting, i);
        if (adds_hyphen(setting, &setting->lines[i]))
            g_string_truncate(line, line->len - strlen(SOFT_HYPHEN));
        g_string_append(shown, line->str);
        g_string_free(line, TRUE);
    }
    char *a = without(said, OBJECT_CHARACTER), *b = without(a, "\n"), *c = without(b, " "),
         *d = without(shown->str, " ");
    assert_string_equal(d, c);
    char *const made[] = {said, a, b, c, d};
    for (size_t i = 0; i < G_N_ELEMENTS(made); i++)
        g_free(made[i]);
    g_string_free(shown, TRUE);
}

static void spans_of_all_kinds_are_set_side_by_side(void **state)
{
    GRand *random = g_rand_new_with_seed(1984);
    struct house house;
    house_open(&house, *state);
    for (int i = 0; i < 150; i++) {
        const int count = g_rand_int_range(random, 1, 30);
        struct block *notes = ARENA_ARRAY(house.setter.arena, struct block, count);
        struct span *spans = NULL, **end = &spans;
        int called = 0;
        for (int k = 0; k < count; k++, end = &(*end)->next)
            *end = span_new(&house, random, notes, &called);
        const struct indents indents = {.first = one_in(random, 2) ? 15 : 0};
        const struct settings ways = set_ways(&house.setter, spans, ROLE_TEXT,
                                              g_rand_double_range(random, 120, 400), ALIGN_DEFAULT, &indents);
        for (size_t way = 0; way < ways.count; way++) {
            check_words(&house, ways.way[way], spans);
            check_notes(ways.way[way], notes, called);
            for (size_t line = 0; line < ways.way[way]->count; line++) {
                GArray *pieces = line_pieces(&house.setter, ways.way[way], line);
                if (pieces->len)
                    check_pieces(&house, ways.way[way], line, pieces);
                g_array_free(pieces, TRUE);
            }
        }
    }
    house_close(&house);
    g_rand_free(random);
}

static void an_index_entry_leaves_one_space(void **state)
{
    struct house house;
    house_open(&house, *state);
    struct span after = {.kind = SPAN_TEXT, .text = " more."},
                entry = {.kind = SPAN_INDEX, .text = "entry", .next = &after},
                before = {.kind = SPAN_TEXT, .text = "Some ", .next = &entry};
    const struct setting *setting = set_spans(&house.setter, &before, ROLE_TEXT, 300, ALIGN_LEFT);
    assert_true(fabs(setting_width(setting) - text_width(&house.setter, "Some more.", ROLE_TEXT)) < NEARLY);
    const struct setting *first = set_spans(&house.setter, &entry, ROLE_TEXT, 300, ALIGN_LEFT);
    assert_true(fabs(setting_width(first) - text_width(&house.setter, "more.", ROLE_TEXT)) < NEARLY);
    house_close(&house);
}

int main(void)
{
    static struct family families[] = {
        {"EB Garamond", true, false, 0},
        {"Source Sans 3", false, false, 0},
        {"Atkinson Hyperlegible Next", false, false, 0.25},
        {"Caveat", false, true, 1},
    };
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(lines_say_and_show_what_went_in, &families[0]),
        cmocka_unit_test_prestate(lines_say_and_show_what_went_in, &families[1]),
        cmocka_unit_test_prestate(lines_say_and_show_what_went_in, &families[2]),
        cmocka_unit_test_prestate(lines_say_and_show_what_went_in, &families[3]),
        cmocka_unit_test_prestate(spans_of_all_kinds_are_set_side_by_side, &families[0]),
        cmocka_unit_test_prestate(an_index_entry_leaves_one_space, &families[0]),
    };
    return cmocka_run_group_tests_name("setting", tests, open_all, close_all);
}
