"""Looks at the text of the shipped book: what a program can check of what its editors check by hand.

usage: manuscript.py [--all] FOLDER DUMP MESSAGES REFERENCE

FOLDER is the manuscript; DUMP what rekindle dump book prints of it, MESSAGES what rekindle check says on stderr, REFERENCE
what rekindle help elements prints. What the book has agreed to be stands in manuscript_facts.py. A problem names the file
and the line to change; some of each rule are shown, all of them with --all, which also says how long each section is and
how easy to read. manuscript_planted.py tests the rules.
"""
import collections
import functools
import os
import re
import sys

import manuscript_facts as facts
from manuscript_read import Book, count_words, plain, reading, sentences, source

SHOWN = 12  # problems of one rule

Problem = collections.namedtuple("Problem", "rule file line what")


def problem(rule, place, what):
    return Problem(rule, *place, what)


# ---- the rules: each yields its problems ----


def messages(book):
    """The book builds without a word; so every reference leads somewhere."""
    for line in book.messages:
        if line and not line.startswith(" "):  # below it stand the line that is meant, and a hint
            file, number, said = re.match(r"(?:(\S*manuscript/[^:]+)(?::(\d+))?(?::\d+)?: )?(.*)", line).groups()
            yield Problem("messages", file or "manuscript", int(number or 0), said)


def levels(book):
    for section in book.sections:
        before = 1
        for heading in section.find("heading"):
            level = int(next(flag for flag in heading.flags if flag.startswith("level="))[6:])
            if level > before + 1:
                yield problem("levels", book.place(section, None, heading.line), f"a heading of level {level} follows one of level {before}")
            before = level


def figures(book):
    """Alt texts are short, diagrams are described, every figure has its place and is spoken of in the text."""
    named = {link for section in book.sections for link in linked(section)}
    there = {}
    for section in book.sections:
        for figure in section.find("figure"):
            place, alt = book.place(section, None, figure.line), figure.attributes.get("alt", "")
            there[figure.id] = section.id
            if not 0 < len(alt) <= facts.LONGEST_ALT:
                yield problem("alt", place, f"the alt text has {len(alt)} letters instead of 1 to {facts.LONGEST_ALT}")
            image = next(flag for flag in figure.flags if "/" in flag)
            labels = sum("<text" in line for line in source(os.path.join(book.folder, image)))
            if labels and not figure.attributes.get("description"):
                yield problem("describe", place, f"{image} has labels in it: it needs describe=\"...\"")
            if figure.id not in named:
                yield problem("unused", place, f"no text speaks of this figure, #{figure.id}")
            if figure.id not in facts.FIGURES:
                yield problem("figure", place, f"the figure #{figure.id} is not in the table of figures")
    for section in book.sections:
        for figure, home in facts.FIGURES.items():
            if home == section.id and there.get(figure) != home:
                yield problem("figure", book.place(section), f"the figure #{figure} does not stand here")


def linked(node):
    """The ids that the links below a node lead to."""
    return {flag[4:] for link in node.find("link") for flag in link.flags if flag.startswith("to=#")}


def section_words(book):
    """Of each section by its id without numbered sheets, and of those: "sheets"."""
    words = collections.Counter()
    for text in book.texts:
        words["sheets" if text.sheet in book.sheets else text.section.id] += count_words(text.own)
    return words


def lengths(book):
    """Each section within a tenth of its words, the sheets within a quarter, the whole between its limits."""
    words = section_words(book)
    for section in book.sections:
        wanted, has = facts.WORDS.get(section.id), words[section.id]
        if section.kind == "chapter" and not wanted and section.id not in facts.FREE:
            yield problem("length", book.place(section), f"no length is agreed for the chapter #{section.id}")
        elif wanted and abs(has - wanted) > facts.SECTION_SLACK * wanted:
            yield problem("length", book.place(section), f"{has} words instead of {wanted}: {has / wanted - 1:+.0%}")
    # As long as sheets are missing, the others may have their part.
    has, wanted = words["sheets"], facts.SHEET_WORDS * len(book.sheets) / len(" ".join(facts.SHEETS.values()).split())
    if abs(has - wanted) > facts.SHEET_SLACK * wanted:
        yield Problem("sheet-words", "manuscript", 0, f"{has} words on {len(book.sheets)} numbered sheets instead of {wanted:.0f}: "
                                                      f"{has / wanted - 1:+.0%}")
    whole = sum(words.values()) - sum(words[name] for name, counts in facts.FREE.items() if not counts)
    if not facts.BOOK_WORDS[0] <= whole <= facts.BOOK_WORDS[1]:
        yield Problem("book-words", "manuscript", 0, f"{whole} words in the whole book instead of {facts.BOOK_WORDS[0]} to {facts.BOOK_WORDS[1]}")


