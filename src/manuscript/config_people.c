/* config_people: who made the book: names, what each did (MARC relators), and how libraries file them. */
#include <string.h>

#include "manuscript/clean.h"
#include "manuscript/config_keys.h"

static const char person_hint[] = "a person is a name, or {name, role, file-as}";

/* MARC code list for relators (https://www.loc.gov/marc/relators/), of which EPUB 3.3, section 5.5.3.2.4, takes its
 * roles. The list grows: a code that is not here is only warned of. */
static const char relators[] =
    " abr acp act adi adp aft anl anm ann ant ape apl app aqt arc ard arr art asg asn ato att auc aud aui aus aut bdd"
    " bjd bka bkd bkp blw bnd bpd brd brl bsl cas ccp chr clb cli cll clr clt cmm cmp cmt cnd cng cns coe col com con"
    " cor cos cot cou cov cpc cpe cph cpl cpt cre crp crr crt csl csp cst ctb cte ctg ctr cts ctt cur cwt dbp dfd dfe"
    " dft dgc dgg dgs dis dln dnc dnr dpc dpt drm drt dsr dst dtc dte dtm dto dub edc edd edm edt egr elg elt eng enj"
    " etr evp exp fac fds fld flm fmd fmk fmo fmp fnd fpy frg gis grt his hnr hst ill ilu ins inv isb itr ive ivr jud"
    " jug lbr lbt ldr led lee lel len let lgd lie lil lit lsa lse lso ltg lyr mcp mdc med mfp mfr mod mon mrb mrk msd"
    " mte mtk mus nrt opn org orm osp oth own pad pan pat pbd pbl pdr pfr pht plt pma pmn pop ppm ppt pra prc prd pre"
    " prf prg prm prn pro prp prs prt prv pta pte ptf pth ptt pup rbr rcd rce rcp rdd red ren res rev rpc rps rpt rpy"
    " rse rsg rsp rsr rst rth rtm sad sce scl scr sds sec sgd sgn sht sll sng spk spn spy srv std stg stl stm stn str"
    " tcd tch ths tld tlp trc trl tyd tyg uvp vac vdg voc wac wal wam wat wdc wde win wit wpr wst ";

/* The commonest ones, by their names. */
static const struct {
    const char *name, *code;
} named[] = {
    {"author", "aut"},       {"editor", "edt"},       {"illustrator", "ill"},     {"translator", "trl"},
    {"photographer", "pht"}, {"narrator", "nrt"},     {"contributor", "ctb"},     {"compiler", "com"},
    {"designer", "dsr"},     {"book designer", "bkd"}, {"cover designer", "cov"}, {"artist", "art"},
    {"proofreader", "pfr"},  {"publisher", "pbl"},    {"author of introduction", "aui"},
};

static const char *role_of(struct config *config, const char *text, struct position at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
        if (g_ascii_strcasecmp(text, named[i].name) == 0)
            return named[i].code;
    if (strlen(text) != 3 || text[strspn(text, G_CSET_a_2_z)]) {
        config_bad(config, at, "value-range", "a MARC relator code: aut, edt, ill, trl ...", text);
        return "aut";
    }
    if (!strstr(relators, arena_printf(config->reader->arena, " %s ", text)))
        diags_report(config->reader->diags, DIAG_WARNING, at, "role-unknown",
                     "the codes are listed at https://www.loc.gov/marc/relators/: aut, edt, ill, trl ...",
                     "\"%s\" is not a MARC relator code that we know", text);
    return text;
}

static void read_person_key(struct config *config, struct author *person, struct fy_node_pair *pair,
                            struct position at)
{
    const char *key = config_scalar(config, fy_node_pair_key(pair));
    const char *text = config_scalar(config, fy_node_pair_value(pair));
    const struct position place = config_place(config, fy_node_pair_key(pair), at);
    if (!key || !text)
        config_bad(config, place, "value-type", person_hint, NULL);
    else if (strcmp(key, "name") == 0 || strcmp(key, "text") == 0) /* Pandoc calls it text */
        person->name = clean_text(config->reader, text);
    else if (strcmp(key, "file-as") == 0)
        person->file_as = clean_text(config->reader, text);
    else if (strcmp(key, "role") == 0)
        person->role = role_of(config, text, place);
    else
        diags_report(config->reader->diags, DIAG_ERROR, place, "key-unknown", "name, role and file-as",
                     "a person has no \"%s\"", key);
}

static void add_person(struct config *config, struct fy_node *node, struct position at, struct author **end,
                       const char *role)
{
    struct author *person = ARENA_NEW(config->reader->arena, struct author);
    person->role = role;
    if (fy_node_is_mapping(node)) {
        void *state = NULL;
        for (struct fy_node_pair *pair; (pair = fy_node_mapping_iterate(node, &state));)
            read_person_key(config, person, pair, at);
    } else {
        person->name = clean_text(config->reader, config_scalar(config, node));
    }
    if (!person->name) {
        config_bad(config, config_place(config, node, at), "value-type", person_hint, NULL);
        return;
    }
    while (*end)
        end = &(*end)->next;
    *end = person;
}

static void read_people(struct config *config, struct fy_node *value, struct position at, struct author **people,
                        const char *role)
{
    void *state = NULL;
    if (value && !fy_node_is_sequence(value))
        add_person(config, value, at, people, role);
    else if (value)
        for (struct fy_node *node; (node = fy_node_sequence_iterate(value, &state));)
            add_person(config, node, at, people, role);
}

void own_author(struct config *config, struct fy_node *value, struct position at)
{
    read_people(config, value, at, &config->reader->book->about.authors, "aut");
}

void own_contributor(struct config *config, struct fy_node *value, struct position at)
{
    read_people(config, value, at, &config->reader->book->about.contributors, "ctb");
}
