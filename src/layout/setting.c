/* setting: a paragraph from spans to set lines: flatten, shape, measure, break, justify. */
#include <math.h>
#include <string.h>

#include "layout/flatten.h"
#include "layout/linebreak.h"
#include "layout/setter.h"
#include "layout/setting.h"

/* How much of a character hangs into the margin at a line's end (start), in thousandths of its
 * width: after Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system" (2000), chapter 3. */
static double hang_right(gunichar c)
{
    switch (c) {
    case '.': case ',': case '-': case 0x2019: case 0x201D: case 0x2018: case 0x201C:
        return 0.6;
    case ';': case ':': case 0x2013:
        return 0.3;
    case '!': case '?': case ')': case 0x2014:
        return 0.15;
    default:
        return 0;
    }
}

static double hang_left(gunichar c)
{
    switch (c) {
    case 0x2018: case 0x201C: case 0x201E: case 0x201A: case 0x2019:
        return 0.6;
    case '(': case '[':
        return 0.1;
    default:
        return 0;
    }
}

/* A paragraph at work. Character arrays have count + 1 entries. */
struct work {
    struct setter *setter;
    struct flat flat;
    GArray *runs;
    size_t count;
    size_t *offset; /* byte of each character */
    gunichar *character;
    double *width, *spaces, *left, *right;
    bool *is_space;
    bool *may_break;
    enum break_kind *breaks;
    struct measures measures;
};

static void characters_read(struct work *w)
{
    const char *text = w->flat.text->str;
    w->count = (size_t)g_utf8_strlen(text, -1);
    const size_t n = w->count + 1;
    w->offset = g_new0(size_t, n);
    w->character = g_new0(gunichar, n);
    w->width = g_new0(double, n);
    w->spaces = g_new0(double, n);
    w->left = g_new0(double, n);
    w->right = g_new0(double, n);
    w->is_space = g_new0(bool, n);
    w->breaks = g_new0(enum break_kind, n);
    const char *p = text;
    for (size_t i = 0; i < w->count; i++, p = g_utf8_next_char(p)) {
        w->offset[i] = (size_t)(p - text);
        w->character[i] = g_utf8_get_char(p);
        w->is_space[i] = w->character[i] == ' ' || w->character[i] == '\n';
    }
    w->offset[w->count] = w->flat.text->len;
}

