#include "book/words.h"

#include <glib.h>
#include <string.h>

enum language { ENGLISH, GERMAN, FRENCH, SPANISH, LANGUAGE_COUNT };

struct words {
    enum language language;
    const char *tag;
};

static const struct words languages[LANGUAGE_COUNT] = {
    {ENGLISH, "en"},
    {GERMAN, "de"},
    {FRENCH, "fr"},
    {SPANISH, "es"},
};

/* A row a word, a column a language. Instructions are worded so that nobody is addressed by "du" or "Sie",
 * "tu" or "vous", "tú" or "usted", and so that a number of any size fits. French has its no-break
 * space before a colon. */
static const char *const table[WORD_COUNT][LANGUAGE_COUNT] = {
    [WORD_PART] = {"Part", "Teil", "Partie", "Parte"},
    [WORD_CHAPTER] = {"Chapter", "Kapitel", "Chapitre", "Capítulo"},
    [WORD_WORKSHEET] = {"Worksheet", "Arbeitsblatt", "Fiche", "Ficha"},
    [WORD_FIGURE] = {"Figure", "Abbildung", "Figure", "Figura"},
    [WORD_TABLE] = {"Table", "Tabelle", "Tableau", "Tabla"},
    [WORD_PAGE] = {"page", "Seite", "page", "página"},
    [WORD_CONTENTS] = {"Contents", "Inhalt", "Table des matières", "Contenido"},
    [WORD_NOTES] = {"Notes", "Anmerkungen", "Notes", "Notas"},

    [WORD_INDEX] = {"Index", "Register", "Index", "Índice alfabético"},
    [WORD_SEE] = {"see", "siehe", "voir", "véase"},
    [WORD_SEE_ALSO] = {"see also", "siehe auch", "voir aussi", "véase también"},
    [WORD_FIGURES] = {"Figures", "Abbildungen", "Figures", "Figuras"},
    [WORD_TABLES] = {"Tables", "Tabellen", "Tableaux", "Tablas"},
    [WORD_WORKSHEETS] = {"Worksheets", "Arbeitsblätter", "Fiches", "Fichas"},

    [WORD_NOTE] = {"Note", "Hinweis", "Remarque", "Nota"},
    [WORD_TIP] = {"Tip", "Tipp", "Conseil", "Consejo"},
    [WORD_IMPORTANT] = {"Important", "Wichtig", "Important", "Importante"},
    [WORD_WARNING] = {"Warning", "Warnung", "Avertissement", "Advertencia"},
    [WORD_CAUTION] = {"Caution", "Vorsicht", "Prudence", "Precaución"},

    [WORD_PAUSE_HERE] = {"Pause here", "Hier innehalten", "Une pause ici", "Una pausa aquí"},
    [WORD_RESEARCH] = {"What the research says", "Was die Forschung sagt", "Ce que dit la recherche",
                       "Lo que dice la investigación"},
    [WORD_CARRY] = {"Carry this forward", "Zum Mitnehmen", "À retenir", "Para llevar consigo"},
    [WORD_INSIDE] = {"In this chapter", "In diesem Kapitel", "Dans ce chapitre", "En este capítulo"},

    [WORD_EXAMPLE] = {"Example", "Beispiel", "Exemple", "Ejemplo"},
    [WORD_THEN] = {"Then", "Danach", "Ensuite", "Después"},
    [WORD_YES] = {"Yes", "Ja", "Oui", "Sí"},
    [WORD_NO] = {"No", "Nein", "Non", "No"},
    [WORD_NOT_SURE] = {"Not sure", "Unsicher", "Ne sais pas", "No lo sé"},

    [WORD_DATE] = {"Date", "Datum", "Date", "Fecha"},
    [WORD_SIGNATURE] = {"Signature", "Unterschrift", "Signature", "Firma"},
    [WORD_SOLO] = {"on your own", "allein", "en solo", "a solas"},
    [WORD_EACH] = {"one each", "je ein Blatt", "une fiche chacun", "una ficha por persona"},
    [WORD_PAIR] = {"together", "zu zweit", "à deux", "entre dos"},
    [WORD_PRIVATE] = {"private", "privat", "privé", "privado"},
    [WORD_LIGHT] = {"light", "leicht", "léger", "ligero"},
    [WORD_STEADY] = {"steady", "mittel", "moyen", "moderado"},
    [WORD_DEEP] = {"deep", "tiefgehend", "profond", "profundo"},

    [WORD_MONDAY] = {"Monday", "Montag", "lundi", "lunes"},
    [WORD_TUESDAY] = {"Tuesday", "Dienstag", "mardi", "martes"},
    [WORD_WEDNESDAY] = {"Wednesday", "Mittwoch", "mercredi", "miércoles"},
    [WORD_THURSDAY] = {"Thursday", "Donnerstag", "jeudi", "jueves"},
    [WORD_FRIDAY] = {"Friday", "Freitag", "vendredi", "viernes"},
    [WORD_SATURDAY] = {"Saturday", "Samstag", "samedi", "sábado"},
    [WORD_SUNDAY] = {"Sunday", "Sonntag", "dimanche", "domingo"},
    [WORD_DEAR] = {"Dear", "An", "À", "Para"},
    [WORD_FROM] = {"From", "Von", "De la part de", "De parte de"},
    [WORD_UNSENT] = {"Do not send", "Nicht abschicken", "Ne pas envoyer", "No enviar"},
    [WORD_MOOD] = {"Mood", "Stimmung", "Humeur", "Ánimo"},
    [WORD_NUMBER_OF_WORDS] = {"Number of words", "Anzahl der Wörter", "Nombre de mots", "Número de palabras"},
    [WORD_TYPE_HERE] = {"type here, or draw on paper", "hier tippen oder auf Papier zeichnen",
                        "saisir ici, ou dessiner sur papier", "escribir aquí o dibujar en papel"},
    [WORD_DAY] = {"Day", "Tag", "Jour", "Día"},
    [WORD_TOTAL] = {"Total", "Summe", "Total", "Total"},
    [WORD_BACK_TO] = {"Back to", "Zurück zu", "Retour\u00A0:", "Volver a:"},

    [WORD_COVER] = {"Cover", "Umschlag", "Couverture", "Cubierta"},
    [WORD_TITLE_PAGE] = {"Title page", "Titelseite", "Page de titre", "Portada"},
    [WORD_NAVIGATION] = {"Navigation", "Navigation", "Navigation", "Navegación"},
    [WORD_LANDMARKS] = {"Landmarks", "Orientierungspunkte", "Points de repère", "Puntos de referencia"},
    [WORD_START] = {"Start of the text", "Beginn des Textes", "Début du texte", "Comienzo del texto"},
    [WORD_PAGE_LIST] = {"List of pages", "Seitenverzeichnis", "Liste des pages", "Lista de páginas"},
    [WORD_FILLER] = {"Room for whatever came up while reading", "Platz für Gedanken, die beim Lesen kamen",
                     "De la place pour ce qui vient en lisant", "Espacio para lo que surgió al leer"},

    [WORD_NOTEBOOK] = {"Write this in a notebook. Head the page %s.",
                       "In ein Notizbuch schreiben. Überschrift der Seite: %s.",
                       "À écrire dans un carnet. Titre de la page\u00A0: %s.",
                       "Para escribir en un cuaderno. Título de la página: %s."},
    [WORD_ABOUT_LINES] = {"about %d lines", "etwa %d Zeilen", "environ %d lignes", "unas %d líneas"},
    [WORD_ONE_LINE] = {"one line", "eine Zeile", "une ligne", "una línea"},
    [WORD_FREE_SPACE] = {"half a page, to write or draw", "eine halbe Seite zum Schreiben oder Zeichnen",
                         "une demi-page pour écrire ou dessiner", "media página para escribir o dibujar"},
    [WORD_NUMBER_FROM] = {"a number from %d (%s) to %d (%s)", "eine Zahl von %d (%s) bis %d (%s)",
                          "un nombre de %d (%s) à %d (%s)", "un número del %d (%s) al %d (%s)"},
    [WORD_NUMBER_PLAIN] = {"a number from %d to %d", "eine Zahl von %d bis %d", "un nombre de %d à %d",
                           "un número del %d al %d"},
    [WORD_TICK] = {"Note which of these are true.", "Notieren, was davon zutrifft.",
                   "Noter ce qui est vrai dans cette liste.", "Anotar lo que sea cierto de esta lista."},
    [WORD_ADD_OWN] = {"Add up to %d of your own.", "Bis zu %d eigene hinzufügen.",
                      "Compléter la liste\u00A0: %d de plus, au maximum.", "Añadir hasta %d más."},
    [WORD_ANSWER_YESNO] = {"Answer yes or no.", "Mit Ja oder Nein antworten.", "Répondre par oui ou par non.",
                           "Responder sí o no."},
    [WORD_ANSWER_UNSURE] = {"Answer yes, no or not sure.", "Mit Ja, Nein oder Unsicher antworten.",
                            "Répondre par oui, non ou ne sais pas.", "Responder sí, no o no lo sé."},
    [WORD_FOR_EACH] = {"For each, write:", "Jeweils aufschreiben:", "Pour chaque élément, écrire\u00A0:",
                       "En cada caso, escribir:"},
    [WORD_ROWS] = {"%d rows", "%d Zeilen der Tabelle", "%d lignes du tableau", "%d filas"},
    [WORD_SIGN] = {"Sign and date your page.", "Die Seite mit Datum unterschreiben.",
                   "Dater et signer la page.", "Firmar la página y poner la fecha."},
    [WORD_TALLY] = {"Keep a tally in your notebook for %d days:",
                    "Im Notizbuch %d Tage lang eine Strichliste führen:",
                    "Tenir le compte dans un carnet pendant %d jours\u00A0:",
                    "Llevar la cuenta en un cuaderno durante %d días:"},
    [WORD_WHEEL] = {"Give each a number from 0 to %d. Which is lowest?",
                    "Jedem Bereich eine Zahl von 0 bis %d geben. Welche ist die niedrigste?",
                    "Donner à chacun un nombre de 0 à %d. Quel est le plus bas\u00A0?",
                    "Dar a cada uno un número del 0 al %d. ¿Cuál es el más bajo?"},
    [WORD_EACH_DAY] = {"For each day, plan:", "Für jeden Tag planen:", "Pour chaque jour, prévoir\u00A0:",
                       "Para cada día, planear:"},
    [WORD_COUNT_TICKS] = {"Count your ticks for %s: out of %d.", "Zutreffendes zählen für %s: von %d.",
                          "Compter ce qui est vrai pour %s\u00A0: sur %d.", "Contar lo cierto en %s: de %d."},
    [WORD_ONLY] = {"Only: %s", "Nur: %s", "Seulement\u00A0: %s", "Solo: %s"},
    [WORD_PAIRS] = {"Write %d pairs:", "%d Paare aufschreiben:", "Écrire %d paires\u00A0:",
                    "Escribir %d pares:"},
    [WORD_TREE] = {"Answer in order.", "Der Reihe nach antworten.", "Répondre dans l’ordre.",
                   "Responder por orden."},
    [WORD_GO_TO] = {"go to question %d", "weiter mit Frage %d", "aller à la question %d",
                    "pasar a la pregunta %d"},
    [WORD_PRINT_PAGE] = {"To fill it in on paper, turn to page %s of %s.",
                         "Zum Ausfüllen auf Papier: Seite %s in %s.",
                         "Pour remplir la fiche sur papier\u00A0: page %s de %s.",
                         "Para rellenarla en papel: página %s de %s."},
    [WORD_TIMES] = {"%d times", "%d Mal", "%d fois", "%d veces"},
    [WORD_CUT_BACK] = {"Left blank, so that the sheet before it can be cut out.",
                       "Freigelassen, damit sich das Blatt davor ausschneiden lässt.",
                       "Laissée blanche pour que la fiche qui précède puisse être découpée.",
                       "En blanco, para poder recortar la ficha anterior."},
    [WORD_ABOVE_LINE] = {"above the line", "über der Linie", "au-dessus de la ligne", "encima de la línea"},
    [WORD_BELOW_LINE] = {"below the line", "unter der Linie", "au-dessous de la ligne", "debajo de la línea"},
    [WORD_TIMELINE] = {"List up to %d events in order. For each, write:",
                       "Bis zu %d Ereignisse der Reihe nach aufschreiben, jeweils mit:",
                       "Noter dans l’ordre jusqu’à %d événements\u00A0; pour chacun, écrire\u00A0:",
                       "Anotar por orden hasta %d hechos. En cada caso, escribir:"},
    [WORD_ACROSS] = {"across", "waagerecht", "horizontal", "horizontal"},
    [WORD_UP] = {"up", "senkrecht", "vertical", "vertical"},
    [WORD_SKETCH] = {"Sketch it in a notebook, or write a list.",
                     "Ins Notizbuch zeichnen oder als Liste aufschreiben.",
                     "Dessiner dans un carnet, ou écrire une liste.",
                     "Dibujarlo en un cuaderno o escribir una lista."},
    [WORD_SORT] = {"Put each under one of these:", "Jeweils einem davon zuordnen:",
                   "Ranger chaque chose sous l’un de ces titres\u00A0:",
                   "Poner cada cosa bajo uno de estos títulos:"},
    [WORD_BY_HAND] = {"Write it by hand if you can.", "Wenn möglich, von Hand schreiben.",
                      "Écrire à la main, si possible.", "Escribirla a mano, si es posible."},
    [WORD_CHOOSE] = {"Choose one:", "Eines auswählen:", "Choisir\u00A0:", "Elegir:"},
    [WORD_BEFORE] = {"Before you start", "Vor dem Beginn", "Avant de commencer", "Antes de empezar"},
    [WORD_STOP] = {"Stop rule", "Stoppregel", "Règle d’arrêt", "Regla para parar"},
    [WORD_AND_BACK] = {"and back to %d", "und zurück zu %d", "et retour à %d", "y de vuelta a %d"},
    [WORD_LADDER] = {"From step 1, the lowest, up to step %d:", "Von Stufe 1, der untersten, bis Stufe %d:",
                     "De la marche 1, la plus basse, à la marche %d\u00A0:",
                     "Del peldaño 1, el más bajo, al peldaño %d:"},
    [WORD_REPEAT] = {"repeat", "wiederholbar", "à répéter", "repetible"},
    [WORD_ME] = {"me", "ich", "moi", "yo"},
    [WORD_YOU] = {"you", "das Gegenüber", "l’autre", "la otra persona"},
    [WORD_WEEK] = {"Week", "Woche", "Semaine", "Semana"},
    [WORD_REVIEW] = {"Review on", "Wieder ansehen am", "À revoir le", "Para revisar el"},
    [WORD_OWN_CALENDAR] = {"Use your own calendar.", "Den eigenen Kalender benutzen.",
                           "Utiliser un calendrier personnel.", "Usar el calendario propio."},
    [WORD_KEEP_PRIVATE] = {"Keep this list where only you read it.",
                           "Die Liste dort aufbewahren, wo niemand sonst sie liest.",
                           "Garder cette liste là où personne d’autre ne la lira.",
                           "Guardar esta lista donde nadie más la lea."},

    [WORD_ACCESS_TEXT] =
        {"Text that adapts to the reader, in one reading order, with a table of contents, landmarks and headings.",
         "Anpassbarer Text in einer einzigen Lesereihenfolge, mit Inhaltsverzeichnis, Orientierungspunkten und "
         "Überschriften.",
         "Texte adaptable, dans un seul ordre de lecture, avec table des matières, points de repère et titres.",
         "Texto adaptable, con un solo orden de lectura, tabla de contenido, puntos de referencia y títulos."},
    [WORD_ACCESS_ALT] = {"Images have text alternatives or are decorative.",
                         "Bilder haben Alternativtexte oder sind Schmuck.",
                         "Les images ont un texte de remplacement ou sont décoratives.",
                         "Las imágenes tienen texto alternativo o son decorativas."},
    [WORD_ACCESS_NO_ALT] = {"Some images have no text alternative.", "Einige Bilder haben keinen Alternativtext.",
                            "Certaines images n’ont pas de texte de remplacement.",
                            "Algunas imágenes no tienen texto alternativo."},
    [WORD_ACCESS_DESCRIBED] = {"Some images have a longer description.",
                               "Einige Bilder haben eine längere Beschreibung.",
                               "Certaines images ont une description plus longue.",
                               "Algunas imágenes tienen una descripción más larga."},
    [WORD_ACCESS_NOTES] = {"Notes are linked to their places in the text and back.",
                           "Anmerkungen sind mit ihren Stellen im Text verlinkt, hin und zurück.",
                           "Les notes sont liées à leur appel dans le texte, dans les deux sens.",
                           "Las notas están enlazadas con su llamada en el texto, en ambos sentidos."},
    [WORD_ACCESS_SHEETS] =
        {"Worksheets are given as numbered prompts to be answered in a notebook; what print draws as a diagram is "
         "given as text.",
         "Arbeitsblätter stehen als nummerierte Aufgaben da, die in einem Notizbuch beantwortet werden; was im Druck "
         "eine Zeichnung ist, ist hier Text.",
         "Les fiches sont données comme des consignes numérotées, à remplir dans un carnet\u00A0; ce que l’imprimé "
         "dessine est donné en texte.",
         "Las fichas se dan como indicaciones numeradas para responder en un cuaderno; lo que el libro impreso "
         "dibuja se da como texto."},
    [WORD_ACCESS_PAGES] = {"Places in the text carry the page numbers of the printed edition.",
                           "Stellen im Text tragen die Seitenzahlen der gedruckten Ausgabe.",
                           "Le texte porte les numéros de page de l’édition imprimée.",
                           "El texto lleva los números de página de la edición impresa."},
    [WORD_ACCESS_INDEX] = {"The index links to the places in the text.",
                           "Das Register ist mit den Stellen im Text verlinkt.",
                           "L’index est lié aux passages du texte.",
                           "El índice alfabético enlaza con los pasajes del texto."},
    [WORD_ACCESS_GLOSSARY] = {"Terms are linked to the glossary and back.",
                              "Fachwörter sind mit dem Glossar verlinkt, hin und zurück.",
                              "Les termes sont liés au glossaire, dans les deux sens.",
                              "Los términos están enlazados con el glosario, en ambos sentidos."},
    [WORD_ACCESS_STILL] = {"No audio, video, scripts or flashing content.",
                           "Kein Ton, keine Videos, keine Skripte, nichts, was blinkt.",
                           "Ni son, ni vidéo, ni script, ni contenu clignotant.",
                           "Sin audio, vídeo, programas ni contenido parpadeante."},
    [WORD_ACCESS_MOVING] = {"No audio, video or scripts; some images may move.",
                            "Kein Ton, keine Videos, keine Skripte; einige Bilder können sich bewegen.",
                            "Ni son, ni vidéo, ni script\u00A0; certaines images peuvent être animées.",
                            "Sin audio, vídeo ni programas; algunas imágenes pueden moverse."},
    [WORD_GLOSSARY] = {"Glossary", "Glossar", "Glossaire", "Glosario"},
};

