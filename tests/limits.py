"""Writes manuscripts at the limits of what can be set, and beside each what must come out of it.

usage: limits.py FOLDER [small]     small: the huge ones are less huge, for the sanitizers

FOLDER/NAME/        a manuscript
FOLDER/NAME.json    "streams": its words, in the order they must be found; "codes": the warnings; "seconds"
Printed: a line a case, "NAME SECONDS [epubcheck]".

Every word is there only once in its manuscript, so that one that is lost, doubled or moved is found by its name.
"""
import itertools
import json
import os
import random
import shutil
import sys

FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "books/scripts/manuscript/fonts")


# What the program says of itself: no word of a manuscript.
OWN = ("figure figures table tables contents index worksheet chapter part page see also note notes one two limits a "
       "copyright dedication").split()

ENDS = ("one", "page", "note", "table")  # a word's end on the next line must not look like one of them


class Book:
    """A manuscript being written."""

    def __init__(self, name):
        self.name, self.random, self.used = name, random.Random(name), set(OWN)
        self.streams, self.again = {}, {}
        self.chapters, self.files, self.yaml, self.codes, self.title = [], {}, "", [], "Limits"
        self.seconds, self.epubcheck, self.most, self.fonts, self.prompts = 20, False, 12, None, False
        self.outside = False  # what is named may lie outside the page

    @staticmethod
    def syllables():
        return ["".join(pair) for pair in itertools.product("bdfgklmnprstvz", "aeiou")]

    def word(self, stream, syllables=(2, 3, 4)):
        while True:
            count = self.random.choice(syllables)
            word = "".join(self.random.choice("bdfgklmnprstvz") + self.random.choice("aeiou") for _ in range(count))
            if word not in self.used and not word.endswith(ENDS):
                return self.add(stream, word)

    def add(self, stream, word):
        self.used.add(word)
        self.streams.setdefault(stream, []).append(word)
        return word

    def many(self, stream, count):
        """The same, if by the million: a word for each number, of two halves."""
        halves = ["".join(pair) for pair in itertools.product(self.syllables(), repeat=2)]
        self.random.shuffle(halves)
        size = len(halves)
        words = [halves[i % size] + halves[(i * 17 + i // size) % size] for i in range(count)]
        self.streams.setdefault(stream, []).extend(words)
        return words

    def words(self, stream, count, syllables=(2, 3, 4)):
        return " ".join(self.word(stream, syllables) for _ in range(count))

    def long(self, stream, letters, alphabet="jqvwxz"):
        """A word that no dictionary divides."""
        return self.add(stream, "".join(self.random.choice(alphabet) for _ in range(letters)))

    def cell(self, count, syllables=(2, 3, 4)):
        """What stands beside something else, as a table's cell does, is read on its own."""
        return self.words(f"cell {len(self.streams)}", count, syllables)

    def chapter(self, text, title="", line="- [%s](chapters/%s)"):
        file = f"{len(self.chapters) + 1:03}.md"
        self.chapters.append(line % ((title or "One").split(" {")[0], file))
        self.files["chapters/" + file] = (f"# {title or 'One'}\n\n" if title is not None else "") + text + "\n"

    def picture(self, name, width, height):
        self.files[name] = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
                            f'viewBox="0 0 {width} {height}"><rect x="1" y="1" width="{width - 2}" height="{height - 2}" '
                            'fill="none" stroke="#000"/></svg>')

    def write(self, folder):
        root = os.path.join(folder, self.name)
        self.files["SUMMARY.md"] = "# Summary\n\n" + "\n".join(self.chapters) + "\n"
        self.files["book.yaml"] = f"title: {self.title}\nlang: en-US\ndate: 2026-01-01\nepub: {{fonts: none}}\n{self.yaml}"
        for name, text in self.files.items():
            os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
            with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                file.write(text)
        if self.fonts:
            shutil.copytree(FONTS, os.path.join(root, "fonts"))
        with open(root + ".json", "w", encoding="utf-8") as file:
            json.dump({"streams": self.streams, "again": self.again, "codes": sorted(self.codes),
                       "most": self.most, "own": OWN, "prompts": self.prompts, "outside": self.outside}, file)
        print(self.name, self.seconds, "epubcheck" if self.epubcheck else "")


NO_HEADS = "style:\n  heads: {verso: none, recto: none}\n"
CASES = []


def case(make):
    CASES.append(make)
    return make


def table(rows):
    """Rows of cells as Markdown; the first is the head."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0])] + lines[1:])


def head(book, count, words=1, syllables=(2, 3, 4)):
    """Cells of a table's head, which every page of the table repeats."""
    cells = []
    for i in range(count):
        stream = f"head {len(book.streams)}"
        book.again[stream] = 1
        cells.append(book.words(stream, words, syllables))
    return cells


def paragraphs(book, count, least=30, most=90):
    return "\n\n".join(book.words("text", book.random.randint(least, most)) for _ in range(count))


# ---- words ----

@case
def word_in_text(book):
    book.chapter(book.words("text", 60) + "\n\n" + book.words("text", 9) + " " + book.long("text", 400) + " " + book.words("text", 9))
    book.codes = ["word-long"]


@case
def url(book):
    """It breaks behind its strokes and hyphens: that is no reason for a warning."""
    parts = [book.random.choice("bcdf") + str(i) for i in range(30)]
    address = "https://example.com/" + "/".join("path-%s" % part for part in parts)
    book.add("text", "".join(c for c in address if c.isalpha()))
    book.chapter(address + "\n\n" + paragraphs(book, 2))


@case
def url_of_40000_letters(book):
    """Each place where it may break must not be measured with all that is before it."""
    address = "https://example.com/" + "/".join(book.random.choice("bcdf") + "g-h" * book.random.randint(1, 9) for _ in range(2400))
    book.add("text", "".join(c for c in address if c.isalpha()))
    book.seconds = 6
    book.chapter(address + "\n\n" + paragraphs(book, 2))


@case
def url_of_one_word(book):
    word = book.word("text")
    letters = book.long("text", 300)
    book.streams["text"][-1] = "httpsexamplecom" + letters
    book.chapter(f"{word} <https://example.com/{letters}>\n\n" + paragraphs(book, 2))
    book.codes = ["word-long"]


@case
def word_anywhere(book):
    """A heading, a list ten levels deep, a note, a caption, a quote, a box, its title, a term, code, a pointer."""
    def long():
        return book.words("text", 2) + " " + book.long("text", 300) + " " + book.word("text")
    text = "## " + long() + "\n\n" + book.words("text", 12) + "[^n]\n\n"
    text += "[^n]: " + book.word("notes") + " " + book.long("notes", 300) + " " + book.word("notes") + "\n\n"
    text += "".join("  " * i + "- " + (long() if i == 9 else book.words("text", 3)) + "\n" for i in range(10)) + "\n"
    text += f"> {long()}\n\n"
    text += ":::note[" + book.long("box title", 200) + "]\n" + long() + "\n:::\n\n"
    text += f"{long()}\n: {long()}\n\n```\n{long()}\n```\n\n"
    text += f"::pull[{long()}]\n\n::margin[{book.long('margin', 150)}]\n\n{book.words('text', 50)}\n\n"
    text += "![A](../images/a.svg \"" + book.long("caption", 300) + "\"){.here}\n\n"
    text += table([head(book, 2), [book.cell(1), book.long("long cell", 300)]]) + "\n\n: " + book.long("table caption", 200) + "\n"
    book.picture("images/a.svg", 300, 100)
    book.chapter(text, title=book.long("title", 120))
    book.again["title"] = 1
    book.codes = ["word-long", "table-wide"]
    book.most = 20


@case
def word_in_front(book):
    """The book's title, its author, a part, the contents, running heads, an index."""
    title, author = book.long("title", 90), book.long("author", 90)
    book.again.update({"title": 1, "author": 1, "part": 1, "chapter": 1, "section": 1})
    book.yaml = "subtitle: %s\nauthor: %s\nstyle: {heads: {verso: part, recto: section}}\n" % (title, author)
    book.chapters.append("# " + book.long("part", 90) + "\n")
    book.chapter("## %s\n\n" % book.long("section", 300) + paragraphs(book, 30) +
                 ":index[%s]" % book.long("terms", 200), title=book.long("chapter", 200))
    book.chapter("::index", title="Index", line="\n[%s](chapters/%s)")
    book.codes = ["word-long"]


@case
def word_that_joins(book):
    """Arabic letters join: a word of them may only be divided as if it were not."""
    book.fonts = True
    book.add("text", "".join(book.random.choice("بتثجحخسشصضطظعغفقكلمنهي") for _ in range(400)))
    book.chapter(book.streams["text"][0] + "\n\n" + paragraphs(book, 2))
    book.codes = ["word-long"]


@case
def words_that_hold_together(book):
    """Spaces that never break, changes of style inside a word, marks of notes one behind the other."""
    text = "\u00a0".join(book.word("text") for _ in range(60)) + " " + book.words("text", 9) + "\n\n"
    styled = [book.long("text", 5, "bcdfg") for _ in range(60)]
    book.streams["text"][-60:] = ["".join(styled)]
    text += "".join(f"*{word}*" if i % 2 else word for i, word in enumerate(styled)) + f" {book.words('text', 9)}\n\n"
    text += book.word("text") + "".join(f"[^{i}]" for i in range(200)) + " " + book.words("text", 40) + "\n\n"
    book.chapter(text + "\n\n".join(f"[^{i}]: {book.word('notes')}" for i in range(200)))
    book.codes = ["word-long"]


@case
def margin_for_no_letter(book):
    book.yaml = "print:\n  margins: {column: 3}\nstyle:\n  roles:\n    margin: {size: 30, leading: 30}\n"
    book.chapter(f"::margin[{book.long('margin', 12)}]\n\n" + paragraphs(book, 2))
    book.codes = ["word-long", "line-overfull"]


# ---- tables ----

@case
def table_of_many_columns(book):
    book.chapter(table([head(book, 30)] + [[book.cell(1) for _ in range(30)] for _ in range(5)]) + "\n\n" + paragraphs(book, 2))
    book.codes = ["table-wide"]


@case
def table_of_too_many_columns(book):
    book.chapter(table([head(book, 200)] + [[book.cell(1) for _ in range(200)] for _ in range(2)]) + "\n\n" + paragraphs(book, 2))
    book.codes = ["table-wide"]


@case
def table_of_long_words(book):
    book.chapter(table([head(book, 3)] + [[book.long(f"long {i} {k}", 60) for k in range(3)] for i in range(4)]))
    book.codes = ["table-wide"]


@case
def table_of_a_long_row(book):
    book.chapter(table([head(book, 2), [book.cell(1), book.cell(3000)], [book.cell(1), book.cell(1)]]) + "\n\n" + paragraphs(book, 2))


@case
def table_of_many_rows(book):
    book.chapter(table([head(book, 2)] + [[book.cell(1), book.cell(1)] for _ in range(2000)]))


@case
def table_with_a_high_head(book):
    book.chapter("\n\n".join(table([head(book, 2, words)] + [[book.cell(3), book.cell(3)] for _ in range(60)]) for words in (50, 90)))


@case
def table_with_a_head_higher_than_a_page(book):
    book.chapter(paragraphs(book, 3) + "\n\n" +
                 table([head(book, 2, 700)] + [[book.cell(3), book.cell(3)] for _ in range(60)]))


@case
def table_with_a_long_caption(book):
    """A caption higher than the page, and notes called in the head, a cell and the caption."""
    text = paragraphs(book, 2) + "\n\n" + table(
        [head(book, 2), [book.cell(1) + "[^a]", book.cell(1)], [book.cell(1), book.cell(1)]])
    text += "\n\n: " + book.words("caption", 700) + "[^b]\n\n" + paragraphs(book, 2)
    book.chapter(text + "\n\n[^b]: " + book.cell(20) + "\n\n[^a]: " + book.cell(20))
    book.codes = ["caption-long"]


@case
def table_deep_in_lists(book):
    rows = table([head(book, 4, 3)] + [[book.cell(2) for _ in range(4)] for _ in range(8)]).split("\n")
    text = "".join("  " * i + "- " + book.words("text", 3) + "\n" for i in range(14)) + "\n"
    book.chapter(text + "\n".join("  " * 14 + row for row in rows))
    book.codes = ["table-wide"]


# ---- notes ----

@case
def note_of_4000_words(book):
    book.chapter(paragraphs(book, 1) + f"[^a]. {book.words('text', 30)}\n\n[^a]: {book.words('notes', 4000)}\n\n" + paragraphs(book, 14))


@case
def notes_long_one_after_another(book):
    """Each as long as a page or two, more of them than there is text for."""
    text = "\n\n".join(book.words("text", 12) + f"[^{i}] " + book.words("text", 3) for i in range(8))
    book.chapter(text + "\n\n" + "\n\n".join(f"[^{i}]: " + book.words("notes", 900) for i in range(8)))


@case
def notes_in_one_paragraph(book):
    text = " ".join(book.word("text") + f"[^{i}]" for i in range(60))
    book.chapter(text + "\n\n" + "\n\n".join(f"[^{i}]: " + book.words("notes", 40) for i in range(60)) + "\n\n" + paragraphs(book, 12))


@case
def notes_by_the_thousand(book):
    book.chapter("\n\n".join(" ".join(f"{book.word('text')}[^{i}-{k}]" for k in range(20)) for i in range(100)) + "\n\n" +
                 "\n\n".join(f"[^{i}-{k}]: {book.words('notes', 3)}" for i in range(100) for k in range(20)))


@case
def notes_before_headings(book):
    """The last word of a paragraph calls a note, and a heading is next: fifty times, at every depth of a page."""
    text = ""
    for i in range(50):
        text += book.words("text", book.random.randint(20, 140)) + f"[^{i}]\n\n## {book.words('text', 3)}\n\n"
    book.chapter(text + paragraphs(book, 1) + "\n\n" +
                 "\n\n".join(f"[^{i}]: " + book.words("notes", book.random.randint(5, 150)) for i in range(50)))


@case
def notes_with_blocks(book):
    """A list, a box, a table, a quote and code in a note, some of them longer than a page."""
    book.codes = ["box-long"]
    note = book.words("notes", 100) + "\n\n"
    note += "".join(f"    - {book.words('notes', 12)}\n" for _ in range(80)) + "\n"
    note += f"    :::note[{book.cell(2)}]\n    {book.words('notes', 900)}\n    :::\n\n"
    note += "    " + table([head(book, 2)] + [[book.cell(2), book.cell(2)] for _ in range(70)]).replace("\n", "\n    ") + "\n\n"
    note += f"    > {book.words('notes', 300)}\n\n        {book.words('notes', 4)}\n\n    {book.words('notes', 60)}\n"
    book.chapter(paragraphs(book, 2) + "[^a]\n\n[^a]: " + note + "\n\n" + paragraphs(book, 3))


@case
def note_of_a_box(book):
    """A box that is never divided calls a note longer than a page."""
    book.chapter(paragraphs(book, 2) + f"\n\n:::note[{book.word('box')}]\n{book.words('text', 40)}[^a]\n:::\n\n" +
                 paragraphs(book, 6) + "\n\n[^a]: " + book.words("notes", 1200))


# ---- boxes, titles, quotes ----

@case
def box_longer_than_a_page(book):
    text = "\n\n".join(book.words("text", 100) + f"[^{i}]" for i in range(12))
    book.chapter(":::safety[%s]\n%s\n:::\n\n" % (book.words("text", 3), text.replace(" ", " ")) + paragraphs(book, 2) + "\n\n" +
                 "\n\n".join(f"[^{i}]: " + book.words("notes", 12) for i in range(12)))
    # the title is said before what is in the box
    book.streams["text"] = book.streams["text"][1200:1203] + book.streams["text"][:1200] + book.streams["text"][1203:]
    book.codes = ["box-long"]


@case
def box_with_a_long_title(book):
    book.chapter(paragraphs(book, 1) + f"\n\n:::note[{book.words('box', 200)}]\n{book.words('text', 20)}\n:::\n\n" + paragraphs(book, 2) +
                 f"\n\n:::research[{book.words('box', 700)}]\n{book.words('text', 20)}\n:::\n\n" + paragraphs(book, 2))
    book.codes = ["box-long"]


@case
def boxes_in_boxes(book):
    """Forty deep, the innermost longer than a page: each is set a second time, but not each time that the outer one is.
    Then a short one, for which there is no room so deep inside."""
    for count in 14, 1:
        inner = paragraphs(book, count)
        text = "".join(f":::research[{book.word('box')}]\n" for _ in range(40)) + inner + "\n" + ":::\n" * 40
        book.chapter(text + "\n" + paragraphs(book, 2), title=f"{book.word('title')}")
    book.again["title"] = 1
    book.codes = ["box-long", "indent-deep"]
    book.most = 150


@case
def title_of_600_words(book):
    book.yaml = NO_HEADS
    book.codes = ["title-long"]
    book.chapter(paragraphs(book, 2), title=book.words("title", 600))
    book.again["title"] = 1


@case
def part_of_600_words(book):
    book.yaml = NO_HEADS
    book.codes = ["title-long"]
    book.chapters.append("# " + book.words("title", 600) + "\n")
    book.chapter(paragraphs(book, 2))
    book.again["title"] = 1


@case
def front_of_600_words(book):
    """The book's own title, subtitle and authors, and what stands on the pages behind them."""
    book.title = book.words("title", 150)
    book.yaml = f"subtitle: {book.words('subtitle', 600)}\nauthor: [{', '.join(book.words('author', 2) for _ in range(120))}]\n" + NO_HEADS
    book.again.update({"title": 1, "subtitle": 1, "author": 1})
    book.chapter(paragraphs(book, 12) + "[^a]\n\n[^a]: " + book.words("notes", 30), title="Copyright {.copyright}", line="[%s](chapters/%s)\n")
    book.chapter(paragraphs(book, 12), title="Dedication {.dedication}", line="[%s](chapters/%s)\n")
    book.chapter(paragraphs(book, 2))


@case
def heading_of_800_words(book):
    book.chapter(f"## {book.words('heading', 800)}\n\n" + paragraphs(book, 20))
    book.again["heading"] = 1


@case
def headings_without_text(book):
    """A heading stays with what follows it: 200 in a row cannot."""
    book.chapter("\n\n".join("#" * (2 + i % 3) + " " + book.words("text", 3) for i in range(200)))


@case
def pull_quote_of_500_words(book):
    book.codes = ["box-long"]
    book.chapter(paragraphs(book, 2) + f"\n\n::pull[{book.words('text', 500)}]\n\n" + paragraphs(book, 2))


@case
def epigraph_longer_than_a_page(book):
    words = paragraphs(book, 12)
    book.chapter(f":::epigraph[{book.words('text', 30)}]\n{words}\n:::\n\n" + paragraphs(book, 2))
    book.streams["text"] = book.streams["text"]


@case
def margins(book):
    """Pointers of 300 words, beside short paragraphs, in a box, two in a row, with a note, before a wide figure, last."""
    book.picture("images/wide.svg", 900, 300)
    text = f"{paragraphs(book, 1)}\n\n::margin[{book.words('text', 300)}]\n\n" + paragraphs(book, 2)
    text += "".join(f"\n\n::margin[{book.cell(20)}]\n\n{book.cell(3)}" for i in range(40))
    text += f"\n\n:::note[{book.cell(2)}]\n::margin[{book.cell(5)}]\n\n{book.cell(20)}\n:::\n\n"
    text += f"::margin[{book.cell(5)}]\n\n::margin[{book.cell(9)}]\n\n{book.cell(50)}\n\n"
    text += f"::margin[{book.cell(5)}[^a]]\n\n{book.cell(50)}\n\n::margin[{book.cell(20)}]\n\n{book.cell(9)}\n\n"
    text += f"::margin[{book.cell(20)}]\n\n![A](../images/wide.svg \"{book.cell(3)}\"){{.wide .here}}\n\n"
    text += f"- {book.cell(20)}\n- ::margin[{book.cell(5)}]\n\n::margin[{book.cell(20)}]\n\n[^a]: {book.cell(9)}"
    book.chapter(text)


@case
def notes_everywhere(book):
    """A note is called by everything that can: none is lost."""
    notes = []

    def call(count=2):
        notes.append(f"[^{len(notes)}]: {book.cell(4)}")
        return f"{book.cell(count)}[^{len(notes) - 1}]"
    book.yaml = NO_HEADS
    title = call()
    text = f"## {call()}\n\n### {call()}\n\n{call(20)}\n\n> {call(20)}\n\n- {call()}\n  - {call()}\n\n1. {call()}\n\n"
    text += f":::note[{call()}]\n{call(20)}\n\n- {call()}\n:::\n\n:::research[{call()}]\n{call()}\n:::\n\n"
    text += f":::epigraph[{call()}]\n{call()}\n:::\n\n::pull[{call()}]\n\n::margin[{call()}]\n\n{call(20)}\n\n"
    text += f"{call()}\n: {call()}\n\n"
    text += table([[call(), call()], [call(), call()]]) + f"\n\n: {call()}\n\n*{call()}* [{call()}](https://example.com)\n\n"
    text += f":::carry[{call()}]\n{call()}\n:::\n\n"
    book.chapter(text + "\n\n".join(notes), title=title)
    book.again["cell 1"] = 1  # the title


@case
def notes_of_a_sheet(book):
    notes = []

    def call(count=2):
        notes.append(f"[^{len(notes)}]: {book.cell(4)}")
        return f"{book.cell(count)}[^{len(notes) - 1}]"
    title = call()
    text = f":::worksheet[{title}]{{#sheet}}\n\n::purpose[{call()}]\n\n:::steps\n1. {call()}\n2. {call()}\n:::\n\n:::example[{call()}]\n{call()}\n:::\n\n"
    text += f"{call()}\n\n- [ ] {call()}\n\n:::checklist[{call()}]\n- {call()}\n:::\n\n::lines[{call()}]{{count=1}}\n\n:::yesno[{call()}]\n- {call()}\n:::\n\n"
    text += f":::table[{call()}]\n| {call()} | {call()} |\n|---|---|\n| {call()} | |\n:::\n\n::then[{call()}]\n:::\n\n"
    book.chapter(text + "\n\n".join(notes), title=None)
    book.yaml, book.prompts, book.again["cell 1"] = NO_HEADS, True, 1
    book.codes = ["sheet-overflow"]


@case
def definitions(book):
    book.chapter("\n\n".join(f"{book.words('text', 2)}\n: {book.words('text', 12)}" for _ in range(500)) +
                 f"\n\n{book.words('text', 300)}\n: {book.words('text', 900)}")


@case
def code(book):
    """500 lines of 400 characters, some of them of one word."""
    lines = [book.words("text", 50) if i % 50 else book.long("text", 400) for i in range(500)]
    book.chapter("```\n" + "\n".join(lines) + "\n```\n\n" + paragraphs(book, 2))
    book.codes = ["word-long"]


@case
def quotes_deep(book):
    book.chapter("> " * 150 + book.words("text", 300))
    book.codes = ["indent-deep"]


@case
def lists_deep(book):
    book.chapter("\n".join("  " * i + "- " + book.words("text", 6) for i in range(200)) + "\n\n" + paragraphs(book, 2))
    book.codes = ["indent-deep"]


@case
def lists_mixed_and_deep(book):
    """Lists, quotes, definitions and code in each other."""
    text, indent = "", ""
    for i in range(60):
        text += indent + ("1000000. " if i % 3 == 0 else "> " if i % 3 == 1 else "- ") + book.words("text", 3) + "\n" + indent.rstrip() + "\n"
        indent += "         " if i % 3 == 0 else "> " if i % 3 == 1 else "  "
    book.chapter(text + indent + "```\n" + indent + book.words("text", 20) + "\n" + indent + "```\n")
    book.codes = ["indent-deep"]


@case
def lines_forced(book):
    book.chapter("\\\n".join(book.words("text", 2) for _ in range(3000)) + "\n\n" + paragraphs(book, 2) + "\n\n***" * 300)


# ---- figures ----

def figure(book, name, caption, attributes=""):
    return f'![A]({name} "{caption}")' + "{%s}" % attributes


@case
def figures_in_a_row(book):
    book.picture("images/high.svg", 400, 900)
    book.chapter(paragraphs(book, 2) + "\n\n" +
                 "\n\n".join(figure(book, "../images/high.svg", book.words("captions", 12)) for _ in range(40)) + "\n\n" + paragraphs(book, 4))


@case
def figures_higher_than_a_page(book):
    """A line of a picture, upright and lying; captions that leave no room for it, and one that is longer than a page."""
    book.picture("images/high.svg", 2, 9000)
    book.picture("images/wide.svg", 9000, 2)
    texts = [paragraphs(book, 1)]
    for words, attributes in ((3, ""), (120, "width=100%"), (300, ".here"), (300, ".wide"), (900, ""), (900, ".here")):
        for name in "high", "wide":
            texts += [figure(book, f"../images/{name}.svg", book.cell(words), attributes), paragraphs(book, 2)]
    book.chapter("\n\n".join(texts))
    book.codes = ["caption-long"]


@case
def page_too_low(book):
    """Lines higher than the page."""
    book.yaml = "print:\n  trim: 100x150mm\n  margins: {top: 130, bottom: 140}\n" \
                "style:\n  text-size: 8\n  leading: 10\n  roles:\n    text: {leading: 180}\n"
    book.chapter(book.words("text", 20), title="One {.unnumbered}")
    book.codes = ["page-overfull"]
    book.outside = True


@case
def figure_alone(book):
    book.picture("images/high.svg", 400, 900)
    book.chapter(figure(book, "../images/high.svg", book.words("captions", 12)))
    book.chapter(figure(book, "../images/high.svg", "", ".decorative"), title="Two")
    book.chapter("![A](../images/high.svg)", title=None, line="\n[%s](chapters/%s)")


@case
def figures_at_the_end(book):
    book.picture("images/high.svg", 400, 900)
    book.chapter(paragraphs(book, 1) + "".join("\n\n" + figure(book, "../images/high.svg", book.words("captions", 12)) for _ in range(5)))
    book.chapter(paragraphs(book, 1), title="Two")


@case
def pictures_in_lines(book):
    book.picture("images/wide.svg", 9000, 20)
    book.picture("images/high.svg", 20, 9000)
    book.chapter(" ".join(book.words("text", 3) + " ![A](../images/%s.svg)" % ("wide" if i % 2 else "high") for i in range(40)))


# ---- books ----

@case
def chapter_empty(book):
    book.chapter("")


@case
def chapters_empty(book):
    for i in range(300):
        book.again[f"title {i}"] = 1
        book.chapter("", title=book.words(f"title {i}", 2))
    book.seconds = 40


@case
def measure_narrow(book):
    """180 points and letters of 18: some twenty characters a line."""
    book.yaml = "print:\n  margins: {measure: 180}\nstyle:\n  text-size: 18\n"
    text = paragraphs(book, 20) + "\n\n" + "".join(f"- {book.words('text', 8)}\n" for _ in range(20))
    text += f"\n## {book.words('text', 5)}\n\n> {book.words('text', 40)}\n\n:::note[{book.word('box')}]\n{book.words('text', 40)}\n:::\n\n"
    book.chapter(text + table([head(book, 2), [book.cell(2), book.cell(2)]]))


@case
def measure_narrow_for_long_words(book):
    """Loose lines, but none that sticks out."""
    book.yaml = "print:\n  margins: {measure: 180}\nstyle:\n  hyphenate: false\n"
    book.chapter("\n\n".join(book.words("text", 60, (5, 6, 7)) for _ in range(20)))


@case
def page_small(book):
    book.yaml = "print:\n  trim: 100x150mm\nstyle:\n  text-size: 18\n"
    book.chapter(paragraphs(book, 20), title=book.words("title", 5))
    book.again["title"] = 1


@case
def index_of_3000(book):
    text = "\n\n".join(" ".join(f"{book.word('text')}:index[{book.word('terms')}]" for _ in range(30)) for _ in range(100))
    text += "\n\n" + " ".join(f"{book.word('text')}:index[common]" for _ in range(3000))
    book.again["common"] = 1
    book.add("common", "common")
    book.chapter(text + f"\n\n{book.word('text')}:index[{book.words('term', 80)}]")
    book.chapter("::index", title="Index", line="\n[%s](chapters/%s)")
    book.streams["terms"].sort()


def sheet(book, parts, title=3):
    book.yaml = NO_HEADS
    book.prompts = True  # an e-reader says what to do with each blank
    book.chapter(":::worksheet[%s]{#sheet}\n\n%s\n:::" % (book.words("sheet", title), "\n\n".join(parts)), title=None)
    book.again["sheet"] = 1
    book.codes = ["sheet-overflow"]


@case
def sheet_too_full(book):
    """A check list, statements, a table and a paragraph that are each longer than a page."""
    items = ["\n".join(f"- {book.words(name, 4)}" for _ in range(120)) for name in ("ticks", "answers")]
    rows = table([head(book, 2)] + [[book.cell(2), ""] for _ in range(70)])
    sheet(book, [f"::purpose[{book.words('purpose', 60)}]", f":::checklist[{book.words('checklist', 30)}]{{columns=2 empty=2}}\n{items[0]}\n:::",
                 f":::yesno[{book.words('yesno', 9)}]\n{items[1]}\n:::", f"::lines[{book.words('lines', 20)}]{{count=3}}",
                 f":::table[{book.words('table', 9)}]{{rows=20}}\n{rows}\n:::", book.words("text", 900)], 40)
    book.most = 1


@case
def sheet_of_things_to_count(book):
    items = "\n".join(f"- {book.words(('toward', 'away')[i % 2], 6)} :counts[{('toward', 'away')[i % 2]}]" for i in range(150))
    sheet(book, [f":::inventory[{book.words('prompt', 9)}]{{groups=\"toward, away\"}}\n{items}\n:::"])


@case
def sheet_of_one_drawing(book):
    """A tree of questions is one drawing: it sticks out of the page, and is named."""
    questions = "\n".join(f"{i}. {book.words('text', 20)}\n    - Yes: {i + 1}\n    - No: {book.cell(6)}" for i in range(1, 60))
    sheet(book, [f":::tree[{book.words('prompt', 9)}]\n{questions}\n60. {book.words('text', 3)}\n    - Yes: {book.cell(3)}\n    - No: {book.cell(3)}\n:::"])
    book.outside = True


@case
def sheet_of_words(book):
    """Title, purpose, instructions, an example, notes and a last line that are each longer than a page."""
    steps = "\n".join(f"{i}. {book.words('steps', 400)}" for i in (1, 2))
    sheet(book, [f"::purpose[{book.words('purpose', 600)}]", f":::steps\n{steps}\n:::", f":::example\n{book.words('example', 900)}[^a]\n:::",
                 f"::then[{book.words('then', 200)}]", f":::\n\n[^a]: {book.words('notes', 900)}\n\n:::note[A]\n{book.word('last')}"], 300)


@case
def many_at_once(book):
    """In one EPUB, for EPUBCheck."""
    codes = set()
    for make in (word_anywhere, url_of_one_word, table_of_many_columns, table_with_a_long_caption, lists_deep, quotes_deep,
                 lists_mixed_and_deep, notes_with_blocks, box_with_a_long_title):
        make(book)
        codes.update(book.codes)
    book.codes, book.most, book.epubcheck = codes, 60, True


# ---- the huge ones ----

def paragraphs_by_the_thousand(book, huge):
    count = 100000 if huge else 4000
    lengths = [book.random.randint(3, 8) for _ in range(count)]
    words = book.many("text", sum(lengths))
    ends = itertools.accumulate(lengths)
    book.chapter("\n\n".join(" ".join(words[end - length:end]) for end, length in zip(ends, lengths)))
    book.seconds = 60


def paragraph_of_a_million_words(book, huge):
    book.chapter(" ".join(book.many("text", 1000000 if huge else 30000)))
    book.seconds = 60


def word_of_a_million_letters(book, huge):
    book.chapter(book.add("text", "".join(book.random.choices("jqvwxz", k=1000000 if huge else 30000))))
    book.codes = ["word-long"]
    book.seconds = 60


def main():
    folder, huge = sys.argv[1], sys.argv[2:] != ["small"]
    for make in CASES:
        book = Book(make.__name__.replace("_", "-"))
        make(book)
        book.write(folder)
    for make in paragraphs_by_the_thousand, paragraph_of_a_million_words, word_of_a_million_letters:
        book = Book(make.__name__.replace("_", "-"))
        make(book, huge)
        book.write(folder)


main()
