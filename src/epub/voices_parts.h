/* voices_parts: the rules for faces as the style sheet has them, for who counts what they set.
 *
 * Private to voices.c and uses.c. The rules belong to the caller, who frees the array; their texts are from
 * the publication's arena. */
#ifndef EPUB_VOICES_PARTS_H
#define EPUB_VOICES_PARTS_H

#include "epub/voices.h"

enum slant { SLANT_KEPT, SLANT_UPRIGHT, SLANT_ITALIC };

struct voice_rule {
    const char *selectors;
    const struct look *look;     /* NULL: only weight and slant change */
    bool ours;                   /* the face is embedded */
    double size;                 /* em */
    bool caps, tracking, colour; /* are set, even to none: what is around it may have some */
    int weight;                  /* 0: as around it */
    enum slant slant;
};

/* In the order in which they are written. */
GArray *voice_rules(const struct publication *publication, const struct families *families);

#endif
