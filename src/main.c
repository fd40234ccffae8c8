/* rekindle: a folder of Markdown becomes an EPUB and a typeset PDF workbook. */
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/cli.h"

/* The one command that must know all the others stands here, with their table. */
static int help_run(const struct options *options);

static const struct command help_command = {
    .name = "help",
    .arguments = "[COMMAND|elements [NAME]]",
    .purpose = "Explain a command, or what an author can put on a worksheet.",
    .help = "'rekindle help elements' prints all elements and frames with their attributes, or the one of that name.",
    .most = 2,
    .run = help_run,
};

static const struct command *const commands[] = {&build_command, &check_command, &new_command, &dump_command,
                                                 &help_command};

static void print_help(FILE *to)
{
    fputs("rekindle turns a folder of Markdown into an EPUB and a PDF workbook.\n\n"
          "Usage: rekindle COMMAND [OPTION...] [ARGUMENT...]\n\n"
          "Commands:\n",
          to);
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        char *usage = g_strdup_printf("%s %s", commands[i]->name, commands[i]->arguments);
        fprintf(to, "  %-30s %s\n", usage, commands[i]->purpose);
        g_free(usage);
    }
    fputs("\n'rekindle help COMMAND' tells more about one, 'rekindle help elements' about worksheets.\n\n"
          "Options of the program itself:\n"
          "  -h, --help                     Show this help\n"
          "  --version                      Show the version\n",
          to);
}

static const struct command *find_command(const char *name)
{
    const char *names[G_N_ELEMENTS(commands)];
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        names[i] = commands[i]->name;
        if (strcmp(name, commands[i]->name) == 0)
            return commands[i];
    }
    const char *nearest = text_nearest(name, names, G_N_ELEMENTS(names));
    fprintf(stderr, "rekindle: there is no command \"%s\"", name);
    fprintf(stderr, nearest ? "; did you mean \"%s\"?\n" : "\n", nearest);
    fputs("Try 'rekindle --help'.\n", stderr);
    return NULL;
}

static void print_command_help(const struct command *command)
{
    char *help = options_help(command);
    fputs(help, stdout);
    g_free(help);
}

static int help_run(const struct options *options)
{
    const char *topic = options->arguments[0], *name = topic ? options->arguments[1] : NULL;
    if (!topic) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (strcmp(topic, "elements") == 0) {
        if (name)
            return reference_print_one(stdout, name) ? EXIT_DONE : EXIT_USAGE;
        reference_print(stdout);
        return EXIT_DONE;
    }
    const struct command *command = find_command(topic);
    if (!command)
        return EXIT_USAGE;
    if (name) {
        fprintf(stderr, "rekindle: help: one argument too many: \"%s\"\n", name);
        return EXIT_USAGE;
    }
    print_command_help(command);
    return EXIT_DONE;
}

static int run_command(const struct command *command, int argc, char **argv)
{
    struct options options = {0};
    int code = EXIT_USAGE;
    if (options_read(&options, command, argc, argv)) {
        if (options.help) {
            print_command_help(command);
            code = EXIT_DONE;
        } else {
            code = command->run(&options);
        }
    }
    options_clear(&options);
    return code;
}

/* The libraries below ask the environment for languages, fonts and ways to draw; a book must come out the
 * same whoever builds it. The locale stays C throughout: setlocale is never called. */
static void settle_environment(void)
{
    static const char *const meddling[] = {
        "LANGUAGE",        "PANGO_LANGUAGE",      "PANGOCAIRO_BACKEND",    "FC_LANG",
        "FONTCONFIG_FILE", "FREETYPE_PROPERTIES", "GDK_PIXBUF_MODULE_FILE"};
    for (size_t i = 0; i < G_N_ELEMENTS(meddling); i++)
        g_unsetenv(meddling[i]);
    g_setenv("LC_ALL", "C", TRUE);
    /* cairo then leaves its streams as they are: they are read again, changed and only then made small. */
    g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
    g_set_prgname("rekindle");
}

static int dispatch(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    if (!first) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (strcmp(first, "--version") == 0) {
        puts("rekindle " REKINDLE_VERSION);
        return EXIT_DONE;
    }
    if (*first == '-') {
        fprintf(stderr, "rekindle: there is no option \"%s\" before a command\nTry 'rekindle --help'.\n",
                first);
        return EXIT_USAGE;
    }
    const struct command *command = find_command(first);
    return command ? run_command(command, argc - 1, argv + 1) : EXIT_USAGE;
}

int main(int argc, char **argv)
{
    settle_environment();
    const int code = dispatch(argc, argv);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    fprintf(stderr, "rekindle: cannot write the answer: %s\n", g_strerror(errno));
    return EXIT_SYSTEM;
}