/* Parts' numbers as words; only English titles spell them out. */
static const char *const english_parts[] = {
    "Part One",   "Part Two",   "Part Three", "Part Four", "Part Five",   "Part Six",
    "Part Seven", "Part Eight", "Part Nine",  "Part Ten",  "Part Eleven", "Part Twelve",
};

/* The language that a tag begins with, NULL when it is not in the table. */
static const struct words *find(const char *lang)
{
    const size_t length = lang ? strcspn(lang, "-_") : 0;
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (strlen(languages[i].tag) == length && g_ascii_strncasecmp(lang, languages[i].tag, length) == 0)
            return &languages[i];
    return NULL;
}

const struct words *words_find(const char *lang)
{
    const struct words *words = find(lang);
    return words ? words : &languages[ENGLISH];
}

bool words_known(const char *lang)
{
    return find(lang) != NULL;
}

const char *words_language(const struct words *words)
{
    return words->tag;
}

const char *words_get(const struct words *words, enum word word)
{
    return table[word][words->language];
}

const char *words_colon(const struct words *words)
{
    return words->language == FRENCH ? "\u00A0: " : ": ";
}

const char *words_part_number(const struct words *words, int number)
{
    if (words->language == ENGLISH && number >= 1 && number <= (int)G_N_ELEMENTS(english_parts))
        return english_parts[number - 1];
    char label[64];
    g_snprintf(label, sizeof label, "%s %d", words_get(words, WORD_PART), number);
    return g_intern_string(label);
}
