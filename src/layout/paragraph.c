#include "layout/paragraph.h"

#include <string.h>

#define NBSP "\xC2\xA0"

/* A word of so many bytes is divided into pieces, for each place in a word is measured with all that is before it. */
enum { PIECE_FROM = 300 };

/* A paragraph being made. */
struct making {
    struct setter *setter;
    struct itemized itemized;
    const char *text;
    size_t length;
    GArray *atoms; /* struct atom */
    double measure;
    bool hyphenate, divided;
    size_t character; /* of the byte that is looked at */
};

static bool is_space(const char *p)
{
    return *p == ' ' || *p == '\n';
}

static bool is_tie(const char *p)
{
    return strncmp(p, NBSP, 2) == 0;
}

/* Whether a line may break before the character that is so many after the one looked at. */
static bool may_break(const struct making *making, size_t after)
{
    return !making->itemized.breaks || making->itemized.breaks[making->character + after];
}

/* UAX #14 knows spaces that hold together: before a closing mark, or between two. It also holds a bracket to the closing
 * quote before it (rule 15), which Unicode 15.1 gave up: “so” (here). */
static bool is_held(const struct making *making, const char *space)
{
    if (may_break(making, 1))
        return false;
    const char *before = g_utf8_find_prev_char(making->text, space);
    return !(before && g_unichar_type(g_utf8_get_char(before)) == G_UNICODE_FINAL_PUNCTUATION &&
             g_unichar_type(g_utf8_get_char(space + 1)) == G_UNICODE_OPEN_PUNCTUATION);
}

/* Bytes and characters of the word that begins at a place of a run. What goes on without a space, as an address does or
 * Chinese, is taken in pieces that end where a line may. */
static size_t word_length(const struct making *making, size_t at, size_t end, size_t *characters)
{
    const char *text = making->text;
    const size_t start = at;
    *characters = 0;
    while (at < end && !is_space(text + at) && !is_tie(text + at)) {
        if (at - start >= PIECE_FROM && may_break(making, *characters))
            break;
        at = (size_t)(g_utf8_next_char(text + at) - text);
        ++*characters;
    }
    return at - start;
}

/* Puts the space (tie, break) at a byte behind the atom; returns its bytes. */
static size_t take_glue(const struct making *making, struct atom *atom, size_t at, const struct fount *fount,
                        const struct fount_run *shaped)
{
    const char *p = making->text + at;
    if (*p == '\n') {
        atom->glue = GLUE_BREAK;
        return 1;
    }
    const size_t length = is_tie(p) ? 2 : 1;
    atom->glue = length == 2 ? GLUE_TIE : GLUE_SPACE;
    atom->space = (float)(shaped && length == 1 ? fount_run_space(shaped, at) : fount_space(fount));
    if (length == 1 && is_held(making, p))
        atom->glue = GLUE_HELD;
    return length;
}

/* The widest part that cannot be divided of a word with so much before it; `before` gets what is at the word's end. */
static double widest_behind(const struct shaped_word *word, bool hyphenate, double *before)
{
    double widest = 0, from = -*before;
    for (uint32_t i = 0; i < word->cut_count; i++) {
        if (word->cuts[i].hyphen && !hyphenate)
            continue;
        widest = MAX(widest, word->cuts[i].before - from);
        from = word->width - word->cuts[i].after;
    }
    *before = word->width - from;
    return MAX(widest, *before);
}

static double widest_part(const struct shaped_word *word, bool hyphenate)
{
    double before = 0;
    return widest_behind(word, hyphenate, &before);
}

/* The end of the letter that begins at a byte of a word, with its marks. */
static size_t letter_end(const struct shaped_word *word, size_t at)
{
    do
        at = (size_t)(g_utf8_next_char(word->text + at) - word->text);
    while (at < word->length && g_unichar_ismark(g_utf8_get_char(word->text + at)));
    return at;
}

/* A word that is longer than a line is divided wherever a line is full: each letter is an atom. Letters that join keep
 * the forms they have in the word. */
