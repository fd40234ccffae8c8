/* diag: what the program has to say about a manuscript.
 *
 * A run collects its diagnostics here and prints them once, sorted by place.
 * The function that finds a problem reports it; its callers only propagate
 * failure. Every diagnostic has a code ("image-missing") that tests and users
 * can hold on to, a place, and where it helps a hint the author can act on.
 * Printed form (GNU coding standards, "Formatting Error Messages"):
 *
 *     chapters/03.md:41:7: error: image "cup.png" not found [image-missing]
 *        41 | See ![cup](cup.png)
 *           |     ^
 *      hint: ... */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* A place in a source file. Lines and columns count from 1, columns in
 * characters; 0 says "not known". `file` is the name to print, relative to where the author
 * stands; it is borrowed and must outlive the diagnostics. */
struct position {
    const char *file;
    int line, column;
};

enum severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

struct diags;

struct diags *diags_new(void);
void diags_free(struct diags *diags);

/* Remembers the text of a source file, so that the line can be shown with a
 * diagnostic. `name` is what positions call the file; both are copied. */
void diags_add_source(struct diags *diags, const char *name, const char *text, size_t length);

/* Reports one problem. `hint` may be NULL. The same message at the same place
 * is kept once. After 1,000 diagnostics only errors' count goes on. */
void diags_report(struct diags *diags, enum severity severity, struct position at, const char *code,
                  const char *hint, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Moves all diagnostics of `from` to `to`, as if they had been reported there. */
void diags_take(struct diags *to, struct diags *from);

/* How many were reported so far. */
size_t diags_count(const struct diags *diags, enum severity severity);
bool diags_failed(const struct diags *diags); /* at least one error */

/* Prints all of them, sorted by file, line, column; `colour` adds ANSI colours. */
void diags_print(struct diags *diags, FILE *to, bool colour);

#endif
