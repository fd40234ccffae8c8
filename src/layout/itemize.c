#include "layout/itemize.h"

#include <hb-glib.h>
#include <math.h>
#include <string.h>

#include "layout/breaks.h"
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

/* ---- plain text ---- */

/* Characters below this are remembered. */
enum { REMEMBERED = 0x2100 };

/* A look whose texts have come out as a single left-to-right Latin run so far, and the characters in them: a text of
 * these alone, with a letter among them, can only come out the same. */
struct plain {
    struct look look;
    const char *lang; /* Pango's own copy */
    const struct hyphenation *hyphenation;
    struct fount *fount;
    bool known[REMEMBERED];
};

static bool same_look(const struct look *a, const struct look *b)
{
    return a->font == b->font && fabs(a->size - b->size) < 1e-9 && a->weight == b->weight && a->italic == b->italic &&
           a->caps == b->caps && a->tracking == b->tracking && a->lining == b->lining && a->tabular == b->tabular;
}

static struct plain *plain_find(struct setter *setter, const struct look *look, const char *lang)
{
    const GPtrArray *all = faces_plain(setter->faces);
    for (guint i = 0; i < all->len; i++) {
        struct plain *plain = g_ptr_array_index(all, i);
        if (plain->lang == lang && plain->hyphenation == setter->hyphenation && same_look(&plain->look, look))
            return plain;
    }
    return NULL;
}

static bool is_plain(const struct plain *plain, const char *text)
{
    bool letter = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (c >= REMEMBERED || !plain->known[c])
            return false;
        letter = letter || g_ascii_isalpha((char)(c < 0x80 ? c : 0));
    }
    return letter;
}

static void remember(struct setter *setter, const struct look *look, const char *lang, const char *text, const struct run *run)
{
    struct plain *plain = plain_find(setter, look, lang);
    if (!plain) {
        plain = g_new0(struct plain, 1);
        *plain = (struct plain){.look = *look, .lang = lang, .hyphenation = setter->hyphenation, .fount = run->fount};
        g_ptr_array_add(faces_plain(setter->faces), plain);
    }
    if (plain->fount != run->fount)
        return;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (g_utf8_get_char(p) < REMEMBERED)
            plain->known[g_utf8_get_char(p)] = true;
}

/* ---- any text ---- */

static void itemize_with_pango(struct setter *setter, const char *text, const struct stretch *stretches, size_t count,
                               struct itemized *made)
{
    made->right_to_left = text_right_to_left(text);
    const PangoDirection direction = made->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    PangoAttrList *attributes = attributes_of(setter, stretches, count);
    GList *items = pango_itemize_with_base_dir(faces_context(setter->faces), direction, text, 0, (int)strlen(text),
                                               attributes, NULL);
    size_t first = 0;
    for (GList *at = items; at; at = at->next)
        first = add_runs(made->runs, setter, at->data, stretches, count, first);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
}

struct itemized itemize(struct setter *setter, const char *text, const struct stretch *stretches, size_t count)
{
    struct itemized made = {.runs = g_array_new(FALSE, FALSE, sizeof(struct run))};
    const char *lang = pango_language_to_string(pango_language_from_string(stretch_lang(setter, stretches)));
    const bool one = count == 1 && !stretches->object;
    const struct plain *plain = one ? plain_find(setter, &stretches->look, lang) : NULL;
    if (plain && is_plain(plain, text)) {
        const struct run run = {.end = strlen(text), .stretch = stretches, .fount = plain->fount};
        g_array_append_val(made.runs, run);
    } else {
        itemize_with_pango(setter, text, stretches, count, &made);
        const struct run *run = &g_array_index(made.runs, struct run, 0);
        if (one && made.runs->len == 1 && run->level == 0 && fount_is_latin(run->fount))
            remember(setter, &stretches->look, lang, text, run);
    }
    const bool simple = made.runs->len == 1 && fount_words_apart(g_array_index(made.runs, struct run, 0).fount);
    if (!simple || !breaks_at_all_spaces(text))
        made.breaks = breaks_find(text, strlen(text), lang, NULL);
    return made;
}

void itemized_clear(struct itemized *itemized)
{
    if (itemized->runs)
        g_array_free(itemized->runs, TRUE);
    g_free(itemized->breaks);
}
