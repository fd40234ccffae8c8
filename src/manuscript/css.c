#include "manuscript/css.h"

#include <string.h>

#include "manuscript/images.h"

enum { CSS_NESTING_LIMIT = 30 };

/* A sheet while it is read (CSS Syntax 3, section 5.4). What is good goes into `kept`. */
struct styles {
    struct reader *reader;
    struct source *source;
    const char *text;
    size_t at;
    GString *kept;    /* of the piece that is being written */
    struct css **end; /* where the next piece goes */
    bool failed;      /* the rest is not read */
    int depth;
};

/* What a value names, and what is wrong with it. */
struct finding {
    const char *code, *hint; /* NULL: nothing is wrong */
    size_t at;               /* of it */
    size_t url, url_end;     /* the first url(...) with a picture of the manuscript; end 0: none */
    const struct image *image;
};

static struct position place_of(const struct styles *styles, size_t offset)
{
    int low = 0, high = styles->source->lines;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        if (styles->source->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return source_at(styles->source, low + 1, (int)(offset - styles->source->starts[low]) + 1);
}

/* CSS that cannot be read: nobody can say where it goes on. */
static void fail(struct styles *styles, size_t offset, const char *hint, const char *message)
{
    if (!styles->failed)
        diags_report(styles->reader->diags, DIAG_ERROR, place_of(styles, offset), "css-syntax", hint, "%s",
                     message);
    styles->failed = true;
    styles->at = styles->source->text.length;
}

static void report(struct styles *styles, size_t offset, const char *code, const char *hint,
                   const char *message)
{
    diags_report(styles->reader->diags, DIAG_WARNING, place_of(styles, offset), code, hint, "%s", message);
}

/* ---- tokens, as far as they matter ---- */

static bool is_name(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

/* Behind a string; 0 when it does not end on its line. */
static size_t string_end(const char *text, size_t at)
{
    const char quote = text[at];
    for (size_t i = at + 1; text[i] && text[i] != '\n' && text[i] != '\r'; i++) {
        if (text[i] == '\\' && text[i + 1])
            i++;
        else if (text[i] == quote)
            return i + 1;
    }
    return 0;
}

/* Steps over one token: a comment, a string, or a character. */
static void step(struct styles *styles)
{
    const char *text = styles->text;
    const size_t at = styles->at;
    if (text[at] == '/' && text[at + 1] == '*') {
        const char *end = strstr(text + at + 2, "*/");
        if (end)
            styles->at = (size_t)(end - text) + 2;
        else
            fail(styles, at, "write */ behind it", "the comment never ends");
    } else if (text[at] == '"' || text[at] == '\'') {
        const size_t end = string_end(text, at);
        if (end)
            styles->at = end;
        else
            fail(styles, at, "a string ends on its line, with the mark it began with",
                 "the string never ends");
    } else {
        styles->at += text[at] == '\\' && text[at + 1] ? 2 : 1;
    }
}

/* White space and comments. */
static void skip_space(struct styles *styles)
{
    while (!styles->failed && styles->text[styles->at]) {
        const char *text = styles->text + styles->at;
        if (*text != ' ' && *text != '\t' && *text != '\n' && *text != '\r' && *text != '\f' &&
            !(text[0] == '/' && text[1] == '*'))
            return;
        step(styles);
    }
}

/* Moves to the first of these characters that is in no string, comment or bracket; the end where there is
 * none. */
static void seek(struct styles *styles, const char *stops)
{
    GString *open = g_string_new(NULL);
    const size_t from = styles->at;
    while (!styles->failed && styles->text[styles->at]) {
        const char c = styles->text[styles->at];
        if (!open->len && strchr(stops, c))
            break;
        if (c == '(' || c == '[') {
            g_string_append_c(open, c == '(' ? ')' : ']');
        } else if (c == ')' || c == ']') {
            if (!open->len || open->str[open->len - 1] != c)
                fail(styles, styles->at, "brackets close in the opposite order of their opening",
                     "the bracket closes nothing");
            else
                g_string_truncate(open, open->len - 1);
        }
        if (!styles->failed)
            step(styles);
    }
    if (open->len && !styles->failed)
        fail(styles, from, "brackets close in the opposite order of their opening",
             "a bracket that opens here never closes");
    g_string_free(open, TRUE);
}

/* A name in small letters, to be freed; the place is behind it. Escapes in it are refused: they only hide. */
static char *read_name(struct styles *styles)
{
    const size_t from = styles->at;
    while (is_name(styles->text[styles->at]))
        styles->at++;
    if (styles->text[styles->at] == '\\')
        fail(styles, styles->at, "write the name itself", "a name is written with an escape");
    return g_ascii_strdown(styles->text + from,
                           (gssize)(MIN(styles->at, styles->source->text.length) - from));
}

static void keep(struct styles *styles, size_t from, size_t to)
{
    g_string_append_len(styles->kept, styles->text + from, (gssize)(to - from));
}

/* Ends the piece; a picture follows it, or NULL. */
static void end_piece(struct styles *styles, const struct image *image)
{
    struct css *piece = ARENA_NEW(styles->reader->arena, struct css);
    piece->text = arena_string(styles->reader->arena, styles->kept->str);
    piece->image = image;
    g_string_truncate(styles->kept, 0);
    *styles->end = piece;
    styles->end = (struct css **)&piece->next;
}

/* ---- values ---- */

/* What stands in url(...), without its quotation marks. */
static char *url_of(const char *text, size_t from, size_t to)
{
    char *url = g_strstrip(g_strndup(text + from, to - from));
    const size_t length = strlen(url);
    if (length > 1 && (url[0] == '"' || url[0] == '\'') && url[length - 1] == url[0]) {
        memmove(url, url + 1, length - 2);
        url[length - 2] = '\0';
    }
    return url;
}

static bool is_font(const char *url)
{
    static const char *const ends[] = {".ttf", ".otf", ".woff", ".woff2", ".eot"};
    char *lower = g_ascii_strdown(url, -1);
    bool font = false;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        font = font || g_str_has_suffix(lower, ends[i]);
    g_free(lower);
    return font;
}

/* A url(...) from `at`, whose bracket is at `open` and closes before `end`. */
static void look_at_url(struct styles *styles, size_t at, size_t open, size_t end, struct finding *finding)
{
    char *url = url_of(styles->text, open + 1, end - 1);
    const size_t scheme = strcspn(url, ":/?#");
    const bool outside =
        g_str_has_prefix(url, "//") || (url[scheme] == ':' && scheme > 0) || strchr(url, '\\');
    if (*url == '#' || finding->code) {
        /* a part of what is styled */
    } else if (outside || !*url) {
        *finding = (struct finding){
            "css-url", "a book has its pictures with it: name a file of the manuscript", at, 0, 0, NULL};
    } else if (is_font(url)) {
        *finding = (struct finding){
            "css-font", "put the file into the fonts folder, and name its family in book.yaml: style: fonts:",
            at,         0,
            0,          NULL};
    } else if (finding->image) {
        *finding =
            (struct finding){"css-url", "write a declaration of its own for each picture", at, 0, 0, NULL};
    } else {
        finding->image = images_find(styles->reader, styles->source->base, url, place_of(styles, at));
        finding->url = at;
        finding->url_end = end;
    }
    g_free(url);
}

/* Reads a value up to its end, from here to `to`. */
static struct finding look_at_value(struct styles *styles, size_t from, size_t to)
{
    struct finding finding = {0};
    const size_t after = styles->at;
    styles->at = from;
    while (styles->at < to && !styles->failed) {
        if (!is_name(styles->text[styles->at])) {
            step(styles);
            continue;
        }
        const size_t at = styles->at;
        char *name = read_name(styles);
        const size_t open = styles->at;
        if (!styles->failed && styles->text[open] == '(') {
            if (strcmp(name, "url") == 0) {
                styles->at++;
                seek(styles, ")");
                if (!styles->failed)
                    look_at_url(styles, at, open, styles->at + 1, &finding);
            } else if (strcmp(name, "src") == 0 || strcmp(name, "expression") == 0 ||
                       g_str_has_suffix(name, "image-set")) {
                finding =
                    (struct finding){"css-url", "url(...) names a picture of the manuscript", at, 0, 0, NULL};
            }
        }
        g_free(name);
    }
    styles->at = styles->failed ? styles->at : after;
    return finding;
}

/* ---- declarations ---- */

/* Properties that no book may set, or that readers refuse; NULL: it may be set. */
static const char *refused(const char *property, const char *value)
{
    if (strcmp(property, "direction") == 0 || strcmp(property, "unicode-bidi") == 0)
        return "directions are said in the text: <div dir=\"rtl\">, <span dir=\"rtl\">";
    if (strcmp(property, "behavior") == 0 || strcmp(property, "-moz-binding") == 0)
        return "a book runs no scripts";
    if (strcmp(property, "position") == 0 && strstr(value, "fixed"))
        return "e-readers turn pages: nothing stays where it is";
    return NULL;
}

/* Keeps a declaration from `from` up to here, or says why not. */
static void take_declaration(struct styles *styles, size_t from, const char *property, size_t value)
{
    const size_t end = styles->at;
    char *words = g_ascii_strdown(styles->text + value, (gssize)(end - value));
    const char *refusal = refused(property, words);
    g_free(words);
    if (refusal) {
        report(styles, from, "css-property", refusal, "the declaration is left out");
        return;
    }
    const struct finding finding = look_at_value(styles, value, end);
    if (styles->failed)
        return;
    if (finding.code) {
        report(styles, finding.at, finding.code, finding.hint, "the declaration is left out");
    } else if (finding.image) {
        keep(styles, from, finding.url);
        end_piece(styles, finding.image);
        keep(styles, finding.url_end, end);
        g_string_append_c(styles->kept, ';');
    } else {
        keep(styles, from, end);
        g_string_append_c(styles->kept, ';');
    }
}

static void read_at_rule(struct styles *styles);

/* Declarations up to the brace that closes them, which is left to the caller. */
static void read_declarations(struct styles *styles)
{
    for (;;) {
        const size_t space = styles->at;
        skip_space(styles);
        if (!styles->failed)
            keep(styles, space, styles->at);
        const char c = styles->text[styles->at];
        if (styles->failed || !c || c == '}')
            return;
        if (c == ';') {
            styles->at++;
            continue;
        }
        if (c == '@') { /* a box in the margin of @page, a query inside a rule */
            read_at_rule(styles);
            continue;
        }
        const size_t from = styles->at;
        char *property = read_name(styles);
        skip_space(styles);
        if (!styles->failed && (!*property || styles->text[styles->at] != ':')) {
            fail(styles, from,
                 "a declaration is a name, a colon and a value: margin: 1em; and a rule closes with }",
                 "this is no declaration");
        } else if (!styles->failed) {
            const size_t value = ++styles->at;
            seek(styles, ";{}");
            if (!styles->failed && styles->text[styles->at] == '{')
                fail(styles, from, "close the rule before with }; rules inside rules are not for e-readers",
                     "a rule stands inside another");
            if (!styles->failed)
                take_declaration(styles, from, property, value);
        }
        g_free(property);
    }
}

/* ---- rules ---- */

static void read_rules(struct styles *styles);

static bool holds_rules(const char *name)
{
    static const char *const names[] = {"media",     "supports",  "layer",
                                        "container", "keyframes", "-webkit-keyframes"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* What stands between braces; the place is at the first one, and then behind the second. */
static void read_block(struct styles *styles, bool rules)
{
    const size_t open = styles->at++;
    g_string_append_c(styles->kept, '{');
    if (++styles->depth > CSS_NESTING_LIMIT)
        fail(styles, open, NULL, "the rules are nested too deep");
    else if (rules)
        read_rules(styles);
    else
        read_declarations(styles);
    styles->depth--;
    if (styles->failed)
        return;
    if (styles->text[styles->at] != '}') {
        fail(styles, open, "write } behind it", "the brace never closes");
        return;
    }
    styles->at++;
    g_string_append_c(styles->kept, '}');
}

/* A statement without a block: kept, or said to be none of a book's. */
static void take_statement(struct styles *styles, size_t from, const char *name)
{
    styles->at += styles->text[styles->at] == ';';
    if (strcmp(name, "import") == 0)
        report(styles, from, "css-import", "copy what you need into this file", "the import is left out");
    else if (strcmp(name, "charset") != 0) /* it is UTF-8 */
        keep(styles, from, styles->at);
}

static void read_at_rule(struct styles *styles)
{
    const size_t from = styles->at++;
    char *name = read_name(styles);
    if (!styles->failed)
        seek(styles, ";{}");
    if (styles->failed) {
        /* reported */
    } else if (styles->text[styles->at] != '{') {
        take_statement(styles, from, name);
    } else if (strcmp(name, "font-face") == 0) {
        const size_t open = styles->at++;
        seek(styles, "{}");
        if (!styles->failed && styles->text[styles->at++] != '}')
            fail(styles, open, "write } behind it", "the brace never closes");
        if (!styles->failed)
            report(styles, from, "css-font",
                   "put the file into the fonts folder, and name its family in book.yaml: style: fonts:",
                   "the rule is left out");
    } else {
        keep(styles, from, styles->at);
        read_block(styles, holds_rules(name));
    }
    g_free(name);
}

/* Rules up to a brace that closes those around them, or the end. */
static void read_rules(struct styles *styles)
{
    for (;;) {
        const size_t space = styles->at;
        skip_space(styles);
        if (styles->failed)
            return;
        keep(styles, space, styles->at);
        const char c = styles->text[styles->at];
        if (!c || (c == '}' && styles->depth))
            return;
        if (c == '@') {
            read_at_rule(styles);
            continue;
        }
        const size_t from = styles->at;
        seek(styles, ";{}");
        if (styles->failed)
            return;
        if (styles->text[styles->at] != '{' || styles->at == from) {
            fail(styles, from, "a rule is a selector with declarations in braces: p { margin: 1em; }",
                 "this is no rule");
            return;
        }
        keep(styles, from, styles->at);
        read_block(styles, false);
    }
}

const struct css *css_read(struct reader *reader, const char *name, struct position at)
{
    enum file_result result;
    struct source *source = source_read(reader->arena, reader->diags, reader->folder, name, &result);
    const bool large = result == FILE_TOO_LARGE || (source && source->text.length > CSS_AT_MOST);
    if (result != FILE_OK || large)
        diags_report(reader->diags, DIAG_ERROR, at, "css-missing", "a file of the manuscript, at most 1 MB",
                     "the style sheet \"%s\" cannot be read", name);
    if (!source || large)
        return NULL;
    const struct css *first = NULL;
    struct styles styles = {
        .reader = reader, .source = source, .text = source->text.data, .kept = g_string_new(NULL)};
    styles.end = (struct css **)&first;
    read_rules(&styles);
    end_piece(&styles, NULL);
    g_string_free(styles.kept, TRUE);
    return styles.failed ? NULL : first;
}
