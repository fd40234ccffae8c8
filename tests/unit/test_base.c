#include "unit.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/text.h"

/* ---- arena ---- */

static void arena_memory_is_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    enum { PIECES = 3000 };
    struct arena *arena = arena_new();
    unsigned char *pieces[PIECES];
    size_t sizes[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        sizes[i] = (i * 7919) % 257;
        if (i % 500 == 0)
            sizes[i] = 200 * 1000; /* more than a block holds */
        pieces[i] = arena_alloc(arena, sizes[i]);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)(i % 255) + 1, sizes[i]);
    }
    for (size_t i = 0; i < PIECES; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], i % 255 + 1);
    arena_free(arena);
    arena_free(NULL);
}

static void arena_copies(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char original[] = "two cups";
    const char *whole = arena_string(arena, original);
    const char *part = arena_substring(arena, original, 3);
    const char *bytes = arena_copy(arena, "a\0b", 4);
    original[0] = 'x';
    assert_string_equal(whole, "two cups");
    assert_string_equal(part, "two");
    assert_memory_equal(bytes, "a\0b", 4);
    assert_null(arena_string(arena, NULL));
    assert_null(arena_substring(arena, NULL, 0));
    assert_string_equal(arena_printf(arena, "%s %d %.1f", "cup", 2, 0.5), "cup 2 0.5");
    const int *numbers = ARENA_ARRAY(arena, int, 5);
    assert_int_equal(numbers[4], 0);
    arena_free(arena);
}

/* ---- diag ---- */

static char *printed(struct diags *diags, bool colour)
{
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    diags_print(diags, to, colour);
    fclose(to);
    return text;
}

static void assert_printed(struct diags *diags, const char *expected)
{
    char *text = printed(diags, false);
    assert_string_equal(text, expected);
    free(text);
}

static void diag_prints_place_line_caret_and_hint(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    const char source[] = "# Cups\n\nSee ![cup](cup.png)\n";
    diags_add_source(diags, "chapters/03.md", source, sizeof source - 1);
    diags_report(diags, DIAG_ERROR, (struct position){"chapters/03.md", 3, 5}, "image-missing",
                 "put it into images/", "image \"%s\" not found", "cup.png");
    assert_printed(diags, "chapters/03.md:3:5: error: image \"cup.png\" not found [image-missing]\n"
                          "     3 | See ![cup](cup.png)\n"
                          "       |     ^\n"
                          "  hint: put it into images/\n");
    diags_free(diags);
}

static void diag_leaves_out_what_is_not_known(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    diags_report(diags, DIAG_NOTE, (struct position){NULL, 0, 0}, "a", NULL, "no place");
    diags_report(diags, DIAG_WARNING, (struct position){"f.md", 0, 0}, "b", NULL, "no line");
    diags_report(diags, DIAG_WARNING, (struct position){"f.md", 4, 0}, "c", NULL, "no column");
    diags_report(diags, DIAG_WARNING, (struct position){"f.md", 99, 1}, "d", NULL, "no such line");
    diags_add_source(diags, "f.md", "1\n2\n3\n4\n", 8);
    assert_printed(diags, "note: no place [a]\n"
                          "f.md: warning: no line [b]\n"
                          "f.md:4: warning: no column [c]\n"
                          "     4 | 4\n"
                          "f.md:99:1: warning: no such line [d]\n");
    diags_free(diags);
}

static void diag_sorts_by_place(void **state)
{
    (void)state;
    static const struct position places[] = {
        {"b.md", 1, 1}, {"a.md", 10, 2}, {"a.md", 9, 7}, {"a.md", 10, 1}, {"a.md", 10, 1}};
    struct diags *diags = diags_new();
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        diags_report(diags, DIAG_ERROR, places[i], "x", NULL, "number %zu", i);
    assert_printed(diags, "a.md:9:7: error: number 2 [x]\n"
                          "a.md:10:1: error: number 3 [x]\n"
                          "a.md:10:1: error: number 4 [x]\n"
                          "a.md:10:2: error: number 1 [x]\n"
                          "b.md:1:1: error: number 0 [x]\n");
    diags_free(diags);
}

