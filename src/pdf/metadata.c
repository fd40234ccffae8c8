#include "pdf/metadata.h"

#include <cairo.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>

#include "pdf/objects.h"

bool metadata_date(const struct pages *pages, gint64 *seconds)
{
    guint64 epoch;
    /* Up to the end of the year 9999, the last that a PDF date can say. */
    if (g_ascii_string_to_unsigned(g_getenv("SOURCE_DATE_EPOCH") ? g_getenv("SOURCE_DATE_EPOCH") : "", 10, 0,
                                   253402300799, &epoch, NULL)) {
        *seconds = (gint64)epoch;
        return true;
    }
    int year, month, day;
    if (!pages->date || sscanf(pages->date, "%4d-%2d-%2d", &year, &month, &day) != 3)
        return false;
    GDateTime *date = g_date_time_new_utc(year, month, day, 0, 0, 0);
    if (!date)
        return false;
    *seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    return true;
}

char *metadata_date_text(const struct pages *pages, const char *format)
{
    gint64 seconds;
    if (!metadata_date(pages, &seconds))
        return NULL;
    GDateTime *date = g_date_time_new_from_unix_utc(seconds);
    char *text = g_date_time_format(date, format);
    g_date_time_unref(date);
    return text;
}

static char *producer(void)
{
    return g_strdup_printf("rekindle with cairo %s and qpdf %s", cairo_version_string(),
                           qpdf_get_qpdf_version());
}

int metadata_add_info(struct additions *additions, const struct pages *pages)
{
    GString *info = g_string_new("{");
    char *made_by = producer(), *date = metadata_date_text(pages, "D:%Y%m%d%H%M%SZ");
    json_append_pair(info, "/Title", pages->title);
    if (pages->author)
        json_append_pair(info, "/Author", pages->author);
    if (pages->subject)
        json_append_pair(info, "/Subject", pages->subject);
    json_append_pair(info, "/Creator", "rekindle");
    json_append_pair(info, "/Producer", made_by);
    if (date) {
        json_append_pair(info, "/CreationDate", date);
        json_append_pair(info, "/ModDate", date);
    }
    g_string_append_c(info, '}');
    g_free(made_by);
    g_free(date);
    const int object = additions_reserve(additions);
    additions_add(additions, object, info);
    return object;
}

/* XMP part 1 (ISO 16684-1), 7 and 8.3: a language alternative, a sequence, a plain property. */
enum form { FORM_ALTERNATIVES, FORM_SEQUENCE, FORM_BAG, FORM_PLAIN };

static void append_property(GString *xmp, const char *name, enum form form, const char *text)
{
    static const char *const open[] = {"<rdf:Alt><rdf:li xml:lang=\"x-default\">", "<rdf:Seq><rdf:li>",
                                       "<rdf:Bag><rdf:li>", ""};
    static const char *const close[] = {"</rdf:li></rdf:Alt>", "</rdf:li></rdf:Seq>", "</rdf:li></rdf:Bag>",
                                        ""};
    if (!text)
        return;
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(xmp, "<%s>%s%s%s</%s>\n", name, open[form], escaped, close[form], name);
    g_free(escaped);
}

/* ISO 14289-1, 5; ISO 19005-2, 6.6.4, and 6.6.2.3.3: PDF/A wants to be told what it does not know. */
static const char accessible[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>part of ISO 14289 that the document conforms to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

int metadata_add_xmp(struct additions *additions, const struct pages *pages, enum metadata_claims claims)
{
    GString *xmp =
        g_string_new("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                     "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    char *made_by = producer(), *date = metadata_date_text(pages, "%Y-%m-%dT%H:%M:%SZ");
    append_property(xmp, "dc:title", FORM_ALTERNATIVES, pages->title);
    append_property(xmp, "dc:creator", FORM_SEQUENCE, pages->author);
    append_property(xmp, "dc:description", FORM_ALTERNATIVES, pages->subject);
    append_property(xmp, "dc:rights", FORM_ALTERNATIVES, pages->rights);
    append_property(xmp, "dc:language", FORM_BAG, pages->lang);
    append_property(xmp, "dc:format", FORM_PLAIN, "application/pdf");
    append_property(xmp, "xmp:CreatorTool", FORM_PLAIN, "rekindle");
    append_property(xmp, "xmp:CreateDate", FORM_PLAIN, date);
    append_property(xmp, "xmp:ModifyDate", FORM_PLAIN, date);
    append_property(xmp, "xmp:MetadataDate", FORM_PLAIN, date);
    append_property(xmp, "pdf:Producer", FORM_PLAIN, made_by);
    g_string_append(xmp, "</rdf:Description>\n");
    if (claims == METADATA_ACCESSIBLE)
        g_string_append(xmp, accessible);
    g_string_append(xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    g_free(made_by);
    g_free(date);
    const int object = additions_reserve(additions);
    additions_add_stream(additions, object, g_string_new("{\"/Type\":\"/Metadata\",\"/Subtype\":\"/XML\"}"),
                         xmp->str, xmp->len);
    g_string_free(xmp, TRUE);
    return object;
}

void metadata_hang(qpdf_data qpdf, const struct pages *pages, int info, int xmp)
{
    const qpdf_oh root = qpdf_get_root(qpdf);
    object_set_text(qpdf, root, "/Lang", pages->lang ? pages->lang : "en");
    object_set_reference(qpdf, root, "/Metadata", xmp);
    object_set_reference(qpdf, qpdf_get_trailer(qpdf), "/Info", info);
}
