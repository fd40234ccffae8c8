#include "layout/flatten.h"

#include <string.h>

/* A chapter's first words are set in small capitals up to about this many characters. */
enum { OPENING_LENGTH = 22 };

struct flattening {
    struct setter *setter;
    struct flat flat;
    struct stretch now; /* the look in force */
    enum role role;
    bool after_entry; /* of the index, which shows nothing: of the spaces around it one is left */
};

static void add(struct flattening *f, const char *text)
{
    if (!text || !*text)
        return;
    char *capitals = f->now.look.caps == CAPS_ALL ? g_utf8_strup(text, -1) : NULL;
    struct stretch stretch = f->now;
    stretch.start = f->flat.text->len;
    g_string_append(f->flat.text, capitals ? capitals : text);
    stretch.end = f->flat.text->len;
    g_array_append_val(f->flat.stretches, stretch);
    g_free(capitals);
}

/* The first words in the opening's look, the rest in the text's. */
static void add_opening(struct flattening *f, const char *text)
{
    const char *cut = text;
    glong passed = g_utf8_strlen(f->flat.text->str, -1);
    for (; *cut; cut = g_utf8_next_char(cut), passed++)
        if (*cut == ' ' && passed >= OPENING_LENGTH)
            break;
    char *first = g_strndup(text, (size_t)(cut - text));
    add(f, first);
    g_free(first);
    if (!*cut)
        return;
    f->role = ROLE_TEXT;
    f->now.look = f->setter->style->look[ROLE_TEXT];
    add(f, cut);
}

static void add_words(struct flattening *f, const char *text)
{
    const GString *before = f->flat.text;
    if (f->after_entry && text && *text == ' ' && (before->len == 0 || strchr(" \n", before->str[before->len - 1])))
        text++;
    f->after_entry = false;
    if (f->role == ROLE_OPENING)
        add_opening(f, text);
    else
        add(f, text);
}

/* The text of a span, which lies in the book. */
static void add_origin(struct flattening *f, const char *text, void (*add_text)(struct flattening *, const char *))
{
    const size_t length = text ? strlen(text) : 0;
    struct origin origin = {.start = f->flat.text->len, .from = text, .exact = f->now.look.caps != CAPS_ALL};
    add_text(f, text);
    origin.end = f->flat.text->len;
    if (origin.exact && origin.end - origin.start < length) /* a space less */
        origin.from += length - (origin.end - origin.start);
    if (origin.end > origin.start)
        g_array_append_val(f->flat.origins, origin);
}

static void add_object(struct flattening *f, const struct span *span, double width)
{
    const struct stretch before = f->now;
    f->now.object = span;
    f->now.object_width = width;
    add(f, OBJECT_CHARACTER);
    f->now = before;
}

/* Of a raised or lowered figure; a press prints nothing smaller. */
static double script_size(double size)
{
    return MAX(size * 0.66, MIN(size, SMALLEST));
}

/* A small raised figure that leads to the note. */
static void add_note(struct flattening *f, const struct span *span)
{
    const struct stretch before = f->now;
    struct note_call call = {f->flat.text->len, span->note};
    g_array_append_val(f->flat.calls, call);
    char number[16];
    g_snprintf(number, sizeof number, "%d", span->note->number);
    f->now.raise = before.look.size * 0.34;
    f->now.look.size = script_size(f->now.look.size);
    f->now.look.lining = true;
    f->now.look.italic = false;
    f->now.look.caps = CAPS_NONE;
    f->now.look.tracking = 0;
    f->now.note = span->note->id;
    add(f, number);
    f->now = before;
}

static void add_mark(struct flattening *f, const struct span *span)
{
    const struct mark mark = {f->flat.text->len, span->id};
    if (span->id)
        g_array_append_val(f->flat.marks, mark);
}

static void add_page_reference(struct flattening *f, const struct span *span)
{
    f->setter->map_asked = true;
    const struct page_place *place = f->setter->map ? page_map_find(f->setter->map, span->anchor->id) : NULL;
    char *reference = g_strdup_printf(", %s\u00A0%s", words_get(f->setter->words, WORD_PAGE), place ? place->label : "00");
    add_words(f, reference);
    g_free(reference);
}

static void add_spans(struct flattening *f, const struct span *spans);

static void look_like_code(struct flattening *f)
{
    const struct look *code = &f->setter->style->look[ROLE_CODE];
    f->now.look.font = code->font;
    f->now.look.size *= code->size / f->setter->style->look[ROLE_TEXT].size;
}

/* Raised by a third of its size as a note's number is, or lowered by half of that. */
static void look_like_script(struct flattening *f, double raise)
{
    f->now.raise += raise * f->now.look.size;
    f->now.look.size = script_size(f->now.look.size);
    f->now.look.lining = true;
}

