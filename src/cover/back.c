/* back: what the book promises, and what is in it, in one narrow column above the barcode. */
#include <string.h>

#include "base/text.h"
#include "cover/parts.h"

/* The column is no wider than is pleasant to read, in ems of the promise; between its texts, in lines of theirs. */
static const double measure = 26, paragraph_gap = 0.5, line_gap = 0.25;

/* Between the promise and what is inside, in lines of the promise; half of it is above the rule. */
static const double part_gap = 1.6;

/* From the head, on the front's scale; the dot before a line, and its room. */
static const double TOP = 62, DOT = 4, DOT_ROOM = 14;

/* Letters are never smaller than this, in points. */
static const double least_size = 8;

/* More bytes than this have no room in the smallest letters on the largest page; a text takes a line at least. What
 * is behind them is not even measured. */
enum { BYTES_AT_MOST = 30000, LINE_BYTES = 80, TOLD_BYTES = 400 };

struct back {
    struct setter setter; /* with a style of its own, below */
    struct style style;
    struct page *page; /* NULL: only measured */
    double scale, x, top, bottom, width;
    bool backward;     /* the column begins at the right */
    size_t shown;      /* so many of its texts */
    size_t whole;      /* and of these so many ended in the room, when they were last measured */
};

static double leading(const struct back *back, enum role role)
{
    return back->style.look[role].leading;
}

/* Sets a text, paints it where there is a page, and returns where it ends. Lines below the room are left out: there
 * are some only where nothing else is left to leave out. */
static double add_text(struct back *back, const char *text, enum role role, double indent, double y)
{
    const struct setting *lines = set_even(&back->setter, text_beginning(&back->setter, text, BYTES_AT_MOST), role, back->width - indent);
    const double height = setting_leading(lines);
    for (size_t i = 0; back->page && i < setting_lines(lines); i++)
        if (y + (double)(i + 1) * height <= back->bottom)
            setting_paint_line(&back->setter, back->page, lines, i, back->x + (back->backward ? 0 : indent), y + (double)i * height);
    return y + setting_height(lines);
}

static double add_rule(struct back *back, double y)
{
    const double gap = part_gap * leading(back, ROLE_COVER_BACK);
    if (back->page)
        paint_rule(&back->setter, back->page, back->x, y + gap / 2, back->width, back->scale);
    return y + gap;
}

static double add_line(struct back *back, const char *text, double y)
{
    const double size = DOT * back->scale, room = DOT_ROOM * back->scale;
    const double middle = y + role_baseline(&back->style, ROLE_COVER_INSIDE) - 0.27 * back->style.look[ROLE_COVER_INSIDE].size;
    if (back->page)
        page_add(back->setter.arena, back->page,
                 (struct item){.kind = ITEM_ELLIPSE, .x = back->backward ? back->x + back->width - size : back->x,
                               .y = middle - size / 2, .width = size, .height = size, .filled = true,
                               .fill = back->style.accent});
    return add_text(back, text, ROLE_COVER_INSIDE, room, y);
}

/* Counts a text that is there, and ends at y. */
static double count_text(struct back *back, double y)
{
    back->whole += y <= back->bottom ? 1 : 0;
    return y;
}

/* Everything that is shown, and where it ends. */
static double add_all(struct back *back)
{
    const struct cover *cover = &back->setter.book->cover;
    const double paragraph = paragraph_gap * leading(back, ROLE_COVER_BACK), line = line_gap * leading(back, ROLE_COVER_INSIDE);
    size_t left = back->shown;
    double y = back->top;
    back->whole = 0;
    for (const struct blurb *blurb = cover->back; blurb && left; blurb = blurb->next, left--)
        y = count_text(back, add_text(back, blurb->text, ROLE_COVER_BACK, 0, y + (blurb == cover->back ? 0 : paragraph)));
    if (cover->back && cover->inside && left)
        y = add_rule(back, y);
    for (const struct blurb *blurb = cover->inside; blurb && left; blurb = blurb->next, left--)
        y = count_text(back, add_line(back, blurb->text, y + (blurb == cover->inside ? 0 : line)));
    return y;
}

/* ---- fitting ---- */

static size_t count(const struct blurb *blurb)
{
    size_t number = 0;
    for (; blurb; blurb = blurb->next)
        number++;
    return number;
}

