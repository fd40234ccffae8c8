#include "layout/sheet_copy.h"

#include <string.h>

static const char *copy_name(struct setter *setter, const char *name, const char *mark)
{
    return name ? arena_printf(setter->arena, "%s-%s", name, mark) : NULL;
}

static struct span *copy_spans(struct setter *setter, const struct span *spans, const char *mark)
{
    struct span *first = NULL, **end = &first;
    for (const struct span *span = spans; span; span = span->next) {
        struct span *copy = arena_copy(setter->arena, span, sizeof *span);
        if (span->kind == SPAN_BLANK)
            copy->name = copy_name(setter, span->name, mark);
        copy->children = copy_spans(setter, span->children, mark);
        copy->next = NULL;
        *end = copy;
        end = &copy->next;
    }
    return first;
}

static struct block *copy_block(struct setter *setter, const struct block *block, const char *mark)
{
    struct block *copy = arena_copy(setter->arena, block, sizeof *block), **end = &copy->children;
    copy->id = NULL;
    copy->next = NULL;
    copy->children = NULL;
    copy->spans = copy_spans(setter, block->spans, mark);
    if (block->element) {
        copy->element = arena_copy(setter->arena, block->element, sizeof *block->element);
        copy->element->name = copy_name(setter, block->element->name, mark);
    }
    for (const struct block *child = block->children; child; child = child->next) {
        *end = copy_block(setter, child, mark);
        end = &(*end)->next;
    }
    return copy;
}

const struct block *sheet_copy(struct setter *setter, const struct block *block, const char *mark)
{
    if (mark)
        return copy_block(setter, block, mark);
    struct block *alone = arena_copy(setter->arena, block, sizeof *block);
    alone->next = NULL;
    return alone;
}

const char *sheet_copy_mark(struct setter *setter, int number)
{
    return number > 1 ? arena_printf(setter->arena, "copy%d", number) : NULL;
}

const struct block *sheet_copies(struct setter *setter, const struct block *element)
{
    const int count = element_has_own(element->element->rule, "copies") ? 1 : element_integer(element->element, "copies");
    const struct block *first = sheet_copy(setter, element, NULL);
    struct block *last = (struct block *)first; /* made just now */
    for (int number = 2; number <= count; number++) {
        last->next = (struct block *)sheet_copy(setter, element, sheet_copy_mark(setter, number));
        last = last->next;
    }
    return first;
}
