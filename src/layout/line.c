/* line: a broken line becomes pieces: words at their places. The places follow from the order in which runs are
 * seen, left to right; the pieces are handed on in the order in which they are read. */
#include <string.h>

#include "layout/setting.h"

/* Atoms `first` to `end` of one run. */
struct segment {
    const struct run *run;
    size_t first, end;
};

/* A line being assembled. */
struct assembly {
    struct setter *setter;
    const struct setting *setting;
    const struct line *line;
    GArray *pieces;
    size_t end;  /* of the atoms that can be seen: spaces behind it take no room */
    double x;
    double more; /* what a blank without a width of its own may take */
};

static size_t atoms_end(const struct line *line)
{
    return line->to.cut ? line->to.atom + 1 : line->to.atom;
}

/* After the last atom that is more than the spaces around it. */
static size_t seen_end(const struct setting *setting, const struct line *line)
{
    const struct atom *atoms = setting->paragraph->atoms;
    size_t end = atoms_end(line);
    while (end > line->from.atom + 1 && atoms[end - 1].word && atoms[end - 1].word->length == 0)
        end--;
    return end;
}

/* The word of an atom, or the part of it that is on the line. */
static const struct shaped_word *word_on_line(const struct assembly *assembly, size_t atom)
{
    const struct line *line = assembly->line;
    const struct paragraph *paragraph = assembly->setting->paragraph;
    const struct shaped_word *word = paragraph->atoms[atom].word;
    const bool starts = atom == line->from.atom && line->from.cut, ends = line->to.cut && atom == line->to.atom;
    if (!starts && !ends)
        return word;
    const size_t from = starts ? word->cuts[line->from.cut - 1].at : 0;
    const struct cut *cut = ends ? &word->cuts[line->to.cut - 1] : NULL;
    return fount_slice(paragraph->runs[paragraph->atoms[atom].run].fount, word, from, cut ? cut->at : word->length,
                       cut && cut->hyphen);
}

/* ---- a run's text ---- */

static void add_word(struct page_text *text, const struct shaped_word *word, double x)
{
    text->words[text->count++] = (struct page_word){word->glyphs, word->count, (float)x};
}

/* The space after an atom. */
static void add_space(struct assembly *assembly, struct page_text *text, const struct fount *fount, size_t number,
                      double left)
{
    const struct atom *atom = &assembly->setting->paragraph->atoms[number];
    add_word(text, atom->glue == GLUE_TIE ? fount_tie_word(fount) : fount_space_word(fount), assembly->x - left);
    if (number + 1 < assembly->end)
        assembly->x += atom->space * assembly->line->space;
}

static bool has_space(const struct atom *atom)
{
    return atom->glue == GLUE_SPACE || atom->glue == GLUE_TIE || atom->glue == GLUE_HELD;
}

/* Two breaks in a row leave a line of nothing. */
static bool is_empty_line(const struct atom *last)
{
    return last->glue == GLUE_BREAK && (!last->word || last->word->length == 0);
}

/* Whether the space that the line ends at belongs to this segment's text. It is real, but takes no room: it stands
 * in the margin. */
static bool has_last_space(const struct assembly *assembly, const struct segment *segment)
{
    const struct atom *last = &assembly->setting->paragraph->atoms[segment->end - 1];
    return segment->end == atoms_end(assembly->line) && assembly->line->before_space && !is_empty_line(last) &&
           paragraph_goes_along(assembly->setting->paragraph, segment->run);
}

static const char *segment_text(struct assembly *assembly, const struct segment *segment, bool last_space)
{
    const struct atom *atoms = assembly->setting->paragraph->atoms;
    GString *said = g_string_new(NULL);
    for (size_t i = segment->first; i < segment->end; i++) {
        const struct shaped_word *word = word_on_line(assembly, i);
        g_string_append_len(said, word->text, word->length);
        if (i + 1 < atoms_end(assembly->line) && has_space(&atoms[i]))
            g_string_append(said, atoms[i].glue == GLUE_TIE ? "\u00A0" : " ");
    }
    if (last_space)
        g_string_append_c(said, ' ');
    const char *kept = arena_substring(assembly->setter->arena, said->str, said->len);
    g_string_free(said, TRUE);
    return kept;
}