static const struct blurb *blurb_at(const struct cover *cover, size_t index)
{
    const size_t back = count(cover->back);
    const struct blurb *blurb = index < back ? cover->back : cover->inside;
    for (index -= index < back ? 0 : back; index; index--)
        blurb = blurb->next;
    return blurb;
}

static void report_no_room(struct back *back, const struct blurb *first)
{
    diags_report(back->setter.diags, DIAG_WARNING, first->at, "cover-text",
                 "say it in fewer words: cover: back: and inside: of book.yaml",
                 "the back cover has no room for all of its text: \"%s\" and what follows is left out",
                 text_fitted(&back->setter, text_beginning(&back->setter, first->text, TOLD_BYTES), ROLE_COVER_INSIDE, 300));
}

/* So many texts, the first ones, as could have room at all; at least one. */
static size_t count_small(const struct cover *cover)
{
    size_t bytes = 0, number = 0;
    const size_t all = count(cover->back) + count(cover->inside);
    for (const struct blurb *blurb = all ? blurb_at(cover, 0) : NULL; blurb && (bytes < BYTES_AT_MOST || !number); number++) {
        bytes += strlen(blurb->text) + LINE_BYTES;
        blurb = number + 1 == count(cover->back) ? cover->inside : blurb->next;
    }
    return number;
}

/* Smaller letters first; then the last texts are left out, until only the first is there. */
static void fit(struct back *back)
{
    const struct cover *cover = &back->setter.book->cover;
    struct look *promise = &back->style.look[ROLE_COVER_BACK], *inside = &back->style.look[ROLE_COVER_INSIDE];
    const size_t all = count(cover->back) + count(cover->inside);
    while (add_all(back) > back->bottom && MIN(promise->size, inside->size) * 0.96 >= least_size) {
        look_scale(promise, 0.96);
        if (inside->size > 0.8 * promise->size)
            look_scale(inside, 0.96);
    }
    if (back->whole < all)
        report_no_room(back, blurb_at(cover, back->whole));
    back->shown = MAX(back->whole, 1);
}

/* At the foot, on the line of the front's author. */
static void paint_publisher(struct setter *setter, struct page *page, const struct wrap *wrap)
{
    const char *publisher = setter->book->about.publisher;
    const double scale = front_scale(wrap->back.width, wrap->back.height), x = wrap->back.x + cover_margin(scale);
    const double width = wrap->barcode.x - wrap_safety - x;
    struct style style = *setter->style;
    struct setter own = *setter;
    own.style = &style;
    look_scale(&style.look[ROLE_COVER_AUTHOR], scale);
    if (publisher && width > 0)
        paint_text(&own, page, text_fitted(&own, text_beginning(&own, publisher, TOLD_BYTES), ROLE_COVER_AUTHOR, width), ROLE_COVER_AUTHOR, x,
                   wrap->back.y + wrap->back.height - cover_margin(scale), ALIGN_LEFT);
}

static void paint_texts(struct setter *setter, struct page *page, const struct wrap *wrap)
{
    const struct cover *cover = &setter->book->cover;
    const double scale = front_scale(wrap->back.width, wrap->back.height), margin = MAX(cover_margin(scale), wrap_safety);
    struct back back = {.setter = *setter, .style = *setter->style, .scale = scale,
                        .top = wrap->back.y + TOP * scale, .bottom = wrap->barcode.y - wrap_safety,
                        .backward = text_language_backward(setter->book->about.lang),
                        .shown = count_small(cover)};
    if (!back.shown)
        return;
    back.setter.style = &back.style;
    look_scale(&back.style.look[ROLE_COVER_BACK], scale);
    look_scale(&back.style.look[ROLE_COVER_INSIDE], scale);
    const double room = wrap->back.width - 2 * margin;
    back.width = MIN(room, measure * back.style.look[ROLE_COVER_BACK].size);
    back.x = wrap->back.x + margin + (back.backward ? room - back.width : 0);
    back.setter.told = true; /* said once, of the text as it is painted */
    fit(&back);
    back.setter.told = setter->told;
    back.page = page;
    add_all(&back);
}

void back_paint(struct setter *setter, struct page *page, const struct wrap *wrap)
{
    paint_texts(setter, page, wrap);
    paint_publisher(setter, page, wrap);
}
