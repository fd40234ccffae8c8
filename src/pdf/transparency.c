#include "pdf/transparency.h"

#include "pdf/objects.h"

/* Table 58: a state that paints opaque says nothing, or the defaults; these are taken away. */
static bool clear_state(qpdf_data qpdf, qpdf_oh state)
{
    static const char *const keys[] = {"/CA", "/ca", "/SMask", "/BM", "/AIS"};
    for (size_t i = 0; i < 2; i++) {
        double opacity;
        if (qpdf_oh_get_value_as_number(qpdf, qpdf_oh_get_key(qpdf, state, keys[i]), &opacity) && opacity < 1)
            return false;
    }
    if (qpdf_oh_has_key(qpdf, state, "/SMask") && !object_has(qpdf, state, "/SMask", "/None"))
        return false;
    if (qpdf_oh_has_key(qpdf, state, "/BM") && !object_has(qpdf, state, "/BM", "/Normal"))
        return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        qpdf_oh_remove_key(qpdf, state, keys[i]);
    return true;
}

static bool clear_states(qpdf_data qpdf, qpdf_oh resources)
{
    const qpdf_oh states = qpdf_oh_get_key(qpdf, resources, "/ExtGState");
    if (!qpdf_oh_is_dictionary(qpdf, states))
        return true;
    bool opaque = true;
    qpdf_oh_begin_dict_key_iter(qpdf, states);
    while (opaque && qpdf_oh_dict_more_keys(qpdf))
        opaque = clear_state(qpdf, qpdf_oh_get_key(qpdf, states, qpdf_oh_dict_next_key(qpdf)));
    return opaque;
}

/* An object may be resources itself, or have them. cairo writes a group around everything that it paints apart. */
static bool clear_object(qpdf_data qpdf, qpdf_oh object, qpdf_oh dictionary, void *closure)
{
    (void)object, (void)closure;
    const qpdf_oh resources = qpdf_oh_get_key(qpdf, dictionary, "/Resources");
    if (object_has(qpdf, dictionary, "/Subtype", "/Image"))
        return !qpdf_oh_has_key(qpdf, dictionary, "/SMask");
    qpdf_oh_remove_key(qpdf, dictionary, "/Group");
    return clear_states(qpdf, dictionary) &&
           (!qpdf_oh_is_dictionary(qpdf, resources) || clear_states(qpdf, resources));
}

bool transparency_remove(qpdf_data qpdf)
{
    return objects_visit(qpdf, clear_object, NULL);
}

bool transparency_inside(struct bytes pdf)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    const bool read = !(qpdf_read_memory(qpdf, "a drawing alone", pdf.data, pdf.length, "") & QPDF_ERRORS);
    const bool inside = read && !transparency_remove(qpdf);
    qpdf_cleanup(&qpdf);
    return inside;
}
