#include "unit.h"

#include <math.h>

#include "book/book.h"
#include "book/collate.h"
#include "book/directive.h"
#include "book/element.h"
#include "book/pagemap.h"
#include "book/style.h"
#include "book/words.h"

/* ---- the tables of elements and directives ---- */

static void check_default(const char *owner, const struct attribute_rule *rule)
{
    double number = 0;
    switch (rule->type) {
    case ATTRIBUTE_FLAG:
        if (rule->unset && strcmp(rule->unset, "true") != 0)
            fail_msg("%s.%s: a flag is unset by leaving it out, or set by true", owner, rule->name);
        return;
    case ATTRIBUTE_SHARE:
    case ATTRIBUTE_INTEGER:
    case ATTRIBUTE_NUMBER:
        if (!(rule->least < rule->most))
            fail_msg("%s.%s: from %g to %g", owner, rule->name, rule->least, rule->most);
        if (rule->unset && !attribute_parse_number(rule->unset, &number))
            fail_msg("%s.%s: \"%s\" is no number", owner, rule->name, rule->unset);
        if (rule->unset && (number < rule->least || number > rule->most))
            fail_msg("%s.%s: %g is out of range", owner, rule->name, number);
        if (rule->unset && rule->type == ATTRIBUTE_INTEGER && number != floor(number))
            fail_msg("%s.%s: %g is not whole", owner, rule->name, number);
        return;
    case ATTRIBUTE_CHOICE: {
        char **choices = g_strsplit(rule->choices, "|", -1);
        /* Without a default it must be given. */
        if (g_strv_length(choices) < 2 ||
            (rule->unset && !g_strv_contains((const char *const *)choices, rule->unset)))
            fail_msg("%s.%s: \"%s\" is not among \"%s\"", owner, rule->name, rule->unset, rule->choices);
        g_strfreev(choices);
        return;
    }
    case ATTRIBUTE_TEXT:
        return;
    }
    fail_msg("%s.%s: a type that nobody knows", owner, rule->name);
}

static void check_rules(const char *owner, const struct attribute_rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!rules[i].name || !*rules[i].name || !rules[i].help || !*rules[i].help)
            fail_msg("%s: attribute %zu lacks a name or help", owner, i);
        check_default(owner, &rules[i]);
        for (size_t k = 0; k < i; k++)
            if (strcmp(rules[i].name, rules[k].name) == 0)
                fail_msg("%s.%s is there twice", owner, rules[i].name);
    }
}

static void every_element_has_a_sound_row(void **state)
{
    (void)state;
    for (int kind = 0; kind < ELEMENT_COUNT; kind++) {
        const struct element_rule *rule = element_rule((enum element_kind)kind);
        assert_int_equal(rule->kind, kind);
        assert_ptr_equal(element_find(rule->name), rule);
        assert_true(rule->forms & (FORM_LEAF | FORM_CONTAINER));
        assert_true(*rule->help != '\0');
        /* What holds nothing is a leaf; what holds something can be opened. */
        assert_int_equal(rule->holds == HOLDS_NOTHING, !(rule->forms & FORM_CONTAINER));
        check_rules(rule->name, rule->attributes, rule->attribute_count);
        assert_int_equal(rule->holds == HOLDS_NOTHING || rule->holds == HOLDS_BLOCKS, !rule->items);
        assert_true(rule->least <= rule->most);
        /* Back ends find every choice of an element there. */
        for (size_t i = 0; i < rule->attribute_count; i++)
            assert_true(rule->attributes[i].type != ATTRIBUTE_CHOICE || rule->attributes[i].unset);
        for (size_t i = 0; i < rule->attribute_count; i++)
            for (size_t k = 0; k < element_common_count; k++)
                if (strcmp(rule->attributes[i].name, element_common[k].name) == 0 &&
                    rule->attributes[i].type != element_common[k].type)
                    fail_msg("%s.%s is another thing than all elements'", rule->name, element_common[k].name);
    }
    check_rules("common", element_common, element_common_count);
    assert_null(element_find("no-such-element"));
    assert_null(element_find(""));
}