static void add_text(struct assembly *assembly, const struct segment *segment)
{
    const struct atom *atoms = assembly->setting->paragraph->atoms;
    const struct fount *fount = segment->run->fount;
    const bool backward = fount_backward(fount);
    const size_t count = segment->end - segment->first, line_end = atoms_end(assembly->line);
    const bool last_space = has_last_space(assembly, segment);
    struct page_text *text = ARENA_NEW(assembly->setter->arena, struct page_text);
    *text = (struct page_text){.face = fount_face(fount), .size = fount_size(fount), .stretch = assembly->line->stretch,
                               .tracking = !fount_letters_touch(fount) ? assembly->line->tracking : 0, .text = segment_text(assembly, segment, last_space), .backward = backward};
    text->words = ARENA_ARRAY(assembly->setter->arena, struct page_word, 2 * count + 1);
    const double left = assembly->x;
    if (last_space && backward)
        add_word(text, fount_space_word(fount), -fount_space(fount));
    for (size_t k = 0; k < count; k++) {
        const size_t i = backward ? segment->end - 1 - k : segment->first + k;
        const struct shaped_word *word = word_on_line(assembly, i);
        const bool spaced = i + 1 < line_end && has_space(&atoms[i]);
        if (backward && spaced)
            add_space(assembly, text, fount, i, left);
        if (word->count)
            add_word(text, word, assembly->x - left);
        assembly->x += word->width * assembly->line->stretch + word->count * text->tracking;
        if (!backward && spaced)
            add_space(assembly, text, fount, i, left);
    }
    if (last_space && !backward)
        add_word(text, fount_space_word(fount), assembly->x - left);
    struct piece piece = {.kind = PIECE_TEXT, .x = left, .width = assembly->x - left, .text = text,
                          .stretch = segment->run->stretch, .atom = segment->first};
    if (text->count)
        g_array_append_val(assembly->pieces, piece);
}

/* A blank that runs to the line's end takes what is left of it. */
static void add_object(struct assembly *assembly, const struct segment *segment)
{
    const struct span *object = segment->run->stretch->object;
    const struct atom *atom = &assembly->setting->paragraph->atoms[segment->first];
    struct piece piece = {.kind = object->kind == SPAN_BLANK ? PIECE_BLANK : PIECE_IMAGE, .x = assembly->x,
                          .width = atom->width, .stretch = segment->run->stretch, .atom = segment->first};
    if (piece.kind == PIECE_BLANK && object->width_mm <= 0) {
        piece.width += assembly->more;
        assembly->more = 0;
    }
    g_array_append_val(assembly->pieces, piece);
    assembly->x += piece.width;
}

/* ---- the whole line ---- */

static GArray *segments_of(const struct paragraph *paragraph, size_t first, size_t end)
{
    GArray *segments = g_array_new(FALSE, FALSE, sizeof(struct segment));
    for (size_t i = first; i < end; i++) {
        const struct run *run = &paragraph->runs[paragraph->atoms[i].run];
        struct segment *last = segments->len ? &g_array_index(segments, struct segment, segments->len - 1) : NULL;
        if (last && last->run == run) {
            last->end = i + 1;
            continue;
        }
        const struct segment segment = {run, i, i + 1};
        g_array_append_val(segments, segment);
    }
    return segments;
}

/* UAX #9, rule L2: reverse from the highest level down to the lowest odd one. */
static void reorder(struct segment *segments, size_t count)
{
    int highest = 0;
    for (size_t i = 0; i < count; i++)
        highest = MAX(highest, segments[i].run->level);
    for (int level = highest; level > 0; level--)
        for (size_t i = 0; i < count; i++) {
            size_t end = i;
            while (end < count && segments[end].run->level >= level)
                end++;
            for (size_t a = i, b = end; a + 1 < b; a++, b--) {
                const struct segment swap = segments[a];
                segments[a] = segments[b - 1];
                segments[b - 1] = swap;
            }
            i = MAX(i, end);
        }
}

/* Where the line's left end stands. Lines of right-to-left paragraphs begin, and are indented, at the right. */
static double line_left(const struct setting *setting, size_t number, double content)
{
    const struct line *line = &setting->lines[number];
    const double room = line_room(setting->measure, &setting->indents, number);
    const double hang = line->from.cut ? 0 : paragraph_hang_start(setting->paragraph, line->from.atom);
    const bool right_to_left = setting->paragraph->right_to_left;
    const double left = right_to_left ? 0 : setting->measure - room;
    if (setting->align == ALIGN_CENTER)
        return left + (room - content) / 2;
    if (setting->align == ALIGN_RIGHT)
        return left + room - content;
    return right_to_left ? room + hang - content : left - hang;
}

static int as_read(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    return a->atom < b->atom ? -1 : a->atom > b->atom;
}

GArray *line_pieces(struct setter *setter, const struct setting *setting, size_t number)
{
    const struct line *line = &setting->lines[number];
    struct assembly assembly = {.setter = setter, .setting = setting, .line = line, .end = seen_end(setting, line)};
    assembly.pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    assembly.more = MAX(0, line_room(setting->measure, &setting->indents, number) - line->width);
    GArray *segments = segments_of(setting->paragraph, line->from.atom, atoms_end(line));
    reorder((struct segment *)(void *)segments->data, segments->len);
    for (guint i = 0; i < segments->len; i++) {
        const struct segment *segment = &g_array_index(segments, struct segment, i);
        if (segment->run->stretch->object)
            for (size_t atom = segment->first; atom < segment->end; atom++)
                add_object(&assembly, &(struct segment){segment->run, atom, atom + 1});
        else
            add_text(&assembly, segment);
    }
    const double left = line_left(setting, number, assembly.x);
    for (guint i = 0; i < assembly.pieces->len; i++)
        g_array_index(assembly.pieces, struct piece, i).x += left;
    g_array_sort(assembly.pieces, as_read);
    g_array_free(segments, TRUE);
    return assembly.pieces;
}
