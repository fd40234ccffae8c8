/* chapters: the entries of SUMMARY.md become chapters and parts.
 *
 * Reads each file once, gives ids, hangs nested files below their chapter, and resolves links between files
 * to ids (links.h). Sets book->chapters. What book_prepare counts is only marked: chapter->number,
 * figure->number and part->number are 1 where a number is due. */
#ifndef MANUSCRIPT_CHAPTERS_H
#define MANUSCRIPT_CHAPTERS_H

#include "manuscript/summary.h"

void chapters_build(struct reader *reader, struct entry *entries);

#endif