static size_t character_at(const struct work *w, size_t offset)
{
    size_t low = 0, high = w->count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (w->offset[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Advances of all characters, then sums. A cluster's advance counts at its first character. */
static void characters_measure(struct work *w)
{
    double *advance = g_new0(double, w->count + 1);
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
    for (guint r = 0; r < w->runs->len; r++) {
        const struct run *run = &g_array_index(w->runs, struct run, r);
        if (run->stretch->object) {
            advance[character_at(w, run->start)] += MIN(run->stretch->object_width, w->measures.measure);
            continue;
        }
        g_array_set_size(glyphs, 0);
        shape_run(run, w->flat.text->str, w->setter->book->about.lang, run->start, run->end, glyphs);
        for (guint g = 0; g < glyphs->len; g++) {
            const struct glyph *glyph = &g_array_index(glyphs, struct glyph, g);
            advance[character_at(w, glyph->cluster)] += glyph->advance;
        }
    }
    for (size_t i = 0; i < w->count; i++) {
        if (w->character[i] == '\n')
            advance[i] = 0;
        const bool stretches = w->character[i] == ' ' || w->character[i] == 0xA0;
        w->width[i + 1] = w->width[i] + advance[i];
        w->spaces[i + 1] = w->spaces[i] + (stretches ? advance[i] : 0);
        w->left[i] = advance[i] * hang_left(w->character[i]);
        w->right[i + 1] = advance[i] * hang_right(w->character[i]);
    }
    g_array_free(glyphs, TRUE);
    g_free(advance);
}

static void hyphens_find(struct work *w)
{
    for (size_t i = 0; i < w->count;) {
        size_t end = i;
        while (end < w->count && g_unichar_isalpha(w->character[end]))
            end++;
        if (end == i) {
            i++;
            continue;
        }
        const size_t length = end - i;
        char *word = g_strndup(w->flat.text->str + w->offset[i], w->offset[end] - w->offset[i]);
        bool *allowed = g_new0(bool, length);
        hyphen_points(w->setter->hyphenator, word, length, allowed);
        for (size_t k = 0; k + 1 < length; k++)
            if (allowed[k] && w->breaks[i + k + 1] == BREAK_NONE)
                w->breaks[i + k + 1] = BREAK_HYPHEN;
        g_free(allowed);
        g_free(word);
        i = end;
    }
}

/* A footnote's mark stays with the word it stands behind. */
static void notes_bind(struct work *w)
{
    for (guint i = 0; i < w->flat.calls->len; i++)
        w->may_break[character_at(w, g_array_index(w->flat.calls, struct note_call, i).offset)] = false;
}

static void breaks_find(struct work *w, bool hyphenate)
{
    notes_bind(w);
    for (size_t i = 1; i < w->count; i++) {
        if (w->character[i - 1] == '\n')
            w->breaks[i] = BREAK_FORCED;
        else if (w->may_break[i] && w->character[i] != 0x2014) /* no line begins with a dash */
            w->breaks[i] = w->is_space[i - 1] ? BREAK_SPACE : BREAK_PLAIN;
    }
    if (hyphenate && w->setter->hyphenator)
        hyphens_find(w);
}

/* ---- a line from its characters ---- */

struct line_maker {
    struct work *work;
    struct line *line;
    GArray *pieces;  /* struct piece */
    GArray *glyphs; /* struct glyph, scratch */
    double x;
    double space_extra; /* added to each stretchable space, in parts of its width */
};

/* The glyphs of one run's piece of the line, as a text of the page. */
static void add_text_part(struct line_maker *maker, const struct run *run, size_t start, size_t end, const char *text)
{
    struct arena *arena = maker->work->setter->arena;
    g_array_set_size(maker->glyphs, 0);
    shape_run(run, text, maker->work->setter->book->about.lang, start, end, maker->glyphs);
    const guint count = maker->glyphs->len;
    if (!count)
        return;
    struct page_text *set = ARENA_NEW(arena, struct page_text);
    set->face = run->face;
    set->size = run->stretch->look.size;
    set->stretch = 1;
    set->text = arena_substring(arena, text + start, end - start);
    set->count = count;
    set->glyphs = ARENA_ARRAY(arena, struct page_glyph, count);
    set->backward = run->level % 2 != 0;
    double x = 0;
    for (guint i = 0; i < count; i++) {
        const struct glyph *glyph = &g_array_index(maker->glyphs, struct glyph, i);
        set->glyphs[i] = (struct page_glyph){glyph->index, x + glyph->dx, glyph->dy, 0};
        const char *of = text + glyph->cluster;
        const bool space = *of == ' ' || strncmp(of, "\u00A0", 2) == 0;
        x += glyph->advance * (space ? 1 + maker->space_extra : 1);
    }
    set->width = x;
    /* Bytes: each cluster's go to its first glyph in logical order. */
    for (guint i = 0; i < count; i++) {
        const guint logical = set->backward ? count - 1 - i : i;
        const size_t cluster = g_array_index(maker->glyphs, struct glyph, logical).cluster;
        size_t next = end;
        bool first = true;
        for (guint k = 0; k < count; k++) {
            const guint other = set->backward ? count - 1 - k : k;
            const size_t c = g_array_index(maker->glyphs, struct glyph, other).cluster;
            if (c > cluster && c < next)
                next = c;
            if (c == cluster && k < i)
                first = false;
        }
        set->glyphs[logical].bytes = first ? (int)(next - cluster) : 0;
    }
    struct piece piece = {.kind = PIECE_TEXT, .x = maker->x, .raise = run->stretch->raise, .width = x, .text = set, .stretch = *run->stretch};
    g_array_append_val(maker->pieces, piece);
    maker->x += x;
}

static void add_object_part(struct line_maker *maker, const struct run *run)
{
    const struct span *object = run->stretch->object;
    struct piece piece = {.kind = object->kind == SPAN_BLANK ? PIECE_BLANK : PIECE_IMAGE,
                        .x = maker->x,
                        .width = MIN(run->stretch->object_width, maker->work->measures.measure),
                        .stretch = *run->stretch};
    g_array_append_val(maker->pieces, piece);
    maker->x += piece.width;
}

/* UAX #9, rule L2: reverse from the highest level down to the lowest odd one. */
static void reorder(const struct run **runs, size_t count)
{
    int highest = 0;
    for (size_t i = 0; i < count; i++)
        highest = MAX(highest, runs[i]->level);
    for (int level = highest; level > 0; level--)
        for (size_t i = 0; i < count; i++) {
            size_t end = i;
            while (end < count && runs[end]->level >= level)
                end++;
            for (size_t a = i, b = end; a + 1 < b; a++, b--) {
                const struct run *swap = runs[a];
                runs[a] = runs[b - 1];
                runs[b - 1] = swap;
            }
            i = MAX(i, end);
        }
}

static void line_fill(struct line_maker *maker, const struct line_break *at, size_t stop)
{
    struct work *w = maker->work;
    const size_t start = w->offset[at->start], end = w->offset[at->end];
    const size_t tail = w->offset[stop]; /* with the space that ends the line, for extraction */
    GPtrArray *runs = g_ptr_array_new();
    for (guint r = 0; r < w->runs->len; r++) {
        const struct run *run = &g_array_index(w->runs, struct run, r);
        if (run->end > start && run->start < end)
            g_ptr_array_add(runs, (gpointer)run);
    }
    const struct run *last = runs->len ? g_ptr_array_index(runs, runs->len - 1) : NULL;
    reorder((const struct run **)(void *)runs->pdata, runs->len);
    for (guint r = 0; r < runs->len; r++) {
        const struct run *run = g_ptr_array_index(runs, r);
        if (run->stretch->object) {
            add_object_part(maker, run);
            continue;
        }
        size_t to = MIN(run->end, end);
        /* Only where the line's last run is also its rightmost does its space stay behind it. */
        if (run == last && r + 1 == runs->len && !(run->level % 2) && tail > end && at->kind == BREAK_SPACE)
            to = MIN(run->end, end + 1);
        add_text_part(maker, run, MAX(run->start, start), to, w->flat.text->str);
    }
    if (at->kind == BREAK_HYPHEN && last)
        add_text_part(maker, last, 0, 1, "-");
    g_ptr_array_free(runs, TRUE);
}

static double line_content_width(const struct line_maker *maker, bool trailing_space)
{
    double width = maker->x;
    if (trailing_space && maker->pieces->len) {
        const struct piece *last = &g_array_index(maker->pieces, struct piece, maker->pieces->len - 1);
        if (last->kind == PIECE_TEXT && last->text->count && g_str_has_suffix(last->text->text, " "))
            width = last->x + last->text->glyphs[last->text->count - 1].x;
    }
    return width;
}

/* A blank that runs to the line's end takes what is left of it. */
static void stretch_full_blank(struct line_maker *maker, double room)
{
    for (guint i = 0; i < maker->pieces->len; i++) {
        struct piece *piece = &g_array_index(maker->pieces, struct piece, i);
        if (piece->kind != PIECE_BLANK || piece->stretch.object->width_mm > 0)
            continue;
        const double more = room - maker->x;
        if (more <= 0)
            return;
        piece->width += more;
        for (guint k = i + 1; k < maker->pieces->len; k++)
            g_array_index(maker->pieces, struct piece, k).x += more;
        maker->x += more;
        return;
    }
}

static void line_make(struct work *w, struct setting *setting, size_t number, const struct line_break *at, size_t stop)
{
    struct line *line = &setting->lines[number];
    const double room = linebreak_room(&w->measures, number);
    const double hang_end = at->kind == BREAK_HYPHEN ? w->measures.hyphen_hang : w->right[at->end];
    struct line_maker maker = {.work = w, .line = line};
    maker.pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    maker.glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
    line_fill(&maker, at, stop);
    const bool tail = at->kind == BREAK_SPACE;
    double width = line_content_width(&maker, tail);
    const double wanted = room + (at->end > at->start ? w->left[at->start] : 0) + hang_end;
    const double spaces = w->spaces[at->end] - w->spaces[at->start];
    const bool ends = stop == w->count || at->kind == BREAK_FORCED;
    const bool justify = w->measures.justified && spaces > 0 && (!ends || width > wanted);
    if (justify) {
        maker.space_extra = (wanted - width) / spaces;
        g_array_set_size(maker.pieces, 0);
        maker.x = 0;
        line_fill(&maker, at, stop);
        width = line_content_width(&maker, tail);
    } else {
        stretch_full_blank(&maker, room);
        width = MAX(width, line_content_width(&maker, tail));
    }
    double x = w->measures.measure - room;
    if (setting->align == ALIGN_RIGHT)
        x += room - width;
    else if (setting->align == ALIGN_CENTER)
        x += (room - width) / 2;
    else if (at->end > at->start)
        x -= w->left[at->start];
    for (guint i = 0; i < maker.pieces->len; i++)
        g_array_index(maker.pieces, struct piece, i).x += x;
    line->x = x;
    line->width = width;
    line->hyphenated = at->kind == BREAK_HYPHEN;
    line->piece_count = maker.pieces->len;
    line->pieces = arena_copy(w->setter->arena, maker.pieces->data, maker.pieces->len * sizeof(struct piece));
    setting->width = MAX(setting->width, x + width);
    g_array_free(maker.pieces, TRUE);
    g_array_free(maker.glyphs, TRUE);
}

static void line_notes(struct work *w, struct line *line, const struct line_break *at, size_t stop)
{
    GPtrArray *notes = g_ptr_array_new();
    for (guint i = 0; i < w->flat.calls->len; i++) {
        const struct note_call *call = &g_array_index(w->flat.calls, struct note_call, i);
        if (call->offset >= w->offset[at->start] && call->offset < w->offset[stop])
            g_ptr_array_add(notes, (gpointer)call->note);
    }
    line->note_count = notes->len;
    line->notes = arena_copy(w->setter->arena, notes->pdata, notes->len * sizeof(struct block *));
    g_ptr_array_free(notes, TRUE);
}

static void work_free(struct work *w)
{
    flat_free(&w->flat);
    g_array_free(w->runs, TRUE);
    g_free(w->offset);
    g_free(w->character);
    g_free(w->width);
    g_free(w->spaces);
    g_free(w->left);
    g_free(w->right);
    g_free(w->is_space);
    g_free(w->may_break);
    g_free(w->breaks);
}

/* The hyphen's width in the paragraph's own look. */
static double hyphen_width(struct work *w)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));
    shape_run(&g_array_index(w->runs, struct run, 0), "-", w->setter->book->about.lang, 0, 1, glyphs);
    const double width = glyphs->len ? g_array_index(glyphs, struct glyph, 0).advance : 0;
    g_array_free(glyphs, TRUE);
    return width;
}

