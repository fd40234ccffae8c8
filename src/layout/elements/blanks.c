#include "layout/elements/blanks.h"

#include "layout/tag.h"

#include <glib.h>
#include <string.h>

/* What is said before a field: prompt and part. An element without a prompt is called by its hint, or
 * at last by its name, for no field may be nameless to a screen reader. */
static const char *said(const struct canvas *on, const struct block *block, const char *part)
{
    struct arena *arena = on->setter->arena;
    const char *prompt = block->spans ? spans_text(arena, block->spans) : element_text(block->element, "label");
    if (!prompt || !*prompt)
        prompt = element_text(block->element, "help");
    if (!prompt || !*prompt)
        prompt = on->setter->sheet ? on->setter->sheet : block->element->rule->name;
    const bool punctuated = *prompt && strchr(":.?!", prompt[strlen(prompt) - 1]);
    return part ? arena_printf(arena, "%s%s %s", prompt, punctuated ? "" : ":", part) : prompt;
}

static struct page_field field_make(const struct canvas *on, const struct block *block, enum field_kind kind, struct area area)
{
    return (struct page_field){.kind = kind,
                               .tag = tag_object(on->setter, TAG_FORM, on->setter->tag),
                               .x = area.x,
                               .y = area.y,
                               .width = area.width,
                               .height = area.height,
                               .element = block->element->rule->name};
}

void blank_only(const struct canvas *on, const struct block *block, enum field_kind kind, struct area area,
                double leading, const char *part)
{
    struct page_field field = field_make(on, block, kind, area);
    field.name = block->element->name;
    field.prompt = said(on, block, part);
    field.leading = leading;
    page_add_field(on->setter->arena, on->page, field);
}

static const char *numbered_name(const struct blanks *blanks)
{
    const char *name = blanks->block->element->name;
    if (!blanks->count)
        return name;
    return arena_printf(blanks->on->setter->arena, "%s.%d", name ? name : "", blanks->count);
}

static void add_next(struct blanks *blanks, enum field_kind kind, struct area area, double leading,
                     const char *part, const char *value)
{
    struct page_field field = field_make(blanks->on, blanks->block, kind, area);
    blanks->count++;
    field.name = numbered_name(blanks);
    field.prompt = said(blanks->on, blanks->block, part);
    field.leading = kind == FIELD_LINES ? leading : 0;
    field.value = value;
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}

void blank_next(struct blanks *blanks, enum field_kind kind, struct area area, const char *part)
{
    add_next(blanks, kind, area, 0, part, NULL);
}

void blank_check(struct blanks *blanks, struct area area, const char *part, bool ticked)
{
    add_next(blanks, FIELD_CHECK, area, 0, part, ticked ? "on" : NULL);
}

void blank_ruled(struct blanks *blanks, struct area area, double spacing, const char *part)
{
    add_next(blanks, area.height >= 1.5 * spacing ? FIELD_LINES : FIELD_LINE, area, spacing, part, NULL);
}

void blank_writing(struct blanks *blanks, struct area area, const char *part)
{
    const bool several = area.height >= 2 * blanks->on->setter->style->leading + 2;
    blank_next(blanks, several ? FIELD_LINES : FIELD_LINE, area, part);
}

void blank_group(struct blanks *blanks)
{
    blanks->count++;
}

void blank_choice(struct blanks *blanks, struct area area, const char *part, const char *value)
{
    struct page_field field = field_make(blanks->on, blanks->block, FIELD_CHOICE, area);
    field.name = numbered_name(blanks);
    field.value = value;
    field.prompt = said(blanks->on, blanks->block, part);
    page_add_field(blanks->on->setter->arena, blanks->on->page, field);
}
