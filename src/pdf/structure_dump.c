/* structure_dump: the tree as text, for `rekindle dump structure` and the tests: what a screen reader is given. */
#include "pdf/navigation.h"
#include "pdf/pdf.h"
#include "pdf/structure.h"

struct dumping {
    FILE *to;
    unsigned uses;
};

static void indent(const struct dumping *dumping, int depth)
{
    fprintf(dumping->to, "%*s", 2 * depth, "");
}

/* The words of a chunk. */
static void dump_words(const struct dumping *dumping, const struct structure_kid *kid)
{
    fprintf(dumping->to, " %zu\"", kid->page + 1);
    for (const struct item *item = kid->first; item && (item->tag == kid->first->tag || item->hidden_in & dumping->uses); item = item->next)
        if (item->text && !(item->hidden_in & dumping->uses))
            fputs(item->text->text, dumping->to);
    fputc('"', dumping->to);
}

static void dump_attributes(const struct dumping *dumping, const struct page_tag *tag)
{
    static const char *const numberings[] = {"none", "disc", "decimal"};
    if (tag->lang)
        fprintf(dumping->to, " lang=%s", tag->lang);
    if (tag->role == TAG_HEADER_CELL)
        fprintf(dumping->to, " scope=%s", tag->scope == TAG_SCOPE_ROW ? "row" : "column");
    if (tag->across > 1 || tag->down > 1)
        fprintf(dumping->to, " span=%dx%d", MAX(tag->across, 1), MAX(tag->down, 1));
    if (tag->role == TAG_LIST)
        fprintf(dumping->to, " numbering=%s", numberings[tag->numbering]);
    if (tag->alt)
        fprintf(dumping->to, " alt=\"%s\"", tag->alt);
}

static void dump_node(const struct dumping *dumping, const struct structure_node *node, int depth)
{
    indent(dumping, depth);
    fputs(structure_type(node), dumping->to);
    dump_attributes(dumping, node->tag);
    bool begun = true; /* the line has only words so far */
    for (guint i = 0; i < node->kids->len; i++) {
        const struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, i);
        if (!begun && kid->kind == KID_MARKS) {
            indent(dumping, depth + 1);
            fputc('-', dumping->to);
        }
        if (kid->kind == KID_MARKS)
            dump_words(dumping, kid);
        else if (kid->kind == KID_ANNOTATION && kid->field)
            fprintf(dumping->to, " %s \"%s\"", kid->field->name ? kid->field->name : "?", kid->field->prompt);
        if (kid->kind == KID_NODE && begun)
            fputc('\n', dumping->to);
        begun = begun && kid->kind != KID_NODE;
        if (kid->kind == KID_NODE)
            dump_node(dumping, kid->node, depth + 1);
        else if (!begun)
            fputc('\n', dumping->to);
    }
    if (begun)
        fputc('\n', dumping->to);
}

void pdf_dump_structure(const struct pages *pages, unsigned uses, FILE *to)
{
    struct structure *structure = structure_new(pages, uses);
    struct navigation *navigation = navigation_new(pages, uses, NULL);
    for (size_t i = 0; i < pages->count; i++)
        for (const struct page_link *link = pages->page[i].links; link; link = link->next)
            if (navigation_shows(navigation, link))
                structure_add_link(structure, link->tag, i, 0);
    const struct dumping dumping = {to, uses};
    if (structure_root(structure))
        dump_node(&dumping, structure_root(structure), 0);
    navigation_free(navigation);
    structure_free(structure);
}