static void diag_says_the_same_once(void **state)
{
    (void)state;
    const struct position here = {"a.md", 1, 1}, there = {"a.md", 2, 1};
    struct diags *diags = diags_new();
    assert_false(diags_failed(diags));
    diags_report(diags, DIAG_WARNING, here, "x", NULL, "same");
    diags_report(diags, DIAG_WARNING, here, "x", NULL, "same");
    diags_report(diags, DIAG_WARNING, there, "x", NULL, "same");
    assert_int_equal(diags_count(diags, DIAG_WARNING), 2);
    assert_false(diags_failed(diags));
    diags_report(diags, DIAG_ERROR, here, "y", NULL, "other");
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
    assert_true(diags_failed(diags));
    assert_printed(diags,
                   "a.md:1:1: warning: same [x]\na.md:1:1: error: other [y]\na.md:2:1: warning: same [x]\n");
    diags_free(diags);
}

static void diag_counts_on_after_a_thousand(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    for (int i = 0; i < 1200; i++)
        diags_report(diags, DIAG_ERROR, (struct position){"a.md", i + 1, 1}, "x", NULL, "problem");
    assert_int_equal(diags_count(diags, DIAG_ERROR), 1200);
    char *text = printed(diags, false);
    int lines = 0;
    for (const char *p = text; *p; p++)
        lines += *p == '\n';
    assert_int_equal(lines, 1001);
    assert_non_null(strstr(text, "a.md:1000:1:"));
    assert_non_null(strstr(text, "... and 200 more\n"));
    free(text);
    diags_free(diags);
}

/* The character that stands above the caret, and how long the line shown is. */
static gunichar above_caret(const char *text, glong *shown)
{
    char **lines = g_strsplit(text, "\n", -1);
    const char *line = lines[1], *caret = strchr(lines[2], '^');
    assert_non_null(caret);
    const glong column = g_utf8_strlen(lines[2], caret - lines[2]);
    assert_true(column < g_utf8_strlen(line, -1));
    const gunichar above = g_utf8_get_char(g_utf8_offset_to_pointer(line, column));
    *shown = g_utf8_strlen(line, -1);
    g_strfreev(lines);
    return above;
}

static void diag_shows_a_window_of_a_long_line(void **state)
{
    (void)state;
    static const int columns[] = {1, 100, 141, 160, 161, 500, 999, 1000};
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        char line[1002];
        memset(line, '.', 1000);
        line[columns[i] - 1] = '!';
        line[1000] = '\n', line[1001] = '\0';
        struct diags *diags = diags_new();
        diags_add_source(diags, "a.md", line, 1001);
        diags_report(diags, DIAG_ERROR, (struct position){"a.md", 1, columns[i]}, "x", NULL, "here");
        char *text = printed(diags, false);
        glong shown;
        assert_int_equal(above_caret(text, &shown), '!');
        assert_true(shown <= 9 + 160);
        free(text);
        diags_free(diags);
    }
}

static void diag_counts_columns_in_characters(void **state)
{
    (void)state;
    const char line[] = "F\u00fcr \u201edich\u201c\t\u2014 \U0001F375 !";
    struct diags *diags = diags_new();
    diags_add_source(diags, "a.md", line, sizeof line - 1);
    diags_report(diags, DIAG_ERROR, (struct position){"a.md", 1, (int)g_utf8_strlen(line, -1)}, "x", NULL,
                 "here");
    char *text = printed(diags, false);
    glong shown;
    assert_int_equal(above_caret(text, &shown), '!');
    assert_null(strchr(text, '\t'));
    free(text);
    diags_free(diags);
}

static void diag_survives_odd_sources(void **state)
{
    (void)state;
    const char bad[] = "ok\r\nb\xFF"
                       "d\n";
    struct diags *diags = diags_new();
    diags_add_source(diags, "a.md", bad, sizeof bad - 1);
    diags_report(diags, DIAG_ERROR, (struct position){"a.md", 1, 50}, "x", NULL, "behind the end");
    diags_report(diags, DIAG_ERROR, (struct position){"a.md", 2, 2}, "x", NULL, "not UTF-8");
    char *text = printed(diags, false);
    assert_true(g_utf8_validate(text, -1, NULL));
    assert_null(strchr(text, '\r'));
    assert_non_null(strstr(text, "     1 | ok\n       |   ^\n"));
    free(text);
    diags_free(diags);
}

static void diag_colours_only_when_asked(void **state)
{
    (void)state;
    struct diags *diags = diags_new();
    diags_report(diags, DIAG_ERROR, (struct position){"a.md", 1, 1}, "x", NULL, "red");
    char *plain = printed(diags, false), *coloured = printed(diags, true);
    assert_null(strchr(plain, '\033'));
    assert_non_null(strstr(coloured, "\033[31merror:\033[0m red"));
    free(plain);
    free(coloured);
    diags_free(diags);
}

