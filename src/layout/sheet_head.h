/* sheet_head: what stands around the blanks of a worksheet.
 *
 * The band at its head, the strip of instructions, the card of a worked example, the line at its
 * foot. Points; what is made belongs to the setter's arena. */
#ifndef LAYOUT_SHEET_HEAD_H
#define LAYOUT_SHEET_HEAD_H

#include "layout/flow.h"

struct sheet_head;

/* Number, title, icons with words, purpose. */
struct sheet_head *sheet_head_set(struct setter *setter, const struct block *sheet, double width);
double sheet_head_height(const struct sheet_head *head);

/* Takes title and purpose, each or NULL, out of a head that they make too high. */
void sheet_head_take_words(struct sheet_head *head, struct setting **title, struct setting **purpose);

/* Paints it from y down; returns where the sheet's content begins. */
double sheet_head_paint(const struct sheet_head *head, struct page *page, double x, double y);

/* The instructions, side by side where there is room. */
double sheet_steps_height(struct setter *setter, const struct block *steps, double width);
void sheet_steps_paint(struct setter *setter, struct page *page, const struct block *steps, const struct frame *frame, double y,
                       double width);

/* The tinted card behind a worked example. */
void sheet_card_paint(struct setter *setter, struct page *page, double x, double y, double width, double height);

/* "Word: ", in bold, before spans. */
const struct span *labelled_spans(struct setter *setter, const char *word, struct span *spans);

/* "Then: ...", beside the way back to the chapter; or NULL. */
struct setting *sheet_then_set(struct setter *setter, const struct block *sheet, double width);

/* It, or NULL, and the way back. */
void sheet_foot_paint(struct setter *setter, struct page *page, const struct setting *then, const struct chapter *chapter, double x,
                      double y, double width);

#endif
