#include "cli/output.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>

static void report(struct diags *diags, const char *why)
{
    diags_report(diags, DIAG_ERROR, (struct position){0}, "output-unwritable",
                 "name another folder with -o DIR", "%s", why);
}

/* A rename replaces a file but not a folder: the only way left for it to fail, seen to beforehand. */
static bool targets_free(const char *folder, const struct output *outputs, size_t count, struct arena *arena,
                         const char **why)
{
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, outputs[i].name);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            *why = arena_printf(arena, "\"%s\" is a folder", path);
            return false;
        }
    }
    return true;
}

static bool write_all(const char *folder, const struct output *outputs, size_t count, struct arena *arena,
                      const char **why)
{
    for (size_t i = 0; i < count; i++)
        if (!file_write(arena, arena_printf(arena, "%s/%s", folder, outputs[i].name), outputs[i].bytes, why))
            return false;
    return true;
}

static bool move_all(const char *from, const char *to, const struct output *outputs, size_t count,
                     struct arena *arena, const char **why)
{
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", to, outputs[i].name);
        if (g_rename(arena_printf(arena, "%s/%s", from, outputs[i].name), path) != 0) {
            *why = arena_printf(arena, "cannot write \"%s\": %s", path, g_strerror(errno));
            return false;
        }
    }
    return true;
}

/* Takes away the folder of unfinished files, and what is still in it. */
static void remove_staging(const char *staging, const struct output *outputs, size_t count,
                           struct arena *arena)
{
    for (size_t i = 0; i < count; i++)
        g_unlink(arena_printf(arena, "%s/%s", staging, outputs[i].name));
    g_rmdir(staging);
}

static bool write_staged(const char *folder, const struct output *outputs, size_t count, struct arena *arena,
                         const char **why)
{
    char *staging = g_build_filename(folder, ".rekindle-XXXXXX", NULL);
    if (!g_mkdtemp(staging)) {
        *why = arena_printf(arena, "cannot write into \"%s\": %s", folder, g_strerror(errno));
        g_free(staging);
        return false;
    }
    const bool written = targets_free(folder, outputs, count, arena, why) &&
                         write_all(staging, outputs, count, arena, why) &&
                         move_all(staging, folder, outputs, count, arena, why);
    remove_staging(staging, outputs, count, arena);
    g_free(staging);
    return written;
}

bool output_write(const char *folder, const struct output *outputs, size_t count, struct arena *arena,
                  struct diags *diags)
{
    const char *why = NULL;
    const bool existed = g_file_test(folder, G_FILE_TEST_EXISTS);
    const bool written =
        file_make_folder(arena, folder, &why) && write_staged(folder, outputs, count, arena, &why);
    if (!written) {
        report(diags, why);
        if (!existed)
            g_rmdir(folder);
    }
    return written;
}
