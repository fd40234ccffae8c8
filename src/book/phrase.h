/* phrase: words that HTML has a name for and Markdown has not: an abbreviation, a key, a small aside.
 *
 * The reader makes them of the elements it allows; a back end says what it does with each kind (a kind it
 * does not know the look of is its words). Names are borrowed and constant. */
#ifndef BOOK_PHRASE_H
#define BOOK_PHRASE_H

enum phrase {
    PHRASE_PLAIN, /* only what its attributes say */
    PHRASE_BOLD,
    PHRASE_ITALIC,
    PHRASE_UNDERLINED,
    PHRASE_SMALL,
    PHRASE_SUBSCRIPT,
    PHRASE_SUPERSCRIPT,
    PHRASE_MARKED,
    PHRASE_ABBREVIATION,
    PHRASE_WORK, /* the title of a work */
    PHRASE_DEFINED,
    PHRASE_CODE,
    PHRASE_KEYS,
    PHRASE_SAMPLE,
    PHRASE_VARIABLE,
    PHRASE_DELETED,
    PHRASE_INSERTED,
    PHRASE_TIME,
    PHRASE_ISOLATED,   /* of a direction of its own */
    PHRASE_OVERRIDDEN, /* each letter in the direction that is said */
    PHRASE_RUBY,       /* words with their reading: children, READING among them */
    PHRASE_READING,
    PHRASE_COUNT
};

/* What HTML calls it: "abbr". */
const char *phrase_name(enum phrase phrase);

#endif
