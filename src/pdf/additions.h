/* additions: objects for a PDF, gathered as qpdf's JSON (version 2) and added in one go.
 *
 * In: objects, one after the other, each under a number of its own. Out: the same in a document that is open in qpdf.
 * The caller frees with additions_free, not before the file is written: qpdf reads streams out of the JSON
 * while it writes. */
#ifndef PDF_ADDITIONS_H
#define PDF_ADDITIONS_H

#include <stddef.h>

#include <glib.h>
#include <qpdf/qpdf-c.h>

struct additions;

/* `first`: the first object number that is free. */
struct additions *additions_new(int first);
void additions_free(struct additions *additions);

/* A free object number, for an object that is written later, or never pointed to. */
int additions_reserve(struct additions *additions);

/* Adds an object: `json` is its value in qpdf's JSON ({"/Type":"/Action", ...}); the string is freed. */
void additions_add(struct additions *additions, int object, GString *json);

/* Adds a stream with a dictionary; the string is freed, the data are copied. */
void additions_add_stream(struct additions *additions, int object, GString *dictionary, const char *data,
                          size_t length);

/* Puts all objects into a document; nothing is added afterwards. Failures are qpdf's. */
void additions_apply(struct additions *additions, qpdf_data qpdf);

/* Writing values: a text ("u:..."), and the part after '{' or ',' of a pair with a text. */
void json_append_text(GString *json, const char *text);
void json_append_pair(GString *json, const char *key, const char *text);

/* One more of an array's references: "3 0 R" or ,"4 0 R". `references` has nothing else in it. */
void json_append_reference(GString *references, int object);

/* A rectangle of a page, points from its upper left corner: ,"/Rect":[...] with the origin at the foot. */
void json_append_rect(GString *json, double page_height, double x, double y, double width, double height);

#endif
