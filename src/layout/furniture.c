/* furniture: running heads, folios, and pages for notes. */
#include "layout/compose.h"
#include "layout/tag.h"

/* What is no part of the text: repeated on every page. */
static const struct page_tag head_tag = {.role = TAG_HEAD}, foot_tag = {.role = TAG_FOOT};

/* From the foot of the text to the folio's baseline, and nearer where the edge would be too near; what its figures reach down. */
static const double FOLIO_BELOW = 34, FOLIO_NEAREST = 15, FOLIO_DESCENT = 3, FOLIO_LOWEST = 22;

static double folio_baseline(const struct style *style, const struct frame *frame)
{
    const double foot = frame->top + frame->room;
    const double y = MAX(MIN(foot + FOLIO_BELOW, style->height - SAFETY - FOLIO_DESCENT), foot + FOLIO_NEAREST);
    return MIN(y, style->height - FOLIO_LOWEST);
}

static const char *head_text(const struct setter *setter, const struct heads *heads, enum head head)
{
    const char *title = setter->book->about.title;
    switch (head) {
    case HEAD_TITLE:
        return title;
    case HEAD_PART:
        return heads->part ? heads->part : title;
    case HEAD_CHAPTER:
        return heads->chapter;
    case HEAD_SECTION:
        return heads->section ? heads->section : heads->chapter;
    default:
        return NULL;
    }
}

static void paint_head(struct composer *composer, struct page *page, const struct heads *heads)
{
    struct setter *setter = composer->setter;
    const struct frame frame = compose_frame(composer, page);
    const char *text = head_text(setter, heads, page->recto ? setter->style->recto_head : setter->style->verso_head);
    if (!text || !*text)
        return;
    const double x = page->recto ? frame.full_x + frame.full_width : frame.full_x;
    text = text_fitted(setter, text, ROLE_RUNNING_HEAD, frame.full_width);
    paint_text(setter, page, text, ROLE_RUNNING_HEAD, x, setter->style->head_baseline, page->recto ? ALIGN_RIGHT : ALIGN_LEFT);
}

static void paint_folio(struct composer *composer, struct page *page)
{
    struct setter *setter = composer->setter;
    const struct frame frame = compose_frame(composer, page);
    const double x = page->recto ? frame.full_x + frame.full_width : frame.full_x;
    paint_text(setter, page, page->label, ROLE_FOLIO, x, folio_baseline(setter->style, &frame), page->recto ? ALIGN_RIGHT : ALIGN_LEFT);
}

void compose_furniture(struct composer *composer)
{
    for (guint i = 0; i < composer->pages->len; i++) {
        struct page *page = g_ptr_array_index(composer->pages, i);
        if (page->kind == PAGE_BLANK || page->kind == PAGE_DISPLAY)
            continue;
        tag_resume(composer->setter, &head_tag);
        if (page->kind != PAGE_OPENER)
            paint_head(composer, page, &g_array_index(composer->heads, struct heads, i));
        tag_resume(composer->setter, &foot_tag);
        paint_folio(composer, page);
    }
    tag_resume(composer->setter, composer->document);
}

/* A page of ruled lines under a line that says what it is for. */
void compose_filler(struct composer *composer, struct page *page)
{
    struct setter *setter = composer->setter;
    const struct style *style = setter->style;
    const struct frame frame = compose_frame(composer, page);
    paint_text(setter, page, words_get(setter->words, WORD_FILLER), ROLE_PURPOSE, frame.full_x,
               frame.top + role_baseline(style, ROLE_PURPOSE), ALIGN_LEFT);
    for (double y = frame.top + style->leading + style->rule_spacing; y <= frame.top + frame.room; y += style->rule_spacing)
        page_add(setter->arena, page, (struct item){.kind = ITEM_LINE, .x = frame.full_x, .y = y, .width = frame.full_width,
                                                    .line_width = style->rule_width, .stroke = style->rule});
}
