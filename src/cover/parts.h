/* parts: front, spine and back, each painted into its area of a sheet.
 *
 * Private to cover/. In: a setter whose style is the book's. Out: items on the page, on a ground that is there
 * already. Points. `scale` is the size of things against the front of 400 by 640 points for which they are designed. */
#ifndef COVER_PARTS_H
#define COVER_PARTS_H

#include "cover/wrap.h"
#include "layout/setter.h"

/* How large things are on a front of this size. */
double front_scale(double width, double height);

/* From the edges of front and back to what stands on them, and how high the band along their head is. */
double cover_margin(double scale);
double cover_band(double scale);

/* Makes a role's letters larger or smaller. */
void look_scale(struct look *look, double by);

/* Sets a text in lines of about one length, so that no word is left alone on the last one. */
const struct setting *set_even(struct setter *setter, const char *text, enum role role, double width);

/* The text, or about so many bytes of it: what is far too long is not even measured. */
const char *text_beginning(struct setter *setter, const char *text, size_t bytes);

/* The width of its longest word. */
double longest_word(struct setter *setter, const char *text, enum role role);

/* A short rule in the accent colour, where the lines of a column begin. */
void paint_rule(struct setter *setter, struct page *page, double x, double y, double width, double scale);

/* Title, subtitle, art and author. */
void front_paint(struct setter *setter, struct page *page, struct area area);

/* The author's finished cover: over all of the front and its bleed, where that takes away no more than a narrow edge
 * of it; otherwise whole, and told (cover-shape). */
void finished_paint(struct setter *setter, struct page *page, const struct wrap *wrap);

/* Title and author, head to foot; nothing where there is no room for them. */
void spine_paint(struct setter *setter, struct page *page, const struct wrap *wrap);

/* What the book promises and what is in it, above the barcode's area; told where there is no room for all
 * (cover-text). */
void back_paint(struct setter *setter, struct page *page, const struct wrap *wrap);

/* What the barcode's area has. */
void barcode_paint(struct setter *setter, struct page *page, struct area area);

#endif
