#include "layout/fount.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb.h>
#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"
#include "layout/breaks.h"
#include "layout/face_pango.h"
#include "layout/hang.h"
#include "layout/hyphen.h"

enum { FEATURES_AT_MOST = 8 };

struct fount {
    PangoFont *font; /* borrowed from the faces, as is the face */
    const struct face *face;
    hb_font_t *shaper;
    struct look look;
    double tracking; /* points between letters */
    const char *lang;
    uint32_t script;
    bool backward;
    struct hyphenator *hyphenator;
    hb_feature_t features[FEATURES_AT_MOST];
    unsigned feature_count;
    hb_buffer_t *buffer;    /* scratch */
    struct arena *arena;    /* the faces' own */
    GHashTable *words;      /* struct shaped_word, by its text */
    GHashTable *slices;     /* the same for parts of words, hyphen and all */
    GHashTable *hyphens;    /* last letter -> what a hyphen behind it adds, a float */
    const struct shaped_word *space, *tie;
};

/* ---- shaping ---- */

static unsigned collect_features(const struct look *look, bool tracked, hb_feature_t *features)
{
    const char *wanted[FEATURES_AT_MOST];
    unsigned wishes = 0, count = 0;
    if (look->caps == CAPS_SMALL)
        wanted[wishes++] = "smcp";
    wanted[wishes++] = look->lining ? "lnum" : "onum";
    wanted[wishes++] = look->tabular ? "tnum" : "pnum";
    if (tracked) { /* letters set apart do not join */
        wanted[wishes++] = "-liga";
        wanted[wishes++] = "-clig";
    }
    if (look->caps == CAPS_ALL)
        wanted[wishes++] = "case";
    for (unsigned i = 0; i < wishes; i++)
        if (hb_feature_from_string(wanted[i], -1, &features[count]))
            count++;
    return count;
}

/* Bytes start to end of a text; what is around them counts for letters that join. */
static void shape(struct fount *fount, const char *text, size_t length, size_t start, size_t end)
{
    hb_buffer_clear_contents(fount->buffer);
    hb_buffer_set_cluster_level(fount->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(fount->buffer, text, (int)length, (unsigned)start, (int)(end - start));
    hb_buffer_set_direction(fount->buffer, fount->backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(fount->buffer, (hb_script_t)fount->script);
    hb_buffer_set_language(fount->buffer, hb_language_from_string(fount->lang, -1));
    hb_shape(fount->shaper, fount->buffer, fount->features, fount->feature_count);
}

static double advance_of(const struct fount *fount, const hb_glyph_position_t *position)
{
    const double advance = position->x_advance / (double)PANGO_SCALE;
    return advance > 0 ? advance + fount->tracking : advance;
}

/* Glyphs `from` to `end` of the buffer as a word's own; its clusters end at byte `stop`. */
static void take_glyphs(struct fount *fount, struct shaped_word *word, unsigned from, unsigned end, size_t stop)
{
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fount->buffer, NULL);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fount->buffer, NULL);
    struct page_glyph *glyphs = ARENA_ARRAY(fount->arena, struct page_glyph, end - from);
    double x = 0;
    for (unsigned i = from; i < end; i++) {
        glyphs[i - from] = (struct page_glyph){.index = infos[i].codepoint,
                                               .x = (float)(x + positions[i].x_offset / (double)PANGO_SCALE),
                                               .y = (float)(-positions[i].y_offset / (double)PANGO_SCALE)};
        x += advance_of(fount, &positions[i]);
    }
    /* Each cluster's bytes go to its first glyph in the order of the text. A mark without a width belongs to its
     * letter: readers of a PDF see a gap or a second letter in its place otherwise. Not so from right to left, where
     * they would turn the two around. */
    size_t next = stop;
    for (unsigned k = 0; k < end - from; k++) { /* from the text's end to its start */
        const unsigned i = fount->backward ? from + k : end - 1 - k;
        const bool more = k + 1 < end - from;
        const unsigned before = fount->backward ? i + 1 : i - 1;
        const bool mark = !fount->backward && positions[i].x_advance == 0;
        if (more && (mark || infos[before].cluster == infos[i].cluster))
            continue;
        glyphs[i - from].bytes = (uint32_t)(next - infos[i].cluster);
        next = infos[i].cluster;
    }
    word->glyphs = glyphs;
    word->count = end - from;
    word->width = (float)x;
}

