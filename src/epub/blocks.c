#include "epub/blocks.h"

#include <string.h>

static void box_title(struct document *document, const struct block *box, const char *id)
{
    static const enum word words[] = {
        [BOX_SAFETY] = WORD_PAUSE_HERE,   [BOX_RESEARCH] = WORD_RESEARCH, [BOX_CARRY] = WORD_CARRY,
        [BOX_INSIDE] = WORD_INSIDE,       [BOX_NOTE] = WORD_NOTE,         [BOX_TIP] = WORD_TIP,
        [BOX_IMPORTANT] = WORD_IMPORTANT, [BOX_WARNING] = WORD_WARNING,   [BOX_CAUTION] = WORD_CAUTION,
    };
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "box-title");
    markup_attribute(document->markup, "id", id);
    if (box->spans)
        spans_write(document, box->spans);
    else
        document_word_text(document, words_get(document->publication->words, words[box->box]));
    markup_close(document->markup);
}

static void box_write(struct document *document, const struct block *box)
{
    static const char *const classes[] = {
        [BOX_SAFETY] = "box safety",       [BOX_RESEARCH] = "box research", [BOX_CARRY] = "box carry",
        [BOX_INSIDE] = "box inside",       [BOX_NOTE] = "box note",         [BOX_TIP] = "box tip",
        [BOX_IMPORTANT] = "box important", [BOX_WARNING] = "box warning",   [BOX_CAUTION] = "box caution",
    };
    if (box->box >= BOX_PLAIN) {
        markup_open(document->markup, box->box == BOX_PLAIN     ? "div"
                                      : box->box == BOX_SECTION ? "section"
                                                                : "aside");
        /* Without a role it would be a landmark, and no landmark stands inside a chapter. */
        markup_attribute(document->markup, "role", box->box == BOX_BESIDE ? "note" : NULL);
        document_mark(document, box, NULL);
    } else {
        const char *title = document_make_id(document, "box");
        document_open(document, "aside", classes[box->box], NULL, "note");
        markup_attribute(document->markup, "id", box->id);
        markup_attribute(document->markup, "aria-labelledby", title);
        box_title(document, box, title);
        markup_line(document->markup);
    }
    blocks_write(document, box->children);
    markup_close(document->markup);
}

static void heading_write(struct document *document, const struct block *heading)
{
    /* A sheet's title is an h2; what is inside stays below it. */
    document_heading(document, document->in_sheet ? MAX(heading->level, 3) : MAX(heading->level, 2));
    document_mark(document, heading, NULL);
    document_direction(document, heading->spans);
    spans_write(document, heading->spans);
    markup_close(document->markup);
}

static void task_mark(struct document *document, enum task task)
{
    markup_element(document->markup, "span", "tick", task == TASK_DONE ? "☑" : "☐");
    markup_text(document->markup, " ");
}

/* An item's mark stays where the list has it: only its words turn. */
static void directed_write(struct document *document, const struct span *spans)
{
    const bool turns = document_turns(document, spans);
    if (turns) {
        markup_open(document->markup, "span");
        document_direction(document, spans);
    }
    spans_write(document, spans);
    if (turns)
        markup_close(document->markup);
}

void item_words(struct document *document, const struct block *item, bool tight)
{
    for (const struct block *child = item->children; child; child = child->next) {
        if (tight && child->kind == BLOCK_PARAGRAPH) {
            if (child != item->children)
                markup_text(document->markup, " ");
            directed_write(document, child->spans);
        } else {
            block_write(document, child);
        }
    }
}

void item_write(struct document *document, const struct block *item, bool tight)
{
    GPtrArray *outer = document->gaps;
    document->gaps = NULL;
    markup_open(document->markup, "li");
    document_mark(document, item, NULL);
    if (item->task != TASK_NONE)
        task_mark(document, item->task);
    /* A mark and its words belong on one line. */
    item_words(document, item, tight || item->task != TASK_NONE);
    markup_close(document->markup);
    markup_line(document->markup);
    document->gaps = outer;
}

void list_write(struct document *document, const struct block *list)
{
    const bool ordered = list->list && list->list->ordered;
    const bool tasks = list->children && list->children->task != TASK_NONE;
    markup_open(document->markup, ordered ? "ol" : "ul");
    document_mark(document, list, tasks ? "tasks" : NULL);
    if (ordered && list->list->start != 1)
        markup_attribute(document->markup, "start", decimal(document->publication, list->list->start));
    for (const struct block *item = list->children; item; item = item->next)
        item_write(document, item, list->list && list->list->tight);
    markup_close(document->markup);
}

