#include "manuscript/removed.h"

#include <string.h>

#include "base/text.h"
#include "manuscript/clean.h"

enum { FILES_AT_MOST = 2000, DEPTH_AT_MOST = 8, BYTES_AT_MOST = 4 * 1024 * 1024 };

struct removed {
    GPtrArray *files;    /* struct removed_file, by name */
    GHashTable *by_name; /* both: borrowed strings to struct removed_file */
    GHashTable *by_id;
};

static int by_text(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void list_files(struct reader *reader, const char *base, int depth, GHashTable *known,
                       GPtrArray *names)
{
    char *path = g_build_filename(reader->folder, base, NULL);
    GDir *folder = depth < DEPTH_AT_MOST ? g_dir_open(path, 0, NULL) : NULL;
    g_free(path);
    if (!folder)
        return;
    GPtrArray *entries = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(folder)) && entries->len < FILES_AT_MOST;)
        if (*name != '.')
            g_ptr_array_add(entries, *base ? g_strconcat(base, "/", name, NULL) : g_strdup(name));
    g_dir_close(folder);
    g_ptr_array_sort(entries, by_text);
    for (guint i = 0; i < entries->len && names->len < FILES_AT_MOST; i++) {
        const char *name = g_ptr_array_index(entries, i);
        char *full = g_build_filename(reader->folder, name, NULL);
        if (g_file_test(full, G_FILE_TEST_IS_SYMLINK))
            ;
        else if (g_file_test(full, G_FILE_TEST_IS_DIR))
            list_files(reader, name, depth + 1, known, names);
        else if (g_str_has_suffix(name, ".md") && !g_hash_table_contains(known, name) &&
                 strcmp(name, "SUMMARY.md") != 0)
            g_ptr_array_add(names, g_strdup(name));
        g_free(full);
    }
    g_ptr_array_free(entries, TRUE);
}

static void add_id(struct removed *removed, const char *id, struct removed_file *file)
{
    if (!g_hash_table_contains(removed->by_id, id))
        g_hash_table_insert(removed->by_id, (gpointer)id, file);
}

/* "{#id": each is an id that the file declares. */
static void scan_ids(struct reader *reader, struct removed *removed, struct removed_file *file,
                     const char *line, size_t length)
{
    for (const char *at = g_strstr_len(line, (gssize)length, "{"); at;
         at = g_strstr_len(at + 1, line + length - at - 1, "{")) {
        const size_t braces = strcspn(at, "}\n");
        const char *mark = g_strstr_len(at, (gssize)MIN(braces, (size_t)(line + length - at)), "#");
        if (!mark)
            continue;
        const size_t size = strcspn(mark + 1, " \t\r\n}");
        add_id(removed, arena_substring(reader->arena, mark + 1, size), file);
    }
}

/* The words of a heading line, or of a worksheet's label; NULL. */
static char *heading_words(const char *line, size_t length)
{
    char *text = g_strndup(line, length), *words = NULL;
    if (*text == '#') {
        words = text + strspn(text, "#");
        words[strcspn(words, "{")] = '\0';
    } else if (g_str_has_prefix(text, ":::") && strstr(text, "worksheet[")) {
        words = strstr(text, "worksheet[") + strlen("worksheet[");
        words[strcspn(words, "]")] = '\0';
    }
    GString *plain = words ? g_string_new(NULL) : NULL;
    for (const char *p = words ? g_strstrip(words) : ""; *p; p++)
        if (!strchr("*`", *p))
            g_string_append_c(plain, *p);
    g_free(text);
    return plain ? g_string_free(plain, FALSE) : NULL;
}

static const char *stem_of(struct reader *reader, const char *name)
{
    char *base = g_path_get_basename(name);
    base[strlen(base) - strlen(".md")] = '\0';
    const char *kept = arena_string(reader->arena, base);
    g_free(base);
    return kept;
}

static void scan_file(struct reader *reader, struct removed *removed, const char *name)
{
    struct removed_file *file = ARENA_NEW(reader->arena, struct removed_file);
    struct bytes bytes;
    size_t bad;
    file->name = arena_string(reader->arena, name);
    g_ptr_array_add(removed->files, file);
    g_hash_table_insert(removed->by_name, (gpointer)file->name, file);
    const char *stem = stem_of(reader, name);
    if (file_read_inside(reader->arena, reader->folder, name, BYTES_AT_MOST, &bytes) == FILE_OK &&
        text_is_utf8(bytes.data, bytes.length, &bad)) {
        for (const char *line = bytes.data; *line;) {
            const size_t length = strcspn(line, "\r\n");
            scan_ids(reader, removed, file, line, length);
            char *words = heading_words(line, length);
            if (words && !file->title)
                file->title = clean_text(reader, words);
            if (words && *line == '#')
                add_id(removed,
                       arena_printf(reader->arena, "%s-%s", stem, text_slug(reader->arena, words, "section")),
                       file);
            g_free(words);
            line += length + (line[length] != '\0');
        }
    }
    add_id(removed, stem, file);
    if (!file->title)
        file->title = stem;
}

struct removed *removed_scan(struct reader *reader, GHashTable *known)
{
    struct removed *removed = g_new0(struct removed, 1);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    removed->files = g_ptr_array_new();
    removed->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    removed->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    list_files(reader, "", 0, known, names);
    for (guint i = 0; i < names->len; i++)
        scan_file(reader, removed, g_ptr_array_index(names, i));
    g_ptr_array_free(names, TRUE);
    return removed;
}

void removed_free(struct removed *removed)
{
    if (!removed)
        return;
    g_ptr_array_free(removed->files, TRUE);
    g_hash_table_destroy(removed->by_name);
    g_hash_table_destroy(removed->by_id);
    g_free(removed);
}

struct removed_file *removed_by_name(const struct removed *removed, const char *name)
{
    return g_hash_table_lookup(removed->by_name, name);
}

struct removed_file *removed_by_id(const struct removed *removed, const char *id)
{
    return g_hash_table_lookup(removed->by_id, id);
}

void removed_report(struct reader *reader, const struct removed *removed)
{
    for (guint i = 0; i < removed->files->len; i++) {
        const struct removed_file *file = g_ptr_array_index(removed->files, i);
        if (file->links == 0)
            continue;
        diags_report(reader->diags, DIAG_WARNING, file->first, "link-removed",
                     "name the file in SUMMARY.md to have the links back",
                     file->links == 1
                         ? "%d link leads to \"%s\", which is not in SUMMARY.md; it is plain text now"
                         : "%d links lead to \"%s\", which is not in SUMMARY.md; they are plain text now",
                     file->links, file->name);
    }
}
