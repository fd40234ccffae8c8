#include "pdf/standard.h"

#include <glib.h>
#include <string.h>

#include "pdf/metadata.h"
#include "pdf/objects.h"
#include "pdf/profile.h"

static void set_name(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name)
{
    qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_new_name(qpdf, name));
}

/* ---- metadata ---- */

/* ISO 15930-1; the file of the other standard says the same in XMP. */
static void add_info(qpdf_data qpdf, const struct pages *pages, enum print_standard standard)
{
    const qpdf_oh info = qpdf_oh_new_dictionary(qpdf);
    char *date = metadata_date_text(pages, "D:%Y%m%d%H%M%SZ");
    object_set_text(qpdf, info, "/Title", pages->title);
    object_set_text(qpdf, info, "/Creator", "rekindle");
    object_set_text(qpdf, info, "/Producer", "rekindle");
    if (date) {
        object_set_text(qpdf, info, "/CreationDate", date);
        object_set_text(qpdf, info, "/ModDate", date);
    }
    set_name(qpdf, info, "/Trapped", "/False");
    if (standard == STANDARD_X1A) {
        object_set_text(qpdf, info, "/GTS_PDFXVersion", "PDF/X-1:2001");
        object_set_text(qpdf, info, "/GTS_PDFXConformance", "PDF/X-1a:2001");
    }
    qpdf_oh_replace_key(qpdf, qpdf_get_trailer(qpdf), "/Info", qpdf_make_indirect_object(qpdf, info));
    g_free(date);
}

/* Metadata stay as they are, for programs that know nothing of PDF. */
static qpdf_oh add_stream(qpdf_data qpdf, const char *data, size_t length)
{
    const qpdf_oh stream = qpdf_oh_new_stream(qpdf), none = qpdf_oh_new_null(qpdf);
    qpdf_oh_replace_stream_data(qpdf, stream, (const unsigned char *)data, length, none, none);
    return stream;
}

/* A document's name that is the same whenever the same book is made: it need only differ from other documents'. */
static char *document_id(const struct pages *pages)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_MD5);
    for (size_t i = 0; i < pages->count; i++)
        g_checksum_update(sum, (const guchar *)pages->page[i].label, -1);
    g_checksum_update(sum, (const guchar *)pages->title, -1);
    g_checksum_update(sum, (const guchar *)(pages->date ? pages->date : ""), -1);
    const char *hex = g_checksum_get_string(sum);
    char *id = g_strdup_printf("uuid:%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
    g_checksum_free(sum);
    return id;
}

/* ISO 15930-7. */
static void add_xmp(qpdf_data qpdf, const struct pages *pages)
{
    char *date = metadata_date_text(pages, "%Y-%m-%dT%H:%M:%SZ"), *id = document_id(pages);
    const char *day = date ? date : "2000-01-01T00:00:00Z";
    char *xmp = g_markup_printf_escaped(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:format>application/pdf</dc:format>\n"
        "<xmp:CreatorTool>rekindle</xmp:CreatorTool>\n"
        "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
        "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
        "<xmpMM:DocumentID>%s</xmpMM:DocumentID>\n<xmpMM:InstanceID>%s</xmpMM:InstanceID>\n"
        "<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
        "<pdf:Producer>rekindle</pdf:Producer>\n<pdf:Trapped>False</pdf:Trapped>\n"
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n",
        pages->title, day, day, day, id, id);
    const qpdf_oh stream = add_stream(qpdf, xmp, strlen(xmp)), dictionary = qpdf_oh_get_dict(qpdf, stream);
    set_name(qpdf, dictionary, "/Type", "/Metadata");
    set_name(qpdf, dictionary, "/Subtype", "/XML");
    qpdf_oh_replace_key(qpdf, qpdf_get_root(qpdf), "/Metadata", stream);
    g_free(xmp);
    g_free(id);
    g_free(date);
}

/* ---- the output intent ---- */

/* For which printing the greys are meant: a condition of the ICC's registry, or a profile of our own. */
static void add_intent(qpdf_data qpdf, enum print_standard standard)
{
    const qpdf_oh intent = qpdf_oh_new_dictionary(qpdf), intents = qpdf_oh_new_array(qpdf);
    set_name(qpdf, intent, "/Type", "/OutputIntent");
    set_name(qpdf, intent, "/S", "/GTS_PDFX");
    if (standard == STANDARD_X1A) {
        object_set_text(qpdf, intent, "/OutputConditionIdentifier", "CGATS TR 001");
        object_set_text(qpdf, intent, "/OutputCondition", "SWOP, black ink only");
        object_set_text(qpdf, intent, "/RegistryName", "http://www.color.org");
        object_set_text(qpdf, intent, "/Info", "U.S. Web Coated (SWOP)");
    } else {
        const struct bytes profile = profile_grey();
        const qpdf_oh stream = add_stream(qpdf, profile.data, profile.length);
        qpdf_oh_replace_key(qpdf, qpdf_oh_get_dict(qpdf, stream), "/N", qpdf_oh_new_integer(qpdf, 1));
        object_set_text(qpdf, intent, "/OutputConditionIdentifier", "Black ink on white paper");
        object_set_text(qpdf, intent, "/Info", "Black ink on white paper, dot gain 20%");
        qpdf_oh_replace_key(qpdf, intent, "/DestOutputProfile", stream);
        g_free((void *)(uintptr_t)profile.data);
    }
    qpdf_oh_append_item(qpdf, intents, intent);
    qpdf_oh_replace_key(qpdf, qpdf_get_root(qpdf), "/OutputIntents", intents);
}

void standard_apply(qpdf_data qpdf, const struct pages *pages, enum print_standard standard)
{
    qpdf_oh_remove_key(qpdf, qpdf_get_trailer(qpdf), "/Info"); /* cairo's */
    if (standard == STANDARD_NONE)
        return;
    add_info(qpdf, pages, standard);
    if (standard == STANDARD_X4)
        add_xmp(qpdf, pages);
    add_intent(qpdf, standard);
}

const char *standard_version(enum print_standard standard)
{
    return standard == STANDARD_X4 ? "1.6" : "1.3";
}
