#include <string.h>

#include "manuscript/html.h"
#include "manuscript/images.h"

static struct span *span_new(struct parse *parse, enum span_kind kind, const struct html_tag *tag)
{
    struct span *span = ARENA_NEW(parse->reader->arena, struct span);
    span->kind = kind;
    span->at = tag->at;
    return span;
}

static struct span *text_new(struct parse *parse, const struct html_tag *tag, const char *text)
{
    struct span *span = span_new(parse, SPAN_TEXT, tag);
    span->text = text;
    return span;
}

static void mark(struct span *span, const struct html_given *given)
{
    span->id = given->id;
    span->lang = given->lang;
    span->traits = given->traits;
}

/* The spans, in a phrase of their own where something is said of them. */
static struct span *marked(struct parse *parse, const struct html_tag *tag, const struct html_given *given,
                           struct span *spans)
{
    if (!given->id && !given->lang && !given->traits)
        return spans;
    struct span *span = span_new(parse, SPAN_PHRASE, tag);
    span->children = spans;
    mark(span, given);
    return span;
}

static struct span *quoted(struct parse *parse, const struct html_tag *tag, const struct html_given *given,
                           struct span *children)
{
    struct span *open = text_new(parse, tag, "\u201C"), **end = &open->next;
    *end = children;
    while (*end)
        end = &(*end)->next;
    *end = text_new(parse, tag, "\u201D");
    return marked(parse, tag, given, open);
}

static struct span *image(struct parse *parse, const struct html_tag *tag, const struct html_given *given)
{
    const struct image *found =
        images_find(parse->reader, parse->source->base, given->src ? given->src : "", tag->at);
    if (!given->alt)
        diags_report(
            parse->reader->diags, DIAG_WARNING, tag->at, "alt-missing",
            "say what the picture shows: alt=\"a path past four stones\"; alt=\"\" where it is decoration",
            "the image has no description");
    if (!found)
        return NULL;
    struct span *span = span_new(parse, SPAN_IMAGE, tag);
    span->image = found;
    span->text = given->alt && *given->alt ? given->alt : NULL;
    return marked(parse, tag, given, span);
}

static struct span *link_of(struct parse *parse, const struct html_tag *tag, const struct html_given *given,
                            struct span *children)
{
    if (!given->href)
        return marked(parse, tag, given, children);
    struct span *span = span_new(parse, SPAN_LINK, tag);
    span->url = given->href;
    span->children = children;
    mark(span, given);
    return span;
}

/* Elements that mean nothing without an attribute that says it. */
static bool says_nothing(struct parse *parse, const struct html_tag *tag, const struct html_given *given)
{
    const struct traits *traits = given->traits;
    switch (tag->rule->value) {
    case PHRASE_TIME:
        return !(traits && traits->datetime);
    case PHRASE_OVERRIDDEN:
        if (traits && traits->dir && strcmp(traits->dir, "auto") != 0)
            return false;
        html_report_misplaced(parse, tag, "give it dir=\"ltr\" or dir=\"rtl\"");
        return true;
    default:
        return false;
    }
}

static struct span *phrase(struct parse *parse, const struct html_tag *tag, const struct html_given *given,
                           struct span *children)
{
    if ((!children && !given->id) || tag->rule->value == PHRASE_PLAIN || says_nothing(parse, tag, given))
        return marked(parse, tag, given, children);
    struct span *span = span_new(parse, SPAN_PHRASE, tag);
    span->phrase = (enum phrase)tag->rule->value;
    span->children = children;
    mark(span, given);
    return span;
}

static struct span *styled(struct parse *parse, const struct html_tag *tag, const struct html_given *given,
                           struct span *children)
{
    if (!children)
        return marked(parse, tag, given, NULL);
    struct span *span = span_new(parse, (enum span_kind)tag->rule->value, tag);
    span->children = children;
    mark(span, given);
    return span;
}

struct span *html_span(struct parse *parse, const struct html_tag *tag, struct span *children)
{
    const struct html_rule *rule = tag->rule;
    if (!rule || rule->form >= HTML_IS_GONE) {
        html_report_out(parse, tag);
        return rule && rule->form == HTML_IS_GONE ? NULL : children;
    }
    if (!html_is_inline(rule)) {
        html_report_misplaced(
            parse, tag,
            "among words stand only elements for words; put it on a line of its own, after an empty one");
        return children;
    }
    const struct html_given given = html_attributes(parse, tag);
    switch (rule->form) {
    case HTML_IS_SPAN:
        return styled(parse, tag, &given, children);
    case HTML_IS_QUOTED:
        return quoted(parse, tag, &given, children);
    case HTML_IS_LINK:
        return link_of(parse, tag, &given, children);
    case HTML_IS_IMAGE:
        return image(parse, tag, &given);
    case HTML_IS_BREAK:
        return span_new(parse, SPAN_BREAK, tag);
    case HTML_IS_WORD_BREAK:
        return text_new(parse, tag, "\u200B"); /* zero width space: what wbr is (HTML, 4.5.28) */
    case HTML_IS_BRACKET:
        return NULL;
    default:
        return phrase(parse, tag, &given, children);
    }
}