static void add_letters(struct making *making, struct fount *fount, struct atom whole)
{
    const struct shaped_word *word = whole.word;
    const size_t start = whole.start;
    struct fount_run *joined = fount_letters_touch(fount)
                                   ? fount_run_shape(fount, making->text, making->length, start, start + word->length)
                                   : NULL;
    bool *no_breaks = g_new0(bool, word->length + 1);
    for (size_t at = 0, end; at < word->length; at = end) {
        struct atom letter = {.start = (uint32_t)(start + at), .run = whole.run, .may_break = true};
        end = joined ? fount_run_letter(joined, start + at, start + word->length) - start : letter_end(word, at);
        letter.word = joined ? fount_run_word(joined, start + at, start + end, no_breaks) : fount_slice(fount, word, at, end, false);
        letter.width = letter.word->width;
        if (end == word->length)
            letter.glue = whole.glue, letter.space = whole.space, letter.may_break = whole.may_break;
        g_array_append_val(making->atoms, letter);
    }
    g_free(no_breaks);
    if (joined)
        fount_run_free(joined);
    making->divided = true;
}

static bool is_letter(const char *p)
{
    const gunichar c = g_utf8_get_char(p);
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* Whether a run begins or ends inside a word whose letters join: half of it is in another style. */
static bool joins_across(const struct making *making, const struct run *run)
{
    const char *start = making->text + run->start, *end = making->text + run->end;
    return fount_letters_touch(run->fount) &&
           ((run->start > 0 && is_letter(start) && is_letter(g_utf8_prev_char(start))) ||
            (*end && is_letter(end) && is_letter(g_utf8_prev_char(end))));
}

static void add_words(struct making *making, const struct run *run, uint32_t number)
{
    const char *text = making->text;
    struct fount_run *shaped = NULL;
    if (!fount_words_apart(run->fount) || joins_across(making, run))
        shaped = fount_run_shape(run->fount, text, making->length, run->start, run->end);
    for (size_t at = run->start; at < run->end;) {
        size_t characters;
        const size_t length = word_length(making, at, run->end, &characters);
        struct atom atom = {.start = (uint32_t)at, .run = number};
        atom.word = shaped ? fount_run_word(shaped, at, at + length, making->itemized.breaks + making->character)
                           : fount_word(run->fount, text + at, length);
        atom.width = atom.word->width;
        at += length;
        making->character += characters;
        if (at < run->end && (is_space(text + at) || is_tie(text + at))) {
            at += take_glue(making, &atom, at, run->fount, shaped);
            making->character++;
        } else {
            atom.may_break = may_break(making, 0);
        }
        if (atom.width > making->measure && widest_part(atom.word, making->hyphenate) > making->measure)
            add_letters(making, run->fount, atom);
        else
            g_array_append_val(making->atoms, atom);
    }
    if (shaped)
        fount_run_free(shaped);
}

static void add_object(struct making *making, const struct run *run, uint32_t number)
{
    struct atom atom = {.start = (uint32_t)run->start, .run = number,
                        .width = (float)MIN(run->stretch->object_width, making->measure)};
    making->character += (size_t)g_utf8_strlen(making->text + run->start, (gssize)(run->end - run->start));
    atom.may_break = may_break(making, 0);
    g_array_append_val(making->atoms, atom);
}

/* A footnote's mark stays with the word it stands behind. */
static void bind_notes(struct making *making, const struct flat *flat)
{
    guint atom = 0;
    for (guint i = 0; i < flat->calls->len; i++) {
        const size_t offset = g_array_index(flat->calls, struct note_call, i).offset;
        while (atom < making->atoms->len && g_array_index(making->atoms, struct atom, atom).start < offset)
            atom++;
        if (atom > 0)
            g_array_index(making->atoms, struct atom, atom - 1).may_break = false;
    }
}

static bool may_end_line(const struct atom *atom)
{
    return atom->glue == GLUE_SPACE || atom->glue == GLUE_BREAK || (atom->glue == GLUE_NONE && atom->may_break);
}

/* What holds together, by spaces that never break, a change of style or marks of notes, and is longer than a line, is
 * let go. */
static void part_chains(struct making *making)
{
    guint first = 0;
    double width = 0, widest = 0;
    for (guint i = 0; i < making->atoms->len; i++) {
        const struct atom *atom = &g_array_index(making->atoms, struct atom, i);
        const double part = atom->word ? widest_behind(atom->word, making->hyphenate, &width) : (width += atom->width);
        widest = MAX(widest, part);
        width += atom->space;
        if (!may_end_line(atom) && i + 1 < making->atoms->len)
            continue;
        for (; widest > making->measure && first < i; first++) {
            struct atom *held = &g_array_index(making->atoms, struct atom, first);
            held->glue = held->glue == GLUE_TIE ? GLUE_SPACE : held->glue;
            held->may_break = true;
            making->divided = true;
        }
        first = i + 1;
        width = widest = 0;
    }
}

struct paragraph *paragraph_make(struct setter *setter, const struct flat *flat, double measure, bool hyphenate)
{
    struct arena *arena = setter->arena;
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);
    const struct stretch *stretches =
        arena_copy(arena, flat->stretches->data, flat->stretches->len * sizeof(struct stretch));
    struct making making = {.setter = setter, .length = flat->text->len, .measure = measure, .hyphenate = hyphenate};
    paragraph->text = making.text = arena_substring(arena, flat->text->str, flat->text->len);
    making.itemized = itemize(setter, making.text, stretches, flat->stretches->len);
    making.atoms = g_array_new(FALSE, FALSE, sizeof(struct atom));
    paragraph->run_count = making.itemized.runs->len;
    paragraph->runs = arena_copy(arena, making.itemized.runs->data, paragraph->run_count * sizeof(struct run));
    paragraph->right_to_left = making.itemized.right_to_left;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        if (paragraph->runs[i].stretch->object)
            add_object(&making, &paragraph->runs[i], (uint32_t)i);
        else
            add_words(&making, &paragraph->runs[i], (uint32_t)i);
    }
    bind_notes(&making, flat);
    part_chains(&making);
    paragraph->divided = making.divided;
    paragraph->count = making.atoms->len;
    paragraph->atoms = arena_copy(arena, making.atoms->data, making.atoms->len * sizeof(struct atom));
    g_array_free(making.atoms, TRUE);
    itemized_clear(&making.itemized);
    return paragraph;
}

