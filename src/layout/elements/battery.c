/* battery: statements that are all answered on the same scale, by one or by two people. */
#include <glib.h>

#include "layout/elements/ratings.h"

static const char *name_of(struct setter *setter, const struct block *block, const char *attribute,
                           enum word word)
{
    const char *name = element_text(block->element, attribute);
    return name && *name ? name : words_get(setter->words, word);
}

static struct ratings ratings_of(struct setter *setter, const struct block *block)
{
    const struct element *element = block->element;
    struct ratings ratings = {.block = block,
                              .from = element_integer(element, "from"),
                              .to = element_integer(element, "to"),
                              .low = element_text(element, "low"),
                              .mid = element_text(element, "mid"),
                              .high = element_text(element, "high")};
    if (g_strcmp0(element_text(element, "who"), "two") == 0) {
        ratings.who[0] = name_of(setter, block, "me", WORD_ME);
        ratings.who[1] = name_of(setter, block, "you", WORD_YOU);
    }
    return ratings;
}

struct extent battery_measure(struct setter *setter, const struct block *block, double width)
{
    const struct ratings ratings = ratings_of(setter, block);
    const struct extent extent = ratings_measure(setter, &ratings, width);
    return extent_make(setter, block, width, extent.least, extent.natural, false);
}

void battery_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    const struct ratings ratings = ratings_of(canvas->setter, block);
    struct blanks blanks = {canvas, block, 0};
    ratings_draw(&blanks, &ratings, (struct area){below.x, below.y, below.width, below.height});
}