static void every_name_means_one_thing(void **state)
{
    (void)state;
    size_t count;
    const char *const *names = directive_names(&count);
    for (size_t i = 0; i < count; i++) {
        const struct directive_rule *directive = directive_find(names[i]);
        const struct element_rule *element = element_find(names[i]);
        if ((directive != NULL) == (element != NULL))
            fail_msg("\"%s\" is %s", names[i], directive ? "a directive and an element" : "nothing");
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(names[i], names[k]);
        if (directive) {
            assert_string_equal(directive->name, names[i]);
            assert_int_not_equal(directive->forms, 0);
            check_rules(names[i], directive->attributes, directive->attribute_count);
            check_rules(names[i], directive->text_attributes, directive->text_attribute_count);
        }
    }
    for (int kind = 0; kind < ELEMENT_COUNT; kind++) {
        bool listed = false;
        for (size_t i = 0; i < count && !listed; i++)
            listed = strcmp(names[i], element_rule((enum element_kind)kind)->name) == 0;
        assert_true(listed);
    }
    assert_null(directive_find("no-such-directive"));
}

static void attributes_are_read_by_name(void **state)
{
    (void)state;
    const struct attribute attributes[] = {{.name = "count", .value = "3"},
                                           {.name = "spacing", .value = "8.5"},
                                           {.name = "style", .value = "dotted"},
                                           {.name = "fill"}};
    const struct element element = {
        .rule = element_find("lines"), .attributes = attributes, .attribute_count = 4};
    assert_int_equal(element_integer(&element, "count"), 3);
    assert_true(fabs(element_number(&element, "spacing") - 8.5) < 1e-9);
    assert_string_equal(element_text(&element, "style"), "dotted");
    assert_true(element_flag(&element, "fill"));
    assert_false(element_flag(&element, "private"));
    assert_null(element_text(&element, "help"));
}

static void numbers_are_read_whole(void **state)
{
    (void)state;
    static const char *const bad[] = {"", " ", "x", "1x", "1 2", "1,5", "nan", "inf", "--1", "1e999"};
    double number = 0;
    assert_true(attribute_parse_number("12", &number) && fabs(number - 12) < 1e-9);
    assert_true(attribute_parse_number("-0.5", &number) && fabs(number + 0.5) < 1e-9);
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        if (attribute_parse_number(bad[i], &number))
            fail_msg("\"%s\" was read as %g", bad[i], number);
}

/* ---- style ---- */

/* The least that shops ask for outside the text: 0.25 inch. */
enum { MARGIN_LEAST = 18 };

static void assert_page_holds_its_text(const struct style *style, const char *trim)
{
    const double outer = style->width - style->inner - style_full_width(style);
    const double foot = style->height - style->top - style->lines * style->leading;
    if (style->inner < 27 || outer < MARGIN_LEAST || foot < MARGIN_LEAST || style->top < MARGIN_LEAST)
        fail_msg("%s: inner %.1f outer %.1f top %.1f foot %.1f", trim, style->inner, outer, style->top, foot);
    assert_true(style->head_baseline < style->top);
    assert_true(style->measure > 100);
    assert_true(style->lines >= 10);
    assert_true((style->gap > 0) == (style->margin_column > 0));
}

static void every_trim_is_a_page(void **state)
{
    (void)state;
    static const struct {
        const char *trim;
        double width, height;
    } cases[] = {
        {"8x10", 576, 720},
        {"7.5x9.25", 540, 666},
        {"letter", 612, 792},
        {"a4", 595.28, 841.89},
        {"6x9", 432, 648},
        {"A4", 595.28, 841.89},
        {"Letter", 612, 792},
        {"8x10in", 576, 720},
        {"a5", 419.53, 595.28},
        {"7x10in", 504, 720},
        {"7x10", 504, 720},
        {"140x210mm", 396.85, 595.28},
        {"5x8", 360, 576},
        {"100x150mm", 283.46, 425.2},
        {"320x450mm", 907.09, 1275.59},
        {"8.5x8.5in", 612, 612},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct style style;
        style_defaults(&style);
        if (!style_set_trim(&style, cases[i].trim))
            fail_msg("%s is no size", cases[i].trim);
        if (fabs(style.width - cases[i].width) > 0.01 || fabs(style.height - cases[i].height) > 0.01)
            fail_msg("%s: %.2f x %.2f", cases[i].trim, style.width, style.height);
        assert_page_holds_its_text(&style, cases[i].trim);
    }
}

static void what_is_no_trim_changes_nothing(void **state)
{
    (void)state;
    static const char *const bad[] = {"",         "banana",    "8",         "8x",        "x10",   "8x10cm",
                                      "99x200mm", "321x400mm", "200x149mm", "200x451mm", "-8x10", "0x0",
                                      "8x10x2",   "1e9x1e9",   "nanxnan",   "in"};
    struct style style;
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        style_defaults(&style);
        style_set_trim(&style, "a4");
        if (style_set_trim(&style, bad[i]))
            fail_msg("\"%s\" was taken for a size", bad[i]);
        assert_true(fabs(style.width - 595.28) < 0.01 && style.lines == 45);
    }
}

