#include "pdf/marks.h"

#include <string.h>

#include "pdf/chunk.h"
#include "pdf/content.h"
#include "pdf/structure_parts.h"

struct marking {
    const struct structure *structure;
    size_t page;
    unsigned uses;
    struct chunk chunk; /* that is open, or was last */
    int depth;          /* of marked content: 1 in a chunk, more in what cairo marks itself */
    int number;         /* of text chunks so far: the next MCID */
    bool good;
};

static bool begins(const struct content_operator *operator)
{
    return content_is(operator, "BDC") || content_is(operator, "BMC");
}

static void append_start(struct marking *marking, GString *to)
{
    static const char *const furniture[] = {[TAG_HEAD] = "Header", [TAG_FOOT] = "Footer"};
    static const char *const edges[] = {[TAG_HEAD] = "Top", [TAG_FOOT] = "Bottom"};
    const struct page_tag *tag = marking->chunk.tag;
    if (chunk_is_text(&marking->chunk)) {
        const struct structure_node *node = g_ptr_array_index(marking->structure->marked[marking->page], marking->number);
        g_string_append_printf(to, "/%s <</MCID %d>> BDC", structure_type(node), marking->number++);
    } else if (tag) {
        g_string_append_printf(to, "/Artifact <</Type/Pagination/Subtype/%s/Attached[/%s]>> BDC", furniture[tag->role], edges[tag->role]);
    } else {
        g_string_append(to, "/Artifact <</Type/Layout>> BDC");
    }
}

/* One operator; the first of a chunk is replaced. */
static void mark(struct marking *marking, const struct content_operator *operator, GString *to)
{
    if (begins(operator) && marking->depth++ == 0) {
        marking->good = marking->good && chunk_next(&marking->chunk, marking->uses);
        if (marking->good)
            append_start(marking, to);
        return;
    }
    if (content_is(operator, "EMC"))
        marking->depth--;
    marking->good = marking->good && marking->depth >= 0 && (marking->depth > 0 || !content_paints(operator));
    g_string_append_len(to, operator->whole.data, (gssize)operator->whole.length);
}

bool marks_rewrite(const struct structure *structure, size_t page, unsigned uses, struct bytes content, GString *rewritten)
{
    struct marking marking = {.structure = structure, .page = page, .uses = uses, .good = true,
                              .chunk = chunk_first(&structure->pages->page[page])};
    struct content reading = content_open(content);
    struct content_operator operator;
    while (content_next(&reading, &operator)) {
        mark(&marking, &operator, rewritten);
        g_string_append_c(rewritten, '\n');
    }
    return marking.good && !reading.broken && marking.depth == 0 && !chunk_next(&marking.chunk, uses);
}
