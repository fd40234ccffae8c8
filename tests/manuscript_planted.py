"""Tests the rules of manuscript.py: each must find a defect that is planted in the dump of the book, and nothing else.

usage: manuscript_planted.py FOLDER DUMP MESSAGES REFERENCE     (as of manuscript.py)

What the book is found guilty of without a defect does not matter here; and lengths are agreed to be what they are.
"""
import re
import sys

import manuscript
import manuscript_facts as facts
import manuscript_read


class Dump:
    """The lines of a dump, to be changed; messages, and tables that are not as they are."""

    def __init__(self, text, messages=""):
        self.lines, self.messages, self.facts = text.split("\n"), messages, {}

    def copy(self):
        return Dump("\n".join(self.lines), self.messages)

    def find(self, pattern, start=0, end=None):
        return next(i for i in range(start, end or len(self.lines)) if re.search(pattern, self.lines[i]))

    def end(self, at):
        """Behind the line and all that is below it."""
        depth = len(self.lines[at]) - len(self.lines[at].lstrip())
        return next((i for i in range(at + 1, len(self.lines)) if len(self.lines[i]) - len(self.lines[i].lstrip()) <= depth), len(self.lines))

    def section(self, name):
        at = self.find(rf"^(chapter|part) .*#{name} ")
        return at, self.end(at)

    def inside(self, name, pattern):
        return self.find(pattern, *self.section(name))

    def change(self, at, pattern, new, end=None, all_of_them=False):
        """The lines from `at` to `end`; some of them must change."""
        before = self.lines[at:end or at + 1]
        self.lines[at:end or at + 1] = [re.sub(pattern, new, line, count=0 if all_of_them else 1) for line in before]
        assert before != self.lines[at:end or at + 1], f"{pattern} is not to be found in {before[0]}"

    def drop(self, at):
        del self.lines[at:self.end(at)]

    def add(self, at, *lines):
        self.lines[at:at] = lines

    def say(self, name, words):
        """More words at the end of a plain paragraph of a section."""
        start, end = self.section(name)
        for at in range(start, end):
            if self.lines[at].startswith("  paragraph @") and self.end(at) == at + 2 and " text @" in self.lines[at + 1]:
                self.change(at + 1, r'"$', lambda quote: f' {words}"')
                return int(re.search(r"@(\d+):", self.lines[at + 1])[1])
        raise AssertionError(f"no plain paragraph in {name}")

    def sheet(self, name):
        return self.find(rf"^ *worksheet @\S+ #{name} ")


CHAPTER = "ch-common-ground"  # whose text may be had for all that is planted
FILE = "manuscript/chapters/common-ground.md"
PLAIN = "we sat on the low wall by the old gate and ate two pears each as the sun went down and no one spoke of it".split()
LONG = "considerable uncertainty notwithstanding extraordinary communication difficulties".split()


def sentence(words, of=PLAIN):
    return " ".join((of * words)[:words]).capitalize() + "."


def rewritten(dump, length, of):
    """With the paragraphs of a section, but for those with more than text in them, in sentences of a length. There are as
    many words as before."""
    start, end = dump.section(CHAPTER)
    for at in reversed([at for at in range(start, end) if dump.lines[at].startswith("  paragraph @")]):
        spans = dump.lines[at + 1:dump.end(at)]
        if all(re.match("    (text|index|noteref) ", span) for span in spans):
            left, said = sum(len(span.split('text="')[1].split()) for span in spans if span.startswith("    text ")), []
            while left:
                said.append(sentence(min(left, length), of))
                left -= min(left, length)
            dump.lines[at + 1:dump.end(at)] = [f'    text @9:1 text="{" ".join(said)}"']


# Each plants a defect of the rule that it is named after, and returns what must be said. A second of the same rule has the
# rule's name and a word.


def messages(dump):
    dump.messages += "\nmanuscript/chapters/listening.md:7:3: warning: nothing is called \"#nothing\" [link-unknown]\n     7 | It\n"
    return 'chapters/listening.md:7: warning: nothing is called "#nothing"'


def levels(dump):
    at = dump.inside(CHAPTER, "^  heading .*level=2")
    dump.change(at, "level=2", "level=4")
    return f"{FILE}:{line(dump, at)}: a heading of level 4 follows one of level 1"


def line(dump, at):
    return re.search(r"@(\d+):", dump.lines[at])[1]


def alt(dump):
    dump.change(dump.find("^ *figure "), ' alt="[^"]*"', f' alt="{sentence(40)}"')
    return f"has {len(sentence(40))} letters"