static void every_role_has_a_name_and_a_look(void **state)
{
    (void)state;
    struct style style;
    style_defaults(&style);
    for (int role = 0; role < ROLE_COUNT; role++) {
        const char *name = role_name((enum role)role);
        assert_non_null(name);
        for (int other = 0; other < role; other++)
            assert_string_not_equal(name, role_name((enum role)other));
        const struct look *look = &style.look[role];
        if (look->size < 7 || look->leading < look->size * 0.8 || look->weight < 100 || look->weight > 900)
            fail_msg("%s: %.1f/%.1f weight %d", name, look->size, look->leading, look->weight);
    }
    assert_string_equal(role_name(ROLE_TEXT), "text");
    assert_string_equal(role_name(ROLE_CHAPTER_TITLE), "chapter-title");
    assert_string_equal(role_name(ROLE_FILL_IN), "fill-in");
    assert_string_equal(role_name(ROLE_EXAMPLE), "example");
    assert_string_equal(role_name(ROLE_COVER_AUTHOR), "cover-author");
    for (int font = 0; font < FONT_COUNT; font++) {
        assert_non_null(font_name((enum font)font));
        assert_non_null(style.family[font]);
    }
}

/* ---- words ---- */

static const char *const languages[] = {"en", "en-US", "en-GB", "de", "fr", "es",
                                        "it", "nl",    "pt",    "da", "sv", "pl"};

/* The conversions of a printf format, in the order of their arguments, as "ds"; "?" for what we cannot vouch
 * for. */
static char *placeholders(const char *format)
{
    char kinds[10] = "";
    size_t count = 0;
    for (const char *p = format; *p; p++) {
        if (*p != '%')
            continue;
        p++;
        if (*p == '%')
            continue;
        size_t index = count;
        if (g_ascii_isdigit(*p) && p[1] == '$') {
            index = (size_t)(*p - '1');
            p += 2;
        }
        if (index >= sizeof kinds - 1 || (*p != 'd' && *p != 's'))
            return g_strdup("?");
        kinds[index] = *p;
        count++;
    }
    return g_strdup(kinds);
}

static void every_language_has_every_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (!words_known(languages[i]))
            continue;
        const struct words *words = words_find(languages[i]);
        for (int word = 0; word < WORD_COUNT; word++) {
            const char *text = words_get(words, (enum word)word);
            if (!text || !*text || !g_utf8_validate(text, -1, NULL))
                fail_msg("%s: word %d is missing", languages[i], word);
        }
    }
    assert_true(words_known("en"));
    assert_true(words_known("de"));
}

static void placeholders_agree(void **state)
{
    (void)state;
    const struct words *english = words_find("en");
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
        for (int word = 0; word < WORD_COUNT; word++) {
            const char *text = words_get(words_find(languages[i]), (enum word)word);
            char *wanted = placeholders(words_get(english, (enum word)word)), *found = placeholders(text);
            if (strcmp(wanted, found) != 0 || strchr(found, '?'))
                fail_msg("%s: \"%s\" has %%%s instead of %%%s", languages[i], text, found, wanted);
            g_free(wanted);
            g_free(found);
        }
}

static void languages_are_found_by_their_tags(void **state)
{
    (void)state;
    assert_true(words_known("de-AT"));
    assert_ptr_equal(words_find("de-AT"), words_find("de"));
    assert_ptr_equal(words_find("DE"), words_find("de"));
    assert_false(words_known("tlh"));
    assert_ptr_equal(words_find("tlh"), words_find("en"));
    assert_false(words_known("english"));
    assert_false(words_known("d"));
    assert_non_null(words_find(""));
    assert_string_not_equal(words_get(words_find("de"), WORD_WORKSHEET),
                            words_get(words_find("en"), WORD_WORKSHEET));
}

static void parts_have_numbers_of_their_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        for (int number = 1; number <= 40; number++) {
            const char *label = words_part_number(words_find(languages[i]), number);
            if (!label || !*label || !g_hash_table_add(seen, g_strdup(label)))
                fail_msg("%s: part %d is \"%s\"", languages[i], number, label ? label : "(NULL)");
        }
        g_hash_table_destroy(seen);
    }
}

/* ---- spans, labels, the page map ---- */

