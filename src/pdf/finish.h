/* finish: what cairo painted becomes a whole document.
 *
 * In: cairo's PDF and the pages it shows. Out: the finished file's bytes, from the arena given: outline,
 * links, places, page labels, metadata, boxes, and no trace of time or chance. */
#ifndef PDF_FINISH_H
#define PDF_FINISH_H

#include "base/diag.h"
#include "layout/page.h"

/* False, with a diagnostic "internal", when qpdf refuses. */
bool finish_document(const struct pages *pages, unsigned uses, struct bytes painted, struct arena *arena,
                     struct bytes *bytes, struct diags *diags);

#endif
