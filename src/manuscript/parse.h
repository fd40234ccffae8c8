/* parse: one Markdown file on its way from cmark's tree to blocks and spans.
 *
 * document.c runs cmark and owns its tree; the files below turn it into the book's nodes, all in the book's
 * arena. Until the links are resolved (links.c), a LINK's url is what the
 * author wrote. */
#ifndef MANUSCRIPT_PARSE_H
#define MANUSCRIPT_PARSE_H

#include <cmark-gfm.h>

#include "manuscript/attributes.h"
#include "manuscript/document.h"
#include "manuscript/reader.h"
#include "manuscript/source.h"
#include "manuscript/syntax.h"

struct parse {
    struct reader *reader;
    struct source *source;
    struct document *document;
    GPtrArray *notes; /* struct block, by cmark's number - 1 */
    int depth;        /* of blocks; spans count for themselves */
    bool at_top;      /* the blocks being read are the file's own */
    bool in_sheet, in_card, in_example, in_note;
    const struct element *element; /* the one whose content is being read */
    const char **counts;           /* where :counts[...] puts its group; NULL outside an inventory's item */
    cmark_node *caption;           /* of the table that was read last */
};

/* ---- spans.c ---- */

/* The inlines below a node, cleaned. `from` is the first of them to read; NULL reads all. */
struct span *spans_read(struct parse *parse, cmark_node *parent, cmark_node *from);

/* The same, a list for each line of the source (struct span *); lines without words are left out. */
void spans_read_lines(struct parse *parse, cmark_node *paragraph, GPtrArray *lines);

/* Markdown that stands in an attribute or a title, as spans at one place; raw: not cleaned yet. */
struct span *spans_fragment(struct parse *parse, const char *text, struct position at);
struct span *spans_raw(struct parse *parse, const char *text, struct position at);

/* ---- text_directives.c ---- */

/* What a text directive shows or marks; NULL when it does neither, or is wrong, which is reported. */
struct span *text_directive_read(struct parse *parse, const struct locator *locator,
                                 const struct directive *directive);

/* ---- blocks.c ---- */

/* The blocks below a node, from `from` on; NULL reads all. */
struct block *blocks_read(struct parse *parse, cmark_node *parent, cmark_node *from);

/* The blocks from a node up to and without another of the same level; NULL: to the last. */
struct block *blocks_between(struct parse *parse, cmark_node *from, const cmark_node *until);

/* A heading's block, at its level; NULL when it is the title of its file. */
struct block *heading_place(struct parse *parse, struct block *heading);

struct block *block_new(struct parse *parse, enum block_kind kind, struct position at);
/* Where a block starts: cmark's own account, with its slips put right. */
int block_line(cmark_node *node);
struct position block_place(struct parse *parse, cmark_node *node);

/* ---- definitions.c ---- */

/* Whether a paragraph holds terms, because definitions follow it. */
bool definitions_begin(cmark_node *node);

/* The list that begins there, as far as terms and definitions follow each other. *after is the next node to
 * read. */
struct block *definitions_read(struct parse *parse, cmark_node *node, cmark_node **after);

/* A definition that has no terms: reported, and what it holds. */
struct block *definition_stray(struct parse *parse, cmark_node *node);

/* Reports a line that starts with a colon and is nothing. */
void colon_report(struct parse *parse, struct position at);

/* ---- figures.c ---- */

/* A paragraph that holds nothing but an image: its block, or NULL when it is not one or the image cannot be
 * used (which is reported). *is_figure tells the two apart. */
struct block *figure_read(struct parse *parse, cmark_node *paragraph, bool *is_figure);

/* An image among words; NULL when it cannot be used. *after is the next node to read. */
struct span *image_span(struct parse *parse, cmark_node *image, struct position at,
                        const struct locator *locator, cmark_node **after);

/* ---- directives.c ---- */

/* A container or leaf; NULL for a closing fence. */
struct block *directive_read(struct parse *parse, cmark_node *node);

/* ---- elements.c ---- */

/* An element of the kit as written: checks its attributes and content. */
struct block *element_read(struct parse *parse, cmark_node *node, const struct element_rule *rule,
                           const struct attributes *given, struct span *prompt, struct position at);

/* A list of tasks, or a table with empty cells, that stands bare in a sheet. `node` is its cmark node. */
struct block *element_wrap(struct parse *parse, enum element_kind kind, cmark_node *node, struct position at);

/* Reads a LIST node. */
struct block *list_read(struct parse *parse, cmark_node *node);

/* ---- tables.c ---- */

/* Reads a TABLE node: the rows alone; or what it is where it stands, with its caption. */
struct block *table_read(struct parse *parse, cmark_node *node);
struct block *table_place(struct parse *parse, cmark_node *node);

/* Whether a paragraph is the caption of the table before or after it. */
bool caption_taken(struct parse *parse, cmark_node *paragraph);

/* The spans of a paragraph that is none, whole again; one that looks like a caption is reported. */
struct span *caption_stray(struct parse *parse, cmark_node *paragraph, struct span *spans);

/* ---- element_checks.c ---- */

/* What an element's kind asks of its content beyond the table's rules. */
void element_check(struct parse *parse, struct block *block);

/* An error at a block; the items of its list, or 0. For the checks. */
void element_report(struct parse *parse, const struct block *block, const char *code, const char *hint,
                    const char *message);
int element_count_items(const struct block *list);

/* tree_checks.c: takes the words and numbers out of a tree's answers, first yes, then no. */
void tree_check(struct parse *parse, struct block *block);

#endif