def long_sentences(book):
    for text in book.texts:
        for start, sentence in sentences(text.whole) if text.running else []:
            if count_words(sentence) > facts.LONGEST_SENTENCE:
                yield problem("sentence", text.place(start), f'a sentence of {count_words(sentence)} words: "{short(sentence)}"')


def short(words, count=7):
    return " ".join(words.split()[:count]) + (" ..." if len(words.split()) > count else "")


def ease(book):
    """The sections with an agreed length, without their sheets."""
    for section in book.sections:
        if section.id not in facts.WORDS:
            continue
        average, score = reading([text for text in book.texts if text.section is section and text.running and not text.sheet])
        if average > facts.AVERAGE_SENTENCE:
            yield problem("average", book.place(section), f"{average:.1f} words a sentence instead of at most {facts.AVERAGE_SENTENCE}")
        if score < facts.READING_EASE:
            yield problem("ease", book.place(section), f"a reading ease of {score:.0f} instead of at least {facts.READING_EASE}")


def either(patterns):
    return re.compile(r"\b(?:" + "|".join(patterns) + r")(?!\w)", re.I)


SLIPS = [  # rule, pattern, what is said of it
    ("phrase", either(facts.PHRASES), "this book does not say"),
    ("pronoun", either(facts.PRONOUNS.split()), "everyone is \"they\" here, or has a name:"),
    ("spelling", either(facts.SPELLINGS), "not spelled so in this book:"),
    ("exclamation", re.compile("!"), "an exclamation mark:"),
    ("quotes", re.compile("[\"']"), "a straight quotation mark is printed:"),
    ("doubled", re.compile(r"\b(?!(?:" + "|".join(facts.DOUBLED) + r")\b)([^\W\d_][\w’]*)\s+\1\b(?![’-])", re.I), "said twice:"),
    ("spaces", re.compile(r"\S*\s{2,}\S*|\S* [,.;:?!)](?!\.)"), "a space too many:"),
    ("leftover", re.compile(facts.LEFTOVERS), "left over from writing:"),
    ("address", re.compile(facts.ADDRESSES), "an address or a number of a phone goes out of date:"),
]


@functools.lru_cache(None)
def slips_of(words):
    return [(rule, found.start(), f'{said} "{found[0]}"') for rule, pattern, said in SLIPS for found in pattern.finditer(words)]


def slips(book):
    for text in book.texts + book.heard:
        for rule, at, said in slips_of(text.whole):
            if rule != "address" or text.section.id != "copyright":
                yield problem(rule, text.place(at), f"{said}, in: {short(text.whole[max(0, at - 25):], 8)}")


def patterns(book):
    """What every chapter has: a box at its head and one at its end, quotes, and one box on research."""
    for number in range(1, facts.CHAPTERS + 1):
        chapter = book.chapter(number)
        if not chapter:
            yield Problem("chapter", "manuscript/SUMMARY.md", 0, f"there is no chapter {number}")
            continue
        for kind in ("inside", "carry"):
            boxes = [box for box in chapter.find("box") if kind in box.flags]
            bullets = sum(len(items.children) for box in boxes for items in box.find("list"))
            if len(boxes) != 1 or bullets != facts.BULLETS:
                yield problem(kind, book.place(chapter, None, boxes[0].line if boxes else 0),
                              f"{len(boxes)} boxes \"{kind}\" with {bullets} points instead of one with {facts.BULLETS}")
        if not chapter.find("pull"):
            yield problem("pull", book.place(chapter), "the chapter has no pull quote")
        boxes = [box for box in chapter.find("box") if "research" in box.flags]
        if len(boxes) != 1:
            yield problem("research", book.place(chapter), f"{len(boxes)} boxes of research instead of one")
        for box in boxes:
            (least, most), words = facts.RESEARCH_WORDS, sum(count_words(text.own) for text in book.texts if box in text.inside)
            if not least <= words <= most or not box.find("noteref"):
                yield problem("research", book.place(chapter, None, box.line), f"a box of research with {words} words and {len(box.find('noteref'))} "
                                                                               f"notes instead of {least} to {most} and at least one")


