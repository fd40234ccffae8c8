/* tag: layout says of what it sets what it is for somebody who cannot see it.
 *
 * There is one tag in force, setter->tag; what is set belongs to it. Tags are made in the order in which a book is read,
 * which is not the order in which pages are painted. They belong to the setter's arena. */
#ifndef LAYOUT_TAG_H
#define LAYOUT_TAG_H

#include "layout/page_tag.h"
#include "layout/setter.h"

/* A tag inside another. */
struct page_tag *tag_new(struct setter *setter, enum tag_role role, const struct page_tag *parent);

/* Opens a tag inside the one in force, and puts it in force. Given back with tag_close, which puts the one around it in
 * force again. */
struct page_tag *tag_open(struct setter *setter, enum tag_role role);
void tag_close(struct setter *setter);

/* The same for the next cell of a row: a head, or one that holds something or nothing. */
struct page_tag *tag_open_cell(struct setter *setter, struct page_tag *row, bool head, enum tag_scope scope);

/* The nearest tag around that holds paragraphs: `tag` itself, or one that it is in. A note stands there. */
const struct page_tag *tag_around(const struct page_tag *tag);

/* Puts a tag in force while something that was set before is painted. Returns the one that was. */
const struct page_tag *tag_resume(struct setter *setter, const struct page_tag *tag);

/* What set lines belong to. Those that were set among other things are a paragraph, made when they are painted: what a flow
 * sets opens one of its own, for its lines are painted when all the tags of the flow are made. Shared by all ways to set a text, for only one of them is painted. */
struct setting_tags {
    const struct page_tag *own;    /* that was in force when they were set; NULL: none */
    const char *lang;              /* and the language, or NULL */
    const struct page_tag *text;   /* of their text: `own`, or a paragraph in it; NULL: not painted yet */
    const void *key;               /* the link, note or language of the piece that was painted last; or NULL */
    const struct page_tag *inside; /* and its tag */
};

struct setting_tags *setting_tags_new(struct setter *setter);

/* The tag for a piece of a text that looks so: the text's own, or one in it. */
struct stretch;
const struct page_tag *tag_piece(struct setter *setter, struct setting_tags *tags, const struct stretch *stretch);

/* The tag of something in a text: a blank, or a picture, which may be in a link. NULL when the text has none. */
struct page_tag *tag_object(struct setter *setter, enum tag_role role, const struct page_tag *text);

#endif
