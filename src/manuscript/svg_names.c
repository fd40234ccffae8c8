/* What SVG 1.1 (second edition; its DTD, appendix A) lets stand where, as far as it draws something and
 * stands still. Left out: scripting, animation, fonts made of drawings, colour profiles, cursors, feImage,
 * foreignObject, and the version, which readers do not heed. */
#include <string.h>

#include "manuscript/svg_parts.h"

/* Kinds of children. */
enum {
    WORDS = 1,
    ABOUT = 2, /* title, desc */
    SHAPE = 4,
    GROUP = 8,
    STORE = 16, /* what is drawn only where something else uses it */
    USE = 32,
    TEXT = 64,
    SPAN = 128,
    ALONG = 256, /* textPath */
    STOP = 512,
    STEP = 1024, /* of a filter */
    LIGHT = 2048,
    FUNCTION = 4096,
    MERGED = 8192,
    ANYTHING = ABOUT | SHAPE | GROUP | STORE | USE | TEXT,
};

/* Groups of attributes: presentation attributes stand wherever they are heeded or inherited. */
enum {
    CONDITION = 1,
    STYLE = 2,
    PAINT = 4,
    FONT = 8,
    DEEP = 16,
    PRIMITIVE = 32,
    COLOUR = 64,
    GRAPHIC = CONDITION | STYLE | PAINT
};

#define PAINT_ATTRIBUTES                                                                                     \
    "clip-path clip-rule color color-interpolation color-rendering display fill fill-opacity fill-rule "     \
    "filter image-rendering "                                                                                \
    "mask opacity shape-rendering stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin " \
    "stroke-miterlimit "                                                                                     \
    "stroke-opacity stroke-width text-rendering visibility"
#define FONT_ATTRIBUTES                                                                                      \
    "alignment-baseline baseline-shift direction dominant-baseline font-family font-size font-size-adjust "  \
    "font-stretch "                                                                                          \
    "font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical kerning "   \
    "letter-spacing "                                                                                        \
    "text-anchor text-decoration unicode-bidi word-spacing"
#define DEEP_ATTRIBUTES                                                                                      \
    "clip color-interpolation-filters enable-background flood-color flood-opacity lighting-color "           \
    "marker-end marker-mid "                                                                                 \
    "marker-start overflow stop-color stop-opacity writing-mode"

/* In the order of their bits. */
static const char *const groups[] = {
    "requiredExtensions requiredFeatures systemLanguage",
    "class style",
    PAINT_ATTRIBUTES,
    FONT_ATTRIBUTES,
    DEEP_ATTRIBUTES,
    "x y width height result color-interpolation-filters",
    "color color-interpolation color-rendering",
};

struct svg_element {
    const char *name;
    unsigned kind, holds, groups;
    const char *own; /* attributes beside those of the groups */
    const char
        *needs; /* "r=0": what stands there if it is not said; "!order": nothing can, and the element goes */
};

#define IN_FRAME     "x y width height"
#define FUNCTION_OWN "amplitude exponent intercept offset slope tableValues type"
#define ALL_GROUPS   (GRAPHIC | FONT | DEEP)