static void quote_write(struct document *document, const struct block *quote)
{
    markup_open(document->markup, "blockquote");
    document_mark(document, quote, NULL);
    blocks_write(document, quote->children);
    markup_close(document->markup);
}

static void code_write(struct document *document, const struct block *code)
{
    const gsize length = code->text ? strlen(code->text) : 0;
    const bool newline = length && code->text[length - 1] == '\n';
    markup_open(document->markup, "pre");
    document_mark(document, code, NULL);
    markup_turn(document->markup, false);
    markup_open(document->markup, "code");
    document_text_part(document, code->text, newline ? length - 1 : length);
    markup_close(document->markup);
    markup_close(document->markup);
}

static void break_write(struct document *document, const struct block *block)
{
    markup_open(document->markup, "hr");
    markup_attribute(document->markup, "class", "thought");
    markup_attribute(document->markup, "id", block->id);
    markup_void(document->markup);
}

static void pull_write(struct document *document, const struct block *pull)
{
    document_open(document, "aside", "pull", "pullquote", "doc-pullquote");
    markup_attribute(document->markup, "id", pull->id);
    paragraph_write(document, NULL, NULL, pull->spans);
    markup_close(document->markup);
}

static void plain_write(struct document *document, const struct block *paragraph)
{
    paragraph_write(document, NULL, paragraph, paragraph->spans);
}

static void pointer_write(struct document *document, const struct block *margin)
{
    paragraph_write(document, "pointer", margin, margin->spans);
}

static void purpose_write(struct document *document, const struct block *purpose)
{
    paragraph_write(document, "purpose", purpose, purpose->spans);
}

static void prompt_write(struct document *document, const struct block *element)
{
    document_open(document, "div", "prompt", NULL, NULL);
    markup_attribute(document->markup, "id", element->id);
    element_write(document, element);
    markup_close(document->markup);
}

static void epigraph_write(struct document *document, const struct block *epigraph)
{
    document_open(document, "div", "epigraph", "epigraph", "doc-epigraph");
    markup_attribute(document->markup, "id", epigraph->id);
    markup_open(document->markup, "blockquote");
    document_language(document, epigraph->lang);
    blocks_write(document, epigraph->children);
    markup_close(document->markup);
    if (epigraph->spans)
        paragraph_write(document, "attribution", NULL, epigraph->spans);
    markup_close(document->markup);
}

static bool in_glossary(const struct document *document)
{
    return document->chapter && document->chapter->glossary;
}

static void term_write(struct document *document, const struct block *term)
{
    document_open(document, "dt", NULL, in_glossary(document) ? "glossterm" : NULL, NULL);
    document_traits(document, NULL, term->traits);
    document_language(document, term->lang);
    document_direction(document, term->spans);
    if (term->id) {
        markup_open(document->markup, "dfn");
        markup_attribute(document->markup, "id", term->id);
    }
    document->in_term = in_glossary(document);
    spans_write(document, term->spans);
    document->in_term = false;
    if (term->id)
        markup_close(document->markup);
    markup_close(document->markup);
}

/* One paragraph is written as bare text, like a tight item's. */
static void definition_write(struct document *document, const struct block *definition)
{
    const struct block *only = definition->children;
    document_open(document, "dd", NULL, in_glossary(document) ? "glossdef" : NULL, NULL);
    document_mark(document, definition, NULL);
    if (only && !only->next && only->kind == BLOCK_PARAGRAPH) {
        document_direction(document, only->spans);
        spans_write(document, only->spans);
    } else {
        blocks_write(document, only);
    }
    markup_close(document->markup);
}

static void definitions_write(struct document *document, const struct block *list)
{
    GPtrArray *outer = document->gaps;
    document->gaps = NULL;
    markup_open(document->markup, "dl");
    document_mark(document, list, NULL);
    for (const struct block *child = list->children; child; child = child->next) {
        if (child->kind == BLOCK_TERM) {
            term_write(document, child);
        } else {
            definition_write(document, child);
        }
        markup_line(document->markup);
    }
    markup_close(document->markup);
    document->gaps = outer;
}