/* What has no look of its own here is its words. */
static void look_like(struct flattening *f, enum phrase phrase)
{
    switch (phrase) {
    case PHRASE_BOLD:
        f->now.look.weight = MAX(600, f->now.look.weight);
        break;
    case PHRASE_ITALIC:
    case PHRASE_WORK:
    case PHRASE_DEFINED:
    case PHRASE_VARIABLE:
        f->now.look.italic = !f->now.look.italic;
        break;
    case PHRASE_SMALL:
        f->now.look.size *= 0.85;
        break;
    case PHRASE_SUPERSCRIPT:
        look_like_script(f, 0.34);
        break;
    case PHRASE_SUBSCRIPT:
        look_like_script(f, -0.17);
        break;
    case PHRASE_CODE:
    case PHRASE_KEYS:
    case PHRASE_SAMPLE:
        look_like_code(f);
        break;
    default:
        break;
    }
}

static void add_styled(struct flattening *f, const struct span *span)
{
    const struct stretch before = f->now;
    const enum role role = f->role;
    add_mark(f, span); /* where a term is first used, or HTML gives it an id */
    switch (span->kind) {
    case SPAN_EMPHASIS:
        f->now.look.italic = !before.look.italic;
        break;
    case SPAN_STRONG:
        f->now.look.weight = MAX(600, before.look.weight);
        break;
    case SPAN_SMALLCAPS:
        f->now.look.caps = CAPS_SMALL;
        f->now.look.tracking = MAX(30, before.look.tracking);
        break;
    case SPAN_LINK:
        f->now.link = span;
        break;
    case SPAN_PHRASE:
        look_like(f, span->phrase);
        break;
    default:
        break;
    }
    if (span->lang)
        f->now.lang = span->lang;
    add_spans(f, span->children);
    if (span->kind == SPAN_LINK && span->written && span->anchor)
        add_page_reference(f, span);
    f->now = before;
    if (f->role != role) /* the opening ended inside */
        f->now.look = f->setter->style->look[f->role];
}

static void add_code(struct flattening *f, const char *text)
{
    const struct stretch before = f->now;
    look_like_code(f);
    add(f, text);
    f->now = before;
}

static double image_width(const struct flattening *f, const struct span *span)
{
    const double height = f->now.look.size; /* a picture in a line is as high as its letters */
    return span->image->height > 0 ? height * span->image->width / span->image->height : height;
}

static void add_spans(struct flattening *f, const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next) {
        switch (span->kind) {
        case SPAN_TEXT:
            add_origin(f, span->text, add_words);
            break;
        case SPAN_CODE:
            add_origin(f, span->text, add_code);
            break;
        case SPAN_BREAK:
            add(f, "\n");
            break;
        case SPAN_NOTEREF:
            add_note(f, span);
            break;
        case SPAN_BLANK:
            add_object(f, span, span->width_mm > 0 ? span->width_mm * MM : 15 * MM);
            break;
        case SPAN_IMAGE:
            add_object(f, span, image_width(f, span));
            break;
        case SPAN_INDEX:
            add_mark(f, span);
            f->after_entry = true;
            break;
        default:
            add(f, span_is_reading(span) ? "(" : NULL);
            add_styled(f, span);
            add(f, span_is_reading(span) ? ")" : NULL);
        }
    }
}

static struct flattening start(struct setter *setter, enum role role)
{
    const struct style *style = setter->style;
    struct flattening f = {.setter = setter, .role = role};
    f.flat.text = g_string_new(NULL);
    f.flat.stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    f.flat.calls = g_array_new(FALSE, FALSE, sizeof(struct note_call));
    f.flat.marks = g_array_new(FALSE, FALSE, sizeof(struct mark));
    f.flat.origins = g_array_new(FALSE, FALSE, sizeof(struct origin));
    f.now.lang = setter->lang;
    f.now.look = style->look[role];
    f.now.colour = style->look[role].accent ? style->accent : style->text;
    return f;
}

struct flat flatten_spans(struct setter *setter, const struct span *spans, enum role role)
{
    struct flattening f = start(setter, role);
    add_spans(&f, spans);
    return f.flat;
}

struct flat flatten_text(struct setter *setter, const char *text, enum role role)
{
    struct flattening f = start(setter, role);
    add(&f, text);
    return f.flat;
}

void flat_free(struct flat *flat)
{
    g_string_free(flat->text, TRUE);
    g_array_free(flat->stretches, TRUE);
    g_array_free(flat->calls, TRUE);
    g_array_free(flat->marks, TRUE);
    g_array_free(flat->origins, TRUE);
}

const char *flat_origin(const struct flat *flat, size_t start, size_t end, bool inside)
{
    for (guint i = 0; i < flat->origins->len; i++) {
        const struct origin *origin = &g_array_index(flat->origins, struct origin, i);
        if (origin->end <= start)
            continue;
        if (origin->start >= end)
            return NULL;
        if (origin->start >= start)
            return origin->from;
        if (!origin->exact)
            continue;
        const char *at = origin->from + (start - origin->start), *last = origin->from + (origin->end - origin->start);
        while (inside && at < last && *at != ' ')
            at++;
        while (at < last && *at == ' ')
            at++;
        if (at < last)
            return at;
    }
    return NULL;
}