double paragraph_least_width(const struct paragraph *paragraph, bool hyphenate)
{
    double widest = 0, width = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        width += atom->width;
        widest = MAX(widest, atom->word && width <= atom->width ? widest_part(atom->word, hyphenate) : width);
        width = may_end_line(atom) ? 0 : width + atom->space;
    }
    return widest;
}

/* ---- ends of lines ---- */

bool paragraph_goes_along(const struct paragraph *paragraph, const struct run *run)
{
    return run->level == (paragraph->right_to_left ? 1 : 0);
}

static bool atom_goes_along(const struct paragraph *paragraph, size_t atom)
{
    return paragraph_goes_along(paragraph, &paragraph->runs[paragraph->atoms[atom].run]);
}

double paragraph_hang_start(const struct paragraph *paragraph, size_t atom)
{
    const struct shaped_word *word = atom < paragraph->count ? paragraph->atoms[atom].word : NULL;
    return word && atom_goes_along(paragraph, atom) ? word->hang_start : 0;
}

double paragraph_hang_end(const struct paragraph *paragraph, size_t atom)
{
    const struct shaped_word *word = paragraph->atoms[atom].word;
    return word && atom_goes_along(paragraph, atom) ? word->hang_end : 0;
}

/* ---- stops ---- */

/* Sums up to where the counting has come. */
struct sums {
    double width, glue, rigid, letters;
};

static void add_stop(struct stops *stops, struct stop stop, size_t atom, size_t cut)
{
    const struct place place = {(uint32_t)atom, (uint32_t)cut};
    g_array_append_val(stops->stops, stop);
    g_array_append_val(stops->places, place);
}

