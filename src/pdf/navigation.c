#include "pdf/navigation.h"

#include <string.h>

struct navigation *navigation_new(const struct pages *pages, unsigned uses, const int *page_objects)
{
    struct navigation *navigation = g_new0(struct navigation, 1);
    navigation->pages = pages;
    navigation->uses = uses;
    navigation->page_objects = page_objects;
    navigation->places = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < pages->count; i++)
        for (const struct page_place_mark *mark = pages->page[i].places; mark; mark = mark->next)
            if (!g_hash_table_contains(navigation->places, mark->id))
                g_hash_table_insert(navigation->places, (gpointer)(uintptr_t)mark->id,
                                    GSIZE_TO_POINTER(i + 1));
    return navigation;
}

void navigation_free(struct navigation *navigation)
{
    if (!navigation)
        return;
    g_hash_table_destroy(navigation->places);
    g_free(navigation);
}

/* ---- places: 7.9.6 name trees, 12.3.2 destinations ---- */

struct place {
    const char *id;
    size_t page;
    double y;
};

static int by_id(gconstpointer left, gconstpointer right)
{
    return strcmp(((const struct place *)left)->id, ((const struct place *)right)->id);
}

/* The first mark of each id, sorted by id. */
static GArray *sorted_places(const struct navigation *navigation)
{
    const struct pages *pages = navigation->pages;
    GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < pages->count; i++)
        for (const struct page_place_mark *mark = pages->page[i].places; mark; mark = mark->next) {
            const struct place place = {mark->id, i, mark->y};
            if (g_hash_table_add(seen, (gpointer)(uintptr_t)mark->id))
                g_array_append_val(places, place);
        }
    g_hash_table_destroy(seen);
    g_array_sort(places, by_id);
    return places;
}

int navigation_add_places(const struct navigation *navigation, struct additions *additions)
{
    GArray *places = sorted_places(navigation);
    int object = 0;
    if (places->len > 0) {
        GString *tree = g_string_new("{\"/Names\":[");
        for (guint i = 0; i < places->len; i++) {
            const struct place *place = &g_array_index(places, struct place, i);
            if (i > 0)
                g_string_append_c(tree, ',');
            json_append_text(tree, place->id);
            g_string_append_printf(tree, ",[\"%d 0 R\",\"/XYZ\",0,%.2f,null]",
                                   navigation->page_objects[place->page],
                                   navigation->pages->height - place->y);
        }
        g_string_append(tree, "]}");
        object = additions_reserve(additions);
        additions_add(additions, object, tree);
    }
    g_array_free(places, TRUE);
    return object;
}

/* ---- outline: 12.3.3 ---- */

struct node {
    const struct outline_entry *entry;               /* NULL: the root */
    int object, parent, first, last, previous, next; /* indices into the nodes, 0 = none: the root is 0 */
    int children, shown;                             /* shown: all that would be visible with this one open */
};

static bool is_open(const struct node *node)
{
    return !node->entry || node->entry->level == 0;
}

/* Nodes in the order of the outline, the root before them. An entry hangs below the nearest one before it
 * of a smaller level. */
static GArray *outline_nodes(const struct pages *pages, struct additions *additions)
{
    GArray *nodes = g_array_new(FALSE, TRUE, sizeof(struct node));
    const struct node root = {.object = additions_reserve(additions)};
    g_array_append_val(nodes, root);
    for (size_t i = 0; i < pages->outline_count; i++) {
        struct node node = {.entry = &pages->outline[i], .object = additions_reserve(additions)};
        const int index = (int)nodes->len;
        struct node *all = &g_array_index(nodes, struct node, 0);
        for (node.parent = index - 1; node.parent > 0; node.parent = all[node.parent].parent)
            if (all[node.parent].entry->level < node.entry->level)
                break;
        struct node *parent = &all[node.parent];
        node.previous = parent->last;
        if (parent->last)
            all[parent->last].next = index;
        else
            parent->first = index;
        parent->last = index;
        parent->children++;
        g_array_append_val(nodes, node);
    }
    struct node *all = &g_array_index(nodes, struct node, 0);
    for (int i = (int)nodes->len - 1; i > 0; i--)
        all[all[i].parent].shown += 1 + (is_open(&all[i]) ? all[i].shown : 0);
    return nodes;
}

static void append_reference(GString *json, const char *key, const struct node *all, int index)
{
    if (index > 0)
        g_string_append_printf(json, ",\"%s\":\"%d 0 R\"", key, all[index].object);
}

