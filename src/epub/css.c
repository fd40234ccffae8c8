#include "epub/css.h"

#include <math.h>

void css_string(GString *css, const char *text)
{
    g_string_append_c(css, '"');
    for (const char *p = text; *p; p++) {
        if (*p == '"' || *p == '\\' || (unsigned char)*p < 0x20)
            g_string_append_printf(css, "\\%x ", (unsigned)(unsigned char)*p);
        else
            g_string_append_c(css, *p);
    }
    g_string_append_c(css, '"');
}

void css_number(GString *css, const char *before, double number, const char *after)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(css, "%s%s%s", before, g_ascii_formatd(text, sizeof text, "%.4g", number), after);
}

static unsigned byte_of(double part)
{
    return (unsigned)(CLAMP(part, 0, 1) * 255 + 0.5);
}

void css_colour(GString *css, const char *before, struct colour colour)
{
    g_string_append_printf(css, "%s#%02x%02x%02x; ", before, byte_of(colour.red), byte_of(colour.green),
                           byte_of(colour.blue));
}

/* ---- contrast ---- */

/* sRGB to light and back (IEC 61966-2-1). */
static double light(double part)
{
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double unlight(double part)
{
    return part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055;
}

static double luminance(struct colour lights)
{
    return 0.2126 * lights.red + 0.7152 * lights.green + 0.0722 * lights.blue;
}

static struct colour lights_of(struct colour colour)
{
    return (struct colour){light(colour.red), light(colour.green), light(colour.blue)};
}

double colour_contrast(struct colour one, struct colour other)
{
    const double a = luminance(lights_of(one)), b = luminance(lights_of(other));
    return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

bool colour_is_grey(struct colour colour)
{
    const double most = MAX(colour.red, MAX(colour.green, colour.blue));
    const double least = MIN(colour.red, MIN(colour.green, colour.blue));
    return most - least < 0.04;
}

static bool legible(struct colour colour)
{
    const double least = 4.5;
    return colour_contrast(colour, (struct colour){0, 0, 0}) >= least &&
           colour_contrast(colour, (struct colour){1, 1, 1}) >= least;
}

struct colour colour_legible(struct colour colour)
{
    if (legible(colour))
        return colour;
    /* Equally far from both: (L + .05) / .05 = 1.05 / (L + .05), which is a contrast of 4.58. */
    const double wanted = sqrt(1.05 * 0.05) - 0.05;
    struct colour lights = lights_of(colour);
    const double most = MAX(lights.red, MAX(lights.green, lights.blue));
    if (most <= 0)
        return colour;
    /* More or less of the same light, as far as a screen can; what is missing then is white. */
    const double times = MIN(wanted / luminance(lights), 1 / most);
    lights = (struct colour){lights.red * times, lights.green * times, lights.blue * times};
    const double white = MAX(0, (wanted - luminance(lights)) / (1 - luminance(lights)));
    return (struct colour){unlight(lights.red + (1 - lights.red) * white),
                           unlight(lights.green + (1 - lights.green) * white),
                           unlight(lights.blue + (1 - lights.blue) * white)};
}
