/* content: the operators of a PDF's content stream, one after the other (ISO 32000-1, 7.8.2).
 *
 * In: the bytes of a page, a form or a pattern, decoded. Out: each operator with its operands as slices of those bytes; what
 * lies between two wholes is white space and comments, so that a rewriter copies all that it does not change. Nothing is
 * allocated, nothing to free:
 *
 *     struct content content = content_open(bytes);
 *     struct content_operator operator;
 *     while (content_next(&content, &operator)) ...
 *     if (content.broken) ...                                                                                            */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct content {
    const char *at, *end; /* what is not read yet */
    bool broken;          /* the reading ended before the bytes did, or in the middle of an operand or of an operator */
};

struct content_operator {
    struct bytes whole;    /* from the first operand to the operator's last letter */
    struct bytes operands; /* what stands before the name; of an inline image the pairs between BI and ID */
    struct bytes name;     /* "rg", "Tj" ...; "EI" is a whole inline image, from BI on */
    struct bytes data;     /* the bytes of an inline image; else empty */
    size_t count;          /* of operands; an array or a dictionary is one */
};

struct content content_open(struct bytes bytes);

/* Reads the next operator; false at the end, or where the stream is broken. */
bool content_next(struct content *content, struct content_operator *operator);

bool content_is(const struct content_operator *operator, const char *name);

/* True when the operator marks the page: paths and shadings, text, images and forms. Of an invisible text too. */
bool content_paints(const struct content_operator *operator);

/* The first operand, taken off the front of `operands` (a copy of the operator's, to walk through them), with its
 * delimiters: "/Span", "(text)", "<< /MCID 4 >>". False when there is none left. */
bool content_take(struct bytes *operands, struct bytes *operand);

/* The operands that are numbers, up to the first that is none or `most`; returns how many. */
size_t content_numbers(const struct content_operator *operator, double *numbers, size_t most);

#endif
