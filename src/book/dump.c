/* dump: the tree as text, for people and for golden tests. One line a node: kind, place, what it has, words.
 */
#include <glib.h>

#include "book/book.h"

static void indent(FILE *to, int depth)
{
    fprintf(to, "%*s", depth * 2, "");
}

static void dump_string(FILE *to, const char *name, const char *value)
{
    if (!value)
        return;
    fprintf(to, " %s=\"", name);
    for (const char *p = value; *p; p++) {
        if (*p == '"' || *p == '\\')
            fputc('\\', to);
        if (*p == '\n')
            fputs("\\n", to);
        else
            fputc(*p, to);
    }
    fputc('"', to);
}

static void dump_at(FILE *to, struct position at)
{
    if (at.line)
        fprintf(to, " @%d:%d", at.line, at.column);
}

static void dump_traits(FILE *to, const struct traits *traits)
{
    if (!traits)
        return;
    dump_string(to, "class", traits->classes);
    dump_string(to, "dir", traits->dir);
    dump_string(to, "title", traits->title);
    dump_string(to, "datetime", traits->datetime);
}

static void dump_spans(FILE *to, const struct span *spans, int depth)
{
    static const char *const names[] = {"text", "emphasis", "strong",  "strike", "smallcaps", "code", "break",
                                        "link", "image",    "noteref", "blank",  "index",     "lang", "phrase"};
    for (const struct span *span = spans; span; span = span->next) {
        indent(to, depth);
        fputs(names[span->kind], to);
        if (span->kind == SPAN_PHRASE)
            fprintf(to, " %s", phrase_name(span->phrase));
        dump_at(to, span->at);
        if (span->id)
            fprintf(to, " #%s", span->id);
        dump_string(to, "name", span->name);
        if (span->kind == SPAN_BLANK)
            fprintf(to, " width=%gmm", span->width_mm);
        if (span->anchor)
            fprintf(to, " to=#%s%s", span->anchor->id, span->written ? " written" : "");
        dump_string(to, "url", span->url);
        if (span->image)
            dump_string(to, "image", span->image->name);
        if (span->note)
            fprintf(to, " note=%d", span->note->number);
        dump_string(to, "lang", span->lang);
        dump_traits(to, span->traits);
        dump_string(to, "sub", span->sub);
        dump_string(to, "see", span->see);
        dump_string(to, "text", span->text);
        fputc('\n', to);
        dump_spans(to, span->children, depth + 1);
    }
}

static bool is_common(const char *name)
{
    for (size_t i = 0; i < element_common_count; i++)
        if (strcmp(element_common[i].name, name) == 0)
            return true;
    return false;
}

static void dump_attributes(FILE *to, const struct element *element)
{
    fprintf(to, " %s", element->rule->name);
    dump_string(to, "name", element->name);
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct attribute *attribute = &element->attributes[i];
        if (!attribute->at.file && is_common(attribute->name))
            continue; /* a default that says nothing of this kind */
        if (attribute->value)
            dump_string(to, attribute->name, attribute->value);
        else
            fprintf(to, " %s", attribute->name);
    }
}

static void dump_sheet(FILE *to, const struct sheet *sheet)
{
    static const char *const who[] = {"solo", "each", "pair"};
    static const char *const start[] = {"", " start=left", " start=right"};
    if (sheet->number)
        fprintf(to, " %d", sheet->number);
    else
        fputs(" unnumbered", to);
    dump_string(to, "time", sheet->time);
    fprintf(to, " effort=%d who=%s pages=%d%s%s%s%s", sheet->effort, who[sheet->who], sheet->pages,
            start[sheet->start], sheet->is_private ? " private" : "", sheet->cut ? " cut" : "",
            sheet->repeatable ? " repeatable" : "");
}

static void dump_figure(FILE *to, const struct figure *figure)
{
    if (figure->number)
        fprintf(to, " %d", figure->number);
    fprintf(to, " %s %gx%g", figure->image->name, figure->image->width, figure->image->height);
    dump_string(to, "alt", figure->alt);
    dump_string(to, "description", figure->description);
    if (figure->width_percent > 0)
        fprintf(to, " width=%g%%", figure->width_percent);
    if (figure->width_mm > 0)
        fprintf(to, " width=%gmm", figure->width_mm);
    if (figure->full_page)
        fputs(" full-page", to);
    if (figure->wide)
        fputs(" wide", to);
    if (figure->here)
        fputs(" here", to);
}