static void spans_become_plain_text(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct span last = {.kind = SPAN_TEXT, .text = " end"};
    struct span index = {.kind = SPAN_INDEX, .text = "unseen", .next = &last};
    struct span note = {.kind = SPAN_NOTEREF, .next = &index};
    struct span blank = {.kind = SPAN_BLANK, .text = "hint", .next = &note};
    struct span line = {.kind = SPAN_BREAK, .next = &blank};
    struct span inner = {.kind = SPAN_CODE, .text = "b"};
    struct span strong = {.kind = SPAN_STRONG, .children = &inner, .next = &line};
    const struct span first = {.kind = SPAN_TEXT, .text = "a ", .next = &strong};
    assert_string_equal(spans_text(arena, &first), "a b \u2026 end");
    assert_string_equal(spans_text(arena, NULL), "");
    arena_free(arena);
}

static void things_are_called_by_their_numbers(void **state)
{
    (void)state;
    struct book book = {.arena = arena_new(), .about = {.lang = "de"}};
    const struct chapter chapter = {.id = "one", .title_text = "Eins", .number = 2};
    const struct chapter plain = {.id = "two", .title_text = "Vorwort"};
    struct sheet sheet = {.number = 4};
    const struct block worksheet = {.kind = BLOCK_WORKSHEET, .sheet = &sheet};
    struct span words = {.kind = SPAN_TEXT, .text = "Kurz gesagt"};
    const struct block heading = {.kind = BLOCK_HEADING, .spans = &words};
    struct table counted = {.number = 3}, uncounted = {0};
    const struct block table = {.kind = BLOCK_TABLE, .table = &counted, .spans = &words};
    const struct block captioned = {.kind = BLOCK_TABLE, .table = &uncounted, .spans = &words};
    const struct anchor anchors[] = {{"one", &chapter, NULL},     {"two", &plain, NULL},
                                     {"s", &chapter, &worksheet}, {"h", &chapter, &heading},
                                     {"t", &chapter, &table},     {"c", &chapter, &captioned}};
    const char *const expected[] = {"Kapitel 2",   "Vorwort",   "Arbeitsblatt 4",
                                    "Kurz gesagt", "Tabelle 3", "Kurz gesagt"};
    for (size_t i = 0; i < G_N_ELEMENTS(anchors); i++)
        assert_string_equal(book_label(&book, &anchors[i]), expected[i]);
    arena_free(book.arena);
}

/* ---- the index ---- */

/* The terms in the order of their keys, joined by "|". */
static char *collated(const char *const *terms, size_t count, const char *lang)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < count; i++) {
        char *key = collate_key(terms[i], lang);
        g_ptr_array_add(keys, g_strconcat(key, "\t", terms[i], NULL));
        g_free(key);
    }
    for (guint i = 1; i < keys->len; i++) /* by insertion: stable */
        for (guint k = i; k > 0 && strcmp(keys->pdata[k - 1], keys->pdata[k]) > 0; k--) {
            gpointer moved = keys->pdata[k];
            keys->pdata[k] = keys->pdata[k - 1];
            keys->pdata[k - 1] = moved;
        }
    GString *joined = g_string_new(NULL);
    for (guint i = 0; i < keys->len; i++)
        g_string_append_printf(joined, "%s%s", i ? "|" : "", strchr(keys->pdata[i], '\t') + 1);
    g_ptr_array_free(keys, TRUE);
    return g_string_free(joined, FALSE);
}

static void terms_are_sorted_as_readers_look_them_up(void **state)
{
    (void)state;
    static const char *const terms[] = {"zebra", "Ärger",     "apple", "selfish",  "self-care", "self help",
                                        "œuvre", "“ofrenda”", "ñandú", "nz",       "Straße",    "strasse",
                                        "42",    "Łódź",      "lo",    "  spaced "};
    static const char other[] = "42|apple|Ärger|lo|Łódź|ñandú|nz|œuvre|“ofrenda”|self-care|self help|selfish|"
                                "  spaced |Straße|strasse|zebra";
    static const char spanish[] =
        "42|apple|Ärger|lo|Łódź|nz|ñandú|œuvre|“ofrenda”|self-care|self help|selfish|"
        "  spaced |Straße|strasse|zebra";
    const struct {
        const char *lang, *expected;
    } cases[] = {{NULL, other},  {"en", other},   {"de-AT", other},
                 {"est", other}, {"es", spanish}, {"ES-mx", spanish}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *found = collated(terms, G_N_ELEMENTS(terms), cases[i].lang);
        assert_string_equal(found, cases[i].expected);
        g_free(found);
    }
}

static void terms_have_initials(void **state)
{
    (void)state;
    static const struct {
        const char *term, *lang, *initial;
    } cases[] = {
        {"attachment", "en", "A"}, {"Ärger", "de", "A"}, {"œuvre", "fr", "O"}, {"ñandú", "es", "Ñ"},
        {"ñandú", "en", "N"},      {"42", "en", ""},     {"&", "en", ""},      {"“quoted”", "en", "Q"},
        {"любовь", "ru", "Л"},     {"", "en", ""}};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *key = collate_key(cases[i].term, cases[i].lang);
        assert_string_equal(collate_initial(arena, key), cases[i].initial);
        g_free(key);
    }
    arena_free(arena);
}

