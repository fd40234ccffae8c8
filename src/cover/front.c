/* front: the title, as large as it can be, what explains it, the art, and whose book it is. */
#include "cover/parts.h"

/* The front for which all sizes are given. */
static const double WIDTH = 400, HEIGHT = 640, MARGIN = 40, BAND = 10;

/* Where the title begins, and how far above the foot it must have ended; between it and the subtitle. */
static const double TOP = 56, FOOT = 70, SUBTITLE_GAP = 14;

/* Between the subtitle and the art, between the art and the foot; art that is lower than this is left out. */
static const double ART_GAP = 20, ART_FOOT = 84, ART_LEAST = 60;

static const double AUTHOR_FOOT = 40;
enum { AUTHOR_LINES = 3, AUTHOR_BYTES = 1000 };

/* Where there is art, a long title and what explains it end above the middle, unless their letters would be smaller
 * than this part. */
static const double MIDDLE = 0.5, LEAST_ABOVE_ART = 0.45;

/* Without art they stand around this height, with a rule below. */
static const double OPTICAL_MIDDLE = 0.4, RULE_GAP = 26;

/* Letters are never smaller than this, and a long word is rather divided than that all are smaller than this part.
 * The subtitle grows smaller only as it comes near to the title. */
static const double LEAST_SIZE = 2, LEAST_PART = 0.2, SUBTITLE_PART = 0.35;

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

/* Makes letters smaller until both have room, or the title's are as small as that. */
static void shrink(struct front *front, double room, double least)
{
    struct look *title = &front->style.look[ROLE_COVER_TITLE], *subtitle = &front->style.look[ROLE_COVER_SUBTITLE];
    while (title_height(front) > room && title->size > least) {
        look_scale(title, 0.95);
        if (subtitle->size > SUBTITLE_PART * title->size)
            look_scale(subtitle, 0.95);
    }
}

/* The longest word of the title must fit, and all words together: what is long makes the face smaller. */
static void fit_title(struct front *front)
{
    struct look *title = &front->style.look[ROLE_COVER_TITLE];
    const double widest = longest_word(&front->setter, front->setter.book->about.title, ROLE_COVER_TITLE);
    const double top = TOP * front->scale, size = title->size;
    look_scale(title, MIN(1, MAX(front->width / MAX(widest, 1), LEAST_PART)));
    if (front->setter.book->cover.art)
        shrink(front, MIDDLE * front->area.height - top, LEAST_ABOVE_ART * size);
    shrink(front, front->area.height - top - FOOT * front->scale, LEAST_SIZE);
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
    if (art->width <= 0 || bottom - top < ART_LEAST * front->scale)
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

/* Lines end between two names, not in one, where that is possible. */
static const char *tied_names(struct front *front)
{
    GString *tied = g_string_new(NULL);
    for (const struct author *author = front->setter.book->about.authors; author; author = author->next) {
        char **words = g_strsplit(author->name, " ", -1), *name = g_strjoinv("\u00A0", words);
        g_string_append_printf(tied, "%s%s", tied->len ? ", " : "", name);
        g_free(name);
        g_strfreev(words);
    }
    const char *kept = arena_string(front->setter.arena, tied->str);
    g_string_free(tied, TRUE);
    const bool fits = longest_word(&front->setter, kept, ROLE_COVER_AUTHOR) <= front->width;
    return fits ? kept : book_authors(front->setter.book, front->setter.arena);
}

/* In few lines; NULL: nobody is named. */
static const struct setting *set_authors(struct front *front)
{
    const char *authors = front->setter.book->about.authors ? tied_names(front) : NULL;
    const struct setting *lines = set(front, authors, ROLE_COVER_AUTHOR);
    if (!lines || setting_lines(lines) <= AUTHOR_LINES)
        return lines;
    return set(front, text_fitted(&front->setter, text_beginning(&front->setter, authors, AUTHOR_BYTES), ROLE_COVER_AUTHOR, front->width), ROLE_COVER_AUTHOR);
}

/* The last line stands on `baseline`. Returns how far the others reach above it. */
static double paint_authors(struct front *front, double baseline)
{
    const struct setting *lines = set_authors(front);
    if (!lines)
        return 0;
    const double above = setting_height(lines) - setting_leading(lines);
    setting_paint(&front->setter, front->page, lines, front->x,
                  baseline - role_baseline(&front->style, ROLE_COVER_AUTHOR) - above);
    return above;
}

/* Title and subtitle; returns where they end. */
static double paint_titles(struct front *front)
{
    const struct book *book = front->setter.book;
    const double high = front->area.y + TOP * front->scale;
    const double middle = front->area.y + OPTICAL_MIDDLE * front->area.height - title_height(front) / 2;
    const double y = paint(front, book->about.title, ROLE_COVER_TITLE, book->cover.art ? high : MAX(high, middle));
    if (!book->about.subtitle)
        return y;
    return paint(front, book->about.subtitle, ROLE_COVER_SUBTITLE, y + SUBTITLE_GAP * front->scale);
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
    const double y = paint_titles(&front), authors = paint_authors(&front, foot - AUTHOR_FOOT * scale);
    if (setter->book->cover.art)
        paint_art(&front, y + ART_GAP * scale, foot - ART_FOOT * scale - authors);
    else
        paint_rule(setter, page, front.x, y + RULE_GAP * scale, front.width, scale);
}
