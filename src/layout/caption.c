#include "layout/caption.h"

#include "layout/tag.h"

static struct setting *set(struct setter *setter, const struct block *block, enum word word, int number, double width)
{
    if (!number)
        return block->spans ? set_spans(setter, block->spans, ROLE_CAPTION, width, ALIGN_LEFT) : NULL;
    struct span *strong = ARENA_NEW(setter->arena, struct span), *label = ARENA_NEW(setter->arena, struct span);
    *label = (struct span){.kind = SPAN_TEXT, .at = block->at};
    label->text = arena_printf(setter->arena, "%s\u00A0%d%s", words_get(setter->words, word), number, block->spans ? ".  " : "");
    *strong = (struct span){.kind = SPAN_STRONG, .at = block->at, .children = label, .next = block->spans};
    return set_spans(setter, strong, ROLE_CAPTION, width, ALIGN_LEFT);
}

struct setting *caption_set(struct setter *setter, const struct block *block, enum word word, int number, double width)
{
    tag_open(setter, TAG_CAPTION);
    struct setting *caption = set(setter, block, word, number, width);
    tag_close(setter);
    return caption;
}

void flow_caption(struct flow *flow, const struct block *block, enum word word, int number)
{
    diags_report(flow->setter->diags, DIAG_WARNING, block->at, "caption-long", "shorten it, or say some of it in the text",
                 "this caption is so long that it is set as ordinary text");
    flow_setting(flow, caption_set(flow->setter, block, word, number, flow->width));
}
