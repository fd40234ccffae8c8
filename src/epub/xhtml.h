/* xhtml: the pages of the publication: cover, title page, part openers, chapters.
 *
 * In: a prepared book. Each page becomes a resource of the publication, which owns it, in the
 * order of the spine. */
#ifndef EPUB_XHTML_H
#define EPUB_XHTML_H

#include "epub/document.h"

void cover_write(struct publication *publication, const char *image);
void title_page_write(struct publication *publication);
void part_write(struct publication *publication, const struct part *part);
void chapter_write(struct publication *publication, const struct chapter *chapter);

#endif
