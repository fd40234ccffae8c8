#include "base/diag.h"

#include <glib.h>
#include <string.h>

enum { KEPT_AT_MOST = 1000, LINE_SHOWN_AT_MOST = 160 };

struct diagnostic {
    enum severity severity;
    struct position at;
    char *code, *hint, *message;
    unsigned order; /* of reporting: settles ties */
};

struct diags {
    GPtrArray *list;     /* struct diagnostic */
    GHashTable *sources; /* file name -> text */
    GHashTable *seen;    /* what was reported already */
    size_t counts[DIAG_ERROR + 1];
};

static void diagnostic_free(gpointer data)
{
    struct diagnostic *d = data;
    g_free(d->code);
    g_free(d->hint);
    g_free(d->message);
    g_free(d);
}

struct diags *diags_new(void)
{
    struct diags *diags = g_new0(struct diags, 1);
    diags->list = g_ptr_array_new_with_free_func(diagnostic_free);
    diags->sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    diags->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return diags;
}

void diags_free(struct diags *diags)
{
    if (!diags)
        return;
    g_ptr_array_free(diags->list, TRUE);
    g_hash_table_destroy(diags->sources);
    g_hash_table_destroy(diags->seen);
    g_free(diags);
}

void diags_add_source(struct diags *diags, const char *name, const char *text, size_t length)
{
    g_hash_table_replace(diags->sources, g_strdup(name), g_strndup(text, length));
}

/* Keeps a diagnostic, unless the same is there already. Takes the message. */
static void keep(struct diags *diags, enum severity severity, struct position at, const char *code, const char *hint,
                 char *message)
{
    char *key = g_strdup_printf("%s\n%d\n%d\n%s\n%s", at.file ? at.file : "", at.line, at.column, code, message);
    if (!g_hash_table_add(diags->seen, key)) {
        g_free(message);
        return;
    }
    diags->counts[severity]++;
    if (diags->list->len >= KEPT_AT_MOST) {
        g_free(message);
        return;
    }
    struct diagnostic *d = g_new0(struct diagnostic, 1);
    d->severity = severity;
    d->at = at;
    d->code = g_strdup(code);
    d->hint = g_strdup(hint);
    d->message = message;
    d->order = diags->list->len;
    g_ptr_array_add(diags->list, d);
}

void diags_report(struct diags *diags, enum severity severity, struct position at, const char *code,
                  const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    keep(diags, severity, at, code, hint, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

void diags_take(struct diags *to, struct diags *from)
{
    for (guint i = 0; i < from->list->len; i++) {
        struct diagnostic *d = g_ptr_array_index(from->list, i);
        keep(to, d->severity, d->at, d->code, d->hint, g_steal_pointer(&d->message));
        from->counts[d->severity]--;
    }
    for (int severity = 0; severity <= DIAG_ERROR; severity++) { /* those beyond what is kept */
        to->counts[severity] += from->counts[severity];
        from->counts[severity] = 0;
    }
    g_ptr_array_set_size(from->list, 0);
    g_hash_table_remove_all(from->seen);
}

size_t diags_count(const struct diags *diags, enum severity severity)
{
    return diags->counts[severity];
}

bool diags_failed(const struct diags *diags)
{
    return diags->counts[DIAG_ERROR] > 0;
}

static int by_place(gconstpointer left, gconstpointer right)
{
    const struct diagnostic *a = *(const struct diagnostic *const *)left;
    const struct diagnostic *b = *(const struct diagnostic *const *)right;
    int by_file = g_strcmp0(a->at.file, b->at.file);
    if (by_file)
        return by_file;
    if (a->at.line != b->at.line)
        return a->at.line < b->at.line ? -1 : 1;
    if (a->at.column != b->at.column)
        return a->at.column < b->at.column ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

/* The text of one line, without its end; NULL when the source is not known. */
static char *source_line(const struct diags *diags, struct position at)
{
    const char *text = at.file ? g_hash_table_lookup(diags->sources, at.file) : NULL;
    if (!text || at.line < 1)
        return NULL;
    for (int line = 1; line < at.line; line++) {
        text = strchr(text, '\n');
        if (!text)
            return NULL;
        text++;
    }
    return g_utf8_make_valid(text, (gssize)strcspn(text, "\r\n"));
}

/* The line with a caret under its column. A long line is cut to a window
 * around the column, counted in characters, tabs shown as one space. */
static void print_source(FILE *to, const char *line, struct position at)
{
    const glong length = g_utf8_strlen(line, -1);
    const glong column = CLAMP(at.column - 1, 0, length);
    const glong from = column > LINE_SHOWN_AT_MOST - 20 ? column - (LINE_SHOWN_AT_MOST / 2) : 0;
    const glong shown = MIN(length - from, (glong)LINE_SHOWN_AT_MOST);
    char *part = g_utf8_substring(line, from, from + shown);
    g_strdelimit(part, "\t", ' ');
    fprintf(to, "%6d | %s\n", at.line, part);
    if (at.column > 0)
        fprintf(to, "       | %*s^\n", (int)(column - from), "");
    g_free(part);
}

static void print_one(const struct diags *diags, const struct diagnostic *d, FILE *to, bool colour)
{
    static const char *const names[] = {"note", "warning", "error"};
    static const char *const colours[] = {"\033[36m", "\033[33m", "\033[31m"};
    if (d->at.file)
        fprintf(to, "%s:", d->at.file);
    if (d->at.file && d->at.line > 0)
        fprintf(to, "%d:", d->at.line);
    if (d->at.file && d->at.line > 0 && d->at.column > 0)
        fprintf(to, "%d:", d->at.column);
    fprintf(to, "%s%s%s:%s %s [%s]\n", d->at.file ? " " : "", colour ? colours[d->severity] : "",
            names[d->severity], colour ? "\033[0m" : "", d->message, d->code);
    char *line = source_line(diags, d->at);
    if (line)
        print_source(to, line, d->at);
    g_free(line);
    if (d->hint)
        fprintf(to, "  hint: %s\n", d->hint);
}

void diags_print(struct diags *diags, FILE *to, bool colour)
{
    g_ptr_array_sort(diags->list, by_place);
    for (guint i = 0; i < diags->list->len; i++)
        print_one(diags, g_ptr_array_index(diags->list, i), to, colour);
    const size_t all = diags->counts[DIAG_NOTE] + diags->counts[DIAG_WARNING] + diags->counts[DIAG_ERROR];
    if (all > diags->list->len)
        fprintf(to, "... and %zu more\n", all - diags->list->len);
}
