#include "epub/selector.h"

#include <glib.h>
#include <string.h>

enum { OF_CLASS = 100 };

bool selector_has_class(const xmlNode *element, const char *name, size_t length)
{
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next) {
        const char *value = attribute->children ? (const char *)attribute->children->content : NULL;
        if (!value || strcmp((const char *)attribute->name, "class") != 0)
            continue;
        for (const char *word = value; *word;) {
            const size_t run = strcspn(word, " \t\r\n");
            if (run == length && strncmp(word, name, length) == 0)
                return true;
            word += run + strspn(word + run, " \t\r\n");
        }
    }
    return false;
}

/* "p.space": an element's name, classes, or both. */
static bool matches_compound(const char *text, size_t length, const xmlNode *element, int *specificity)
{
    const char *end = text + length;
    size_t run = strcspn(text, ".,> ");
    run = MIN(run, length);
    if (run) {
        if (strlen((const char *)element->name) != run ||
            strncmp((const char *)element->name, text, run) != 0)
            return false;
        *specificity += 1;
    }
    for (text += run; text < end; text += run) {
        text++; /* the dot */
        run = strcspn(text, ".,> ");
        run = MIN(run, (size_t)(end - text));
        if (!selector_has_class(element, text, run))
            return false;
        *specificity += OF_CLASS;
    }
    return true;
}

static const xmlNode *parent_of(const xmlNode *element)
{
    const xmlNode *parent = element->parent;
    return parent && parent->type == XML_ELEMENT_NODE ? parent : NULL;
}

/* A selector from its end: the last compound is the element's, those before it are its ancestors'. */
static bool matches_one(const char *text, size_t length, const xmlNode *element, int *specificity)
{
    size_t start = length;
    while (start && text[start - 1] != ' ')
        start--;
    if (!matches_compound(text + start, length - start, element, specificity))
        return false;
    while (start && text[start - 1] == ' ')
        start--;
    if (!start)
        return true;
    const bool child = text[start - 1] == '>';
    if (child)
        for (start--; start && text[start - 1] == ' ';)
            start--;
    for (const xmlNode *outer = parent_of(element); outer; outer = parent_of(outer)) {
        int more = *specificity;
        if (matches_one(text, start, outer, &more)) {
            *specificity = more;
            return true;
        }
        if (child)
            break;
    }
    return false;
}

bool selector_matches(const char *selectors, const xmlNode *element, int *specificity)
{
    bool matches = false;
    *specificity = 0;
    for (const char *text = selectors; *text;) {
        const size_t length = strcspn(text, ",");
        int found = 0;
        if (matches_one(text, length, element, &found)) {
            matches = true;
            *specificity = MAX(*specificity, found);
        }
        text += length;
        text += strspn(text, ", \n");
    }
    return matches;
}