static void lines_make(struct work *w, struct setting *setting)
{
    struct line_break *at = g_new0(struct line_break, w->count + 2);
    setting->count = linebreak_find(&w->measures, at);
    setting->lines = ARENA_ARRAY(w->setter->arena, struct line, setting->count);
    for (size_t i = 0; i < setting->count; i++) {
        const size_t stop = i + 1 < setting->count ? at[i + 1].start : w->count;
        line_make(w, setting, i, &at[i], stop);
        line_notes(w, &setting->lines[i], &at[i], stop);
    }
    g_free(at);
}

static struct setting *set_flat(struct setter *setter, struct flat flat, enum role role, double width,
                                enum align align, const struct shape *shape)
{
    const struct look *look = &setter->style->look[role];
    struct setting *setting = ARENA_NEW(setter->arena, struct setting);
    setting->role = role;
    setting->leading = look->leading;
    setting->align = align != ALIGN_DEFAULT                     ? align
                     : look->justify && setter->style->justify ? ALIGN_JUSTIFY
                                                               : ALIGN_LEFT;
    struct work w = {.setter = setter, .flat = flat};
    w.runs = shape_itemize(setter->faces, flat.text->str, (const struct stretch *)(void *)flat.stretches->data,
                           flat.stretches->len, setter->book->about.lang, &w.may_break);
    w.measures.measure = MAX(width, 1);
    characters_read(&w);
    if (w.count && w.runs->len) {
        characters_measure(&w);
        breaks_find(&w, look->hyphenate && setter->style->hyphenate);
        w.measures.count = w.count;
        w.measures.width = w.width, w.measures.spaces = w.spaces;
        w.measures.hang_left = w.left, w.measures.hang_right = w.right;
        w.measures.breaks = w.breaks, w.measures.is_space = w.is_space;
        w.measures.hyphen_width = hyphen_width(&w);
        w.measures.hyphen_hang = w.measures.hyphen_width * hang_right('-');
        w.measures.justified = setting->align == ALIGN_JUSTIFY;
        if (shape) {
            w.measures.first_indent = shape->first;
            w.measures.hanging = shape->hanging;
            w.measures.hanging_lines = shape->hanging_lines;
        }
        lines_make(&w, setting);
    }
    work_free(&w);
    return setting;
}