/* ---- file: names ---- */

static void file_resolve_stays_inside(void **state)
{
    (void)state;
    static const struct {
        const char *base, *name, *expected;
    } cases[] = {
        {"", "book.yaml", "book.yaml"},
        {"chapters", "../images/cup.svg", "images/cup.svg"},
        {"chapters", "./a.md", "chapters/a.md"},
        {"a/b", "../../c", "c"},
        {"a", "b//c/./d", "a/b/c/d"},
        {"", "a/../b", "b"},
        {"", "..hidden", "..hidden"},
        {"chapters", "../../secret", NULL},
        {"", "../secret", NULL},
        {"", "a/../../secret", NULL},
        {"chapters", "..", NULL},
        {"", "", NULL},
        {"", "/etc/passwd", NULL},
        {"chapters", "/etc/passwd", NULL},
        {"", "http://example.org/a.png", NULL},
        {"", "file:///etc/passwd", NULL},
        {"", "data:image/png;base64,AAAA", NULL},
        {"", "C:\\a.png", NULL},
        {"", "..\\secret", NULL},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *resolved = file_resolve(arena, cases[i].base, cases[i].name);
        if (g_strcmp0(resolved, cases[i].expected) != 0)
            fail_msg("\"%s\" in \"%s\" gives \"%s\"", cases[i].name, cases[i].base,
                     resolved ? resolved : "(NULL)");
    }
    arena_free(arena);
}

/* ---- file: reading ---- */

static void make_link(const char *to, const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    assert_int_equal(symlink(to, path), 0);
    g_free(path);
}

static void make_folder(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    assert_int_equal(g_mkdir(path, 0777), 0);
    g_free(path);
}

static void file_read_inside_follows_no_link_out(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum file_result expected;
    } cases[] = {
        {"a.md", FILE_OK},
        {"sub/b.md", FILE_OK},
        {"to-a.md", FILE_OK},
        {"none.md", FILE_MISSING},
        {"sub", FILE_MISSING},
        {"dangling.md", FILE_MISSING},
        {"pipe", FILE_MISSING},
        {"../secret.md", FILE_OUTSIDE},
        {"out.md", FILE_OUTSIDE},
        {"absolute.md", FILE_OUTSIDE},
        {"away/secret.md", FILE_OUTSIDE},
        {"twin/secret.md", FILE_OUTSIDE},
        {"sub/../../secret.md", FILE_OUTSIDE},
    };
    struct arena *arena = arena_new();
    char *top = folder_new(), *root = g_build_filename(top, "book", NULL),
         *pipe = g_build_filename(root, "pipe", NULL);
    char *secret = g_build_filename(top, "secret.md", NULL);
    make_folder(top, "book");
    make_folder(top, "book-other"); /* begins with the root's name */
    make_folder(root, "sub");
    put_file(top, "secret.md", "secret");
    put_file(top, "book-other/secret.md", "secret");
    put_file(root, "a.md", "a");
    put_file(root, "sub/b.md", "b");
    make_link("sub/../a.md", root, "to-a.md");
    make_link("nowhere", root, "dangling.md");
    make_link("../secret.md", root, "out.md");
    make_link(secret, root, "absolute.md");
    make_link("..", root, "away");
    make_link("../book-other", root, "twin");
    assert_int_equal(mkfifo(pipe, 0666), 0);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct bytes bytes = {0};
        const enum file_result result = file_read_inside(arena, root, cases[i].name, 1000, &bytes);
        if (result != cases[i].expected)
            fail_msg("%s: %d instead of %d", cases[i].name, (int)result, (int)cases[i].expected);
        assert_true((result == FILE_OK) == (bytes.data != NULL));
    }
    g_free(pipe);
    g_free(secret);
    g_free(root);
    folder_remove(top);
    arena_free(arena);
}

static void file_read_knows_its_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = folder_new();
    put_file(folder, "four", "four");
    put_file(folder, "empty", "");
    struct bytes bytes = {0};
    assert_int_equal(file_read_inside(arena, folder, "four", 3, &bytes), FILE_TOO_LARGE);
    assert_int_equal(file_read_inside(arena, folder, "four", 4, &bytes), FILE_OK);
    assert_int_equal(bytes.length, 4);
    assert_string_equal(bytes.data, "four"); /* the NUL that is not counted */
    char *path = g_build_filename(folder, "empty", NULL);
    assert_int_equal(file_read(arena, path, 0, &bytes), FILE_OK);
    assert_int_equal(bytes.length, 0);
    assert_string_equal(bytes.data, "");
    assert_int_equal(file_read(arena, folder, 100, &bytes), FILE_MISSING);
    g_free(path);
    folder_remove(folder);
    arena_free(arena);
}

