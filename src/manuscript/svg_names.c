/* The elements and attributes of SVG 1.1 (second edition), appendices H and J, that draw something and stand still.
 * Left out: scripting, animation, fonts made of drawings, colour profiles, cursors, feImage, foreignObject. */
#include <stdlib.h>
#include <string.h>

#include "manuscript/svg_parts.h"

/* Both lists in the order of strcmp. */
static const char *const elements[] = {
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer",
    "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feFlood",
    "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset",
    "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "g", "image", "line",
    "linearGradient", "marker", "mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop",
    "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use",
};

static const char *const attributes[] = {
    "alignment-baseline", "amplitude", "azimuth", "baseFrequency", "baseline-shift", "bias", "class", "clip",
    "clip-path", "clip-rule", "clipPathUnits", "color", "color-interpolation", "color-interpolation-filters",
    "color-rendering", "cx", "cy", "d", "diffuseConstant", "direction", "display", "divisor", "dominant-baseline",
    "dx", "dy", "edgeMode", "elevation", "enable-background", "exponent", "fill", "fill-opacity", "fill-rule",
    "filter", "filterRes", "filterUnits", "flood-color", "flood-opacity", "font", "font-family", "font-size",
    "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight", "fx", "fy",
    "glyph-orientation-horizontal", "glyph-orientation-vertical", "gradientTransform", "gradientUnits", "height",
    "href", "id", "image-rendering", "in", "in2", "intercept", "k1", "k2", "k3", "k4", "kernelMatrix",
    "kernelUnitLength", "kerning", "lengthAdjust", "letter-spacing", "lighting-color", "limitingConeAngle", "marker",
    "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask",
    "maskContentUnits", "maskUnits", "media", "method", "mode", "numOctaves", "offset", "opacity", "operator", "order",
    "orient", "overflow", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "points",
    "pointsAtX", "pointsAtY", "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "r", "radius",
    "refX", "refY", "requiredExtensions", "requiredFeatures", "result", "rotate", "rx", "ry", "scale", "seed",
    "shape-rendering", "slope", "spacing", "specularConstant", "specularExponent", "spreadMethod", "startOffset",
    "stdDeviation", "stitchTiles", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "style",
    "surfaceScale", "systemLanguage", "tableValues", "targetX", "targetY", "text-anchor", "text-decoration",
    "text-rendering", "textLength", "transform", "type", "unicode-bidi", "values", "version", "viewBox", "visibility",
    "width", "word-spacing", "writing-mode", "x", "x1", "x2", "xChannelSelector", "y", "y1", "y2", "yChannelSelector",
    "z",
};

static int by_name(const void *name, const void *entry)
{
    return strcmp(name, *(const char *const *)entry);
}

static bool has(const char *const *list, size_t count, const char *name)
{
    return bsearch(name, list, count, sizeof *list, by_name) != NULL;
}

bool svg_has_element(const char *name)
{
    return has(elements, G_N_ELEMENTS(elements), name);
}

bool svg_has_attribute(const char *name)
{
    return has(attributes, G_N_ELEMENTS(attributes), name);
}

bool svg_attribute_is_idle(const char *name)
{
    static const char *const idle[] = {
        "baseProfile", "contentScriptType", "contentStyleType", "cursor", "externalResourcesRequired", "focusable",
        "lang", "pointer-events", "role", "tabindex", "target", "zoomAndPan",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(idle); i++)
        if (strcmp(name, idle[i]) == 0)
            return true;
    return g_str_has_prefix(name, "data-") || g_str_has_prefix(name, "aria-");
}
