/* svg_parts: what the files of svg share: the drawing on its way from the author's file to a clean one.
 *
 * In and out: a libxml2 document, changed in place; strings made are freed with g_free, but for those said to
 * be of the arena. */
#ifndef MANUSCRIPT_SVG_PARTS_H
#define MANUSCRIPT_SVG_PARTS_H

#include <libxml/tree.h>

#include "manuscript/svg.h"

/* What may have to be taken out. */
enum removal {
    REMOVED_SCRIPT,
    REMOVED_HANDLER,
    REMOVED_FOREIGN,
    REMOVED_ANIMATION,
    REMOVED_OUTSIDE,
    REMOVED_ELEMENT,
    REMOVED_PLACE,
    REMOVED_ATTRIBUTE,
    REMOVED_STYLE,
    REMOVED_LINK,
    REMOVED_PICTURE,
    REMOVED_DANGLING,
    REMOVED_ID,
    REMOVAL_COUNT
};

struct drawing {
    struct reader *reader;
    const struct image *image;
    const char *shown; /* the file's name in diagnostics */
    xmlDocPtr document;
    GHashTable *ids;   /* id as the author wrote it -> id as it is now */
    GHashTable *nodes; /* id as it is now -> element */
    bool told[REMOVAL_COUNT];
};

/* Tells the author once for each kind. `what`: the name of what is removed. */
void drawing_tell(struct drawing *drawing, const xmlNode *node, enum removal removal, const char *what);

/* svg_names.c: an element of SVG 1.1's static part; NULL: it is none. */
struct svg_element;
const struct svg_element *svg_element(const char *name);
/* May it have this attribute (of no namespace), with this value? Has any element? */
bool svg_element_has(const struct svg_element *element, const char *attribute);
bool svg_may_say(const struct svg_element *element, const char *attribute, const char *value);
bool svg_has_attribute(const char *attribute);
/* What it must say: "width=0 height=0", with what is said for it otherwise; "!name": it goes otherwise. */
const char *svg_element_needs(const struct svg_element *element);
bool svg_may_contain(const struct svg_element *element, const struct svg_element *child);
bool svg_has_words(const struct svg_element *element);
bool svg_is_among_words(const struct svg_element *element); /* text, and its parts */
bool svg_is_about(const struct svg_element *element);       /* title, desc */
bool svg_needs_light(const struct svg_element *element);
/* Attributes that a drawing may have and that show nothing. */
bool svg_attribute_is_idle(const char *name);

bool svg_in_namespace(const xmlNs *ns, const char *uri);
extern const char svg_namespace[], xlink_namespace[];

/* svg_clean.c: elements and attributes. */
void svg_clean(struct drawing *drawing, xmlNode *root);

/* svg_style.c: declarations ("fill: red; stroke: none") and whole style sheets without what leads outside. */
char *svg_clean_declarations(struct drawing *drawing, const xmlNode *node, const char *declarations);
char *svg_clean_sheet(struct drawing *drawing, const xmlNode *node, const char *sheet);
/* A list of fonts that ends in a generic one. */
char *svg_font_family(const char *families);
/* True when every url(...) is a part of the drawing. */
bool svg_urls_inside(const char *value);
/* Of a property that is "none" when what its url(...) leads to is not there: "fill", "mask". Without it, what
 * was to be a pattern would be black. */
bool svg_can_be_none(const char *property);

/* svg_links.c: makes ids valid and unique, and links lead to parts that are there. False, with the reason,
 * when drawing it would never end. */
bool svg_link(struct drawing *drawing, xmlNode *root, const char **why);

#endif
