#include "epub/xhtml.h"

#include <string.h>

#include "book/opening.h"
#include "epub/blocks.h"

void cover_write(struct publication *publication, const char *image)
{
    struct document *document =
        document_start(publication, "cover.xhtml", words_get(publication->words, WORD_COVER), "frontmatter");
    document_open(document, "section", "cover", "cover", NULL);
    markup_open(document->markup, "img");
    markup_attribute(document->markup, "role", "doc-cover");
    markup_attribute(document->markup, "src", document_file(document, image));
    markup_attribute(document->markup, "alt", publication->book->cover.alt);
    markup_void(document->markup);
    markup_close(document->markup);
    document_end(document, NULL);
}

void title_page_write(struct publication *publication)
{
    const struct metadata *about = &publication->book->about;
    struct document *document = document_start(publication, "title.xhtml",
                                               words_get(publication->words, WORD_TITLE_PAGE), "frontmatter");
    document_open(document, "section", "title-page", "titlepage", NULL);
    document_page_of(document, "title-page");
    document_heading(document, 1);
    markup_text(document->markup, about->title);
    markup_close(document->markup);
    if (about->subtitle) {
        document_open(document, "p", "subtitle", "subtitle", "doc-subtitle");
        markup_text(document->markup, about->subtitle);
        markup_close(document->markup);
    }
    for (const struct author *author = about->authors; author; author = author->next)
        markup_element(document->markup, "p", "author", author->name);
    if (about->publisher)
        markup_element(document->markup, "p", "publisher", about->publisher);
    markup_close(document->markup);
    document_end(document, NULL);
}

void part_write(struct publication *publication, const struct part *part)
{
    const char *label = words_part_number(publication->words, part->number);
    struct document *document =
        document_start(publication, publication_path(publication, part),
                       arena_printf(publication->arena, "%s. %s", label, part->title), "bodymatter");
    document_open(document, "section", "part", "part", "doc-part");
    markup_attribute(document->markup, "id", part->id);
    document_page(document, part->id);
    document_heading(document, 1);
    document_word(document, "span", "part-label", label);
    markup_text(document->markup, " ");
    markup_element(document->markup, "span", "part-title", part->title);
    markup_close(document->markup);
    blocks_write(document, part->blocks);
    markup_close(document->markup);
    document_end(document, NULL);
}

/* Kinds of chapters that have a meaning of their own, known by the id that their authors give them. */
struct division {
    const char *id, *type, *role;
};

static const struct division divisions[] = {
    {"acknowledgments", "acknowledgments", "doc-acknowledgments"},
    {"afterword", "afterword", "doc-afterword"},
    {"appendix", "appendix", "doc-appendix"},
    {"conclusion", "conclusion", "doc-conclusion"},
    {"epilogue", "epilogue", "doc-epilogue"},
    {"foreword", "foreword", "doc-foreword"},
    {"introduction", "introduction", "doc-introduction"},
    {"preface", "preface", "doc-preface"},
    {"prologue", "prologue", "doc-prologue"},
};

static struct division division_of(const struct chapter *chapter)
{
    if (chapter->role == CHAPTER_COPYRIGHT)
        return (struct division){.type = "copyright-page"};
    if (chapter->role == CHAPTER_DEDICATION)
        return (struct division){.type = "dedication", .role = "doc-dedication"};
    if (chapter->glossary)
        return (struct division){.type = "glossary", .role = "doc-glossary"};
    for (size_t i = 0; i < G_N_ELEMENTS(divisions); i++)
        if (strcmp(divisions[i].id, chapter->id) == 0)
            return divisions[i];
    if (chapter->matter == MATTER_BODY)
        return (struct division){.type = "chapter", .role = "doc-chapter"};
    return (struct division){0};
}

static const char *class_of(const struct chapter *chapter)
{
    return chapter->role == CHAPTER_COPYRIGHT    ? "copyright"
           : chapter->role == CHAPTER_DEDICATION ? "dedication"
                                                 : "chapter";
}

static void title_write(struct document *document, const struct chapter *chapter)
{
    document_heading(document, 1);
    document_direction(document, chapter->title);
    if (chapter->number) {
        markup_element(document->markup, "span", "number", decimal(document->publication, chapter->number));
        markup_text(document->markup, " ");
    }
    markup_open(document->markup, "span");
    markup_attribute(document->markup, "class", "chapter-title");
    spans_write(document, chapter->title);
    markup_close(document->markup);
    markup_close(document->markup);
}

void chapter_write(struct publication *publication, const struct chapter *chapter)
{
    static const char *const matters[] = {
        [MATTER_FRONT] = "frontmatter", [MATTER_BODY] = "bodymatter", [MATTER_BACK] = "backmatter"};
    const struct division division = division_of(chapter);
    const bool titled = chapter->role == CHAPTER_PLAIN && chapter->title;
    struct document *document = document_start(publication, publication_path(publication, chapter),
                                               chapter->title_text, matters[chapter->matter]);
    document->chapter = chapter;
    document->opening = publication->book->style.initials ? opening_of(chapter) : NULL;
    document_open(document, "section", class_of(chapter), division.type, division.role);
    markup_attribute(document->markup, "id", chapter->id);
    if (!titled && chapter->title_text && *chapter->title_text)
        markup_attribute(document->markup, "aria-label", chapter->title_text);
    document_page(document, chapter->id);
    if (titled)
        title_write(document, chapter);
    markup_line(document->markup);
    blocks_write(document, chapter->blocks);
    notes_write(document, chapter);
    markup_close(document->markup);
    document_end(document, NULL);
}