static const struct svg_element elements[] = {
    {"circle", SHAPE, ABOUT, GRAPHIC, "cx cy r transform", "r=0"},
    {"clipPath", STORE, USE | SHAPE | TEXT, GRAPHIC | FONT, "clipPathUnits transform writing-mode", ""},
    {"defs", STORE, ANYTHING, ALL_GROUPS, "transform", ""},
    {"desc", ABOUT, WORDS, STYLE, "", ""},
    {"ellipse", SHAPE, ABOUT, GRAPHIC, "cx cy rx ry transform", "rx=0 ry=0"},
    {"feBlend", STEP, 0, PRIMITIVE, "in in2 mode", "in2=SourceGraphic"},
    {"feColorMatrix", STEP, 0, PRIMITIVE, "in type values", ""},
    {"feComponentTransfer", STEP, FUNCTION, PRIMITIVE, "in", ""},
    {"feComposite", STEP, 0, PRIMITIVE, "in in2 k1 k2 k3 k4 operator", "in2=SourceGraphic"},
    {"feConvolveMatrix", STEP, 0, PRIMITIVE,
     "bias divisor edgeMode in kernelMatrix kernelUnitLength order preserveAlpha targetX targetY",
     "order=3 !kernelMatrix"},
    {"feDiffuseLighting", STEP, LIGHT, STYLE | PRIMITIVE | COLOUR,
     "diffuseConstant in kernelUnitLength lighting-color surfaceScale", ""},
    {"feDisplacementMap", STEP, 0, PRIMITIVE, "in in2 scale xChannelSelector yChannelSelector",
     "in2=SourceGraphic"},
    {"feDistantLight", LIGHT, 0, 0, "azimuth elevation", ""},
    {"feFlood", STEP, 0, STYLE | PRIMITIVE | COLOUR, "flood-color flood-opacity in", ""},
    {"feFuncA", FUNCTION, 0, 0, FUNCTION_OWN, "type=identity"},
    {"feFuncB", FUNCTION, 0, 0, FUNCTION_OWN, "type=identity"},
    {"feFuncG", FUNCTION, 0, 0, FUNCTION_OWN, "type=identity"},
    {"feFuncR", FUNCTION, 0, 0, FUNCTION_OWN, "type=identity"},
    {"feGaussianBlur", STEP, 0, PRIMITIVE, "in stdDeviation", ""},
    {"feMerge", STEP, MERGED, PRIMITIVE, "", ""},
    {"feMergeNode", MERGED, 0, 0, "in", ""},
    {"feMorphology", STEP, 0, PRIMITIVE, "in operator radius", ""},
    {"feOffset", STEP, 0, PRIMITIVE, "dx dy in", ""},
    {"fePointLight", LIGHT, 0, 0, "x y z", ""},
    {"feSpecularLighting", STEP, LIGHT, STYLE | PRIMITIVE | COLOUR,
     "in kernelUnitLength lighting-color specularConstant specularExponent surfaceScale", ""},
    {"feSpotLight", LIGHT, 0, 0, "limitingConeAngle pointsAtX pointsAtY pointsAtZ specularExponent x y z",
     ""},
    {"feTile", STEP, 0, PRIMITIVE, "in", ""},
    {"feTurbulence", STEP, 0, PRIMITIVE, "baseFrequency numOctaves seed stitchTiles type", ""},
    {"filter", STORE, STEP, STYLE | PAINT | FONT | DEEP, "filterRes filterUnits primitiveUnits " IN_FRAME,
     ""},
    {"g", GROUP, ANYTHING, ALL_GROUPS, "transform", ""},
    {"image", GROUP, ABOUT, CONDITION | STYLE | COLOUR,
     "clip clip-path clip-rule display fill-opacity filter image-rendering mask opacity overflow "
     "preserveAspectRatio shape-rendering stroke-opacity text-rendering transform visibility " IN_FRAME,
     "width=0 height=0"},
    {"line", SHAPE, ABOUT, GRAPHIC, "marker-end marker-mid marker-start transform x1 x2 y1 y2", ""},
    {"linearGradient", STORE, STOP, STYLE | COLOUR,
     "gradientTransform gradientUnits spreadMethod stop-color stop-opacity x1 x2 y1 y2", ""},
    {"marker", STORE, ANYTHING, STYLE | PAINT | FONT | DEEP,
     "markerHeight markerUnits markerWidth orient preserveAspectRatio refX refY viewBox", ""},
    {"mask", STORE, ANYTHING, ALL_GROUPS, "maskContentUnits maskUnits " IN_FRAME, ""},
    {"path", SHAPE, ABOUT, GRAPHIC, "d marker-end marker-mid marker-start pathLength transform", "d="},
    {"pattern", STORE, ANYTHING, ALL_GROUPS,
     "patternContentUnits patternTransform patternUnits preserveAspectRatio viewBox " IN_FRAME, ""},
    {"polygon", SHAPE, ABOUT, GRAPHIC, "marker-end marker-mid marker-start points transform", "points="},
    {"polyline", SHAPE, ABOUT, GRAPHIC, "marker-end marker-mid marker-start points transform", "points="},
    {"radialGradient", STORE, STOP, STYLE | COLOUR,
     "cx cy fx fy gradientTransform gradientUnits r spreadMethod stop-color stop-opacity", ""},
    {"rect", SHAPE, ABOUT, GRAPHIC, "rx ry transform " IN_FRAME, "width=0 height=0"},
    {"stop", STOP, 0, STYLE | COLOUR, "offset stop-color stop-opacity", "offset=0"},
    {"style", STORE, WORDS, 0, "media type", "type=text/css"},
    {"svg", GROUP, ANYTHING, ALL_GROUPS, "preserveAspectRatio viewBox " IN_FRAME, ""},
    {"switch", GROUP, SHAPE | GROUP | USE | TEXT, ALL_GROUPS, "transform", ""},
    {"symbol", STORE, ANYTHING, STYLE | PAINT | FONT | DEEP, "preserveAspectRatio viewBox", ""},
    {"text", TEXT, WORDS | ABOUT | SPAN | ALONG, GRAPHIC | FONT,
     "dx dy lengthAdjust rotate textLength transform writing-mode x y", ""},
    {"textPath", ALONG, WORDS | ABOUT | SPAN, GRAPHIC | FONT,
     "lengthAdjust method spacing startOffset textLength", ""},
    {"title", ABOUT, WORDS, STYLE, "", ""},
    {"tspan", SPAN, WORDS | ABOUT | SPAN, GRAPHIC | FONT, "dx dy lengthAdjust rotate textLength x y", ""},
    {"use", USE, ABOUT, ALL_GROUPS, "transform " IN_FRAME, ""},
};

