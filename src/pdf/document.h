/* document: what all PDFs have in common: cairo paints sheets, qpdf finishes them.
 *
 * In: how one sheet is painted, and what is done when all are. Out: the finished file's bytes, from the arena given, with no
 * trace of time or chance. */
#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

#include <cairo.h>
#include <qpdf/qpdf-c.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "pdf/paint.h"

struct document {
    double width, height; /* of a sheet, points */
    size_t sheets;
    const char *version;  /* of PDF, "1.7"; before 1.5 without object streams */
    struct painter *painter; /* borrowed */
    void *closure;           /* for the two: */

    /* Paints a sheet. False, with a diagnostic, when it cannot: the next are painted all the same, so that all that is broken is
     * reported. */
    bool (*paint)(void *closure, size_t sheet, struct painter *painter, cairo_t *cairo);

    /* Does what is left to do. What stops it, in words, or NULL: nothing; "" when it is reported already. */
    const char *(*finish)(void *closure, qpdf_data qpdf, struct diags *diags);
};

/* False, with a diagnostic ("internal" or what `paint` and `finish` report), when there is no file. */
bool document_make(const struct document *document, struct arena *arena, struct bytes *bytes, struct diags *diags);

#endif
