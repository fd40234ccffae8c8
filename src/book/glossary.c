/* glossary: the terms of a glossary and the places where the book first uses them, which it shows by setting them in
 * bold, lead to each other. */
#include <glib.h>
#include <string.h>

#include "book/collate.h"
#include "book/prepare.h"

struct glossary {
    struct book *book;
    struct diags *diags;
    GHashTable *terms; /* fold of the term -> its block, until its first use is found; the keys are g_free'd */
    int count;
};

/* The words that a term is known by: without the punctuation at its end ("**Jar:** a ..."). To be freed. */
static char *fold_of(struct glossary *glossary, const struct span *spans)
{
    char *text = g_strstrip(g_strdup(spans_text(glossary->book->arena, spans)));
    for (size_t length = strlen(text); length && strchr(":;,.", text[length - 1]);)
        text[--length] = '\0';
    char *fold = collate_fold(text);
    g_free(text);
    return fold;
}

static void add_term(struct glossary *glossary, struct block *term)
{
    char *fold = fold_of(glossary, term->spans);
    if (!term->id)
        term->id = arena_printf(glossary->book->arena, "term.%d", ++glossary->count);
    const struct block *known = g_hash_table_lookup(glossary->terms, fold);
    if (!known) {
        g_hash_table_insert(glossary->terms, fold, term);
        return;
    }
    diags_report(glossary->diags, DIAG_WARNING, term->at, "glossary-twice", "keep one of them",
                 "the glossary explains this term already: %s:%d", known->at.file ? known->at.file : "", known->at.line);
    g_free(fold);
}

static void add_terms(struct glossary *glossary, struct block *blocks)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_TERM)
            add_term(glossary, block);
        add_terms(glossary, block->children);
    }
}

/* Puts a link around spans; prepare_links finds its anchor. */
static struct span *link_around(struct glossary *glossary, struct span *spans, const char *id)
{
    struct span *link = ARENA_NEW(glossary->book->arena, struct span);
    *link = (struct span){.kind = SPAN_LINK, .at = spans->at, .children = spans};
    link->url = arena_printf(glossary->book->arena, "#%s", id);
    return link;
}

static bool has_link(const struct span *spans)
{
    for (const struct span *span = spans; span; span = span->next)
        if (span->kind == SPAN_LINK || span->kind == SPAN_NOTEREF || has_link(span->children))
            return true;
    return false;
}

/* Bold words that are a term, for the first time. */
static void use(struct glossary *glossary, struct span *strong)
{
    char *fold = fold_of(glossary, strong->children);
    struct block *term = g_hash_table_lookup(glossary->terms, fold);
    if (term && !has_link(strong->children)) {
        strong->id = arena_printf(glossary->book->arena, "use.%s", term->id);
        strong->children = link_around(glossary, strong->children, term->id);
        if (!has_link(term->spans))
            term->spans = link_around(glossary, term->spans, strong->id);
        g_hash_table_remove(glossary->terms, fold);
    }
    g_free(fold);
}

static void use_spans(struct glossary *glossary, struct span *spans)
{
    for (struct span *span = spans; span; span = span->next) {
        if (span->kind == SPAN_STRONG && span->children)
            use(glossary, span);
        else if (span->kind != SPAN_LINK) /* links do not nest */
            use_spans(glossary, span->children);
    }
}

/* Running text only: headings are shown in contents too, and of a worksheet an e-reader shows other words. */
static void use_blocks(struct glossary *glossary, struct block *blocks)
{
    for (struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_HEADING || block->kind == BLOCK_WORKSHEET)
            continue;
        use_spans(glossary, block->spans);
        use_blocks(glossary, block->children);
    }
}

void prepare_glossary(struct book *book, struct diags *diags)
{
    struct glossary glossary = {.book = book, .diags = diags};
    glossary.terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        const int before = glossary.count;
        if (!chapter->glossary)
            continue;
        add_terms(&glossary, chapter->blocks);
        if (glossary.count == before)
            diags_report(diags, DIAG_WARNING, chapter->at, "glossary-empty",
                         "a term stands on a line of its own, and below it what it means, behind a colon and a space",
                         "the glossary explains nothing");
    }
    for (struct chapter *chapter = book->chapters; chapter && g_hash_table_size(glossary.terms); chapter = chapter->next)
        if (!chapter->glossary && chapter->role == CHAPTER_PLAIN)
            use_blocks(&glossary, chapter->blocks);
    g_hash_table_destroy(glossary.terms);
}
