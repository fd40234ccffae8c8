/* config_cover: what the back of the printed cover says, and its barcode. */
#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/config_keys.h"

static void add_blurb(struct reader *reader, struct blurb **end, const char *text, struct position at)
{
    while (*end)
        end = &(*end)->next;
    *end = ARENA_NEW(reader->arena, struct blurb);
    **end = (struct blurb){.text = clean_text(reader, text), .at = at};
}

/* A text in paragraphs: a blank line lies between two. Lines are the manuscript's, not the cover's. In a folded text
 * (">") YAML has joined the lines already, and what was a blank line is the end of one (YAML 1.2.2, 8.1.3). */
static void add_paragraphs(struct reader *reader, struct blurb **end, const char *text, bool folded, struct position at)
{
    char **lines = g_strsplit(text, "\n", -1);
    GString *paragraph = g_string_new(NULL);
    for (char **line = lines;; line++) {
        const bool over = !*line || !*g_strstrip(*line);
        if (!over)
            g_string_append_printf(paragraph, "%s%s", paragraph->len ? " " : "", *line);
        if (paragraph->len && (over || folded)) {
            add_blurb(reader, end, paragraph->str, at);
            g_string_truncate(paragraph, 0);
        }
        if (!*line)
            break;
    }
    g_string_free(paragraph, TRUE);
    g_strfreev(lines);
}

void own_cover_back(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "a text; a blank line begins a new paragraph");
    if (text)
        add_paragraphs(config->reader, &config->reader->book->cover.back, text,
                       fy_node_get_style(value) == FYNS_FOLDED, at);
}

void own_cover_inside(struct config *config, struct fy_node *value, struct position at)
{
    static const char hint[] = "a list of lines: [Twelve letters, A journal for thirty days]";
    struct reader *reader = config->reader;
    struct blurb **lines = &reader->book->cover.inside;
    void *state = NULL;
    if (!value || !fy_node_is_sequence(value)) {
        const char *text = config_wanted(config, value, at, hint);
        if (text)
            add_blurb(reader, lines, text, at);
        return;
    }
    for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state));) {
        const struct position place = config_place(config, node, at);
        const char *text = config_wanted(config, node, place, hint);
        if (text)
            add_blurb(reader, lines, text, place);
    }
}

void own_cover_barcode(struct config *config, struct fy_node *value, struct position at)
{
    static const char *const names[] = {"auto", "isbn", "box", "none"}; /* in the order of enum barcode */
    static const char hint[] = "auto, isbn, box or none";
    struct cover *cover = &config->reader->book->cover;
    const char *text = config_wanted(config, value, at, hint);
    if (!text)
        return;
    cover->barcode_at = config_place(config, value, at);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], text) == 0) {
            cover->barcode = (enum barcode)i;
            return;
        }
    config_bad(config, cover->barcode_at, "value-range", hint, text);
}

static bool has_isbn(const struct metadata *about)
{
    return about->print_isbn || g_str_has_prefix(about->identifier, "urn:isbn:");
}

void cover_finish(struct reader *reader, struct position at)
{
    struct book *book = reader->book;
    if (!book->cover.back && book->about.description)
        add_paragraphs(reader, &book->cover.back, book->about.description, false, at);
    if (book->cover.barcode == BARCODE_ISBN && !has_isbn(&book->about))
        diags_report(reader->diags, DIAG_ERROR, book->cover.barcode_at, "isbn-missing", "say it: print: isbn: 978-...",
                     "cover.barcode asks for the bars of an ISBN, but the book has none");
}
