/* selector: which of our own rules apply to an element.
 *
 * Understands what our style sheet's rules for faces are written in (Selectors 3): elements and classes,
 * parts inside others, children, lists: "h2, .part h1, .contents > ol". In: text and libxml2's nodes. Nothing
 * to free. */
#ifndef EPUB_SELECTOR_H
#define EPUB_SELECTOR_H

#include <libxml/tree.h>
#include <stdbool.h>

/* Whether one of the list's selectors names the element; *specificity is then that of the strongest (classes
 * times 100, and elements). */
bool selector_matches(const char *selectors, const xmlNode *element, int *specificity);

bool selector_has_class(const xmlNode *element, const char *name, size_t length);

#endif
