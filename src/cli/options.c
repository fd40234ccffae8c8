#include <glib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"

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
        {"edition", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->editions,
         "What to write: epub, screen (repeatable, or a list with commas)", "NAME"},
        {"timings", 0, 0, G_OPTION_ARG_NONE, &options->timings,
         "Print what each stage takes: seconds, memory", NULL},
        G_OPTION_ENTRY_NULL,
    };
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE); /* GLib's would end the program */
    g_option_context_set_summary(context, command->purpose);
    g_option_context_set_description(context, command->help);
    if (command->writes_editions)
        g_option_context_add_main_entries(context, editions, NULL);
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
    g_free(options->output);
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