static double buffer_width(struct fount *fount)
{
    unsigned count;
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fount->buffer, &count);
    double width = 0;
    for (unsigned i = 0; i < count; i++)
        width += advance_of(fount, &positions[i]);
    return width;
}

static double text_shaped_width(struct fount *fount, const char *text, size_t length)
{
    shape(fount, text, length, 0, length);
    return buffer_width(fount);
}

/* ---- where a word may be divided ---- */

static gunichar last_character(const char *text, size_t length)
{
    return g_utf8_get_char(g_utf8_prev_char(text + length));
}

static double advance_of_character(struct fount *fount, gunichar c)
{
    char bytes[6];
    return text_shaped_width(fount, bytes, (size_t)g_unichar_to_utf8(c, bytes));
}

/* What a hyphen adds behind a letter: its own width, and the kern between them. */
static double hyphen_advance(struct fount *fount, gunichar letter)
{
    float *known = g_hash_table_lookup(fount->hyphens, GUINT_TO_POINTER(letter));
    if (!known) {
        char bytes[8];
        size_t length = (size_t)g_unichar_to_utf8(letter, bytes);
        const double alone = text_shaped_width(fount, bytes, length);
        bytes[length++] = '-';
        known = g_new(float, 1);
        *known = (float)(text_shaped_width(fount, bytes, length) - alone);
        g_hash_table_insert(fount->hyphens, GUINT_TO_POINTER(letter), known);
    }
    return *known;
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x05BE;
}

static void add_cut(GArray *cuts, size_t at, bool hyphen, bool ends_in_hyphen)
{
    const struct cut cut = {.at = (uint32_t)at, .hyphen = hyphen, .ends_in_hyphen = ends_in_hyphen};
    g_array_append_val(cuts, cut);
}

/* The points of the letters from byte `start` to `end`. */
static void add_points(struct fount *fount, const char *text, size_t start, size_t end, size_t letters, GArray *cuts)
{
    bool *allowed = g_newa(bool, letters);
    char *part = g_strndup(text + start, end - start);
    hyphen_points(fount->hyphenator, part, letters, allowed);
    const char *p = part;
    for (size_t i = 0; i + 1 < letters; i++) {
        p = g_utf8_next_char(p);
        if (allowed[i])
            add_cut(cuts, start + (size_t)(p - part), true, true);
    }
    g_free(part);
}

/* In the order of the text. A word with hyphens of its own is divided at those, and nowhere else. */
static GArray *find_cuts(struct fount *fount, const char *text, size_t length, const bool *may_break)
{
    enum { LETTERS_AT_MOST = 200 };
    GArray *cuts = g_array_new(FALSE, FALSE, sizeof(struct cut));
    const bool divide = fount->hyphenator && !memchr(text, '-', length);
    size_t letters = 0, start = 0, characters = 0;
    gunichar before = 0;
    for (size_t at = 0; at < length; characters++) {
        const gunichar c = g_utf8_get_char(text + at);
        const size_t next = (size_t)(g_utf8_next_char(text + at) - text);
        const bool letter = g_unichar_isalpha(c);
        if (!letter && letters && letters < LETTERS_AT_MOST && divide)
            add_points(fount, text, start, at, letters, cuts);
        /* No line begins with a dash. */
        if (at > 0 && may_break[characters] && c != 0x2014)
            add_cut(cuts, at, false, is_hyphen(before));
        if (letter && !letters)
            start = at;
        letters = letter ? letters + 1 : 0;
        before = c;
        at = next;
    }
    if (letters && letters < LETTERS_AT_MOST && divide)
        add_points(fount, text, start, length, letters, cuts);
    return cuts;
}

/* Marks the cuts that fall between glyphs that do not depend on each other, and measures both sides: of a word that
 * was shaped by itself, which the buffer holds. */
static void measure_safe_cuts(struct fount *fount, const struct shaped_word *word, GArray *cuts, bool *exact)
{
    const unsigned count = word->count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(fount->buffer, NULL);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(fount->buffer, NULL);
    double x = 0;
    guint next = 0;
    for (unsigned k = 0; k < count && next < cuts->len; k++) {
        const unsigned i = fount->backward ? count - 1 - k : k;
        while (next < cuts->len && g_array_index(cuts, struct cut, next).at < infos[i].cluster)
            next++;
        struct cut *cut = next < cuts->len ? &g_array_index(cuts, struct cut, next) : NULL;
        if (cut && cut->at == infos[i].cluster && !(infos[i].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK)) {
            cut->before = (float)x;
            cut->after = (float)(word->width - x);
            cut->glyphs_before = k + (cut->hyphen ? 1 : 0);
            cut->glyphs_after = count - k;
            exact[next++] = true;
        }
        x += advance_of(fount, &positions[i]);
    }
}

