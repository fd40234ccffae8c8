"""What the shipped book has agreed to be: the tables that manuscript.py holds it against. A chapter, a figure, a sheet or a
term that is added to the book on purpose is added here as well.
"""

# ---- length ----

WORDS = {  # of each section by its id: what it should have, give or take a tenth
    "read-this-first": 750,
    "how-to-use": 350,
    "people": 300,
    "ch-breather": 1300,
    "ch-why-now": 1600,
    "ch-looking-back": 1400,
    "ch-between-you": 1400,
    "ch-who-you-are": 1200,
    "ch-one-message": 1700,
    "ch-listening": 1700,
    "ch-sorry": 1900,
    "ch-common-ground": 1300,
    "ch-making-time": 1400,
    "ch-own-mind": 2100,
    "ch-forward": 2200,
    "closing": 500,
    "journal": 1000,
    "letters": 1100,
    "finding-help": 450,
    "glossary": 650,
}
FREE = {  # sections without a length of their own, and whether they count in the whole
    "copyright": False,
    "dedication": False,
    "lists": False,
    "printing-at-home": True,
    "repeat-sheets": False,
    "index": False,
}
SECTION_SLACK = 0.10
SHEET_WORDS = 3600  # of all the numbered sheets together
SHEET_SLACK = 0.3  # with instructions, stop rules, examples and what to do next
BOOK_WORDS = (22000, 30000)

# ---- reading ----

LONGEST_SENTENCE = 28
AVERAGE_SENTENCE = 16
READING_EASE = 65
LONGEST_ALT = 160

# ---- chapters ----

CHAPTERS = 12
BULLETS = 3  # in the box at a chapter's head, and in the one at its end
RESEARCH_WORDS = (60, 120)
SAFETY_CHAPTERS = (2, 6, 7, 8, 10, 12)
SAFETY_ANCHORS = ("safety-check", "read-this-first")  # the sheet, or the pages it stands on

FIGURES = {  # where each figure stands: a chapter, or the opener of a part
    "fig-cafe": "pause",
    "fig-bench": "look-back",
    "fig-phones": "speak",
    "fig-carved-tree": "rebuild",
    "fig-two-walkers": "walk-on",
    "fig-pause-path": "ch-breather",
    "fig-two-doors": "ch-why-now",
    "fig-decision-path": "ch-why-now",
    "fig-pattern-loop": "ch-looking-back",
    "fig-roots-weather": "ch-between-you",
    "fig-evidence-ladder": "ch-who-you-are",
    "fig-message-bands": "ch-one-message",
    "fig-listening-loop": "ch-listening",
    "fig-apology-flower": "ch-sorry",
    "fig-trust-steps": "ch-making-time",
    "fig-closeness-map": "ch-own-mind",
    "fig-reassurance-gate": "ch-own-mind",
    "fig-three-hills": "ch-forward",
    "fig-table-from-above": "closing",
}

# ---- worksheets ----

SHEETS = {  # where each stands; in the order of their numbers
    "read-this-first": "safety-check help-page where-i-am",
    "ch-breather": "breather pause-tracker life-wheel kind-week",
    "ch-why-now": "reasons two-missings whole-memory four-answers reach-out",
    "ch-looking-back": "watchers-account my-part pattern-loop not-mine",
    "ch-between-you": "timeline-of-us roots-and-weather fixable two-accounts",
    "ch-who-you-are": "then-and-now proof one-small-step",
    "ch-one-message": "draft-desk contact-plan urges first-meeting",
    "ch-listening": "listening-log blame-to-i talk-plan time-out",
    "ch-sorry": "apology letter-that-stays forgiving five-steps",
    "ch-common-ground": "common-ground new-things",
    "ch-making-time": "month-of-plans care-menu after-we-met",
    "ch-own-mind": "still-carry another-way closeness-map reassurance-loop choosing-therapist",
    "ch-forward": "expectations needs-wants-limits repair-kit working-agreement three-hills",
    "closing": "for-and-against where-i-am-now",
}
DEEP = 3  # three dots of effort
MOST_STEPS = 4

# ---- letter templates ----

LETTERS = {  # whether a letter goes to another person, and the words of its model
    "letter-1": (True, 40, 120),
    "letter-2": (True, 40, 120),
    "letter-3": (True, 40, 120),
    "letter-4": (True, 40, 120),
    "letter-5": (True, 1, 40),  # one line
    "letter-6": (False, 40, 120),  # to myself
    "letter-7": (True, 40, 120),
    "letter-8": (False, 40, 120),  # is not sent
    "letter-9": (True, 40, 120),
    "letter-10": (True, 40, 120),
    "letter-11": (True, 40, 120),
    "letter-12": (True, 40, 120),
}
SWAPS = 2  # lines to swap in below each model

# ---- words ----