/* Attributes that may say no more than these. */
static const struct {
    const char *attributes;
    const char *element; /* NULL: wherever it stands */
    const char *values;
} choices[] = {
    {"alignment-baseline", NULL,
     "auto baseline before-edge text-before-edge middle central after-edge text-after-edge ideographic "
     "alphabetic hanging mathematical inherit"},
    {"clip-rule fill-rule", NULL, "nonzero evenodd inherit"},
    {"clipPathUnits filterUnits gradientUnits maskContentUnits maskUnits patternContentUnits patternUnits "
     "primitiveUnits",
     NULL, "userSpaceOnUse objectBoundingBox"},
    {"color-interpolation color-interpolation-filters", NULL, "auto sRGB linearRGB inherit"},
    {"color-rendering image-rendering", NULL, "auto optimizeSpeed optimizeQuality inherit"},
    {"direction", NULL, "ltr rtl inherit"},
    {"display", NULL,
     "inline block list-item run-in compact marker table inline-table table-row-group table-header-group "
     "table-footer-group table-row table-column-group table-column table-cell table-caption none inherit"},
    {"dominant-baseline", NULL,
     "auto use-script no-change reset-size ideographic alphabetic hanging mathematical central middle "
     "text-after-edge text-before-edge inherit"},
    {"edgeMode", NULL, "duplicate wrap none"},
    {"font-stretch", NULL,
     "normal wider narrower ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded "
     "extra-expanded ultra-expanded inherit"},
    {"font-style", NULL, "normal italic oblique inherit"},
    {"font-variant", NULL, "normal small-caps inherit"},
    {"font-weight", NULL, "normal bold bolder lighter 100 200 300 400 500 600 700 800 900 inherit"},
    {"lengthAdjust", NULL, "spacing spacingAndGlyphs"},
    {"markerUnits", NULL, "strokeWidth userSpaceOnUse"},
    {"method", NULL, "align stretch"},
    {"mode", NULL, "normal multiply screen darken lighten"},
    {"operator", "feMorphology", "erode dilate"},
    {"operator", "feComposite", "over in out atop xor arithmetic"},
    {"overflow", NULL, "visible hidden scroll auto inherit"},
    {"preserveAlpha", NULL, "false true"},
    {"shape-rendering", NULL, "auto optimizeSpeed crispEdges geometricPrecision inherit"},
    {"spacing", NULL, "auto exact"},
    {"spreadMethod", NULL, "pad reflect repeat"},
    {"stitchTiles", NULL, "stitch noStitch"},
    {"stroke-linecap", NULL, "butt round square inherit"},
    {"stroke-linejoin", NULL, "miter round bevel inherit"},
    {"text-anchor", NULL, "start middle end inherit"},
    {"text-rendering", NULL, "auto optimizeSpeed optimizeLegibility geometricPrecision inherit"},
    {"type", "feTurbulence", "fractalNoise turbulence"},
    {"type", "feColorMatrix", "matrix saturate hueRotate luminanceToAlpha"},
    {"type", "feFuncA feFuncB feFuncG feFuncR", "identity table discrete linear gamma"},
    {"unicode-bidi", NULL, "normal embed bidi-override inherit"},
    {"visibility", NULL, "visible hidden inherit"},
    {"writing-mode", NULL, "lr-tb rl-tb tb-rl lr rl tb inherit"},
    {"xChannelSelector yChannelSelector", NULL, "R G B A"},
};

