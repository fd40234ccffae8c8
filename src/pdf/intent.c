#include "pdf/intent.h"

#include <lcms2.h>
#include <string.h>

/* The profile's bytes, freed with g_free; NULL when the library refuses. It writes the time of day into the header (ICC.1:2001-04,
 * 6.1.7: six numbers of two bytes). */
static char *srgb_profile(cmsUInt32Number *length)
{
    enum { DATE_AT = 24 };
    static const char date[12] = {7, (char)0xD0, 0, 1, 0, 1}; /* 1 January 2000 */
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    char *data = NULL;
    cmsSetProfileVersion(profile, 2.1);
    if (cmsSaveProfileToMem(profile, NULL, length)) {
        data = g_malloc0(*length);
        if (cmsSaveProfileToMem(profile, data, length))
            memcpy(data + DATE_AT, date, sizeof date);
        else
            g_clear_pointer(&data, g_free);
    }
    cmsCloseProfile(profile);
    return data;
}

int intent_add_srgb(struct additions *additions)
{
    cmsUInt32Number length;
    char *data = srgb_profile(&length);
    if (!data)
        return 0;
    const int profile = additions_reserve(additions), intents = additions_reserve(additions);
    additions_add_stream(additions, profile, g_string_new("{\"/N\":3}"), data, length);
    GString *json = g_string_new("[{\"/Type\":\"/OutputIntent\",\"/S\":\"/GTS_PDFA1\"");
    json_append_pair(json, "/OutputConditionIdentifier", "sRGB IEC61966-2.1");
    json_append_pair(json, "/Info", "sRGB IEC61966-2.1");
    g_string_append_printf(json, ",\"/DestOutputProfile\":\"%d 0 R\"}]", profile);
    additions_add(additions, intents, json);
    g_free(data);
    return intents;
}
