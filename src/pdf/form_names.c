#include "pdf/form_names.h"

#include <string.h>

/* A field that holds others. */
struct holder {
    char *name; /* the whole path */
    struct holder *parent;
    int object;
    GString *kids;
};

struct form_names {
    GHashTable *holders; /* path -> struct holder */
    GPtrArray *in_order;
    GString *outermost;
};

static void holder_free(gpointer data)
{
    struct holder *holder = data;
    g_string_free(holder->kids, TRUE);
    g_free(holder->name);
    g_free(holder);
}

struct form_names *form_names_new(void)
{
    struct form_names *names = g_new0(struct form_names, 1);
    names->holders = g_hash_table_new(g_str_hash, g_str_equal);
    names->in_order = g_ptr_array_new_with_free_func(holder_free);
    names->outermost = g_string_new(NULL);
    return names;
}

void form_names_free(struct form_names *names)
{
    if (!names)
        return;
    g_hash_table_destroy(names->holders);
    g_ptr_array_free(names->in_order, TRUE);
    if (names->outermost)
        g_string_free(names->outermost, TRUE);
    g_free(names);
}

static const char *last_part(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? dot + 1 : name;
}

/* The field that one of this name is in; NULL: none. */
static struct holder *holder_of(struct form_names *names, struct additions *additions, const char *name)
{
    const char *dot = strrchr(name, '.');
    if (!dot)
        return NULL;
    char *path = g_strndup(name, (size_t)(dot - name));
    struct holder *holder = g_hash_table_lookup(names->holders, path);
    if (holder) {
        g_free(path);
        return holder;
    }
    holder = g_new0(struct holder, 1);
    *holder = (struct holder){.name = path, .object = additions_reserve(additions), .kids = g_string_new(NULL)};
    g_hash_table_insert(names->holders, path, holder);
    g_ptr_array_add(names->in_order, holder);
    holder->parent = holder_of(names, additions, path);
    json_append_reference(holder->parent ? holder->parent->kids : names->outermost, holder->object);
    return holder;
}

static void append_name(GString *json, const struct holder *parent, const char *name)
{
    json_append_pair(json, "/T", last_part(name));
    if (parent)
        g_string_append_printf(json, ",\"/Parent\":\"%d 0 R\"", parent->object);
}

void form_names_place(struct form_names *names, struct additions *additions, const char *name, int object, GString *json)
{
    struct holder *parent = holder_of(names, additions, name);
    json_append_reference(parent ? parent->kids : names->outermost, object);
    append_name(json, parent, name);
}

GString *form_names_finish(struct form_names *names, struct additions *additions)
{
    for (guint i = 0; i < names->in_order->len; i++) {
        const struct holder *holder = g_ptr_array_index(names->in_order, i);
        GString *json = g_string_new("{");
        append_name(json, holder->parent, holder->name);
        g_string_append_printf(json, ",\"/Kids\":[%s]}", holder->kids->str);
        additions_add(additions, holder->object, json);
    }
    return g_steal_pointer(&names->outermost);
}
