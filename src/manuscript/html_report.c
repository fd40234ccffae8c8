#include <string.h>

#include "manuscript/html.h"

void html_report_out(struct parse *parse, const struct html_tag *tag)
{
    const bool gone = tag->rule && tag->rule->form == HTML_IS_GONE;
    const bool drawn = strcmp(tag->name, "svg") == 0 || strcmp(tag->name, "math") == 0;
    diags_report(
        parse->reader->diags, DIAG_WARNING, tag->at, "html-dropped",
        drawn
            ? "save it as a picture of its own, and write ![what it shows](images/it.svg)"
            : "Markdown and directives work in print too; the README lists the elements that a book can have",
        gone                      ? "<%.40s> is left out, with all that is in it"
        : tag->alone && tag->rule ? "<%.40s> is left out"
                                  : "<%.40s> is left out; its words stay",
        tag->name);
}

void html_report_unclosed(struct parse *parse, const struct html_tag *tag)
{
    diags_report(parse->reader->diags, DIAG_ERROR, tag->at, "html-unclosed",
                 html_is_inline(tag->rule)
                     ? arena_printf(parse->reader->arena,
                                    "write </%.40s> into the same paragraph, inside the same emphasis",
                                    tag->name)
                     : arena_printf(parse->reader->arena,
                                    "write </%.40s> behind it, not inside another element, list or quotation",
                                    tag->name),
                 "<%.40s> is not closed", tag->name);
}

void html_report_stray(struct parse *parse, const struct html_tag *tag)
{
    diags_report(parse->reader->diags, DIAG_ERROR, tag->at, "html-stray",
                 "elements close in the opposite order of their opening",
                 "</%.40s> closes nothing that is open here", tag->name);
}

void html_report_broken(struct parse *parse, struct position at)
{
    diags_report(parse->reader->diags, DIAG_ERROR, at, "html-broken",
                 "a tag ends with >, and a quotation mark in it has a second one", "the tag never ends");
}

void html_report_misplaced(struct parse *parse, const struct html_tag *tag, const char *hint)
{
    diags_report(parse->reader->diags, DIAG_WARNING, tag->at, "html-misplaced", hint,
                 "<%.40s> cannot stand here; its words stay", tag->name);
}
