/* structure_write: the tree as objects: elements (ISO 32000-1, 14.7.2), the way back from marks and annotations to
 * them (14.7.4.4), attributes (14.8.5). */
#include "pdf/structure_parts.h"

struct writing {
    struct structure *structure;
    struct additions *additions;
    const int *page_objects;
    int root;   /* the number of the tree's root */
    int notes;  /* so far: they are called by their numbers */
    GString *ids; /* the names of notes, sorted: 14.7.2, table 322, IDTree */
};

static void append_reference(GString *json, const char *key, int object)
{
    g_string_append_printf(json, ",\"%s\":\"%d 0 R\"", key, object);
}

/* ---- attributes ---- */

static void begin_attribute(GString *attributes, const char *owner)
{
    g_string_append_printf(attributes, "%s{\"/O\":\"/%s\"", attributes->len > 1 ? "," : "", owner);
}

static void append_cell(GString *attributes, const struct page_tag *cell)
{
    begin_attribute(attributes, "Table");
    if (cell->role == TAG_HEADER_CELL)
        g_string_append_printf(attributes, ",\"/Scope\":\"/%s\"", cell->scope == TAG_SCOPE_ROW ? "Row" : "Column");
    if (cell->across > 1)
        g_string_append_printf(attributes, ",\"/ColSpan\":%d", cell->across);
    if (cell->down > 1)
        g_string_append_printf(attributes, ",\"/RowSpan\":%d", cell->down);
    g_string_append_c(attributes, '}');
}

static void append_list(GString *attributes, const struct page_tag *list)
{
    static const char *const numberings[] = {"None", "Disc", "Decimal"};
    begin_attribute(attributes, "List");
    g_string_append_printf(attributes, ",\"/ListNumbering\":\"/%s\"}", numberings[list->numbering]);
}

/* Where the picture is (14.8.5.4.3, BBox). */
static void append_place(GString *attributes, const struct structure_node *node, double height)
{
    const struct structure_kid *kid = node->kids->len ? &g_array_index(node->kids, struct structure_kid, 0) : NULL;
    const struct item *item = kid && kid->kind == KID_MARKS ? kid->first : NULL;
    if (!item)
        return;
    begin_attribute(attributes, "Layout");
    g_string_append_printf(attributes, ",\"/BBox\":[%.2f,%.2f,%.2f,%.2f]}", item->x, height - item->y - item->height,
                           item->x + item->width, height - item->y);
}

static void append_attributes(GString *json, const struct writing *writing, const struct structure_node *node)
{
    const struct page_tag *tag = node->tag;
    GString *attributes = g_string_new("[");
    if (tag->role == TAG_HEADER_CELL || (tag->role == TAG_CELL && (tag->across > 1 || tag->down > 1)))
        append_cell(attributes, tag);
    if (tag->role == TAG_LIST)
        append_list(attributes, tag);
    if (tag->role == TAG_FIGURE)
        append_place(attributes, node, writing->structure->pages->height);
    if (attributes->len > 1)
        g_string_append_printf(json, ",\"/A\":%s]", attributes->str);
    g_string_free(attributes, TRUE);
}

/* ---- elements ---- */

/* The page that all marks of a node are on; -1: there are none, or on several. */
static gssize only_page(const struct structure_node *node)
{
    gssize page = -1;
    for (guint i = 0; i < node->kids->len; i++) {
        const struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, i);
        if (kid->kind == KID_NODE)
            continue;
        if (page >= 0 && page != (gssize)kid->page)
            return -1;
        page = (gssize)kid->page;
    }
    return page;
}

static void append_kid(GString *json, const struct writing *writing, const struct structure_kid *kid, bool page_known)
{
    if (json->str[json->len - 1] != '[')
        g_string_append_c(json, ',');
    if (kid->kind == KID_NODE)
        g_string_append_printf(json, "\"%d 0 R\"", kid->node->object);
    else if (kid->kind == KID_ANNOTATION)
        g_string_append_printf(json, "{\"/Type\":\"/OBJR\",\"/Obj\":\"%d 0 R\",\"/Pg\":\"%d 0 R\"}", kid->number,
                               writing->page_objects[kid->page]);
    else if (page_known)
        g_string_append_printf(json, "%d", kid->number);
    else
        g_string_append_printf(json, "{\"/Type\":\"/MCR\",\"/Pg\":\"%d 0 R\",\"/MCID\":%d}", writing->page_objects[kid->page],
                               kid->number);
}