/* A word that goes against its paragraph is not hyphenated: the hyphen would stand in the middle of the line. */
static void add_cuts(struct stops *stops, const struct paragraph *paragraph, size_t atom, const struct fount *fount,
                     const struct sums *sums, bool hyphenate)
{
    const struct shaped_word *word = paragraph->atoms[atom].word;
    const bool along = atom_goes_along(paragraph, atom);
    for (uint32_t i = 0; i < word->cut_count; i++) {
        const struct cut *cut = &word->cuts[i];
        if (cut->hyphen && !(hyphenate && along))
            continue;
        const double hang = along ? cut->hang : 0;
        const double end = sums->width + cut->before - hang;
        const double start = sums->width + word->width - cut->after;
        const bool apart = !fount_letters_touch(fount);
        const double end_letters = sums->letters + (apart ? cut->glyphs_before : 0);
        const double start_letters = sums->letters + (apart ? (double)word->count - cut->glyphs_after : 0);
        add_stop(stops,
                 (struct stop){.start = start, .end = end, .start_glue = sums->glue, .end_glue = sums->glue,
                               .start_rigid = sums->rigid, .end_rigid = sums->rigid,
                               .start_letters = start_letters, .end_letters = end_letters, .hang = hang,
                               .kind = cut->hyphen ? STOP_HYPHEN : STOP_PLAIN, .looks_hyphenated = cut->ends_in_hyphen},
                 atom, i + 1);
    }
}

static bool looks_hyphenated(const struct shaped_word *word)
{
    return word && word->length > 1 && word->text[word->length - 1] == '-';
}

struct stops paragraph_stops(const struct paragraph *paragraph, bool hyphenate)
{
    struct stops stops = {g_array_sized_new(FALSE, FALSE, sizeof(struct stop), (guint)paragraph->count * 2),
                          g_array_sized_new(FALSE, FALSE, sizeof(struct place), (guint)paragraph->count * 2)};
    struct sums sums = {0, 0, 0, 0};
    const struct atom *atoms = paragraph->atoms;
    struct sums before = sums; /* up to the last word's end: spaces after it vanish */
    double hang = 0;           /* how far that word may stand out */
    for (size_t i = 0; i < paragraph->count; i++) {
        const struct atom *atom = &atoms[i];
        const struct fount *fount = paragraph->runs[atom->run].fount;
        const bool nothing = atom->word && atom->word->length == 0;
        if (i == 0)
            add_stop(&stops, (struct stop){.start = paragraph_hang_start(paragraph, 0), .kind = STOP_FORCED}, 0, 0);
        if (atom->word)
            add_cuts(&stops, paragraph, i, fount, &sums, hyphenate);
        else
            sums.rigid += atom->width;
        sums.width += atom->width;
        sums.letters += atom->word && !fount_letters_touch(fount) ? atom->word->count : 0;
        if (!nothing) {
            before = sums;
            hang = paragraph_hang_end(paragraph, i);
        }
        sums.width += atom->space;
        sums.glue += atom->space;
        const bool last = i + 1 == paragraph->count;
        if (!may_end_line(atom) && !last)
            continue;
        add_stop(&stops,
                 (struct stop){.start = sums.width + paragraph_hang_start(paragraph, i + 1), .end = before.width - hang, .hang = hang,
                               .start_glue = sums.glue, .end_glue = before.glue,
                               .start_rigid = sums.rigid, .end_rigid = before.rigid,
                               .start_letters = sums.letters, .end_letters = before.letters,
                               .kind = atom->glue == GLUE_BREAK ? STOP_FORCED : atom->glue == GLUE_SPACE ? STOP_SPACE : STOP_PLAIN,
                               .looks_hyphenated = looks_hyphenated(atom->word)},
                 i + 1, 0);
    }
    return stops;
}

void stops_clear(struct stops *stops)
{
    g_array_free(stops->stops, TRUE);
    g_array_free(stops->places, TRUE);
}
