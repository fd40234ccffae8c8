#include "manuscript/config.h"

#include <string.h>

#include "base/text.h"
#include "book/edition.h"
#include "book/words.h"
#include "manuscript/clean.h"
#include "manuscript/config_keys.h"

enum { CONFIG_AT_MOST = 1024 * 1024, PASSES = 4, DEPTH_AT_MOST = 5 };

static const char roles_path[] = "style.roles";

/* ---- keys ---- */

static bool is_group(const char *path)
{
    const size_t length = strlen(path);
    for (size_t i = 0; i < config_key_count; i++)
        if (strncmp(config_keys[i].path, path, length) == 0 && config_keys[i].path[length] == '.')
            return true;
    return strcmp(path, roles_path) == 0;
}

static const struct config_key *find_key(const struct config_key *keys, size_t count, const char *path)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i].path, path) == 0)
            return &keys[i];
    return NULL;
}

static void report_unknown(struct config *config, const char *name, const GPtrArray *names,
                           struct position at)
{
    const char *near = text_nearest(name, (const char *const *)(void *)names->pdata, names->len);
    GString *hint = g_string_new(near ? NULL : "known here:");
    if (near)
        g_string_printf(hint, "did you mean \"%s\"?", near);
    for (guint i = 0; i < names->len && !near; i++)
        g_string_append_printf(hint, "%s %s", i ? "," : "", (const char *)g_ptr_array_index(names, i));
    diags_report(config->reader->diags, DIAG_ERROR, at, "key-unknown", hint->str,
                 "there is no key \"%s\" here", name);
    g_string_free(hint, TRUE);
}

/* The names that may stand below a path, each once, in the table's order. */
static GPtrArray *names_below(struct config *config, const char *path)
{
    GPtrArray *names = g_ptr_array_new();
    const size_t length = strlen(path);
    for (size_t i = 0; i < config_key_count; i++) {
        const char *key = config_keys[i].path;
        if (length && (strncmp(key, path, length) != 0 || key[length] != '.'))
            continue;
        key += length ? length + 1 : 0;
        const char *name = arena_substring(config->reader->arena, key, strcspn(key, "."));
        const guint last = names->len;
        if (!last || strcmp(g_ptr_array_index(names, last - 1), name) != 0)
            g_ptr_array_add(names, (gpointer)name);
    }
    if (strcmp(path, "style") == 0)
        g_ptr_array_add(names, (gpointer) "roles");
    return names;
}

/* ---- style.roles ---- */

static void read_look(struct config *config, int role, struct fy_node *node, struct position at)
{
    void *state = NULL;
    config->base = offsetof(struct book, style.look) + (size_t)role * sizeof(struct look);
    for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(node, &state));) {
        const struct position place = config_place(config, fy_node_pair_key(pair), at);
        const char *name = config_scalar(config, fy_node_pair_key(pair));
        const struct config_key *key = name ? find_key(config_look_keys, config_look_key_count, name) : NULL;
        if (key) {
            config_value(config, key, fy_node_pair_value(pair), place);
            continue;
        }
        GPtrArray *names = g_ptr_array_new();
        for (size_t i = 0; i < config_look_key_count; i++)
            g_ptr_array_add(names, (gpointer)config_look_keys[i].path);
        report_unknown(config, name ? name : "", names, place);
        g_ptr_array_free(names, TRUE);
    }
    config->base = 0;
}

static void read_roles(struct config *config, struct fy_node *node, struct position at)
{
    void *state = NULL;
    for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(node, &state));) {
        const struct position place = config_place(config, fy_node_pair_key(pair), at);
        const char *name = config_scalar(config, fy_node_pair_key(pair));
        struct fy_node *value = fy_node_pair_value(pair);
        int role = 0;
        while (role < ROLE_COUNT && g_strcmp0(role_name((enum role)role), name) != 0)
            role++;
        if (role == ROLE_COUNT) {
            GPtrArray *names = g_ptr_array_new();
            for (int i = 0; i < ROLE_COUNT; i++)
                g_ptr_array_add(names, (gpointer)role_name((enum role)i));
            report_unknown(config, name ? name : "", names, place);
            g_ptr_array_free(names, TRUE);
        } else if (value && fy_node_is_mapping(value)) {
            read_look(config, role, value, place);
        } else {
            config_bad(config, place, "value-type", "a role takes keys: {font: sans, size: 12}", NULL);
        }
    }
}

/* ---- the document ---- */

static void read_mapping(struct config *config, struct fy_node *node, const char *path, struct position at,
                         int depth);

static void read_pair(struct config *config, struct fy_node_pair *pair, const char *path, struct position at,
                      int depth)
{
    struct arena *arena = config->reader->arena;
    const struct position place = config_place(config, fy_node_pair_key(pair), at);
    const char *name = config_scalar(config, fy_node_pair_key(pair));
    struct fy_node *value = fy_node_pair_value(pair);
    const char *full = arena_printf(arena, "%s%s%s", path, *path ? "." : "", name ? name : "");
    const struct config_key *key = find_key(config_keys, config_key_count, full);
    const bool last = config->pass == PASSES;
    if (key) {
        if (key->pass == config->pass)
            config_value(config, key, value, place);
    } else if (name && !strchr(name, '.') && is_group(full)) {
        if (value && fy_node_is_mapping(value) && strcmp(full, roles_path) != 0)
            read_mapping(config, value, full, place, depth + 1);
        else if (value && fy_node_is_mapping(value) && last)
            read_roles(config, value, place);
        else if (last && value && !(fy_node_is_scalar(value) && !config_scalar(config, value)))
            if (!fy_node_is_mapping(value))
                config_bad(config, place, "value-type",
                           arena_printf(arena, "write the keys of \"%s\" below it, indented", name), NULL);
    } else if (last) {
        GPtrArray *names = names_below(config, path);
        report_unknown(config, name ? name : "", names, place);
        g_ptr_array_free(names, TRUE);
    }
}

