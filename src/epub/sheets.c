/* sheets: a worksheet on an e-reader, which cannot be written on: numbered prompts for a notebook. */
#include "epub/blocks.h"

static const struct block *child_of(const struct block *sheet, enum block_kind kind)
{
    const struct block *child = sheet->children;
    while (child && child->kind != kind)
        child = child->next;
    return child;
}

/* "Worksheet 4"; the title of a sheet without a number. */
static const char *sheet_label(const struct document *document, const struct block *sheet)
{
    if (!sheet->sheet->number)
        return spans_text(document->arena, sheet->spans);
    const char *word = words_get(document->publication->words, WORD_WORKSHEET);
    return arena_printf(document->arena, "%s %d", word, sheet->sheet->number);
}

static void title_write(struct document *document, const struct block *sheet)
{
    document_heading(document, 2);
    markup_attribute(document->markup, "class", "sheet-head");
    if (sheet->sheet->number)
        document_word(document, "span", "sheet-label", sheet_label(document, sheet));
    if (sheet->spans) {
        if (sheet->sheet->number)
            markup_text(document->markup, " ");
        markup_open(document->markup, "span");
        markup_attribute(document->markup, "class", "sheet-title");
        spans_write(document, sheet->spans);
        markup_close(document->markup);
    }
    markup_close(document->markup);
    markup_line(document->markup);
}

/* "10 min · steady · on your own". */
static void marks_write(struct document *document, const struct sheet *sheet)
{
    const struct words *words = document->publication->words;
    const char *marks[] = {
        sheet->effort ? words_get(words, WORD_LIGHT + (unsigned)sheet->effort - 1) : NULL,
        words_get(words, WORD_SOLO + sheet->who),
        sheet->is_private ? words_get(words, WORD_PRIVATE) : NULL,
        sheet->repeatable ? words_get(words, WORD_REPEAT) : NULL,
    };
    const char *between = sheet->time ? " · " : "";
    document_open(document, "p", "sheet-marks", NULL, NULL);
    markup_text(document->markup, sheet->time);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i]) {
            markup_text(document->markup, between);
            document_word_text(document, marks[i]);
            between = " · ";
        }
    markup_close(document->markup);
    markup_line(document->markup);
}

/* Blocks that ask for something: they are numbered. */
static bool asks(const struct block *block)
{
    if (block->kind == BLOCK_ELEMENT)
        return true;
    if (block->kind == BLOCK_PARAGRAPH)
        return spans_have_blank(block->spans);
    return block->kind == BLOCK_LIST && block->children && block->children->task != TASK_NONE;
}

static void tick_list_write(struct document *document, const struct block *list)
{
    document_word(document, "p", "space", words_get(document->publication->words, WORD_TICK));
    markup_open(document->markup, "ul");
    for (const struct block *item = list->children; item; item = item->next) {
        markup_open(document->markup, "li");
        markup_attribute(document->markup, "id", item->id);
        item_words(document, item, true);
        markup_close(document->markup);
    }
    markup_close(document->markup);
}

static void prompt_write(struct document *document, const struct block *block)
{
    markup_open(document->markup, "li");
    markup_attribute(document->markup, "id", block->id);
    document_page(document, block->id);
    if (block->kind == BLOCK_ELEMENT)
        element_write(document, block);
    else if (block->kind == BLOCK_PARAGRAPH)
        paragraph_write(document, "ask", NULL, block->spans);
    else
        tick_list_write(document, block);
    markup_close(document->markup);
    markup_line(document->markup);
    document->prompts++;
}

static void prompts_open(struct document *document)
{
    markup_open(document->markup, "ol");
    markup_attribute(document->markup, "class", "prompts");
    if (document->prompts)
        markup_attribute(document->markup, "start", decimal(document->publication, document->prompts + 1));
}

static bool only_in_print(const struct block *sheet, const struct block *block)
{
    if (block->kind == BLOCK_BREAK)
        return sheet->sheet->pages == 2; /* where its second page begins */
    return block->kind == BLOCK_ELEMENT && !element_on_reader(block->element);
}

/* Prompts that follow each other are one list; what stands between them interrupts it, and the
 * numbers go on. */
static void body_write(struct document *document, const struct block *sheet, const struct block *purpose)
{
    bool listing = false;
    for (const struct block *block = sheet->children; block; block = block->next) {
        if (block == purpose || only_in_print(sheet, block))
            continue;
        const bool prompt = asks(block);
        if (prompt && !listing)
            prompts_open(document);
        if (!prompt && listing)
            markup_close(document->markup);
        listing = prompt;
        if (prompt)
            prompt_write(document, block);
        else
            block_write(document, block);
    }
    if (listing)
        markup_close(document->markup);
}

