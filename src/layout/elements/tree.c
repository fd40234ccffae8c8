/* tree: questions in boxes down the left, answers as arrows: straight down to the next question, or to
 * the right to what the answer comes to. Nothing crosses, so that a path can be traced with a pen. */
#include <glib.h>
#include <string.h>

#include "layout/elements/kit.h"

/* Of the width: an arrow to the right; of the rest, a question. */
static const double ARROW_PART = 0.142, LEAST_ARROW = 46, MOST_ARROW = 66, QUESTION_PART = 0.58;
static const double PAD_X = 9, LEAF_GAP = 8, DOWN_ARROW = 34, HEAD_ROOM = 8;
enum { MOST_ANSWERS = 2 };

/* The ways to set a tree, from the loosest: smaller where the page has no room. */
static const struct way {
    enum role role;
    double pad, down; /* in a box above and below the words; the least arrow down */
} ways[] = {{ROLE_PROMPT, 7, 27}, {ROLE_PROMPT, 4, 25}, {ROLE_HELP, 4, 22}};

struct answer {
    const char *word;            /* "Yes" */
    const struct span *spans;    /* of a leaf */
    int target;                  /* number of the question it leads to; 0: a leaf */
    const struct setting *words; /* of the leaf, or "go to 4" */
    double height;               /* of the leaf's box */
};

struct question {
    int number;
    const struct span *spans;
    const struct setting *words, *label; /* label: its number, or NULL */
    struct answer answers[MOST_ANSWERS];
    size_t count;
    const struct answer *down; /* the answer whose arrow goes down, or NULL */
    double box, side, height;  /* of its box; of the leaves at the side; of the row, which holds both */
};

struct tree {
    const struct way *way;
    struct question *questions;
    size_t count;
    bool numbered;
    double question, label; /* widths: of a box, of the numbers in it */
    double arrow, leaf;     /* from box to leaf, of a leaf's box */
};

/* ---- reading ---- */

/* The first answer is yes, the second no; one that leads to a question has its number. */
static struct answer answer_read(struct setter *setter, const struct block *item, size_t index)
{
    static const enum word words[] = {WORD_YES, WORD_NO};
    return (struct answer){
        .word = words_get(setter->words, words[index]), .spans = item_spans(item), .target = item->number};
}

static void question_read(struct setter *setter, const struct block *item, struct question *question)
{
    question->spans = item_spans(item);
    const struct block *answer = block_items(item);
    for (; answer && question->count < MOST_ANSWERS; answer = answer->next, question->count++)
        question->answers[question->count] = answer_read(setter, answer, question->count);
}

/* Which answer goes down: the one that leads to the next question; after the last, the one called as those
 * before were. */
static void choose_down(struct tree *tree, size_t index)
{
    struct question *question = &tree->questions[index];
    const char *usual = NULL;
    for (size_t i = index; i > 0 && !usual; i--)
        if (tree->questions[i - 1].down)
            usual = tree->questions[i - 1].down->word;
    const bool last = index + 1 == tree->count;
    for (size_t i = 0; i < question->count; i++) {
        const struct answer *answer = &question->answers[i];
        const bool next = answer->target == question->number + 1 && !last;
        const bool ends = last && (!usual || strcmp(answer->word, usual) == 0);
        if (!question->down && (next || ends))
            question->down = answer;
    }
    if (last && !question->down && question->count)
        question->down = &question->answers[0];
}

/* ---- measuring ---- */

/* Gaps to write in keep their wide lines. */
static const struct setting *words_set(struct setter *setter, const struct tree *tree,
                                       const struct span *spans, double width)
{
    const enum role role = words_role(spans);
    return set_spans(setter, spans, role == ROLE_PROMPT ? tree->way->role : role, width, ALIGN_LEFT);
}

static void answer_set(struct setter *setter, const struct tree *tree, const struct question *question,
                       struct answer *answer)
{
    const bool next = answer == question->down && question->number < tree->questions[tree->count - 1].number;
    const double width = (answer == question->down ? tree->question : tree->leaf) - 2 * PAD_X;
    if (next)
        return;
    if (answer->target) {
        char *words = g_strdup_printf(words_get(setter->words, WORD_GO_TO), answer->target);
        answer->words = set_text(setter, words, tree->way->role, width, ALIGN_LEFT);
        g_free(words);
    } else {
        answer->words = words_set(setter, tree, answer->spans, width);
    }
    answer->height = setting_height(answer->words) + 2 * tree->way->pad;
}

