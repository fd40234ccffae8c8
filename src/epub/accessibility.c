/* accessibility: EPUB Accessibility 1.1, section 2 ("Discoverability"); the values are those of the Schema.org
 * Accessibility Properties for Discoverability Vocabulary. Each is there because of something that the files hold. */
#include "epub/opf.h"

static void summary_add(GString *summary, const struct publication *publication, enum word word)
{
    g_string_append_printf(summary, "%s%s", summary->len ? " " : "", words_get(publication->words, word));
}

/* What the files hold, in one paragraph, in the language of the program's words. */
static const char *summary_of(const struct publication *publication)
{
    const struct {
        bool holds;
        enum word word;
    } parts[] = {
        {true, WORD_ACCESS_TEXT},
        {publication->images, publication->alt_missing ? WORD_ACCESS_NO_ALT : WORD_ACCESS_ALT},
        {publication->described, WORD_ACCESS_DESCRIBED},
        {publication->notes, WORD_ACCESS_NOTES},
        {publication->sheets, WORD_ACCESS_SHEETS},
        {publication_has_index(publication), WORD_ACCESS_INDEX},
        {publication->glossary, WORD_ACCESS_GLOSSARY},
        {publication->pages->len > 0, WORD_ACCESS_PAGES},
        {true, publication->moving ? WORD_ACCESS_MOVING : WORD_ACCESS_STILL},
    };
    GString *summary = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].holds)
            summary_add(summary, publication, parts[i].word);
    const char *kept = arena_string(publication->arena, summary->str);
    g_string_free(summary, TRUE);
    return kept;
}

/* An author's own summary is in the book's language, which is the package's. */
static void summary_write(struct opf *opf, const struct publication *publication)
{
    const char *own = publication->book->about.accessibility.summary;
    markup_open(opf->markup, "meta");
    markup_attribute(opf->markup, "property", "schema:accessibilitySummary");
    if (!own) {
        markup_attribute(opf->markup, "xml:lang", words_language(publication->words));
        markup_attribute(opf->markup, "dir", publication->right_to_left ? "ltr" : NULL); /* no such words yet */
    }
    markup_text(opf->markup, own ? own : summary_of(publication));
    markup_close(opf->markup);
}

static void features_write(struct opf *opf, const struct publication *publication)
{
    const bool pages = publication->pages->len > 0;
    const struct {
        bool holds;
        const char *name;
    } features[] = {
        {true, "tableOfContents"},        /* nav.xhtml and toc.ncx */
        {true, "readingOrder"},           /* the spine, and one order inside each file */
        {true, "displayTransformability"}, /* no fixed layout, no text in pictures but what is said beside them */
        {true, "ARIA"},                   /* DPUB-ARIA roles on what has one */
        {publication->headings, "structuralNavigation"},
        {publication->images && !publication->alt_missing, "alternativeText"},
        {publication->described, "longDescription"},
        {pages, "pageNavigation"},
        {pages, "pageBreakMarkers"},
        {publication_has_index(publication), "index"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(features); i++)
        if (features[i].holds)
            opf_meta(opf, "schema:accessibilityFeature", NULL, features[i].name);
}

/* What is claimed is written as book.yaml states it (section 4); its reader has checked that the parts fit. */
static void claims_write(struct opf *opf, const struct accessibility *said)
{
    opf_meta(opf, "dcterms:conformsTo", "conformance", said->conforms_to);
    opf_meta(opf, "a11y:exemption", NULL, said->exemption);
    if (!said->certified_by)
        return;
    markup_open(opf->markup, "meta");
    markup_attribute(opf->markup, "refines", "#conformance");
    markup_attribute(opf->markup, "property", "a11y:certifiedBy");
    markup_attribute(opf->markup, "id", "certifier");
    markup_text(opf->markup, said->certified_by);
    markup_close(opf->markup);
    opf_refine(opf, "certifier", "a11y:certifierCredential", NULL, said->credential);
    if (!said->report)
        return;
    markup_open(opf->markup, "link");
    markup_attribute(opf->markup, "refines", "#certifier");
    markup_attribute(opf->markup, "rel", "a11y:certifierReport");
    markup_attribute(opf->markup, "href", said->report);
    markup_void(opf->markup);
}

void accessibility_write(struct opf *opf, const struct publication *publication)
{
    opf_meta(opf, "schema:accessMode", NULL, "textual");
    if (publication->images) {
        opf_meta(opf, "schema:accessMode", NULL, "visual");
        opf_meta(opf, "schema:accessModeSufficient", NULL, "textual,visual");
    }
    if (!publication->alt_missing)
        opf_meta(opf, "schema:accessModeSufficient", NULL, "textual");
    features_write(opf, publication);
    opf_meta(opf, "schema:accessibilityHazard", NULL, publication->moving ? "unknown" : "none");
    summary_write(opf, publication);
    claims_write(opf, &publication->book->about.accessibility);
}
