#include "pdf/intent.h"

#include "pdf/profile.h"

int intent_add_srgb(struct additions *additions)
{
    const struct bytes bytes = profile_srgb();
    if (!bytes.data)
        return 0;
    const int profile = additions_reserve(additions), intents = additions_reserve(additions);
    additions_add_stream(additions, profile, g_string_new("{\"/N\":3}"), bytes.data, bytes.length);
    GString *json = g_string_new("[{\"/Type\":\"/OutputIntent\",\"/S\":\"/GTS_PDFA1\"");
    json_append_pair(json, "/OutputConditionIdentifier", "sRGB IEC61966-2.1");
    json_append_pair(json, "/Info", "sRGB IEC61966-2.1");
    g_string_append_printf(json, ",\"/DestOutputProfile\":\"%d 0 R\"}]", profile);
    additions_add(additions, intents, json);
    g_free((char *)bytes.data);
    return intents;
}