static const char *const listings[LISTING_COUNT] = {"figures", "tables", "worksheets"};

static void dump_cell(FILE *to, const struct block *cell)
{
    static const char *const aligns[] = {"", " left", " center", " right", " justify"};
    static const char *const scopes[] = {"", " heads-column", " heads-row", " heads-columns", " heads-rows"};
    fprintf(to, "%s%s%s", aligns[cell->align], scopes[cell->scope], cell->covered ? " covered" : "");
    if (cell->across > 1)
        fprintf(to, " across=%d", cell->across);
    if (cell->down > 1)
        fprintf(to, " down=%d", cell->down);
}

static void dump_about(FILE *to, const struct block *block)
{
    static const char *const boxes[] = {"safety", "research",  "carry",   "inside",  "note",
                                        "tip",    "important", "warning", "caution", "plain",
                                        "section", "beside"};
    switch (block->kind) {
    case BLOCK_HEADING:
        fprintf(to, " level=%d", block->level);
        break;
    case BLOCK_LIST:
        if (block->list->ordered)
            fprintf(to, " ordered start=%d", block->list->start);
        fputs(block->list->tight ? " tight" : "", to);
        break;
    case BLOCK_ITEM:
        fputs(block->task == TASK_OPEN ? " open" : block->task == TASK_DONE ? " done" : "", to);
        dump_string(to, "group", block->group);
        if (block->number)
            fprintf(to, " go-to=%d", block->number);
        break;
    case BLOCK_TABLE:
        if (block->table->number)
            fprintf(to, " %d", block->table->number);
        fprintf(to, " columns=%zu%s", block->table->columns, block->table->here ? " here" : "");
        if (block->table->heads != 1)
            fprintf(to, " heads=%zu", block->table->heads);
        break;
    case BLOCK_CELL:
        dump_cell(to, block);
        break;
    case BLOCK_FIGURE:
        dump_figure(to, block->figure);
        break;
    case BLOCK_BOX:
        fprintf(to, " %s", boxes[block->box]);
        break;
    case BLOCK_NOTE:
        fprintf(to, " %d", block->number);
        break;
    case BLOCK_REPEAT:
        fprintf(to, " #%s %d times", block->text, block->number);
        break;
    case BLOCK_LISTING:
        fprintf(to, " %s", listings[block->listing]);
        break;
    case BLOCK_WORKSHEET:
        dump_sheet(to, block->sheet);
        break;
    case BLOCK_ELEMENT:
        dump_attributes(to, block->element);
        break;
    default:
        break;
    }
}

static void dump_blocks(FILE *to, const struct block *blocks, int depth)
{
    static const char *const names[] = {"paragraph",     "heading",  "list",          "item",        "quote",
                                        "code",          "table",    "row",           "cell",        "figure",
                                        "thought-break", "box",      "pull",          "margin",      "note",
                                        "worksheet",     "purpose",  "steps",         "example",     "then",
                                        "before",        "stop",     "element",       "definitions", "term",
                                        "definition",    "epigraph", "printed-index", "listing", "repeat"};
    for (const struct block *block = blocks; block; block = block->next) {
        indent(to, depth);
        fputs(names[block->kind], to);
        dump_at(to, block->at);
        if (block->id)
            fprintf(to, " #%s", block->id);
        dump_about(to, block);
        dump_string(to, "syntax", block->syntax);
        dump_string(to, "lang", block->lang);
        dump_traits(to, block->traits);
        dump_string(to, "text", block->text);
        fputc('\n', to);
        dump_spans(to, block->spans, depth + 1);
        dump_blocks(to, block->children, depth + 1);
    }
}

static void dump_people(FILE *to, const char *what, const struct author *people)
{
    for (const struct author *author = people; author; author = author->next) {
        fprintf(to, "  %s", what);
        dump_string(to, "name", author->name);
        dump_string(to, "role", author->role);
        dump_string(to, "file-as", author->file_as);
        fputc('\n', to);
    }
}