int navigation_add_outline(const struct navigation *navigation, struct additions *additions)
{
    if (navigation->pages->outline_count == 0)
        return 0;
    GArray *nodes = outline_nodes(navigation->pages, additions);
    const struct node *all = &g_array_index(nodes, struct node, 0);
    for (guint i = 0; i < nodes->len; i++) {
        const struct node *node = &all[i];
        GString *json = g_string_new("{");
        if (node->entry) {
            json_append_pair(json, "/Title", node->entry->title);
            if (g_hash_table_contains(navigation->places, node->entry->id))
                json_append_pair(json, "/Dest", node->entry->id);
            g_string_append_printf(json, ",\"/Parent\":\"%d 0 R\"", all[node->parent].object);
        } else {
            g_string_append(json, "\"/Type\":\"/Outlines\"");
        }
        append_reference(json, "/Prev", all, node->previous);
        append_reference(json, "/Next", all, node->next);
        append_reference(json, "/First", all, node->first);
        append_reference(json, "/Last", all, node->last);
        if (node->children > 0)
            g_string_append_printf(json, ",\"/Count\":%d", is_open(node) ? node->shown : -node->shown);
        g_string_append_c(json, '}');
        additions_add(additions, node->object, json);
    }
    const int root = all[0].object;
    g_array_free(nodes, TRUE);
    return root;
}

/* ---- page labels: 12.4.2 ---- */

enum numbering { NUMBERING_NONE, NUMBERING_ARABIC, NUMBERING_ROMAN };

static void append_roman(GString *text, int number)
{
    static const struct {
        int value;
        const char *digits;
    } signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; number >= signs[i].value; number -= signs[i].value)
            g_string_append(text, signs[i].digits);
}

static bool label_is(const char *label, enum numbering numbering, int number)
{
    GString *text = g_string_new(NULL);
    if (numbering == NUMBERING_ROMAN)
        append_roman(text, number);
    else
        g_string_append_printf(text, "%d", number);
    const bool same = strcmp(text->str, label) == 0;
    g_string_free(text, TRUE);
    return same;
}

/* How a label is written, and its number: "iv" is 4 in roman numerals. */
static enum numbering parse_label(const char *label, int *number)
{
    guint64 value;
    if (g_ascii_string_to_unsigned(label, 10, 1, G_MAXINT, &value, NULL) &&
        label_is(label, NUMBERING_ARABIC, (int)value)) {
        *number = (int)value;
        return NUMBERING_ARABIC;
    }
    if (!*label || strspn(label, "ivxlcdm") != strlen(label))
        return NUMBERING_NONE;
    int sum = 0;
    for (const char *p = label; *p; p++) {
        static const int values[] = {1, 5, 10, 50, 100, 500, 1000};
        const char *const digits = "ivxlcdm";
        const int digit = values[strchr(digits, *p) - digits];
        const int next = p[1] ? values[strchr(digits, p[1]) - digits] : 0;
        sum += digit < next ? -digit : digit;
    }
    *number = sum;
    return sum > 0 && label_is(label, NUMBERING_ROMAN, sum) ? NUMBERING_ROMAN : NUMBERING_NONE;
}

int navigation_add_labels(const struct navigation *navigation, struct additions *additions)
{
    const struct pages *pages = navigation->pages;
    GString *tree = g_string_new("{\"/Nums\":[");
    enum numbering before = NUMBERING_NONE;
    int number_before = 0;
    for (size_t i = 0; i < pages->count; i++) {
        const char *label = pages->page[i].label ? pages->page[i].label : "";
        int number = 0;
        const enum numbering numbering = parse_label(label, &number);
        const bool goes_on =
            i > 0 && numbering != NUMBERING_NONE && numbering == before && number == number_before + 1;
        before = numbering;
        number_before = number;
        if (goes_on)
            continue;
        g_string_append_printf(tree, "%s%zu,{", i > 0 ? "," : "", i);
        if (numbering == NUMBERING_NONE)
            json_append_pair(tree, "/P", label);
        else
            g_string_append_printf(tree, "\"/S\":\"%s\",\"/St\":%d",
                                   numbering == NUMBERING_ROMAN ? "/r" : "/D", number);
        g_string_append_c(tree, '}');
    }
    g_string_append(tree, "]}");
    const int object = additions_reserve(additions);
    additions_add(additions, object, tree);
    return object;
}

bool navigation_shows(const struct navigation *navigation, const struct page_link *link)
{
    if (link->hidden_in & navigation->uses)
        return false;
    return link->id ? g_hash_table_contains(navigation->places, link->id) : link->url != NULL;
}
