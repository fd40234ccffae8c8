/* scene: the paragraphs of books/scripts, ready to be set, and what was painted of them, line by line.
 *
 * Shared by test_scripts.c and test_bidi.c. scene_open gives what scene_close takes; spans and items belong to the
 * scene, texts and lines to the caller (text_free, g_array_free). Points. */
#ifndef UNIT_SCENE_H
#define UNIT_SCENE_H

#include "unit.h"

#include <fribidi.h>
#include <hb.h>
#include <math.h>

#include "book/fonts.h"
#include "layout/setter.h"
#include "manuscript/manuscript.h"

/* ---- the book ---- */

struct scene {
    struct diags *diags;
    struct book *book;
    struct font_files *fonts;
    struct setter setter;
    GHashTable *shapers; /* name of a face -> hb_font_t of our own */
};

static inline void shaper_free(gpointer shaper)
{
    hb_font_destroy(shaper);
}

static inline struct scene scene_open(const char *text_family)
{
    const char *const folders[] = {SOURCE "/tests/books/scripts/manuscript/fonts", SOURCE "/fonts"};
    struct scene scene = {.diags = diags_new()};
    scene.book = manuscript_read(SOURCE "/tests/books/scripts/manuscript", scene.diags);
    assert_non_null(scene.book);
    scene.fonts = fonts_open(folders, G_N_ELEMENTS(folders), scene.diags);
    book_prepare(scene.book, scene.fonts, scene.diags);
    assert_false(diags_failed(scene.diags));
    scene.book->style.family[FONT_TEXT] = text_family;
    struct faces *faces = faces_open(scene.fonts, &scene.book->style, scene.diags);
    assert_non_null(faces);
    scene.setter = (struct setter){.arena = arena_new(),
                                   .book = scene.book,
                                   .style = &scene.book->style,
                                   .words = words_find("en-US"),
                                   .faces = faces,
                                   .hyphenation = hyphenation_open(SOURCE "/src/data/hyphenation", &scene.book->style),
                                   .diags = scene.diags};
    scene.shapers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, shaper_free);
    return scene;
}

static inline void scene_close(struct scene *scene)
{
    g_hash_table_destroy(scene->shapers);
    hyphenation_close(scene->setter.hyphenation);
    arena_free(scene->setter.arena);
    faces_close(scene->setter.faces);
    fonts_close(scene->fonts);
    book_free(scene->book);
    diags_free(scene->diags);
}

static inline void add_paragraph(void *closure, const struct chapter *chapter, const struct block *block)
{
    (void)chapter;
    if (block->spans && (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING || block->kind == BLOCK_CELL))
        g_ptr_array_add(closure, (gpointer)block);
}

static inline GPtrArray *paragraphs_of(const struct scene *scene)
{
    GPtrArray *paragraphs = g_ptr_array_new();
    book_each_block(scene->book, add_paragraph, paragraphs);
    assert_true(paragraphs->len > 20);
    return paragraphs;
}

/* Its spans but for the calls of footnotes, whose figures stand above the line. */
static inline struct span *spans_of(struct scene *scene, const struct block *paragraph)
{
    struct span *first = NULL, **end = &first;
    for (const struct span *span = paragraph->spans; span; span = span->next)
        if (span->kind != SPAN_NOTEREF) {
            *end = arena_copy(scene->setter.arena, span, sizeof *span);
            (*end)->next = NULL;
            end = &(*end)->next;
        }
    return first;
}

static inline const struct span *span_of(struct scene *scene, const char *text)
{
    const struct span span = {.kind = SPAN_TEXT, .text = text};
    return arena_copy(scene->setter.arena, &span, sizeof span);
}

/* ---- the text, and what FriBidi says of it ---- */

struct text {
    const char *utf8;
    FriBidiChar *chars;
    FriBidiCharType *types;
    FriBidiLevel *levels;
    FriBidiParType base;
    FriBidiStrIndex count;
};

static inline struct text text_new(const char *utf8)
{
    glong count;
    struct text text = {.utf8 = utf8, .base = FRIBIDI_PAR_ON};
    text.chars = (FriBidiChar *)g_utf8_to_ucs4_fast(utf8, -1, &count);
    text.count = (FriBidiStrIndex)count;
    text.types = g_new(FriBidiCharType, count + 1);
    text.levels = g_new(FriBidiLevel, count + 1);
    FriBidiBracketType *brackets = g_new(FriBidiBracketType, count + 1);
    fribidi_get_bidi_types(text.chars, text.count, text.types);
    fribidi_get_bracket_types(text.chars, text.count, text.types, brackets);
    assert_true(fribidi_get_par_embedding_levels_ex(text.types, brackets, text.count, &text.base, text.levels));
    g_free(brackets);
    return text;
}

