#include "pdf/form_blanks.h"

#include <math.h>

/* How far a rule may be from the foot and the ends of its blank: a line of dots begins with the middle of one. */
static const double BELOW = 1.5, BESIDE = 0.75;

static bool is_rule(const struct item *item, const struct page_field *field)
{
    return item->kind == ITEM_LINE && item->height == 0 && fabs(item->x - field->x) < BESIDE &&
           fabs(item->x + item->width - field->x - field->width) < BESIDE && fabs(item->y - field->y - field->height) < BELOW;
}

const struct item *blank_rule(const struct page *page, const struct page_field *field, unsigned uses)
{
    for (const struct item *item = page->items; item; item = item->next)
        if (is_rule(item, field) && !(item->hidden_in & uses))
            return item;
    return NULL;
}

static bool is_inside(const struct item *item, const struct page_field *field)
{
    return item->x > field->x && item->x < field->x + field->width && item->y > field->y && item->y < field->y + field->height;
}

bool blank_has_words(const struct page *page, const struct page_field *field, unsigned uses)
{
    for (const struct item *item = page->items; item; item = item->next)
        if (item->kind == ITEM_TEXT && is_inside(item, field) && !(item->hidden_in & uses))
            return true;
    return false;
}
