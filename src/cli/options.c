#include <glib.h>
#include <stdio.h>
#include <unistd.h>

#include "book/edition.h"
#include "cli/cli.h"

/* What --edition takes. Lives as long as the program: GLib keeps no copy. */
static const char *edition_help(void)
{
    struct arena *arena = arena_new();
    const char *names = edition_names(arena, "or");
    const char *help =
        g_intern_string(arena_printf(arena, "What to write: %s (repeatable, or a list with commas)", names));
    arena_free(arena);
    return help;
}

/* What a command's help ends in: its own words, and where it writes editions a line for each. Freed with
 * g_free. */
static char *closing_help(const struct command *command)
{
    GString *help = g_string_new(NULL);
    if (command->writes_editions) {
        g_string_append(help, "Editions:\n");
        for (size_t i = 0; i < EDITION_COUNT; i++) {
            const struct edition_rule *rule = &edition_rules[i];
            char *file = g_strdup_printf("NAME%s", rule->ending);
            g_string_append_printf(help, "  %-12s %-20s %s\n", rule->name, file, rule->help);
            g_free(file);
        }
        g_string_append_c(help, '\n');
    }
    g_string_append(help, command->help);
    return g_string_free(help, FALSE);
}

static GOptionContext *context_new(struct options *options, const struct command *command)
{
    const GOptionEntry common[] = {
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "Say nothing but problems", NULL},
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose,
         "Say where fonts come from, and what takes how long", NULL},
        {"no-color", 0, 0, G_OPTION_ARG_NONE, &options->no_color, "No colours", NULL},
        {"help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "Show this help", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->arguments, NULL,
         command->arguments},
        G_OPTION_ENTRY_NULL,
    };
    const GOptionEntry editions[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
         "Where to write (default: output/ beside the manuscript)", "DIR"},
        {"edition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->editions, edition_help(), "NAME"},
        {"sheets", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->sheets,
         "Of the worksheets only these: \"4, 8-12\"", "NUMBERS"},
        {"share", 0, 0, G_OPTION_ARG_NONE, &options->share,
         "Of the worksheets nothing that is marked private", NULL},
        {"paper", 0, 0, G_OPTION_ARG_FILENAME, &options->paper, "At home: a4 or letter", "PAPER"},
        {"booklet", 0, 0, G_OPTION_ARG_NONE, &options->booklet, "At home: two pages a side, to be folded", NULL},
        {"holes", 0, 0, G_OPTION_ARG_FILENAME, &options->holes,
         "At home: room for two or three holes, or of a LENGTH (\"25mm\"); or none", "HOLES"},
        {"timings", 0, 0, G_OPTION_ARG_NONE, &options->timings,
         "Print what each stage takes: seconds, memory", NULL},
        G_OPTION_ENTRY_NULL,
    };
    const GOptionEntry press[] = {
        {"press", 0, 0, G_OPTION_ARG_STRING, &options->press, "The rules of a shop, too: kdp or ingram", "SHOP"},
        G_OPTION_ENTRY_NULL,
    };
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE); /* GLib's would end the program */
    g_option_context_set_summary(context, command->purpose);
    char *closing = closing_help(command);
    g_option_context_set_description(context, closing);
    g_free(closing);
    if (command->writes_editions)
        g_option_context_add_main_entries(context, editions, NULL);
    if (command->checks_press)
        g_option_context_add_main_entries(context, press, NULL);
    g_option_context_add_main_entries(context, common, NULL);
    return context;
}

static bool count_right(const struct options *options, const struct command *command)
{
    const size_t count = g_strv_length(options->arguments);
    if (options->help || (count >= command->least && count <= command->most))
        return true;
    if (count < command->least)
        fprintf(stderr, "rekindle: %s needs %s\n", command->name, command->arguments);
    else
        fprintf(stderr, "rekindle: %s: one argument too many: \"%s\"\n", command->name,
                options->arguments[command->most]);
    return false;
}

bool options_read(struct options *options, const struct command *command, int argc, char **argv)
{
    GOptionContext *context = context_new(options, command);
    GError *error = NULL;
    bool good = g_option_context_parse(context, &argc, &argv, &error);
    if (!options->arguments)
        options->arguments = g_new0(char *, 1);
    if (!good) {
        fprintf(stderr, "rekindle: %s: %s\n", command->name, error->message);
        g_error_free(error);
    }
    good = good && count_right(options, command);
    if (!good)
        fprintf(stderr, "Try 'rekindle %s --help'.\n", command->name);
    g_option_context_free(context);
    return good;
}

void options_clear(struct options *options)
{
    g_strfreev(options->arguments);
    g_strfreev(options->editions);
    g_strfreev(options->sheets);
    g_free(options->output);
    g_free(options->paper);
    g_free(options->holes);
    g_free(options->press);
}

char *options_help(const struct command *command)
{
    struct options unused = {0};
    GOptionContext *context = context_new(&unused, command);
    char *name = g_strdup_printf("rekindle %s", command->name);
    g_set_prgname(name); /* GLib prints it as the program's */
    char *help = g_option_context_get_help(context, TRUE, NULL);
    g_set_prgname("rekindle");
    g_free(name);
    g_option_context_free(context);
    return help;
}

bool wants_color(const struct options *options)
{
    const char *no_color = g_getenv("NO_COLOR"), *term = g_getenv("TERM");
    return !options->no_color && !(no_color && *no_color) && term && g_strcmp0(term, "dumb") != 0 &&
           isatty(STDERR_FILENO);
}
