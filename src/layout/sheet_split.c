#include "layout/sheet_split.h"

#include <string.h>

#include "layout/element.h"

/* What holds the things that an element consists of: a list, or a table, whose first row is its head. NULL for a kind
 * that is one drawing. */
static const struct block *holder_of(const struct block *element)
{
    enum block_kind kind;
    switch (element->element->rule->kind) {
    case ELEMENT_CHECKLIST:
    case ELEMENT_YESNO:
    case ELEMENT_INVENTORY: /* each part counts its own */
    case ELEMENT_TREE:
    case ELEMENT_BATTERY:
    case ELEMENT_AGREEMENT:
        kind = BLOCK_LIST;
        break;
    case ELEMENT_TABLE:
    case ELEMENT_CONTACTS:
        kind = BLOCK_TABLE;
        break;
    default:
        return NULL;
    }
    const struct block *holder = element->children;
    while (holder && holder->kind != kind)
        holder = holder->next;
    return holder;
}

/* The attribute that says how many rows an element has that holds nothing; NULL for a kind that is one drawing. */
static const char *counter_of(const struct block *element)
{
    switch (element->element->rule->kind) {
    case ELEMENT_LINES:
        return "count";
    case ELEMENT_COMPARE:
        return element->children ? NULL : "rows";
    case ELEMENT_CYCLE: /* each round is the same */
        return "loops";
    default:
        return NULL;
    }
}

static size_t count_blocks(const struct block *blocks)
{
    size_t count = 0;
    for (; blocks; blocks = blocks->next)
        count++;
    return count;
}

/* Copies of `count` blocks in a row, behind one that was copied already, or NULL. */
static struct block *copy_blocks(struct setter *setter, const struct block *from, size_t count, struct block *after)
{
    struct block *first = after, **end = after ? &after->next : &first;
    for (; from && count; from = from->next, count--) {
        *end = arena_copy(setter->arena, from, sizeof *from);
        (*end)->next = NULL;
        end = &(*end)->next;
    }
    return first;
}

/* The attributes without those of some names: what is printed once only, at the head or at the foot of the whole. */
static void drop_attributes(struct setter *setter, struct element *element, const char *const *names)
{
    struct attribute *kept = ARENA_ARRAY(setter->arena, struct attribute, element->attribute_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < element->attribute_count; i++)
        if (!g_strv_contains(names, element->attributes[i].name))
            kept[count++] = element->attributes[i];
    element->attributes = kept;
    element->attribute_count = count;
}

static void set_attribute(struct setter *setter, struct element *element, const char *name, const char *value)
{
    struct attribute *attributes = ARENA_ARRAY(setter->arena, struct attribute, element->attribute_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) != 0)
            attributes[count++] = element->attributes[i];
    attributes[count++] = (struct attribute){.name = name, .value = value};
    element->attributes = attributes;
    element->attribute_count = count;
}

/* What the whole prints once stays at its first part, or at its last. */
static void part_attributes(struct setter *setter, struct element *element, const struct block *whole, bool first, bool last)
{
    static const char *const at_foot[] = {"empty", "outcome", "people", "review", "note", NULL};
    static const char *const at_head[] = {"example", "help", NULL};
    static const char *const of_whole[] = {"rows", NULL}; /* those of the parts are counted out */
    const bool counted = element->rule->kind == ELEMENT_INVENTORY && element_text(element, "bands");
    drop_attributes(setter, element, of_whole);
    if (!last)
        drop_attributes(setter, element, at_foot);
    if (!last && counted)
        set_attribute(setter, element, "bands", ""); /* it has a box for its score, and no reading yet */
    if (first)
        return;
    drop_attributes(setter, element, at_head);
    if (whole->spans) /* no longer printed, but still said of each blank */
        set_attribute(setter, element, "label", spans_text(setter->arena, whole->spans));
}

/* The `number`th part of an element, still with all that it holds: only the first has its prompt. */
static struct block *part_new(struct setter *setter, const struct block *whole, size_t number)
{
    struct block *part = arena_copy(setter->arena, whole, sizeof *whole);
    struct element *element = arena_copy(setter->arena, whole->element, sizeof *whole->element);
    part->element = element;
    if (number > 1) {
        element->name = element->name ? arena_printf(setter->arena, "%s-part%zu", element->name, number) : NULL;
        part->spans = NULL;
        part->id = NULL;
    }
    return part;
}

/* Items `from` to `end` of an element's holder as an element. */
static struct block *part_of_items(struct setter *setter, const struct block *whole, const struct block *holder, size_t from,
                                   size_t end, size_t number)
{
    const bool table = holder->kind == BLOCK_TABLE;
    const struct block *items = table ? holder->children->next : holder->children;
    const bool last = end == count_blocks(items);
    struct block *part = part_new(setter, whole, number);
    struct block *held = arena_copy(setter->arena, holder, sizeof *holder);
    for (size_t i = 0; i < from; i++)
        items = items->next;
    struct block *head = table ? copy_blocks(setter, holder->children, 1, NULL) : NULL;
    held->children = copy_blocks(setter, items, end - from, head);
    held->next = NULL;
    if (held->list) {
        held->list = arena_copy(setter->arena, held->list, sizeof *held->list);
        held->list->start += (int)from;
    }
    part_attributes(setter, part->element, whole, number == 1, last);
    part->children = held;
    return part;
}

/* The same of an element that only counts its rows. */
static struct block *part_of_count(struct setter *setter, const struct block *whole, const char *counter, size_t from, size_t end,
                                   size_t number)
{
    struct block *part = part_new(setter, whole, number);
    const struct element *element = part->element;
    struct attribute *attributes = arena_copy(setter->arena, element->attributes, element->attribute_count * sizeof *attributes);
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(attributes[i].name, counter) == 0)
            attributes[i].value = arena_printf(setter->arena, "%zu", end - from);
    part->element->attributes = attributes;
    return part;
}

static double height_of(struct setter *setter, const struct block *element, double width, bool natural)
{
    const struct extent extent = element_settings[element->element->rule->kind].measure(setter, element, width);
    return natural ? extent.natural : extent.least;
}

static size_t count_rows(const struct block *element, const struct block *holder, const char *counter)
{
    if (holder)
        return count_blocks(holder->children) - (holder->kind == BLOCK_TABLE ? 1 : 0);
    return counter ? (size_t)MAX(1, element_integer(element->element, counter)) : 0;
}

GPtrArray *sheet_split(struct setter *setter, const struct block *element, double width, struct sheet_room room)
{
    GPtrArray *parts = g_ptr_array_new();
    const struct block *holder = holder_of(element);
    const char *counter = counter_of(element);
    const size_t count = count_rows(element, holder, counter);
    if (count < 2 || height_of(setter, element, width, room.natural) <= room.first) {
        g_ptr_array_add(parts, (gpointer)element);
        return parts;
    }
    for (size_t from = 0, end; from < count; from = end) {
        const double most = parts->len ? room.next : room.first;
        const size_t number = parts->len + 1;
        struct block *part;
        double height;
        end = count;
        for (;;) {
            part = holder ? part_of_items(setter, element, holder, from, end, number)
                          : part_of_count(setter, element, counter, from, end, number);
            height = height_of(setter, part, width, room.natural);
            if (height <= most || end == from + 1)
                break;
            end = from + MAX(1, MIN(end - from - 1, (size_t)((double)(end - from) * most / height)));
        }
        g_ptr_array_add(parts, part);
    }
    return parts;
}