/* ---- file: writing ---- */

static size_t entries(const char *folder)
{
    size_t count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(dir))
        count++;
    g_dir_close(dir);
    return count;
}

static void assert_holds(const char *path, const char *expected)
{
    char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    assert_string_equal(text, expected);
    g_free(text);
}

static void file_write_replaces_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = folder_new(), *path = g_build_filename(folder, "out.pdf", NULL);
    const char *why = NULL;
    assert_true(file_write(arena, path, (struct bytes){"first, and long", 15}, &why));
    assert_holds(path, "first, and long");
    assert_true(file_write(arena, path, (struct bytes){"second", 6}, &why));
    assert_holds(path, "second");
    assert_true(file_write(arena, path, (struct bytes){"", 0}, &why));
    assert_holds(path, "");
    assert_null(why);
    assert_int_equal(entries(folder), 1);
    g_free(path);
    folder_remove(folder);
    arena_free(arena);
}

/* A disk that is full, as far as a process can play it to itself. */
static void file_write_keeps_the_old_file_when_it_fails(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = folder_new(), *path = g_build_filename(folder, "out.pdf", NULL);
    put_file(folder, "out.pdf", "old");
    struct rlimit before, tight;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    tight = (struct rlimit){4096, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const char *why = NULL;
    const size_t size = 1 << 20;
    const bool written = file_write(arena, path, (struct bytes){arena_alloc(arena, size), size}, &why);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(written);
    assert_non_null(why);
    assert_holds(path, "old");
    assert_int_equal(entries(folder), 1);
    g_free(path);
    folder_remove(folder);
    arena_free(arena);
}

static void file_write_fails_with_a_reason(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = folder_new();
    static const char *const names[] = {"missing/out.pdf", "file/out.pdf", "folder"};
    put_file(folder, "file", "old");
    make_folder(folder, "folder");
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(folder, names[i], NULL);
        const char *why = NULL;
        assert_false(file_write(arena, path, (struct bytes){"new", 3}, &why));
        assert_non_null(why);
        g_free(path);
    }
    char *path = g_build_filename(folder, "file", NULL);
    assert_holds(path, "old");
    assert_int_equal(entries(folder), 2);
    g_free(path);
    folder_remove(folder);
    arena_free(arena);
}

static void file_make_folder_makes_parents(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char *folder = folder_new(), *deep = g_build_filename(folder, "a", "b", "c", NULL);
    const char *why = NULL;
    assert_true(file_make_folder(arena, deep, &why));
    assert_true(g_file_test(deep, G_FILE_TEST_IS_DIR));
    assert_true(file_make_folder(arena, deep, &why));
    put_file(folder, "file", "");
    char *blocked = g_build_filename(folder, "file", "b", NULL);
    assert_false(file_make_folder(arena, blocked, &why));
    assert_non_null(why);
    g_free(blocked);
    g_free(deep);
    folder_remove(folder);
    arena_free(arena);
}

/* ---- text ---- */

