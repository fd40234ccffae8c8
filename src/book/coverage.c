#include <glib.h>

#include "book/prepare.h"

struct coverage {
    const struct font_files *fonts;
    struct diags *diags;
    bool *common;     /* of the characters below COMMON: those that were looked up already */
    GHashTable *seen; /* and of the rest */
};

enum { COMMON = 0x2100 };

/* What no font needs a glyph for: spaces, controls, joiners, marks of direction and variation. */
static bool is_invisible(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return true;
    default:
        return c >= 0xFE00 && c <= 0xFE0F;
    }
}

static bool is_new(const struct coverage *coverage, gunichar c)
{
    if (c >= COMMON)
        return g_hash_table_add(coverage->seen, GUINT_TO_POINTER(c));
    const bool known = coverage->common[c];
    coverage->common[c] = true;
    return !known;
}

static void check_character(const struct coverage *coverage, gunichar c, struct position at)
{
    if (!is_new(coverage, c) || is_invisible(c) || fonts_have(coverage->fonts, c))
        return;
    char shown[7] = {0};
    g_unichar_to_utf8(c, shown);
    diags_report(
        coverage->diags, DIAG_ERROR, at, "glyph-missing",
        "write it another way, or put a font that has it into the fonts folder beside the manuscript",
        "no font has the character %s (U+%04X)", shown, c);
}

static void check_text(const struct coverage *coverage, const char *text, struct position at)
{
    for (const char *p = text; p && *p; p = g_utf8_next_char(p))
        check_character(coverage, g_utf8_get_char(p), at);
}

static void check_spans(const struct coverage *coverage, const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_TEXT || span->kind == SPAN_CODE || span->kind == SPAN_INDEX)
            check_text(coverage, span->text, span->at);
        check_text(coverage, span->sub, span->at);
        check_text(coverage, span->see, span->at);
        check_spans(coverage, span->children);
    }
}

static void check_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    const struct coverage *coverage = closure;
    (void)chapter;
    check_spans(coverage, block->spans);
    check_text(coverage, block->text, block->at);
    if (block->sheet)
        check_text(coverage, block->sheet->time, block->at);
    for (size_t i = 0; block->element && i < block->element->attribute_count; i++)
        check_text(coverage, block->element->attributes[i].value, block->at);
}

static void check_blurbs(const struct coverage *coverage, const struct blurb *blurb)
{
    for (; blurb; blurb = blurb->next)
        check_text(coverage, blurb->text, blurb->at);
}

static void check_metadata(const struct coverage *coverage, const struct metadata *about)
{
    const struct position nowhere = {0};
    check_text(coverage, about->title, nowhere);
    check_text(coverage, about->subtitle, nowhere);
    for (const struct author *author = about->authors; author; author = author->next)
        check_text(coverage, author->name, nowhere);
}

void prepare_coverage(const struct book *book, const struct font_files *fonts, struct diags *diags)
{
    struct coverage coverage = {fonts, diags, g_new0(bool, COMMON), g_hash_table_new(g_direct_hash, g_direct_equal)};
    const struct part *part = NULL;
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            check_text(&coverage, part->title, part->at);
        }
        check_spans(&coverage, chapter->title);
    }
    book_each_block(book, check_block, &coverage);
    check_metadata(&coverage, &book->about);
    check_blurbs(&coverage, book->cover.back);
    check_blurbs(&coverage, book->cover.inside);
    g_hash_table_destroy(coverage.seen);
    g_free(coverage.common);
}
