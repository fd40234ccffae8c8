/* setting: a paragraph from spans to set lines: flatten, shape, measure, break. */
#include "layout/setting.h"

#include <math.h>

#include "layout/linebreak.h"

/* A column of fewer em than this has too few spaces in a line to make it as wide as it is: it is ragged. */
static const double JUSTIFIED_FROM = 14;

static struct settings one_empty(struct setter *setter, const struct setting *like)
{
    return (struct settings){.way = {arena_copy(setter->arena, like, sizeof *like)}, .count = 1};
}

/* The notes called between two bytes of the text. */
static void line_notes(struct setter *setter, const struct flat *flat, struct line *line, size_t start, size_t end)
{
    if (!flat->calls->len)
        return;
    GPtrArray *notes = g_ptr_array_new();
    for (guint i = 0; i < flat->calls->len; i++) {
        const struct note_call *call = &g_array_index(flat->calls, struct note_call, i);
        if (call->offset >= start && call->offset < end)
            g_ptr_array_add(notes, (gpointer)call->note);
    }
    line->note_count = (uint16_t)notes->len;
    line->notes = arena_copy(setter->arena, notes->pdata, notes->len * sizeof(struct block *));
    g_ptr_array_free(notes, TRUE);
}

/* The marks between two bytes; those at the text's end stand on its last line. */
static void line_marks(struct setter *setter, const struct flat *flat, struct line *line, size_t start, size_t end)
{
    if (!flat->marks->len)
        return;
    GPtrArray *ids = g_ptr_array_new();
    for (guint i = 0; i < flat->marks->len; i++) {
        const struct mark *mark = &g_array_index(flat->marks, struct mark, i);
        if (mark->offset >= start && (mark->offset < end || end == flat->text->len))
            g_ptr_array_add(ids, (gpointer)mark->id);
    }
    if (ids->len) {
        g_ptr_array_add(ids, NULL);
        line->ids = arena_copy(setter->arena, ids->pdata, ids->len * sizeof(char *));
    }
    g_ptr_array_free(ids, TRUE);
}

/* The byte of the text where a place lies. */
static size_t place_byte(const struct paragraph *paragraph, const struct place *place, const struct flat *flat)
{
    if (place->atom >= paragraph->count)
        return flat->text->len;
    const struct atom *atom = &paragraph->atoms[place->atom];
    return atom->start + (place->cut ? atom->word->cuts[place->cut - 1].at : 0);
}

static double line_width(const struct stop *from, const struct stop *to, const struct fit *fit)
{
    const double width = to->end - from->start, glue = to->end_glue - from->start_glue;
    const double glyphs = width - glue - (to->end_rigid - from->start_rigid);
    return width + glyphs * (fit->stretch - 1) + glue * (fit->space - 1) + (to->end_letters - from->start_letters) * fit->tracking;
}

static void make_line(struct setter *setter, struct setting *setting, const struct flat *flat, const struct stops *stops,
                      const struct line_break *at, size_t number)
{
    struct line *line = &setting->lines[number];
    const struct stop *from = &g_array_index(stops->stops, struct stop, at->from);
    const struct stop *to = &g_array_index(stops->stops, struct stop, at->to);
    *line = (struct line){.from = g_array_index(stops->places, struct place, at->from),
                          .to = g_array_index(stops->places, struct place, at->to),
                          .stretch = (float)at->fit.stretch,
                          .space = (float)at->fit.space,
                          .tracking = (float)at->fit.tracking,
                          .hyphenated = to->looks_hyphenated,
                          .before_space = (to->kind == STOP_SPACE || to->kind == STOP_FORCED) && at->to + 1 < stops->stops->len};
    line->width = (float)line_width(from, to, &at->fit);
    const size_t start = place_byte(setting->paragraph, &line->from, flat), end = place_byte(setting->paragraph, &line->to, flat);
    line_notes(setter, flat, line, start, end);
    line_marks(setter, flat, line, start, end);
    line->source = flat_origin(flat, start, end, line->from.cut > 0);
    const double indent = setting->measure - line_room(setting->measure, &setting->indents, number);
    setting->width = MAX(setting->width, indent + line->width + to->hang);
}

static struct setting *make_setting(struct setter *setter, const struct setting *like, const struct flat *flat,
                                    const struct stops *stops, const struct breaking *breaking)
{
    struct setting *setting = arena_copy(setter->arena, like, sizeof *like);
    setting->count = breaking->count;
    setting->lines = ARENA_ARRAY(setter->arena, struct line, breaking->count);
    for (size_t i = 0; i < breaking->count; i++)
        make_line(setter, setting, flat, stops, &breaking->lines[i], i);
    if (setting->measure >= NO_LIMIT)
        setting->measure = setting->width;
    return setting;
}

static bool hyphenates(const struct setter *setter, enum role role)
{
    return setter->style->look[role].hyphenate && setter->style->hyphenate;
}

static struct settings break_paragraph(struct setter *setter, const struct setting *like, const struct flat *flat, size_t most)
{
    const struct look *look = &setter->style->look[like->role];
    struct stops stops = paragraph_stops(like->paragraph, hyphenates(setter, like->role));
    const struct measures measures = {
        .stops = (const struct stop *)(void *)stops.stops->data,
        .count = stops.stops->len,
        .measure = like->measure,
        .indents = like->indents,
        .justified = like->align == ALIGN_JUSTIFY,
        .em = look->size,
    };
    struct breaking breakings[BREAKINGS_AT_MOST];
    struct settings made = {.count = linebreak_find(&measures, breakings, most)};
    for (size_t i = 0; i < made.count; i++) {
        made.way[i] = make_setting(setter, like, flat, &stops, &breakings[i]);
        made.cost[i] = breakings[i].cost;
        g_free(breakings[i].lines);
    }
    stops_clear(&stops);
    return made;
}