static void on_paper_write(struct document *document, const struct block *sheet)
{
    const struct epub_input *input = document->publication->input;
    const struct page_place *place = sheet->id ? page_map_find(input->map, sheet->id) : NULL;
    const char *file = input->pack ? input->pack : input->workbook; /* pages are called the same in both */
    if (place && file)
        document_word(document, "p", "paper",
                      phrase(document->publication, WORD_PRINT_PAGE, place->label, file, NULL));
}

static void back_write(struct document *document)
{
    const struct chapter *chapter = document->chapter;
    const struct anchor *anchor = chapter ? book_find_anchor(document->publication->book, chapter->id) : NULL;
    if (!anchor || chapter->role != CHAPTER_PLAIN)
        return;
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "back");
    document_word_text(document, words_get(document->publication->words, WORD_BACK_TO));
    markup_text(document->markup, " ");
    markup_open(document->markup, "a");
    markup_attribute(document->markup, "href", document_link(document, anchor));
    if (chapter->number) /* "Chapter 1"; else it is the chapter's title */
        document_foreign(document);
    markup_text(document->markup, book_label(document->publication->book, anchor));
    markup_close(document->markup);
    markup_close(document->markup);
}

/* A page to write on, and no more: nothing that a notebook needs to be told. */
bool sheet_is_room(const struct block *sheet)
{
    bool any = false;
    for (const struct block *block = sheet->children; block; block = block->next) {
        if (block->kind == BLOCK_ELEMENT && element_on_reader(block->element))
            return false;
        any = any || block->kind == BLOCK_ELEMENT;
    }
    return any && sheet->sheet->unnumbered;
}

void sheet_write(struct document *document, const struct block *sheet)
{
    if (sheet_is_room(sheet))
        return;
    const struct block *purpose = child_of(sheet, BLOCK_PURPOSE);
    document_open(document, "section", "worksheet", "practice", NULL);
    markup_attribute(document->markup, "id", sheet->id);
    document->prompts = 0;
    document->in_sheet = true;
    document->publication->sheets = true;
    title_write(document, sheet);
    marks_write(document, sheet->sheet);
    if (purpose)
        paragraph_write(document, "purpose", purpose->id, purpose->spans);
    markup_line(document->markup);
    document_word(document, "p", "notebook",
                  phrase(document->publication, WORD_NOTEBOOK, sheet_label(document, sheet), NULL));
    markup_line(document->markup);
    body_write(document, sheet, purpose);
    on_paper_write(document, sheet);
    back_write(document);
    document->in_sheet = false;
    markup_close(document->markup);
}

void example_write(struct document *document, const struct block *example)
{
    const char *word = words_get(document->publication->words, WORD_EXAMPLE);
    const char *id = document_make_id(document, "example");
    document_open(document, "aside", "example", NULL, "doc-example");
    markup_attribute(document->markup, "id", example->id);
    markup_attribute(document->markup, "aria-labelledby", id);
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", "box-title");
    markup_attribute(document->markup, "id", id);
    document_word_text(document, word);
    if (example->spans) {
        markup_text(document->markup, colon(document->publication));
        spans_write(document, example->spans);
    }
    markup_close(document->markup);
    document_open(document, "div", "hand", NULL, NULL);
    blocks_write(document, example->children);
    markup_close(document->markup);
    markup_close(document->markup);
}

void steps_write(struct document *document, const struct block *steps)
{
    document_open(document, "div", "steps", NULL, NULL);
    markup_attribute(document->markup, "id", steps->id);
    blocks_write(document, steps->children);
    markup_close(document->markup);
}

/* One line of the sheet's own, behind a word of ours: "Then: ...". */
static void headed_write(struct document *document, const struct block *line, const char *class_name,
                         enum word word)
{
    markup_open(document->markup, "p");
    markup_attribute(document->markup, "class", class_name);
    markup_attribute(document->markup, "id", line->id);
    document_word(document, "strong", NULL, words_get(document->publication->words, word));
    markup_text(document->markup, colon(document->publication));
    spans_write(document, line->spans);
    markup_close(document->markup);
}

void then_write(struct document *document, const struct block *then)
{
    headed_write(document, then, "then", WORD_THEN);
}

void before_write(struct document *document, const struct block *before)
{
    headed_write(document, before, "before", WORD_BEFORE);
}

void stop_write(struct document *document, const struct block *stop)
{
    headed_write(document, stop, "stop", WORD_STOP);
}
