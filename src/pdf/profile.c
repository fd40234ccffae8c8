#include "pdf/profile.h"

#include <glib.h>
#include <lcms2.h>
#include <string.h>

/* Ink spreads in paper: half covered by the file is a fifth more on it; and black is not quite dark. */
static const double DOT_GAIN = 0.2, BLACK = 0.02;

enum { POINTS = 256 };

/* Light that comes back, by the file's value from black to white (A. Murray, "Monochrome reproduction in
 * photoengraving", 1936). */
static cmsToneCurve *ink_curve(void)
{
    cmsUInt16Number points[POINTS];
    for (int i = 0; i < POINTS; i++) {
        const double ink = 1 - i / (POINTS - 1.0), covered = ink + 4 * DOT_GAIN * ink * (1 - ink);
        points[i] = (cmsUInt16Number)((1 - covered * (1 - BLACK)) * 65535 + 0.5);
    }
    return cmsBuildTabulatedToneCurve16(NULL, POINTS, points);
}

static void describe(cmsHPROFILE profile, cmsTagSignature tag, const char *text)
{
    cmsMLU *words = cmsMLUalloc(NULL, 1);
    cmsMLUsetASCII(words, "en", "US", text);
    cmsWriteTag(profile, tag, words);
    cmsMLUfree(words);
}

/* lcms writes the time of day into the header (7.2.8: six numbers of two bytes). */
static void fix_date(char *bytes)
{
    static const char date[12] = {7, (char)0xD0, 0, 1, 0, 1}; /* 1 January 2000 */
    memcpy(bytes + 24, date, sizeof date);
}

/* The bytes of a profile, which is closed; NULL: it could not be made. */
static struct bytes take(cmsHPROFILE profile)
{
    struct bytes bytes = {NULL, 0};
    cmsUInt32Number length = 0;
    if (!profile)
        return bytes;
    cmsSetProfileVersion(profile, 2.1);
    if (cmsSaveProfileToMem(profile, NULL, &length)) {
        char *data = g_malloc0(length);
        if (cmsSaveProfileToMem(profile, data, &length))
            fix_date(data);
        bytes = (struct bytes){data, length};
    }
    cmsCloseProfile(profile);
    return bytes;
}

struct bytes profile_grey(void)
{
    cmsToneCurve *curve = ink_curve();
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
    if (profile) {
        cmsSetDeviceClass(profile, cmsSigOutputClass);
        cmsSetHeaderRenderingIntent(profile, INTENT_RELATIVE_COLORIMETRIC);
        describe(profile, cmsSigProfileDescriptionTag, "Black ink on white paper, dot gain 20%");
        describe(profile, cmsSigCopyrightTag, "No copyright, use freely");
    }
    cmsFreeToneCurve(curve);
    return take(profile);
}

struct bytes profile_srgb(void)
{
    return take(cmsCreate_sRGBProfile());
}
