/* elements: the table of the kit's settings. */
#include "layout/elements/kit.h"

const struct element_setting element_settings[ELEMENT_COUNT] = {
#define ELEMENT(KIND, name, ...) [ELEMENT_##KIND] = {name##_measure, name##_draw},
#include "book/elements.def"
#undef ELEMENT
};
