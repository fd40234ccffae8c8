/* links: what authors write as the target of a link becomes the id of an anchor.
 *
 * In: all files of the book, with their ids. Out: each LINK's url is "#id" (book_prepare finds the anchor),
 * or an http, https or mailto address. Links to files that were taken out of SUMMARY.md become plain text,
 * with one warning a file. */
#ifndef MANUSCRIPT_LINKS_H
#define MANUSCRIPT_LINKS_H

#include "manuscript/summary.h"

void links_resolve(struct reader *reader, struct entry *entries);

#endif
