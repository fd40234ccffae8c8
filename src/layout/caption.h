/* caption: "Figure 3. What it shows", of figures and tables.
 *
 * Points; what is made belongs to the setter's arena. */
#ifndef LAYOUT_CAPTION_H
#define LAYOUT_CAPTION_H

#include "layout/flow.h"

/* The block's spans behind the word and its number; without the number when it is 0. NULL when there is neither. */
struct setting *caption_set(struct setter *setter, const struct block *block, enum word word, int number, double width);

/* The same for a caption that leaves no room for what it belongs to: as ordinary text, and reported (caption-long). */
void flow_caption(struct flow *flow, const struct block *block, enum word word, int number);

#endif
