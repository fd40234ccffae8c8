/* plain: a PDF for paper: what was painted, without structure, links or fields.
 *
 * In: cairo's PDF; pages, for what the file says about itself. Out: the finished file's bytes, from the arena given,
 * and no trace of time or chance. The surface is closed with cairo_surface_finish before its bytes are finished. */
#ifndef PDF_PLAIN_H
#define PDF_PLAIN_H

#include <cairo.h>
#include <glib.h>

#include "base/diag.h"
#include "layout/page.h"

/* A surface whose PDF is appended to `painted`; points. Its owner is the caller. */
cairo_surface_t *plain_surface(GByteArray *painted, double width, double height);

/* `preferences`: a viewer's, as a dictionary in PDF's own form ("<< /PrintScaling /None >>"). False, with a diagnostic
 * "internal", when qpdf refuses. */
bool plain_finish(struct bytes painted, const struct pages *pages, const char *preferences, struct arena *arena,
                  struct bytes *bytes, struct diags *diags);

#endif
