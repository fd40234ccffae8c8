/* package: package.opf (EPUB 3.3, section 5) and META-INF/container.xml.
 *
 * Made last, when all other resources are known: what it claims of the book (accessibility, navigation) is
 * computed from them. Each becomes a resource of the publication, which owns it. */
#ifndef EPUB_PACKAGE_H
#define EPUB_PACKAGE_H

#include "epub/publication.h"

/* Made last: what it claims about accessibility is what the other files turned out to hold
 * (EPUB Accessibility 1.1). `cover` is the path of the cover's picture, or NULL. */
struct bytes package_write(const struct publication *publication, const char *cover);
struct bytes container_write(struct arena *arena);

#endif
