/* html: raw HTML in a manuscript. What is allowed becomes the book's own spans and blocks, so that every
 * edition has it from the one tree; the rest is reported, and its words stay.
 *
 * CommonMark says where HTML begins and ends (section 4.6 and 6.6); what is inside a block of it is read
 * here: tags, then a tree that is well-formed whatever was written, then nodes. Everything is from the book's
 * arena. */
#ifndef MANUSCRIPT_HTML_H
#define MANUSCRIPT_HTML_H

#include "manuscript/parse.h"

/* ---- html_tags.c: text becomes tags ---- */

enum html_token_kind {
    HTML_TEXT,    /* text */
    HTML_OPEN,    /* tag */
    HTML_CLOSE,   /* tag */
    HTML_NOTHING, /* a comment, a declaration */
    HTML_BROKEN,  /* a tag that never ends, with all after it */
};

struct html_attribute {
    const char *name, *value; /* value: "" for one that has none; entities are resolved */
    struct position at;
};

struct html_tag {
    const char *name;             /* in small letters */
    const struct html_rule *rule; /* NULL: unknown */
    struct position at;
    bool alone; /* <br/>, and those that never hold anything */
    struct html_attribute *attributes;
    size_t count;
};

struct html_token {
    enum html_token_kind kind;
    struct position at;
    const char *text; /* TEXT: entities are resolved */
    struct html_tag tag;
};

/* Where the bytes of a text stand in the source: by a locator, or counted on from the place of the first. */
struct html_place {
    const struct locator *locator;
    struct position at;
};

/* The next token of the text; false at its end. *cursor is a byte offset. */
bool html_next(struct arena *arena, const struct html_place *place, const char *text, size_t *cursor,
               struct html_token *token);

/* Steps over what is no HTML: the inside of a script, up to its closing tag. False when there is none. */
bool html_skip(const char *text, size_t *cursor, const char *name);

/* ---- html_rules.c: what is allowed ---- */

enum html_form {
    HTML_IS_PHRASE, /* value: enum phrase */
    HTML_IS_SPAN,   /* value: enum span_kind, one with children */
    HTML_IS_QUOTED, /* between quotation marks of the book's language */
    HTML_IS_LINK,
    HTML_IS_IMAGE,
    HTML_IS_BREAK,
    HTML_IS_WORD_BREAK,
    HTML_IS_BRACKET, /* of ruby, which readers write themselves */
    HTML_LAST_INLINE = HTML_IS_BRACKET,
    HTML_IS_PARAGRAPH,
    HTML_IS_HEADING, /* value: its level */
    HTML_IS_BOX,     /* value: enum box_kind */
    HTML_IS_QUOTE,
    HTML_IS_LIST, /* value: ordered */
    HTML_IS_ITEM,
    HTML_IS_DEFINITIONS,
    HTML_IS_TERM,
    HTML_IS_DEFINITION,
    HTML_IS_TABLE,
    HTML_IS_CAPTION, /* of a table */
    HTML_IS_COLUMNS, /* widths of columns: they are ours to find */
    HTML_IS_ROWS,    /* value: enum html_rows */
    HTML_IS_ROW,
    HTML_IS_CELL, /* value: a head */
    HTML_IS_FIGURE,
    HTML_IS_LEGEND,  /* figcaption */
    HTML_IS_THOUGHT, /* hr */
    HTML_IS_PRE,
    HTML_IS_FOLD, /* details, which paper cannot fold: a box that is open */
    HTML_IS_SUMMARY,
    HTML_IS_GONE, /* not allowed, and what it holds are no words */
    HTML_IS_OUT,  /* not allowed; its words stay */
};

enum html_rows { HTML_HEAD, HTML_BODY, HTML_FOOT };

/* Attributes beyond id, class, lang, dir and title; and how it ends. */
enum {
    HTML_TAKES_LINK = 1,  /* href, name */
    HTML_TAKES_IMAGE = 2, /* src, alt */
    HTML_TAKES_START = 4,
    HTML_TAKES_CELL = 8, /* colspan, rowspan */
    HTML_TAKES_SCOPE = 16,
    HTML_TAKES_TIME = 32, /* datetime */
    HTML_IS_VOID = 64,    /* never holds anything */
    HTML_MAY_END = 128,   /* its closing tag may be left out (HTML, 13.1.2.4) */
    HTML_HOLDS = 256,     /* blocks, of Markdown too */
};

struct html_rule {
    const char *name;
    enum html_form form;
    int value;
    unsigned takes;
};

const struct html_rule *html_rule(const char *name);

static inline bool html_is_inline(const struct html_rule *rule)
{
    return rule && rule->form <= HTML_LAST_INLINE;
}

/* What the attributes of an element say, checked; what is not allowed is reported and left out. */
struct html_given {
    const char *id, *lang, *href, *src, *alt;
    const struct traits *traits; /* or NULL */
    int start, across, down;     /* 1 where nothing is said */
    enum scope scope;
};

struct html_given html_attributes(struct parse *parse, const struct html_tag *tag);

/* ---- html_report.c ---- */

/* An element that is left out, with or without its words. */
void html_report_out(struct parse *parse, const struct html_tag *tag);
void html_report_unclosed(struct parse *parse, const struct html_tag *tag);
void html_report_stray(struct parse *parse, const struct html_tag *tag);
void html_report_broken(struct parse *parse, struct position at);
/* One that is allowed, but not there. */
void html_report_misplaced(struct parse *parse, const struct html_tag *tag, const char *hint);

/* ---- html_spans.c ---- */

/* An inline element around spans, as spans. */
struct span *html_span(struct parse *parse, const struct html_tag *tag, struct span *children);

/* ---- html_tree.c: tags become a tree ---- */

enum html_node_kind { HTML_ELEMENT, HTML_WORDS, HTML_MARKDOWN };

struct html_node {
    enum html_node_kind kind;
    struct html_tag tag; /* ELEMENT */
    struct position at;
    const char *text;         /* WORDS */
    cmark_node *from, *until; /* MARKDOWN: the blocks from this one up to, and without, the other */
    struct html_node *children, *next;
    struct html_node **end; /* where the next child goes, while it is made */
};

/* The tree that begins with a block of HTML. It may go on behind blocks of Markdown, up to where all is
 * closed; *after is the next block to read. */
struct html_node *html_tree(struct parse *parse, cmark_node *block, cmark_node **after);

/* ---- html_words.c, html_blocks.c, html_tables.c: the tree becomes nodes of the book ---- */

bool html_is_blank(const struct html_node *node);
bool html_is_form(const struct html_node *node, enum html_form form);
/* Text, or an element that stands among words. */
bool html_is_words(const struct html_node *node);

/* The blocks of a list of nodes. */
struct block *html_blocks(struct parse *parse, const struct html_node *nodes);

/* Words and inline elements, from `from` up to and without `until`, as spans that are clean; what is a block
 * among them gives its words. */
struct span *html_run(struct parse *parse, const struct html_node *from, const struct html_node *until);

/* All that stands in a node whose place takes words only: a cell, a caption. Blocks are divided by line
 * breaks. */
struct span *html_words(struct parse *parse, const struct html_node *nodes);

/* What an element says of itself, on the block made of it. */
void html_mark(struct block *block, const struct html_given *given);

bool html_has_class(const struct html_given *given, const char *name);

/* A table; behind it, what stands in it and belongs to none of its parts. */
struct block *html_table(struct parse *parse, const struct html_node *table);

#endif
