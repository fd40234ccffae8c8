/* uses: the documents, read as a reading system reads them, to see which file sets which characters.
 *
 * The cascade (CSS Cascading 4) of just the properties that choose a face: our rules over what every reading
 * system does by itself with em, strong and code (HTML, "Rendering"). */
#include <libxml/parser.h>
#include <string.h>

#include "epub/selector.h"
#include "epub/voices_parts.h"

/* How an element's text is set; the reader's own face is none of ours. */
struct setting_of {
    bool ours;
    const struct look *look; /* whose font, figures */
    enum caps caps;
    int weight;
    bool italic;
};

struct count {
    const struct publication *publication;
    const GArray *rules;
    GHashTable *uses;       /* struct font_file -> struct face_use */
    GHashTable *characters; /* of all documents */
    bool turkic;            /* capitals of i and ı */
};

/* ---- characters ---- */

static void add(GHashTable *characters, gunichar c)
{
    g_hash_table_add(characters, GUINT_TO_POINTER(c));
}

/* Plain letters, of which a book has millions, are added once a text. */
static void add_letters(GHashTable *characters, const char *text)
{
    bool plain[128] = {false};
    for (const char *p = text; p && *p; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);
        if (c >= G_N_ELEMENTS(plain))
            add(characters, c);
        else
            plain[c] = true;
    }
    for (gunichar c = 0; c < G_N_ELEMENTS(plain); c++)
        if (plain[c])
            add(characters, c);
}

/* A text, and its letters and marks composed: fonts have some pairs as one glyph. */
static void add_text(GHashTable *characters, const char *text)
{
    add_letters(characters, text);
    if (g_str_is_ascii(text))
        return;
    char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    add_letters(characters, composed);
    g_free(composed);
}

