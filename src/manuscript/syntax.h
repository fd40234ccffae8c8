/* syntax: our directives, attributes and definitions as syntax extensions of cmark-gfm.
 *
 * One extension for blocks (":::name[label]{attributes}" containers and their closing fences,
 * "::name[label]{attributes}" leaves, ": definitions"), one for text (":name[text]{attributes}", and the
 * attributes after an image or at the end of a heading). What was written is attached to the nodes and read
 * with syntax_directive. Labels of containers and leaves are parsed as inlines. */
#ifndef MANUSCRIPT_SYNTAX_H
#define MANUSCRIPT_SYNTAX_H

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "manuscript/reader.h"
#include "manuscript/source.h"

enum directive_role {
    ROLE_IS_CONTAINER,  /* its first child is its LABEL, if it has one */
    ROLE_IS_LABEL,      /* children: inlines */
    ROLE_IS_LEAF,       /* children: the label's inlines */
    ROLE_IS_FENCE,      /* a closing fence: nothing */
    ROLE_IS_DEFINITION, /* ": what it means", below the paragraph whose lines are the terms */
    ROLE_IS_INLINE,     /* a text directive: the label is raw */
    ROLE_IS_ATTRIBUTES  /* {...} of the image before it, or of the heading or caption around it */
};

/* A directive as written. Offsets are bytes: of blocks into the source line, of text into
 * the content of its block. */
struct directive {
    enum directive_role role;
    const char *name;       /* NULL for Pandoc's "::: {.name}" */
    const char *label;      /* raw Markdown; NULL */
    const char *attributes; /* "{...}", raw; NULL */
    int line;               /* blocks */
    size_t at, label_at, attributes_at;
    bool closed; /* containers: by a fence of its own */
    int indent;  /* definitions: columns before what belongs to it on the next lines */
};

struct syntax;

/* Attaches both extensions to a parser. They belong to the caller and must be freed after the parser and
 * its tree. `source` may be NULL for a fragment: then nothing is reported. */
struct syntax *syntax_attach(cmark_parser *parser, struct reader *reader, struct source *source);
void syntax_free(struct syntax *syntax);

/* What was written at a node; NULL when it is not one of ours. */
const struct directive *syntax_directive(cmark_node *node);

#endif
