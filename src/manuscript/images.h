/* images: the pictures a manuscript names, recognised by their bytes.
 *
 * In: a name and the file that names it. Out: the image with its natural size, read once, on the
 * book's list. What cannot be used is reported, once for each place that names it. */
#ifndef MANUSCRIPT_IMAGES_H
#define MANUSCRIPT_IMAGES_H

#include "manuscript/reader.h"

/* `base`: the folder of the file that names it. NULL when it cannot be used. */
const struct image *images_find(struct reader *reader, const char *base, const char *name,
                                struct position at);

#endif
