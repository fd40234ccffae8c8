#include "pdf/paint.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "layout/face.h"
#include "pdf/chunk.h"
#include "pdf/picture.h"

struct painter {
    GHashTable *fonts;    /* struct font_key -> cairo_scaled_font_t */
    GHashTable *pictures; /* first byte of the file -> struct picture */
    GArray *glyphs;       /* cairo_glyph_t, of the text being painted */
    GArray *clusters;     /* cairo_text_cluster_t */
    cairo_font_options_t *options;
    unsigned uses; /* enum page_use, or-ed */
    bool grey;
    struct diags *diags;
};

/* ---- fonts ---- */

struct font_key {
    const struct face *face;
    double size, stretch;
    bool turned;
};

static guint font_key_hash(gconstpointer data)
{
    const struct font_key *key = data;
    return g_direct_hash(key->face) ^ g_double_hash(&key->size) ^ (g_double_hash(&key->stretch) << 1);
}

static gboolean font_key_equal(gconstpointer left, gconstpointer right)
{
    const struct font_key *a = left, *b = right;
    return a->face == b->face && a->turned == b->turned && !(a->size < b->size || a->size > b->size) &&
           !(a->stretch < b->stretch || a->stretch > b->stretch);
}

static void font_free(gpointer font)
{
    cairo_scaled_font_destroy(font);
}

/* In the direction in which the context stands now. */
static cairo_scaled_font_t *scaled_font(struct painter *painter, cairo_t *cairo, const struct page_text *text, bool turned)
{
    struct font_key key = {text->face, text->size, text->stretch, turned};
    cairo_scaled_font_t *font = g_hash_table_lookup(painter->fonts, &key);
    if (font)
        return font;
    cairo_matrix_t font_matrix, page_matrix;
    cairo_matrix_init_scale(&font_matrix, text->size * text->stretch, text->size);
    cairo_get_matrix(cairo, &page_matrix);
    font = cairo_scaled_font_create(face_cairo(text->face), &font_matrix, &page_matrix, painter->options);
    g_hash_table_insert(painter->fonts, g_memdup2(&key, sizeof key), font);
    return font;
}

/* ---- text ---- */

static void gather_word(struct painter *painter, const struct page_word *word, double x, double y, const struct page_text *text)
{
    cairo_glyph_t *glyphs = &g_array_index(painter->glyphs, cairo_glyph_t, painter->glyphs->len);
    for (uint32_t i = 0; i < word->count; i++) {
        const struct page_glyph *from = &word->glyphs[i];
        glyphs[i] = (cairo_glyph_t){.index = from->index, .x = x + from->x * text->stretch + i * text->tracking, .y = y + from->y};
    }
    painter->glyphs->len += word->count;
}

/* Clusters are told in the order of the text: for right-to-left text that is from the last glyph to the first. */
static void gather_clusters(struct painter *painter, const struct page_word *word, bool backward)
{
    cairo_text_cluster_t *clusters = &g_array_index(painter->clusters, cairo_text_cluster_t, 0);
    for (uint32_t i = 0; i < word->count; i++) {
        const struct page_glyph *glyph = &word->glyphs[backward ? word->count - 1 - i : i];
        if (glyph->bytes == 0 && painter->clusters->len > 0)
            clusters[painter->clusters->len - 1].num_glyphs++;
        else
            clusters[painter->clusters->len++] = (cairo_text_cluster_t){.num_bytes = (int)glyph->bytes, .num_glyphs = 1};
    }
}

static void gather_text(struct painter *painter, const struct item *item)
{
    const struct page_text *text = item->text;
    guint count = 0;
    for (size_t i = 0; i < text->count; i++)
        count += text->words[i].count;
    g_array_set_size(painter->glyphs, count);
    g_array_set_size(painter->clusters, count);
    painter->glyphs->len = painter->clusters->len = 0; /* filled directly: there are very many */
    for (size_t i = 0; i < text->count; i++) {
        const struct page_word *word = &text->words[text->backward ? text->count - 1 - i : i];
        gather_word(painter, &text->words[i], item->x + text->words[i].x, item->y, text);
        gather_clusters(painter, word, text->backward);
    }
}

