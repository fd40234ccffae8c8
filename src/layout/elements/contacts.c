/* contacts: a table of people, which is private unless the author says otherwise. */
#include "layout/elements/kit.h"

struct extent contacts_measure(struct setter *setter, const struct block *block, double width)
{
    return table_measure(setter, block, width);
}

void contacts_draw(const struct canvas *canvas, const struct block *block)
{
    table_draw(canvas, block);
}
