/* index: the marks of the text become the sorted entries that both back ends print. */
#include <glib.h>
#include <string.h>

#include "base/text.h"
#include "book/collate.h"
#include "book/prepare.h"

/* ---- ids, before anchors are gathered ---- */

struct marking {
    struct book *book;
    struct diags *diags;
    int marks;
    const struct block *index; /* the first one */
};

/* A display page (a copyright page) shows its title nowhere: nothing can point there. */
static bool is_shown(const struct chapter *chapter, const struct block *block)
{
    return block || chapter->role == CHAPTER_PLAIN;
}

static void mark_span(void *closure, const struct chapter *chapter, const struct block *block,
                      const struct span *visited)
{
    struct marking *marking = closure;
    struct span *span = (struct span *)visited; /* book_prepare's caller lends the book to be changed */
    if (span->kind == SPAN_INDEX && !span->see && is_shown(chapter, block))
        span->id = arena_printf(marking->book->arena, "ix.%d", ++marking->marks);
}

static void mark_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    struct marking *marking = closure;
    (void)chapter;
    if (block->kind != BLOCK_INDEX)
        return;
    if (marking->index) {
        diags_report(marking->diags, DIAG_ERROR, block->at, "index-twice", "keep one ::index",
                     "the index is printed already: %s:%d", marking->index->at.file, marking->index->at.line);
        return;
    }
    marking->index = block;
    if (!block->id)
        ((struct block *)block)->id = "index.0";
}

void prepare_marks(struct book *book, struct diags *diags)
{
    struct marking marking = {.book = book, .diags = diags};
    book_each_span(book, mark_span, &marking);
    book_each_block(book, mark_block, &marking);
}

/* ---- gathering ---- */

/* What an entry, or the target of a "see", is sorted by. */
struct key {
    char *sort, *fold;
};

struct mark {
    const struct span *span;
    const struct anchor *anchor; /* NULL: it is no place */
    struct key term, sub;        /* sub is empty without one */
    size_t order;                /* in the book */
};

/* A "see" whose entry is not known yet. */
struct pending {
    struct index_see *see;
    const struct span *span;
};

struct gathering {
    struct book *book;
    struct diags *diags;
    GArray *marks;      /* struct mark, sorted */
    GArray *pending;    /* struct pending */
    GHashTable *terms;  /* fold -> struct index_entry; the keys are those of marks */
    GPtrArray *names;   /* terms, for hints */
    struct anchor here; /* the INDEX; block NULL: there is none */
    int entries, unknown;
};

static struct key key_of(const struct book *book, const char *term)
{
    return (struct key){collate_key(term ? term : "", book->about.lang), collate_fold(term ? term : "")};
}

static void key_free(struct key *key)
{
    g_free(key->sort);
    g_free(key->fold);
}

static int key_compare(const struct key *left, const struct key *right)
{
    const int order = strcmp(left->sort, right->sort);
    return order ? order : strcmp(left->fold, right->fold);
}

static void gather_span(void *closure, const struct chapter *chapter, const struct block *block,
                        const struct span *span)
{
    struct gathering *gathering = closure;
    (void)chapter, (void)block;
    if (span->kind != SPAN_INDEX)
        return;
    struct mark mark = {.span = span, .order = gathering->marks->len};
    mark.anchor = span->id ? book_find_anchor(gathering->book, span->id) : NULL;
    mark.term = key_of(gathering->book, span->text);
    mark.sub = key_of(gathering->book, span->sub);
    g_array_append_val(gathering->marks, mark);
}

static void gather_block(void *closure, const struct chapter *chapter, const struct block *block)
{
    struct gathering *gathering = closure;
    if (block->kind == BLOCK_INDEX && !gathering->here.block)
        gathering->here = (struct anchor){block->id, chapter, block};
}

