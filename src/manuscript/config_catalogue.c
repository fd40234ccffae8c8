/* config_catalogue: what libraries and shops know a book by: identifiers, subjects, its place in a series. */
#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/config_keys.h"

/* ---- ISBN (ISO 2108:2017; the older form with ten digits: ISO 2108:1992) ---- */

enum isbn { ISBN_NONE, ISBN_GOOD, ISBN_WRONG };

/* The digit that makes the weighted sum of twelve a multiple of ten. */
static char check_of_13(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 12; i++)
        sum += (digits[i] - '0') * (i % 2 ? 3 : 1);
    return (char)('0' + (10 - sum % 10) % 10);
}

/* The same of nine and eleven; ten is written X. */
static char check_of_10(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < 9; i++)
        sum += (digits[i] - '0') * (10 - i);
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? 'X' : (char)('0' + check);
}

/* Whether a text has the form of an ISBN; a good one is given as 13 digits, of a wrong one what its last should be. */
static enum isbn isbn_of(const char *text, char digits[14], char *check)
{
    char found[14];
    size_t count = 0;
    if (g_ascii_strncasecmp(text, "urn:isbn:", 9) == 0)
        text += 9;
    else if (g_ascii_strncasecmp(text, "ISBN", 4) == 0)
        text += 4 + strspn(text + 4, ": ");
    for (; *text; text++) {
        const char c = g_ascii_toupper(*text);
        if (c == '-' || c == ' ')
            continue;
        if (count >= 13 || !(g_ascii_isdigit(c) || (c == 'X' && count == 9)))
            return ISBN_NONE;
        found[count++] = c;
    }
    found[count] = '\0';
    if (count != 13 && count != 10)
        return ISBN_NONE;
    if (count == 13 && strncmp(found, "978", 3) != 0 && strncmp(found, "979", 3) != 0)
        return ISBN_NONE;
    *check = count == 13 ? check_of_13(found) : check_of_10(found);
    if (found[count - 1] != *check)
        return ISBN_WRONG;
    g_snprintf(digits, 14, "%s%.*s", count == 10 ? "978" : "", count == 10 ? 9 : 12, found);
    digits[12] = check_of_13(digits);
    digits[13] = '\0';
    return ISBN_GOOD;
}

/* As a URI (RFC 3187); NULL when it is none, or a wrong one, which is reported. */
static const char *isbn_uri(struct config *config, const char *text, struct position at, enum isbn *is)
{
    struct reader *reader = config->reader;
    char digits[14], check;
    *is = isbn_of(text, digits, &check);
    if (*is == ISBN_WRONG)
        diags_report(reader->diags, DIAG_ERROR, at, "isbn-check",
                     arena_printf(reader->arena, "compare it with what the agency gave you; after these digits the last is %c",
                                  check),
                     "\"%s\" is no ISBN: its check digit is wrong", text);
    return *is == ISBN_GOOD ? arena_printf(reader->arena, "urn:isbn:%s", digits) : NULL;
}

/* ---- identifiers ---- */

static const char identifier_hint[] = "an ISBN with 13 digits, or a URI: urn:uuid:...";

static const char *doi_of(struct config *config, const char *text)
{
    const char *bare = g_ascii_strncasecmp(text, "doi:", 4) == 0 ? text + 4 : text;
    return strncmp(bare, "10.", 3) == 0 && strchr(bare, '/') ? arena_printf(config->reader->arena, "doi:%s", bare) : NULL;
}

/* The identifier as it will be written; NULL with a report. */
static const char *identifier_of(struct config *config, const char *scheme, const char *text, struct position at)
{
    enum isbn is;
    const bool uuid = scheme && g_ascii_strcasecmp(scheme, "UUID") == 0 && g_uuid_string_is_valid(text);
    const char *isbn = isbn_uri(config, text, at, &is), *colon = g_uri_peek_scheme(text), *doi = doi_of(config, text);
    if (is != ISBN_NONE)
        return isbn;
    if (uuid)
        return arena_printf(config->reader->arena, "urn:uuid:%s", text);
    if (doi)
        return doi;
    const bool bad_uuid = g_ascii_strncasecmp(text, "urn:uuid:", 9) == 0 && !g_uuid_string_is_valid(text + 9);
    const bool wants_isbn = g_ascii_strncasecmp(text, "urn:isbn:", 9) == 0 || (scheme && g_ascii_strncasecmp(scheme, "ISBN", 4) == 0);
    if (colon && !bad_uuid && !wants_isbn && !text[strcspn(text, " \t\r\n\"<>")])
        return text;
    config_bad(config, at, "value-range",
               bad_uuid     ? "urn:uuid: and 32 hexadecimal digits: urn:uuid:c87340e8-1016-41a2-bfd0-894b5a45d384"
               : wants_isbn ? "an ISBN has 13 digits (978 or 979 first), or 10"
                            : identifier_hint,
               text);
    return NULL;
}

static bool is_known(const struct metadata *about, const char *identifier)
{
    bool known = strcmp(about->identifier, identifier) == 0;
    for (const struct identifier *other = about->identifiers; other && !known; other = other->next)
        known = strcmp(other->text, identifier) == 0;
    return known;
}

