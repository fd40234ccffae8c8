#include "pdf/forms.h"

#include <math.h>
#include <string.h>

#include "pdf/form_blanks.h"
#include "pdf/form_font.h"
#include "pdf/form_looks.h"
#include "pdf/form_names.h"

/* Type on a line, as high as its field allows; what is narrower than NARROW is a mark or a number, and stands in the middle.
 * A line's height over its rule, and how far below it the field reaches: viewers put the baseline of one line so that it then
 * stands on the rule. */
static const double TYPE = 11, NARROW = 30, LEAST_TYPE = 6, TYPE_ROOM = 3, LINE_HEIGHT = 15, BELOW_RULE = 1.5;

/* What the font is called in the form; it could be anything. But PDFium (Chromium) types letters beyond Latin-1 in the form's own
 * font only if it takes it for a font of symbols, and that it does by this name; else it has them from the system, or not at all. */
#define FORM_FONT "Webdings"

/* ISO 32000-1, tables 221, 226, 228: bits of /Ff. What does not fit is not typed: it would be lost in print. */
enum { FLAG_MULTILINE = 1 << 12, FLAG_NO_SCROLL = 1 << 23, FLAG_RADIO = 1 << 15 };

enum { NUMBER_LENGTH = 5, ON_LENGTH = 16 };

/* Radio buttons of one name: one field. */
struct group {
    const char *name;
    GString *prompt; /* what all of them begin with */
    GString *kids;
    int object, count;
};

struct forms {
    const struct navigation *navigation;
    struct structure *structure;
    struct form_names *names;
    struct form_looks *looks;
    GHashTable *groups; /* name -> struct group */
    GPtrArray *in_order;
    bool any;
};

static void group_free(gpointer data)
{
    struct group *group = data;
    g_string_free(group->prompt, TRUE);
    g_string_free(group->kids, TRUE);
    g_free(group);
}

struct forms *forms_new(const struct navigation *navigation, struct structure *structure)
{
    struct forms *forms = g_new0(struct forms, 1);
    forms->navigation = navigation;
    forms->structure = structure;
    forms->names = form_names_new();
    forms->looks = form_looks_new();
    forms->groups = g_hash_table_new(g_str_hash, g_str_equal);
    forms->in_order = g_ptr_array_new_with_free_func(group_free);
    return forms;
}

void forms_free(struct forms *forms)
{
    if (!forms)
        return;
    form_names_free(forms->names);
    form_looks_free(forms->looks);
    g_hash_table_destroy(forms->groups);
    g_ptr_array_free(forms->in_order, TRUE);
    g_free(forms);
}

size_t form_widgets(const struct page_field *field)
{
    const bool ruled = field->kind == FIELD_LINES && field->leading > 0;
    return ruled ? (size_t)fmax(1, ceil(field->height / field->leading - 0.1)) : 1;
}

/* ---- widgets ---- */

/* One annotation of a field, or the whole of it where both are one object. */
struct widget {
    struct forms *forms;
    struct additions *additions;
    const struct page_field *field;
    size_t page, number; /* of the field's widgets */
    double x, y, width, height;
    int object;
};

static GString *widget_begin(const struct widget *widget)
{
    const struct navigation *navigation = widget->forms->navigation;
    GString *json = g_string_new("{\"/Type\":\"/Annot\",\"/Subtype\":\"/Widget\",\"/F\":4,\"/BS\":{\"/W\":0}");
    g_string_append_printf(json, ",\"/P\":\"%d 0 R\"", navigation->page_objects[widget->page]);
    json_append_rect(json, navigation->pages->height, widget->x, widget->y, widget->width, widget->height);
    const int parent = structure_add_field(widget->forms->structure, widget->field, widget->number, widget->object);
    if (parent >= 0)
        g_string_append_printf(json, ",\"/StructParent\":%d", parent);
    return json;
}

static void widget_end(const struct widget *widget, GString *json)
{
    g_string_append_c(json, '}');
    additions_add(widget->additions, widget->object, json);
}

static int look_of(const struct widget *widget, enum form_look look)
{
    return form_look(widget->forms->looks, widget->additions, look, widget->width, widget->height);
}

/* The state of a check box that is ticked. */
static const char ticked[] = "Yes";

