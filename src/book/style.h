/* style: how the book looks, as plain data that every back end reads.
 *
 * The defaults are the design of the book we ship; each member is a key of book.yaml. All lengths are points: millimetres and
 * inches are converted once, when book.yaml is read. Colours are red, green, blue from 0 to 1. */
#ifndef BOOK_STYLE_H
#define BOOK_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#define MM (72.0 / 25.4) /* points in a millimetre */

/* The thinnest line and the smallest letters that a press prints (KDP); the quiet zone of a page's edge (of
 * IngramSpark, half an inch). Points. */
#define HAIRLINE 0.75
#define SMALLEST 7
#define SAFETY 36

struct colour {
    double red, green, blue;
};

/* Three voices: one to read, one to do, one of somebody else; and code. */
enum font { FONT_TEXT, FONT_SANS, FONT_HAND, FONT_MONO, FONT_COUNT };

/* What a piece of text is for. Every text on a page has a role, and a role has one look. */
enum role {
    ROLE_TEXT,
    ROLE_INITIAL,        /* the two-line first letter of a chapter */
    ROLE_OPENING,        /* the first words of a chapter */
    ROLE_CHAPTER_NUMBER,
    ROLE_CHAPTER_TITLE,
    ROLE_PART_LABEL,     /* "Part One" */
    ROLE_PART_TITLE,
    ROLE_SECTION,        /* ## */
    ROLE_SUBSECTION,     /* ### and below */
    ROLE_RUNNING_HEAD,
    ROLE_FOLIO,
    ROLE_NOTE,           /* footnotes */
    ROLE_CAPTION,
    ROLE_MARGIN,         /* pointers in the margin column */
    ROLE_BOX_TITLE,      /* "Pause here" */
    ROLE_RESEARCH,
    ROLE_PULL,
    ROLE_EPIGRAPH,
    ROLE_ATTRIBUTION,    /* whose words an epigraph's are */
    ROLE_TERM,           /* of a definition list */
    ROLE_INDEX,          /* lines of the index */
    ROLE_INDEX_LETTER,   /* and the letters between them */
    ROLE_CODE,
    ROLE_TABLE,
    ROLE_SHEET_LABEL,    /* "Worksheet 14" */
    ROLE_SHEET_TITLE,
    ROLE_PURPOSE,
    ROLE_STEPS,
    ROLE_PROMPT,         /* prompts and words inside worksheets */
    ROLE_FILL_IN,        /* sentences with gaps to write in */
    ROLE_HELP,           /* small words in worksheets: scale ends, hints */
    ROLE_EXAMPLE,        /* handwriting */
    ROLE_TITLE,          /* title page */
    ROLE_SUBTITLE,
    ROLE_AUTHOR,
    ROLE_CONTENTS,
    ROLE_CONTENTS_PART,
    ROLE_COVER_TITLE,
    ROLE_COVER_SUBTITLE,
    ROLE_COVER_AUTHOR,
    ROLE_COVER_SPINE,    /* the title on it */
    ROLE_COVER_BACK,     /* what the book promises */
    ROLE_COVER_INSIDE,   /* what is in it */
    ROLE_COUNT
};

enum caps { CAPS_NONE, CAPS_SMALL, CAPS_ALL }; /* all: the text in capitals, as a running head */

struct look {
    enum font font;
    double size, leading;
    int weight; /* 100 to 900 */
    bool italic;
    enum caps caps;
    int tracking;  /* thousandths of an em between letters */
    bool accent;   /* in the accent colour */
    bool justify;  /* when the style's alignment allows */
    bool hyphenate;
    bool lining;   /* lining figures instead of old-style ones */
    bool tabular;  /* figures all of one width, for columns */
};

enum filler { FILLER_BLANK, FILLER_NOTES };

/* What a running head says: the book's title; the part's (outside parts the book's); the chapter's (on a
 * worksheet's page the worksheet's); that of the first section on the page or else of the last one before it
 * (before any: the chapter's); or nothing. */
enum head { HEAD_TITLE, HEAD_PART, HEAD_CHAPTER, HEAD_SECTION, HEAD_NONE };

/* What a press takes: anything that is sound, or a file of PDF/X (ISO 15930-1, ISO 15930-7). */
enum print_standard { STANDARD_NONE, STANDARD_X1A, STANDARD_X4 };

struct style {
    /* the page */
    double width, height;      /* trim size */
    double inner;              /* spine to text */
    bool inner_fixed;          /* whatever the number of pages: gutter.h */
    double measure;            /* width of the text column */
    double gap, margin_column; /* 0, 0: no margin column */
    double top;                /* page top to the top of the first line */
    double head_baseline;      /* page top to the baseline of the running head */
    double leading;            /* of the baseline grid */
    int lines;                 /* a full page holds */
    enum filler filler;
    enum head verso_head, recto_head;
    /* its press edition */
    double bleed; /* of what reaches the page's edge, beyond it; 0: none */
    enum print_standard standard;
    /* the type */
    const char *family[FONT_COUNT];
    struct look look[ROLE_COUNT];
    bool justify; /* false: ragged right everywhere */
    bool hyphenate;
    bool initials; /* chapters open with a two-line letter and small capitals */
    /* Words that the author divides, in lower case, with a hyphen at each point: "re-kin-dle"; one without a
     * hyphen is never divided. Sorted; see style_hyphenation. */
    const char *const *hyphenation;
    size_t hyphenation_count;
    struct colour text, accent;
    double tint; /* of boxes: part of accent over white */
    /* worksheets */
    struct colour rule; /* of lines to write on */
    double rule_width, rule_spacing, check_size, circle;
};

/* The shipped look on 8 by 10 inches. */
void style_defaults(struct style *style);

/* The trim sizes that have a page design of their own: "8x10", "7.5x9.25", "letter", "a4",
 * "6x9" (and a5); other sizes ("140x210mm", "7x10in") get margins in proportion. Sets
 * the page members. False when the name is no size, or outside 100 to 320 mm wide, 150 to 450 mm high. */
bool style_set_trim(struct style *style, const char *trim);

/* "20mm", "0.5in", "12pt" or "12" in points. False when it is no length. */
bool style_length(const char *text, double *points);

/* The names that book.yaml uses: "chapter-title", "text" ... */
const char *role_name(enum role role);
const char *font_name(enum font font);

/* How the author divides a word, whatever its case: the entry with its hyphens, to be counted off in
 * characters; NULL when the dictionary decides. Borrowed from the style. */
const char *style_hyphenation(const struct style *style, const char *word);

/* For sorting and finding: compares two words, hyphens passed over. */
int style_compare_words(const char *one, const char *other);

/* Width of the whole type area: text column, gap and margin column. Worksheets use it. */
double style_full_width(const struct style *style);

#endif
