/* images: the book's pictures as an e-book can have them.
 *
 * In: pictures that can be shown (book.h). Out: the same bytes wherever they keep the limits of the shops,
 * and else a picture made of them by rule, with a note to the author that names both sizes. From the
 * publication's arena. Sizes are pixels and bytes. */
#ifndef EPUB_IMAGES_H
#define EPUB_IMAGES_H

#include "epub/publication.h"

/* A picture as it stands in the EPUB. */
struct picture {
    enum image_type type;
    struct bytes bytes;
};

/* The media type of EPUB 3.3, section 3.2, and the ending of the file's name. */
const char *picture_media_type(enum image_type type);
const char *picture_ending(enum image_type type);

/* A picture of the text, made to fit when it is asked for first; borrowed. */
const struct picture *images_picture(struct publication *publication, const struct image *image);

/* The path of a picture, which is in the publication from now on. */
const char *images_path(struct publication *publication, const struct image *image);

/* Remembers that a document (a path) shows a picture. */
void images_show(struct publication *publication, const char *document, const struct image *image);

/* Adds the pictures that were shown to the resources, in the order the book has them, and warns of documents
 * that are too heavy with them. */
void images_add(struct publication *publication);

/* The cover's picture, PNG or JPEG: `image` is the author's own, NULL when the program has drawn it. */
struct picture images_cover(struct publication *publication, const struct image *image, struct bytes bytes);

#endif
