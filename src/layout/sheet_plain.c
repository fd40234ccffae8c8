#include "layout/sheet_plain.h"

#include <glib.h>

/* An element of a kind as it is when its author says nothing of it. */
static struct element *element_default(struct setter *setter, enum element_kind kind, const char *name)
{
    const struct element_rule *rule = element_rule(kind);
    struct element *element = ARENA_NEW(setter->arena, struct element);
    struct attribute *attributes = ARENA_ARRAY(setter->arena, struct attribute, rule->attribute_count + element_common_count);
    size_t count = 0;
    for (size_t i = 0; i < rule->attribute_count + element_common_count; i++) {
        const struct attribute_rule *attribute =
            i < rule->attribute_count ? &rule->attributes[i] : &element_common[i - rule->attribute_count];
        if (attribute->unset)
            attributes[count++] = (struct attribute){.name = attribute->name, .value = attribute->unset};
    }
    *element = (struct element){.rule = rule, .attributes = attributes, .attribute_count = count, .name = name};
    return element;
}

static struct block *blank_new(struct setter *setter, const struct block *element, enum element_kind kind, size_t number)
{
    struct block *blank = ARENA_NEW(setter->arena, struct block);
    const char *name = element->element->name;
    *blank = (struct block){.kind = BLOCK_ELEMENT, .at = element->at};
    blank->element = element_default(setter, kind, name ? arena_printf(setter->arena, "%s-plain%zu", name, number) : NULL);
    return blank;
}

const struct block *sheet_plain(struct setter *setter, const struct block *element)
{
    if (element->element->rule->kind == ELEMENT_CARD)
        return element->children;
    const struct block *items = block_items(element);
    struct block *first = ARENA_NEW(setter->arena, struct block), **end = &first->next;
    *first = (struct block){.kind = BLOCK_PARAGRAPH, .at = element->at, .id = element->id, .spans = element->spans};
    size_t number = 1;
    for (const struct block *item = items; item; item = item->next, number++) {
        struct block *lines = blank_new(setter, element, ELEMENT_LINES, number);
        lines->spans = item->children && item->children->kind == BLOCK_PARAGRAPH ? item->children->spans : NULL;
        *end = lines;
        end = &lines->next;
    }
    if (!items)
        *end = blank_new(setter, element, ELEMENT_BOX, number);
    return element->spans ? first : first->next;
}