/* By term; the term's own marks before those of its sub-entries; then in the book's order. */
static int by_term(const void *left, const void *right)
{
    const struct mark *a = left, *b = right;
    int order = key_compare(&a->term, &b->term);
    if (!order)
        order = (a->span->sub != NULL) - (b->span->sub != NULL);
    if (!order)
        order = key_compare(&a->sub, &b->sub);
    return order ? order : a->order < b->order ? -1 : 1;
}

static int by_sort(const void *left, const void *right)
{
    return key_compare(left, right);
}

static const struct mark *mark_at(const struct gathering *gathering, guint at)
{
    return &g_array_index(gathering->marks, struct mark, at);
}

/* ---- entries ---- */

/* A run of marks: those from `from` to `end`. */
struct run {
    guint from, end;
};

static const struct anchor *const *places_of(struct gathering *gathering, struct run run, size_t *count)
{
    const struct anchor **places =
        ARENA_ARRAY(gathering->book->arena, const struct anchor *, run.end - run.from + 1);
    *count = 0;
    for (guint i = run.from; i < run.end; i++)
        if (mark_at(gathering, i)->anchor)
            places[(*count)++] = mark_at(gathering, i)->anchor;
    return places;
}

/* The terms that the marks of a run send to, each once. */
static const struct index_see *sees_of(struct gathering *gathering, struct run run)
{
    struct target {
        struct key key; /* first: by_sort reads it */
        const struct span *span;
    };
    const struct index_see *first = NULL, **end = &first;
    GArray *targets = g_array_new(FALSE, FALSE, sizeof(struct target));
    for (guint i = run.from; i < run.end; i++) {
        const struct span *span = mark_at(gathering, i)->span;
        if (!span->see)
            continue;
        const struct target target = {key_of(gathering->book, span->see), span};
        g_array_append_val(targets, target);
    }
    g_array_sort(targets, by_sort);
    for (guint i = 0; i < targets->len; i++) {
        struct target *target = &g_array_index(targets, struct target, i);
        if (i == 0 || key_compare(&target->key, &target[-1].key) != 0) {
            struct index_see *see = ARENA_NEW(gathering->book->arena, struct index_see);
            see->term = target->span->see;
            const struct pending pending = {see, target->span};
            g_array_append_val(gathering->pending, pending);
            *end = see;
            end = &see->next;
        }
    }
    for (guint i = 0; i < targets->len; i++)
        key_free(&g_array_index(targets, struct target, i).key);
    g_array_free(targets, TRUE);
    return first;
}

/* The spelling of the mark that comes first in the book. */
static const char *spelling(const struct gathering *gathering, struct run run, bool sub)
{
    const struct mark *first = mark_at(gathering, run.from);
    for (guint i = run.from; i < run.end; i++)
        if (mark_at(gathering, i)->order < first->order)
            first = mark_at(gathering, i);
    return sub ? first->span->sub : first->span->text;
}

static struct index_entry *entry_of(struct gathering *gathering, struct run run, struct run own, bool sub)
{
    struct index_entry *entry = ARENA_NEW(gathering->book->arena, struct index_entry);
    entry->term = spelling(gathering, run, sub);
    entry->places = places_of(gathering, own, &entry->place_count);
    entry->see = sees_of(gathering, own);
    return entry;
}

static const struct index_entry *sub_entries(struct gathering *gathering, struct run run)
{
    const struct index_entry *first = NULL, **end = &first;
    for (guint from = run.from, to; from < run.end; from = to) {
        const struct mark *mark = mark_at(gathering, from);
        for (to = from; to < run.end && key_compare(&mark->sub, &mark_at(gathering, to)->sub) == 0;)
            to++;
        const struct run own = {from, to};
        struct index_entry *entry = entry_of(gathering, own, own, true);
        *end = entry;
        end = &entry->next;
    }
    return first;
}

