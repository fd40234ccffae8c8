/* objects: walking over all objects of a PDF that is open in qpdf.
 *
 * Handles made meanwhile are released after each object: none outlives its visit. */
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

/* What is done with an object; `dictionary` is the object itself, or a stream's. False ends the walk. */
typedef bool (*object_visit)(qpdf_data qpdf, qpdf_oh object, qpdf_oh dictionary, void *closure);

/* Visits all dictionaries and streams, by their numbers. False when a visit said so. */
bool objects_visit(qpdf_data qpdf, object_visit visit, void *closure);

bool object_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name); /* a key with that name as its value */

#endif
