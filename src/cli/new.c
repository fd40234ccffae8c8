#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"

enum { SAMPLE_FILE_AT_MOST = 1 << 20 };

static int by_name(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The names in a folder, sorted. NULL when it cannot be read. Freed with g_ptr_array_free. */
static GPtrArray *names_in(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

static bool copy_file(struct arena *arena, const char *from, const char *to, const char **why)
{
    struct bytes bytes;
    if (file_read(arena, from, SAMPLE_FILE_AT_MOST, &bytes) == FILE_OK)
        return file_write(arena, to, bytes, why);
    *why = arena_printf(arena, "cannot read \"%s\"", from);
    return false;
}

static bool copy_folder(struct arena *arena, const char *from, const char *to, const char **why)
{
    GPtrArray *names = names_in(from);
    if (!names)
        *why = arena_printf(arena, "cannot read \"%s\"", from);
    bool copied = names && file_make_folder(arena, to, why);
    for (guint i = 0; copied && i < names->len; i++) {
        const char *inner_from = arena_printf(arena, "%s/%s", from, (const char *)names->pdata[i]);
        const char *inner_to = arena_printf(arena, "%s/%s", to, (const char *)names->pdata[i]);
        copied = g_file_test(inner_from, G_FILE_TEST_IS_DIR) ? copy_folder(arena, inner_from, inner_to, why)
                                                             : copy_file(arena, inner_from, inner_to, why);
    }
    if (names)
        g_ptr_array_free(names, TRUE);
    return copied;
}

/* Nothing there yet, or an empty folder. */
static bool is_free(const char *folder)
{
    if (!g_file_test(folder, G_FILE_TEST_EXISTS))
        return true;
    GPtrArray *names = names_in(folder);
    const bool empty = names && names->len == 0;
    if (names)
        g_ptr_array_free(names, TRUE);
    return empty;
}

static void print_next(struct arena *arena, const char *folder)
{
    const char *quote = strpbrk(folder, " \t'\"\\$&;()") ? "\"" : "";
    printf("A small book to begin with is in %s:\n\n"
           "  SUMMARY.md    the order of its chapters and worksheets\n"
           "  book.yaml     title, author, page size, fonts: every key is explained\n"
           "  chapters/, worksheets/, images/\n\n"
           "Next:\n\n"
           "  rekindle build %s%s%s\n\n"
           "which writes an EPUB, PDFs and a cover into %s.\n",
           folder, quote, folder, quote, path_beside(arena, folder, "output"));
}

static int new_run(const struct options *options)
{
    const char *folder = options->arguments[0], *why = NULL;
    if (!is_free(folder)) {
        fprintf(stderr, "rekindle: new: \"%s\" is there already and not an empty folder\n", folder);
        return EXIT_USAGE;
    }
    struct arena *arena = arena_new();
    const char *sample = arena_printf(arena, "%s/sample", share_folder(arena));
    const bool made = copy_folder(arena, sample, folder, &why);
    if (!made)
        fprintf(stderr, "rekindle: new: %s\n", why);
    else if (!options->quiet)
        print_next(arena, folder);
    arena_free(arena);
    return made ? EXIT_DONE : EXIT_SYSTEM;
}

const struct command new_command = {
    .name = "new",
    .arguments = "DIR",
    .purpose = "Begin a manuscript: write a small commented one into DIR.",
    .help = "DIR must not be there yet, or be empty.",
    .least = 1,
    .most = 1,
    .run = new_run,
};