static void paint_text(struct painter *painter, cairo_t *cairo, const struct item *item)
{
    const struct page_text *text = item->text;
    gather_text(painter, item);
    if (painter->glyphs->len == 0)
        return;
    cairo_set_source_rgb(cairo, item->fill.red, item->fill.green, item->fill.blue);
    if (item->turned) {
        cairo_save(cairo);
        cairo_translate(cairo, item->x, item->y);
        cairo_rotate(cairo, G_PI_2);
        cairo_translate(cairo, -item->x, -item->y);
    }
    cairo_set_scaled_font(cairo, scaled_font(painter, cairo, text, item->turned));
    cairo_show_text_glyphs(
        cairo, text->text, (int)strlen(text->text), (const cairo_glyph_t *)(void *)painter->glyphs->data,
        (int)painter->glyphs->len, (const cairo_text_cluster_t *)(void *)painter->clusters->data,
        (int)painter->clusters->len, text->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    if (item->turned)
        cairo_restore(cairo);
}

/* ---- shapes ---- */

static void box_outline(cairo_t *cairo, const struct item *item)
{
    const double radius = MIN(item->radius, MIN(item->width, item->height) / 2);
    if (radius <= 0) {
        cairo_rectangle(cairo, item->x, item->y, item->width, item->height);
        return;
    }
    const double left = item->x + radius, right = item->x + item->width - radius;
    const double top = item->y + radius, bottom = item->y + item->height - radius;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right, top, radius, -G_PI_2, 0);
    cairo_arc(cairo, right, bottom, radius, 0, G_PI_2);
    cairo_arc(cairo, left, bottom, radius, G_PI_2, G_PI);
    cairo_arc(cairo, left, top, radius, G_PI, G_PI + G_PI_2);
    cairo_close_path(cairo);
}

static void ellipse_outline(cairo_t *cairo, const struct item *item)
{
    if (item->width <= 0 || item->height <= 0)
        return;
    cairo_matrix_t before;
    cairo_get_matrix(cairo, &before);
    cairo_translate(cairo, item->x + item->width / 2, item->y + item->height / 2);
    cairo_scale(cairo, item->width / 2, item->height / 2);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, 0, 0, 1, 0, 2 * G_PI);
    cairo_close_path(cairo);
    cairo_set_matrix(cairo, &before); /* the pen stays round */
}

static void path_outline(cairo_t *cairo, const struct item *item)
{
    for (size_t i = 0; i < item->step_count; i++) {
        const struct path_step *step = &item->steps[i];
        switch (step->kind) {
        case STEP_MOVE:
            cairo_move_to(cairo, step->x[0], step->y[0]);
            break;
        case STEP_LINE:
            cairo_line_to(cairo, step->x[0], step->y[0]);
            break;
        case STEP_CURVE:
            cairo_curve_to(cairo, step->x[0], step->y[0], step->x[1], step->y[1], step->x[2], step->y[2]);
            break;
        case STEP_CLOSE:
            cairo_close_path(cairo);
            break;
        }
    }
}

