#include "book/home.h"

#include <glib.h>
#include <string.h>

#include "book/style.h"

const char home_papers[] = "a4 or letter";
const char home_hole_margins[] = "none, two, three, or a length from 5mm to 60mm";

/* The sheets, upright: ISO 216, ANSI A. */
static const struct {
    const char *name;
    double width, height;
} sheets[] = {[HOME_A4] = {"A4", 210 * MM, 297 * MM}, [HOME_LETTER] = {"Letter", 612, 792}};

void home_defaults(struct home *home)
{
    *home = (struct home){.paper = HOME_PAPER_OF_COUNTRY};
}

bool home_set_paper(struct home *home, const char *text)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(sheets); i++)
        if (g_ascii_strcasecmp(sheets[i].name, text) == 0) {
            home->paper = (enum home_paper)i;
            return true;
        }
    return false;
}

/* Two holes: 6 mm wide, 12 mm from the edge (ISO 838). Three: 8 mm wide, half an inch from the edge. Both margins leave
 * 5 mm between holes and text. */
bool home_set_holes(struct home *home, const char *text)
{
    static const struct {
        const char *name;
        double margin;
    } known[] = {{"none", 0}, {"two", 20 * MM}, {"three", 22 * MM}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(known[i].name, text) == 0) {
            home->holes = known[i].margin;
            return true;
        }
    double margin;
    if (!style_length(text, &margin) || margin < 5 * MM - 1e-9 || margin > 60 * MM + 1e-9)
        return false;
    home->holes = margin;
    return true;
}

/* The countries of Letter (Unicode CLDR 42, supplementalData, paperSize "US-Letter"). */
static bool country_takes_letter(const char *country)
{
    static const char *const countries[] = {"BZ", "CA", "CL", "CO", "CR", "GT", "MX",
                                            "NI", "PA", "PH", "PR", "SV", "US", "VE"};
    for (size_t i = 0; i < G_N_ELEMENTS(countries); i++)
        if (g_ascii_strcasecmp(countries[i], country) == 0)
            return true;
    return false;
}

/* In a language tag the country is the part of two letters behind the language: "en-US", "zh-Hant-TW"; behind a part
 * of one letter nothing is a country (RFC 5646, section 2.1). */
enum home_paper home_paper(const struct home *home, const char *lang)
{
    enum home_paper paper = home->paper;
    if (paper != HOME_PAPER_OF_COUNTRY)
        return paper;
    char **subtags = g_strsplit(lang ? lang : "", "-", -1);
    paper = HOME_A4;
    for (int i = 1; subtags[0] && subtags[i] && strlen(subtags[i]) > 1; i++)
        if (country_takes_letter(subtags[i]))
            paper = HOME_LETTER;
    g_strfreev(subtags);
    return paper;
}

const char *home_sheet(enum home_paper paper, double *width, double *height)
{
    *width = sheets[paper].width;
    *height = sheets[paper].height;
    return sheets[paper].name;
}