/* Measures both sides of each cut. A word that was shaped with what is around it is divided without it, and must be
 * measured so. */
static void measure_cuts(struct fount *fount, const struct shaped_word *word, GArray *cuts)
{
    bool *exact = g_new0(bool, cuts->len);
    if (fount_words_apart(fount))
        measure_safe_cuts(fount, word, cuts, exact);
    /* From here on the buffer is used for other things. */
    for (guint i = 0; i < cuts->len; i++) {
        struct cut *cut = &g_array_index(cuts, struct cut, i);
        const gunichar last = last_character(word->text, cut->at);
        if (exact[i] && cut->hyphen)
            cut->before += (float)hyphen_advance(fount, last);
        if (!exact[i]) {
            const struct shaped_word *first = fount_slice(fount, word, 0, cut->at, cut->hyphen);
            const struct shaped_word *second = fount_slice(fount, word, cut->at, word->length, false);
            cut->before = first->width;
            cut->after = second->width;
            cut->glyphs_before = first->count;
            cut->glyphs_after = second->count;
        }
        if (cut->hyphen)
            cut->hang = (float)(hyphen_advance(fount, last) * hang_end('-'));
        else
            cut->hang = hang_end(last) > 0 ? (float)(advance_of_character(fount, last) * hang_end(last)) : 0;
    }
    g_free(exact);
}

/* ---- words ---- */

static double hang_of(struct fount *fount, gunichar c, bool end)
{
    const double part = end ? hang_end(c) : hang_start(c);
    return part > 0 ? part * advance_of_character(fount, c) : 0;
}

/* A hyphen that is there only because a line ends says so to whoever reads the text (ISO 32000-1, 14.8.2.2.3). */
#define SOFT_HYPHEN "\u00AD"
static const gunichar SOFT = 0xAD;

/* Of a word whose text and glyphs are there. */
static void add_hangs(struct fount *fount, struct shaped_word *word)
{
    if (!word->length)
        return;
    const gunichar last = last_character(word->text, word->length);
    word->hang_start = (float)hang_of(fount, g_utf8_get_char(word->text), false);
    word->hang_end = (float)hang_of(fount, last == SOFT ? '-' : last, true);
}

/* The word at bytes from + base of what the buffer holds: glyphs `first` to `end` of it. */
static const struct shaped_word *make_word(struct fount *fount, const char *text, size_t length, unsigned first, unsigned end,
                                    size_t base, const bool *may_break)
{
    struct shaped_word *word = ARENA_NEW(fount->arena, struct shaped_word);
    word->text = arena_substring(fount->arena, text, length);
    word->length = (uint32_t)length;
    take_glyphs(fount, word, first, end, base + length);
    GArray *cuts = find_cuts(fount, word->text, length, may_break);
    measure_cuts(fount, word, cuts);
    word->cut_count = cuts->len;
    word->cuts = cuts->len ? arena_copy(fount->arena, cuts->data, cuts->len * sizeof(struct cut)) : NULL;
    g_array_free(cuts, TRUE);
    add_hangs(fount, word);
    return word;
}

static guint word_hash(gconstpointer data)
{
    const struct shaped_word *word = data;
    guint hash = 5381;
    for (uint32_t i = 0; i < word->length; i++)
        hash = hash * 33 + (unsigned char)word->text[i];
    return hash;
}

