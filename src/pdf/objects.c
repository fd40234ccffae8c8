#include "pdf/objects.h"

bool object_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(qpdf, qpdf_oh_get_key(qpdf, dictionary, key), name);
}

bool objects_visit(qpdf_data qpdf, object_visit visit, void *closure)
{
    /* An object made now, and never pointed to, has the number after the last. */
    const int end = qpdf_oh_get_object_id(qpdf, qpdf_make_indirect_object(qpdf, qpdf_oh_new_null(qpdf)));
    bool good = true;
    for (int number = 1; number < end && good; number++) {
        const qpdf_oh object = qpdf_get_object_by_id(qpdf, number, 0);
        if (qpdf_oh_is_stream(qpdf, object))
            good = visit(qpdf, object, qpdf_oh_get_dict(qpdf, object), closure);
        else if (qpdf_oh_is_dictionary(qpdf, object))
            good = visit(qpdf, object, object, closure);
        qpdf_oh_release_all(qpdf);
    }
    return good;
}