/* In capitals, of every language: Turkish has its own, Greek ones go without their accents. */
static void add_capitals(const struct count *count, GHashTable *characters, const char *text)
{
    char *capitals = g_utf8_strup(text, -1);
    char *apart = g_utf8_normalize(capitals, -1, G_NORMALIZE_DEFAULT);
    add_text(characters, capitals);
    for (const char *p = apart; p && *p; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            add(characters, g_utf8_get_char(p));
    if (count->turkic && strchr(text, 'i'))
        add(characters, 0x130);
    g_free(capitals);
    g_free(apart);
}

static struct face_use *use_of(const struct count *count, const struct setting_of *setting)
{
    const enum font font = setting->look->font;
    const struct font_file *file =
        fonts_find(count->publication->input->fonts, count->publication->book->style.family[font],
                   setting->weight, setting->italic);
    if (!file)
        return NULL;
    struct face_use *use = g_hash_table_lookup(count->uses, file);
    if (!use) {
        use = g_new0(struct face_use, 1);
        use->file = file;
        use->font = font;
        use->characters = g_hash_table_new(NULL, NULL);
        use->imitated = g_hash_table_new(NULL, NULL);
        g_hash_table_insert(count->uses, (gpointer)file, use);
    }
    use->old_style |= !setting->look->lining;
    use->lining |= setting->look->lining;
    use->tabular |= setting->look->tabular;
    use->proportional |= !setting->look->tabular;
    use->small_capitals |= setting->caps == CAPS_SMALL;
    return use;
}

static void count_text(const struct count *count, const struct setting_of *setting, const char *text)
{
    add_text(count->characters, text);
    if (!setting->ours || !text[strspn(text, " \t\r\n")])
        return;
    struct face_use *use = use_of(count, setting);
    if (!use)
        return;
    if (setting->caps != CAPS_ALL)
        add_text(use->characters, text);
    if (setting->caps != CAPS_NONE)
        add_capitals(count, setting->caps == CAPS_ALL ? use->characters : use->imitated, text);
}

/* ---- the cascade ---- */

static bool is_one_of(const xmlNode *element, const char *const *names)
{
    for (; *names; names++)
        if (strcmp((const char *)element->name, *names) == 0)
            return true;
    return false;
}

static void by_itself(const xmlNode *element, struct setting_of *setting)
{
    static const char *const italic[] = {"em", "i", "cite", "dfn", "var", "address", NULL};
    static const char *const bolder[] = {"strong", "b", NULL};
    static const char *const fixed[] = {"code", "pre", "kbd", "samp", "tt", NULL};
    if (is_one_of(element, italic))
        setting->italic = true;
    if (is_one_of(element, bolder)) /* CSS Fonts 4, 2.2.1 */
        setting->weight = setting->weight < 350 ? 400 : setting->weight < 550 ? 700 : 900;
    if (is_one_of(element, fixed))
        setting->ours = false;
}

/* Of the rules that name the element, for each property the strongest, of equals the last. */
static struct setting_of setting_in(const struct count *count, const xmlNode *element,
                                    struct setting_of setting)
{
    int face = -1, caps = -1, weight = -1, slant = -1, specificity;
    by_itself(element, &setting);
    for (guint i = 0; i < count->rules->len; i++) {
        const struct voice_rule *rule = &g_array_index(count->rules, struct voice_rule, i);
        if (!selector_matches(rule->selectors, element, &specificity))
            continue;
        /* Where the rule writes no family, the one around stays. */
        const bool family =
            rule->look && (rule->ours || rule->look->font == FONT_SANS || rule->look->font == FONT_MONO);
        if (family && specificity >= face) {
            setting.ours = rule->ours;
            setting.look = rule->look;
            face = specificity;
        }
        if (rule->caps && specificity >= caps) {
            setting.caps = rule->look->caps;
            caps = specificity;
        }
        if (rule->weight && specificity >= weight) {
            setting.weight = rule->weight;
            weight = specificity;
        }
        if (rule->slant != SLANT_KEPT && specificity >= slant) {
            setting.italic = rule->slant == SLANT_ITALIC;
            slant = specificity;
        }
    }
    if (selector_has_class(element, "smallcaps", strlen("smallcaps")))
        setting.caps = CAPS_SMALL;
    return setting;
}

static void count_element(const struct count *count, const xmlNode *element, struct setting_of setting);

static void count_children(const struct count *count, const xmlNode *element,
                           const struct setting_of *setting)
{
    for (const xmlNode *child = element->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            count_element(count, child, *setting);
        else if (child->type == XML_TEXT_NODE && child->content)
            count_text(count, setting, (const char *)child->content);
    }
}

static void count_element(const struct count *count, const xmlNode *element, struct setting_of setting)
{
    static const char *const unseen[] = {"head", "svg", "math", NULL};
    if (is_one_of(element, unseen) || xmlHasProp(element, BAD_CAST "hidden"))
        return;
    setting = setting_in(count, element, setting);
    if (strcmp((const char *)element->name, "li") == 0)
        count_text(count, &setting, "0123456789.\u2022\u25E6\u25AA"); /* what may stand before it */
    count_children(count, element, &setting);
}

static void count_document(const struct count *count, struct bytes bytes)
{
    const struct setting_of reader = {.weight = 400};
    xmlDoc *document =
        xmlReadMemory(bytes.data, (int)bytes.length, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    if (!document)
        g_error("a document that we wrote is not well-formed");
    count_element(count, xmlDocGetRootElement(document), reader);
    xmlFreeDoc(document);
}

/* ---- all of it ---- */

static void let_go(struct face_use *use)
{
    g_hash_table_unref(use->characters);
    g_hash_table_unref(use->imitated);
}

static void use_free(gpointer use)
{
    let_go(use);
    g_free(use);
}

/* The author's style sheet may set anything in any face that is there, and in those it names. */
static bool named_by_author(const struct publication *publication, const char *family)
{
    if (!publication->book->stylesheet)
        return false;
    char *name = g_ascii_strdown(family, -1);
    bool named = false;
    for (const struct css *piece = publication->book->stylesheet; piece && !named; piece = piece->next) {
        char *css = g_ascii_strdown(piece->text, -1);
        named = strstr(css, name);
        g_free(css);
    }
    g_free(name);
    return named;
}

static void add_everything(const struct count *count, struct face_use *use)
{
    GHashTableIter all;
    gpointer character;
    g_hash_table_iter_init(&all, count->characters);
    while (g_hash_table_iter_next(&all, &character, NULL)) {
        add(use->characters, GPOINTER_TO_UINT(character));
        add(use->characters, g_unichar_toupper(GPOINTER_TO_UINT(character)));
    }
    use->everything = true;
}

/* A word may be divided, a space may be wide; what a font has not is put together from its parts. */
static void complete(struct face_use *use)
{
    static const gunichar furniture[] = {' ', 0xA0, '-', 0x2010};
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(gunichar));
    GHashTableIter all;
    gpointer character;
    g_array_append_vals(parts, furniture, G_N_ELEMENTS(furniture));
    g_hash_table_iter_init(&all, use->characters);
    while (g_hash_table_iter_next(&all, &character, NULL)) {
        gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
        if (font_file_has(use->file, GPOINTER_TO_UINT(character)))
            continue;
        const gsize count =
            g_unichar_fully_decompose(GPOINTER_TO_UINT(character), FALSE, apart, G_N_ELEMENTS(apart));
        g_array_append_vals(parts, apart, (guint)count);
    }
    for (guint i = 0; i < parts->len; i++)
        add(use->characters, g_array_index(parts, gunichar, i));
    g_array_free(parts, TRUE);
}

static GArray *in_order(const struct count *count)
{
    const struct publication *publication = count->publication;
    GArray *uses = g_array_new(FALSE, TRUE, sizeof(struct face_use));
    for (const struct font_file *file = fonts_first(publication->input->fonts); file; file = file->next) {
        struct face_use *use = g_hash_table_lookup(count->uses, file);
        struct face_use named = {.file = file, .font = FONT_TEXT};
        if (!use && named_by_author(publication, file->family))
            use = &named;
        if (!use)
            continue;
        struct face_use kept = *use;
        kept.characters = use->characters ? g_hash_table_ref(use->characters) : g_hash_table_new(NULL, NULL);
        kept.imitated = use->imitated ? g_hash_table_ref(use->imitated) : g_hash_table_new(NULL, NULL);
        if (publication->book->stylesheet)
            add_everything(count, &kept);
        complete(&kept);
        g_array_append_val(uses, kept);
    }
    return uses;
}

GArray *uses_find(const struct publication *publication, const struct families *families)
{
    const char *lang = publication->book->about.lang;
    GArray *rules = voice_rules(publication, families);
    const struct count count = {
        .publication = publication,
        .rules = rules,
        .uses = g_hash_table_new_full(NULL, NULL, NULL, use_free),
        .characters = g_hash_table_new(NULL, NULL),
        .turkic = g_str_has_prefix(lang, "tr") || g_str_has_prefix(lang, "az"),
    };
    for (guint i = 0; i < publication->resources->len; i++) {
        const struct resource *resource = &g_array_index(publication->resources, struct resource, i);
        if (strcmp(resource->type, "application/xhtml+xml") == 0)
            count_document(&count, resource->bytes);
    }
    GArray *uses = in_order(&count);
    g_array_free(rules, TRUE);
    g_hash_table_destroy(count.uses);
    g_hash_table_destroy(count.characters);
    return uses;
}

void uses_free(GArray *uses)
{
    for (guint i = 0; i < uses->len; i++)
        let_go(&g_array_index(uses, struct face_use, i));
    g_array_free(uses, TRUE);
}
