#include "cover/cover.h"

#include "cover/parts.h"

static const double FRONT_WIDTH = 400, FRONT_HEIGHT = 640;

static const struct colour black = {0.1, 0.09, 0.08};

/* A setter and the one page that it paints. */
struct sheet_of_cover {
    struct setter setter;
    struct style style;
    struct pages *pages;
};

static void open_sheet(struct sheet_of_cover *sheet, const struct book *book, struct faces *faces, double width,
                       double height, struct diags *diags)
{
    struct arena *arena = arena_new();
    sheet->style = book->style;
    sheet->style.text = black;
    sheet->setter = (struct setter){.arena = arena, .book = book, .style = &sheet->style,
                                    .words = words_find(book->about.lang), .faces = faces, .diags = diags};
    sheet->pages = ARENA_NEW(arena, struct pages);
    *sheet->pages = (struct pages){.arena = arena, .width = width, .height = height, .count = 1, .title = book->about.title,
                                   .lang = book->about.lang, .date = book->about.date};
    sheet->pages->page = ARENA_NEW(arena, struct page);
    *sheet->pages->page = (struct page){.kind = PAGE_DISPLAY, .label = "cover", .recto = true};
}

static void fill(const struct sheet_of_cover *sheet, struct area area, struct colour colour)
{
    page_add(sheet->setter.arena, sheet->pages->page,
             (struct item){.kind = ITEM_BOX, .x = area.x, .y = area.y, .width = area.width, .height = area.height,
                           .filled = true, .fill = colour});
}

static void fill_ground(const struct sheet_of_cover *sheet, struct area area)
{
    const double *ground = sheet->setter.book->cover.ground;
    fill(sheet, area, (struct colour){ground[0], ground[1], ground[2]});
}

struct pages *cover_front(const struct book *book, struct faces *faces, struct diags *diags)
{
    const struct area front = {0, 0, FRONT_WIDTH, FRONT_HEIGHT};
    struct sheet_of_cover sheet;
    open_sheet(&sheet, book, faces, front.width, front.height, diags);
    fill_ground(&sheet, front);
    fill(&sheet, (struct area){0, 0, front.width, cover_band(front_scale(front.width, front.height))}, sheet.style.accent);
    front_paint(&sheet.setter, sheet.pages->page, front);
    return sheet.pages;
}

/* The ground of the whole sheet, and the band along its head, from edge to edge. */
static void paint_drawn_front(struct sheet_of_cover *sheet, const struct wrap *wrap)
{
    const double scale = front_scale(wrap->front.width, wrap->front.height);
    fill_ground(sheet, (struct area){0, 0, wrap->width, wrap->height});
    fill(sheet, (struct area){0, 0, wrap->width, wrap_bleed + cover_band(scale)}, sheet->style.accent);
    front_paint(&sheet->setter, sheet->pages->page, wrap->front);
}

/* What of the picture reaches over the fold is covered by the ground of spine and back. */
static void paint_finished_front(struct sheet_of_cover *sheet, const struct wrap *wrap)
{
    fill_ground(sheet, (struct area){wrap->front.x, 0, wrap->width - wrap->front.x, wrap->height});
    finished_paint(&sheet->setter, sheet->pages->page, wrap);
    fill_ground(sheet, (struct area){0, 0, wrap->front.x, wrap->height});
}

static const char *wrap_title(const struct sheet_of_cover *sheet)
{
    const struct words *words = sheet->setter.words;
    return arena_printf(sheet->setter.arena, "%s%s%s", sheet->setter.book->about.title, words_colon(words),
                        words_get(words, WORD_COVER));
}

struct pages *cover_wrap(const struct book *book, struct faces *faces, size_t page_count, struct diags *diags)
{
    const struct cover *cover = &book->cover;
    const double spine = cover->spine > 0 ? cover->spine : wrap_spine(page_count, cover->paper);
    const struct wrap wrap = wrap_measure(book->style.width, book->style.height, spine);
    struct sheet_of_cover sheet;
    open_sheet(&sheet, book, faces, wrap.width, wrap.height, diags);
    struct page *page = sheet.pages->page;
    sheet.pages->title = wrap_title(&sheet);
    sheet.pages->author = book_authors(book, sheet.setter.arena);
    sheet.pages->rights = book->about.rights;
    if (cover->image)
        paint_finished_front(&sheet, &wrap);
    else
        paint_drawn_front(&sheet, &wrap);
    if (wrap_spine_takes_text(page_count))
        spine_paint(&sheet.setter, page, &wrap);
    back_paint(&sheet.setter, page, &wrap);
    barcode_paint(&sheet.setter, page, wrap.barcode);
    return sheet.pages;
}