struct setting *set_paragraph(struct setter *setter, const struct span *spans, enum role role, double width,
                              enum align align, const struct shape *shape)
{
    struct setting *setting = set_flat(setter, flatten_spans(setter, spans, role), role, width, align, shape);
    if (spans && setting->width > width + 3 + width * 0.02)
        diags_report(setter->diags, DIAG_WARNING, spans->at, "line-overfull", "shorten the word, or allow it to break",
                     "a line is %.0f mm wider than its column", (setting->width - width) / MM);
    return setting;
}

struct setting *set_spans(struct setter *setter, const struct span *spans, enum role role, double width, enum align align)
{
    return set_paragraph(setter, spans, role, width, align, NULL);
}

struct setting *set_text(struct setter *setter, const char *text, enum role role, double width, enum align align)
{
    return set_flat(setter, flatten_text(setter, text, role), role, width, align, NULL);
}

double setting_height(const struct setting *setting)
{
    return (double)setting->count * setting->leading;
}

double setting_width(const struct setting *setting)
{
    return setting->width;
}

size_t setting_lines(const struct setting *setting)
{
    return setting->count;
}

double setting_leading(const struct setting *setting)
{
    return setting->leading;
}

bool setting_line_hyphenated(const struct setting *setting, size_t line)
{
    return setting->lines[line].hyphenated;
}

const struct block *const *setting_notes(const struct setting *setting, size_t line, size_t *count)
{
    *count = setting->lines[line].note_count;
    return setting->lines[line].notes;
}

double text_width(struct setter *setter, const char *text, enum role role)
{
    return setting_width(set_text(setter, text, role, 1e5, ALIGN_LEFT));
}