static void question_set(struct setter *setter, struct tree *tree, struct question *question)
{
    const double width = tree->question - 2 * PAD_X - tree->label;
    question->words = words_set(setter, tree, question->spans, width);
    if (tree->numbered)
        question->label =
            set_spans(setter, strong_text(setter, arena_printf(setter->arena, "%d", question->number)),
                      tree->way->role, tree->label, ALIGN_LEFT);
    question->box = setting_height(question->words) + 2 * tree->way->pad;
    double side = 0;
    size_t leaves = 0;
    for (size_t i = 0; i < question->count; i++) {
        struct answer *answer = &question->answers[i];
        answer_set(setter, tree, question, answer);
        if (answer != question->down)
            side += answer->height + (leaves++ ? LEAF_GAP : 0);
    }
    question->side = side;
    if (leaves > 1)
        question->box = MAX(question->box, side); /* each arrow meets the middle of its leaf */
    question->height = MAX(question->box, side);
}

static struct tree tree_make(struct setter *setter, const struct block *block, double width,
                             const struct way *way)
{
    struct tree tree = {.way = way, .count = block_items_count(block)};
    const struct block *list = block_list(block);
    /* Questions that do not begin with the first are the rest of a tree: others send to them. */
    tree.numbered = element_flag(block->element, "numbers") || (list->list && list->list->start > 1);
    tree.questions = ARENA_ARRAY(setter->arena, struct question, tree.count);
    size_t i = 0;
    for (const struct block *item = block_items(block); item; item = item->next, i++) {
        tree.questions[i].number = (list->list && list->list->ordered ? list->list->start : 1) + (int)i;
        question_read(setter, item, &tree.questions[i]);
    }
    for (i = 0; i < tree.count; i++) {
        choose_down(&tree, i);
        /* Whoever is sent to question 4 must find it. */
        for (size_t k = 0; k < tree.questions[i].count; k++) {
            const struct answer *answer = &tree.questions[i].answers[k];
            tree.numbered |= answer->target && (answer != tree.questions[i].down || i + 1 == tree.count);
        }
    }
    tree.arrow = CLAMP(width * ARROW_PART, LEAST_ARROW, MOST_ARROW);
    tree.question = (width - tree.arrow) * QUESTION_PART;
    tree.leaf = width - tree.question - tree.arrow;
    tree.label = tree.numbered ? 18 : 0;
    for (i = 0; i < tree.count; i++)
        question_set(setter, &tree, &tree.questions[i]);
    return tree;
}

/* With arrows down of this length; *arrows is their number. */
static double tree_height(const struct tree *tree, double down, int *arrows)
{
    double height = 2;
    *arrows = 0;
    for (size_t i = 0; i < tree->count; i++) {
        const struct question *question = &tree->questions[i];
        const bool last = i + 1 == tree->count;
        height += question->height;
        *arrows += !last || question->down ? 1 : 0;
        height += last && question->down ? question->down->height : 0;
    }
    return height + *arrows * down;
}

struct extent tree_measure(struct setter *setter, const struct block *block, double width)
{
    const struct way *tightest = &ways[G_N_ELEMENTS(ways) - 1];
    const struct tree tree = tree_make(setter, block, width, ways),
                      least = tree_make(setter, block, width, tightest);
    int arrows;
    return extent_make(setter, block, width, tree_height(&least, tightest->down, &arrows),
                       tree_height(&tree, DOWN_ARROW, &arrows), true);
}

/* ---- drawing ---- */

static void leaf_draw(const struct canvas *on, const struct answer *answer, double x, double y, double width)
{
    if (!answer->target) /* not an end, only a way to another question: stays white */
        draw_panel(on, (struct area){x, y, width, answer->height}, 8);
    page_add(on->setter->arena, on->page,
             (struct item){.kind = ITEM_BOX,
                           .x = x,
                           .y = y,
                           .width = width,
                           .height = answer->height,
                           .radius = 8,
                           .line_width = draw_weight,
                           .stroke = draw_ink(on->setter->style)});
    setting_paint(on->setter, on->page, answer->words, x + PAD_X,
                  y + (answer->height - setting_height(answer->words)) / 2);
}

/* The box to tick on an answer's arrow, its top left at x, y; on white, so that the arrow does not show
 * through. */
