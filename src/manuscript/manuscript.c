#include "manuscript/manuscript.h"

#include "manuscript/chapters.h"
#include "manuscript/config.h"
#include "manuscript/reader.h"
#include "manuscript/summary.h"

/* SUMMARY.md; NULL, reported, when there is none or it cannot be read. *missing tells the two apart. The
 * report of a missing one must outlive the arena, so it borrows the caller's `folder`. */
static struct source *read_summary(struct reader *reader, const char *folder, bool *missing)
{
    enum file_result result;
    struct source *source = source_read(reader->arena, reader->diags, reader->folder, "SUMMARY.md", &result);
    *missing = result == FILE_MISSING || result == FILE_OUTSIDE;
    if (*missing)
        diags_report(reader->diags, DIAG_ERROR, (struct position){folder, 0, 0}, "summary-missing",
                     "a manuscript is a folder with a SUMMARY.md that lists its chapters",
                     "there is no SUMMARY.md in it");
    return source;
}

struct book *manuscript_read(const char *folder, struct diags *diags)
{
    struct arena *arena = arena_new();
    struct book *book = ARENA_NEW(arena, struct book);
    struct reader reader = {
        .arena = arena, .diags = diags, .book = book, .folder = arena_string(arena, folder)};
    bool missing;
    book->arena = arena;
    struct source *source = read_summary(&reader, folder, &missing);
    if (missing) {
        arena_free(arena);
        return NULL;
    }
    reader.images = g_hash_table_new(g_str_hash, g_str_equal);
    reader.last_image = &book->images;
    config_read(&reader);
    const char *title = NULL;
    struct entry *entries = source ? summary_read(&reader, source, &title) : NULL;
    config_finish(&reader, title);
    chapters_build(&reader, entries);
    g_hash_table_destroy(reader.images);
    return book;
}
