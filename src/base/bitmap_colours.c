/* Colours that are not sRGB: profiles of cameras and screens, and the inks of a press. */
#include <lcms2.h>
#include <string.h>

#include "base/bitmap_parts.h"

/* Nothing is to be done for sRGB, which is what goes out. */
static bool is_srgb(cmsHPROFILE profile)
{
    char name[128] = "";
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name, sizeof name);
    return strstr(name, "sRGB") != NULL;
}

/* Row by row, in place: three bytes never need more room than four. */
static void transform_rows(struct raw *raw, cmsHTRANSFORM transform)
{
    const size_t row = (size_t)raw->width * (size_t)raw->channels, row_out = (size_t)raw->width * 3;
    for (size_t y = 0; y < (size_t)raw->height; y++) {
        unsigned char *in = raw->pixels + y * row;
        if (raw->channels == 3) {
            cmsDoTransform(transform, in, in, (cmsUInt32Number)raw->width);
            continue;
        }
        unsigned char *out = g_malloc(row_out);
        cmsDoTransform(transform, in, out, (cmsUInt32Number)raw->width);
        memcpy(raw->pixels + y * row_out, out, row_out);
        g_free(out);
    }
    raw->channels = 3;
}

/* Light that paper throws back maps to light of a screen by relative colorimetry; black stays black. */
static bool transform_colours(struct raw *raw, cmsHPROFILE profile)
{
    const bool inks = raw->channels == 4;
    if (cmsGetColorSpace(profile) != (inks ? cmsSigCmykData : cmsSigRgbData) || is_srgb(profile))
        return false;
    cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    const cmsUInt32Number from = !inks ? TYPE_RGB_8 : raw->inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
    cmsHTRANSFORM transform = cmsCreateTransform(
        profile, from, srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
    if (transform) {
        transform_rows(raw, transform);
        cmsDeleteTransform(transform);
    }
    cmsCloseProfile(srgb);
    return transform != NULL;
}

/* Without a profile nobody knows what the inks look like: each takes its part of the light away. */
static void subtract_inks(struct raw *raw)
{
    const size_t count = (size_t)raw->width * (size_t)raw->height;
    const unsigned flip = raw->inverted ? 0 : 255;
    for (size_t i = 0; i < count; i++) {
        const unsigned char *from = raw->pixels + 4 * i;
        const unsigned black = from[3] ^ flip;
        unsigned char *to = raw->pixels + 3 * i;
        const unsigned red = from[0] ^ flip, green = from[1] ^ flip, blue = from[2] ^ flip;
        to[0] = (unsigned char)((red * black + 127) / 255);
        to[1] = (unsigned char)((green * black + 127) / 255);
        to[2] = (unsigned char)((blue * black + 127) / 255);
    }
    raw->channels = 3;
}

void colours_convert(struct raw *raw, const GByteArray *profile)
{
    cmsHPROFILE opened = profile ? cmsOpenProfileFromMem(profile->data, profile->len) : NULL;
    if (opened) {
        transform_colours(raw, opened);
        cmsCloseProfile(opened);
    }
    if (raw->channels == 4)
        subtract_inks(raw);
}