static void mark_draw(struct blanks *blanks, const struct question *question, const struct answer *answer,
                      double x, double y)
{
    struct setter *setter = blanks->on->setter;
    const struct area box = {x, y, setter->style->check_size, setter->style->check_size};
    const char *text = spans_text(setter->arena, question->spans);
    draw_card(blanks->on, box, 1.5);
    blank_next(blanks, FIELD_CHECK, box, arena_printf(setter->arena, "%s %s", text, answer->word));
}

static void side_arrow(struct blanks *blanks, const struct tree *tree, const struct question *question,
                       const struct answer *answer, double y)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double from = on->x + tree->question, check = setter->style->check_size, start = from + 7;
    draw_arrow(on, from + 0.5, y, from + tree->arrow - 2, y, setter->style->accent);
    mark_draw(blanks, question, answer, start, y - check / 2);
    const struct setting *word = set_text(setter, answer->word, ROLE_HELP, tree->arrow, ALIGN_LEFT);
    setting_paint(setter, on->page, word, start + check + 4, y - 1 - setting_height(word));
}

static void down_arrow(struct blanks *blanks, const struct tree *tree, const struct question *question,
                       double y, double end)
{
    const struct canvas *on = blanks->on;
    struct setter *setter = on->setter;
    const double x = on->x + tree->question / 4, check = setter->style->check_size;
    const double top = y + MAX((end - y - HEAD_ROOM - check) / 2, 1);
    draw_arrow(on, x, y + 0.5, x, end - 2, setter->style->accent);
    mark_draw(blanks, question, question->down, x - check / 2, top);
    const struct setting *word =
        set_text(setter, question->down->word, ROLE_HELP, tree->question, ALIGN_LEFT);
    paint_centred(on, word, x + check / 2 + 5, top + check / 2);
}

static void question_box(const struct canvas *on, const struct tree *tree, const struct question *question,
                         double top)
{
    struct setter *setter = on->setter;
    const double half = draw_weight / 2, words = top + (question->box - setting_height(question->words)) / 2;
    draw_card(on, (struct area){on->x + half, top, tree->question - half, question->box}, draw_corner);
    if (question->label)
        setting_paint(setter, on->page, question->label, on->x + PAD_X, words);
    setting_paint(setter, on->page, question->words, on->x + PAD_X + tree->label, words);
}

/* One question in a row with its top at y; the arrow down, if any, ends at `end`. Its answers are marked in
 * their order, then come the leaves: fields are read so too. */
static void question_draw(struct blanks *blanks, const struct tree *tree, const struct question *question,
                          double y, double end)
{
    const struct canvas *on = blanks->on;
    const double top = y + (question->height - question->box) / 2;
    const double first = y + (question->height - question->side) / 2;
    double leaf = first;
    question_box(on, tree, question, top);
    for (size_t i = 0; i < question->count; i++) {
        const struct answer *answer = &question->answers[i];
        if (answer == question->down) {
            down_arrow(blanks, tree, question, top + question->box, end);
        } else {
            side_arrow(blanks, tree, question, answer, leaf + answer->height / 2);
            leaf += answer->height + LEAF_GAP;
        }
    }
    leaf = first;
    for (size_t i = 0; i < question->count; i++) {
        const struct answer *answer = &question->answers[i];
        if (answer == question->down)
            continue;
        leaf_draw(on, answer, on->x + tree->question + tree->arrow, leaf, tree->leaf);
        leaf += answer->height + LEAF_GAP;
    }
}

void tree_draw(const struct canvas *canvas, const struct block *block)
{
    const struct canvas below = prompt_draw(canvas, block);
    struct tree tree = {.way = NULL};
    int arrows = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        tree = tree_make(canvas->setter, block, canvas->width, &ways[i]);
        if (tree_height(&tree, ways[i].down, &arrows) <= below.height + 0.01)
            break;
    }
    const double height = tree_height(&tree, 0, &arrows);
    const double length = arrows ? MAX((below.height - height) / arrows, tree.way->down) : 0;
    struct blanks blanks = {canvas, block, 0};
    double y = below.y + 1;
    for (size_t i = 0; i < tree.count; i++) {
        const struct question *question = &tree.questions[i];
        const bool last = i + 1 == tree.count;
        const double next = last ? 0 : (question[1].height - question[1].box) / 2;
        question_draw(&blanks, &tree, question, y, y + question->height + length + next);
        y += question->height + length;
        if (last && question->down)
            leaf_draw(canvas, question->down, canvas->x + 0.5, y, tree.question - 0.5);
    }
}