def is_label(words, text):
    """A label opens the item of a list, or ends with a stop: "**People.** Sit with someone"."""
    return text.is_in("item") and text.whole.startswith(words) or words[-1:] in (".", ":", ",", "?")


def bold(book):
    """(words, text, place) of what is bold in the paragraphs of chapters, but for the glossary and sheets."""
    for text in book.texts:
        if text.section.kind == "chapter" and text.section.id != "glossary" and not text.sheet and text.node.kind == "paragraph":
            for strong in text.node.find("strong"):
                words = plain(strong)
                yield words, text, book.place(text.section, None, strong.line, words)


def glossary(book):
    """A term is bold where it is explained first, and only there; what is bold is in the glossary."""
    terms = {text.whole.lower(): text for text in book.texts if text.node.kind == "term"}
    home = next((section for section in book.sections if section.id == "glossary"), None)
    for term in split(facts.GLOSSARY) if home else []:
        if term.lower() not in terms:
            yield problem("glossary", book.place(home), f'"{term}" is not in the glossary')
    first, shown = {}, set()
    for words, text, place in bold(book):
        term = facts.BOLD.get(words.lower(), words.lower())
        known = next((name for name in (term, re.sub("s$", "", term), re.sub("ies$", "y", term)) if name in terms), None)
        if known and words.lower() in first:
            yield problem("bold", place, f'"{words}" is bold a second time; first: {first[words.lower()]}')
        elif known:
            shown.add(known)
            first[words.lower()] = f"{place[0]}:{place[1]}"
        elif "back" not in text.section.flags and not is_label(words, text) and words not in facts.NOT_TERMS:
            yield problem("unlisted", place, f'"{words}" is bold, and not in the glossary')
    for name, text in terms.items():
        if name not in shown and text.whole not in facts.GLOSSARY_ONLY:
            yield problem("term", text.place(0), f'"{text.whole}" is bold nowhere in the text')
        elif name in shown and text.whole in facts.GLOSSARY_ONLY:
            yield problem("term", text.place(0), f'"{text.whole}" is bold in the text, and need not stand in the list of those that are not')


def split(words):
    return [re.sub(r"\s+", " ", word).strip() for word in words.split(";")]


def index(book):
    agreed, marked = set(split(facts.INDEX)), {entry.attributes["term"] for entry in book.entries}
    for term in sorted(agreed - marked):
        yield Problem("index", "manuscript", 0, f'nothing is marked for the index as "{term}"')
    for section in book.sections:
        for mark in section.find("index"):
            term = mark.attributes.get("text", "")
            if term not in agreed:
                sheet = next((sheet for sheet in section.find("worksheet") if mark in sheet.find("index")), None)
                yield problem("index", book.place(section, sheet, mark.line), f'"{term}" is no term of the index')


def sheets(book):
    """All of them, in their order and where they belong; each with all its parts."""
    agreed = [(name, home) for home, names in facts.SHEETS.items() for name in names.split()]
    homes = {sheet.id: section for section in book.sections for sheet in section.find("worksheet")}
    for sheet in book.sheets:
        section = homes[sheet.id]
        place = book.place(section, sheet, sheet.line)
        number = next((number for number, (name, _) in enumerate(agreed, 1) if name == sheet.id), None)
        if not number:
            yield problem("sheet", place, f"the sheet #{sheet.id} is not in the table of sheets")
        elif str(number) not in sheet.flags or agreed[number - 1][1] != section.id:
            yield problem("sheet", place, f"the sheet #{sheet.id} has the number {next(filter(str.isdigit, sheet.flags), 'none')} in #{section.id} "
                                          f"instead of {number} in #{agreed[number - 1][1]}")
        has = {"purpose": sheet.find("purpose"), "then": sheet.find("then"), "time": sheet.attributes.get("time"),
               "effort": "effort=0" not in sheet.flags, "who": any(flag.startswith("who=") for flag in sheet.flags)}
        for part, there in has.items():
            if not there:
                yield problem("part", place, f"the sheet #{sheet.id} has no {part}")
        if is_deep(sheet) and not sheet.find("stop"):
            yield problem("stop", place, f"the sheet #{sheet.id} goes deep and has no stop rule")
        steps = max((len(items.children) for block in sheet.find("steps") for items in block.find("list")), default=0)
        if steps > facts.MOST_STEPS:
            yield problem("steps", place, f"the sheet #{sheet.id} has {steps} steps instead of at most {facts.MOST_STEPS}")
    there = {sheet.id for sheet in book.sheets}
    for number, (name, home) in enumerate(agreed, 1):
        section = next((section for section in book.sections if section.id == home), None)
        if name not in there:
            yield problem("sheet", book.place(section) if section else ("manuscript", 0), f"worksheet {number}, #{name}, is missing")