static void terms_of_one_entry_fold_alike(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        bool same;
    } cases[] = {{"Trust", "trust", true},    {"STRASSE", "Straße", true},       {"é", "e\u0301", true},
                 {"résumé", "resume", false}, {"self-care", "self care", false}, {"", "", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *one = collate_fold(cases[i].one), *other = collate_fold(cases[i].other);
        assert_int_equal(strcmp(one, other) == 0, cases[i].same);
        g_free(one);
        g_free(other);
    }
}

static void authors_divide_their_words(void **state)
{
    (void)state;
    static const char *const words[] = {"attachment", "naï-ve-té", "re-kin-dle", "work-book"};
    struct style style;
    style_defaults(&style);
    assert_null(style_hyphenation(&style, "rekindle"));
    style.hyphenation = words;
    style.hyphenation_count = G_N_ELEMENTS(words);
    assert_string_equal(style_hyphenation(&style, "rekindle"), "re-kin-dle");
    assert_string_equal(style_hyphenation(&style, "Rekindle"), "re-kin-dle");
    assert_string_equal(style_hyphenation(&style, "NAÏVETÉ"), "naï-ve-té");
    assert_string_equal(style_hyphenation(&style, "attachment"), "attachment");
    assert_string_equal(style_hyphenation(&style, "workbook"), "work-book");
    assert_null(style_hyphenation(&style, "workbooks"));
    assert_null(style_hyphenation(&style, "work"));
    assert_null(style_hyphenation(&style, ""));
    assert_true(style.verso_head == HEAD_PART && style.recto_head == HEAD_CHAPTER);
}

static void page_map_knows_what_begins_where(void **state)
{
    (void)state;
    static const char text[] = "one two three";
    struct page_start starts[] = {{text + 8, 2, "3"}, {text, 0, "1"}, {text, 5, "6"}, {text + 4, 1, "2"}};
    struct page_map map = {.starts = starts, .start_count = G_N_ELEMENTS(starts)};
    page_map_sort_starts(&map);
    assert_int_equal(map.start_count, 3); /* what is shown again on page 6 began on page 1 */
    assert_string_equal(page_map_start(&map, text, text + 13)->label, "1");
    assert_string_equal(page_map_start(&map, text + 1, text + 13)->label, "2");
    assert_string_equal(page_map_start(&map, text + 5, text + 13)->label, "3");
    assert_null(page_map_start(&map, text + 5, text + 8));
    assert_null(page_map_start(&map, text + 9, text + 13));
    assert_null(page_map_start(NULL, text, text + 13));
}

static void page_map_finds_each_place(void **state)
{
    (void)state;
    struct page_place places[] = {{"a", 0, "i"}, {"b", 3, "iv"}, {"ba", 4, "1"}, {"c", 9, "6"}};
    for (size_t count = 0; count <= G_N_ELEMENTS(places); count++) {
        const struct page_map map = {.places = places, .count = count};
        for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
            assert_ptr_equal(page_map_find(&map, places[i].id), i < count ? &places[i] : NULL);
        assert_null(page_map_find(&map, "bb"));
        assert_null(page_map_find(&map, ""));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_element_has_a_sound_row),
        cmocka_unit_test(every_name_means_one_thing),
        cmocka_unit_test(attributes_are_read_by_name),
        cmocka_unit_test(numbers_are_read_whole),
        cmocka_unit_test(every_trim_is_a_page),
        cmocka_unit_test(what_is_no_trim_changes_nothing),
        cmocka_unit_test(every_role_has_a_name_and_a_look),
        cmocka_unit_test(every_language_has_every_word),
        cmocka_unit_test(placeholders_agree),
        cmocka_unit_test(languages_are_found_by_their_tags),
        cmocka_unit_test(parts_have_numbers_of_their_own),
        cmocka_unit_test(spans_become_plain_text),
        cmocka_unit_test(things_are_called_by_their_numbers),
        cmocka_unit_test(page_map_finds_each_place),
        cmocka_unit_test(page_map_knows_what_begins_where),
        cmocka_unit_test(terms_are_sorted_as_readers_look_them_up),
        cmocka_unit_test(terms_have_initials),
        cmocka_unit_test(terms_of_one_entry_fold_alike),
        cmocka_unit_test(authors_divide_their_words),
    };
    return cmocka_run_group_tests_name("book", tests, NULL, NULL);
}