def alt_missing(dump):
    dump.change(dump.find("^ *figure "), ' alt="[^"]*"', "")
    return "has 0 letters"


def describe(dump):
    at = dump.inside("ch-breather", "^ *figure .*#fig-pause-path")
    dump.change(at, ' description="[^"]*"', "")
    return f"manuscript/chapters/a-breather-first.md:{line(dump, at)}: images/pause-path.svg has labels"


def unused(dump):
    dump.change(0, "to=#fig-two-doors ", "to=#fig-pause-path ", end=len(dump.lines))
    return "#fig-two-doors"


def figure(dump):
    dump.drop(dump.inside("ch-why-now", "^ *figure .*#fig-two-doors"))
    return "manuscript/chapters/why-now.md: the figure #fig-two-doors does not stand here"


def figure_unknown(dump):
    dump.add(dump.section(CHAPTER)[0] + 1, '  figure @9:1 #fig-cup 99 images/cafe.svg 9x9 alt="A cup."', "  margin @10:1",
             "    link @10:1 to=#fig-cup written", '      text @10:1 text="Figure 99"')
    return f"{FILE}:9: the figure #fig-cup is not in the table"


def length(dump):
    words = facts.WORDS[CHAPTER]
    dump.say(CHAPTER, " ".join([sentence(10)] * (int(words * facts.SECTION_SLACK / 10) + 1)))
    return f"{FILE}: {words + 10 * (int(words * facts.SECTION_SLACK / 10) + 1)} words instead of {words}: +1"


def length_less(dump):
    start, _ = dump.section(CHAPTER)
    gone = []
    while len(" ".join(gone).split()) < facts.WORDS[CHAPTER] * 0.12:
        at = next(i for i in range(start, dump.end(start)) if dump.lines[i].startswith("  paragraph @") and dump.end(i) == i + 2)
        gone.append(dump.lines[at + 1].split('text="')[1])
        dump.drop(at)
    return f"instead of {facts.WORDS[CHAPTER]}: -1"


def length_unknown(dump):
    dump.add(len(dump.lines), 'chapter back #more file="chapters/more.md" @1:1 title="More"')
    return "manuscript/chapters/more.md: no length is agreed for the chapter #more"


def sheet_words(dump):
    at = dump.find("^ *then @", dump.sheet("kind-week"))
    dump.add(dump.end(at), f'      text @9:1 text=" {" ".join([sentence(10)] * int(facts.SHEET_WORDS / 10 * 0.33))}"')
    return "words on"


