/* spine: the title at its head, the author at its foot, to be read from head to foot. */
#include "cover/parts.h"

/* Smaller letters are no use on a shelf: then the spine stays plain. */
static const double least_size = 7;

/* Between title and author, in ems of the title. */
static const double least_gap = 2;

/* As on the front: where the title begins. */
static const double HEAD = 56;

/* The spine as a line of text before it is turned: x from its head, y across it. */
struct spine {
    struct setter setter; /* with a style of its own, below */
    struct style style;
    struct page *page;
    struct area area;
    const char *title, *author; /* author: NULL when there is none, or no room */
    double start, end;          /* of the room along the spine */
};

/* How far the letters of what is set reach above and below the baseline. */
struct ink {
    double above, below;
};

static void add_ink(struct ink *ink, const struct page_text *text)
{
    cairo_matrix_t size, page;
    cairo_matrix_init_scale(&size, text->size, text->size);
    cairo_matrix_init_identity(&page);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_scaled_font_t *font = cairo_scaled_font_create(face_cairo(text->face), &size, &page, options);
    for (size_t i = 0; i < text->count; i++)
        for (uint32_t k = 0; k < text->words[i].count; k++) {
            const struct page_glyph *glyph = &text->words[i].glyphs[k];
            const cairo_glyph_t shown = {.index = glyph->index};
            cairo_text_extents_t extents;
            cairo_scaled_font_glyph_extents(font, &shown, 1, &extents);
            ink->above = MAX(ink->above, -extents.y_bearing - glyph->y);
            ink->below = MAX(ink->below, extents.y_bearing + extents.height + glyph->y);
        }
    cairo_scaled_font_destroy(font);
    cairo_font_options_destroy(options);
}

static struct ink ink_of(struct spine *spine, const char *text, enum role role)
{
    struct ink ink = {0, 0};
    struct page scratch = {.label = ""};
    paint_text(&spine->setter, &scratch, text, role, 0, 0, ALIGN_LEFT);
    for (const struct item *item = scratch.items; item; item = item->next)
        if (item->kind == ITEM_TEXT)
            add_ink(&ink, item->text);
    return ink;
}

/* Both share a baseline. */
static struct ink whole_ink(struct spine *spine)
{
    struct ink ink = ink_of(spine, spine->title, ROLE_COVER_SPINE);
    if (spine->author) {
        const struct ink author = ink_of(spine, spine->author, ROLE_COVER_AUTHOR);
        ink = (struct ink){MAX(ink.above, author.above), MAX(ink.below, author.below)};
    }
    return ink;
}

static bool fits(struct spine *spine)
{
    const struct ink ink = whole_ink(spine);
    double length = text_width(&spine->setter, spine->title, ROLE_COVER_SPINE);
    if (spine->author)
        length += least_gap * spine->style.look[ROLE_COVER_SPINE].size + text_width(&spine->setter, spine->author, ROLE_COVER_AUTHOR);
    return ink.above + ink.below <= spine->area.width - 2 * wrap_spine_clearance && length <= spine->end - spine->start;
}

/* Makes the letters smaller until they fit. False when they would be too small. */
static bool shrink(struct spine *spine)
{
    struct look *title = &spine->style.look[ROLE_COVER_SPINE], *author = &spine->style.look[ROLE_COVER_AUTHOR];
    const struct look before[] = {*title, *author};
    if (text_width(&spine->setter, spine->title, ROLE_COVER_SPINE) * least_size > (spine->end - spine->start) * title->size)
        return false; /* a very long one is not tried in every size */
    while (title->size >= least_size && author->size >= least_size) {
        if (fits(spine))
            return true;
        look_scale(title, 0.97);
        if (author->size > 0.75 * title->size)
            look_scale(author, 0.97);
    }
    *title = before[0];
    *author = before[1];
    return false;
}

/* A quarter turn: the line's beginning comes to the head, its letters' heads look to the front. */
static void turn(const struct spine *spine, struct item *first)
{
    const double middle = spine->area.x + spine->area.width / 2;
    for (struct item *item = first; item; item = item->next) {
        const double along = item->x, across = item->y;
        item->x = middle - across;
        item->y = along;
        item->turned = true;
    }
}

static void paint(struct spine *spine)
{
    const struct ink ink = whole_ink(spine);
    const double baseline = (ink.above - ink.below) / 2; /* what is inked stands in the middle */
    struct item *const before = spine->page->last_item;
    paint_text(&spine->setter, spine->page, spine->title, ROLE_COVER_SPINE, spine->start, baseline, ALIGN_LEFT);
    if (spine->author)
        paint_text(&spine->setter, spine->page, spine->author, ROLE_COVER_AUTHOR, spine->end, baseline, ALIGN_RIGHT);
    turn(spine, before ? before->next : spine->page->items);
}

void spine_paint(struct setter *setter, struct page *page, const struct wrap *wrap)
{
    const double scale = front_scale(wrap->front.width, wrap->front.height);
    struct spine spine = {.setter = *setter, .style = *setter->style, .page = page, .area = wrap->spine,
                          .title = setter->book->about.title, .author = book_authors(setter->book, setter->arena),
                          .start = wrap->spine.y + HEAD * scale,
                          .end = wrap->spine.y + wrap->spine.height - cover_margin(scale)};
    spine.setter.style = &spine.style;
    spine.setter.told = true; /* on the front, where it is seen */
    look_scale(&spine.style.look[ROLE_COVER_SPINE], scale);
    look_scale(&spine.style.look[ROLE_COVER_AUTHOR], scale);
    if (shrink(&spine)) {
        paint(&spine);
        return;
    }
    spine.author = NULL;
    if (shrink(&spine))
        paint(&spine);
}