/* Fills and strokes the outline that stands in the context. */
static void paint_outline(cairo_t *cairo, const struct item *item)
{
    if (item->filled) {
        cairo_set_source_rgb(cairo, item->fill.red, item->fill.green, item->fill.blue);
        cairo_fill_preserve(cairo);
    }
    if (item->line_width > 0) {
        cairo_set_source_rgb(cairo, item->stroke.red, item->stroke.green, item->stroke.blue);
        cairo_set_line_width(cairo, item->line_width);
        cairo_set_line_cap(cairo, item->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cairo, item->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        const double dashes[] = {item->dash, item->gap > 0 ? item->gap : item->dash};
        cairo_set_dash(cairo, dashes, item->dash > 0 ? 2 : 0, 0);
        cairo_stroke_preserve(cairo);
    }
    cairo_new_path(cairo);
}

/* ---- pages ---- */

static void picture_destroy(gpointer picture)
{
    picture_free(picture);
}

static bool paint_image(struct painter *painter, cairo_t *cairo, const struct item *item)
{
    const struct page_image *image = item->image;
    struct picture *picture = g_hash_table_lookup(painter->pictures, image->bytes.data);
    if (!picture) {
        picture = picture_open(image, painter->grey, painter->diags);
        if (!picture)
            return false;
        g_hash_table_insert(painter->pictures, (gpointer)(uintptr_t)image->bytes.data, picture);
    }
    return picture_paint(picture, cairo, item->x, item->y, item->width, item->height, painter->diags);
}

static bool paint_item(struct painter *painter, cairo_t *cairo, const struct item *item)
{
    switch (item->kind) {
    case ITEM_TEXT:
        paint_text(painter, cairo, item);
        return true;
    case ITEM_IMAGE:
        return paint_image(painter, cairo, item);
    case ITEM_LINE:
        cairo_move_to(cairo, item->x, item->y);
        cairo_line_to(cairo, item->x + item->width, item->y + item->height);
        break;
    case ITEM_BOX:
        box_outline(cairo, item);
        break;
    case ITEM_ELLIPSE:
        ellipse_outline(cairo, item);
        break;
    case ITEM_PATH:
        path_outline(cairo, item);
        break;
    }
    paint_outline(cairo, item);
    return true;
}

struct painter *painter_new(unsigned uses, struct diags *diags)
{
    struct painter *painter = g_new0(struct painter, 1);
    painter->fonts = g_hash_table_new_full(font_key_hash, font_key_equal, g_free, font_free);
    painter->pictures = g_hash_table_new_full(NULL, NULL, NULL, picture_destroy);
    painter->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    painter->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    /* Letters stand where layout put them, not where a screen's pixels would like them. */
    painter->options = cairo_font_options_create();
    cairo_font_options_set_hint_style(painter->options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(painter->options, CAIRO_HINT_METRICS_OFF);
    painter->uses = uses;
    painter->diags = diags;
    return painter;
}

void painter_grey(struct painter *painter)
{
    painter->grey = true;
}

void painter_free(struct painter *painter)
{
    if (!painter)
        return;
    g_hash_table_destroy(painter->fonts);
    g_hash_table_destroy(painter->pictures);
    g_array_free(painter->glyphs, TRUE);
    g_array_free(painter->clusters, TRUE);
    cairo_font_options_destroy(painter->options);
    g_free(painter);
}

static bool paint_chunk(struct painter *painter, cairo_t *cairo, const struct chunk *chunk)
{
    bool painted = true;
    for (const struct item *item = chunk->first; item != chunk->end; item = item->next)
        if ((item->hidden_in & painter->uses) == 0)
            painted = paint_item(painter, cairo, item) && painted;
    return painted;
}

static bool paint(struct painter *painter, cairo_t *cairo, const struct page *page, bool marked)
{
    bool painted = true;
    struct chunk chunk = chunk_first(page);
    while (chunk_next(&chunk, painter->uses) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS) {
        if (marked)
            cairo_tag_begin(cairo, chunk_mark, NULL);
        painted = paint_chunk(painter, cairo, &chunk) && painted;
        if (marked)
            cairo_tag_end(cairo, chunk_mark);
    }
    const cairo_status_t status = cairo_status(cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        return painted;
    diags_report(painter->diags, DIAG_ERROR, (struct position){0}, "internal", NULL,
                 "page \"%s\" cannot be painted: %s", page->label, cairo_status_to_string(status));
    return false;
}

bool painter_paint(struct painter *painter, cairo_t *cairo, const struct page *page)
{
    return paint(painter, cairo, page, false);
}

bool painter_paint_marked(struct painter *painter, cairo_t *cairo, const struct page *page)
{
    return paint(painter, cairo, page, true);
}