static void text_counts_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t words;
    } cases[] = {
        {"", 0},
        {"two cups", 2},
        {"  two\n\tcups ", 2},
        {"don't stop", 2},
        {"\u2014 \u2026", 0},
        {"\u00fcber \u2014 \u00e4lter", 2},
        {"\u201c7\u201d", 1},
        {"so-called", 1},
        {"two\u00a0cups", 2},
        {"\u4e24\u676f", 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (text_count_words(cases[i].text) != cases[i].words)
            fail_msg("\"%s\": %zu words", cases[i].text, text_count_words(cases[i].text));
    assert_int_equal(text_count_words(NULL), 0);
}

static void language_tags_have_a_form(void **state)
{
    (void)state;
    static const char *const good[] = {"fr", "haw", "en-GB", "de-1996", "zh-Hant", "sl-rozaj-biske-1994",
                                       "DE"};
    static const char *const bad[] = {
        "", "-", "f", "french", "fr-", "-fr", "fr_FR", "fr FR", "fr-waytoolong", "12", "fr--FR", "é"};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
        if (!text_is_language(good[i]))
            fail_msg("\"%s\" is a language", good[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        if (text_is_language(bad[i]))
            fail_msg("\"%s\" is no language", bad[i]);
}

static void text_slugs(void **state)
{
    (void)state;
    static const struct {
        const char *title, *slug;
    } cases[] = {
        {"Two Cups Again!", "two-cups-again"},
        {"  A -- B  ", "a-b"},
        {"Don't", "dont"},
        {"Don\u2019t", "dont"},
        {"Caf\u00e9 No. 5", "cafe-no-5"},
        {"\u65e5\u672c", "book"},
        {"", "book"},
        {"!?", "book"},
        {"Why Now?", "why-now"},
        {"../../etc", "etc"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_string_equal(text_slug(arena, cases[i].title, "book"), cases[i].slug);
    char words[101 + 1], letters[300 + 1];
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = i % 9 == 8 ? ' ' : 'w';
    memset(letters, 'x', sizeof letters);
    words[sizeof words - 1] = letters[sizeof letters - 1] = '\0';
    assert_string_equal(text_file_name(arena, "Two Cups", "book"), "two-cups");
    assert_int_equal(strlen(text_file_name(arena, words, "book")), 98);
    assert_int_equal(strlen(text_file_name(arena, letters, "book")), 100);
    arena_free(arena);
}

static void text_finds_the_nearest_name(void **state)
{
    (void)state;
    static const char *const names[] = {"worksheet", "lines", "box", "scale", "table"};
    static const struct {
        const char *wanted, *nearest;
    } cases[] = {
        {"worksheeet", "worksheet"},
        {"wrksheet", "worksheet"},
        {"lnies", "lines"},
        {"scales", "scale"},
        {"scle", "scale"},
        {"bx", "box"},
        {"li", NULL},
        {"xyz", NULL},
        {"", NULL},
        {"a name that is far longer than any that we will ever have in our tables", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *nearest = text_nearest(cases[i].wanted, names, G_N_ELEMENTS(names));
        if (g_strcmp0(nearest, cases[i].nearest) != 0)
            fail_msg("\"%s\" gives \"%s\"", cases[i].wanted, nearest ? nearest : "(NULL)");
    }
    assert_null(text_nearest("lines", names, 0));
}

static void text_knows_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length, offset;
        bool good;
    } cases[] = {
        {"plain", 5, 0, true},
        {"", 0, 0, true},
        {"gr\u00fcn \u4e24 \U0001F375", 14, 0, true},
        {"ab\xFF"
         "c",
         4, 2, false},
        {"a\0b", 3, 1, false},
        {"ab\xC3", 3, 2, false},
        {"\xC0\xAF", 2, 0, false},
        {"x\xED\xA0\x80", 4, 1, false},
        {"a\xF4\x90\x80\x80", 5, 1, false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        size_t offset = 0;
        const bool good = text_is_utf8(cases[i].bytes, cases[i].length, &offset);
        if (good != cases[i].good || (!good && offset != cases[i].offset))
            fail_msg("case %zu: %d at %zu", i, good, offset);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(arena_copies),
        cmocka_unit_test(diag_prints_place_line_caret_and_hint),
        cmocka_unit_test(diag_leaves_out_what_is_not_known),
        cmocka_unit_test(diag_sorts_by_place),
        cmocka_unit_test(diag_says_the_same_once),
        cmocka_unit_test(diag_counts_on_after_a_thousand),
        cmocka_unit_test(diag_shows_a_window_of_a_long_line),
        cmocka_unit_test(diag_counts_columns_in_characters),
        cmocka_unit_test(diag_survives_odd_sources),
        cmocka_unit_test(diag_colours_only_when_asked),
        cmocka_unit_test(file_resolve_stays_inside),
        cmocka_unit_test(file_read_inside_follows_no_link_out),
        cmocka_unit_test(file_read_knows_its_limit),
        cmocka_unit_test(file_write_replaces_whole),
        cmocka_unit_test(file_write_keeps_the_old_file_when_it_fails),
        cmocka_unit_test(file_write_fails_with_a_reason),
        cmocka_unit_test(file_make_folder_makes_parents),
        cmocka_unit_test(text_counts_words),
        cmocka_unit_test(text_slugs),
        cmocka_unit_test(language_tags_have_a_form),
        cmocka_unit_test(text_finds_the_nearest_name),
        cmocka_unit_test(text_knows_utf8),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
