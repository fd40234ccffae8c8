/* objects: the objects of a PDF that is open in qpdf: walking over them, and setting their keys.
 *
 * Handles made while walking are released after each object: none outlives its visit. */
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stddef.h>

/* What is done with an object; `dictionary` is the object itself, or a stream's. False ends the walk. */
typedef bool (*object_visit)(qpdf_data qpdf, qpdf_oh object, qpdf_oh dictionary, void *closure);

/* Visits all dictionaries and streams, by their numbers. False when a visit said so. */
bool objects_visit(qpdf_data qpdf, object_visit visit, void *closure);

/* The first number that no object has. */
int objects_first_free(qpdf_data qpdf);

bool object_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name); /* a key with that name as its value */

/* A stream's bytes, decoded; freed with free(). NULL when they cannot be, or when it is none. */
unsigned char *object_stream_bytes(qpdf_data qpdf, qpdf_oh stream, size_t *length);

void object_set_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *text);
void object_set_value(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *value); /* in PDF's own form: "<< /A true >>" */
void object_set_reference(qpdf_data qpdf, qpdf_oh dictionary, const char *key, int object);    /* 0: nothing is set */
void object_set_stream(qpdf_data qpdf, qpdf_oh stream, const char *data, size_t length);       /* deflated */

/* A page's box; points, origin at the foot. */
void object_set_box(qpdf_data qpdf, qpdf_oh page, const char *key, double x, double y, double width, double height);

/* The page is cut where it ends. */
void object_trim_whole(qpdf_data qpdf, qpdf_oh page);

#endif