static gboolean word_equal(gconstpointer left, gconstpointer right)
{
    const struct shaped_word *a = left, *b = right;
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

const struct shaped_word *fount_word(struct fount *fount, const char *text, size_t length)
{
    const struct shaped_word key = {.text = text, .length = (uint32_t)length};
    const struct shaped_word *word = g_hash_table_lookup(fount->words, &key);
    if (word)
        return word;
    bool *may_break = breaks_find(text, length, fount->lang, NULL);
    shape(fount, text, length, 0, length);
    word = make_word(fount, text, length, 0, hb_buffer_get_length(fount->buffer), 0, may_break);
    g_hash_table_add(fount->words, (gpointer)word);
    g_free(may_break);
    return word;
}

/* With the hyphen that is seen. */
static void shape_slice(struct fount *fount, const char *text, size_t letters, bool hyphen)
{
    char *seen = g_strdup_printf("%.*s%s", (int)letters, text, hyphen ? "-" : "");
    const size_t length = strlen(seen);
    shape(fount, seen, length, 0, length);
    g_free(seen);
}

const struct shaped_word *fount_slice(struct fount *fount, const struct shaped_word *word, size_t from, size_t to, bool hyphen)
{
    char *text = g_strdup_printf("%.*s%s", (int)(to - from), word->text + from, hyphen ? SOFT_HYPHEN : "");
    const struct shaped_word key = {.text = text, .length = (uint32_t)strlen(text)};
    struct shaped_word *slice = g_hash_table_lookup(fount->slices, &key);
    if (!slice) {
        slice = ARENA_NEW(fount->arena, struct shaped_word);
        slice->text = arena_string(fount->arena, text);
        slice->length = key.length;
        shape_slice(fount, text, to - from, hyphen);
        take_glyphs(fount, slice, 0, hb_buffer_get_length(fount->buffer), slice->length);
        add_hangs(fount, slice);
        g_hash_table_add(fount->slices, slice);
    }
    g_free(text);
    return slice;
}

/* ---- whole stretches ---- */

struct fount_run {
    struct fount *fount;
    const char *text;
    hb_buffer_t *buffer; /* the shaped stretch */
};

struct fount_run *fount_run_shape(struct fount *fount, const char *text, size_t length, size_t start, size_t end)
{
    struct fount_run *run = g_new0(struct fount_run, 1);
    run->fount = fount;
    run->text = text;
    shape(fount, text, length, start, end);
    run->buffer = fount->buffer;
    fount->buffer = hb_buffer_create();
    return run;
}

void fount_run_free(struct fount_run *run)
{
    hb_buffer_destroy(run->buffer);
    g_free(run);
}

/* The glyphs of bytes from to `to`: clusters go up through the buffer, down for right-to-left text. */
static void glyph_range(const struct fount_run *run, size_t from, size_t to, unsigned *first, unsigned *end)
{
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(run->buffer, &count);
    unsigned low = 0, high = count;
    const bool backward = run->fount->backward;
    while (low < high) { /* the first glyph of the range */
        const unsigned middle = (low + high) / 2;
        if (backward ? infos[middle].cluster >= to : infos[middle].cluster < from)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (low < count && infos[low].cluster >= from && infos[low].cluster < to)
        low++;
    *end = low;
}

const struct shaped_word *fount_run_word(struct fount_run *run, size_t from, size_t to, const bool *may_break)
{
    struct fount *fount = run->fount;
    unsigned first, end;
    glyph_range(run, from, to, &first, &end);
    hb_buffer_t *scratch = fount->buffer;
    /* Cuts are measured with a buffer of their own, once the word's glyphs have been read. */
    fount->buffer = hb_buffer_create();
    hb_buffer_append(fount->buffer, run->buffer, first, end);
    const struct shaped_word *word = make_word(fount, run->text + from, to - from, 0, end - first, from, may_break);
    hb_buffer_destroy(fount->buffer);
    fount->buffer = scratch;
    return word;
}

double fount_run_space(const struct fount_run *run, size_t at)
{
    unsigned first, end;
    glyph_range(run, at, at + 1, &first, &end);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(run->buffer, NULL);
    double width = 0;
    for (unsigned i = first; i < end; i++)
        width += advance_of(run->fount, &positions[i]);
    return width;
}

size_t fount_run_letter(const struct fount_run *run, size_t at, size_t end)
{
    unsigned first = 0, last = 0;
    do {
        at = (size_t)(g_utf8_next_char(run->text + at) - run->text);
        if (at < end)
            glyph_range(run, at, at + 1, &first, &last);
    } while (at < end && (first == last || g_unichar_ismark(g_utf8_get_char(run->text + at))));
    return MIN(at, end);
}

/* ---- founts ---- */

/* Scripts whose letters join (CSS Text Module Level 3, appendix D: cursive scripts) or hang from one line. */
static bool letters_touch(hb_script_t script)
{
    static const hb_script_t scripts[] = {
        HB_SCRIPT_ARABIC,     HB_SCRIPT_SYRIAC,  HB_SCRIPT_MONGOLIAN,  HB_SCRIPT_NKO,      HB_SCRIPT_MANDAIC,
        HB_SCRIPT_PHAGS_PA,   HB_SCRIPT_ADLAM,   HB_SCRIPT_HANIFI_ROHINGYA,
        HB_SCRIPT_DEVANAGARI, HB_SCRIPT_BENGALI, HB_SCRIPT_GURMUKHI,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (scripts[i] == script)
            return true;
    return false;
}

bool font_words_apart(PangoFont *font)
{
    hb_font_t *shaper = pango_font_get_hb_font(font);
    hb_face_t *face = hb_font_get_face(shaper);
    hb_codepoint_t space;
    if (!hb_font_get_nominal_glyph(shaper, ' ', &space))
        return true;
    const hb_tag_t tables[] = {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS};
    bool apart = true;
    for (size_t t = 0; t < G_N_ELEMENTS(tables) && apart; t++) {
        hb_set_t *lookups = hb_set_create(), *glyphs = hb_set_create();
        hb_ot_layout_collect_lookups(face, tables[t], NULL, NULL, NULL, lookups);
        for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups, &lookup);)
            hb_ot_layout_lookup_collect_glyphs(face, tables[t], lookup, glyphs, glyphs, glyphs, NULL);
        apart = !hb_set_has(glyphs, space);
        hb_set_destroy(lookups);
        hb_set_destroy(glyphs);
    }
    return apart;
}

static bool same_look(const struct look *a, const struct look *b)
{
    return a->caps == b->caps && a->tracking == b->tracking && a->lining == b->lining && a->tabular == b->tabular;
}

struct fount *fount_find(const GPtrArray *founts, const struct look *look, const char *lang, uint32_t script,
                         bool backward, const struct hyphenator *hyphenator)
{
    for (guint i = 0; i < founts->len; i++) {
        struct fount *fount = g_ptr_array_index(founts, i);
        if (same_look(&fount->look, look) && fount->script == script && fount->backward == backward &&
            fount->hyphenator == hyphenator && strcmp(fount->lang, lang) == 0)
            return fount;
    }
    return NULL;
}

struct fount *fount_new(struct arena *arena, PangoFont *font, const struct face *face, const struct look *look,
                        const char *lang, uint32_t script, bool backward, struct hyphenator *hyphenator)
{
    struct fount *fount = g_new0(struct fount, 1);
    fount->arena = arena;
    fount->font = font;
    fount->face = face;
    fount->shaper = pango_font_get_hb_font(font);
    fount->look = *look;
    fount->lang = arena_string(arena, lang);
    fount->script = script;
    fount->backward = backward;
    fount->hyphenator = hyphenator;
    fount->tracking = letters_touch((hb_script_t)script) ? 0 : look->tracking * look->size / 1000;
    fount->feature_count = collect_features(look, fount->tracking != 0, fount->features);
    fount->buffer = hb_buffer_create();
    fount->words = g_hash_table_new(word_hash, word_equal);
    fount->slices = g_hash_table_new(word_hash, word_equal);
    fount->hyphens = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    fount->space = fount_word(fount, " ", 1);
    fount->tie = fount_word(fount, "\u00A0", strlen("\u00A0"));
    return fount;
}

void fount_free(gpointer data)
{
    struct fount *fount = data;
    hb_buffer_destroy(fount->buffer);
    g_hash_table_destroy(fount->words);
    g_hash_table_destroy(fount->slices);
    g_hash_table_destroy(fount->hyphens);
    g_free(fount);
}

const struct face *fount_face(const struct fount *fount)
{
    return fount->face;
}

double fount_size(const struct fount *fount)
{
    return fount->look.size;
}

bool fount_backward(const struct fount *fount)
{
    return fount->backward;
}

bool fount_is_latin(const struct fount *fount)
{
    return fount->script == HB_SCRIPT_LATIN;
}

double fount_space(const struct fount *fount)
{
    return fount->space->width;
}

const struct shaped_word *fount_space_word(const struct fount *fount)
{
    return fount->space;
}

const struct shaped_word *fount_tie_word(const struct fount *fount)
{
    return fount->tie;
}

bool fount_letters_touch(const struct fount *fount)
{
    return letters_touch((hb_script_t)fount->script);
}

bool fount_words_apart(const struct fount *fount)
{
    return face_words_apart(fount->face);
}