static void read_identifier(struct config *config, struct fy_node *node, struct position at)
{
    struct reader *reader = config->reader;
    const char *scheme = NULL, *text = NULL;
    if (fy_node_is_mapping(node)) { /* Pandoc's form */
        scheme = config_scalar(config, fy_node_mapping_lookup_by_string(node, "scheme", FY_NT));
        node = fy_node_mapping_lookup_by_string(node, "text", FY_NT);
        text = config_scalar(config, node);
        if (!text)
            config_bad(config, at, "value-type", "{scheme: ISBN-13, text: 978-...}", NULL);
    } else {
        text = config_wanted(config, node, at, identifier_hint);
    }
    const char *found = text ? identifier_of(config, scheme, text, config_place(config, node, at)) : NULL;
    if (!found)
        return;
    if (!reader->book->about.identifier) {
        reader->book->about.identifier = found;
        return;
    }
    if (is_known(&reader->book->about, found)) /* an ISBN in both its forms */
        return;
    struct identifier *other = ARENA_NEW(reader->arena, struct identifier), **end = &reader->book->about.identifiers;
    other->text = found;
    while (*end)
        end = &(*end)->next;
    *end = other;
}

void own_identifier(struct config *config, struct fy_node *value, struct position at)
{
    void *state = NULL;
    if (value && !fy_node_is_sequence(value))
        read_identifier(config, value, at);
    else if (value)
        for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state));)
            read_identifier(config, node, at);
}

/* A good ISBN as it is printed: with 13 digits, and the hyphens or spaces that its author has put between its parts;
 * which those are, only the agency's ever-growing table could say. */
static const char *isbn_shown(struct arena *arena, const char *text, const char *uri)
{
    const char *digits = uri + strlen("urn:isbn:");
    text += strcspn(text, G_CSET_DIGITS); /* "ISBN", "urn:isbn:" */
    size_t count = 0;
    for (const char *c = text; *c; c++)
        count += g_ascii_isalnum(*c) ? 1 : 0; /* the last of ten may be an X */
    GString *shown = g_string_new(count == 13 ? NULL : "978-");
    g_string_append_len(shown, text, (gssize)strlen(text) - 1);
    g_string_append_c(shown, digits[12]);
    g_strdelimit(shown->str, " ", '-');
    const char *kept = strpbrk(text, "- ") ? arena_string(arena, shown->str) : digits;
    g_string_free(shown, TRUE);
    return kept;
}

void own_print_isbn(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "an ISBN");
    enum isbn is;
    const char *uri = text ? isbn_uri(config, text, at, &is) : NULL;
    if (uri) {
        struct metadata *about = &config->reader->book->about;
        about->print_isbn = uri;
        about->print_isbn_shown = isbn_shown(config->reader->arena, text, uri);
    } else if (text && is == ISBN_NONE)
        config_bad(config, at, "value-range", "an ISBN has 13 digits (978 or 979 first), or 10", text);
}

/* ---- subjects ---- */

/* A subject of a scheme needs both: EPUB 3.3, section 5.5.3.2.6 and 5.5.4.1. */
static void check_authority(struct config *config, const struct subject *subject, struct position at)
{
    if ((subject->authority != NULL) != (subject->term != NULL))
        config_bad(config, at, "value-type", "authority and term belong together: {text: Walking, authority: BISAC, term: HEA022000}",
                   NULL);
}

static void read_subject_key(struct config *config, struct subject *subject, struct fy_node_pair *pair, struct position at)
{
    const char *key = config_scalar(config, fy_node_pair_key(pair));
    const char *text = config_scalar(config, fy_node_pair_value(pair));
    const struct position place = config_place(config, fy_node_pair_key(pair), at);
    if (!key || !text)
        config_bad(config, place, "value-type", "a subject is a text, or {text, authority, term}", NULL);
    else if (strcmp(key, "text") == 0)
        subject->text = clean_text(config->reader, text);
    else if (strcmp(key, "authority") == 0)
        subject->authority = text;
    else if (strcmp(key, "term") == 0)
        subject->term = text;
    else
        diags_report(config->reader->diags, DIAG_ERROR, place, "key-unknown", "text, authority and term",
                     "a subject has no \"%s\"", key);
}

static void add_subject(struct config *config, struct fy_node *node, struct position at)
{
    struct subject *subject = ARENA_NEW(config->reader->arena, struct subject);
    struct subject **end = &config->reader->book->about.subjects;
    if (fy_node_is_mapping(node)) {
        void *state = NULL;
        for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(node, &state));)
            read_subject_key(config, subject, pair, at);
        if (subject->text)
            check_authority(config, subject, at);
        else
            config_bad(config, at, "value-type", "a subject is a text, or {text, authority, term}", NULL);
    } else {
        const char *text = config_wanted(config, node, at, "a subject is a text, or {text, authority, term}");
        subject->text = text ? clean_text(config->reader, text) : NULL;
    }
    if (!subject->text)
        return;
    while (*end)
        end = &(*end)->next;
    *end = subject;
}

void own_subject(struct config *config, struct fy_node *value, struct position at)
{
    void *state = NULL;
    if (!value || !fy_node_is_sequence(value)) {
        if (value)
            add_subject(config, value, at);
        return;
    }
    for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state));)
        add_subject(config, node, at);
}

/* ---- the place in a series ---- */

/* One or more numbers with points between them: EPUB 3.3, section 5.5.3.2.9. */
static bool is_position(const char *text)
{
    bool digit = false;
    for (; *text; text++) {
        if (*text == '.' ? !digit : !g_ascii_isdigit(*text))
            return false;
        digit = *text != '.';
    }
    return digit;
}

void own_position(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, "a number: 2, or 2.1");
    if (text && is_position(text))
        config->reader->book->about.position = text;
    else if (text)
        config_bad(config, at, "value-range", "a number: 2, or 2.1", text);
}
