/* cli: what the commands share: their options, their table, the way from a folder to pages.
 *
 * A command gets its parsed options and returns an exit code. What it makes is owned by its run, which
 * run_close frees; strings come from the run's arena. Results go to stdout, everything else to
 * stderr. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "book/book.h"
#include "book/fonts.h"
#include "layout/face.h"
#include "layout/page.h"

/* ---- options ---- */

enum exit_code { EXIT_DONE = 0, EXIT_MANUSCRIPT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

struct options {
    char **arguments; /* those that are no options; ends in NULL, never NULL itself */
    int help, quiet, verbose, no_color;
    int timings;     /* build */
    char *output;    /* build: the folder; NULL = beside the manuscript */
    char **editions; /* build: as given, comma lists and all; NULL = the book's own choice */
    char **sheets;   /* build: the same, of the worksheets' numbers; NULL = all */
    int share;       /* build: leaves out what is private */
    char *paper;     /* build, for the edition home: as given; NULL = the book's own choice */
    char *holes;     /* build: the same, margin for holes */
    int booklet;     /* build: two pages a side */
    char *press;     /* check: by the rules of that shop; NULL: of none */
};

struct command {
    const char *name;
    const char *arguments; /* "[MANUSCRIPT]", for help */
    const char *purpose;   /* one line */
    const char *help;      /* what else a user wants to know */
    size_t least, most;    /* arguments */
    bool writes_editions;  /* takes -o, --edition, the options of editions, and --timings */
    bool checks_press;     /* takes --press */
    int (*run)(const struct options *options);
};

extern const struct command build_command, check_command, new_command, dump_command;

/* Reads a command's arguments (argv[0] is the command's name). False, with a message on stderr, when they are
 * wrong. In both cases the caller frees with options_clear. */
bool options_read(struct options *options, const struct command *command, int argc, char **argv);
void options_clear(struct options *options);

/* A command's help. Freed with g_free. */
char *options_help(const struct command *command);

/* ---- the reference of elements and frames ---- */

/* All of them. */
void reference_print(FILE *to);

/* One by its name. False, with a message on stderr that names the nearest, when there is none. */
bool reference_print_one(FILE *to, const char *name);

/* ---- places ---- */

/* The installed data: fonts, hyphenation, sample. */
const char *share_folder(struct arena *arena);

/* A name beside a folder: "a/b" and "output" give "a/output". */
const char *path_beside(struct arena *arena, const char *folder, const char *name);

/* Whether diagnostics get colours: on a terminal that knows them, unless the user says no. */
bool wants_color(const struct options *options);

/* ---- a run: folder -> book -> pages ---- */

struct progress;

struct run {
    const struct options *options;
    struct arena *arena;
    struct diags *diags;
    struct progress *progress;
    const char *folder; /* the manuscript */
    const char *share;
    struct font_files *fonts;
    struct book *book;
    struct faces *faces;
    struct pages *pages;
    struct bytes front; /* the cover's picture, once it is made */
    bool reported;
};

/* Each step is skipped by a false before it. Errors go to the run's diagnostics. */
bool run_open(struct run *run, const struct options *options, const char *manuscript); /* NULL: look for it */
bool run_read(struct run *run);   /* fonts and book, prepared; true also when the book has errors */
bool run_layout(struct run *run); /* faces and pages; false when the book has errors */

/* Ends the progress line, prints the diagnostics, then the timings: to be called before anything goes to
 * stdout. */
void run_report(struct run *run);

/* Frees everything, after a report if there was none yet. The exit code is `code`, unless that is EXIT_DONE
 * and there were errors. */
int run_close(struct run *run, enum exit_code code);

/* "212 pages, 41,032 words, 38 worksheets" */
const char *run_summary(struct run *run);

/* "41,032 words" */
const char *count_of(struct arena *arena, size_t count, const char *one, const char *many);

/* ---- progress ---- */

/* A line on stderr, if that is a terminal, once half a second has gone by; in a verbose run instead
 * a line with its time for each stage. */
struct progress *progress_new(const struct options *options);
void progress_stage(struct progress *progress, const char *stage); /* borrowed; NULL: none */
void progress_made(struct progress *progress, const char *made);   /* by the stage, for --timings; borrowed */
void progress_end(struct progress *progress);                      /* takes the line away; the time goes on */
void progress_timings(const struct progress *progress);            /* prints them, if they are asked for */
double progress_seconds(const struct progress *progress);
void progress_free(struct progress *progress);

#endif
