#include "manuscript/source.h"

#include <glib.h>
#include <string.h>

#include "base/text.h"

const char *source_shown(struct arena *arena, const char *folder, const char *name)
{
    char *joined = g_build_filename(folder, name, NULL);
    const char *shown = arena_string(arena, joined);
    g_free(joined);
    return shown;
}

/* Line ends as cmark sees them: LF, CR LF, or CR alone. */
static void find_lines(struct arena *arena, struct source *source)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(size_t));
    const char *text = source->text.data;
    const size_t length = source->text.length;
    size_t at = 0;
    g_array_append_val(starts, at);
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
            at = i + 1;
            g_array_append_val(starts, at);
        }
    source->lines = (int)starts->len;
    g_array_append_val(starts, length);
    source->starts = arena_copy(arena, starts->data, starts->len * sizeof(size_t));
    g_array_free(starts, TRUE);
}

static bool check_text(struct diags *diags, struct source *source)
{
    size_t bad;
    if (text_is_utf8(source->text.data, source->text.length, &bad))
        return true;
    int line = 1;
    while (line < source->lines && source->starts[line] <= bad)
        line++;
    const bool nul = source->text.data[bad] == '\0';
    diags_report(diags, DIAG_ERROR, source_at(source, line, (int)(bad - source->starts[line - 1]) + 1),
                 "utf8-invalid", "save the file as UTF-8 text",
                 nul ? "the file holds a NUL byte" : "the file is not valid UTF-8 here");
    return false;
}

struct source *source_read(struct arena *arena, struct diags *diags, const char *folder, const char *name,
                           enum file_result *result)
{
    struct source *source = ARENA_NEW(arena, struct source);
    source->name = arena_string(arena, name);
    source->shown = source_shown(arena, folder, name);
    const char *slash = strrchr(name, '/');
    source->base = slash ? arena_substring(arena, name, (size_t)(slash - name)) : "";
    *result = file_read_inside(arena, folder, name, SOURCE_LIMIT, &source->text);
    const struct position at = {source->shown, 0, 0};
    if (*result == FILE_TOO_LARGE)
        diags_report(diags, DIAG_ERROR, at, "file-large", "split it into several files",
                     "the file is larger than 16 MB");
    if (*result == FILE_UNREADABLE)
        diags_report(diags, DIAG_ERROR, at, "file-unreadable", "check its permissions",
                     "the file cannot be read");
    if (*result != FILE_OK)
        return NULL;
    if (g_str_has_prefix(source->text.data, "\xEF\xBB\xBF")) {
        source->text.data += 3;
        source->text.length -= 3;
    }
    find_lines(arena, source);
    diags_add_source(diags, source->shown, source->text.data, source->text.length);
    return check_text(diags, source) ? source : NULL;
}

const char *source_line(const struct source *source, int line, size_t *length)
{
    *length = 0;
    if (line < 1 || line > source->lines)
        return "";
    const char *start = source->text.data + source->starts[line - 1];
    size_t size = source->starts[line] - source->starts[line - 1];
    while (size && (start[size - 1] == '\n' || start[size - 1] == '\r'))
        size--;
    *length = size;
    return start;
}

struct position source_at(struct source *source, int line, int byte_column)
{
    size_t length;
    const char *start = source_line(source, line, &length);
    const size_t byte = MIN((size_t)MAX(byte_column - 1, 0), length);
    if (source->seen_line != line || source->seen_byte > byte) {
        source->seen_line = line;
        source->seen_byte = source->seen_characters = 0;
    }
    for (size_t i = source->seen_byte; i < byte; i++)
        source->seen_characters += ((unsigned char)start[i] & 0xC0) != 0x80;
    source->seen_byte = byte;
    return (struct position){source->shown, line, byte_column > 0 ? (int)source->seen_characters + 1 : 0};
}

/* Bytes of a source line that come before a line of content. cmark keeps the ends of lines as they
 * are, except in headings and table cells, whose text is found where it stands. */
static size_t prefix_of(const struct locator *locator, size_t index, int line)
{
    size_t length, from = index ? 0 : (size_t)MAX(locator->column - 1, 0);
    const char *source = source_line(locator->source, line, &length);
    const char *content = locator->content + locator->starts[index];
    const size_t size = strcspn(content, "\r\n");
    if (size > length)
        return 0;
    if (!index && from + size <= length && memcmp(source + from, content, size) == 0)
        return from;
    if (memcmp(source + length - size, content, size) == 0)
        return length - size;
    for (size_t at = from; at + size <= length; at++)
        if (memcmp(source + at, content, size) == 0)
            return at;
    return MIN(from, length);
}

/* True when the first line of content is the end of this source line. */
static bool starts_here(const struct locator *locator, int line)
{
    size_t length;
    const char *source = source_line(locator->source, line, &length);
    const size_t size = strcspn(locator->content, "\r\n");
    return size <= length && memcmp(source + length - size, locator->content, size) == 0;
}

void locator_open(struct locator *locator, struct source *source, const char *content, int line, int column)
{
    *locator = (struct locator){
        .source = source, .content = content, .line = line, .column = column, .reported = line};
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(size_t));
    size_t at = 0;
    g_array_append_val(starts, at);
    for (size_t i = 0; content[i]; i++)
        if ((content[i] == '\n' || (content[i] == '\r' && content[i + 1] != '\n')) && content[i + 1]) {
            at = i + 1;
            g_array_append_val(starts, at);
        }
    locator->lines = starts->len;
    locator->starts = (size_t *)(void *)g_array_free(starts, FALSE);
    /* Link definitions at a paragraph's start were taken out of its content, but not out of its
     * position (cmark-gfm 0.29): look for the line that is really the first. */
    if (locator->lines > 1 || !prefix_of(locator, 0, line)) {
        int first = line;
        while (first < source->lines && first < line + 100 && !starts_here(locator, first))
            first++;
        if (starts_here(locator, first))
            locator->line = first;
    }
    locator->prefixes = g_new(size_t, locator->lines);
    for (size_t i = 0; i < locator->lines; i++)
        locator->prefixes[i] = prefix_of(locator, i, locator->line + (int)i);
}

void locator_close(struct locator *locator)
{
    g_free(locator->starts);
    g_free(locator->prefixes);
}

void locator_fixed(struct locator *locator, struct position at)
{
    *locator = (struct locator){.content = "", .fixed = at};
}

struct position locator_at(const struct locator *locator, size_t offset)
{
    if (!locator->source)
        return locator->fixed;
    size_t low = 0, high = locator->lines;
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        if (locator->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    const size_t byte = locator->prefixes[low] + offset - locator->starts[low];
    return source_at(locator->source, locator->line + (int)low, (int)byte + 1);
}

struct position locator_inline(const struct locator *locator, int line, int column)
{
    /* cmark adds the block's own column to the columns of all its lines. Its line count may lag behind
     * where a directive spans a line end, but the sum of line start and column stays right. */
    if (!locator->source)
        return locator->fixed;
    const int index = CLAMP(line - locator->reported, 0, (int)locator->lines - 1);
    const long offset = (long)locator->starts[index] + column - 1 - (long)locator->prefixes[0];
    return locator_at(locator, (size_t)MAX(offset, 0));
}
