/* fonts: which font files this build may use, and what they hold.
 *
 * Only files of the given folders are ever opened: the system's fonts do not exist for us. Reading a
 * file's names and characters is fontconfig's (FcFreeTypeQuery), without any configuration. */
#ifndef BOOK_FONTS_H
#define BOOK_FONTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"

struct font_file {
    const char *path;
    const char *family; /* as book.yaml names it: "EB Garamond" */
    int weight;         /* 100 to 900 */
    bool italic;
    const void *charset; /* FcCharSet, owned by the catalogue */
    struct font_file *next;
};

struct font_files;

/* Reads the TTF and OTF files below the folders (earlier folders win; missing folders are no error; sorted by
 * path, so the order is the same everywhere). Variable fonts and files that are no font
 * are reported as warnings and left out. */
struct font_files *fonts_open(const char *const *folders, size_t count, struct diags *diags);
void fonts_close(struct font_files *fonts);

const struct font_file *fonts_first(const struct font_files *fonts);

/* The file nearest to the wanted weight and slant; NULL when no file has the family. */
const struct font_file *fonts_find(const struct font_files *fonts, const char *family, int weight, bool italic);

/* Whether the file has a glyph for the character. */
bool font_file_has(const struct font_file *file, uint32_t character);

/* Whether any font of the catalogue has the character. */
bool fonts_have(const struct font_files *fonts, uint32_t character);

/* All families, for hints; borrowed. */
const char *const *fonts_families(const struct font_files *fonts, size_t *count);

#endif