def is_deep(sheet):
    return f"effort={facts.DEEP}" in sheet.flags


def deep_neighbours(book):
    """Pairs of deep sheets that follow each other. The order is agreed, so that this is only said."""
    return [(one.id, other.id) for one, other in zip(book.sheets, book.sheets[1:]) if is_deep(one) and is_deep(other)]


def safety(book):
    """The text of a chapter on contact leads to the safety check; a sheet may do so as well."""
    for number in facts.SAFETY_CHAPTERS:
        chapter = book.chapter(number)
        if chapter and not any(linked(block) & set(facts.SAFETY_ANCHORS) for block in chapter.blocks() if block.kind != "worksheet"):
            yield problem("safety", book.place(chapter), "the chapter does not lead to the safety check")


def letters(book):
    """A letter to another person leads to the safety check first; each has a model, and lines to swap in."""
    home = next((section for section in book.sections if section.id == "letters"), None)
    parts, place = {}, {}
    for block in home.blocks() if home else []:
        if block.kind == "heading":
            parts[block.id], place[block.id] = [], book.place(home, None, block.line)
        elif block.kind != "note" and parts:
            parts[list(parts)[-1]].append(block)
    for name, (to_another, least, most) in facts.LETTERS.items() if home else []:
        if name not in parts:
            yield problem("letter", book.place(home), f"there is no letter #{name}")
            continue
        if to_another and not any(linked(block) & set(facts.SAFETY_ANCHORS) for block in parts[name]):
            yield problem("safety", place[name], f"the letter #{name} does not lead to the safety check")
        words = sum(count_words(plain(line)) for block in parts[name] if block.kind == "quote" for line in block.find("paragraph"))
        swaps = sum(len(block.children) for block in parts[name] if block.kind == "list")
        if not least <= words <= most or swaps != facts.SWAPS:
            yield problem("letter", place[name], f"the letter #{name} has {words} words and {swaps} lines to swap in instead of "
                                                 f"{least} to {most} and {facts.SWAPS}")
    for name in parts:
        if name not in facts.LETTERS:
            yield problem("letter", place[name], f"the letter #{name} is not in the table of letters")


RULES = (messages, levels, figures, lengths, long_sentences, ease, slips, patterns, glossary, index, sheets, safety, letters)

# ---- all together ----


def check(book):
    return [found for rule in RULES for found in rule(book)]


def say(found):
    return f"{found.file}:{f'{found.line}:' if found.line else ''} {found.what} [{found.rule}]"


def read_arguments():
    """The manuscript's folder, and what the program said of it."""
    folder, *files = sys.argv[-4:]
    texts = []
    for name in files:
        with open(name, encoding="utf-8") as file:
            texts.append(file.read())
    return folder, *texts


def main():
    book = Book(*read_arguments())
    problems = check(book)
    counted = collections.Counter()
    for found in problems:
        counted[found.rule] += 1
        if "--all" in sys.argv or counted[found.rule] <= SHOWN:
            print(f"FAILED: {say(found)}")
    for rule, found in counted.items():
        if found > SHOWN and "--all" not in sys.argv:
            print(f"FAILED: and {found - SHOWN} more [{rule}]")
    for section in book.sections if "--all" in sys.argv else []:
        average, score = reading([text for text in book.texts if text.section is section and text.running and not text.sheet])
        print(f"{section_words(book)[section.id]:6} words, {average:4.1f} a sentence, reading ease {score:3.0f}: {section.id}")
    words, deep = section_words(book), deep_neighbours(book)
    print(f"{sum(words.values())} words, {words['sheets']} of them on {len(book.sheets)} numbered sheets; "
          f"deep sheets back to back: {len(deep)}" + "".join(f", {one} and {other}" for one, other in deep))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
