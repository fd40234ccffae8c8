/* words: what the program itself prints, in the book's language.
 *
 * Languages: words.c's table. A language that is not there gets English
 * (words_known says so, and the reader of book.yaml warns). */
#ifndef BOOK_WORDS_H
#define BOOK_WORDS_H

#include <stdbool.h>

enum word {
    WORD_PART, WORD_CHAPTER, WORD_WORKSHEET, WORD_FIGURE, WORD_TABLE, WORD_PAGE, WORD_CONTENTS, WORD_NOTES,
    WORD_INDEX, WORD_SEE, WORD_SEE_ALSO,
    WORD_FIGURES, WORD_TABLES, WORD_WORKSHEETS, /* in the order of enum listing */
    WORD_NOTE, WORD_TIP, WORD_IMPORTANT, WORD_WARNING, WORD_CAUTION,
    WORD_PAUSE_HERE, WORD_RESEARCH, WORD_CARRY, WORD_INSIDE,
    WORD_EXAMPLE, WORD_THEN, WORD_YES, WORD_NO, WORD_NOT_SURE,
    WORD_DATE, WORD_SIGNATURE, WORD_SOLO, WORD_EACH, WORD_PAIR, WORD_PRIVATE,
    WORD_LIGHT, WORD_STEADY, WORD_DEEP, /* effort 1 to 3 */
    WORD_MONDAY, WORD_TUESDAY, WORD_WEDNESDAY, WORD_THURSDAY, WORD_FRIDAY, WORD_SATURDAY, WORD_SUNDAY,
    WORD_DEAR, WORD_FROM, WORD_UNSENT, /* of a letter: how it opens, how it ends, that it is not to be sent */
    WORD_MOOD, WORD_NUMBER_OF_WORDS, WORD_TYPE_HERE, /* "type here; draw on paper" */
    WORD_DAY, WORD_TOTAL, WORD_BACK_TO, /* "Back to": link from a sheet to its chapter */
    WORD_COVER, WORD_TITLE_PAGE, WORD_NAVIGATION, WORD_LANDMARKS, WORD_START, WORD_PAGE_LIST,
    WORD_FILLER, /* the purpose line of a notes page */
    /* the e-reader's instructions; %s and %d as said */
    WORD_NOTEBOOK,    /* "Write this in a notebook. Head the page %s." (the sheet's label) */
    WORD_ABOUT_LINES, /* "about %d lines" */
    WORD_ONE_LINE,    /* "one line" */
    WORD_FREE_SPACE,  /* "half a page, to write or draw" */
    WORD_NUMBER_FROM, /* "a number from %d (%s) to %d (%s)" */
    WORD_NUMBER_PLAIN,/* "a number from %d to %d" */
    WORD_TICK,        /* "Note which of these are true." */
    WORD_ADD_OWN,     /* "Add up to %d of your own." */
    WORD_ANSWER_YESNO, WORD_ANSWER_UNSURE, /* "Answer yes or no." "Answer yes, no or not sure." */
    WORD_FOR_EACH,    /* "For each, write:" */
    WORD_ROWS,        /* "%d rows" */
    WORD_SIGN,        /* "Sign and date your page." */
    WORD_TALLY,       /* "Keep a tally in your notebook for %d days:" */
    WORD_WHEEL,       /* "Give each a number from 0 to %d. Which is lowest?" */
    WORD_EACH_DAY,    /* "For each day from Monday to Sunday, plan:" is composed: "For each day, plan:" */
    WORD_COUNT_TICKS, /* "Count your ticks for %s: out of %d." */
    WORD_ONLY,        /* "Only: %s" */
    WORD_PAIRS,       /* "Write %d pairs:" */
    WORD_TREE,        /* "Answer in order." */
    WORD_GO_TO,       /* "go to question %d" */
    WORD_PRINT_PAGE,  /* "To fill it in on paper, turn to page %s of %s." (page label, file name) */
    WORD_TIMES, /* "%d times" */
    WORD_CUT_BACK, /* on the back of a sheet that is cut out */
    WORD_ABOVE_LINE, WORD_BELOW_LINE, /* of a timeline whose sides have no words of their own */
    WORD_TIMELINE,   /* "List up to %d events in order. For each, write:" */
    WORD_ACROSS, WORD_UP, /* the two numbers of a plot */
    WORD_SKETCH,      /* "Sketch it in a notebook, or write a list." */
    WORD_SORT,        /* "Put each under one of these:" */
    WORD_BY_HAND,     /* "Write it by hand if you can." */
    WORD_CHOOSE,      /* "Choose one:" */
    WORD_BEFORE, WORD_STOP, /* before a sheet's own words: "Before you start: ..." */
    WORD_AND_BACK, /* "and back to %d": where a round begins again */
    WORD_LADDER, /* "From step 1, the lowest, up to step %d:" */
    WORD_REPEAT, /* of a sheet that is used more than once */
    WORD_ME, WORD_YOU, /* two who answer the same */
    WORD_WEEK, WORD_REVIEW, /* "Look at it again on": before a blank for a date */
    WORD_OWN_CALENDAR, WORD_KEEP_PRIVATE, /* the e-reader's advice on calendars and lists of people */
    /* the accessibility summary of an EPUB, sentence by sentence */
    WORD_ACCESS_TEXT, WORD_ACCESS_ALT, WORD_ACCESS_NO_ALT, WORD_ACCESS_DESCRIBED, WORD_ACCESS_NOTES, WORD_ACCESS_SHEETS,
    WORD_ACCESS_PAGES, WORD_ACCESS_INDEX, WORD_ACCESS_GLOSSARY, WORD_ACCESS_STILL, WORD_ACCESS_MOVING,
    WORD_GLOSSARY, /* a landmark */
    WORD_COUNT
};

struct words;

/* The words of a BCP 47 tag's language ("de-AT" finds "de"); never NULL. */
const struct words *words_find(const char *lang);
bool words_known(const char *lang);

/* The language that the words are in: "en", "de"; static. */
const char *words_language(const struct words *words);
const char *words_get(const struct words *words, enum word word);

/* A colon between words, with the spaces that the language wants. */
const char *words_colon(const struct words *words);

/* "Part One", "Teil 1": the label of a part, spelled out where the language's table does; static or from the table. */
const char *words_part_number(const struct words *words, int number);

#endif