static void append_states(const struct widget *widget, GString *json, const char *on, const char *now, enum form_look look)
{
    g_string_append_printf(json, ",\"/AS\":\"/%s\",\"/AP\":{\"/N\":{\"/%s\":\"%d 0 R\",\"/Off\":\"%d 0 R\"}}", now, on, look_of(widget, look),
                           look_of(widget, LOOK_OFF));
}

/* ---- text ---- */

static void add_text(const struct widget *widget, const char *name, const char *prompt, unsigned flags)
{
    const struct page_field *field = widget->field;
    const double size = flags & FLAG_MULTILINE ? TYPE : CLAMP(widget->height - TYPE_ROOM, LEAST_TYPE, TYPE);
    GString *json = widget_begin(widget);
    g_string_append_printf(json, ",\"/FT\":\"/Tx\",\"/Ff\":%u,\"/DA\":\"u:/" FORM_FONT " %.1f Tf 0 g\"", flags, size);
    if (field->kind == FIELD_NUMBER || field->width < NARROW)
        g_string_append(json, ",\"/Q\":1");
    if (field->kind == FIELD_NUMBER)
        g_string_append_printf(json, ",\"/MaxLen\":%d", NUMBER_LENGTH);
    g_string_append_printf(json, ",\"/AP\":{\"/N\":\"%d 0 R\"}", look_of(widget, LOOK_EMPTY_TEXT));
    json_append_pair(json, "/TU", prompt);
    form_names_place(widget->forms->names, widget->additions, name, widget->object, json);
    widget_end(widget, json);
}

/* One line that is typed; on its rule, if it has one. */
static void add_line(struct widget widget)
{
    const struct page_field *field = widget.field;
    const struct navigation *navigation = widget.forms->navigation;
    const struct item *rule = blank_rule(&navigation->pages->page[widget.page], field, navigation->uses);
    if (rule) {
        widget.height = fmin(LINE_HEIGHT, field->height + BELOW_RULE);
        widget.y = rule->y + BELOW_RULE - widget.height;
    }
    add_text(&widget, field->name, field->prompt, FLAG_NO_SCROLL);
}

/* A field over each rule. */
static void add_ruled(struct widget widget, GString *annotations)
{
    const struct page_field *field = widget.field;
    const size_t count = form_widgets(field);
    widget.height = fmin(LINE_HEIGHT, field->leading - 1);
    for (; widget.number < count; widget.number++) {
        const double rule = field->y + field->height - (double)(count - 1 - widget.number) * field->leading;
        widget.y = rule + BELOW_RULE - widget.height;
        widget.object = additions_reserve(widget.additions);
        char *name = g_strdup_printf("%s.%zu", field->name, widget.number + 1);
        char *prompt = g_strdup_printf("%s (%zu/%zu)", field->prompt, widget.number + 1, count);
        add_text(&widget, name, prompt, FLAG_NO_SCROLL);
        json_append_reference(annotations, widget.object);
        g_free(name);
        g_free(prompt);
    }
}

/* ---- buttons ---- */

static void add_check(const struct widget *widget)
{
    GString *json = widget_begin(widget);
    const char *state = widget->field->value ? ticked : "Off";
    g_string_append_printf(json, ",\"/FT\":\"/Btn\",\"/V\":\"/%s\"", state);
    append_states(widget, json, ticked, state, LOOK_TICKED);
    json_append_pair(json, "/TU", widget->field->prompt);
    form_names_place(widget->forms->names, widget->additions, widget->field->name, widget->object, json);
    widget_end(widget, json);
}

