#include "layout/tag.h"

#include "layout/itemize.h"

static const struct {
    const char *type;
    bool holds_others;
} roles[TAG_COUNT] = {
    [TAG_HEAD] = {"Artifact", false},     [TAG_FOOT] = {"Artifact", false},    [TAG_DOCUMENT] = {"Document", true},
    [TAG_PART] = {"Part", true},          [TAG_SECTION] = {"Sect", true},      [TAG_DIVISION] = {"Div", true},
    [TAG_QUOTE] = {"BlockQuote", true},   [TAG_CONTENTS] = {"TOC", true},      [TAG_CONTENTS_LINE] = {"TOCI", true},
    [TAG_INDEX] = {"Index", true},        [TAG_LIST] = {"L", true},            [TAG_ITEM] = {"LI", true},
    [TAG_BODY] = {"LBody", true},         [TAG_TABLE] = {"Table", true},       [TAG_ROW] = {"TR", true},
    [TAG_HEADER_CELL] = {"TH", true},     [TAG_CELL] = {"TD", true},           [TAG_NOTE] = {"Note", true},
    [TAG_PARAGRAPH] = {"P", false},       [TAG_HEADING] = {"H", false},        [TAG_LABEL] = {"Lbl", false},
    [TAG_CAPTION] = {"Caption", false},   [TAG_CODE] = {"Code", false},        [TAG_SPAN] = {"Span", false},
    [TAG_LINK] = {"Link", false},         [TAG_REFERENCE] = {"Reference", false},
    [TAG_FIGURE] = {"Figure", false},     [TAG_FORM] = {"Form", false},
};

bool tag_holds_others(enum tag_role role)
{
    return roles[role].holds_others;
}

const char *tag_type(enum tag_role role)
{
    return roles[role].type;
}

static const char *lang_of(const struct page_tag *tag)
{
    while (tag && !tag->lang)
        tag = tag->parent;
    return tag ? tag->lang : NULL;
}

static struct page_tag *make(struct setter *setter, enum tag_role role, const struct page_tag *parent, const char *lang)
{
    struct page_tag *tag = ARENA_NEW(setter->arena, struct page_tag);
    *tag = (struct page_tag){.role = role, .parent = parent, .order = ++setter->tag_count};
    if (lang && g_strcmp0(lang, lang_of(parent)) != 0)
        tag->lang = lang;
    return tag;
}

struct page_tag *tag_new(struct setter *setter, enum tag_role role, const struct page_tag *parent)
{
    return make(setter, role, parent, setter->lang);
}

struct page_tag *tag_open(struct setter *setter, enum tag_role role)
{
    struct page_tag *tag = tag_new(setter, role, setter->tag);
    setter->tag = tag;
    return tag;
}

struct page_tag *tag_open_cell(struct setter *setter, struct page_tag *row, bool head, enum tag_scope scope)
{
    struct page_tag **end = &row->cells;
    while (*end)
        end = &(*end)->next_cell;
    *end = tag_open(setter, head ? TAG_HEADER_CELL : TAG_CELL);
    (*end)->scope = scope;
    return *end;
}

void tag_close(struct setter *setter)
{
    setter->tag = setter->tag->parent;
}

static bool holds_paragraphs(enum tag_role role)
{
    switch (role) {
    case TAG_DOCUMENT:
    case TAG_PART:
    case TAG_SECTION:
    case TAG_DIVISION:
    case TAG_QUOTE:
    case TAG_BODY:
    case TAG_HEADER_CELL:
    case TAG_CELL:
    case TAG_NOTE:
        return true;
    default:
        return false;
    }
}

const struct page_tag *tag_around(const struct page_tag *tag)
{
    while (tag && !holds_paragraphs(tag->role))
        tag = tag->parent;
    return tag;
}

const struct page_tag *tag_resume(struct setter *setter, const struct page_tag *tag)
{
    const struct page_tag *before = setter->tag;
    setter->tag = tag;
    return before;
}

/* ---- set lines ---- */

struct setting_tags *setting_tags_new(struct setter *setter)
{
    struct setting_tags *tags = ARENA_NEW(setter->arena, struct setting_tags);
    *tags = (struct setting_tags){.own = setter->tag, .lang = setter->lang};
    return tags;
}

static bool is_furniture(const struct page_tag *tag)
{
    return tag->role == TAG_HEAD || tag->role == TAG_FOOT;
}

/* A paragraph of its own where the lines were set among other things. */
static const struct page_tag *text_tag(struct setter *setter, struct setting_tags *tags)
{
    if (!tags->text && tags->own)
        tags->text = tag_holds_others(tags->own->role) ? make(setter, TAG_PARAGRAPH, tags->own, tags->lang) : tags->own;
    return tags->text;
}

/* What makes a piece more than its text: it leads somewhere, or is in another language. NULL: nothing does. */
static const void *key_of(const struct stretch *stretch, const struct page_tag *text)
{
    if (stretch->note)
        return stretch->note;
    if (stretch->link && (stretch->link->anchor || stretch->link->url))
        return stretch->link;
    return stretch->lang && g_strcmp0(stretch->lang, lang_of(text)) != 0 ? stretch->lang : NULL;
}

/* Inside the book a link is the way of a reference (ISO 32000-1, 14.8.4.4.2). */
static struct page_tag *tag_inside(struct setter *setter, const struct page_tag *text, const struct stretch *stretch)
{
    if (stretch->note || (stretch->link && stretch->link->anchor))
        text = make(setter, TAG_REFERENCE, text, NULL);
    return make(setter, stretch->note || stretch->link ? TAG_LINK : TAG_SPAN, text, stretch->lang);
}

const struct page_tag *tag_piece(struct setter *setter, struct setting_tags *tags, const struct stretch *stretch)
{
    const struct page_tag *text = text_tag(setter, tags);
    const void *key = text && !is_furniture(text) && text->role != TAG_LINK ? key_of(stretch, text) : NULL;
    if (key && key != tags->key)
        tags->inside = tag_inside(setter, text, stretch);
    tags->key = key;
    return key ? tags->inside : text;
}

struct page_tag *tag_object(struct setter *setter, enum tag_role role, const struct page_tag *text)
{
    return text && !is_furniture(text) ? tag_new(setter, role, text) : NULL;
}
