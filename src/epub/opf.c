#include "epub/opf.h"

void opf_element(struct opf *opf, const char *element, const char *id, const char *value)
{
    if (!value || !*value)
        return;
    markup_open(opf->markup, element);
    markup_attribute(opf->markup, "id", id);
    markup_text(opf->markup, value);
    markup_close(opf->markup);
}

static void meta_write(struct opf *opf, const char *refines, const char *property, const char *scheme, const char *id,
                       const char *value)
{
    if (!value || !*value)
        return;
    markup_open(opf->markup, "meta");
    markup_attribute(opf->markup, "refines", refines ? arena_printf(opf->arena, "#%s", refines) : NULL);
    markup_attribute(opf->markup, "property", property);
    markup_attribute(opf->markup, "scheme", scheme);
    markup_attribute(opf->markup, "id", id);
    markup_text(opf->markup, value);
    markup_close(opf->markup);
}

void opf_meta(struct opf *opf, const char *property, const char *id, const char *value)
{
    meta_write(opf, NULL, property, NULL, id, value);
}

void opf_refine(struct opf *opf, const char *id, const char *property, const char *scheme, const char *value)
{
    meta_write(opf, id, property, scheme, NULL, value);
}
