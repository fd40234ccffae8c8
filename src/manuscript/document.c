#include "manuscript/document.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

#include "manuscript/footnotes.h"
#include "manuscript/parse.h"

/* How many quotation and list marks a line starts with. A thought break made of list marks counts as none. */
static int marks_of_line(const char *line, size_t length)
{
    int marks = 0;
    size_t i = 0;
    bool same = true;
    while (i < length) {
        const char c = line[i];
        const size_t digits = strspn(line + i, "0123456789");
        if (c == ' ' || c == '\t')
            i++;
        else if (c == '>' || ((c == '-' || c == '*' || c == '+') && i + 1 < length && line[i + 1] == ' '))
            i++, marks++, same = same && c != '>';
        else if (digits && digits < 10 && (line[i + digits] == '.' || line[i + digits] == ')'))
            i += digits + 1, marks++, same = false;
        else
            break;
    }
    return same && i + 1 >= length ? 0 : marks;
}

/* Deep nesting costs cmark time with every line and stack with every level: refuse it beforehand. */
static bool check_depth(struct reader *reader, struct source *source)
{
    for (int line = 1; line <= source->lines; line++) {
        size_t length;
        const char *text = source_line(source, line, &length);
        if (marks_of_line(text, length) > BLOCK_NESTING_LIMIT) {
            diags_report(reader->diags, DIAG_ERROR, source_at(source, line, 1), "nesting-deep", NULL,
                         "blocks are nested more than %d levels deep", BLOCK_NESTING_LIMIT);
            return false;
        }
    }
    return true;
}

static void attach_gfm(cmark_parser *parser)
{
    static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
}

/* Definitions come last in cmark's tree, in the order of their first call: their blocks must be there before
 * the references are read, and are filled afterwards. */
static void make_notes(struct parse *parse, cmark_node *root)
{
    struct block **end = &parse->document->notes;
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION)
            continue;
        struct block *note = block_new(parse, BLOCK_NOTE, block_place(parse, node));
        g_ptr_array_add(parse->notes, note);
        note->number = (int)parse->notes->len;
        *end = note;
        end = &note->next;
    }
}

static void fill_notes(struct parse *parse, cmark_node *root)
{
    guint index = 0;
    parse->in_note = true;
    parse->at_top = false;
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION)
            continue;
        struct block *note = g_ptr_array_index(parse->notes, index++);
        note->children = blocks_read(parse, node, NULL);
    }
}

struct document *document_read(struct reader *reader, struct source *source)
{
    struct document *document = ARENA_NEW(reader->arena, struct document);
    document->source = source;
    document->at = (struct position){source->shown, 1, 1};
    if (!check_depth(reader, source))
        return document;
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART | CMARK_OPT_SOURCEPOS);
    struct syntax *syntax = syntax_attach(parser, reader, source);
    attach_gfm(parser);
    cmark_parser_feed(parser, source->text.data, source->text.length);
    cmark_node *root = cmark_parser_finish(parser);
    struct parse parse = {.reader = reader, .source = source, .document = document, .at_top = true};
    parse.notes = g_ptr_array_new();
    make_notes(&parse, root);
    document->blocks = blocks_read(&parse, root, NULL);
    fill_notes(&parse, root);
    footnotes_check(reader, source, root);
    g_ptr_array_free(parse.notes, TRUE);
    cmark_node_free(root);
    cmark_parser_free(parser);
    syntax_free(syntax);
    return document;
}
