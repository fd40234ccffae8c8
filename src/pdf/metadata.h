/* metadata: what a PDF says about itself: Info, XMP, dates.
 *
 * In: the pages' title, author ... and date (YYYY-MM-DD), or SOURCE_DATE_EPOCH. Out: objects among the
 * additions. The two forms always say the same. */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "layout/page.h"
#include "pdf/additions.h"

/* When the document was made, as Unix seconds, UTC: SOURCE_DATE_EPOCH, else midnight of pages->date.
 * False when neither says. */
bool metadata_date(const struct pages *pages, gint64 *seconds);

/* What a document says it conforms to: ACCESSIBLE: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). */
enum metadata_claims { METADATA_NONE, METADATA_ACCESSIBLE };

/* The date in a format of g_date_time_format; NULL when there is none. Freed with g_free. */
char *metadata_date_text(const struct pages *pages, const char *format);

/* What hangs on the document: its language, and what is said about it (`xmp` 0: only in Info). */
void metadata_hang(qpdf_data qpdf, const struct pages *pages, int info, int xmp);

/* Each adds its object and returns its number. */
int metadata_add_info(struct additions *additions, const struct pages *pages);
int metadata_add_xmp(struct additions *additions, const struct pages *pages, enum metadata_claims claims);

#endif