static struct index_entry *top_entry(struct gathering *gathering, struct run run)
{
    struct arena *arena = gathering->book->arena;
    const struct mark *mark = mark_at(gathering, run.from);
    struct run own = {run.from, run.from};
    while (own.end < run.end && !mark_at(gathering, own.end)->span->sub)
        own.end++;
    struct index_entry *entry = entry_of(gathering, run, own, false);
    entry->initial = collate_initial(arena, mark->term.sort);
    entry->below = sub_entries(gathering, (struct run){own.end, run.end});
    gathering->entries++;
    if (gathering->here.block) {
        struct anchor *anchor = arena_copy(arena, &gathering->here, sizeof gathering->here);
        anchor->id = arena_printf(arena, "index.%d", gathering->entries);
        entry->anchor = anchor;
    }
    g_hash_table_insert(gathering->terms, mark->term.fold, entry);
    g_ptr_array_add(gathering->names, (gpointer)entry->term);
    return entry;
}

static void make_entries(struct gathering *gathering)
{
    const struct index_entry **end = &gathering->book->index;
    for (guint from = 0, to; from < gathering->marks->len; from = to) {
        const struct mark *mark = mark_at(gathering, from);
        for (to = from;
             to < gathering->marks->len && key_compare(&mark->term, &mark_at(gathering, to)->term) == 0;)
            to++;
        struct index_entry *entry = top_entry(gathering, (struct run){from, to});
        *end = entry;
        end = &entry->next;
    }
}

/* ---- where "see" leads ---- */

/* Looking through all terms takes its time: who has so many wrong ones gets along without more hints. */
enum { HINTS_AT_MOST = 100 };

static void report_unknown(struct gathering *gathering, const struct span *span)
{
    const char *const *names = (const char *const *)(void *)gathering->names->pdata;
    const bool hinted = gathering->unknown++ < HINTS_AT_MOST;
    const char *near = hinted ? text_nearest(span->see, names, gathering->names->len) : NULL;
    diags_report(gathering->diags, DIAG_WARNING, span->at, "index-see",
                 near ? arena_printf(gathering->book->arena, "did you mean \"%s\"?", near)
                      : "mark a place with the term, or name another",
                 "the index has no entry \"%s\"", span->see);
}

static void resolve_see(struct gathering *gathering, const struct pending *pending)
{
    const struct span *span = pending->span;
    char *fold = collate_fold(span->see), *own = collate_fold(span->text);
    const struct index_entry *entry = g_hash_table_lookup(gathering->terms, fold);
    pending->see->entry = entry;
    if (!entry)
        report_unknown(gathering, span);
    else if (strcmp(fold, own) == 0)
        diags_report(gathering->diags, DIAG_WARNING, span->at, "index-see", "name another term",
                     "the entry \"%s\" sends the reader to itself", span->text);
    if (entry)
        pending->see->term = entry->term;
    g_free(fold);
    g_free(own);
}

void prepare_index(struct book *book, struct diags *diags)
{
    struct gathering gathering = {.book = book, .diags = diags};
    gathering.marks = g_array_new(FALSE, FALSE, sizeof(struct mark));
    gathering.pending = g_array_new(FALSE, FALSE, sizeof(struct pending));
    gathering.terms = g_hash_table_new(g_str_hash, g_str_equal);
    gathering.names = g_ptr_array_new();
    book->index = NULL;
    book_each_span(book, gather_span, &gathering);
    book_each_block(book, gather_block, &gathering);
    g_array_sort(gathering.marks, by_term);
    make_entries(&gathering);
    for (guint i = 0; i < gathering.pending->len; i++)
        resolve_see(&gathering, &g_array_index(gathering.pending, struct pending, i));
    if (gathering.here.block && !book->index)
        diags_report(diags, DIAG_WARNING, gathering.here.block->at, "index-empty",
                     "mark places in the text with :index[term]", "the index has no entries");
    for (guint i = 0; i < gathering.marks->len; i++) {
        key_free(&g_array_index(gathering.marks, struct mark, i).term);
        key_free(&g_array_index(gathering.marks, struct mark, i).sub);
    }
    g_array_free(gathering.marks, TRUE);
    g_array_free(gathering.pending, TRUE);
    g_hash_table_destroy(gathering.terms);
    g_ptr_array_free(gathering.names, TRUE);
}
