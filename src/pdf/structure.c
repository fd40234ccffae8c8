#include "pdf/structure_parts.h"

#include "pdf/chunk.h"
#include "pdf/forms.h"

static void node_free(gpointer data)
{
    struct structure_node *node = data;
    g_array_free(node->kids, TRUE);
    g_free(node);
}

static void nodes_free(gpointer nodes)
{
    g_ptr_array_free(nodes, TRUE);
}

static void add_kid(struct structure_node *node, struct structure_kid kid)
{
    g_array_append_val(node->kids, kid);
}

/* ---- nodes ---- */

static struct structure_node *node_of(struct structure *structure, const struct page_tag *tag);

/* A row has all its cells, for an empty one counts too (ISO 32000-1, 14.8.4.3.4). */
static void add_cells(struct structure *structure, const struct page_tag *row)
{
    for (const struct page_tag *cell = row->cells; cell; cell = cell->next_cell)
        node_of(structure, cell);
}

static struct structure_node *node_of(struct structure *structure, const struct page_tag *tag)
{
    struct structure_node *node = g_hash_table_lookup(structure->nodes, tag);
    if (node)
        return node;
    node = g_new0(struct structure_node, 1);
    node->tag = tag;
    node->kids = g_array_new(FALSE, TRUE, sizeof(struct structure_kid));
    g_hash_table_insert(structure->nodes, (gpointer)tag, node);
    if (tag->parent) {
        node->parent = node_of(structure, tag->parent);
        add_kid(node->parent, (struct structure_kid){.kind = KID_NODE, .node = node});
    } else {
        structure->root = node;
    }
    if (tag->role == TAG_ROW)
        add_cells(structure, tag);
    return node;
}

/* The widgets of a field are read one after the other, each in an element of its own (ISO 14289-1, 7.18.4). */
static const struct page_tag *widget_tag(struct structure *structure, const struct page_tag *tag, size_t widget)
{
    if (widget == 0)
        return tag;
    struct page_tag *own = g_memdup2(tag, sizeof *tag);
    g_ptr_array_add(structure->tags, own);
    return own;
}

static void add_field(struct structure *structure, size_t page, const struct page_field *field)
{
    if (!field->tag)
        return;
    GPtrArray *nodes = g_ptr_array_new();
    for (size_t widget = 0; widget < form_widgets(field); widget++) {
        struct structure_node *node = node_of(structure, widget_tag(structure, field->tag, widget));
        add_kid(node, (struct structure_kid){.kind = KID_ANNOTATION, .page = page, .field = field});
        g_ptr_array_add(nodes, node);
    }
    g_hash_table_insert(structure->fields, (gpointer)field, nodes);
}

/* The fields that were added behind one of a chunk's items. */
static const struct page_field *add_fields(struct structure *structure, size_t page, const struct page_field *field, unsigned uses,
                                           const struct item *from, const struct item *end)
{
    for (const struct item *item = from; item != end; item = item->next)
        for (; field && field->after == item; field = field->next)
            if (!(field->hidden_in & uses))
                add_field(structure, page, field);
    return field;
}

static void add_page(struct structure *structure, size_t number, unsigned uses)
{
    const struct page *page = &structure->pages->page[number];
    const struct page_field *field = page->fields;
    const struct item *passed = page->items;
    GPtrArray *marked = structure->marked[number] = g_ptr_array_new();
    for (; field && !field->after; field = field->next)
        if (!(field->hidden_in & uses))
            add_field(structure, number, field);
    for (struct chunk chunk = chunk_first(page); chunk_next(&chunk, uses); passed = chunk.end) {
        field = add_fields(structure, number, field, uses, passed, chunk.first);
        if (chunk_is_text(&chunk)) {
            struct structure_node *node = node_of(structure, chunk.tag);
            add_kid(node, (struct structure_kid){.kind = KID_MARKS, .page = number, .number = (int)marked->len, .first = chunk.first});
            g_ptr_array_add(marked, node);
        }
        field = add_fields(structure, number, field, uses, chunk.first, chunk.end);
    }
    add_fields(structure, number, field, uses, passed, NULL);
}

/* ---- the order of reading ---- */

static unsigned order_of(const struct structure_kid *kid)
{
    return kid->kind == KID_NODE ? kid->node->tag->order : 0;
}

static int by_order(gconstpointer left, gconstpointer right)
{
    const unsigned a = order_of(left), b = order_of(right);
    return a < b ? -1 : a > b;
}

/* What holds others has them in the order in which they were made; what holds text in that in which it is painted. */
static void settle(struct structure_node *node, int *level)
{
    if (tag_holds_others(node->tag->role))
        g_array_sort(node->kids, by_order);
    if (node->tag->role == TAG_HEADING) /* ISO 14289-1, 7.4.2: none is skipped */
        node->level = *level = CLAMP(node->tag->level, 1, MIN(6, *level + 1));
    for (guint i = 0; i < node->kids->len; i++) {
        struct structure_kid *kid = &g_array_index(node->kids, struct structure_kid, i);
        if (kid->kind == KID_NODE)
            settle(kid->node, level);
    }
}

struct structure *structure_new(const struct pages *pages, unsigned uses)
{
    struct structure *structure = g_new0(struct structure, 1);
    structure->pages = pages;
    structure->nodes = g_hash_table_new_full(NULL, NULL, NULL, node_free);
    structure->fields = g_hash_table_new_full(NULL, NULL, NULL, nodes_free);
    structure->tags = g_ptr_array_new_with_free_func(g_free);
    structure->annotated = g_ptr_array_new();
    structure->marked = g_new0(GPtrArray *, pages->count + 1);
    for (size_t i = 0; i < pages->count; i++)
        add_page(structure, i, uses);
    int level = 0;
    if (structure->root)
        settle(structure->root, &level);
    return structure;
}

void structure_free(struct structure *structure)
{
    if (!structure)
        return;
    for (size_t i = 0; i < structure->pages->count; i++)
        g_ptr_array_free(structure->marked[i], TRUE);
    g_free(structure->marked);
    g_ptr_array_free(structure->annotated, TRUE);
    g_hash_table_destroy(structure->fields);
    g_hash_table_destroy(structure->nodes);
    g_ptr_array_free(structure->tags, TRUE);
    g_free(structure);
}

const struct structure_node *structure_root(const struct structure *structure)
{
    return structure->root;
}

const char *structure_type(const struct structure_node *node)
{
    static const char *const headings[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (node->tag->role == TAG_HEADING)
        return headings[node->level - 1];
    return tag_type(node->tag->role == TAG_LINK && !node->leads ? TAG_SPAN : node->tag->role);
}

/* ---- annotations: their numbers follow those of the pages ---- */

static int annotate(struct structure *structure, struct structure_node *node)
{
    g_ptr_array_add(structure->annotated, node);
    return (int)(structure->pages->count + structure->annotated->len) - 1;
}

int structure_add_field(struct structure *structure, const struct page_field *field, size_t widget, int object)
{
    const GPtrArray *nodes = g_hash_table_lookup(structure->fields, field);
    if (!nodes)
        return -1;
    struct structure_node *node = g_ptr_array_index(nodes, widget);
    g_array_index(node->kids, struct structure_kid, 0).number = object;
    return annotate(structure, node);
}

int structure_add_link(struct structure *structure, const struct page_tag *tag, size_t page, int object)
{
    if (!tag)
        return -1;
    struct structure_node *node = node_of(structure, tag);
    node->leads = true;
    add_kid(node, (struct structure_kid){.kind = KID_ANNOTATION, .page = page, .number = object});
    return annotate(structure, node);
}
