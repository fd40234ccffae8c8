"""Reads the dump of a book as its texts, and measures them: for manuscript.py.

A *section* is a chapter of the dump, or the opener of a part. A *text* is what one block says: a paragraph, a heading, a
cell, the prompt of an element, a label in one of its attributes; never a note. *Running text* is read one sentence after
the other: not headings, cells, captions, terms and labels. What is *heard* only: descriptions of pictures, what belongs
into a gap.
"""
import functools
import os
import re

# ---- the dump ----

INLINE = set("text emphasis strong strike smallcaps code break link image noteref blank index lang".split())
SILENT = ("index", "noteref", "image")  # spans whose words are not read where they stand
SHORT = ("heading", "cell", "figure", "term", "worksheet", "box", "margin")  # blocks that are no running text
BLANK = "▁"  # a gap to write in: no word


class Node:
    """A line of the dump: a block, a span, a chapter. All of them stand in `order`; this one and what is below it from
    `start` to `end`."""
    __slots__ = ("kind", "line", "id", "flags", "attributes", "children", "order", "start", "end")

    def __init__(self, order, kind, line, name, flags, attributes):
        self.kind, self.line, self.id, self.flags, self.attributes, self.children = kind, line, name, flags, attributes, []
        self.order, self.start, self.end = order, len(order), 0
        order.append(self)

    def spans(self):
        return [child for child in self.children if child.kind in INLINE]

    def blocks(self):
        return [child for child in self.children if child.kind not in INLINE]

    def find(self, *kinds):
        return [node for node in self.order[self.start:self.end] if node.kind in kinds]


@functools.lru_cache(None)
def read_line(line):
    """Depth, and what a node is made of."""
    rest = line.lstrip(" ")
    depth, attributes = (len(line) - len(rest)) // 2, {}

    def take(match):
        attributes[match[1]] = re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] == "n" else escaped[1], match[2])
        return ""

    kind, *words = re.sub(r' ([\w-]+)="((?:[^"\\]|\\.)*)"', take, rest).split()
    at = next((re.match(r"@(\d+):", word) for word in words if word[0] == "@"), None)
    name = next((word[1:] for word in words if word[0] == "#"), None)
    return depth, kind, int(at[1]) if at else 0, name, tuple(word for word in words if word[0] not in "@#"), attributes


def read_dump(dump):
    """A node above all others."""
    order = []
    above = [Node(order, "root", 0, None, (), {})]
    for line in dump.split("\n"):
        if line.strip():
            depth, *about = read_line(line)
            del above[depth + 1:]
            above.append(Node(order, *about))
            above[depth].children.append(above[-1])
    for node in reversed(order):
        node.end = node.children[-1].end if node.children else node.start + 1
    return order[0]


class Text:
    """What one block of a section says. `own` leaves out references, whose words the program writes. `inside`: the blocks
    around it, its section first."""

    def __init__(self, book, inside, node, label=None):
        self.book, self.node, self.inside, self.section = book, node, inside, inside[0] if inside else node
        self.sheet = next((block for block in (*inside, node) if block.kind == "worksheet"), None)
        self.pieces = [(node.line, label, True)] if label else []  # line, words, own
        for span in [] if label else node.spans():
            self.gather(span, True)
        self.whole = "".join(words for _, words, _ in self.pieces)
        self.own = "".join(words for _, words, own in self.pieces if own)
        self.running = not label and node.kind not in SHORT and not any(block.kind == "table" for block in inside)

    def gather(self, span, own):
        own = own and not (span.kind == "link" and "written" in span.flags)
        words = {"break": " ", "blank": BLANK}.get(span.kind, span.attributes.get("text", ""))
        if span.kind == "link" and not span.children:
            words = BLANK  # leads nowhere, so that the program did not write it; its message says so
        if span.kind == "blank" and span.attributes.get("text"):
            self.book.heard.append(Text(self.book, self.inside, span, span.attributes["text"]))
        if span.kind not in SILENT:
            self.pieces += [(span.line, words, own)] if words else []
            for child in span.spans():
                self.gather(child, own)

    def place(self, at):
        """Where that stands which is so many letters into the text."""
        line, end = self.node.line, 0
        for piece, words, _ in self.pieces:
            if end <= at:
                line = piece or line
            end += len(words)
        return self.book.place(self.section, self.sheet, line, self.whole[at:at + 60])

    def is_in(self, *kinds):
        return any(block.kind in kinds for block in self.inside)


