/* unit: what every unit test includes: cmocka with what it needs, and two helpers.
 *
 * Texts returned belong to the caller (g_free). Folders made here lie below the build
 * folder's TMPDIR and are removed by their test. */
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A new folder, and how to get rid of it with all that is in it. */
static inline char *folder_new(void)
{
    GError *error = NULL;
    char *folder = g_dir_make_tmp("rekindle-unit-XXXXXX", &error);
    if (!folder)
        fail_msg("%s", error->message);
    return folder;
}

static inline void folder_remove(char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir)) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            folder_remove(path);
        else {
            g_unlink(path);
            g_free(path);
        }
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
}

static inline void put_file(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    if (!g_file_set_contents(path, text, -1, NULL))
        fail_msg("cannot write %s", path);
    g_free(path);
}

#endif
