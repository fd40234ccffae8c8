/* manuscript: a folder becomes a book.
 *
 * Reads book.yaml, SUMMARY.md and the Markdown it names. Nothing outside the folder is read.
 * Collects every problem it finds; the caller asks diags_failed. */
#ifndef MANUSCRIPT_MANUSCRIPT_H
#define MANUSCRIPT_MANUSCRIPT_H

#include "base/diag.h"
#include "book/book.h"

/* `folder` as the user named it: it is also how diagnostics name files. The book is owned by the caller (book_free); NULL
 * only when there is no folder or no SUMMARY.md. Not yet prepared: see book_prepare. */
struct book *manuscript_read(const char *folder, struct diags *diags);

#endif
