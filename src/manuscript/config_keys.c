#include "manuscript/config_keys.h"

#include <stddef.h>

#define IN(member) offsetof(struct book, member)
#define TEXT(path, member, unset)                                                                            \
    {                                                                                                        \
        path, KEY_TEXT, 0, 0, "a text", unset, IN(member), NULL, 3                                           \
    }
#define LENGTH(path, least, most, member, unset)                                                             \
    {                                                                                                        \
        path, KEY_LENGTH, least, most, NULL, unset, IN(member), NULL, 3                                      \
    }
#define FLAG(path, member, unset)                                                                            \
    {                                                                                                        \
        path, KEY_FLAG, 0, 0, "true|false", unset, IN(member), NULL, 3                                       \
    }
#define COLOUR(path, member, unset)                                                                          \
    {                                                                                                        \
        path, KEY_COLOUR, 0, 0, "a colour: \"#8C3F28\"", unset, IN(member), NULL, 3                          \
    }
#define OWN(path, takes, unset, function, pass)                                                              \
    {                                                                                                        \
        path, KEY_OWN, 0, 0, takes, unset, 0, function, pass                                                 \
    }

const struct config_key config_keys[] = {
    /* what it is */
    TEXT("title", about.title, NULL),
    TEXT("subtitle", about.subtitle, NULL),
    OWN("author", "a name, a list of names, or of {name, role, file-as}", NULL, own_author, 3),
    OWN("creator", "the same as author", NULL, own_author, 3),
    OWN("contributor", "a name, a list of names, or of {name, role, file-as}", NULL, own_contributor, 3),
    OWN("lang", "a language tag: en, en-GB, de", "en", own_lang, 1),
    OWN("date", "a day: 2026-05-31", NULL, own_date, 3),
    OWN("identifier", "an ISBN, or a URI: urn:uuid:...; {scheme, text}; a list of them", "made of title and author",
        own_identifier, 3),
    OWN("subject", "a text, or a list of texts, or of {text, authority, term}", NULL, own_subject, 3),
    OWN("keywords", "the same as subject", NULL, own_subject, 3),
    TEXT("belongs-to-collection", about.collection, NULL),
    OWN("group-position", "a number: 2, or 2.1", NULL, own_position, 3),
    {"collection-type", KEY_CHOICE, 0, 0, "series|set", "series", IN(about.collection_type), NULL, 3},
    TEXT("rights", about.rights, NULL),
    TEXT("description", about.description, NULL),
    TEXT("publisher", about.publisher, NULL),
    OWN("output-name", "letters, digits, - _ and .", "made of the title", own_output_name, 3),
    OWN("hyphenation", "a list of words with their points: [re-kin-dle, attachment]", NULL, own_hyphenation,
        3),
    /* the cover */
    OWN("cover-image", "a picture of the manuscript: images/cover.png", NULL, own_cover_image, 3),
    TEXT("cover-image-alt", cover.alt, "made of the title"),
    OWN("cover.art", "a picture of the manuscript: images/cover.svg", NULL, own_cover_art, 3),
    COLOUR("cover.ground", cover.ground, "\"#F4EDE3\""),
    OWN("cover.back", "a text; a blank line begins a new paragraph", "the description", own_cover_back, 3),
    OWN("cover.inside", "a list of lines", NULL, own_cover_inside, 3),
    OWN("cover.barcode", "auto, isbn, box or none", "auto", own_cover_barcode, 3),
    /* what is said of its accessibility */
    OWN("accessibility.conforms-to", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA; or none", NULL, own_conforms_to, 3),
    TEXT("accessibility.certified-by", about.accessibility.certified_by, NULL),
    TEXT("accessibility.certifier-credential", about.accessibility.credential, NULL),
    OWN("accessibility.certifier-report", "the address of the report", NULL, own_certifier_report, 3),
    OWN("accessibility.exemption", "eaa-microenterprise, eaa-fundamental-alteration or eaa-disproportionate-burden", NULL,
        own_exemption, 3),
    TEXT("accessibility.summary", about.accessibility.summary, "made of what the book holds"),
    /* the page */
    OWN("print.isbn", "the ISBN of the printed book", NULL, own_print_isbn, 3),
    OWN("print.trim", "8x10, 7.5x9.25, letter, a4, a5, 6x9, or 140x210mm", "8x10", own_trim, 1),
    {"print.paper", KEY_CHOICE, 0, 0, "white|cream|color|premium-color", "white", IN(cover.paper), NULL, 3},
    LENGTH("print.spine", 1, 216, cover.spine, "made of the paper and the number of pages"),
    OWN("print.margins.inner", "a length from 27 to 144 points", "the design of the trim size", own_inner, 3),
    LENGTH("print.margins.measure", 180, 500, style.measure, "the design of the trim size"),
    LENGTH("print.margins.gap", 0, 72, style.gap, "the design of the trim size"),
    LENGTH("print.margins.column", 0, 250, style.margin_column, "the design of the trim size"),
    OWN("print.margins.top", "a length from 27 to 180 points", "the design of the trim size", own_top, 3),
    LENGTH("print.bleed", 0, 36, style.bleed, "0"),
    OWN("print.gutter", "auto, or a length from 27 to 144 points", "auto", own_gutter, 3),
    {"print.standard", KEY_CHOICE, 0, 0, "none|x-1a|x-4", "none", IN(style.standard), NULL, 3},
    OWN("print.margins.bottom", "a length from 27 to 180 points", "the design of the trim size", own_bottom, 4),
    /* the type */
    TEXT("style.fonts.text", style.family[FONT_TEXT], "EB Garamond"),
    TEXT("style.fonts.sans", style.family[FONT_SANS], "Source Sans 3"),
    TEXT("style.fonts.hand", style.family[FONT_HAND], "Caveat"),
    TEXT("style.fonts.mono", style.family[FONT_MONO], "Source Sans 3"),
    OWN("style.text-size", "a size from 8 to 18 points", "12", own_text_size, 2),
    OWN("style.leading", "from 10 to 27 points", "15", own_leading, 2),
    OWN("style.align", "justify|left", "justify", own_align, 3),
    FLAG("style.hyphenate", style.hyphenate, "true"),
    FLAG("style.initials", style.initials, "true"),
    COLOUR("style.accent", style.accent, "\"#8C3F28\""),
    {"style.tint", KEY_NUMBER, 0, 0.3, NULL, "0.06", IN(style.tint), NULL, 3},
    {"style.filler", KEY_CHOICE, 0, 0, "blank|notes", "blank", IN(style.filler), NULL, 3},
    {"style.heads.verso", KEY_CHOICE, 0, 0, "title|part|chapter|section|none", "part", IN(style.verso_head),
     NULL, 3},
    {"style.heads.recto", KEY_CHOICE, 0, 0, "title|part|chapter|section|none", "chapter",
     IN(style.recto_head), NULL, 3},
    /* printed at home */
    OWN("home.paper", "a4|letter", "what the language's country uses", own_home_paper, 3),
    {"home.layout", KEY_CHOICE, 0, 0, "single|booklet", "single", IN(home.layout), NULL, 3},
    OWN("home.holes", "none, two, three, or a length", "none", own_home_holes, 4),
    {"home.signature", KEY_INTEGER, 1, 40, NULL, "at most 20", IN(home.signature), NULL, 3},
    /* what is made */
    OWN("epub.css", "a file of the manuscript: epub.css", NULL, own_css, 3),
    OWN("epub.fonts", "embed|none", "embed", own_fonts, 3),
    OWN("editions", "a list of editions: [epub, screen, print]", "[epub, screen, print, cover]", own_editions, 3),
};
const size_t config_key_count = G_N_ELEMENTS(config_keys);

#define LOOK(member) offsetof(struct look, member)
#define LOOK_FLAG(name, member)                                                                              \
    {                                                                                                        \
        name, KEY_FLAG, 0, 0, "true|false", NULL, LOOK(member), NULL, 3                                      \
    }

const struct config_key config_look_keys[] = {
    {"font", KEY_CHOICE, 0, 0, "text|sans|hand|mono", NULL, LOOK(font), NULL, 3},
    {"size", KEY_LENGTH, 5, 144, NULL, NULL, LOOK(size), NULL, 3},
    {"leading", KEY_LENGTH, 6, 180, NULL, NULL, LOOK(leading), NULL, 3},
    {"weight", KEY_INTEGER, 100, 900, NULL, NULL, LOOK(weight), NULL, 3},
    LOOK_FLAG("italic", italic),
    {"caps", KEY_CHOICE, 0, 0, "none|small|all", NULL, LOOK(caps), NULL, 3},
    {"tracking", KEY_INTEGER, -50, 500, NULL, NULL, LOOK(tracking), NULL, 3},
    LOOK_FLAG("accent", accent),
    LOOK_FLAG("justify", justify),
    LOOK_FLAG("hyphenate", hyphenate),
    LOOK_FLAG("lining", lining),
    LOOK_FLAG("tabular", tabular),
};
const size_t config_look_key_count = G_N_ELEMENTS(config_look_keys);