/* The name of a button's state: its value where that is one word of plain letters, or else its number. */
static void state_name(char on[ON_LENGTH], const char *value, int number)
{
    const size_t length = value ? strspn(value, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_") : 0;
    if (length > 0 && length < ON_LENGTH && !value[length] && strcmp(value, "Off") != 0)
        g_strlcpy(on, value, ON_LENGTH);
    else
        g_snprintf(on, ON_LENGTH, "choice%d", number);
}

static struct group *group_of(struct forms *forms, struct additions *additions, const struct page_field *field)
{
    struct group *group = g_hash_table_lookup(forms->groups, field->name);
    if (group)
        return group;
    group = g_new0(struct group, 1);
    *group = (struct group){.name = field->name, .object = additions_reserve(additions), .kids = g_string_new(NULL),
                            .prompt = g_string_new(field->prompt)};
    g_hash_table_insert(forms->groups, (gpointer)field->name, group);
    g_ptr_array_add(forms->in_order, group);
    return group;
}

/* The prompt of a group is what its buttons have in common, in whole words. */
static void share_prompt(GString *prompt, const char *other)
{
    size_t same = 0, words = 0;
    for (; same < prompt->len && prompt->str[same] == other[same]; same++)
        if (prompt->str[same] == ' ')
            words = same;
    if (same < prompt->len)
        g_string_truncate(prompt, words);
}

static void add_choice(const struct widget *widget)
{
    const struct page_field *field = widget->field;
    const struct navigation *navigation = widget->forms->navigation;
    const struct page *page = &navigation->pages->page[widget->page];
    struct group *group = group_of(widget->forms, widget->additions, field);
    char on[ON_LENGTH];
    state_name(on, field->value, ++group->count);
    share_prompt(group->prompt, field->prompt);
    json_append_reference(group->kids, widget->object);
    GString *json = widget_begin(widget);
    g_string_append_printf(json, ",\"/Parent\":\"%d 0 R\"", group->object);
    append_states(widget, json, on, "Off", blank_has_words(page, field, navigation->uses) ? LOOK_RINGED : LOOK_DOTTED);
    json_append_pair(json, "/TU", field->prompt); /* of its own: ISO 14289-1, 7.18.4 */
    widget_end(widget, json);
}

static void write_group(struct forms *forms, struct additions *additions, const struct group *group)
{
    GString *json = g_string_new(NULL);
    g_string_printf(json, "{\"/FT\":\"/Btn\",\"/Ff\":%d,\"/V\":\"/Off\",\"/Kids\":[%s]", FLAG_RADIO, group->kids->str);
    json_append_pair(json, "/TU", *group->prompt->str ? group->prompt->str : group->name);
    form_names_place(forms->names, additions, group->name, group->object, json);
    g_string_append_c(json, '}');
    additions_add(additions, group->object, json);
}

/* ---- all ---- */

static void add_field(struct widget *widget, GString *annotations)
{
    const struct page_field *field = widget->field;
    if (field->kind == FIELD_LINES && field->leading > 0) {
        add_ruled(*widget, annotations);
        return;
    }
    widget->object = additions_reserve(widget->additions);
    json_append_reference(annotations, widget->object);
    if (field->kind == FIELD_CHECK)
        add_check(widget);
    else if (field->kind == FIELD_CHOICE)
        add_choice(widget);
    else if (field->kind == FIELD_LINES)
        add_text(widget, field->name, field->prompt, FLAG_MULTILINE | FLAG_NO_SCROLL);
    else
        add_line(*widget);
}

void forms_add(struct forms *forms, size_t page, struct additions *additions, GString *annotations)
{
    for (const struct page_field *field = forms->navigation->pages->page[page].fields; field; field = field->next) {
        if (field->hidden_in & forms->navigation->uses)
            continue;
        struct widget widget = {.forms = forms, .additions = additions, .field = field, .page = page, .x = field->x, .y = field->y,
                                .width = field->width, .height = field->height};
        add_field(&widget, annotations);
        forms->any = true;
    }
}

int forms_finish(struct forms *forms, struct additions *additions)
{
    if (!forms->any)
        return 0;
    for (guint i = 0; i < forms->in_order->len; i++)
        write_group(forms, additions, g_ptr_array_index(forms->in_order, i));
    const char *path = forms->navigation->pages->form_font;
    const int font = path ? form_font_add(additions, path) : 0, object = additions_reserve(additions);
    GString *fields = form_names_finish(forms->names, additions), *json = g_string_new(NULL);
    g_string_printf(json, "{\"/Fields\":[%s],\"/DA\":\"u:/" FORM_FONT " %.1f Tf 0 g\"", fields->str, TYPE);
    g_string_append_printf(json, ",\"/DR\":{\"/Font\":{\"/" FORM_FONT "\":\"%d 0 R\"}}}", font);
    g_string_free(fields, TRUE);
    additions_add(additions, object, json);
    return font ? object : -1;
}
