#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "book/words.h"
#include "manuscript/clean.h"
#include "manuscript/config.h"
#include "manuscript/config_keys.h"

/* The moment of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), in UTC; NULL. */
static const char *epoch_moment(struct arena *arena)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    gint64 seconds;
    if (!text || !g_ascii_string_to_signed(text, 10, 0, G_GINT64_CONSTANT(253402300799), &seconds, NULL))
        return NULL;
    GDateTime *time = g_date_time_new_from_unix_utc(seconds);
    const char *moment = arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year(time),
                                      g_date_time_get_month(time), g_date_time_get_day_of_month(time),
                                      g_date_time_get_hour(time), g_date_time_get_minute(time),
                                      g_date_time_get_second(time));
    g_date_time_unref(time);
    return moment;
}

/* A version 5 UUID of title and authors (RFC 4122, 4.3), in the namespace for URLs: stable as long as they
 * are. */
static const char *derived_identifier(struct arena *arena, const struct metadata *about)
{
    static const guchar namespace[16] = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                         0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    guint8 digest[20];
    gsize length = sizeof digest;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, namespace, sizeof namespace);
    g_checksum_update(sum, (const guchar *)about->title, (gssize)strlen(about->title));
    for (const struct author *author = about->authors; author; author = author->next) {
        g_checksum_update(sum, (const guchar *)"\n", 1);
        g_checksum_update(sum, (const guchar *)author->name, (gssize)strlen(author->name));
    }
    g_checksum_get_digest(sum, digest, &length);
    g_checksum_free(sum);
    digest[6] = (guint8)((digest[6] & 0x0F) | 0x50);
    digest[8] = (guint8)((digest[8] & 0x3F) | 0x80);
    GString *text = g_string_new("urn:uuid:");
    for (int i = 0; i < 16; i++)
        g_string_append_printf(text, "%s%02x", i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "", digest[i]);
    const char *kept = arena_string(arena, text->str);
    g_string_free(text, TRUE);
    return kept;
}

static void finish_date(struct reader *reader, struct position at)
{
    struct metadata *about = &reader->book->about;
    about->modified = epoch_moment(reader->arena);
    if (about->modified)
        about->date = arena_substring(reader->arena, about->modified, strlen("2000-01-01"));
    if (about->date)
        return;
    about->date = "2000-01-01";
    if (reader->config_failed)
        return;
    diags_report(reader->diags, DIAG_WARNING, at, "date-missing", "add a line to book.yaml: date: 2026-05-31",
                 "the book has no date; %s is used", about->date);
}

void config_finish(struct reader *reader, const char *title)
{
    struct book *book = reader->book;
    struct metadata *about = &book->about;
    const struct position at = {source_shown(reader->arena, reader->folder, "book.yaml"), 0, 0};
    if (!about->title) {
        char *path = g_build_filename(reader->folder, "book.yaml", NULL);
        if (!reader->config_failed && (g_file_test(path, G_FILE_TEST_EXISTS) || !title))
            diags_report(reader->diags, DIAG_ERROR, at, "title-missing",
                         "add a line to book.yaml: title: My Book", "the book has no title");
        g_free(path);
        about->title = title ? title : "Untitled";
    }
    finish_date(reader, at);
    if (!about->modified) /* a clock would give other bytes each time */
        about->modified = arena_printf(reader->arena, "%sT00:00:00Z", about->date);
    if (about->position && !about->collection)
        diags_report(reader->diags, DIAG_ERROR, at, "series-missing", "name it: belongs-to-collection: ...",
                     "group-position says which book of a series this is, but not of which");
    if (!about->identifier)
        about->identifier = derived_identifier(reader->arena, about);
    if (!about->output_name)
        about->output_name = text_file_name(reader->arena, about->title, "book");
    cover_finish(reader, at);
    if (!book->cover.alt)
        book->cover.alt = arena_printf(reader->arena, "%s: %s",
                                       words_get(words_find(about->lang), WORD_COVER), about->title);
}
