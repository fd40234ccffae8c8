/* front: the title, as large as it can be, what explains it, the art, and whose book it is. */
#include "cover/parts.h"

/* The front for which all sizes are given. */
static const double WIDTH = 400, HEIGHT = 640, MARGIN = 40, BAND = 10;

/* Where the title begins, and how far above the foot it must have ended; between it and the subtitle. */
static const double TOP = 56, FOOT = 70, SUBTITLE_GAP = 14;

/* Between the subtitle and the art, between the art and the foot; art that is lower than this is left out. */
static const double ART_GAP = 20, ART_FOOT = 84, ART_LEAST = 60;

static const double AUTHOR_FOOT = 40;

/* Letters are never smaller than this, and a long word is rather divided than that all are smaller than this part. */
static const double LEAST_SIZE = 2, LEAST_PART = 0.2;

struct front {
    struct setter setter; /* with a style of its own, below */
    struct style style;
    struct page *page;
    struct area area;
    double scale, x, width; /* of the column */
};

double front_scale(double width, double height)
{
    return MIN(width / WIDTH, height / HEIGHT);
}

double cover_margin(double scale)
{
    return MARGIN * scale;
}

double cover_band(double scale)
{
    return BAND * scale;
}

void look_scale(struct look *look, double by)
{
    look->size *= by;
    look->leading *= by;
}

const char *cover_authors(const struct setter *setter)
{
    const char *line = NULL;
    for (const struct author *author = setter->book->about.authors; author; author = author->next)
        line = line ? arena_printf(setter->arena, "%s, %s", line, author->name) : author->name;
    return line;
}

/* ---- fitting ---- */

static const struct setting *set(struct front *front, const char *text, enum role role)
{
    return text ? set_even(&front->setter, text, role, front->width) : NULL;
}

static double title_height(struct front *front)
{
    const struct metadata *about = &front->setter.book->about;
    const struct setting *title = set(front, about->title, ROLE_COVER_TITLE);
    const struct setting *subtitle = set(front, about->subtitle, ROLE_COVER_SUBTITLE);
    return setting_height(title) + (subtitle ? SUBTITLE_GAP * front->scale + setting_height(subtitle) : 0);
}

/* The longest word of the title must fit, and all words together: what is long makes the face smaller. */
static void fit_title(struct front *front)
{
    struct look *title = &front->style.look[ROLE_COVER_TITLE], *subtitle = &front->style.look[ROLE_COVER_SUBTITLE];
    const double widest = longest_word(&front->setter, front->setter.book->about.title, ROLE_COVER_TITLE);
    look_scale(title, MIN(1, MAX(front->width / MAX(widest, 1), LEAST_PART)));
    while (title_height(front) > front->area.height - (TOP + FOOT) * front->scale && subtitle->size > LEAST_SIZE) {
        look_scale(title, 0.9);
        look_scale(subtitle, 0.9);
    }
}

/* ---- painting ---- */

/* Paints a text and returns where it ends. */
static double paint(struct front *front, const char *text, enum role role, double y)
{
    const struct setting *lines = set(front, text, role);
    setting_paint(&front->setter, front->page, lines, front->x, y);
    return y + setting_height(lines);
}

static void paint_art(struct front *front, double top, double bottom)
{
    const struct image *art = front->setter.book->cover.art;
    if (!art || art->width <= 0 || bottom - top < ART_LEAST * front->scale)
        return;
    double width = front->width, height = width * art->height / art->width;
    if (height > bottom - top) {
        height = bottom - top;
        width = height * art->width / art->height;
    }
    struct page_image *image = ARENA_NEW(front->setter.arena, struct page_image);
    *image = (struct page_image){art->name, (int)art->type, art->bytes, NULL};
    page_add(front->setter.arena, front->page,
             (struct item){.kind = ITEM_IMAGE, .x = front->area.x + (front->area.width - width) / 2, .y = bottom - height,
                           .width = width, .height = height, .image = image});
}

static void paint_author(struct front *front, double y)
{
    struct setter *setter = &front->setter;
    const char *authors = cover_authors(setter);
    if (!authors)
        return;
    const char *fitted = text_fitted(setter, authors, ROLE_COVER_AUTHOR, front->width);
    const struct setting *line = set(front, fitted, ROLE_COVER_AUTHOR);
    setting_paint(setter, front->page, line, front->x, y - role_baseline(setter->style, ROLE_COVER_AUTHOR));
}

void front_paint(struct setter *setter, struct page *page, struct area area)
{
    const double scale = front_scale(area.width, area.height), foot = area.y + area.height;
    struct front front = {.setter = *setter, .style = *setter->style, .page = page, .area = area, .scale = scale,
                          .x = area.x + MARGIN * scale, .width = area.width - 2 * MARGIN * scale};
    front.setter.style = &front.style;
    for (int role = ROLE_COVER_TITLE; role <= ROLE_COVER_AUTHOR; role++)
        look_scale(&front.style.look[role], scale);
    fit_title(&front);
    const char *subtitle = setter->book->about.subtitle;
    double y = paint(&front, setter->book->about.title, ROLE_COVER_TITLE, area.y + TOP * scale);
    if (subtitle)
        y = paint(&front, subtitle, ROLE_COVER_SUBTITLE, y + SUBTITLE_GAP * scale);
    paint_art(&front, y + ART_GAP * scale, foot - ART_FOOT * scale);
    paint_author(&front, foot - AUTHOR_FOOT * scale);
}