static inline void text_free(struct text *text)
{
    g_free(text->chars);
    g_free(text->types);
    g_free(text->levels);
}

static inline bool runs_right_to_left(const struct text *text)
{
    return FRIBIDI_IS_RTL(text->base);
}

/* ---- lines as they were painted ---- */

/* A text on a line and the characters of the paragraph that it shows. */
struct shown {
    const struct item *item;
    FriBidiStrIndex from, count;
    size_t byte; /* where it begins in the line's text */
};

struct line {
    double y, left, right;
    GArray *shown; /* struct shown, in the order painted */
    GString *text;
    FriBidiStrIndex from, end; /* characters of the paragraph */
    bool hyphen;               /* one that was added */
    bool last;
};

static inline void line_clear(gpointer data)
{
    struct line *line = data;
    g_array_free(line->shown, TRUE);
    g_string_free(line->text, TRUE);
}

/* The lines of what stands on a page, in the order painted. */
static inline GArray *lines_of(const struct page *page)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    g_array_set_clear_func(lines, line_clear);
    for (const struct item *item = page->items; item; item = item->next) {
        assert_int_equal(item->kind, ITEM_TEXT);
        struct line *line = lines->len ? &g_array_index(lines, struct line, lines->len - 1) : NULL;
        if (!line || fabs(line->y - item->y) > 0.01) {
            const struct line made = {.y = item->y, .left = item->x, .right = item->x,
                                      .shown = g_array_new(FALSE, FALSE, sizeof(struct shown)), .text = g_string_new(NULL)};
            g_array_append_val(lines, made);
            line = &g_array_index(lines, struct line, lines->len - 1);
        }
        const struct shown shown = {.item = item, .byte = line->text->len};
        g_array_append_val(line->shown, shown);
        g_string_append(line->text, item->text->text);
        line->left = MIN(line->left, item->x);
        line->right = MAX(line->right, item->x + item->width);
    }
    if (lines->len)
        g_array_index(lines, struct line, lines->len - 1).last = true;
    return lines;
}

/* Painted one after the other, the texts are the paragraph's, in the order it is read; nothing is lost but the space
 * of a line that ends in a word of the other direction. Finds out what each shows. */
static inline void check_reading(const struct text *text, GArray *lines)
{
    FriBidiStrIndex at = 0;
    for (guint i = 0; i < lines->len; i++) {
        struct line *line = &g_array_index(lines, struct line, i);
        if (line->text->str[0] != ' ' && text->chars[at] == ' ') {
            if (at > 0 && text->levels[at - 1] == (runs_right_to_left(text) ? 1 : 0))
                fail_msg("\"%s\": no space at the end of line %u", text->utf8, i);
            at++;
        }
        line->from = at;
        for (guint k = 0; k < line->shown->len; k++) {
            struct shown *shown = &g_array_index(line->shown, struct shown, k);
            shown->from = at;
            for (const char *p = shown->item->text->text; *p; p = g_utf8_next_char(p)) {
                const bool last = !*g_utf8_next_char(p) && k + 1 == line->shown->len;
                if (at < text->count && text->chars[at] == g_utf8_get_char(p))
                    at++;
                else if (g_utf8_get_char(p) == 0xAD && last) /* a hyphen that is there for the line's end only */
                    line->hyphen = true;
                else
                    fail_msg("\"%s\": line %u reads \"%s\"", text->utf8, i + 1, line->text->str);
            }
            shown->count = at - shown->from;
        }
        line->end = at;
    }
    if (at != text->count)
        fail_msg("\"%s\": ends at character %d of %d", text->utf8, at, text->count);
}

/* ---- setting ---- */

struct manner {
    enum role role;
    double width, indent;
    enum align align;
};

static inline GArray *set_lines(struct scene *scene, const struct span *spans, const struct manner *manner)
{
    struct page page = {0};
    const struct indents indents = {.first = manner->indent};
    setting_paint(&scene->setter, &page,
                  set_paragraph(&scene->setter, spans, manner->role, manner->width, manner->align, &indents), 0, 0);
    return lines_of(&page);
}

#endif