/* True when the word is one of a list with spaces between them. */
static bool is_among(const char *list, const char *word)
{
    const size_t length = strlen(word);
    if (!length || strchr(word, ' '))
        return false;
    for (const char *at = list; (at = strstr(at, word)); at += length)
        if ((at == list || at[-1] == ' ') && (!at[length] || at[length] == ' '))
            return true;
    return false;
}

const struct svg_element *svg_element(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
        if (strcmp(elements[i].name, name) == 0)
            return &elements[i];
    return NULL;
}

bool svg_element_has(const struct svg_element *element, const char *attribute)
{
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        if (element->groups & 1U << i && is_among(groups[i], attribute))
            return true;
    return strcmp(attribute, "id") == 0 || is_among(element->own, attribute);
}

bool svg_has_attribute(const char *attribute)
{
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++)
        if (svg_element_has(&elements[i], attribute))
            return true;
    return false;
}

/* "xMidYMid slice" (SVG 1.1, 7.8). */
static bool is_aspect_ratio(const char *value)
{
    static const char places[] =
        "none xMinYMin xMidYMin xMaxYMin xMinYMid xMidYMid xMaxYMid xMinYMax xMidYMax xMaxYMax";
    char **words = g_strsplit(value, " ", 3);
    const guint count = g_strv_length(words);
    const bool good = count >= 1 && is_among(places, words[0]) &&
                      (count == 1 || (count == 2 && is_among("meet slice", words[1])));
    g_strfreev(words);
    return good;
}

bool svg_may_say(const struct svg_element *element, const char *attribute, const char *value)
{
    if (strcmp(attribute, "preserveAspectRatio") == 0)
        return is_aspect_ratio(value);
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++)
        if (is_among(choices[i].attributes, attribute) &&
            (!choices[i].element || is_among(choices[i].element, element->name)))
            return is_among(choices[i].values, value);
    return true;
}

const char *svg_element_needs(const struct svg_element *element)
{
    return element->needs;
}

bool svg_may_contain(const struct svg_element *element, const struct svg_element *child)
{
    return element->holds & child->kind;
}

bool svg_has_words(const struct svg_element *element)
{
    return element->holds & WORDS;
}

bool svg_is_among_words(const struct svg_element *element)
{
    return element->holds & SPAN;
}

bool svg_is_about(const struct svg_element *element)
{
    return element->kind == ABOUT;
}

bool svg_needs_light(const struct svg_element *element)
{
    return element->holds == LIGHT;
}

bool svg_attribute_is_idle(const char *name)
{
    return is_among("baseProfile contentScriptType contentStyleType cursor externalResourcesRequired "
                    "focusable lang pointer-events "
                    "role tabindex target title version zoomAndPan",
                    name) ||
           g_str_has_prefix(name, "data-") || g_str_has_prefix(name, "aria-");
}