/* Items, rows, cells, terms, definitions and notes are written by what holds them. */
static void (*const writers[])(struct document *document, const struct block *block) = {
    [BLOCK_PARAGRAPH] = plain_write,
    [BLOCK_HEADING] = heading_write,
    [BLOCK_LIST] = list_write,
    [BLOCK_ITEM] = NULL,
    [BLOCK_QUOTE] = quote_write,
    [BLOCK_CODE] = code_write,
    [BLOCK_TABLE] = table_write,
    [BLOCK_ROW] = NULL,
    [BLOCK_CELL] = NULL,
    [BLOCK_FIGURE] = figure_write,
    [BLOCK_BREAK] = break_write,
    [BLOCK_BOX] = box_write,
    [BLOCK_PULL] = pull_write,
    [BLOCK_MARGIN] = pointer_write,
    [BLOCK_NOTE] = NULL,
    [BLOCK_WORKSHEET] = sheet_write,
    [BLOCK_PURPOSE] = purpose_write,
    [BLOCK_STEPS] = steps_write,
    [BLOCK_EXAMPLE] = example_write,
    [BLOCK_THEN] = then_write,
    [BLOCK_BEFORE] = before_write,
    [BLOCK_STOP] = stop_write,
    [BLOCK_ELEMENT] = prompt_write,
    [BLOCK_DEFINITIONS] = definitions_write,
    [BLOCK_TERM] = NULL,
    [BLOCK_DEFINITION] = NULL,
    [BLOCK_EPIGRAPH] = epigraph_write,
    [BLOCK_INDEX] = index_write,
    [BLOCK_LISTING] = listing_write,
    [BLOCK_REPEAT] = repeat_write,
};
_Static_assert(G_N_ELEMENTS(writers) == BLOCK_REPEAT + 1, "one a kind of block");

void block_write(struct document *document, const struct block *block)
{
    document_page(document, block->id);
    document_page(document, (const char *)block);
    if (writers[block->kind])
        writers[block->kind](document, block);
    markup_line(document->markup);
}

/* A paragraph after another one is indented by the style sheet; all others say that they are first. */
void blocks_write(struct document *document, const struct block *blocks)
{
    bool first = true;
    for (const struct block *block = blocks; block; block = block->next) {
        if (block->kind == BLOCK_PARAGRAPH && first) {
            document_page(document, block->id);
            paragraph_write(document, block == document->opening ? "first opening" : "first", block, block->spans);
            markup_line(document->markup);
        } else {
            block_write(document, block);
        }
        first = block->kind != BLOCK_PARAGRAPH;
    }
}

static void backlink_write(struct document *document, const struct block *note)
{
    const char *number = decimal(document->publication, note->number);
    /* Nothing calls the note when the call stands on a part's opener. */
    if (g_hash_table_contains(document->called, note)) {
        document_open(document, "a", NULL, NULL, "doc-backlink");
        markup_attribute(document->markup, "href", arena_printf(document->arena, "#ref.%s", number));
        markup_text(document->markup, arena_printf(document->arena, "%s.", number));
        markup_close(document->markup);
    } else {
        markup_text(document->markup, arena_printf(document->arena, "%s.", number));
    }
    markup_text(document->markup, " ");
}

static void note_write(struct document *document, const struct block *note)
{
    const struct block *first = note->children;
    const bool worded = first && first->kind == BLOCK_PARAGRAPH;
    document_open(document, "aside", "footnote", "footnote", "doc-footnote");
    markup_attribute(document->markup, "id", note->id);
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "first");
    document_direction(document, worded ? first->spans : NULL);
    backlink_write(document, note);
    if (worded)
        spans_write(document, first->spans);
    markup_close(document->markup);
    blocks_write(document, worded ? first->next : first);
    markup_close(document->markup);
    markup_line(document->markup);
}

void notes_write(struct document *document, const struct chapter *chapter)
{
    if (!chapter->notes)
        return;
    document->publication->notes = true;
    document_open(document, "section", "notes", "footnotes", NULL);
    markup_attribute(document->markup, "aria-label", words_get(document->publication->words, WORD_NOTES));
    for (const struct block *note = chapter->notes; note; note = note->next)
        note_write(document, note);
    markup_close(document->markup);
}
