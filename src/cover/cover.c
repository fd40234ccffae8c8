#include "cover/cover.h"

#include <glib.h>

#include "layout/setter.h"

static const double WIDTH = 400, HEIGHT = 640, MARGIN = 40;

/* Where the title begins, and where it must have ended; between it and the subtitle. */
static const double TOP = 56, FOOT = 570, SUBTITLE_GAP = 14;

/* Letters are never smaller than this, and a long word is rather divided than that all are smaller than this part. */
static const double LEAST_SIZE = 2, LEAST_PART = 0.2;

static const struct colour black = {0.1, 0.09, 0.08};

/* The title as large as its longest word allows. */
static double paint_title(struct setter *setter, struct page *page, double y)
{
    const char *title = setter->book->about.title;
    const struct setting *lines = set_text(setter, title, ROLE_COVER_TITLE, WIDTH - 2 * MARGIN, ALIGN_LEFT);
    setting_paint(setter, page, lines, MARGIN, y);
    return y + setting_height(lines);
}

static void paint_art(struct setter *setter, struct page *page, double top, double bottom)
{
    const struct image *art = setter->book->cover.art;
    if (!art || art->width <= 0 || bottom - top < 60)
        return;
    double width = WIDTH - 2 * MARGIN, height = width * art->height / art->width;
    if (height > bottom - top) {
        height = bottom - top;
        width = height * art->width / art->height;
    }
    struct page_image *image = ARENA_NEW(setter->arena, struct page_image);
    *image = (struct page_image){art->name, (int)art->type, art->bytes, NULL};
    page_add(setter->arena, page, (struct item){.kind = ITEM_IMAGE, .x = (WIDTH - width) / 2, .y = bottom - height,
                                                .width = width, .height = height, .image = image});
}

static void paint_front(struct setter *setter, struct page *page)
{
    const struct book *book = setter->book;
    const double *ground = book->cover.ground;
    page_add(setter->arena, page, (struct item){.kind = ITEM_BOX, .width = WIDTH, .height = HEIGHT, .filled = true,
                                                .fill = {ground[0], ground[1], ground[2]}});
    page_add(setter->arena, page, (struct item){.kind = ITEM_BOX, .width = WIDTH, .height = 10, .filled = true, .fill = setter->style->accent});
    double y = paint_title(setter, page, TOP);
    if (book->about.subtitle) {
        const struct setting *subtitle = set_text(setter, book->about.subtitle, ROLE_COVER_SUBTITLE, WIDTH - 2 * MARGIN, ALIGN_LEFT);
        setting_paint(setter, page, subtitle, MARGIN, y + SUBTITLE_GAP);
        y += SUBTITLE_GAP + setting_height(subtitle);
    }
    paint_art(setter, page, y + 20, HEIGHT - 84);
    if (book->about.authors)
        paint_text(setter, page, text_fitted(setter, book->about.authors->name, ROLE_COVER_AUTHOR, WIDTH - 2 * MARGIN), ROLE_COVER_AUTHOR, MARGIN, HEIGHT - 40, ALIGN_LEFT);
}

static double title_height(struct setter *setter)
{
    const struct metadata *about = &setter->book->about;
    const double width = WIDTH - 2 * MARGIN;
    const struct setting *title = set_text(setter, about->title, ROLE_COVER_TITLE, width, ALIGN_LEFT);
    const double subtitle = about->subtitle ? SUBTITLE_GAP + setting_height(set_text(setter, about->subtitle, ROLE_COVER_SUBTITLE, width, ALIGN_LEFT)) : 0;
    return setting_height(title) + subtitle;
}

static void shrink(struct look *look, double by)
{
    look->size *= by;
    look->leading *= by;
}

/* The longest word of the title must fit, and all words together: what is long makes the face smaller. */
static void fit_title(struct setter *setter, struct style *style)
{
    char **words = g_strsplit(setter->book->about.title, " ", -1);
    double widest = 1;
    for (char **word = words; *word; word++)
        widest = MAX(widest, text_width(setter, *word, ROLE_COVER_TITLE));
    g_strfreev(words);
    shrink(&style->look[ROLE_COVER_TITLE], MIN(1, MAX((WIDTH - 2 * MARGIN) / widest, LEAST_PART)));
    while (title_height(setter) > FOOT - TOP && style->look[ROLE_COVER_SUBTITLE].size > LEAST_SIZE) {
        shrink(&style->look[ROLE_COVER_TITLE], 0.9);
        shrink(&style->look[ROLE_COVER_SUBTITLE], 0.9);
    }
}

struct pages *cover_front(const struct book *book, struct faces *faces, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct pages *pages = ARENA_NEW(arena, struct pages);
    struct style style = book->style;
    style.text = black;
    struct setter setter = {.arena = arena, .book = book, .style = &style, .words = words_find(book->about.lang),
                            .faces = faces, .diags = diags};
    fit_title(&setter, &style);
    *pages = (struct pages){.arena = arena, .width = WIDTH, .height = HEIGHT, .count = 1, .title = book->about.title,
                            .lang = book->about.lang, .date = book->about.date};
    pages->page = ARENA_NEW(arena, struct page);
    pages->page->kind = PAGE_DISPLAY;
    pages->page->label = "cover";
    pages->page->recto = true;
    paint_front(&setter, pages->page);
    return pages;
}