PHRASES = [  # never said, in any form: patterns, without regard to case
    # what the book is not
    r"w[io]n(?:ning|s)?(?: \w+){0,2} back",
    r"get(?:ting|s)? (?:your|an|the|my) ex back",
    r"(?:make|makes|making|made) (?:them|your ex|an ex) miss (?:you|me)",
    r"no[- ]contact rule",
    r"the one(?=[.,;:?”’]|$)",  # "the one who asks" is a plain pronoun
    r"soul[- ]?mates?",
    r"twin flames?",
    r"closure (?:is )?guaranteed",
    r"play(?:ing)? it cool",
    r"friend[- ]?zoned?",
    r"(?:fight|fights|fighting|fought) for (?:them|your ex|us|love|you|me)",
    r"prov(?:e|es|ed|ing) (?:your|my|their) love",
    r"no for an answer",
    r"deserves? another (?:go|chance|try)",
    # hype, promises, labels
    r"super", r"vibes?", r"amp(?:s|ed|ing)? up",
    r"never fails?", r"science (?:proves|has proven)", r"guarantee[sd]?",
    r"follow your heart", r"(?:everything|things) happens? for a reason",
    r"toxic", r"narcissis\w+", r"dumpe[re]s?", r"your (?:man|girl)",
]
PRONOUNS = "he she him his her hers himself herself"  # everyone is "they", or has a name
DOUBLED = ("had", "that")  # may be said twice
LEFTOVERS = r"\b(?:TODO|FIXME|XXX|TBD|TK|lorem ipsum)\b|\?\?\?|\]\(|\{#|:::|\*\*|\[\^|==|``"
ADDRESSES = r"https?:|www\.|\S@\S|\+?\d[\d ()-]{6,}\d"  # of the web, of mail, of a phone: they go out of date
SPELLINGS = [  # British ones, and words that this book spells otherwise: patterns, without regard to case
    r"(?:col|fav|behavi|hon|neighb|lab|rum|hum|flav|harb|vap)our\w*",
    r"(?:organ|apolog|recogn|real|summar|minim|normal|memor|prior|final|personal|symbol|util)is(?:e|es|ed|er|ers|ing|ation|ations)",
    r"(?:emphas|critic|analy|paraly)s?is(?:ed?|ing)", r"(?:anal|paral)ys(?:e|es|ed|ing)",
    r"cent(?:re|res|red)", r"theatres?", r"counsell\w+", r"programmes?", r"grey\w*", r"cheques?",
    r"(?:to|after|back|for|up|down|in|out)wards", r"whilst", r"amongst", r"learnt", r"spelt", r"dreamt", r"burnt",
    r"(?:travel|cancel|label|model|quarrel|signal|total|fuel)l(?:ed|ing|er|ers)", r"fulfil", r"fulfils", r"enrol", r"skilful\w*", r"wilful\w*",
    r"judgements?", r"ageing", r"licence", r"defence", r"offences?", r"pretence", r"practis(?:e|es|ed|ing)",
    r"mum", r"mums", r"pyjamas", r"tyres?", r"ploughs?", r"manoeuvr\w+",
    r"break-ups?",
]

# ---- glossary ----

GLOSSARY = """Accommodation; Active listening; Amends; Apology; Attachment; Attachment anxiety; Attachment avoidance; Bid;
Boundary; Churning; Cycling; Coercive control; Composite; Consent; Correlation; Couple therapy; Cognitive reappraisal;
Deal-breaker; Decisional and emotional forgiveness; Destiny and growth beliefs; Distraction; Expressive writing; Flooding;
Gentle start-up; Growth, perceived and real; If–then plan; “I” statement; Meta-analysis; Nostalgia; Perpetual problem;
Reassurance loop; Reconciliation; REACH; Repair attempt; Responsiveness; Rumination; Safety plan; Self-compassion;
Self-distancing; Sliding and deciding; SMART goal; Stalking; Stop rule; Trigger"""
GLOSSARY_ONLY = {}  # terms that are bold nowhere in the text, and why. None today
BOLD = {  # what is bold in the text, where the glossary puts it otherwise; small letters
    "decisional forgiveness": "decisional and emotional forgiveness",
    "emotional forgiveness": "decisional and emotional forgiveness",
    "destiny belief": "destiny and growth beliefs",
    "growth belief": "destiny and growth beliefs",
    "perceived growth": "growth, perceived and real",
}
NOT_TERMS = {  # bold in the running text, and no term; and why
    "Ari": "a person", "Jules": "a person", "Kit": "a person", "Noor": "a person", "Remy": "a person", "Dana": "a person",
    "Hello": "part of a message", "Why": "part of a message", "Own": "part of a message", "Ask": "part of a message",
    "open door": "part of a message",
}

# ---- index ----

INDEX = """abuse; acceptance; active listening; alcohol; ambivalence; amends; anger; apology, six parts of; appreciation;
attachment; avoidance; bids; blame; blocking; boundaries; breather; calendar; care menu; causes of breakups;
change, evidence of; children; choice, freedom of; churning; closeness map; coercive control; common interests; commitment;
communication; compromise (middle ground); consent; contact, first; contact plan; co-parenting; couple therapy; court orders;
crisis; criticism; contempt; date nights; deal-breakers; deciding; decision tree; defensiveness; destiny beliefs;
distance, self-; distraction; divorce; drafts; emergencies; ending kindly; evidence ladder; expectations; exercise;
expressive writing; family; faith; fear of being single; feelings, leftover; fixable and ongoing problems; flooding;
forgiveness; forgiveness, limits of; friends; friendship with an ex; gentle start; goals; gratitude; growth; growth beliefs;
guilt; habits; help page; holidays; home, sharing a; honesty; hope; “I” statements; if–then plans; intimacy; jealousy;
journal; kindness to self; law; letters; listening; loneliness; long distance; love languages, evidence on; memory; messages;
money; motives; needs, wants, limits; new relationships; no, taking a; nostalgia; novelty; outside pressures; patience;
patterns; pause; perpetual problems; phones; privacy; pressure; reappraisal; reassurance; REACH; reconciliation; regret;
repair; respect; responsibility; rumination; safety; safety check; self-concept; separation; sex with an ex; shame;
shutting down; silence; single life; sleep; sliding; SMART goals; social media; space; stalking; stop rule; stress; support;
survey, limits of; therapy, individual; threats; time-outs; timeline; touch; trust, steps of; urges; values; waiting;
wheel of life; whole memory; work; writing, limits of"""