static void read_mapping(struct config *config, struct fy_node *node, const char *path, struct position at,
                         int depth)
{
    void *state = NULL;
    for (struct fy_node_pair *pair; depth < DEPTH_AT_MOST && (pair = fy_node_mapping_iterate(node, &state));)
        read_pair(config, pair, path, at, depth);
}

static enum quotes quotes_of(const char *lang)
{
    const bool ends = lang[0] && lang[1] && (lang[2] == '\0' || lang[2] == '-');
    if (ends && g_ascii_strncasecmp(lang, "de", 2) == 0)
        return QUOTES_GERMAN;
    return ends && g_ascii_strncasecmp(lang, "fr", 2) == 0 ? QUOTES_FRENCH : QUOTES_ENGLISH;
}

static void read_root(struct config *config, struct fy_node *root)
{
    const struct position at = {config->shown, 1, 1};
    if (!root || (fy_node_is_scalar(root) && !config_scalar(config, root)))
        return;
    if (!fy_node_is_mapping(root)) {
        config->reader->config_failed = true;
        config_bad(config, at, "value-type", "book.yaml is a list of keys: title: My Book", NULL);
        return;
    }
    for (config->pass = 1; config->pass <= PASSES; config->pass++) {
        read_mapping(config, root, "", at, 0);
        config->reader->quotes = quotes_of(config->reader->book->about.lang);
    }
}

/* libfyaml would print its messages itself; they are collected instead. */
static void swallow(struct fy_diag *diag, void *user, const char *text, size_t length)
{
    (void)diag, (void)user, (void)text, (void)length;
}

/* No document and no errors: the file is empty. */
static void report_syntax(struct config *config, struct fy_diag *diag)
{
    void *state = NULL;
    for (struct fy_diag_error *error; (error = fy_diag_errors_iterate(diag, &state));) {
        config->reader->config_failed = true;
        diags_report(config->reader->diags, DIAG_ERROR,
                     (struct position){config->shown, error->line, error->column}, "yaml-syntax",
                     "texts with : or # in them stand in quotes", "%s", error->msg);
    }
}

static void parse(struct config *config, const struct source *source)
{
    struct fy_diag_cfg quiet;
    fy_diag_cfg_default(&quiet);
    quiet.fp = NULL;
    quiet.output_fn = swallow;
    struct fy_diag *diag = fy_diag_create(&quiet);
    fy_diag_set_collect_errors(diag, true);
    const struct fy_parse_cfg how = {.search_path = "", .flags = FYPCF_DEFAULT_PARSE, .diag = diag};
    struct fy_document *document =
        fy_document_build_from_string(&how, source->text.data, source->text.length);
    if (document)
        read_root(config, fy_document_root(document));
    else
        report_syntax(config, diag);
    fy_document_destroy(document);
    fy_diag_destroy(diag);
}

static void set_defaults(struct reader *reader)
{
    struct book *book = reader->book;
    style_defaults(&book->style);
    book->about.lang = "en";
    book->embed_fonts = true;
    book->editions = editions_by_default();
    home_defaults(&book->home);
    config_colour("#F4EDE3", book->cover.ground);
}

/* What is left of the page beside the text must keep a margin: a quarter inch is what presses ask for. */
static void check_page(struct config *config)
{
    const struct style *style = &config->reader->book->style;
    const double outer = style->width - style->inner - style_full_width(style);
    if (outer < 18)
        diags_report(config->reader->diags, DIAG_ERROR, (struct position){config->shown, 0, 0}, "value-range",
                     "make print.margins.measure, gap or column smaller",
                     "the type area leaves %.1f points to the page's outer edge; 18 are needed", outer);
    if (style->lines < 15)
        diags_report(config->reader->diags, DIAG_ERROR, (struct position){config->shown, 0, 0}, "value-range",
                     "make style.leading or print.margins.top smaller", "a page holds fewer than 15 lines");
}

void config_read(struct reader *reader)
{
    struct config config = {.reader = reader};
    enum file_result result;
    set_defaults(reader);
    config.shown = source_shown(reader->arena, reader->folder, "book.yaml");
    struct source *source = source_read(reader->arena, reader->diags, reader->folder, "book.yaml", &result);
    const struct position at = {config.shown, 0, 0};
    reader->config_failed = !source && result != FILE_MISSING;
    if (result == FILE_MISSING || result == FILE_OUTSIDE)
        diags_report(reader->diags, DIAG_WARNING, at, "config-missing",
                     "write one: title, author, lang, date", "there is no book.yaml; defaults are used");
    if (source && source->text.length > CONFIG_AT_MOST)
        diags_report(reader->diags, DIAG_ERROR, at, "file-large", NULL, "book.yaml is larger than 1 MB");
    else if (source)
        parse(&config, source);
    check_page(&config);
    accessibility_check(&config, at);
}
