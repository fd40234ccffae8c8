#include "book/element.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "book/book.h"

const struct element_rule *element_find(const char *name)
{
    for (int kind = 0; kind < ELEMENT_COUNT; kind++)
        if (strcmp(element_rule((enum element_kind)kind)->name, name) == 0)
            return element_rule((enum element_kind)kind);
    return NULL;
}

static bool has_rule(const struct attribute_rule *list, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, name) == 0)
            return true;
    return false;
}

bool element_has_own(const struct element_rule *rule, const char *name)
{
    return has_rule(rule->attributes, rule->attribute_count, name);
}

/* The attribute of a name; NULL when it was not given and has no default. */
static const struct attribute *attribute_of(const struct element *element, const char *name)
{
    const struct element_rule *rule = element->rule;
    if (!element_has_own(rule, name) &&
        !has_rule(element_common, element_common_count, name))
        g_error("%s has no attribute %s", rule->name, name);
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return &element->attributes[i];
    return NULL;
}

bool attribute_parse_number(const char *value, double *number)
{
    char *end;
    *number = g_ascii_strtod(value, &end);
    return end != value && *end == '\0' && isfinite(*number);
}

double element_number(const struct element *element, const char *name)
{
    const struct attribute *attribute = attribute_of(element, name);
    double number = 0;
    if (attribute && (!attribute->value || !attribute_parse_number(attribute->value, &number)))
        g_error("%s.%s was not checked", element->rule->name, name);
    return number;
}

int element_integer(const struct element *element, const char *name)
{
    return (int)element_number(element, name);
}

bool element_flag(const struct element *element, const char *name)
{
    return attribute_of(element, name) != NULL;
}

const char *element_text(const struct element *element, const char *name)
{
    const struct attribute *attribute = attribute_of(element, name);
    return attribute ? attribute->value : NULL;
}
