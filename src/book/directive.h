/* directive: the names a manuscript may write after its colons, other than the elements of the kit.
 *
 * Frames (worksheet, safety, example ...) become blocks of their own kind, text directives become spans.
 * The reader looks a name up here first, then with element_find. */
#ifndef BOOK_DIRECTIVE_H
#define BOOK_DIRECTIVE_H

#include "book/book.h"

struct directive_rule {
    const char *name;
    int forms; /* enum directive_form, or-ed */
    enum block_kind block; /* what a container or leaf becomes */
    enum box_kind box;     /* when that is BLOCK_BOX */
    const struct attribute_rule *attributes; /* of a container or leaf */
    size_t attribute_count;
    const char *help;
    const struct attribute_rule *text_attributes; /* of the same name in running text */
    size_t text_attribute_count;
};

/* NULL when there is no such directive. */
const struct directive_rule *directive_find(const char *name);

/* All names, directives' and elements', for hints. Borrowed, constant. */
const char *const *directive_names(size_t *count);

#endif