def book_words(dump):
    dump.say("printing-at-home", " ".join([sentence(10)] * (facts.BOOK_WORDS[1] // 20)))
    return "words in the whole book instead of"


def sentence_long(dump):
    at = dump.say(CHAPTER, sentence(facts.LONGEST_SENTENCE + 1))
    return f'{FILE}:{at}: a sentence of 29 words: "We sat on the low wall by ..."'


def sentence_in_a_list(dump):
    at = dump.find("^ +text ", dump.find("^ *box .* carry", dump.section(CHAPTER)[0]) + 2)
    dump.change(at, r'text=".*"$', f'text="{sentence(facts.LONGEST_SENTENCE + 1)}"')
    return "a sentence of 29 words"


def sentence_over_spans(dump):
    """Two spans, one sentence."""
    at = dump.section(CHAPTER)[0] + 1
    dump.add(at, "  paragraph @9:1", f'    text @9:1 text="{sentence(15)[:-1]} "',
             "    emphasis @9:9", f'      text @9:9 text="{sentence(14).lower()}"')
    return f"{FILE}:9: a sentence of 29 words"


def average(dump):
    rewritten(dump, 27, PLAIN)
    return f"{FILE}: 1"


def ease(dump):
    rewritten(dump, 9, LONG)
    return f"{FILE}: a reading ease of "


def phrase(dump):
    return f'{FILE}:{dump.say(CHAPTER, "You could win them back.")}: this book does not say "win them back"'


def pronoun(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Ask her.")}: everyone is "they" here, or has a name: "her"'


def pronoun_heard(dump):
    dump.change(dump.find("^ *figure "), ' alt="[^"]*"', ' alt="He waits."')
    return '"He"'


def pronoun_in_a_gap(dump):
    dump.change(dump.find('^ *blank .*text="', dump.sheet("breather")), 'text="[^"]*"', 'text="his name"')
    return 'manuscript/worksheets/breather.md:16: everyone is "they" here, or has a name: "his"'


def spelling(dump):
    return f'{FILE}:{dump.say(CHAPTER, "What behaviour.")}: not spelled so in this book: "behaviour"'


def exclamation(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Wait!")}: an exclamation mark'


def quotes(dump):
    return f"""{FILE}:{dump.say(CHAPTER, "It's done.")}: a straight quotation mark is printed: "'\""""


def doubled(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Ask the the owner.")}: said twice: "the the"'


def doubled_over_spans(dump):
    dump.add(dump.section(CHAPTER)[0] + 1, "  paragraph @9:1", '    text @9:1 text="Ask The"',
             '    index @9:5 #ix.999 text="work"', '    text @9:9 text=" the owner."')
    return f'{FILE}:9: said twice: "The the"'


def spaces(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Ask  them.")}: a space too many: "Ask  them."'


def spaces_before(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Ask , then wait.")}: a space too many: "Ask ,"'


def leftover(dump):
    return f'{FILE}:{dump.say(CHAPTER, "TODO more.")}: left over from writing: "TODO"'


def address(dump):
    return f'{FILE}:{dump.say(CHAPTER, "Call 0116 123 1234.")}: an address or a number'


def chapter(dump):
    dump.change(dump.section("ch-forward")[0], " 12 ", " 13 ")
    return "there is no chapter 12"


def inside(dump):
    dump.drop(dump.find("^ +item", dump.inside(CHAPTER, "^  box .* inside")))
    return f'{FILE}:3: 1 boxes "inside" with 2 points instead of one with 3'


def carry(dump):
    dump.drop(dump.inside(CHAPTER, "^  box .* carry"))
    return f'{FILE}: 0 boxes "carry" with 0 points'


def pull(dump):
    while any(re.match("  pull ", found) for found in dump.lines[slice(*dump.section(CHAPTER))]):
        dump.drop(dump.inside(CHAPTER, "^  pull "))
    return f"{FILE}: the chapter has no pull quote"


def research(dump):
    at = dump.inside(CHAPTER, "^  box .* research")
    while any(" noteref " in found for found in dump.lines[at:dump.end(at)]):
        dump.drop(dump.find("^ +noteref ", at))
    return f"{FILE}:{line(dump, at)}: a box of research with"


def research_long(dump):
    at = dump.inside(CHAPTER, "^  box .* research")
    text = dump.find("^ +text ", dump.find("^ +paragraph ", at))
    dump.change(text, r'"$', " " + " ".join([sentence(10)] * 7) + '"')
    return f"{FILE}:{line(dump, at)}: a box of research with 1"


def research_missing(dump):
    dump.change(dump.inside(CHAPTER, "^  box .* research"), " research", " note")
    return f"{FILE}: 0 boxes of research instead of one"


def glossary(dump):
    at = dump.inside("glossary", '"Nostalgia"') - 1
    dump.drop(at)
    dump.drop(at)
    dump.change(dump.find('"Nostalgia"') - 1, "strong", "emphasis")
    return 'manuscript/chapters/glossary.md: "Nostalgia" is not in the glossary'


def term(dump):
    dump.change(dump.find('"Nostalgia"') - 1, "strong", "emphasis")
    return '"Nostalgia" is bold nowhere in the text'


def term_bold_all_the_same(dump):
    dump.facts["GLOSSARY_ONLY"] = {"Nostalgia": "a reason"}
    return '"Nostalgia" is bold in the text, and need not'


def bold(dump):
    dump.add(dump.section(CHAPTER)[0] + 1, "  paragraph @9:1", "    strong @9:1", '      text @9:1 text="Nostalgia"', '    text @9:1 text=" is."')
    return f'{FILE}:9: "Nostalgia" is bold a second time; first: manuscript/chapters/why-now.md:'


def unlisted(dump):
    dump.add(dump.section(CHAPTER)[0] + 1, "  paragraph @9:1", "    strong @9:1", '      text @9:1 text="Homophily"', '    text @9:1 text=" is."')
    return f'{FILE}:9: "Homophily" is bold, and not in the glossary'


def index(dump):
    dump.drop(dump.find('^  entry .* term="wheel of life"'))
    dump.drop(dump.find('^ *index @.*text="wheel of life"'))
    return 'nothing is marked for the index as "wheel of life"'


def index_unknown(dump):
    dump.add(dump.section(CHAPTER)[0] + 1, "  paragraph @9:1", '    index @9:1 #ix.999 text="wheels"', '    text @9:1 text="Ask."')
    return f'{FILE}:9: "wheels" is no term of the index'


def sheet(dump):
    dump.change(dump.sheet("kind-week"), "#kind-week 7", "#kind-week unnumbered")
    return "manuscript/chapters/a-breather-first.md: worksheet 7, #kind-week, is missing"


def sheet_number(dump):
    dump.change(dump.sheet("kind-week"), "#kind-week 7", "#kind-week 8")
    return "manuscript/worksheets/kind-week.md:1: the sheet #kind-week has the number 8 in #ch-breather instead of 7"


def sheet_unknown(dump):
    dump.add(dump.sheet("kind-week"), '  worksheet @9:1 #odd 99 time="5 min" effort=1 who=solo pages=1', "    purpose @9:1", "    then @9:1")
    return "the sheet #odd is not in the table of sheets"


def part_purpose(dump):
    dump.drop(dump.find("^ *purpose ", dump.sheet("kind-week")))
    return "manuscript/worksheets/kind-week.md:1: the sheet #kind-week has no purpose"


def part_then(dump):
    dump.drop(dump.find("^ *then ", dump.sheet("kind-week")))
    return "the sheet #kind-week has no then"


def part_effort(dump):
    dump.change(dump.sheet("kind-week"), "effort=.", "effort=0")
    return "the sheet #kind-week has no effort"


def part_who(dump):
    dump.change(dump.sheet("kind-week"), " who=solo", "")
    return "the sheet #kind-week has no who"


def part_time(dump):
    dump.change(dump.sheet("kind-week"), ' time="[^"]*"', "")
    return "the sheet #kind-week has no time"


def stop(dump):
    dump.change(dump.sheet("kind-week"), "effort=.", "effort=3")
    return "the sheet #kind-week goes deep and has no stop rule"


def steps(dump):
    at = dump.find("^ +item ", dump.sheet("kind-week"))
    dump.add(at, *["        item @6:1"] * (facts.MOST_STEPS + 1))
    return "the sheet #kind-week has 8 steps instead of at most 4"


def safety(dump):
    start, end = dump.section("ch-listening")
    dump.change(start, "to=#(safety-check|read-this-first)( |$)", "to=#help-page ", end=end)
    return "manuscript/chapters/listening.md: the chapter does not lead to the safety check"


def safety_letter(dump):
    dump.change(dump.find("to=#read-this-first", dump.inside("letters", "#letter-2 ")), "to=#read-this-first", "to=#help-page")
    return "the letter #letter-2 does not lead to the safety check"


def letter(dump):
    dump.drop(dump.find("^ +item ", dump.inside("letters", "#letter-2 ")))
    return "the letter #letter-2 has "


def letter_long(dump):
    at = dump.find("^ +text ", dump.find("^  quote ", dump.inside("letters", "#letter-5 ")))
    dump.change(at, r'"$', f' {sentence(20)}"')
    return "the letter #letter-5 has "


def letter_missing(dump):
    dump.facts["LETTERS"] = {**facts.LETTERS, "letter-13": (True, 40, 120)}
    return "there is no letter #letter-13"


def letter_unknown(dump):
    dump.add(dump.section("letters")[1], "  heading @9:1 #letter-13 level=2")
    return "manuscript/chapters/letters.md:9: the letter #letter-13 is not in the table"


PLANTS = [messages, levels, alt, alt_missing, describe, unused, figure, figure_unknown, length, length_less, length_unknown, sheet_words, book_words,
          sentence_long, sentence_in_a_list, sentence_over_spans, average, ease, phrase, pronoun, pronoun_heard, pronoun_in_a_gap, spelling, exclamation, quotes,
          doubled, doubled_over_spans, spaces, spaces_before, leftover, address, chapter, inside, carry, pull, research, research_long,
          research_missing, glossary, term, term_bold_all_the_same, bold, unlisted, index, index_unknown, sheet, sheet_number, sheet_unknown,
          part_purpose, part_then, part_effort, part_who, part_time, stop, steps, safety, safety_letter, letter, letter_long, letter_missing,
          letter_unknown]

# What each pattern of words is there for, and what it must leave alone.
GUILTY = """phrase: Win them back. He won her back at last. | How to get your ex back. | It will make them miss you. | The no-contact rule.
phrase: They are the one. | My soulmate. | A twin flame. | Closure guaranteed. | Play it cool. | Friendzoned again. | I fight for us.
phrase: Prove your love. | Never take no for an answer. | It deserves another go. | A super day. | The vibe. | Amp up. | This never fails.
phrase: Science proves it. | Guaranteed. | Follow your heart. | Everything happens for a reason. | So toxic. | A narcissist. | The dumper. | Your man.
pronoun: He left. | Ask him. | It was hers.
spelling: The colour grey. | My favourite neighbours. | He apologised. | A counsellor. | A programme. | Walk towards it. | The centre. | Cancelling.
spelling: In defence of it. | To practise. | My mum. | After the break-up. | They analysed it. | An emphasised word. | Sit and be judgement.
spaces: One  two. | One , two. | One ?
leftover: TODO. | Some **bold**. | See [this](that). | :::note
address: Look at www.example.org. | At https://example.org | Write to a@b.org | Call 020 7946 0958. | Call +1 555-010-9999."""
INNOCENT = ["If you are the one who asks, wait.", "They bring it back.", "They had had enough of that that day.", "A cherished shell, here.",
            "Children of 12 to 17 in 1999 and 2012.", "An emphasis on analysis.", "A promise is otherwise surprising.", "Wait … then ask.",
            "The program’s center is a gray color.", "It is on, on and off.", "Ask (or wait), and “rest.”", "Superb and guarding.",
            "At 2:30 or 10–12 words."]


def words_problems():
    for row in GUILTY.split("\n"):
        rule, samples = row.split(": ", 1)
        for sample in samples.split(" | "):
            if not any(found == rule for found, _, _ in manuscript.slips_of(sample)):
                yield f'nothing is found in "{sample}" [{rule}]'
    for sample in INNOCENT:
        for rule, _, said in manuscript.slips_of(sample):
            yield f'in "{sample}": {said} [{rule}]'
    for words, count in (("One. Two? “Three.” Four", 4), ("He said, “No.” and left at 2 a.m. for good.", 1), ("Wait… no. 12 did.", 2)):
        if len(manuscript_read.sentences(words)) != count:
            yield f'"{words}" is {len(manuscript_read.sentences(words))} sentences instead of {count}'
    for words, count in (("take takes baked wanted houses", 7), ("little radio easier video nation", 13), ("the by 28 rhythm", 5)):
        if sum(map(manuscript_read.syllables, words.split())) != count:
            yield f'"{words}" is {sum(map(manuscript_read.syllables, words.split()))} syllables instead of {count}'


def places(book):
    """Sentences stand in the line that is named."""
    wrong = []
    for text in book.texts:
        for start, said in manuscript_read.sentences(text.own) if text.own == text.whole and text.running else []:
            if manuscript_read.BLANK in said:
                continue
            file, number = text.place(start)
            first = re.search(r"\w+", said)[0]
            if first not in manuscript_read.source(file.replace("manuscript", book.folder, 1))[number - 1]:
                wrong.append(f"{file}:{number}: {manuscript.short(said)}")
    return wrong


def key(found):
    return found.rule, found.file, found.line, re.sub(r"\d+", "0", found.what)


def main():
    folder, text, messages_of_book, reference = manuscript.read_arguments()
    clean = Dump(text, messages_of_book)
    bad = list(words_problems())

    def check(dump):
        kept = {name: getattr(facts, name) for name in dump.facts}
        for name, value in dump.facts.items():
            setattr(facts, name, value)
        book = manuscript_read.Book(folder, "\n".join(dump.lines), dump.messages, reference)
        found = manuscript.check(book)
        for name, value in kept.items():
            setattr(facts, name, value)
        return book, found

    book, _ = check(clean)
    words = manuscript.section_words(book)
    facts.WORDS = {name: words[name] for name in facts.WORDS}
    facts.SHEET_WORDS = words["sheets"] * sum(len(names.split()) for names in facts.SHEETS.values()) / len(book.sheets)
    facts.BOOK_WORDS = (sum(words.values()) / 2, int(sum(words.values()) * 1.4))
    _, before = check(clean)
    known = {key(found) for found in before}
    bad += places(book)
    seen = set()
    for plant in PLANTS:
        dump = clean.copy()
        wanted = plant(dump)
        after = [found for found in check(dump)[1] if key(found) not in known]
        rule = plant.__name__.replace("_", "-")
        if len(after) == 1 and (after[0].rule == rule or rule.startswith(after[0].rule + "-")) and wanted in manuscript.say(after[0]):
            seen.add(after[0].rule)
        else:
            bad.append(f'a planted "{rule}" gave {len(after)} problems instead of one with: {wanted}')
            bad += [f"    {manuscript.say(found)}" for found in after[:5]]
    with open(manuscript.__file__, encoding="utf-8") as file:
        rules = set(re.findall(r'[Pp]roblem\("([\w-]+)"', file.read())) | {rule for rule, _, _ in manuscript.SLIPS} | {"inside", "carry"}
    bad += [f"nothing is planted for the rule {rule}" for rule in sorted(rules - seen)]
    for problem in bad:
        print(f"FAILED: {problem}")
    print(f"{len(PLANTS)} defects planted, {len(rules)} rules")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
