#include "epub/zip.h"

#include <zip.h>

static const char media_type[] = "application/epub+zip";

/* 1980-01-01 00:00:00 in MS-DOS form. */
enum { FIRST_DATE = (1 << 5) | 1, FIRST_TIME = 0 };

static bool add(zip_t *zip, const struct zip_entry *entry)
{
    zip_source_t *source = zip_source_buffer(zip, entry->bytes.data, entry->bytes.length, 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(zip, entry->name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const zip_int32_t method = entry->packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    return zip_set_file_compression(zip, (zip_uint64_t)index, method, entry->packed ? 9 : 0) == 0 &&
           zip_file_set_dostime(zip, (zip_uint64_t)index, FIRST_TIME, FIRST_DATE, 0) == 0;
}

static bool add_all(zip_t *zip, const struct zip_entry *entries, size_t count)
{
    const struct zip_entry mimetype = {"mimetype", {media_type, sizeof media_type - 1}, false};
    if (!add(zip, &mimetype))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add(zip, &entries[i]))
            return false;
    return true;
}

/* What was written into the source, as bytes. */
static bool read_back(zip_source_t *source, struct arena *arena, struct bytes *archive)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) < 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) < 0)
        return false;
    char *data = arena_alloc(arena, (size_t)stat.size + 1);
    const zip_int64_t got = zip_source_read(source, data, stat.size);
    zip_source_close(source);
    *archive = (struct bytes){data, (size_t)stat.size};
    return got == (zip_int64_t)stat.size;
}

bool zip_pack(struct arena *arena, const struct zip_entry *entries, size_t count, struct bytes *archive,
              const char **why)
{
    bool done = false;
    zip_error_t error;
    zip_t *zip = NULL;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!source)
        goto out;
    zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!zip)
        goto out;
    zip_source_keep(source); /* the archive's closing frees one hold on it */
    if (!add_all(zip, entries, count) || zip_close(zip) < 0) {
        zip_error_set(&error, zip_error_code_zip(zip_get_error(zip)),
                      zip_error_code_system(zip_get_error(zip)));
        goto out;
    }
    zip = NULL;
    done = read_back(source, arena, archive);
    if (!done)
        zip_error_set(&error, ZIP_ER_READ, 0);
out:
    if (!done)
        *why = arena_string(arena, zip_error_strerror(&error));
    if (zip)
        zip_discard(zip);
    if (source)
        zip_source_free(source);
    zip_error_fini(&error);
    return done;
}