static struct settings set_flat(struct setter *setter, struct flat flat, enum role role, double width, enum align align,
                                const struct indents *indents, size_t most)
{
    const struct look *look = &setter->style->look[role];
    struct setting like = {.role = role, .leading = look->leading, .measure = MAX(width, 1)};
    const bool justify = look->justify && setter->style->justify && width >= JUSTIFIED_FROM * look->size;
    like.tags = setting_tags_new(setter);
    like.align = align != ALIGN_DEFAULT ? align : justify ? ALIGN_JUSTIFY : ALIGN_LEFT;
    if (indents)
        like.indents = *indents;
    struct settings made;
    if (flat.text->len) {
        /* The shortest line must hold what cannot be divided. */
        const double shortest = like.measure - MAX(0, MAX(like.indents.first, like.indents.hanging));
        like.paragraph = paragraph_make(setter, &flat, MAX(1, shortest), hyphenates(setter, role));
        made = break_paragraph(setter, &like, &flat, most);
    } else {
        made = one_empty(setter, &like);
    }
    flat_free(&flat);
    return made;
}

struct settings set_ways(struct setter *setter, const struct span *spans, enum role role, double width, enum align align,
                         const struct indents *indents)
{
    const struct settings made =
        set_flat(setter, flatten_spans(setter, spans, role), role, width, align, indents, BREAKINGS_AT_MOST);
    const double out = made.way[0]->width - width;
    if (!spans || setter->told)
        return made;
    if (made.way[0]->paragraph && made.way[0]->paragraph->divided)
        diags_report(setter->diags, DIAG_WARNING, spans->at, "word-long", "shorten it",
                     "a word is longer than its line, which has %.0f mm, and is divided wherever the line is full", width / MM);
    if (out > 3 + width * 0.02)
        diags_report(setter->diags, DIAG_WARNING, spans->at, "line-overfull", "shorten the word, or allow it to break",
                     "a line is %.0f mm wider than its column", out / MM);
    return made;
}

struct setting *set_paragraph(struct setter *setter, const struct span *spans, enum role role, double width,
                              enum align align, const struct indents *indents)
{
    return set_ways(setter, spans, role, width, align, indents).way[0];
}

struct setting *set_spans(struct setter *setter, const struct span *spans, enum role role, double width, enum align align)
{
    return set_paragraph(setter, spans, role, width, align, NULL);
}

struct setting *set_text(struct setter *setter, const char *text, enum role role, double width, enum align align)
{
    return set_flat(setter, flatten_text(setter, text, role), role, width, align, NULL, 1).way[0];
}

double whole_lines(const struct setter *setter, double height)
{
    const double leading = setter->style->leading;
    return ceil(height / leading - 1e-6) * leading;
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

void setting_begin_at(struct setting *setting, const char *source)
{
    if (setting->count)
        setting->lines[0].source = source;
}

void setting_end_in_space(struct setting *setting)
{
    if (setting->count)
        setting->lines[setting->count - 1].before_space = true;
}

double setting_leading(const struct setting *setting)
{
    return setting->leading;
}

const struct page_tag *setting_tag(const struct setting *setting)
{
    return setting->tags->own;
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

double spans_least_width(struct setter *setter, const struct span *spans, enum role role, bool hyphenate)
{
    struct flat flat = flatten_spans(setter, spans, role);
    const double width = flat.text->len ? paragraph_least_width(paragraph_make(setter, &flat, NO_LIMIT, hyphenate), hyphenate) : 0;
    flat_free(&flat);
    return width;
}

double text_width(struct setter *setter, const char *text, enum role role)
{
    return setting_width(set_text(setter, text, role, NO_LIMIT, ALIGN_LEFT));
}

/* As many letters of a word as are not wider, and an ellipsis. */
static const char *word_fitted(struct setter *setter, const char *word, enum role role, double width)
{
    const char *fitted = "\u2026";
    for (const char *end = word; *end;) {
        end = g_utf8_next_char(end);
        const char *tried = arena_printf(setter->arena, "%.*s\u2026", (int)(end - word), word);
        if (text_width(setter, tried, role) > width)
            break;
        fitted = tried;
    }
    return fitted;
}

const char *text_fitted(struct setter *setter, const char *text, enum role role, double width)
{
    if (text_width(setter, text, role) <= width)
        return text;
    char **words = g_strsplit(text, " ", -1);
    const char *fitted = NULL;
    GString *longer = g_string_new(NULL);
    for (char **word = words; *word; word++) {
        g_string_append_printf(longer, "%s%s", word == words ? "" : " ", *word);
        const char *tried = arena_printf(setter->arena, "%s\u2026", longer->str);
        if (text_width(setter, tried, role) > width)
            break;
        fitted = tried;
    }
    if (!fitted)
        fitted = word_fitted(setter, text, role, width);
    g_string_free(longer, TRUE);
    g_strfreev(words);
    return fitted;
}
