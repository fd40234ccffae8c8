/* config_accessibility: what somebody says about the book's accessibility (EPUB Accessibility 1.1, section 4).
 *
 * A claim names who makes it: section 4.3 wants the evaluator. The program makes none. */
#include <string.h>

#include "manuscript/config_keys.h"

static const char claim_hint[] = "\"EPUB Accessibility 1.1 - WCAG 2.2 Level AA\" (WCAG 2.0, 2.1 or 2.2; Level A, AA or AAA), or none";

/* Section 4.2.2: the wording is fixed. Of 1.0 it is an address. */
static bool is_claim(const char *text)
{
    static const char *const versions[] = {"2.0", "2.1", "2.2"};
    static const char *const levels[] = {"A", "AA", "AAA"};
    static const char older[] = "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-";
    if (g_str_has_prefix(text, older)) {
        const char *level = text + strlen(older);
        return strcmp(level, "a") == 0 || strcmp(level, "aa") == 0 || strcmp(level, "aaa") == 0;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(levels); k++) {
            char claim[80];
            g_snprintf(claim, sizeof claim, "EPUB Accessibility 1.1 - WCAG %s Level %s", versions[i], levels[k]);
            if (strcmp(text, claim) == 0)
                return true;
        }
    return strcmp(text, "none") == 0;
}

void own_conforms_to(struct config *config, struct fy_node *value, struct position at)
{
    const char *text = config_wanted(config, value, at, claim_hint);
    if (text && is_claim(text))
        config->reader->book->about.accessibility.conforms_to = text;
    else if (text)
        config_bad(config, at, "value-range", claim_hint, text);
}

void own_certifier_report(struct config *config, struct fy_node *value, struct position at)
{
    const char *hint = "the address of the report: https://...";
    const char *text = config_wanted(config, value, at, hint);
    const char *scheme = text ? g_uri_peek_scheme(text) : NULL;
    const bool web = scheme && (strcmp(scheme, "https") == 0 || strcmp(scheme, "http") == 0);
    if (web && !text[strcspn(text, " \t\r\n\"<>")])
        config->reader->book->about.accessibility.report = text;
    else if (text)
        config_bad(config, at, "value-range", hint, text);
}

/* Section 4.2.3, and the European Accessibility Act (Directive (EU) 2019/882), articles 4 and 14. */
void own_exemption(struct config *config, struct fy_node *value, struct position at)
{
    static const char *const known[] = {"eaa-microenterprise", "eaa-fundamental-alteration", "eaa-disproportionate-burden"};
    const char *hint = "eaa-microenterprise, eaa-fundamental-alteration or eaa-disproportionate-burden";
    const char *text = config_wanted(config, value, at, hint);
    for (size_t i = 0; text && i < G_N_ELEMENTS(known); i++)
        if (strcmp(text, known[i]) == 0) {
            config->reader->book->about.accessibility.exemption = text;
            return;
        }
    if (text)
        config_bad(config, at, "value-range", hint, text);
}

static void report(struct config *config, struct position at, const char *hint, const char *what)
{
    diags_report(config->reader->diags, DIAG_ERROR, at, "accessibility-claim", hint, "%s", what);
}

void accessibility_check(struct config *config, struct position at)
{
    struct accessibility *said = &config->reader->book->about.accessibility;
    const bool claims = said->conforms_to && strcmp(said->conforms_to, "none") != 0;
    if (claims && !said->certified_by)
        report(config, at, "name who has evaluated the book: certified-by: ...; or leave conforms-to out",
               "accessibility.conforms-to says that the book conforms, and nobody answers for it");
    if (said->certified_by && !said->conforms_to)
        report(config, at, "say what is certified: conforms-to: \"EPUB Accessibility 1.1 - WCAG 2.2 Level AA\"",
               "accessibility.certified-by names who certifies, but not what");
    if ((said->credential || said->report) && !said->certified_by)
        report(config, at, "name who has evaluated the book: certified-by: ...",
               "the certifier's credential or report needs the certifier");
    if (said->exemption && claims)
        report(config, at, "keep one of conforms-to and exemption",
               "a book that conforms needs no exemption");
    if (said->exemption && !said->conforms_to)
        said->conforms_to = "none";
}