class Book:
    def __init__(self, folder, dump, messages, reference):
        self.folder, self.messages = folder, messages.split("\n")
        root = read_dump(dump)
        self.sections = [node for node in root.children if node.kind in ("part", "chapter")]
        self.entries = root.find("entry")
        self.labels, element = set(), None  # (element, attribute) that hold words to print
        for line in reference.split("\n"):
            entry, attribute = re.match(r"(\w+): ", line), re.match(r'  ([\w-]+)="\.\.\." ', line)
            element = entry[1] if entry else element
            if attribute and attribute[1] not in ("name", "widths"):
                self.labels.add((element, attribute[1]))
        self.find_files()
        self.texts, self.heard = [], []
        for section in self.sections:
            self.read(section, ())
        self.sheets = [sheet for section in self.sections for sheet in section.find("worksheet") if "unnumbered" not in sheet.flags]

    def find_files(self):
        """Parts and the sheets that have files of their own do not say in the dump which: SUMMARY.md and the ids do."""
        summary = "\n".join(source(os.path.join(self.folder, "SUMMARY.md")))
        parts = iter(re.findall(r"^# \[.*\]\((.*)\)$", summary, re.M))
        self.files = {section.id: section.attributes.get("file") or next(parts, "SUMMARY.md") for section in self.sections}
        self.sheet_files = {}
        for file in re.findall(r"\]\((.*?)\)", summary):
            for line in source(os.path.join(self.folder, file)):
                name = re.search(r"^:::+worksheet\[.*\]\{.*?#([\w-]+)", line)
                if name:
                    self.sheet_files[name[1]] = file

    def read(self, node, inside):
        if node.kind == "note":
            return
        if node.kind == "chapter":
            self.texts.append(Text(self, inside, node, node.attributes["title"]))
        elif any(span.kind not in SILENT for span in node.spans()):
            self.texts.append(Text(self, inside, node))
        for name, words in node.attributes.items():
            if node.kind == "element" and (node.flags[0], name) in self.labels:
                self.texts.append(Text(self, inside, node, words))
            elif node.kind == "figure" and name in ("alt", "description"):
                self.heard.append(Text(self, inside, node, words))
        for block in node.blocks():
            self.read(block, (*inside, node))

    def place(self, section, sheet=None, line=0, words=""):
        file = sheet and self.sheet_files.get(sheet.id) or self.files.get(section.id)
        return f"manuscript/{file}", find_line(os.path.join(self.folder, file), line, words)

    def chapter(self, number):
        return next((section for section in self.sections if section.kind == "chapter" and str(number) in section.flags), None)


def plain(node):
    """What the spans of a node say."""
    return node.attributes.get("text", " " if node.kind == "break" else "") + "".join(plain(span) for span in node.spans() if span.kind not in SILENT)


@functools.lru_cache(None)
def source(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().split("\n")
    except OSError:
        return []


@functools.lru_cache(None)
def find_line(path, line, words):
    """A span of the dump may run over lines: where its words stand in the source, from the line on at which it begins."""
    wanted = re.findall(r"\w+", words)[:5]
    at, there = [], []
    for number, text in enumerate(source(path)[line - 1:line + 20] if line else [], line):
        for word in re.findall(r"\w+", re.sub(r":index\[.*?\]\{.*?\}|\[\^.*?\]", "", text)):
            at.append(number)
            there.append(word)
    for count in range(len(wanted), 1, -1):
        for start in range(len(there) - count + 1):
            if there[start:start + count] == wanted[:count]:
                return at[start]
    return line


# ---- words and sentences ----


@functools.lru_cache(None)
def count_words(words):
    """A word has a letter or a figure in it, and ends at a space: "if–then" and "2:30" are one. What is counted of a
    book: titles, headings, text, tables, captions, boxes, prompts, labels. What is not: notes, marks for the index,
    descriptions of pictures, and the references that the program writes ("Worksheet 4")."""
    return sum(1 for word in words.split() if re.search(r"\w", word))


SENTENCE_END = re.compile(r"[.?!…]+[”’)\]]*\s+(?=[“‘(\[]*[A-Z0-9▁])")


@functools.lru_cache(None)
def sentences(words):
    """(start, words) of each. One ends at a full stop, a question mark or three dots before a capital, a figure or a gap
    to write in, also inside quotation marks; and at the end of its block."""
    starts = [0] + [end.end() for end in SENTENCE_END.finditer(words)] + [len(words)]
    cut = ((start, words[start:end].strip()) for start, end in zip(starts, starts[1:]))
    return [(start, sentence) for start, sentence in cut if count_words(sentence)]


SILENT_E = re.compile(r"(?:(?<=[^aeiouy])e|(?<=[^aeiouyscgxzh])es|(?<=[^aeiouytd])ed)$")  # take, takes, baked; not houses, wanted
SPOKEN_E = re.compile(r"[^aeiouylr]le[sd]?$")  # little
APART = re.compile(r"(?<![tcsg])i[aou]|i(?:er|est|et)$|eo(?!us|ple)|(?<![gq])ua|[aeiouy]ing")  # radio, easier, video; not nation


@functools.lru_cache(None)
def syllables(word):
    """Groups of vowels, y among them, less one for a last e that is not spoken, and one more where two vowels are spoken
    apart. A figure counts as one. Compared with a dictionary it is right for 98 words of this book in 100, and errs to
    either side."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if not letters:
        return max(1, sum(letter.isdigit() for letter in word))
    if not SPOKEN_E.search(letters):
        letters = SILENT_E.sub("", letters)
    return max(1, len(re.findall("[aeiouy]+", letters)) + len(APART.findall(letters)))


@functools.lru_cache(None)
def measure(words):
    """Sentences, words, syllables."""
    parts = [part for _, sentence in sentences(words) for part in sentence.split() if re.search(r"\w", part)]
    return len(sentences(words)), len(parts), sum(syllables(part) for word in parts for part in re.split("[-–—]", word) if part)


def reading(texts):
    """Words a sentence, and Flesch's reading ease (1948): 206.835 - 1.015 words a sentence - 84.6 syllables a word."""
    said, words, spoken = (sum(counts) for counts in zip((0, 0, 0), *(measure(text.whole) for text in texts)))
    return (words / said, 206.835 - 1.015 * words / said - 84.6 * spoken / words) if said else (0, 100)
