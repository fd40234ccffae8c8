#include "base/file.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool has_scheme(const char *name)
{
    char *scheme = g_uri_parse_scheme(name);
    const bool found = scheme != NULL;
    g_free(scheme);
    return found;
}

const char *file_resolve(struct arena *arena, const char *base, const char *name)
{
    if (!*name || g_path_is_absolute(name) || has_scheme(name) || strchr(name, '\\'))
        return NULL;
    char *joined = *base ? g_strconcat(base, "/", name, NULL) : g_strdup(name);
    char **parts = g_strsplit(joined, "/", -1);
    GPtrArray *kept = g_ptr_array_new();
    bool inside = true;
    for (char **part = parts; *part && inside; part++) {
        if (!**part || strcmp(*part, ".") == 0)
            continue;
        if (strcmp(*part, "..") != 0)
            g_ptr_array_add(kept, *part);
        else if (kept->len > 0)
            g_ptr_array_set_size(kept, (int)kept->len - 1);
        else
            inside = false;
    }
    g_ptr_array_add(kept, NULL);
    char *path = g_strjoinv("/", (char **)kept->pdata);
    const char *resolved = inside && *path ? arena_string(arena, path) : NULL;
    g_free(path);
    g_ptr_array_free(kept, TRUE);
    g_strfreev(parts);
    g_free(joined);
    return resolved;
}

enum file_result file_read(struct arena *arena, const char *path, size_t limit, struct bytes *bytes)
{
    GStatBuf about;
    if (g_stat(path, &about) != 0)
        return errno == EACCES ? FILE_UNREADABLE : FILE_MISSING;
    if (!S_ISREG(about.st_mode))
        return FILE_MISSING;
    if ((unsigned long long)about.st_size > limit)
        return FILE_TOO_LARGE;
    char *data;
    gsize length;
    if (!g_file_get_contents(path, &data, &length, NULL))
        return FILE_UNREADABLE;
    char *kept = arena_alloc(arena, length + 1);
    memcpy(kept, data, length);
    g_free(data);
    *bytes = (struct bytes){kept, length};
    return FILE_OK;
}

/* True when the real path of `path`, links followed, lies below that of `root`. */
static bool really_inside(const char *root, const char *path)
{
    char *real_root = realpath(root, NULL), *real_path = realpath(path, NULL);
    bool inside = false;
    if (real_root && real_path) {
        const size_t length = strlen(real_root);
        inside = strncmp(real_path, real_root, length) == 0 && (real_path[length] == '/' || length == 1);
    }
    free(real_root);
    free(real_path);
    return inside;
}

enum file_result file_read_inside(struct arena *arena, const char *root, const char *name, size_t limit,
                                  struct bytes *bytes)
{
    const char *resolved = file_resolve(arena, "", name);
    if (!resolved)
        return FILE_OUTSIDE;
    char *path = g_build_filename(root, resolved, NULL);
    enum file_result result = FILE_MISSING;
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        result = really_inside(root, path) ? file_read(arena, path, limit, bytes) : FILE_OUTSIDE;
    g_free(path);
    return result;
}

bool file_write(struct arena *arena, const char *path, struct bytes bytes, const char **why)
{
    GError *error = NULL;
    const GFileSetContentsFlags safely = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
    if (g_file_set_contents_full(path, bytes.data, (gssize)bytes.length, safely, 0666, &error))
        return true;
    *why = arena_string(arena, error->message);
    g_error_free(error);
    return false;
}

bool file_make_folder(struct arena *arena, const char *path, const char **why)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return true;
    *why = arena_printf(arena, "%s: %s", path, g_strerror(errno));
    return false;
}