static void append_note_id(GString *json, struct writing *writing, const struct structure_node *node)
{
    char id[32];
    g_snprintf(id, sizeof id, "note%06d", ++writing->notes); /* so long that their order is that of their names */
    json_append_pair(json, "/ID", id);
    if (writing->ids->len)
        g_string_append_c(writing->ids, ',');
    json_append_text(writing->ids, id);
    g_string_append_printf(writing->ids, ",\"%d 0 R\"", node->object);
}

static void write_node(struct writing *writing, const struct structure_node *node)
{
    const struct page_tag *tag = node->tag;
    const gssize page = only_page(node);
    GString *json = g_string_new(NULL);
    g_string_append_printf(json, "{\"/S\":\"/%s\"", structure_type(node));
    append_reference(json, "/P", node->parent ? node->parent->object : writing->root);
    if (page >= 0)
        append_reference(json, "/Pg", writing->page_objects[page]);
    if (tag->lang)
        json_append_pair(json, "/Lang", tag->lang);
    if (tag->alt)
        json_append_pair(json, "/Alt", tag->alt);
    if (tag->role == TAG_NOTE)
        append_note_id(json, writing, node);
    append_attributes(json, writing, node);
    g_string_append(json, ",\"/K\":[");
    for (guint i = 0; i < node->kids->len; i++)
        append_kid(json, writing, &g_array_index(node->kids, struct structure_kid, i), page >= 0);
    g_string_append(json, "]}");
    additions_add(writing->additions, node->object, json);
}

static void number_nodes(struct writing *writing, struct structure_node *node)
{
    node->object = additions_reserve(writing->additions);
    for (guint i = 0; i < node->kids->len; i++) {
        const struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, i);
        if (kid->kind == KID_NODE)
            number_nodes(writing, kid->node);
    }
}

static void write_nodes(struct writing *writing, const struct structure_node *node)
{
    write_node(writing, node);
    for (guint i = 0; i < node->kids->len; i++) {
        const struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, i);
        if (kid->kind == KID_NODE)
            write_nodes(writing, kid->node);
    }
}

/* ---- the way back ---- */

/* A number tree: of each page its marks' elements, of each annotation its element. */
static int write_parents(struct writing *writing)
{
    const struct structure *structure = writing->structure;
    const size_t pages = structure->pages->count;
    GString *tree = g_string_new("{\"/Nums\":[");
    for (size_t i = 0; i < pages; i++) {
        g_string_append_printf(tree, "%s%zu,[", i ? "," : "", i);
        for (guint mark = 0; mark < structure->marked[i]->len; mark++) {
            const struct structure_node *node = g_ptr_array_index(structure->marked[i], mark);
            g_string_append_printf(tree, "%s\"%d 0 R\"", mark ? "," : "", node->object);
        }
        g_string_append_c(tree, ']');
    }
    for (guint i = 0; i < structure->annotated->len; i++) {
        const struct structure_node *node = g_ptr_array_index(structure->annotated, i);
        g_string_append_printf(tree, ",%zu,\"%d 0 R\"", pages + i, node->object);
    }
    g_string_append(tree, "]}");
    const int object = additions_reserve(writing->additions);
    additions_add(writing->additions, object, tree);
    return object;
}

int structure_write(struct structure *structure, struct additions *additions, const int *page_objects)
{
    if (!structure->root)
        return 0;
    struct writing writing = {.structure = structure, .additions = additions, .page_objects = page_objects};
    writing.root = additions_reserve(additions);
    writing.ids = g_string_new(NULL);
    number_nodes(&writing, structure->root);
    write_nodes(&writing, structure->root);
    GString *root = g_string_new("{\"/Type\":\"/StructTreeRoot\"");
    append_reference(root, "/K", structure->root->object);
    append_reference(root, "/ParentTree", write_parents(&writing));
    g_string_append_printf(root, ",\"/ParentTreeNextKey\":%zu", structure->pages->count + structure->annotated->len);
    if (writing.notes)
        g_string_append_printf(root, ",\"/IDTree\":{\"/Names\":[%s]}", writing.ids->str);
    g_string_append_c(root, '}');
    additions_add(additions, writing.root, root);
    g_string_free(writing.ids, TRUE);
    return writing.root;
}