static void dump_metadata(FILE *to, const struct metadata *about)
{
    const struct {
        const char *name, *value;
    } entries[] = {{"title", about->title},
                   {"subtitle", about->subtitle},
                   {"lang", about->lang},
                   {"date", about->date},
                   {"identifier", about->identifier},
                   {"print-isbn", about->print_isbn},
                   {"collection", about->collection},
                   {"position", about->position},
                   {"conforms-to", about->accessibility.conforms_to},
                   {"certified-by", about->accessibility.certified_by},
                   {"certifier-credential", about->accessibility.credential},
                   {"certifier-report", about->accessibility.report},
                   {"exemption", about->accessibility.exemption},
                   {"summary", about->accessibility.summary},
                   {"rights", about->rights},
                   {"description", about->description},
                   {"publisher", about->publisher},
                   {"output", about->output_name}};
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        if (entries[i].value) {
            fputs(" ", to);
            dump_string(to, entries[i].name, entries[i].value);
            fputc('\n', to);
        }
    dump_people(to, "author", about->authors);
    dump_people(to, "contributor", about->contributors);
    for (const struct identifier *other = about->identifiers; other; other = other->next) {
        fputs(" ", to);
        dump_string(to, "other-identifier", other->text);
        fputc('\n', to);
    }
    for (const struct subject *subject = about->subjects; subject; subject = subject->next) {
        fputs(" ", to);
        dump_string(to, "subject", subject->text);
        dump_string(to, "authority", subject->authority);
        dump_string(to, "term", subject->term);
        fputc('\n', to);
    }
}

static void dump_style(FILE *to, const struct style *style)
{
    static const char *const heads[] = {"title", "part", "chapter", "section", "none"};
    if (style->verso_head != HEAD_PART || style->recto_head != HEAD_CHAPTER)
        fprintf(to, "  heads verso=%s recto=%s\n", heads[style->verso_head], heads[style->recto_head]);
    for (size_t i = 0; i < style->hyphenation_count; i++)
        fprintf(to, "  hyphenation %s\n", style->hyphenation[i]);
}

static void dump_chapter(FILE *to, const struct chapter *chapter)
{
    static const char *const matters[] = {"front", "body", "back"};
    static const char *const roles[] = {"", " copyright", " dedication"};
    fprintf(to, "chapter %s%s%s #%s", matters[chapter->matter], roles[chapter->role],
            chapter->glossary ? " glossary" : "", chapter->id);
    if (chapter->number)
        fprintf(to, " %d", chapter->number);
    dump_string(to, "file", chapter->file);
    dump_at(to, chapter->at);
    dump_string(to, "title", chapter->title_text);
    fputc('\n', to);
    dump_blocks(to, chapter->blocks, 1);
    dump_blocks(to, chapter->notes, 1);
}

static void dump_entries(FILE *to, const struct index_entry *entries, int depth)
{
    for (const struct index_entry *entry = entries; entry; entry = entry->next) {
        indent(to, depth);
        fputs("entry", to);
        if (entry->anchor)
            fprintf(to, " #%s", entry->anchor->id);
        dump_string(to, "initial", entry->initial);
        dump_string(to, "term", entry->term);
        for (size_t i = 0; i < entry->place_count; i++)
            fprintf(to, " at=#%s", entry->places[i]->id);
        for (const struct index_see *see = entry->see; see; see = see->next) {
            dump_string(to, "see", see->term);
            fputs(see->entry ? "" : " (no entry)", to);
        }
        fputc('\n', to);
        dump_entries(to, entry->below, depth + 1);
    }
}

static void dump_listed(FILE *to, const struct book *book)
{
    for (int listing = 0; listing < LISTING_COUNT; listing++) {
        if (book->listed[listing])
            fprintf(to, "list %s\n", listings[listing]);
        for (const struct listed *listed = book->listed[listing]; listed; listed = listed->next) {
            fprintf(to, "  %s to=#%s", listed->label, listed->anchor->id);
            dump_string(to, "words", listed->text);
            fputc('\n', to);
        }
    }
}

void book_dump(const struct book *book, FILE *to)
{
    const struct part *part = NULL;
    fprintf(to, "book words=%zu sheets=%zu figures=%zu tables=%zu\n", book->words, book->sheets,
            book->figures, book->tables);
    dump_metadata(to, &book->about);
    dump_style(to, &book->style);
    for (const struct chapter *chapter = book->chapters; chapter; chapter = chapter->next) {
        if (chapter->part && chapter->part != part) {
            part = chapter->part;
            fputs("part", to);
            dump_at(to, part->at);
            fprintf(to, " %d #%s", part->number, part->id);
            dump_string(to, "title", part->title);
            fputc('\n', to);
            dump_blocks(to, part->blocks, 1);
        }
        dump_chapter(to, chapter);
    }
    if (book->index)
        fputs("index\n", to);
    dump_entries(to, book->index, 1);
    dump_listed(to, book);
}
